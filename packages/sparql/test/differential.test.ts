import { QuadStore } from "@chancery/rdf";
import fc from "fast-check";
import oxigraph from "oxigraph";
import { describe, expect, test } from "vitest";
import { ask, prepare, select, update } from "../src/index.ts";
import { optimize } from "../src/optimize/optimize.ts";
import { pushGraphs } from "../src/optimize/push-graphs.ts";
import { bagOf, type Comparable } from "./support/bags.ts";
import { data, query } from "./support/random-queries.ts";

/** CHANCERY_FULL=1 runs the numbers of the reliability plan: 2,000 queries over 50 data sets and more. */
const isFull = process.env.CHANCERY_FULL === "1";
const DATASETS = isFull ? 80 : 12;
const QUERIES = isFull ? 40 : 12;

function ours(store: QuadStore, text: string): boolean | string[] {
  const prepared = prepare(text);
  return prepared.form === "ask"
    ? ask(store, prepared)
    : bagOf([...select(store, prepared)].map((row) => Object.entries(row) as [string, Comparable][]));
}

function theirs(store: InstanceType<typeof oxigraph.Store>, text: string): boolean | string[] {
  const result = store.query(text) as boolean | Map<string, Comparable>[];
  return typeof result === "boolean" ? result : bagOf(result);
}

describe("random queries", () => {
  test(`give oxigraph's answers on ${DATASETS} data sets`, () => {
    fc.assert(
      fc.property(data, fc.array(query, { minLength: QUERIES, maxLength: QUERIES }), (insert, queries) => {
        const store = new QuadStore();
        update(store, insert);
        const oracle = new oxigraph.Store();
        oracle.update(insert);
        for (const text of queries) expect({ text, answer: ours(store, text) }).toEqual({ text, answer: theirs(oracle, text) });
      }),
      { numRuns: DATASETS, seed: 20261121 },
    );
  });

  test("give the same answers without the optimiser", () => {
    fc.assert(
      fc.property(data, fc.array(query, { minLength: QUERIES, maxLength: QUERIES }), (insert, queries) => {
        const store = new QuadStore();
        update(store, insert);
        for (const text of queries) {
          const plain = prepare(text, { passes: [{ name: "push-graphs", run: pushGraphs }] });
          const optimised = prepare(text);
          expect(optimize(optimised.algebra.pattern)).toBeDefined();
          expect({ text, answer: run(store, plain) }).toEqual({ text, answer: run(store, optimised) });
        }
      }),
      { numRuns: DATASETS, seed: 1121 },
    );
  });
});

function run(store: QuadStore, prepared: ReturnType<typeof prepare>): boolean | string[] {
  return prepared.form === "ask"
    ? ask(store, prepared)
    : bagOf([...select(store, prepared)].map((row) => Object.entries(row) as [string, Comparable][]));
}
