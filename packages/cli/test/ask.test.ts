import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chancery } from "./run-in-process.ts";

const documents = join(import.meta.dirname, "../../../data/documents");
const json = async (args: readonly string[]) => JSON.parse((await chancery([...args, "--json"])).stdout);

describe("measure", { timeout: 60_000 }, () => {
  it("ranks, groups, and finds bridges and holes, as a table and as JSON", async () => {
    const source = ["-g", documents, "-q"];
    const overview = await chancery(["measure", ...source, "-n", "5"]);
    expect(overview.stdout).toMatch(/^entity +degree +pagerank +betweenness +community\n(?:.+\n){5}5 rows\n$/);
    const degrees: { id: string; label: string; score: number }[] = await json(["measure", "degree", ...source, "-n", "3"]);
    expect(degrees).toHaveLength(3);
    expect(degrees.map(({ id }) => id)).toEqual(expect.arrayContaining(["state/prk", "state/rus"]));
    expect(degrees.map(({ score }) => score)).toEqual([...degrees.map(({ score }) => score)].sort((a, b) => b - a));
    const { communities, modularity } = await json(["measure", "communities", ...source]);
    expect(modularity).toBeGreaterThan(0.2);
    const members = communities.flatMap((group: { members: { id: string }[] }) => group.members.map(({ id }) => id));
    expect(new Set(members).size).toBe(members.length);
    for (const [name, key] of [
      ["bridges", "source"],
      ["cut-points", "id"],
      ["holes", "constraint"],
    ] as const) {
      const found = await json(["measure", name, ...source]);
      expect(found.length).toBeGreaterThan(0);
      for (const item of found) expect(item).toHaveProperty(key);
    }
  });

  it("counts only the edges that the filters leave", async () => {
    const source = ["-g", documents, "-q"];
    const sum = (ranking: { score: number }[]): number => ranking.reduce((total, { score }) => total + score, 0);
    const [all, walked, arms] = [
      await json(["measure", "degree", "--all-statuses", "-n", "9999", ...source]),
      await json(["measure", "degree", "-n", "9999", ...source]),
      await json(["measure", "degree", "--predicate", "suppliesArmsTo", "-n", "9999", ...source]),
    ];
    expect(sum(all)).toBeGreaterThan(sum(walked));
    expect(sum(walked)).toBeGreaterThan(sum(arms));
    expect(sum(arms)).toBeGreaterThan(0);
    const ranked = await json(["measure", "pagerank", "--predicate", "suppliesArmsTo", "-n", "9999", ...source]);
    expect(ranked.map(({ id }: { id: string }) => id).sort()).toEqual(arms.map(({ id }: { id: string }) => id).sort());
    expect(await chancery(["measure", "degree", "--predicate", "none", ...source])).toMatchObject({
      status: 1,
      stdout: expect.stringContaining("0 rows"),
    });
  });
});

describe("explain", { timeout: 60_000 }, () => {
  let folder = "";
  let file = "";
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "chancery-explain-"));
    file = join(folder, "one.txt");
    writeFileSync(file, "The Pentagon said North Korea had supplied missiles to Russia.\nMoscow denied it.\nA clear day followed.\n");
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("prints words, mentions, events with the words of their roles, status and claims, each with its rule", async () => {
    const { stdout, status } = await chancery(["explain", file]);
    expect(status).toBe(0);
    for (const line of [
      /^Sentence 1 of 3 /m,
      /^ {2}words +The\/DT Pentagon\/NNPS? said\/VBD/m,
      /mention +“Pentagon” is United States Department of Defense \(org\/us-dod, GovernmentBody\), metonym .* by gazetteer\./,
      /event +arms transfer “supplied” {2}by \S+, 0\.\d/,
      /^ +supplier +North Korea {2}“North Korea”$/m,
      /^ +recipient +Russia {2}“Russia”$/m,
      /^ +status +disputed: One side denies .* by status\.disputed\.denial$/m,
      /^ +told by United States$/m,
      /claim +Russia denies, .* by claim\.deny\./,
      /^ +about +arms transfer “supplied” in sentence 1$/m,
      /^1 sentence without an event or a claim not shown/m,
    ])
      expect(stdout).toMatch(line);
  });

  it("chooses sentences by number, range and text, and shows trees", async () => {
    const numbers = async (...args: string[]): Promise<number[]> =>
      (await json(["explain", file, ...args])).map(({ number }: { number: number }) => number);
    expect(await numbers()).toEqual([1, 2]);
    expect(await numbers("--all")).toEqual([1, 2, 3]);
    expect(await numbers("--sentence", "2-3")).toEqual([2, 3]);
    expect(await numbers("-s", "1,3")).toEqual([1, 3]);
    expect(await numbers("--match", "CLEAR   day")).toEqual([3]);
    expect(await numbers("--match", "denied", "--match", "supplied")).toEqual([1, 2]);
    expect((await chancery(["explain", file, "-s", "2", "--tokens"])).stdout).toMatch(/^ +2 {2}denied +deny +VBD +root +–$/m);
  });

  it("resolves dates against the date of publication", async () => {
    writeFileSync(file, "Russia vetoed the resolution on Monday.");
    const [sentence] = await json(["explain", file, "--published", "2024-06-12"]);
    expect(sentence.times).toMatchObject([{ edtf: "2024-06-10", anchor: "publication" }]);
  });
});
