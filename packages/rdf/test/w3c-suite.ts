import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../..", import.meta.url));

/** Folder with the W3C test suites, or undefined (then says how to get them). */
export function w3cFolder(): string | undefined {
  const shared = process.env.CHANCERY_SHARED ?? join(root, "..", "shared");
  const folder = join(shared, "w3c", "rdf");
  if (existsSync(folder)) return folder;
  console.log(`W3C tests skipped: no ${folder}. Clone https://github.com/w3c/rdf-tests as <folder>/w3c and set CHANCERY_SHARED=<folder>.`);
  return undefined;
}

export interface W3cTest {
  readonly name: string;
  /** Local name of the test's class, e.g. `TestNTriplesPositiveSyntax`. */
  readonly type: string;
  readonly action: Uint8Array;
  /** Expected output of evaluation and canonicalisation tests. */
  readonly result: Uint8Array | undefined;
}

/** Reads the entries of one manifest. Its Turtle is regular enough for a pattern, and the parser under test must not read its own exam. */
export function readManifest(folder: string): readonly W3cTest[] {
  const text = readFileSync(join(folder, "manifest.ttl"), "utf8");
  const blocks = text.split(/(?=rdft:Test)/).slice(1);
  return blocks.flatMap((block) => {
    const type = /^rdft:(Test\w+)/.exec(block)?.[1];
    const action = /mf:action\s+<([^>]+)>/.exec(block)?.[1];
    const result = /mf:result\s+<([^>]+)>/.exec(block)?.[1];
    // Two canonicalisation entries (lantag_with_subtag) name files that the suite itself does not have.
    if (type === undefined || action === undefined || !existsSync(join(folder, action))) return [];
    return [
      {
        name: action,
        type,
        action: readFileSync(join(folder, action)),
        result: result === undefined ? undefined : readFileSync(join(folder, result)),
      },
    ];
  });
}
