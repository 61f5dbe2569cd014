import { describe, expect, it } from "vitest";
import { type Collection, readCollection } from "../src/collection/collection.ts";
import { contradictions, corroborations, reportingStatistics, reportsOf } from "../src/collection/collection-views.ts";
import type { CollectionDocument } from "../src/collection/entity-profile.ts";
import type { EventCluster } from "../src/collection/event-clusters.ts";
import { excludes } from "../src/collection/event-occasion.ts";
import type { ExtractedClaim, ExtractedEntity, ExtractedEvent, ExtractedRelation } from "../src/extraction.ts";
import type { EntityType, EventType } from "../src/ontology.ts";
import { knowledgeBase, sampleExtractions } from "./sample-extractions.ts";

const knowledge = knowledgeBase.entities;
const read = (
  documents: readonly CollectionDocument[],
  pinned: NonNullable<Parameters<typeof readCollection>[1]>["pinned"] = [],
): Collection => readCollection(documents, { knowledge, pinned });

interface Sketch {
  readonly published?: string;
  readonly source?: string;
  readonly entities?: readonly (readonly [id: string, type: EntityType, name: string, aliases?: readonly string[]])[];
  readonly relations?: readonly Pick<ExtractedRelation, "type" | "subject" | "object">[];
  readonly events?: readonly (Pick<ExtractedEvent, "type" | "roles"> & Partial<ExtractedEvent>)[];
  /** Claims on the first event. */
  readonly claims?: readonly (Pick<ExtractedClaim, "speaker" | "stance"> & Partial<ExtractedClaim>)[];
}

/** A document with just what a test needs. */
function sketch(name: string, { published, source, entities = [], relations = [], events = [], claims = [] }: Sketch): CollectionDocument {
  const evidence = [{ start: 0, end: 1 }];
  return {
    text: name,
    extraction: {
      document: {
        id: `document/${name}`,
        sha256: name,
        regions: [],
        ...(published === undefined ? {} : { published }),
        ...(source === undefined ? {} : { source }),
      },
      entities: entities.map(([id, type, label, aliases = []]): ExtractedEntity => ({ id, type, name: label, aliases, mentions: [] })),
      relations: relations.map((relation) => ({ ...relation, evidence })),
      events: events.map((event, index) => ({ id: `event/${name}-${index}`, status: "asserted", evidence, ...event })),
      claims: claims.map((claim, index) => ({
        id: `claim/${name}-${index}`,
        certainty: "certain",
        polarity: "positive",
        quoteType: "indirect",
        content: [`event/${name}-0`],
        about: [],
        evidence,
        rule: "test",
        confidence: 1,
        ...claim,
      })),
      conflicts: [],
    },
  };
}

const shipment = (name: string, more: Sketch = {}, event: Partial<ExtractedEvent> = {}): CollectionDocument =>
  sketch(name, {
    ...more,
    events: [{ type: "ArmsTransfer", roles: { supplier: ["state/irn"], recipient: ["armed-group/houthis"] }, ...event }],
  });
const meeting = (name: string, day: string, more: Partial<ExtractedEvent> = {}): CollectionDocument =>
  sketch(name, {
    events: [
      {
        type: "Meeting",
        roles: { participant: ["state/fra", "state/deu"] },
        time: { text: day, edtf: day, earliest: day, latest: day, anchor: "explicit" },
        ...more,
      },
    ],
  });
const groups = ({ clusters }: Collection): readonly (readonly string[])[] => clusters.map(({ events }) => events.map(({ event }) => event));

describe("the sample documents", () => {
  const collection = read(sampleExtractions);
  const arms = collection.clusters.filter(
    ({ type, roles }) =>
      type === "ArmsTransfer" && roles.supplier?.includes("state/prk") === true && roles.recipient?.includes("state/rus") === true,
  );

  it("tell of one flow of arms from North Korea to Russia in three documents", () => {
    expect(arms).toHaveLength(1);
    expect(new Set((arms[0] as EventCluster).events.map(({ document }) => document)).size).toBe(3);
  });

  it("keep every figure beside the others, with its document", () => {
    const figures = (arms[0] as EventCluster).figures;
    const told = sampleExtractions.flatMap(({ extraction }) =>
      extraction.events
        .filter(({ id }) => (arms[0] as EventCluster).events.some(({ event }) => event === id))
        .flatMap(({ quantity = [] }) => quantity.map(({ text }) => text)),
    );
    expect(told.length).toBeGreaterThanOrEqual(3);
    expect(figures.map(({ quantity }) => quantity.text).sort()).toEqual(told.sort());
    expect(figures.every(({ speakers }) => speakers.length > 0)).toBe(true);
  });

  it("make it disputed, as one of them reports a denial", () => {
    expect((arms[0] as EventCluster).status).toBe("disputed");
    expect(contradictions(collection).some(({ kind, cluster }) => kind === "status" && cluster.id === (arms[0] as EventCluster).id)).toBe(
      true,
    );
  });

  it("merge nobody who is not one", () => {
    for (const [from, to] of collection.canonical) {
      const verdict = collection.judgements.find(({ a, b }) => [a, b].includes(from) && [a, b].includes(to));
      expect(verdict?.verdict, `${from} ${to}`).toBe("same");
    }
    expect(collection.canonical.get("person/kim-jong-un")).toBeUndefined();
  });
});

describe("what does not change the result", () => {
  const collection = read(sampleExtractions);
  it("the order of documents", () => {
    const other = read([...sampleExtractions].reverse());
    expect(other.clusters).toEqual(collection.clusters);
    expect(other.judgements).toEqual(collection.judgements);
    expect(contradictions(other)).toEqual(contradictions(collection));
    expect(reportingStatistics(other)).toEqual(reportingStatistics(collection));
  });
  it("a document that is given twice", () => {
    expect(read([...sampleExtractions, ...sampleExtractions]).clusters).toEqual(collection.clusters);
  });
  it("a document that is added and removed again; what is left is only what the rest says", () => {
    for (const removed of sampleExtractions) {
      const rest = read(sampleExtractions.filter((document) => document !== removed));
      const events = new Set(rest.documents.flatMap(({ extraction }) => extraction.events.map(({ id }) => id)));
      for (const { events: members } of rest.clusters) {
        expect(members.every(({ event }) => events.has(event))).toBe(true);
        // Events that meet without the removed document met with it, too.
        const [first] = members;
        const before = collection.clusters.find((cluster) => cluster.events.some(({ event }) => event === first?.event));
        for (const { event } of members) expect(before?.events.map((member) => member.event)).toContain(event);
      }
    }
  });
});

describe("events that are one happening", () => {
  it("a meeting on the same day", () => {
    expect(groups(read([meeting("a", "2024-05-02"), meeting("b", "2024-05-02")]))).toEqual([["event/a-0", "event/b-0"]]);
  });
  it("one dated report and one published soon after", () => {
    const undated = sketch("b", {
      published: "2024-05-04",
      events: [{ type: "Meeting", roles: { participant: ["state/deu", "state/fra"] } }],
    });
    expect(groups(read([meeting("a", "2024-05-02"), undated]))).toHaveLength(1);
  });
  it("a plan and what came of it on that day", () => {
    expect(groups(read([meeting("a", "2024-05-02", { status: "planned" }), meeting("b", "2024-05-02")]))).toHaveLength(1);
  });
  it("votes of one state on one numbered resolution, without any date", () => {
    const vote = (name: string): CollectionDocument =>
      sketch(name, { events: [{ type: "Vote", roles: { actor: ["state/chn"], agreement: ["resolution/unsc-2397"], vote: ["for"] } }] });
    expect(groups(read([vote("a"), vote("b")]))).toHaveLength(1);
  });
  it("a flow of things of which one contains the other", () => {
    const [a, b] = [["weapon-category/missile"], ["weapon-category/ballistic-missile"]].map((item, at) =>
      shipment(`m${at}`, {}, { roles: { supplier: ["state/irn"], recipient: ["armed-group/houthis"], item } }),
    ) as [CollectionDocument, CollectionDocument];
    expect(groups(read([a, b]))).toHaveLength(1);
  });
});

describe("events that are two", () => {
  const two: readonly (readonly [string, readonly CollectionDocument[]])[] = [
    ["meetings a year apart", [meeting("a", "2023-05-02"), meeting("b", "2024-05-02")]],
    [
      "undated meetings in undated documents",
      ["a", "b"].map((name) => sketch(name, { events: [{ type: "Meeting", roles: { participant: ["state/fra", "state/deu"] } }] })),
    ],
    [
      "meetings of others",
      [meeting("a", "2024-05-02"), meeting("b", "2024-05-02", { roles: { participant: ["state/fra", "state/ita"] } })],
    ],
    [
      "meetings in different places",
      [
        meeting("a", "2024-05-02", { roles: { participant: ["state/fra", "state/deu"], place: ["place/beijing"] } }),
        meeting("b", "2024-05-02", { roles: { participant: ["state/fra", "state/deu"], place: ["place/moscow"] } }),
      ],
    ],
    [
      "flows in opposite directions",
      [shipment("a"), shipment("b", {}, { roles: { supplier: ["armed-group/houthis"], recipient: ["state/irn"] } })],
    ],
    [
      "flows of different things",
      [["weapon-category/ballistic-missile"], ["weapon-category/tank"]].map((item, at) =>
        shipment(`f${at}`, {}, { roles: { supplier: ["state/irn"], recipient: ["armed-group/houthis"], item } }),
      ),
    ],
    ["a flow and a wish for one", [shipment("a"), shipment("b", {}, { status: "hypothetical" })]],
    ["flows years apart", [shipment("a", { published: "2016-01-01" }), shipment("b", { published: "2024-01-01" })]],
    [
      "two meetings within one document",
      [
        sketch("a", {
          events: [0, 1].map(() => ({
            type: "Meeting" as EventType,
            roles: { participant: ["state/fra", "state/deu"] },
            time: { text: "", earliest: "2024-05-02", latest: "2024-05-02", anchor: "explicit" as const },
          })),
        }),
      ],
    ],
    [
      "votes for and against",
      ["for", "against"].map((vote) =>
        sketch(vote, { events: [{ type: "Vote", roles: { actor: ["state/chn"], agreement: ["resolution/unsc-2397"], vote: [vote] } }] }),
      ),
    ],
    [
      "vetoes of resolutions without a number",
      ["a", "b"].map((name) =>
        sketch(name, {
          events: [{ type: "Veto", roles: { actor: ["state/rus"], agreement: ["resolution/un-security-council-resolution-f747c9ad"] } }],
        }),
      ),
    ],
  ];
  it.each(two)("%s", (_, documents) => {
    expect(groups(read(documents))).toEqual([]);
  });
  it("attacks day after day never grow into one", () => {
    const days = Array.from({ length: 20 }, (_, index) => `2024-03-${String(index + 1).padStart(2, "0")}`);
    const attacks = days.map((day) =>
      sketch(day, {
        events: [
          {
            type: "Attack",
            roles: { actor: ["state/rus"], target: ["state/ukr"] },
            time: { text: day, earliest: day, latest: day, anchor: "explicit" },
          },
        ],
      }),
    );
    for (const group of groups(read(attacks))) expect(group.length).toBeLessThanOrEqual(2);
  });
});

describe("status across documents", () => {
  const usa = { speaker: ["state/usa"], stance: "asserts" } as const;
  it("is disputed when the source of another document denies", () => {
    const [cluster] = read([
      shipment("a", { claims: [usa] }),
      shipment("b", { claims: [{ speaker: ["state/irn"], stance: "denies" }] }, { status: "denied" }),
    ]).clusters;
    expect(cluster).toMatchObject({ status: "disputed", rule: "status.disputed.denial" });
  });
  it("is confirmed when the acting side and another attest", () => {
    const collection = read([shipment("a", { claims: [usa] }), shipment("b", { claims: [{ speaker: ["state/irn"], stance: "asserts" }] })]);
    expect(collection.clusters[0]).toMatchObject({ status: "confirmed", rule: "status.confirmed.opposed" });
    expect(corroborations(collection)[0]?.sides).toEqual(["state/irn", "state/usa"]);
    expect(contradictions(collection)).toEqual([]);
  });
  it("stays asserted when one side repeats itself", () => {
    const collection = read([shipment("a", { claims: [usa] }), shipment("b", { claims: [usa] })]);
    expect(collection.clusters[0]?.status).toBe("asserted");
    expect(corroborations(collection)).toEqual([]);
  });
  it("counts an official's word as the state's", () => {
    const official = sketch("b", {
      relations: [
        { type: "holdsPosition", subject: "person/x-00000000", object: "position/minister-00000000" },
        { type: "positionIn", subject: "position/minister-00000000", object: "state/irn" },
      ],
      events: [{ type: "ArmsTransfer", roles: { supplier: ["state/irn"], recipient: ["armed-group/houthis"] }, status: "denied" }],
      claims: [{ speaker: ["person/x-00000000"], stance: "denies" }],
    });
    expect(read([shipment("a", { claims: [usa] }), official]).clusters[0]?.status).toBe("disputed");
  });
  it("makes no fact of allegations, however many", () => {
    const alleged = ["a", "b", "c"].map((name) =>
      shipment(name, { claims: [{ speaker: [`state/${name}`], stance: "accuses" }] }, { status: "alleged" }),
    );
    expect(read(alleged).clusters[0]?.status).toBe("alleged");
  });
});

describe("figures and reports", () => {
  const few = shipment(
    "a",
    { published: "2024-01-10", source: "A" },
    { quantity: [{ text: "up to 10 missiles", max: 10, unit: "missile" }] },
  );
  const many = shipment(
    "b",
    { published: "2024-02-10", source: "B" },
    { quantity: [{ text: "more than 20 missiles", min: 20, minExclusive: true, unit: "missile" }] },
  );
  const collection = read([many, few]);
  it("lists figures that exclude each other", () => {
    expect(contradictions(collection)).toMatchObject([
      { kind: "figures", figures: [{ document: "document/a" }, { document: "document/b" }] },
    ]);
  });
  it.each([
    [{ min: 1000, minExclusive: true }, { min: 11_000, max: 11_000 }, false],
    [{ min: 40, max: 40 }, { min: 50, max: 50 }, true],
    [{ max: 20 }, { min: 20, minExclusive: true }, true],
    [{ max: 20 }, { min: 20 }, false],
    [{ min: 40, max: 40, approximate: true }, { min: 42, max: 42 }, false],
  ])("%j and %j", (a, b, expected) => {
    expect(excludes({ text: "", unit: "x", ...a }, { text: "", unit: "x", ...b })).toBe(expected);
    expect(excludes({ text: "", unit: "x", ...b }, { text: "", unit: "x", ...a })).toBe(expected);
    expect(excludes({ text: "", unit: "x", ...a }, { text: "", unit: "y", ...b })).toBe(false);
  });
  it("knows the first and the last report", () => {
    expect(reportsOf(collection.clusters[0] as EventCluster)).toEqual({
      first: { document: "document/a", published: "2024-01-10" },
      last: { document: "document/b", published: "2024-02-10" },
    });
    expect(reportingStatistics(collection)).toEqual([
      { source: "A", documents: 1, events: 1, shared: 1, first: 1, disputed: 0 },
      { source: "B", documents: 1, events: 1, shared: 1, first: 0, disputed: 0 },
    ]);
  });
});
