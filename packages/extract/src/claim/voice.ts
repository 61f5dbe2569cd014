import { followsTitle } from "../event/adopted-resolution.ts";
import { namedTogether } from "./collective.ts";
import { ACTOR_TYPES } from "./complement.ts";
import { houseOf } from "./house.ts";
import { introducedIssuers, jointSigners, releasingPersons, signedBelow } from "./issued-statement.ts";
import { firstTokenAt, isVerb, lemmaOf, lowerOf, mentionOver, type Reading, tagOf } from "./reading.ts";
import { statesOf } from "./states-behind.ts";
import { piecesOf, type Subject, subjectOf } from "./subject.ts";
import { actorsIn, sentenceText, titleSentences, titleTopic } from "./title-lines.ts";
import { STATEMENT_TITLE, signersOf } from "./title-signers.ts";
import { type Turn, turnBySentence, turnsOf } from "./turns.ts";
import { verbGroupAt } from "./verb-group.ts";

/** Whose words the body of a document is. */
export type Voice =
  /** News, readouts, fact sheets, encyclopaedias: the document tells, others speak in it. */
  | {
      readonly kind: "narrator";
      /** Whose "we" a fact sheet uses: the states that put it out. */
      readonly house?: readonly string[];
    }
  /** A signed or first-person statement: the signer or the issuing states speak, every sentence is theirs. */
  | { readonly kind: "issuer"; readonly speakers: readonly string[]; readonly states: readonly string[]; readonly spoken?: boolean }
  /** A transcript: whoever has the floor speaks, by sentence. */
  | { readonly kind: "turns"; readonly floor: readonly (Turn | undefined)[] }
  /** A resolution: the organ that is the grammatical subject of its paragraphs. `from` is the sentence that names it. */
  | { readonly kind: "organ"; readonly speaker: string; readonly from: number };

/** Spoken to an audience: much of it is address and thanks. */
const SPOKEN_TITLE = /\b(remarks|address|speech|testimony|interview)\b/i;
const NARRATED_TITLE = /\b(readout|fact sheet|factsheet|summary|background|briefing|q&a)\b/i;
const ORGAN =
  /^(security council|general assembly|council|board of governors|human rights council|commission|conference|parliament|congress|assembly|european council)$/;

/** Decides whose voice a document has, from its title and its grammatical persons. */
export function voiceOf(reading: Reading): Voice {
  const turns = turnsOf(reading);
  if (turns.length > 0) return { kind: "turns", floor: turnBySentence(reading, turns) };
  const organ = resolutionOrgan(reading);
  if (organ !== undefined) return organ;
  const decreeing = decreeingPerson(reading);
  if (decreeing.length > 0) return { kind: "issuer", speakers: decreeing, states: statesOf(reading, decreeing) };
  const introducers = introducedIssuers(reading);
  if (introducers.length > 0) return { kind: "issuer", speakers: introducers, states: statesBehind(reading, introducers) };
  const below = signedBelow(reading);
  if (below.length > 0) return { kind: "issuer", speakers: below, states: statesBehind(reading, below) };
  const named = selfNamed(reading);
  const signers = named.length > 1 ? jointSigners(reading, titleSentences(reading)) : [];
  const together = signers.length > 1 ? signers : named;
  if (together.length > 1) return { kind: "issuer", speakers: together, states: statesOf(reading, together) };
  const title = titleSentences(reading);
  const titleText = `${reading.annotated.document.title ?? ""} ${title.map((s) => sentenceText(reading, s)).join(" ")}`;
  const persons = firstPersonSubjects(reading);
  if (NARRATED_TITLE.test(titleText)) {
    const house = FACT_SHEET.test(titleText) && (persons > 0 || ownPlurals(reading) > 1) ? houseOf(reading, title) : [];
    return house.length === 0 ? { kind: "narrator" } : { kind: "narrator", house };
  }
  const reported = reportedSpeech(reading);
  const releasing = persons > 0 && reported < 2 ? releasingPersons(reading) : [];
  if (releasing.length > 0) return { kind: "issuer", speakers: releasing, states: statesBehind(reading, releasing) };
  const inText = STATEMENT_TITLE.test(titleText) ? signersOf(reading, title) : [];
  const signed = inText.length > 0 ? inText : (reading.annotated.signers ?? []);
  const performing = performingSubject(reading);
  // A collective that signs ("the leaders of the five states") speaks through the states that the first sentence lists.
  const anonymous = signed.every(
    (id) => reading.annotated.entities.get(id)?.type !== "Person" && reading.annotated.entities.get(id)?.type !== "State",
  );
  if (signed.length > 0 && anonymous && performing.length > 1 && persons > 0 && reported < 3)
    return { kind: "issuer", speakers: performing, states: performing };
  // A person's signature makes the text theirs; a state in a title ("Joint Statement on the U.S.-Israel Group") does not, unless the text says "we" or performs.
  const signs = signed.some((id) => reading.annotated.entities.get(id)?.type === "Person");
  if (signed.length > 0 && (persons > 0 || performing.length > 0 || (signs && reported === 0)) && reported < 3)
    return { kind: "issuer", speakers: signed, states: statesBehind(reading, signed), spoken: SPOKEN_TITLE.test(titleText) };
  if (performing.length > 0 && persons > 0 && reported < 2)
    return { kind: "issuer", speakers: performing, states: statesOf(reading, performing) };
  // "We, the leaders of the G7, condemn": first person under a title that says so. The body that the title names speaks, else the text itself.
  if (persons > 1 && (STATEMENT_TITLE.test(titleText) || introduced(reading).length > 0) && reported < 3) {
    // "In September 2021, Australia, the United Kingdom and the United States announced": the leaders who sign are those of the states listed there.
    const listed = /\bjoint\b|\bleaders\b/i.test(titleText) ? listedStates(reading) : [];
    if (listed.length > 1) return { kind: "issuer", speakers: listed, states: listed };
    const bodies = [...title.flatMap((s) => namedBodies(reading, s)), ...introduced(reading)];
    return { kind: "issuer", speakers: bodies.length > 0 ? bodies.slice(0, 1) : [reading.annotated.document.id], states: [] };
  }
  // "The leaders will align our efforts": a joint statement told in the third person whose "our" is those who meet in its first sentence.
  if (STATEMENT_TITLE.test(titleText) && ownPlurals(reading) > 1 && reported < 3) {
    const s = reading.sentences.findIndex((sentence, k) => isBody(reading, k) && sentence.closed);
    const together = s < 0 ? undefined : (namedTogether(reading, s).find(({ kind }) => kind === "person") ?? namedTogether(reading, s)[0]);
    if (together !== undefined) return { kind: "narrator", house: together.ids };
  }
  return { kind: "narrator" };
}

const FACT_SHEET = /\b(fact ?sheet|factsheet)\b/i;

/** "Our", outside quotations, in the body. */
function ownPlurals(reading: Reading): number {
  let count = 0;
  reading.sentences.forEach((sentence, s) => {
    if (!isBody(reading, s)) return;
    for (let i = sentence.first; i < sentence.last; i++) if (lowerOf(reading, i) === "our" && outsideQuotes(reading, i)) count++;
  });
  return count;
}

/** Organisations and forums that a title names before its topic: "G7 Leaders’ Statement", with the organisation for those who lead it. */
function namedBodies(reading: Reading, sentence: number): readonly string[] {
  const { first, last } = reading.sentences[sentence] ?? { first: 0, last: 0 };
  const end = titleTopic(reading, first, last);
  // A title may be the document's own name, and hold those who issue it.
  const named = reading.annotated.mentions.filter(
    (mention) =>
      mention.first >= first &&
      mention.first < end &&
      mention.type !== "Document" &&
      (ACTOR_TYPES.has(mention.type) || mention.type === "Forum"),
  );
  const bodies = named.filter(
    (mention) =>
      mention.type !== "Group" ||
      !named.some((inner) => inner.type === "InternationalOrganization" && inner.first >= mention.first && inner.last <= mention.last),
  );
  return [...new Set(bodies.map(({ entity }) => entity))];
}

function resolutionOrgan(reading: Reading): Voice | undefined {
  for (let s = 0; s < Math.min(reading.sentences.length, 12); s++) {
    const { first, last } = reading.sentences[s] ?? { first: 0, last: 0 };
    const text = sentenceText(reading, s)
      .trim()
      .replace(/^the\s+/i, "")
      .replace(/[,:.\s]+$/, "");
    const mention = mentionOver(reading, lowerOf(reading, first) === "the" ? first + 1 : first) ?? mentionOver(reading, first);
    const opening =
      text
        .split(/,/)[0]
        ?.toLowerCase()
        .replace(/^(united nations|u\.?n\.?) /, "") ?? "";
    if (!ORGAN.test(opening) || last - first > 400) continue;
    const next = lowerOf(reading, reading.sentences[s + 1]?.first ?? last);
    const begins =
      text.length < 60 ||
      /^[^,]+,\s+(recalling|having|reaffirming|noting|expressing|acting|guided|deeply|gravely|determined|mindful|bearing|considering|welcoming|taking|convinced|recognizing|strongly)\b/i.test(
        text,
      );
    if (!begins && !/^(recalling|having|reaffirming|noting|expressing|acting)/.test(next)) continue;
    const speaker = mention !== undefined && ACTOR_TYPES.has(mention.type) ? mention.entity : organEntity(reading, opening);
    if (speaker !== undefined) return { kind: "organ", speaker, from: s };
  }
  return enactedInTitle(reading) ?? withoutEnactment(reading);
}

/** Paragraphs that begin with what an organ does, and with no one who does it. */
const OPERATIVE_OPENING =
  /^\s*(?:\d{1,3}\.\s+)?(?:(?:Also|Further|Strongly|Again)\s+)?(?:Decides|Requests|Calls upon|Calls on|Demands|Urges|Condemns|Reaffirms|Affirms|Invites|Authorizes|Declares|Requires|Notes|Welcomes|Endorses|Recommends|Approves|Emphasizes|Stresses|Reiterates)\b/u;

/** An extract of a resolution, without "The Security Council,": the title's number tells whose it is, the paragraphs that it is one. */
function withoutEnactment(reading: Reading): Voice | undefined {
  const title = reading.annotated.mentions.find((mention) => mention.type === "Resolution");
  if (title === undefined || title.start > 60 || !/^resolution\/un(?:sc|ga)-/.test(title.entity)) return undefined;
  const opens = reading.sentences.map((sentence) => OPERATIVE_OPENING.test(reading.text.slice(sentence.start, sentence.end)));
  if (opens.filter(Boolean).length < 2) return undefined;
  return {
    kind: "organ",
    speaker: title.entity.startsWith("resolution/unga-") ? "org/unga" : "org/unsc",
    // Behind the title, where that is a sentence of its own.
    from: opens[0] === true ? 0 : 1,
  };
}

/** "Resolution 707 (1991) of 15 August 1991 The Security Council,": the organ stands at the end of the title's line. */
function enactedInTitle(reading: Reading): Voice | undefined {
  for (let s = 0; s < Math.min(reading.sentences.length, 12); s++) {
    const { first, last, end } = reading.sentences[s] ?? { first: 0, last: 0, end: 0 };
    const mention = reading.annotated.mentions.find(
      (candidate) =>
        candidate.first > first && candidate.last <= last && last - candidate.last <= 1 && candidate.type === "InternationalOrganization",
    );
    if (mention === undefined || !ORGAN.test(mention.text.toLowerCase())) continue;
    if (!followsTitle(reading.text, mention.start) || !/^\s*[,.]?\s*$/.test(reading.text.slice(mention.end, end))) continue;
    return { kind: "organ", speaker: mention.entity, from: s + 1 };
  }
  return undefined;
}

function organEntity(reading: Reading, name: string): string | undefined {
  for (const entity of reading.annotated.entities.values()) {
    if (
      entity.type === "InternationalOrganization" &&
      [entity.name, ...entity.aliases].some((alias) => alias.toLowerCase().replace(/^(the|united nations|un|u\.n\.) /, "") === name)
    )
      return entity.id;
  }
  return undefined;
}

function outsideQuotes(reading: Reading, i: number): boolean {
  return (reading.quoteAt[i] ?? -1) < 0;
}

function isBody(reading: Reading, s: number): boolean {
  return reading.regionOf[s] === "body";
}

/** Finite verbs with "we" or "I" as subject outside quotations. */
function firstPersonSubjects(reading: Reading): number {
  let count = 0;
  reading.sentences.forEach((sentence, s) => {
    if (!isBody(reading, s)) return;
    for (let i = sentence.first; i < sentence.last - 1; i++)
      if (/^(we|i)$/.test(lowerOf(reading, i)) && tagOf(reading, i) === "PRP" && outsideQuotes(reading, i)) count++;
  });
  return count;
}

/** Sentences in which somebody else is reported as saying something: the mark of news. */
function reportedSpeech(reading: Reading): number {
  let count = 0;
  reading.sentences.forEach((sentence, s) => {
    if (!isBody(reading, s)) return;
    for (let i = sentence.first; i < sentence.last; i++) {
      if (!outsideQuotes(reading, i) || !/^(say|tell|add)$/.test(lemmaOf(reading, i)) || !/^VB[DZ]$/.test(tagOf(reading, i))) continue;
      count++;
      break;
    }
  });
  return count;
}

/** "We, the leaders of the Group of Seven (G7), met": who "we" is, where the text says so first. */
function introduced(reading: Reading): readonly string[] {
  // A number may open the paragraph, as a sentence of its own or not.
  const sentence = reading.sentences.find(
    (one, k) => isBody(reading, k) && [0, 1, 2].some((skip) => one.first + skip < one.last && lowerOf(reading, one.first + skip) === "we"),
  );
  if (sentence === undefined) return [];
  for (let i = sentence.first + 1; i < Math.min(sentence.last, sentence.first + 16); i++) {
    const tag = tagOf(reading, i);
    if (isVerb(tag)) break;
    const mention = mentionOver(reading, i);
    if (mention !== undefined && /^(InternationalOrganization|Forum|GovernmentBody|State)$/.test(mention.type)) return [mention.entity];
  }
  return [];
}

/** How far into a sentence "I, NAME, President of" may stand behind the authority that it invokes, in tokens. */
const DECREE_REACH = 160;

/**
 * "By the authority vested in me as President by the Constitution … , I, NAME, President of the United States of America, hereby order": an order or
 * proclamation is the words of whoever signs it, or of the country where no name stands.
 */
function decreeingPerson(reading: Reading): readonly string[] {
  const found = /\bauthority vested in me\b|\bI, (?=[^,]{3,60}, (?:the )?President of\b)/u.exec(reading.text);
  if (found === null) return [];
  const from = firstTokenAt(reading.tokens, found.index);
  let state: string | undefined;
  for (let i = from; i < Math.min(reading.tokens.count, from + DECREE_REACH); i++) {
    const mention = mentionOver(reading, i);
    if (mention?.type === "Person" && /^(?:i|,)$/.test(lowerOf(reading, mention.first - 1))) return [mention.entity];
    if (mention?.type === "State") state ??= mention.entity;
  }
  return state === undefined ? [] : [state];
}

/** "We, Prime Minister X of A, President Y of B, and Prime Minister Z of C, met": the persons, else the states, that "we" lists before its verb. */
function selfNamed(reading: Reading): readonly string[] {
  const s = reading.sentences.findIndex((sentence, k) => isBody(reading, k) && sentence.closed);
  const { first, last } = reading.sentences[s] ?? { first: 0, last: 0 };
  if (lowerOf(reading, first) !== "we" || !/^[,–—-]$/.test(lowerOf(reading, first + 1))) return [];
  let verb = first + 2;
  while (verb < last && !/^(VBD|VBP|VBZ|MD)$/.test(tagOf(reading, verb))) verb++;
  const ids = actorsIn(reading, first + 2, verb);
  const ofType = (type: string): readonly string[] => ids.filter((id) => reading.annotated.entities.get(id)?.type === type);
  return ofType("Person").length > 1 ? ofType("Person") : ofType("State");
}

/** States that are listed as the subject of the first sentence, in whatever tense. */
function listedStates(reading: Reading): readonly string[] {
  const s = reading.sentences.findIndex((sentence, k) => isBody(reading, k) && sentence.closed);
  const { first, last } = reading.sentences[s] ?? { first: 0, last: 0 };
  const ids: string[] = [];
  for (let i = first; i < last; i++) {
    if (/^(VBD|VBP|VBZ|MD)$/.test(tagOf(reading, i)) && ids.length > 0) break;
    const mention = mentionOver(reading, i);
    if (mention?.type === "State" && mention.use !== "place" && !ids.includes(mention.entity)) ids.push(mention.entity);
  }
  return ids;
}

/** Verbs whose present tense does what it says: whoever is their subject in the first sentence of a statement speaks it. */
const PERFORMING: ReadonlySet<string> = new Set(
  "regret oppose urge demand stress praise note hail back applaud object warn condemn welcome reaffirm affirm call consider express support reject deplore denounce commend congratulate join stand declare announce impose take issue agree commit remain reiterate underscore emphasize recognize".split(
    " ",
  ),
);

/** States or bodies that are the present-tense subject of the first sentence of a statement: "The United States strongly condemns". */
function performingSubject(reading: Reading): readonly string[] {
  const first = reading.sentences.findIndex((sentence, s) => isBody(reading, s) && sentence.closed);
  const sentence = reading.sentences[first];
  if (sentence === undefined) return [];
  for (let i = sentence.first; i < sentence.last; i++) {
    if (!isVerb(tagOf(reading, i)) || !outsideQuotes(reading, i)) continue;
    const group = verbGroupAt(reading, i);
    if (group.form !== "finite") continue;
    if (group.tense !== "present" || !PERFORMING.has(lemmaOf(reading, i))) return [];
    const subject = subjectOf(reading, group);
    return subject === undefined ? [] : listedActors(reading, subject, sentence.first, i);
  }
  return [];
}

/** All the states of "A, B, the C, and D consider": a long list defeats the phrase rules, so every actor before the verb counts. */
function listedActors(reading: Reading, subject: Subject, first: number, verb: number): readonly string[] {
  const own = subject.phrases.map((p) => mentionOver(reading, p.head)).filter((m) => m !== undefined);
  if (own.length === 0 || !own.every((m) => ACTOR_TYPES.has(m.type))) return [];
  const pieces = piecesOf(reading, first, verb, -1);
  const onlyList = pieces.every(
    (p) => p.kind === "np" || p.kind === "comma" || p.kind === "conjunction" || p.kind === "other" || p.kind === "preposition",
  );
  const ids = onlyList ? actorsIn(reading, first, verb) : own.map((m) => m.entity);
  const states = ids.filter((id) =>
    /^(State|Territory|InternationalOrganization|GovernmentBody|Group)$/.test(reading.annotated.entities.get(id)?.type ?? ""),
  );
  return states.length > 0 ? states : ids;
}

/** The states of the signers; for a spokesperson of a body that no state is known of, the one state that acts in the statement's own voice. */
function statesBehind(reading: Reading, signers: readonly string[]): readonly string[] {
  const known = statesOf(reading, signers);
  if (known.length > 0) return known;
  const acting = new Set<string>();
  reading.sentences.forEach((sentence, s) => {
    if (!isBody(reading, s)) return;
    for (let i = sentence.first; i < sentence.last; i++) {
      if (!isVerb(tagOf(reading, i)) || !outsideQuotes(reading, i)) continue;
      const group = verbGroupAt(reading, i);
      if (group.form !== "finite" || i !== group.head) continue;
      const performs = group.modal === "will" || (group.tense === "present" && PERFORMING.has(lemmaOf(reading, i)));
      const subject = performs ? subjectOf(reading, group) : undefined;
      const mention = subject?.phrases.length === 1 ? mentionOver(reading, subject.phrases[0]?.head ?? -1) : undefined;
      if (mention?.type === "State" && mention.use !== "place") acting.add(mention.entity);
      break;
    }
  });
  if (acting.size === 1) return [...acting];
  // "Remarks by the Homeland Security Advisor": whose adviser, the text says as of its own
  const title = titleSentences(reading)
    .map((s) => sentenceText(reading, s))
    .join(" ");
  const government = OFFICIALS.test(title) ? reading.annotated.home : undefined;
  return government === undefined ? [] : [government];
}

/** Posts that a title gives without a country. */
const OFFICIALS =
  /\b(?:advis[eo]r|assistant to the president|press secretary|spokes(?:person|man|woman)|coordinator|administration officials?)\b/i;
