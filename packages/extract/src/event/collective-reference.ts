import type { AnnotatedDocument, Mention } from "../annotated-document.ts";
import { ISSUED_JOINTLY } from "../document/joint-titles.ts";
import { type NounPhrase, type Phrase, prepositionOf } from "./syntax/phrase.ts";
import { nounPhrase, type SentenceSyntax } from "./syntax/sentence-syntax.ts";

/** States, or people, that one sentence names side by side: "A, B and C", "A met B", "the A-B summit". */
interface NamedSet {
  readonly kind: "person" | "state";
  readonly ids: readonly string[];
  readonly sentence: number;
  /** One past the last token that names one of them. */
  readonly end: number;
  /** They meet, talk, sign or fight there: whoever is "the sides" afterwards. */
  readonly dealing: boolean;
  readonly headline: boolean;
}

/** What the text has named side by side so far, and whom a definite plural then stands for. */
export interface CollectiveReference {
  /** Takes a sentence in; call it for every sentence in order, before its events are read. */
  read(syntax: SentenceSyntax): void;
  /** Entity ids that "the three countries", "both sides", "the leaders", "our nations" stand for; empty for any other phrase, and where the text leaves it open. */
  membersAt(syntax: SentenceSyntax, head: number): readonly string[];
}

type Kind = NamedSet["kind"] | "any";

const PEOPLE =
  "leader minister president secretary advisor adviser official principal counterpart man woman chief diplomat envoy ambassador negotiator premier general commander representative director head colleague delegate";
const STATES = "country nation state government capital neighbor neighbour power military republic";
const EITHER = "side party delegation signatory team participant two three four five six both";
const KIND_OF: ReadonlyMap<string, Kind> = new Map([
  ...PEOPLE.split(" ").map((word) => [word, "person"] as const),
  ...[...STATES.split(" "), "ally", "partner"].map((word) => [word, "state"] as const),
  ...EITHER.split(" ").map((word) => [word, "any"] as const),
]);
const COUNTS: ReadonlyMap<string, number> = new Map([
  ...["both", "two", "three", "four", "five", "six", "seven", "eight"].map((word, at) => [word, Math.max(2, at + 1)] as const),
  ...["2", "3", "4", "5", "6", "7"].map((digit) => [digit, Number(digit)] as const),
]);
/** Plurals that, with no number, are those who deal with one another; "the countries" may be any. */
const DEALING_HEADS = new Set(
  "leader minister president side party delegation signatory negotiator diplomat envoy official principal".split(" "),
);
/** What may stand between article and head without making another group of it. */
const BARE_MODIFIER =
  /^(foreign|defen[cs]e|prime|national|security|senior|top|respective|allied|participating|neighbou?ring|western|european|other|same|opposing|warring|deputy|vice|interior|finance|contracting|great|nuclear|naval|major)$/;
/** Verbs that make those before and after them one party. */
const DEALS =
  /^(meet|hold|talk|speak|host|receive|gather|convene|confer|greet|welcome|consult|join|sign|conclude|negotiate|agree|reach|fight|visit)$/;
const TALKS = new Set(
  "meeting talk summit consultation call conversation discussion dialogue negotiation treaty agreement pact deal partnership alliance conflict war dispute truce ceasefire standoff".split(
    " ",
  ),
);
const JOINING = new Set(["of", "between", "with", "among", "from", "alongside"]);
/** How many sentences back a plural without a number reaches for those who did not deal with one another. */
const REACH = 3;
/** How far back people who met are still "the two". */
const FAR = 12;
/** Reads who is named together, sentence by sentence. */
export function collectiveReference(annotated: AnnotatedDocument): CollectiveReference {
  let sets: readonly NamedSet[] = [];
  let states: readonly NamedState[] = [];
  const title = annotated.document.regions.filter(({ kind }) => kind === "headline");
  const inTitle = (at: number): boolean => title.some(({ start, end }) => start <= at && at < end);
  const isJoint = title.some(({ start, end }) => ISSUED_JOINTLY.test(annotated.document.text.slice(start, end)));
  return {
    read(syntax) {
      const headline = inTitle(syntax.view.tokens.start[syntax.first] ?? 0);
      const found = [...setsIn(syntax, "state", headline), ...setsIn(syntax, "person", headline)];
      if (found.length > 0) sets = [...sets.filter((set) => set.headline), ...sets.filter((set) => !set.headline).slice(-MEMORY), ...found];
      const named: NamedState[] = [];
      for (let token = syntax.first; token < syntax.last; token++) {
        const mention = syntax.view.widest(token);
        if (mention && isActing(mention) && mention.first === token)
          named.push({ id: mention.entity, first: token, sentence: syntax.sentence });
      }
      if (named.length > 0) states = [...states.slice(-MEMORY), ...named];
    },
    membersAt(syntax, head) {
      const of = sentBy(syntax, head);
      if (of !== undefined) return this.membersAt(syntax, of);
      const wanted = wantedAt(annotated, sets, syntax, head);
      if (wanted === undefined) return [];
      const { kind, count, first } = wanted;
      const before = sets.filter((set) => set.end <= first && (count === undefined || set.ids.length === count));
      const isNear = (set: NamedSet): boolean => set.headline || set.dealing || syntax.sentence - set.sentence <= REACH;
      const fits = (set: NamedSet): boolean => kind === "any" || kind === set.kind || kind === "person";
      if (wanted.pronoun) return before.findLast((set) => !set.headline && syntax.sentence - set.sentence <= 1)?.ids ?? [];
      if (wanted.ours) {
        if (wanted.issuers && !isJoint) return [];
        const named =
          before.find((set) => set.headline && set.kind === "state") ?? (isJoint ? before.find((set) => set.kind === "state") : undefined);
        return named?.ids ?? [];
      }
      // "our two countries": those who issue the text, where its title names them
      const issuing = wanted.own ? before.find((set) => set.headline && set.kind === "state") : undefined;
      if (issuing !== undefined) return issuing.ids;
      // "the two", "the leaders": people who met in the text, before any states that stand side by side in it
      const met =
        kind === "state"
          ? undefined
          : before.findLast((set) => set.kind === "person" && set.dealing && syntax.sentence - set.sentence <= FAR);
      if (met !== undefined) return met.ids;
      if (count === undefined) {
        const near = before.findLast((set) => fits(set) && isNear(set));
        return near?.ids ?? [];
      }
      const exact =
        before.findLast((set) => fits(set) && (kind !== "person" || set.kind === "person" || isNear(set))) ??
        before.findLast((set) => set.kind === "person" && kind === "state");
      const ids = exact === undefined ? exactlySoMany(states, count, first, syntax.sentence) : exact.ids;
      return kind === "state" && exact?.kind === "person" ? statesOf(annotated, ids) : ids;
    },
  };
}

interface NamedState {
  readonly id: string;
  readonly first: number;
  readonly sentence: number;
}

/** As much of what was named is kept in mind: the way back to an antecedent is never long. */
const MEMORY = 40;

/** "representatives of the two governments", "officials from both countries": the phrase for whom they come from. */
function sentBy(syntax: SentenceSyntax, head: number): number | undefined {
  const { view, phrases } = syntax;
  const link = phrases[syntax.at(head) + 1];
  const source = phrases[syntax.at(head) + 2];
  const sent =
    KIND_OF.get(view.lemma(head)) === "person" || /^(delegation|negotiator|team|military|force|army|navy)$/.test(view.lemma(head));
  if (!sent || link?.kind !== "prep" || !["of", "from"].includes(prepositionOf(view, link))) return undefined;
  return source?.kind === "np" && KIND_OF.get(view.lemma(source.head)) !== "person" && KIND_OF.has(view.lemma(source.head))
    ? source.head
    : undefined;
}

/** "The three countries": the states named so far, or in the sentences just before, where they are just so many. */
function exactlySoMany(states: readonly NamedState[], count: number, first: number, sentence: number): readonly string[] {
  for (const reach of [REACH, 2 * REACH, Number.POSITIVE_INFINITY]) {
    const ids = [...new Set(states.filter((state) => state.first < first && sentence - state.sentence <= reach).map(({ id }) => id))];
    if (ids.length === count) return ids;
    if (ids.length > count) return [];
  }
  return [];
}

/** The countries of people, where each has one of its own. */
function statesOf(annotated: AnnotatedDocument, people: readonly string[]): readonly string[] {
  const states = [...new Set(people.map((id) => annotated.entities.get(id)?.country ?? ""))].filter((id) => annotated.entities.has(id));
  return states.length === people.length ? states : [];
}

const isActing = (mention: Mention): boolean =>
  (mention.type === "State" || mention.type === "Territory") && mention.kind !== "pronoun" && mention.use !== "place";

/** Kind and number that the phrase asks for; undefined for a phrase that is no bare definite plural, or has members already. */
function wantedAt(
  annotated: AnnotatedDocument,
  sets: readonly NamedSet[],
  syntax: SentenceSyntax,
  head: number,
):
  | {
      readonly kind: Kind;
      readonly count?: number;
      readonly first: number;
      readonly ours: boolean;
      readonly own?: boolean;
      readonly issuers?: boolean;
      readonly pronoun?: boolean;
    }
  | undefined {
  const { view } = syntax;
  const phrase = nounPhrase(syntax, head);
  const mention = view.widest(head);
  if (!phrase || (mention !== undefined && mention.type !== "Group")) return undefined;
  const members = annotated.entities.get(mention?.entity ?? "")?.members ?? [];
  // Two of a longer list are no pair: "asked Germany, Spain and Italy … Talks between the two countries"
  if (members.length > 0 && !sets.some(({ ids }) => ids.length > members.length && members.every((id) => ids.includes(id))))
    return undefined;
  // "We": those who issue the statement; a pronoun that stands for somebody is resolved elsewhere
  if (/^(we|us)$/.test(view.lower(head)) && mention === undefined) return { kind: "state", first: phrase.first, ours: true, issuers: true };
  // "They agreed to meet", "at their meeting": those who stand side by side just before, where nobody else is meant
  if (/^(?:they|them|their)$/.test(view.lower(head)) && mention === undefined)
    return { kind: "any", first: head, ours: false, pronoun: true };
  const word = view.lemma(head);
  const kind = KIND_OF.get(word) ?? (/^\p{Lu}{2,}s$/u.test(view.tokens.norm[head] ?? "") ? "any" : undefined);
  if (kind === undefined || head !== phrase.head) return undefined;
  let count = COUNTS.get(view.lower(head));
  let definite = count !== undefined && (view.lower(head) === "both" || phrase.first < head);
  let ours = false;
  for (let token = phrase.first; token < head; token++) {
    const lower = view.lower(token);
    const inside = view.widest(token);
    if (inside !== undefined && inside.type !== "Group") return undefined;
    count = COUNTS.get(lower) ?? count;
    if (lower === "our") ours = true;
    if (/^(the|both|these|those|all|our)$/.test(lower) || COUNTS.has(lower)) definite ||= lower !== "two" || token > phrase.first;
    else if (!BARE_MODIFIER.test(lower)) return undefined;
  }
  if (view.lower(phrase.first) === "both") definite = true;
  // "The allies" are a standing group unless a number makes them those just named.
  if (!definite || (count === undefined && !ours && !DEALING_HEADS.has(word) && !/s$/.test(view.tokens.norm[head] ?? ""))) return undefined;
  if (count === undefined && !ours && !DEALING_HEADS.has(word) && kind !== "any") return undefined;
  if (count === undefined && !/NNS|NNPS/.test(view.tag(head))) return undefined;
  // "the leaders of Japan and China" name who they are themselves
  const link = syntax.phrases[syntax.at(head) + 1];
  if (link?.kind === "prep" && ["of", "from", "in"].includes(prepositionOf(view, link))) return undefined;
  return {
    kind: ours ? "state" : kind,
    first: phrase.first,
    ours: ours && count === undefined,
    own: ours,
    ...(count === undefined ? {} : { count }),
  };
}

/** Those of one kind whom conjunctions, hyphens, or a verb of meeting join within the sentence. */
function setsIn(syntax: SentenceSyntax, kind: NamedSet["kind"], headline: boolean): readonly NamedSet[] {
  const { view, phrases } = syntax;
  const found: NamedSet[] = [];
  let ids: string[] = [];
  let end = 0;
  let [pending, joined, dealing] = [false, false, false];
  const talks = phrases.some((phrase) => phrase.kind === "np" && TALKS.has(view.lemma(phrase.head)));
  const flush = (): void => {
    if (joined && ids.length > 1) found.push({ kind, ids, sentence: syntax.sentence, end, dealing: dealing || talks, headline });
    ids = [];
    [pending, joined, dealing] = [false, false, false];
  };
  for (const phrase of phrases) {
    if (phrase.kind === "np") {
      const named = namedIn(syntax, phrase, kind).filter((mention) => !ids.includes(mention.entity));
      if (named.length > 1) joined = true;
      for (const mention of named) {
        ids.push(mention.entity);
        end = mention.last;
      }
      if (named.length > 0) {
        joined ||= pending;
        pending = false;
      }
    } else if (phrase.kind === "cc") pending = ids.length > 0;
    else if (phrase.kind === "vg") {
      if (DEALS.test(view.lemma(phrase.head)) && ids.length > 0) [pending, dealing] = [true, true];
      else flush();
    } else if (phrase.kind === "quote" || phrase.kind === "rel" || phrase.kind === "sub") flush();
    else if (phrase.kind === "prep" && breaks(syntax, phrase, kind)) flush();
    else if (phrase.kind === "prep" && dealing && prepositionOf(view, phrase) === "with") pending = true;
  }
  flush();
  return found;
}

/** "in Syria", "against Iraq": what stands behind other prepositions is on no list with what stands before them. */
const breaks = (syntax: SentenceSyntax, phrase: Phrase, kind: NamedSet["kind"]): boolean =>
  kind === "state" && !JOINING.has(prepositionOf(syntax.view, phrase));

function namedIn(syntax: SentenceSyntax, phrase: NounPhrase, kind: NamedSet["kind"]): readonly Mention[] {
  const found: Mention[] = [];
  for (let token = phrase.first; token < phrase.last; token++) {
    const mention = syntax.view.widest(token);
    if (mention === undefined || found.includes(mention) || mention.kind === "pronoun" || mention.kind === "nominal") continue;
    if (kind === "person" ? mention.type === "Person" : isActing(mention)) found.push(mention);
  }
  return found;
}
