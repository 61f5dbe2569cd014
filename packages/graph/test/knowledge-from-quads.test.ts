import { dataFactory as df, namespaces, PREFIXES } from "@chancery/rdf";
import type { Quad, Quad_Object } from "@rdfjs/types";
import { expect, test } from "vitest";
import { indexGraph, knowledgeFromQuads, projectGraph, shortestPath } from "../src/index.ts";

const { chy, id, rdf, rdfs, nif, dcterms, schema, skos } = namespaces;

/** Quads of one document in the shape of the data contract. */
function quads(): Quad[] {
  const list: Quad[] = [];
  const add = (subject: string, predicate: { value: string }, object: Quad_Object): number =>
    list.push(df.quad(id(subject), df.namedNode(predicate.value), object, id("graph/doc")));
  const entity = (name: string, type: string, label: string): void => {
    add(name, rdf("type"), chy(type));
    add(name, rdfs("label"), df.literal(label));
  };
  entity("state/prk", "State", "North Korea");
  entity("state/rus", "State", "Russia");
  entity("person/pak", "Person", "Jung Pak");
  add("state/prk", skos("altLabel"), df.literal("DPRK"));
  add("state/prk", chy("iso3"), df.literal("PRK"));
  add("doc", rdf("type"), chy("Document"));
  add("doc", dcterms("title"), df.literal("Hearing"));
  add("doc", schema("datePublished"), df.literal("2024-06-12"));
  add("event/1", rdf("type"), chy("ArmsTransfer"));
  add("event/1", chy("supplier"), id("state/prk"));
  add("event/1", chy("recipient"), id("state/rus"));
  add("event/1", chy("eventStatus"), chy("alleged"));
  add("event/1", chy("time"), id("event/1/time"));
  add("event/1/time", rdf("type"), chy("Time"));
  add("event/1/time", chy("earliest"), df.literal("2024-01-01"));
  add("event/1/time", chy("latest"), df.literal("2024-12-31"));
  add("claim/1", rdf("type"), chy("Claim"));
  add("claim/1", chy("speaker"), id("person/pak"));
  add("claim/1", chy("stance"), chy("accuses"));
  add("claim/1", chy("content"), id("event/1"));
  add("claim/1", chy("about"), id("state/prk"));
  add("claim/1", chy("evidence"), id("doc#char=5,21"));
  add("doc#char=5,21", nif("anchorOf"), df.literal("supplied weapons"));
  add("doc#char=5,21", nif("beginIndex"), df.literal("5"));
  add("doc#char=5,21", nif("endIndex"), df.literal("21"));
  add("doc#char=5,21", nif("referenceContext"), id("doc"));
  add("relation/1", rdf("type"), chy("Relation"));
  add("relation/1", rdf("subject"), id("person/pak"));
  add("relation/1", rdf("predicate"), chy("nationalOf"));
  add("relation/1", rdf("object"), id("state/usa"));
  return list;
}

test("quads of the data contract give the knowledge that projections read, in any order", () => {
  const knowledge = knowledgeFromQuads(quads());
  expect(knowledge.entities.map((entity) => [entity.id, entity.type, entity.label])).toEqual([
    ["person/pak", "Person", "Jung Pak"],
    ["state/prk", "State", "North Korea"],
    ["state/rus", "State", "Russia"],
  ]);
  expect(knowledge.entities[1]).toMatchObject({ aliases: ["DPRK"], attributes: { iso3: "PRK" } });
  expect(knowledge.documents).toEqual([{ id: "doc", title: "Hearing", published: "2024-06-12" }]);
  expect(knowledge.claims[0]).toMatchObject({
    id: "claim/1",
    speakers: ["person/pak"],
    stance: "accuses",
    events: ["event/1"],
    about: ["state/prk"],
  });
  expect(knowledge.relations[0]).toMatchObject({ type: "nationalOf", subject: "person/pak", object: "state/usa" });
  expect(knowledgeFromQuads(quads().reverse())).toEqual(knowledge);
});

test("and a graph that can be walked, with quotes", () => {
  const path = shortestPath(indexGraph(projectGraph(knowledgeFromQuads(quads()))), "state/prk", "state/rus")!;
  expect(path.steps[0]!.edges[0]).toMatchObject({
    predicate: "suppliesArmsTo",
    status: "alleged",
    first: "2024-01-01",
    last: "2024-12-31",
  });
  expect(path.steps[0]!.edges[0]!.evidence).toEqual([
    { document: "doc", quote: "supplied weapons", start: 5, end: 21, speakers: ["person/pak"], stance: "accuses", claim: "claim/1" },
  ]);
});

test("other namespaces are read when they are named", () => {
  const own = { terms: "urn:t:", ids: "urn:i:" };
  const rename = (iri: string): string => iri.replace(PREFIXES.id, own.ids).replace(PREFIXES.chy, own.terms);
  const moved = quads().map(({ subject, predicate, object }) =>
    df.quad(
      df.namedNode(rename(subject.value)),
      df.namedNode(rename(predicate.value)),
      object.termType === "NamedNode" ? df.namedNode(rename(object.value)) : object,
    ),
  );
  expect(knowledgeFromQuads(moved, own)).toEqual(knowledgeFromQuads(quads()));
  expect(knowledgeFromQuads(moved).entities).toEqual([]);
});
