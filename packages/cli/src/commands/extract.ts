import { readFileSync } from "node:fs";
import { createExtractor } from "chancery";
import { Command } from "commander";
import { writeFileAtomically } from "../atomic-write.ts";
import { listDocuments, readInput } from "../inputs.ts";
import { collect } from "../options.ts";

/** `chancery extract DOCUMENT…` prints the extraction JSON. */
export function extractCommand(): Command {
  return new Command("extract")
    .description("Print what documents say as JSON: entities, relations, events, claims, each with offsets.")
    .argument("<documents...>", "text, Markdown or HTML files, folders of them, or - for standard input")
    .option("-p, --published <date>", "date of publication (YYYY-MM-DD) for documents that have none of their own")
    .option("-o, --out <file>", "write here instead of to standard output")
    .option("--lines", "one document a line (JSON Lines), as soon as it is done")
    .option("--kb <file>", "file with further knowledge-base records (repeatable)", collect, [])
    .addHelpText("after", "\nExample:\n  chancery extract statement.txt --published 2024-06-12 | jq '.claims[].stance'")
    .action(async (documents: string[], options: { published?: string; out?: string; lines?: boolean; kb: string[] }) => {
      const extractor = await createExtractor({ knowledge: options.kb.map((path) => ({ name: path, text: readFileSync(path, "utf8") })) });
      const files = listDocuments(documents);
      const results: string[] = [];
      for (const file of files) {
        const { text, ...metadata } = await readInput(file);
        const extraction = extractor.extract(text, {
          ...(options.published === undefined ? {} : { published: options.published }),
          ...metadata,
        });
        if (options.lines === true && options.out === undefined) process.stdout.write(`${JSON.stringify(extraction)}\n`);
        else results.push(options.lines === true ? JSON.stringify(extraction) : JSON.stringify(extraction, null, 2));
      }
      if (results.length === 0) return;
      const [first] = results;
      const output = options.lines === true ? results.join("\n") : results.length === 1 ? (first ?? "") : `[\n${results.join(",\n")}\n]`;
      if (options.out === undefined) process.stdout.write(`${output}\n`);
      else writeFileAtomically(options.out, `${output}\n`);
    });
}
