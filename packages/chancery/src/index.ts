export { EVENT_STATUSES, EVENT_TYPES, type SentenceExplanation } from "@chancery/extract";
export { ChanceryError } from "@chancery/rdf";
export { checkExtraction, type ExtractionProblem } from "./check-extraction.ts";
export type { Dossier } from "./dossier.ts";
export { type ExportOptions, exportFormats } from "./export.ts";
export type { Fact, FactFilter } from "./facts.ts";
export type { DocumentRecord } from "./knowledge.ts";
export {
  type BuildOptions,
  createExtractor,
  type DocumentInput,
  type GraphOptions,
  KnowledgeGraph,
  type OpenOptions,
} from "./knowledge-graph.ts";
