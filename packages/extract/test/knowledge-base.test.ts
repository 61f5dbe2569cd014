import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { loadBundledRecords } from "../src/knowledge-base/bundled.ts";
import { findConflicts } from "../src/knowledge-base/conflicts.ts";
import { createKnowledgeBase, readKnowledgeFiles } from "../src/knowledge-base/knowledge-base.ts";
import { knowledgeBase } from "./annotated.ts";

const folder = new URL("../../../data/kb/", import.meta.url);
const files = readdirSync(folder)
  .filter((name) => name.endsWith(".jsonl"))
  .map((name) => ({ name, text: readFileSync(new URL(name, folder), "utf8") }));

describe("the bundled knowledge base", () => {
  test("every line of data/kb fits the schema, and all of it is bundled", async () => {
    const records = readKnowledgeFiles(files);
    expect(records.length).toBeGreaterThan(2500);
    expect((await loadBundledRecords()).length).toBe(records.length);
  });

  test("ids that are referred to exist", () => {
    for (const entity of knowledgeBase.entities.values()) {
      for (const id of [entity.country, entity.partOf, ...entity.broader, ...entity.parties])
        if (id !== undefined) expect([entity.id, knowledgeBase.entities.has(id), id]).toEqual([entity.id, true, id]);
    }
  });

  test("every weapon hangs below a category, and every category below that of all arms", () => {
    const tops = new Set<string>();
    for (const { id, type } of knowledgeBase.entities.values()) {
      if (type !== "WeaponSystem" && type !== "WeaponCategory") continue;
      let at = id;
      for (
        let parent = knowledgeBase.entities.get(at)?.broader[0];
        parent !== undefined;
        parent = knowledgeBase.entities.get(at)?.broader[0]
      )
        at = parent;
      tops.add(at);
    }
    expect([...tops]).toEqual(["weapon-category/weapon"]);
  });

  test("no weapon category is broader than itself", () => {
    for (const entity of knowledgeBase.entities.values()) {
      const seen = new Set([entity.id]);
      let level: readonly string[] = entity.broader;
      while (level.length > 0) {
        for (const id of level) expect(seen.has(id) && id === entity.id).toBe(false);
        level = level
          .filter((id) => !seen.has(id))
          .flatMap((id) => {
            seen.add(id);
            return knowledgeBase.entities.get(id)?.broader ?? [];
          });
      }
    }
  });

  test("all UN member states and the usual observers are there, with code and capital", () => {
    const states = [...knowledgeBase.entities.values()].filter(
      (entity) => entity.type === "State" && entity.iso3 !== undefined && entity.capital !== undefined && entity.to === undefined,
    );
    expect(states.length).toBeGreaterThanOrEqual(193);
  });

  test("names shared by two entities are listed, not hidden", () => {
    const conflicts = findConflicts(knowledgeBase);
    expect(conflicts.map((conflict) => conflict.alias)).toContain("White House");
    for (const conflict of conflicts) expect(conflict.entities.length).toBeGreaterThan(1);
  });
});

/** Lines of data/kb one by one, as they were written. */
const lines = readKnowledgeFiles(files);

/** What two records of one type may be called alike, and why: the words around decide between them. */
const SHARED: Readonly<Record<string, string>> = {
  MDT: "the treaties of mutual defence with South Korea and with the Philippines",
  "Joint Chiefs of Staff": "of the United States and of South Korea",
  JCS: "of the United States and of South Korea",
  MoD: "ministries of defence",
  MOD: "ministries of defence",
  MOFA: "ministries of foreign affairs",
  MoFA: "ministries of foreign affairs",
};

describe("what the records claim", () => {
  const entities = [...knowledgeBase.entities.values()];

  test("no name is borne by two records of one type, unless it is listed with its reason", () => {
    const clashes = findConflicts(knowledgeBase).filter(({ alias, entities: ids }) => {
      const types = ids.map((id) => knowledgeBase.entities.get(id)?.type);
      return new Set(types).size < types.length && SHARED[alias] === undefined;
    });
    expect(clashes).toEqual([]);
  });

  test("two records of one type have not the same item of Wikidata", () => {
    const owners = new Map<string, string>();
    for (const { id, type, wikidata } of entities) {
      if (wikidata === undefined) continue;
      expect([id, owners.get(`${type} ${wikidata}`)]).toEqual([id, undefined]);
      owners.set(`${type} ${wikidata}`, id);
    }
  });

  test("posts are at bodies, states and groups that exist, and none ends before it began", () => {
    for (const { id, positions } of entities) {
      for (const { title, org, from, to } of positions) {
        if (org !== undefined) expect([id, org, knowledgeBase.entities.has(org)]).toEqual([id, org, true]);
        if (from !== undefined && to !== undefined) {
          const digits = Math.min(from.length, to.length);
          expect([id, title, from.slice(0, digits) <= to.slice(0, digits)]).toEqual([id, title, true]);
        }
      }
    }
  });

  test("no post is told twice of a person", () => {
    for (const { id, positions } of entities) {
      const keys = positions.map(({ title, org, from, to }) => `${title} ${org} ${(from ?? "").slice(0, 4)} ${to}`);
      expect([id, new Set(keys).size]).toEqual([id, keys.length]);
    }
  });

  test("treaties are made and signed before they are in force; what has ended had begun", () => {
    for (const { id, date, signed, inForce, from, to } of lines) {
      const order = [date, signed, inForce].filter((day) => day !== undefined);
      for (const [at, day] of order.entries()) {
        const next = order[at + 1];
        if (next === undefined) continue;
        const digits = Math.min(day.length, next.length);
        expect([id, day, next, day.slice(0, digits) <= next.slice(0, digits)]).toEqual([id, day, next, true]);
      }
      if (from !== undefined && to !== undefined) expect([id, from <= to]).toEqual([id, true]);
    }
  });

  test("every state's body has its function alone", () => {
    const holders = new Map<string, string>();
    for (const { id, country, function: body } of entities) {
      if (country === undefined || body === undefined) continue;
      expect([id, holders.get(`${country} ${body}`)]).toEqual([id, undefined]);
      holders.set(`${country} ${body}`, id);
    }
  });

  test("countries are states or territories, wider terms are of a kind with the narrower", () => {
    for (const { id, type, country, broader } of entities) {
      if (country !== undefined)
        expect([id, knowledgeBase.entities.get(country)?.type]).toEqual([id, expect.stringMatching(/^(State|Territory)$/)]);
      const kind = type === "WeaponSystem" ? "WeaponCategory" : type;
      for (const wider of broader) expect([id, knowledgeBase.entities.get(wider)?.type]).toEqual([id, kind]);
    }
  });

  test("every line says where its facts come from, and no name is a fragment", () => {
    for (const { id, name, aliases = [], source } of lines) {
      expect([id, source !== undefined]).toEqual([id, true]);
      // "Republic of Cô", "of the Government of Spain"
      for (const text of [...aliases, ...(name === undefined ? [] : [name])])
        expect([id, text, /^(of|and|for|in) |(^| )\p{Lu}ô$| (of|and|the)$/u.test(text)]).toEqual([id, text, false]);
    }
  });

  test("a person is not known by a first name alone", () => {
    const single = entities.filter(({ type, name }) => type === "Person" && !/[ -]/.test(name)).map(({ name }) => name);
    expect(single.sort()).toEqual(["Naruhito", "Suharto", "Sukarno"]);
  });

  test("models that were once merged are told apart", () => {
    const apart: readonly (readonly [string, string])[] = [
      ["Hwasal-1", "Hwasal-2"],
      ["Kh-101", "Kh-102"],
      ["CH-4", "CH-5"],
      ["R-36", "R-7"],
      ["AGM-158 JASSM", "LRASM"],
      ["DF-21D", "DF-21"],
      ["F/A-18 Hornet", "Super Hornet"],
      ["S-300", "S-300V"],
      ["First Chechen War", "Second Chechen War"],
      ["Lancaster House Treaties", "Lancaster House Agreement"],
      ["North Kivu", "South Kivu"],
      ["Idriss Déby", "Mahamat Idriss Déby"],
      ["coal", "iron ore"],
      ["loan", "grant"],
    ];
    const bearers = (text: string): string[] =>
      entities.filter(({ name, aliases }) => name === text || aliases.includes(text)).map(({ id }) => id);
    for (const [one, other] of apart) {
      expect([one, bearers(one).length]).toEqual([one, 1]);
      expect([other, bearers(other).length]).toEqual([other, 1]);
      expect(bearers(one)).not.toEqual(bearers(other));
    }
  });
});

describe("a user's knowledge base", () => {
  const line = (value: unknown): string => JSON.stringify(value);

  test("later records win by id, field by field; extends adds to lists", () => {
    const records = readKnowledgeFiles([
      { name: "a.jsonl", text: line({ id: "company/acme", type: "Company", name: "Acme", aliases: ["Acme Arms"], wikidata: "Q1" }) },
      {
        name: "b.jsonl",
        text: `${line({ id: "company/acme", name: "Acme AG" })}\n${line({ id: "company/acme", extends: true, aliases: ["Acme Defence"] })}`,
      },
    ]);
    const acme = createKnowledgeBase(records).entities.get("company/acme");
    expect(acme?.name).toBe("Acme AG");
    expect(acme?.wikidata).toBe("Q1");
    expect(acme?.aliases).toEqual(["Acme Arms", "Acme Defence"]);
  });

  test.each([
    ["not json", "{oops", 2],
    ["an unknown type", line({ id: "company/x", type: "Firm", name: "X" }), 2],
    ["a bad id", line({ id: "Acme", type: "Company", name: "X" }), 2],
    ["a misspelt field", line({ id: "company/x", type: "Company", name: "X", alias: ["Y"] }), 2],
  ])("%s is refused with file and line", (_what, bad, number) => {
    const text = `${line({ id: "company/ok", type: "Company", name: "OK" })}\n${bad}`;
    expect(() => readKnowledgeFiles([{ name: "mine.jsonl", text }])).toThrowError(
      expect.objectContaining({ code: "knowledge-base.invalid", place: { source: "mine.jsonl", line: number } }),
    );
  });

  test("an entity without a name is refused", () => {
    expect(() => createKnowledgeBase([{ id: "company/x", type: "Company" }])).toThrowError(
      expect.objectContaining({ code: "knowledge-base.invalid" }),
    );
  });
});
