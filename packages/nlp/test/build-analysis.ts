import { type Analysis, labelIndex, tagIndex } from "../src/index.ts";
import { lemmaOf } from "../src/tag/lemma.ts";

/**
 * An analysis from rows `form tag head relation`, one word a line, heads counted from 1 with 0 for the root: what the parser would say if it were right,
 * so that tests of what is built on trees don't hang on the model.
 */
export function buildAnalysis(rows: string): Analysis {
  const cells = rows
    .trim()
    .split("\n")
    .map((row) => row.trim().split(/\s+/));
  const text = cells.map(([form]) => form).join(" ");
  const start: number[] = [];
  let at = 0;
  for (const [form] of cells) {
    start.push(at);
    at += form!.length + 1;
  }
  const count = cells.length;
  const norm = cells.map(([form]) => form!);
  const lower = norm.map((form) => form.toLowerCase());
  const tag = Uint8Array.from(cells, ([, name]) => checked(tagIndex(name!), name!));
  const head = Int32Array.from(cells, ([, , number]) => Number(number ?? 0) - 1);
  const label = Uint8Array.from(cells, ([, , , name]) => (name === undefined ? 0 : checked(labelIndex(name), name)));
  return {
    text,
    tokens: {
      count,
      start: Uint32Array.from(start),
      end: Uint32Array.from(start, (from, i) => from + norm[i]!.length),
      norm,
      lower,
      tag,
      lemma: norm.map((form, i) => lemmaOf(form, lower[i]!, cells[i]![1]!, () => true)),
      head,
      label,
      sentence: new Uint32Array(count),
      spaceBefore: new Uint8Array(count).fill(1),
    },
    sentences: [{ start: 0, end: text.length, first: 0, last: count, paragraph: 0, cut: false, closed: true }],
    paragraphs: [{ start: 0, end: text.length }],
    layers: ["segment", "tag", "parse"],
  };
}

function checked(index: number, name: string): number {
  if (index < 0) throw new Error(`unknown tag or relation ${name}`);
  return index;
}

/** Index of the first token with this form. */
export function tokenOf(analysis: Analysis, form: string): number {
  const index = analysis.tokens.norm.indexOf(form);
  if (index < 0) throw new Error(`no token ${form}`);
  return index;
}

/** Forms of the heads of a list of participants, with their prepositions. */
export function formsOf(analysis: Analysis, list: readonly { readonly head: number; readonly preposition?: string }[]): string[] {
  return list.map(({ head, preposition }) => (preposition === undefined ? "" : `${preposition} `) + analysis.tokens.norm[head]!);
}
