import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/** Makes the generated data modules (knowledge base, language model) before the tests import them. */
export default function setup(): void {
  const script = fileURLToPath(new URL("../scripts/build.mjs", import.meta.url));
  execFileSync(process.execPath, ["--input-type=module", "--eval", `(await import(${JSON.stringify(script)})).generate()`], {
    stdio: "inherit",
  });
}
