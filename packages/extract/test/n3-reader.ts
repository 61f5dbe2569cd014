import type { DatasetCore, Quad, DataFactory as RdfDataFactory } from "@rdfjs/types";
// @ts-expect-error n3 2.x ships no declarations
import * as n3 from "n3";

/** The parts of n3 2.13 that the tests use. */
export const { DataFactory, Parser, Store } = n3 as unknown as {
  readonly DataFactory: RdfDataFactory;
  readonly Parser: new () => { parse(text: string): Quad[] };
  readonly Store: new (quads?: readonly Quad[]) => DatasetCore;
};
