import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ROUNDING } from "../src/neural/kernel-code.ts";
import { createMatrixKernel, type MatrixKernel } from "../src/neural/matrix-kernel.ts";

/** A kernel whose memory holds the same numbers every time. */
function filled(scalar: boolean): MatrixKernel {
  const kernel = createMatrixKernel(4096, { scalar });
  const floats = kernel.floats();
  let state = 1;
  for (let i = 0; i < 4096; i += 1) {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    floats[i] = (state / 0x7fffffff - 0.5) * 8;
  }
  return kernel;
}

describe("matrix kernel", () => {
  it("multiplies", () => {
    for (const scalar of [false, true]) {
      const kernel = createMatrixKernel(256, { scalar });
      const floats = kernel.floats();
      floats.set([1, 2, 3, 4], 0);
      for (let j = 0; j < 16; j += 1) {
        floats[16 + j] = j;
        floats[32 + j] = 100;
        floats[64 + j] = 0.5;
        floats[80 + j] = 0;
      }
      kernel.multiply(0, 2, 1, 16, 16, 64, 16, 2, 16, 2);
      expect([...floats.subarray(64, 67)]).toEqual([200.5, 201.5, 202.5]);
      expect([...floats.subarray(80, 83)]).toEqual([400, 403, 406]);
    }
  });

  it("gives the same bits with and without WebAssembly, also where rows of the result overlap", () => {
    fc.assert(
      fc.property(
        fc.record({
          rows: fc.integer({ min: 0, max: 6 }),
          strips: fc.integer({ min: 1, max: 3 }),
          inner: fc.integer({ min: 0, max: 9 }),
          aRow: fc.integer({ min: 1, max: 12 }),
          aColumn: fc.integer({ min: 1, max: 12 }),
          cRow: fc.integer({ min: 4, max: 50 }),
        }),
        ({ rows, strips, inner, aRow, aColumn, cRow }) => {
          const [fast, plain] = [filled(false), filled(true)];
          for (const kernel of [fast, plain]) {
            kernel.multiply(3, aRow, aColumn, 512, strips * 16, 2048, cRow, rows, strips * 16, inner);
            kernel.squash(2048, 64);
            kernel.gate(2080, 16);
          }
          expect(plain.floats().subarray(0, 4096)).toEqual(fast.floats().subarray(0, 4096));
        },
      ),
      { numRuns: 60 },
    );
  });

  it("multiplies in integers, with the same bits either way and close to the product in floats", () => {
    const [inner, columns, rows] = [24, 32, 5];
    const results = [false, true].map((scalar) => {
      const kernel = createMatrixKernel(8192, { scalar });
      const floats = kernel.floats();
      for (let i = 0; i < rows * inner; i += 1) floats[i] = Math.sin(i) * 3;
      const shorts = new Int16Array(floats.buffer);
      const weight = (k: number, j: number): number => ((k * 7 + j * 13) % 255) - 127;
      for (let k = 0; k < inner; k += 1)
        for (let j = 0; j < columns; j += 1) shorts[(1024 + (k >> 1) * columns + j) * 2 + (k & 1)] = weight(k, j);
      for (let j = 0; j < columns; j += 1) floats[3000 + j] = 0.01 / ROUNDING;
      kernel.round(0, 512, rows * inner);
      kernel.multiplyIntegers(512, inner / 2, 1024, 4096, columns, 3000, rows, columns, inner / 2);
      for (let i = 0; i < rows; i += 1) {
        for (let j = 0; j < columns; j += 1) {
          let exact = 0;
          for (let k = 0; k < inner; k += 1) exact += Math.sin(i * inner + k) * 3 * weight(k, j) * 0.01;
          expect(Math.abs(floats[4096 + i * columns + j]! - exact)).toBeLessThan(0.03);
        }
      }
      return floats.slice(4096, 4096 + rows * columns);
    });
    expect(results[1]).toEqual(results[0]);
  });

  it("rounds to even and saturates, either way", () => {
    for (const scalar of [false, true]) {
      const kernel = createMatrixKernel(64, { scalar });
      kernel.floats().set(
        [0.5, 1.5, -0.5, -1.5, 2.25, 1e9, -1e9, 0].map((value) => value / ROUNDING),
        0,
      );
      kernel.floats().set([1e6, -1e6], 5);
      kernel.round(0, 32, 8);
      expect([...new Int16Array(kernel.floats().buffer, 128, 8)]).toEqual([0, 2, 0, -2, 2, 32767, -32768, 0]);
    }
  });

  it("squashes into -1 … 1 and keeps its content when it grows", () => {
    for (const scalar of [false, true]) {
      const kernel = createMatrixKernel(16, { scalar });
      kernel.floats().set([0, 1, -1, 1e6], 0);
      kernel.squash(0, 4);
      kernel.reserve(1_000_000);
      const [zero, one, minus, large] = kernel.floats();
      expect(zero).toBe(0);
      expect(one).toBeCloseTo(Math.SQRT1_2, 6);
      expect(minus).toBeCloseTo(-Math.SQRT1_2, 6);
      expect(large).toBeCloseTo(1, 5);
      expect(kernel.floats().length).toBeGreaterThanOrEqual(1_000_000);
    }
  });
});
