import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { unreadable } from "../src/read-file.ts";
import { chancery } from "./run-in-process.ts";

const root = join(import.meta.dirname, "../../..");
const main = join(root, "packages/cli/dist/main.js");
const BINARY = Buffer.from([0x4d, 0x5a, 0, 0, 1, 2, 3, 0, 255, 254, 0, 0]);

/** What people get wrong: the arguments, and the code of the error. Each must say what, where and what helps. */
const CASES: readonly (readonly [args: string, code: string])[] = [
  ["build none.txt -o x.graph", "file.not-found"],
  ["build empty -o x.graph", "file.no-documents"],
  ["build *.none -o x.graph", "file.not-found"],
  ["build binary.txt -o x.graph", "document.binary"],
  ["build paper.pdf -o x.graph", "document.binary"],
  ["build huge.txt -o x.graph", "document.too-large"],
  ["build long.txt -o x.graph", "document.too-large"],
  ["build meta.json -o x.graph", "file.not-a-document"],
  ["build sidecar.txt -o x.graph", "file.bad-sidecar"],
  ["build my.graph -o x.graph", "file.graph-folder"],
  ["build good.txt -o good.txt", "file.unwritable"],
  ["build good.txt -o mixed", "graph-folder.foreign"],
  ["build good.txt -o x.graph --kb none.jsonl", "file.not-found"],
  ["build good.txt -o x.graph --kb empty", "file.unreadable"],
  ["extract none.txt", "file.not-found"],
  ["extract good.txt --published yesterday", "document.invalid-date"],
  ["explain none.txt", "file.not-found"],
  ["explain empty", "file.unreadable"],
  ["explain binary.txt", "document.binary"],
  ["explain good.txt --sentence 99", "explain.no-sentence"],
  ["explain good.txt --match Atlantis", "explain.no-sentence"],
  ["facts -g none", "file.not-found"],
  ["facts -g my.graph --actor Atlantis", "graph.unknown-entity"],
  ["facts -g my.graph --from-date 2024-13", "graph.bad-date"],
  ["show Atlantis -g my.graph", "graph.unknown-entity"],
  ["path Russia Atlantis -g my.graph", "graph.unknown-entity"],
  ["measure degree --from-date soon -g my.graph", "graph.bad-date"],
  ["query none.rq -g my.graph", "file.not-found"],
  ["query empty -g my.graph", "file.unreadable"],
  ["query broken.rq -g my.graph", "sparql.syntax"],
  ["stats -g binary.txt", "document.binary"],
  ["stats -g my.graph good.ttl", "file.mixed"],
  ["stats -g my.graph --config none.json", "config.invalid"],
  ["stats --config broken.json", "config.invalid"],
  ["diff my.graph none", "file.not-found"],
  ["verify none", "file.not-found"],
  ["verify empty", "graph-folder.invalid"],
  ["compact empty", "graph-folder.invalid"],
  ["validate empty", "file.unreadable"],
  ["validate good.txt", "file.bad-extraction"],
  ["validate none.ttl", "file.not-found"],
  ["open -g my.graph -o empty", "file.unwritable"],
];

describe.runIf(existsSync(main))("wrong input", () => {
  let folder = "";
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "chancery-wrong-"));
    process.chdir(folder);
    for (const name of ["empty", "mixed"]) mkdirSync(name);
    writeFileSync("mixed/diary.txt", "mine");
    writeFileSync("good.txt", "Russia vetoed the resolution on 3 May 2024.");
    writeFileSync("sidecar.txt", "Russia vetoed the resolution.");
    writeFileSync("sidecar.json", "{ broken");
    for (const name of ["binary.txt", "paper.pdf"]) writeFileSync(name, BINARY);
    writeFileSync("huge.txt", "");
    truncateSync("huge.txt", 200_000_000);
    writeFileSync("long.txt", "Russia vetoed it. ".repeat(700_000));
    writeFileSync("meta.json", '{"title": "A title"}');
    writeFileSync("broken.json", "{");
    writeFileSync("broken.rq", "SELECT ?x WHERE { ?x a chy:Veto");
    writeFileSync("good.ttl", "<http://e/a> <http://e/p> 1 .");
    expect((await chancery(["build", "good.txt", "-o", "my.graph", "-q"])).status).toBe(0);
  }, 60_000);
  afterAll(() => {
    process.chdir(root);
    rmSync(folder, { recursive: true, force: true });
  });

  it.each(CASES)("%s", async (args, code) => {
    const { status, stdout, stderr } = await chancery(args.split(" "));
    expect([status, stdout]).toEqual([1, ""]);
    expect(stderr).toContain(`[${code}]`);
    // The message, and below it what helps.
    expect(stderr.trimEnd().split("\n").length).toBeGreaterThan(1);
    // Neither a trace of our code nor the name of an option of a library.
    expect(stderr).not.toMatch(/\bat .*\.[jt]s:\d+|maxBytes/);
    expect(existsSync("x.graph")).toBe(false);
    expect(readdirSync(".").filter((name) => name.endsWith(".tmp"))).toEqual([]);
  });

  it("names the file that ends a build of several, and what would skip it", async () => {
    const { status, stderr } = await chancery(["build", "good.txt", "binary.txt", "-o", "several.graph"]);
    expect([status, stderr]).toEqual([1, expect.stringMatching(/--keep-going[\s\S]*binary\.txt[\s\S]*\[document\.binary\]/)]);
    const kept = await chancery(["build", "good.txt", "binary.txt", "huge.txt", "-o", "several.graph", "--keep-going"]);
    expect([kept.status, kept.stderr]).toEqual([1, expect.stringMatching(/1 document,[\s\S]*2 failed[\s\S]*binary\.txt[\s\S]*huge\.txt/)]);
  });

  it("has words for what the system says", () => {
    const said = (code: string): string => unreadable("a.txt", Object.assign(new Error(`${code}: system words`), { code })).describe();
    expect(said("ENOENT")).toMatch(/does not exist/);
    expect(said("EACCES")).toMatch(/may not be read[\s\S]*permissions/);
    expect(said("EISDIR")).toMatch(/is a folder/);
    expect(said("EIO")).toMatch(/EIO: system words[\s\S]*disk/);
  });

  it("ends quietly when its reader stops, and with an error when its output does not fit", () => {
    const shell = (line: string) =>
      spawnSync("sh", ["-c", line.replaceAll("chancery", `'${process.execPath}' '${main}'`)], { cwd: folder, encoding: "utf8" });
    const piped = shell("chancery query 'SELECT * { ?s ?p ?o }' -g my.graph --format csv | head -1");
    expect([piped.status, piped.stdout, piped.stderr]).toEqual([0, "s,p,o\r\n", ""]);
    if (!existsSync("/dev/full")) return console.log("Skipped: a full disk; this system has no /dev/full.");
    const full = shell("chancery facts -g my.graph > /dev/full");
    expect([full.status, full.stderr]).toEqual([1, expect.stringContaining("[file.unwritable]")]);
  });

  it("lists every code that the command can give in docs/errors.md", () => {
    const listed = readFileSync(join(root, "docs/errors.md"), "utf8");
    for (const [, code] of CASES) expect(listed).toContain(`\`${code}\``);
  });
});
