import { ChanceryError, dataFactory, QuadStore } from "@chancery/rdf";
import { describe, expect, test } from "vitest";
import { compilePattern } from "../src/expression/pattern-match.ts";
import { ask, parseQuery, type QueryOptions, select, selectAsync } from "../src/index.ts";

function codeOf(action: () => unknown): string | undefined {
  try {
    action();
  } catch (error) {
    if (error instanceof ChanceryError) return error.code;
    throw error;
  }
  return undefined;
}

/** A thousand nodes in a circle, each with a text. */
function circle(): QuadStore {
  const store = new QuadStore();
  const node = (i: number) => dataFactory.namedNode(`x:n${i % 1000}`);
  for (let i = 0; i < 1000; i++) {
    store.add(dataFactory.quad(node(i), dataFactory.namedNode("x:p"), node(i + 1)));
    store.add(dataFactory.quad(node(i), dataFactory.namedNode("x:t"), dataFactory.literal(`${"a".repeat(40)}!`)));
  }
  return store;
}

describe("queries meant to hurt", () => {
  const store = circle();
  const run = (query: string, options: QueryOptions): string | undefined => codeOf(() => [...select(store, query, options)].length);

  test.each([500, 2_000, 20_000])("nesting %d deep is refused, not overflowed", (depth) => {
    for (const [open, close] of [
      ["{", "}"],
      ["(", ")"],
    ] as const) {
      const inner = open === "{" ? "" : "1";
      const text = open.repeat(depth) + inner + close.repeat(depth);
      expect(codeOf(() => parseQuery(open === "{" ? `SELECT * ${text}` : `SELECT * { FILTER${text} }`))).toBe("sparql.too-deep");
    }
  });

  test("brackets in strings, IRIs and comments are no nesting", () => {
    expect(
      codeOf(() =>
        parseQuery(`ASK { ?s ?p "${"(".repeat(300)}" . # ${"{".repeat(300)}\n ?s <x:${"a".repeat(10)}> '''${"[".repeat(300)}''' }`),
      ),
    ).toBeUndefined();
  });

  test("a text beyond the limit is refused", () => {
    expect(codeOf(() => parseQuery(`ASK { } #${"x".repeat(1_000_001)}`))).toBe("sparql.too-long");
  });

  test("a cross product stops at its time, row and memory limits", () => {
    const product = `SELECT * { ${Array.from({ length: 12 }, (_, i) => `?a${i} <x:p> ?b${i} .`).join(" ")} }`;
    expect(run(product, { timeoutMs: 200 })).toBe("sparql.timeout");
    expect(run(product, { maxRows: 10_000 })).toBe("sparql.too-many-rows");
    expect(
      run(`SELECT (COUNT(*) AS ?n) { ${Array.from({ length: 12 }, (_, i) => `?a${i} <x:p> ?b${i} .`).join(" ")} }`, { timeoutMs: 200 }),
    ).toBe("sparql.timeout");
    // The product is small, its order takes long: the sort looks at the clock, too.
    const pairs = Array.from({ length: 500 }, (_, i) => `"text ${(i * 7919) % 500}"`).join(" ");
    const started = performance.now();
    const sorted = `SELECT * { VALUES ?a { ${pairs} } VALUES ?b { ${pairs} } } ORDER BY CONCAT(?b, ?a)`;
    expect(run(sorted, { timeoutMs: 150, maxLength: 100_000 })).toBe("sparql.timeout");
    expect(performance.now() - started).toBeLessThan(1500);
    expect(run(product.replace("*", "DISTINCT *"), { maxMemory: 2_000_000, timeoutMs: 20_000 })).toBe("sparql.memory");
  });

  test("ORDER BY, GROUP_CONCAT and growing strings stay within the memory limit", () => {
    const limits = { maxMemory: 4_000_000, timeoutMs: 20_000 };
    expect(run("SELECT * { ?a <x:p> ?b . ?c <x:p> ?d } ORDER BY ?b", limits)).toBe("sparql.memory");
    const doubled = `${Array.from({ length: 40 }, (_, i) => `BIND(CONCAT(?s${i}, ?s${i}) AS ?s${i + 1})`).join(" ")}`;
    expect(run(`SELECT ?s40 { BIND("aaaaaaaaaa" AS ?s0) ${doubled} }`, limits)).toBe("sparql.memory");
    expect(run("SELECT (GROUP_CONCAT(?t) AS ?all) { ?a <x:t> ?t . ?c <x:p> ?d }", limits)).toBe("sparql.memory");
  });

  test("paths over a cycle end or hit the limit", () => {
    expect(ask(store, "ASK { <x:n0> (<x:p>*)* <x:n999> }")).toBe(true);
    expect(run("SELECT (COUNT(*) AS ?n) { ?x ((<x:p>*)/(<x:p>*))* ?y }", { timeoutMs: 300 })).toBe("sparql.timeout");
  });

  test("LIMIT and OFFSET of any size cost nothing by themselves", () => {
    expect([...select(store, "SELECT * { ?s <x:p> ?o } LIMIT 1 OFFSET 999999999999")]).toEqual([]);
    expect([...select(store, "SELECT * { ?s <x:p> ?o } LIMIT 999999999999")]).toHaveLength(1000);
  });

  test("an aborted query stops, before it starts and between slices", async () => {
    expect(run("SELECT * { ?s ?p ?o }", { signal: AbortSignal.abort() })).toBe("sparql.aborted");
    const controller = new AbortController();
    const rows = selectAsync(store, "SELECT (COUNT(*) AS ?n) { ?a <x:p> ?b . ?c <x:p> ?d . ?e <x:p> ?f . ?g <x:p> ?h }", {
      signal: controller.signal,
    });
    setTimeout(() => controller.abort(), 20);
    await expect(
      (async () => {
        for await (const _ of rows);
      })(),
    ).rejects.toMatchObject({ code: "sparql.aborted" });
  });
});

describe("regular expressions", () => {
  /** Patterns on which a backtracking matcher is exponential or of high degree (OWASP, safe-regex and Cox 2007). */
  const patterns = [
    "^(a+)+$",
    "^(a|a)*$",
    "^(a|aa)+$",
    "^(a*)*$",
    "(a+)+b",
    "^((a+)+)+$",
    "^(.*a){12}$",
    "a*a*a*a*a*a*b",
    ".*.*.*=.*",
    "(?:a?){30}a{30}",
    "^([a-z]+)*$",
    "(x+x+)+y",
    "^(a?)*$",
    "(.*)*!b",
  ];

  test.each(patterns)("%s answers at once", (source) => {
    const compiled = compilePattern(source, "");
    expect(compiled).toBeDefined();
    // Each would take a backtracking matcher longer than the age of the universe; the time limit of the test is the check.
    expect(typeof compiled!.test(`${"a".repeat(5_000)}!`)).toBe("boolean");
    expect(typeof compiled!.test("a".repeat(5_000))).toBe("boolean");
  });

  test("both engines agree", () => {
    for (const [source, text, expected] of [
      ["^a.c$", "abc", true],
      ["^a.c$", "a\nc", false],
      ["(ab)+", "xababx", true],
      ["[^a]b", "ab", false],
      ["\\d{2,3}", "a123", true],
      ["^$", "", true],
    ] as const) {
      expect(compilePattern(source, "")!.test(text)).toBe(expected);
      // Behind a quantified group only the linear engine is used.
      expect(compilePattern(`(?:(?:zz)*)${source.startsWith("^") ? "" : "(?:)"}${source}`, "")?.test(text) ?? expected).toBe(expected);
    }
  });
});
