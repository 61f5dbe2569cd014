import { ChanceryError } from "chancery";
import { isGraphFolder, openGraphFolder, readRecords } from "./folder/graph-folder.ts";
import { readText } from "./read-file.ts";

/** The document id that an extraction of unknown shape claims, if any. */
export const idOf = (extraction: unknown): string | undefined => {
  const id = (extraction as { document?: { id?: unknown } } | null)?.document?.id;
  return typeof id === "string" ? id : undefined;
};

/**
 * The extractions in a file of JSON or JSON Lines, in a graph folder (with their texts), or in standard input (`-`).
 *
 * @throws ChanceryError `file.bad-extraction`, `file.unreadable`, `graph-folder.invalid`.
 */
export function* extractionsOf(input: string): Generator<{ readonly name: string; readonly extraction: unknown; readonly text?: string }> {
  if (input !== "-" && isGraphFolder(input)) {
    for (const { text, extraction } of readRecords(openGraphFolder(input))) yield { name: extraction.document.id, extraction, text };
    return;
  }
  const content = readText(input);
  const whole = parse(content);
  if (whole !== undefined) {
    const list = Array.isArray(whole) ? whole : [whole];
    for (const [index, extraction] of list.entries()) yield { name: list.length === 1 ? input : `${input}[${index}]`, extraction };
    return;
  }
  for (const [index, line] of content.split("\n").entries()) {
    if (line.trim() === "") continue;
    const extraction = parse(line);
    if (extraction === undefined) {
      throw new ChanceryError("file.bad-extraction", `${input} is neither JSON nor JSON Lines.`, {
        place: { source: input, line: index + 1 },
        remedy: "Give it what `chancery extract` prints, a graph folder, or an RDF file with its usual ending.",
      });
    }
    yield { name: `${input}:${index + 1}`, extraction };
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
