import type { Analysis } from "../document/analysis.ts";
import { DEPENDENCY_LABELS, XPOS_TAGS } from "../document/tags.ts";

/** Tokens `[first, last)`. */
export interface TokenRange {
  readonly first: number;
  readonly last: number;
}

/** Relation of a token to its head, as in `DEPENDENCY_LABELS`. */
export function relationOf(analysis: Analysis, token: number): string {
  return DEPENDENCY_LABELS[analysis.tokens.label[token]!]!;
}

/** Penn Treebank tag of a token. */
export function tagOf(analysis: Analysis, token: number): string {
  return XPOS_TAGS[analysis.tokens.tag[token]!]!;
}

/** Sentence that a token is in, as tokens. */
export function sentenceRange(analysis: Analysis, token: number): TokenRange {
  return analysis.sentences[analysis.tokens.sentence[token]!]!;
}

/** Dependents of a token in text order; with `labels`, only those that bear one of them. */
export function dependents(analysis: Analysis, token: number, ...labels: readonly string[]): number[] {
  const { head } = analysis.tokens;
  const { first, last } = sentenceRange(analysis, token);
  const found: number[] = [];
  for (let i = first; i < last; i += 1) {
    if (head[i] === token && (labels.length === 0 || labels.includes(relationOf(analysis, i)))) found.push(i);
  }
  return found;
}

/** First dependent with one of the labels. */
export function dependent(analysis: Analysis, token: number, ...labels: readonly string[]): number | undefined {
  return dependents(analysis, token, ...labels)[0];
}

/** True when `token` is `ancestor` or hangs on it, directly or not. */
export function isUnder(analysis: Analysis, token: number, ancestor: number): boolean {
  for (let at = token; at >= 0; at = analysis.tokens.head[at]!) if (at === ancestor) return true;
  return false;
}

/** Smallest range that holds a token and all that hangs on it, apart from what hangs by the relations in `without`. */
export function subtreeRange(analysis: Analysis, token: number, without: ReadonlySet<string> = NOTHING): TokenRange {
  let first = token;
  let last = token + 1;
  const pending = [token];
  for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
    first = Math.min(first, at);
    last = Math.max(last, at + 1);
    for (const child of dependents(analysis, at)) if (at !== token || !without.has(relationOf(analysis, child))) pending.push(child);
  }
  return { first, last };
}

const NOTHING: ReadonlySet<string> = new Set();

/** What a noun phrase in the narrow sense does without. */
const OUTSIDE_NOUN_PHRASE: ReadonlySet<string> = new Set(
  "case mark cc conj appos acl acl:relcl nmod nmod:unmarked punct parataxis nsubj nsubj:pass cop aux advcl ccomp obl obl:unmarked advmod dep list discourse".split(
    " ",
  ),
);
/** What the maximal noun phrase does without. */
const OUTSIDE_MAXIMAL: ReadonlySet<string> = new Set(
  "case mark cc conj parataxis nsubj nsubj:pass cop aux advcl ccomp discourse list punct".split(" "),
);

/**
 * Range of the noun phrase of `head`, without its preposition and without coordinated phrases.
 *
 * @param extent `narrow` (default): determiners, modifiers, compounds, names; `maximal`: also prepositional phrases, clauses and appositions.
 */
export function nounPhrase(analysis: Analysis, head: number, extent: "narrow" | "maximal" = "narrow"): TokenRange {
  if (extent === "maximal") return subtreeRange(analysis, head, OUTSIDE_MAXIMAL);
  let { first, last } = subtreeRange(analysis, head, OUTSIDE_NOUN_PHRASE);
  // Modifiers hang on the head from the left; what is to the right is part of a name or a number.
  for (const child of dependents(analysis, head, "advmod")) {
    if (child < head && child === first - 1) first = child;
  }
  for (let i = head + 1; i < last; i += 1) {
    if (/^(?:VB|MD|IN|CC|[.,:])/.test(tagOf(analysis, i)) && analysis.tokens.head[i] !== head) {
      last = i;
      break;
    }
  }
  return { first, last };
}

/** A token and everything coordinated with it, in text order. */
export function conjuncts(analysis: Analysis, token: number): number[] {
  const found = [token];
  for (let i = 0; i < found.length; i += 1) found.push(...dependents(analysis, found[i]!, "conj"));
  return [...new Set(found)].sort((a, b) => a - b);
}

/** First member of the coordination that `token` is in. */
export function firstConjunct(analysis: Analysis, token: number): number {
  let at = token;
  while (relationOf(analysis, at) === "conj" && analysis.tokens.head[at]! >= 0) at = analysis.tokens.head[at]!;
  return at;
}

/** Appositions of a noun: `Jung Pak` for `official` in `the senior official, Jung Pak,`. */
export function appositions(analysis: Analysis, token: number): number[] {
  return dependents(analysis, token, "appos");
}

/** The case marker of a noun: its lower-case text, `because of` joined, and its token. */
export interface CaseMarker {
  readonly preposition: string;
  readonly token: number;
}

/** Preposition of a noun, or the first one where there are several (`from within`). The possessive marker is none. */
export function caseMarker(analysis: Analysis, token: number): CaseMarker | undefined {
  for (const child of dependents(analysis, token, "case")) {
    if (tagOf(analysis, child) === "POS" || child > token) continue;
    const parts = [child, ...dependents(analysis, child, "fixed")].sort((a, b) => a - b);
    return { preposition: parts.map((part) => analysis.tokens.lower[part]!).join(" "), token: child };
  }
  return undefined;
}

const NEGATORS: ReadonlySet<string> = new Set(["not", "n't", "never", "neither", "nor", "hardly", "scarcely", "nowhere"]);
const ADDITIVE: ReadonlySet<string> = new Set(["only", "just", "merely", "simply", "solely"]);

/**
 * The token that negates a predicate or noun: `not`, `never`, `no longer`, a determiner `no`, `without`. `not only` and `not just` negate nothing.
 */
export function negationOf(analysis: Analysis, token: number): number | undefined {
  const { tokens } = analysis;
  for (const child of dependents(analysis, token)) {
    const lower = tokens.lower[child]!;
    const lemma = tokens.lemma[child]!;
    const relation = relationOf(analysis, child);
    if (
      (relation === "advmod" || relation === "aux" || relation === "cc" || relation === "cc:preconj") &&
      (NEGATORS.has(lower) || lemma === "not")
    ) {
      const after = tokens.lower[child + 1];
      if (after !== undefined && ADDITIVE.has(after)) continue;
      return child;
    }
    if (relation === "det" && (lower === "no" || lower === "neither")) return child;
    if ((relation === "mark" || relation === "case") && lower === "without") return child;
    // `no longer`
    if (relation === "advmod" && lower === "longer" && tokens.lower[child - 1] === "no") return child - 1;
  }
  return undefined;
}

/** Where a negation holds: from the negation to the end of the negated predicate's clause; undefined when nothing negates it. */
export function negationScope(analysis: Analysis, token: number): TokenRange | undefined {
  const negation = negationOf(analysis, token);
  if (negation === undefined) return undefined;
  const clause = clauseRange(analysis, token);
  return { first: Math.min(negation, token), last: Math.max(clause.last, negation + 1) };
}

/** Relations by which another clause hangs on a clause. */
const OTHER_CLAUSES: ReadonlySet<string> = new Set("conj cc advcl parataxis punct discourse list".split(" "));

/** Range of the clause of a verb: all that hangs on it but coordinated, adverbial and paratactic clauses. Complement clauses are inside. */
export function clauseRange(analysis: Analysis, verb: number): TokenRange {
  return subtreeRange(analysis, verb, OTHER_CLAUSES);
}
