import { ftmQuads, isomorphic, nanopublications, parseQuads, readFtm, readQuads, surveyDataset } from "@chancery/io";
import { KnowledgeGraph } from "chancery";
import { beforeAll, describe, expect, it } from "vitest";
import { problemsOf } from "../../io/test/ftm-check.ts";
import { checkNanopublications } from "../../io/test/nanopublication-check.ts";
import { sampleDocuments } from "./sample-documents.ts";

async function collect<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const list: Item[] = [];
  for await (const item of items) list.push(item);
  return list;
}

let graph: KnowledgeGraph;
const exported = (format: string, options: Parameters<KnowledgeGraph["export"]>[1] = {}): string =>
  [...graph.export(format, options)].join("");

beforeAll(async () => {
  graph = await KnowledgeGraph.build(sampleDocuments());
});

describe("exports of real documents", () => {
  it("fit the model of FollowTheMoney", async () => {
    const entities = await collect(readFtm(exported("ftm")));
    expect(problemsOf(entities)).toEqual([]);
    const schemata = new Set(entities.map(({ schema }) => schema));
    for (const schema of [
      "Person",
      "PublicBody",
      "Organization",
      "Position",
      "Document",
      "Occupancy",
      "Event",
      "UnknownLink",
      "Documentation",
      "Mention",
    ])
      expect(schemata).toContain(schema);
    expect(new Set(entities.flatMap(({ datasets = [] }) => datasets))).toEqual(new Set(["chancery"]));
    expect(exported("ftm", { dataset: "mine" })).toContain('"datasets":["mine"]');
  });

  it("are well-formed nanopublications, one a claim, whose quotes are in the texts", () => {
    const quads = parseQuads(exported("nanopublications"), "trig");
    const { count, problems } = checkNanopublications(quads);
    expect(problems).toEqual([]);
    expect(count).toBe(graph.knowledge.claims.length);
    const texts = graph.records.map(({ text }) => text);
    for (const { predicate, object } of quads)
      if (predicate.value.endsWith("#anchorOf")) expect(texts.some((text) => text.includes(object.value))).toBe(true);
    expect([...nanopublications(graph.store)]).toHaveLength(quads.length);
  });

  it("tie claims to triples on demand, and say nothing else than without", () => {
    const plain = parseQuads(exported("n-quads"), "n-quads");
    const more = parseQuads(exported("n-quads", { rdf12: true }), "n-quads");
    const added = more.filter(({ predicate }) => predicate.value.endsWith("#reifies"));
    expect(added.length).toBeGreaterThan(50);
    expect(
      isomorphic(
        more.filter((quad) => !added.includes(quad)),
        plain,
      ),
    ).toBe(true);
    // A claim about an alleged transfer reifies it, and the graph does not assert it.
    const alleged = graph.knowledge.events.find(
      ({ type, status }) => type === "ArmsTransfer" && status !== "asserted" && status !== "confirmed",
    );
    expect(alleged).toBeDefined();
    for (const format of ["json-ld", "rdf-xml"]) expect(exported(format, { rdf12: true })).toContain("Statement");
  });

  it("count what they write", () => {
    const survey = surveyDataset();
    exported("turtle", { survey });
    const triples = survey.describe().find(({ predicate }) => predicate.value.endsWith("void#triples"))!.object.value;
    expect(Number(triples)).toBe(parseQuads(exported("turtle"), "turtle").length);
  });

  it("end with the signal's reason", () => {
    for (const format of ["turtle", "ftm", "nanopublications", "gexf", "timeline", "claims-csv"]) {
      const abort = new AbortController();
      abort.abort(new Error("enough"));
      expect(() => [...graph.export(format, { signal: abort.signal })]).toThrow("enough");
    }
  });
});

describe("a graph of quads", () => {
  it.each(["turtle", "trig", "n-triples", "n-quads", "json-ld", "rdf-xml"])("from %s knows what the graph knew", async (format) => {
    const opened = await KnowledgeGraph.fromQuads(readQuads(exported(format), format));
    const names = ({ knowledge }: KnowledgeGraph): unknown => ({
      entities: knowledge.entities.map(({ id, type }) => `${id} ${type}`).sort(),
      events: knowledge.events.map(({ id, type, status }) => `${id} ${type} ${status}`).sort(),
      claims: knowledge.claims.map(({ id, stance }) => `${id} ${stance}`).sort(),
      relations: knowledge.relations.length,
    });
    expect(names(opened)).toEqual(names(graph));
    expect(opened.find("North Korea")).toBe("state/prk");
    expect(opened.ask("ASK { ?claim a chy:Claim ; chy:speaker ?speaker }")).toBe(true);
    expect([...opened.export("gexf")].join("")).toContain("<node ");
    expect(() => opened.add({ text: "x" })).toThrow(expect.objectContaining({ code: "graph.read-only" }));
    expect(() => opened.addRecord(graph.records[0]!)).toThrow(expect.objectContaining({ code: "graph.read-only" }));
  });

  it("from FollowTheMoney has entities, relations and events with their statuses", async () => {
    const text = exported("ftm");
    const opened = await KnowledgeGraph.fromQuads(ftmQuads(readFtm(text)));
    const ids = new Set(opened.knowledge.events.map(({ id, status }) => `${id} ${status}`));
    const own = graph.knowledge.events.map(({ id, status }) => `${id} ${status}`);
    expect(own.filter((id) => !ids.has(id))).toEqual([]);
    const supplier = graph.knowledge.events.find(({ roles }) => (roles.supplier ?? []).includes("state/prk"))!;
    expect(opened.knowledge.events.find(({ id }) => id === supplier.id)!.roles.supplier).toEqual(supplier.roles.supplier);
    expect(opened.find("DPRK")).toBe("state/prk");
    // Out again it is what it was, line for line but for their order.
    const lines = (whole: string): readonly string[] =>
      whole
        .trimEnd()
        .split("\n")
        .map((line) =>
          JSON.stringify(JSON.parse(line, (_key, value: unknown) => (Array.isArray(value) ? value.map(String).sort() : value))),
        )
        .sort();
    expect(lines([...opened.export("ftm")].join(""))).toEqual(lines(text));
  });

  it("from sanctions lists has whom they name", async () => {
    const lines = [
      {
        id: "NK-1",
        schema: "Company",
        caption: "KOMID",
        properties: { name: ["KOMID"], alias: ["Korea Mining"], country: ["kp"] },
        target: true,
      },
      { id: "NK-2", schema: "Person", properties: { name: ["Kim Example"] } },
      { id: "NK-3", schema: "Membership", properties: { member: ["NK-2"], organization: ["NK-1"], role: ["director"] } },
      { id: "NK-4", schema: "Vessel", properties: { name: ["Angara"], imoNumber: ["9179842"] } },
    ];
    const opened = await KnowledgeGraph.fromQuads(ftmQuads(readFtm(lines.map((line) => JSON.stringify(line)).join("\n"))));
    expect(opened.find("Korea Mining")).toBe("ftm/NK-1");
    expect(opened.path("Kim Example", "KOMID")?.steps).toHaveLength(1);
    const { rows } = {
      rows: [...opened.select("SELECT ?imo { ?ship a <https://w3id.org/ftm#Vessel> ; <https://w3id.org/ftm#imoNumber> ?imo }")],
    };
    expect(rows).toHaveLength(1);
  });
});
