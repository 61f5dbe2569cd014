/**
 * One matrix product, `C += A · B`, over float32 in a linear memory. WebAssembly with 128-bit SIMD where the engine allows it, plain JavaScript where it
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
}

const PAGE = 65536;

/** A kernel with room for `floats` numbers. `scalar: true` forces the plain one (for tests). */
export function createMatrixKernel(floats: number, options: { readonly scalar?: boolean } = {}): MatrixKernel {
  return (options.scalar === true ? undefined : createSimdKernel(floats)) ?? createScalarKernel(floats);
}

type Multiply = (a: number, ar: number, ac: number, b: number, br: number, c: number, cr: number, m: number, n: number, k: number) => void;

function createSimdKernel(floats: number): MatrixKernel | undefined {
  try {
    if (typeof WebAssembly === "undefined") return undefined;
    const memory = new WebAssembly.Memory({ initial: Math.ceil((floats * 4) / PAGE) + 1 });
    const instance = new WebAssembly.Instance(new WebAssembly.Module(assembleKernel() as BufferSource), { m: { m: memory } });
    const run = instance.exports["g"] as Multiply;
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
          run(a * 4, aRow * 4, aColumn * 4, b * 4, bRow * 4, c * 4, cRow * 4, rows, columns * 4, inner);
        }
      },
    };
  } catch {
    return undefined;
  }
}

function createScalarKernel(floats: number): MatrixKernel {
  let view = new Float32Array(floats);
  return {
    floats: () => view,
    reserve: (count) => {
      if (count <= view.length) return;
      const larger = new Float32Array(count);
      larger.set(view);
      view = larger;
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

/**
 * Assembles the module. In pseudo-code, with a strip of 16 columns in four registers:
 * `for each row: for each strip: acc = C; for k: acc += splat(A[i, k]) * B[k, strip]; C = acc`.
 */
function assembleKernel(): Uint8Array {
  const get = (local: number): number[] => [0x20, local];
  const set = (local: number): number[] => [0x21, local];
  const addTo = (local: number, amount: number[]): number[] => [...get(local), ...amount, 0x6a, ...set(local)];
  const simd = (...op: number[]): number[] => [0xfd, ...op];
  const load = (offset: number): number[] => simd(0x00, 4, ...unsigned(offset));
  const store = (offset: number): number[] => simd(0x0b, 4, ...unsigned(offset));
  // Parameters 0 … 9, then the locals.
  const [a, aRow, aColumn, b, bRow, c, cRow, rows, columns, inner] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
  const [strip, k, pa, pb, pc] = [10, 11, 12, 13, 14];
  const factor = 15;
  const sums = [16, 17, 18, 19];
  const loop = (...body: number[][]): number[] => [0x03, 0x40, ...body.flat(), 0x0b];
  const body = loop(
    [0x41, 0, ...set(strip)],
    loop(
      [...get(c), ...get(strip), 0x6a, ...set(pc)],
      ...sums.map((sum, i) => [...get(pc), ...load(16 * i), ...set(sum)]),
      [...get(a), ...set(pa), ...get(b), ...get(strip), 0x6a, ...set(pb), ...get(inner), ...set(k)],
      loop(
        [...get(pa), ...simd(0x09, 2, 0), ...set(factor)],
        ...sums.map((sum, i) => [
          ...get(sum),
          ...get(factor),
          ...get(pb),
          ...load(16 * i),
          ...simd(0xe6, 0x01),
          ...simd(0xe4, 0x01),
          ...set(sum),
        ]),
        addTo(pa, get(aColumn)),
        addTo(pb, get(bRow)),
        [...get(k), 0x41, 1, 0x6b, 0x22, k, 0x0d, 0],
      ),
      ...sums.map((sum, i) => [...get(pc), ...get(sum), ...store(16 * i)]),
      [...addTo(strip, [0x41, ...signed(64)]), ...get(strip), ...get(columns), 0x49, 0x0d, 0],
    ),
    addTo(a, get(aRow)),
    addTo(c, get(cRow)),
    [...get(rows), 0x41, 1, 0x6b, 0x22, rows, 0x0d, 0],
  );
  const code = [3, 5, 0x7f, 1, 0x7b, 4, 0x7b, ...body, 0x0b];
  const section = (id: number, content: number[]): number[] => [id, ...unsigned(content.length), ...content];
  return Uint8Array.from([
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, [1, 0x60, 10, ...new Array<number>(10).fill(0x7f), 0]),
    ...section(2, [1, 1, 0x6d, 1, 0x6d, 2, 0, 1]),
    ...section(3, [1, 0]),
    ...section(7, [1, 1, 0x67, 0, 0]),
    ...section(10, [1, ...unsigned(code.length), ...code]),
  ]);
}

function unsigned(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  while (rest > 127) {
    bytes.push((rest & 127) | 128);
    rest >>>= 7;
  }
  bytes.push(rest);
  return bytes;
}

function signed(value: number): number[] {
  return value < 64 ? [value] : [(value & 127) | 128, value >> 7];
}
