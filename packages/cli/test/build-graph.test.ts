import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, unlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { KnowledgeGraph } from "chancery";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type BuildGraphOptions, type BuildSummary, buildGraphFolder } from "../src/build-graph.ts";
import { openGraphFolder } from "../src/folder/graph-folder.ts";
import { verifyFolder } from "../src/folder/verify-folder.ts";
import { listDocuments } from "../src/inputs.ts";
import { openGraph } from "../src/open-graph.ts";

const built = existsSync(join(import.meta.dirname, "../../chancery/dist/index.js"));
const TEXTS = {
  "one.txt": "Russia vetoed the resolution on 3 May 2024.",
  "two.txt": "France and Germany signed an agreement on 4 May 2024 in Paris.",
  "three.txt": "The Pentagon said North Korea had supplied missiles to Russia.",
};
const quadsOf = (graph: KnowledgeGraph): string => [...graph.export("n-quads")].join("");

describe.runIf(built)("a graph folder that is built again", () => {
  let root = "";
  let inbox = "";
  let out = "";
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), "chancery-build-"));
    [inbox, out] = [join(root, "inbox"), join(root, "my.graph")];
    mkdirSync(inbox);
    for (const [name, text] of Object.entries(TEXTS)) writeFileSync(join(inbox, name), text);
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  const build = (options?: BuildGraphOptions): Promise<BuildSummary> => buildGraphFolder(out, listDocuments([inbox]), options);
  const counts = ({ extracted, unchanged, dropped, written }: BuildSummary): readonly unknown[] => [extracted, unchanged, dropped, written];
  const manifest = (): string => readFileSync(join(out, "manifest.json"), "utf8");
  /** The folder's graph is the one that its documents give when they are read from scratch, and nothing in it is wrong. */
  const expectSound = async (): Promise<void> => {
    const opened = await openGraph({ graph: [out], kb: [] });
    expect(quadsOf(opened)).toBe(quadsOf(await KnowledgeGraph.fromRecords(opened.records, { readOnly: true })));
    expect((await verifyFolder(openGraphFolder(out))).problems).toEqual([]);
  };

  it("extracts only what is new or changed, in text, metadata or knowledge base", async () => {
    expect(counts(await build())).toEqual([3, 0, 0, true]);
    const first = manifest();
    expect(counts(await build())).toEqual([0, 3, 0, false]);
    expect(manifest()).toBe(first);

    writeFileSync(join(inbox, "four.txt"), "China hosted a meeting with Iran on 5 May 2024.");
    expect(counts(await build())).toEqual([1, 3, 0, true]);
    await expectSound();

    writeFileSync(join(inbox, "one.txt"), "China vetoed the resolution on 3 May 2024.");
    expect(counts(await build())).toEqual([1, 3, 1, true]);
    expect(quadsOf((await build()).graph)).toContain("China vetoed");
    await expectSound();

    writeFileSync(join(inbox, "two.json"), '{"title": "A signing"}');
    expect(counts(await build())).toEqual([1, 3, 0, true]);
    await expectSound();

    const kb = { name: "mine.jsonl", text: '{"id":"org/pentagon-press","type":"Organization","name":"Pentagon Press Office"}\n' };
    expect((await build({ knowledge: [kb] })).extracted).toBe(4);
    await expectSound();
  });

  it("keeps documents whose file is gone until it is told to drop them", async () => {
    await build();
    unlinkSync(join(inbox, "two.txt"));
    const kept = await build();
    expect([kept.missing, kept.graph.records.length]).toEqual([["inbox/two.txt"], 3]);
    const pruned = await build({ prune: true });
    expect([counts(pruned), pruned.graph.records.length]).toEqual([[0, 2, 1, true], 2]);
    expect(quadsOf(pruned.graph)).not.toContain("Germany");
    expect(readdirSync(join(out, "documents"))).toHaveLength(2);
    await expectSound();
  });

  it("takes one of several files with the same text, the last by name, and reads none of them again", async () => {
    for (const name of ["four.txt", "zero.txt"]) writeFileSync(join(inbox, name), TEXTS["one.txt"]);
    writeFileSync(join(inbox, "zero.json"), '{"title": "A veto"}');
    const first = await build();
    expect([first.extracted, first.duplicates, first.graph.records.length]).toEqual([4, 2, 3]);
    expect(first.graph.records.map(({ extraction }) => extraction.document.title)).toContain("A veto");
    expect(counts(await build())).toEqual([0, 5, 0, false]);
    unlinkSync(join(inbox, "zero.txt"));
    const pruned = await build({ prune: true });
    expect([pruned.extracted, pruned.duplicates, pruned.graph.records.length]).toEqual([0, 1, 3]);
    expect(pruned.graph.records.map(({ extraction }) => extraction.document.title)).not.toContain("A veto");
    expect(readdirSync(join(out, "documents"))).toHaveLength(3);
    await expectSound();
  });

  it("goes on where a build was cut off, and shows the old graph until then", async () => {
    unlinkSync(join(inbox, "three.txt"));
    await build();
    const before = manifest();
    for (const [index, name] of ["a.txt", "b.txt", "c.txt"].entries())
      writeFileSync(join(inbox, name), `Iran vetoed the resolution on ${index + 1} June 2024.`);
    const abort = new AbortController();
    const cut = build({ signal: abort.signal, onProgress: (done) => (done === 2 ? abort.abort() : undefined) });
    await expect(cut).rejects.toThrow(expect.objectContaining({ name: "AbortError" }));
    expect(manifest()).toBe(before);
    expect(readdirSync(out)).not.toContain("lock");
    expect(counts(await build())).toEqual([1, 4, 0, true]);
    await expectSound();
  });

  it("skips what can't be read when told to, and keeps what was read from it before", async () => {
    await build();
    writeFileSync(join(inbox, "two.txt"), Buffer.from([0x4d, 0x5a, 0, 0, 1, 2, 3, 0, 255, 254, 0, 0]));
    await expect(build()).rejects.toMatchObject({ code: "document.binary" });
    const summary = await build({ keepGoing: true, prune: true });
    expect(summary.failed.map(({ file, error }) => [file, error.code])).toEqual([[join(inbox, "two.txt"), "document.binary"]]);
    expect(summary.graph.records).toHaveLength(3);
  });

  it("makes the quads again where they are damaged, and gives the same bytes after compaction as when built at once", async () => {
    await build();
    const [snapshot = ""] = readdirSync(out).filter((name) => name.startsWith("quads-"));
    const good = readFileSync(join(out, snapshot));
    writeFileSync(join(out, snapshot), good.subarray(0, good.length / 2));
    expect((await verifyFolder(openGraphFolder(out))).problems.map(({ kind }) => kind)).toEqual(["quads"]);
    expect((await openGraph({ graph: [out], kb: [] })).store.size).toBeGreaterThan(0);
    unlinkSync(join(inbox, "one.txt"));
    expect((await build({ prune: true })).written).toBe(true);
    await expectSound();
    const other = join(root, "other.graph");
    copyFileSync(join(inbox, "two.txt"), join(inbox, "two-again.txt"));
    expect((await buildGraphFolder(other, listDocuments([join(inbox, "*.txt")]))).graph.records).toHaveLength(2);
    expect(openGraphFolder(other).manifest.snapshot).toEqual(openGraphFolder(out).manifest.snapshot);
  });

  it("finds texts and quotes that were changed by hand", async () => {
    await build();
    const [segment = ""] = readdirSync(join(out, "documents"));
    const path = join(out, "documents", segment);
    writeFileSync(path, readFileSync(path, "utf8").replace('"text":"', '"text":"Not so: '));
    expect((await verifyFolder(openGraphFolder(out))).problems).toEqual([expect.objectContaining({ kind: "segment" })]);
    await expect(openGraph({ graph: [out], kb: [] }, { records: true })).rejects.toMatchObject({ code: "graph-folder.invalid" });
    expect((await build()).extracted).toBe(1);
    await expectSound();
  });

  it("keeps own namespaces", async () => {
    const namespaces = { ids: "https://example.org/id/" };
    await build({ namespaces });
    const opened = await openGraph({ graph: [out], kb: [] });
    expect(opened.namespaces.ids).toBe(namespaces.ids);
    expect(opened.ask("ASK { ?s chy:actor <https://example.org/id/state/rus> }")).toBe(true);
    // A build with others makes all quads anew.
    expect((await build()).graph.namespaces.ids).toBe("https://w3id.org/chancery/id/");
    await expectSound();
  });
});
