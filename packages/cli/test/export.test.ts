import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { isomorphic, parseQuads } from "@chancery/io";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeFileStreaming } from "../src/folder/stream-write.ts";
import { renderPng } from "../src/picture/render-png.ts";
import { type Result, chancery as runInProcess } from "./run-in-process.ts";

const documents = join(import.meta.dirname, "../../../data/documents");
let folder = "";
let graph = "";

const chancery = (...args: readonly string[]): Promise<Result> => runInProcess(args);

const inFolder = (name: string): string => join(folder, name);
const read = (name: string): string => readFileSync(inFolder(name), "utf8");
const exported = async (name: string, ...args: readonly string[]): Promise<void> => {
  const { status, stderr } = await chancery("export", "-g", graph, "-o", inFolder(name), ...args);
  expect(stderr).toBe("");
  expect(status).toBe(0);
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "chancery-export-"));
  graph = inFolder("my.graph");
  expect((await chancery("build", documents, "--out", graph, "--quiet")).status).toBe(0);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("files", () => {
  it("are compressed by their ending, and hold the same", async () => {
    await exported("g.nq");
    await exported("g.nq.gz");
    expect(gunzipSync(readFileSync(inFolder("g.nq.gz"))).toString()).toBe(read("g.nq"));
  });

  it("come with a description that is right about them", async () => {
    await exported("d.ttl", "--void", "--title", "Five documents", "--license", "https://creativecommons.org/licenses/by/4.0/");
    const valueIn =
      (name: string) =>
      (ending: string): string | undefined =>
        parseQuads(read(name), "turtle").find(
          ({ subject, predicate }) => subject.termType === "NamedNode" && predicate.value.endsWith(ending),
        )?.object.value;
    const value = valueIn("void.ttl");
    const bytes = readFileSync(inFolder("d.ttl"));
    expect(value("#triples")).toBe(String(parseQuads(bytes.toString(), "turtle").length));
    expect(value("#byteSize")).toBe(String(bytes.length));
    expect(value("#checksumValue")).toBe(createHash("sha256").update(bytes).digest("hex"));
    expect(value("/license")).toBe("https://creativecommons.org/licenses/by/4.0/");
    await exported("d.nanopub.trig", "--void", inFolder("np-void.ttl"));
    expect(Number(valueIn("np-void.ttl")("#triples"))).toBeGreaterThan(1000);
    expect((await chancery("export", "-g", graph, "-o", inFolder("d.gexf"), "--void")).status).toBe(2);
    expect((await chancery("export", "-g", graph, "--void")).status).toBe(2);
  });

  it("say which triples claims are about where asked to", async () => {
    await exported("r.ttl", "--rdf12");
    expect(read("r.ttl")).toMatch(/^VERSION "1.2"[\s\S]*rdf:reifies <<\( /);
    await exported("plain.ttl");
    expect(read("plain.ttl")).not.toContain("<<(");
  });

  it("take a nanopublication's time and creator from the command", async () => {
    await exported("n.nanopub.trig", "--created", "2026-01-02T03:04:05Z", "--creator", "https://orcid.org/0000-0001-0000-0000");
    expect(read("n.nanopub.trig")).toContain('"2026-01-02T03:04:05Z"^^xsd:dateTime');
    expect(read("n.nanopub.trig")).toContain("<https://orcid.org/0000-0001-0000-0000>");
  });
});

describe("a stream to a file", () => {
  const endless = function* (): Generator<string> {
    for (;;) yield "x".repeat(1000);
  };
  it("that is cut off leaves the old file, and nothing else", async () => {
    const place = mkdtempSync(inFolder("cut-"));
    writeFileSync(join(place, "f.nt"), "old");
    const abort = new AbortController();
    const writing = writeFileStreaming(join(place, "f.nt"), endless(), { signal: abort.signal });
    // The writing gives way to other work, or this would never run.
    setTimeout(() => abort.abort(new DOMException("enough", "AbortError")), 30);
    await expect(writing).rejects.toThrow("enough");
    const failing = function* (): Generator<string> {
      yield "a".repeat(200_000);
      throw new RangeError("of the writer");
    };
    await expect(writeFileStreaming(join(place, "f.nt"), failing())).rejects.toThrow(RangeError);
    expect(readdirSync(place)).toEqual(["f.nt"]);
    expect(readFileSync(join(place, "f.nt"), "utf8")).toBe("old");
  });
  it("that can't be written is a typed error", async () => {
    await expect(writeFileStreaming("/proc/nowhere/f", ["x"])).rejects.toMatchObject({ code: "file.unwritable" });
    await expect(writeFileStreaming(folder, ["x"])).rejects.toMatchObject({ code: "file.unwritable" });
  });
  it("counts and hashes what is on the disk", async () => {
    const { bytes, sha256 } = await writeFileStreaming(inFolder("h.txt"), ["é", "x".repeat(100_000)]);
    const content = readFileSync(inFolder("h.txt"));
    expect([bytes, sha256]).toEqual([content.length, createHash("sha256").update(content).digest("hex")]);
  });
});

describe("pictures", () => {
  const sizeOf = (name: string): readonly [number, number] => {
    const bytes = readFileSync(inFolder(name));
    expect(bytes.subarray(0, 8)).toEqual(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
    return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  };
  it("are PNG as large as asked for, the same every time", async () => {
    await exported("g.svg");
    await exported("g.png", "--scale", "0.5");
    await exported("g2.png", "--scale", "0.5");
    const [, width = "", height = ""] = /<svg[^>]* width="([\d.]+)" height="([\d.]+)"/.exec(read("g.svg")) ?? [];
    const [pixels, rows] = sizeOf("g.png");
    expect(Math.abs(pixels - Number(width) / 2)).toBeLessThan(2);
    expect(Math.abs(rows - Number(height) / 2)).toBeLessThan(2);
    expect(readFileSync(inFolder("g.png")).equals(readFileSync(inFolder("g2.png")))).toBe(true);
  });
  it("of the timeline are SVG and PNG", async () => {
    await exported("t.svg", "--view", "timeline", "--title", "What happened");
    expect(read("t.svg")).toContain("What happened");
    expect(read("t.svg")).toContain(">2023</text>");
    await exported("t.png", "--view", "timeline");
    expect(sizeOf("t.png")[0]).toBeGreaterThan(1000);
    await exported("t2.timeline.svg");
    expect(read("t2.timeline.svg")).toContain("<svg");
    expect((await chancery("export", "-g", graph, "-f", "png", "--view", "map")).status).toBe(2);
  });
  it("have letters from the bundled font, whatever fonts the system has", async () => {
    const svg = (text: string): string =>
      `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="40"><text x="5" y="25" font-size="20" font-family="'DejaVu Sans', sans-serif">${text}</text></svg>`;
    const picture = async (text: string): Promise<Buffer> => Buffer.from((await renderPng(svg(text))).bytes);
    const empty = await picture("");
    const seen = new Set<string>([empty.toString("base64")]);
    for (const text of ["North Korea", "Россия", "Ελλάδα", "إيران", "→ ×2 …", "Łódź Đặng"]) {
      const bytes = (await picture(text)).toString("base64");
      expect(seen.has(bytes), text).toBe(false);
      seen.add(bytes);
    }
    await expect(renderPng(svg("x"), { fonts: [inFolder("none.ttf")] })).rejects.toMatchObject({ code: "file.unreadable" });
    await expect(renderPng("<svg")).rejects.toMatchObject({ code: "picture.failed" });
  });
  it("too large for memory are drawn smaller", async () => {
    const { scale } = await renderPng('<svg xmlns="http://www.w3.org/2000/svg" width="40000" height="40000"></svg>', { scale: 1 });
    expect(scale).toBeLessThan(0.5);
  });
});

describe("files of quads", () => {
  it.each(["ttl", "trig", "nt", "nq", "jsonld", "rdf", "nq.gz"])("%s opens as a graph for every command", async (ending) => {
    const name = `open.${ending}`;
    await exported(name);
    const path = inFolder(name);
    const stats = JSON.parse((await chancery("stats", "-g", path, "--json")).stdout) as {
      readonly events: Readonly<Record<string, number>>;
    };
    const own = JSON.parse((await chancery("stats", "-g", graph, "--json")).stdout) as typeof stats;
    expect(stats.events).toEqual(own.events);
    expect((await chancery("show", "North Korea", "-g", path)).stdout).toContain("North Korea");
    expect((await chancery("query", "SELECT ?c WHERE { ?c a chy:Claim } LIMIT 1", "-g", path)).status).toBe(0);
    await expect(chancery("export", "-g", path, "-o", inFolder("again.nt"))).resolves.toMatchObject({ status: 0 });
    await exported("own.nt");
    expect(isomorphic(parseQuads(read("again.nt"), "n-triples"), parseQuads(read("own.nt"), "n-triples"))).toBe(true);
  });

  it("of FollowTheMoney open too, alone and beside RDF", async () => {
    await exported("list.ftm.json");
    expect((await chancery("show", "DPRK", "-g", inFolder("list.ftm.json"))).stdout).toContain("North Korea");
    writeFileSync(
      inFolder("more.ttl"),
      "<https://example.org/a> a <https://w3id.org/chancery/ns#Company> ; <http://www.w3.org/2000/01/rdf-schema#label> 'Acme' .",
    );
    const both = await chancery(
      "query",
      "ASK { ?s rdfs:label 'Acme' . ?p a <https://w3id.org/ftm#Person> }",
      "-g",
      inFolder("list.ftm.json"),
      inFolder("more.ttl"),
    );
    expect(both.stdout).toBe("yes\n");
  });

  it("that are broken, missing or mixed with documents are typed errors with the file's name", async () => {
    writeFileSync(inFolder("bad.ttl"), "<https://e/a> <https://e/b> .\n");
    writeFileSync(inFolder("bad.ftm.json"), '{"id":"a","schema":"Person","properties":{}}\n{"id":1}\n');
    writeFileSync(inFolder("remote.jsonld"), '{"@context":"https://schema.org/","name":"x"}');
    writeFileSync(inFolder("deep.jsonld"), "[".repeat(200));
    writeFileSync(inFolder("bad.nt.gz"), "not compressed");
    const cases: readonly (readonly [readonly string[], string])[] = [
      [[inFolder("bad.ttl")], "io.syntax"],
      [[inFolder("bad.ftm.json")], "io.ftm-entity"],
      [[inFolder("remote.jsonld")], "io.remote-context"],
      [[inFolder("deep.jsonld")], "io.too-deep"],
      [[inFolder("bad.nt.gz")], "file.unreadable"],
      [[inFolder("none.ttl")], "file.not-found"],
      [[inFolder("bad.ttl"), documents], "file.mixed"],
    ];
    const page = await chancery("export", "-g", inFolder("more.ttl"), "-o", inFolder("page.html"));
    expect([page.status, page.stderr]).toEqual([1, expect.stringContaining("[export.no-documents]")]);
    for (const [paths, code] of cases) {
      const { status, stderr } = await chancery("stats", "-g", ...paths);
      expect([status, stderr], code).toEqual([1, expect.stringContaining(`[${code}]`)]);
    }
  });
});

describe("other programs read what is written", () => {
  const has = (program: string, version = "--version"): boolean => {
    const found = spawnSync(program, [version], { stdio: "ignore" }).error === undefined;
    if (!found) console.log(`${program} is not installed: what it makes of our files is not checked.`);
    return found;
  };
  it.runIf(has("rapper"))("rapper: Turtle, N-Triples, RDF/XML, TriG", async () => {
    await exported("x.nt");
    const count = read("x.nt").trimEnd().split("\n").length;
    for (const [ending, syntax] of [
      ["ttl", "turtle"],
      ["nt", "ntriples"],
      ["rdf", "rdfxml"],
    ] as const) {
      await exported(`x.${ending}`);
      const { stderr } = spawnSync("rapper", ["-c", "-i", syntax, inFolder(`x.${ending}`)], { encoding: "utf8" });
      expect(stderr).toContain(`returned ${count} triples`);
    }
    for (const name of ["x.trig", "x.nanopub.trig"]) {
      await exported(name);
      execFileSync("rapper", ["-q", "-c", "-i", "trig", inFolder(name)], { stdio: ["ignore", "ignore", "inherit"] });
    }
  });
  it.runIf(has("xmllint"))("xmllint: SVG of graph and timeline", async () => {
    for (const name of ["x.svg", "x.timeline.svg"]) {
      await exported(name);
      execFileSync("xmllint", ["--noout", inFolder(name)]);
    }
    expect(existsSync(inFolder("x.svg"))).toBe(true);
  });
});
