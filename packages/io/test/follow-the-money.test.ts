import { QuadStore } from "@chancery/rdf";
import type { Quad } from "@rdfjs/types";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fromFtmId, toFtmId } from "../src/ftm/ftm-id.ts";
import { createFtmModel } from "../src/ftm/ftm-model.ts";
import { FTM_SCHEMATA } from "../src/ftm/ftm-schema-table.ts";
import { type FtmEntity, ftmEntities, ftmQuads, readFtm, writeFtm } from "../src/index.ts";
import { model, problemsOf } from "./ftm-check.ts";
import { sampleStore } from "./sample-contract.ts";

async function collect<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const list: Item[] = [];
  for await (const item of items) list.push(item);
  return list;
}

async function storeOf(entities: readonly FtmEntity[]): Promise<QuadStore> {
  const store = new QuadStore();
  for await (const quad of ftmQuads(entities)) store.add(quad);
  return store;
}

const has = (store: QuadStore, pattern: (quad: Quad) => boolean): boolean => [...(store.quads() as Iterable<Quad>)].some(pattern);
const CHY = "https://w3id.org/chancery/ns#";
const ID = "https://w3id.org/chancery/id/";

describe("the table of schemata", () => {
  test("is the published model", () => {
    expect(Object.keys(FTM_SCHEMATA).sort()).toEqual(Object.keys(model.schemata).sort());
    const own = createFtmModel();
    for (const [name, schema] of Object.entries(model.schemata)) {
      expect(FTM_SCHEMATA[name]!.extends, name).toEqual(schema.extends);
      expect(FTM_SCHEMATA[name]!.abstract ?? false, name).toBe(schema.abstract ?? false);
      for (const required of schema.required ?? []) expect(own.required(name), name).toContain(required);
      for (const [property, { type = "string", range, stub }] of Object.entries(schema.properties)) {
        if (stub === true) continue;
        expect(own.property(name, property), `${name}.${property}`).toEqual(type === "entity" ? { type, range } : { type });
      }
    }
  });
});

describe("ids", () => {
  test("take only what FollowTheMoney allows, differ where ids differ, and read back", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: "grapheme", maxLength: 30 }),
          fc.constantFrom("a-x2fb", "a/b", "a.b", "a-", "/", "-x", "a/b/", "état/ß", "\u{FEFF}x", "�"),
        ),
        (id) => {
          const encoded = toFtmId(id);
          expect(encoded === "chy." || /^[0-9a-zA-Z]([0-9a-zA-Z.-]*[0-9a-zA-Z])?$/.test(encoded)).toBe(true);
          // Too long ones are cut; they stay what they are from then on.
          if (encoded.startsWith("chy-")) expect(toFtmId(fromFtmId(encoded))).toBe(encoded);
          else expect(fromFtmId(encoded)).toBe(id.toWellFormed());
        },
      ),
      { numRuns: 2000 },
    );
    for (const foreign of ["NK-1", "Q7747", "us_ofac:36", "chy.speaks-x79ajw", "chy.", "chy..", "chy.-x2f", "chy.a-xff", "chy.-xC3"])
      expect(toFtmId(fromFtmId(foreign))).toBe(foreign);
    const long = "é".repeat(300);
    expect(toFtmId(long).length).toBeLessThanOrEqual(200);
    expect(toFtmId(long)).not.toBe(toFtmId(`${long}é`));
    expect(toFtmId("state/prk")).toBe("chy.state.prk");
  });
});

describe("export", () => {
  const entities = [...ftmEntities(sampleStore())];
  const byId = new Map(entities.map((entity) => [entity.id, entity]));

  test("fits the published model in every schema, property, reference, date, country and topic", () => {
    expect(problemsOf(entities)).toEqual([]);
  });
  test("depends neither on the order of the store nor on anything else", () => {
    expect([...writeFtm(ftmEntities(sampleStore("reversed")))].join("")).toBe([...writeFtm(entities)].join(""));
  });
  test("has people, states, posts, memberships and events where FollowTheMoney has a place for them", () => {
    expect(byId.get("chy.state.prk")).toEqual({
      id: "chy.state.prk",
      caption: "North Korea",
      schema: "PublicBody",
      datasets: ["chancery"],
      properties: {
        name: ["North Korea"],
        alias: ["DPRK"],
        country: ["kp"],
        jurisdiction: ["kp"],
        wikidataId: ["Q423"],
        topics: ["gov.national"],
        keywords: ["State"],
      },
    });
    const of = (schema: string): readonly FtmEntity[] => entities.filter((entity) => entity.schema === schema);
    expect(of("Occupancy")[0]!.properties).toMatchObject({
      holder: ["chy.person.vedant-patel"],
      post: ["chy.position.spokesperson"],
      startDate: ["2023"],
      description: ["acting"],
      sourceUrl: ["https://news.example/1"],
    });
    expect(byId.get("chy.position.spokesperson")!.properties.organization).toEqual(["chy.organization.us-state"]);
    expect(of("Membership")[0]!.properties).toMatchObject({ member: ["chy.state.rus"], organization: ["chy.organization.un"] });
    expect(of("Representation")[0]!.properties).toMatchObject({
      agent: ["chy.person.vedant-patel"],
      client: ["chy.organization.us-state"],
    });
    expect(byId.get("chy.event.arms")!.properties).toMatchObject({
      keywords: ["ArmsTransfer", "alleged"],
      involved: ["chy.state.rus", "chy.state.prk"],
      startDate: ["2023-09-01"],
      endDate: ["2024-06-30"],
      location: ["Kursk"],
      description: [expect.stringMatching(/item: munitions;.*supplier: North Korea; quantity: 1,000 containers/)],
      proof: ["chy.document.a-x20b"],
    });
    expect(of("Documentation").map(({ properties }) => [properties.role, properties.entity, properties.namesMentioned])).toEqual([
      [["accuses"], ["chy.event.arms"], ["Vedant Patel"]],
      [["denies"], ["chy.event.sanction"], undefined],
    ]);
    expect(of("Mention")[0]!.properties).toMatchObject({ resolved: ["chy.state.prk"], detectedSchema: ["PublicBody"] });
  });
  test("calls sanctioned only whom somebody says flatly is", () => {
    const sanctions = entities.filter(({ schema }) => schema === "Sanction");
    expect(sanctions.map(({ properties }) => [properties.entity, properties.authority, properties.program])).toEqual([
      [["chy.organization.komid"], ["Department of State"], ["Resolution 2397"]],
    ]);
  });
  test("has merged entities once, with the others as referents", () => {
    expect(byId.has("chy.organization.komid-2")).toBe(false);
    expect(byId.get("chy.organization.komid")).toMatchObject({
      referents: ["chy.organization.komid-2"],
      properties: { name: ["KOMID"], alias: ["Korea Mining Development"] },
    });
  });
});

describe("import", () => {
  test("what was exported comes back in the contract's words, and goes out again as it was", async () => {
    const text = [...writeFtm(ftmEntities(sampleStore()))].join("");
    const read = await collect(readFtm(text));
    const store = await storeOf(read);
    const edge = (subject: string, predicate: string, object: string): boolean =>
      has(store, (quad) => quad.subject.value === ID + subject && quad.predicate.value === predicate && quad.object.value === object);
    expect(edge("state/prk", "http://www.w3.org/1999/02/22-rdf-syntax-ns#type", `${CHY}State`)).toBe(true);
    expect(edge("state/prk", `${CHY}iso3`, "PRK")).toBe(true);
    expect(edge("event/arms", `${CHY}supplier`, `${ID}state/prk`)).toBe(true);
    expect(edge("event/arms", `${CHY}eventStatus`, `${CHY}alleged`)).toBe(true);
    expect(edge("person/vedant-patel", `${CHY}holdsPosition`, `${ID}position/spokesperson`)).toBe(true);
    expect(edge("state/rus", `${CHY}memberOf`, `${ID}organization/un`)).toBe(true);
    expect(edge("state/rus", `${CHY}partyTo`, `${ID}resolution/2397`)).toBe(true);
    const again = [...ftmEntities(store)];
    const sorted = (list: readonly FtmEntity[]): readonly unknown[] =>
      list
        .map((entity) => ({
          ...entity,
          properties: Object.fromEntries(Object.entries(entity.properties).map(([key, values]) => [key, [...values].sort()])),
        }))
        .sort((a, b) => (a.id < b.id ? -1 : 1));
    expect(sorted(again)).toEqual(sorted(read));
  });

  test("any entity of the model survives the way through RDF", async () => {
    const schemata = Object.entries(model.schemata).filter(([, { abstract }]) => abstract !== true);
    const own = createFtmModel();
    const entity = fc
      .tuple(
        fc.constantFrom(...schemata),
        fc.stringMatching(/^[a-zA-Z0-9]{1,8}(-[a-z0-9]{1,4})?$/),
        fc.string({ unit: "grapheme", minLength: 1 }),
        fc.boolean(),
      )
      .map(([[schema, { properties }], id, text, target]): FtmEntity => {
        const names = Object.keys(properties).slice(0, 6);
        return {
          id,
          schema,
          caption: text,
          properties: Object.fromEntries(
            names.flatMap((name) => {
              const property = own.property(schema, name);
              if (property === undefined) return [];
              return [
                [
                  name,
                  property.type === "entity"
                    ? ["other-1"]
                    : [text.toWellFormed(), "second"].filter((value, i, all) => all.indexOf(value) === i).sort(),
                ],
              ];
            }),
          ),
          referents: ["NK-1", "NK-2"],
          datasets: ["us_ofac_sdn"],
          first_seen: "2022-01-01",
          target,
        };
      });
    await fc.assert(
      fc.asyncProperty(entity, async (original) => {
        const well = { ...original, caption: original.caption!.toWellFormed() };
        const [back, ...rest] = [...ftmEntities(await storeOf(await collect(readFtm([...writeFtm([well])].join("")))))];
        expect(rest).toEqual([]);
        expect(back).toEqual(well);
      }),
      { numRuns: 400 },
    );
  });

  test("reads sanctions lists: nested entities, unknown schemata and properties, pieces cut anywhere", async () => {
    const lines = [
      JSON.stringify({
        id: "NK-9",
        schema: "Company",
        caption: "KOMID",
        properties: {
          name: ["KOMID"],
          country: ["kp"],
          newProperty: ["x"],
          sanctions: [{ id: "ofac-1", schema: "Sanction", properties: { entity: ["NK-9"], program: ["DPRK4"] } }],
        },
        target: true,
      }),
      "",
      JSON.stringify({ id: "Q1", schema: "Spaceship", properties: { name: "one" } }),
    ].join("\r\n");
    const report = { unknownSchemata: 0, unknownProperties: 0, replacedCharacters: 0 };
    const cut = function* (): Generator<string> {
      for (let i = 0; i < lines.length; i += 7) yield lines.slice(i, i + 7);
    };
    const read = await collect(readFtm(cut(), { report }));
    expect(read.map(({ id }) => id)).toEqual(["ofac-1", "NK-9", "Q1"]);
    // "sanctions" is the reverse of Sanction.entity, which the model's table holds once.
    expect(report).toEqual({ unknownSchemata: 1, unknownProperties: 2, replacedCharacters: 0 });
    const store = await storeOf(read);
    expect(has(store, ({ subject, object }) => subject.value === `${ID}ftm/NK-9` && object.value === `${CHY}Company`)).toBe(true);
  });

  test("what is no entity is a typed error with its line", async () => {
    const failures: readonly (readonly [string, string])[] = [
      ["{", "io.syntax"],
      ["[]", "io.ftm-entity"],
      ["7", "io.ftm-entity"],
      ['{"schema":"Person"}', "io.ftm-entity"],
      ['{"id":"a"}', "io.ftm-entity"],
      ['{"id":"a","schema":"Person","properties":[]}', "io.ftm-entity"],
      ['{"id":"a","schema":"Person","properties":{"name":[[1]]}}', "io.ftm-entity"],
      [
        `{"id":"a","schema":"Person","properties":{"x":${'{"id":"a","schema":"P","properties":{"x":'.repeat(40)}1${"}}".repeat(40)}}}`,
        "io.too-deep",
      ],
    ];
    for (const [line, code] of failures) {
      await expect(
        collect(readFtm(`{"id":"ok","schema":"Person","properties":{}}\n${line}`, { source: "list.ftm.json" })),
        line,
      ).rejects.toMatchObject({
        code,
        place: { source: "list.ftm.json", line: 2 },
      });
    }
    await expect(collect(readFtm("x".repeat(17 * 1024 * 1024)))).rejects.toMatchObject({ code: "io.too-long" });
    const abort = new AbortController();
    abort.abort(new Error("enough"));
    await expect(collect(readFtm("{}", { signal: abort.signal }))).rejects.toThrow("enough");
  });

  test("names of schemata and properties that are no words make no IRIs", async () => {
    const store = await storeOf([
      { id: "a", schema: "Person> <urn:evil", properties: {} },
      { id: "b", schema: "Person", properties: { 'x> <urn:evil> "y': ["z"], __proto__x: ["1"], name: ["n\uD800"] } },
    ]);
    for (const quad of store.quads() as Iterable<Quad>) expect(JSON.stringify(quad)).not.toContain("evil");
  });
});
