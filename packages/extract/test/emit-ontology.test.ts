import { readFileSync } from "node:fs";
import { join } from "node:path";
import { namespaces } from "@chancery/rdf";
import type { NamedNode, Quad } from "@rdfjs/types";
import Validator from "rdf-validate-shacl";
import { describe, expect, it } from "vitest";
import { canonicalQuads } from "../../io/src/index.ts";
import { readCollection } from "../src/collection/collection.ts";
import type { CollectionDocument } from "../src/collection/entity-profile.ts";
import { emitDerived, emitJudgements } from "../src/emit/emit-derived.ts";
import { emitDocument } from "../src/emit/emit-document.ts";
import { emitEntities } from "../src/emit/emit-entities.ts";
import { emitShapes } from "../src/emit/emit-shapes.ts";
import { emitOntology, emitVocabulary } from "../src/emit/emit-vocabulary.ts";
import { createNaming } from "../src/emit/naming.ts";
import { CLASSES, CONCEPT_SCHEMES, EVENT_COMMENTS, PROPERTIES, RELATIONS as RELATION_ROWS, ROLES } from "../src/emit/vocabulary-table.ts";
import {
  ENTITY_TYPES,
  EVENT_STATUSES,
  EVENT_TYPE_NAMES,
  EVENT_TYPES,
  RELATION_TYPES,
  SHARED_ROLES,
  STANCE_FAMILIES,
} from "../src/ontology.ts";
import { DataFactory, Parser, Store } from "./n3-reader.ts";
import { developmentFolder, extractFolder, hasDevelopmentTexts, knowledgeBase, sampleExtractions } from "./sample-extractions.ts";

const naming = createNaming();
const { chy, owl, rdf, rdfs } = namespaces;
const folder = join(import.meta.dirname, "../ontology");
const parse = (text: string) => new Parser().parse(text);
const ontology = parse(readFileSync(join(folder, "chancery.ttl"), "utf8"));
const shapes = parse(readFileSync(join(folder, "shapes.ttl"), "utf8"));
const validator = new Validator(new Store(shapes));

/** Everything that a graph of these documents holds, as one graph. */
function graphOf(documents: readonly CollectionDocument[]): Quad[] {
  const collection = readCollection(documents, { knowledge: knowledgeBase.entities });
  const extractions = documents.map(({ extraction }) => extraction);
  const provenance = { software: "chancery", version: "0.1.0", knowledgeBase: "ab", rules: "cd" };
  return [
    ...emitVocabulary(naming),
    ...emitEntities(extractions, naming, { knowledge: knowledgeBase.entities }),
    ...documents.flatMap(({ text, extraction }) => emitDocument(extraction, text, naming, { provenance })),
    ...emitDerived(extractions, naming, collection),
    ...emitJudgements(collection.judgements, naming),
  ].map(({ subject, predicate, object }) => DataFactory.quad(subject as never, predicate as never, object as never));
}

async function violations(quads: Quad[]): Promise<readonly string[]> {
  const { results } = await validator.validate(new Store(quads));
  return results.map(
    ({ focusNode, path, sourceConstraintComponent, value }) =>
      `${focusNode?.value} ${path?.value ?? ""} ${sourceConstraintComponent?.value.replace(/^.*#/, "")} ${value?.value ?? ""}`,
  );
}

describe("the ontology files", () => {
  it.each([
    ["chancery.ttl", ontology, emitOntology(naming)],
    ["shapes.ttl", shapes, emitShapes(naming)],
  ])("%s is what the tables say (else: node packages/extract/scripts/write-ontology.mjs)", (_, file, tables) => {
    const lines = (quads: Parameters<typeof canonicalQuads>[0]) =>
      [...canonicalQuads(quads)].map(({ subject, predicate, object }) => `${subject.value} ${predicate.value} ${object.value}`).sort();
    expect(lines(file as never)).toEqual(lines(tables));
  });

  it("has a row for every name of the closed vocabularies, and no other", () => {
    const classes = CLASSES.map(({ name }) => name);
    expect(classes).toEqual(expect.arrayContaining([...ENTITY_TYPES]));
    expect(Object.keys(EVENT_COMMENTS).sort()).toEqual([...EVENT_TYPE_NAMES].sort());
    expect(RELATION_ROWS.map(({ name }) => name).sort()).toEqual([...RELATION_TYPES].sort());
    const roles = new Set([
      ...EVENT_TYPE_NAMES.flatMap((type) => [...EVENT_TYPES[type].core, ...EVENT_TYPES[type].roles]),
      ...SHARED_ROLES,
    ]);
    roles.delete("partOf");
    expect(ROLES.map(({ name }) => name).sort()).toEqual([...roles].sort());
    const concepts = (name: string) => Object.keys(CONCEPT_SCHEMES.find((scheme) => scheme.name === name)?.concepts ?? {});
    expect(concepts("StanceScheme").sort()).toEqual(Object.values(STANCE_FAMILIES).flat().sort());
    expect(concepts("EventStatusScheme")).toEqual([...EVENT_STATUSES]);
  });

  it("gives every class and property a label and a comment, and only known ranges", () => {
    const described = (predicate: { value: string }) =>
      new Set(ontology.filter((quad) => quad.predicate.value === predicate.value).map(({ subject }) => subject.value));
    const [labels, comments] = [described(rdfs("label")), described(rdfs("comment"))];
    for (const { subject, predicate, object } of ontology) {
      if (predicate.value !== rdf("type").value || (object.value !== owl("Class").value && object.value !== rdf("Property").value))
        continue;
      expect(labels, subject.value).toContain(subject.value);
      expect(comments, subject.value).toContain(subject.value);
    }
    for (const { predicate, object } of ontology) {
      if ((predicate.value === rdfs("range").value || predicate.value === rdfs("domain").value) && object.value.startsWith(chy.iri))
        expect(labels).toContain(object.value);
    }
  });

  it("knows every term that graphs use", () => {
    const known = new Set(ontology.map(({ subject }) => subject.value));
    const used = new Set(
      graphOf(sampleExtractions).flatMap(({ predicate, object }) => [predicate.value, object.termType === "NamedNode" ? object.value : ""]),
    );
    expect([...used].filter((iri) => iri.startsWith(chy.iri) && !known.has(iri))).toEqual([]);
    expect(PROPERTIES.map(({ name }) => chy(name).value).filter((iri) => !known.has(iri))).toEqual([]);
  });
});

describe("shapes", () => {
  const graph = graphOf(sampleExtractions);

  it("hold for the graph of the sample documents", async () => {
    expect(await violations(graph)).toEqual([]);
  });

  it("hold for each sample document on its own", async () => {
    for (const document of sampleExtractions) expect(await violations(graphOf([document])), document.extraction.document.id).toEqual([]);
  });

  const literal = (value: string) => DataFactory.literal(value);
  /** One way to break a graph, and the property that must be found broken. */
  const breaks: readonly (readonly [string, string, (quads: Quad[]) => Quad[]])[] = [
    ["a claim without a speaker", "speaker", (quads) => without(quads, "speaker")],
    [
      "a claim with two stances",
      "stance",
      (quads) => [
        ...quads,
        again(quads, "stance", DataFactory.namedNode(chy("denies").value), DataFactory.namedNode(chy("asserts").value)),
      ],
    ],
    ["a stance that is none", "stance", (quads) => replaced(quads, "stance", DataFactory.namedNode(chy("muses").value))],
    ["a claim without evidence", "evidence", (quads) => without(quads, "evidence")],
    ["a confidence in words", "confidence", (quads) => replaced(quads, "confidence", literal("high"))],
    ["a supplier in words", "supplier", (quads) => replaced(quads, "supplier", literal("North Korea"))],
    [
      "an agreement that is a state",
      "agreement",
      (quads) => replaced(quads, "agreement", DataFactory.namedNode(naming.iri("state/prk").value)),
    ],
    ["an event without status", "eventStatus", (quads) => without(quads, "eventStatus")],
    ["a status that is none", "eventStatus", (quads) => replaced(quads, "eventStatus", DataFactory.namedNode(chy("rumoured").value))],
    ["a vote neither for nor against", "vote", (quads) => replaced(quads, "vote", literal("maybe"))],
    ["a kind of mention that is none", "mentionKind", (quads) => replaced(quads, "mentionKind", DataFactory.namedNode(chy("guess").value))],
    ["a time anchored nowhere", "anchor", (quads) => without(quads, "anchor")],
    [
      "a post held by a post",
      "holdsPosition",
      (quads) => replaced(quads, "holdsPosition", DataFactory.namedNode(naming.iri("state/prk").value)),
    ],
    ["a happening of one event", "includesEvent", (quads) => without(quads, "includesEvent")],
  ];
  const of = (quads: Quad[], property: string) => quads.findIndex(({ predicate }) => predicate.value === chy(property).value);
  /** Without any value of the property on the first node that has it. */
  function without(quads: Quad[], property: string): Quad[] {
    const node = quads[of(quads, property)]?.subject.value;
    return quads.filter(({ subject, predicate }) => subject.value !== node || predicate.value !== chy(property).value);
  }
  function replaced(quads: Quad[], property: string, object: ReturnType<typeof literal> | NamedNode): Quad[] {
    const at = of(quads, property);
    return quads.map((quad, index) => (index === at ? DataFactory.quad(quad.subject, quad.predicate, object) : quad));
  }
  function again(quads: Quad[], property: string, ...objects: NamedNode[]): Quad {
    const quad = quads[of(quads, property)] as Quad;
    return DataFactory.quad(
      quad.subject,
      quad.predicate,
      objects.find((object) => !object.equals(quad.object)) as (typeof objects)[number],
    );
  }
  it.each(breaks)("find %s", async (_, property, change) => {
    const found = await violations(change(graph));
    expect(found.length).toBeGreaterThan(0);
    expect(found.every((violation) => violation.includes(`${chy(property).value} `))).toBe(true);
  });
});

if (!hasDevelopmentTexts)
  console.log("Skipped: shapes on development texts; put the shared folder beside the project or set CHANCERY_SHARED.");
describe.skipIf(!hasDevelopmentTexts)("shapes on other texts", () => {
  it("hold for the graph of all of them", async () => {
    expect(await violations(graphOf(extractFolder(developmentFolder)))).toEqual([]);
  });
});
