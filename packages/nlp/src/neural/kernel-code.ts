/**
 * Numbers become 16-bit integers in steps of 1 / ROUNDING, so that ±64 can be said. A power of two, so that scaling is exact.
 */
export const ROUNDING = 512;

// Instructions of the assembler below.
const get = (local: number): number[] => [0x20, local];
const set = (local: number): number[] => [0x21, local];
const addTo = (local: number, amount: number[]): number[] => [...get(local), ...amount, 0x6a, ...set(local)];
const simd = (...op: number[]): number[] => [0xfd, ...op];
const load = (offset: number): number[] => simd(0x00, 4, ...unsigned(offset));
const store = (offset: number): number[] => simd(0x0b, 4, ...unsigned(offset));
const constant = (value: number): number[] => [0x41, ...signed(value)];
const loop = (...body: number[][]): number[] => [0x03, 0x40, ...body.flat(), 0x0b];
/** Runs `body` where `condition` leaves a number other than 0. */
const when = (condition: number[], body: number[]): number[] => [...condition, 0x04, 0x40, ...body, 0x0b];
/** Counts a local down by `step` and jumps to the head of the innermost loop while it is not zero. */
const countDown = (local: number): number[] => [...get(local), ...constant(1), 0x6b, 0x22, local, 0x0d, 0];
const MULTIPLY = simd(0xe6, 0x01);
const ADD = simd(0xe4, 0x01);

/**
 * Assembles the module: memory `m.m` in; functions `product`, `squash`, `gate`, `round` and `integers` out. All parameters are i32: byte addresses and
 * strides, `columns` in bytes, counts.
 */
export function assembleKernel(): Uint8Array {
  const section = (id: number, content: number[]): number[] => [id, ...unsigned(content.length), ...content];
  const functions = [
    { name: "product", parameters: 10, integers: 5, vectors: 5, body: productBody() },
    { name: "squash", parameters: 2, integers: 0, vectors: 1, body: squashBody() },
    { name: "gate", parameters: 2, integers: 0, vectors: 0, body: gateBody() },
    { name: "round", parameters: 3, integers: 0, vectors: 0, body: roundBody() },
    { name: "integers", parameters: 9, integers: 8, vectors: 11, body: integersBody() },
  ];
  const i32 = 0x7f;
  const v128 = 0x7b;
  const types = functions.flatMap(({ parameters }) => [0x60, parameters, ...new Array<number>(parameters).fill(i32), 0]);
  const exported = functions.flatMap(({ name }, index) => [name.length, ...Array.from(name, (letter) => letter.charCodeAt(0)), 0, index]);
  const codes = functions.flatMap(({ integers, vectors, body }) => {
    const bytes = [2, integers, i32, vectors, v128, ...body, 0x0b];
    return [...unsigned(bytes.length), ...bytes];
  });
  return Uint8Array.from([
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, [functions.length, ...types]),
    ...section(2, [1, 1, 0x6d, 1, 0x6d, 2, 0, 1]),
    ...section(3, [functions.length, ...functions.map((_, index) => index)]),
    ...section(7, [functions.length, ...exported]),
    ...section(10, [functions.length, ...codes]),
  ]);
}

/**
 * With strips of 16 columns in four registers: `for each row: for each strip: sums = C; for k: sums += splat(A[i, k]) * B[k, strip]; C = sums`.
 * Two rows at a time were not faster (measured: V8 of Node 20).
 */
function productBody(): number[] {
  const [a, aRow, aColumn, b, bRow, c, cRow, rows, columns, inner] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] as const;
  const [strip, k, pa, pb, pc, factor] = [10, 11, 12, 13, 14, 15] as const;
  const sums = [16, 17, 18, 19];
  return loop(
    [...constant(0), ...set(strip)],
    loop(
      [...get(c), ...get(strip), 0x6a, ...set(pc)],
      ...sums.map((sum, i) => [...get(pc), ...load(16 * i), ...set(sum)]),
      [...get(a), ...set(pa), ...get(b), ...get(strip), 0x6a, ...set(pb), ...get(inner), ...set(k)],
      loop(
        [...get(pa), ...simd(0x09, 2, 0), ...set(factor)],
        ...sums.map((sum, i) => [...get(sum), ...get(factor), ...get(pb), ...load(16 * i), ...MULTIPLY, ...ADD, ...set(sum)]),
        addTo(pa, get(aColumn)),
        addTo(pb, get(bRow)),
        countDown(k),
      ),
      ...sums.map((sum, i) => [...get(pc), ...get(sum), ...store(16 * i)]),
      [...addTo(strip, constant(64)), ...get(strip), ...get(columns), 0x49, 0x0d, 0],
    ),
    addTo(a, get(aRow)),
    addTo(c, get(cRow)),
    countDown(rows),
  );
}

/** Four numbers at a time. */
function squashBody(): number[] {
  const [at, count, x] = [0, 1, 2] as const;
  const one = simd(0x0c, ...[0, 0, 0x80, 0x3f, 0, 0, 0x80, 0x3f, 0, 0, 0x80, 0x3f, 0, 0, 0x80, 0x3f]);
  return loop(
    [...get(at), ...load(0), ...set(x)],
    [...get(at), ...get(x), ...one, ...get(x), ...get(x), ...MULTIPLY, ...ADD, ...simd(0xe3, 0x01), ...simd(0xe7, 0x01), ...store(0)],
    addTo(at, constant(16)),
    [...addTo(count, constant(-4)), ...get(count), 0x0d, 0],
  );
}

/** Four numbers at a time: half the number and a half. */
function gateBody(): number[] {
  const [at, count] = [0, 1] as const;
  const bytes = floatBytes(0.5);
  const half = simd(0x0c, ...bytes, ...bytes, ...bytes, ...bytes);
  return loop([...get(at), ...get(at), ...load(0), ...half, ...MULTIPLY, ...half, ...ADD, ...store(0)], addTo(at, constant(16)), [
    ...addTo(count, constant(-4)),
    ...get(count),
    0x0d,
    0,
  ]);
}

/** Eight numbers at a time: times `ROUNDING`, to the nearest integer (ties to even), saturated to 16 bits. */
function roundBody(): number[] {
  const [from, to, count] = [0, 1, 2] as const;
  const scale = floatBytes(ROUNDING);
  const factor = simd(0x0c, ...scale, ...scale, ...scale, ...scale);
  const four = (offset: number): number[] => [...get(from), ...load(offset), ...factor, ...MULTIPLY, ...simd(0x6a), ...simd(0xf8, 0x01)];
  return loop([...get(to), ...four(0), ...four(16), ...simd(0x85, 0x01), ...store(0)], addTo(from, constant(32)), addTo(to, constant(16)), [
    ...addTo(count, constant(-8)),
    ...get(count),
    0x0d,
    0,
  ]);
}

/**
 * As `productBody`, over 16-bit integers two at a time (`i32x4.dot_i16x8_s`), with B in pairs of rows: columns j and k, k + 1 lie together. The sums are
 * scaled a column at the end. Two rows at a time, so that what is loaded of B serves both; the last row of an odd number stands alone.
 * Strips stand outside, for a strip of B stays in the nearest cache while all rows pass over it; so rows of C must not overlap.
 */
function integersBody(): number[] {
  const [a, aRow, b, c, cRow, scales, rows, columns, pairs] = [0, 1, 2, 3, 4, 5, 6, 7, 8] as const;
  const [strip, k, pa, pb, pc, row, rest, qa] = [9, 10, 11, 12, 13, 14, 15, 16] as const;
  const [factor, factor2, loaded] = [17, 18, 19] as const;
  const upper = [20, 21, 22, 23];
  const lower = [24, 25, 26, 27];
  const zero = simd(0x0c, ...new Array<number>(16).fill(0));
  const dot = (sum: number, by: number): number[] => [
    ...get(sum),
    ...get(by),
    ...get(loaded),
    ...simd(0xba, 0x01),
    ...simd(0xae, 0x01),
    ...set(sum),
  ];
  // Adds the scaled sums to the row of C at `pc`.
  const finish = (sums: readonly number[]): number[] => [
    ...get(scales),
    ...get(strip),
    0x6a,
    ...set(pb),
    ...sums.flatMap((sum, i) => [
      ...get(pc),
      ...[...get(pc), ...load(16 * i)],
      ...[...get(sum), ...simd(0xfa, 0x01), ...get(pb), ...load(16 * i), ...MULTIPLY],
      ...[...ADD, ...store(16 * i)],
    ]),
  ];
  const sumUp = (both: boolean): number[] => [
    ...(both ? [...upper, ...lower] : upper).flatMap((sum) => [...zero, ...set(sum)]),
    ...[...get(row), ...set(pa), ...get(b), ...get(strip), 0x6a, ...set(pb), ...get(pairs), ...set(k)],
    ...(both ? [...get(row), ...get(aRow), 0x6a, ...set(qa)] : []),
    ...loop(
      [...get(pa), ...simd(0x09, 2, 0), ...set(factor)],
      both ? [...get(qa), ...simd(0x09, 2, 0), ...set(factor2)] : [],
      ...upper.map((sum, i) => [
        ...[...get(pb), ...load(16 * i), ...set(loaded)],
        ...dot(sum, factor),
        ...(both ? dot(lower[i] as number, factor2) : []),
      ]),
      addTo(pa, constant(4)),
      both ? addTo(qa, constant(4)) : [],
      addTo(pb, get(columns)),
      countDown(k),
    ),
    ...finish(upper),
    ...addTo(row, get(aRow)),
    ...addTo(pc, get(cRow)),
    ...(both ? [...finish(lower), ...addTo(row, get(aRow)), ...addTo(pc, get(cRow))] : []),
  ];
  return [
    ...[...constant(0), ...set(strip)],
    ...loop(
      [...get(a), ...set(row), ...get(c), ...get(strip), 0x6a, ...set(pc)],
      when([...get(rows), ...constant(1), 0x76], [...get(rows), ...constant(1), 0x76, ...set(rest), ...loop(sumUp(true), countDown(rest))]),
      when([...get(rows), ...constant(1), 0x71], sumUp(false)),
      [...addTo(strip, constant(64)), ...get(strip), ...get(columns), 0x49, 0x0d, 0],
    ),
  ];
}

function floatBytes(value: number): number[] {
  const view = new DataView(new ArrayBuffer(4));
  view.setFloat32(0, value, true);
  return [0, 1, 2, 3].map((i) => view.getUint8(i));
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

/** Signed LEB128 of a small number, -64 … 8191. */
function signed(value: number): number[] {
  return value < 64 ? [value & 127] : [(value & 127) | 128, value >> 7];
}
