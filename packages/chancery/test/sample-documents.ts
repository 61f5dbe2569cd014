import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { DocumentInput } from "chancery";

const folder = join(import.meta.dirname, "../../../data/documents");

/** The five sample documents with what their sidecars say. */
export function sampleDocuments(): DocumentInput[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".txt"))
    .sort()
    .map((name) => ({
      ...(JSON.parse(readFileSync(join(folder, name.replace(/\.txt$/, ".json")), "utf8")) as Omit<DocumentInput, "text">),
      text: readFileSync(join(folder, name), "utf8"),
    }));
}
