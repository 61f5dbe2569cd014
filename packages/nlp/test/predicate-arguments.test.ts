import { describe, expect, it } from "vitest";
import { predicateArguments, tree } from "../src/index.ts";
import { buildAnalysis, formsOf, tokenOf } from "./build-analysis.ts";

/** Checks the participants of one predicate: subjects, objects and obliques as forms. */
function checkFrame(rows: string, predicate: string, expected: { s?: string[]; o?: string[]; i?: string[]; p?: string[] }) {
  const analysis = buildAnalysis(rows);
  const frame = predicateArguments(analysis, tokenOf(analysis, predicate));
  expect(formsOf(analysis, frame.subjects)).toEqual(expected.s ?? []);
  expect(formsOf(analysis, frame.objects)).toEqual(expected.o ?? []);
  expect(formsOf(analysis, frame.indirectObjects)).toEqual(expected.i ?? []);
  expect(formsOf(analysis, frame.obliques)).toEqual(expected.p ?? []);
  return frame;
}

const AGREED = `
  Iran NNP 2 nsubj
  agreed VBD 0 root
  to TO 4 mark
  send VB 2 xcomp
  drones NNS 4 obj
  and CC 7 cc
  missiles NNS 5 conj
  to IN 9 case
  Sudan NNP 4 obl`;

const SIGNED = `
  Oslo NNP 4 nsubj:pass
  was VBD 4 aux:pass
  not RB 4 advmod
  informed VBN 0 root
  by IN 6 case
  Riga NNP 4 obl
  or CC 8 cc
  Tallinn NNP 6 conj
  by IN 10 case
  Monday NNP 4 obl
  . . 4 punct`;

describe("participants of verbs", () => {
  it("inherits the subject of an infinitive and lists coordinated objects", () => {
    const frame = checkFrame(AGREED, "send", { s: ["Iran"], o: ["drones", "missiles"], p: ["to Sudan"] });
    expect(frame.subjects[0]!.source).toBe("control");
    expect(frame.finiteness).toBe("infinitive");
    expect(frame.tense).toBe("none");
  });

  it("gives the governing verb its clause, not the infinitive's participants", () => {
    const frame = checkFrame(AGREED, "agreed", { s: ["Iran"] });
    expect(frame.clauses).toEqual([{ relation: "xcomp", head: 3, marker: "to" }]);
    expect(frame.tense).toBe("past");
  });

  it("undoes the passive, takes agents from `by` but not dates, and finds the negation", () => {
    const frame = checkFrame(SIGNED, "informed", { s: ["Riga", "Tallinn"], o: ["Oslo"], p: ["by Riga", "by Tallinn", "by Monday"] });
    expect(frame).toMatchObject({ passive: true, negated: true, negation: 2, tense: "past", finiteness: "finite" });
  });

  it("prefers the object as the subject of an infinitive, but not under verbs of promising", () => {
    const rows = (verb: string) => `
      Paris NNP 2 nsubj
      ${verb} VBD 0 root
      Rome NNP 2 obj
      to TO 5 mark
      withdraw VB 2 xcomp`;
    checkFrame(rows("urged"), "withdraw", { s: ["Rome"] });
    checkFrame(rows("promised"), "withdraw", { s: ["Paris"] });
  });

  it("replaces a relative pronoun by its antecedent", () => {
    const rows = `
      The DT 2 det
      minister NN 8 nsubj
      , , 5 punct
      who WP 5 nsubj
      visited VBD 2 acl:relcl
      Minsk NNP 5 obj
      , , 5 punct
      resigned VBD 0 root`;
    checkFrame(rows, "visited", { s: ["minister"], o: ["Minsk"] });
    checkFrame(rows, "resigned", { s: ["minister"] });
  });

  it("finds the missing object of a relative clause without a pronoun", () => {
    const rows = `
      the DT 2 det
      jets NNS 0 root
      Cairo NNP 5 nsubj
      has VBZ 5 aux
      ordered VBN 2 acl:relcl
      from IN 7 case
      Seoul NNP 5 obl`;
    const frame = checkFrame(rows, "ordered", { s: ["Cairo"], o: ["jets"], p: ["from Seoul"] });
    expect(frame).toMatchObject({ perfect: true, passive: false, tense: "present" });
  });

  it("shares subjects, objects and passive auxiliaries in a coordination", () => {
    const active = `
      Delhi NNP 2 nsubj
      builds VBZ 0 root
      and CC 4 cc
      exports VBZ 2 conj
      frigates NNS 2 obj`;
    checkFrame(active, "exports", { s: ["Delhi"], o: ["frigates"] });
    const passive = `
      Rockets NNS 3 nsubj:pass
      were VBD 3 aux:pass
      tested VBN 0 root
      and CC 5 cc
      deployed VBN 3 conj
      by IN 7 case
      Ankara NNP 5 obl`;
    const frame = checkFrame(passive, "deployed", { s: ["Ankara"], o: ["Rockets"], p: ["by Ankara"] });
    expect(frame.passive).toBe(true);
  });

  it("reads a participle after a noun as a passive", () => {
    const rows = `
      shells NNS 5 nsubj
      supplied VBN 1 acl
      by IN 4 case
      Tehran NNP 2 obl
      arrived VBD 0 root`;
    checkFrame(rows, "supplied", { s: ["Tehran"], o: ["shells"], p: ["by Tehran"] });
  });

  it("keeps indirect objects and particles, and offers phrases attached to the object", () => {
    const rows = `
      Bonn NNP 2 nsubj
      handed VBD 0 root
      over RP 2 compound:prt
      Kyiv NNP 2 iobj
      tanks NNS 2 obj
      for IN 7 case
      training NN 5 nmod`;
    const frame = checkFrame(rows, "handed", { s: ["Bonn"], o: ["tanks"], i: ["Kyiv"], p: ["for training"] });
    expect(frame.particle).toBe("over");
    expect(frame.obliques[0]!.source).toBe("attached");
  });

  it("does not take `not only` for a negation, and takes `no` on a subject for one", () => {
    const additive = `
      Lima NNP 4 nsubj
      not RB 4 advmod
      only RB 4 advmod
      objected VBD 0 root`;
    expect(checkFrame(additive, "objected", { s: ["Lima"] }).negated).toBe(false);
    const empty = `
      No DT 2 det
      shots NNS 4 nsubj:pass
      were VBD 4 aux:pass
      fired VBN 0 root`;
    expect(checkFrame(empty, "fired", { o: ["shots"] }).negated).toBe(true);
  });

  it("carries the negation over `or` and not over `and`", () => {
    const rows = (word: string) => `
      Baku NNP 4 nsubj
      did VBD 4 aux
      not RB 4 advmod
      confirm VB 0 root
      ${word} CC 6 cc
      deny VB 4 conj
      it PRP 6 obj`;
    expect(checkFrame(rows("or"), "deny", { s: ["Baku"], o: ["it"] }).negated).toBe(true);
    expect(checkFrame(rows("and"), "deny", { s: ["Baku"], o: ["it"] }).negated).toBe(false);
  });

  it("collects modals and the future", () => {
    const rows = (modal: string) => `
      Quito NNP 3 nsubj
      ${modal} MD 3 aux
      veto VB 0 root
      it PRP 3 obj`;
    expect(checkFrame(rows("may"), "veto", { s: ["Quito"], o: ["it"] })).toMatchObject({ modals: ["may"], tense: "present" });
    expect(checkFrame(rows("will"), "veto", { s: ["Quito"], o: ["it"] })).toMatchObject({ modals: ["will"], tense: "future" });
  });
});

describe("participants of nouns", () => {
  it("reads possessives, `of`, `by` and other phrases", () => {
    checkFrame(
      `
      the DT 2 det
      transfer NN 0 root
      of IN 4 case
      mines NNS 2 nmod
      by IN 6 case
      Hanoi NNP 2 nmod
      to IN 8 case
      Manila NNP 2 nmod`,
      "transfer",
      { s: ["Hanoi"], o: ["mines"], p: ["by Hanoi", "to Manila"] },
    );
    checkFrame(
      `
      Doha NNP 3 nmod:poss
      's POS 1 case
      veto NN 4 nsubj
      failed VBD 0 root`,
      "veto",
      { s: ["Doha"] },
    );
  });

  it("tells names from common nouns in a compound", () => {
    checkFrame(
      `
      Swedish JJ 3 amod
      weapons NNS 3 compound
      sales NNS 4 nsubj
      rose VBD 0 root`,
      "sales",
      { s: ["Swedish"], o: ["weapons"] },
    );
  });

  it("takes the subject of a support verb, active or passive, and the object of a receiving one", () => {
    checkFrame("Seoul NNP 2 nsubj\nconducted VBD 0 root\nan DT 4 det\nexercise NN 2 obj", "exercise", { s: ["Seoul"] });
    checkFrame("An DT 2 det\nexercise NN 4 nsubj:pass\nwas VBD 4 aux:pass\nheld VBN 0 root\nby IN 6 case\nSeoul NNP 4 obl", "exercise", {
      s: ["Seoul"],
    });
    checkFrame("Seoul NNP 2 nsubj\nfaces VBZ 0 root\nan DT 4 det\nattack NN 2 obj", "attack", { o: ["Seoul"] });
  });
});

describe("tree utilities", () => {
  const analysis = buildAnalysis(`
    The DT 3 det
    senior JJ 3 amod
    official NN 9 nsubj
    for IN 5 case
    Asia NNP 3 nmod
    , , 7 punct
    Pak NNP 3 appos
    , , 7 punct
    said VBD 0 root
    because IN 12 mark
    talks NNS 12 nsubj
    failed VBD 9 advcl`);

  it("cuts noun phrases narrow and wide", () => {
    expect(tree.nounPhrase(analysis, 2)).toEqual({ first: 0, last: 3 });
    expect(tree.nounPhrase(analysis, 2, "maximal")).toEqual({ first: 0, last: 8 });
    expect(tree.nounPhrase(analysis, 4)).toEqual({ first: 4, last: 5 });
  });

  it("cuts clauses without the adverbial ones", () => {
    expect(tree.clauseRange(analysis, 8)).toEqual({ first: 0, last: 9 });
    expect(tree.clauseRange(analysis, 11)).toEqual({ first: 9, last: 12 });
    expect(tree.subtreeRange(analysis, 8)).toEqual({ first: 0, last: 12 });
  });

  it("finds appositions, case markers and ancestors", () => {
    expect(tree.appositions(analysis, 2)).toEqual([6]);
    expect(tree.caseMarker(analysis, 4)).toEqual({ preposition: "for", token: 3 });
    expect(tree.isUnder(analysis, 3, 2)).toBe(true);
    expect(tree.isUnder(analysis, 11, 2)).toBe(false);
  });

  it("scopes a negation from the negator to the end of its clause", () => {
    const negated = buildAnalysis(
      "Oman NNP 3 nsubj\nnever RB 3 advmod\nsent VBD 0 root\ntroops NNS 3 obj\n, , 6 punct\nsaying VBG 3 advcl",
    );
    expect(tree.negationScope(negated, 2)).toEqual({ first: 1, last: 4 });
    expect(tree.negationScope(negated, 5)).toBeUndefined();
  });
});
