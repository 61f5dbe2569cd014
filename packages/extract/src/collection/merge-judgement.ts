/** Whether two entities of a collection are one. Given by a rule, or pinned by the user, whose word overrules every rule. */
export interface MergeJudgement {
  /** The two entity ids; `a` sorts before `b`. */
  readonly a: string;
  readonly b: string;
  readonly verdict: "same" | "different" | "unsure";
  /** Why, in words for the reader of the list. */
  readonly reason: string;
  /** `pinned` for the user's own, else the rule's id, e.g. `merge.exact-name`. */
  readonly rule: string;
}

/** A judgement with its ids in order. */
export function judgement(a: string, b: string, verdict: MergeJudgement["verdict"], rule: string, reason: string): MergeJudgement {
  return a < b ? { a, b, verdict, reason, rule } : { a: b, b: a, verdict, reason, rule };
}
