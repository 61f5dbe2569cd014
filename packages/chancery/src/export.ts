import type { Naming } from "@chancery/extract";
import {
  GRAPH_FORMATS,
  type Knowledge,
  type ProjectOptions,
  projectGraph,
  type WriteGraphOptions,
  writeClaimCsv,
  writeGraph,
} from "@chancery/graph";
import { RDF_FORMATS, writeQuads } from "@chancery/io";
import { ChanceryError, PREFIXES, type QuadStore } from "@chancery/rdf";
import type { Quad } from "@rdfjs/types";

/** A file format that `KnowledgeGraph.export` writes. */
export interface ExportFormatDescription {
  readonly name: string;
  readonly label: string;
  /** File name endings with the dot, the usual one first. */
  readonly extensions: readonly string[];
  readonly mediaType: string;
  readonly kind: "rdf" | "graph" | "table";
}

/** Above this many quads, RDF is written in the store's order and constant memory instead of sorted for people. */
const SORTED_UP_TO = 1_000_000;

export interface ExportOptions extends WriteGraphOptions, ProjectOptions {
  /** RDF formats: sort and group by subject (the same dataset gives the same bytes), or write as it comes in constant memory. Default: sorted up to a million quads. */
  readonly sorted?: boolean;
}

/** Every format, RDF first. Where two formats share an ending, the earlier one has it. */
export const exportFormats: readonly ExportFormatDescription[] = [
  ...RDF_FORMATS.map(({ name, label, extensions, mediaTypes }) => ({
    name,
    label,
    extensions,
    mediaType: mediaTypes[0] ?? "",
    kind: "rdf" as const,
  })),
  ...GRAPH_FORMATS.map(({ name, label, extensions, mediaType }) => ({ name, label, extensions, mediaType, kind: "graph" as const })),
  { name: "claims-csv", label: "claim table", extensions: [".claims.csv"], mediaType: "text/csv", kind: "table" as const },
];

/**
 * The format of a name or a file path.
 *
 * @throws ChanceryError `export.unknown-format` with the list of what is known.
 */
export function findExportFormat(nameOrPath: string): ExportFormatDescription {
  const text = nameOrPath.toLowerCase();
  const plain = (name: string): string => name.replaceAll("-", "");
  const named = exportFormats.find(({ name }) => plain(name) === plain(text));
  const endings = exportFormats
    .flatMap((format) => format.extensions.map((extension) => ({ format, extension })))
    .filter(({ extension }) => text.endsWith(extension));
  // The longest ending wins: `.claims.csv` before `.csv`.
  const found = named ?? endings.sort((a, b) => b.extension.length - a.extension.length)[0]?.format;
  if (found !== undefined) return found;
  throw new ChanceryError("export.unknown-format", `"${nameOrPath}" names no export format.`, {
    remedy: `Known are ${exportFormats.map(({ name, extensions }) => `${name} (${extensions[0]})`).join(", ")}.`,
  });
}

interface ExportSource {
  /** Called only for formats that need it: a graph that was opened from its quads has the other still to read. */
  readonly store: () => QuadStore;
  readonly knowledge: () => Knowledge;
  readonly naming: Naming;
}

/** Writes a graph in one format, in pieces. RDF formats hold everything; graph formats hold the projection that `options` describes. */
export function exportGraph({ store, knowledge, naming }: ExportSource, format: string, options: ExportOptions = {}): Iterable<string> {
  const { name, kind } = findExportFormat(format);
  switch (kind) {
    case "rdf":
      return writeQuads(store().quads() as Iterable<Quad>, name, {
        sorted: options.sorted ?? store().size <= SORTED_UP_TO,
        prefixes: { ...PREFIXES, chy: naming.namespaces.terms, id: naming.namespaces.ids },
      });
    case "graph":
      return writeGraph(projectGraph(knowledge(), { merge: true, ...options }), name, options);
    case "table":
      return writeClaimCsv(knowledge(), options);
  }
}
