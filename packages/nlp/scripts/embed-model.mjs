// Turns model/english.bin into two ES modules under src/model: libraries read no files. Does nothing when they are up to date.
import { createHash } from "node:crypto";
import { closeSync, existsSync, openSync, readFileSync, readSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const file = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const source = file("model/english.bin");
if (!existsSync(source)) {
  console.error("packages/nlp/model/english.bin is missing: check it out again, or run `npm run train:nlp`.");
  process.exit(1);
}
const bytes = readFileSync(source);
const stamp = `// ${createHash("sha256").update(bytes).digest("hex")}`;
const taggerLength = bytes.readUInt32LE(0);
const parts = {
  tagger: bytes.subarray(8, 8 + taggerLength),
  parser: bytes.subarray(8 + taggerLength, 8 + taggerLength + bytes.readUInt32LE(4)),
};

for (const [name, part] of Object.entries(parts)) {
  const target = file(`src/model/english-${name}.generated.ts`);
  if (existsSync(target) && firstLine(target) === stamp) continue;
  const notice = "// Made by scripts/embed-model.mjs. Weights: CC BY-SA 4.0, see model/LICENSE and model/NOTICE.md.";
  writeFileSync(target, `${stamp}\n${notice}\nexport const data: string =\n  "${part.toString("base64")}";\n`);
  console.log(`wrote src/model/english-${name}.generated.ts (${part.length.toLocaleString("en")} bytes packed)`);
}

function firstLine(path) {
  const head = Buffer.alloc(stamp.length);
  const handle = openSync(path, "r");
  readSync(handle, head, 0, head.length, 0);
  closeSync(handle);
  return head.toString("utf8");
}
