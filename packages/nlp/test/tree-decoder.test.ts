import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeTree } from "../src/neural/tree-decoder.ts";

/** Every assignment of heads to words 1 … rows-1, tried one by one: the best score of a tree with one word under the root. */
function bestByEnumeration(scores: Float32Array, rows: number): number {
  let best = Number.NEGATIVE_INFINITY;
  const heads = new Int32Array(rows).fill(-1);
  const isTree = (): boolean => {
    if (heads.subarray(1).filter((head) => head === 0).length !== 1) return false;
    for (let start = 1; start < rows; start += 1) {
      let at = start;
      for (let hops = 0; at > 0 && hops <= rows; hops += 1) at = heads[at]!;
      if (at > 0) return false;
    }
    return true;
  };
  const assign = (d: number, sum: number): void => {
    if (d === rows) {
      if (isTree()) best = Math.max(best, sum);
      return;
    }
    for (let h = 0; h < rows; h += 1) {
      if (h === d) continue;
      heads[d] = h;
      assign(d + 1, sum + scores[d * rows + h]!);
    }
  };
  assign(1, 0);
  return best;
}

describe("tree decoder", () => {
  it("finds the best tree with one root, as enumeration does", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 6 }),
        fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 36, maxLength: 36 }),
        (rows, values) => {
          const scores = Float32Array.from(values);
          const heads = new Int32Array(rows);
          decodeTree(scores, 0, rows, rows, heads);
          let sum = 0;
          for (let d = 1; d < rows; d += 1) sum += scores[d * rows + heads[d]!]!;
          expect(sum).toBe(bestByEnumeration(scores, rows));
          expect([...heads.subarray(1)].filter((head) => head === 0)).toHaveLength(1);
        },
      ),
      { numRuns: 300 },
    );
  });

  it("gives a tree for a long sentence whose scores are all alike", () => {
    const rows = 120;
    const heads = new Int32Array(rows);
    decodeTree(new Float32Array(rows * 128), 0, 128, rows, heads);
    expect([...heads.subarray(1)].filter((head) => head === 0)).toHaveLength(1);
    for (let start = 1; start < rows; start += 1) {
      let at = start;
      for (let hops = 0; at > 0 && hops < rows; hops += 1) at = heads[at]!;
      expect(at).toBe(0);
    }
  });

  it("takes a sentence of no words and of one", () => {
    const heads = new Int32Array(2);
    decodeTree(new Float32Array(16), 0, 16, 1, heads);
    expect(heads[0]).toBe(-1);
    decodeTree(new Float32Array(32), 0, 16, 2, heads);
    expect([...heads]).toEqual([-1, 0]);
  });
});
