import type * as RDF from "@rdfjs/types";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  ChanceryError,
  DATATYPE_IRIS,
  Datatype,
  Dictionary,
  dataFactory as f,
  loadNQuads,
  QuadStore,
  TermFlag,
  TermKind,
} from "../src/index.ts";

const XSD = "http://www.w3.org/2001/XMLSchema#";

const iri = fc.webUrl().map((url) => f.namedNode(encodeURI(url)));
const blank = fc.stringMatching(/^[A-Za-z0-9_][A-Za-z0-9_-]{0,8}$/).map((label) => f.blankNode(label));
const text = fc.string({ unit: "grapheme" });
const literal = fc.oneof(
  text.map((value) => f.literal(value)),
  fc
    .tuple(text, fc.constantFrom("en", "de-at", "zh-hant"), fc.constantFrom("" as const, "ltr" as const, "rtl" as const))
    .map(([value, language, direction]) => f.literal(value, { language, direction })),
  fc
    .tuple(text, fc.constantFrom("integer", "date", "double", "nonsense"))
    .map(([value, type]) => f.literal(value, f.namedNode(XSD + type))),
);
const simple: fc.Arbitrary<RDF.Quad_Object> = fc.oneof(iri, blank, literal);
const term: fc.Arbitrary<RDF.Quad_Object> = fc.letrec<{ term: RDF.Quad_Object }>((tie) => ({
  term: fc.oneof(
    { maxDepth: 3 },
    simple,
    fc.tuple(fc.oneof(iri, blank), iri, tie("term")).map(([s, p, o]) => f.quad(s, p, o)),
  ),
})).term;

function codeOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    expect(error).toBeInstanceOf(ChanceryError);
    expect((error as ChanceryError).remedy).toBeTypeOf("string");
    return (error as ChanceryError).code;
  }
  return "accepted";
}

/** 2^pairs strings with one FNV-1a hash, from pairs of blocks that collide: what an attacker would send. */
function collidingIris(pairs: number): string[] {
  const fnv = (text: string, seed: number): number => {
    let hash = seed;
    for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
    return hash;
  };
  let state = fnv("http://e/", 0x811c9dc5 | 0);
  let texts = ["http://e/"];
  for (let pair = 0; pair < pairs; pair++) {
    const seen = new Map<number, string>();
    for (let n = 0; ; n++) {
      const block = (Math.imul(n, 0x9e3779b1) >>> 0).toString(36).padStart(7, "0");
      const hash = fnv(block, state);
      const other = seen.get(hash);
      if (other !== undefined) {
        texts = texts.flatMap((text) => [text + block, text + other]);
        state = hash;
        break;
      }
      seen.set(hash, block);
    }
  }
  return texts;
}

describe("Dictionary", () => {
  it("gives equal terms one id, different terms different ones, and the terms back", () => {
    fc.assert(
      fc.property(fc.array(term, { maxLength: 40 }), (terms) => {
        const dictionary = new Dictionary();
        const ids = terms.map((t) => dictionary.intern(t));
        for (const [i, t] of terms.entries()) {
          const id = ids[i]!;
          expect(id).toBeGreaterThan(0);
          expect(id).toBeLessThanOrEqual(dictionary.size);
          expect(dictionary.idOf(f.fromTerm(t as RDF.BaseQuad))).toBe(id);
          expect(dictionary.term(id).equals(t)).toBe(true);
          expect(t.equals(dictionary.term(id))).toBe(true);
          expect(dictionary.term(id)).toBe(dictionary.term(id));
          expect(dictionary.lexical(id)).toBe(t.value);
          for (const [j, other] of terms.entries()) expect(ids[j] === id).toBe(t.equals(other));
        }
      }),
    );
  });

  it("finds nothing it has not been given, and adds nothing when asked", () => {
    fc.assert(
      fc.property(fc.uniqueArray(term, { maxLength: 10, comparator: (a, b) => a.equals(b) }), (terms) => {
        const dictionary = new Dictionary();
        for (const t of terms.slice(0, 5)) dictionary.intern(t);
        const size = dictionary.size;
        for (const t of terms.slice(5)) {
          const id = dictionary.idOf(t);
          // A later term may be a component or the datatype of an earlier one.
          if (id !== 0) expect(dictionary.term(id).equals(t)).toBe(true);
        }
        expect(dictionary.size).toBe(size);
      }),
    );
  });

  it("keeps ids and terms through many growths", () => {
    const dictionary = new Dictionary();
    const count = 20_000;
    for (let i = 1; i <= count; i++) expect(dictionary.internIri(`http://example.org/${i}/${"x".repeat(i % 50)}`)).toBe(i);
    for (let i = 1; i <= count; i += 7) {
      expect(dictionary.idOf(f.namedNode(`http://example.org/${i}/${"x".repeat(i % 50)}`))).toBe(i);
      expect(dictionary.lexical(i)).toBe(`http://example.org/${i}/${"x".repeat(i % 50)}`);
    }
  });

  it("compares language tags without case and tells directions and datatypes apart", () => {
    const dictionary = new Dictionary();
    const en = dictionary.intern(f.literal("x", "en-GB"));
    expect(dictionary.intern(f.literal("x", "EN-gb"))).toBe(en);
    expect(dictionary.internLiteral("x", undefined, "en-GB")).toBe(en);
    expect(dictionary.language(en)).toBe("en-gb");
    const ltr = dictionary.intern(f.literal("x", { language: "en-gb", direction: "ltr" }));
    const rtl = dictionary.intern(f.literal("x", { language: "en-gb", direction: "rtl" }));
    expect(new Set([en, ltr, rtl, dictionary.intern(f.literal("x"))]).size).toBe(4);
    expect([dictionary.direction(en), dictionary.direction(ltr), dictionary.direction(rtl)]).toEqual(["", "ltr", "rtl"]);
    expect([en, ltr].map((id) => dictionary.columns.datatypes[id])).toEqual([Datatype.langString, Datatype.dirLangString]);
    expect((dictionary.term(rtl) as RDF.Literal).datatype.value).toBe("http://www.w3.org/1999/02/22-rdf-syntax-ns#dirLangString");
  });

  it("fills the columns that filters read", () => {
    const dictionary = new Dictionary();
    const cases: readonly (readonly [type: string, lexical: string, value: number, flags: number])[] = [
      ["integer", "42", 42, 0],
      ["integer", "-007", -7, 0],
      ["integer", "+1", 1, 0],
      ["integer", "-0", 0, 0],
      ["integer", "1.0", Number.NaN, TermFlag.illTyped],
      ["integer", "", Number.NaN, TermFlag.illTyped],
      ["integer", " 1", Number.NaN, TermFlag.illTyped],
      ["integer", "12345678901234567890", Number("12345678901234567890"), TermFlag.inexact],
      ["decimal", "1.10", 1.1, 0],
      ["decimal", ".5", 0.5, 0],
      ["decimal", "5.", 5, 0],
      ["decimal", "-0.0000000000000000000001", -1e-22, 0],
      ["decimal", "0.1234567890123456", 0.1234567890123456, TermFlag.inexact],
      ["decimal", ".", Number.NaN, TermFlag.illTyped],
      ["decimal", "1e3", Number.NaN, TermFlag.illTyped],
      ["byte", "127", 127, 0],
      ["byte", "128", Number.NaN, TermFlag.illTyped],
      ["unsignedByte", "-1", Number.NaN, TermFlag.illTyped],
      ["nonNegativeInteger", "-0", 0, 0],
      ["positiveInteger", "0", Number.NaN, TermFlag.illTyped],
      ["long", "9223372036854775807", 2 ** 63, TermFlag.inexact],
      ["long", "9223372036854775808", Number.NaN, TermFlag.illTyped],
      ["unsignedLong", "+18446744073709551615", 2 ** 64, TermFlag.inexact],
      ["unsignedLong", `1${"0".repeat(5000)}`, Number.NaN, TermFlag.illTyped],
      ["double", "1.5E-3", 0.0015, 0],
      ["double", "-INF", Number.NEGATIVE_INFINITY, 0],
      ["double", "NaN", Number.NaN, 0],
      ["double", "Infinity", Number.NaN, TermFlag.illTyped],
      ["float", "0.1", Math.fround(0.1), 0],
      ["boolean", "true", 1, 0],
      ["boolean", "0", 0, 0],
      ["boolean", "TRUE", Number.NaN, TermFlag.illTyped],
      ["date", "1970-01-02", 86_400_000, 0],
      ["date", "2024-02-29", Date.UTC(2024, 1, 29), 0],
      ["date", "2023-02-29", Number.NaN, TermFlag.illTyped],
      ["date", "2024-06-10+09:00", Date.UTC(2024, 5, 9, 15), TermFlag.timezone],
      ["date", "2024-6-10", Number.NaN, TermFlag.illTyped],
      ["dateTime", "2024-06-10T12:30:15.25Z", Date.UTC(2024, 5, 10, 12, 30, 15, 250), TermFlag.timezone],
      ["dateTime", "2024-06-10T12:30:15-05:00", Date.UTC(2024, 5, 10, 17, 30, 15), TermFlag.timezone],
      ["dateTime", "2024-12-31T24:00:00", Date.UTC(2025, 0, 1), 0],
      ["dateTime", "2024-12-31T24:00:01", Number.NaN, TermFlag.illTyped],
      ["dateTime", "2024-06-10", Number.NaN, TermFlag.illTyped],
      ["dateTime", "-0044-03-15T12:00:00Z", new Date("-000044-03-15T12:00:00Z").getTime(), TermFlag.timezone],
      ["dateTimeStamp", "2024-06-10T12:30:15", Number.NaN, TermFlag.illTyped],
      ["gYear", "1999", Date.UTC(1999, 0, 1), 0],
      ["gYearMonth", "1999-12Z", Date.UTC(1999, 11, 1), TermFlag.timezone],
      ["time", "00:00:01.5", 1500, 0],
      ["time", "24:00:00", 0, 0],
      ["string", "42", Number.NaN, 0],
      ["duration", "P1D", Number.NaN, 0],
    ];
    for (const [type, lexical, value, flags] of cases) {
      const id = dictionary.internLiteral(lexical, XSD + type);
      expect({ type, lexical, value: dictionary.columns.values[id], flags: dictionary.columns.flags[id] }).toEqual({
        type,
        lexical,
        value,
        flags,
      });
      expect(dictionary.columns.kinds[id]).toBe(TermKind.literal);
      expect(dictionary.datatypeIri(dictionary.columns.datatypes[id]!)).toBe(XSD + type);
      expect(dictionary.lexical(id)).toBe(lexical);
    }
  });

  it("agrees with the platform on the instant of any dateTime", () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date("0000-01-01T00:00:00Z"), max: new Date("9999-12-31T23:59:59Z"), noInvalidDate: true }),
        (date) => {
          const dictionary = new Dictionary();
          const id = dictionary.internLiteral(date.toISOString(), `${XSD}dateTime`);
          expect(dictionary.columns.values[id]).toBe(date.getTime());
          const day = dictionary.internLiteral(date.toISOString().slice(0, 10), `${XSD}date`);
          expect(dictionary.columns.values[day]).toBe(Date.parse(date.toISOString().slice(0, 10)));
        },
      ),
    );
  });

  it("reads decimals as exactly as the platform", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^-?[0-9]{1,20}\.[0-9]{1,20}$/), (lexical) => {
        const dictionary = new Dictionary();
        const value = Number(lexical);
        expect(dictionary.columns.values[dictionary.internLiteral(lexical, `${XSD}decimal`)]).toBe(value === 0 ? 0 : value);
      }),
    );
  });

  it("knows every datatype of its table by code and IRI", () => {
    const dictionary = new Dictionary();
    for (const [code, iriText] of DATATYPE_IRIS.entries()) {
      if (code <= Datatype.dirLangString && code !== Datatype.string) continue;
      const id = dictionary.internLiteral("x", iriText);
      expect(dictionary.columns.datatypes[id]).toBe(code);
      expect((dictionary.term(id) as RDF.Literal).datatype.value).toBe(iriText);
    }
    const own = dictionary.internLiteral("x", "http://e/own");
    expect(dictionary.columns.datatypes[own]).toBe(Datatype.firstCustom);
    expect(dictionary.datatypeIri(Datatype.firstCustom)).toBe("http://e/own");
  });

  it("refuses terms that no syntax could write, with typed errors", () => {
    const dictionary = new Dictionary();
    const quad = f.quad(f.namedNode("http://e/s"), f.namedNode("http://e/p"), f.literal("o"));
    const cases: readonly (readonly [code: string, term: RDF.Term])[] = [
      // The IRI with which n3's writer can be made to write two triples (N3.js#659).
      ["rdf.invalid-iri", f.namedNode("http://e/a> <http://e/p> <http://e/INJECTED> . <http://e/b")],
      ["rdf.invalid-iri", f.namedNode("http://e/a b")],
      ["rdf.invalid-iri", f.namedNode("http://e/\u0000")],
      ["rdf.invalid-iri", f.namedNode("http://e/\n")],
      ["rdf.invalid-iri", f.namedNode("http://e/{x}")],
      ["rdf.invalid-iri", f.namedNode("http://e/\\u0041")],
      ["rdf.invalid-iri", f.namedNode("http://e/\ud800")],
      ["rdf.invalid-iri", f.namedNode("http://e/\udc00\ud800")],
      ["rdf.invalid-iri", f.namedNode("relative/path")],
      ["rdf.invalid-iri", f.namedNode("//e/no-scheme")],
      ["rdf.invalid-iri", f.namedNode("1http://e/")],
      ["rdf.invalid-iri", f.namedNode("")],
      ["rdf.invalid-literal", f.literal("half \ud83d")],
      ["rdf.invalid-literal", f.literal("x", f.namedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#langString"))],
      ["rdf.invalid-iri", f.literal("x", f.namedNode("http://e/<"))],
      ["rdf.invalid-language", f.literal("x", 'en" <http://e/x>')],
      ["rdf.invalid-language", f.literal("x", "toolongatag")],
      ["rdf.invalid-language", f.literal("x", "en_GB")],
      ["rdf.invalid-language", f.literal("x", { language: "en", direction: "up" as "ltr" })],
      ["rdf.invalid-blank-node", f.blankNode("")],
      ["rdf.invalid-blank-node", f.blankNode("a b")],
      ["rdf.invalid-blank-node", f.blankNode("a.")],
      ["rdf.invalid-blank-node", f.blankNode("-a")],
      ["rdf.invalid-blank-node", f.blankNode("a> <http://e/p> <http://e/o")],
      ["rdf.invalid-blank-node", f.blankNode("\ud800")],
      ["rdf.invalid-term", f.variable("x")],
      ["rdf.invalid-term", f.defaultGraph()],
      ["rdf.invalid-quad", f.quad(quad.subject, quad.predicate, quad.object, f.namedNode("http://e/g"))],
      ["rdf.invalid-quad", f.quad(f.literal("s") as never, quad.predicate, quad.object)],
      ["rdf.invalid-quad", f.quad(quad, quad.predicate, quad.object)],
      ["rdf.invalid-quad", f.quad(quad.subject, f.blankNode("p") as never, quad.object)],
    ];
    for (const [code, hostile] of cases) {
      expect(`${codeOf(() => dictionary.intern(hostile))} ${hostile.value}`).toBe(`${code} ${hostile.value}`);
      expect(dictionary.idOf(hostile)).toBe(0);
    }
    for (const fine of ["http://e/é/日本/😀", "urn:x", "a:", "mailto:a@b.org?c=%20", "tag:e,2024:[x]"])
      expect(dictionary.internIri(fine)).toBeGreaterThan(0);
    for (const fine of ["a.b", "0", "_", "é·", "a-b_c..d"]) expect(dictionary.internBlank(fine)).toBeGreaterThan(0);
  });

  it("refuses every character that IRIREF forbids, wherever it stands", () => {
    const dictionary = new Dictionary();
    const forbidden = [...Array.from({ length: 0x21 }, (_, code) => String.fromCharCode(code)), ...'<>"{}|^`\\'];
    for (const character of forbidden) {
      for (const hostile of [
        `${character}http://e/a`,
        `http://e/${character}a`,
        `http://e/a${character}`,
        `http://e/a${character}> <http://e/p> <http://e/o> .`,
      ]) {
        expect(codeOf(() => dictionary.internIri(hostile))).toBe("rdf.invalid-iri");
      }
    }
    expect(dictionary.size).toBe(0);
    const long = `http://e/${"a".repeat(1 << 16)}`;
    expect(dictionary.lexical(dictionary.internIri(long))).toBe(long);
  });

  it("is not slowed down by terms that are made to collide", () => {
    const iris = collidingIris(12);
    const dictionary = new Dictionary();
    const seed = dictionary.hashSeed;
    const first = new Set(
      iris.slice(0, 3).map((text) => [...text].reduce((hash, c) => Math.imul(hash ^ c.charCodeAt(0), 0x01000193), seed)),
    );
    expect([iris.length, new Set(iris).size, first.size]).toEqual([4096, 4096, 1]);
    for (const [i, text] of iris.entries()) expect(dictionary.internIri(text)).toBe(i + 1);
    expect(dictionary.hashSeed).not.toBe(seed);
    for (const [i, text] of iris.entries()) expect(dictionary.idOf(f.namedNode(text))).toBe(i + 1);
    // The loader hashes by itself; a datatype may make the seed change in the middle of a literal.
    const store = new QuadStore();
    const lines = iris.map((text, i) => `<http://e/s> <http://e/p> "${i % 2}"^^<${text}> .`);
    loadNQuads(store, [...lines, ...lines].join("\n"));
    expect(store.dictionary.hashSeed).not.toBe(seed);
    expect([store.size, store.dictionary.size]).toEqual([4096, 2 + 2 * 4096]);
    const copy = QuadStore.fromBytes(store.toBytes());
    expect(copy.dictionary.idOf(f.namedNode(iris[4095]!))).toBe(store.dictionary.idOf(f.namedNode(iris[4095]!)));
  });

  it("stops at its limits before anything is lost", () => {
    const few = new Dictionary({ maxTerms: 3 });
    for (let i = 1; i <= 3; i++) few.internIri(`http://e/${i}`);
    expect(codeOf(() => few.internIri("http://e/4"))).toBe("store.too-large");
    expect([few.size, few.idOf(f.namedNode("http://e/3")), few.internIri("http://e/2")]).toEqual([3, 3, 2]);
    const small = new Dictionary({ maxBytes: 20 });
    small.internIri("http://e/1");
    expect(codeOf(() => small.internLiteral("longer than what is left"))).toBe("store.too-large");
    expect(small.lexical(small.internIri("http://e/1"))).toBe("http://e/1");
  });

  it("makes blank nodes that nobody has", () => {
    const dictionary = new Dictionary();
    dictionary.internBlank("g1");
    const fresh = dictionary.freshBlank();
    expect(dictionary.lexical(fresh)).not.toBe("g1");
    expect(dictionary.freshBlank()).not.toBe(fresh);
    dictionary.internBlank("s7_x");
    expect(dictionary.openBlankScope()).toBe("s8_");
  });

  it("says so when an id is none of its own", () => {
    const dictionary = new Dictionary();
    for (const id of [0, 1, -1, 1.5, Number.NaN]) {
      expect(() => dictionary.term(id)).toThrow(ChanceryError);
      expect(() => dictionary.lexical(id)).toThrow(ChanceryError);
      expect(() => dictionary.triple(id)).toThrow(ChanceryError);
    }
  });
});
