import { beforeAll, describe, expect, it } from "vitest";
import { type Analyzer, findQuantities, findQuotations, findTimes, loadEnglish, segment, verbGroup } from "../src/index.ts";

/*
 * Traps of segmentation, dates and numbers that the tests of the single finders don't hold yet, each with the wording of a report and with another one.
 * The numbers are those of the linguistic requirements.
 */
let english: Analyzer;
beforeAll(async () => {
  english = await loadEnglish();
});

describe("L23: ordinals of a series are no dates and no counts", () => {
  it.each([
    ["the 3rd Nuclear Consultation Group (NCG)", 3],
    ["the 24th Integrated Defense Dialogue", 24],
    ["the 12th Strategic Security Forum (SSF)", 12],
    ["their 2nd Maritime Working Group", 2],
  ])("%s", (text, value) => {
    expect(findTimes(text, { published: "2024-04-12" })).toEqual([]);
    expect(findQuantities(text).map(({ kind, min, max }) => [kind, min, max])).toEqual([["ordinal", value, value]]);
  });
});

describe("L24: full stops of abbreviations end no sentence", () => {
  it.each([
    "The US and UN envoys met U.S. and U.N. officials in Washington, D.C., on Friday.",
    "The U. S. side and the U. K. side agreed with L. P. Stone of the E.U. mission.",
    "Officials of the U.A.E. Embassy and the L.A. Police Department met Mr. J. B. Ray.",
  ])("%s", (text) => {
    expect(segment(text).sentences.length).toBe(1);
  });
});

describe("L25: where the clause of saying stands", () => {
  it.each([
    ["“We will not sign,” the joint statement said Thursday.", ["We will not sign,"]],
    ["“They have,” he said, “already shipped it.”", ["They have,", "already shipped it."]],
    ["He said, “I have data,” adding, “It is bad.”", ["I have data,", "It is bad."]],
    ["The envoy noted: “Nothing has changed.” She left.", ["Nothing has changed."]],
  ])("%s", (text, inner) => {
    expect(findQuotations(text).map((quote) => text.slice(quote.inner.start, quote.inner.end))).toEqual(inner);
  });
});

describe("L48: an emphatic did is no negation and no main verb", () => {
  it.each(["They did notify us of the test.", "The ministry did warn the embassy of the drill."])("%s", (text) => {
    const analysis = english.analyze(text);
    const verb = analysis.tokens.lower.indexOf("did") + 1;
    expect(analysis.tokens.head[verb - 1]).toBe(verb);
    expect(verbGroup(analysis, verb)).toMatchObject({ tense: "past", passive: false, finiteness: "finite" });
  });
});

describe("L53: since an event is no date", () => {
  it.each(["since the inception of the Biden administration", "since Kim took office", "since the minister was sworn in"])("%s", (text) => {
    expect(findTimes(text, { published: "2024-11-14" })).toEqual([]);
  });
});

describe("L51: deictic words are kept, and dated only against a publication date", () => {
  it.each([
    ["said in an interview Monday", "Monday", "2024-11-11"],
    ["said in a briefing Wednesday", "Wednesday", "2024-11-13"],
    ["it fired one on Tuesday", "Tuesday", "2024-11-12"],
  ])("%s", (text, phrase, day) => {
    expect(findTimes(text).map(({ text: found, edtf }) => [found, edtf])).toEqual([[phrase, undefined]]);
    expect(findTimes(text, { published: "2024-11-14" }).map(({ edtf }) => edtf)).toEqual([day]);
  });
});

describe("L57, L59: lines of the page are fragments of their own", () => {
  it.each([
    ["Read More\nThe envoys met on Friday.\nLeave a Comment", [false, true, false]],
    ["US Warns of Transfer\nAllies Split Over Aid\n\nThe envoys met on Friday.", [false, false, true]],
    ["___\n© 2024 Bloomberg L. P\nDistributed by Tribune Content Agency, LLC.", undefined],
  ])("%s", (text, closed) => {
    const { sentences } = segment(text);
    expect(sentences.length).toBe(3);
    if (closed !== undefined) expect(sentences.map((one) => one.closed)).toEqual(closed);
  });
});

describe("L60: offsets are into the raw text, whatever its blanks", () => {
  it.each([
    ["\nhigh-\u00a0profile visits ", "visits"],
    ["  The experts ‘ access to the Peninsula, ” he said", "Peninsula"],
    ["𝐍orth 🚀 do n’t\u00a0\u00a0launch", "launch"],
  ])("%j", (text, word) => {
    const { tokens } = segment(text);
    const index = tokens.norm.indexOf(word);
    expect(text.slice(tokens.start[index], tokens.end[index])).toBe(word);
  });
});
