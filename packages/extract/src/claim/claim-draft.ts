import type { Certainty, Polarity, QuoteType, Stance } from "../ontology.ts";
import type { TokenRange } from "./cue-match.ts";
import type { Speaker } from "./speaker.ts";

/** A claim before it is merged with its echoes and given an id. Ranges are in tokens. */
export interface ClaimDraft {
  readonly speaker: Speaker;
  readonly stance: Stance;
  readonly certainty: Certainty;
  readonly polarity: Polarity;
  readonly quoteType: QuoteType;
  readonly cue?: TokenRange;
  readonly content: readonly TokenRange[];
  readonly evidence: readonly TokenRange[];
  readonly addressee: readonly string[];
  /** Event ids told in the content. */
  readonly events: readonly string[];
  readonly about: readonly string[];
  /** Position of the outer draft in the list, for a source within a source. */
  readonly outer?: number;
  readonly sentence: number;
  readonly rule: string;
  readonly confidence: number;
}
