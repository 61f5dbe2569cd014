#!/usr/bin/env node
// Writes src/knowledge-base/bundled.generated.ts from data/kb/*.jsonl, so that the library itself reads no files.
// Idempotent: the file is only written when its content changes. Files are taken in order of name, hand-written `field-*` last: later records win.
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const source = join(here, "../../../data/kb");
const target = join(here, "../src/knowledge-base/bundled.generated.ts");

const files = readdirSync(source).filter((name) => name.endsWith(".jsonl"));
const order = (name) => (name.startsWith("field-") ? `1${name}` : `0${name}`);
files.sort((a, b) => (order(a) < order(b) ? -1 : 1));
const records = [];
for (const name of files) {
  readFileSync(join(source, name), "utf8")
    .split("\n")
    .forEach((line, index) => {
      if (line.trim() === "" || line.startsWith("//")) return;
      try {
        // Sources are documented in data/LICENSES.md and in the files; they need not travel with the program.
        const { source: _, ...record } = JSON.parse(line);
        records.push(record);
      } catch (error) {
        console.error(`${name}:${index + 1}: ${error.message}`);
        process.exitCode = 1;
      }
    });
}
const text = `// Made by scripts/embed-kb.mjs from data/kb; not edited by hand.\nexport const BUNDLED_RECORDS: string = ${JSON.stringify(JSON.stringify(records))};\n`;
if (process.exitCode !== 1 && (!existsSync(target) || readFileSync(target, "utf8") !== text)) writeFileSync(target, text);
