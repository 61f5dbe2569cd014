import { Datatype, type Dictionary, isIntegerDatatype, type TermColumns, TermFlag, type TermId } from "@chancery/rdf";
import type { GroundTerm } from "../algebra/algebra.ts";
import type { Exact } from "../expression/number.ts";
import { toValue, type Value } from "../expression/value.ts";

/** Decimal digits after the point that a double of at most 15 digits can have and still be told exactly. */
const MAX_SCALE = 15;
const POWERS = Array.from({ length: MAX_SCALE + 1 }, (_, exponent) => 10 ** exponent);

/** An xsd:integer or xsd:decimal from the dictionary's number column; its term is only made when somebody asks for it. */
class StoredInteger {
  readonly kind = "integer";
  readonly value: Exact;
  readonly datatype: number;
  readonly #id: TermId;
  readonly #dictionary: Dictionary;

  constructor(value: Exact, datatype: number, id: TermId, dictionary: Dictionary) {
    this.value = value;
    this.datatype = datatype;
    this.#id = id;
    this.#dictionary = dictionary;
  }

  get term(): GroundTerm {
    return this.#dictionary.term(this.#id) as GroundTerm;
  }
}

class StoredDecimal {
  readonly kind = "decimal";
  readonly value: Exact;
  readonly #id: TermId;
  readonly #dictionary: Dictionary;

  constructor(value: Exact, id: TermId, dictionary: Dictionary) {
    this.value = value;
    this.#id = id;
    this.#dictionary = dictionary;
  }

  get term(): GroundTerm {
    return this.#dictionary.term(this.#id) as GroundTerm;
  }
}

/** The value of a stored term: numbers from the number column where that is exact, everything else from the term. */
export function storedValue(id: TermId, dictionary: Dictionary, columns: TermColumns): Value {
  const datatype = columns.datatypes[id]!;
  if (
    datatype >= Datatype.decimal &&
    datatype <= Datatype.unsignedByte &&
    (columns.flags[id]! & (TermFlag.illTyped | TermFlag.inexact)) === 0
  ) {
    const number = columns.values[id]!;
    if (isIntegerDatatype(datatype)) {
      if (Number.isSafeInteger(number)) return new StoredInteger({ digits: number + 0, scale: 0 }, datatype, id, dictionary);
    } else {
      const exact = exactOf(number);
      if (exact !== undefined) return new StoredDecimal(exact, id, dictionary);
    }
  }
  return toValue(dictionary.term(id));
}

/** The decimal of at most 15 digits that a double stands for: there is only one. */
export function exactOf(number: number): Exact | undefined {
  for (let scale = 0; scale <= MAX_SCALE; scale++) {
    const digits = Math.round(number * POWERS[scale]!);
    if (digits / POWERS[scale]! === number) return Number.isSafeInteger(digits) ? { digits: digits + 0, scale } : undefined;
  }
  return undefined;
}
