import { parseQuads, RDF_FORMATS } from "@chancery/io";
import { dataFactory, QuadStore } from "@chancery/rdf";
import { select } from "@chancery/sparql";
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
    ["application/xml", "application/xml"],
    ["text/xml", "text/xml; charset=utf-8"],
    ["", "application/sparql-results+json"],
    ["application/*", "application/sparql-results+json"],
    ["application/*, application/sparql-results+json;q=0", "application/sparql-results+xml"],
    ["TEXT/CSV ; Charset=UTF-8 ; Q=0.9", "text/csv; charset=utf-8"],
    ["text/csv;q=0.333,text/tab-separated-values;q=0.334", "text/tab-separated-values; charset=utf-8"],
    ["text/csv;q=1.0, application/sparql-results+xml", "application/sparql-results+xml"],
    ["text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8", "application/xml"],
    ["application/sparql-results+json,*/*;q=0.9", "application/sparql-results+json"],
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
    ["plain text", () => post(SELECT, "text/plain"), 415],
    ["no media type", () => app.request("http://localhost/sparql", { method: "POST", body: new TextEncoder().encode(SELECT) }), 415],
    ["another charset", () => post(SELECT, "application/sparql-query; charset=iso-8859-1"), 415],
    ["a compressed body", () => post(SELECT, "application/sparql-query", { "Content-Encoding": "gzip" }), 415],
    ["an empty query", () => get({ query: "" }), 400],
    ["a query of blanks", () => get({ query: " \n\t" }), 400],
    ["an empty body", () => post("", "application/sparql-query"), 400],
    ["a comment only", () => get({ query: "# nothing" }), 400],
    [
      "a query in the form and another in the address",
      () => post(`query=${encodeURIComponent(SELECT)}`, "application/x-www-form-urlencoded", {}, `?query=${encodeURIComponent(SELECT)}`),
      400,
    ],
    ["an update in the address", () => get({ update: "CLEAR ALL" }), 403],
    ["an update beside a query", () => get({ query: SELECT, update: "CLEAR ALL" }), 403],
    ["a relative named graph", () => get({ query: SELECT, "named-graph-uri": "../g1" }), 400],
    ["an empty graph name", () => get({ query: SELECT, "default-graph-uri": "" }), 400],
    ["PATCH", () => app.request("http://localhost/sparql", { method: "PATCH" }), 405],
    ["a long address", () => get({ query: `${SELECT} #${"x".repeat(3000)}` }), 414],
    ["triples as CSV", () => get({ query: "CONSTRUCT WHERE { ?s ?p ?o }" }, { Accept: "text/csv" }), 406],
    ["rows as Turtle", () => get({ query: SELECT }, { Accept: "text/turtle" }), 406],
    ["a description as CSV", () => app.request("http://localhost/sparql", { headers: { Accept: "text/csv" } }), 406],
    ["loading", () => post("LOAD <http://localhost/x>", "application/sparql-update"), 403],
    ["an unknown place", () => app.request("http://localhost/sparq"), 404],
    [
      "a query that takes too long",
      () =>
        get({
          query: `SELECT (COUNT(*) AS ?n) { ${["a", "b", "c", "d", "e", "f", "g"].map((v) => `VALUES ?${v} { 0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 }`).join(" ")} FILTER(?a + ?b + ?c + ?d + ?e + ?f + ?g = -1) }`,
        }),
      503,
    ],
    [
      "triples without end",
      () =>
        get({
          query: `CONSTRUCT { ?s <http://e/p> ?x } WHERE { ?s ?p ?o ${["a", "b", "c", "d"].map((v) => `VALUES ?${v} { 0 1 2 3 4 5 6 7 8 9 }`).join(" ")} BIND(?a * 1000 + ?b * 100 + ?c * 10 + ?d AS ?x) }`,
        }),
      503,
    ],
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

  it("names its graphs and their sizes in its description", async () => {
    const quads = parseQuads(
      await (await app.request("http://localhost/sparql", { headers: { Accept: "application/n-triples" } })).text(),
      "n-triples",
    );
    const described = new QuadStore();
    described.addAll(quads);
    const rows = select(
      described,
      `PREFIX sd: <http://www.w3.org/ns/sparql-service-description#> PREFIX void: <http://rdfs.org/ns/void#>
      SELECT ?name ?size { ?d sd:namedGraph [ sd:name ?name ; sd:graph/void:triples ?size ] } ORDER BY ?name`,
    );
    expect([...rows].map(({ name, size }) => [name?.value, size?.value])).toEqual([
      ["http://example.org/g1", "1"],
      ["http://example.org/g2", "1"],
    ]);
    expect(
      quads.find(({ subject, predicate }) => subject.value.endsWith("#default-graph") && predicate.value.endsWith("#triples"))?.object
        .value,
    ).toBe("3");
  });

  it("answers HEAD with what GET would say of itself, and no body", async () => {
    for (const path of [`sparql?query=${encodeURIComponent(SELECT)}`, "sparql", "graphs?default", "graphs?graph=http://example.org/g1"]) {
      const [head, full] = await Promise.all([
        app.request(`http://localhost/${path}`, { method: "HEAD" }),
        app.request(`http://localhost/${path}`),
      ]);
      expect([path, head.status, await head.text(), head.headers.get("content-type")]).toEqual([
        path,
        200,
        "",
        full.headers.get("content-type"),
      ]);
    }
    expect((await app.request("http://localhost/sparql?query=SELEC", { method: "HEAD" })).status).toBe(400);
    expect((await app.request("http://localhost/graphs?graph=http://example.org/none", { method: "HEAD" })).status).toBe(404);
  });

  it("says which methods there are, to OPTIONS and to those that are refused", async () => {
    for (const [path, allowed] of [
      ["sparql", "GET, HEAD, POST, OPTIONS"],
      ["graphs?default", "GET, HEAD, OPTIONS"],
    ]) {
      for (const [method, status] of [
        ["OPTIONS", 204],
        ["DELETE", 405],
      ] as const) {
        const answer = await app.request(`http://localhost/${path}`, { method });
        expect([path, method, answer.status, answer.headers.get("allow")]).toEqual([path, method, status, allowed]);
      }
    }
  });

  it("lets pages of other sites ask where it is told to, errors included, and else not", async () => {
    const ask = (corsOrigin: string | undefined, query = SELECT, method = "GET") =>
      createSparqlServer(() => store, corsOrigin === undefined ? {} : { corsOrigin }).request(
        `http://localhost/sparql?query=${encodeURIComponent(query)}`,
        { method, headers: { Origin: "https://a.example" } },
      );
    expect((await ask(undefined)).headers.get("access-control-allow-origin")).toBeNull();
    for (const [query, method] of [
      [SELECT, "GET"],
      ["SELEC", "GET"],
      [SELECT, "OPTIONS"],
      [SELECT, "DELETE"],
    ]) {
      const answer = await ask("https://a.example", query, method);
      expect([method, answer.headers.get("access-control-allow-origin"), answer.headers.get("vary")]).toEqual([
        method,
        "https://a.example",
        expect.stringContaining("Origin"),
      ]);
    }
    const preflight = await ask("*", SELECT, "OPTIONS");
    expect([
      preflight.status,
      preflight.headers.get("access-control-allow-methods"),
      preflight.headers.get("access-control-allow-headers"),
    ]).toEqual([204, "GET, HEAD, POST, OPTIONS", "Accept, Content-Type"]);
  });

  it("compresses long answers for those that take it", async () => {
    const long = { query: "SELECT * { VALUES ?a { 1 2 3 4 5 6 7 8 9 10 } VALUES ?b { 1 2 3 4 5 6 7 8 9 10 } }" };
    for (const [accept, expected] of [
      ["gzip, deflate, br", "gzip"],
      ["deflate", "deflate"],
      ["br", null],
      ["gzip;q=0", null],
    ] as const) {
      const answer = await get(long, { "Accept-Encoding": accept });
      const { body, headers } = answer;
      expect([accept, headers.get("content-encoding")]).toEqual([accept, expected]);
      expect(headers.get("vary")).toMatch(/Accept-Encoding/);
      const text =
        expected === null ? await answer.text() : await new Response(body?.pipeThrough(new DecompressionStream(expected))).text();
      expect(JSON.parse(text).results.bindings).toHaveLength(100);
    }
    const graph = await get(
      {
        query: `CONSTRUCT { ?x <http://e/p> ?y } { VALUES ?a { 1 2 3 4 5 6 7 8 9 10 } VALUES ?b { 1 2 3 4 5 6 7 8 9 10 } BIND(IRI(CONCAT("http://e/", STR(?a))) AS ?x) BIND(?b AS ?y) }`,
      },
      { Accept: "application/n-triples", "Accept-Encoding": "gzip" },
    );
    expect(graph.headers.get("content-encoding")).toBe("gzip");
    expect(
      (
        await createSparqlServer(() => store, { compression: false }).request(`http://localhost/sparql?${new URLSearchParams(long)}`, {
          headers: { "Accept-Encoding": "gzip" },
        })
      ).headers.get("content-encoding"),
    ).toBeNull();
  });

  it("gives up on a request that comes too slowly", async () => {
    const body = new ReadableStream({ start: (controller) => controller.enqueue(new TextEncoder().encode("SELECT")) });
    const answer = await app.request("http://localhost/sparql", {
      method: "POST",
      body,
      duplex: "half",
      headers: { "Content-Type": "application/sparql-query" },
    } as RequestInit);
    expect([answer.status, await answer.text()]).toEqual([408, expect.stringContaining("[server.too-slow]")]);
  });

  it("reads a body in pieces that cut characters", async () => {
    const bytes = new TextEncoder().encode("SELECT ?x { BIND('Zürich 北京 🕊' AS ?x) }");
    const body = new ReadableStream({
      start: (controller) => {
        for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
        controller.close();
      },
    });
    const answer = await app.request("http://localhost/sparql", {
      method: "POST",
      body,
      duplex: "half",
      headers: { "Content-Type": "application/sparql-query", Accept: "text/csv" },
    } as RequestInit);
    expect(await answer.text()).toBe("x\r\nZürich 北京 🕊\r\n");
  });

  it("never lets data be taken for a page", async () => {
    const answer = await get({ query: "SELECT ('<script>alert(1)</script>' AS ?x) {}" }, { Accept: "text/html, */*" });
    expect([answer.headers.get("content-type"), answer.headers.get("x-content-type-options")]).toEqual([
      "application/sparql-results+json",
      "nosniff",
    ]);
    const error = await get({ query: "<script>alert(1)</script>" }, { Accept: "text/html" });
    expect([error.headers.get("content-type"), error.headers.get("x-content-type-options")]).toEqual([
      expect.stringContaining("text/plain"),
      "nosniff",
    ]);
  });

  it("takes the dataset from the request before that of the query", async () => {
    const answer = await get([
      ["query", "SELECT ?s FROM <http://example.org/g1> WHERE { ?s ?p ?o }"],
      ["default-graph-uri", "http://example.org/g2"],
    ]);
    expect((await answer.json()).results.bindings.map((row: { s: { value: string } }) => row.s.value)).toEqual(["http://example.org/b"]);
  });

  it("serves what the store holds now", async () => {
    const changing = new QuadStore();
    const server = createSparqlServer(() => changing);
    const count = async () =>
      (await (await server.request(`http://localhost/sparql?query=${encodeURIComponent("SELECT * { ?s ?p ?o }")}`)).json()).results.bindings
        .length;
    expect(await count()).toBe(0);
    changing.add(dataFactory.quad(iri("a"), iri("p"), iri("b")));
    expect(await count()).toBe(1);
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
