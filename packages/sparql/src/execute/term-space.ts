import type { Dictionary, TermColumns, TermId } from "@chancery/rdf";
import { ChanceryError, Datatype, dataFactory, TermKind } from "@chancery/rdf";
import type { Quad, Term } from "@rdfjs/types";
import type { GroundTerm } from "../algebra/algebra.ts";
import { datatypeNode, toTerm, toValue, type Value } from "../expression/value.ts";
import type { Budget } from "./budget.ts";
import { storedValue } from "./stored-value.ts";

/** Ids from here on belong to terms that this execution computed or that the query text brought; the dictionary never gives them out. */
export const FIRST_LOCAL_ID = 0x8000_0000;
/** A term object with its strings, roughly. */
const BYTES_PER_TERM = 120;

/** All terms of one execution by id: the dictionary's and the computed ones, with their parsed values. */
export class TermSpace {
  readonly dictionary: Dictionary;
  readonly #budget: Budget;
  readonly #columns: TermColumns;
  readonly #values = new Map<TermId, Value>();
  readonly #localTerms: GroundTerm[] = [];
  readonly #localIds = new Map<string, TermId>();
  readonly #integerIds = new Map<number, TermId>();
  #blanks = 0;

  constructor(dictionary: Dictionary, budget: Budget) {
    this.dictionary = dictionary;
    this.#budget = budget;
    this.#columns = dictionary.columns;
  }

  /** Number of terms that only this execution has. */
  get localCount(): number {
    return this.#localTerms.length;
  }

  termOf(id: TermId): GroundTerm {
    return id >= FIRST_LOCAL_ID ? this.#localTerms[id - FIRST_LOCAL_ID]! : (this.dictionary.term(id) as GroundTerm);
  }

  /** `TermKind` of an id. */
  kindOf(id: TermId): number {
    if (id < FIRST_LOCAL_ID) return this.#columns.kinds[id]!;
    switch (this.#localTerms[id - FIRST_LOCAL_ID]!.termType) {
      case "NamedNode":
        return TermKind.iri;
      case "BlankNode":
        return TermKind.blank;
      case "Literal":
        return TermKind.literal;
      default:
        return TermKind.triple;
    }
  }

  /** The parsed value of a term, cached. */
  valueOf(id: TermId): Value {
    let value = this.#values.get(id);
    if (value === undefined) {
      value = id >= FIRST_LOCAL_ID ? toValue(this.#localTerms[id - FIRST_LOCAL_ID]!) : storedValue(id, this.dictionary, this.#columns);
      this.#values.set(id, value);
    }
    return value;
  }

  /** Id of any term; one that the dictionary does not have gets an id of this execution. */
  idOf(term: Term): TermId {
    const known = this.dictionary.idOf(term);
    if (known !== 0) return known;
    const key = keyOf(term);
    let id = this.#localIds.get(key);
    if (id === undefined) {
      id = FIRST_LOCAL_ID + this.#localTerms.length;
      this.#budget.allocate(BYTES_PER_TERM + key.length * 4);
      this.#localTerms.push(term as GroundTerm);
      this.#localIds.set(key, id);
    }
    return id;
  }

  idOfValue(value: Value): TermId {
    if (
      value.kind === "integer" &&
      value.term === undefined &&
      value.datatype === Datatype.integer &&
      typeof value.value.digits === "number"
    ) {
      return this.idOfInteger(value.value.digits);
    }
    return this.idOf(toTerm(value));
  }

  /** Id of an xsd:integer; counts and years come back often. */
  idOfInteger(value: number): TermId {
    let id = this.#integerIds.get(value);
    if (id === undefined) {
      id = this.idOf(dataFactory.literal(String(value), datatypeNode(Datatype.integer)));
      this.#integerIds.set(value, id);
    }
    return id;
  }

  /** Components of a triple term; `undefined` for any other term. */
  componentsOf(id: TermId): readonly [TermId, TermId, TermId] | undefined {
    const term = this.termOf(id);
    if (term.termType !== "Quad") return undefined;
    if (id < FIRST_LOCAL_ID) return this.dictionary.triple(id);
    const quad: Quad = term;
    return [this.idOf(quad.subject), this.idOf(quad.predicate), this.idOf(quad.object)];
  }

  /** A blank node label that neither the dictionary nor this execution has used. */
  freshBlank(): string {
    let label: string;
    do label = `q${++this.#blanks}`;
    while (this.dictionary.idOf({ termType: "BlankNode", value: label, equals: () => false }) !== 0);
    return label;
  }
}

/** A text that is the same for the same term only. */
function keyOf(term: Term): string {
  switch (term.termType) {
    case "NamedNode":
      return `<${term.value}`;
    case "BlankNode":
      return `_${term.value}`;
    case "Literal":
      return term.language === ""
        ? `"${term.datatype.value} ${term.value}`
        : `@${term.language.toLowerCase()} ${term.direction ?? ""} ${term.value}`;
    case "Quad":
      return `(${JSON.stringify([term.subject, term.predicate, term.object].map(keyOf))}`;
    default:
      throw new ChanceryError("rdf.invalid-term", `a ${term.termType} is no RDF term: ${term.value}`);
  }
}
