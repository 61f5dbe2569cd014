// Snapshot against N-Triples. usage: node packages/rdf/bench/snapshot.mjs FILE.nt   (after `tsc -b packages/rdf`)
import { readFileSync } from "node:fs";
import { loadNQuads, QuadStore } from "../dist/bundle.js";

const bytes = readFileSync(process.argv[2]);
const timed = (run) => {
  const cpu = process.cpuUsage();
  const result = run();
  const { user, system } = process.cpuUsage(cpu);
  return [result, (user + system) / 1e3];
};
const load = () => {
  const store = new QuadStore();
  loadNQuads(store, bytes);
  return store;
};
const best = (run) => Math.min(...Array.from({ length: 3 }, () => timed(run)[1]));
const [store, first] = timed(load);
const textMs = Math.min(first, best(load));
const [, indexMs] = timed(() => store.optimize());
const [snapshot, writeMs] = timed(() => store.toBytes());
const readMs = best(() => QuadStore.fromBytes(snapshot));
console.log({
  quads: store.size,
  textMs,
  indexMs,
  writeMs,
  readMs,
  snapshotMB: snapshot.length / 1e6,
  ratio: textMs / readMs,
  ratioWithIndexes: (textMs + indexMs) / readMs,
});
