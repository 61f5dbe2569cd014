import { isomorphic, parseQuads } from "@chancery/io";
import { type ChanceryError, PREFIXES } from "@chancery/rdf";
import { exportFormats, KnowledgeGraph } from "chancery";
import { beforeAll, describe, expect, it } from "vitest";
import { sampleDocuments } from "./sample-documents.ts";

const nquads = (graph: KnowledgeGraph): string => [...graph.export("n-quads")].join("");
const codeOf = (action: () => unknown): string => {
  try {
    action();
  } catch (error) {
    return (error as ChanceryError).code;
  }
  return "no error";
};

describe("KnowledgeGraph", () => {
  const documents = sampleDocuments();
  let graph: KnowledgeGraph;
  beforeAll(async () => {
    graph = await KnowledgeGraph.build(documents);
  }, 60_000);

  it("holds every document with entities, events and claims that quote it exactly", () => {
    expect(graph.records).toHaveLength(5);
    for (const { text, extraction } of graph.records) {
      expect(extraction.events.length).toBeGreaterThan(0);
      expect(extraction.claims.length).toBeGreaterThan(0);
      for (const entity of extraction.entities)
        for (const mention of entity.mentions) expect(text.slice(mention.start, mention.end)).toBe(mention.text);
      for (const claim of extraction.claims)
        if (claim.cue !== undefined) expect(text.slice(claim.cue.start, claim.cue.end)).toBe(claim.cue.text);
    }
  });

  it("is the same, byte for byte, whatever the order of documents", async () => {
    const reversed = await KnowledgeGraph.build([...documents].reverse());
    expect(nquads(reversed)).toBe(nquads(graph));
    expect(JSON.stringify(reversed.records)).toBe(JSON.stringify(graph.records));
  });

  it("is what it was after a document was added and removed", async () => {
    const [first, ...others] = documents;
    const smaller = await KnowledgeGraph.build(others);
    const before = nquads(smaller);
    const { document } = smaller.add(first ?? { text: "" });
    expect(nquads(smaller)).toBe(nquads(graph));
    expect(smaller.remove(document.id)).toBe(true);
    expect(nquads(smaller)).toBe(before);
    expect(smaller.remove(document.id)).toBe(false);
  });

  it("replaces a document of the same id", async () => {
    const small = await KnowledgeGraph.create();
    small.add({ id: "document/one", text: "Russia vetoed the resolution on 3 May 2024." });
    const { size } = small.store;
    small.add({ id: "document/one", text: "France vetoed the resolution on 3 May 2024." });
    expect(small.records).toHaveLength(1);
    expect(small.store.size).toBe(size);
    expect(small.ask("ASK { ?e chy:actor id:state/fra }".replace("id:state/fra", "<https://w3id.org/chancery/id/state/fra>"))).toBe(true);
    expect(small.ask("ASK { ?e chy:actor <https://w3id.org/chancery/id/state/rus> }")).toBe(false);
  });

  it("can be made again from its records without extracting", async () => {
    const again = await KnowledgeGraph.fromRecords(graph.records);
    expect(nquads(again)).toBe(nquads(graph));
  });

  it("keeps each document's statements in its own graph", () => {
    const rows = [...graph.select("SELECT ?g (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g ORDER BY ?g")];
    // Five documents, the entity registry, what is derived, and (where names were compared) the judgements.
    expect([7, 8]).toContain(rows.length);
    expect(rows.reduce((sum, { n }) => sum + Number(n?.value), 0)).toBe(graph.store.size);
  });

  it("answers with who supplied what to whom", () => {
    const rows = [
      ...graph.select(`SELECT ?status WHERE {
      ?event a chy:ArmsTransfer ; chy:supplier/rdfs:label "North Korea" ; chy:recipient/rdfs:label "Russia" ; chy:eventStatus ?status }`),
    ];
    expect(rows.length).toBeGreaterThan(0);
    expect(
      graph.ask(
        "ASK { ?event a chy:ArmsTransfer ; chy:supplier/rdfs:label 'Russia' ; chy:recipient/rdfs:label 'North Korea' ; chy:eventStatus chy:confirmed }",
      ),
    ).toBe(false);
  });

  it("finds a weapon by the widest of its categories, also in a graph made again from its records", async () => {
    const text = "Iran sold Hwasong-18 missiles and T-72 tanks to Syria on 3 May 2024.";
    const built = await KnowledgeGraph.build([{ text }]);
    const query = `SELECT ?w WHERE { ?w skos:broader+ <${PREFIXES.id}weapon-category/missile> } ORDER BY ?w`;
    const found = (graph: KnowledgeGraph): readonly string[] => [...graph.select(query)].map(({ w }) => w?.value ?? "");
    expect(found(built)).toContain(`${PREFIXES.id}weapon/hwasong-18`);
    expect(found(built)).not.toContain(`${PREFIXES.id}weapon/t-72`);
    expect(found(await KnowledgeGraph.fromRecords(built.records))).toEqual(found(built));
    expect(built.knowledge.entities.map(({ id }) => id)).not.toContain("weapon-category/ballistic-missile");
  });

  it("walks from one actor to another with evidence that is in the documents", () => {
    const path = graph.path("DPRK", "russia");
    expect(path?.nodes.map(({ label }) => label)).toEqual(["North Korea", "Russia"]);
    const texts = new Map(graph.records.map(({ text, extraction }) => [extraction.document.id, text]));
    for (const edge of path?.steps.flatMap(({ edges }) => edges) ?? []) {
      for (const { document, start, end, quote } of edge.evidence) expect(texts.get(document)?.slice(start, end)).toBe(quote);
      expect(["confirmed", "asserted", "alleged", "disputed"]).toContain(edge.status);
    }
  });

  it("finds entities by name, alias, code and IRI, and helps with wrong names", () => {
    for (const name of ["North Korea", "dprk", "PRK", "state/prk", "https://w3id.org/chancery/id/state/prk"])
      expect(graph.find(name)).toBe("state/prk");
    expect(codeOf(() => graph.find("Nowhereland"))).toBe("graph.unknown-entity");
    expect(() => graph.find("North Kore")).toThrow(/North Kore/);
  });

  it("tells what is claimed about an entity and by it", () => {
    const dossier = graph.dossier("Bonnie Jenkins");
    expect(dossier.entity.type).toBe("Person");
    expect(dossier.claimsBy.length).toBeGreaterThan(0);
    expect(dossier.relations.some(({ relation }) => relation.type === "holdsPosition")).toBe(true);
  });

  it.each(exportFormats.map(({ name }) => name))("writes %s", (name) => {
    const text = [...graph.export(name)].join("");
    expect(text.length).toBeGreaterThan(1000);
    expect([...graph.export(name)].join("")).toBe(text);
  });

  it.each(["turtle", "trig", "n-triples", "n-quads"])("writes %s that reads back to the same quads", async (name) => {
    const [document] = documents;
    const small = await KnowledgeGraph.build(document === undefined ? [] : [document]);
    const read = parseQuads([...small.export(name)].join(""), name);
    const own = [...small.store.quads()];
    const named = name === "trig" || name === "n-quads";
    expect(isomorphic(read, named ? own : parseQuads([...small.export("n-triples")].join(""), "n-triples"))).toBe(true);
  });

  it("is empty where there is nothing to say, and says what is wrong with the rest", async () => {
    const empty = await KnowledgeGraph.create();
    expect(nquads(empty)).toBe("");
    const extraction = empty.add({ text: "" });
    expect([extraction.entities, extraction.events, extraction.claims]).toEqual([[], [], []]);
    expect(empty.add({ text: "   \n\n" }).events).toEqual([]);
    expect(codeOf(() => empty.add({ text: "MZ\0\0\u0001\u0002 binary" }))).toBe("document.binary");
    expect(codeOf(() => empty.add({ text: "a".repeat(50_000_000) }))).toBe("document.too-large");
    expect(codeOf(() => empty.add({ text: "x", published: "yesterday" }))).toBe("document.invalid-date");
    expect(codeOf(() => empty.export("word"))).toBe("export.unknown-format");
    expect(codeOf(() => empty.select("SELECT * WHERE { ?s ?p }"))).toBe("sparql.syntax");
    await expect(KnowledgeGraph.create({ knowledge: [{ name: "mine.jsonl", text: "{broken" }] })).rejects.toMatchObject({
      code: "knowledge-base.invalid",
      place: { source: "mine.jsonl", line: 1 },
    });
  });

  it("takes own namespaces everywhere", async () => {
    const own = await KnowledgeGraph.create({ namespaces: { ids: "https://example.org/id/" } });
    own.add({ text: "Russia vetoed the resolution." });
    expect(nquads(own)).not.toContain("https://w3id.org/chancery/id/");
    expect(own.find("https://example.org/id/state/rus")).toBe("state/rus");
  });
});
