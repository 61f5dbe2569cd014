import { describe, expect, it } from "vitest";
import { chunkArguments, unitedArguments } from "../src/index.ts";
import { buildAnalysis, formsOf, tokenOf } from "./build-analysis.ts";

/** Rows from `form/TAG` words; heads are left out, so that nothing can come from a tree. */
const tagged = (words: string): string =>
  words
    .split(" ")
    .map((word) => `${word.slice(0, word.lastIndexOf("/"))} ${word.slice(word.lastIndexOf("/") + 1)} 0 dep`)
    .join("\n");

function checkChunks(words: string, predicate: string, expected: { s?: string[]; o?: string[]; i?: string[]; p?: string[] }) {
  const analysis = buildAnalysis(tagged(words));
  const frame = chunkArguments(analysis, tokenOf(analysis, predicate));
  expect(formsOf(analysis, frame.subjects)).toEqual(expected.s ?? []);
  expect(formsOf(analysis, frame.objects)).toEqual(expected.o ?? []);
  expect(formsOf(analysis, frame.indirectObjects)).toEqual(expected.i ?? []);
  expect(formsOf(analysis, frame.obliques)).toEqual(expected.p ?? []);
  return frame;
}

describe("participants by chunks", () => {
  it("finds subject, object and phrases of a plain clause", () => {
    const frame = checkChunks("The/DT army/NN has/VBZ never/RB shipped/VBN heavy/JJ shells/NNS to/IN Chad/NNP ./.", "shipped", {
      s: ["army"],
      o: ["shells"],
      p: ["to Chad"],
    });
    expect(frame).toMatchObject({ negated: true, perfect: true, passive: false, tense: "present" });
  });

  it("undoes the passive", () => {
    checkChunks("The/DT bridge/NN was/VBD destroyed/VBN by/IN rebels/NNS near/IN Goma/NNP ./.", "destroyed", {
      s: ["rebels"],
      o: ["bridge"],
      p: ["by rebels", "near Goma"],
    });
  });

  it("steps over prepositional phrases and relative clauses to the subject", () => {
    checkChunks("The/DT deal/NN between/IN Peru/NNP and/CC Chile/NNP could/MD bolster/VB trade/NN ./.", "bolster", {
      s: ["deal"],
      o: ["trade"],
    });
    checkChunks("The/DT envoy/NN ,/, who/WP left/VBD Accra/NNP ,/, met/VBD leaders/NNS ./.", "met", { s: ["envoy"], o: ["leaders"] });
    checkChunks("The/DT envoy/NN ,/, who/WP left/VBD Accra/NNP ,/, met/VBD leaders/NNS ./.", "left", { s: ["envoy"], o: ["Accra"] });
  });

  it("does not take the object of a relative clause for the subject, nor the subject of one for an object", () => {
    checkChunks("A/DT pact/NN that/WDT may/MD hurt/VB trade/NN was/VBD signed/VBN ./.", "signed", { o: ["pact"] });
    checkChunks("Mali/NNP denied/VBD the/DT sale/NN of/IN jets/NNS it/PRP had/VBD built/VBN ./.", "denied", { s: ["Mali"], o: ["sale"] });
  });

  it("shares the subject of coordinated verbs and reads coordinated subjects", () => {
    checkChunks("Fiji/NNP and/CC Tonga/NNP condemned/VBD the/DT raid/NN and/CC recalled/VBD envoys/NNS ./.", "recalled", {
      s: ["Fiji", "Tonga"],
      o: ["envoys"],
    });
  });

  it("tells indirect objects and bare dates from objects", () => {
    checkChunks("Bern/NNP gave/VBD Accra/NNP two/CD ships/NNS Monday/NNP ./.", "gave", { s: ["Bern"], o: ["ships"], i: ["Accra"] });
    checkChunks("He/PRP visited/VBD Quito/NNP last/JJ week/NN ./.", "visited", { s: ["He"], o: ["Quito"] });
  });

  it("tells whose infinitive it is", () => {
    checkChunks("Rome/NNP urged/VBD Cairo/NNP to/TO stop/VB tests/NNS ./.", "stop", { s: ["Cairo"], o: ["tests"] });
    checkChunks("Rome/NNP made/VBD efforts/NNS to/TO stop/VB tests/NNS ./.", "stop", { s: ["Rome"], o: ["tests"] });
  });

  it("joins nouns or clauses at a conjunction, by what stands before", () => {
    checkChunks("Jets/NNS hit/VBD the/DT base/NN and/CC troops/NNS fled/VBD ./.", "fled", { s: ["troops"] });
    checkChunks("He/PRP said/VBD Iran/NNP and/CC Iraq/NNP agreed/VBD ./.", "agreed", { s: ["Iran", "Iraq"] });
    checkChunks("Laos/NNP ,/, Nepal/NNP ,/, and/CC Bhutan/NNP agreed/VBD ./.", "agreed", { s: ["Laos", "Nepal", "Bhutan"] });
  });

  it("stops at the next clause", () => {
    checkChunks("Turkey/NNP fired/VBD rockets/NNS and/CC Syria/NNP closed/VBD the/DT border/NN ./.", "fired", {
      s: ["Turkey"],
      o: ["rockets"],
    });
    checkChunks("Turkey/NNP said/VBD that/IN Syria/NNP closed/VBD the/DT border/NN ./.", "closed", { s: ["Syria"], o: ["border"] });
  });

  it("reads noun predicates", () => {
    checkChunks("Norway/NNP 's/POS sale/NN of/IN jets/NNS and/CC tanks/NNS to/IN Kuwait/NNP ./.", "sale", {
      s: ["Norway"],
      o: ["jets", "tanks"],
      p: ["to Kuwait"],
    });
  });
});

describe("tree and chunks together", () => {
  it("takes first and last words of a name for one participant", () => {
    const analysis = buildAnalysis("Ban NNP 4 nsubj\nKi NNP 1 flat\nMoon NNP 1 flat\nresigned VBD 0 root");
    expect(unitedArguments(analysis, 3).subjects).toEqual([{ head: 0, source: "direct", support: "both" }]);
  });

  it("marks who found what, agreed ones first", () => {
    const analysis = buildAnalysis(`
      Cuba NNP 2 nsubj
      sold VBD 0 root
      sugar NN 2 obj
      to IN 5 case
      Kenya NNP 3 nmod
      on IN 7 case
      Monday NNP 5 nmod`);
    const united = unitedArguments(analysis, 1);
    expect(united.subjects).toEqual([{ head: 0, source: "direct", support: "both" }]);
    expect(united.objects).toEqual([{ head: 2, source: "direct", support: "both" }]);
    expect(united.obliques).toEqual([
      { head: 4, preposition: "to", source: "attached", support: "both" },
      { head: 6, preposition: "on", source: "chunk", support: "chunk" },
    ]);
    expect(united.agreement).toBeCloseTo(3 / 4);
  });
});
