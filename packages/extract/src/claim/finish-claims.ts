import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { EvidenceSpan, ExtractedClaim, ExtractedTime } from "../extraction.ts";
import { STANCE_FAMILIES, type Stance } from "../ontology.ts";
import type { ClaimDraft } from "./claim-draft.ts";
import type { TokenRange } from "./cue-match.ts";
import { isVerb, lemmaOf, type Reading, tagOf } from "./reading.ts";

const FAMILY: ReadonlyMap<Stance, string> = new Map(
  Object.entries(STANCE_FAMILIES).flatMap(([family, stances]) => stances.map((stance) => [stance, family] as const)),
);

/** Sentences above this share of damage yield claims of low confidence only (L61). */
const NOISE_THRESHOLD = 0.25;
const NOISE_FACTOR = 0.4;

/** Merges echoes, gives offsets, times and content-hash ids, and puts the claims into text order. */
export function finishClaims(reading: Reading, drafts: readonly ClaimDraft[]): readonly ExtractedClaim[] {
  const { kept, target } = mergeEchoes(reading, drafts);
  const ids = new Map<number, string>();
  const idOf = (index: number): string | undefined => {
    const at = target.get(index) ?? index;
    const draft = kept.get(at);
    if (draft === undefined) return undefined;
    const known = ids.get(at);
    if (known !== undefined) return known;
    const id = claimId(reading, draft);
    ids.set(at, id);
    return id;
  };
  const claims: ExtractedClaim[] = [];
  const seen = new Set<string>();
  for (const [index, draft] of [...kept].sort(([i, a], [j, b]) => firstToken(a) - firstToken(b) || i - j)) {
    const id = idOf(index) as string;
    if (seen.has(id)) continue;
    seen.add(id);
    claims.push(toClaim(reading, draft, id, draft.outer === undefined ? undefined : idOf(draft.outer)));
  }
  return claims;
}

function firstToken(draft: ClaimDraft): number {
  return Math.min(...draft.evidence.map((range) => range.first));
}

/** Headline, deck, lead and body restate one claim: same speaker, same family, same events or nearly the same words (L35). All spans stay. */
function mergeEchoes(
  reading: Reading,
  drafts: readonly ClaimDraft[],
): { readonly kept: ReadonlyMap<number, ClaimDraft>; readonly target: ReadonlyMap<number, number> } {
  const kept = new Map<number, ClaimDraft>();
  const target = new Map<number, number>();
  const order = drafts
    .map((draft, index) => ({ draft, index, title: isTitle(reading, draft.sentence) }))
    .sort((a, b) => Number(a.title) - Number(b.title) || a.index - b.index);
  const lead = leadOf(reading);
  // Words of contents, by content: each is compared with many.
  const known = new Map<readonly TokenRange[], ReadonlySet<string>>();
  const words = (content: readonly TokenRange[]): ReadonlySet<string> => {
    const read = known.get(content) ?? wordsOf(reading, content);
    known.set(content, read);
    return read;
  };
  for (const { draft, index, title } of order) {
    const family = FAMILY.get(draft.stance);
    let twin: number | undefined;
    for (const [at, other] of kept) {
      if (family !== FAMILY.get(other.stance) || !sameSpeaker(draft, other) || !echoes(draft, other, title, lead, words)) continue;
      twin = at;
      break;
    }
    const other = twin === undefined ? undefined : kept.get(twin);
    if (twin !== undefined && other !== undefined) {
      kept.set(twin, {
        ...other,
        evidence: [...other.evidence, ...draft.evidence],
        events: [...new Set([...other.events, ...draft.events])],
      });
      target.set(index, twin);
      continue;
    }
    // A line without a full stop has no claim of its own: what it says must be told in the body to count (L59).
    if (title && draft.quoteType !== "narration") continue;
    kept.set(index, draft);
  }
  return { kept, target };
}

function isTitle(reading: Reading, sentence: number): boolean {
  return reading.regionOf[sentence] === "headline" && reading.sentences[sentence]?.closed !== true;
}

function sameSpeaker(a: ClaimDraft, b: ClaimDraft): boolean {
  return a.speaker.ids.length === b.speaker.ids.length && a.speaker.ids.every((id) => b.speaker.ids.includes(id));
}

function echoes(
  a: ClaimDraft,
  b: ClaimDraft,
  title: boolean,
  lead: number,
  wordsIn: (content: readonly TokenRange[]) => ReadonlySet<string>,
): boolean {
  if (a.sentence === b.sentence) return false;
  // A lead sums up what the body tells at length; two sentences of the body are two claims however alike.
  if (!title && (a.rule.startsWith("claim.resolution") || a.rule.startsWith("claim.issuer"))) return false;
  if (!title && a.sentence > lead && b.sentence > lead) return false;
  const words = wordsIn(a.content);
  const others = wordsIn(b.content);
  let shared = 0;
  for (const word of words) if (others.has(word)) shared++;
  const likeness = shared / Math.max(1, Math.min(words.size, others.size));
  if (title) return (a.events.length > 0 && a.events.every((id) => b.events.includes(id))) || likeness >= 0.5;
  const sharesEvent = a.events.some((id) => b.events.includes(id));
  return a.quoteType === "indirect" || b.quoteType === "indirect"
    ? sharesEvent || (likeness >= 0.6 && Math.min(words.size, others.size) >= 3)
    : false;
}

/** The first sentence of the body (after the headline and its deck). */
function leadOf(reading: Reading): number {
  return reading.regionOf.findIndex((region, s) => region === "body" && reading.sentences[s]?.closed === true);
}

function wordsOf(reading: Reading, ranges: readonly TokenRange[]): ReadonlySet<string> {
  const words = new Set<string>();
  for (const range of ranges)
    for (let i = range.first; i < range.last; i++)
      if (/^(NN|JJ|CD)/.test(tagOf(reading, i)) || isVerb(tagOf(reading, i))) words.add(lemmaOf(reading, i));
  return words;
}

function spanOf(reading: Reading, range: TokenRange): EvidenceSpan {
  return { start: reading.tokens.start[range.first] ?? 0, end: reading.tokens.end[Math.max(range.first, range.last - 1)] ?? 0 };
}

function claimId(reading: Reading, draft: ClaimDraft): string {
  const evidence = draft.evidence.map((range) => spanOf(reading, range));
  const cue = draft.cue === undefined ? null : spanOf(reading, draft.cue);
  const content = [
    reading.annotated.document.id,
    [...draft.speaker.ids].sort(),
    draft.stance,
    draft.polarity,
    evidence[0],
    cue,
    [...draft.events].sort(),
  ];
  return `claim/${bytesToHex(sha256(utf8ToBytes(JSON.stringify(content)))).slice(0, 16)}`;
}

function toClaim(reading: Reading, draft: ClaimDraft, id: string, embeddedIn: string | undefined): ExtractedClaim {
  const cue = draft.cue === undefined ? undefined : spanOf(reading, draft.cue);
  const utteredAt = utteranceTime(reading, draft);
  return {
    id,
    speaker: draft.speaker.ids,
    ...(draft.speaker.onBehalfOf === undefined || draft.speaker.ids.includes(draft.speaker.onBehalfOf)
      ? {}
      : { onBehalfOf: draft.speaker.onBehalfOf }),
    ...(draft.addressee.length === 0 ? {} : { addressee: draft.addressee }),
    stance: draft.stance,
    certainty: draft.certainty,
    polarity: draft.polarity,
    quoteType: draft.quoteType,
    ...(cue === undefined ? {} : { cue: { ...cue, text: reading.text.slice(cue.start, cue.end) } }),
    content: draft.events,
    about: draft.about,
    ...(embeddedIn === undefined || embeddedIn === id ? {} : { embeddedIn }),
    ...(utteredAt === undefined ? {} : { utteredAt }),
    evidence: draft.evidence.map((range) => spanOf(reading, range)),
    rule: draft.rule,
    confidence: Math.round(draft.confidence * (noiseOf(reading, draft.sentence) > NOISE_THRESHOLD ? NOISE_FACTOR : 1) * 100) / 100,
  };
}

/** A date in the cue clause is when it was said ("said Thursday"); one in the content is not. */
function utteranceTime(reading: Reading, draft: ClaimDraft): ExtractedTime | undefined {
  if (draft.cue === undefined || draft.quoteType === "narration") return undefined;
  const evidence = draft.evidence[0];
  if (evidence === undefined) return undefined;
  const span = spanOf(reading, evidence);
  const sentence = reading.sentences[draft.sentence];
  const inContent = (start: number): boolean =>
    draft.content.some((range) => spanOf(reading, range).start <= start && start < spanOf(reading, range).end);
  const time = reading.annotated.times.find(
    (one) =>
      one.kind === "date" &&
      one.start >= Math.min(span.start, sentence?.start ?? span.start) &&
      one.end <= Math.max(span.end, afterCue(reading, draft)) &&
      !inContent(one.start),
  );
  if (time === undefined) return undefined;
  return {
    text: time.text,
    ...(time.edtf === undefined ? {} : { edtf: time.edtf }),
    ...(time.earliest === undefined ? {} : { earliest: time.earliest }),
    ...(time.latest === undefined ? {} : { latest: time.latest }),
    granularity: time.granularity,
    anchor: time.anchor,
  };
}

/** "…, Jung Pak, said in an interview Monday": a few words after a final cue still belong to it. */
function afterCue(reading: Reading, draft: ClaimDraft): number {
  const cue = draft.cue;
  if (cue === undefined) return 0;
  const sentence = reading.sentences[draft.sentence];
  return reading.tokens.end[Math.min(cue.last + 7, (sentence?.last ?? cue.last + 1) - 1)] ?? 0;
}

/**
 * Share of damaged places in a sentence: reversed or stray quotation marks, a space before a clitic or inside a number, a lone quotation mark, words split
 * by a hyphen and a space, glued sentences. Translation and OCR damage shows in them (tuned on the sample documents).
 */
export function noiseOf(reading: Reading, sentence: number): number {
  const one = reading.sentences[sentence];
  if (one === undefined) return 0;
  const text = reading.text.slice(one.start, one.end);
  const damage = [
    /\s[’‘']\s/g,
    /\p{L}[”"]\s\p{Ll}/gu,
    /[’'][sS][”"]/g,
    /\bdo n[’']t\b/g,
    /\d, \d{3}\b/g,
    /\p{L}- \p{L}/gu,
    /["”]\s[^"“”]{2,40}["”]/g,
    /\s[,;]\s/g,
  ].reduce((sum, pattern) => sum + (text.match(pattern)?.length ?? 0), 0);
  return Math.min(1, (damage * 8) / Math.max(8, one.last - one.first));
}
