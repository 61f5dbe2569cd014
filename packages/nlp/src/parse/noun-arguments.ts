import type { Analysis } from "../document/analysis.ts";
import type { Argument, ArgumentSource, ObliqueArgument, PredicateArguments } from "./arguments.ts";
import { caseMarker, conjuncts, dependents, negationOf, relationOf, subtreeRange, tagOf } from "./tree.ts";

/** Verbs that carry a noun's meaning (`conduct a test`, `impose sanctions`): their subject is the noun's. */
const SUPPORT_VERBS: ReadonlySet<string> = new Set(
  `announce approve begin bring carry cast complete conduct continue convene deliver deny do end exercise face finish fire give halt have hold impose
  intensify issue launch lift make mount order perform plan prepare provide pursue reach receive renew resume seek send sign stage start stop suspend take
  undertake use voice wage`.split(/\s+/),
);
/** Support verbs whose subject undergoes what the noun says. */
const RECEIVING: ReadonlySet<string> = new Set(["face", "receive", "suffer"]);

/**
 * Participants of a noun that names an event: `Russia's veto of the resolution`, `U.S. weapons sales to Taiwan`, `the provision of munitions by the DPRK`.
 * The possessive and names in the compound are subjects, `of` and common nouns in the compound are objects, `by` is a subject, the rest obliques; the
 * subject of a support verb is added last.
 */
export function nounArguments(analysis: Analysis, noun: number): PredicateArguments {
  const subjects: Argument[] = [];
  const objects: Argument[] = [];
  const obliques: ObliqueArgument[] = [];
  const push = (to: Argument[], head: number, source: ArgumentSource): void => {
    for (const one of conjuncts(analysis, head)) {
      if (!to.some((known) => known.head === one)) to.push({ head: one, source: one === head ? source : "conjunct" });
    }
  };
  for (const child of dependents(analysis, noun)) {
    const relation = relationOf(analysis, child);
    const tag = tagOf(analysis, child);
    if (relation === "nmod:poss") push(subjects, child, "possessive");
    else if (relation === "compound" && child < noun) push(/^NNP/.test(tag) ? subjects : objects, child, "compound");
    else if (relation === "amod" && tag === "JJ" && /^\p{Lu}/u.test(analysis.tokens.norm[child]!)) push(subjects, child, "compound");
    else if (relation === "nmod" || relation === "obl" || relation === "nmod:unmarked") {
      const preposition = caseMarker(analysis, child)?.preposition ?? "";
      if (preposition === "by") push(subjects, child, "direct");
      else if (preposition === "of") push(objects, child, "direct");
      for (const one of conjuncts(analysis, child)) {
        const own = one === child ? preposition : (caseMarker(analysis, one)?.preposition ?? preposition);
        if (preposition === "of") attachedPhrases(analysis, one, subjects, obliques);
        if (preposition === "of" || obliques.some((known) => known.head === one)) continue;
        obliques.push({ head: one, preposition: own, source: one === child ? "direct" : "conjunct" });
      }
    }
  }
  const passive = addSupport(analysis, noun, subjects, objects, obliques);
  const negation = negationOf(analysis, noun);
  return {
    predicate: noun,
    kind: "noun",
    subjects,
    objects,
    indirectObjects: [],
    obliques,
    clauses: dependents(analysis, noun, "acl").map((head) => ({ relation: "acl" as const, head })),
    negated: negation !== undefined,
    ...(negation === undefined ? {} : { negation }),
    modals: [],
    passive,
    tense: "none",
    perfect: false,
    finiteness: "none",
    clause: subtreeRange(analysis, noun, new Set(["case", "punct", "cc", "conj"])),
  };
}

/** Phrases on the object, which mostly belong to the event: `the provision of munitions [by the DPRK] [to Russia]`. */
function attachedPhrases(analysis: Analysis, object: number, subjects: Argument[], obliques: ObliqueArgument[]): void {
  for (const modifier of dependents(analysis, object, "nmod")) {
    const preposition = caseMarker(analysis, modifier)?.preposition;
    if (preposition === undefined || preposition === "of") continue;
    for (const head of conjuncts(analysis, modifier)) {
      if (preposition === "by" && !subjects.some((known) => known.head === head)) subjects.push({ head, source: "attached" });
      if (!obliques.some((known) => known.head === head)) obliques.push({ head, preposition, source: "attached" });
    }
  }
}

/** Adds what the verb around the noun says; true when that verb is passive. */
function addSupport(analysis: Analysis, noun: number, subjects: Argument[], objects: Argument[], obliques: ObliqueArgument[]): boolean {
  const { tokens } = analysis;
  const verb = tokens.head[noun]!;
  if (verb < 0 || !/^VB/.test(tagOf(analysis, verb)) || !SUPPORT_VERBS.has(tokens.lemma[verb]!)) return false;
  const relation = relationOf(analysis, noun);
  if (relation !== "obj" && relation !== "nsubj:pass") return false;
  const passive = relation === "nsubj:pass";
  const to = RECEIVING.has(tokens.lemma[verb]!) ? objects : subjects;
  const put = (list: Argument[], head: number): void => {
    for (const one of conjuncts(analysis, head)) if (!list.some((known) => known.head === one)) list.push({ head: one, source: "support" });
  };
  if (!passive) for (const subject of dependents(analysis, verb, "nsubj")) put(to, subject);
  for (const oblique of dependents(analysis, verb, "obl")) {
    const preposition = caseMarker(analysis, oblique)?.preposition ?? "";
    if (passive && preposition === "by") put(to, oblique);
    else if (!obliques.some((known) => known.head === oblique)) obliques.push({ head: oblique, preposition, source: "support" });
  }
  return passive;
}
