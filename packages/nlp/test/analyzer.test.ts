import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import {
  type Analysis,
  type Analyzer,
  DEPENDENCY_LABELS,
  labelIndex,
  loadEnglish,
  loadEnglishTagger,
  printTrees,
  toConllu,
  tree,
  unitedArguments,
  XPOS_TAGS,
} from "../src/index.ts";

let english: Analyzer;
beforeAll(async () => {
  english = await loadEnglish();
});

/** What holds of every analysis: offsets in order and inside the text, one root a sentence, every word under it. */
function checkAnalysis(analysis: Analysis): void {
  const { tokens, sentences, text } = analysis;
  let at = 0;
  for (let i = 0; i < tokens.count; i += 1) {
    expect(tokens.start[i]!).toBeGreaterThanOrEqual(at);
    expect(tokens.end[i]!).toBeGreaterThan(tokens.start[i]!);
    at = tokens.end[i]!;
    expect(XPOS_TAGS[tokens.tag[i]!]).toBeDefined();
    expect(DEPENDENCY_LABELS[tokens.label[i]!]).toBeDefined();
    expect(tokens.lemma[i]).not.toBe("");
  }
  expect(at).toBeLessThanOrEqual(text.length);
  for (const { first, last } of sentences) {
    let roots = 0;
    for (let i = first; i < last; i += 1) {
      if (tokens.head[i] === -1) roots += 1;
      let up = i;
      for (let hops = 0; up >= 0 && hops <= last - first; hops += 1) {
        expect(up).toBeGreaterThanOrEqual(first);
        expect(up).toBeLessThan(last);
        up = tokens.head[up]!;
      }
      expect(up).toBe(-1);
    }
    expect(roots).toBe(last > first ? 1 : 0);
  }
}

describe("analyser", () => {
  it("tags, lemmatises and parses a sentence", () => {
    const { tokens } = english.analyze("The weapons were used by rebels in the capital.");
    const row = (i: number) => [XPOS_TAGS[tokens.tag[i]!], tokens.lemma[i], tokens.head[i], DEPENDENCY_LABELS[tokens.label[i]!]];
    expect(row(1)).toEqual(["NNS", "weapon", 3, "nsubj:pass"]);
    expect(row(2)).toEqual(["VBD", "be", 3, "aux:pass"]);
    expect(row(3)).toEqual(["VBN", "use", -1, "root"]);
    expect(row(5)).toEqual(["NNS", "rebel", 3, "obl"]);
    expect([XPOS_TAGS[tokens.tag[8]!], tokens.lemma[8]]).toEqual(["NN", "capital"]);
  });

  it("makes a fixed name one unit with forced tags", () => {
    const text = "Officials of the Ministry of Love and Peace met delegates from East Freedonia in Oslo.";
    const names = ["Ministry of Love and Peace", "East Freedonia"].map((name) => ({
      start: text.indexOf(name),
      end: text.indexOf(name) + name.length,
    }));
    const analysis = english.analyze(text, { fixedNames: names });
    checkAnalysis(analysis);
    const { tokens } = analysis;
    const tags = Array.from(tokens.tag, (tag) => XPOS_TAGS[tag]);
    expect(tags.slice(3, 8)).toEqual(["NNP", "IN", "NNP", "CC", "NNP"]);
    // Everything inside hangs on `Ministry`, the head before the preposition; `East` on `Freedonia`.
    expect([...tokens.head.subarray(4, 8)]).toEqual([3, 3, 3, 3]);
    expect([...tokens.label.subarray(4, 8)]).toEqual(new Array(4).fill(labelIndex("flat")));
    const east = tokens.norm.indexOf("East");
    expect(tokens.head[east]).toBe(east + 1);
    expect(tokens.label[east]).toBe(labelIndex("compound"));
    // Nothing outside hangs on the inside of a name.
    for (let i = 0; i < tokens.count; i += 1) {
      if (i < 4 || i > 7) expect(tokens.head[i]! < 4 || tokens.head[i]! > 7).toBe(true);
      if (i !== east) expect(tokens.head[i]).not.toBe(east);
    }
  });

  it("ignores names that are not on token boundaries, cross sentences or overlap", () => {
    const text = "Old Town fell. New Town stood.";
    const plain = english.analyze(text);
    const odd = english.analyze(text, {
      fixedNames: [
        { start: 1, end: 8 },
        { start: 4, end: 18 },
        { start: 100, end: 110 },
        { start: 5, end: 5 },
      ],
    });
    expect(odd).toEqual(plain);
    const overlapping = english.analyze(text, {
      fixedNames: [
        { start: 0, end: 8, tag: "NN" },
        { start: 4, end: 13 },
      ],
    });
    expect(XPOS_TAGS[overlapping.tokens.tag[1]!]).toBe("NN");
  });

  it("stops at the layer asked for, and without a parser at the tags", async () => {
    expect(english.analyze("It rained.", { layers: "segment" }).layers).toEqual(["segment"]);
    const tagged = english.analyze("It rained.", { layers: "tag" });
    expect(tagged.layers).toEqual(["segment", "tag"]);
    expect([...tagged.tokens.head]).toEqual([-1, -1, -1]);
    expect((await loadEnglishTagger()).analyze("It rained.")).toEqual(tagged);
  });

  it("gives the same analysis whatever was analysed before", () => {
    const text = "Peru sent aid to Chad after the storm, officials said on Tuesday.";
    const before = english.analyze(text);
    english.analyze("Unrelated words. ".repeat(50));
    expect(english.analyze(text)).toEqual(before);
  });

  it("parses a sentence the same alone and in a document", () => {
    const sentence = "Peru sent aid to Chad after the storm.";
    const alone = english.analyze(sentence);
    const together = english.analyze(`It rained for days.\n\n${sentence}`);
    const { first, last } = together.sentences.at(-1)!;
    expect([...together.tokens.tag.subarray(first, last)]).toEqual([...alone.tokens.tag]);
    expect(Array.from(together.tokens.head.subarray(first, last), (head) => (head < 0 ? head : head - first))).toEqual([
      ...alone.tokens.head,
    ]);
  });

  it("takes any string", () => {
    for (const text of ["", " ", "\n\n", "\u0000", "🚀🚀 launched!", "\ud800", "a".repeat(5000), ",".repeat(500), "(".repeat(300)])
      checkAnalysis(english.analyze(text));
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
        checkAnalysis(english.analyze(text));
      }),
      { numRuns: 60 },
    );
    const words = fc.constantFrom(
      "the",
      "U.S.",
      "Army",
      "shipped",
      "“",
      "”",
      "(",
      ")",
      ",",
      ".",
      "and",
      "11,000",
      "n't",
      "who",
      "-",
      "\n",
      "’s",
      "of",
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 60 }), (list) => {
        checkAnalysis(english.analyze(list.join(" ")));
      }),
      { numRuns: 60 },
    );
  });

  it("takes a megabyte", () => {
    const text = "The council renewed the mandate of the mission, and envoys from four states praised the vote. ".repeat(10_800);
    expect(text.length).toBeGreaterThan(1_000_000);
    const analysis = english.analyze(text);
    expect(analysis.sentences.length).toBe(10_800);
    const { first, last } = analysis.sentences[10_000]!;
    expect(Array.from(analysis.tokens.head.subarray(first, last), (head) => (head < 0 ? -1 : head - first))).toEqual([
      ...analysis.tokens.head.subarray(0, analysis.sentences[0]!.last),
    ]);
  });
});

describe("participants of any token of any text", () => {
  it("are tokens of its sentence, and so is the clause", () => {
    const words = fc.constantFrom(
      ..."Who which that Iran and or , and was given by to of the not only no sold selling sell 's there Monday 12 ( ) “ ” : . if".split(
        " ",
      ),
    );
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 30 }), (list) => {
        const analysis = english.analyze(list.join(" "));
        for (let token = 0; token < analysis.tokens.count; token += 1) {
          const { first, last } = tree.sentenceRange(analysis, token);
          const frame = unitedArguments(analysis, token);
          for (const { head } of [...frame.subjects, ...frame.objects, ...frame.indirectObjects, ...frame.obliques, ...frame.clauses]) {
            expect(head).toBeGreaterThanOrEqual(first);
            expect(head).toBeLessThan(last);
          }
          expect(frame.clause.first).toBeGreaterThanOrEqual(first);
          expect(frame.clause.last).toBeLessThanOrEqual(last);
          expect(frame.clause.first).toBeLessThan(frame.clause.last);
          expect(frame.agreement >= 0 && frame.agreement <= 1).toBe(true);
          const phrase = tree.nounPhrase(analysis, token);
          expect(phrase.first <= token && token < phrase.last && phrase.first >= first && phrase.last <= last).toBe(true);
        }
      }),
      { numRuns: 80 },
    );
  });
});

describe("output", () => {
  it("writes CoNLL-U that says what the columns say", () => {
    const analysis = english.analyze("Peru's army left. It won't return.");
    const lines = toConllu(analysis).split("\n");
    const words = lines.filter((line) => /^\d/.test(line)).map((line) => line.split("\t"));
    expect(words).toHaveLength(analysis.tokens.count);
    expect(words.every((cells) => cells.length === 10)).toBe(true);
    expect(words[1]!.slice(0, 5)).toEqual(["2", "'s", "'s", "PART", "POS"]);
    expect(words[0]![9]).toBe("SpaceAfter=No|TokenRange=0:4");
    expect(lines).toContain("# text = It won't return.");
    const roots = words.filter((cells) => cells[6] === "0");
    expect(roots.map((cells) => cells[7])).toEqual(["root", "root"]);
  });

  it("prints trees with every word under its head", () => {
    const printed = printTrees(english.analyze("Peru left."));
    expect(printed.split("\n").slice(0, 3)).toEqual(["  Peru  NNP nsubj", "left  VBD root", "  .  . punct"]);
  });
});
