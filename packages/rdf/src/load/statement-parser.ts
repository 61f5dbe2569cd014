import type { Dictionary } from "../dictionary/dictionary.ts";
import { HASH_PRIME, hashBytes, TermKind } from "../dictionary/term-table.ts";
import type { QuadRows } from "../store/quad-rows.ts";
import type { TermId } from "../store/triple-index.ts";
import { BYTE_CLASS, ByteClass, badIriByte, blankLabelEnd, startsWithScheme } from "../term/term-syntax.ts";
import { decodeUtf8, utf8SequenceLength } from "../term/utf8.ts";
import { Datatype, type DatatypeCode } from "../vocabulary/datatype.ts";
import { unescapeInto } from "./escape.ts";
import { type SyntaxProblem, syntaxProblem } from "./syntax-problem.ts";

export interface StatementParserOptions {
  /** Whether a fourth term names the graph. */
  readonly quads: boolean;
  /** Graph of statements that name none; 0 is the default graph. */
  readonly graph: TermId;
  /** Put before every blank node label; see `Dictionary.openBlankScope`. */
  readonly blankPrefix: string;
}

/** Triple terms in triple terms; deeper nesting is refused before it costs the stack. */
const MAX_DEPTH = 200;

const TAB = 0x09;
const LF = 0x0a;
const CR = 0x0d;
const SPACE = 0x20;
const QUOTE = 0x22;
const HASH = 0x23;
const PAREN_CLOSE = 0x29;
const MINUS = 0x2d;
const DOT = 0x2e;
const COLON = 0x3a;
const LESS = 0x3c;
const GREATER = 0x3e;
const AT = 0x40;
const BACKSLASH = 0x5c;
const CARET = 0x5e;
const UNDERSCORE = 0x5f;

/**
 * Parser of N-Triples and N-Quads 1.1 and 1.2 (https://www.w3.org/TR/rdf12-n-quads/) from UTF-8 bytes straight into ids of a dictionary.
 * Validates everything the grammars and RDF ask for while it scans; a string is made of nothing but language tags and error messages.
 */
export class StatementParser {
  readonly #dictionary: Dictionary;
  readonly #options: StatementParserOptions;
  /** Lines before the buffer at hand, and its current line's start. */
  #line = 1;
  #lineStart = 0;
  #bytes: Uint8Array = new Uint8Array(0);
  #at = 0;
  #scratch = new Uint8Array(256);
  readonly #blankPrefix: Uint8Array;
  /** The subject of the last statement, which the next one mostly shares. */
  #lastSubject: TermId = 0;
  #lastDatatype: TermId = 0;
  #lastDatatypeCode: DatatypeCode = 0;
  #lastLanguage: Uint8Array = new Uint8Array(0);
  #lastLanguageCode = 0;

  constructor(dictionary: Dictionary, options: StatementParserOptions) {
    this.#dictionary = dictionary;
    this.#options = options;
    this.#blankPrefix = new TextEncoder().encode(options.blankPrefix);
  }

  /** Number of the line that comes next, from 1. */
  get line(): number {
    return this.#line;
  }

  /**
   * Parses whole lines: `bytes[start, end)` must end with a line feed or carriage return. Appends what they say to `rows`.
   *
   * @throws SyntaxProblem with line and column.
   */
  parse(bytes: Uint8Array, start: number, end: number, rows: QuadRows): void {
    this.#bytes = bytes;
    // A byte order mark may begin the text; it is no character of the first line.
    const marked = this.#line === 1 && bytes[start] === 0xef && bytes[start + 1] === 0xbb && bytes[start + 2] === 0xbf;
    this.#at = marked ? start + 3 : start;
    this.#lineStart = this.#at;
    while (this.#at < end) {
      this.#skipSpace();
      const byte = bytes[this.#at]!;
      if (byte === LESS || byte === UNDERSCORE) this.#statement(rows);
      else if (byte === 0x56 /* V */) this.#versionDirective();
      this.#endOfLine(end);
    }
  }

  #statement(rows: QuadRows): void {
    const subject = this.#subject();
    this.#skipSpace();
    const predicate = this.#iri("a predicate IRI");
    this.#skipSpace();
    const object = this.#object(0);
    this.#skipSpace();
    let graph = this.#options.graph;
    if (this.#options.quads && this.#bytes[this.#at] !== DOT) {
      graph = this.#bytes[this.#at] === UNDERSCORE ? this.#blank() : this.#iri("a graph or '.'");
      this.#skipSpace();
    }
    if (this.#bytes[this.#at] !== DOT) throw this.#problem(this.#at, "expected '.' at the end of the statement");
    this.#at++;
    rows.push(subject, predicate, object, graph);
  }

  /** The rest of a line: white space, a comment, the line's end. */
  #endOfLine(end: number): void {
    const bytes = this.#bytes;
    this.#skipSpace();
    let at = this.#at;
    if (bytes[at] === HASH) at = this.#commentEnd(at);
    if (bytes[at] === CR && at + 1 < end && bytes[at + 1] === LF) at += 2;
    else if (bytes[at] === LF || bytes[at] === CR) at++;
    else throw this.#problem(at, "expected the end of the line");
    this.#line++;
    this.#at = at;
    this.#lineStart = at;
  }

  #commentEnd(start: number): number {
    const bytes = this.#bytes;
    let at = start;
    let seen = 0;
    while (bytes[at] !== LF && bytes[at] !== CR) seen |= bytes[at++]!;
    if (seen >= 0x80) this.#checkUtf8(start, at);
    return at;
  }

  #versionDirective(): void {
    const bytes = this.#bytes;
    const word = "VERSION";
    for (let i = 0; i < word.length; i++) {
      if (bytes[this.#at + i] !== word.charCodeAt(i)) throw this.#problem(this.#at, "expected a statement");
    }
    this.#at += word.length;
    this.#skipSpace();
    if (bytes[this.#at] !== QUOTE) throw this.#problem(this.#at, "expected a quoted version after VERSION");
    const start = this.#at + 1;
    const end = this.#quoted();
    if (bytes.subarray(start, end).includes(BACKSLASH)) throw this.#problem(start, "a version has no escapes");
  }

  #skipSpace(): void {
    const bytes = this.#bytes;
    let at = this.#at;
    while (bytes[at] === SPACE || bytes[at] === TAB) at++;
    this.#at = at;
  }

  #subject(): TermId {
    const bytes = this.#bytes;
    if (bytes[this.#at] === UNDERSCORE) {
      this.#lastSubject = 0;
      return this.#blank();
    }
    if (this.#lastSubject !== 0 && this.#repeats(this.#lastSubject)) return this.#lastSubject;
    if (bytes[this.#at + 1] === LESS) throw this.#problem(this.#at, "a triple term cannot be a subject");
    const subject = this.#iri("a subject");
    this.#lastSubject = subject;
    return subject;
  }

  /** Whether an IRI that is in the dictionary stands here again; passes it if so. */
  #repeats(id: TermId): boolean {
    const { arena, offsets } = this.#dictionary.columns;
    const bytes = this.#bytes;
    const from = offsets[id]!;
    const length = offsets[id + 1]! - from;
    const start = this.#at + 1;
    if (bytes[start - 1] !== LESS || start + length >= bytes.length || bytes[start + length] !== GREATER) return false;
    for (let i = length - 1; i >= 0; i--) if (arena[from + i] !== bytes[start + i]) return false;
    this.#at = start + length + 1;
    return true;
  }

  #object(depth: number): TermId {
    const byte = this.#bytes[this.#at];
    if (byte === QUOTE) return this.#literal();
    if (byte === UNDERSCORE) return this.#blank();
    if (byte === LESS && this.#bytes[this.#at + 1] === LESS) return this.#tripleTerm(depth);
    return this.#iri("an object");
  }

  #tripleTerm(depth: number): TermId {
    const bytes = this.#bytes;
    const start = this.#at;
    if (bytes[start + 2] !== 0x28) throw this.#problem(start, "expected '<<(': only triple terms can be written here, not reified triples");
    if (depth === MAX_DEPTH) throw this.#problem(start, `triple terms are nested more than ${MAX_DEPTH} deep`);
    this.#at += 3;
    this.#skipSpace();
    const subject = bytes[this.#at] === UNDERSCORE ? this.#blank() : this.#iri("the subject of a triple term");
    this.#skipSpace();
    const predicate = this.#iri("the predicate of a triple term");
    this.#skipSpace();
    const object = this.#object(depth + 1);
    this.#skipSpace();
    if (bytes[this.#at] !== PAREN_CLOSE || bytes[this.#at + 1] !== GREATER || bytes[this.#at + 2] !== GREATER) {
      throw this.#problem(this.#at, "expected ')>>' at the end of the triple term");
    }
    this.#at += 3;
    return this.#dictionary.internTriple(subject, predicate, object);
  }

  #iri(what: string): TermId {
    const bytes = this.#bytes;
    const open = this.#at;
    if (bytes[open] !== LESS) throw this.#problem(open, `expected ${what}`);
    const start = open + 1;
    let at = start;
    let hash = this.#dictionary.hashSeed;
    let seen = 0;
    for (let byte = bytes[at]!; (BYTE_CLASS[byte]! & ByteClass.iri) !== 0; byte = bytes[++at]!) {
      hash = Math.imul(hash ^ byte, HASH_PRIME);
      seen |= byte;
    }
    if (bytes[at] === BACKSLASH) return this.#escapedIri(start);
    if (bytes[at] !== GREATER) throw this.#problem(at, "this character cannot stand in an IRI");
    if (seen >= 0x80) this.#checkUtf8(start, at);
    if (!startsWithScheme(bytes, start, at)) throw this.#problem(open, "the IRI is not absolute");
    this.#at = at + 1;
    return this.#dictionary.internEncoded(TermKind.iri, 0, 0, hash, bytes, start, at);
  }

  #escapedIri(start: number): TermId {
    const bytes = this.#bytes;
    let end = start;
    while ((BYTE_CLASS[bytes[end]!]! & ByteClass.iri) !== 0 || bytes[end] === BACKSLASH) end++;
    if (bytes[end] !== GREATER) throw this.#problem(end, "this character cannot stand in an IRI");
    this.#checkUtf8(start, end);
    const length = this.#unescape(start, end, false);
    const scratch = this.#scratch;
    if (badIriByte(scratch, 0, length) >= 0) throw this.#problem(start, "an escape gives a character that cannot stand in an IRI");
    if (!startsWithScheme(scratch, 0, length)) throw this.#problem(start - 1, "the IRI is not absolute");
    this.#at = end + 1;
    return this.#dictionary.internEncoded(TermKind.iri, 0, 0, this.#hash(scratch, 0, length), scratch, 0, length);
  }

  #blank(): TermId {
    const bytes = this.#bytes;
    const open = this.#at;
    if (bytes[open + 1] !== COLON) throw this.#problem(open, "expected '_:'");
    const start = open + 2;
    const end = blankLabelEnd(bytes, start, bytes.length);
    if (end === start) throw this.#problem(start, "expected a blank node label after '_:'");
    // A character that is no separator is one that labels may not hold; it would otherwise be reported as a missing term.
    const next = bytes[end]!;
    if (next === COLON || next >= 0x80) throw this.#problem(end, "this character cannot stand in a blank node label");
    const prefix = this.#blankPrefix;
    const length = prefix.length + end - start;
    this.#reserve(length);
    this.#scratch.set(prefix);
    for (let i = start, to = prefix.length; i < end; i++, to++) this.#scratch[to] = bytes[i]!;
    this.#at = end;
    return this.#dictionary.internEncoded(TermKind.blank, 0, 0, this.#hash(this.#scratch, 0, length), this.#scratch, 0, length);
  }

  #literal(): TermId {
    const bytes = this.#bytes;
    const start = this.#at + 1;
    let at = start;
    const seed = this.#dictionary.hashSeed;
    let hash = seed;
    let seen = 0;
    for (let byte = bytes[at]!; byte !== QUOTE && byte !== BACKSLASH && byte !== LF && byte !== CR; byte = bytes[++at]!) {
      hash = Math.imul(hash ^ byte, HASH_PRIME);
      seen |= byte;
    }
    if (bytes[at] !== QUOTE) return this.#escapedLiteral(start);
    if (seen >= 0x80) this.#checkUtf8(start, at);
    this.#at = at + 1;
    const language = this.#language();
    const datatype = language === 0 ? this.#datatype() : this.#languageDatatype(language);
    // The datatype may be the one term too many that made the dictionary change its seed.
    if (this.#dictionary.hashSeed !== seed) hash = this.#hash(bytes, start, at);
    return this.#dictionary.internEncoded(TermKind.literal, datatype, language, hash, bytes, start, at);
  }

  /** Passes a quoted string that may hold escapes; returns the index of its closing quote. */
  #quoted(): number {
    const bytes = this.#bytes;
    const start = this.#at + 1;
    let at = start;
    for (; bytes[at] !== QUOTE; at++) {
      if (bytes[at] === LF || bytes[at] === CR) throw this.#problem(at, "the string is not closed on its line");
      // The escape itself is checked when it is read; here it only must not hide the line's end.
      if (bytes[at] === BACKSLASH && bytes[at + 1] !== LF && bytes[at + 1] !== CR) at++;
    }
    this.#checkUtf8(start, at);
    this.#at = at + 1;
    return at;
  }

  #escapedLiteral(start: number): TermId {
    const end = this.#quoted();
    const language = this.#language();
    const datatype = language === 0 ? this.#datatype() : this.#languageDatatype(language);
    const length = this.#unescape(start, end, true);
    const scratch = this.#scratch;
    return this.#dictionary.internEncoded(TermKind.literal, datatype, language, this.#hash(scratch, 0, length), scratch, 0, length);
  }

  #datatype(): DatatypeCode {
    const bytes = this.#bytes;
    if (bytes[this.#at] !== CARET) return Datatype.string;
    if (bytes[this.#at + 1] !== CARET) throw this.#problem(this.#at, "expected '^^'");
    this.#at += 2;
    this.#skipSpace();
    if (this.#lastDatatype !== 0 && this.#repeats(this.#lastDatatype)) return this.#lastDatatypeCode;
    const open = this.#at;
    const iri = this.#iri("a datatype IRI");
    const code = this.#dictionary.datatypeCode(iri);
    if (code === Datatype.langString || code === Datatype.dirLangString) {
      throw this.#problem(open, "a literal of this datatype must have a language tag");
    }
    this.#lastDatatype = iri;
    this.#lastDatatypeCode = code;
    return code;
  }

  /** Code of the language tag that stands here, 0 when there is none. */
  #language(): number {
    const bytes = this.#bytes;
    // The canonicalisation tests of RDF 1.2 have white space on both sides of '^^' and before '@'.
    this.#skipSpace();
    const open = this.#at;
    if (bytes[open] !== AT) return 0;
    const start = open + 1;
    let at = start;
    while ((BYTE_CLASS[bytes[at]!]! & (ByteClass.letter | ByteClass.digit)) !== 0 || bytes[at] === MINUS) at++;
    this.#at = at;
    const last = this.#lastLanguage;
    if (at - start === last.length) {
      let i = 0;
      while (i < last.length && last[i] === bytes[start + i]) i++;
      if (i === last.length && i > 0) return this.#lastLanguageCode;
    }
    const [tag, direction, ...rest] = decodeUtf8(bytes, start, at).split("--");
    if (rest.length > 0 || (direction !== undefined && direction !== "ltr" && direction !== "rtl")) {
      throw this.#problem(open, "the base direction of a literal is 'ltr' or 'rtl'");
    }
    if (!/^[a-zA-Z]{1,8}(?:-[a-zA-Z0-9]{1,8})*$/.test(tag!)) throw this.#problem(open, "this is not a language tag");
    this.#lastLanguageCode = this.#dictionary.languageCode(tag!, direction ?? "");
    this.#lastLanguage = bytes.slice(start, at);
    return this.#lastLanguageCode;
  }

  #languageDatatype(language: number): DatatypeCode {
    return this.#dictionary.languageTags[language]!.direction === "" ? Datatype.langString : Datatype.dirLangString;
  }

  /** Writes a range without its escapes to the scratch buffer; returns the length. */
  #unescape(start: number, end: number, characterEscapes: boolean): number {
    this.#reserve(end - start);
    const length = unescapeInto(this.#bytes, start, end, characterEscapes, this.#scratch);
    if (length < 0) throw this.#problem(-length - 1, "this is not a valid escape");
    return length;
  }

  #hash(bytes: Uint8Array, start: number, end: number): number {
    return hashBytes(bytes, start, end, this.#dictionary.hashSeed);
  }

  #reserve(length: number): void {
    if (length > this.#scratch.length) this.#scratch = new Uint8Array(length * 2);
  }

  #checkUtf8(start: number, end: number): void {
    const bytes = this.#bytes;
    for (let at = start; at < end; ) {
      if (bytes[at]! < 0x80) {
        at++;
        continue;
      }
      const length = utf8SequenceLength(bytes, at, end);
      if (length === 0) throw this.#problem(at, "these bytes are not UTF-8");
      at += length;
    }
  }

  #problem(at: number, message: string): SyntaxProblem {
    return syntaxProblem(message, this.#bytes, this.#lineStart, at, this.#line);
  }
}
