import { wordTable } from "../word-table.ts";
import { lemmaOf, lowerOf, mentionOver, type Reading } from "./reading.ts";
import { statesOf } from "./states-behind.ts";
import { type NounPhrase, nounPhraseFrom, piecesOf } from "./subject.ts";
import { sentenceText, titleSentences } from "./title-lines.ts";

/** People or states that one sentence names together: "A, B and C", "A met with B". */
export interface NamedTogether {
  readonly kind: "person" | "state";
  readonly ids: readonly string[];
  /** They meet, talk or sign there: whoever is "the two sides" afterwards. */
  readonly meeting: boolean;
}

/** What a definite plural can stand for, by its head. */
type CollectiveKind = "person" | "state" | "any";

const PEOPLE =
  "leaders ministers presidents secretaries advisors advisers officials principals counterparts men women chiefs diplomats envoys ambassadors negotiators premiers generals commanders representatives directors heads chairs chairmen colleagues statesmen monarchs kings chancellors delegates officers";
const STATES = "countries nations states governments allies partners capitals neighbors neighbours powers republics economies democracies";
const EITHER = "sides parties delegations two three four five participants members signatories teams interlocutors camps";
const KIND_OF: ReadonlyMap<string, CollectiveKind> = new Map([
  ...PEOPLE.split(" ").map((word) => [word, "person"] as const),
  ...STATES.split(" ").map((word) => [word, "state"] as const),
  ...EITHER.split(" ").map((word) => [word, "any"] as const),
]);
const COUNT: Readonly<Record<string, number>> = wordTable({
  both: 2,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  "2": 2,
  "3": 3,
});
/** Verbs that make those before and after them a party to one meeting. */
const MEETS = /^(meet|hold|talk|speak|host|receive|gather|convene|confer|join|greet|welcome|consult)$/;
/** How many sentences back "the two" reach for a pair that is no meeting's. */
const REACH = 8;

/** Kind and number that a phrase asks for ("the three ministers": people, 3); `undefined` for a phrase that is no bare definite plural. */
export function collectiveHead(
  reading: Reading,
  phrase: NounPhrase,
): { readonly kind: CollectiveKind; readonly count?: number } | undefined {
  let count: number | undefined;
  let definite = false;
  for (let i = phrase.first; i < phrase.head; i++) {
    const word = lowerOf(reading, i);
    if (COUNT[word] !== undefined) count = COUNT[word];
    if (/^(the|both|these|those|all|each|our)$/.test(word) || COUNT[word] !== undefined) definite = true;
    else if (mentionOver(reading, i) !== undefined && mentionOver(reading, i)?.first !== phrase.first) return undefined;
    else if (!BARE_MODIFIER.test(word)) return undefined;
  }
  const word = lowerOf(reading, phrase.head);
  if (phrase.first === phrase.head && word !== "both") return undefined;
  if (word === "both") return { kind: "any", count: 2 };
  count ??= COUNT[word];
  if (!definite) return undefined;
  // "The three NSAs", "the two FMs": an acronym in the plural that the text has made up for those it named.
  const acronym = /^\p{Lu}{2,}s$/u.test(reading.tokens.norm[phrase.head] ?? "");
  // "The allies" are the issuers of a statement or a standing group; only a number makes them those just named.
  if (/^(allies|partners)$/.test(word) && count === undefined) return undefined;
  const kind = KIND_OF.get(word) ?? (acronym || count !== undefined ? kindByNumber(phrase, count, acronym) : undefined);
  return kind === undefined ? undefined : { kind, ...(count === undefined ? {} : { count }) };
}

/** What may stand between article and head without making it another group: "the two foreign ministers", "both national leaders". */
const BARE_MODIFIER =
  /^(foreign|defen[cs]e|prime|national|security|senior|top|respective|allied|participating|neighbou?ring|western|european|other|same|of|state|party|deputy|vice|interior|finance|member|contracting|partner|signatory)$/;

function kindByNumber(phrase: NounPhrase, count: number | undefined, acronym: boolean): CollectiveKind | undefined {
  if (acronym) return "any";
  // "The three defence chiefs": numbers with another plural for people or states are left to the noun.
  return count !== undefined && phrase.last - phrase.first === 1 ? "any" : undefined;
}

/** Everybody named together in one sentence, in text order; kept with the reading. */
export function namedTogether(reading: Reading, sentence: number): readonly NamedTogether[] {
  const known = reading.together.get(sentence);
  if (known !== undefined) return known;
  const { first, last } = reading.sentences[sentence] ?? { first: 0, last: 0 };
  const found = togetherIn(reading, first, last);
  reading.together.set(sentence, found);
  return found;
}

function togetherIn(reading: Reading, first: number, last: number): readonly NamedTogether[] {
  const found: NamedTogether[] = [];
  const pieces = piecesOf(reading, first, last, -1);
  for (const [type, kind] of [
    ["Person", "person"],
    ["State", "state"],
  ] as const) {
    let ids: string[] = [];
    let pending = false;
    let joined = false;
    let meeting = false;
    const flush = (): void => {
      if (joined && ids.length > 1) found.push({ kind, ids, meeting });
      ids = [];
      pending = joined = meeting = false;
    };
    for (const piece of pieces) {
      if (piece.kind === "np") {
        const mention = mentionOver(reading, piece.head) ?? mentionOver(reading, piece.first);
        if (mention?.type !== type || mention.use === "place" || ids.includes(mention.entity)) continue;
        ids.push(mention.entity);
        joined ||= pending;
        pending = false;
      } else if (piece.kind === "conjunction") pending = ids.length > 0;
      else if (piece.kind === "quote" || piece.kind === "relative") flush();
      else if (piece.kind === "verb") {
        const lemma = lemmaOf(reading, piece.first);
        if (MEETS.test(lemma) && ids.length > 0) {
          meeting = true;
          pending = true;
        } else if (!/^(be|have|will)$/.test(lemma)) flush();
      }
    }
    flush();
  }
  // "X and Y led a meeting of the group": whoever is named together in a sentence about talks talks.
  const talks = TALKS.test(reading.text.slice(reading.tokens.start[first], reading.tokens.end[last - 1]));
  return talks ? found.map((list) => ({ ...list, meeting: true })) : found;
}

const TALKS =
  /\b(?:met|meeting|talks|summit|consultations?|call|conversation|discussions?|dialogue) (?:with|of|between|in|on|today|yesterday|and|by|hosted)\b/u;

/**
 * Whom "the two sides", "both leaders", "the three NSAs" stand for: those who meet in the text, those who spoke together last, those named together last.
 * A count word must agree, a noun for people wants people (or, in their place, the states that they lead), a noun for states wants states.
 */
export function collectiveOf(
  reading: Reading,
  phrase: NounPhrase,
  spokeLast: readonly string[] | undefined,
  meetingsOnly = false,
): readonly string[] | undefined {
  const ids = meantBy(reading, phrase, spokeLast, meetingsOnly);
  return ids !== undefined && lowerOf(reading, phrase.head) === "leaders" ? (leadersOf(reading, ids) ?? ids) : ids;
}

/** "The Leaders" of a statement that several states issue: where the text names the one who leads each, those persons. */
function leadersOf(reading: Reading, ids: readonly string[]): readonly string[] | undefined {
  const { entities, relations } = reading.annotated;
  if (!ids.every((id) => entities.get(id)?.type === "State")) return undefined;
  const leads = (person: string, state: string): boolean =>
    relations.some(
      ({ type, subject, object }) =>
        type === "holdsPosition" &&
        subject === person &&
        LEADING_POST.test(entities.get(object)?.name ?? "") &&
        statesOf(reading, [person]).includes(state),
    );
  const persons = [...entities.values()].filter(({ type }) => type === "Person").map(({ id }) => id);
  const found = ids.map((state) => persons.filter((person) => leads(person, state)));
  return found.every((list) => list.length === 1) ? found.flat() : undefined;
}

const LEADING_POST =
  /^(?!.*\b(?:vice|deputy|former|foreign|first)\b).*\b(?:president|prime minister|chancellor|premier|king|queen|emir|amir|sultan|supreme leader|taoiseach)\b/iu;

function meantBy(
  reading: Reading,
  phrase: NounPhrase,
  spokeLast: readonly string[] | undefined,
  meetingsOnly: boolean,
): readonly string[] | undefined {
  const wanted = collectiveHead(reading, phrase);
  if (wanted === undefined) return undefined;
  // "The leaders of the two countries" are those countries; "the nations of Western Europe" are nobody named together.
  if (/^(of|from|in)$/.test(lowerOf(reading, phrase.last))) {
    const inner = nounPhraseFrom(reading, phrase.last + 1, phrase.last + 8);
    return inner === undefined ? undefined : meantBy(reading, inner, spokeLast, meetingsOnly);
  }
  const here = reading.tokens.sentence[phrase.head] ?? 0;
  const before = (reach: number, meeting: boolean): readonly string[] | undefined => {
    let other: readonly string[] | undefined;
    for (let s = here; s >= Math.max(0, here - reach); s--) {
      if (reading.regionOf[s] === "boilerplate") continue;
      for (const list of namedTogether(reading, s)) {
        if ((meeting && !list.meeting) || (wanted.count !== undefined && list.ids.length !== wanted.count)) continue;
        if (wanted.kind === list.kind || wanted.kind === "any") return list.ids;
        other ??= translated(reading, list, wanted.kind);
      }
    }
    return other;
  };
  const last = spokeLast !== undefined && fits(reading, spokeLast, wanted) ? spokeLast : undefined;
  if (meetingsOnly) return before(here, true);
  const named = before(here, true) ?? last ?? before(REACH, false);
  if (named !== undefined) return named;
  return wanted.count === undefined ? issuingParties(reading) : before(here, false);
}

/** "The leaders", in a "Joint Statement of the Leaders of the United States and the Gulf Cooperation Council": those whose leaders the title names. */
function issuingParties(reading: Reading): readonly string[] | undefined {
  const title = titleSentences(reading);
  if (!title.some((s) => JOINT_TITLE.test(sentenceText(reading, s)))) return undefined;
  const ids: string[] = [];
  for (const s of title) {
    const { first, last } = reading.sentences[s] ?? { first: 0, last: 0 };
    for (let i = first; i < last; i++) {
      const mention = mentionOver(reading, i);
      if (mention !== undefined && /^(?:State|InternationalOrganization)$/.test(mention.type) && !ids.includes(mention.entity))
        ids.push(mention.entity);
    }
  }
  return ids.length > 1 ? ids : undefined;
}

const JOINT_TITLE = /\b(?:joint|leaders|ministers|trilateral|bilateral)\b/i;

function fits(reading: Reading, ids: readonly string[], wanted: { readonly kind: CollectiveKind; readonly count?: number }): boolean {
  if (ids.length < 2 || (wanted.count !== undefined && ids.length !== wanted.count)) return false;
  const persons = ids.every((id) => reading.annotated.entities.get(id)?.type === "Person");
  return wanted.kind === "any" || (wanted.kind === "person" ? true : !persons);
}

/** "The two countries" after two ministers: their states. "The leaders" after a list of states: the states. */
function translated(reading: Reading, list: NamedTogether, kind: CollectiveKind): readonly string[] | undefined {
  if (kind === "person") return list.ids;
  const states = [...new Set(list.ids.flatMap((id) => statesOf(reading, [id]).slice(0, 1)))];
  return states.length === list.ids.length ? states : undefined;
}
