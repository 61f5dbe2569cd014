import { existsSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { createInterface, type Interface } from "node:readline";
import { PREFIXES } from "@chancery/rdf";
import type { QueryOptions } from "@chancery/sparql";
import type { KnowledgeGraph } from "chancery";
import { answerQuery, QUERY_FORMATS, type QueryFormat } from "./answer-query.ts";
import { writeFileAtomically } from "./folder/atomic-write.ts";
import { print, printError } from "./terminal.ts";

export interface QueryPromptOptions extends Pick<QueryOptions, "timeoutMs" | "maxRows"> {
  readonly format?: QueryFormat;
  readonly input?: NodeJS.ReadableStream;
  readonly output?: NodeJS.WritableStream;
  /** File that keeps earlier queries; `undefined` keeps none. Default `CHANCERY_HISTORY`, else `~/.chancery_history`. */
  readonly historyFile?: string | undefined;
}

const HISTORY_LENGTH = 500;

const KEYWORDS =
  "SELECT DISTINCT WHERE FILTER OPTIONAL UNION MINUS GRAPH VALUES BIND AS GROUP BY ORDER DESC ASC HAVING LIMIT OFFSET ASK CONSTRUCT DESCRIBE EXISTS NOT IN COUNT SUM MIN MAX AVG SAMPLE GROUP_CONCAT STR LANG DATATYPE REGEX CONTAINS STRSTARTS LCASE UCASE COALESCE IF BOUND PREFIX";

const HELP = `A query ends with an empty line, or where its first line is complete.
  .format ${QUERY_FORMATS.join("|")}
  .prefixes   the prefixes that need no declaration
  .quit       or Ctrl+D
`;

/** Asks for one query after the other until the input ends: history by the arrow keys, completion of keywords, prefixes and terms of the graph by the tab key. */
export async function runQueryPrompt(graph: KnowledgeGraph, options: QueryPromptOptions = {}): Promise<void> {
  const { input = process.stdin, output = process.stdout, ...limits } = options;
  const historyFile =
    "historyFile" in options ? options.historyFile : (process.env.CHANCERY_HISTORY ?? join(homedir(), ".chancery_history"));
  // A large graph takes a moment to list its terms: only who asks for completion waits.
  let words: readonly string[] | undefined;
  const history = readHistory(historyFile);
  const prompt = createInterface({
    input,
    output,
    history: [...history].reverse(),
    historySize: HISTORY_LENGTH,
    removeHistoryDuplicates: true,
    completer: (line: string) => {
      words ??= completions(graph);
      return completeWord(line, words);
    },
    prompt: "chancery> ",
  });
  let { format } = options;
  let lines: string[] = [];
  output.write("SPARQL; .help tells more.\n");
  prompt.prompt();
  for await (const line of prompt) {
    const command = lines.length === 0 && line.startsWith(".") ? line.trim().split(/\s+/) : undefined;
    if (command?.[0] === ".quit" || command?.[0] === ".exit") break;
    if (command !== undefined) format = runCommand(command, format, output);
    else {
      if (line.trim() !== "") lines.push(line);
      if (lines.length > 0 && (line.trim() === "" || (lines.length === 1 && isComplete(line)))) {
        const query = lines.join("\n");
        history.push(query.replace(/\s+/g, " "));
        lines = [];
        await answer(graph, query, format, limits, output);
      }
    }
    prompt.setPrompt(lines.length === 0 ? "chancery> " : "       .. ");
    prompt.prompt();
  }
  close(prompt, historyFile, history);
}

async function answer(
  graph: KnowledgeGraph,
  query: string,
  format: QueryFormat | undefined,
  limits: Pick<QueryOptions, "timeoutMs" | "maxRows">,
  output: NodeJS.WritableStream,
): Promise<void> {
  try {
    const pieces = answerQuery(graph, query, format, limits);
    if (output === process.stdout) await print(pieces);
    else for (const piece of pieces) output.write(piece);
  } catch (error) {
    printError(error);
  }
}

function runCommand(command: readonly string[], format: QueryFormat | undefined, output: NodeJS.WritableStream): QueryFormat | undefined {
  const [name, value] = command;
  const found = QUERY_FORMATS.find((candidate) => candidate === value);
  if (name === ".format" && found !== undefined) return found;
  if (name === ".prefixes") {
    for (const [prefix, iri] of Object.entries(PREFIXES)) output.write(`${prefix}: <${iri}>\n`);
  } else output.write(HELP);
  return format;
}

/** Whether a line has braces and closes all of them; strings and IRIs count for nothing. */
export function isComplete(line: string): boolean {
  const plain = line.replace(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|<[^>\s]*>|#.*$/g, "");
  const [open, shut] = [plain.split("{").length - 1, plain.split("}").length - 1];
  return open > 0 && open === shut;
}

/** The words that may complete what stands before the cursor: a variable of the line, a keyword, a prefix, a term of the graph. */
export function completeWord(line: string, words: readonly string[]): [string[], string] {
  const typed = /[?$\w:.-]*$/.exec(line)?.[0] ?? "";
  if (typed === "") return [[], typed];
  const pool = typed.startsWith("?") ? [...new Set(line.slice(0, -typed.length).match(/\?\w+/g) ?? [])] : words;
  const found = pool.filter((word) => word.toLowerCase().startsWith(typed.toLowerCase()));
  return [found, typed];
}

/** Keywords, prefixes, and every predicate and class that the graph has, as `chy:supplier`. */
function completions(graph: KnowledgeGraph): readonly string[] {
  const prefixes = { ...PREFIXES, chy: graph.namespaces.terms, id: graph.namespaces.ids };
  const terms = new Set<string>();
  for (const query of ["SELECT DISTINCT ?t { ?s ?t ?o }", "SELECT DISTINCT ?t { ?s a ?t }"]) {
    for (const { t } of graph.select(query)) if (t !== undefined) terms.add(shorten(t.value, prefixes) ?? "");
  }
  terms.delete("");
  return [...KEYWORDS.split(" "), ...Object.keys(prefixes).map((prefix) => `${prefix}:`), ...[...terms].sort()];
}

function shorten(iri: string, prefixes: Readonly<Record<string, string>>): string | undefined {
  const found = Object.entries(prefixes).find(([, namespace]) => iri.startsWith(namespace));
  return found === undefined ? undefined : `${found[0]}:${iri.slice(found[1].length)}`;
}

function readHistory(file: string | undefined): string[] {
  try {
    return file === undefined || !existsSync(file) ? [] : readFileSync(file, "utf8").split("\n").filter(Boolean);
  } catch {
    return [];
  }
}

/** A history that can't be kept is no reason to fail. */
function close(prompt: Interface, file: string | undefined, history: readonly string[]): void {
  prompt.close();
  if (file === undefined || history.length === 0) return;
  try {
    writeFileAtomically(file, `${history.slice(-HISTORY_LENGTH).join("\n")}\n`);
  } catch {}
}
