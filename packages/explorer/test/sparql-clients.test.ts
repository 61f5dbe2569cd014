import type { Server } from "node:http";
import { connect } from "node:net";
import { dataFactory, QuadStore } from "@chancery/rdf";
import { QueryEngine } from "@comunica/query-sparql";
import { serve } from "@hono/node-server";
import { Window } from "happy-dom";
import StreamClient from "sparql-http-client";
import ParsingClient from "sparql-http-client/ParsingClient.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createSparqlServer } from "../src/index.ts";

/** 300 things in three graphs, with strings that every format has to escape. */
const store = new QuadStore();
const { namedNode, literal, quad, blankNode } = dataFactory;
const iri = (name: string) => namedNode(`http://example.org/${name}`);
const NASTY = `"quotes", 'single', <tags> & \\backslash\ttab\nline, Zürich 北京 🕊`;
for (let i = 0; i < 300; i++) {
  const thing = iri(`thing/${String(i).padStart(3, "0")}`);
  const graph = iri(`g${i % 3}`);
  store.add(quad(thing, iri("number"), literal(String(i), namedNode("http://www.w3.org/2001/XMLSchema#integer")), graph));
  if (i % 10 === 0) store.add(quad(thing, iri("label"), literal(NASTY, i % 20 === 0 ? "en" : "de-AT"), graph));
}
store.add(quad(blankNode("x"), iri("label"), literal(""), iri("g0")));

let server: Server;
let endpoint = "";
beforeAll(async () => {
  const app = createSparqlServer(() => store, { timeoutMs: 2000, maxRows: 1000, corsOrigin: "*", prefixes: { e: "http://example.org/" } });
  await new Promise<void>((resolve) => {
    server = serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" }, ({ port }) => {
      endpoint = `http://127.0.0.1:${port}/sparql`;
      resolve();
    }) as Server;
  });
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
});

describe("Comunica as a client", { timeout: 60_000 }, () => {
  const engine = new QueryEngine();
  // Named as an endpoint, and left to find out what it is from its description.
  const kinds: [string, () => [unknown]][] = [
    ["named", () => [{ type: "sparql", value: endpoint }]],
    ["found out", () => [endpoint]],
  ];

  it.each(kinds)("selects, with OPTIONAL, filters, languages and blank nodes (%s)", async (_name, sources) => {
    const rows = await (
      await engine.queryBindings(
        `SELECT ?thing ?label ?number { ?thing <http://example.org/label> ?label OPTIONAL { ?thing <http://example.org/number> ?number }
         FILTER(!BOUND(?number) || ?number < 30) } ORDER BY ?number`,
        { sources: sources() as never },
      )
    ).toArray();
    expect(rows).toHaveLength(4);
    expect(rows.map((row) => row.get("number")?.value)).toEqual([undefined, "0", "10", "20"]);
    expect(rows[0]?.get("thing")?.termType).toBe("BlankNode");
    expect(rows.slice(1).map((row) => row.get("label")?.value)).toEqual([NASTY, NASTY, NASTY]);
    expect(rows.slice(1).map((row) => (row.get("label") as { language: string }).language.toLowerCase())).toEqual(["en", "de-at", "en"]);
  });

  it.each(kinds)("asks and constructs (%s)", async (_name, sources) => {
    expect(
      await engine.queryBoolean("ASK { <http://example.org/thing/007> <http://example.org/number> 7 }", { sources: sources() as never }),
    ).toBe(true);
    expect(
      await engine.queryBoolean("ASK { <http://example.org/thing/007> <http://example.org/number> 8 }", { sources: sources() as never }),
    ).toBe(false);
    const quads = await (
      await engine.queryQuads("CONSTRUCT { ?t a <http://example.org/Thing> } WHERE { ?t <http://example.org/number> ?n FILTER(?n < 5) }", {
        sources: sources() as never,
      })
    ).toArray();
    expect(quads.map(({ subject }) => subject.value).sort()).toEqual([0, 1, 2, 3, 4].map((i) => `http://example.org/thing/00${i}`));
  });

  it("reads page after page: every row once, in order", async () => {
    const seen: string[] = [];
    for (let offset = 0; ; offset += 70) {
      const page = await (
        await engine.queryBindings(`SELECT ?n { ?t <http://example.org/number> ?n } ORDER BY ?n LIMIT 70 OFFSET ${offset}`, {
          sources: [{ type: "sparql", value: endpoint }],
        })
      ).toArray();
      if (page.length === 0) break;
      seen.push(...page.map((row) => row.get("n")?.value ?? ""));
    }
    expect(seen).toEqual(Array.from({ length: 300 }, (_, i) => String(i)));
  });

  it("joins the endpoint with a store of its own", async () => {
    const own = new QuadStore();
    own.add(quad(iri("thing/042"), iri("seen"), literal("yesterday")));
    const rows = await (
      await engine.queryBindings("SELECT ?n ?when { ?t <http://example.org/number> ?n . ?t <http://example.org/seen> ?when }", {
        sources: [{ type: "sparql", value: endpoint }, own as never],
      })
    ).toArray();
    expect(rows.map((row) => [row.get("n")?.value, row.get("when")?.value])).toEqual([["42", "yesterday"]]);
  });

  it("hears of errors, and why", async () => {
    const pairs = engine.queryBindings("SELECT * { ?a ?p ?b . ?c ?q ?d }", { sources: [{ type: "sparql", value: endpoint }] });
    await expect(pairs.then((rows) => rows.toArray())).rejects.toThrow(/503[\s\S]*more than 1000 rows[\s\S]*\[sparql\.too-many-rows\]/);
  });
});

describe("sparql-http-client as a client", () => {
  const client = () => new ParsingClient({ endpointUrl: endpoint, updateUrl: endpoint, storeUrl: endpoint.replace("/sparql", "/graphs") });

  it.each(["get", "postUrlencoded", "postDirect"] as const)("selects, asks and constructs by %s", async (operation) => {
    const rows = await client().query.select(`SELECT ?n { <http://example.org/thing/123> e:number ?n }`, { operation });
    expect(rows.map(({ n }) => [n?.value, n?.termType])).toEqual([["123", "Literal"]]);
    expect(await client().query.ask("ASK { ?t e:number 299 }", { operation })).toBe(true);
    const triples = await client().query.construct("CONSTRUCT { ?t e:is ?n } WHERE { ?t e:number ?n FILTER(?n >= 290) }", { operation });
    expect(triples.size).toBe(10);
  });

  it("reads graphs from the graph store", async () => {
    const streaming = new StreamClient({ endpointUrl: endpoint, storeUrl: endpoint.replace("/sparql", "/graphs") });
    const sizeOf = async (graph: string): Promise<number> => {
      let count = 0;
      for await (const _ of streaming.store.get(iri(graph))) count++;
      return count;
    };
    expect(await sizeOf("g1")).toBe(110);
    await expect(sizeOf("none")).rejects.toThrow(/404|Not Found/);
  });

  it("is told why an update or a wrong query is refused", async () => {
    await expect(client().query.update("CLEAR ALL")).rejects.toThrow(/Forbidden|403|read-only/);
    await expect(client().query.select("SELECT ?x WHERE")).rejects.toThrow(/Bad Request|400|sparql\.syntax/);
  });
});

/** YASQE is the part of YASGUI that makes the requests; it runs in a browser's page. */
describe("YASQE as a client", { timeout: 60_000 }, () => {
  interface Editor {
    setValue(query: string): void;
    query(config: object): Promise<{ readonly status: number; readonly headers: Headers; readonly content: string }>;
  }
  let editor: Editor;
  const added: string[] = [];
  beforeAll(async () => {
    const page = new Window({ url: "https://yasgui.example/" });
    const { document } = page;
    // The editor looks for its page in the global names; `fetch` and the like stay Node's.
    const names = ["window", ...Object.getOwnPropertyNames(page)].filter((name) => !(name in globalThis));
    for (const name of names) {
      const value: unknown = name === "window" ? page : Reflect.get(page, name);
      Object.defineProperty(globalThis, name, {
        value: typeof value === "function" && /^[a-z]/.test(name) ? value.bind(page) : value,
        configurable: true,
        writable: true,
      });
      added.push(name);
    }
    const { default: Yasqe } = (await import("@zazuko/yasqe")) as unknown as {
      readonly default: new (parent: unknown, config: object) => Editor;
    };
    const parent = document.createElement("div");
    document.body.appendChild(parent);
    editor = new Yasqe(parent, { persistenceId: null, autofocus: false, requestConfig: { endpoint } });
  });
  afterAll(() => {
    for (const name of added) Reflect.deleteProperty(globalThis, name);
  });
  const ask = (query: string, config: object = {}) => {
    editor.setValue(query);
    return editor.query(config);
  };

  it.each(["POST", "GET"])("shows the rows of a SELECT (%s)", async (method) => {
    const { status, headers, content } = await ask("SELECT ?n WHERE { <http://example.org/thing/123> <http://example.org/number> ?n }", {
      method,
    });
    expect([status, headers.get("content-type")]).toEqual([200, "application/sparql-results+json"]);
    expect(JSON.parse(content).results.bindings[0].n.value).toBe("123");
  });

  it.each(["POST", "GET"])("shows the triples of CONSTRUCT and DESCRIBE (%s)", async (method) => {
    for (const query of ["CONSTRUCT WHERE { <http://example.org/thing/123> ?p ?o }", "DESCRIBE <http://example.org/thing/123>"]) {
      const { headers, content } = await ask(query, { method });
      expect([headers.get("content-type"), content.trim().split("\n")]).toEqual([
        "application/n-triples",
        [expect.stringContaining("thing/123")],
      ]);
    }
  });

  it("names graphs, and sends further arguments along", async () => {
    const { content } = await ask("SELECT (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s <http://example.org/number> ?o } }", {
      namedGraphs: ["http://example.org/g1", "http://example.org/g2"],
      args: [{ name: "infer", value: "false" }],
    });
    expect(JSON.parse(content).results.bindings[0].n.value).toBe("200");
  });

  it("shows what is wrong with a query, and that updates are refused", async () => {
    await expect(ask("SELECT ?n WHERE { ?s <http://example.org/number> }")).rejects.toThrow(/line 1[\s\S]*\[sparql\.syntax\]/);
    await expect(ask("DELETE WHERE { ?s ?p ?o }")).rejects.toThrow(/\[server\.read-only\]/);
    expect(store.size).toBe(331);
  });
});

describe("the endpoint over HTTP", { timeout: 60_000 }, () => {
  const ask = (query: string, init: RequestInit = {}) => fetch(`${endpoint}?query=${encodeURIComponent(query)}`, init);
  /** Millions of rows that all fail a filter, so the engine works and gives nothing. */
  const LONG = `SELECT * { ${["a", "b", "c", "d", "e", "f"].map((name) => `VALUES ?${name} { ${Array.from({ length: 30 }, (_, i) => i).join(" ")} }`).join(" ")} }`;

  it("answers a hundred requests at once, each with its own answer", async () => {
    const answers = await Promise.all(
      Array.from({ length: 100 }, async (_, i) => (await ask(`SELECT ?t { ?t <http://example.org/number> ${i} }`)).json()),
    );
    expect(answers.map(({ results }) => results.bindings[0].t.value)).toEqual(
      Array.from({ length: 100 }, (_, i) => `http://example.org/thing/${String(i).padStart(3, "0")}`),
    );
  });

  it("answers others while a long query runs, and stops it at its budget", async () => {
    const long = ask(LONG);
    const started = performance.now();
    expect((await ask("ASK {}")).status).toBe(200);
    expect(performance.now() - started).toBeLessThan(1500);
    expect((await long).status).toBe(503);
  });

  it("works no more for a client that has gone", async () => {
    let served = 0;
    const work = new QuadStore();
    for (let i = 0; i < 400; i++) work.add(quad(iri(`s${i}`), iri("p"), iri(`o${i}`)));
    const app = createSparqlServer(
      () => {
        served++;
        return work;
      },
      { timeoutMs: 20_000, maxRows: 1_000_000_000 },
    );
    const busy: Server = await new Promise((resolve) => {
      const started = serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" }, () => resolve(started)) as Server;
    });
    try {
      const address = busy.address() as { port: number };
      const url = `http://127.0.0.1:${address.port}/sparql?query=`;
      const pairs = "SELECT * { ?a ?p ?b . ?c ?q ?d . ?e ?r ?f }";
      const abort = new AbortController();
      const gone = fetch(url + encodeURIComponent(pairs), { signal: abort.signal });
      while (served === 0) await new Promise((resolve) => setTimeout(resolve, 10));
      abort.abort();
      await expect(gone).rejects.toThrow(/abort/i);
      await new Promise((resolve) => setTimeout(resolve, 300));
      // Nothing runs in the background: this process, which the server runs in, has its time for itself.
      const before = process.cpuUsage();
      await new Promise((resolve) => setTimeout(resolve, 1000));
      const { user, system } = process.cpuUsage(before);
      expect(user + system).toBeLessThan(500_000);
    } finally {
      busy.close();
      busy.closeAllConnections();
    }
  });

  it("gives up on a body that does not come", async () => {
    const { port } = new URL(endpoint);
    const socket = connect(Number(port), "127.0.0.1");
    socket.write(
      "POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/sparql-query\r\nContent-Length: 1000\r\n\r\nSELECT",
    );
    let said = "";
    for await (const piece of socket) {
      said += String(piece);
      if (said.includes("\r\n\r\n")) break;
    }
    expect(said).toMatch(/^HTTP\/1\.1 408 /);
  });

  it("refuses what is no request, and a body that is too long, and lives on", async () => {
    const { port } = new URL(endpoint);
    for (const sent of ["nonsense\r\n\r\n", "GET /sparql HTTP/1.1\r\n\r\n", `GET /${"x".repeat(50_000)} HTTP/1.1\r\nHost: a\r\n\r\n`]) {
      const socket = connect(Number(port), "127.0.0.1");
      socket.write(sent);
      let said = "";
      for await (const piece of socket) said += String(piece);
      expect(said).toMatch(/^HTTP\/1\.1 4\d\d /);
    }
    expect(
      (await fetch(endpoint, { method: "POST", body: "x".repeat(2_000_000), headers: { "Content-Type": "application/sparql-query" } }))
        .status,
    ).toBe(413);
    expect((await ask("ASK {}")).status).toBe(200);
  });
});
