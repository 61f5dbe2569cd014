import type { ExplorerRecord } from "../src/index.ts";

/** Records of a large invented graph, the same every time. */
export function bigRecords(options?: {
  /** Distinct entities. Default 20,000. */
  readonly nodes?: number;
  /** Distinct lines of the picture. Default 60,000. */
  readonly edges?: number;
  /** Default 400. */
  readonly documents?: number;
  /** Default 1. */
  readonly seed?: number;
}): ExplorerRecord[];
