import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ChanceryError, dataFactory as f, loadNQuads, QuadStore } from "../src/index.ts";
import { xxhash32 } from "../src/snapshot/xxhash32.ts";

const TEXT = `
<http://e/a> <http://e/p> "plain" .
<http://e/a> <http://e/p> "42"^^<http://www.w3.org/2001/XMLSchema#integer> <http://e/g1> .
<http://e/a> <http://e/p> "x"^^<http://e/datatype> <http://e/g2> .
<http://e/a> <http://e/p> "x"^^<http://e/datatype> _:g .
<http://e/b> <http://e/q> "grüß Gott 😀"@de-AT .
<http://e/b> <http://e/q> "مرحبا"@ar--rtl <http://e/g1> .
_:n <http://e/p> <<( <http://e/a> <http://e/p> <<( _:n <http://e/q> "deep" )>> )>> .
`;

function sample(): QuadStore {
  const store = new QuadStore();
  loadNQuads(store, TEXT);
  return store;
}

/** All quads with their term ids, in a fixed order. */
function dump(store: QuadStore): string[] {
  return [...store].map((quad) => JSON.stringify([quad, store.dictionary.idOf(quad.subject), store.dictionary.idOf(quad.object)])).sort();
}

function codeOf(bytes: Uint8Array): string {
  try {
    QuadStore.fromBytes(bytes);
  } catch (error) {
    expect(error).toBeInstanceOf(ChanceryError);
    return (error as ChanceryError).code;
  }
  return "accepted";
}

describe("snapshot", () => {
  it("brings back the same quads, ids, columns and blank node scopes", () => {
    const store = sample();
    const copy = QuadStore.fromBytes(store.toBytes());
    expect(dump(copy)).toEqual(dump(store));
    expect(copy.size).toBe(7);
    const { columns } = copy.dictionary;
    const id = copy.dictionary.idOf(f.literal("42", f.namedNode("http://www.w3.org/2001/XMLSchema#integer")));
    expect(columns.values[id]).toBe(42);
    // A later parse must not meet the blank nodes of the first.
    expect(loadNQuads(copy, '_:n <http://e/q> "deep" .').added).toBe(1);
    expect(copy.add(f.quad(f.namedNode("http://e/a"), f.namedNode("http://e/p"), f.literal("plain")))).toBe(false);
    expect(
      copy.add(f.quad(f.namedNode("http://e/new"), f.namedNode("http://e/p"), f.literal("x", f.namedNode("http://e/datatype2")))),
    ).toBe(true);
    expect(dump(QuadStore.fromBytes(copy.toBytes()))).toEqual(dump(copy));
  });

  it("round-trips an empty store, and gives the same bytes for the same store", () => {
    expect(QuadStore.fromBytes(new QuadStore().toBytes()).size).toBe(0);
    expect(sample().toBytes()).toEqual(sample().toBytes());
  });

  it("writes pending additions and removals", () => {
    const store = sample();
    const gone = f.quad(f.namedNode("http://e/a"), f.namedNode("http://e/p"), f.literal("plain"));
    store.optimize();
    store.remove(gone);
    store.add(f.quad(f.namedNode("http://e/z"), f.namedNode("http://e/p"), f.namedNode("http://e/a"), f.namedNode("http://e/g9")));
    const copy = QuadStore.fromBytes(store.toBytes());
    expect(copy.has(gone)).toBe(false);
    expect(dump(copy)).toEqual(dump(store));
  });

  it("reads the same bytes again and again, wherever they lie, whatever is written to the stores", () => {
    const bytes = sample().toBytes();
    const expected = dump(QuadStore.fromBytes(bytes));
    for (let offset = 0; offset < 9; offset++) {
      const buffer = new Uint8Array(bytes.length + offset);
      buffer.set(bytes, offset);
      const store = QuadStore.fromBytes(buffer.subarray(offset));
      expect(dump(store)).toEqual(expected);
      for (let i = 0; i < 2_000; i++)
        store.add(f.quad(f.namedNode(`http://e/${offset}/${i}`), f.namedNode("http://e/p"), f.literal(String(i))));
      expect(store.size).toBe(expected.length + 2_000);
      expect(dump(QuadStore.fromBytes(buffer.subarray(offset)))).toEqual(expected);
    }
  });

  it("refuses every truncation", () => {
    const bytes = sample().toBytes();
    for (let length = 0; length < bytes.length; length++) expect(codeOf(bytes.slice(0, length))).toBe("snapshot.truncated");
  });

  it("refuses every changed byte", () => {
    const bytes = sample().toBytes();
    for (let at = 0; at < bytes.length; at++) {
      for (const mask of [0x01, 0x80, 0xff]) {
        const damaged = bytes.slice();
        damaged[at]! ^= mask;
        expect(codeOf(damaged)).toBe(at < 8 ? "snapshot.foreign" : "snapshot.corrupt");
      }
    }
  });

  it("refuses other files, other versions and trailing bytes", () => {
    const bytes = sample().toBytes();
    expect(codeOf(new TextEncoder().encode(TEXT))).toBe("snapshot.foreign");
    expect(codeOf(Uint8Array.of(...bytes, 0))).toBe("snapshot.corrupt");
    const later = bytes.slice();
    const view = new DataView(later.buffer);
    view.setUint32(8, 2, true);
    view.setUint32(28, xxhash32(later, 0, 28), true);
    expect(codeOf(later)).toBe("snapshot.version");
  });

  it("never accepts, nor fails on otherwise, damage that comes with a right checksum", () => {
    const bytes = sample().toBytes();
    const original = dump(QuadStore.fromBytes(bytes));
    fc.assert(
      fc.property(fc.nat(bytes.length - 33), fc.integer({ min: 1, max: 255 }), (offset, mask) => {
        const crafted = bytes.slice();
        crafted[32 + offset]! ^= mask;
        const view = new DataView(crafted.buffer);
        view.setUint32(24, xxhash32(crafted, 32), true);
        view.setUint32(28, xxhash32(crafted, 0, 28), true);
        const code = codeOf(crafted);
        if (code !== "accepted") {
          expect(code).toBe("snapshot.corrupt");
          return;
        }
        // What is let through is another valid store (say, another letter in a literal): it works, and can be written as N-Quads.
        expect(dump(QuadStore.fromBytes(crafted)).length).toBe(original.length);
      }),
      { numRuns: 500 },
    );
  });

  it("computes XXH32 as published", () => {
    const hash = (text: string): number => xxhash32(new TextEncoder().encode(text));
    expect(hash("")).toBe(0x02cc5d05);
    expect(hash("a")).toBe(0x550d7456);
    expect(hash("abc")).toBe(0x32d153ff);
    expect(hash("Nobody inspects the spammish repetition")).toBe(0xe2293b2f);
  });
});
