// RDF/JS quads in and out. usage: node packages/rdf/bench/terms.mjs FILE.nt   (after `tsc -b packages/rdf`)
import { readFileSync } from "node:fs";
import { loadNQuads, parseNQuads, QuadStore } from "../dist/bundle.js";

const bytes = readFileSync(process.argv[2]).subarray(0, 30_000_000);
const text = bytes.subarray(0, bytes.lastIndexOf(0x0a) + 1);
const rate = (name, run) => {
  const cpu = process.cpuUsage();
  const count = run();
  const { user, system } = process.cpuUsage(cpu);
  console.log(name, Math.round(count / ((user + system) / 1e6)), "quads a CPU second");
};
const quads = [];
rate("parseNQuads to RDF/JS quads", () => {
  for (const quad of parseNQuads(text)) quads.push(quad);
  return quads.length;
});
const store = new QuadStore();
rate("addAll of RDF/JS quads", () => store.addAll(quads));
const single = new QuadStore();
rate("add one by one", () => {
  for (const quad of quads) single.add(quad);
  return single.size;
});
const loaded = new QuadStore();
loadNQuads(loaded, text);
const iterate = () => {
  let count = 0;
  for (const _ of loaded) count++;
  return count;
};
rate("iterate, terms made", iterate);
rate("iterate, terms shared", iterate);
rate("has", () => {
  let found = 0;
  for (const quad of quads) if (loaded.has(quad)) found++;
  return found;
});
