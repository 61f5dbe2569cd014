// `npm test`: install, build, and run every test; the last line counts them.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { install, requireNode, sharedFolder, step, tool } from "./toolchain.mjs";

requireNode();
await step("Installing packages", install);
await step("Building", async () => (await import("./build.mjs")).build());
if (sharedFolder() === undefined) {
  console.log(
    "› The shared test data is not beside this checkout (../shared or CHANCERY_SHARED): tests that need it are skipped and say so.",
  );
}
const folder = mkdtempSync(join(tmpdir(), "chancery-test-"));
const report = join(folder, "report.json");
const result = tool("vitest", ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`, ...process.argv.slice(2)], {
  fatal: false,
});
let counts;
try {
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, success } = JSON.parse(readFileSync(report, "utf8"));
  counts = { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests, success };
} catch {
  counts = { passed: 0, failed: 1, skipped: 0, success: false };
}
rmSync(folder, { recursive: true, force: true });
console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
process.exit(result.status === 0 && counts.success && counts.passed > 0 ? 0 : 1);
