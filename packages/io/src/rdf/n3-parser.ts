import type { DataFactory, Quad } from "@rdfjs/types";
// @ts-expect-error n3 2.x ships no types, and those published for 1.x may or may not be installed; what is used of it is declared here.
import { Parser as UntypedParser } from "n3";

/** What n3 expects of a stream: it subscribes to `data` and `end` and is called synchronously. */
export interface N3Input {
  on(event: "data" | "end" | "error", listener: (chunk?: string) => void): void;
}

export interface N3Parser {
  parse(input: string): Quad[];
  parse(input: string | N3Input, onQuad: (error: N3Error | null, quad: Quad | null) => void): void;
}

export interface N3Error extends Error {
  readonly context?: { readonly line?: number };
}

export interface N3ParserOptions {
  readonly format: string;
  readonly baseIRI?: string;
  readonly blankNodePrefix: string;
  readonly factory: DataFactory<Quad, Quad>;
}

/** A new n3 parser. */
export function createN3Parser(options: N3ParserOptions): N3Parser {
  const Parser = UntypedParser as new (options: N3ParserOptions) => N3Parser;
  return new Parser(options);
}
