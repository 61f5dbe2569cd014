import { dataFactory, namespaces } from "@chancery/rdf";
import type { Literal } from "@rdfjs/types";

const { xsd } = namespaces;

/** `2024`, `2024-06` and `2024-06-12` with their XSD types; anything else stays a plain string. */
export function dateLiteral(value: string): Literal {
  if (/^\d{4}$/.test(value)) return dataFactory.literal(value, xsd("gYear"));
  if (/^\d{4}-\d\d$/.test(value)) return dataFactory.literal(value, xsd("gYearMonth"));
  return /^\d{4}-\d\d-\d\d$/.test(value) ? dataFactory.literal(value, xsd("date")) : dataFactory.literal(value);
}

/** xsd:decimal has no exponent. */
export function plainNumber(value: number): string {
  const text = String(value);
  if (!/e/i.test(text)) return text;
  return Math.abs(value) >= 1 ? BigInt(Math.round(value)).toString() : value.toFixed(20).replace(/0+$/, "");
}
