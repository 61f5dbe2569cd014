import type { Analysis } from "../document/analysis.ts";
import { verbGroup } from "../tag/morphology.ts";
import type { Argument, ArgumentSource, ClauseArgument, ObliqueArgument, PredicateArguments } from "./arguments.ts";
import { nounArguments } from "./noun-arguments.ts";
import { caseMarker, clauseRange, conjuncts, dependent, dependents, firstConjunct, negationOf, relationOf, tagOf } from "./tree.ts";

const RELATIVE_PRONOUN = /^(?:who|whom|which|that|whose)$/;
const CLAUSES: ReadonlySet<string> = new Set("ccomp xcomp advcl parataxis csubj csubj:pass acl".split(" "));
/** Verbs whose object does not become the subject of their infinitive. */
const SUBJECT_CONTROL: ReadonlySet<string> = new Set(["promise", "vow", "threaten", "pledge", "swear", "use", "need", "take", "spend"]);
const MAX_HOPS = 12;

/** Growing lists of participants without doubles. */
interface Slots {
  readonly subjects: Argument[];
  readonly objects: Argument[];
  readonly indirectObjects: Argument[];
  readonly obliques: ObliqueArgument[];
}

/**
 * Participants of the predicate at `token`: a verb, a deverbal or other noun (`veto`, `sale`), or the head of a predicate nominal. Passives are undone,
 * relative pronouns replaced by their antecedents, subjects inherited through control and coordination, and coordinated participants listed one by one.
 */
export function predicateArguments(analysis: Analysis, token: number): PredicateArguments {
  const verbal = /^(?:VB|MD)/.test(tagOf(analysis, token));
  const copula = dependent(analysis, token, "cop") !== undefined;
  if (!verbal && !copula) return nounArguments(analysis, token);
  const slots: Slots = { subjects: [], objects: [], indirectObjects: [], obliques: [] };
  const group = verbGroup(analysis, token, sharedAuxiliaries(analysis, token));
  const passive = group.passive && verbal;
  for (const argument of ownSubjects(analysis, token, passive)) add(analysis, passive ? slots.objects : slots.subjects, argument);
  if (slots.subjects.length === 0 && slots.objects.length === 0) {
    for (const argument of inheritedSubjects(analysis, token)) add(analysis, passive ? slots.objects : slots.subjects, argument);
  }
  collectObjects(analysis, token, slots);
  collectObliques(analysis, token, slots, passive);
  if (!passive) collectGap(analysis, token, slots);
  const negation = clauseNegation(analysis, token);
  const particle = dependent(analysis, token, "compound:prt");
  return {
    predicate: token,
    kind: verbal ? "verb" : "nominal-predicate",
    ...slots,
    clauses: clausesOf(analysis, token),
    ...(particle === undefined ? {} : { particle: analysis.tokens.lower[particle]! }),
    negated: negation !== undefined,
    ...(negation === undefined ? {} : { negation }),
    modals: group.modals,
    passive,
    tense: group.tense,
    perfect: group.perfect,
    finiteness: group.finiteness,
    clause: clauseRange(analysis, token),
  };
}

/** Adds a participant and what is coordinated with it. */
function add(analysis: Analysis, to: Argument[], argument: Argument): void {
  const all =
    argument.source === "direct" || argument.source === "passive" || argument.source === "relative" || argument.source === "control";
  for (const head of all ? conjuncts(analysis, argument.head) : [argument.head]) {
    if (to.some((known) => known.head === head)) continue;
    to.push({ head, source: head === argument.head ? argument.source : "conjunct" });
  }
}

/** Auxiliaries that a coordinated verb without its own takes over: `were tested and deployed`, `will meet and discuss`. */
function sharedAuxiliaries(analysis: Analysis, token: number): number[] {
  if (relationOf(analysis, token) !== "conj") return [];
  const own = dependents(analysis, token, "aux", "aux:pass", "cop", "nsubj", "nsubj:pass");
  if (own.length > 0) return [];
  const first = firstConjunct(analysis, token);
  const [tag, model] = [tagOf(analysis, token), tagOf(analysis, first)];
  if (tag !== model || (tag !== "VBN" && tag !== "VBG" && tag !== "VB")) return [];
  return dependents(analysis, first, "aux", "aux:pass");
}

/** Subjects that hang on the verb; a relative pronoun stands for its antecedent. */
function ownSubjects(analysis: Analysis, token: number, passive: boolean): Argument[] {
  return dependents(analysis, token, "nsubj", "nsubj:pass").flatMap((subject): Argument[] => {
    const antecedent = antecedentOf(analysis, token, subject);
    if (antecedent !== undefined) return [{ head: antecedent, source: "relative" }];
    if (tagOf(analysis, subject) === "EX") return [];
    return [{ head: subject, source: passive ? "passive" : "direct" }];
  });
}

/** What a relative pronoun that depends on `verb` stands for. */
function antecedentOf(analysis: Analysis, verb: number, pronoun: number): number | undefined {
  if (!RELATIVE_PRONOUN.test(analysis.tokens.lower[pronoun]!) || !/^W/.test(tagOf(analysis, pronoun))) return undefined;
  let clause = verb;
  for (let hops = 0; hops < MAX_HOPS && clause >= 0; hops += 1) {
    if (relationOf(analysis, clause) === "acl:relcl") {
      const head = analysis.tokens.head[clause]!;
      return head >= 0 ? head : undefined;
    }
    if (!/^(?:conj|xcomp|ccomp)$/.test(relationOf(analysis, clause))) return undefined;
    clause = analysis.tokens.head[clause]!;
  }
  return undefined;
}

/** Subjects that a verb without its own gets from elsewhere. */
function inheritedSubjects(analysis: Analysis, token: number): Argument[] {
  let verb = token;
  for (let hops = 0; hops < MAX_HOPS; hops += 1) {
    const governor = analysis.tokens.head[verb]!;
    if (governor < 0) return [];
    const relation = relationOf(analysis, verb);
    if (relation === "acl" || relation === "acl:relcl") {
      // `troops fighting …`, `weapons supplied by …`; the infinitive in `a plan to deploy` says nothing about its subject.
      const infinitive = dependents(analysis, verb, "mark").some((mark) => tagOf(analysis, mark) === "TO");
      const hasSubject = dependents(analysis, verb, "nsubj", "nsubj:pass").length > 0;
      if (infinitive && verb === token) return nounOwner(analysis, governor);
      return hasSubject && verb === token ? [] : [{ head: governor, source: "relative" }];
    }
    if (relation === "xcomp" || relation === "ccomp" || relation === "advcl" || relation === "conj" || relation === "parataxis") {
      if (relation === "xcomp" && !SUBJECT_CONTROL.has(analysis.tokens.lemma[governor]!)) {
        const object = dependent(analysis, governor, "obj", "iobj");
        if (object !== undefined) return [{ head: object, source: "control" }];
      }
      if ((relation === "ccomp" || relation === "parataxis") && verb === token && isFiniteVerb(analysis, token)) return [];
      const source: ArgumentSource = relation === "conj" ? "conjunct" : "control";
      const subjects = dependents(analysis, governor, "nsubj", "nsubj:pass")
        .filter((subject) => tagOf(analysis, subject) !== "EX")
        .flatMap((subject) => conjuncts(analysis, antecedentOf(analysis, governor, subject) ?? subject));
      if (subjects.length > 0) return [...new Set(subjects)].map((head) => ({ head, source }));
      verb = governor;
      continue;
    }
    return [];
  }
  return [];
}

/** Who has the plan in `Russia's plan to deploy`, and who makes it in `Russia announced a plan to deploy`. */
function nounOwner(analysis: Analysis, noun: number): Argument[] {
  const owner = dependent(analysis, noun, "nmod:poss");
  if (owner !== undefined) return conjuncts(analysis, owner).map((head) => ({ head, source: "control" }));
  const governor = analysis.tokens.head[noun]!;
  if (governor >= 0 && relationOf(analysis, noun) === "obj") {
    return dependents(analysis, governor, "nsubj").map((head) => ({ head, source: "control" }));
  }
  return [];
}

function isFiniteVerb(analysis: Analysis, verb: number): boolean {
  const group = verbGroup(analysis, verb);
  return group.finiteness === "finite";
}

function collectObjects(analysis: Analysis, token: number, slots: Slots): void {
  for (const object of dependents(analysis, token, "obj")) {
    const antecedent = antecedentOf(analysis, token, object);
    add(analysis, slots.objects, antecedent === undefined ? { head: object, source: "direct" } : { head: antecedent, source: "relative" });
  }
  for (const object of dependents(analysis, token, "iobj")) add(analysis, slots.indirectObjects, { head: object, source: "direct" });
  if (slots.objects.length > 0) return;
  // `produces and exports missiles`: the object hangs on one verb and follows both.
  const first = firstConjunct(analysis, token);
  for (const other of conjuncts(analysis, first)) {
    if (other === token || !/^VB/.test(tagOf(analysis, other))) continue;
    for (const object of dependents(analysis, other, "obj")) {
      // On the earlier verb and behind both, or on the later one with nothing but a conjunction between them.
      const shared = other < token ? object > token && token - other <= 4 : other - token <= 2;
      if (shared) add(analysis, slots.objects, { head: object, source: "conjunct" });
    }
  }
}

function collectObliques(analysis: Analysis, token: number, slots: Slots, passive: boolean): void {
  const push = (head: number, preposition: string, source: ArgumentSource): void => {
    for (const one of conjuncts(analysis, head)) {
      // `to Russia and from Iran`: a conjunct may bring its own preposition.
      const own = one === head ? undefined : caseMarker(analysis, one)?.preposition;
      if (slots.obliques.some((known) => known.head === one)) continue;
      slots.obliques.push({ head: one, preposition: own ?? preposition, source: one === head ? source : "conjunct" });
    }
  };
  for (const oblique of dependents(analysis, token, "obl", "obl:unmarked", "nmod", "nmod:unmarked")) {
    const marker = caseMarker(analysis, oblique);
    const preposition = marker?.preposition ?? "";
    const antecedent = antecedentOf(analysis, token, oblique);
    push(antecedent ?? oblique, preposition, antecedent === undefined ? "direct" : "relative");
    if (passive && preposition === "by" && antecedent === undefined && !isTimeNoun(analysis, oblique)) {
      add(analysis, slots.subjects, { head: oblique, source: "passive" });
    }
  }
  for (const { head: object } of slots.objects) {
    if (object < token) continue;
    for (const modifier of dependents(analysis, object, "nmod")) {
      const marker = caseMarker(analysis, modifier);
      if (marker !== undefined && marker.preposition !== "of") push(modifier, marker.preposition, "attached");
    }
  }
}

const TIME_NOUN =
  /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|today|tomorrow|now|then|year|month|week|day|end|night|morning|noon|decade|time|[0-9].*)$/;

function isTimeNoun(analysis: Analysis, token: number): boolean {
  return TIME_NOUN.test(analysis.tokens.lemma[token]!.toLowerCase());
}

/** `the missiles (that) the North supplied`: without a pronoun, the antecedent is the missing object, or the noun of a stranded preposition. */
function collectGap(analysis: Analysis, token: number, slots: Slots): void {
  if (slots.objects.length > 0 || relationOf(analysis, token) !== "acl:relcl") return;
  const antecedent = analysis.tokens.head[token]!;
  if (antecedent < 0 || slots.subjects.some((subject) => subject.head === antecedent)) return;
  if (slots.obliques.some((oblique) => oblique.head === antecedent)) return;
  if (dependents(analysis, token, "nsubj").length === 0 || dependent(analysis, token, "cop", "ccomp") !== undefined) return;
  // `the year when`, `the place where`: the antecedent is an adverbial.
  if (dependents(analysis, token, "advmod").some((child) => tagOf(analysis, child) === "WRB")) return;
  add(analysis, slots.objects, { head: antecedent, source: "relative" });
}

function clausesOf(analysis: Analysis, token: number): ClauseArgument[] {
  return dependents(analysis, token).flatMap((child): ClauseArgument[] => {
    const relation = relationOf(analysis, child);
    if (!CLAUSES.has(relation)) return [];
    const mark = dependent(analysis, child, "mark");
    return [
      {
        relation: (relation === "csubj:pass" ? "csubj" : relation) as ClauseArgument["relation"],
        head: child,
        ...(mark === undefined ? {} : { marker: analysis.tokens.lower[mark]! }),
      },
    ];
  });
}

/** The predicate's own negation; a negative subject or object (`no weapons were sent`); that of the first verb in `did not confirm or deny`. */
function clauseNegation(analysis: Analysis, token: number): number | undefined {
  const own = negationOf(analysis, token);
  if (own !== undefined) return own;
  for (const child of dependents(analysis, token, "nsubj", "nsubj:pass", "obj", "aux")) {
    const lower = analysis.tokens.lower[child]!;
    if (lower === "none" || lower === "nobody" || lower === "nothing" || lower === "neither") return child;
    const inner = dependents(analysis, child, "det").find(
      (det) => analysis.tokens.lower[det] === "no" || analysis.tokens.lower[det] === "neither",
    );
    if (inner !== undefined) return inner;
  }
  if (relationOf(analysis, token) === "conj" && dependents(analysis, token, "nsubj", "nsubj:pass", "aux").length === 0) {
    const first = analysis.tokens.head[token]!;
    const joined = dependents(analysis, token, "cc").some(
      (cc) => analysis.tokens.lower[cc] === "or" || analysis.tokens.lower[cc] === "nor",
    );
    if (joined && first >= 0) return negationOf(analysis, first);
  }
  return undefined;
}
