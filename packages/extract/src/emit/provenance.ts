import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { KnowledgeFile } from "../knowledge-base/knowledge-base.ts";
import type { ExtractionProvenance } from "./emit-document.ts";
import { PROVENANCE } from "./provenance.generated.ts";

/**
 * What extractions of this version are made with, for `emitDocument`: name and version, the SHA-256 of the bundled knowledge base and that of rules and sources.
 *
 * @param additions The caller's own knowledge-base files; with any, the knowledge base's hash is that of the bundled hash and their texts.
 */
export function extractionProvenance(additions: readonly KnowledgeFile[] = []): ExtractionProvenance {
  if (additions.length === 0) return PROVENANCE;
  const whole = [PROVENANCE.knowledgeBase, ...additions.map(({ text }) => text)].join("\n");
  return { ...PROVENANCE, knowledgeBase: bytesToHex(sha256(utf8ToBytes(whole))) };
}
