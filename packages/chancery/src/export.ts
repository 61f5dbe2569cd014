import { EVENT_TYPES, type Naming } from "@chancery/extract";
import {
  GRAPH_FORMATS,
  type Knowledge,
  type ProjectOptions,
  projectGraph,
  type WriteGraphOptions,
  writeClaimCsv,
  writeGraph,
  writeTimeline,
} from "@chancery/graph";
import {
  type DatasetSurvey,
  ftmEntities,
  NANOPUBLICATION_PREFIXES,
  type NanopublicationOptions,
  nanopublications,
  RDF_FORMATS,
  reifyClaims,
  type WriteOptions,
  writeFtm,
  writeQuads,
} from "@chancery/io";
import { ChanceryError, PREFIXES, type QuadStore } from "@chancery/rdf";
import type { Quad } from "@rdfjs/types";

/** A file format that `KnowledgeGraph.export` writes. */
export interface ExportFormatDescription {
  readonly name: string;
  readonly label: string;
  /** File name endings with the dot, the usual one first. */
  readonly extensions: readonly string[];
  readonly mediaType: string;
  /** `rdf` holds everything, `graph` the projection, `table` one row a claim, `claims` what was claimed in a format of its own, `picture` is to be looked at. */
  readonly kind: "rdf" | "graph" | "table" | "claims" | "picture";
}

/** Above this many quads, RDF is written in the store's order and constant memory instead of sorted for people. */
const SORTED_UP_TO = 1_000_000;

export interface ExportOptions
  extends WriteGraphOptions,
    ProjectOptions,
    Pick<NanopublicationOptions, "created" | "creator" | "license">,
    Pick<WriteOptions, "report" | "signal"> {
  /** RDF formats: sort and group by subject (the same dataset gives the same bytes), or write as it comes in constant memory. Default: sorted up to a million quads. */
  readonly sorted?: boolean;
  /**
   * RDF formats: also say which plain triples each claim and relation is about, as RDF 1.2 reifiers (`claim rdf:reifies <<( subject edge object )>>`); in JSON-LD and RDF/XML,
   * which have no triple terms, as `rdf:Statement`. Many programs cannot read RDF 1.2 yet. Default `false`.
   */
  readonly rdf12?: boolean;
  /** RDF formats and nanopublications: is shown every quad that is written, for a description of the dataset (`surveyDataset` of @chancery/io). */
  readonly survey?: Pick<DatasetSurvey, "take">;
  /** FollowTheMoney: name of the dataset. Default `chancery`. */
  readonly dataset?: string;
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
  {
    name: "timeline",
    label: "timeline of the events",
    extensions: [".timeline.svg"],
    mediaType: "image/svg+xml",
    kind: "picture" as const,
  },
  {
    name: "ftm",
    label: "FollowTheMoney entities",
    extensions: [".ftm.json", ".ftm.jsonl", ".ftm"],
    mediaType: "application/json+ftm",
    kind: "claims" as const,
  },
  {
    name: "nanopublications",
    label: "one nanopublication a claim, in TriG",
    extensions: [".nanopub.trig"],
    mediaType: "application/trig",
    kind: "claims" as const,
  },
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

/**
 * Writes a graph in one format, in pieces. RDF formats hold everything; graph formats hold the projection that `options` describes.
 *
 * @throws ChanceryError `export.unknown-format`; what `options.signal` was aborted with, between two pieces.
 */
export function exportGraph(source: ExportSource, format: string, options: ExportOptions = {}): Iterable<string> {
  const description = findExportFormat(format);
  const pieces = piecesOf(source, description, options);
  return options.signal === undefined ? pieces : abortable(pieces, options.signal);
}

function piecesOf(
  { store, knowledge, naming }: ExportSource,
  { name, kind }: ExportFormatDescription,
  options: ExportOptions,
): Iterable<string> {
  const prefixes = { ...PREFIXES, chy: naming.namespaces.terms, id: naming.namespaces.ids };
  const common = {
    prefixes,
    ...(options.report === undefined ? {} : { report: options.report }),
    ...(options.signal === undefined ? {} : { signal: options.signal }),
  };
  switch (kind) {
    case "rdf":
      return writeQuads(quadsOf(store(), name, naming, options), name, {
        ...common,
        sorted: options.sorted ?? store().size <= SORTED_UP_TO,
        ...(options.rdf12 === true && hasTripleTerms(name) ? { version: "1.2" as const } : {}),
      });
    case "graph":
      return writeGraph(projectGraph(knowledge(), { merge: true, ...options }), name, options);
    case "picture":
      return writeTimeline(knowledge(), options);
    case "claims":
      if (name === "ftm") {
        const dataset = options.dataset === undefined ? {} : { dataset: options.dataset };
        return writeFtm(ftmEntities(store(), { ...naming.namespaces, ...dataset }), options.report);
      }
      return writeQuads(surveyed(nanopublications(store(), { ...naming.namespaces, ...options }), options), "trig", {
        ...common,
        prefixes: { ...prefixes, ...NANOPUBLICATION_PREFIXES },
        // The four graphs of each stay together.
        sorted: false,
      });
    case "table":
      return writeClaimCsv(knowledge(), options);
  }
}

function* quadsOf(store: QuadStore, format: string, naming: Naming, options: ExportOptions): Generator<Quad> {
  const reifiers =
    options.rdf12 === true
      ? reifyClaims(store, { ...naming.namespaces, events: EVENT_TYPES, form: hasTripleTerms(format) ? "triple-term" : "statement" })
      : [];
  yield* surveyed(store.quads() as Iterable<Quad>, options);
  yield* surveyed(reifiers, options);
}

function* surveyed(quads: Iterable<Quad>, { survey }: ExportOptions): Generator<Quad> {
  for (const quad of quads) {
    survey?.take(quad);
    yield quad;
  }
}

const hasTripleTerms = (format: string): boolean => format !== "json-ld" && format !== "rdf-xml";

function* abortable(pieces: Iterable<string>, signal: AbortSignal): Generator<string> {
  for (const piece of pieces) {
    signal.throwIfAborted();
    yield piece;
  }
}
