import { SPEECH_VERBS } from "../factuality/factuality-cues.ts";
import { namingClauses } from "./naming-clause.ts";
import type { Phrase } from "./phrase.ts";
import { neighbour, type SentenceSyntax } from "./sentence-syntax.ts";

/**
 * A stretch of a sentence with a verb of its own. `main` is the sentence itself and what is joined to it by "and" with a subject of its own (`joined`); `aside` a reporting clause
 * behind what it reports (", officials said on Monday"); the others hang on their parent: `that`, `when`, `step` (after, before, since …), `relative`, `participle`.
 */
export interface Clause {
  readonly kind: "main" | "joined" | "aside" | "that" | "when" | "step" | "relative" | "participle" | "other";
  readonly parent: number;
  /** Index of the phrase that opens it. */
  readonly opens: number;
}

/** The clauses of a sentence, and which of them each phrase belongs to. */
export interface ClauseMap {
  readonly clauses: readonly Clause[];
  /** Clause of a phrase, by index into `clauses`. */
  readonly of: readonly number[];
}

const SUBORDINATE: ReadonlyMap<string, Clause["kind"]> = new Map([
  ["that", "that"],
  ["when", "when"],
  ["whether", "that"],
  ["after", "step"],
  ["before", "step"],
  ["since", "step"],
  ["until", "step"],
  ["till", "step"],
]);

const isFiniteVerb = (phrase: Phrase | undefined): boolean => phrase?.kind === "vg" && phrase.form === "finite";
const isBreak = (phrase: Phrase | undefined): boolean => phrase?.kind === "stop" || phrase?.kind === "sub" || phrase?.kind === "rel";

const MAPS = new WeakMap<SentenceSyntax, ClauseMap>();

/** Cuts a sentence into clauses by its phrases alone: openers (`when`, `which`, `after` before a subject and verb) begin one, a comma behind its verb may end it. */
export function clausesOf(syntax: SentenceSyntax): ClauseMap {
  const known = MAPS.get(syntax);
  if (known) return known;
  const map = cut(syntax);
  MAPS.set(syntax, map);
  return map;
}

function cut(syntax: SentenceSyntax): ClauseMap {
  const { phrases, view } = syntax;
  const clauses: Clause[] = [{ kind: "main", parent: -1, opens: 0 }];
  const hasVerb = [false];
  const of: number[] = [];
  let current = 0;
  const open = (kind: Clause["kind"], parent: number, at: number): void => {
    clauses.push({ kind, parent, opens: at });
    hasVerb.push(false);
    current = clauses.length - 1;
  };
  const parentOf = (clause: number): number => clauses[clause]?.parent ?? -1;
  const naming = namingClauses(syntax);
  phrases.forEach((phrase, at) => {
    if (naming.has(at)) {
      of.push(current);
      return;
    }
    if (phrase.kind === "comma" || phrase.kind === "bracket") {
      current = afterComma(syntax, at, current, clauses, hasVerb);
      const opener = phrases[at + 1];
      if (phrase.kind === "comma" && (hasVerb[current] === true || isEnclosed(syntax, at)) && reportsBehind(syntax, at))
        open("aside", current, at + 1);
      else if (opener?.kind === "cc" && hasVerb[current] === true && startsClause(syntax, at + 2)) open("joined", current, at + 1);
    } else if (phrase.kind === "stop" && /^[;:]$/.test(view.lower(phrase.first))) open("joined", rootOf(clauses, current), at);
    else if (phrase.kind === "rel" && !(at === 0)) open("relative", current, at);
    else if (phrase.kind === "sub" || (phrase.kind === "prep" && phrase.clausal === true && startsClause(syntax, at + 1)))
      open(SUBORDINATE.get(view.lower(phrase.first)) ?? "other", current, at);
    else if (
      phrase.kind === "cc" &&
      hasVerb[current] === true &&
      clauses[current]?.kind !== "that" &&
      phrases[at - 1]?.kind !== "comma" &&
      startsClause(syntax, at + 1)
    )
      open("joined", rootOf(clauses, current), at);
    else if (phrase.kind === "vg") {
      if (phrase.form === "participle" && clauses[current]?.kind !== "participle" && isReduced(syntax, at)) open("participle", current, at);
      else if (isFiniteVerb(phrase)) {
        // The verb of the clause around a reduced one: "weapons supplied by Iran | were used"
        while (clauses[current]?.kind === "participle" && parentOf(current) >= 0) current = parentOf(current);
        hasVerb[current] = true;
      }
    }
    of.push(current);
  });
  return { clauses, of };
}

const rootOf = (clauses: readonly Clause[], clause: number): number => {
  let at = clause;
  while ((clauses[at]?.parent ?? -1) >= 0) at = clauses[at]?.parent ?? 0;
  return at;
};

/** Which clause goes on behind a comma: the one around it, where that still lacks its verb or a participle is closed. */
function afterComma(
  syntax: SentenceSyntax,
  comma: number,
  current: number,
  clauses: readonly Clause[],
  hasVerb: readonly boolean[],
): number {
  const { phrases } = syntax;
  let clause = current;
  for (;;) {
    const own = clauses[clause];
    if (own === undefined || own.parent < 0) return clause;
    // A comma right behind the opener ("that, on 3 June, …") encloses an aside
    const closes =
      own.kind === "participle" || own.kind === "aside"
        ? comma > own.opens
        : own.kind !== "joined" &&
          hasVerb[clause] === true &&
          ((hasVerb[own.parent] === false && phrases[comma + 1]?.kind !== "cc") || isFiniteVerb(phrases[neighbour(syntax, comma, 1)]));
    if (!closes) return clause;
    clause = own.parent;
  }
}

/** A subject with a finite verb behind it, before anything that closes or opens a clause. */
function startsClause(syntax: SentenceSyntax, from: number): boolean {
  const { phrases } = syntax;
  let subject = false;
  for (let at = from; at < Math.min(phrases.length, from + 9); at++) {
    const phrase = phrases[at];
    if (!phrase || isBreak(phrase) || phrase.kind === "comma") return false;
    // "a drone launched by the group hit": past a reduced clause
    if (phrase.kind === "vg" && phrase.form === "participle" && subject) continue;
    // "signed by A and B on 8 April | and entered into force": what stands before the second "and" is no subject of that verb
    if (phrase.kind === "vg") return subject && phrase.form === "finite" && phrases[at - 1]?.kind !== "cc";
    if (phrase.kind === "np") subject = true;
    else if (phrase.kind === "cc" && !subject) return false;
  }
  return false;
}

/** ", officials said", ", according to the army": who says what stands before the comma. */
function reportsBehind(syntax: SentenceSyntax, comma: number): boolean {
  const { phrases, view } = syntax;
  const next = phrases[comma + 1];
  if (next?.kind === "prep" && view.lower(next.first) === "according") return true;
  for (let at = comma + 1; at < Math.min(phrases.length, comma + 7); at++) {
    const phrase = phrases[at];
    if (!phrase || isBreak(phrase) || phrase.kind === "comma" || phrase.kind === "cc") return false;
    if (phrase.kind === "vg")
      return phrase.form === "finite" && !phrase.passive && at > comma + 1 && SPEECH_VERBS.has(view.lemma(phrase.head));
  }
  return false;
}

/** "In March, the Pentagon said, Russia …": the report stands between commas. */
function isEnclosed(syntax: SentenceSyntax, comma: number): boolean {
  for (let at = comma + 1; at < Math.min(syntax.phrases.length, comma + 6); at++)
    if (syntax.phrases[at]?.kind === "vg") return syntax.phrases[at + 1]?.kind === "comma";
  return false;
}

/** "the accord signed in Vienna", "the treaty, signed on 1 July 1968": a participle right behind a noun phrase that is no object of its verb. */
function isReduced(syntax: SentenceSyntax, at: number): boolean {
  const { phrases } = syntax;
  const left = phrases[at - 1];
  if (left?.kind === "np") return true;
  return left?.kind === "comma" && phrases[at - 2]?.kind === "np";
}
