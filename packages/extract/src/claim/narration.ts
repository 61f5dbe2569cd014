import type { EventDraft } from "../event/event-draft.ts";
import type { Certainty, Stance } from "../ontology.ts";
import type { ClaimDraft } from "./claim-draft.ts";
import type { TokenRange } from "./cue-match.ts";
import { aboutIn } from "./draft-claim.ts";
import { firstTokenAt, type Reading } from "./reading.ts";

/**
 * What the document itself tells (L34): a claim of the narrator for every sentence that carries an event nobody else is credited with.
 * The document's id is the speaker.
 */
export function narratedClaims(reading: Reading, drafts: readonly ClaimDraft[], events: readonly EventDraft[]): readonly ClaimDraft[] {
  const credited = new Set(drafts.flatMap((draft) => draft.events));
  const bySentence = new Map<number, { events: string[]; ranges: TokenRange[]; stance: Stance; certainty: Certainty; negative: boolean }>();
  for (const event of events) {
    if (credited.has(event.id)) continue;
    for (const { sentence, factuality, evidence } of event.occurrences) {
      const region = reading.regionOf[sentence];
      if (region !== "body" && region !== "caption" && event.occurrences.some((other) => reading.regionOf[other.sentence] === "body"))
        continue;
      const stance: Stance =
        factuality.mode === "alleged"
          ? "alleges"
          : factuality.certainty === "probable" || factuality.certainty === "possible"
            ? "estimates"
            : "asserts";
      const held = bySentence.get(sentence);
      const range = { first: firstTokenAt(reading.tokens, evidence.start), last: firstTokenAt(reading.tokens, evidence.end - 1) + 1 };
      if (held === undefined)
        bySentence.set(sentence, {
          events: [event.id],
          ranges: [range],
          stance,
          certainty: factuality.certainty,
          negative: factuality.polarity === "negative",
        });
      else {
        if (!held.events.includes(event.id)) held.events.push(event.id);
        held.ranges.push(range);
      }
    }
  }
  const speaker = { ids: [reading.annotated.document.id], confidence: 1, own: false };
  return [...bySentence]
    .sort(([a], [b]) => a - b)
    .map(([sentence, told]): ClaimDraft => {
      const content = [{ first: Math.min(...told.ranges.map((r) => r.first)), last: Math.max(...told.ranges.map((r) => r.last)) }];
      const headline = reading.regionOf[sentence] === "headline";
      return {
        speaker,
        stance: told.stance,
        certainty: told.stance === "alleges" ? "unspecified" : told.certainty,
        polarity: told.negative ? "negative" : "positive",
        quoteType: "narration",
        content,
        evidence: content,
        addressee: [],
        events: told.events,
        about: aboutIn(reading, content, []),
        sentence,
        rule: headline ? "claim.narration.headline" : "claim.narration",
        confidence: headline ? 0.5 : 0.8,
      };
    });
}
