// Trains the English model of @chancery/nlp: reads the treebanks (../shared/ud, or CHANCERY_SHARED/ud), writes packages/nlp/model. Same input, same bytes.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const treebanks = `${process.env.CHANCERY_SHARED ?? `${root}../shared`}/ud`;
if (!existsSync(treebanks)) {
  console.error(
    `No treebanks at ${treebanks}: set CHANCERY_SHARED to the folder that holds ud/ (UD English-EWT and GUM, see packages/nlp/model/NOTICE.md).`,
  );
  process.exit(1);
}
const target = process.argv[2] ?? `${root}packages/nlp/model`;
const out = `${root}packages/nlp/train/out`;
mkdirSync(out, { recursive: true });
writeFileSync(`${out}/package.json`, '{ "type": "module" }\n');
execFileSync(process.execPath, [`${root}node_modules/typescript/bin/tsc`, "-p", `${root}packages/nlp/train/tsconfig.json`], {
  stdio: "inherit",
});
const { trainEnglish } = await import(`${out}/train/train.js`);
const started = performance.now();
trainEnglish(treebanks, target, (line) => console.log(`${((performance.now() - started) / 1000).toFixed(0).padStart(4)} s  ${line}`));
if (process.argv[2] === undefined) await import(`${root}packages/nlp/scripts/embed-model.mjs`);
