import type { Stance } from "../ontology.ts";
import { wordTable } from "../word-table.ts";
import type { ClaimDraft } from "./claim-draft.ts";
import { ACTOR_TYPES } from "./complement.ts";
import { textOf } from "./content-stance-clause.ts";
import type { TokenRange } from "./cue-match.ts";
import { EXPRESSED_NOUNS } from "./cue-table.ts";
import { aboutIn, draftFromCue, type EventsByToken, eventsIn } from "./draft-claim.ts";
import { findCues } from "./find-cues.ts";
import { isAdverb, isComma, lemmaOf, lowerOf, mentionOver, type Reading, tagOf } from "./reading.ts";
import { resolveSpeaker, type Speaker } from "./speaker.ts";
import { polarityOf } from "./stance.ts";
import { nounPhraseFrom } from "./subject.ts";

/**
 * Opening words of the paragraphs of a resolution, by lemma. `recall` rows carry a claim only through what they recall; `none` rows are procedure.
 * Vocabulary: the operative and preambular clauses that UN drafting manuals list.
 */
const OPERATIVE: Readonly<Record<string, Stance | "recall" | "none" | "named" | "decide" | "mandate">> = wordTable({
  recall: "recall",
  reaffirm: "named",
  affirm: "named",
  reiterate: "named",
  renew: "mandate",
  express: "named",
  voice: "named",
  note: "asserts",
  observe: "asserts",
  recognize: "asserts",
  recognise: "asserts",
  acknowledge: "asserts",
  emphasize: "asserts",
  emphasise: "asserts",
  stress: "asserts",
  underline: "asserts",
  underscore: "asserts",
  consider: "asserts",
  declare: "asserts",
  determine: "asserts",
  proclaim: "asserts",
  convinced: "asserts",
  believe: "asserts",
  find: "asserts",
  confirm: "named",
  remind: "asserts",
  cognizant: "asserts",
  aware: "asserts",
  conscious: "asserts",
  mindful: "asserts",
  bear: "asserts",
  persuaded: "asserts",
  confident: "asserts",
  deem: "asserts",
  regard: "asserts",
  view: "asserts",
  hold: "asserts",
  pronounce: "asserts",
  concerned: "expressesConcern",
  distressed: "expressesConcern",
  disquieted: "expressesConcern",
  perturbed: "expressesConcern",
  troubled: "expressesConcern",
  anxious: "expressesConcern",
  saddened: "expressesConcern",
  shocked: "condemns",
  appalled: "condemns",
  outraged: "condemns",
  satisfied: "praises",
  gratified: "praises",
  encouraged: "praises",
  pleased: "praises",
  grateful: "praises",
  desirous: "supports",
  desire: "supports",
  wish: "supports",
  hope: "supports",
  lament: "expressesConcern",
  abhor: "condemns",
  censure: "condemns",
  repudiate: "rejects",
  extend: "mandate",
  establish: "decide",
  suspend: "decide",
  terminate: "decide",
  impose: "decide",
  prolong: "mandate",
  agree: "decide",
  accept: "supports",
  alarmed: "expressesConcern",
  disturbed: "expressesConcern",
  regret: "expressesConcern",
  mourn: "expressesConcern",
  dismayed: "expressesConcern",
  condemn: "condemns",
  deplore: "condemns",
  denounce: "condemns",
  indignant: "condemns",
  welcome: "praises",
  commend: "praises",
  applaud: "praises",
  thank: "praises",
  congratulate: "praises",
  appreciate: "praises",
  pay: "praises",
  support: "supports",
  endorse: "supports",
  approve: "supports",
  call: "requests",
  request: "requests",
  urge: "requests",
  demand: "requests",
  invite: "requests",
  ask: "requests",
  appeal: "requests",
  direct: "requests",
  encourage: "requests",
  instruct: "requests",
  authorize: "requests",
  authorise: "requests",
  mandate: "requests",
  exhort: "requests",
  require: "requests",
  entrust: "requests",
  insist: "requests",
  press: "requests",
  recommend: "proposes",
  propose: "proposes",
  decide: "decide",
  resolve: "decide",
  undertake: "commits",
  pledge: "commits",
  determined: "commits",
  intend: "commits",
  commit: "commits",
  warn: "warns",
  reject: "rejects",
  take: "asserts",
  have: "none",
  act: "none",
  guide: "none",
  seize: "none",
  adopt: "none",
});

/** Claims of the organ that adopts a resolution: one per operative or preambular clause, one per coordinated opening ("Reaffirming … and stressing …"). */
export function organClaims(reading: Reading, organ: string, from: number, events: EventsByToken): readonly ClaimDraft[] {
  const speaker: Speaker = { ids: [organ], confidence: 0.95, own: true };
  const drafts: ClaimDraft[] = [];
  let stem: ClaimDraft | undefined;
  for (let s = from; s < reading.sentences.length; s++) {
    if (reading.regionOf[s] !== "body") continue;
    const sentence = reading.sentences[s];
    if (sentence === undefined) continue;
    const found = openings(reading, sentence.first, sentence.last);
    const item = found.length === 0 && stem !== undefined ? fromItem(reading, sentence, stem, s, speaker, events) : undefined;
    if (item !== undefined) {
      drafts.push(item);
      continue;
    }
    const told = found.flatMap((clause) => fromOpening(reading, clause, s, speaker, events));
    const opened = opensList(reading, sentence.last) ? told.at(-1) : undefined;
    // "3. Demands that Iraq:" asks nothing before its members do.
    const bare = opened?.content.every(({ first, last }) => last - first <= BARE_STEM);
    drafts.push(...(bare ? told.slice(0, -1) : told));
    stem = opened;
  }
  return drafts;
}

/** Words that name no more than who is addressed: "that Iraq", "upon all States to", "the Secretary-General". */
const BARE_STEM = 5;

/** Does a list follow the sentence: does it end with a colon, or with a dash? */
function opensList(reading: Reading, last: number): boolean {
  return /^[:—–-]$/.test(lowerOf(reading, last - 1)) || (lowerOf(reading, last - 1) === "," && lowerOf(reading, last - 2) === ":");
}

/** "3. Demands that Iraq: (a) Provide … (b) Allow …": each lettered member says what the line above it opens. */
function fromItem(
  reading: Reading,
  { first, last: end }: TokenRange,
  stem: ClaimDraft,
  sentence: number,
  speaker: Speaker,
  events: EventsByToken,
): ClaimDraft | undefined {
  const opening = afterMarker(reading, first, end);
  if (opening === undefined) return undefined;
  let last = end;
  while (last > opening + 1 && /^(?:[,;:.]|and|or)$/.test(lowerOf(reading, last - 1))) last--;
  const content = { first: opening, last };
  if (last - opening < 2 || (/^(requests|commits|proposes)$/.test(stem.stance) && !tellsAct(reading, content))) return undefined;
  const told = eventsIn(events, [content]);
  return {
    speaker,
    stance: stem.stance,
    certainty: stem.certainty,
    polarity: polarityOf(
      reading,
      { frame: stem.stance === "requests" ? "objectInfinitive" : "object" },
      stem.stance,
      [content],
      told.length > 0,
    ),
    quoteType: stem.quoteType,
    content: [content],
    evidence: [content],
    addressee: stem.addressee,
    events: told,
    about: aboutIn(reading, [content], speaker.ids),
    sentence,
    rule: "claim.resolution.item",
    confidence: 0.8,
  };
}

/** "(a) Provide …", "(b) To allow …", "(c) all States shall …": a member says what to do. "(d) Arms of all types" only goes on listing. */
function tellsAct(reading: Reading, { first, last }: TokenRange): boolean {
  for (let i = first; i < Math.min(last, first + 25); i++) {
    const tag = tagOf(reading, i);
    if (tag === "MD" || (i < first + 4 && /^VB[P]?$/.test(tag))) return true;
    // "Cease immediately": an opening base form that the tagger took for a name.
    if (i === first && /^NNP?$/.test(tag) && /^(RB|DT|PRP\$|IN|NNP)$/.test(tagOf(reading, i + 1)) && mentionOver(reading, i) === undefined)
      return true;
    if (/^[,;:]$/.test(lowerOf(reading, i)) && i > first + 3) return false;
  }
  return false;
}

/** The first token behind a member's mark: "(a)", "(iv)", "a)", a dash or a bullet. Numbered paragraphs are the resolution's own, and no members. */
function afterMarker(reading: Reading, first: number, last: number): number | undefined {
  let mark = "";
  for (let i = first; i < Math.min(last, first + 4); i++) {
    mark += lowerOf(reading, i);
    if (/^(?:\((?:[a-z]|[ivx]{1,5}|\d{1,2})\)|(?:[a-z]|[ivx]{1,5})[.)]|[-–—•*])$/.test(mark) && !/^\($/.test(lowerOf(reading, i + 1)))
      return i + 1;
  }
  return undefined;
}

interface Opening extends TokenRange {
  readonly verb: number;
}

/** Places in a sentence where an operative word opens a clause: its start (after a number and adverbs), and after a comma or "and" in the same form. */
function openings(reading: Reading, first: number, last: number): readonly Opening[] {
  const found: Opening[] = [];
  let form = "";
  for (let i = first; i < last; i++) {
    const atStart = found.length === 0;
    // "Decides: (a) To call upon …": a lettered decision.
    const lettered = lowerOf(reading, i - 1) === "to" && i - first <= 5 && isLettered(reading, first);
    const boundary =
      i === first ||
      lettered ||
      /^(,|;|:|and|\)|\.)$/.test(lowerOf(reading, i - 1)) ||
      isAdverb(tagOf(reading, i - 1)) ||
      /^(further|also|strongly|gravely|deeply|again|once)$/.test(lowerOf(reading, i - 1)) ||
      /^\d+[.)]?$/.test(lowerOf(reading, i - 1));
    if (!boundary) continue;
    const key = keyOf(reading, i);
    if (key === undefined) continue;
    const shape = lettered ? "to" : shapeOf(lowerOf(reading, i));
    if (shape === "") continue;
    // The first opening must stand near the beginning of the sentence; later ones repeat its form.
    if (atStart ? !nearStart(reading, first, i) : shape !== form) continue;
    if (atStart) form = shape;
    found.push({ first: found.length === 0 ? first : i, last, verb: i });
  }
  return found.map((opening, k) => ({
    ...opening,
    last: found[k + 1] === undefined ? last : trimmed(reading, opening.verb, (found[k + 1] as Opening).first),
  }));
}

function isLettered(reading: Reading, first: number): boolean {
  const at = lowerOf(reading, first) === "(" ? first + 1 : first;
  return /^([a-h]|[ivx]{1,4})[).]?$/.test(lowerOf(reading, at));
}

/** What the opening word does. The word as it stands comes first: "determined to" is a resolve, "determines that" a finding. */
function keyOf(reading: Reading, i: number): (typeof OPERATIVE)[string] | undefined {
  const word = lowerOf(reading, i);
  return OPERATIVE[word] ?? OPERATIVE[lemmaOf(reading, i)] ?? OPERATIVE[baseOf(word)];
}

function trimmed(reading: Reading, floor: number, last: number): number {
  let end = last;
  while (end > floor + 1 && (/^(,|;|and)$/.test(lowerOf(reading, end - 1)) || isAdverb(tagOf(reading, end - 1)))) end--;
  return end;
}

/** Taggers call a sentence-initial "Urges" a noun: fall back on the spelling. */
function baseOf(word: string): string {
  const stem = word.replace(/ing$/, "").replace(/ies$/, "y").replace(/s$/, "");
  return stem in OPERATIVE ? stem : `${stem}e` in OPERATIVE ? `${stem}e` : stem.replace(/(.)\1$/, "$1");
}

/** Preambular openings that are participles or adjectives without -ing. */
const PARTICIPIAL =
  /^(convinced|concerned|alarmed|disturbed|dismayed|determined|mindful|indignant|cognizant|aware|conscious|persuaded|confident|distressed|disquieted|perturbed|troubled|anxious|saddened|shocked|appalled|outraged|satisfied|gratified|encouraged|pleased|grateful|desirous|resolved)$/;

function shapeOf(word: string): string {
  if (/ing$/.test(word)) return "ing";
  if (PARTICIPIAL.test(word)) return "ing";
  return /s$/.test(word) ? "s" : "";
}

function nearStart(reading: Reading, first: number, at: number): boolean {
  for (let i = first; i < at; i++)
    if (
      /\p{L}/u.test(lowerOf(reading, i)) &&
      !isAdverb(tagOf(reading, i)) &&
      !(isLettered(reading, first) && i - first < 3) &&
      lowerOf(reading, i) !== "to" &&
      !/^(also|further|once|more|again|therefore|the|security|council|general|assembly|and)$/.test(lowerOf(reading, i))
    )
      return mentionOver(reading, i) !== undefined && at - first < 8;
  return true;
}

function fromOpening(reading: Reading, opening: Opening, s: number, speaker: Speaker, events: EventsByToken): readonly ClaimDraft[] {
  const word = lowerOf(reading, opening.verb);
  const key = keyOf(reading, opening.verb);
  if (key === undefined || (key === "none" && !withConcern(reading, opening))) return [];
  let last = opening.last;
  while (last > opening.verb + 1 && /^[,;:.]$/.test(lowerOf(reading, last - 1))) last--;
  const evidence = { first: opening.verb === opening.first ? opening.first : firstWord(reading, opening.first, opening.verb), last };
  const content = { first: opening.verb + 1, last };
  if (last <= content.first) return [];
  const told = eventsIn(events, [content]);
  const inner = key === "recall" || key === "named" ? recalledAct(reading, content) : undefined;
  const reported =
    inner === undefined && /^(recall|named|asserts|praises|none)$/.test(key) ? reportedBy(reading, content, s, speaker, events) : undefined;
  if (reported !== undefined) return [reported];
  const plain = inner?.stance ?? stanceOf(reading, key, content, told.length > 0);
  const others = nestedNouns(reading, content, s, speaker, events);
  if (plain === undefined) return others;
  const stance =
    plain === "asserts" && GRAVE.test(textOf(reading, [content]))
      ? "warns"
      : plain === "asserts" && inner === undefined && withConcern(reading, opening)
        ? "expressesConcern"
        : plain;
  const asked = inner?.range ?? content;
  return [
    {
      speaker,
      stance,
      certainty: "certain",
      polarity: polarityOf(reading, { frame: stance === "requests" ? "objectInfinitive" : "object" }, stance, [asked], told.length > 0),
      quoteType: inner === undefined ? "direct" : "indirect",
      cue: { first: opening.verb, last: opening.verb + 1 },
      content: [asked],
      evidence: [evidence],
      addressee: stance === "requests" ? addresseeOf(reading, asked) : [],
      events: told,
      about: aboutIn(reading, [content], speaker.ids),
      sentence: s,
      rule: `claim.resolution.${baseOf(word)}`,
      confidence: 0.9,
    },
    ...others,
  ];
}

/** "Grave consequences would follow any further use". */
const GRAVE = /\b(?:grave|serious|severe|dire|gravest) consequences\b/iu;

/** "The missions’ conclusions that …", "the intention expressed by the members to …", "statements by Iraq threatening to …": what others said stays theirs. */
function nestedNouns(
  reading: Reading,
  content: TokenRange,
  sentence: number,
  organ: Speaker,
  events: EventsByToken,
): readonly ClaimDraft[] {
  const found: ClaimDraft[] = [];
  for (const match of findCues(reading, sentence)) {
    const participle = match.group?.form === "participle" && match.subject?.how === "agent";
    if ((match.row !== "noun" && !participle) || match.token < content.first || match.token >= content.last || match.subject === undefined)
      continue;
    const speaker = resolveSpeaker(reading, match.subject, {}, undefined);
    if (speaker === undefined || speaker.ids.some((id) => organ.ids.includes(id))) continue;
    found.push(draftFromCue(reading, match, speaker, events, false));
  }
  return found;
}

/**
 * "Noting the statement made by Russia and the United States in which …", "Noting that the DPRK has expressed its willingness": the organ passes on what
 * others said; the claim is theirs.
 */
function reportedBy(
  reading: Reading,
  content: TokenRange,
  sentence: number,
  organ: Speaker,
  events: EventsByToken,
): ClaimDraft | undefined {
  const others = (ids: readonly string[]): readonly string[] => ids.filter((id) => !organ.ids.includes(id));
  for (const match of findCues(reading, sentence)) {
    if (
      match.token <= content.first ||
      match.token > content.first + 16 ||
      match.subject === undefined ||
      match.weak ||
      match.group?.form !== "finite" ||
      // "Noting that Iraq refuses to comply": what somebody does not do is no report of his
      /^(?:refuse|refusal|decide|threaten)$/.test(match.row)
    )
      continue;
    const found = resolveSpeaker(reading, match.subject, {}, undefined);
    if (found === undefined || others(found.ids).length !== found.ids.length) continue;
    return draftFromCue(reading, match, found, events, false);
  }
  const phrase = nounPhraseFrom(reading, content.first, content.last);
  if (phrase === undefined || !/^(statement|letter|communication|declaration|message)s?$/.test(lemmaOf(reading, phrase.head)))
    return undefined;
  for (let i = phrase.last; i < Math.min(content.last, phrase.last + 16); i++) {
    if (!/^(by|from)$/.test(lowerOf(reading, i))) continue;
    const ids: string[] = [];
    for (let k = i + 1; k < content.last; k++) {
      const mention = mentionOver(reading, k);
      if (mention !== undefined && ACTOR_TYPES.has(mention.type) && mention.use !== "place") {
        if (!ids.includes(mention.entity)) ids.push(mention.entity);
      } else if (mention === undefined && !/^(the|and|,|of)$/.test(lowerOf(reading, k)) && !/^NNP/.test(tagOf(reading, k))) break;
    }
    const speakers = others(ids);
    if (speakers.length === 0) return undefined;
    const range = { first: phrase.first, last: content.last };
    return {
      speaker: { ids: speakers, confidence: 0.7, own: false },
      stance: "asserts",
      certainty: "certain",
      polarity: "positive",
      quoteType: "indirect",
      cue: { first: phrase.head, last: phrase.head + 1 },
      content: [range],
      evidence: [range],
      addressee: [],
      events: eventsIn(events, [range]),
      about: aboutIn(reading, [range], speakers),
      sentence,
      rule: "claim.resolution.reported",
      confidence: 0.7,
    };
  }
  return undefined;
}

/** "Having considered with concern the letter": procedure with a feeling. */
function withConcern(reading: Reading, opening: Opening): boolean {
  for (let i = opening.verb; i < Math.min(opening.last - 1, opening.verb + 6); i++)
    if (
      lowerOf(reading, i) === "with" &&
      /^(deep|grave|serious|great)?(concern|regret|alarm|dismay)$/.test(
        lowerOf(reading, i + 1).replace(/^(deep|grave|serious|great)$/, "$1concern"),
      )
    )
      return true;
  return false;
}

function firstWord(reading: Reading, first: number, verb: number): number {
  for (let i = first; i < verb; i++) if (/\p{L}/u.test(lowerOf(reading, i))) return i;
  return verb;
}

function stanceOf(
  reading: Reading,
  key: Stance | "recall" | "named" | "decide" | "none" | "mandate",
  content: TokenRange,
  hasEvents: boolean,
): Stance | undefined {
  switch (key) {
    case "none":
      return "expressesConcern";
    case "recall":
      // A resolution that is merely recalled says nothing new; what it decided does.
      return hasEvents || tellsDecision(reading, content) || !recallsPaper(reading, content) ? "asserts" : undefined;
    case "named":
      return namedStance(reading, content);
    case "mandate": {
      const named = namedStance(reading, content);
      return named === undefined || named === "asserts" ? "commits" : named;
    }
    case "decide":
      return addressed(reading, content) ? "requests" : "commits";
    default:
      return key;
  }
}

/** Is what is recalled a paper ("its resolution 418", "the letter of", "its previous resolutions") and no principle, right or fact? */
function recallsPaper(reading: Reading, content: TokenRange): boolean {
  for (let i = content.first; i < Math.min(content.last, content.first + 9); i++) {
    const type = mentionOver(reading, i)?.type;
    if (type === "Resolution" || type === "Document" || type === "Agreement") return true;
    if (
      /^(resolution|statement|letter|report|decision|declaration|provision|note|article|paragraph|charter|document|communication|message|meeting)$/.test(
        lemmaOf(reading, i),
      )
    )
      return true;
    if (/^(that|of|to|in|by)$/.test(lowerOf(reading, i)) && i > content.first + 2) return false;
  }
  return false;
}

/** "Expresses its grave concern", "Reaffirming its recognition of", "Renews its request to": the noun decides; a bare resolution reaffirmed says nothing new. */
function namedStance(reading: Reading, content: TokenRange): Stance | undefined {
  const phrase = nounPhraseFrom(reading, content.first, content.last);
  for (let i = content.first; i < Math.min(content.last, content.first + 8); i++) {
    const stance = EXPRESSED_NOUNS[lemmaOf(reading, i)];
    // "Affirming the commitment of all Member States to": somebody else's.
    if (stance === "commits" && lowerOf(reading, i + 1) === "of" && /^(the|all)$/.test(lowerOf(reading, content.first))) return "asserts";
    if (stance !== undefined) return stance;
    if (isComma(lowerOf(reading, i))) break;
  }
  if (phrase !== undefined && /^(resolution|statement|provision)$/.test(lemmaOf(reading, phrase.head))) return undefined;
  return mentionOver(reading, content.first + 1)?.type === "Resolution" || mentionOver(reading, content.first)?.type === "Resolution"
    ? undefined
    : "asserts";
}

/** What an organ sets up or has decided itself: "decides that the Committee shall also", "that the mandate shall". */
const OWN_ORGANS =
  /^(committee|mission|force|operation|mandate|council|commission|tribunal|fund|panel|embargo|prohibition|provision|measure|restriction|paragraph|exemption)$/;

/** "Decides that all States shall": others are bound. "Decides to remain seized": the organ binds itself. */
function addressed(reading: Reading, content: TokenRange): boolean {
  // "Decides that the Council shall", "that the mandate shall", "decides to": the organ binds itself.
  if (lowerOf(reading, content.first) === "to" && tagOf(reading, content.first + 1).startsWith("VB")) return false;
  const opening = lowerOf(reading, content.first) === "that" ? content.first + 1 : content.first;
  const bound = nounPhraseFrom(reading, opening, content.last);
  if (bound !== undefined && OWN_ORGANS.test(lemmaOf(reading, bound.head))) return false;
  for (let i = content.first; i < Math.min(content.last, content.first + 45); i++) {
    if (!/^(shall|should|must)$/.test(lowerOf(reading, i))) continue;
    if (i < content.first + 20) return true;
    // Further on, behind a parenthesis, only a subject that can be bound counts.
    const before = mentionOver(reading, i - 1);
    return /^(states?|parties|governments?)$/.test(lowerOf(reading, i - 1)) || (before !== undefined && ACTOR_TYPES.has(before.type));
  }
  return false;
}

function tellsDecision(reading: Reading, content: TokenRange): boolean {
  for (let i = content.first; i < content.last - 1; i++)
    if (lowerOf(reading, i) === "which" && /^(in|by|through|under)$/.test(lowerOf(reading, i - 1))) return true;
  return false;
}

/**
 * "…, by which it requested the Committee to", "in which it condemned South Africa for": what the organ did before is told again, with the stance it had. What
 * it decided or noted then is told as a fact.
 */
function recalledAct(reading: Reading, content: TokenRange): { readonly range: TokenRange; readonly stance: Stance } | undefined {
  for (let i = content.first; i < content.last; i++) {
    const stance = OPERATIVE[lemmaOf(reading, i)];
    if ((stance !== "requests" && stance !== "condemns" && stance !== "warns") || !/^(VBD|VBN)$/.test(tagOf(reading, i))) continue;
    for (let k = i - 1; k > Math.max(content.first, i - 10); k--)
      if (/^(which|it)$/.test(lowerOf(reading, k))) return { range: { first: i + 1, last: content.last }, stance };
  }
  return undefined;
}

function addresseeOf(reading: Reading, content: TokenRange): readonly string[] {
  for (let i = content.first; i < Math.min(content.last, content.first + 8); i++) {
    const mention = mentionOver(reading, i);
    if (mention !== undefined && mention.use !== "place") return [mention.entity];
    if (lowerOf(reading, i) === "to" && tagOf(reading, i + 1).startsWith("VB")) break;
  }
  return [];
}
