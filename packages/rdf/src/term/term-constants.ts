/** Namespace IRIs that the term model itself needs; the full table is `vocabulary/namespace.ts`. */
export const PREFIX_XSD = "http://www.w3.org/2001/XMLSchema#";
export const PREFIX_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
