// Packs every library, installs the tarballs with npm into an empty folder outside the workspace, type-checks the README's program there and runs it.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "./build.mjs";
import { fail, node, pnpm, requireNode, root, run, tool } from "./toolchain.mjs";

requireNode();
await build();
const folder = mkdtempSync(join(tmpdir(), "chancery-packed-"));
try {
  const tarballs = join(folder, "tarballs");
  const app = join(folder, "app");
  mkdirSync(tarballs);
  mkdirSync(app);
  for (const name of readdirSync(join(root, "packages")))
    pnpm(["pack", "--pack-destination", tarballs], { cwd: join(root, "packages", name), quiet: true });
  const files = readdirSync(tarballs);
  const overrides = {};
  const dependencies = {};
  for (const file of files) {
    const name = file.startsWith("chancery-0") ? "chancery" : `@chancery/${/^chancery-([a-z]+)-/.exec(file)?.[1]}`;
    dependencies[name] = `file:${join(tarballs, file)}`;
    overrides[name] = dependencies[name];
  }
  writeFileSync(
    join(app, "package.json"),
    JSON.stringify({ name: "app", private: true, type: "module", dependencies, overrides }, null, 1),
  );
  run("npm", ["install", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"], { cwd: app, quiet: true });

  const readme = readFileSync(join(root, "README.md"), "utf8");
  const program = /```ts program\n([\s\S]*?)```/.exec(readme)?.[1];
  const expected = /```text program-output\n([\s\S]*?)```/.exec(readme)?.[1];
  if (program === undefined || expected === undefined) fail("README.md has no `ts program` block with its `text program-output`.");
  writeFileSync(join(app, "program.ts"), program);
  writeFileSync(
    join(app, "tsconfig.json"),
    JSON.stringify({
      compilerOptions: {
        target: "ES2022",
        module: "NodeNext",
        strict: true,
        skipLibCheck: false,
        types: [],
        lib: ["ES2023", "DOM", "DOM.Iterable", "DOM.AsyncIterable"],
        outDir: "out",
      },
      include: ["program.ts"],
    }),
  );
  tool("tsc", ["-p", app], { quiet: true });
  const result = node([join(app, "out/program.js")], { cwd: app, quiet: true });
  if (result.stdout.trim() !== expected.trim()) fail(`The README's program prints something else than the README says:\n${result.stdout}`);
  const help = run(join(app, "node_modules/.bin/chancery"), ["--help"], { cwd: app, quiet: true });
  if (!help.stdout.includes("Examples:")) fail("The packed command has no help.");
  console.log(
    `${files.length} tarballs installed in an empty folder; the README's program type-checks and prints what the README says; the command runs`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
