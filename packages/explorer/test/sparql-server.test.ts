import { parseQuads, RDF_FORMATS } from "@chancery/io";
import { dataFactory, QuadStore } from "@chancery/rdf";
import { describe, expect, it } from "vitest";
import { createSparqlServer } from "../src/index.ts";

const store = new QuadStore();
const iri = (name: string) => dataFactory.namedNode(`http://example.org/${name}`);
store.add(dataFactory.quad(iri("a"), iri("p"), dataFactory.literal("one"), iri("g1")));
store.add(dataFactory.quad(iri("b"), iri("p"), dataFactory.literal("two"), iri("g2")));
store.add(dataFactory.quad(iri("c"), iri("p"), dataFactory.literal("three")));
const app = createSparqlServer(() => store, { maxBodyBytes: 2000, timeoutMs: 500, maxRows: 1000, corsOrigin: "*" });
const SELECT = "SELECT ?s WHERE { ?s ?p ?o } ORDER BY ?s";

const get = (parameters: Record<string, string> | [string, string][], headers: Record<string, string> = {}, path = "sparql") =>
  app.request(`http://localhost/${path}?${new URLSearchParams(parameters)}`, { headers });
const post = (body: string, type: string | undefined, headers: Record<string, string> = {}, search = "") =>
  app.request(`http://localhost/sparql${search}`, {
    method: "POST",
    body,
    headers: { ...(type === undefined ? {} : { "Content-Type": type }), ...headers },
  });

describe("the SPARQL protocol", () => {
  it("answers a query by GET, by form and as a body alike", async () => {
    const answers = await Promise.all([
      get({ query: SELECT }),
      post(new URLSearchParams({ query: SELECT }).toString(), "application/x-www-form-urlencoded"),
      post(SELECT, "application/sparql-query"),
      post(SELECT, "Application/SPARQL-Query; charset=utf-8"),
    ]);
    const bodies = await Promise.all(answers.map((answer) => answer.json()));
    for (const [index, answer] of answers.entries()) {
      expect(answer.status).toBe(200);
      expect(answer.headers.get("content-type")).toBe("application/sparql-results+json");
      expect(bodies[index].results.bindings).toHaveLength(3);
    }
  });

  it.each([
    ["application/sparql-results+xml", "application/sparql-results+xml"],
    ["text/csv", "text/csv; charset=utf-8"],
    ["text/tab-separated-values", "text/tab-separated-values; charset=utf-8"],
    ["application/json", "application/json"],
    ["*/*", "application/sparql-results+json"],
    ["text/*;q=0.5, application/sparql-results+xml;q=0.4", "text/csv; charset=utf-8"],
    ["text/csv;q=0.1, text/tab-separated-values;q=0.9", "text/tab-separated-values; charset=utf-8"],
    ["text/html, */*;q=0.1", "application/sparql-results+json"],
  ])("negotiates rows: %s gives %s", async (accept, expected) => {
    expect((await get({ query: SELECT }, { Accept: accept })).headers.get("content-type")).toBe(expected);
  });

  it.each(RDF_FORMATS.flatMap(({ name, mediaTypes }) => mediaTypes.map((mediaType) => [mediaType, name])))(
    "negotiates triples: %s",
    async (mediaType, name) => {
      const answer = await get({ query: "CONSTRUCT WHERE { ?s ?p ?o }" }, { Accept: mediaType });
      expect(answer.status).toBe(200);
      expect(answer.headers.get("content-type")).toContain(mediaType);
      const text = await answer.text();
      if (!["json-ld", "rdf-xml"].includes(name)) expect(parseQuads(text, name)).toHaveLength(3);
    },
  );

  it("answers ASK and DESCRIBE", async () => {
    expect(await (await get({ query: "ASK { ?s ?p 'two' }" })).json()).toMatchObject({ boolean: true });
    expect(await (await get({ query: "DESCRIBE <http://example.org/a>" }, { Accept: "application/n-triples" })).text()).toContain('"one"');
  });

  it("takes the dataset from the request", async () => {
    const rows = async (parameters: [string, string][]) => (await (await get(parameters)).json()).results.bindings.length;
    expect(
      await rows([
        ["query", SELECT],
        ["default-graph-uri", "http://example.org/g1"],
      ]),
    ).toBe(1);
    expect(
      await rows([
        ["query", SELECT],
        ["default-graph-uri", "http://example.org/g1"],
        ["default-graph-uri", "http://example.org/g2"],
      ]),
    ).toBe(2);
    expect(
      await rows([
        ["query", "SELECT ?s WHERE { GRAPH ?g { ?s ?p ?o } }"],
        ["named-graph-uri", "http://example.org/g2"],
      ]),
    ).toBe(1);
  });

  it.each<[string, () => Promise<Response> | Response, number]>([
    ["a syntax error", () => get({ query: "SELEC ?s" }), 400],
    ["no query in a form", () => post("x=1", "application/x-www-form-urlencoded"), 400],
    [
      "two queries",
      () =>
        get([
          ["query", SELECT],
          ["query", SELECT],
        ]),
      400,
    ],
    ["query in address and body", () => post(SELECT, "application/sparql-query", {}, `?query=${encodeURIComponent(SELECT)}`), 400],
    [
      "a relative graph name",
      () =>
        get([
          ["query", SELECT],
          ["default-graph-uri", "g1"],
        ]),
      400,
    ],
    [
      "an injected graph name",
      () =>
        get([
          ["query", SELECT],
          ["default-graph-uri", "http://x/> <y"],
        ]),
      400,
    ],
    [
      "a body that is not UTF-8",
      () =>
        app.request("http://localhost/sparql", {
          method: "POST",
          body: new Uint8Array([0xff, 0xfe]),
          headers: { "Content-Type": "application/sparql-query" },
        }),
      400,
    ],
    ["an update as a form", () => post("update=CLEAR+ALL", "application/x-www-form-urlencoded"), 403],
    ["an update as a body", () => post("CLEAR ALL", "application/sparql-update"), 403],
    ["an update sent as a query", () => post("CLEAR ALL", "application/sparql-query"), 400],
    ["an unknown media type", () => post(SELECT, "application/octet-stream"), 415],
    ["no media type", () => post(SELECT, "text/plain"), 415],
    ["an unknown format", () => get({ query: SELECT }, { Accept: "image/png" }), 406],
    ["ASK as CSV", () => get({ query: "ASK {}" }, { Accept: "text/csv" }), 406],
    ["a format refused by q=0", () => get({ query: SELECT }, { Accept: "*/*;q=0" }), 406],
    ["PUT", () => app.request("http://localhost/sparql?query=x", { method: "PUT" }), 405],
    ["DELETE", () => app.request("http://localhost/sparql", { method: "DELETE" }), 405],
    ["a long body", () => post(`${SELECT} #${"x".repeat(3000)}`, "application/sparql-query"), 413],
    ["a long form", () => post(`query=${"x".repeat(3000)}`, "application/x-www-form-urlencoded"), 413],
    [
      "a query that takes too many rows",
      () =>
        get({
          query:
            "SELECT * WHERE { VALUES ?a { 1 2 3 4 5 6 7 8 9 10 } VALUES ?b { 1 2 3 4 5 6 7 8 9 10 } VALUES ?c { 1 2 3 4 5 6 7 8 9 10 } VALUES ?d { 1 2 } }",
        }),
      503,
    ],
    ["federation", () => get({ query: "SELECT * WHERE { SERVICE <http://localhost:1/> { ?s ?p ?o } }" }), 400],
  ])("refuses %s", async (_name, ask, status) => {
    const answer = await ask();
    expect(answer.status).toBe(status);
    expect(await answer.text()).toMatch(/\[[a-z-]+\.[a-z-]+\]\n$/);
  });

  it("says where a syntax error is", async () => {
    expect(await (await get({ query: "SELECT ?s\nWHERE { ?s ?p }" })).text()).toMatch(/line 2/);
  });

  it("describes itself", async () => {
    const answer = await app.request("http://localhost/sparql", { headers: { Accept: "text/turtle" } });
    const quads = parseQuads(await answer.text(), "turtle");
    expect(quads.map(({ object }) => object.value)).toEqual(
      expect.arrayContaining(["http://localhost/sparql", "http://www.w3.org/ns/sparql-service-description#SPARQL11Query"]),
    );
  });

  it("answers HEAD, OPTIONS and cross-origin requests", async () => {
    const head = await app.request(`http://localhost/sparql?query=${encodeURIComponent(SELECT)}`, { method: "HEAD" });
    expect([head.status, await head.text()]).toEqual([200, ""]);
    const options = await app.request("http://localhost/sparql", { method: "OPTIONS" });
    expect([options.status, options.headers.get("access-control-allow-origin")]).toEqual([204, "*"]);
    expect(
      (await createSparqlServer(() => store).request(`http://localhost/sparql?query=${encodeURIComponent(SELECT)}`)).headers.get(
        "access-control-allow-origin",
      ),
    ).toBeNull();
  });

  it("answers a hundred requests at once", async () => {
    const answers = await Promise.all(Array.from({ length: 100 }, () => get({ query: SELECT })));
    expect(answers.every(({ status }) => status === 200)).toBe(true);
  });
});

describe("the graph store protocol, reading", () => {
  const graphs = (parameters: Record<string, string>, headers = {}) =>
    get(parameters, { Accept: "application/n-triples", ...headers }, "graphs");
  it("gives a named graph, the default graph, and nothing else", async () => {
    expect(await (await graphs({ graph: "http://example.org/g1" })).text()).toContain('"one"');
    expect(parseQuads(await (await graphs({ default: "" })).text(), "n-triples")).toHaveLength(3);
    expect((await graphs({ graph: "http://example.org/none" })).status).toBe(404);
    expect((await graphs({})).status).toBe(400);
    expect((await graphs({ default: "", graph: "http://example.org/g1" })).status).toBe(400);
    expect((await graphs({ graph: "g1" })).status).toBe(400);
    expect((await graphs({ graph: "http://example.org/g1" }, { Accept: "image/png" })).status).toBe(406);
    for (const method of ["PUT", "POST", "DELETE", "PATCH"])
      expect((await app.request("http://localhost/graphs?graph=http://example.org/g1", { method })).status).toBe(405);
  });
});
