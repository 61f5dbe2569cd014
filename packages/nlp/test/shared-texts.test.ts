import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { findQuantities, findQuotations, findTimes, loadEnglish, segment } from "../src/index.ts";

/*
 * Measurements on texts that are not part of the project: the treebanks (token and sentence boundaries) and the unannotated corpus (robustness).
 */
const shared = process.env.CHANCERY_SHARED ?? fileURLToPath(new URL("../../../../shared", import.meta.url));
const treebanks = `${shared}/ud`;
const corpus = `${shared}/corpus`;
const hasTreebanks = existsSync(treebanks);
const hasCorpus = existsSync(corpus);
if (!hasTreebanks) console.log(`Treebank measurements skipped: put the UD English files at ${treebanks} or set CHANCERY_SHARED.`);
if (!hasCorpus) console.log(`Corpus runs skipped: put the unannotated texts at ${corpus} or set CHANCERY_SHARED.`);

interface Gold {
  readonly text: string;
  readonly tokens: ReadonlySet<string>;
  readonly sentences: ReadonlySet<string>;
}

/** The raw text of a treebank (paragraphs by blank lines) and the spans of its tokens and sentences. */
function readTreebank(file: string): Gold {
  const tokens = new Set<string>();
  const sentences = new Set<string>();
  let text = "";
  for (const block of gunzipSync(readFileSync(`${treebanks}/${file}`))
    .toString("utf8")
    .split("\n\n")) {
    const lines = block.split("\n").filter((line) => line !== "");
    if (lines.length === 0) continue;
    const paragraph = lines.some((line) => line.startsWith("# newpar") || line.startsWith("# newdoc"));
    text = text.trimEnd();
    if (text !== "") text += paragraph ? "\n\n" : " ";
    const start = text.length;
    let joinedUntil = 0;
    let joinedTight = false;
    for (const line of lines) {
      const columns = line.split("\t");
      const id = columns[0] ?? "";
      const range = /^(\d+)-(\d+)$/.exec(id);
      if (range !== null) {
        joinedUntil = Number(range[2]);
        joinedTight = /SpaceAfter=No/.test(columns[9] ?? "");
      }
      if (!/^\d+$/.test(id)) continue;
      const begin = text.length;
      text += columns[1];
      tokens.add(`${begin}-${text.length}`);
      const inside = Number(id) < joinedUntil;
      const tight = inside || (Number(id) === joinedUntil ? joinedTight : /SpaceAfter=No/.test(columns[9] ?? ""));
      if (!tight) text += " ";
    }
    sentences.add(`${start}-${text.trimEnd().length}`);
  }
  return { text, tokens, sentences };
}

function f1(found: readonly string[], gold: ReadonlySet<string>): number {
  const right = found.filter((span) => gold.has(span)).length;
  return (2 * right) / (found.length + gold.size);
}

describe.skipIf(!hasTreebanks)("token and sentence boundaries of the treebanks", () => {
  // Floors half a point under what was measured. EWT is web text: its missing sentence F1 is mostly line breaks that the treebank's text has lost.
  it.each([
    ["en_ewt-ud-test.conllu.gz", 0.984, 0.84],
    ["en_ewt-ud-dev.conllu.gz", 0.984, 0.84],
    ["en_gum-ccby-dev.conllu.gz", 0.994, 0.945],
  ])("%s", (file, tokenFloor, sentenceFloor) => {
    const gold = readTreebank(file);
    const { tokens, sentences } = segment(gold.text);
    const tokenF1 = f1(
      Array.from(tokens.start, (start, index) => `${start}-${tokens.end[index]}`),
      gold.tokens,
    );
    const sentenceF1 = f1(
      sentences.map((sentence) => `${sentence.start}-${sentence.end}`),
      gold.sentences,
    );
    console.log(`${file}: token F1 ${(tokenF1 * 100).toFixed(2)}, sentence F1 ${(sentenceF1 * 100).toFixed(2)}`);
    expect(tokenF1).toBeGreaterThanOrEqual(tokenFloor);
    expect(sentenceF1).toBeGreaterThanOrEqual(sentenceFloor);
  });
});

function* texts(): Generator<{ readonly id: string; readonly text: string; readonly date: string }> {
  for (const file of readdirSync(corpus).filter((name) => name.endsWith(".jsonl.gz"))) {
    for (const line of gunzipSync(readFileSync(`${corpus}/${file}`))
      .toString("utf8")
      .split("\n"))
      if (line !== "") yield JSON.parse(line);
  }
  for (const file of readdirSync(`${corpus}/dev`).filter((name) => name.endsWith(".txt")))
    yield { id: file, text: readFileSync(`${corpus}/dev/${file}`, "utf8"), date: "" };
}

describe.skipIf(!hasCorpus)("unannotated texts", () => {
  // One text in five keeps the run short; `CHANCERY_ALL_TEXTS=1` takes them all.
  const step = process.env.CHANCERY_ALL_TEXTS === "1" ? 1 : 5;

  it("every text goes through every finder, and every span slices right", () => {
    let documents = 0;
    for (const { id, text, date } of texts()) {
      if (documents++ % step > 0) continue;
      const analysis = segment(text);
      const { tokens } = analysis;
      let position = 0;
      let holes = 0;
      for (let index = 0; index < tokens.count; index++) {
        if (
          tokens.start[index]! < position ||
          /\S/.test(text.slice(position, tokens.start[index]).replace(/[\0-\x1f\x7f\u200b\u2060\ufeff]/g, ""))
        )
          holes++;
        position = tokens.end[index]!;
      }
      expect(holes, id).toBe(0);
      const times = findTimes(analysis, date === "" ? {} : { published: date.slice(0, 10) });
      const wrong = [...times, ...findQuantities(analysis)].filter((one) => text.slice(one.start, one.end) !== one.text);
      expect(wrong, id).toEqual([]);
      const damaged = times.filter((time) =>
        /NaN|undefined|Infinity/.test(`${time.edtf ?? ""}${time.earliest ?? ""}${time.latest ?? ""}${time.duration ?? ""}`),
      );
      expect(damaged, id).toEqual([]);
      const outside = findQuotations(analysis).filter(
        (quote) => !analysis.paragraphs.some((paragraph) => paragraph.start <= quote.start && quote.end <= paragraph.end),
      );
      expect(outside, id).toEqual([]);
    }
    expect(documents).toBeGreaterThan(100);
  }, 240_000);

  it("texts go through the whole analyser: trees stay in their sentences, forms in the text", async () => {
    const english = await loadEnglish();
    let documents = 0;
    for (const { id, text } of texts()) {
      if (documents++ % (step * 20) > 0 && step > 1) continue;
      const { tokens, sentences } = english.analyze(text);
      const astray: number[] = [];
      for (let index = 0; index < tokens.count; index++) {
        const { first, last } = sentences[tokens.sentence[index]!]!;
        const head = tokens.head[index]!;
        if (head !== -1 && (head < first || head >= last)) astray.push(index);
        if (tokens.lemma[index] === "" || text.slice(tokens.start[index], tokens.end[index]).trim() === "") astray.push(index);
      }
      expect(astray, id).toEqual([]);
    }
    expect(documents).toBeGreaterThan(100);
  }, 600_000);
});
