/** A region of some text: UTF-16 offsets, end exclusive; line and column count from 1. */
export interface SourcePlace {
  /** File, document or other name of what was read. */
  readonly source?: string;
  readonly start?: number;
  readonly end?: number;
  readonly line?: number;
  readonly column?: number;
}

export interface ChanceryErrorOptions {
  /** Where in the input, when the input was text. */
  readonly place?: SourcePlace;
  /** What the caller can do about it, one sentence. */
  readonly remedy?: string;
  readonly cause?: unknown;
}

/**
 * The one error type of chancery: everything that is wrong with input, configuration or a limit.
 *
 * `code` is stable across versions (`"sparql.syntax"`, `"document.too-large"`); `docs/errors.md` lists every code.
 * The message says what happened and where; `remedy` says what would be right.
 */
export class ChanceryError extends Error {
  readonly code: string;
  readonly place: SourcePlace | undefined;
  readonly remedy: string | undefined;

  constructor(code: string, message: string, options: ChanceryErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = "ChanceryError";
    this.code = code;
    this.place = options.place;
    this.remedy = options.remedy;
  }

  /** Message, place and remedy on one to three lines, for people. */
  describe(): string {
    const { source, line, column } = this.place ?? {};
    const position = line === undefined ? undefined : `line ${line}${column === undefined ? "" : `, column ${column}`}`;
    const where = [source, position].filter((part) => part !== undefined).join(", ");
    return [`${this.message}${where === "" ? "" : ` (${where})`}`, this.remedy].filter((part) => part !== undefined).join("\n");
  }
}

/** Marks a branch that the types say cannot be reached; reaching it is our bug, never the user's. */
export function unreachable(value: never): never {
  throw new TypeError(`unreachable: ${JSON.stringify(value)}`);
}
