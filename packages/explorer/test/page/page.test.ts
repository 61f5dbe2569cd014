import { createRequire } from "node:module";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ExplorerRecord } from "../../src/index.ts";
import { Bench, buildPage, chromiumPath, type Watched } from "./browser.ts";
import { fixtureRecords } from "./fixture.ts";
import { twoReports } from "./two-reports.ts";

const bench = new Bench();
let address = "";

const clean = ({ faults, requests, executions }: Watched): void => {
  expect({ faults, requests, executions }).toEqual({ faults: [], requests: [], executions: [] });
};
const search = async (page: Page, text: string): Promise<void> => {
  await page.getByRole("combobox").first().waitFor();
  await page.keyboard.press("/");
  await page.keyboard.type(text);
  await page.keyboard.press("Enter");
};

describe.skipIf(chromiumPath === undefined)("the page, opened from disk", () => {
  beforeAll(async () => {
    buildPage();
    address = bench.write("fixture", fixtureRecords(), { title: "Four states" });
    await bench.start();
  }, 240_000);
  afterAll(() => bench.stop());

  it("loads, and says what it holds", async () => {
    const watched = await bench.open(address);
    expect(await watched.page.title()).toBe("Four states");
    expect(await watched.page.textContent(".brand")).toContain("2 documents · 9 entities · 3 events · 4 claims");
    expect(await watched.page.textContent(".graph-count")).toMatch(/^4 entities, 3 connections$/);
    expect(await watched.page.locator("canvas").count()).toBeGreaterThan(3);
    clean(watched);
  });

  it("goes from a search by alias to a dossier, from a claim to its highlighted sentence", async () => {
    const watched = await bench.open(address);
    const { page } = watched;
    await search(page, "nordland");
    const dossier = page.getByRole("region", { name: "Dossier" });
    await dossier.getByRole("heading", { name: "Northland" }).waitFor();
    expect(await dossier.locator(".event").first().textContent()).toContain("disputed");
    // Claim and counter-claim, each with its speaker.
    expect(await dossier.locator(".claim.side-for").first().textContent()).toMatch(/Ada Stone asserts for Westland/);
    expect(await dossier.locator(".claim.side-against").first().textContent()).toMatch(/Northland denies/);
    await dossier.locator(".claim.side-against .quote").first().click();
    const pointed = await page.locator(".document-text .pointed").allTextContents();
    expect(pointed.join("")).toBe("Northland denied the report");
    const box = (await page.locator(".document-text .pointed").first().boundingBox())!;
    expect(box.y).toBeGreaterThan(0);
    expect(box.y).toBeLessThan(860);
    expect(await page.textContent(".explanations")).toMatch(/denies.*certainty: certain.*Rule: cue\.denied/s);
    expect(page.url()).toContain("document=document%2Fone");
    await page.goBack();
    await dossier.getByRole("heading", { name: "Northland" }).waitFor();
    clean(watched);
  });

  it("shows the whole text of a document unchanged, and explains words on focus", async () => {
    const watched = await bench.open(`${address}#view=documents&document=document/two`);
    const { page } = watched;
    expect(await page.locator(".document-text").evaluate((element) => element.textContent)).toBe(fixtureRecords()[1]!.text);
    await page.locator(".document-text [role=button]", { hasText: "food" }).first().focus();
    const explanation = await page.textContent(".explanations");
    expect(explanation).toMatch(/“food” is food/);
    expect(explanation).toMatch(/Rule: test\.name/);
    expect(explanation).toMatch(/“June 2023” = 2023-06 \(explicit\)/);
    expect(explanation).toMatch(/Harbour Institute asserts/);
    clean(watched);
  });

  it("opens the dossier of a node that is clicked, and the evidence of an edge", async () => {
    const watched = await bench.open(address);
    const { page } = watched;
    const stage = page.locator(".picture-stage");
    await page.waitForTimeout(500);
    const at = await stage.evaluate((element) =>
      (element as unknown as { picture: { placeOf(id: string): { x: number; y: number } } }).picture.placeOf("state/sou"),
    );
    await stage.click({ position: at });
    await page.getByRole("region", { name: "Dossier" }).getByRole("heading", { name: "Southland" }).waitFor();
    await page.getByRole("button", { name: "evidence" }).first().click();
    const evidence = page.getByRole("region", { name: "Evidence" });
    await evidence.waitFor();
    expect(await evidence.locator("q").count()).toBeGreaterThan(0);
    clean(watched);
  });

  it("narrows the picture by type, status, document and date", async () => {
    const watched = await bench.open(address);
    const { page } = watched;
    const shown = async (): Promise<number[]> => ((await page.textContent(".graph-count")) ?? "").match(/\d+/g)!.map(Number);
    const [entities, links] = await shown();
    await page.getByLabel(/^Weapon category/).check();
    expect((await shown())[0]).toBeGreaterThan(entities!);
    await page.getByLabel(/^Weapon category/).uncheck();
    await page.getByLabel(/^disputed/).uncheck();
    expect((await shown())[1]).toBe(links! - 1);
    await page.getByLabel(/^disputed/).check();
    await page.getByRole("button", { name: "Only Southland aids Eastland" }).click();
    expect(await shown()).toEqual([2, 1]);
    await page.getByRole("button", { name: "Reset filters" }).click();
    expect(await shown()).toEqual([entities, links]);
    // The slider: from 2021 to 2023; the last third leaves only the aid.
    const from = page.locator(".dates input").first();
    await from.focus();
    await page.keyboard.press("End");
    for (let i = 0; i < 3; i++) await page.keyboard.press("ArrowLeft");
    expect(await page.locator(".dates output").first().textContent()).toBe("2023-06-27");
    expect(await shown()).toEqual([2, 1]);
    expect(page.url()).toContain("from=2023-06-27");
    await page.keyboard.press("Home");
    expect(await shown()).toEqual([entities, links]);
    clean(watched);
  });

  it("finds a path and quotes every step", async () => {
    const watched = await bench.open(`${address}#view=path`);
    const { page } = watched;
    await page.getByRole("combobox", { name: "Path from" }).fill("northland");
    await page.keyboard.press("Enter");
    await page.getByRole("combobox", { name: "Path to" }).fill("ada");
    await page.keyboard.press("Enter");
    const path = page.locator(".path").first();
    await path.waitFor();
    expect(await path.locator("h3").textContent()).toBe("Northland → Eastland → Southland → Ada Stone");
    expect(await path.locator(".step").count()).toBe(3);
    for (const step of await path.locator(".step").all()) expect(await step.locator("q").count()).toBeGreaterThan(0);
    expect(await path.textContent()).toContain("Southland sent food to Eastland in June 2023");
    clean(watched);
  });

  it("runs queries: table, chart, graph, yes or no, and errors with their place", async () => {
    const watched = await bench.open(`${address}#view=query`);
    const { page } = watched;
    const editor = page.getByLabel("SPARQL query");
    const ask = async (query: string): Promise<void> => {
      await editor.click();
      await page.keyboard.press("ControlOrMeta+a");
      await page.keyboard.insertText(query);
      await page.keyboard.press("ControlOrMeta+Enter");
    };
    const result = page.locator(".query-result");
    await ask("SELECT ?type (COUNT(?e) AS ?events) WHERE { ?e a ?type ; chy:eventStatus ?s } GROUP BY ?type ORDER BY ?type");
    await result.getByText("3 rows").waitFor();
    expect(await result.locator("tbody tr").first().allTextContents()).toEqual(["chy:Aid1"]);
    await result.getByRole("tab", { name: "chart" }).click();
    expect(await result.locator(".chart li").count()).toBe(3);
    await ask("ASK { id:state\\/nor chy:suppliesArmsTo id:state\\/eas }");
    await result.getByText("No", { exact: true }).waitFor();
    await ask("CONSTRUCT { ?a chy:aids ?b } WHERE { ?a chy:aids ?b }");
    await result.getByText("1 triple").waitFor();
    await result.locator(".query-picture canvas").first().waitFor();
    await ask("SELECT * WHERE { ?s ?p }");
    await result.getByRole("alert").waitFor();
    expect(await result.getByRole("alert").textContent()).toMatch(/line 1|1:/);
    const examples = page.getByRole("combobox", { name: "Example" });
    for (const option of await examples.locator("option").all()) {
      const value = await option.getAttribute("value");
      if (value === "") continue;
      await examples.selectOption(value);
      await result.locator("text=/^\\d+ (rows?|triples?)/").first().waitFor();
      expect(await result.getByRole("alert").count(), (await option.textContent()) ?? "").toBe(0);
    }
    // A quantified group, which the library gives to RE2.
    await ask('SELECT ?l WHERE { ?e rdfs:label ?l FILTER(REGEX(?l, "^(?:[A-Z]or|x)+th")) }');
    await result.getByText("1 row").waitFor();
    clean(watched);
  });

  it("lists events in time, and a bar chooses a period", async () => {
    const watched = await bench.open(`${address}#view=timeline`);
    const { page } = watched;
    expect(await page.locator(".timeline-list time").allTextContents()).toEqual(["2021-03-03", "2022-05-05", "2023-06"]);
    // Every colour has a name.
    expect(await page.getByRole("list", { name: "Colours of the bars" }).locator("li").allTextContents()).toEqual(["asserted", "disputed"]);
    await page.getByRole("button", { name: /^2022-05\s*:\s*1 event$/ }).click();
    expect(await page.locator(".timeline-list time").allTextContents()).toEqual(["2022-05-05"]);
    await page.getByRole("button", { name: /^2022-05/, pressed: true }).click();
    expect(await page.locator(".timeline-list time").count()).toBe(3);
    clean(watched);
  });

  it("gathers the picture by type, opens groups and shows what is between them", async () => {
    const watched = await bench.open(`${address}#hide=`);
    const { page } = watched;
    const count = (): Promise<string | null> => page.textContent(".graph-count");
    expect(await count()).toBe("8 entities, 9 connections");
    await page.getByLabel("Group by").selectOption("type");
    // Four states are one node; whoever is alone of its type stays itself.
    expect(await count()).toMatch(/^1 group, 4 entities, /);
    const groups = page.getByRole("region", { name: "Groups" });
    expect(await groups.locator("h3").allTextContents()).toEqual(["State (4)"]);
    await groups.getByText("Members", { exact: true }).click();
    expect(await groups.locator(".members").textContent()).toContain("Westland");
    const stage = page.locator(".picture-stage");
    await stage.evaluate((element) => element.scrollIntoView());
    await page.waitForTimeout(300);
    const at = await stage.evaluate((element) =>
      (element as unknown as { picture: { placeOf(id: string): { x: number; y: number } } }).picture.placeOf("group:type/State"),
    );
    await stage.click({ position: at });
    expect(await count()).toBe("8 entities, 9 connections");
    expect(page.url()).toContain("open=group%3Atype%2FState");
    await groups.getByRole("button", { name: "Close State (4)" }).click();
    expect(await count()).toMatch(/^1 group, 4 entities, /);
    await page.evaluate(() => {
      window.location.hash = `#hide=&group=type&link=${encodeURIComponent('bundle:["group:type/State","person/stone"]')}`;
    });
    const bundle = page.getByRole("region", { name: "Evidence" });
    await bundle.getByRole("heading", { name: "State (4) – Ada Stone" }).waitFor();
    expect(await bundle.locator(".connection").allTextContents()).toEqual([expect.stringContaining("Ada Stone meets Southland")]);
    await bundle.getByRole("button", { name: "evidence" }).click();
    await bundle.locator("q", { hasText: "Ada Stone met the envoy" }).first().waitFor();
    for (const grouping of ["state", "community"]) {
      await page.evaluate((name) => {
        window.location.hash = `#group=${name}`;
      }, grouping);
      await page.waitForTimeout(150);
      expect(await count(), grouping).toMatch(/\d+ (?:groups?|entities|entity)/);
    }
    clean(watched);
  });

  it("draws labels on lines on request", async () => {
    const watched = await bench.open(address);
    const { page } = watched;
    await page.waitForTimeout(400);
    /** Share of the label canvas that is inked. */
    const ink = (): Promise<number> =>
      page.evaluate(() => {
        const canvas = document.querySelector<HTMLCanvasElement>(".picture-labels")!;
        const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext("2d")!;
        copy.drawImage(canvas, 0, 0);
        const { data } = copy.getImageData(0, 0, canvas.width, canvas.height);
        let inked = 0;
        for (let i = 3; i < data.length; i += 4) if (data[i]! > 0) inked++;
        return inked;
      });
    const before = await ink();
    await page.getByLabel("Line labels").check();
    await page.waitForTimeout(200);
    expect(await ink()).toBeGreaterThan(before * 1.2);
    expect(page.url()).toContain("labels=1");
    clean(watched);
  });

  it("orders paths by length or by support", async () => {
    const watched = await bench.open(`${address}#view=path&a=state/nor&b=state/sou&all=1`);
    const { page } = watched;
    const support = async (): Promise<number[]> =>
      (await page.locator(".path > .meta").allTextContents()).map((text) => Number(/support (?:under )?(\d+)/.exec(text)![1]));
    await page.locator(".path").first().waitFor();
    expect(await page.locator(".path > .meta").first().textContent()).toMatch(/^2 steps · support \d+ %$/);
    await page.getByLabel("Best supported first").check();
    await page.locator(".path").first().waitFor();
    const found = await support();
    expect(found).toEqual([...found].sort((a, b) => b - a));
    expect(page.url()).toContain("strongest=1");
    clean(watched);
  });

  it("completes names of the graph, variables and keywords in the editor", async () => {
    const watched = await bench.open(`${address}#view=query`);
    const { page } = watched;
    await page.getByText(/\d+ quads/).waitFor();
    const editor = page.getByLabel("SPARQL query");
    const list = page.getByRole("listbox", { name: "Completions" });
    const typed = (): Promise<string> => editor.evaluate((element) => element.textContent.trim());
    await editor.click();
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type("SELECT ?event WHERE { ?event chy:suppl");
    await list.waitFor();
    expect(await list.locator("[role=option] span").allTextContents()).toEqual(["chy:supplier"]);
    expect(await editor.getAttribute("aria-activedescendant")).toBe("completion-list-0");
    await page.keyboard.press("Enter");
    expect(await typed()).toContain("?event chy:supplier");
    expect(await list.count()).toBe(0);
    // An entity by its name, whose id needs escapes.
    await page.keyboard.type(" id:northl");
    await list.waitFor();
    await page.keyboard.press("Tab");
    expect(await typed()).toContain("chy:supplier id:state\\/nor");
    await page.keyboard.type(" } lim");
    await list.waitFor();
    await page.keyboard.press("Escape");
    expect(await list.count()).toBe(0);
    await page.keyboard.type("it 5");
    await page.keyboard.press("ControlOrMeta+Enter");
    await page.locator(".query-result").getByText("1 row").waitFor();
    // Without a list, Tab leaves.
    await page.keyboard.press("Tab");
    expect(await editor.evaluate((element) => element.contains(document.activeElement))).toBe(false);
    clean(watched);
  });

  it("tells what documents say together: joint status, other reports, figures that exclude each other, who may be who", async () => {
    const watched = await bench.open(bench.write("together", twoReports()));
    const { page } = watched;
    await search(page, "northland");
    const dossier = page.getByRole("region", { name: "Dossier" });
    const event = dossier.locator(".event").first();
    await event.waitFor();
    // Asserted in one document and denied in the other.
    expect(await event.locator(".badge").first().textContent()).toBe("disputed");
    await event.getByText("1 other report of the same happening, 1 pair of figures that exclude each other").click();
    expect(await event.textContent()).toMatch(/“40 rockets” \(.*\) but “90 rockets”/);
    await page.evaluate(() => {
      window.location.hash = "#entity=person/harlan-stone-0a1b2c3d";
    });
    await dossier.getByText(/^Perhaps the same as Stone|^Judged the same as Stone/).waitFor();
    await page.evaluate(() => {
      window.location.hash = "#view=query&q=ASK%20%7B%20%3Fh%20a%20chy%3AHappening%20%3B%20chy%3AeventStatus%20chy%3Adisputed%20%7D";
    });
    await page.getByRole("button", { name: /^Run/ }).click();
    await page.locator(".query-result").getByText("Yes", { exact: true }).waitFor();
    clean(watched);
  });

  it("draws a large graph by communities, always the same, and moves it while the layout runs", { timeout: 120_000 }, async () => {
    // A script for the benchmark, which has no types.
    const { bigRecords } = (await import(new URL("../../scripts/big-graph.mjs", import.meta.url).href)) as {
      bigRecords(options: Readonly<Record<"nodes" | "edges" | "documents", number>>): ExplorerRecord[];
    };
    const records = bigRecords({ nodes: 2400, edges: 6000, documents: 40 });
    const large = bench.write("large", records);
    const ids = records[0]!.extraction.entities.slice(0, 60).map(({ id }) => id);
    const places: { x: number; y: number }[][] = [];
    for (const drag of [false, true]) {
      const watched = await bench.open(large);
      const { page } = watched;
      const stage = page.locator(".picture-stage");
      await page.waitForFunction(() => performance.getEntriesByName("picture-drawn").length > 0);
      // Two reports that are read as one happening may share a line.
      expect(await page.textContent(".graph-count")).toMatch(/^2,400 entities, (?:5,99\d|6,000) connections$/);
      const placesOf = (): Promise<{ x: number; y: number }[]> =>
        stage.evaluate(
          (element, ids) =>
            ids.map((id) => (element as unknown as { picture: { placeOf(id: string): { x: number; y: number } } }).picture.placeOf(id)),
          ids,
        );
      if (drag) {
        const box = (await stage.boundingBox())!;
        const [first] = await placesOf();
        await page.mouse.move(box.x + 200, box.y + 200);
        await page.mouse.down();
        await page.mouse.move(box.x + 260, box.y + 230, { steps: 6 });
        await page.mouse.up();
        await page.waitForTimeout(600);
        const [after] = await placesOf();
        expect(after).not.toEqual(first);
        await page.getByRole("button", { name: "Fit the whole graph" }).click();
      }
      await page.waitForFunction(() => performance.getEntriesByName("layout-done").length > 0);
      await page.waitForTimeout(700);
      places.push((await placesOf()).map(({ x, y }) => ({ x: Math.round(x), y: Math.round(y) })));
      clean(watched);
      await page.context().close();
    }
    expect(places[1]).toEqual(places[0]);
    expect(new Set(places[0]!.map(({ x, y }) => `${x} ${y}`)).size).toBeGreaterThan(30);
  });

  it("carries a view in its address", async () => {
    const watched = await bench.open(`${address}#entity=state/wes&hide=Item&status=planned&from=2020`);
    const { page } = watched;
    await page.getByRole("heading", { name: "Westland" }).waitFor();
    expect(await page.getByLabel(/^Item/).isChecked()).toBe(false);
    expect(await page.getByLabel(/^Weapon category/).isChecked()).toBe(true);
    await page.evaluate(() => {
      window.location.hash = "#view=nonsense&entity=state/none&at=9-3&from=soon&document=%E0%A4%A";
    });
    await page.getByText("no entity").waitFor();
    clean(watched);
  });

  it("says so when the graph is empty, and when the data are damaged", async () => {
    const empty = await bench.open(bench.write("empty", []));
    await empty.page.getByText("There is nothing here yet").waitFor();
    clean(empty);
    const damaged = await bench.open(bench.write("damaged", [{ text: "a", extraction: {} as never }]));
    await damaged.page.getByRole("alert").getByText("Document 1 in this file").waitFor();
    clean(damaged);
  });

  it.each(["light", "dark"] as const)(
    "has no serious fault of accessibility (%s), at any width",
    { timeout: 180_000 },
    async (colorScheme) => {
      const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
      for (const hash of [
        "entity=state/nor",
        "group=type&labels=1&hide=",
        "view=documents&document=document/one&at=130-150",
        "view=timeline",
        "view=path&a=state/nor&b=state/sou",
        "view=query",
      ]) {
        for (const width of [1280, 360]) {
          const watched = await bench.open(`${address}#${hash}`, { colorScheme, viewport: { width, height: 800 }, bypassCSP: true });
          const { page } = watched;
          await page.waitForTimeout(400);
          await page.addScriptTag({ path: axe });
          const violations = await page.evaluate(async () => {
            const { axe } = window as unknown as {
              axe: { run(): Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }> };
            };
            return (await axe.run()).violations
              .filter(({ impact }) => impact === "serious" || impact === "critical")
              .map(({ id, nodes }) => `${id}: ${nodes[0]!.html.slice(0, 200)}`);
          });
          expect(violations, `${hash} at ${width}`).toEqual([]);
          expect(
            await page.evaluate(() => document.documentElement.scrollWidth),
            `${hash} scrolls sideways at ${width}`,
          ).toBeLessThanOrEqual(width);
          await page.screenshot({ path: join(bench.folder, `${hash.replace(/\W+/g, "-")}-${width}-${colorScheme}.png`) });
          await page.context().close();
        }
      }
    },
  );
});
