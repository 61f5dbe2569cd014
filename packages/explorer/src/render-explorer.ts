import { readFileSync } from "node:fs";
import { type Collection, type Extraction, type Namespaces, readCollection } from "@chancery/extract";
import { ChanceryError } from "@chancery/rdf";

/** A document with what was extracted from it: what `KnowledgeGraph.records` lists. */
export interface ExplorerRecord {
  readonly text: string;
  readonly extraction: Extraction;
}

export interface ExplorerOptions {
  /** Heading and window title. Default `Knowledge graph`. */
  readonly title?: string;
  /** Namespaces of terms and ids in queries. Default those of the data contract. */
  readonly namespaces?: Partial<Namespaces>;
  /** What the records say together (`KnowledgeGraph.collection`). Default: read from the records, which takes a second for 60,000 events. */
  readonly collection?: Pick<Collection, "clusters" | "judgements" | "canonical">;
}

/** Beside this module in the source folder as in dist; built by scripts/build-page.mjs. */
const TEMPLATE = new URL("../dist/page.html", import.meta.url);

/**
 * The explorer as one HTML file with its data inlined: opens from disk, asks nothing of any server, runs nothing but its own script
 * (Content-Security-Policy by hash). The same records give the same bytes.
 *
 * @throws ChanceryError `explorer.not-built` when the page's template is missing.
 */
export function renderExplorer(records: Iterable<ExplorerRecord>, options: ExplorerOptions = {}): string {
  const { title = "Knowledge graph", namespaces } = options;
  const embedded = [...records].map(({ text, extraction }) => ({ text, extraction }));
  const reading = readTogether(embedded, options.collection);
  const data = {
    title,
    ...(namespaces === undefined ? {} : { namespaces }),
    records: embedded,
    ...(reading === undefined ? {} : { reading }),
  };
  return fillTemplate(readTemplate(), title, embedJson(data));
}

function readTogether(records: readonly ExplorerRecord[], collection: ExplorerOptions["collection"]): object | undefined {
  try {
    const { clusters, judgements, canonical } = collection ?? readCollection(records);
    return { clusters, judgements, canonical: [...canonical] };
  } catch {
    // Records that break the data contract (edited, or of a future version) can't be compared. Each is shown for itself, or the page says what is wrong.
    return undefined;
  }
}

function readTemplate(): string {
  try {
    return readFileSync(TEMPLATE, "utf8");
  } catch (cause) {
    throw new ChanceryError("explorer.not-built", "The explorer's page has not been built.", {
      remedy: "Run the build of the workspace, or packages/explorer/scripts/build-page.mjs.",
      cause,
    });
  }
}

/** Both marks stand once in the template, before its script. Not `replace`: data may hold `$&`. */
function fillTemplate(template: string, title: string, data: string): string {
  const [head, afterTitle] = cutOnce(template, "%TITLE%");
  const [middle, tail] = cutOnce(afterTitle, '"%DATA%"');
  return `${head}${escapeHtml(title)}${middle}${data}${tail}`;
}

function cutOnce(text: string, mark: string): readonly [string, string] {
  const at = text.indexOf(mark);
  if (at < 0) throw new ChanceryError("explorer.not-built", `The explorer's page has no ${mark}.`, { remedy: "Build it again." });
  return [text.slice(0, at), text.slice(at + mark.length)];
}

const escapeHtml = (text: string): string =>
  text.toWellFormed().replace(/[&<>"'\u2028\u2029]/g, (character) => `&#${character.charCodeAt(0)};`);

/**
 * JSON that may stand in a script element: without `<`, no text can end the element or open a comment. U+2028 and U+2029 end lines in
 * old scripts; lone surrogates are escaped by `JSON.stringify` itself.
 */
function embedJson(data: unknown): string {
  return JSON.stringify(data).replace(/[<>&\u2028\u2029]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
