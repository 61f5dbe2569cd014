import { spawn, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chancery, type Result } from "./run-in-process.ts";

const root = join(import.meta.dirname, "../../..");
const main = join(root, "packages/cli/dist/main.js");
const documents = join(root, "data/documents");
let folder = "";
let graph = "";

/** Runs the command as a process of its own: for standard input and what only a process shows. */
function spawned(args: readonly string[], input = ""): Result {
  return spawnSync(process.execPath, [main, ...args], { input, encoding: "utf8", cwd: folder });
}

/** Starts the command, gives its standard error once it matches, and ends it. */
async function untilSays(
  args: readonly string[],
  pattern: RegExp,
  action: (said: string) => void | Promise<void>,
  meanwhile: (said: string) => void = () => {},
): Promise<number | null> {
  const child = spawn(process.execPath, [main, ...args], { cwd: folder, stdio: ["ignore", "ignore", "pipe"] });
  const exit = new Promise<number | null>((resolve) => child.once("exit", resolve));
  try {
    let said = "";
    for await (const piece of child.stderr) {
      said += String(piece);
      meanwhile(said);
      if (!pattern.test(said)) continue;
      await action(said);
      break;
    }
    expect(said).toMatch(pattern);
  } finally {
    child.kill("SIGTERM");
  }
  return exit;
}

/** Watches the folder `inbox`, makes a change once it is being watched, and ends when the command has said what `pattern` matches. */
function runWatched(pattern: RegExp, change: () => void, flags: readonly string[]): Promise<number | null> {
  let changed = false;
  return untilSays(
    ["build", "inbox", "-o", "watched.graph", "--watch", ...flags],
    pattern,
    () => {},
    (said) => {
      if (changed || !said.includes("watching")) return;
      changed = true;
      change();
    },
  );
}

describe.runIf(existsSync(main))("the command", () => {
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "chancery-cli-"));
    process.chdir(folder);
    graph = join(folder, "my.graph");
    const result = await chancery(["build", documents, "--out", graph]);
    expect(result.stderr).toMatch(/5 documents, \d+ entities, \d+ events, \d+ claims/);
    expect(result.status).toBe(0);
  }, 60_000);
  afterAll(() => {
    process.chdir(root);
    rmSync(folder, { recursive: true, force: true });
  });

  it("has help with an example for every command", async () => {
    const { stdout, status } = spawned(["--help"]);
    expect(status).toBe(0);
    const names = [...stdout.matchAll(/^ {2}([a-z]+) (?:\[options\])/gm)].map((match) => match[1] ?? "");
    expect(names).toEqual(expect.arrayContaining(["build", "extract", "query", "path", "show", "stats", "export"]));
    expect(names).toEqual(expect.arrayContaining(["facts", "diff", "open", "serve", "verify", "validate", "compact"]));
    for (const name of ["build", "facts", "query", "completion"]) expect((await chancery([name, "--help"])).stdout).toMatch(/Examples?:/);
    // The rest without a process each: every command's source has its examples.
    for (const file of readdirSync(join(root, "packages/cli/src/commands")))
      expect([file, readFileSync(join(root, "packages/cli/src/commands", file), "utf8")]).toEqual([
        file,
        expect.stringMatching(/addHelpText[\s\S]*Examples?:/),
      ]);
  });

  it("prints a manual page that roff reads, with every command and its examples", async () => {
    const { stdout } = await chancery(["man"]);
    for (const name of ["build", "explain", "measure", "validate", "serve"])
      expect(stdout).toContain(`.SH CHANCERY ${name.toUpperCase()}\n`);
    expect(stdout.match(/^Examples?:$/gm)?.length).toBeGreaterThan(15);
    const formatter = "groff";
    const groff = spawnSync(formatter, ["-man", "-Tutf8", "-ww", "-P-c"], { input: stdout, encoding: "utf8" });
    if (groff.error !== undefined) return console.log("Skipped: the manual page in roff; install groff.");
    expect(groff.stderr).toBe("");
    expect(groff.stdout).toMatch(/chancery measure betweenness --predicate suppliesArmsTo/);
  });

  it("keeps a graph that is the same, byte for byte, when it is built elsewhere, and reads nothing again", async () => {
    const copy = join(folder, "copy.graph");
    await chancery(["build", documents, "--out", copy, "--quiet"]);
    expect(readFileSync(join(copy, "manifest.json"), "utf8")).toBe(readFileSync(join(graph, "manifest.json"), "utf8"));
    expect(JSON.parse((await chancery(["build", documents, "--out", copy, "--json"])).stdout)).toMatchObject({
      documents: 5,
      extracted: 0,
      unchanged: 5,
      written: false,
    });
  });

  it("lists facts by type, actor, status and date, as table, JSON and CSV", async () => {
    const facts = JSON.parse((await chancery(["facts", "-g", graph, "--type", "armstransfer", "--actor", "PRK", "--json"])).stdout);
    expect(facts.length).toBeGreaterThan(1);
    for (const fact of facts) {
      expect(fact.type).toBe("ArmsTransfer");
      expect(
        Object.values(fact.roles as Record<string, { id: string }[]>)
          .flat()
          .map(({ id }) => id),
      ).toContain("state/prk");
      expect(fact.evidence[0].quote.length).toBeGreaterThan(0);
    }
    expect((await chancery(["facts", "-g", graph, "--status", "disputed,denied"])).stdout).toMatch(
      /^date +status +event +said by\n.* disputed /,
    );
    expect((await chancery(["facts", "-g", graph, "--format", "csv"])).stdout).toMatch(/^event,type,status,first,last,summary/);
    const nothing = await chancery(["facts", "-g", graph, "--from-date", "1900", "--to-date", "1901-02"]);
    expect([nothing.status, nothing.stdout]).toEqual([1, expect.stringContaining("0 rows")]);
  });

  it("tells what two graphs differ in", async () => {
    const [first = ""] = readdirSync(documents).filter((name) => name.endsWith(".txt"));
    const { stdout, status } = await chancery(["diff", join(documents, first), graph, "--json", "--exit-code"]);
    const { documents: changed, facts, quads } = JSON.parse(stdout);
    expect([status, changed.added.length, changed.removed.length]).toEqual([1, 4, 0]);
    expect(facts.added.length).toBeGreaterThan(10);
    // Derived edges may go when more is known, all else only comes.
    expect(quads.added).toBeGreaterThan(1000);
    expect(await chancery(["diff", graph, graph, "--exit-code"])).toMatchObject({
      status: 0,
      stdout: expect.stringContaining("Quads: 0 added, 0 removed"),
    });
  });

  it("checks a graph folder and extractions, and compacts", async () => {
    expect(await chancery(["verify", graph])).toMatchObject({ status: 0, stdout: expect.stringContaining("all is well; 5 documents") });
    expect(await chancery(["compact", graph])).toMatchObject({ status: 0, stderr: expect.stringMatching(/ kB now/) });
    const extraction = spawned(["extract", "-"], "Russia vetoed the resolution.").stdout;
    writeFileSync(join(folder, "veto.txt"), "Russia vetoed the resolution.");
    expect(spawned(["validate", "-", "--text", "veto.txt"], extraction)).toMatchObject({
      status: 0,
      stdout: "1 extraction checked, all as they should be\n",
    });
    const broken = extraction.replaceAll('"text": "Russia"', '"text": "Prussia"').replace('"Veto"', '"Vote of no confidence"');
    const report = JSON.parse(spawned(["validate", "-", "--text", "veto.txt", "--json"], broken).stdout);
    expect(new Set(report.problems.map(({ kind }: { kind: string }) => kind))).toEqual(new Set(["quote", "vocabulary"]));
  });

  it("reads its configuration and patterns", async () => {
    const place = join(folder, "project");
    mkdirSync(join(place, "deep"), { recursive: true });
    writeFileSync(join(place, "chancery.config.mjs"), 'export default { graph: "../my.graph" };');
    const inside = spawnSync(process.execPath, [main, "stats", "--json"], { cwd: join(place, "deep"), encoding: "utf8" });
    expect(JSON.parse(inside.stdout).documents).toBe(5);
    writeFileSync(join(place, "wrong.json"), '{"graf": "x"}');
    expect(await chancery(["stats", "--config", join(place, "wrong.json")])).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/graf[\s\S]*\[config\.invalid\]/),
    });
    expect((await chancery(["extract", `${documents}/00[0-1]*.{txt,md}`, "--lines"])).stdout.trim().split("\n")).toHaveLength(2);
  });

  it("gives way to another process that writes the folder, with exit status 75", async () => {
    const folderLock = await import("../src/folder/folder-lock.ts");
    const lock = folderLock.lockFolder(graph);
    try {
      for (const args of [
        ["build", documents, "-o", graph],
        ["compact", graph],
      ]) {
        expect(spawned(args)).toMatchObject({
          status: 75,
          stderr: expect.stringMatching(new RegExp(`process ${process.pid}[\\s\\S]*graph-folder\\.locked`)),
        });
      }
      expect((await chancery(["stats", "-g", graph])).status).toBe(0);
    } finally {
      lock.release();
    }
  });

  it("builds again when a document comes", { timeout: 60_000 }, async () => {
    const inbox = join(folder, "inbox");
    mkdirSync(inbox);
    writeFileSync(join(inbox, "one.txt"), "Russia vetoed the resolution on 3 May 2024.");
    const code = await runWatched(/2 documents/, () => writeFileSync(join(inbox, "two.txt"), "China hosted a meeting with Iran."), [
      "--poll",
      "1",
    ]);
    expect(code).toBe(0);
  });

  it("serves the page and the endpoint", { timeout: 60_000 }, async () => {
    const code = await untilSays(["serve", "-g", graph, "--port", "0", "--timeout", "2"], /endpoint: (http\S+)/, async (said) => {
      const endpoint = /endpoint: (http\S+)/.exec(said)?.[1] ?? "";
      const answer = await fetch(`${endpoint}?query=${encodeURIComponent("ASK { ?s a chy:Veto }")}`, {
        headers: { accept: "application/sparql-results+json" },
      });
      expect(await answer.json()).toMatchObject({ boolean: true });
      const page = await fetch(endpoint.replace("/sparql", "/"));
      expect([page.status, page.headers.get("content-type")]).toEqual([200, expect.stringContaining("text/html")]);
      expect(await page.text()).toContain("North Korea");
      // Somebody who never ends a request is told so and let go, and the others are served.
      const slow = connect(Number(new URL(endpoint).port), "127.0.0.1");
      slow.write("GET /sparql HTTP/1.1\r\nHost: localhost\r\nX-Slow: ");
      let heard = "";
      for await (const piece of slow) heard += String(piece);
      expect(heard).toMatch(/^HTTP\/1\.1 408 /);
    });
    expect(code).toBe(0);
    const child = spawn(process.execPath, [main, "serve", "-g", graph, "--port", "0", "--json"], {
      cwd: folder,
      stdio: ["ignore", "pipe", "ignore"],
    });
    let printed = "";
    for await (const piece of child.stdout) {
      printed += String(piece);
      if (!printed.includes("}")) continue;
      const { page, sparql, graphs } = JSON.parse(printed);
      expect([sparql, graphs]).toEqual([`${page}sparql`, `${page}graphs`]);
      expect((await fetch(`${graphs}?default`, { method: "HEAD" })).status).toBe(200);
      break;
    }
    child.kill("SIGTERM");
    const taken = createServer();
    const port = await new Promise<number>((resolve) => {
      taken.listen(0, "127.0.0.1", () => resolve((taken.address() as { port: number }).port));
    });
    expect(await chancery(["serve", "-g", graph, "--port", `${port}`])).toMatchObject({
      status: 1,
      stderr: expect.stringContaining("[server.listen]"),
    });
    taken.close();
  });

  it("writes the page and scripts for shells", async () => {
    const page = await chancery(["open", "-g", graph, "-o", "page.html"]);
    expect([page.status, page.stdout.trim()]).toEqual([0, join(folder, "page.html")]);
    expect(readFileSync(join(folder, "page.html"), "utf8")).toContain("North Korea");
    const script = (await chancery(["completion", "bash"])).stdout;
    const typed =
      "COMP_WORDS=(chancery fac); COMP_CWORD=1; _chancery; declare -p COMPREPLY; COMP_WORDS=(chancery query --format t); COMP_CWORD=3; _chancery; declare -p COMPREPLY";
    const bash = spawnSync("bash", ["-c", `${script}\n${typed}`], { encoding: "utf8" });
    if (bash.error === undefined) expect(bash.stdout).toMatch(/\[0\]="facts"[^\n]*\n[^\n]*"table"[^\n]*"tsv"[^\n]*"turtle"/);
    else console.log("bash is not here: its completion was not run");
    expect((await chancery(["completion", "fish"])).stdout).toContain("complete -c chancery -n '__fish_seen_subcommand_from facts'");
  });

  it("answers queries as a table, CSV and JSON, from text, file and standard input", async () => {
    const query = "SELECT ?name WHERE { ?e a chy:Veto ; chy:actor/rdfs:label ?name } GROUP BY ?name";
    expect((await chancery(["query", query, "-g", graph])).stdout).toMatch(/^name\nRussia\n1 row\n$/);
    expect((await chancery(["query", query, "-g", graph, "--format", "csv"])).stdout).toBe("name\r\nRussia\r\n");
    writeFileSync(join(folder, "q.rq"), query);
    expect(JSON.parse((await chancery(["query", "q.rq", "-g", graph, "-f", "json"])).stdout).results.bindings).toHaveLength(1);
    expect(spawned(["query", "-", "-g", graph], query).stdout).toContain("Russia");
    expect((await chancery(["query", "ASK { ?s a chy:Veto }", "-g", graph])).stdout).toBe("yes\n");
    expect((await chancery(["query", "CONSTRUCT { ?s a chy:Veto } WHERE { ?s a chy:Veto }", "-g", graph])).stdout).toContain("a chy:Veto");
  });

  it("shows paths and dossiers with quotes", async () => {
    expect((await chancery(["path", "North Korea", "Russia", "-g", graph])).stdout).toMatch(/North Korea → Russia[\s\S]*“/);
    expect(JSON.parse((await chancery(["path", "North Korea", "Russia", "-g", graph, "--json"])).stdout)).toHaveLength(1);
    expect((await chancery(["show", "Bonnie Jenkins", "-g", graph, "--why"])).stdout).toMatch(
      /Bonnie Jenkins[\s\S]*Said by it[\s\S]*“[\s\S]*Why, in[\s\S]*mention {2}“Bonnie Jenkins” \d+–\d+[\s\S]* by claim\./,
    );
  });

  it("exports by the ending of the file", async () => {
    for (const name of ["g.ttl", "g.nq", "g.gexf", "g.claims.csv", "g.html"]) {
      expect((await chancery(["export", "-g", graph, "-o", name])).status).toBe(0);
      expect(readFileSync(join(folder, name), "utf8").length).toBeGreaterThan(1000);
    }
  });

  it("reads standard input and prints the extraction", async () => {
    const { stdout, status } = spawned(["extract", "-"], "Russia vetoed the resolution.");
    expect(status).toBe(0);
    expect(JSON.parse(stdout).events[0].type).toBe("Veto");
  });

  it("answers bad input with a message, a code and exit status 1, and writes nothing", async () => {
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
      const { status, stderr } = await chancery(args);
      expect([code, status, stderr]).toEqual([code, 1, expect.stringContaining(`[${code}]`)]);
    }
    expect(existsSync(join(folder, "x.graph"))).toBe(false);
    expect(readdirSync(folder).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  });

  it("answers wrong usage with exit status 2 and a hint", async () => {
    for (const args of [
      ["bild"],
      ["path", "a"],
      ["stats"],
      ["export", "--graph"],
      ["facts", "-g", graph, "--type", "Party"],
      ["path", "a", "b", "-g", graph, "--max-hops", "many"],
    ]) {
      const { status, stderr } = await chancery(args);
      expect([args, status]).toEqual([args, 2]);
      expect(stderr).toMatch(/error|Usage/i);
    }
    expect((await chancery(["bild"])).stderr).toContain("build");
  });

  it("notices a graph folder that was changed by hand", async () => {
    const altered = join(folder, "altered.graph");
    cpSync(graph, altered, { recursive: true });
    const [segment] = readdirSync(join(altered, "documents"));
    const path = join(altered, "documents", segment ?? "");
    writeFileSync(path, readFileSync(path, "utf8").replace("Russia", "Prussia"));
    const { status, stderr } = await chancery(["stats", "-g", altered]);
    expect([status, stderr]).toEqual([1, expect.stringContaining("graph-folder.invalid")]);
  });
});
