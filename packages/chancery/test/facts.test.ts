import type { ChanceryError } from "@chancery/rdf";
import { type FactFilter, KnowledgeGraph } from "chancery";
import { beforeAll, describe, expect, it } from "vitest";
import { sampleDocuments } from "./sample-documents.ts";

describe("facts", () => {
  let graph: KnowledgeGraph;
  beforeAll(async () => {
    graph = await KnowledgeGraph.build(sampleDocuments());
  }, 60_000);
  const codeOf = (filter: FactFilter): string => {
    try {
      graph.facts(filter);
      return "no error";
    } catch (error) {
      return (error as ChanceryError).code;
    }
  };

  it("are all events, each once, with evidence that is in the documents", () => {
    const facts = graph.facts();
    expect(facts.map(({ id }) => id).sort()).toEqual(graph.knowledge.events.map(({ id }) => id).sort());
    const texts = new Map(graph.records.map(({ text, extraction }) => [extraction.document.id, text]));
    for (const { document, start, end, quote } of facts.flatMap(({ evidence }) => evidence))
      expect(texts.get(document)?.slice(start, end)).toBe(quote);
    const dates = facts.flatMap(({ first }) => (first === undefined ? [] : [first]));
    expect(dates).toEqual([...dates].sort());
  });

  it("are those that fit every condition, and no others", () => {
    const all = graph.facts();
    const has = (roles: (typeof all)[number]["roles"], id: string): boolean =>
      Object.values(roles).some((fillers) => fillers.some((filler) => filler.id === id));
    expect(graph.facts({ types: ["ArmsTransfer"], actors: ["DPRK", "Russia"] })).toEqual(
      all.filter(({ type, roles }) => type === "ArmsTransfer" && has(roles, "state/prk") && has(roles, "state/rus")),
    );
    expect(graph.facts({ statuses: ["denied", "unconfirmed"] })).toEqual(
      all.filter(({ status }) => status === "denied" || status === "unconfirmed"),
    );
    const said = graph.facts({ speakers: ["Bonnie Jenkins"] });
    expect(said.length).toBeGreaterThan(0);
    for (const { evidence } of said)
      expect(evidence.flatMap(({ speakers }) => speakers.map(({ label }) => label))).toContain("Bonnie Jenkins");
  });

  it("lie in the time asked for; those without a date are left out", async () => {
    const dated = await KnowledgeGraph.create();
    for (const [index, text] of [
      "Russia vetoed the resolution on 3 May 2024.",
      "China vetoed the resolution in May 2023.",
      "France vetoed the resolution in 2022.",
      "Iran vetoed the resolution.",
    ].entries())
      dated.add({ id: `document/${index}`, text });
    const actors = (filter: FactFilter): string[] =>
      dated.facts(filter).flatMap(({ roles }) => roles.actor?.map(({ label }) => label) ?? []);
    expect(actors({})).toEqual(["France", "China", "Russia", "Iran"]);
    expect(actors({ from: "2023" })).toEqual(["China", "Russia"]);
    expect(actors({ to: "2023-05-01" })).toEqual(["France", "China"]);
    expect(actors({ from: "2022-06", to: "2022-07" })).toEqual(["France"]);
    expect(actors({ from: "2024-05-04" })).toEqual([]);
  });

  it("can't be asked for by what does not exist", () => {
    expect(codeOf({ types: ["Party" as never] })).toBe("graph.unknown-value");
    expect(codeOf({ statuses: ["true" as never] })).toBe("graph.unknown-value");
    expect(codeOf({ from: "May 2024" })).toBe("graph.bad-date");
    expect(codeOf({ to: "2024-13" })).toBe("graph.bad-date");
    expect(codeOf({ actors: ["Nowhereland"] })).toBe("graph.unknown-entity");
  });
});
