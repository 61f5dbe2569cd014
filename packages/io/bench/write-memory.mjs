// Peak memory and speed of every RDF writer on a million triples that are made as they are asked for and go to a file through a stream.
//   node packages/io/bench/write-memory.mjs [--triples N] [--sorted]
// Each format runs in a process of its own, because peak memory never falls. Needs a build.
import { execFileSync } from "node:child_process";
import { createWriteStream, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { parseArgs } from "node:util";
import { dataFactory as df } from "@chancery/rdf";
import { byteStream, RDF_FORMATS, writeQuads } from "../dist/index.js";

const { values } = parseArgs({
  options: { triples: { type: "string", default: "1000000" }, sorted: { type: "boolean", default: false }, format: { type: "string" } },
});
const total = Number(values.triples);

function* quads() {
  const term = (name) => df.namedNode(`https://w3id.org/chancery/ns#${name}`);
  const [type, claim, stance, accuses, quote] = ["type", "Claim", "stance", "accuses", "quote"].map(term);
  for (let i = 0, made = 0; made < total; i++) {
    const subject = df.namedNode(`https://w3id.org/chancery/id/claim/${i.toString(16).padStart(16, "0")}`);
    const graph = df.namedNode(`https://w3id.org/chancery/id/graph/document/${i >> 8}`);
    for (const [predicate, object] of [
      [type, claim],
      [stance, accuses],
      [term("speaker"), df.namedNode(`https://w3id.org/chancery/id/person/${i % 997}`)],
      [quote, df.literal(`The words of claim number ${i}, with “quotes” and an é, as long as a sentence usually is.`)],
    ]) {
      if (made++ < total) yield df.quad(subject, predicate, object, graph);
    }
  }
}

if (values.format !== undefined) {
  const path = join(tmpdir(), `chancery-write-${process.pid}`);
  const before = process.memoryUsage().rss;
  const start = performance.now();
  try {
    await pipeline(Readable.fromWeb(byteStream(writeQuads(quads(), values.format, { sorted: values.sorted }))), createWriteStream(path));
    const seconds = (performance.now() - start) / 1000;
    const bytes = statSync(path).size;
    console.log(JSON.stringify({ seconds, bytes, rss: process.resourceUsage().maxRSS * 1024, before }));
  } finally {
    rmSync(path, { force: true });
  }
} else {
  const mega = (bytes) => `${(bytes / 1e6).toFixed(0)} MB`.padStart(8);
  console.log(
    `${total.toLocaleString("en-US")} triples, ${values.sorted ? "sorted" : "as they come"}\nformat         file  peak RSS  of it before  triples/s`,
  );
  for (const { name } of RDF_FORMATS) {
    const args = ["--triples", values.triples, "--format", name, ...(values.sorted ? ["--sorted"] : [])];
    const { seconds, bytes, rss, before } = JSON.parse(
      execFileSync(process.execPath, [import.meta.filename, ...args], { encoding: "utf8" }),
    );
    console.log(`${name.padEnd(10)} ${mega(bytes)} ${mega(rss)}  ${mega(before)}   ${Math.round(total / seconds / 1000)}k`.trimEnd());
  }
}
