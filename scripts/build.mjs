// Builds every package: generated data modules first, then TypeScript, then the examples.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { node, requireNode, root, tool } from "./toolchain.mjs";

/** Scripts that turn data files into modules; each is quick and does nothing when its output is up to date. */
export const generators = ["packages/extract/scripts/embed-kb.mjs", "packages/nlp/scripts/embed-model.mjs"];

export function generate() {
  for (const script of generators) if (existsSync(join(root, script))) node([join(root, script)]);
}

export async function build() {
  generate();
  tool("tsc", ["-b", "tsconfig.json"]);
  await (await import("./bundle.mjs")).bundlePackages();
  const page = join(root, "packages/explorer/scripts/build-page.mjs");
  if (existsSync(page)) node([page]);
  tool("tsc", ["-b", "examples"]);
}

if (process.argv[1] === import.meta.filename) {
  requireNode();
  await build();
}
