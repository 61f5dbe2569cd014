import { PREFIX_RDF as RDF, PREFIX_XSD as XSD } from "../term/term-constants.ts";

/** Small integer for the datatype of a literal; 0 for terms that are no literals, `Datatype.firstCustom` and above for datatypes not listed here. */
export type DatatypeCode = number;

/**
 * Codes of the datatypes that the engine knows. The order carries meaning:
 * `decimal … unsignedByte` are the types derived from xsd:decimal, `integer … unsignedByte` the integers, `decimal … double` all numerics.
 */
export const Datatype = {
  none: 0,
  string: 1,
  langString: 2,
  dirLangString: 3,
  boolean: 4,
  decimal: 5,
  integer: 6,
  long: 7,
  int: 8,
  short: 9,
  byte: 10,
  nonNegativeInteger: 11,
  positiveInteger: 12,
  nonPositiveInteger: 13,
  negativeInteger: 14,
  unsignedLong: 15,
  unsignedInt: 16,
  unsignedShort: 17,
  unsignedByte: 18,
  float: 19,
  double: 20,
  dateTime: 21,
  dateTimeStamp: 22,
  date: 23,
  time: 24,
  gYear: 25,
  gYearMonth: 26,
  gMonth: 27,
  gMonthDay: 28,
  gDay: 29,
  duration: 30,
  dayTimeDuration: 31,
  yearMonthDuration: 32,
  anyURI: 33,
  hexBinary: 34,
  base64Binary: 35,
  normalizedString: 36,
  token: 37,
  language: 38,
  name: 39,
  ncName: 40,
  nmToken: 41,
  html: 42,
  xmlLiteral: 43,
  json: 44,
  /** First code given to a datatype that is not in this table; such codes belong to one dictionary. */
  firstCustom: 64,
} as const;

/** IRI by code, for the codes below `Datatype.firstCustom`. */
export const DATATYPE_IRIS: readonly string[] = [
  "",
  `${XSD}string`,
  `${RDF}langString`,
  `${RDF}dirLangString`,
  `${XSD}boolean`,
  `${XSD}decimal`,
  `${XSD}integer`,
  `${XSD}long`,
  `${XSD}int`,
  `${XSD}short`,
  `${XSD}byte`,
  `${XSD}nonNegativeInteger`,
  `${XSD}positiveInteger`,
  `${XSD}nonPositiveInteger`,
  `${XSD}negativeInteger`,
  `${XSD}unsignedLong`,
  `${XSD}unsignedInt`,
  `${XSD}unsignedShort`,
  `${XSD}unsignedByte`,
  `${XSD}float`,
  `${XSD}double`,
  `${XSD}dateTime`,
  `${XSD}dateTimeStamp`,
  `${XSD}date`,
  `${XSD}time`,
  `${XSD}gYear`,
  `${XSD}gYearMonth`,
  `${XSD}gMonth`,
  `${XSD}gMonthDay`,
  `${XSD}gDay`,
  `${XSD}duration`,
  `${XSD}dayTimeDuration`,
  `${XSD}yearMonthDuration`,
  `${XSD}anyURI`,
  `${XSD}hexBinary`,
  `${XSD}base64Binary`,
  `${XSD}normalizedString`,
  `${XSD}token`,
  `${XSD}language`,
  `${XSD}Name`,
  `${XSD}NCName`,
  `${XSD}NMTOKEN`,
  `${RDF}HTML`,
  `${RDF}XMLLiteral`,
  `${RDF}JSON`,
];

const codeByIri: ReadonlyMap<string, DatatypeCode> = new Map(DATATYPE_IRIS.map((iri, code) => [iri, code]));

/** Code of a known datatype by its IRI; `undefined` for any other. */
export function knownDatatype(iri: string): DatatypeCode | undefined {
  return codeByIri.get(iri);
}

/** Whether the code is one of xsd:decimal, its derived types, xsd:float and xsd:double. */
export function isNumericDatatype(code: DatatypeCode): boolean {
  return code >= Datatype.decimal && code <= Datatype.double;
}

/** Whether the code is xsd:integer or derived from it. */
export function isIntegerDatatype(code: DatatypeCode): boolean {
  return code >= Datatype.integer && code <= Datatype.unsignedByte;
}
