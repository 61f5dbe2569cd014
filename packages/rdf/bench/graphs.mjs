// Named graphs and small updates. usage: node packages/rdf/bench/graphs.mjs [quads]   (after `tsc -b packages/rdf`)
import { dataFactory as f, QuadStore } from "../dist/bundle.js";

const total = Number(process.argv[2] ?? 200_000);
const cpuMs = (run) => {
  const cpu = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(cpu);
  return +((user + system) / 1e3).toFixed(2);
};
const iri = (kind, n) => f.namedNode(`http://ex.org/${kind}/${n}`);
const documentQuads = (graph, from, count, subjects) =>
  Array.from({ length: count }, (_, i) =>
    f.quad(iri("s", (from + i) % subjects), iri("p", i % 30), iri("o", (from + i * 7) % (subjects * 3)), graph),
  );

function filled(graphs, quads) {
  const store = new QuadStore();
  const share = Math.ceil(quads / graphs);
  const all = function* () {
    for (let g = 0; g < graphs; g++) yield* documentQuads(iri("g", g), g * share, share, quads / 10);
  };
  store.addAll(all());
  store.optimize();
  return store;
}

for (const graphs of [1, 100, 1_000, 100_000]) {
  const store = filled(graphs, total);
  const subjects = Array.from({ length: 2_000 }, (_, i) => iri("s", i * 7));
  let found = 0;
  const match = () => {
    found = 0;
    for (const subject of subjects) for (const _ of store.quads(subject, null, null, null)) found++;
  };
  match();
  const ms = Math.min(cpuMs(match), cpuMs(match), cpuMs(match));
  const union = cpuMs(() => {
    const index = store.current().union();
    for (const subject of subjects) index.range("spo", store.dictionary.idOf(subject));
  });
  console.log({
    graphs,
    quads: store.size,
    found,
    matches2000CpuMs: ms,
    union2000CpuMs: union,
    bytesPerQuad: +(store.bytes / store.size).toFixed(1),
  });
}

const store = filled(1_000, 1_000_000);
const graph = iri("g", "new");
const quads = documentQuads(graph, 12_345, 500, 100_000);
const read = () => {
  const version = store.current();
  version.union().range("pos", store.dictionary.idOf(iri("p", 3)));
  version.graph(store.dictionary.idOf(graph));
  return version.size;
};
read();
const times = { add: [], readAfterAdd: [], remove: [], readAfterRemove: [] };
for (let round = 0; round < 8; round++) {
  times.add.push(cpuMs(() => store.addAll(quads)));
  times.readAfterAdd.push(cpuMs(read));
  times.remove.push(cpuMs(() => store.removeGraph(graph)));
  times.readAfterRemove.push(cpuMs(read));
}
console.log("500-quad graph in", store.size, Object.fromEntries(Object.entries(times).map(([name, list]) => [name, list.join(" ")])));
const removals = [];
for (let g = 0; g < 50; g++) removals.push(cpuMs(() => store.removeGraph(iri("g", g)) && read()));
console.log("50 graphs of 1,000 quads removed, a read after each, ms:", removals.join(" "));
let hits = 0;
console.log(
  "10,000 times one quad added and one has():",
  cpuMs(() => {
    for (let i = 0; i < 10_000; i++) if (store.add(f.quad(iri("s", i), iri("p", 99), iri("o", i)))) hits++;
  }),
  "ms; 1,000 times one quad added and one match:",
  cpuMs(() => {
    for (let i = 0; i < 1_000; i++) {
      store.add(f.quad(iri("s", i), iri("p", 98), iri("o", i)));
      for (const _ of store.quads(iri("s", i), null, null, null)) hits++;
    }
  }),
  "ms",
);
if (hits < 10_000) throw new Error(`only ${hits} quads were written and found`);
