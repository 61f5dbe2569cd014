import type * as RDF from "@rdfjs/types";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ChanceryError, dataFactory as f, loadNQuads, loadNQuadsStream, parseNQuads, QuadStore } from "../src/index.ts";

const encoder = new TextEncoder();
const TEXT = [
  "# grüße, a comment",
  '<http://e/a> <http://e/p> "plain" .',
  '<http://e/a> <http://e/p> "tab\\tnew\\nline\\u00e9\\U0001F600 \\"quoted\\" \\\\"@en-GB <http://e/g> . # after',
  "",
  '\t_:b.1 <http://e/\\u00e9> "日本語 😀"^^<http://e/type> _:g.',
  'VERSION "1.2"',
  '<http://e/a><http://e/p><<(_:b.1<http://e/p><<( <http://e/a> <http://e/p> "x"@ar--rtl )>>)>>.',
].join("\r\n");

const show = (quad: RDF.Quad): string => JSON.stringify(quad);
const quadsOf = (store: QuadStore): string[] => [...store].map(show).sort();

function loaded(input: Parameters<typeof loadNQuads>[1], options?: Parameters<typeof loadNQuads>[2]): QuadStore {
  const store = new QuadStore();
  loadNQuads(store, input, { blankNodes: "keep", ...options });
  return store;
}

function errorOf(run: () => unknown): ChanceryError {
  try {
    run();
  } catch (error) {
    expect(error).toBeInstanceOf(ChanceryError);
    return error as ChanceryError;
  }
  throw new Error("nothing was thrown");
}

describe("loadNQuads", () => {
  it("reads every construct", () => {
    const b = f.blankNode("b.1");
    const a = f.namedNode("http://e/a");
    const p = f.namedNode("http://e/p");
    const inner = f.quad(a, p, f.literal("x", { language: "ar", direction: "rtl" }));
    const expected = [
      f.quad(a, p, f.literal("plain")),
      f.quad(a, p, f.literal('tab\tnew\nlineé😀 "quoted" \\', "en-gb"), f.namedNode("http://e/g")),
      f.quad(b, f.namedNode("http://e/é"), f.literal("日本語 😀", f.namedNode("http://e/type")), f.blankNode("g")),
      f.quad(a, p, f.quad(b, p, inner)),
    ];
    expect(quadsOf(loaded(TEXT))).toEqual(expected.map(show).sort());
    expect([...parseNQuads(TEXT)].map(show)).toEqual(expected.map(show));
    expect(loadNQuads(new QuadStore(), TEXT)).toEqual({ added: 4, statements: 4, bytes: encoder.encode(TEXT).length, lines: 7 });
  });

  it("gives the same wherever the bytes are cut", () => {
    const bytes = encoder.encode(`\ufeff${TEXT}`);
    const expected = quadsOf(loaded(TEXT));
    fc.assert(
      fc.property(fc.array(fc.nat(bytes.length), { maxLength: 30 }), (cuts) => {
        const places = [0, ...cuts.sort((x, y) => x - y), bytes.length];
        const chunks = places.slice(1).map((end, index) => bytes.slice(places[index], end));
        const store = new QuadStore();
        const summary = loadNQuads(store, chunks, { blankNodes: "keep" });
        expect(quadsOf(store)).toEqual(expected);
        expect(summary.lines).toBe(7);
      }),
      { numRuns: 300 },
    );
    expect(quadsOf(loaded(Array.from(bytes, (byte) => Uint8Array.of(byte))))).toEqual(expected);
  });

  it("counts lines right for every kind of line end", () => {
    for (const end of ["\n", "\r\n", "\r"]) {
      const text = ["# one", "", '<http://e/s> <http://e/p> "o" .', "oops"].join(end);
      for (const size of [1, 2, 3, 1000]) {
        const chunks = Array.from({ length: Math.ceil(text.length / size) }, (_, i) =>
          encoder.encode(text.slice(i * size, (i + 1) * size)),
        );
        expect(errorOf(() => loadNQuads(new QuadStore(), chunks)).place).toEqual({ line: 4, column: 1 });
      }
    }
  });

  it("says line, column and what is wrong", () => {
    const cases: readonly (readonly [text: string, column: number, message: RegExp])[] = [
      ["<http://e/s> <http://e/p> <o> .", 27, /not absolute/],
      ["<http://e/s> <http://e/p> <http://e/a b> .", 38, /cannot stand in an IRI/],
      ["<http://e/s> <http://e/p> <http://e/\\u0020> .", 28, /escape gives a character/],
      ["<http://e/s> <http://e/p> <http://e/\\n> .", 37, /not a valid escape/],
      ['<http://e/s> <http://e/p> "x" <http://e/g> <http://e/h> .', 44, /'\.'/],
      ['<http://e/s> <http://e/p> "x"', 30, /expected/],
      ['<http://e/s> <http://e/p> "x\\', 30, /not closed|escape/],
      ['<http://e/s> <http://e/p> "x', 29, /not closed/],
      ['<http://e/s> <http://e/p> "x\\q" .', 29, /not a valid escape/],
      ['<http://e/s> <http://e/p> "\\uD800" .', 28, /not a valid escape/],
      ['<http://e/s> <http://e/p> "\\U00110000" .', 28, /not a valid escape/],
      ['<http://e/s> <http://e/p> "x"@ .', 30, /language/],
      ['<http://e/s> <http://e/p> "x"@en--up .', 30, /direction/],
      ['<http://e/s> <http://e/p> "x"^<http://e/t> .', 30, /\^\^/],
      ['<http://e/s> "p" <http://e/o> .', 14, /predicate/],
      ['"s" <http://e/p> <http://e/o> .', 1, /end of the line/],
      ["<http://e/s> _:p <http://e/o> .", 14, /predicate/],
      ["_: <http://e/p> <http://e/o> .", 3, /label/],
      ["_:a:b <http://e/p> <http://e/o> .", 4, /label/],
      ["<http://e/s> <http://e/p> << <http://e/s> <http://e/p> <http://e/o> >> .", 27, /<<\(/],
      ["<http://e/s> <http://e/p> <<( <http://e/s> <http://e/p> <http://e/o> >> .", 70, /\)>>/],
      ['<http://e/é😀> <http://e/p> "x" "y" .', 33, /graph/],
      ['<http://e/s> <http://e/p> "x" . <http://e/s>', 33, /end of the line/],
      ["VERSION 1.2", 9, /version/],
    ];
    for (const [text, column, message] of cases) {
      const error = errorOf(() => loadNQuads(new QuadStore(), `# first\n${text}`, { source: "file.nq" }));
      expect({ text, code: error.code, place: error.place }).toEqual({
        text,
        code: "rdf.syntax",
        place: { source: "file.nq", line: 2, column },
      });
      expect(error.message).toMatch(message);
      expect(error.describe()).toContain("file.nq");
    }
    const nested = `<http://e/s> <http://e/p> ${"<<( <http://e/s> <http://e/p> ".repeat(100_000)}`;
    expect(errorOf(() => loadNQuads(new QuadStore(), nested)).message).toMatch(/nested/);
    expect(errorOf(() => loadNQuads(new QuadStore(), '<http://e/s> <http://e/p> "x" <http://e/g> .', { format: "n-triples" })).code).toBe(
      "rdf.syntax",
    );
  });

  it("refuses bytes that are not UTF-8, wherever they stand", () => {
    const places: readonly (readonly [before: string, after: string])[] = [
      ['<http://e/s> <http://e/p> "', '" .\n'],
      ["<http://e/", "> <http://e/p> <http://e/o> .\n"],
      ["_:a", " <http://e/p> <http://e/o> .\n"],
      ["# ", "\n"],
      ['<http://e/s> <http://e/p> "\\t', '" .\n'],
    ];
    const malformed = [
      [0x80],
      [0xc0, 0xaf],
      [0xe0, 0x80, 0xaf],
      [0xed, 0xa0, 0x80],
      [0xf4, 0x90, 0x80, 0x80],
      [0xf5, 0x80, 0x80, 0x80],
      [0xe2, 0x82],
      [0xff],
    ];
    for (const [before, after] of places) {
      for (const bytes of malformed) {
        const input = Uint8Array.of(...encoder.encode(before), ...bytes, ...encoder.encode(after));
        expect(errorOf(() => loadNQuads(new QuadStore(), input)).code).toBe("rdf.syntax");
      }
    }
    expect(errorOf(() => loadNQuads(new QuadStore(), '<http://e/s> <http://e/p> "\ud800" .')).place).toEqual({ line: 1, column: 28 });
  });

  it("never fails but with its own error, whatever the bytes", () => {
    const token = fc.constantFrom(
      "<http://e/a>",
      "<",
      ">",
      '"x"',
      '"',
      "\\",
      "\\u0041",
      "_:b",
      "_",
      "@en",
      "@",
      "^^",
      "<<(",
      ")>>",
      ".",
      " ",
      "\n",
      "\r",
      "#",
      "VERSION",
      "é",
      "😀",
      "--ltr",
    );
    const soup = fc.oneof(
      fc.array(token, { maxLength: 25 }).map((tokens) => encoder.encode(tokens.join(""))),
      fc.uint8Array({ maxLength: 60 }),
    );
    fc.assert(
      fc.property(soup, (bytes) => {
        try {
          loaded(bytes);
        } catch (error) {
          expect(error).toBeInstanceOf(ChanceryError);
          expect((error as ChanceryError).code).toBe("rdf.syntax");
        }
      }),
      { numRuns: 3000 },
    );
  });

  it("adds nothing when a later line is wrong", () => {
    const store = loaded('<http://e/s> <http://e/p> "before" .');
    const before = store.current();
    expect(errorOf(() => loadNQuads(store, '<http://e/s> <http://e/p> "good" .\nbad')).place).toEqual({ line: 2, column: 1 });
    expect(store.size).toBe(1);
    expect(store.current()).toBe(before);
  });

  it("keeps blank nodes of different loads apart, unless told not to", () => {
    const text = '_:x <http://e/p> "o" .';
    const store = new QuadStore();
    expect([loadNQuads(store, text).added, loadNQuads(store, text).added]).toEqual([1, 1]);
    expect([loadNQuads(store, text, { blankNodes: "keep" }).added, loadNQuads(store, text, { blankNodes: "keep" }).added]).toEqual([1, 0]);
    expect(new Set([...store].map((quad) => quad.subject.value)).size).toBe(3);
  });

  it("puts triples into the graph that is asked for", () => {
    const graph = f.namedNode("http://e/doc");
    const store = loaded('<http://e/s> <http://e/p> "o" .\n<http://e/s> <http://e/p> "o" <http://e/g> .', { graph });
    expect([...store].map((quad) => quad.graph.value).sort()).toEqual(["http://e/doc", "http://e/g"]);
  });

  it("bounds the length of a line", () => {
    const long = encoder.encode(`<http://e/s> <http://e/p> "${"x".repeat(5000)}" .`);
    const chunks = Array.from({ length: 60 }, (_, i) => long.slice(i * 100, (i + 1) * 100));
    const error = errorOf(() => loadNQuads(new QuadStore(), chunks, { maxLineBytes: 1000 }));
    expect([error.code, error.place?.line]).toEqual(["rdf.line-too-long", 1]);
    expect(loaded(chunks).size).toBe(1);
  });

  it("reads streams, reports progress and can be stopped", async () => {
    const line = encoder.encode('<http://e/s> <http://e/p> "o" .\n');
    const chunk = new Uint8Array(line.length * 1000);
    for (let i = 0; i < 1000; i++) chunk.set(line, i * line.length);
    const bytes = new ReadableStream<Uint8Array>({
      start(controller) {
        for (let i = 0; i < 5; i++) controller.enqueue(chunk);
        controller.close();
      },
    });
    const seen: number[] = [];
    const store = new QuadStore();
    const summary = await loadNQuadsStream(store, bytes, { onProgress: ({ statements }) => seen.push(statements) });
    expect(summary).toMatchObject({ added: 1, statements: 5000, lines: 5000 });
    expect(seen).toEqual([1000, 2000, 3000, 4000, 5000]);

    const controller = new AbortController();
    const reason = new Error("enough");
    async function* endless(): AsyncGenerator<Uint8Array> {
      for (;;) yield chunk;
    }
    const stopped = loadNQuadsStream(new QuadStore(), endless(), {
      signal: controller.signal,
      onProgress: ({ statements }) => statements >= 10_000 && controller.abort(reason),
    });
    await expect(stopped).rejects.toBe(reason);
  });

  it("reads back whatever a plain writer writes", () => {
    const escaped = (text: string): string =>
      text.replace(/["\\\n\r]/g, (c) => ({ '"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r" })[c]!);
    const object = fc.oneof(
      fc.string({ unit: "grapheme" }).map((value) => f.literal(value)),
      fc
        .string({ unit: "binary" })
        .filter((s) => s.length === 0 || !/[\ud800-\udfff]/.test(s))
        .map((value) => f.literal(value, "en")),
      fc.nat(5).map((n) => f.namedNode(`http://e/${n}`)),
    );
    const quad = fc
      .tuple(fc.nat(5), fc.nat(2), object, fc.nat(3))
      .map(([s, p, o, g]) =>
        f.quad(f.namedNode(`http://e/${s}`), f.namedNode(`http://e/p${p}`), o, g === 0 ? f.defaultGraph() : f.namedNode(`http://e/g${g}`)),
      );
    const write = (term: RDF.Term): string => {
      if (term.termType === "Literal") return `"${escaped(term.value)}"${term.language === "" ? "" : `@${term.language}`}`;
      return term.termType === "DefaultGraph" ? "" : `<${term.value}>`;
    };
    fc.assert(
      fc.property(fc.array(quad, { maxLength: 30 }), (quads) => {
        const text = quads.map((q) => `${[q.subject, q.predicate, q.object, q.graph].map(write).join(" ")} .`).join("\n");
        expect([...parseNQuads(text)].map(show)).toEqual(quads.map(show));
        const store = new QuadStore();
        store.addAll(quads);
        expect(quadsOf(loaded(text))).toEqual(quadsOf(store));
      }),
    );
  });
});
