import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { renderExplorer } from "../../src/index.ts";
import { Bench, buildPage, chromiumPath } from "./browser.ts";
import { fixtureRecords, hostileRecord } from "./fixture.ts";
import { VECTORS } from "./vectors-table.ts";

const bench = new Bench();

describe("embedding", () => {
  beforeAll(buildPage, 240_000);

  it("leaves no way out of the data element, whatever the texts hold", () => {
    const plain = renderExplorer([]);
    const count = (text: string, part: RegExp): number => text.match(part)?.length ?? 0;
    const hostile = renderExplorer(
      VECTORS.map((vector, index) => hostileRecord(vector, index)),
      { title: VECTORS.join(" ") },
    );
    for (const part of [/<script/gi, /<\/script/gi, /<!--/g, /<img/gi, /<title/gi, /<\/title/gi, /[\u2028\u2029]/g]) {
      expect(count(hostile, part), String(part)).toBe(count(plain, part));
    }
    const json = /<script type="application\/json" id="chancery-data">([^<]*)<\/script>/.exec(hostile)![1]!;
    expect(JSON.parse(json).records.map(({ text }: { text: string }) => text)).toEqual(VECTORS.map((vector) => `${vector} and ${vector}`));
  });

  it("gives the same bytes for the same records", () => {
    expect(renderExplorer(fixtureRecords())).toBe(renderExplorer(fixtureRecords()));
  });

  it("has a policy that lets nothing in and names its one script by hash", () => {
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(renderExplorer([]))![1]!;
    expect(policy).toMatch(/^default-src 'none'; script-src 'sha256-[A-Za-z0-9+/=]{44}'; /);
    expect(policy).not.toMatch(/unsafe-eval|https?:|\*|connect-src|script-src[^;]*unsafe/);
  });
});

describe.skipIf(chromiumPath === undefined)("hostile texts in the page", () => {
  beforeAll(() => bench.start(), 60_000);
  afterAll(() => bench.stop());

  it("run nothing and ask for nothing in any view", { timeout: 240_000 }, async () => {
    const address = bench.write(
      "hostile",
      VECTORS.map((vector, index) => hostileRecord(vector, index)),
      { title: VECTORS[0]! },
    );
    const watched = await bench.open(address);
    const { page } = watched;
    expect(await page.textContent("h1")).toBe(VECTORS[0]);
    await page.waitForTimeout(1000);
    for (const [index, vector] of VECTORS.entries()) {
      const entity = `state/${index}/${vector}`;
      const document = `document/${index}/${vector}`;
      for (const view of [
        { entity },
        { view: "documents", document, at: "0-3" },
        ...(index % 8 === 0 ? [{ view: "path", a: entity, b: `org/${index}/${vector}` }] : []),
      ]) {
        await page.evaluate((hash) => {
          window.location.hash = hash;
        }, new URLSearchParams(view as Record<string, string>).toString());
        await page.waitForTimeout(30);
      }
    }
    for (const hash of ["group=type&labels=1&hide=", "group=state&hide=", "group=community&labels=1&hide=", "view=timeline"]) {
      await page.evaluate((next) => {
        window.location.hash = `#${next}`;
      }, hash);
      await page.waitForTimeout(250);
    }
    for (const summary of await page.locator(".timeline-list summary").all()) await summary.click();
    await page.evaluate(() => {
      window.location.hash = `#${new URLSearchParams({ view: "query", q: "SELECT ?s ?p ?o WHERE { ?s ?p ?o } LIMIT 1000" })}`;
    });
    await page.getByRole("button", { name: /^Run/ }).click();
    await page.getByText("1,000 rows").waitFor();
    // Labels of entities are offered in the editor.
    await page.getByLabel("SPARQL query").click();
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type("ASK { id:script");
    await page.waitForTimeout(100);
    await page.getByRole("combobox", { name: "Search entities and documents" }).fill("script");
    await page.waitForTimeout(200);
    expect({ executions: watched.executions, requests: watched.requests, faults: watched.faults }).toEqual({
      executions: [],
      requests: [],
      faults: [],
    });
    // The guard itself works: the hook counts, and the policy stops an inline handler.
    await page.evaluate(() => (window as unknown as { attacked(what: string): void }).attacked("probe"));
    expect(watched.executions).toEqual(["probe"]);
    await page.evaluate(() => {
      const image = document.createElement("img");
      image.setAttribute("onerror", "attacked('handler')");
      image.src = "data:image/png,x";
      document.body.append(image);
    });
    await page.waitForTimeout(300);
    expect(watched.executions).toEqual(["probe"]);
    expect(watched.faults.join("\n")).toMatch(/policy: script-src-attr/);
  });
});
