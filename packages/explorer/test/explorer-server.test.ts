import { readCollection } from "@chancery/extract";
import { dataFactory, QuadStore } from "@chancery/rdf";
import { beforeAll, describe, expect, it } from "vitest";
import { createExplorerServer, type ExplorerRecord } from "../src/index.ts";
import { buildPage } from "./page/browser.ts";
import { fixtureRecords } from "./page/fixture.ts";
import { VECTORS } from "./page/vectors-table.ts";

const store = new QuadStore();
store.add(
  dataFactory.quad(
    dataFactory.namedNode("http://example.org/a"),
    dataFactory.namedNode("http://example.org/p"),
    dataFactory.literal("one"),
  ),
);
const embedded = (html: string): { records: readonly ExplorerRecord[]; reading: { clusters: unknown[] } } =>
  JSON.parse(/<script type="application\/json" id="chancery-data">([^<]*)<\/script>/.exec(html)![1]!);

describe("the explorer's server", () => {
  beforeAll(buildPage, 240_000);

  it("serves the page with its data, not to be framed, sniffed or kept", async () => {
    const app = createExplorerServer({ store: () => store, records: fixtureRecords }, { title: VECTORS[0]! });
    const answer = await app.request("http://localhost/");
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toMatch(/^text\/html/i);
    expect(answer.headers.get("content-security-policy")).toBe("frame-ancestors 'none'");
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    expect(answer.headers.get("referrer-policy")).toBe("no-referrer");
    expect(answer.headers.get("cache-control")).toBe("no-cache");
    expect(answer.headers.get("access-control-allow-origin")).toBeNull();
    const html = await answer.text();
    expect(html).not.toContain(VECTORS[0]);
    expect(embedded(html).records).toEqual(JSON.parse(JSON.stringify(fixtureRecords())));
  });

  it("serves the records as JSON, and HEAD without a body", async () => {
    const app = createExplorerServer({ store: () => store, records: fixtureRecords });
    const answer = await app.request("http://localhost/records.json");
    expect(answer.headers.get("content-type")).toMatch(/^application\/json/);
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    expect(await answer.json()).toEqual(JSON.parse(JSON.stringify(fixtureRecords())));
    const head = await app.request("http://localhost/records.json", { method: "HEAD" });
    expect([head.status, await head.text()]).toEqual([200, ""]);
  });

  it("follows a graph that changes, and takes what was read together from it", async () => {
    let records = fixtureRecords();
    let asked = 0;
    const app = createExplorerServer({
      store: () => store,
      records: () => records,
      collection: () => {
        asked++;
        return readCollection(records);
      },
    });
    const count = async (): Promise<number> => embedded(await (await app.request("http://localhost/")).text()).records.length;
    expect(await count()).toBe(2);
    records = records.slice(1);
    expect(await count()).toBe(1);
    expect(asked).toBe(2);
    expect(await (await app.request("http://localhost/records.json")).json()).toHaveLength(1);
  });

  it("answers SPARQL beside the page, with the given prefixes and origin", async () => {
    const app = createExplorerServer(
      { store: () => store, records: fixtureRecords },
      { prefixes: { ex: "http://example.org/" }, corsOrigin: "https://example.org" },
    );
    const answer = await app.request(`http://localhost/sparql?${new URLSearchParams({ query: "ASK { ex:a ex:p 'one' }" })}`);
    expect(await answer.json()).toMatchObject({ boolean: true });
    const page = await app.request("http://localhost/");
    expect(page.headers.get("access-control-allow-origin")).toBe("https://example.org");
  });

  it("changes nothing and knows nothing else", async () => {
    const app = createExplorerServer({ store: () => store, records: fixtureRecords });
    for (const method of ["POST", "PUT", "DELETE", "PATCH"]) {
      expect((await app.request("http://localhost/", { method, ...(method === "DELETE" ? {} : { body: "x" }) })).status, method).toBe(404);
    }
    for (const path of ["/index.html", "/records", "/../package.json", "/%2e%2e/package.json"]) {
      expect((await app.request(`http://localhost${path}`)).status, path).toBe(404);
    }
  });
});
