import { assembleKernel, ROUNDING } from "./kernel-code.ts";

/**
 * Matrix products over a linear memory. WebAssembly with 128-bit SIMD where the engine allows it, plain JavaScript where it
 * does not (a content security policy without `wasm-unsafe-eval`, an old browser); both add in the same order with the same rounding, so they agree to
 * the bit.
 */
export interface MatrixKernel {
  /** The memory; the view changes when `reserve` grows it, so don't keep it. */
  readonly floats: () => Float32Array;
  /** Makes the memory at least `count` floats long; its content stays. */
  readonly reserve: (count: number) => void;
  /**
   * `C[i, j] += Σ A[i, k] · B[k, j]`. Positions and strides are in floats. `columns` must be a multiple of 16.
   *
   * @param a Position of A, whose element (i, k) is at `a + i * aRow + k * aColumn`. B and C have consecutive columns.
   */
  readonly multiply: (
    a: number,
    aRow: number,
    aColumn: number,
    b: number,
    bRow: number,
    c: number,
    cRow: number,
    rows: number,
    columns: number,
    inner: number,
  ) => void;
  /**
   * `C[i, j] += scales[j] · Σ A[i, k] · B[k, j]` where A and B are 16-bit integers, two a float's room, and B's rows lie in pairs: (2k, j) and (2k + 1, j)
   * side by side. Positions and strides in floats; `pairs` is half the number of k; `columns` must be a multiple of 16. Rows of C must not overlap.
   */
  readonly multiplyIntegers: (
    a: number,
    aRow: number,
    b: number,
    c: number,
    cRow: number,
    scales: number,
    rows: number,
    columns: number,
    pairs: number,
  ) => void;
  /** Rounds `count` floats at `from` to 16-bit integers in steps of 1 / `ROUNDING` at `to`. `count` must be a multiple of 8. */
  readonly round: (from: number, to: number, count: number) => void;
  /** `x / √(1 + x²)` in place, for `count` numbers from position `at`; both must be multiples of 4. */
  readonly squash: (at: number, count: number) => void;
  /** `0.5 + x / 2` in place, for `count` numbers from position `at`; `count` must be a multiple of 4. */
  readonly gate: (at: number, count: number) => void;
}

const PAGE = 65536;

/** A kernel with room for `floats` numbers. `scalar: true` forces the plain one (for tests). */
export function createMatrixKernel(floats: number, options: { readonly scalar?: boolean } = {}): MatrixKernel {
  return (options.scalar === true ? undefined : createSimdKernel(floats)) ?? createScalarKernel(floats);
}

function createSimdKernel(floats: number): MatrixKernel | undefined {
  try {
    if (typeof WebAssembly === "undefined") return undefined;
    const memory = new WebAssembly.Memory({ initial: Math.ceil((floats * 4) / PAGE) + 1 });
    const instance = new WebAssembly.Instance(new WebAssembly.Module(assembleKernel() as BufferSource), { m: { m: memory } });
    const { product, squash, gate, round, integers } = instance.exports as Readonly<Record<string, (...parameters: number[]) => void>>;
    if (product === undefined || squash === undefined || gate === undefined || round === undefined || integers === undefined)
      return undefined;
    let view = new Float32Array(memory.buffer);
    return {
      floats: () => view,
      reserve: (count) => {
        const missing = count * 4 - memory.buffer.byteLength;
        if (missing <= 0) return;
        memory.grow(Math.ceil(missing / PAGE));
        view = new Float32Array(memory.buffer);
      },
      multiply: (a, aRow, aColumn, b, bRow, c, cRow, rows, columns, inner) => {
        if (rows > 0 && columns > 0 && inner > 0) {
          product(a * 4, aRow * 4, aColumn * 4, b * 4, bRow * 4, c * 4, cRow * 4, rows, columns * 4, inner);
        }
      },
      multiplyIntegers: (a, aRow, b, c, cRow, scales, rows, columns, pairs) => {
        if (rows > 0 && columns > 0 && pairs > 0) integers(a * 4, aRow * 4, b * 4, c * 4, cRow * 4, scales * 4, rows, columns * 4, pairs);
      },
      round: (from, to, count) => {
        if (count > 0) round(from * 4, to * 4, count);
      },
      squash: (at, count) => {
        if (count > 0) squash(at * 4, count);
      },
      gate: (at, count) => {
        if (count > 0) gate(at * 4, count);
      },
    };
  } catch {
    return undefined;
  }
}

function createScalarKernel(floats: number): MatrixKernel {
  let view = new Float32Array(floats);
  let shorts = new Int16Array(view.buffer);
  return {
    floats: () => view,
    reserve: (count) => {
      if (count <= view.length) return;
      const larger = new Float32Array(count);
      larger.set(view);
      view = larger;
      shorts = new Int16Array(view.buffer);
    },
    multiplyIntegers: (a, aRow, b, c, cRow, scales, rows, columns, pairs) => {
      const sums = new Int32Array(columns);
      for (let i = 0; i < rows; i += 1) {
        sums.fill(0);
        const from = (a + i * aRow) * 2;
        for (let k = 0; k < pairs; k += 1) {
          const x = shorts[from + 2 * k]!;
          const y = shorts[from + 2 * k + 1]!;
          const at = (b + k * columns) * 2;
          for (let j = 0; j < columns; j += 1) sums[j] = sums[j]! + x * shorts[at + 2 * j]! + y * shorts[at + 2 * j + 1]!;
        }
        const to = c + i * cRow;
        for (let j = 0; j < columns; j += 1)
          view[to + j] = Math.fround(view[to + j]! + Math.fround(Math.fround(sums[j]!) * view[scales + j]!));
      }
    },
    round: (from, to, count) => {
      // Adding 1.5 · 2^23 leaves no bits after the point, rounded to even as the processor rounds.
      const magic = 12582912;
      for (let i = 0; i < count; i += 1) {
        const scaled = Math.max(-4e6, Math.min(4e6, view[from + i]! * ROUNDING));
        shorts[to * 2 + i] = Math.max(-32768, Math.min(32767, Math.fround(Math.fround(scaled + magic) - magic)));
      }
    },
    squash: (at, count) => {
      for (let i = at; i < at + count; i += 1) {
        const x = view[i]!;
        view[i] = x / Math.fround(Math.sqrt(Math.fround(1 + Math.fround(x * x))));
      }
    },
    gate: (at, count) => {
      for (let i = at; i < at + count; i += 1) view[i] = 0.5 + 0.5 * view[i]!;
    },
    multiply: (a, aRow, aColumn, b, bRow, c, cRow, rows, columns, inner) => {
      for (let i = 0; i < rows; i += 1) {
        const to = c + i * cRow;
        for (let k = 0; k < inner; k += 1) {
          const factor = view[a + i * aRow + k * aColumn]!;
          const from = b + k * bRow;
          for (let j = 0; j < columns; j += 1) view[to + j] = Math.fround(view[to + j]! + Math.fround(factor * view[from + j]!));
        }
      }
    },
  };
}
