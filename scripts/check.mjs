// `npm run check`: types, lint and format, dead code, package hygiene. Layering and file sizes are tests (test/structure.test.ts).
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build, generate } from "./build.mjs";
import { pnpm, requireNode, root, step, tool } from "./toolchain.mjs";

requireNode();
generate();
await step("Types of the packages", () => tool("tsc", ["-b", "tsconfig.json"]));
await step("Types of tests and examples", () => tool("tsc", ["-p", "tsconfig.test.json"]));
await step("Lint and format", () => tool("biome", ["ci", "--error-on-warnings", "."]));
await step("Dead code and unused dependencies", () => tool("knip", ["--no-progress"]));
await step("Build", build);
await step("Package manifests and type entry points", () => {
  const folder = mkdtempSync(join(tmpdir(), "chancery-pack-"));
  try {
    for (const name of readdirSync(join(root, "packages")).sort()) {
      const cwd = join(root, "packages", name);
      pnpm(["pack", "--pack-destination", folder], { cwd, quiet: true });
    }
    for (const tarball of readdirSync(folder).sort()) {
      tool("publint", ["run", join(folder, tarball), "--strict"], { quiet: true });
      tool("attw", [join(folder, tarball), "--profile", "esm-only", "--no-emoji"], { quiet: true });
      console.log(`  ${tarball}: publint and attw clean`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
console.log("✓ all checks passed");
