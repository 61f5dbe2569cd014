import type { NamedNode } from "@rdfjs/types";

/** Where the parser stands: the text, the token ahead, and what the text has declared so far. */
export interface ParserState {
  readonly text: string;
  /** Kind of the token ahead: one of `Token`, or a char code. */
  kind: number;
  start: number;
  end: number;
  /** End of the token before, for errors about something that is missing. */
  previousEnd: number;
  /** A word in capitals; empty for every other token. */
  word: string;
  /** Content of an IRI, string or language tag, with its escapes replaced; else empty. */
  value: string;
  /** Index of the colon of a prefixed name. */
  colon: number;
  /** Whether a local name holds backslash escapes. */
  escaped: boolean;

  readonly maxDepth: number;
  depth: number;

  base: string | undefined;
  version: string | undefined;
  readonly prefixes: Map<string, string>;
  /** IRIs already made in this text, by their written form. */
  readonly iris: Map<string, NamedNode>;
  nextBlank: number;
  /** The basic graph pattern that the parser is in, by number; labels of blank nodes stay within one. */
  pattern: number;
  nextPattern: number;
  labels: Map<string, number> | undefined;
  /** Labels of earlier INSERT DATA operations, which may not come again. */
  insertedLabels: Set<string> | undefined;
  /** Where variables and blank nodes may stand: data has no variables, DELETE has no blank nodes. */
  variablesAllowed: boolean;
  blanksAllowed: boolean;
  /** Why an aggregate may not stand here; empty where it may. */
  aggregateBan: string;
  /** Aggregates seen so far. */
  aggregates: number;
}

export function createParserState(
  text: string,
  base: string | undefined,
  prefixes: Readonly<Record<string, string>> | undefined,
  maxDepth: number,
): ParserState {
  return {
    text,
    kind: 0,
    start: 0,
    end: 0,
    previousEnd: 0,
    word: "",
    value: "",
    colon: -1,
    escaped: false,
    maxDepth,
    depth: 0,
    base: base === "" ? undefined : base,
    version: undefined,
    prefixes: new Map(prefixes === undefined ? [] : Object.entries(prefixes)),
    iris: new Map(),
    nextBlank: 0,
    pattern: 0,
    nextPattern: 1,
    labels: undefined,
    insertedLabels: undefined,
    variablesAllowed: true,
    blanksAllowed: true,
    aggregateBan: "",
    aggregates: 0,
  };
}
