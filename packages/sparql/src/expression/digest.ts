import { CUBE_ROOTS, SHA384_START, SHA512_START } from "./digest-constants.ts";

/** MD5, SHA-1 and SHA-2 over UTF-8, synchronous, which Web Crypto is not (RFC 1321, FIPS 180-4). */
export type DigestName = "md5" | "sha1" | "sha256" | "sha384" | "sha512";

/** Hexadecimal digest of a text, lower case. */
export function digest(name: DigestName, text: string): string {
  const bytes = new TextEncoder().encode(text);
  switch (name) {
    case "md5":
      return md5(bytes);
    case "sha1":
      return sha1(bytes);
    case "sha256":
      return sha256(bytes);
    case "sha384":
      return sha512(bytes, SHA384_START).slice(0, 96);
    case "sha512":
      return sha512(bytes, SHA512_START);
  }
}

/** The message with its 0x80, zeros and bit length, in blocks. */
function padded(bytes: Uint8Array, block: 64 | 128, littleEndian: boolean): DataView {
  const lengthBytes = block / 8;
  const size = Math.ceil((bytes.length + 1 + lengthBytes) / block) * block;
  const buffer = new Uint8Array(size);
  buffer.set(bytes);
  buffer[bytes.length] = 0x80;
  const view = new DataView(buffer.buffer);
  const bits = bytes.length * 8;
  const high = Math.floor(bits / 2 ** 32);
  if (littleEndian) {
    view.setUint32(size - 8, bits >>> 0, true);
    view.setUint32(size - 4, high, true);
  } else {
    view.setUint32(size - 4, bits >>> 0);
    view.setUint32(size - 8, high);
  }
  return view;
}

const hex32 = (word: number): string => (word >>> 0).toString(16).padStart(8, "0");
const rotateLeft = (word: number, by: number): number => (word << by) | (word >>> (32 - by));
const rotateRight = (word: number, by: number): number => (word >>> by) | (word << (32 - by));

const MD5_SHIFTS = [7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21];
const MD5_CONSTANTS = Array.from({ length: 64 }, (_, i) => Math.floor(Math.abs(Math.sin(i + 1)) * 2 ** 32) | 0);

function md5(bytes: Uint8Array): string {
  const view = padded(bytes, 64, true);
  let a0 = 0x67452301;
  let b0 = 0xefcdab89 | 0;
  let c0 = 0x98badcfe | 0;
  let d0 = 0x10325476;
  for (let offset = 0; offset < view.byteLength; offset += 64) {
    let a = a0;
    let b = b0;
    let c = c0;
    let d = d0;
    for (let i = 0; i < 64; i++) {
      let f: number;
      let word: number;
      if (i < 16) [f, word] = [(b & c) | (~b & d), i];
      else if (i < 32) [f, word] = [(d & b) | (~d & c), (5 * i + 1) % 16];
      else if (i < 48) [f, word] = [b ^ c ^ d, (3 * i + 5) % 16];
      else [f, word] = [c ^ (b | ~d), (7 * i) % 16];
      const sum = (a + f + MD5_CONSTANTS[i]! + view.getInt32(offset + word * 4, true)) | 0;
      a = d;
      d = c;
      c = b;
      b = (b + rotateLeft(sum, MD5_SHIFTS[(i >> 4) * 4 + (i % 4)]!)) | 0;
    }
    a0 = (a0 + a) | 0;
    b0 = (b0 + b) | 0;
    c0 = (c0 + c) | 0;
    d0 = (d0 + d) | 0;
  }
  const swap = (word: number): number => (rotateLeft(word, 8) & 0x00ff00ff) | (rotateLeft(word, 24) & (0xff00ff00 | 0));
  return [a0, b0, c0, d0].map((word) => hex32(swap(word))).join("");
}

function sha1(bytes: Uint8Array): string {
  const view = padded(bytes, 64, false);
  const state = [0x67452301, 0xefcdab89 | 0, 0x98badcfe | 0, 0x10325476, 0xc3d2e1f0 | 0];
  const words = new Int32Array(80);
  for (let offset = 0; offset < view.byteLength; offset += 64) {
    for (let i = 0; i < 16; i++) words[i] = view.getInt32(offset + i * 4);
    for (let i = 16; i < 80; i++) words[i] = rotateLeft(words[i - 3]! ^ words[i - 8]! ^ words[i - 14]! ^ words[i - 16]!, 1);
    let [a, b, c, d, e] = state as [number, number, number, number, number];
    for (let i = 0; i < 80; i++) {
      let f: number;
      if (i < 20) f = ((b & c) | (~b & d)) + 0x5a827999;
      else if (i < 40) f = (b ^ c ^ d) + 0x6ed9eba1;
      else if (i < 60) f = ((b & c) | (b & d) | (c & d)) + (0x8f1bbcdc | 0);
      else f = (b ^ c ^ d) + (0xca62c1d6 | 0);
      const next = (rotateLeft(a, 5) + f + e + words[i]!) | 0;
      e = d;
      d = c;
      c = rotateLeft(b, 30);
      b = a;
      a = next;
    }
    [a, b, c, d, e].forEach((word, i) => {
      state[i] = (state[i]! + word) | 0;
    });
  }
  return state.map(hex32).join("");
}

const SHA256_CONSTANTS = CUBE_ROOTS.slice(0, 64).map((root) => Number(root >> 32n) | 0);
const SHA256_START = SHA512_START.map((root) => Number(root >> 32n) | 0);

function sha256(bytes: Uint8Array): string {
  const view = padded(bytes, 64, false);
  const state = Int32Array.from(SHA256_START);
  const words = new Int32Array(64);
  for (let offset = 0; offset < view.byteLength; offset += 64) {
    for (let i = 0; i < 16; i++) words[i] = view.getInt32(offset + i * 4);
    for (let i = 16; i < 64; i++) {
      const x = words[i - 15]!;
      const y = words[i - 2]!;
      const s0 = rotateRight(x, 7) ^ rotateRight(x, 18) ^ (x >>> 3);
      const s1 = rotateRight(y, 17) ^ rotateRight(y, 19) ^ (y >>> 10);
      words[i] = (words[i - 16]! + s0 + words[i - 7]! + s1) | 0;
    }
    let [a, b, c, d, e, f, g, h] = state as unknown as [number, number, number, number, number, number, number, number];
    for (let i = 0; i < 64; i++) {
      const s1 = rotateRight(e, 6) ^ rotateRight(e, 11) ^ rotateRight(e, 25);
      const t1 = (h + s1 + ((e & f) ^ (~e & g)) + SHA256_CONSTANTS[i]! + words[i]!) | 0;
      const s0 = rotateRight(a, 2) ^ rotateRight(a, 13) ^ rotateRight(a, 22);
      const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      h = g;
      g = f;
      f = e;
      e = (d + t1) | 0;
      d = c;
      c = b;
      b = a;
      a = (t1 + t2) | 0;
    }
    [a, b, c, d, e, f, g, h].forEach((word, i) => {
      state[i] = (state[i]! + word) | 0;
    });
  }
  return [...state].map(hex32).join("");
}

const MASK = 0xffffffffffffffffn;
const rotate64 = (word: bigint, by: bigint): bigint => ((word >> by) | (word << (64n - by))) & MASK;

function sha512(bytes: Uint8Array, start: readonly bigint[]): string {
  const view = padded(bytes, 128, false);
  const state = [...start];
  const words = new Array<bigint>(80);
  for (let offset = 0; offset < view.byteLength; offset += 128) {
    for (let i = 0; i < 16; i++) words[i] = view.getBigUint64(offset + i * 8);
    for (let i = 16; i < 80; i++) {
      const x = words[i - 15]!;
      const y = words[i - 2]!;
      const s0 = rotate64(x, 1n) ^ rotate64(x, 8n) ^ (x >> 7n);
      const s1 = rotate64(y, 19n) ^ rotate64(y, 61n) ^ (y >> 6n);
      words[i] = (words[i - 16]! + s0 + words[i - 7]! + s1) & MASK;
    }
    let [a, b, c, d, e, f, g, h] = state as [bigint, bigint, bigint, bigint, bigint, bigint, bigint, bigint];
    for (let i = 0; i < 80; i++) {
      const s1 = rotate64(e, 14n) ^ rotate64(e, 18n) ^ rotate64(e, 41n);
      const t1 = h + s1 + ((e & f) ^ (~e & MASK & g)) + CUBE_ROOTS[i]! + words[i]!;
      const s0 = rotate64(a, 28n) ^ rotate64(a, 34n) ^ rotate64(a, 39n);
      const t2 = s0 + ((a & b) ^ (a & c) ^ (b & c));
      h = g;
      g = f;
      f = e;
      e = (d + t1) & MASK;
      d = c;
      c = b;
      b = a;
      a = (t1 + t2) & MASK;
    }
    [a, b, c, d, e, f, g, h].forEach((word, i) => {
      state[i] = (state[i]! + word) & MASK;
    });
  }
  return state.map((word) => word.toString(16).padStart(16, "0")).join("");
}
