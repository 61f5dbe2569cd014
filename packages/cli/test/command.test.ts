import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "../../..");
const main = join(root, "packages/cli/dist/main.js");
const documents = join(root, "data/documents");
let folder = "";
let graph = "";

function chancery(args: readonly string[], input = ""): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, [main, ...args], { input, encoding: "utf8", cwd: folder });
}

describe.runIf(existsSync(main))("the command", () => {
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "chancery-cli-"));
    graph = join(folder, "my.graph");
    const result = chancery(["build", documents, "--out", graph]);
    expect(result.stderr).toMatch(/5 documents, \d+ entities, \d+ events, \d+ claims/);
    expect(result.status).toBe(0);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("has help with an example for every command", () => {
    const { stdout, status } = chancery(["--help"]);
    expect(status).toBe(0);
    const names = [...stdout.matchAll(/^ {2}([a-z]+) (?:\[options\])/gm)].map((match) => match[1] ?? "");
    expect(names).toEqual(expect.arrayContaining(["build", "extract", "query", "path", "show", "stats", "export"]));
    for (const name of names) expect(chancery([name, "--help"]).stdout).toMatch(/Examples?:/);
  });

  it("keeps a graph that opens again, byte for byte", () => {
    const copy = join(folder, "copy.graph");
    chancery(["build", documents, "--out", copy, "--quiet"]);
    expect(readFileSync(join(copy, "manifest.json"), "utf8")).toBe(readFileSync(join(graph, "manifest.json"), "utf8"));
  });

  it("answers queries as a table, CSV and JSON, from text, file and standard input", () => {
    const query = "SELECT ?name WHERE { ?e a chy:Veto ; chy:actor/rdfs:label ?name } GROUP BY ?name";
    expect(chancery(["query", query, "-g", graph]).stdout).toMatch(/^name\nRussia\n1 row\n$/);
    expect(chancery(["query", query, "-g", graph, "--format", "csv"]).stdout).toBe("name\r\nRussia\r\n");
    writeFileSync(join(folder, "q.rq"), query);
    expect(JSON.parse(chancery(["query", "q.rq", "-g", graph, "-f", "json"]).stdout).results.bindings).toHaveLength(1);
    expect(chancery(["query", "-", "-g", graph], query).stdout).toContain("Russia");
    expect(chancery(["query", "ASK { ?s a chy:Veto }", "-g", graph]).stdout).toBe("yes\n");
    expect(chancery(["query", "CONSTRUCT { ?s a chy:Veto } WHERE { ?s a chy:Veto }", "-g", graph]).stdout).toContain("a chy:Veto");
  });

  it("shows paths and dossiers with quotes", () => {
    expect(chancery(["path", "North Korea", "Russia", "-g", graph]).stdout).toMatch(/North Korea → Russia[\s\S]*“/);
    expect(JSON.parse(chancery(["path", "North Korea", "Russia", "-g", graph, "--json"]).stdout)).toHaveLength(1);
    expect(chancery(["show", "Bonnie Jenkins", "-g", graph]).stdout).toMatch(/Bonnie Jenkins[\s\S]*Said by it[\s\S]*“/);
  });

  it("exports by the ending of the file", () => {
    for (const name of ["g.ttl", "g.trig", "g.nt", "g.nq", "g.gexf", "g.graphml", "g.svg", "g.claims.csv"]) {
      expect(chancery(["export", "-g", graph, "-o", name]).status).toBe(0);
      expect(readFileSync(join(folder, name), "utf8").length).toBeGreaterThan(1000);
    }
  });

  it("reads standard input and prints the extraction", () => {
    const { stdout, status } = chancery(["extract", "-"], "Russia vetoed the resolution.");
    expect(status).toBe(0);
    expect(JSON.parse(stdout).events[0].type).toBe("Veto");
  });

  it("answers bad input with a message, a code and exit status 1, and writes nothing", () => {
    const cases: readonly (readonly [args: readonly string[], code: string])[] = [
      [["build", "nowhere.txt", "-o", "x.graph"], "file.not-found"],
      [["query", "SELECT * WHERE { ?s ?p }", "-g", graph], "sparql.syntax"],
      [["path", "Nowhereland", "Russia", "-g", graph], "graph.unknown-entity"],
      [["export", "-g", graph, "-f", "word"], "export.unknown-format"],
      [["export", "-g", graph, "-o", "/proc/nowhere/g.ttl"], "file.unwritable"],
      [["stats", "-g", "broken.graph"], "graph-folder.invalid"],
      [["extract", "binary.txt"], "document.binary"],
      [["extract", documents, "--kb", "broken.jsonl"], "knowledge-base.invalid"],
    ];
    writeFileSync(join(folder, "binary.txt"), Buffer.from([0x4d, 0x5a, 0, 0, 1, 2, 3, 0, 255, 254, 0, 0]));
    writeFileSync(join(folder, "broken.jsonl"), "{ broken\n");
    mkdirSync(join(folder, "broken.graph"));
    writeFileSync(join(folder, "broken.graph/manifest.json"), "{");
    for (const [args, code] of cases) {
      const { status, stderr } = chancery(args);
      expect([code, status, stderr]).toEqual([code, 1, expect.stringContaining(`[${code}]`)]);
    }
    expect(existsSync(join(folder, "x.graph"))).toBe(false);
    expect(readdirSync(folder).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  });

  it("answers wrong usage with exit status 2 and a hint", () => {
    for (const args of [
      ["bild"],
      ["query"],
      ["path", "a", "b"],
      ["export", "--graph"],
      ["path", "a", "b", "-g", graph, "--max-hops", "many"],
    ]) {
      const { status, stderr } = chancery(args);
      expect([args, status]).toEqual([args, 2]);
      expect(stderr).toMatch(/error|Usage/i);
    }
    expect(chancery(["bild"]).stderr).toContain("build");
  });

  it("notices a graph folder that was changed by hand", () => {
    const altered = join(folder, "altered.graph");
    cpSync(graph, altered, { recursive: true });
    const [segment] = readdirSync(join(altered, "documents"));
    const path = join(altered, "documents", segment ?? "");
    writeFileSync(path, readFileSync(path, "utf8").replace("Russia", "Prussia"));
    const { status, stderr } = chancery(["stats", "-g", altered]);
    expect([status, stderr]).toEqual([1, expect.stringContaining("graph-folder.invalid")]);
  });
});
