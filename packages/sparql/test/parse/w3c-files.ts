import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, relative } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = fileURLToPath(new URL("../../../../", import.meta.url));
const suites = join(process.env.CHANCERY_SHARED ?? join(root, "..", "shared"), "w3c", "sparql");

/** Whether the W3C suites lie beside the project. */
export const hasSuites: boolean = existsSync(suites);
if (!hasSuites) {
  console.log(
    `Skipped: no ${suites}. The suites are at https://github.com/w3c/rdf-tests; point CHANCERY_SHARED at a folder that holds them as w3c/.`,
  );
}

export interface W3cFile {
  /** Path below `sparql/`. */
  readonly name: string;
  readonly text: string;
  readonly base: string;
}

/** Every query and update of the suites, whatever test it belongs to. */
export function w3cFiles(): readonly W3cFile[] {
  if (!hasSuites) return [];
  return readdirSync(suites, { recursive: true, encoding: "utf8" })
    .filter((path) => /\.r[qu]$/.test(path))
    .sort()
    .map((path) => fileOf(join(suites, path)));
}

function fileOf(path: string): W3cFile {
  return { name: relative(suites, path), text: readFileSync(path, "utf8"), base: pathToFileURL(path).href };
}

interface ManifestEntry {
  readonly type: string;
  readonly file: string;
}

/** Queries and updates with what their manifest says: whether they are well-formed. */
export async function w3cSyntaxTests(version: string): Promise<readonly (W3cFile & { readonly isGood: boolean })[]> {
  const { readManifest } = (await import(pathToFileURL(join(root, "test", "conformance", "manifest.mjs")).href)) as {
    readManifest(path: string, library: unknown): readonly ManifestEntry[];
  };
  const manifest = version === "sparql11" ? "manifest-all.ttl" : "manifest.ttl";
  return readManifest(join(suites, version, manifest), createRequire(import.meta.url)("n3"))
    .filter(({ file }) => /\.r[qu]$/.test(file))
    .map(({ type, file }) => ({ ...fileOf(fileURLToPath(file)), isGood: !type.startsWith("Negative") }));
}
