import type { Extraction, Namespaces } from "@chancery/extract";

/** A document with what was extracted from it, as the page gets it. */
export interface PageRecord {
  readonly text: string;
  readonly extraction: Extraction;
}

/** What `renderExplorer` writes into the page. */
export interface PageData {
  readonly title: string;
  readonly namespaces?: Partial<Namespaces>;
  readonly records: readonly PageRecord[];
}

/**
 * The data of this page. The outer shape is checked, since the file may have been edited or cut off on its way.
 *
 * @throws Error with a sentence for the reader of the page.
 */
export function readEmbeddedData(source: ParentNode): PageData {
  const text = source.querySelector("#chancery-data")?.textContent ?? "";
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (cause) {
    throw new Error("The data in this file is damaged: it isn't complete JSON. Export the file again.", { cause });
  }
  if (!isObject(data) || !Array.isArray(data["records"]))
    throw new Error("The data in this file has no documents list. Export the file again.");
  const wrong = data["records"].findIndex((record) => !isRecord(record));
  if (wrong >= 0) throw new Error(`Document ${wrong + 1} in this file isn't an extraction with its text. Export the file again.`);
  return data as unknown as PageData;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === "object" && value !== null;

function isRecord(record: unknown): record is PageRecord {
  if (!isObject(record) || typeof record["text"] !== "string" || !isObject(record["extraction"])) return false;
  const { document, ...lists } = record["extraction"];
  return (
    isObject(document) &&
    typeof document["id"] === "string" &&
    ["entities", "relations", "events", "claims", "conflicts"].every((name) => Array.isArray(lists[name]))
  );
}
