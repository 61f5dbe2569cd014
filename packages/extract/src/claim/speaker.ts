import type { DocumentEntity } from "../annotated-document.ts";
import { wordTable } from "../word-table.ts";
import { categoryBefore, introducedBefore, namedAlike } from "./antecedent.ts";
import { collectiveOf } from "./collective.ts";
import { ACTOR_TYPES } from "./complement.ts";
import { firstTokenAt, lemmaOf, lowerOf, mentionOver, type Reading, tagOf } from "./reading.ts";
import { BOTH_OF_THEM, DOCUMENT_NOUNS, STANDING_FOR_STATE } from "./speaker-nouns.ts";
import { statesOf } from "./states-behind.ts";
import { type NounPhrase, nounPhraseFrom, piecesOf, type Subject } from "./subject.ts";
import type { Voice } from "./voice.ts";

/** Who was found to speak, and how sure that is. */
export interface Speaker {
  readonly ids: readonly string[];
  readonly onBehalfOf?: string;
  /** 0–1: a name beside its verb is 1, a pronoun or a carried-over speaker less. */
  readonly confidence: number;
  /** The subject is the document's own issuer or the person whose quotation this is. */
  readonly own: boolean;
  /** A pronoun or "both sides" that only the memory of earlier speakers resolves. */
  readonly carried?: boolean;
}

/** What a reader remembers of who spoke last; passed from claim to claim in text order. */
export interface SpeakerMemory {
  readonly person?: string;
  /** Sentence in which that person last spoke as the subject of a cue. */
  readonly personAt?: number;
  readonly document?: string;
  readonly organization?: string;
  /** The last of the two. */
  readonly thing?: string;
  readonly plural?: readonly string[];
  /** Whoever issued the statement that is being quoted. */
  readonly issuers?: readonly string[];
}

/** First person: the one whose words these are. */
export interface FirstPerson {
  readonly ids: readonly string[];
  readonly states: readonly string[];
  /** Only a guess for "we" outside quotations in a report: whoever spoke last. */
  readonly stray?: boolean;
}

/** Entities that a subject stands for; `undefined` when nobody can be named without guessing. */
export function resolveSpeaker(
  reading: Reading,
  subject: Subject,
  memory: SpeakerMemory,
  first: FirstPerson | undefined,
): Speaker | undefined {
  const ids: string[] = [];
  let confidence = 1;
  let own = false;
  let carried = false;
  let onBehalfOf: string | undefined;
  for (const phrase of subject.phrases) {
    const found = resolvePhrase(reading, phrase, memory, first);
    if (found === undefined) {
      // One unresolved half of a pair would credit the other with both.
      if (subject.phrases.length > 1) confidence = Math.min(confidence, 0.5);
      continue;
    }
    for (const id of found.ids) if (!ids.includes(id)) ids.push(id);
    confidence = Math.min(confidence, found.confidence);
    own ||= found.own;
    carried ||= found.carried ?? false;
    onBehalfOf ??= found.onBehalfOf;
  }
  if (ids.length === 0) return undefined;
  if (subject.how === "inherited") confidence = Math.min(confidence, 0.85);
  else if (subject.how === "tree") confidence = Math.min(confidence, 0.8);
  return { ids, confidence, own, ...(carried ? { carried } : {}), ...(onBehalfOf === undefined ? {} : { onBehalfOf }) };
}

const OWN_WORDS = /^(message|position|view|policy|assessment|commitment|goal|statement|stance)$/;

function resolvePhrase(reading: Reading, phrase: NounPhrase, memory: SpeakerMemory, first: FirstPerson | undefined): Speaker | undefined {
  const word = lowerOf(reading, phrase.head);
  const lemma = lemmaOf(reading, phrase.head);
  // "The US agreed": capitals name the country.
  const acronym = mentionOver(reading, phrase.head);
  if (/^(we|i|us|me)$/.test(word) && (acronym?.type !== "State" || acronym.kind === "pronoun")) {
    const state = first?.states.length === 1 ? first.states[0] : undefined;
    return first === undefined
      ? undefined
      : { ids: first.ids, confidence: 0.95, own: true, ...(state === undefined || first.ids.includes(state) ? {} : { onBehalfOf: state }) };
  }
  // "Our message is clear", "our assessment is that".
  if (first !== undefined && /^(our|my)$/.test(lowerOf(reading, phrase.first)) && OWN_WORDS.test(lemma))
    return { ids: first.ids, confidence: 0.9, own: true };
  // "Uganda, whose army says": the owner that the relative clause hangs on.
  const owner = lowerOf(reading, phrase.first - 1) === "whose" ? ownerBefore(reading, phrase) : undefined;
  if (owner !== undefined) return { ids: [owner], confidence: 0.75, own: false };
  const found = mentionOver(reading, phrase.head);
  // A person's pronoun that the linker gave to a state or a paper says nothing.
  const misled = found?.kind === "pronoun" && /^(he|she|him|her)$/.test(word) && found.type !== "Person";
  const mention = misled ? undefined : found;
  // "Lieberman conceded that Assad was winning. He said": whoever spoke in the sentence before goes on speaking, whoever else was named in between.
  if (
    /^(he|she|him|her)$/.test(word) &&
    memory.person !== undefined &&
    memory.personAt !== undefined &&
    continues(reading, phrase.head, memory.personAt) &&
    (first?.stray === true || !(first?.ids.includes(memory.person) ?? false)) &&
    mention?.entity !== memory.person
  )
    return { ids: [memory.person], confidence: 0.7, own: false };
  // "it said", "it added": the paper or body that spoke last, before any other antecedent.
  if (word === "it" && memory.thing !== undefined && mention?.entity !== memory.thing)
    return { ids: [memory.thing], confidence: 0.65, own: false, carried: true };
  if (mention === undefined || !ACTOR_TYPES.has(mention.type)) {
    const named =
      bySurname(reading, phrase) ??
      byDescription(reading, phrase) ??
      lastOfThatKind(reading, phrase, memory) ??
      introducedBefore(reading, phrase) ??
      categoryBefore(reading, phrase);
    if (named !== undefined) return { ids: [named], confidence: 0.75, own: first?.ids.includes(named) ?? false };
  }
  // "At the summit between Kim and Putin, both leaders committed": two persons of the sentence come before who spoke last
  const leaders =
    /^(leaders|presidents|ministers|men)$/.test(word) && /^(both|the|two)$/.test(lowerOf(reading, phrase.first))
      ? pairBefore(reading, phrase.first, 0)
      : undefined;
  if (leaders !== undefined) return { ids: leaders, confidence: 0.7, own: false };
  // "Both sides concurred", "the three NSAs reaffirmed": in a statement of several they are the issuers, in a report of talks those who talk.
  if (mention === undefined || mention.kind !== "name") {
    const together = first !== undefined && first.stray !== true && first.ids.length > 1 ? first.ids : memory.plural;
    // A group whose members the linker has listed keeps them, unless the text tells of a meeting.
    const listed = mention !== undefined && (reading.annotated.entities.get(mention.entity)?.members?.length ?? 0) > 1;
    const ids = describesItself(reading, phrase) ? undefined : collectiveOf(reading, phrase, together, listed);
    if (ids !== undefined) return { ids, confidence: 0.7, own: ids === first?.ids };
  }
  // "Kim and Putin met …, where they vowed": the pair named in the same sentence, before any antecedent further off.
  const pair = word === "they" ? pairBefore(reading, phrase.first, 0) : undefined;
  if (pair !== undefined) return { ids: pair, confidence: 0.7, own: false };
  if (mention !== undefined) {
    const entity = reading.annotated.entities.get(mention.entity);
    if (entity !== undefined && mayStand(entity, mention.use)) {
      // Place names used as places do not speak; a pronoun is as good as its antecedent.
      const expanded = expand(reading, entity, memory, mention.kind);
      // "Iran and its allies": the allies of somebody are those who speak here only where that somebody is among them.
      const others = /^PRP\$$/.test(tagOf(reading, phrase.first)) && !/^(?:our|my)$/.test(lowerOf(reading, phrase.first));
      const owner = others ? (mentionOver(reading, phrase.first)?.entity ?? subjectBefore(reading, phrase.first)?.[0]) : undefined;
      const apart = others && !(entity.members?.length ?? 0) && !(owner !== undefined && expanded.includes(owner));
      const known = apart ? [entity.id] : expanded;
      const isOwn = first !== undefined && (first.ids.includes(entity.id) || first.states.includes(entity.id));
      const voiced = spokenFor(reading, phrase, entity);
      if (voiced !== undefined) return { ids: [...known, voiced], confidence: 0.85, own: isOwn };
      // "A report by the Agency says", "the Panel's latest report": the paper, and whoever speaks through it.
      const authors = entity.type === "Document" ? statesWithin(reading, phrase).filter((id) => !known.includes(id)) : [];
      if (authors.length === 1) return { ids: [...known, ...authors], confidence: 0.85, own: isOwn };
      const confidence = mention.kind === "pronoun" ? Math.min(0.8, mention.confidence) : Math.min(1, 0.5 + mention.confidence / 2);
      // "Officials from both governments": they, and those whose officials they are.
      const whose = entity.type === "Group" && known.length === 1 ? sentBy(reading, phrase, memory) : [];
      return { ids: [...new Set([...known, ...whose])], confidence, own: isOwn };
    }
  }
  if (/^(he|she|it|they|him|her|them|both|who)$/.test(word)) {
    const recalled = pronoun(word, memory);
    // Nobody speaks of himself as "he" in a statement of his own.
    const known =
      recalled !== undefined && first !== undefined && recalled.ids.every((id) => first.ids.includes(id)) ? undefined : recalled;
    const plural = known === undefined && /^(they|them|both)$/.test(word);
    const named = plural ? (pairBefore(reading, phrase.first, 2) ?? subjectBefore(reading, phrase.first)) : undefined;
    return named === undefined ? known : { ids: named, confidence: 0.6, own: false, carried: true };
  }
  if (DOCUMENT_NOUNS.has(word) || DOCUMENT_NOUNS.has(lemma)) return documentSpeaker(reading, phrase, memory);
  // "The press service of the Polish Foreign Ministry": the ministry.
  if (
    /^(?:service|office|department|centre|center|wing|arm)$/.test(word) &&
    /^(?:press|media|information|relations)$/.test(lowerOf(reading, phrase.head - 1))
  ) {
    const bodies = statesWithin(reading, phrase);
    if (bodies.length > 0) return { ids: bodies, confidence: 0.8, own: false };
  }
  if (STANDING_FOR_STATE.has(lemma) || STANDING_FOR_STATE.has(word)) {
    const states = statesWithin(reading, phrase);
    if (states.length > 0) return { ids: states, confidence: 0.8, own: false };
  }
  if (BOTH_OF_THEM.has(word) && /^(both|the|all|two|three)$/.test(lowerOf(reading, phrase.first))) {
    const ids = memory.plural ?? pairBefore(reading, phrase.first, 8);
    return ids === undefined ? undefined : { ids, confidence: 0.7, own: false };
  }
  return undefined;
}

/** States of "officials from both governments", "delegations of the two countries". */
function sentBy(reading: Reading, phrase: NounPhrase, memory: SpeakerMemory): readonly string[] {
  if (!/^(?:from|of)$/.test(lowerOf(reading, phrase.last)) || !/^(?:both|the|all)$/.test(lowerOf(reading, phrase.last + 1))) return [];
  const inner = nounPhraseFrom(reading, phrase.last + 1, Math.min(reading.tokens.count, phrase.last + 5));
  if (inner === undefined || !/^(?:governments|countries|nations|states|sides|capitals)$/.test(lowerOf(reading, inner.head))) return [];
  const ids = collectiveOf(reading, inner, memory.plural) ?? [];
  return ids.filter((id) => reading.annotated.entities.get(id)?.type === "State");
}

/** "Uganda, whose army": the state or body named right before, where what it owns speaks for it. */
function ownerBefore(reading: Reading, phrase: NounPhrase): string | undefined {
  if (
    !/^(government|army|military|ministry|leadership|authorities|parliament|president|officials|leaders)$/.test(
      lowerOf(reading, phrase.head),
    )
  )
    return undefined;
  const comma = lowerOf(reading, phrase.first - 2) === "," ? 3 : 2;
  const mention = mentionOver(reading, phrase.first - comma);
  return mention !== undefined && /^(State|Territory|InternationalOrganization)$/.test(mention.type) ? mention.entity : undefined;
}

/** Is the token in the sentence in which somebody spoke, or among the first words of the next one, quoted words and sentences not counted? */
function continues(reading: Reading, token: number, spokeIn: number): boolean {
  const sentence = reading.tokens.sentence[token] ?? 0;
  if ((reading.quoteAt[token] ?? -1) >= 0) return false;
  if (sentence === spokeIn) return true;
  for (let s = spokeIn + 1; s < sentence; s++) if ((reading.quoteAt[(reading.sentences[s]?.first ?? 0) + 1] ?? -1) < 0) return false;
  let before = 0;
  for (let i = reading.sentences[sentence]?.first ?? token; i < token; i++) if ((reading.quoteAt[i] ?? -1) < 0) before++;
  return sentence > spokeIn && before < 6;
}

/** "The G7 leaders", "the Iranian delegations": a group that its own words name. */
function describesItself(reading: Reading, phrase: NounPhrase): boolean {
  const collective = mentionOver(reading, phrase.head)?.type === "Group" ? mentionOver(reading, phrase.head)?.entity : undefined;
  return statesWithin(reading, phrase).some((id) => id !== collective);
}

/** "The official said" after "a senior U.S. official told": the same, when that is who spoke last. */
function lastOfThatKind(reading: Reading, phrase: NounPhrase, memory: SpeakerMemory): string | undefined {
  // "The top diplomat", "the veteran politician": words of rank tell nobody else apart.
  const ranked = phrase.last - phrase.first === 3 && RANKED.test(lowerOf(reading, phrase.first + 1));
  if (
    !/^(the|this|that)$/.test(lowerOf(reading, phrase.first)) ||
    (phrase.last - phrase.first > 2 && !ranked) ||
    memory.person === undefined
  )
    return undefined;
  const name = reading.annotated.entities.get(memory.person)?.name.toLowerCase() ?? "";
  const word = lemmaOf(reading, phrase.head).replace(/[^a-z-]/g, "");
  if (new RegExp(`\\b${word}\\b`).test(name)) return memory.person;
  // "According to the diplomat", "the politician added": what the post of whoever spoke last makes them.
  const kind = KIND_OF_POST[word];
  if (kind === undefined) return undefined;
  const posts = reading.annotated.relations
    .filter((relation) => relation.type === "holdsPosition" && relation.subject === memory.person)
    .map((relation) => reading.annotated.entities.get(relation.object)?.name ?? "");
  return posts.some((post) => kind.test(post)) ? memory.person : undefined;
}

const RANKED = /^(?:top|senior|veteran|chief|leading|seasoned|career|longtime)$/;

/** General words for people, and the posts that make somebody such a one. */
const KIND_OF_POST: Readonly<Record<string, RegExp>> = wordTable({
  diplomat: /representative|ambassador|envoy|foreign|diplomat|consul|charg|state/iu,
  politician: /president|minister|leader|senator|deputy|member|chair|speaker|chancellor|premier|secretary/iu,
  official: /./u,
  spokesman: /spokes|press/iu,
  spokeswoman: /spokes|press/iu,
  spokesperson: /spokes|press/iu,
  envoy: /envoy|representative|ambassador/iu,
  ambassador: /ambassador|representative/iu,
  representative: /representative/iu,
  minister: /minister|secretary/iu,
  secretary: /secretary/iu,
  president: /president/iu,
  commander: /command|chief/iu,
  general: /general|chief|command/iu,
  lawmaker: /senator|congress|parliament|deputy|member|representative/iu,
  senator: /senator/iu,
  leader: /president|leader|minister|chancellor|premier|chair|king|general secretary/iu,
  premier: /premier|minister/iu,
  chief: /chief|director|head|secretary|command/iu,
  head: /head|director|chief|chair/iu,
});

/** "Grant said": a surname that the linker took for a common noun. */
function bySurname(reading: Reading, phrase: NounPhrase): string | undefined {
  const word = reading.tokens.norm[phrase.head] ?? "";
  if (!/^\p{Lu}\p{Ll}/u.test(word) || phrase.last - phrase.first > 3) return undefined;
  for (const entity of reading.annotated.entities.values())
    if (entity.type === "Person" && entity.name.includes(" ") && entity.name.split(" ").at(-1) === word) return entity.id;
  return undefined;
}

/** "the government's top arms control official" after "The top U.S. arms control official": the same words for the same person. */
function byDescription(reading: Reading, phrase: NounPhrase): string | undefined {
  if (phrase.last - phrase.first < 4) return undefined;
  const tail = [2, 1, 0].map((k) => lowerOf(reading, phrase.head - k)).join(" ");
  return reading.annotated.mentions.find(
    (mention) => mention.type === "Person" && mention.kind === "nominal" && mention.text.toLowerCase().endsWith(tail),
  )?.entity;
}

/** "A Pentagon spokesman", "the spokeswoman for the army": nobody by name, so the body that he speaks for is a speaker as well. */
function spokenFor(reading: Reading, phrase: NounPhrase, entity: DocumentEntity): string | undefined {
  if (!/^(spokes(man|woman|person))$/.test(lemmaOf(reading, phrase.head)) || (entity.type !== "Position" && entity.type !== "Person"))
    return undefined;
  const post = reading.annotated.relations.find((relation) => relation.type === "positionIn" && relation.subject === entity.id);
  if (post !== undefined) return post.object;
  const start = reading.tokens.start[phrase.first] ?? 0;
  const end = reading.tokens.end[phrase.head] ?? 0;
  const inside = reading.annotated.mentions.findLast(
    (mention) =>
      mention.start >= start &&
      mention.end <= end &&
      mention.entity !== entity.id &&
      /^(GovernmentBody|MilitaryForce|ArmedGroup|InternationalOrganization|Organization|Company|State)$/.test(mention.type),
  );
  if (inside !== undefined) return inside.entity;
  if (!/^(for|of)$/.test(lowerOf(reading, phrase.head + 1))) return undefined;
  const body = [phrase.head + 2, phrase.head + 3, phrase.head + 4].map((i) => mentionOver(reading, i)).find((one) => one !== undefined);
  return body !== undefined && ACTOR_TYPES.has(body.type) && !/^(Person|Position|Document)$/.test(body.type) && body.entity !== entity.id
    ? body.entity
    : undefined;
}

function mayStand(entity: DocumentEntity, use: string | undefined): boolean {
  if (entity.type === "Place" || entity.type === "Facility") return use === "government" || use === "organization";
  if (entity.type === "Resolution") return true;
  return ACTOR_TYPES.has(entity.type) && use !== "place";
}

/** A collective speaks through its members where the text names them (L31). */
function expand(reading: Reading, entity: DocumentEntity, memory: SpeakerMemory, kind: string): readonly string[] {
  const members = entity.members?.filter((id) => reading.annotated.entities.has(id)) ?? [];
  if (entity.type !== "Group") return [entity.id];
  if (members.length > 0) return members;
  const bare = kind !== "acronym" && /^(the )?(allies|partners|two sides|two countries|leaders|parties)$/i.test(entity.name);
  if (!bare) return [entity.id];
  // All who issued the statement, not the few of them who spoke last
  const joint = jointIssuers(reading) ?? [];
  const spoke = memory.issuers ?? [];
  return spoke.length >= Math.max(1, joint.length) ? spoke : joint.length > 0 ? joint : [entity.id];
}

/** "The United States, Japan, and the Republic of Korea strongly condemn …": the states that a quoted joint statement lists. */
function jointIssuers(reading: Reading): readonly string[] | undefined {
  for (const { inner, kind } of reading.annotated.quotations) {
    if (kind !== "speech") continue;
    const first = firstTokenAt(reading.tokens, inner.start);
    const ids: string[] = [];
    for (let i = first; i < Math.min(first + 40, reading.tokens.count); i++) {
      const mention = mentionOver(reading, i);
      if (mention?.type === "State") {
        if (!ids.includes(mention.entity)) ids.push(mention.entity);
      } else if (mention === undefined && !/^(the|and|,|[(]|[)])$/.test(lowerOf(reading, i))) break;
    }
    if (ids.length > 1) return ids;
  }
  return undefined;
}

/** The last two or more persons or states joined by "and" (or "met with") in this sentence or up to `reach` sentences before. */
function pairBefore(reading: Reading, token: number, reach: number): readonly string[] | undefined {
  const here = reading.tokens.sentence[token] ?? 0;
  for (let s = here; s >= Math.max(0, here - reach); s--) {
    const sentence = reading.sentences[s];
    if (sentence === undefined || reading.regionOf[s] === "boilerplate") continue;
    const pair = pairIn(reading, sentence.first, s === here ? token : sentence.last);
    if (pair !== undefined) return pair;
  }
  return undefined;
}

function pairIn(reading: Reading, first: number, last: number): readonly string[] | undefined {
  const pieces = piecesOf(reading, first, last, -1);
  for (const type of ["Person", "State"]) {
    let list: string[] = [];
    let joined = false;
    let best: readonly string[] | undefined;
    for (const piece of pieces) {
      if (piece.kind === "np") {
        // "Kim and Putin last month": the name opens the phrase
        const mention = mentionOver(reading, piece.head) ?? mentionOver(reading, piece.first);
        if (mention?.type !== type || mention.use === "place") continue;
        if (!list.includes(mention.entity)) list.push(mention.entity);
        if (joined && list.length > 1) best = [...list];
      } else if (piece.kind === "conjunction") joined = true;
      else if (piece.kind === "verb" || piece.kind === "quote" || piece.kind === "relative") {
        if (best !== undefined) return best;
        // "X met with Y": the two sides of a meeting are a pair.
        const meets = piece.kind === "verb" && /^(meet|hold|talk|speak)$/.test(lemmaOf(reading, piece.first)) && list.length > 0;
        if (!meets) list = [];
        joined = meets;
      }
    }
    if (best !== undefined) return best;
  }
  return undefined;
}

/** "The experts were more cautious. They noted …": the plural subject of the sentence before, when it is somebody. */
function subjectBefore(reading: Reading, token: number): readonly string[] | undefined {
  const here = reading.tokens.sentence[token] ?? 0;
  for (let s = here - 1; s >= Math.max(0, here - 1); s--) {
    const { first, last } = reading.sentences[s] ?? { first: 0, last: 0 };
    for (const piece of piecesOf(reading, first, last, -1)) {
      if (piece.kind === "verb") return undefined;
      if (piece.kind !== "np" || !/^NNP?S$/.test(tagOf(reading, piece.head))) continue;
      const phrase: NounPhrase = { first: piece.first, last: piece.last, head: piece.head };
      const mention = mentionOver(reading, piece.head);
      if (mention !== undefined && ACTOR_TYPES.has(mention.type) && mention.use !== "place") return [mention.entity];
      const alike = namedAlike(reading, lowerOf(reading, piece.head));
      const ids = collectiveOf(reading, phrase, undefined) ?? (alike === undefined ? undefined : [alike]);
      if (ids !== undefined) return ids;
    }
  }
  return undefined;
}

function pronoun(word: string, memory: SpeakerMemory): Speaker | undefined {
  const ids =
    word === "he" || word === "she" || word === "him" || word === "her"
      ? memory.person === undefined
        ? undefined
        : [memory.person]
      : word === "it"
        ? (memory.document ?? memory.organization)
        : memory.plural;
  if (ids === undefined) return undefined;
  return { ids: typeof ids === "string" ? [ids] : ids, confidence: 0.65, own: false, carried: true };
}

/** `the joint statement said`: the document where it is known as an entity, and whoever issued it. */
function documentSpeaker(reading: Reading, phrase: NounPhrase, memory: SpeakerMemory): Speaker | undefined {
  const within = statesWithin(reading, phrase);
  const ids = [
    ...new Set([
      ...(memory.document === undefined ? [] : [memory.document]),
      ...within,
      ...(within.length === 0 ? (memory.issuers ?? []) : []),
    ]),
  ];
  return ids.length === 0 ? undefined : { ids, confidence: 0.7, own: false };
}

/** States and bodies that modify a phrase or follow it after "of", "by", "from": "authorities of both the U.S. and South Korea". */
function statesWithin(reading: Reading, phrase: NounPhrase): readonly string[] {
  const ids: string[] = [];
  const add = (i: number): void => {
    const mention = mentionOver(reading, i);
    if (mention === undefined || mention.type === "Place" || !ACTOR_TYPES.has(mention.type) || ids.includes(mention.entity)) return;
    ids.push(mention.entity);
  };
  for (let i = phrase.first; i < phrase.last; i++) add(i);
  if (/^(of|by|from|in)$/.test(lowerOf(reading, phrase.last))) {
    for (let i = phrase.last + 1; i < phrase.last + 14 && i < reading.tokens.count; i++) {
      if (mentionOver(reading, i) !== undefined) add(i);
      else if (!/^(the|and|both|,|’s|'s)$/.test(lowerOf(reading, i))) break;
    }
  }
  return ids;
}

/** Remembers who spoke, for the pronouns and quotations that follow. */
export function remember(reading: Reading, memory: SpeakerMemory, speaker: Speaker, sentence: number): SpeakerMemory {
  const types = speaker.ids.map((id) => reading.annotated.entities.get(id)?.type);
  const next = { ...memory };
  const person = speaker.ids.find((_, i) => types[i] === "Person" || types[i] === "Position");
  const document = speaker.ids.find((_, i) => types[i] === "Document" || types[i] === "Resolution");
  const organization = speaker.ids.find((_, i) => types[i] !== "Person" && types[i] !== "Document" && types[i] !== "Group");
  return {
    ...next,
    ...(person === undefined || speaker.ids.length > 1 ? {} : { person, personAt: sentence }),
    ...(document === undefined ? {} : { document }),
    ...(organization === undefined ? {} : { organization }),
    ...(document !== undefined ? { thing: document } : organization !== undefined ? { thing: organization } : {}),
    ...(speaker.ids.length > 1 || types[0] === "Group" || types[0] === "InternationalOrganization" ? { plural: speaker.ids } : {}),
  };
}

/** First person of a quotation or of an issuer's document. */
export function firstPersonOf(reading: Reading, ids: readonly string[]): FirstPerson {
  return { ids, states: statesOf(reading, ids) };
}

/** Whose "we" and "I" a sentence has outside quotations; `undefined` where the document only tells. */
export function firstPersonOfVoice(reading: Reading, voice: Voice, sentence: number): FirstPerson | undefined {
  switch (voice.kind) {
    case "issuer":
      return { ids: voice.speakers, states: voice.states };
    case "organ":
      return { ids: [voice.speaker], states: [] };
    case "turns": {
      const speakers = voice.floor[sentence]?.speakers ?? [];
      return speakers.length === 0 ? undefined : firstPersonOf(reading, speakers);
    }
    case "narrator":
      return voice.house === undefined ? undefined : firstPersonOf(reading, voice.house);
  }
}
