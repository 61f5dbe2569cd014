import type { AnnotatedDocument, Mention } from "../annotated-document.ts";
import type { EvidenceSpan, ExtractedQuantity, ExtractedTime } from "../extraction.ts";
import { asTime } from "./attachment.ts";
import type { Happening } from "./event-coreference.ts";
import { tallyOf } from "./tallies.ts";

/** How far into the text the title may stand. */
const TITLE_REACH = 300;

/**
 * A document that is itself a resolution tells of its own adoption: its title names the resolution, its first words the body ("The Security Council,"), its
 * last line often says "Adopted at the 3212th meeting".
 */
export function adoptedResolution(annotated: AnnotatedDocument): Happening | undefined {
  const { analysis, document, mentions, entities } = annotated;
  const title = mentions.find(
    (mention) => mention.type === "Resolution" && mention.start < TITLE_REACH && opensLine(document.text, mention.start),
  );
  if (!title) return undefined;
  const body =
    mentions.find(
      (mention) => mention.start > title.end && mention.start < title.end + TITLE_REACH && opensEnactment(document.text, mention),
    ) ?? bodyOfExcerpt(annotated, title);
  if (!body || !entities.has(title.entity) || !entities.has(body.entity)) return undefined;
  const sentence = analysis.sentences[title.sentence];
  const time = annotated.times.find(
    (candidate) =>
      candidate.kind === "date" &&
      candidate.start >= title.start &&
      candidate.end <= Math.max(sentence?.end ?? title.end, title.end + 30, endOfAdoption(document.text, title.end)),
  );
  const closing = analysis.sentences.findIndex(
    (candidate) => candidate.start > body.end && /^Adopted\b/.test(document.text.slice(candidate.start, candidate.end).trimStart()),
  );
  const spans: (EvidenceSpan & { readonly sentence: number; readonly token: number })[] = [
    { start: title.start, end: sentence?.end ?? title.end, sentence: title.sentence, token: title.head },
  ];
  const last = analysis.sentences[closing];
  // "Adopted by the Security Council at its 2046th meeting, on 4 November 1977", at the end
  const told =
    time ?? annotated.times.find(({ kind, start, end }) => kind === "date" && last !== undefined && start >= last.start && end <= last.end);
  if (last) spans.push({ start: last.start, end: last.end, sentence: closing, token: last.first });
  return {
    type: "ResolutionAdopted",
    roles: { body: [body.entity], agreement: [title.entity] },
    quantity: last === undefined ? [] : votesIn(document.text.slice(last.start, last.end)),
    ...(told === undefined ? onDayOfIssue(document, title) : { time: asTime(told) }),
    occurrences: spans.map((span) => ({
      evidence: { start: span.start, end: span.end },
      trigger: span.token,
      sentence: span.sentence,
      factuality: { polarity: "positive", certainty: "certain", mode: "actual", cues: [] },
      rule: "ResolutionAdopted.document",
      confidence: 0.9,
    })),
    background: false,
    keys: [],
    links: [],
  };
}

/** "RESOLUTION 819 (1993) / Adopted by the Security Council at its 3199th meeting, on 16 April 1993": past the line below the title. */
function endOfAdoption(text: string, from: number): number {
  const match = /^\s*Adopted\b[^\n]{0,120}/.exec(text.slice(from, from + 200));
  return match === null ? from : from + match[0].length;
}

/** An excerpt that goes straight on to numbered paragraphs ("29. Decides that …") names the body later, or only in the resolution's own name. */
function bodyOfExcerpt({ document, mentions, entities }: AnnotatedDocument, title: Mention): Mention | undefined {
  if (
    !/^[^\n]{0,60}\n\s*\d{1,2}\. +(?:Decides|Demands|Requests|Calls|Urges|Declares|Affirms|Condemns|Requires|Authorizes|Invites)\b/.test(
      document.text.slice(title.end),
    )
  )
    return undefined;
  const name = entities.get(title.entity)?.name.toLowerCase() ?? "";
  return mentions.find(
    ({ type, entity, start }) =>
      type === "InternationalOrganization" &&
      start > title.end &&
      name.startsWith(`${entities.get(entity)?.name.toLowerCase() ?? "?"} resolution`),
  );
}

/** "by 12 votes to 1 (Cuba)": those who voted against, in the line that closes a resolution or tells of its adoption. */
export function votesAgainst(annotated: AnnotatedDocument, resolution: Happening): readonly Happening[] {
  const { analysis, document, mentions } = annotated;
  return analysis.sentences.flatMap((sentence, index): readonly Happening[] => {
    const text = document.text.slice(sentence.start, sentence.end);
    const match = /^\s*Adopted\b[^()]*\bvotes to (\d{1,2}|one|two|three|four)(?: against)? (\([^()]*\))/.exec(text);
    const [, noes = "", named = ""] = match ?? [];
    if (!match || named === "") return [];
    const end = sentence.start + match[0].length;
    const start = end - named.length;
    const actor = mentions.filter((mention) => mention.type === "State" && mention.start >= start && mention.end <= end);
    const [first] = actor;
    if (!first) return [];
    return [
      {
        type: "Vote",
        roles: { actor: [...new Set(actor.map(({ entity }) => entity))], vote: ["against"] },
        quantity: tallyOf(match[0])
          .slice(1)
          .map((against) => ({ ...against, text: noes })),
        occurrences: [
          {
            evidence: { start, end },
            trigger: first.head,
            sentence: index,
            factuality: { polarity: "positive", certainty: "certain", mode: "actual", cues: [] },
            rule: "Vote.tally-against",
            confidence: 0.9,
          },
        ],
        ...(resolution.time === undefined ? {} : { time: resolution.time }),
        background: false,
        keys: [],
        links: [],
      },
    ];
  });
}

/** "Resolution 687 (1991) of 3 Apri] 1991": where the scan spoils the date, the day of issue in the year of the title stands for it. */
function onDayOfIssue(document: AnnotatedDocument["document"], title: Mention): { readonly time?: ExtractedTime } {
  const { published = "" } = document;
  const year = /\((\d{4})\)/.exec(document.text.slice(title.start, title.end + 8))?.[1];
  if (!/^\d{4}-\d{2}-\d{2}$/.test(published) || year !== published.slice(0, 4)) return {};
  return { time: { text: published, edtf: published, earliest: published, latest: published, granularity: "day", anchor: "publication" } };
}

/** "Adopted by 13 votes to none": the votes in favour. */
function votesIn(closing: string): readonly ExtractedQuantity[] {
  const match = /\bby (\d{1,3}) votes\b/.exec(closing);
  return match === null ? [] : [{ min: Number(match[1]), max: Number(match[1]), unit: "vote", text: `${match[1]} votes` }];
}

const opensLine = (text: string, offset: number): boolean =>
  /(^|\n)\s*(The\s+|UN\s+|U\.N\.\s+|United Nations\s+)?$/.test(text.slice(Math.max(0, offset - 40), offset));

/** "Resolution 707 (1991) of 15 August 1991 The Security Council,": scans and converters run the title into the words of enactment. */
export function followsTitle(text: string, offset: number): boolean {
  return /(?:\d|\d[)\]])\s+(?:The\s+)?(?:UN\s+|United Nations\s+)?$/.test(text.slice(Math.max(0, offset - 40), offset));
}

/** "The Security Council," on a line of its own or at the end of the title's, or before its first recital ("The Security Council, Having considered …"): the subject of everything that follows. */
function opensEnactment(text: string, mention: Mention): boolean {
  if (mention.type !== "InternationalOrganization") return false;
  const after = text.slice(mention.end, mention.end + 40);
  const opens = opensLine(text, mention.start) || followsTitle(text, mention.start);
  return (opens && /^\s*[,.]?\s*(\n|$)/.test(after.slice(0, 8))) || /^\s*,\s+\p{Lu}\p{Ll}+ing\b/u.test(after);
}
