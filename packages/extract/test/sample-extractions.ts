import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Analyzer, loadEnglish } from "@chancery/nlp";
import type { CollectionDocument } from "../src/collection/entity-profile.ts";
import type { DocumentMetadata } from "../src/document/make-document.ts";
import { loadBundledKnowledgeBase } from "../src/knowledge-base/bundled.ts";
import type { KnowledgeBase } from "../src/knowledge-base/knowledge-base.ts";
import { createExtractorFrom, type Extractor } from "../src/pipeline.ts";

const analyzer: Analyzer = await loadEnglish();
export const knowledgeBase: KnowledgeBase = await loadBundledKnowledgeBase();
export const extractor: Extractor = createExtractorFrom(analyzer, knowledgeBase);

const root = join(import.meta.dirname, "../../..");
/** Annotated documents of other kinds; not part of the project. */
export const developmentFolder: string = join(process.env.CHANCERY_SHARED ?? join(root, "../shared"), "gold/dev");
export const hasDevelopmentTexts: boolean = existsSync(developmentFolder);

/** Every text of a folder, extracted, with what a sidecar of the same name says of it. */
export function extractFolder(folder: string): CollectionDocument[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".txt"))
    .sort()
    .map((name) => {
      const sidecar = join(folder, name.replace(/\.txt$/, ".json"));
      const text = readFileSync(join(folder, name), "utf8");
      const metadata = existsSync(sidecar) ? (JSON.parse(readFileSync(sidecar, "utf8")) as DocumentMetadata) : {};
      return { text, extraction: extractor.extract(text, metadata) };
    });
}

/** The five sample documents. */
export const sampleExtractions: readonly CollectionDocument[] = extractFolder(join(root, "data/documents"));

/** A text as a document of a collection. */
export const extracted = (text: string, metadata: DocumentMetadata = {}): CollectionDocument => ({
  text,
  extraction: extractor.extract(text, metadata),
});
