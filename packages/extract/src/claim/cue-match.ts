import type { Certainty, Stance } from "../ontology.ts";
import type { Frame } from "./cue-table.ts";
import type { NounPhrase, Subject } from "./subject.ts";
import type { VerbGroup } from "./verb-group.ts";

/** Tokens `[first, last)`. */
export interface TokenRange {
  readonly first: number;
  readonly last: number;
}

/** A cue with its frame filled, before anybody asks who its subject is. */
export interface CueMatch {
  /** Row of the cue table, `source` (according to X), `noun`, `withhold` or `resolution`. */
  readonly row: string;
  readonly frame: Frame | "source" | "noun";
  readonly token: number;
  /** The words of the cue. */
  readonly cue: TokenRange;
  readonly group?: VerbGroup;
  readonly stance: Stance;
  readonly decidedBy: "cue" | "content";
  readonly certainty?: Certainty;
  readonly weak: boolean;
  readonly subject?: Subject;
  readonly addressee?: NounPhrase;
  /** What is said, in text order; one range, or two around a medial cue. */
  readonly content: readonly TokenRange[];
  /** The cue stands before its content, after it, or inside it. */
  readonly side: "before" | "after" | "middle";
  readonly sentence: number;
}
