import { ChanceryError, dataFactory, QuadStore } from "@chancery/rdf";
import { describe, expect, test } from "vitest";
import {
  ask,
  bind,
  construct,
  createQueryCache,
  describe as describeResources,
  parseQuery,
  prepare,
  query,
  readResults,
  select,
  selectAsync,
  sparql,
  update,
  writeResults,
} from "../src/index.ts";
import { PREFIXES, rowsOf, storeOf } from "./support/check.ts";

function codeOf(action: () => unknown): string | undefined {
  try {
    action();
  } catch (error) {
    if (error instanceof ChanceryError) return error.code;
    throw error;
  }
  return undefined;
}

/** Values that would change a query if they were pasted into it. */
const HOSTILE = [
  '" }',
  "'''",
  '"""',
  "\\",
  '\\"',
  "}",
  "# comment",
  "> <x:y>",
  "?s ?p ?o",
  "\n} ; DROP ALL ; {",
  "<http://x>",
  "a\u0000b",
  "\u202e",
  "$" + "{x}",
  "$1",
];

describe("parameters", () => {
  const store = storeOf(HOSTILE.map((text, i) => `:s${i} :p ${JSON.stringify(text)} .`).join(" "));

  test.each(HOSTILE)("%j stays one literal", (text) => {
    const built = sparql`SELECT ?s { ?s <http://example.org/p> ${text} }`;
    const plain = parseQuery('SELECT ?s { ?s <http://example.org/p> "x" }');
    const shape = JSON.stringify(built).replaceAll(JSON.stringify(text), '"x"').replaceAll('"direction":"",', "");
    expect(JSON.parse(shape)).toEqual(JSON.parse(JSON.stringify(plain).replaceAll('"direction":"",', "")));
    expect([...select(store, built)]).toHaveLength(1);
    expect([...select(store, bind("SELECT ?s { ?s <http://example.org/p> ?v }", { v: text }))]).toHaveLength(1);
  });

  test("an IRI that could break out is refused, as is a literal where only an IRI may stand", () => {
    const evil = dataFactory.namedNode("http://x> ?p ?o . ?a <http://y");
    expect(codeOf(() => sparql`SELECT * { ${evil} ?p ?o }`)).toBe("sparql.parameter");
    expect(codeOf(() => sparql`SELECT * { ?s ${"p"} ?o }`)).toBe("sparql.parameter");
    expect(codeOf(() => sparql`SELECT * { ${"s"} ?p ?o }`)).toBe("sparql.parameter");
    expect(codeOf(() => bind("SELECT * { ?s ?p ?o }", { absent: 1 }))).toBe("sparql.parameter");
    expect(codeOf(() => bind("SELECT * { BIND(1 AS ?x) }", { x: 2 }))).toBe("sparql.parameter");
  });

  test("numbers work in LIMIT, dates and booleans in filters, and a selected parameter keeps its name", () => {
    expect([...select(store, sparql`SELECT * { ?s ?p ?o } LIMIT ${3}`)]).toHaveLength(3);
    expect(ask(store, sparql`ASK { FILTER(${new Date(0)} < NOW() && ${true} && ${-1.5} < 0) }`)).toBe(true);
    const row = [...select(store, bind(`${PREFIXES}SELECT ?s ?o { ?s :p ?o }`, { s: dataFactory.namedNode("http://example.org/s3") }))];
    expect(row.map(({ s, o }) => [s?.value, o?.value])).toEqual([["http://example.org/s3", HOSTILE[3]]]);
  });

  test("the template works for updates", () => {
    const target = new QuadStore();
    update(target, sparql`INSERT DATA { <x:s> <x:p> ${'" } ; DROP ALL ; #'} }`);
    expect(target.size).toBe(1);
  });
});

describe("running", () => {
  const store = storeOf(":a :p 1 , 2 , 3 . :b :p 4 . :a :q _:x . _:x :r _:y . _:y :r 5 .");

  test("rows leave unbound variables out, and a result can be iterated again", () => {
    const result = select<"s" | "o">(store, `${PREFIXES}SELECT ?s ?o ?none { ?s :p ?o }`);
    expect(result.variables).toEqual(["s", "o", "none"]);
    expect([...result]).toEqual([...result]);
    expect(Object.keys([...result][0]!)).toEqual(["s", "o"]);
  });

  test("a result reads the version of the store that it started on", () => {
    const own = storeOf(":a :p 1 . :b :p 2 .");
    const rows = select(own, `${PREFIXES}SELECT * { ?s :p ?o }`)[Symbol.iterator]();
    rows.next();
    update(own, `${PREFIXES}DELETE WHERE { ?s :p ?o }`);
    expect(rows.next().done).toBe(false);
    expect(own.size).toBe(0);
  });

  test("async rows are the same rows", async () => {
    const rows = [];
    for await (const row of selectAsync(store, `${PREFIXES}SELECT * { ?s :p ?o }`)) rows.push(row);
    expect(rows).toEqual([...select(store, `${PREFIXES}SELECT * { ?s :p ?o }`)]);
  });

  test("CONSTRUCT gives each triple once, fresh blank nodes per row, and skips what is no triple", () => {
    expect([...construct(store, `${PREFIXES}CONSTRUCT { ?s a :Thing } WHERE { ?s :p ?o }`)]).toHaveLength(2);
    const blanks = [...construct(store, `${PREFIXES}CONSTRUCT { _:b :of ?o } WHERE { ?s :p ?o }`)].map((quad) => quad.subject.value);
    expect(new Set(blanks).size).toBe(4);
    expect([...construct(store, `${PREFIXES}CONSTRUCT { ?o :of ?s } WHERE { ?s :p ?o }`)]).toHaveLength(0);
  });

  test("DESCRIBE follows blank nodes", () => {
    expect([...describeResources(store, `${PREFIXES}DESCRIBE :a`)]).toHaveLength(6);
  });

  test("a query of another form is refused by name", () => {
    expect(codeOf(() => select(store, "ASK {}"))).toBe("sparql.wrong-form");
    expect(codeOf(() => update(store, "ASK {}"))).toBe("sparql.wrong-form");
    expect(codeOf(() => prepare("CLEAR ALL"))).toBe("sparql.wrong-form");
  });

  test("SERVICE asks the caller's function; without one it is refused unless SILENT", () => {
    const query = "SELECT * { SERVICE <x:s> { ?a ?b ?c } }";
    expect(codeOf(() => [...select(store, query)])).toBe("sparql.unsupported");
    expect([...select(store, query.replace("SERVICE", "SERVICE SILENT"))]).toEqual([{}]);
    const service = () => [{ a: dataFactory.literal("x") }];
    expect([...select(store, query, { service })]).toEqual([{ a: dataFactory.literal("x") }]);
  });

  test("the cache keeps as many queries as it is told", () => {
    const cache = createQueryCache(2);
    const [one, two, three] = ["ASK {}", "ASK { ?s ?p ?o }", "ASK { ?a ?b ?c }"] as const;
    const prepared = prepare(one, { cache });
    prepare(two, { cache });
    expect(prepare(one, { cache })).toBe(prepared);
    prepare(three, { cache });
    expect(cache.get(two)).toBeUndefined();
    expect(cache.get(one)).toBe(prepared);
  });

  test("query runs any form", () => {
    const store = storeOf(":a :p 1 . :b :p 2");
    const forms = ["SELECT * { ?s :p ?o }", "ASK { :a :p 3 }", "CONSTRUCT WHERE { ?s :p 2 }", "DESCRIBE :a"].map((text) => {
      const answer = query(store, PREFIXES + text);
      if (answer.form === "ask") return [answer.form, answer.value];
      return [answer.form, [...(answer.form === "select" ? answer.rows : answer.quads)].length];
    });
    expect(forms).toEqual([
      ["select", 2],
      ["ask", false],
      ["construct", 1],
      ["describe", 1],
    ]);
  });

  test("a kept plan gives the answers of the present data, and of the present options", () => {
    const store = storeOf(":a :p 1 . GRAPH :g { :b :p 2 }");
    const text = `${PREFIXES} SELECT ?s { ?s :p ?o }`;
    const subjects = (query = text, options = {}) => [...select(store, query, options)].map((row) => row.s?.value).sort();
    const prepared = prepare(text);
    for (let i = 0; i < 2; i++) {
      expect(subjects()).toEqual(["http://example.org/a"]);
      expect([...select(store, prepared)]).toHaveLength(1);
      expect([...select(store, prepare(text))]).toHaveLength(1);
      expect(subjects(text, { unionDefaultGraph: true })).toEqual(["http://example.org/a", "http://example.org/b"]);
      expect(subjects(text, { dataset: { default: [dataFactory.namedNode("http://example.org/g")], named: [] } })).toEqual([
        "http://example.org/b",
      ]);
      expect(subjects(text, { cache: false })).toEqual(["http://example.org/a"]);
    }
    const unknown = `${PREFIXES} SELECT ?s { ?s :p :c }`;
    expect(subjects(unknown)).toEqual([]);
    update(store, `${PREFIXES} INSERT DATA { :c :p 3 , :c }`);
    expect(subjects()).toEqual(["http://example.org/a", "http://example.org/c", "http://example.org/c"]);
    expect([...select(store, prepared)]).toHaveLength(3);
    expect(subjects(unknown)).toEqual(["http://example.org/c"]);
    // Prefixes are part of what a text means.
    expect(subjects("SELECT ?s { ?s p:p 3 }", { prefixes: { p: "http://example.org/" } })).toHaveLength(1);
    expect(subjects("SELECT ?s { ?s p:p 3 }", { prefixes: { p: "urn:other:" } })).toHaveLength(0);
    expect(codeOf(() => select(store, text, { maxLength: 10 }))).toBe("sparql.too-long");
  });
});

describe("updates", () => {
  test("a request that fails leaves nothing behind", () => {
    const store = storeOf(":a :p 1 . GRAPH :g { :b :p 2 }");
    const before = [...store.quads()].length;
    const request = `${PREFIXES}DELETE WHERE { :a :p ?o } ; INSERT DATA { :new :p 3 } ; CLEAR NAMED ; LOAD <x:none>`;
    expect(codeOf(() => update(store, request))).toBe("sparql.unsupported");
    expect([...store.quads()]).toHaveLength(before);
    expect(rowsOf(store, "SELECT * { ?s :p ?o }")).toEqual(['s=:a o="1"^^<xsd:integer>']);
  });

  test("counts what changed, and LOAD takes the caller's function", () => {
    const store = storeOf(":a :p 1 .");
    expect(update(store, `${PREFIXES}INSERT DATA { :a :p 1 , 2 } ; DELETE DATA { :a :p 1 }`)).toEqual({ added: 1, removed: 1 });
    const load = () => [dataFactory.quad(dataFactory.namedNode("x:s"), dataFactory.namedNode("x:p"), dataFactory.literal("o"))];
    expect(update(store, "LOAD <x:doc> INTO GRAPH <x:g>", { load })).toEqual({ added: 1, removed: 0 });
    expect(rowsOf(store, "SELECT ?g { GRAPH ?g { ?s ?p ?o } }")).toEqual(["g=:x:g"].map((row) => row.replace("=:", "=:")));
  });

  test("WITH, USING and templates with graphs", () => {
    const store = storeOf("GRAPH :g { :a :p 1 } :a :p 2 .");
    update(store, `${PREFIXES}WITH :g DELETE { ?s :p ?o } INSERT { ?s :q ?o . GRAPH :h { ?s :r ?o } } WHERE { ?s :p ?o }`);
    expect(rowsOf(store, "SELECT * { GRAPH ?g { ?s ?p ?o } }")).toHaveLength(2);
    update(store, `${PREFIXES}INSERT { :x :y ?o } USING :h WHERE { ?s :r ?o }`);
    expect(rowsOf(store, "SELECT * { :x :y ?o }")).toEqual(['o="1"^^<xsd:integer>']);
  });
});

describe("results", () => {
  const rows = {
    variables: ["a", "b"],
    rows: [{ a: dataFactory.literal('x\t"<&\r\n\\', "en") }, { a: dataFactory.blankNode("n"), b: dataFactory.namedNode("x:y") }],
  };

  test.each(["json", "xml", "tsv"] as const)("%s can be read again", (format) => {
    const read = readResults([...writeResults(rows, format)].join(""), format);
    if (typeof read === "boolean") throw new TypeError("rows wanted");
    expect(read.variables).toEqual(rows.variables);
    expect([...read.rows][0]!.a!.equals(rows.rows[0]!.a)).toBe(true);
    expect([...read.rows][1]!.b!.value).toBe("x:y");
  });

  test("CSV quotes, and XML replaces what it cannot hold", () => {
    expect([...writeResults({ variables: ["a"], rows: [{ a: dataFactory.literal('x,"y"') }] }, "csv")].join("")).toBe('a\r\n"x,""y"""\r\n');
    expect([...writeResults({ variables: ["a"], rows: [{ a: dataFactory.literal("\u0001\ufffe") }] }, "xml")].join("")).toContain(
      ">\ufffd\ufffd<",
    );
    expect(codeOf(() => [...writeResults(true, "csv")])).toBe("sparql.wrong-form");
  });

  test("a document that is not well-formed is refused", () => {
    expect(codeOf(() => readResults("<sparql><results>", "xml"))).toBe("sparql.invalid-results");
    expect(codeOf(() => readResults("{", "json"))).toBe("sparql.invalid-results");
    expect(codeOf(() => readResults("?a\n<<", "tsv"))).toBe("sparql.invalid-results");
  });
});

describe("kept plans", () => {
  test("a prepared query sees every change of the store", () => {
    const store = storeOf(":a :p 1 . GRAPH :g { :a :q 1 }");
    const query = prepare(`${PREFIXES}SELECT * { ?s :p ?o OPTIONAL { GRAPH ?g { ?s :q ?o } } OPTIONAL { ?s :new ?n } }`);
    const count = () => [...select(store, query)].length;
    expect(count()).toBe(1);
    update(store, `${PREFIXES}INSERT DATA { :b :p 2 . :a :new :x , :y }`);
    expect(count()).toBe(3);
    expect(count()).toBe(3);
    update(store, `${PREFIXES}INSERT DATA { GRAPH :h { :a :q 1 } }`);
    expect(count()).toBe(5);
    expect([...select(store, query, { unionDefaultGraph: true })]).toHaveLength(5);
    // A change in named graphs alone leaves the default graph's index as it is.
    const named = prepare("SELECT * { GRAPH ?g { SELECT (COUNT(*) AS ?n) { ?s ?p ?o } } }");
    expect([...select(store, named)]).toHaveLength(2);
    update(store, `${PREFIXES}INSERT DATA { GRAPH :i { :a :q 1 } }`);
    expect([...select(store, named)]).toHaveLength(3);
    const other = storeOf(":z :p 3 .");
    expect([...select(other, query)].map((row) => row.s?.value)).toEqual(["http://example.org/z"]);
  });
});
