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
