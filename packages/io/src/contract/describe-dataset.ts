import { createDataFactory, dataFactory, namespace, namespaces, PREFIXES } from "@chancery/rdf";
import type { BlankNode, NamedNode, Quad, Quad_Object, Term } from "@rdfjs/types";
import type { ContractNamespaces } from "./contract-reader.ts";

const { dcterms, prov, rdf, rdfs, schema, void: voiD } = namespaces;
const dcat = namespace("http://www.w3.org/ns/dcat#");
const spdx = namespace("http://spdx.org/rdf/terms#");
const formats = namespace("http://www.w3.org/ns/formats/");

/** Prefixes that a description uses besides the usual ones. */
export const DESCRIPTION_PREFIXES: Readonly<Record<string, string>> = { dcat: dcat.iri, spdx: spdx.iri, formats: formats.iri };

/** Names of the RDF formats at `http://www.w3.org/ns/formats/`. */
const FORMAT_NAMES: Readonly<Record<string, string>> = {
  turtle: "Turtle",
  trig: "TriG",
  "n-triples": "N-Triples",
  "n-quads": "N-Quads",
  "json-ld": "JSON-LD",
  "rdf-xml": "RDF_XML",
};

export interface DescribeOptions extends ContractNamespaces {
  /** IRI of the dataset. Default: `dataset` in the namespace of ids. */
  readonly dataset?: string;
  readonly title?: string;
  /** IRI of the licence. Nothing is said where it is not given: the texts' owners decide. */
  readonly license?: string;
  /** The file that the dataset was written to. */
  readonly file?: {
    readonly name: string;
    /** Name of the RDF format, as in `RDF_FORMATS`. */
    readonly format: string;
    readonly mediaType: string;
    readonly bytes?: number;
    /** In hexadecimal. */
    readonly sha256?: string;
    /** Where it can be fetched. */
    readonly url?: string;
  };
}

/** Counts and sources of a dataset while its quads pass by. */
export interface DatasetSurvey {
  /** Takes one quad and gives it back. */
  readonly take: (quad: Quad) => void;
  /** The description of what was taken so far. */
  readonly describe: (options?: DescribeOptions) => readonly Quad[];
}

/**
 * Looks over a dataset for its description in VoID (https://www.w3.org/TR/void/): triples, entities, classes, properties, distinct subjects and objects, vocabularies,
 * documents it was made from and the software. Hand it the quads that are written, one after the other. It remembers a 53-bit hash of each triple, subject
 * and object (some 100 MB for a million triples): a triple in several graphs counts once, and among a million terms there is a clash in one of about 16,000 datasets.
 */
export function surveyDataset(): DatasetSurvey {
  const triples = new Set<number>();
  const subjects = new Set<number>();
  const objects = new Set<number>();
  const entities = new Set<number>();
  const properties = new Map<string, number>();
  const classes = new Map<string, number>();
  const vocabularies = new Set<string>();
  const contexts = new Set<string>();
  const documents = new Map<string, { title?: string; published?: string; source?: string }>();
  const agents = new Set<string>();

  const take = (quad: Quad): void => {
    const { subject, predicate, object } = quad;
    const triple = combined(hash53(subject), hash53(predicate), hash53(object));
    if (triples.has(triple)) return;
    triples.add(triple);
    subjects.add(hash53(subject));
    objects.add(hash53(object));
    properties.set(predicate.value, (properties.get(predicate.value) ?? 0) + 1);
    vocabularies.add(namespaceOf(predicate.value));
    if (predicate.value === rdf("type").value && object.termType === "NamedNode") {
      classes.set(object.value, (classes.get(object.value) ?? 0) + 1);
      vocabularies.add(namespaceOf(object.value));
      entities.add(hash53(subject));
      if (object.value === nifContext) contexts.add(subject.value);
    } else if (predicate.value === prov("wasAssociatedWith").value) agents.add(object.value);
    else if (DOCUMENT_FIELDS.has(predicate.value) && object.termType === "Literal") {
      const known = documents.get(subject.value) ?? {};
      documents.set(subject.value, { ...known, [DOCUMENT_FIELDS.get(predicate.value)!]: object.value });
    }
  };

  const describe = (options: DescribeOptions = {}): readonly Quad[] => {
    const { ids = PREFIXES.id, file } = options;
    const dataset = dataFactory.namedNode(options.dataset ?? `${ids}dataset`);
    const quads: Quad[] = [];
    const blanks = createDataFactory("part");
    const add = (subject: NamedNode | BlankNode, predicate: NamedNode, object: Quad_Object): void => {
      quads.push(dataFactory.quad(subject, predicate, object));
    };
    const count = (value: number): Quad_Object => dataFactory.literal(String(value), dataFactory.namedNode(`${PREFIXES.xsd}integer`));
    add(dataset, rdf("type"), voiD("Dataset"));
    add(dataset, rdf("type"), dcat("Dataset"));
    if (options.title !== undefined) add(dataset, dcterms("title"), dataFactory.literal(options.title.toWellFormed()));
    if (options.license !== undefined) add(dataset, dcterms("license"), dataFactory.namedNode(options.license));
    const counts = {
      triples: triples.size,
      entities: entities.size,
      classes: classes.size,
      properties: properties.size,
      distinctSubjects: subjects.size,
      distinctObjects: objects.size,
      documents: contexts.size,
    };
    for (const [name, value] of Object.entries(counts)) add(dataset, voiD(name), count(value));
    for (const vocabulary of [...vocabularies].sort()) add(dataset, voiD("vocabulary"), dataFactory.namedNode(vocabulary));
    for (const [iri, instances] of [...classes].sort()) {
      const part = blanks.blankNode();
      add(dataset, voiD("classPartition"), part);
      add(part, voiD("class"), dataFactory.namedNode(iri));
      add(part, voiD("entities"), count(instances));
    }
    for (const [iri, uses] of [...properties].sort()) {
      const part = blanks.blankNode();
      add(dataset, voiD("propertyPartition"), part);
      add(part, voiD("property"), dataFactory.namedNode(iri));
      add(part, voiD("triples"), count(uses));
    }
    for (const iri of [...contexts].sort()) {
      const { title, published, source } = documents.get(iri) ?? {};
      const document = dataFactory.namedNode(iri);
      add(dataset, prov("wasDerivedFrom"), document);
      if (title !== undefined) add(document, dcterms("title"), dataFactory.literal(title));
      if (published !== undefined) add(document, schema("datePublished"), dataFactory.literal(published));
      if (source !== undefined) add(document, dcterms("source"), dataFactory.literal(source));
    }
    for (const agent of [...agents].sort()) add(dataset, prov("wasAttributedTo"), dataFactory.namedNode(agent));
    if (file !== undefined) describeFile(dataset, file, add, count);
    return quads;
  };
  return { take, describe };
}

function describeFile(
  dataset: NamedNode,
  { name, format, mediaType, bytes, sha256, url }: NonNullable<DescribeOptions["file"]>,
  add: (subject: NamedNode, predicate: NamedNode, object: Quad_Object) => void,
  count: (value: number) => Quad_Object,
): void {
  const distribution = dataFactory.namedNode(`${dataset.value}/file/${encodeURIComponent(name.toWellFormed())}`);
  const known = FORMAT_NAMES[format];
  if (known !== undefined) add(dataset, voiD("feature"), formats(known));
  add(dataset, dcat("distribution"), distribution);
  add(distribution, rdf("type"), dcat("Distribution"));
  add(distribution, rdfs("label"), dataFactory.literal(name.toWellFormed()));
  add(distribution, dcat("mediaType"), dataFactory.namedNode(`https://www.iana.org/assignments/media-types/${mediaType}`));
  if (bytes !== undefined) add(distribution, dcat("byteSize"), count(bytes));
  if (sha256 !== undefined) {
    const checksum = dataFactory.namedNode(`${distribution.value}/sha256`);
    add(distribution, spdx("checksum"), checksum);
    add(checksum, spdx("algorithm"), spdx("checksumAlgorithm_sha256"));
    add(checksum, spdx("checksumValue"), dataFactory.literal(sha256, dataFactory.namedNode(`${PREFIXES.xsd}hexBinary`)));
  }
  if (url !== undefined) {
    add(dataset, voiD("dataDump"), dataFactory.namedNode(url));
    add(distribution, dcat("downloadURL"), dataFactory.namedNode(url));
  }
}

const nifContext = `${PREFIXES.nif}Context`;
const DOCUMENT_FIELDS: ReadonlyMap<string, string> = new Map([
  [`${PREFIXES.dcterms}title`, "title"],
  [`${PREFIXES.dcterms}source`, "source"],
  [`${PREFIXES.schema}datePublished`, "published"],
]);

const namespaceOf = (iri: string): string => iri.slice(0, Math.max(iri.lastIndexOf("#"), iri.lastIndexOf("/")) + 1);

const combined = (...hashes: readonly number[]): number => hash53({ termType: "NamedNode", value: hashes.join(" ") });

/** Two 32-bit FNV-1a hashes made one 53-bit number. */
function hash53(term: Pick<Term, "termType" | "value">): number {
  let [low, high] = [0x811c9dc5, 0x9747b28c];
  const text = term.termType === "Quad" ? JSON.stringify(term) : `${term.termType[0]}${term.value}`;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ code, 0x01000193) ^ (high >>> 15);
  }
  return (high >>> 11) * 4294967296 + (low >>> 0);
}
