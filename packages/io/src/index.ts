export { type DecodedText, decodeText } from "./document/decode-text.ts";
export type { DocumentContext, DocumentFormat, DocumentText } from "./document/document-format.ts";
export { DOCUMENT_FORMATS, findDocumentFormat, type ReadDocumentOptions, readDocument } from "./document/read-document.ts";
export { canonicalQuads, isomorphic } from "./rdf/canonical.ts";
export type { Chunks, RdfFormat, ReadOptions, WriteOptions, WriteReport } from "./rdf/rdf-format.ts";
export { findFormat, formatOf, parseQuads, RDF_FORMATS, readQuads, writeQuads } from "./rdf/rdf-formats.ts";
export { type CsvCell, type CsvOptions, readCsv, writeCsv } from "./table/csv.ts";
