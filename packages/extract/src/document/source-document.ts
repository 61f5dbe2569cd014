import type { Region } from "../extraction.ts";

/** A document as it enters the pipeline: raw text (offsets refer to it for good) with what is known of it. */
export interface SourceDocument {
  /** `document/<first 16 hex digits of the SHA-256 of the text>` unless the caller names it. */
  readonly id: string;
  readonly text: string;
  readonly sha256: string;
  readonly title?: string;
  readonly source?: string;
  /** ISO 8601 date of publication; dates in the text are resolved against it. */
  readonly published?: string;
  readonly language?: string;
  readonly regions: readonly Region[];
}
