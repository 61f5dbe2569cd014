import { dataFactory, namespace, namespaces } from "@chancery/rdf";
import type { NamedNode, Quad, Quad_Subject } from "@rdfjs/types";
import { EVENT_TYPE_NAMES, RELATION_TYPES } from "../ontology.ts";
import { isDatatype, vocabularyTerm } from "./emit-vocabulary.ts";
import type { Naming } from "./naming.ts";
import { CLASSES, CONCEPT_SCHEMES, RELATIONS, ROLES } from "./vocabulary-table.ts";

const { rdf, rdfs, xsd } = namespaces;
const sh = namespace("http://www.w3.org/ns/shacl#");

/** How often a property may and must stand on a node of a class, and what its values may be. */
interface Rule {
  readonly path: string;
  readonly min?: number;
  readonly max?: number;
  /** A class, a datatype (`xsd:`), `literal`, or `scheme NAME`. */
  readonly value?: string;
  readonly oneOf?: readonly string[];
}

const CLASS_RULES: readonly { readonly target: string; readonly rules: readonly Rule[] }[] = [
  {
    target: "Document",
    rules: [
      { path: "sha256", max: 1, value: "xsd:string" },
      { path: "dcterms:title", max: 1, value: "literal" },
      { path: "schema:datePublished", max: 1, value: "literal" },
    ],
  },
  {
    target: "nif:RFC5147String",
    rules: [
      { path: "nif:referenceContext", min: 1, max: 1, value: "nif:Context" },
      { path: "nif:beginIndex", min: 1, max: 1, value: "xsd:nonNegativeInteger" },
      { path: "nif:endIndex", min: 1, max: 1, value: "xsd:nonNegativeInteger" },
      { path: "nif:anchorOf", min: 1, max: 1, value: "xsd:string" },
      { path: "refersTo", value: "Entity" },
      { path: "mentionKind", value: "scheme MentionKindScheme" },
      { path: "mentionUse", oneOf: ["government", "place", "organization", "people"] },
      { path: "region", max: 1, oneOf: ["headline", "byline", "caption", "boilerplate", "credit", "body"] },
    ],
  },
  {
    target: "Claim",
    rules: [
      { path: "speaker", min: 1, value: "Entity" },
      { path: "onBehalfOf", max: 1, value: "Entity" },
      { path: "addressee", value: "Entity" },
      { path: "stance", min: 1, max: 1, value: "scheme StanceScheme" },
      { path: "certainty", min: 1, max: 1, value: "scheme CertaintyScheme" },
      { path: "polarity", min: 1, max: 1, value: "scheme PolarityScheme" },
      { path: "quoteType", min: 1, max: 1, value: "scheme QuoteTypeScheme" },
      { path: "cue", max: 1, value: "nif:RFC5147String" },
      { path: "content", value: "Event" },
      { path: "embeddedIn", max: 1, value: "Claim" },
      { path: "utteredAt", max: 1, value: "Time" },
      { path: "evidence", min: 1, value: "nif:RFC5147String" },
      { path: "rule", min: 1, max: 1, value: "xsd:string" },
      { path: "confidence", min: 1, max: 1, value: "xsd:decimal" },
    ],
  },
  {
    target: "Relation",
    rules: [
      { path: "rdf:subject", min: 1, max: 1, value: "Entity" },
      { path: "rdf:predicate", min: 1, max: 1, oneOf: RELATION_TYPES.map((type) => `term ${type}`) },
      { path: "rdf:object", min: 1, max: 1, value: "Entity" },
      { path: "acting", max: 1, value: "xsd:boolean" },
      { path: "from", max: 1, value: "literal" },
      { path: "to", max: 1, value: "literal" },
      { path: "evidence", min: 1, value: "nif:RFC5147String" },
    ],
  },
  {
    target: "SourceConflict",
    rules: [
      { path: "rdfs:comment", min: 1, value: "xsd:string" },
      { path: "evidence", min: 1, value: "nif:RFC5147String" },
    ],
  },
  {
    target: "Time",
    rules: [
      { path: "rdfs:label", min: 1, max: 1, value: "xsd:string" },
      { path: "edtf", max: 1, value: "xsd:string" },
      { path: "earliest", max: 1, value: "xsd:date" },
      { path: "latest", max: 1, value: "xsd:date" },
      { path: "granularity", max: 1, value: "xsd:string" },
      { path: "anchor", min: 1, max: 1, oneOf: ["explicit", "publication", "discourse", "unresolved"] },
    ],
  },
  {
    target: "schema:QuantitativeValue",
    rules: [
      { path: "rdfs:label", min: 1, max: 1, value: "xsd:string" },
      { path: "schema:minValue", max: 1, value: "xsd:decimal" },
      { path: "schema:maxValue", max: 1, value: "xsd:decimal" },
      { path: "schema:unitText", max: 1, value: "xsd:string" },
      { path: "minExclusive", max: 1, value: "xsd:boolean" },
      { path: "maxExclusive", max: 1, value: "xsd:boolean" },
      { path: "approximate", max: 1, value: "xsd:boolean" },
    ],
  },
  {
    target: "Happening",
    rules: [
      { path: "includesEvent", min: 2, value: "Event" },
      { path: "eventStatus", min: 1, max: 1, value: "scheme EventStatusScheme" },
      { path: "statusRule", min: 1, max: 1, value: "xsd:string" },
      { path: "firstReported", max: 1, value: "literal" },
      { path: "lastReported", max: 1, value: "literal" },
      { path: "figure", value: "schema:QuantitativeValue" },
    ],
  },
  {
    target: "MergeJudgement",
    rules: [
      { path: "judged", min: 2, max: 2 },
      { path: "verdict", min: 1, max: 1, oneOf: ["same", "different", "unsure"] },
      { path: "rule", min: 1, max: 1, value: "xsd:string" },
      { path: "rdfs:comment", min: 1, value: "xsd:string" },
    ],
  },
  {
    target: "prov:Activity",
    rules: [
      { path: "prov:used", min: 1 },
      { path: "prov:wasAssociatedWith", max: 1, value: "prov:SoftwareAgent" },
    ],
  },
];

/** Rules of every event, whatever its type. A role may be absent: texts leave out who supplied or was hit. */
const EVENT_RULES: readonly Rule[] = [
  { path: "evidence", min: 1, value: "nif:RFC5147String" },
  { path: "eventStatus", min: 1, max: 1, value: "scheme EventStatusScheme" },
  { path: "statusInDocument", max: 1, value: "scheme EventStatusScheme" },
  { path: "plover", max: 1, value: "xsd:string" },
  { path: "ploverMode", max: 1, value: "xsd:string" },
  { path: "time", max: 1, value: "Time" },
  { path: "quantity", value: "schema:QuantitativeValue" },
  { path: "vote", oneOf: ["for", "against", "abstain"] },
];

/** The classes of the registry of entities: all but Document, as documents that are sources are described in their own graph. */
const DESCRIBED = ["Actor", "Position", "Weapon", "Item", "Programme", "Agreement", "Forum", "Conflict", "Place"] as const;
const ENTITY_RULES: readonly Rule[] = [
  { path: "rdfs:label", min: 1, max: 1, value: "xsd:string" },
  { path: "skos:prefLabel", min: 1, max: 1, value: "xsd:string" },
  { path: "skos:altLabel", value: "xsd:string" },
  { path: "iso3", max: 1, value: "xsd:string" },
];

/** Roles whose fillers are checked by the table of roles; those with rules of their own are in `EVENT_RULES`, `about` and the like are open. */
const OPEN_ROLES = new Set(["time", "quantity", "vote", "topic", "about", "purpose", "cause", "inReturnFor"]);

/**
 * SHACL shapes for graphs of this vocabulary, in the default graph: what `ontology/shapes.ttl` holds under the default namespaces.
 * To be applied to the union of document graphs, entities graph and derived graph, as statements of one are about nodes of another.
 */
export function emitShapes(naming: Naming): readonly Quad[] {
  const quads: Quad[] = [];
  const add = (subject: Quad_Subject, predicate: NamedNode, object: Quad["object"]): void => {
    quads.push(dataFactory.quad(subject, predicate, object));
  };
  const integer = (value: number): Quad["object"] => dataFactory.literal(String(value), xsd("integer"));
  let lists = 0;
  const list = (items: readonly Quad["object"][]): Quad["object"] => {
    lists += 1;
    const cells = items.map((_, index) => dataFactory.blankNode(`list${lists}-${index}`));
    cells.forEach((cell, index) => {
      add(cell, rdf("first"), items[index] as Quad["object"]);
      add(cell, rdf("rest"), cells[index + 1] ?? rdf("nil"));
    });
    return cells[0] ?? rdf("nil");
  };
  const constrain = (node: Quad_Subject, value: string): void => {
    if (value === "literal" || value === "rdfs:Literal") add(node, sh("nodeKind"), sh("Literal"));
    else if (isDatatype(value)) add(node, sh("datatype"), vocabularyTerm(value, naming));
    else if (value.startsWith("scheme ")) {
      const scheme = CONCEPT_SCHEMES.find(({ name }) => name === value.slice(7));
      add(node, sh("in"), list(Object.keys(scheme?.concepts ?? {}).map((concept) => naming.term(concept))));
    } else add(node, sh("class"), vocabularyTerm(value, naming));
  };
  const shape = (name: string, target: string, rules: readonly Rule[]): NamedNode => {
    const node = naming.term(`${name}Shape`);
    add(node, rdf("type"), sh("NodeShape"));
    add(node, sh("targetClass"), vocabularyTerm(target, naming));
    for (const { path, min, max, value, oneOf } of rules) {
      const property = naming.term(`${name}Shape-${path.replace(":", "-")}`);
      add(node, sh("property"), property);
      add(property, rdf("type"), sh("PropertyShape"));
      add(property, sh("path"), vocabularyTerm(path, naming));
      if (min !== undefined) add(property, sh("minCount"), integer(min));
      if (max !== undefined) add(property, sh("maxCount"), integer(max));
      if (value !== undefined) constrain(property, value);
      if (oneOf !== undefined)
        add(
          property,
          sh("in"),
          list(oneOf.map((item) => (item.startsWith("term ") ? naming.term(item.slice(5)) : dataFactory.literal(item)))),
        );
    }
    return node;
  };
  for (const { target, rules } of CLASS_RULES) shape(target.replace(/^.*:/, ""), target, rules);
  const roles = ROLES.filter(({ name, range }) => range !== undefined && !OPEN_ROLES.has(name)).map(
    ({ name, range }): Rule => ({ path: name, value: range as string }),
  );
  shape("Event", "Event", [...EVENT_RULES, ...roles]);
  for (const target of DESCRIBED) shape(target, target, ENTITY_RULES);
  for (const target of ["WeaponCategory", "Item"])
    shape(target === "Item" ? "ItemTree" : target, target, [{ path: "skos:broader", value: "skos:Concept" }]);
  // Some validators look for subclasses in the shapes, others in the data: they are in both.
  for (const { name, parents } of CLASSES)
    for (const parent of parents) add(naming.term(name), rdfs("subClassOf"), vocabularyTerm(parent, naming));
  for (const type of EVENT_TYPE_NAMES) add(naming.term(type), rdfs("subClassOf"), naming.term("Event"));
  for (const { name, domain, range } of RELATIONS) {
    const node = naming.term(`${name}Shape`);
    if (domain === undefined || range === undefined) continue;
    add(node, rdf("type"), sh("NodeShape"));
    add(node, sh("targetSubjectsOf"), naming.term(name));
    add(node, sh("class"), vocabularyTerm(domain, naming));
    const property = naming.term(`${name}Shape-${name}`);
    add(node, sh("property"), property);
    add(property, rdf("type"), sh("PropertyShape"));
    add(property, sh("path"), naming.term(name));
    constrain(property, range);
  }
  return quads;
}
