import { ChanceryError } from "../errors.ts";
import type { TermId } from "../store/triple-index.ts";
import { type BlankNode, dataFactory, languageLiteral, type NamedNode, type Quad, type Term } from "../term/data-factory.ts";
import { blankLabelEnd, isLanguageTag } from "../term/term-syntax.ts";
import { checkIri, show } from "../term/term-validity.ts";
import { decodeUtf8, encodeUtf8 } from "../term/utf8.ts";
import { DATATYPE_IRIS, Datatype, type DatatypeCode, knownDatatype } from "../vocabulary/datatype.ts";
import { areValidTerms } from "./column-check.ts";
import { type LiteralValue, readLiteralValue } from "./literal-value.ts";
import { hashBytes, MAX_BYTES, MAX_TERMS, type TermColumnData, TermKind, TermTable } from "./term-table.ts";

export type BaseDirection = "" | "ltr" | "rtl";

export interface DictionaryOptions {
  /** Most terms; beyond it `store.too-large` is thrown. Default and upper bound: about 2^31. */
  readonly maxTerms?: number;
  /** Most bytes of text. Default and upper bound: about 4 · 10^9. */
  readonly maxBytes?: number;
}

/** A language tag with its base direction; the index in `Dictionary.languageTags` is the code in the `languages` column. */
export interface LanguageTag {
  /** Lower-cased BCP 47 tag. */
  readonly tag: string;
  readonly direction: BaseDirection;
}

/** Codes are 16 bits. */
const MAX_CODES = 0xffff;
const PAGE_BITS = 10;
const PAGE_MASK = (1 << PAGE_BITS) - 1;

/**
 * Terms ↔ dense ids: 1, 2, 3 … in order of arrival, never reused; 0 is no term.
 *
 * Lexical forms live as UTF-8 in one arena, everything the engine compares lives in typed columns by id (`kinds`, `datatypes`, `languages`, `values`, `flags`);
 * a string or an RDF/JS term is only made when somebody asks for it, and terms are then shared. Several stores may share a dictionary.
 * Terms are checked when they enter: invalid IRIs, lone surrogates, labels and language tags that no syntax could write are refused.
 */
export class Dictionary {
  readonly #table: TermTable;
  /** Lazily made terms in pages, so that a high id does not turn the array into a hash map. */
  readonly #pages: (Term | undefined)[][] = [];
  readonly #datatypeIds: TermId[] = [];
  readonly #datatypeCodes = new Map<TermId, DatatypeCode>();
  readonly #languageTags: LanguageTag[] = [{ tag: "", direction: "" }];
  readonly #languageCodes = new Map<string, number>();
  readonly #value: LiteralValue = { value: Number.NaN, flags: 0 };
  readonly #triple = new Uint8Array(12);
  #scratch = new Uint8Array(1024);
  #blankScopes = 0;
  #freshBlanks = 0;

  constructor(options: DictionaryOptions = {}) {
    this.#table = new TermTable(options.maxTerms ?? MAX_TERMS, options.maxBytes ?? MAX_BYTES);
  }

  /** Number of terms; ids are 1 … size. */
  get size(): number {
    return this.#table.size;
  }

  /** The columns by id. They are longer than `size + 1`, read only, and replaced by larger ones when terms are added: fetch them once per query. */
  get columns(): TermColumns {
    return this.#table;
  }

  /** Where the hash of a term that is interned next starts; see `internEncoded`. */
  get hashSeed(): number {
    return this.#table.seed;
  }

  /** Language tags by code; 0 is "none". */
  get languageTags(): readonly LanguageTag[] {
    return this.#languageTags;
  }

  /** Id of a term, added if it is new. @throws ChanceryError `rdf.invalid-iri`, `rdf.invalid-literal`, `rdf.invalid-language`, `rdf.invalid-blank-node`, `rdf.invalid-term`, `store.too-large`. */
  intern(term: Term): TermId {
    switch (term.termType) {
      case "NamedNode":
        return this.internIri(term.value);
      case "BlankNode":
        return this.internBlank(term.value);
      case "Literal":
        return this.internLiteral(term.value, term.datatype.value, term.language, term.direction ?? "");
      case "Quad":
        return this.internTriple(...this.#tripleComponents(term, true));
      default:
        throw new ChanceryError("rdf.invalid-term", `a ${term.termType} has no place in a dataset: ${show(term.value)}`, {
          remedy: "Use IRIs, blank nodes, literals and triple terms.",
        });
    }
  }

  /** Id of a term, 0 when it is not in the dictionary; never adds or throws. */
  idOf(term: Term): TermId {
    switch (term.termType) {
      case "NamedNode":
        return this.#findText(term.value, TermKind.iri, 0, 0);
      case "BlankNode":
        return this.#findText(term.value, TermKind.blank, 0, 0);
      case "Literal": {
        if (term.language !== "") {
          const direction = term.direction ?? "";
          const language = this.#languageCodes.get(languageKey(term.language, direction));
          const datatype = direction === "" ? Datatype.langString : Datatype.dirLangString;
          return language === undefined ? 0 : this.#findText(term.value, TermKind.literal, datatype, language);
        }
        const iri = term.datatype.value;
        const datatype = knownDatatype(iri) ?? this.#datatypeCodes.get(this.#findText(iri, TermKind.iri, 0, 0));
        return datatype === undefined ? 0 : this.#findText(term.value, TermKind.literal, datatype, 0);
      }
      case "Quad": {
        const [subject, predicate, object] = this.#tripleComponents(term, false);
        if (subject === 0 || predicate === 0 || object === 0) return 0;
        this.#writeTriple(subject, predicate, object);
        return this.#table.find(hashBytes(this.#triple, 0, 12, this.#table.seed), TermKind.triple, 0, 0, this.#triple, 0, 12);
      }
      default:
        return 0;
    }
  }

  internIri(iri: string): TermId {
    const length = this.#encode(iri, "IRI", "rdf.invalid-iri");
    checkIri(iri, this.#scratch, length);
    return this.#internBytes(TermKind.iri, 0, 0, length);
  }

  internBlank(label: string): TermId {
    const length = this.#encode(label, "blank node label", "rdf.invalid-blank-node");
    if (length === 0 || blankLabelEnd(this.#scratch, 0, length) !== length) {
      throw new ChanceryError("rdf.invalid-blank-node", `not a blank node label: ${show(label)}`, {
        remedy: "Labels are letters, digits, '_', '-' and inner dots, without the leading '_:'.",
      });
    }
    // Labels of a later scope must not meet one that somebody made up.
    const scope = /^s([0-9]{1,9})_/.exec(label);
    if (scope !== null) this.#blankScopes = Math.max(this.#blankScopes, Number(scope[1]));
    return this.#internBytes(TermKind.blank, 0, 0, length);
  }

  /** @param datatype Datatype IRI; not looked at when a language is given. Default xsd:string. */
  internLiteral(lexical: string, datatype: string = DATATYPE_IRIS[Datatype.string]!, language = "", direction: BaseDirection = ""): TermId {
    const languageCode = language === "" ? 0 : this.languageCode(language, direction);
    let code: DatatypeCode;
    if (languageCode !== 0) code = direction === "" ? Datatype.langString : Datatype.dirLangString;
    else {
      code = knownDatatype(datatype) ?? this.datatypeCode(this.internIri(datatype));
      if (code === Datatype.langString || code === Datatype.dirLangString) {
        throw new ChanceryError("rdf.invalid-literal", `a literal of type ${datatype} needs a language tag: ${show(lexical)}`, {
          remedy: "Give the language, or use xsd:string.",
        });
      }
    }
    const length = this.#encode(lexical, "literal", "rdf.invalid-literal");
    return this.#internBytes(TermKind.literal, code, languageCode, length);
  }

  /** Id of the RDF 1.2 triple term with these components. @throws ChanceryError `rdf.invalid-quad` for a component that may not stand there. */
  internTriple(subject: TermId, predicate: TermId, object: TermId): TermId {
    const kinds = this.#table.kinds;
    const subjectKind = kinds[subject];
    if ((subjectKind !== TermKind.iri && subjectKind !== TermKind.blank) || kinds[predicate] !== TermKind.iri || !(object > 0)) {
      throw new ChanceryError("rdf.invalid-quad", "a triple term needs an IRI or blank node, an IRI and a term", {
        remedy: "RDF 1.2 allows literals and triple terms as objects only.",
      });
    }
    this.#writeTriple(subject, predicate, object);
    return this.internEncoded(TermKind.triple, 0, 0, hashBytes(this.#triple, 0, 12, this.#table.seed), this.#triple, 0, 12);
  }

  /**
   * For loaders that have validated the bytes: interns `source[start, end)` (UTF-8) without a string in between.
   *
   * @param datatype Code for literals, 0 otherwise. @param language Code of `languageCode`, 0 without. @param hash `hashBytes` of the range from `hashSeed`.
   */
  internEncoded(
    kind: number,
    datatype: DatatypeCode,
    language: number,
    hash: number,
    source: Uint8Array,
    start: number,
    end: number,
  ): TermId {
    const table = this.#table;
    const known = table.find(hash, kind, datatype, language, source, start, end);
    if (known !== 0) return known;
    const id = table.insert(hash, kind, datatype, language, source, start, end);
    if (datatype >= Datatype.boolean && datatype <= Datatype.gYearMonth) {
      const value = this.#value;
      readLiteralValue(source, start, end, datatype, value);
      table.values[id] = value.value;
      table.flags[id] = value.flags;
    }
    return id;
  }

  /** The shared RDF/JS term of an id. @throws ChanceryError `store.unknown-id`. */
  term(id: TermId): Term {
    const known = this.#pages[id >>> PAGE_BITS]?.[id & PAGE_MASK];
    if (known !== undefined) return known;
    const term = this.#makeTerm(id);
    let page = this.#pages[id >>> PAGE_BITS];
    if (page === undefined) {
      while (this.#pages.length <= id >>> PAGE_BITS) this.#pages.push([]);
      page = this.#pages[id >>> PAGE_BITS]!;
    }
    while (page.length < (id & PAGE_MASK)) page.push(undefined);
    page[id & PAGE_MASK] = term;
    return term;
  }

  /** IRI, label or lexical form; the empty string for triple terms. */
  lexical(id: TermId): string {
    const table = this.#table;
    this.#checkId(id);
    if (table.kinds[id] === TermKind.triple) return "";
    return decodeUtf8(table.arena, table.offsets[id]!, table.offsets[id + 1]!);
  }

  /** Component ids of a triple term. @throws ChanceryError `store.unknown-id` when the id is no triple term. */
  triple(id: TermId): readonly [subject: TermId, predicate: TermId, object: TermId] {
    const table = this.#table;
    if (table.kinds[id] !== TermKind.triple) throw new ChanceryError("store.unknown-id", `${id} is not the id of a triple term`);
    const at = table.offsets[id]!;
    return [readUint32(table.arena, at), readUint32(table.arena, at + 4), readUint32(table.arena, at + 8)];
  }

  /** Language tag of a literal, lower-cased; empty without. */
  language(id: TermId): string {
    return this.#languageTags[this.#table.languages[id] ?? 0]!.tag;
  }

  /** Base direction of a literal (RDF 1.2); empty without. */
  direction(id: TermId): BaseDirection {
    return this.#languageTags[this.#table.languages[id] ?? 0]!.direction;
  }

  /** IRI of a datatype code of this dictionary. */
  datatypeIri(code: DatatypeCode): string {
    return code < Datatype.firstCustom ? (DATATYPE_IRIS[code] ?? "") : this.lexical(this.#datatypeIds[code - Datatype.firstCustom] ?? 0);
  }

  /** Code of the datatype whose IRI has this id, given out when it is new. */
  datatypeCode(iri: TermId): DatatypeCode {
    const known = this.#datatypeCodes.get(iri);
    if (known !== undefined) return known;
    let code = knownDatatype(this.lexical(iri));
    if (code === undefined) {
      code = Datatype.firstCustom + this.#datatypeIds.length;
      if (code > MAX_CODES)
        throw new ChanceryError("store.too-large", `more than ${MAX_CODES - Datatype.firstCustom} datatypes in one dictionary`);
      this.#datatypeIds.push(iri);
    }
    this.#datatypeCodes.set(iri, code);
    return code;
  }

  /** Code of a language tag and base direction, given out when it is new. @throws ChanceryError `rdf.invalid-language`. */
  languageCode(language: string, direction: BaseDirection): number {
    const key = languageKey(language, direction);
    const known = this.#languageCodes.get(key);
    if (known !== undefined) return known;
    if (!isLanguageTag(language) || (direction !== "" && direction !== "ltr" && direction !== "rtl")) {
      throw new ChanceryError("rdf.invalid-language", `not a language tag: ${show(key)}`, {
        remedy: "Use a BCP 47 tag such as 'en' or 'zh-Hant', and 'ltr' or 'rtl' as direction.",
      });
    }
    const code = this.#languageTags.length;
    if (code > MAX_CODES) throw new ChanceryError("store.too-large", `more than ${MAX_CODES} language tags in one dictionary`);
    this.#languageTags.push({ tag: language.toLowerCase(), direction });
    this.#languageCodes.set(key, code);
    return code;
  }

  /** Label prefix for the blank nodes of one parse: no node of another parse, and none made so far, starts with it. */
  openBlankScope(): string {
    this.#blankScopes += 1;
    return `s${this.#blankScopes}_`;
  }

  /** A blank node that is not in the dictionary yet. */
  freshBlank(): TermId {
    let label: string;
    do label = `g${++this.#freshBlanks}`;
    while (this.#findText(label, TermKind.blank, 0, 0) !== 0);
    return this.internBlank(label);
  }

  /** The hash table, for snapshots. */
  get slots(): Int32Array {
    return this.#table.slots;
  }

  /** What is not in the columns, for snapshots. */
  state(): DictionaryState {
    return {
      datatypes: [...this.#datatypeIds],
      languages: this.#languageTags.slice(1),
      blankScopes: this.#blankScopes,
      freshBlanks: this.#freshBlanks,
      hashSeed: this.#table.seed,
    };
  }

  /** A dictionary from the columns and the state of another; `undefined` when they contradict each other or hold a term that could not have been interned. The columns are kept, not copied. */
  static restore(state: DictionaryState, columns: TermColumnData, slots: Int32Array): Dictionary | undefined {
    const dictionary = new Dictionary();
    const size = columns.kinds.length - 1;
    const codes = Datatype.firstCustom + state.datatypes.length;
    if (!areValidTerms(columns, codes, state.languages)) return undefined;
    if (!state.datatypes.every((id) => columns.kinds[id] === TermKind.iri)) return undefined;
    if (!dictionary.#table.restore(size, columns, slots, state.hashSeed)) return undefined;
    for (const { tag, direction } of state.languages) {
      if (!isLanguageTag(tag) || tag !== tag.toLowerCase()) return undefined;
      dictionary.languageCode(tag, direction);
    }
    for (const id of state.datatypes) dictionary.datatypeCode(id);
    if (dictionary.#languageTags.length !== state.languages.length + 1 || dictionary.#datatypeIds.length !== state.datatypes.length)
      return undefined;
    dictionary.#blankScopes = state.blankScopes;
    dictionary.#freshBlanks = state.freshBlanks;
    return dictionary;
  }

  #internBytes(kind: number, datatype: DatatypeCode, language: number, length: number): TermId {
    return this.internEncoded(kind, datatype, language, hashBytes(this.#scratch, 0, length, this.#table.seed), this.#scratch, 0, length);
  }

  #findText(text: string, kind: number, datatype: DatatypeCode, language: number): TermId {
    const length = this.#write(text);
    if (length < 0) return 0;
    return this.#table.find(hashBytes(this.#scratch, 0, length, this.#table.seed), kind, datatype, language, this.#scratch, 0, length);
  }

  #tripleComponents(quad: { subject: Term; predicate: Term; object: Term; graph: Term }, add: boolean): [TermId, TermId, TermId] {
    if (quad.graph.termType !== "DefaultGraph") {
      if (!add) return [0, 0, 0];
      throw new ChanceryError("rdf.invalid-quad", "a triple term has no graph", { remedy: "Leave the graph of the inner quad away." });
    }
    if (add) return [this.intern(quad.subject), this.intern(quad.predicate), this.intern(quad.object)];
    return [this.idOf(quad.subject), this.idOf(quad.predicate), this.idOf(quad.object)];
  }

  #writeTriple(subject: TermId, predicate: TermId, object: TermId): void {
    const bytes = this.#triple;
    for (let i = 0; i < 4; i++) {
      bytes[i] = (subject >>> (8 * i)) & 0xff;
      bytes[4 + i] = (predicate >>> (8 * i)) & 0xff;
      bytes[8 + i] = (object >>> (8 * i)) & 0xff;
    }
  }

  #encode(text: string, what: string, code: string): number {
    const length = this.#write(text);
    if (length < 0) {
      throw new ChanceryError(code, `the ${what} holds half of a surrogate pair: ${show(text)}`, {
        remedy: "Pass well-formed Unicode text.",
      });
    }
    return length;
  }

  #write(text: string): number {
    if (text.length * 3 > this.#scratch.length) this.#scratch = new Uint8Array(text.length * 4);
    return encodeUtf8(text, this.#scratch);
  }

  #makeTerm(id: TermId): Term {
    const table = this.#table;
    this.#checkId(id);
    switch (table.kinds[id]) {
      case TermKind.iri:
        return dataFactory.namedNode(this.lexical(id));
      case TermKind.blank:
        return dataFactory.blankNode(this.lexical(id));
      case TermKind.literal: {
        const language = table.languages[id]!;
        if (language !== 0) {
          const { tag, direction } = this.#languageTags[language]!;
          return languageLiteral(this.lexical(id), tag, direction);
        }
        const datatype = table.datatypes[id]!;
        if (datatype === Datatype.string) return dataFactory.literal(this.lexical(id));
        return dataFactory.literal(this.lexical(id), this.datatypeTerm(datatype));
      }
      default: {
        const [subject, predicate, object] = this.triple(id);
        return dataFactory.quad(
          this.term(subject) as NamedNode | BlankNode,
          this.term(predicate) as NamedNode,
          this.term(object) as Quad["object"],
        );
      }
    }
  }

  readonly #datatypeTerms: (NamedNode | undefined)[] = [];

  /** The shared term of a datatype code. */
  datatypeTerm(code: DatatypeCode): NamedNode {
    let term = this.#datatypeTerms[code];
    if (term === undefined) {
      term = dataFactory.namedNode(this.datatypeIri(code));
      this.#datatypeTerms[code] = term;
    }
    return term;
  }

  #checkId(id: TermId): void {
    if (!(id > 0 && id <= this.#table.size))
      throw new ChanceryError("store.unknown-id", `${id} is not the id of a term in this dictionary`);
  }
}

/** The typed columns of a dictionary, by id. */
export type TermColumns = Readonly<
  Pick<TermTable, "size" | "bytes" | "arena" | "offsets" | "kinds" | "flags" | "datatypes" | "languages" | "values">
>;

/** A dictionary's tables that are not columns by term id. */
export interface DictionaryState {
  /** IRIs of the datatypes with codes from `Datatype.firstCustom`, in order. */
  readonly datatypes: readonly TermId[];
  /** Language tags with codes from 1, in order. */
  readonly languages: readonly LanguageTag[];
  readonly blankScopes: number;
  readonly freshBlanks: number;
  readonly hashSeed: number;
}

function languageKey(language: string, direction: BaseDirection): string {
  return direction === "" ? language.toLowerCase() : `${language.toLowerCase()}--${direction}`;
}

function readUint32(bytes: Uint8Array, at: number): number {
  return (bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24)) >>> 0;
}
