import { describe, expect, it } from "vitest";
import { addTagScores, forward, layOutWorkspace, scoreRelations } from "../src/neural/forward.ts";
import { createMatrixKernel } from "../src/neural/matrix-kernel.ts";
import { layOut, type Matrix, TABLE_COUNT, tableRows, WIDTH, WINDOWS } from "../src/neural/network-shape.ts";
import { type BackwardPass, sentenceGradients, transposeAll } from "../train/backward.ts";
import { createRandom } from "../train/random.ts";
import { embed, initialise } from "../train/train-neural.ts";

/** A network with random parameters and one sentence of eight words with a gold tree. */
function setUp() {
  const layout = layOut();
  const capacity = 16;
  const work = layOutWorkspace(3 * layout.size, capacity);
  const back = layOutWorkspace(work.end, capacity);
  const kernel = createMatrixKernel(back.end + 64);
  const floats = kernel.floats();
  const random = createRandom(3);
  initialise(floats, layout, random);
  for (const { at, rows, columns } of [layout.distances, layout.tagPairs, layout.relationDistances, layout.arcBias, layout.relationBias]) {
    for (let i = 0; i < rows * columns; i += 1) floats[at + i] = (random() - 0.5) * 0.3;
  }
  const tables = tableRows(50).map((rows) => Float32Array.from({ length: rows * WIDTH }, () => (random() * 2 - 1) * 0.4));
  const rows = 9;
  const ids = Int32Array.from({ length: rows * TABLE_COUNT }, (_, i) =>
    i % TABLE_COUNT === 0 ? i / TABLE_COUNT : Math.floor(random() * 40),
  );
  const gold = {
    ids,
    heads: Int32Array.from([0, 2, 0, 2, 3, 3, 8, 6, 2]),
    labels: Uint8Array.from({ length: 8 }, () => Math.floor(random() * 40)),
    tags: Uint8Array.from({ length: 8 }, () => 1 + Math.floor(random() * 40)),
    first: 0,
    rows,
  };
  const masks = [0, ...WINDOWS].map(() => new Float32Array(capacity * WIDTH).fill(1));
  const pass: BackwardPass = { kernel, layout, work, back, gradientsAt: layout.size, turnedAt: 2 * layout.size, masks };
  const loss = (): number => {
    floats.fill(0, layout.size, 2 * layout.size);
    transposeAll(floats, layout, 2 * layout.size);
    embed(floats, tables, ids, rows, work);
    forward(kernel, layout, work, rows);
    addTagScores(floats, layout, work, ids, rows);
    scoreRelations(kernel, layout, work, gold.heads, rows);
    return sentenceGradients(pass, gold).loss;
  };
  return { layout, floats, loss };
}

describe("the network's gradients", () => {
  it("agree with finite differences in every matrix", () => {
    const { layout, floats, loss } = setUp();
    loss();
    const gradients = floats.slice(layout.size, 2 * layout.size);
    const { windows, windowBiases, size: _, ...others } = layout;
    const matrices: [string, Matrix][] = [
      ...windows.map((matrix, i): [string, Matrix] => [`window ${i}`, matrix]),
      ...windowBiases.map((matrix, i): [string, Matrix] => [`window bias ${i}`, matrix]),
      ...Object.entries(others),
    ];
    const step = 4e-3;
    for (const [name, { at, rows, columns }] of matrices) {
      const largest = Array.from({ length: rows * columns }, (_, i) => at + i)
        .sort((a, b) => Math.abs(gradients[b]!) - Math.abs(gradients[a]!))
        .slice(0, 60)
        .filter((_, i) => i % 12 === 0);
      let difference = 0;
      let size = 0;
      for (const cell of largest) {
        const value = floats[cell]!;
        floats[cell] = value + step;
        const above = loss();
        floats[cell] = value - step;
        const below = loss();
        floats[cell] = value;
        const measured = (above - below) / (2 * step);
        difference += Math.abs(measured - gradients[cell]!);
        size += Math.abs(measured);
      }
      expect(size, name).toBeGreaterThan(0);
      // Rectified units make the loss bend, so single cells may be a little off.
      expect(difference / size, name).toBeLessThan(0.05);
    }
  });
});
