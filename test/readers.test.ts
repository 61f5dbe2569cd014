// What other programs make of our files. Each reader is a Debian package; where one is missing its tests say so and are skipped.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { KnowledgeGraph } from "chancery";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const has = (command: string, hint: string): boolean => {
  const found = spawnSync("sh", ["-c", `command -v ${command}`]).status === 0;
  if (!found) console.log(`skipped: ${command} is not installed (${hint})`);
  return found;
};
const rapper = has("rapper", "apt-get install raptor2-utils");
const xmllint = has("xmllint", "apt-get install libxml2-utils");
/** Folder with gexf.rnc, dynamics.rnc and viz.rnc of `specs/1.3` in the public repository gephi/gexf. */
const grammar = process.env.CHANCERY_GEXF_RNC ?? "";
const jing = existsSync(join(grammar, "gexf.rnc")) && has("jing", "apt-get install jing");
if (!jing)
  console.log(
    "skipped: GEXF against its official grammar; set CHANCERY_GEXF_RNC to a folder with specs/1.3/*.rnc of gephi/gexf and install jing",
  );

describe("other programs read what is exported", () => {
  let folder = "";
  let quads = 0;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "chancery-readers-"));
    const documents = join(import.meta.dirname, "../data/documents");
    const graph = await KnowledgeGraph.build(
      readdirSync(documents)
        .filter((name) => name.endsWith(".txt"))
        .sort()
        .map((name) => ({ text: readFileSync(join(documents, name), "utf8") })),
    );
    quads = graph.store.size;
    const write = (file: string, pieces: Iterable<string>): void => writeFileSync(join(folder, file), [...pieces].join(""));
    for (const [format, ending] of [
      ["turtle", "ttl"],
      ["trig", "trig"],
      ["n-triples", "nt"],
      ["n-quads", "nq"],
      ["rdf-xml", "rdf"],
      ["gexf", "gexf"],
      ["graphml", "graphml"],
      ["svg", "svg"],
    ] as const) {
      write(`g.${ending}`, graph.export(format));
    }
    write("dynamic.gexf", graph.export("gexf", { dynamic: true, detail: true }));
    write("yed.graphml", graph.export("graphml", { yfiles: true }));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.skipIf(!rapper).each([
    ["turtle", "g.ttl"],
    ["trig", "g.trig"],
    ["ntriples", "g.nt"],
    ["nquads", "g.nq"],
    ["rdfxml", "g.rdf"],
  ])("rapper reads %s and counts the same", (syntax, file) => {
    const { status, stderr } = spawnSync("rapper", ["-c", "-i", syntax, join(folder, file)], { encoding: "utf8" });
    expect(stderr).not.toMatch(/error|warning/i);
    expect(status).toBe(0);
    // Formats without graphs hold a triple once that two documents say alike.
    const counted = Number(/returned (\d+) triples/.exec(stderr)?.[1]);
    expect(counted).toBeLessThanOrEqual(quads);
    expect(counted).toBeGreaterThan(quads * 0.95);
  });

  it.skipIf(!xmllint).each(["g.gexf", "dynamic.gexf", "g.graphml", "yed.graphml", "g.svg", "g.rdf"])(
    "xmllint finds %s well-formed",
    (file) => {
      const { status, stderr } = spawnSync("xmllint", ["--noout", join(folder, file)], { encoding: "utf8" });
      expect([status, stderr]).toEqual([0, ""]);
    },
  );

  it.skipIf(!jing).each(["g.gexf", "dynamic.gexf"])("%s is valid GEXF 1.3 by the official grammar", (file) => {
    const { status, stdout } = spawnSync("jing", ["-c", join(grammar, "gexf.rnc"), join(folder, file)], { encoding: "utf8" });
    expect([status, stdout]).toEqual([0, ""]);
  });
});
