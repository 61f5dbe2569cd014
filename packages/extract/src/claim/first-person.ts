import type { AnnotatedDocument, DocumentEntity, Mention } from "../annotated-document.ts";
import { newEntityId } from "../entity/entity-table.ts";
import { mentionOver as mentionOverCharacters } from "../entity/mention-builder.ts";
import type { EntityType } from "../ontology.ts";
import { ACTOR_TYPES } from "./complement.ts";
import { mentionOver, type Reading, readDocument, tagOf } from "./reading.ts";
import { firstPersonOfVoice } from "./speaker.ts";
import { quotationSpeakers } from "./spoken-claims.ts";
import { statesOf } from "./states-behind.ts";
import { BRIEFING, sentenceText, titleSentences } from "./title-lines.ts";
import { type Voice, voiceOf } from "./voice.ts";

const PLURAL = /^(?:we|us|our|ours|ourselves)$/;
const SINGULAR = /^(?:i|me|my)$/;
/** What "our" owns that only says what the owners are: "our nations will work with the Agency". */
const OWN_KIND = /^(?:nations|countries|governments|states|leaders|peoples)$/;
/** Bodies of no state: who speaks for one of them says "we" of it. */
const BODIES: ReadonlySet<EntityType> = new Set<EntityType>([
  "InternationalOrganization",
  "ArmedGroup",
  "Company",
  "Organization",
  "ResearchOrganization",
]);

/** Whom a first person stands for. */
interface Referent {
  readonly entity: string;
  readonly type: EntityType;
  /** 0–1. */
  readonly confidence: number;
}

/**
 * The document with its voice, and with "we", "our", "us", "I" and "my" as mentions of those whose they are: outside quotations of whoever issued the text or
 * has the floor, inside of whoever is quoted. What a first person did is thereby done by somebody, for events as for claims. A person who speaks for a body of
 * no state says "we" of that body; an official without a name says it of the state; several speakers are one group of them.
 */
export function withFirstPerson(source: AnnotatedDocument): AnnotatedDocument {
  const reading = readDocument(source);
  const voice = voiceOf(reading);
  const tokens = firstPersons(reading);
  if (tokens.length === 0) return { ...source, voice };
  const quoted = tokens.some((token) => inSpeech(reading, token)) ? quotationSpeakers(reading, voice) : undefined;
  const briefing = BRIEFING.test(
    titleSentences(reading)
      .map((s) => sentenceText(reading, s))
      .join(" "),
  );
  const entities = new Map(source.entities);
  const found = new Map<string, Referent | undefined>();
  const added: Mention[] = [];
  for (const token of tokens) {
    const word = reading.tokens.lower[token] ?? "";
    const sentence = reading.tokens.sentence[token] ?? 0;
    const speakers = inSpeech(reading, token)
      ? quoted?.get(reading.quoteAt[token] ?? -1)?.ids
      : issuersOf(reading, voice, sentence, PLURAL.test(word));
    if (speakers === undefined || speakers.length === 0) continue;
    const plural = PLURAL.test(word);
    const official = briefing || inSpeech(reading, token);
    const key = `${plural} ${official} ${speakers.join(" ")}`;
    if (!found.has(key)) found.set(key, referentOf(reading, entities, speakers, plural, official));
    const referent = found.get(key);
    if (referent === undefined) continue;
    const noun = word === "our" && OWN_KIND.test(reading.tokens.lower[token + 1] ?? "");
    const start = reading.tokens.start[token] ?? 0;
    const made = mentionOverCharacters(source.analysis, start, reading.tokens.end[noun ? token + 1 : token] ?? start, {
      entity: referent.entity,
      type: referent.type,
      kind: noun ? "nominal" : "pronoun",
      rule: plural ? "coreference.first-person-plural" : "coreference.first-person",
      confidence: referent.confidence,
    });
    if (made !== undefined) added.push(noun ? { ...made, head: token + 1 } : made);
  }
  if (added.length === 0) return { ...source, voice };
  return {
    ...source,
    voice,
    entities,
    mentions: [...source.mentions, ...added].sort((a, b) => a.start - b.start || b.end - a.end),
  };
}

/** First-person pronouns that nothing else covers: "US" in capitals and "I" as a number are none. */
function firstPersons(reading: Reading): readonly number[] {
  const found: number[] = [];
  for (let i = 0; i < reading.tokens.count; i++) {
    const word = reading.tokens.lower[i] ?? "";
    if (!PLURAL.test(word) && !SINGULAR.test(word)) continue;
    if (!/^PRP/.test(tagOf(reading, i)) || mentionOver(reading, i) !== undefined) continue;
    if (word === "us" && reading.tokens.norm[i] === "US") continue;
    const region = reading.regionOf[reading.tokens.sentence[i] ?? 0];
    if (region === "body" || region === "headline") found.push(i);
  }
  return found;
}

function inSpeech(reading: Reading, token: number): boolean {
  const quotation = reading.quoteAt[token] ?? -1;
  return quotation >= 0 && reading.annotated.quotations[quotation]?.kind === "speech";
}

/** Whose words a sentence is outside quotations; the states of several who sign together say "we" for their states. */
function issuersOf(reading: Reading, voice: Voice, sentence: number, plural: boolean): readonly string[] | undefined {
  if (voice.kind === "turns" && voice.floor[sentence]?.silent === true) return undefined;
  const first = firstPersonOfVoice(reading, voice, sentence);
  if (first === undefined) return undefined;
  return plural && first.ids.length > 1 && first.states.length > 1 ? first.states : first.ids;
}

function referentOf(
  reading: Reading,
  entities: Map<string, DocumentEntity>,
  speakers: readonly string[],
  plural: boolean,
  official: boolean,
): Referent | undefined {
  const known = speakers.flatMap((id) => entities.get(id) ?? []).filter(({ type }) => ACTOR_TYPES.has(type) && type !== "Document");
  const [only] = known;
  if (only === undefined || known.length < speakers.length) return undefined;
  if (known.length > 1) return plural ? together(reading, entities, known) : undefined;
  if (only.type !== "Person") return plural && only.type !== "MediaOrganization" ? asReferent(only, 0.65) : undefined;
  if (!plural) return asReferent(only, 0.7);
  const group = only.leads === undefined ? undefined : entities.get(only.leads);
  if (group !== undefined) return asReferent(group, 0.65);
  const served = serves(reading, only.id);
  const body = served.find(({ type }) => BODIES.has(type));
  if (body !== undefined) return asReferent(body, 0.65);
  const ids = new Set([
    ...statesOf(reading, [only.id]),
    ...served.flatMap(({ id, type, country }) => (type === "State" ? [id] : country === undefined ? [] : [country])),
  ]);
  const states = [...ids].flatMap((id) => entities.get(id) ?? []);
  const [state] = states;
  // An official without a name, one whom news quotes, or who answers for an office: "we" are the country
  if (isUnnamed(only) || (official && states.length === 1))
    return states.length === 1 && state !== undefined ? asReferent(state, 0.6) : undefined;
  if (only.country === undefined && states.length === 1 && state !== undefined) entities.set(only.id, { ...only, country: state.id });
  return asReferent(only, 0.7);
}

const asReferent = ({ id, type }: DocumentEntity, confidence: number): Referent => ({ entity: id, type, confidence });

const isUnnamed = ({ name }: DocumentEntity): boolean => !/^\p{Lu}/u.test(name) || /\bofficials?\b/i.test(name);

/** States and bodies in which somebody holds a post. */
function serves(reading: Reading, person: string): readonly DocumentEntity[] {
  const { relations, entities } = reading.annotated;
  const posts = new Set(
    relations.filter(({ type, subject }) => type === "holdsPosition" && subject === person).map(({ object }) => object),
  );
  return relations
    .filter(({ type, subject }) => type === "positionIn" && posts.has(subject))
    .flatMap(({ object }) => entities.get(object) ?? []);
}

function together(reading: Reading, entities: Map<string, DocumentEntity>, members: readonly DocumentEntity[]): Referent {
  const ids = members.map(({ id }) => id);
  const name = members.map((member) => member.name).join(" and ");
  const id = newEntityId("Group", name, `${reading.annotated.document.sha256} ${ids.join(" ")}`);
  if (!entities.has(id)) entities.set(id, { id, type: "Group", name, aliases: [], members: ids, isNew: true });
  return { entity: id, type: "Group", confidence: 0.65 };
}
