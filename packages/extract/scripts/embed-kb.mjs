#!/usr/bin/env node
import { createHash } from "node:crypto";
// Writes src/knowledge-base/bundled.generated.ts from data/kb/*.jsonl, so that the library itself reads no files.
// Idempotent: the file is only written when its content changes. Files are taken in order of name, hand-written `field-*` last: later records win.
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
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

// What an extraction was made with, for PROV-O: hashes of the knowledge base and of everything that decides (the sources of extraction and language, the model's manifest).
const packages = join(here, "../..");
const sources = ["extract/src", "nlp/src"].flatMap((folder) =>
  readdirSync(join(packages, folder), { recursive: true })
    .map((name) => join(packages, folder, name))
    .filter((path) => path.endsWith(".ts") && !path.endsWith(".generated.ts")),
);
const rules = createHash("sha256");
for (const path of sources.sort()) rules.update(`${relative(packages, path).replaceAll("\\", "/")}\n`).update(readFileSync(path));
const model = join(packages, "nlp/model");
for (const name of existsSync(model) ? readdirSync(model).sort() : [])
  if (name.endsWith(".json")) rules.update(name).update(readFileSync(join(model, name)));
const { version } = JSON.parse(readFileSync(join(packages, "extract/package.json"), "utf8"));
const provenance = {
  software: "chancery",
  version,
  knowledgeBase: createHash("sha256").update(JSON.stringify(records)).digest("hex"),
  rules: rules.digest("hex"),
};
const provenanceTarget = join(here, "../src/emit/provenance.generated.ts");
const provenanceText = `// Made by scripts/embed-kb.mjs; not edited by hand.\nexport const PROVENANCE: { readonly software: string; readonly version: string; readonly knowledgeBase: string; readonly rules: string } = ${JSON.stringify(provenance)};\n`;
if (!existsSync(provenanceTarget) || readFileSync(provenanceTarget, "utf8") !== provenanceText)
  writeFileSync(provenanceTarget, provenanceText);
