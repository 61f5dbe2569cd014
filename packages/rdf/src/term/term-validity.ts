import { ChanceryError } from "../errors.ts";
import { badIriByte, startsWithScheme } from "./term-syntax.ts";

/**
 * Throws unless the IRI, whose UTF-8 stands in `bytes[0, length)`, is absolute and free of the characters that would end it in a serialisation.
 * (Writers that don't look would let `http://a> <http://p> <http://o> . <http://b` become two triples.)
 *
 * @throws ChanceryError `rdf.invalid-iri`.
 */
export function checkIri(iri: string, bytes: Uint8Array, length: number): void {
  if (badIriByte(bytes, 0, length) >= 0) {
    throw new ChanceryError("rdf.invalid-iri", `the IRI holds a character that IRIs may not hold: ${show(iri)}`, {
      remedy: 'Percent-encode spaces, control characters and any of <>"{}|^`\\.',
    });
  }
  if (!startsWithScheme(bytes, 0, length)) {
    throw new ChanceryError("rdf.invalid-iri", `the IRI is not absolute: ${show(iri)}`, { remedy: "Resolve it against a base first." });
  }
}

/** Text for a message: quoted, escaped, at most 80 characters. */
export function show(text: string): string {
  return JSON.stringify(text.length > 80 ? `${text.slice(0, 80)}…` : text);
}
