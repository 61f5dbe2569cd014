export { ChanceryError } from "@chancery/rdf";
export type { Dossier } from "./dossier.ts";
export { type ExportOptions, exportFormats } from "./export.ts";
export type { DocumentRecord } from "./knowledge.ts";
export { type BuildOptions, createExtractor, type DocumentInput, type GraphOptions, KnowledgeGraph } from "./knowledge-graph.ts";
