import { QuadStore } from "@chancery/rdf";
import fc from "fast-check";
import oxigraph from "oxigraph";
import { describe, expect, test } from "vitest";
import { ask, prepare, select, update } from "../src/index.ts";
import { optimize } from "../src/optimize/optimize.ts";
import { pushGraphs } from "../src/optimize/push-graphs.ts";
import { data, query } from "./support/random-queries.ts";

/** CHANCERY_FULL=1 runs the numbers of the reliability plan: 2,000 queries over 50 data sets and more. */
const isFull = process.env.CHANCERY_FULL === "1";
const DATASETS = isFull ? 80 : 12;
const QUERIES = isFull ? 40 : 12;

interface Comparable {
  readonly termType: string;
  readonly value: string;
  readonly language?: string;
  readonly datatype?: { readonly value: string };
}

/** Equal for equal values: engines may spell 2.5 and 2.50, 1.0E0 and 1 differently. */
function keyOf(term: Comparable): string {
  if (term.termType === "BlankNode") return "_";
  if (term.termType !== "Literal") return `<${term.value}>`;
  const type = term.datatype?.value ?? "";
  if (/#(decimal|double|float|integer)$/.test(type)) return `${Number(Number(term.value).toPrecision(12))}^^${type.replace(/^.*#/, "")}`;
  return `${JSON.stringify(term.value)}@${(term.language ?? "").toLowerCase()}^^${type}`;
}

function bagOf(rows: Iterable<Iterable<readonly [string, Comparable]>>): string[] {
  return [...rows]
    .map((row) =>
      [...row]
        .map(([name, term]) => `${name}=${keyOf(term)}`)
        .sort()
        .join(" "),
    )
    .sort();
}

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
