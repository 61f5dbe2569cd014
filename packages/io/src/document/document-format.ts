/** A document as text for extraction. All offsets that are made later refer to `text`. */
export interface DocumentText {
  readonly text: string;
  /** Name of the format it was read as. */
  readonly format: string;
  readonly title?: string;
  /** Publisher or site. */
  readonly source?: string;
  /** Publication date, `YYYY-MM-DD`; absent where the document does not say. */
  readonly published?: string;
  /** BCP 47 language tag as declared. */
  readonly language?: string;
  readonly author?: string;
  readonly url?: string;
  /** The source the text was made from, character for character as long as `text`; only for Markdown, whose markup is blanked in `text`. */
  readonly raw?: string;
}

export interface DocumentContext {
  /** Address of the document; resolves nothing, only names it and may hold its date. */
  readonly url?: string;
}

/** A reader of one document format. A reader for PDF or DOCX joins by being passed in `formats`. */
export interface DocumentFormat {
  readonly name: string;
  readonly extensions: readonly string[];
  readonly mediaTypes: readonly string[];
  /** Whether `read` wants the bytes as they are; otherwise it gets decoded text. */
  readonly binary?: boolean;
  readonly read: (content: string | Uint8Array, context: DocumentContext) => DocumentText | Promise<DocumentText>;
}
