import type { Span } from "./analysis.ts";

/** What can go wrong because of what was passed in or what was built. */
export type NlpErrorCode = "nlp.model-missing" | "nlp.model-damaged" | "nlp.input";

/**
 * An error that the caller can do something about. `code` is stable; `message` says what happened and what to do.
 * Same shape as `ChanceryError` of @chancery/rdf, which this package does not depend on.
 */
export class NlpError extends Error {
  override readonly name: string = "NlpError";
  readonly code: NlpErrorCode;
  /** Place in the text, where there is one. */
  readonly span?: Span;

  constructor(code: NlpErrorCode, message: string, options: { readonly cause?: unknown; readonly span?: Span } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    if (options.span !== undefined) this.span = options.span;
  }
}
