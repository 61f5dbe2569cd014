import { createExtractor } from "chancery";
import { Command } from "commander";
import { writeFileAtomically } from "../folder/atomic-write.ts";
import { listDocuments, naming, readInput } from "../inputs.ts";
import { graphOptions } from "../open-graph.ts";
import { knowledgeOf, type SourceOptions, withKnowledge } from "../options.ts";
import { print } from "../terminal.ts";

/** `chancery extract DOCUMENT…` prints the extraction JSON. */
export function extractCommand(): Command {
  return withKnowledge(
    new Command("extract")
      .description("Print what documents say as JSON: entities, relations, events, claims, each with offsets.")
      .argument("<documents...>", "text, Markdown or HTML files, folders of them, patterns, or - for standard input")
      .option("-p, --published <date>", "date of publication (YYYY-MM-DD) for documents that have none of their own")
      .option("-o, --out <file>", "write here instead of to standard output")
      .option("--lines", "one document a line (JSON Lines), as soon as it is done")
      .option("--json", "print JSON, as it does anyway"),
  )
    .addHelpText(
      "after",
      "\nExamples:\n  chancery extract statement.txt --published 2024-06-12 | jq '.claims[].stance'\n  chancery extract reports/ --lines --out reports.jsonl",
    )
    .action(async (documents: string[], options: SourceOptions & { published?: string; out?: string; lines?: boolean }) => {
      const extractor = await createExtractor(graphOptions(await knowledgeOf(options)));
      const files = listDocuments(documents);
      const results: string[] = [];
      for (const file of files) {
        const { text, ...metadata } = await readInput(file);
        const extraction = naming(file, () =>
          extractor.extract(text, { ...(options.published === undefined ? {} : { published: options.published }), ...metadata }),
        );
        if (options.lines === true && options.out === undefined) await print(`${JSON.stringify(extraction)}\n`);
        else results.push(options.lines === true ? JSON.stringify(extraction) : JSON.stringify(extraction, null, 2));
      }
      if (results.length === 0) return;
      const [first] = results;
      const output = options.lines === true ? results.join("\n") : results.length === 1 ? (first ?? "") : `[\n${results.join(",\n")}\n]`;
      if (options.out === undefined) await print(`${output}\n`);
      else writeFileAtomically(options.out, `${output}\n`);
    });
}
