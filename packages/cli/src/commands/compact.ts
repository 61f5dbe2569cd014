import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { KnowledgeGraph } from "chancery";
import { Command } from "commander";
import { definedNamespaces } from "../build-graph.ts";
import { lockFolder } from "../folder/folder-lock.ts";
import { commitGraphFolder, openGraphFolder, readRecords } from "../folder/graph-folder.ts";
import { printJson } from "../terminal.ts";

/** `chancery compact FOLDER` */
export function compactCommand(): Command {
  return new Command("compact")
    .description("Make a graph folder's quads anew from its documents: as small as can be, the same bytes whatever its history.")
    .argument("<folder>", "graph folder")
    .option("--json", "print JSON")
    .option("-q, --quiet", "no summary")
    .addHelpText(
      "after",
      "\nIt also repairs damaged quads and removes what killed processes left.\n\nExample:\n  chancery compact my.graph",
    )
    .action(async (folder: string, options: { json?: boolean; quiet?: boolean }) => {
      openGraphFolder(folder);
      const lock = lockFolder(folder);
      try {
        const before = sizeOf(folder);
        const opened = openGraphFolder(folder);
        const { engine, namespaces, inputs, documents } = opened.manifest;
        const graph = await KnowledgeGraph.fromRecords(readRecords(opened), { readOnly: true, namespaces: definedNamespaces(namespaces) });
        commitGraphFolder(folder, { engine, namespaces, inputs, documents, quads: graph.store.toBytes() });
        const after = sizeOf(folder);
        if (options.json === true) await printJson({ folder, before, after });
        else if (options.quiet !== true) process.stderr.write(`${folder}: ${kilobytes(before)} before, ${kilobytes(after)} now\n`);
      } finally {
        lock.release();
      }
    });
}

const kilobytes = (bytes: number): string => `${Math.ceil(bytes / 1000).toLocaleString("en-US")} kB`;

function sizeOf(folder: string): number {
  return readdirSync(folder, { withFileTypes: true }).reduce(
    (sum, entry) =>
      sum +
      (entry.isDirectory() ? sizeOf(join(folder, entry.name)) : (statSync(join(folder, entry.name), { throwIfNoEntry: false })?.size ?? 0)),
    0,
  );
}
