import type { TokenRange } from "./tree.ts";

/**
 * How an argument was found. `direct`: it hangs on the predicate; `passive`: the subject of a passive, or its agent; `relative`: the antecedent of a
 * relative clause or of a participle; `control`: inherited from the governing clause; `conjunct`: shared with or coordinated to another; `possessive`
 * and `compound`: inside the noun phrase of a noun; `support`: from the verb that a noun completes (`conducted a test`); `attached`: a prepositional
 * phrase on an object, which may belong to the verb or noun; `chunk`: found in the tag sequence without a tree.
 */
export type ArgumentSource =
  | "direct"
  | "passive"
  | "relative"
  | "control"
  | "conjunct"
  | "possessive"
  | "compound"
  | "support"
  | "attached"
  | "chunk";

/** A participant: the head of its phrase and how it was found. */
export interface Argument {
  readonly head: number;
  readonly source: ArgumentSource;
}

/** A prepositional or bare adverbial participant; `preposition` is lower case, empty for bare ones (`last week`). */
export interface ObliqueArgument extends Argument {
  readonly preposition: string;
}

/** A clause that hangs on the predicate. `marker`: `that`, `if`, `because`, `to` …, where there is one. */
export interface ClauseArgument {
  readonly relation: "ccomp" | "xcomp" | "advcl" | "parataxis" | "csubj" | "acl";
  readonly head: number;
  readonly marker?: string;
}

/** Who does what to whom, with voice, control, coordination and relative clauses undone. Lists are in text order, first found source first. */
export interface PredicateArguments {
  /** The verb, noun or predicate adjective asked about. */
  readonly predicate: number;
  readonly kind: "verb" | "noun" | "nominal-predicate";
  /** Logical subjects: agents of passives too. */
  readonly subjects: readonly Argument[];
  /** Logical objects: subjects of passives too. */
  readonly objects: readonly Argument[];
  readonly indirectObjects: readonly Argument[];
  readonly obliques: readonly ObliqueArgument[];
  readonly clauses: readonly ClauseArgument[];
  /** `up` of `beef up`. */
  readonly particle?: string;
  readonly negated: boolean;
  readonly negation?: number;
  readonly modals: readonly string[];
  readonly passive: boolean;
  readonly tense: "past" | "present" | "future" | "none";
  readonly perfect: boolean;
  readonly finiteness: "finite" | "infinitive" | "participle" | "gerund" | "none";
  readonly clause: TokenRange;
}
