import { readdirSync, readFileSync } from "node:fs";
import type { DocumentInput } from "chancery";

const folder = new URL("../../data/documents/", import.meta.url);

/** The five sample documents with their metadata. */
export function sampleDocuments(): DocumentInput[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".txt"))
    .sort()
    .map((name) => ({
      ...(JSON.parse(readFileSync(new URL(name.replace(/\.txt$/, ".json"), folder), "utf8")) as Omit<DocumentInput, "text">),
      text: readFileSync(new URL(name, folder), "utf8"),
    }));
}

/** A quotation on one line, cut to a readable length. */
export function short(text: string, length = 150): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > length ? `${line.slice(0, length - 1)}…` : line;
}
