import { describe, expect, it } from "vitest";
import { loadEnglish } from "../src/index.ts";
import { lemmaOf } from "../src/tag/lemma.ts";

/** Lemma where only the listed words are known. */
const lemma = (form: string, tag: string, ...known: string[]): string =>
  lemmaOf(form, form.toLowerCase(), tag, (word) => known.includes(word));

describe("lemmas", () => {
  it.each([
    ["ships", "VBZ", "ship"],
    ["denies", "VBZ", "deny"],
    ["launches", "VBZ", "launch"],
    ["goes", "VBZ", "go"],
    ["vetoes", "VBZ", "veto"],
    ["withdrew", "VBD", "withdraw"],
    ["shot", "VBN", "shoot"],
    ["was", "VBD", "be"],
    ["'ve", "VBP", "have"],
    ["n't", "RB", "not"],
    ["ca", "MD", "can"],
    ["wo", "MD", "will"],
    ["countries", "NNS", "country"],
    ["crises", "NNS", "crisis"],
    ["headquarters", "NNS", "headquarters"],
    ["servicemen", "NNS", "serviceman"],
    ["Nations", "NNPS", "Nation"],
    ["S", "NNPS", "S"],
    ["Geneva", "NNP", "Geneva"],
    ["worse", "JJR", "bad"],
    ["heavier", "JJR", "heavy"],
    ["them", "PRP", "they"],
  ])("%s/%s → %s", (form, tag, expected) => {
    expect(lemma(form, tag)).toBe(expected);
  });

  it("lets the word list decide where spelling does not", () => {
    expect(lemma("voting", "VBG", "vote")).toBe("vote");
    expect(lemma("hoping", "VBG", "hop", "hope")).toBe("hope");
    expect(lemma("stopped", "VBD", "stop")).toBe("stop");
    expect(lemma("bombed", "VBD", "bomb")).toBe("bomb");
    expect(lemma("strongest", "JJS", "strong")).toBe("strong");
    expect(lemma("larger", "JJR")).toBe("large");
  });

  it.each([
    // A double consonant that belongs to the verb, and one that the ending brings.
    ["added", "VBD", "add", ["ad", "add"]],
    ["adding", "VBG", "add", ["ad", "add"]],
    ["boycotted", "VBD", "boycott", ["boycott"]],
    ["ebbing", "VBG", "ebb", ["eb", "ebb"]],
    ["embedded", "VBN", "embed", ["embed"]],
    ["rebuffed", "VBD", "rebuff", ["rebuff"]],
    ["recalling", "VBG", "recall", ["recall"]],
    ["pressed", "VBD", "press", ["press"]],
    ["committing", "VBG", "commit", ["commit"]],
    ["kidnapped", "VBN", "kidnap", ["kidnap"]],
    // Neither or both of the candidates are in the list.
    ["predetermined", "VBN", "predetermine", []],
    ["rearmed", "VBN", "rearm", ["arm"]],
    ["rerouted", "VBN", "reroute", ["route"]],
    ["deluded", "VBN", "delude", []],
    ["breathing", "VBG", "breathe", ["breath", "breathe"]],
    // Forms that only look regular.
    ["shed", "VBD", "shed", []],
    ["succeed", "VBD", "succeed", ["succeed"]],
    ["refereed", "VBD", "referee", ["referee"]],
  ])("%s/%s → %s", (form, tag, expected, known) => {
    expect(lemma(form, tag, ...known)).toBe(expected);
  });

  it("uses the model's word list in the analyser", async () => {
    const { tokens } = (await loadEnglish()).analyze(
      "The ministers were accusing Ruritania of violating the ceasefire and escalated strikes.",
    );
    expect([...tokens.lemma]).toEqual([
      "the",
      "minister",
      "be",
      "accuse",
      "Ruritania",
      "of",
      "violate",
      "the",
      "ceasefire",
      "and",
      "escalate",
      "strike",
      ".",
    ]);
  });
});
