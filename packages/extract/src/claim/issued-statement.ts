import { ACTOR_TYPES } from "./complement.ts";
import { isComma, isVerb, lemmaOf, lowerOf, mentionOver, type Reading, tagOf } from "./reading.ts";
import { subjectOf } from "./subject.ts";
import { verbGroupAt } from "./verb-group.ts";

/** What an agency passes on whole. */
const PAPER = /^(?:statement|communiqu[eé]|declaration|commentary|message|letter|answer|reply|proclamation|remarks?|appeal|text)$/;
/** What is done with it by whoever issues it. */
const ISSUE = /^(?:issue|release|publish|make|give|deliver|circulate|put|send|distribute|post|read|adopt|author)$/;
/** How many sentences may stand before the one that introduces the paper: title, dateline, invocation. */
const OPENING = 6;

/**
 * Whose words a paper is that its first lines introduce: "X, director general of …, made public the following press statement:", "The following statement was
 * released by the Governments of A and B", "The text of the following statement was issued by X". Empty where no such line stands.
 */
export function introducedIssuers(reading: Reading): readonly string[] {
  for (let s = 0; s < Math.min(OPENING, reading.sentences.length); s++) {
    const { first, last } = reading.sentences[s] ?? { first: 0, last: 0 };
    for (let i = first; i < last; i++) {
      if (lowerOf(reading, i) !== "following") continue;
      const noun = paperAfter(reading, i, last);
      if (noun < 0) continue;
      const passive = issuersBehind(reading, noun, last);
      return passive.length > 0 ? passive : issuersBefore(reading, first, i);
    }
  }
  return [];
}

function paperAfter(reading: Reading, following: number, last: number): number {
  for (let i = following + 1; i < Math.min(last, following + 5); i++) {
    if (PAPER.test(lemmaOf(reading, i)) && !PAPER.test(lemmaOf(reading, i + 1))) return i;
    if (isVerb(tagOf(reading, i)) || isComma(lowerOf(reading, i))) return -1;
  }
  return -1;
}

/** "Was issued by X", "by X", "from X" behind the paper. */
function issuersBehind(reading: Reading, noun: number, last: number): readonly string[] {
  for (let i = noun + 1; i < Math.min(last, noun + 12); i++) {
    if (isComma(lowerOf(reading, i))) break;
    const acts = lowerOf(reading, i - 1) === "was" || ISSUE.test(lemmaOf(reading, i - 1)) || i - 1 === noun;
    if (!/^(?:by|from)$/.test(lowerOf(reading, i)) || !acts) continue;
    const ids = listed(reading, i + 1, last);
    const persons = ids.filter((id) => typeOf(reading, id) === "Person");
    return persons.length > 0 ? persons.slice(0, 1) : ids;
  }
  return [];
}

/** Whoever "made public the following statement": the person named before the verb, whatever posts stand beside the name, else its subject. */
function issuersBefore(reading: Reading, first: number, following: number): readonly string[] {
  for (let verb = following - 1; verb >= Math.max(first, following - 8); verb--) {
    if (!isVerb(tagOf(reading, verb)) || !ISSUE.test(lemmaOf(reading, verb))) continue;
    const persons = listed(reading, first, verb).filter((id) => typeOf(reading, id) === "Person");
    if (persons.length > 0) return persons.slice(0, 1);
    const subject = subjectOf(reading, verbGroupAt(reading, verb));
    return (subject?.phrases ?? []).flatMap(({ head }) => {
      const mention = mentionOver(reading, head);
      return mention !== undefined && ACTOR_TYPES.has(mention.type) ? [mention.entity] : [];
    });
  }
  return [];
}

function listed(reading: Reading, first: number, last: number): readonly string[] {
  const ids: string[] = [];
  for (let i = first; i < last; i++) {
    const mention = mentionOver(reading, i);
    if (mention !== undefined && ACTOR_TYPES.has(mention.type) && mention.use !== "place" && !ids.includes(mention.entity))
      ids.push(mention.entity);
    // What the paper is about, or when it came out, ends the list
    else if (
      mention === undefined &&
      i > first &&
      /^(?:on|at|following|regarding|concerning|about|after|during|[:;.])$/.test(lowerOf(reading, i))
    )
      break;
  }
  return ids;
}

const typeOf = (reading: Reading, id: string): string | undefined => reading.annotated.entities.get(id)?.type;

/** What an office puts at the head of what its holder says. */
const RELEASE = /^\s*(?:joint )?(?:media|press|news) (?:release|statement)\b/iu;
/** How many lines the head of a release may have. */
const HEAD_LINES = 8;

/**
 * "Media release / Senator the Hon Penny Wong, Minister for Foreign Affairs / 24 May 2024": the person whose name stands on a line of its own in the head of a
 * release that says what it is.
 */
export function releasingPersons(reading: Reading): readonly string[] {
  const lines: { readonly start: number; readonly end: number }[] = [];
  for (const found of reading.text.slice(0, 1500).matchAll(/[^\n]+/gu)) {
    lines.push({ start: found.index, end: found.index + found[0].length });
    if (lines.length === HEAD_LINES) break;
  }
  const at = lines.findIndex(({ start, end }) => RELEASE.test(reading.text.slice(start, end)));
  if (at < 0) return [];
  for (const line of [lines[at], lines[at + 1], lines[at + 2], lines[at - 1]]) {
    // A full sentence is the text already
    if (line === undefined || line.end - line.start > 160 || /[.!?]["”’]?\s*$/u.test(reading.text.slice(line.start, line.end))) continue;
    const persons = reading.annotated.mentions.filter(
      (mention) => mention.type === "Person" && mention.kind === "name" && mention.start >= line.start && mention.end <= line.end,
    );
    if (persons.length > 0) return [...new Set(persons.map(({ entity }) => entity))];
  }
  return [];
}

/** How a letter takes leave, on a line of its own. */
const LEAVE =
  /\n[ \t]*(?:(?:yours )?(?:very )?(?:sincerely|respectfully|faithfully|truly)(?: yours)?|(?:with )?(?:best|kind|warm) regards|\/s\/)[ \t]*,?[ \t]*\n/giu;

/** "Sincerely, / JOSEPH R. BIDEN JR.": whoever signs a letter speaks in it, not those whom it greets. Empty for a text that no such line ends. */
export function signedBelow(reading: Reading): readonly string[] {
  const leave = [...reading.text.matchAll(LEAVE)].at(-1);
  if (leave === undefined) return [];
  const start = leave.index + leave[0].length;
  const persons = reading.annotated.mentions.filter(
    (mention) => mention.type === "Person" && mention.start >= start && mention.start < start + SIGNATURES,
  );
  return [...new Set(persons.map(({ entity }) => entity))];
}

/** How many characters the names below a letter may take. */
const SIGNATURES = 300;

/** Titles whose persons sign together. */
const SIGNED_TOGETHER = /\b(?:statement|declaration|communiqu[eé]|letter|op-ed|appeal)\b/iu;

/**
 * "Joint Statement by the President of France Emmanuel Macron, Chancellor of Germany Angela Merkel … on Iran": the persons that a title names together as
 * signers. "We, the President of France, Chancellor of Germany, …" in its first sentence are they.
 */
export function jointSigners(reading: Reading, title: readonly number[]): readonly string[] {
  for (const s of title) {
    const { first, last, start, end } = reading.sentences[s] ?? { first: 0, last: 0, start: 0, end: 0 };
    if (!SIGNED_TOGETHER.test(reading.text.slice(start, end))) continue;
    const persons = listed(reading, first, last).filter((id) => typeOf(reading, id) === "Person");
    if (persons.length > 1) return persons;
  }
  return [];
}
