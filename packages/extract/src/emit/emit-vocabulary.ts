import { dataFactory, namespaces, PREFIXES } from "@chancery/rdf";
import type { NamedNode, Quad } from "@rdfjs/types";
import { EVENT_TYPE_NAMES, EVENT_TYPES, STANCE_FAMILIES } from "../ontology.ts";
import type { Naming } from "./naming.ts";
import { CLASSES, CONCEPT_SCHEMES, EVENT_COMMENTS, PROPERTIES, type PropertyDefinition, RELATIONS, ROLES } from "./vocabulary-table.ts";

const { dcterms, owl, rdf, rdfs, skos } = namespaces;

/** The term behind a name of the tables: ours, a prefixed name of `PREFIXES`, or an IRI as it is. */
export function vocabularyTerm(name: string, naming: Naming): NamedNode {
  const colon = name.indexOf(":");
  if (colon < 0) return naming.term(name);
  const prefix = name.slice(0, colon);
  return Object.hasOwn(PREFIXES, prefix)
    ? dataFactory.namedNode(PREFIXES[prefix as keyof typeof PREFIXES] + name.slice(colon + 1))
    : dataFactory.namedNode(name);
}

/** Class tree and property alignments that make a graph readable by itself: subclasses, with the superclasses in SEM, ORG, PROV, SKOS and schema.org. In the entities graph. */
export function emitVocabulary(naming: Naming): readonly Quad[] {
  const quads: Quad[] = [];
  const add = (subject: NamedNode, predicate: NamedNode, object: NamedNode): void => {
    quads.push(dataFactory.quad(subject, predicate, object, naming.entitiesGraph));
  };
  for (const { name, parents } of CLASSES) {
    add(naming.term(name), rdf("type"), owl("Class"));
    for (const parent of parents) add(naming.term(name), rdfs("subClassOf"), vocabularyTerm(parent, naming));
  }
  for (const type of EVENT_TYPE_NAMES) {
    add(naming.term(type), rdf("type"), owl("Class"));
    add(naming.term(type), rdfs("subClassOf"), naming.term("Event"));
  }
  for (const { name, parents = [] } of [...ROLES, ...RELATIONS, ...PROPERTIES]) {
    for (const parent of parents) add(naming.term(name), rdfs("subPropertyOf"), vocabularyTerm(parent, naming));
  }
  return quads;
}

/** The whole ontology in the default graph: what `ontology/chancery.ttl` holds under the default namespaces. */
export function emitOntology(naming: Naming): readonly Quad[] {
  const seen = new Set<string>();
  const quads: Quad[] = [];
  const add = (subject: NamedNode, predicate: NamedNode, object: Quad["object"]): void => {
    const key = `${subject.value} ${predicate.value} ${object.termType} ${object.value}`;
    if (seen.has(key)) return;
    seen.add(key);
    quads.push(dataFactory.quad(subject, predicate, object));
  };
  const english = (text: string): Quad["object"] => dataFactory.literal(text, "en");
  const describe = (name: string, comment: string, close: readonly string[] = []): NamedNode => {
    const node = naming.term(name);
    add(node, rdfs("label"), english(words(name)));
    add(node, rdfs("comment"), english(comment));
    add(node, rdfs("isDefinedBy"), ontology);
    for (const match of close) add(node, skos("closeMatch"), vocabularyTerm(match, naming));
    return node;
  };
  const ontology = dataFactory.namedNode(naming.namespaces.terms.replace(/[#/]$/, ""));
  add(ontology, rdf("type"), owl("Ontology"));
  add(ontology, dcterms("title"), english("Chancery: attributed claims on international security"));
  add(
    ontology,
    rdfs("comment"),
    english(
      "Texts never assert facts: they yield events as content, and claims that say who stands for them. Statuses and direct edges are derived.",
    ),
  );
  for (const { name, parents, comment, close } of CLASSES) {
    const node = describe(name, comment, close);
    add(node, rdf("type"), owl("Class"));
    for (const parent of parents) add(node, rdfs("subClassOf"), vocabularyTerm(parent, naming));
  }
  const property = (definition: PropertyDefinition): void => {
    const { name, comment, domain, range, parents = [], close } = definition;
    const node = describe(name, comment, close);
    add(node, rdf("type"), rdf("Property"));
    if (range !== undefined) add(node, rdf("type"), isDatatype(range) ? owl("DatatypeProperty") : owl("ObjectProperty"));
    if (domain !== undefined) add(node, rdfs("domain"), vocabularyTerm(domain, naming));
    if (range !== undefined) add(node, rdfs("range"), vocabularyTerm(range, naming));
    for (const parent of parents) add(node, rdfs("subPropertyOf"), vocabularyTerm(parent, naming));
  };
  ROLES.forEach(property);
  RELATIONS.forEach(property);
  PROPERTIES.forEach(property);
  for (const type of EVENT_TYPE_NAMES) {
    const { core, edge, plover } = EVENT_TYPES[type];
    const node = describe(type, EVENT_COMMENTS[type] ?? "");
    add(node, rdf("type"), owl("Class"));
    add(node, rdfs("subClassOf"), naming.term("Event"));
    if (plover !== undefined) add(node, naming.term("plover"), dataFactory.literal(plover));
    const between = core[1] === undefined ? `every ${core[0]} to every other` : `its ${core[0]} to its ${core[1]}`;
    const direct = describe(edge, `Direct edge of a confirmed or asserted ${words(type)}: from ${between}.`);
    add(direct, rdf("type"), rdf("Property"));
    add(direct, rdf("type"), owl("ObjectProperty"));
    add(direct, rdfs("domain"), naming.term("Entity"));
    add(direct, rdfs("range"), naming.term("Entity"));
    if (core[1] === undefined) add(direct, rdf("type"), owl("SymmetricProperty"));
  }
  for (const { name, comment, concepts } of CONCEPT_SCHEMES) {
    const scheme = describe(name, comment);
    add(scheme, rdf("type"), skos("ConceptScheme"));
    for (const [concept, definition] of Object.entries(concepts)) {
      const node = naming.term(concept);
      add(node, rdf("type"), skos("Concept"));
      add(node, rdfs("label"), english(words(concept)));
      add(node, skos("prefLabel"), english(words(concept)));
      add(node, skos("definition"), english(definition));
      add(node, skos("inScheme"), scheme);
    }
  }
  for (const [family, stances] of Object.entries(STANCE_FAMILIES)) {
    const node = naming.term(`${family}Stance`);
    add(node, rdf("type"), skos("Collection"));
    add(node, rdfs("label"), english(`${family} stances`));
    for (const stance of stances) add(node, skos("member"), naming.term(stance));
  }
  return quads;
}

/** Whether a range of the tables is of literals. */
export const isDatatype = (range: string): boolean => range.startsWith("xsd:") || range === "rdfs:Literal";

/** `inReturnFor` → "in return for". */
const words = (name: string): string =>
  name.replace(/([a-z0-9])([A-Z])/g, "$1 $2").replace(/ ([A-Z])/g, (_, letter: string) => ` ${letter.toLowerCase()}`);
