import { createHash } from "node:crypto";
import { z } from "zod";

/** Bumped when older versions of the command could not read the folder any more. */
export const FOLDER_VERSION = 2;

const digest = z.string().regex(/^[0-9a-f]{64}$/);
/** Segments are named by what their document was extracted from, so that the same input finds its own again. */
const segmentKey = z.string().regex(/^[0-9a-f]{32}$/);

/** What a graph folder holds. Whatever it does not name is no part of the graph. */
export interface Manifest {
  readonly format: "chancery-graph";
  readonly version: typeof FOLDER_VERSION;
  /** Version and fingerprint of what extracted the documents. */
  readonly engine: string;
  readonly namespaces: { readonly terms?: string | undefined; readonly ids?: string | undefined };
  /** Path of each input, relative to the folder that the graph folder is in → key of its segment. */
  readonly inputs: Readonly<Record<string, string>>;
  /** Document id → its segment and the segment's SHA-256. */
  readonly documents: Readonly<Record<string, StoredSegment>>;
  /** All quads in the store's own format; made from the segments, absent where it has still to be made. */
  readonly snapshot?: { readonly file: string; readonly sha256: string; readonly bytes: number } | undefined;
}

/** A segment as the manifest names it. */
export interface StoredSegment {
  readonly segment: string;
  readonly sha256: string;
}

const manifestSchema: z.ZodType<Manifest, unknown> = z.object({
  format: z.literal("chancery-graph"),
  version: z.literal(FOLDER_VERSION),
  engine: z.string(),
  namespaces: z.object({ terms: z.string().optional(), ids: z.string().optional() }),
  inputs: z.record(z.string(), segmentKey),
  documents: z.record(z.string(), z.object({ segment: segmentKey, sha256: digest })),
  snapshot: z.object({ file: z.string().regex(/^quads-[0-9a-f]{32}\.bin$/), sha256: digest, bytes: z.int().nonnegative() }).optional(),
});

export const sha256 = (content: string | Uint8Array): string => createHash("sha256").update(content).digest("hex");

const inOrder = <Value>(entries: Readonly<Record<string, Value>>): Record<string, Value> =>
  Object.fromEntries(Object.entries(entries).sort(([a], [b]) => (a < b ? -1 : 1)));

/** The manifest as the text of its file: keys in order, its own checksum at the end. */
export function writeManifest(manifest: Manifest): string {
  const sorted = { ...manifest, inputs: inOrder(manifest.inputs), documents: inOrder(manifest.documents) };
  return `${JSON.stringify({ ...sorted, checksum: checksumOf(sorted) }, null, 2)}\n`;
}

/** @throws Error that says what is wrong. */
export function readManifest(text: string): Manifest {
  const data: unknown = JSON.parse(text);
  if (typeof data !== "object" || data === null || (data as Manifest).format !== "chancery-graph")
    throw new Error("it is not one of chancery's.");
  const { checksum, ...rest } = data as Manifest & { checksum?: string };
  if (rest.version !== FOLDER_VERSION) throw new Error(`it has version ${rest.version}; this command reads version ${FOLDER_VERSION}.`);
  const result = manifestSchema.safeParse(rest);
  if (!result.success) throw new Error(`it is not as it should be: ${z.prettifyError(result.error).replaceAll("\n", " ")}`);
  if (checksum !== checksumOf(rest)) throw new Error("its checksum is wrong: it was changed or damaged.");
  return result.data;
}

const checksumOf = (manifest: Manifest): string => sha256(JSON.stringify(manifest));
