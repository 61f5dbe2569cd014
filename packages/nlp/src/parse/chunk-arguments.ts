import type { Analysis } from "../document/analysis.ts";
import type { Argument, ObliqueArgument, PredicateArguments } from "./arguments.ts";
import { type Chunk, chunkSentence } from "./chunks.ts";
import { tagOf } from "./tree.ts";

/**
 * The participants of a predicate by a chunk grammar over tags, without a tree: a second opinion whose errors are other than the parser's (one wrong
 * attachment does not spoil the rest of the sentence; nlp.md 5.5). Same shape as `predicateArguments`; every source is `chunk`.
 */
export function chunkArguments(analysis: Analysis, token: number): PredicateArguments {
  const chunks = chunkSentence(analysis, token);
  const index = chunks.findIndex((chunk) => token >= chunk.first && token < chunk.last);
  const own = chunks[index]!;
  return own.kind === "verb" && /^(?:VB|MD)/.test(tagOf(analysis, token))
    ? verbArguments(analysis, chunks, index, token)
    : nounFrame(analysis, chunks, index, token);
}

const argument = (head: number): Argument => ({ head, source: "chunk" });

function verbArguments(analysis: Analysis, chunks: readonly Chunk[], index: number, token: number): PredicateArguments {
  const own = chunks[index]!;
  const left = subjectChunks(analysis, chunks, index).map((chunk) => argument(chunk.head));
  const right = afterVerb(analysis, chunks, index);
  const agents = own.passive ? right.obliques.filter(({ preposition }) => preposition === "by").map(({ head }) => argument(head)) : [];
  const modals: string[] = [];
  let negation: number | undefined;
  let perfect = false;
  for (let i = own.first; i < own.last; i += 1) {
    const lemma = analysis.tokens.lemma[i]!;
    if (tagOf(analysis, i) === "MD") modals.push(lemma);
    if (lemma === "have" && i < own.head) perfect = true;
    if ((lemma === "not" || lemma === "never") && !/^(?:only|just|merely)$/.test(analysis.tokens.lower[i + 1] ?? "")) negation = i;
  }
  const leading = tagOf(analysis, firstVerb(analysis, own));
  const modal = modals[0];
  return {
    predicate: token,
    kind: "verb",
    subjects: own.passive ? agents : left,
    objects: own.passive ? left : right.objects,
    indirectObjects: right.indirectObjects,
    obliques: right.obliques,
    clauses: [],
    ...(right.particle === undefined ? {} : { particle: right.particle }),
    negated: negation !== undefined,
    ...(negation === undefined ? {} : { negation }),
    modals,
    passive: own.passive,
    tense:
      modal === "will" || modal === "shall" ? "future" : leading === "VBD" ? "past" : /^(?:VBZ|VBP|MD)$/.test(leading) ? "present" : "none",
    perfect,
    finiteness: own.finite ? "finite" : tagOf(analysis, own.first) === "TO" ? "infinitive" : leading === "VBG" ? "gerund" : "participle",
    clause: { first: chunks[left.length === 0 ? index : Math.max(0, indexOfHead(chunks, left[0]!.head))]!.first, last: right.last },
  };
}

function firstVerb(analysis: Analysis, chunk: Chunk): number {
  for (let i = chunk.first; i < chunk.last; i += 1) if (/^(?:VB|MD)/.test(tagOf(analysis, i))) return i;
  return chunk.head;
}

function indexOfHead(chunks: readonly Chunk[], head: number): number {
  return chunks.findIndex((chunk) => chunk.kind === "noun" && head >= chunk.first && head < chunk.last);
}

/** The noun chunks that a verb group at `index` has as its subject. */
function subjectChunks(analysis: Analysis, chunks: readonly Chunk[], index: number): Chunk[] {
  const own = chunks[index]!;
  if (isParticiple(analysis, chunks, index)) {
    // `…, adding that`: the subject of the finite verb before.
    for (let i = index - 1; i >= 0; i -= 1) if (chunks[i]!.kind === "verb" && chunks[i]!.finite) return subjectChunks(analysis, chunks, i);
  }
  let crossedComma = false;
  for (let i = index - 1; i >= 0; i -= 1) {
    const chunk = chunks[i]!;
    if (chunk.kind === "relative") {
      const antecedent = antecedentBefore(chunks, i);
      if (antecedent !== undefined) return [antecedent];
      continue;
    }
    if (chunk.kind === "subordinator" || chunk.kind === "stop") return [];
    if (chunk.kind === "comma") {
      crossedComma = true;
      // `…, which he denied, said`: what stands between two commas is skipped when it opens with a relative pronoun or a participle.
      const opened = openingComma(chunks, i);
      if (opened !== undefined) i = opened;
      continue;
    }
    if (chunk.kind === "verb") {
      // `and deploys`, `to deploy`, `saying`: the subject of the verb before.
      const joined = chunks.slice(i + 1, index).some((between) => between.kind === "conjunction");
      if (joined || !own.finite) return subjectChunks(analysis, chunks, i);
      continue;
    }
    if (chunk.kind !== "noun") continue;
    const before = chunks[i - 1];
    const start = coordinationStart(chunks, i);
    if (chunks[start - 1]?.kind === "preposition") {
      i = start - 1;
      continue;
    }
    if (!own.finite && !crossedComma && i === index - 1) {
      // `missiles supplied`, `troops fighting`; `urged Turkey to stop`, but `made efforts to stop`.
      if (tagOf(analysis, own.first) !== "TO") return [chunk];
      if (before?.kind === "verb" && OBJECT_CONTROL.has(analysis.tokens.lemma[before.head]!)) return [chunk];
      if (before?.kind === "verb") return subjectChunks(analysis, chunks, i - 1);
      return [];
    }
    if (before?.kind === "verb" && !own.finite && !crossedComma) return [chunk];
    // `a deal that could bolster the war was signed`: the noun ends a relative clause on the subject.
    const relative = before?.kind === "verb" && own.finite ? relativeBefore(chunks, i - 1) : undefined;
    if (relative !== undefined && i === index - 1) {
      const antecedent = antecedentBefore(chunks, relative);
      if (antecedent !== undefined) return [antecedent];
    }
    if (before?.kind === "verb" && chunks.slice(i + 1, index).some((between) => between.kind === "conjunction"))
      return subjectChunks(analysis, chunks, i - 1);
    return tagOf(analysis, chunk.head) === "EX" ? [] : coordinatedBefore(analysis, chunks, i);
  }
  return [];
}

/** A bare -ing form behind a comma, quotation marks aside. */
function isParticiple(analysis: Analysis, chunks: readonly Chunk[], index: number): boolean {
  const own = chunks[index]!;
  let before = index - 1;
  while (chunks[before]?.kind === "other") before -= 1;
  return !own.finite && own.first === own.head && tagOf(analysis, own.head) === "VBG" && chunks[before]?.kind === "comma";
}

/** Index of the first noun chunk of `A, B and C`, given that of its last. */
function coordinationStart(chunks: readonly Chunk[], last: number): number {
  let at = last;
  if (chunks[at - 1]?.kind === "conjunction" && chunks[at - 2]?.kind === "noun") {
    at -= 2;
    while (chunks[at - 1]?.kind === "comma" && chunks[at - 2]?.kind === "noun") at -= 2;
  }
  return at;
}

/** Verbs whose object does what the infinitive behind it says. */
const OBJECT_CONTROL: ReadonlySet<string> = new Set(
  `advise allow ask authorise authorize cause challenge compel convince direct enable encourage expect forbid force get help instruct invite order permit
  persuade press pressure prompt push remind request require teach tell train urge want warn`.split(/\s+/),
);
/** Verbs behind which a clause may stand without `that`: `said A and B agreed`. */
const CLAUSE_TAKING: ReadonlySet<string> = new Set(
  "add agree allege announce argue assume believe claim confirm decide declare deny estimate expect fear feel find hear hope insist know mean note predict report say see state suggest suspect think warn".split(
    " ",
  ),
);

/** `A`, `A and B`, `A, B and C` and `A, B, and C` that end at noun chunk `last`. */
function coordinatedBefore(analysis: Analysis, chunks: readonly Chunk[], last: number): Chunk[] {
  const only = [chunks[last]!];
  if (chunks[last - 1]?.kind !== "conjunction") return only;
  const serialComma = chunks[last - 2]?.kind === "comma" && chunks[last - 3]?.kind === "noun" && chunks[last - 4]?.kind === "comma";
  if (chunks[last - 2]?.kind !== "noun" && !serialComma) return only;
  let at = last - (serialComma ? 3 : 2);
  const found = [chunks[at]!, ...only];
  while (chunks[at - 1]?.kind === "comma" && chunks[at - 2]?.kind === "noun") {
    at -= 2;
    found.unshift(chunks[at]!);
  }
  // What stands behind a verb or a preposition is no subject, so the conjunction joins clauses: `hit the base and troops fled`.
  const before = chunks[at - 1];
  if (before?.kind === "preposition") return only;
  return before?.kind === "verb" && !CLAUSE_TAKING.has(analysis.tokens.lemma[before.head]!) ? only : found;
}

/** Index of the relative pronoun that is the subject of the verb group at `verb`. */
function relativeBefore(chunks: readonly Chunk[], verb: number): number | undefined {
  let at = verb - 1;
  while (chunks[at]?.kind === "other") at -= 1;
  return chunks[at]?.kind === "relative" ? at : undefined;
}

function antecedentBefore(chunks: readonly Chunk[], relative: number): Chunk | undefined {
  let best: Chunk | undefined;
  for (let i = relative - 1; i >= 0; i -= 1) {
    const chunk = chunks[i]!;
    if (chunk.kind === "noun") {
      best = chunk;
      const before = chunks[i - 1];
      // `deal between Russia and North Korea that …`: the phrase's head, not the noun next to the pronoun.
      if (before?.kind === "preposition" || before?.kind === "conjunction") {
        i -= 1;
        continue;
      }
      return chunk;
    }
    if (chunk.kind !== "comma" && chunk.kind !== "preposition" && chunk.kind !== "other") return best;
  }
  return best;
}

/** Index of the comma that opens the parenthesis which the comma at `closing` closes. */
function openingComma(chunks: readonly Chunk[], closing: number): number | undefined {
  for (let i = closing - 1; i >= 0; i -= 1) {
    const chunk = chunks[i]!;
    if (chunk.kind === "stop" || chunk.kind === "subordinator") return undefined;
    if (chunk.kind !== "comma") continue;
    const after = chunks[i + 1];
    const opens =
      after?.kind === "relative" ||
      (after?.kind === "verb" && !after.finite) ||
      (after?.kind === "noun" && i + 2 === closing && i > 0 && chunks[i - 1]?.kind === "noun");
    return opens ? i : undefined;
  }
  return undefined;
}

interface RightSide {
  readonly objects: Argument[];
  readonly indirectObjects: Argument[];
  readonly obliques: ObliqueArgument[];
  readonly particle: string | undefined;
  readonly last: number;
}

const DITRANSITIVE = /^(?:give|send|offer|sell|pay|grant|lend|hand|supply|award|tell|show|teach|promise|owe|deny)$/;

function afterVerb(analysis: Analysis, chunks: readonly Chunk[], index: number): RightSide {
  const own = chunks[index]!;
  const nouns: Argument[] = [];
  const obliques: ObliqueArgument[] = [];
  let particle: string | undefined;
  let last = own.last;
  let preposition: Chunk | undefined;
  let first = true;
  const ditransitive = DITRANSITIVE.test(analysis.tokens.lemma[own.head]!);
  for (let i = index + 1; i < chunks.length; i += 1) {
    const chunk = chunks[i]!;
    if (chunk.kind === "verb" || chunk.kind === "stop" || chunk.kind === "relative" || chunk.kind === "subordinator") break;
    if (chunk.kind === "comma") {
      const next = chunks[i + 1];
      if (next?.kind !== "noun" || !listGoesOn(chunks, i)) break;
      continue;
    }
    if (chunk.kind === "conjunction") {
      const next = chunks[i + 1];
      if (next?.kind !== "noun" || startsClause(chunks, i + 1)) break;
      continue;
    }
    if (chunk.kind === "preposition") {
      preposition = chunk;
      first = false;
      continue;
    }
    if (chunk.kind === "other") {
      if (tagOf(analysis, chunk.head) === "RP") particle = analysis.tokens.lower[chunk.head]!;
      continue;
    }
    const after = chunks[i - 1]?.kind;
    // `the jets | it had built`: a relative clause without a pronoun; `warned | the deal could fail`: a clause without `that`.
    if ((after === "noun" || preposition === undefined) && startsClause(chunks, i)) break;
    last = chunk.last;
    if (preposition !== undefined) {
      const text = analysis.tokens.lower[preposition.head]!;
      if (text !== "of") obliques.push({ head: chunk.head, preposition: text, source: "chunk" });
      // Coordinated nouns share the preposition; anything else ends the phrase.
      if (chunks[i + 1]?.kind !== "conjunction" && chunks[i + 1]?.kind !== "comma") preposition = undefined;
      first = false;
    } else if (first || after === "conjunction" || after === "comma") nouns.push(argument(chunk.head));
    else if (nouns.length === 1 && ditransitive && indexOfHead(chunks, nouns[0]!.head) === i - 1) nouns.push(argument(chunk.head));
  }
  if (own.passive) return { objects: [], indirectObjects: [], obliques, particle, last };
  const twoInARow = nouns.length >= 2 && ditransitive && indexOfHead(chunks, nouns[1]!.head) === indexOfHead(chunks, nouns[0]!.head) + 1;
  if (analysis.tokens.lemma[own.head] === "be") return { objects: [], indirectObjects: [], obliques, particle, last };
  const objects = (twoInARow ? nouns.slice(1) : nouns).filter(({ head }) => !isBareTime(analysis, head));
  return { objects, indirectObjects: twoInARow ? nouns.slice(0, 1) : [], obliques, particle, last };
}

function isBareTime(analysis: Analysis, token: number): boolean {
  return /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|yesterday|tomorrow|week|month|year)$/.test(
    analysis.tokens.lemma[token]!.toLowerCase(),
  );
}

/** After a comma: another member of a list rather than a new clause. */
function listGoesOn(chunks: readonly Chunk[], comma: number): boolean {
  let at = comma;
  while (chunks[at]?.kind === "comma" && chunks[at + 1]?.kind === "noun") at += 2;
  if (chunks[at]?.kind === "comma") at += 1;
  return chunks[at]?.kind === "conjunction" && chunks[at + 1]?.kind === "noun" && !startsClause(chunks, at + 1);
}

/** A noun chunk with a finite verb right behind it. */
function startsClause(chunks: readonly Chunk[], noun: number): boolean {
  let at = noun + 1;
  while (chunks[at]?.kind === "other") at += 1;
  const next = chunks[at];
  return next?.kind === "verb" && next.finite;
}

function nounFrame(analysis: Analysis, chunks: readonly Chunk[], index: number, token: number): PredicateArguments {
  const own = chunks[index]!;
  const subjects: Argument[] = [];
  const objects: Argument[] = [];
  const obliques: ObliqueArgument[] = [];
  for (let i = own.first; i < Math.min(token, own.last); i += 1) {
    const tag = tagOf(analysis, i);
    const next = i + 1 < own.last ? tagOf(analysis, i + 1) : "";
    const lastOfName = /^NNP/.test(tag) && !/^(?:NNP|HYPH)/.test(next);
    if (tag === "PRP$" || (next === "POS" && /^N/.test(tag))) subjects.push(argument(i));
    else if (lastOfName && next !== "POS") subjects.push(argument(i));
    else if (tag === "JJ" && /^\p{Lu}/u.test(analysis.tokens.norm[i]!)) subjects.push(argument(i));
    else if (/^NNS?$/.test(tag) && i === token - 1) objects.push(argument(i));
  }
  let last = own.last;
  for (let i = index + 1; i + 1 < chunks.length && chunks[i]!.kind === "preposition" && chunks[i + 1]!.kind === "noun"; i += 2) {
    const preposition = analysis.tokens.lower[chunks[i]!.head]!;
    const members = [chunks[i + 1]!];
    while (chunks[i + 2]?.kind === "conjunction" && chunks[i + 3]?.kind === "noun" && !startsClause(chunks, i + 3)) {
      members.push(chunks[i + 3]!);
      i += 2;
    }
    for (const { head } of members) {
      if (preposition === "of") objects.push(argument(head));
      else if (preposition === "by") subjects.push(argument(head));
      if (preposition !== "of") obliques.push({ head, preposition, source: "chunk" });
    }
    last = members[members.length - 1]!.last;
  }
  return {
    predicate: token,
    kind: "noun",
    subjects,
    objects,
    indirectObjects: [],
    obliques,
    clauses: [],
    negated: analysis.tokens.lower[own.first] === "no",
    ...(analysis.tokens.lower[own.first] === "no" ? { negation: own.first } : {}),
    modals: [],
    passive: false,
    tense: "none",
    perfect: false,
    finiteness: "none",
    clause: { first: own.first, last },
  };
}
