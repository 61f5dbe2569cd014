import type { Certainty, Stance } from "../ontology.ts";
import type { CueRow, Frame } from "./cue-table.ts";
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

/** What a cue row becomes in a sentence. */
export interface CueParts {
  readonly frame: CueMatch["frame"];
  readonly content: readonly TokenRange[];
  readonly side: CueMatch["side"];
  readonly subject?: Subject;
  readonly addressee?: CueMatch["addressee"];
  readonly stance?: CueMatch["stance"];
  readonly cueEnd: number;
}

/** The match of a row at the verb of a group. */
export function cueMatch(row: CueRow, group: VerbGroup, sentence: number, parts: CueParts): CueMatch {
  return {
    row: row.id,
    frame: parts.frame,
    token: group.head,
    cue: { first: group.head, last: Math.max(parts.cueEnd, group.head + 1) },
    group,
    stance: parts.stance ?? row.stance,
    decidedBy: parts.stance === undefined ? row.decidedBy : "cue",
    weak: row.weak ?? false,
    content: parts.content,
    side: parts.side,
    sentence,
    ...(row.certainty === undefined ? {} : { certainty: row.certainty }),
    ...(parts.subject === undefined ? {} : { subject: parts.subject }),
    ...(parts.addressee === undefined ? {} : { addressee: parts.addressee }),
  };
}
