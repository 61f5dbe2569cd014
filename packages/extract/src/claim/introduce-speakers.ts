import type { AnnotatedDocument, DocumentEntity, Mention } from "../annotated-document.ts";
import { newEntityId } from "../entity/entity-table.ts";
import type { EntityType } from "../ontology.ts";
import { namedAlike } from "./antecedent.ts";
import { VIEW_ROWS } from "./cue-table.ts";
import { findCues } from "./find-cues.ts";
import { isNoun, lemmaOf, lowerOf, mentionOver, type Reading, readDocument, tagOf } from "./reading.ts";
import { BOTH_OF_THEM, SPEAKING_NOUNS, STANDING_FOR_STATE } from "./speaker-nouns.ts";
import { type NounPhrase, nounPhraseFrom } from "./subject.ts";
import { BRIEFING, sentenceText, titleSentences } from "./title-lines.ts";
import { labelName, turnsOf } from "./turns.ts";

/** Nouns that only their complement makes somebody: "the mother of Spanish soldier Angel Martinez". */
const RELATIONAL =
  /^(mother|father|wife|husband|son|daughter|brother|sister|head|leader|chief|director|spokesman|spokeswoman|spokesperson|author|commander|minister|ambassador|envoy|representative|member|official|group|family|panel)s?$/;

/**
 * Nodes for those who speak without a name (L64): "Ukrainian officials", "a NATO official", "initial reports". Only subjects of cues get one, and only where
 * no mention covers their head. To be run between `annotate` and `findEvents`; running it again changes nothing.
 */
export function introduceSpeakers(document: AnnotatedDocument): AnnotatedDocument {
  const annotated = introduceTurns(document);
  const reading = readDocument(annotated);
  const entities = new Map(annotated.entities);
  const mentions: Mention[] = [];
  const taken = new Set<number>();
  const byHead = new Map<string, string>();
  reading.sentences.forEach((_, s) => {
    if (reading.regionOf[s] !== "body") return;
    for (const match of findCues(reading, s)) {
      if (match.weak && !VIEW_ROWS.has(match.row)) continue;
      for (const phrase of match.subject?.phrases ?? []) {
        if (taken.has(phrase.head)) continue;
        const whole = wholeOf(reading, phrase);
        const part = whole !== phrase;
        const type = part ? partType(reading, phrase, whole) : unnamedType(reading, phrase);
        if (type === undefined) continue;
        const span = part ? { first: phrase.first, last: whole.last } : describe(reading, phrase);
        const bare = span.last - span.first === 1;
        const head = lemmaOf(reading, phrase.head);
        // "the experts" after "U.N. experts": the same, when nothing else is said of them.
        const definite = /^(the|these|those)$/.test(lowerOf(reading, phrase.first));
        const known = bare ? (byHead.get(head) ?? (definite ? namedAlike(reading, lowerOf(reading, phrase.head)) : undefined)) : undefined;
        // "The officials" after two named people are those two; without an antecedent nobody is made up.
        if (bare && known === undefined && definite && type === "Group") continue;
        const name = reading.text.slice(reading.tokens.start[span.first], reading.tokens.end[span.last - 1]);
        const id = known ?? newEntityId(type, name);
        if (known === undefined) byHead.set(head, id);
        taken.add(phrase.head);
        if (!entities.has(id)) entities.set(id, entityOf(reading, id, type, name, span));
        mentions.push(mentionOf(reading, id, entities.get(id)?.type ?? type, phrase, s));
      }
    }
  });
  if (mentions.length === 0) return annotated;
  return { ...annotated, entities, mentions: [...annotated.mentions, ...mentions].sort((a, b) => a.start - b.start || b.end - a.end) };
}

/**
 * In a transcript every label is somebody: a node for those whom nobody else names ("MS. SLOAT", "SENIOR ADMINISTRATION OFFICIAL").
 */
function introduceTurns(annotated: AnnotatedDocument): AnnotatedDocument {
  const reading = readDocument(annotated);
  const turns = turnsOf(reading);
  if (turns.length === 0) return annotated;
  const entities = new Map(annotated.entities);
  const added: Mention[] = [];
  const opening = titleSentences(reading)
    .map((s) => sentenceText(reading, s))
    .join(" ");
  for (const turn of turns) {
    if (turn.silent || turn.speakers.length > 0) continue;
    const name = labelName(turn.name);
    const surname = name.split(" ").at(-1)?.toLowerCase() ?? "";
    const known = /^\p{Lu}/u.test(name)
      ? [...entities.values()].find((entity) => entity.type === "Person" && entity.name.toLowerCase().split(" ").at(-1) === surname)
      : undefined;
    const id = known?.id ?? newEntityId("Person", name);
    // "SENIOR ADMINISTRATION OFFICIAL", and the staff that opens a press call: of the government that the text calls its own
    const country = (!/^\p{Lu}/u.test(name) && /\bofficials?\b/.test(name)) || BRIEFING.test(opening) ? annotated.home : undefined;
    if (!entities.has(id))
      entities.set(id, { id, type: "Person", name, aliases: [], isNew: true, ...(country === undefined ? {} : { country }) });
    const head = Math.max(turn.label.first, turn.label.last - 2);
    const phrase: NounPhrase = { first: turn.label.first, last: head + 1, head };
    added.push({ ...mentionOf(reading, id, "Person", phrase, reading.tokens.sentence[head] ?? 0), rule: "speaker.label" });
  }
  return { ...annotated, entities, mentions: [...annotated.mentions, ...added].sort((a, b) => a.start - b.start || b.end - a.end) };
}

/** A part is a person when it is one of several people; of a group that has no name of its own it is another group. */
function partType(reading: Reading, phrase: NounPhrase, whole: NounPhrase): EntityType | undefined {
  if (mentionOver(reading, phrase.head) !== undefined) return undefined;
  const type = SPEAKING_NOUNS[lowerOf(reading, whole.head)];
  if (type !== "Group") return undefined;
  return /^(one|another)$/.test(lowerOf(reading, phrase.head)) ? "Person" : "Group";
}

/** "One of the diplomats", "two of the survivors": the phrase that says what they are; the phrase itself when there is no such part. */
function wholeOf(reading: Reading, phrase: NounPhrase): NounPhrase {
  const word = lowerOf(reading, phrase.head);
  if (!/^(one|two|three|several|some|many|most|both|another)$/.test(word) || lowerOf(reading, phrase.last) !== "of") return phrase;
  const whole = nounPhraseFrom(reading, phrase.last + 1, Math.min(reading.tokens.count, phrase.last + 9));
  return whole !== undefined && isNoun(tagOf(reading, whole.head)) ? whole : phrase;
}

/** Bodies that are somebody only where an article introduces them. */
const BODY =
  /^(?:group|organization|organisation|association|union|federation|charity|foundation|institute|university|church|watchdog|think-tank|thinktank|nonprofit|ngo|network|collective|coalition|consortium|company|firm|manufacturer|shipbuilder|airline|operator)$/;

function unnamedType(reading: Reading, phrase: NounPhrase): EntityType | undefined {
  if (mentionOver(reading, phrase.head) !== undefined || !isNoun(tagOf(reading, phrase.head))) return undefined;
  const word = lowerOf(reading, phrase.head);
  const lemma = lemmaOf(reading, phrase.head);
  if (isSurname(reading, phrase)) return "Person";
  const type = SPEAKING_NOUNS[word] ?? SPEAKING_NOUNS[lemma] ?? informed(reading, phrase);
  // "A rights group said": "the group" is one already named.
  if (type === undefined)
    return BODY.test(word) && /^(?:a|an|one|another)$/.test(lowerOf(reading, phrase.first)) ? "Organization" : undefined;
  // "The Iranian authorities" are Iran; "the occupying authorities in Crimea" are nobody's name.
  if (STANDING_FOR_STATE.has(word) && (hasState(reading, phrase) || type !== "Group" || phrase.head - phrase.first < 2)) return undefined;
  // "Uganda, whose army says": Uganda's.
  if (lowerOf(reading, phrase.first - 1) === "whose" && type !== "Person" && type !== "Group") return undefined;
  const determiner = lowerOf(reading, phrase.first);
  // "The two sides", "both leaders" are people already named; "the leader" too.
  if (BOTH_OF_THEM.has(word) && /^(the|both|two|all|these)$/.test(determiner) && !hasState(reading, phrase)) return undefined;
  if (type === "Person" && phrase.last - phrase.first === 1) return undefined;
  const definite = /^(the|this|that)$/.test(determiner);
  // "the French minister": told apart by the state
  if (type === "Person" && definite && hasState(reading, phrase)) return type;
  if (type === "Person" && definite && !RELATIONAL.test(word)) return undefined;
  if (type === "Person" && definite && lowerOf(reading, phrase.last) !== "of") return undefined;
  return type;
}

/** "Begin insisted that", "Mossadegh refused": a bare capitalised name that says something is a person's, where no list knows it. */
function isSurname(reading: Reading, phrase: NounPhrase): boolean {
  if (phrase.last - phrase.first > 3 || /^(the|a|an)$/.test(lowerOf(reading, phrase.first - 1))) return false;
  for (let i = phrase.first; i < phrase.last; i++) {
    const word = reading.tokens.norm[i] ?? "";
    if (tagOf(reading, i) !== "NNP" || !/^\p{Lu}\p{Ll}{2,}(?:[-’']\p{Lu}\p{Ll}+)?$/u.test(word) || mentionOver(reading, i) !== undefined)
      return false;
  }
  return SPEAKING_NOUNS[lowerOf(reading, phrase.head)] === undefined;
}

/** "Two people familiar with the matter", "a person briefed on the talks", "one member state". */
function informed(reading: Reading, phrase: NounPhrase): EntityType | undefined {
  const word = lowerOf(reading, phrase.head);
  if (word === "state" && lowerOf(reading, phrase.head - 1) === "member") return "State";
  if (word === "states" && lowerOf(reading, phrase.head - 1) === "member") return "Group";
  if (!/^(people|persons|person|individuals?|those|man|woman|men|women)$/.test(word) || informedEnd(reading, phrase) < 0) return undefined;
  return /^(person|individual|man|woman)$/.test(word) ? "Person" : "Group";
}

/** End of "familiar with the matter" after a phrase; -1 when nothing of the kind follows. */
function informedEnd(reading: Reading, phrase: NounPhrase): number {
  const at = phrase.last;
  if (!/^(familiar|briefed|close|involved|with|acquainted|knowledgeable|privy)$/.test(lowerOf(reading, at))) return -1;
  const preposition = lowerOf(reading, at) === "with" ? at : at + 1;
  if (!/^(with|on|to|in|about)$/.test(lowerOf(reading, preposition))) return -1;
  return nounPhraseFrom(reading, preposition + 1, Math.min(reading.tokens.count, preposition + 8))?.last ?? -1;
}

/** "The Ukrainian officials" are nobody named before; "the national security advisors" are. */
function hasState(reading: Reading, phrase: NounPhrase): boolean {
  for (let i = phrase.first; i < phrase.head; i++) if (mentionOver(reading, i) !== undefined) return true;
  return false;
}

/** The words that name them: without determiners, with the complement that a relational noun needs. */
function describe(reading: Reading, phrase: NounPhrase): { readonly first: number; readonly last: number } {
  let first = phrase.first;
  while (first < phrase.head && /^(DT|PDT|PRP\$|CD|RB|POS)$/.test(tagOf(reading, first)) && mentionOver(reading, first) === undefined)
    first++;
  let last = Math.max(phrase.head + 1, first + 1, informedEnd(reading, phrase));
  if (RELATIONAL.test(lowerOf(reading, phrase.head)) && /^(of|for)$/.test(lowerOf(reading, last))) {
    const complement = nounPhraseFrom(reading, last + 1, Math.min(reading.tokens.count, last + 10));
    if (complement !== undefined) last = complement.last;
  }
  // "officials in Australia and New Zealand": told apart by where they are.
  if (last === phrase.head + 1 && first === phrase.head && /^(in|from)$/.test(lowerOf(reading, last))) {
    for (let at = last + 1; ; ) {
      const mention = mentionOver(reading, at);
      if (mention === undefined || !/^(State|Territory|Place)$/.test(mention.type)) break;
      last = mention.last;
      if (lowerOf(reading, last) !== "and") break;
      at = last + 1;
    }
  }
  return { first, last };
}

function entityOf(
  reading: Reading,
  id: string,
  type: EntityType,
  name: string,
  span: { readonly first: number; readonly last: number },
): DocumentEntity {
  // "Ukrainian officials" belong to the state that modifies them.
  let country: string | undefined;
  for (let i = span.first; i < span.last; i++) {
    const mention = mentionOver(reading, i);
    const entity = mention === undefined ? undefined : reading.annotated.entities.get(mention.entity);
    if (entity?.type === "State") country ??= entity.id;
  }
  return { id, type, name, aliases: [], isNew: true, ...(country === undefined ? {} : { country }) };
}

function mentionOf(reading: Reading, entity: string, type: EntityType, phrase: NounPhrase, sentence: number): Mention {
  const start = reading.tokens.start[phrase.head] ?? 0;
  const end = reading.tokens.end[phrase.head] ?? start;
  return {
    start,
    end,
    text: reading.text.slice(start, end),
    first: phrase.head,
    last: phrase.head + 1,
    head: phrase.head,
    sentence,
    entity,
    type,
    kind: "nominal",
    rule: "speaker.unnamed",
    confidence: 0.7,
  };
}
