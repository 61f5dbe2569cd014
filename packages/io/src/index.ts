export { canonicalQuads, isomorphic } from "./rdf/canonical.ts";
export type { Chunks, RdfFormat, ReadOptions, WriteOptions, WriteReport } from "./rdf/rdf-format.ts";
export { findFormat, formatOf, parseQuads, RDF_FORMATS, readQuads, writeQuads } from "./rdf/rdf-formats.ts";
