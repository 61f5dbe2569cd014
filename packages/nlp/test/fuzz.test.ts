import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { beforeAll, describe, expect, it } from "vitest";
import { type Analyzer, findQuantities, findQuotations, findTimes, loadEnglish, NlpError } from "../src/index.ts";

/*
 * Mutated texts through every layer and finder. `CHANCERY_FUZZ=50000` sets how many (default 1,000); with the shared corpus beside the project, passages
 * of it are mutated too.
 */
const ROUNDS = Number(process.env.CHANCERY_FUZZ ?? 1000);
const shared = process.env.CHANCERY_SHARED ?? fileURLToPath(new URL("../../../../shared", import.meta.url));

const OWN_TEXTS = [
  "On Nov. 13, the U. S. envoy said that 11, 000 troops (“the force”) didn’t cross; e.g. 3.5% left for $5m.\n\nHe added, “We won't sign it.”",
  "SEOUL, Aug. 3 (Reuters) - More than 1,000 containers of 152 mm shells were shipped last month, the ministry's spokesman said Thursday.",
  "“The talks are over,” she told reporters. “They've ‘failed’ twice in 44 years.” Neither side has responded since June 10, 2024.\nRead More",
  "1. The Council decides, in resolution 1718 (2006), that all States shall prevent the supply of F-16s, between 10 and 20 tanks, or €1.2bn.",
];

const PIECES = [
  ..."” “ \" ' ’ ‘ « » '' `` . ... ! ? ; : - — , ( ) [ ] $ € % / @ # & * _ = + ^ ~ | \\".split(" "),
  ..." \u00a0\u200b\u2028\u0085\u00ad\ufeff\u202e\u0301\0\t\r\n\f".split(""),
  ...["\n\n", "\r\n", "\ud800", "\udc00", "🇰🇵", "👩‍🚀", "𝐍", "é", "ß", "İ", "ﬁ", "한국", "中", "ا", "½", "٣", "０"],
  ...[
    "2024",
    "31",
    "the 1",
    " million ",
    "last ",
    "Feb. ",
    "of the ",
    " and ",
    "U. S. ",
    "n't",
    "'s",
    "http://",
    "a@b.c",
    "1, 000",
    "-year-old ",
  ],
];

function* corpusTexts(): Generator<string> {
  for (const name of ["white-house-969", "unsc-resolutions-878", "muc-news-1700"]) {
    const file = `${shared}/corpus/${name}.jsonl.gz`;
    if (!existsSync(file)) continue;
    const lines = gunzipSync(readFileSync(file)).toString("utf8").split("\n");
    for (let i = 0; i < lines.length; i += 40) if (lines[i] !== "") yield (JSON.parse(lines[i]!) as { readonly text: string }).text;
  }
}

/** Same seed, same texts: a linear congruential generator, its high bits. */
function createRandom(seed: number): (bound: number) => number {
  let state = seed;
  return (bound) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * bound);
  };
}

function mutate(source: string, next: (bound: number) => number): string {
  const from = next(Math.max(1, source.length - 200));
  let text = source.slice(from, from + 30 + next(next(20) === 0 ? 3000 : 200));
  for (let edits = 1 + next(10); edits > 0; edits -= 1) {
    const at = next(text.length + 1);
    const length = next(30);
    const piece = PIECES[next(PIECES.length)]!;
    const kind = next(12);
    if (kind < 3) text = text.slice(0, at) + text.slice(at + length);
    else if (kind < 5) text = text.slice(0, at) + text.slice(at, at + length).repeat(2) + text.slice(at + length);
    else if (kind < 10) text = text.slice(0, at) + piece + text.slice(at);
    else if (kind < 11) text = text.slice(0, at) + piece.repeat(1 + next(80)) + text.slice(at);
    else text = text.slice(0, at) + String.fromCharCode(next(0x10000), next(0x10000), next(0x10000)) + text.slice(at);
  }
  return text;
}

/** What is wrong with the analysis of `text`; empty when nothing is. */
function faults(english: Analyzer, text: string, parse: boolean): string[] {
  const wrong: string[] = [];
  const analysis = english.analyze(text, parse ? {} : { layers: "tag" });
  const { tokens, sentences, paragraphs } = analysis;
  let at = 0;
  for (let i = 0; i < tokens.count; i += 1) {
    const raw = text.slice(tokens.start[i], tokens.end[i]);
    if (tokens.start[i]! < at || raw === "" || raw !== raw.trim()) wrong.push(`token ${i} is ${JSON.stringify(raw)}`);
    // A token without marks of its own is its normal form; others differ by what normalising changes.
    if (/^[a-z]+$/i.test(raw) && raw !== tokens.norm[i]) wrong.push(`token ${i} is ${raw}, its normal form ${tokens.norm[i]}`);
    if (tokens.norm[i] === "" || tokens.lemma[i] === "") wrong.push(`token ${i} has no form or lemma`);
    at = tokens.end[i]!;
  }
  let token = 0;
  for (const sentence of sentences) {
    const paragraph = paragraphs[sentence.paragraph];
    if (sentence.first !== token || sentence.last <= token) wrong.push("sentences do not join");
    if (paragraph === undefined || sentence.start < paragraph.start || sentence.end > paragraph.end)
      wrong.push("a sentence leaves its paragraph");
    token = sentence.last;
    if (!parse) continue;
    let roots = 0;
    for (let i = sentence.first; i < sentence.last; i += 1) {
      const head = tokens.head[i]!;
      if (head === -1) roots += 1;
      else if (head < sentence.first || head >= sentence.last || head === i) wrong.push(`token ${i} hangs on ${head}`);
    }
    if (roots !== 1) wrong.push(`${roots} roots`);
  }
  if (token !== tokens.count) wrong.push("sentences do not cover the tokens");
  for (const found of [...findTimes(analysis, { published: "2024-02-29" }), ...findQuantities(analysis)]) {
    if (text.slice(found.start, found.end) !== found.text || found.text === "") wrong.push(`span ${found.start}-${found.end}`);
  }
  for (const { start, end, inner } of findQuotations(analysis)) {
    if (!(start >= 0 && start <= inner.start && inner.start <= inner.end && inner.end <= end && end <= text.length))
      wrong.push(`quotation ${start}`);
  }
  return wrong;
}

let english: Analyzer;
beforeAll(async () => {
  english = await loadEnglish();
});

describe("mutated texts", () => {
  it(
    `${ROUNDS} of them: no untyped error, offsets slice, nothing slow`,
    () => {
      const sources = [...OWN_TEXTS, ...corpusTexts()];
      const next = createRandom(20240610);
      const failures: string[] = [];
      let slowest = { seconds: 0, text: "" };
      let characters = 0;
      for (let round = 0; round < ROUNDS; round += 1) {
        const text = mutate(sources[next(sources.length)]!, next);
        characters += text.length;
        const { user, system } = process.cpuUsage();
        try {
          // Every fifth is parsed, so that fifty thousand take minutes.
          for (const fault of faults(english, text, round % 5 === 0)) failures.push(`${fault} in ${JSON.stringify(text)}`);
        } catch (error) {
          if (!(error instanceof NlpError)) failures.push(`${String(error)} in ${JSON.stringify(text)}`);
        }
        const spent = process.cpuUsage();
        const seconds = (spent.user + spent.system - user - system) / 1e6;
        if (seconds > slowest.seconds) slowest = { seconds, text };
        if (failures.length > 20) break;
      }
      console.log(
        `${ROUNDS} mutated texts, ${characters} characters; the slowest took ${(slowest.seconds * 1000).toFixed(0)} ms of processor time`,
      );
      expect(failures).toEqual([]);
      expect(slowest.seconds, slowest.text).toBeLessThan(1);
    },
    Math.max(60_000, ROUNDS * 30),
  );
});
