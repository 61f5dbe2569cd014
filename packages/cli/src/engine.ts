import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative, sep } from "node:path";

/** The packages whose code, rules, language model and knowledge base decide what is extracted from a text. */
const DECIDING = ["@chancery/extract", "@chancery/nlp"] as const;

let known: string | undefined;

/**
 * Version and fingerprint of the extraction engine, for instance `0.1.0-3f2a…`: a document that the same engine has read need not be read again.
 * The fingerprint covers every module of the deciding packages, so that it also changes in a checkout whose version does not.
 */
export function engineFingerprint(): string {
  if (known !== undefined) return known;
  const require = createRequire(createRequire(import.meta.url).resolve("chancery"));
  const hash = createHash("sha256");
  let version = "";
  for (const name of DECIDING) {
    const folder = dirname(require.resolve(name));
    version ||= (JSON.parse(readFileSync(require.resolve(`${name}/package.json`), "utf8")) as { version: string }).version;
    for (const path of modulesIn(folder)) {
      hash.update(`${name}/${relative(folder, path).replaceAll(sep, "/")}\0`);
      hash.update(readFileSync(path));
      hash.update("\0");
    }
  }
  known = `${version}-${hash.digest("hex").slice(0, 16)}`;
  return known;
}

function modulesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) =>
      entry.isDirectory() ? modulesIn(join(folder, entry.name)) : /\.m?js$/.test(entry.name) ? [join(folder, entry.name)] : [],
    );
}
