import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { QuadStore } from "@chancery/rdf";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { lockFolder } from "../src/folder/folder-lock.ts";
import { isGraphFolder, openGraphFolder, readRecords, readSnapshot } from "../src/folder/graph-folder.ts";
import { openGraph } from "../src/open-graph.ts";

const built = existsSync(join(import.meta.dirname, "../dist/folder/graph-folder.js"));
/** The nightly run sets 200. */
const RUNS = Number(process.env.CHANCERY_CRASH_RUNS ?? 40);
let folder = "";

/** Starts a writer, kills it after `delay` ms of writing, and gives the last state it said it had saved. */
async function killedWriter(graph: string, first: number, delay: number): Promise<number | undefined> {
  const child = spawn(process.execPath, [fileURLToPath(new URL("./crash-writer.mjs", import.meta.url)), graph, `${first}`], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let last: number | undefined;
  let timer: NodeJS.Timeout | undefined;
  for await (const line of createInterface({ input: child.stdout })) {
    if (line === "ready") timer = setTimeout(() => child.kill("SIGKILL"), delay);
    else last = Number(line);
  }
  clearTimeout(timer);
  if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
  expect(child.signalCode).toBe("SIGKILL");
  return last;
}

/** The one state that all parts of a folder agree on. */
function stateOf(graph: string): number {
  const opened = openGraphFolder(graph);
  const states = new Set([...readRecords(opened)].map(({ text }) => Number(/\d+/.exec(text)?.[0])));
  const bytes = readSnapshot(opened);
  for (const { object } of QuadStore.fromBytes(bytes ?? new Uint8Array()).quads()) states.add(Number(object.value));
  expect(states.size).toBe(1);
  const [state = Number.NaN] = states;
  expect(Object.keys(opened.manifest.documents)).toHaveLength(1 + (state % 3));
  return state;
}

describe.runIf(built)("a folder whose writer is killed", () => {
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "chancery-crash-"));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it(`opens with the last acknowledged state or the one after it, ${RUNS} times, and the next writer takes over`, {
    timeout: 30_000 + RUNS * 2000,
  }, async () => {
    const graph = join(folder, "killed.graph");
    let next = 1;
    for (let run = 0; run < RUNS; run++) {
      const delay = Math.random() * 60;
      const acknowledged = await killedWriter(graph, next, delay);
      if (acknowledged === undefined && !isGraphFolder(graph)) continue;
      const state = stateOf(graph);
      const least = acknowledged ?? next - 1;
      expect([state, run, delay]).toEqual([expect.toSatisfy((value: number) => value === least || value === least + 1), run, delay]);
      next = state + 1;
    }
    expect(next).toBeGreaterThan(RUNS / 4);
    // What the killed ones left is removed by the next that commits, all but what belongs to the last one.
    const lock = lockFolder(graph);
    lock.release();
    expect(readdirSync(graph).filter((name) => name.startsWith("lock"))).toEqual([]);
  });

  it("opens whole for readers while it is written", async () => {
    const graph = join(folder, "busy.graph");
    const writer = spawn(process.execPath, [fileURLToPath(new URL("./crash-writer.mjs", import.meta.url)), graph, "1"], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const ended = once(writer, "exit");
    for await (const line of createInterface({ input: writer.stdout })) if (line === "1") break;
    writer.stdout.resume();
    const seen = new Set<number>();
    try {
      for (let reads = 0; reads < 60; reads++) {
        const opened = await openGraph({ graph: [graph], kb: [] }, { records: true });
        const states = new Set(opened.records.map(({ text }) => Number(/\d+/.exec(text)?.[0])));
        for (const { object } of opened.store.quads()) states.add(Number(object.value));
        expect(states.size).toBe(1);
        for (const state of states) seen.add(state);
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    } finally {
      writer.kill("SIGKILL");
      await ended;
    }
    expect(seen.size).toBeGreaterThan(3);
  });

  it("is written by one process at a time, however many want to, and whoever of them is killed", async () => {
    const graph = join(folder, "contended.graph");
    lockFolder(graph).release();
    writeFileSync(join(graph, "count"), "0");
    const run = async (rounds: number, crash: boolean): Promise<void> => {
      const child = spawn(
        process.execPath,
        [fileURLToPath(new URL("./lock-contender.mjs", import.meta.url)), graph, `${rounds}`, crash ? "crash" : ""],
        {
          stdio: ["ignore", "ignore", "inherit"],
        },
      );
      const [code, signal] = (await once(child, "exit")) as [number | null, string | null];
      expect([code, signal]).toEqual(crash ? [null, "SIGKILL"] : [0, null]);
    };
    await Promise.all([run(60, false), run(60, false), run(20, true), run(20, true)]);
    expect(readFileSync(join(graph, "count"), "utf8")).toBe("160");
  });
});
