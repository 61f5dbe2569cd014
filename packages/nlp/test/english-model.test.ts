import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { beforeAll, describe, expect, it } from "vitest";
import { createAnalyzer, loadEnglish, NlpError } from "../src/index.ts";
import { decodeBase64Slowly, unpackParser, unpackTagger } from "../src/model/english-model.ts";
import { createNeuralParser } from "../src/neural/neural-parser.ts";
import { createTaggerScratch, tagWords } from "../src/tag/tagger.ts";
import { scoreAnalyzer } from "../train/evaluate.ts";
import { readTreebank } from "../train/treebank.ts";

const path = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const file = readFileSync(path("../model/english.bin"));
const manifest = JSON.parse(readFileSync(path("../model/manifest.json"), "utf8"));
let taggerBytes: Uint8Array;
let parserBytes: Uint8Array;
beforeAll(() => {
  const cut = 8 + file.readUInt32LE(0);
  taggerBytes = Uint8Array.from(gunzipSync(file.subarray(8, cut)));
  parserBytes = Uint8Array.from(gunzipSync(file.subarray(cut)));
});

const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

describe("the English model", () => {
  it("is the one the manifest describes, and small", () => {
    expect(sha256(file)).toBe(manifest.file.sha256);
    expect(sha256(taggerBytes)).toBe(manifest.weights.tagger);
    expect(sha256(parserBytes)).toBe(manifest.weights.parser);
    expect(file.length).toBeLessThan(5_000_000);
    expect(manifest.license).toBe("CC-BY-SA-4.0");
    expect(readFileSync(path("../model/LICENSE"), "utf8")).toContain("Attribution-ShareAlike 4.0 International");
  });

  it("is embedded as it is in the repository", async () => {
    const { data } = (await import("../src/model/english-parser-data.ts")) as { data: string };
    expect(sha256(Buffer.from(data, "base64"))).toBe(sha256(file.subarray(8 + file.readUInt32LE(0))));
  });

  it("decodes base64 where the engine brings nothing for it", () => {
    for (const length of [0, 1, 2, 3, 4, 255, 1000]) {
      const bytes = Uint8Array.from({ length }, (_, i) => (i * 37) & 255);
      expect(decodeBase64Slowly(Buffer.from(bytes).toString("base64"))).toEqual(bytes);
    }
  });

  it("reports damage as a typed error with a remedy, wherever the file is cut", () => {
    for (const bytes of [
      new Uint8Array(0),
      taggerBytes.subarray(0, 5),
      taggerBytes.subarray(0, 100_000),
      Uint8Array.from(taggerBytes, (byte) => byte ^ 1),
    ]) {
      expect(() => unpackTagger(bytes)).toThrowError(NlpError);
    }
    for (const length of [0, 7, 1000, parserBytes.length - 1]) {
      expect(() => unpackParser(parserBytes.subarray(0, length))).toThrowError(
        expect.objectContaining({ code: "nlp.model-damaged", message: expect.stringContaining("embed-model") }),
      );
    }
  });

  it("parses alike with and without WebAssembly", () => {
    const tagger = unpackTagger(taggerBytes);
    const network = unpackParser(parserBytes);
    const [fast, plain] = [createNeuralParser(network), createNeuralParser(network, { scalar: true })];
    const scratch = createTaggerScratch();
    const sentence =
      "Analysts in the region doubt that the convoy , which left on Sunday , will reach the besieged town before the truce ends .".split(
        " ",
      );
    const tags = new Uint8Array(sentence.length);
    tagWords(tagger, scratch, sentence, 0, sentence.length, tags);
    const a = fast.parse(scratch.words, tags, 0);
    const b = plain.parse(scratch.words, tags, 0);
    const rows = sentence.length + 1;
    expect([...b.heads.subarray(0, rows)]).toEqual([...a.heads.subarray(0, rows)]);
    expect([...b.labels.subarray(0, rows)]).toEqual([...a.labels.subarray(0, rows)]);
    expect([...b.tags.subarray(0, rows)]).toEqual([...a.tags.subarray(0, rows)]);
  });

  it("works with a tagger alone", () => {
    const analysis = createAnalyzer({ tagger: unpackTagger(taggerBytes) }).analyze("Ships sailed.");
    expect(analysis.layers).toEqual(["segment", "tag"]);
  });
});

const treebanks = `${process.env.CHANCERY_SHARED ?? path("../../../../shared")}/ud`;
const present = existsSync(treebanks);
if (!present) console.log("accuracy tests skipped: set CHANCERY_SHARED to the folder that holds ud/ (UD English-EWT and GUM)");

/** Floors, a little under what the model reaches: gold tokens, predicted tags, all words. */
const FLOORS = {
  "en_ewt-ud-test": { xpos: 94.9, las: 83.6, uas: 86.4, lemma: 97.5 },
  "en_gum-ccby-dev": { xpos: 96.3, las: 81.9, uas: 85.3, lemma: 98.5 },
} as const;

describe.skipIf(!present)("accuracy on treebanks it was not trained on", () => {
  it.each(Object.entries(FLOORS))("%s", async (name, floors) => {
    const scores = scoreAnalyzer(readTreebank(`${treebanks}/${name}.conllu.gz`), await loadEnglish());
    expect(scores.las).toBeGreaterThan(floors.las);
    expect(scores.uas).toBeGreaterThan(floors.uas);
    expect(scores.xpos).toBeGreaterThan(floors.xpos);
    expect(scores.lemma).toBeGreaterThan(floors.lemma);
  });
});
