// Opens the page with a large graph in a real Chromium without a graphics card and measures: time until the picture is drawn, until the layout is
// done, frames a second while the picture is dragged and zoomed.
//   node packages/explorer/scripts/bench-page.mjs [--nodes 20000] [--edges 60000] [--documents 400] [--screenshot FILE.png] [--profile FILE.json]
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { chromium } from "playwright-core";
import { renderExplorer } from "../dist/index.js";
import { bigRecords } from "./big-graph.mjs";

const { values } = parseArgs({
  options: {
    nodes: { type: "string", default: "20000" },
    edges: { type: "string", default: "60000" },
    documents: { type: "string", default: "400" },
    screenshot: { type: "string" },
    profile: { type: "string" },
  },
});

const executablePath = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(
  (path) => path !== undefined && existsSync(path),
);
if (executablePath === undefined) {
  console.log("› No Chromium here (CHROMIUM=/path/to/it, or apt install chromium): nothing is measured.");
  process.exit(0);
}

const seconds = (ms) => `${(ms / 1000).toFixed(2)} s`;
const SECONDS_OF_MOVING = 4;

/** Frames of the page a second while `move` is called again and again. */
async function framesDuring(page, move) {
  await page.evaluate(() => {
    window.benchFrames = { count: 0, begun: performance.now(), longest: 0 };
    const { benchFrames } = window;
    let before = performance.now();
    const count = () => {
      const now = performance.now();
      benchFrames.longest = Math.max(benchFrames.longest, now - before);
      before = now;
      benchFrames.count++;
      benchFrames.timer = requestAnimationFrame(count);
    };
    benchFrames.timer = requestAnimationFrame(count);
  });
  for (let step = 0, end = Date.now() + SECONDS_OF_MOVING * 1000; Date.now() < end; step++) await move(step);
  return page.evaluate(() => {
    const { count, begun, longest, timer } = window.benchFrames;
    cancelAnimationFrame(timer);
    return { perSecond: (count * 1000) / (performance.now() - begun), longest };
  });
}

async function measure(address) {
  const browser = await chromium.launch({
    executablePath,
    headless: true,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
    ],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 860 } });
    page.setDefaultTimeout(180_000);
    const session = values.profile === undefined ? undefined : await page.context().newCDPSession(page);
    if (session !== undefined) {
      await session.send("Profiler.enable");
      await session.send("Profiler.start");
    }
    const load = loadavg()[0];
    const begun = Date.now();
    await page.goto(address);
    await page.waitForFunction(() => performance.getEntriesByName("picture-drawn").length > 0);
    const opened = Date.now() - begun;
    if (session !== undefined) {
      const { profile } = await session.send("Profiler.stop");
      writeFileSync(values.profile, JSON.stringify(profile));
    }
    const marks = await page.evaluate(() => performance.getEntriesByType("mark").map(({ name, startTime }) => ({ name, startTime })));
    console.log(
      `opened in ${seconds(opened)} (load ${load.toFixed(1)}; ${marks.map(({ name, startTime }) => `${name} ${seconds(startTime)}`).join(", ")})`,
    );
    const stage = await page.locator(".picture-stage").boundingBox();
    const [x, y] = [stage.x + stage.width / 2, stage.y + stage.height / 2];
    const drag = async (label) => {
      await page.mouse.move(x, y);
      await page.mouse.down();
      const { perSecond, longest } = await framesDuring(page, (step) =>
        page.mouse.move(x + 150 * Math.sin(step / 15), y + 100 * Math.sin(step / 10)),
      );
      await page.mouse.up();
      console.log(`${label}: ${perSecond.toFixed(1)} frames/s, longest frame ${Math.round(longest)} ms (load ${loadavg()[0].toFixed(1)})`);
    };
    await drag("drag while the layout runs");
    await page.waitForFunction(() => performance.getEntriesByName("layout-done").length > 0);
    console.log(`layout done after ${seconds(await page.evaluate(() => performance.getEntriesByName("layout-done")[0].startTime))}`);
    await page.waitForTimeout(500);
    if (values.screenshot !== undefined) await page.screenshot({ path: values.screenshot });
    await drag("drag, whole graph");
    const wheel = await framesDuring(page, async (step) => {
      await page.mouse.wheel(0, step % 40 < 20 ? -120 : 120);
      await page.waitForTimeout(30);
    });
    console.log(`zoom by wheel: ${wheel.perSecond.toFixed(1)} frames/s, longest frame ${Math.round(wheel.longest)} ms`);
    const hover = await framesDuring(page, (step) => page.mouse.move(x + 200 * Math.sin(step / 9), y + 150 * Math.cos(step / 11)));
    console.log(`pointer over the nodes: ${hover.perSecond.toFixed(1)} frames/s, longest frame ${Math.round(hover.longest)} ms`);
  } finally {
    await browser.close();
  }
}

const folder = mkdtempSync(join(tmpdir(), "chancery-bench-"));
try {
  const records = bigRecords({ nodes: Number(values.nodes), edges: Number(values.edges), documents: Number(values.documents) });
  const begun = Date.now();
  const html = renderExplorer(records, { title: "Large graph" });
  console.log(
    `${values.nodes} nodes, ${values.edges} edges: written in ${seconds(Date.now() - begun)}, ${(html.length / 1e6).toFixed(1)} MB`,
  );
  const path = join(folder, "large.html");
  writeFileSync(path, html);
  await measure(pathToFileURL(path).href);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
