import { createKnowledgeBase, type KnowledgeBase } from "./knowledge-base.ts";
import type { KnowledgeRecord } from "./schema.ts";

/** The records that ship with the package, from data/kb. Checked against the schema when the package is built. */
export async function loadBundledRecords(): Promise<readonly KnowledgeRecord[]> {
  const { BUNDLED_RECORDS } = await import("./bundled.generated.ts");
  return JSON.parse(BUNDLED_RECORDS) as KnowledgeRecord[];
}

/**
 * The knowledge base that ships with the package. Loaded on demand, so that programs with their own pay nothing for it.
 *
 * @param additions Records of the caller; they win over bundled ones of the same id.
 */
export async function loadBundledKnowledgeBase(additions: readonly KnowledgeRecord[] = []): Promise<KnowledgeBase> {
  return createKnowledgeBase(await loadBundledRecords(), additions);
}
