import type { EventCluster, Extraction, MergeJudgement, Namespaces } from "@chancery/extract";

/** A document with what was extracted from it, as the page gets it. */
export interface PageRecord {
  readonly text: string;
  readonly extraction: Extraction;
}

/** What the documents say together, made where the page was: `readCollection` of @chancery/extract as JSON. */
export interface JointReading {
  /** Happenings that several events report, with their joint status. */
  readonly clusters: readonly EventCluster[];
  /** Who was merged, who was not, and why. */
  readonly judgements: readonly MergeJudgement[];
  /** Pairs of an entity and the entity that it was merged into. */
  readonly canonical: readonly (readonly [string, string])[];
}

/** What `renderExplorer` writes into the page. */
export interface PageData {
  readonly title: string;
  readonly namespaces?: Partial<Namespaces>;
  readonly records: readonly PageRecord[];
  /** Absent where the documents could not be read together. */
  readonly reading?: JointReading;
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
  const { reading } = data;
  if (
    reading !== undefined &&
    !(isObject(reading) && ["clusters", "judgements", "canonical"].every((name) => Array.isArray(reading[name])))
  )
    throw new Error("What the documents in this file say together is damaged. Export the file again.");
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
