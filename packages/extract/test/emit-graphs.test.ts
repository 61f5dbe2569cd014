import { namespaces } from "@chancery/rdf";
import type { Quad } from "@rdfjs/types";
import { describe, expect, it } from "vitest";
import { readCollection } from "../src/collection/collection.ts";
import { emitDerived } from "../src/emit/emit-derived.ts";
import { emitDocument } from "../src/emit/emit-document.ts";
import { emitEntities } from "../src/emit/emit-entities.ts";
import { createNaming } from "../src/emit/naming.ts";
import { type PloverEvent, ploverOf } from "../src/emit/plover.ts";
import { EVENT_TYPE_NAMES } from "../src/ontology.ts";
import { extracted, knowledgeBase, sampleExtractions } from "./sample-extractions.ts";

const naming = createNaming();
const { chy, nif, org, prov, rdf, rdfs, schema, skos } = namespaces;
const objects = (quads: readonly Quad[], subject: string, predicate: { value: string }): readonly string[] =>
  quads.filter((quad) => quad.subject.value === subject && quad.predicate.value === predicate.value).map(({ object }) => object.value);
const subjects = (quads: readonly Quad[], type: { value: string }): readonly string[] =>
  quads
    .filter(({ predicate, object }) => predicate.value === rdf("type").value && object.value === type.value)
    .map(({ subject }) => subject.value);

describe("a document's graph", () => {
  const { text, extraction } = extracted("John Smith is the foreign minister of Canada. Canada joined NATO, Smith said.", {
    title: "A title",
    published: "2024-06",
    language: "en",
  });
  const quads = emitDocument(extraction, text, naming, {
    provenance: { software: "chancery", version: "1.2.3", knowledgeBase: "kb-hash", rules: "rule-hash" },
  });
  const document = naming.iri(extraction.document.id).value;

  it("says how it was made, by what and with what", () => {
    const [activity = ""] = subjects(quads, prov("Activity"));
    const [agent = ""] = objects(quads, activity, prov("wasAssociatedWith"));
    expect(objects(quads, agent, rdf("type"))).toEqual([prov("SoftwareAgent").value]);
    expect(objects(quads, agent, schema("softwareVersion"))).toEqual(["1.2.3"]);
    expect(objects(quads, activity, chy("knowledgeBaseHash"))).toEqual(["kb-hash"]);
    expect(objects(quads, activity, chy("rulesHash"))).toEqual(["rule-hash"]);
    expect(objects(quads, activity, prov("used"))).toEqual([document]);
  });
  it("describes the document for schema.org", () => {
    expect(objects(quads, document, schema("headline"))).toEqual(["A title"]);
    expect(objects(quads, document, schema("inLanguage"))).toEqual(["en"]);
    expect(objects(quads, document, schema("datePublished"))).toEqual(["2024-06"]);
  });
  it("has the words of every span", () => {
    const spans = subjects(quads, nif("RFC5147String"));
    expect(spans.length).toBeGreaterThan(3);
    for (const span of spans) {
      const [start = 0, end = 0] = (/#char=(\d+),(\d+)$/.exec(span)?.slice(1) ?? []).map(Number);
      expect(objects(quads, span, nif("anchorOf"))).toEqual([text.slice(start, end)]);
    }
  });
  it("has holders of posts as members of the body", () => {
    const sample =
      sampleExtractions
        .map((record) => emitDocument(record.extraction, record.text, naming))
        .find((graph) => subjects(graph, org("Membership")).length > 0) ?? [];
    const memberships = subjects(sample, org("Membership"));
    expect(memberships.length).toBeGreaterThan(0);
    for (const membership of memberships)
      expect(objects(sample, membership, org("member"))).toEqual(objects(sample, membership, rdf("subject")));
    expect(memberships.some((membership) => objects(sample, membership, org("organization")).length === 1)).toBe(true);
  });
  it("is the same without options, but for the agent", () => {
    const plain = emitDocument(extraction, text, naming);
    expect(plain.length).toBeLessThan(quads.length);
    expect(subjects(plain, prov("SoftwareAgent"))).toEqual([]);
  });
});

describe("the registry of entities", () => {
  const extractions = sampleExtractions.map(({ extraction }) => extraction);
  const quads = emitEntities(extractions, naming, { knowledge: knowledgeBase.entities });
  it("describes every wider category up to the top", () => {
    const labelled = new Set(quads.filter(({ predicate }) => predicate.value === rdfs("label").value).map(({ subject }) => subject.value));
    const broader = quads.filter(({ predicate }) => predicate.value === skos("broader").value);
    expect(broader.length).toBeGreaterThan(5);
    for (const { object } of broader) expect(labelled).toContain(object.value);
    for (const { entities } of extractions) {
      for (const { id } of entities) {
        for (const parent of knowledgeBase.entities.get(id)?.broader ?? [])
          expect(objects(quads, naming.iri(id).value, skos("broader"))).toContain(naming.iri(parent).value);
      }
    }
  });
  it("needs no knowledge base for it: an extraction holds the wider categories of what it names", () => {
    expect(new Set(emitEntities(extractions, naming).map(({ subject }) => subject.value))).toEqual(
      new Set(quads.map(({ subject }) => subject.value)),
    );
    for (const { entities } of extractions)
      for (const { id, broader } of entities) expect(broader ?? []).toEqual(knowledgeBase.entities.get(id)?.broader ?? broader ?? []);
  });
  it("points to no category that it does not describe where there is no knowledge base", () => {
    const plain = emitEntities(extractions, naming);
    const described = new Set(plain.map(({ subject }) => subject.value));
    for (const { predicate, object } of plain) if (predicate.value === skos("broader").value) expect(described).toContain(object.value);
  });
  it("names each entity once", () => {
    for (const subject of new Set(quads.map((quad) => quad.subject.value))) expect(objects(quads, subject, rdfs("label"))).toHaveLength(1);
  });
});

describe("the derived graph", () => {
  const extractions = sampleExtractions.map(({ extraction }) => extraction);
  const collection = readCollection(sampleExtractions, { knowledge: knowledgeBase.entities });
  const [plain, joint] = [emitDerived(extractions, naming), emitDerived(extractions, naming, collection)];
  it("has one happening a cluster, with its events", () => {
    expect(subjects(joint, chy("Happening"))).toHaveLength(collection.clusters.length);
    for (const { id, events, status } of collection.clusters) {
      expect(objects(joint, naming.iri(id).value, chy("includesEvent"))).toHaveLength(events.length);
      expect(objects(joint, naming.iri(id).value, chy("eventStatus"))).toEqual([chy(status).value]);
    }
  });
  it("draws no edge from what another document disputes, and keeps what each document made of it", () => {
    const edge = (quads: readonly Quad[]): readonly string[] => objects(quads, naming.iri("state/prk").value, chy("suppliesArmsTo"));
    expect(edge(plain)).toEqual([naming.iri("state/rus").value]);
    expect(edge(joint)).toEqual([]);
    expect(joint.some(({ predicate }) => predicate.value === chy("statusInDocument").value)).toBe(true);
  });
  it("leads edges to the entity that stands for the merged one", () => {
    const merged = emitDerived(extractions, naming, { canonical: new Map([["state/rus", "state/xxx"]]) });
    expect(objects(merged, naming.iri("state/prk").value, chy("suppliesArmsTo"))).toEqual([naming.iri("state/xxx").value]);
    expect(objects(merged, naming.iri("state/rus").value, skos("exactMatch"))).toEqual([naming.iri("state/xxx").value]);
  });
});

describe("PLOVER codes", () => {
  const code = (type: PloverEvent["type"], roles: PloverEvent["roles"] = {}, more: Partial<PloverEvent> = {}): string | undefined => {
    const found = ploverOf({ type, roles, status: "asserted", ...more });
    return found === undefined ? undefined : [found.root, found.mode ?? "-", ...found.contexts].join(" ");
  };
  it.each([
    [code("ArmsTransfer"), "AID - military"],
    [code("ArmsTransfer", {}, { rule: "transfer.sell" }), "COOPERATE - military"],
    [code("TechnologyTransfer", { inReturnFor: ["event/x"] }), "COOPERATE - technology"],
    [code("Exercise", { participant: ["state/usa", "state/kor"] }), "COOPERATE - military"],
    [code("Exercise", { participant: ["state/chn"] }), "MOBILIZE - military"],
    [code("Exercise"), undefined],
    [code("Meeting"), "CONSULT -"],
    [code("Meeting", {}, { status: "planned" }), "AGREE - future"],
    [code("Visit"), "CONSULT visit"],
    [code("AgreementMade", {}, { rule: "AgreementMade.sign" }), "SUPPORT -"],
    [code("AgreementMade", {}, { rule: "AgreementMade.agree" }), "AGREE -"],
    [code("Deployment", { force: ["force/prk-troops"] }), "MOBILIZE troops military"],
    [code("Attack", { instrument: ["weapon-category/ballistic-missile"] }), "ASSAULT heavy-weapons"],
    [code("Attack"), "ASSAULT -"],
    [code("Request", { topic: ["more talks on arms control"] }), "REQUEST meet"],
    [code("Sanction"), "COERCE restrict"],
    [code("WeaponTest", {}, { status: "nonOccurrence" }), "MOBILIZE weapons military negation"],
  ])("%s", (actual, expected) => {
    expect(actual?.trimEnd()).toBe(expected);
  });
  it("are not guessed where PLOVER has none", () => {
    const none = EVENT_TYPE_NAMES.filter((type) => code(type, { participant: ["state/usa"] }) === undefined);
    expect(none).toEqual([
      "FinancialFlow",
      "AgreementEnded",
      "ResolutionAdopted",
      "Vote",
      "Violation",
      "Notification",
      "Inspection",
      "Appointment",
    ]);
  });
});
