// `npm run examples`: runs every example and compares what it prints with examples/expected/NAME.txt. UPDATE=1 rewrites the expectations.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "./build.mjs";
import { node, requireNode, root } from "./toolchain.mjs";

requireNode();
if (!process.argv.includes("--no-build")) await build();
const only = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));
const expectedFolder = join(root, "examples/expected");
mkdirSync(expectedFolder, { recursive: true });
let failed = 0;
const names = readdirSync(join(root, "examples"))
  .filter((file) => file.endsWith(".ts") && file !== "sample-documents.ts")
  .map((file) => file.slice(0, -3))
  .sort();
for (const name of names.filter((name) => only.length === 0 || only.includes(name))) {
  const out = mkdtempSync(join(tmpdir(), "chancery-example-"));
  const result = node([join(root, "examples/dist", `${name}.js`), out], { quiet: true, fatal: false });
  rmSync(out, { recursive: true, force: true });
  const printed = result.stdout.replaceAll(out, "OUT").replace(/\b\d+(\.\d+)? m?s\b/g, "N s");
  const file = join(expectedFolder, `${name}.txt`);
  if (result.status !== 0) {
    failed++;
    console.log(`✗ ${name} ended with status ${result.status}\n${result.stderr}`);
  } else if (process.env.UPDATE === "1") {
    writeFileSync(file, printed);
    console.log(`  ${name} written`);
  } else if (!existsSync(file) || readFileSync(file, "utf8") !== printed) {
    failed++;
    console.log(
      `✗ ${name} prints something else than examples/expected/${name}.txt (UPDATE=1 npm run examples, then review the difference)`,
    );
    const expected = existsSync(file) ? readFileSync(file, "utf8").split("\n") : [];
    const lines = printed.split("\n");
    const at = lines.findIndex((line, index) => line !== expected[index]);
    console.log(`  line ${at + 1}:\n  - ${expected[at] ?? "(nothing)"}\n  + ${lines[at] ?? "(nothing)"}`);
  } else console.log(`✓ ${name}`);
}
console.log(`${names.length - failed} of ${names.length} examples as expected`);
process.exit(failed > 0 ? 1 : 0);
