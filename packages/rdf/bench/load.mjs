// Load speed and memory. usage: node --expose-gc packages/rdf/bench/load.mjs FILE.nt   (after `tsc -b packages/rdf`)
import { openSync, readSync, statSync } from "node:fs";
import { loadNQuads, QuadStore } from "../dist/bundle.js";

const file = process.argv[2];
const descriptor = openSync(file);
function* chunks() {
  for (;;) {
    const chunk = new Uint8Array(1 << 16);
    const length = readSync(descriptor, chunk, 0, chunk.length, null);
    if (length === 0) return;
    yield chunk.subarray(0, length);
  }
}
const collect = () => {
  for (let i = 0; i < 3; i++) globalThis.gc?.();
};
collect();
const before = process.memoryUsage().rss;
const cpu = process.cpuUsage();
const start = performance.now();
const store = new QuadStore();
const { statements } = loadNQuads(store, chunks());
const parsed = process.cpuUsage(cpu);
const wall = performance.now() - start;
store.optimize();
const all = process.cpuUsage(cpu);
collect();
await new Promise((resolve) => setTimeout(resolve, 300));
collect();
const after = process.memoryUsage().rss;
const seconds = (usage) => (usage.user + usage.system) / 1e6;
console.log(
  JSON.stringify(
    {
      bytes: statSync(file).size,
      statements,
      quads: store.size,
      terms: store.dictionary.size,
      loadWallS: +(wall / 1000).toFixed(2),
      loadCpuS: +seconds(parsed).toFixed(2),
      allIndexesCpuS: +seconds(all).toFixed(2),
      triplesPerCpuS: Math.round(statements / seconds(parsed)),
      triplesPerCpuSWithIndexes: Math.round(statements / seconds(all)),
      exactBytesPerTriple: +(store.bytes / store.size).toFixed(1),
      rssBytesPerTriple: +((after - before) / store.size).toFixed(1),
      peakRssMB: Math.round(process.resourceUsage().maxRSS / 1024),
    },
    null,
    1,
  ),
);
