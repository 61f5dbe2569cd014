import { describe, expect, it } from "vitest";
import { grammaticalNumber, universalTag, verbGroup } from "../src/index.ts";
import { buildAnalysis, tokenOf } from "./build-analysis.ts";

/** The group of `verb` in a sentence `auxiliary/TAG/relation … verb/TAG`. */
function groupOf(words: string) {
  const list = words.split(" ").map((word) => word.split("/"));
  const verb = list.length;
  const rows = list.map(([form, tag, relation]) => `${form} ${tag} ${relation === undefined ? 0 : verb} ${relation ?? "root"}`);
  return verbGroup(buildAnalysis(rows.join("\n")), verb - 1);
}

describe("verb groups", () => {
  it.each([
    ["ships/VBZ", { tense: "present", finiteness: "finite", passive: false }],
    ["has/VBZ/aux been/VBN/aux:pass shipped/VBN", { tense: "present", perfect: true, passive: true }],
    ["had/VBD/aux been/VBN/aux shipping/VBG", { tense: "past", perfect: true, progressive: true, passive: false }],
    ["will/MD/aux ship/VB", { tense: "future", modals: ["will"], finiteness: "finite" }],
    ["might/MD/aux have/VB/aux shipped/VBN", { tense: "present", modals: ["might"], perfect: true }],
    ["to/TO/mark ship/VB", { tense: "none", finiteness: "infinitive" }],
    ["to/TO/mark be/VB/aux:pass shipped/VBN", { finiteness: "infinitive", passive: true }],
    ["shipping/VBG", { tense: "none", finiteness: "gerund", passive: false }],
    ["shipped/VBN", { tense: "none", finiteness: "participle", passive: true }],
    ["is/VBZ/cop dangerous/JJ", { tense: "present", finiteness: "finite", passive: false }],
    // A plural present that the tagger took for an infinitive.
    ["we/PRP/nsubj condemn/VB", { tense: "present", finiteness: "finite" }],
  ])("%s", (words, expected) => {
    expect(groupOf(words)).toMatchObject(expected);
  });
});

describe("number and universal tags", () => {
  const analysis = buildAnalysis(`
    They PRP 4 nsubj
    did VBD 4 aux
    not RB 4 advmod
    say VB 0 root
    that IN 8 mark
    two CD 7 nummod
    frigates NNS 8 nsubj
    left VBD 4 ccomp
    for IN 10 case
    Cyprus NNP 8 obl`);

  it("tells singular from plural", () => {
    const number = (form: string) => grammaticalNumber(analysis, tokenOf(analysis, form));
    expect([number("They"), number("frigates"), number("Cyprus"), number("say")]).toEqual(["plural", "plural", "singular", undefined]);
  });

  it("derives universal tags from tag and relation", () => {
    const tags = Array.from(analysis.tokens.norm, (_, i) => universalTag(analysis, i));
    expect(tags).toEqual(["PRON", "AUX", "PART", "VERB", "SCONJ", "NUM", "NOUN", "VERB", "ADP", "PROPN"]);
  });
});
