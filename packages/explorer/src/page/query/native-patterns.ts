/** Stands for `re2js` in the page, whose tables are a fifth of it: the platform's regular expressions, in a thread that a time limit ends. */
export class RE2JS {
  static readonly CASE_INSENSITIVE: number = 1;
  static readonly DOTALL: number = 2;
  static readonly MULTILINE: number = 4;
  readonly #expression: RegExp;

  private constructor(expression: RegExp) {
    this.#expression = expression;
  }

  /** @throws SyntaxError for an invalid pattern. */
  static compile(source: string, bits: number): RE2JS {
    const has = (bit: number): boolean => (bits & bit) !== 0;
    return new RE2JS(
      new RegExp(source, `gu${has(RE2JS.CASE_INSENSITIVE) ? "i" : ""}${has(RE2JS.DOTALL) ? "s" : ""}${has(RE2JS.MULTILINE) ? "m" : ""}`),
    );
  }

  matcher(text: string): NativeMatcher {
    return new NativeMatcher(this.#expression, text);
  }
}

class NativeMatcher {
  readonly #matches: Iterator<RegExpMatchArray>;
  #match: RegExpMatchArray | undefined;

  constructor(expression: RegExp, text: string) {
    this.#matches = text.matchAll(expression);
  }

  find(): boolean {
    const { value, done } = this.#matches.next();
    this.#match = done === true ? undefined : value;
    return this.#match !== undefined;
  }

  start(): number {
    return this.#match?.index ?? 0;
  }

  end(): number {
    return this.start() + (this.#match?.[0].length ?? 0);
  }

  group(number: number): string | null {
    return this.#match?.[number] ?? null;
  }

  groupCount(): number {
    return (this.#match?.length ?? 1) - 1;
  }
}
