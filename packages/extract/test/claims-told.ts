import { loadEnglish } from "@chancery/nlp";
import { loadBundledKnowledgeBase } from "../src/knowledge-base/bundled.ts";
import { createExtractorFrom } from "../src/pipeline.ts";

/** Claims of a text as "speaker + speaker stance", the narrator's own left out. */
export type Teller = (text: string) => readonly string[];

/** A teller over the bundled model and knowledge base. */
export async function createTeller(): Promise<Teller> {
  const extractor = createExtractorFrom(...(await Promise.all([loadEnglish(), loadBundledKnowledgeBase()])));
  return (text) => {
    const { entities, claims, document } = extractor.extract(text);
    const names = new Map(entities.map(({ id, name }) => [id, name]));
    return claims
      .filter(({ quoteType }) => quoteType !== "narration")
      .map(
        ({ speaker, stance }) => `${speaker.map((id) => (id === document.id ? "document" : (names.get(id) ?? id))).join(" + ")} ${stance}`,
      );
  };
}
