import { ChanceryError } from "@chancery/rdf";
import { isBoilerplate } from "./boilerplate.ts";
import type { DocumentContext, DocumentText } from "./document-format.ts";
import { dateInUrl, publishedDate } from "./published-date.ts";

/** The part of the DOM that is used here; linkedom and browsers both have it. */
interface DomNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly childNodes: Iterable<DomNode>;
}
interface DomElement extends DomNode {
  getAttribute(name: string): string | null;
  querySelector(selector: string): DomElement | null;
  querySelectorAll(selector: string): Iterable<DomElement>;
}
interface DomDocument extends DomElement {
  readonly documentElement: DomElement | null;
  readonly body: DomElement | null;
}

/** More elements than this are no article. */
const MAX_ELEMENTS = 200_000;

/**
 * The article of a web page as plain text: title, then paragraphs separated by blank lines. Readability finds the article, an own filter takes out the furniture it leaves.
 * Nothing is fetched, no script is run. Offsets refer to the text made here.
 *
 * @throws ChanceryError `document.unreadable` for markup nested too deeply to walk; `document.too-large` for more than 200,000 elements.
 */
export async function readHtml(content: string, context: DocumentContext = {}): Promise<DocumentText> {
  const [{ parseHTML }, { Readability }] = await Promise.all([import("linkedom"), import("@mozilla/readability")]);
  const html = /<html[\s>]/i.test(content) ? content : `<!doctype html><html><head></head><body>${content}</body></html>`;
  if ((html.match(/<[A-Za-z]/g)?.length ?? 0) > MAX_ELEMENTS) {
    throw new ChanceryError("document.too-large", `The page has more than ${MAX_ELEMENTS} elements.`, {
      remedy: "Split it, or pass its text.",
    });
  }
  try {
    const page = parseHTML(html).document as unknown as DomDocument;
    const meta = metadata(page, context.url);
    // Readability takes the document apart, so it gets one of its own.
    const article = new Readability(parseHTML(html).document as never, { charThreshold: 200, keepClasses: false }).parse();
    const body =
      article?.content == null
        ? undefined
        : (parseHTML(`<!doctype html><html><body>${article.content}</body></html>`).document as unknown as DomDocument).body;
    const paragraphs = (body == null ? undefined : blocksOf(body).filter((block) => !isBoilerplate(block))) ?? [];
    const blocks =
      paragraphs.length > 0 ? paragraphs : page.body === null ? [] : blocksOf(page.body).filter((block) => !isBoilerplate(block));
    const title = meta.title ?? cleanText(article?.title ?? "");
    const withTitle = title !== "" && !sameWords(blocks[0] ?? "", title) ? [title, ...blocks] : blocks;
    const published = meta.published ?? publishedDate(article?.publishedTime ?? "");
    const source = meta.source ?? (article?.siteName == null ? undefined : cleanText(article.siteName));
    const author = article?.byline == null ? undefined : cleanText(article.byline).replace(/^by\s+/i, "");
    return {
      text: withTitle.join("\n\n"),
      format: "html",
      ...(title === "" ? {} : { title }),
      ...(published === undefined ? {} : { published }),
      ...(source === undefined || source === "" ? {} : { source }),
      ...(meta.language === undefined ? {} : { language: meta.language }),
      ...(author === undefined || author === "" ? {} : { author }),
      ...(context.url === undefined ? {} : { url: context.url }),
    };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new ChanceryError("document.unreadable", "The markup is nested too deeply to be read.", {
      cause: error,
      remedy: "Pass the page's text.",
    });
  }
}

const DATE_FIELDS = [
  "meta[property='article:published_time']",
  "meta[itemprop='datePublished']",
  "meta[name='datePublished']",
  "meta[name='dc.date']",
  "meta[name='DC.date.issued']",
  "meta[name='dcterms.created']",
  "meta[name='date']",
  "meta[name='pubdate']",
  "meta[name='publish-date']",
  "meta[name='parsely-pub-date']",
  "meta[property='og:published_time']",
] as const;

function metadata(
  page: DomDocument,
  url: string | undefined,
): { readonly title?: string; readonly published?: string; readonly source?: string; readonly language?: string } {
  const content = (selector: string): string | undefined => page.querySelector(selector)?.getAttribute("content")?.trim() || undefined;
  const heading = [...page.querySelectorAll("h1")].map((element) => cleanText(element.textContent ?? "")).filter((text) => text !== "");
  const shown = content("meta[property='og:title']");
  // The one heading of a page is its title without the site's name behind it.
  const title = heading.length === 1 && heading[0]!.length > 8 ? heading[0] : (shown ?? heading[0]);
  const times = [...page.querySelectorAll("time[datetime], [itemprop='datePublished'][datetime]")].map(
    (element) => element.getAttribute("datetime") ?? "",
  );
  const candidates = [...DATE_FIELDS.map((selector) => content(selector) ?? ""), ...structuredDates(page), ...times.slice(0, 1)];
  const published = candidates.map(publishedDate).find((date) => date !== undefined) ?? (url === undefined ? undefined : dateInUrl(url));
  const source = content("meta[property='og:site_name']") ?? content("meta[name='application-name']");
  const language = page.documentElement?.getAttribute("lang")?.trim() || undefined;
  return {
    ...(title === undefined ? {} : { title: cleanText(title) }),
    ...(published === undefined ? {} : { published }),
    ...(source === undefined ? {} : { source }),
    ...(language === undefined ? {} : { language }),
  };
}

/** `datePublished` in JSON-LD blocks, found as text: the blocks are often broken JSON. */
function structuredDates(page: DomDocument): readonly string[] {
  return [...page.querySelectorAll("script[type='application/ld+json']")].flatMap(
    (element) => /"datePublished"\s*:\s*"([^"]+)"/.exec(element.textContent ?? "")?.[1] ?? [],
  );
}

const SKIPPED = new Set([
  "SCRIPT",
  "STYLE",
  "NOSCRIPT",
  "TEMPLATE",
  "IFRAME",
  "SVG",
  "BUTTON",
  "FORM",
  "NAV",
  "SELECT",
  "TEXTAREA",
  "HEAD",
  "AUDIO",
  "VIDEO",
  "OBJECT",
]);
const INLINE = new Set(
  "A ABBR ACRONYM B BDI BDO BIG CITE CODE DATA DEL DFN EM FONT I INS KBD LABEL MARK Q RUBY S SAMP SMALL SPAN STRIKE STRONG SUB SUP TIME TT U VAR WBR".split(
    " ",
  ),
);

/** The text of each block-level element, in order: paragraphs, headings, list items, table rows (cells separated by ` | `). */
function blocksOf(root: DomNode): readonly string[] {
  const blocks: string[] = [];
  let current = "";
  const finish = (): void => {
    const text = cleanText(current);
    if (text !== "") blocks.push(text);
    current = "";
  };
  const walk = (node: DomNode): void => {
    if (node.nodeType === 3) {
      current += node.textContent ?? "";
      return;
    }
    if (node.nodeType !== 1 && node.nodeType !== 11) return;
    const name = node.nodeName.toUpperCase();
    if (SKIPPED.has(name)) return;
    if (name === "BR") {
      current += "\n";
      return;
    }
    const cell = name === "TD" || name === "TH";
    const block = !INLINE.has(name) && !cell;
    if (block) finish();
    if (cell && current.trim() !== "") current += " | ";
    for (const child of node.childNodes) walk(child);
    if (block) finish();
  };
  walk(root);
  finish();
  // Two line breaks in a row are how old pages make paragraphs.
  return blocks
    .flatMap((block) => block.split(/\n\s*\n/))
    .map((block) => block.replace(/\s*\n\s*/g, " ").trim())
    .filter((block) => block !== "");
}

/** Runs of white space as one space, but a run with two `<br>` as an empty line; soft hyphens and zero-width spaces out. */
function cleanText(text: string): string {
  return text
    .replace(/[\u00AD\u200B\u2060\uFEFF]/g, "")
    .replace(/[^\S\n]+/g, " ")
    .replace(/ ?\n ?/g, "\n")
    .trim();
}

function sameWords(left: string, right: string): boolean {
  const words = (text: string): string =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim();
  return words(left) === words(right);
}
