import { extractionProvenance } from "@chancery/extract";
import { describe, expect, test } from "vitest";
import { KnowledgeGraph } from "../src/index.ts";

const own = [{ name: "mine.jsonl", text: '{"id":"company/boreal","type":"Company","name":"Boreal Dynamics"}' }];

describe("what an extraction was made with", () => {
  test("is a version and two SHA-256 hashes; own knowledge changes one of them, the same way every time", () => {
    const bundled = extractionProvenance();
    expect(bundled.version).toMatch(/^\d+\.\d+\.\d+/);
    for (const hash of [bundled.knowledgeBase, bundled.rules]) expect(hash).toMatch(/^[0-9a-f]{64}$/);
    const extended = extractionProvenance(own);
    expect(extended.rules).toBe(bundled.rules);
    expect(extended.knowledgeBase).not.toBe(bundled.knowledgeBase);
    expect(extractionProvenance(own)).toEqual(extended);
  });

  test("stands in the document's graph", async () => {
    const graph = await KnowledgeGraph.create({ knowledge: own });
    graph.add({ text: "Russia vetoed the resolution, Boreal Dynamics said.", published: "2024-06-12" });
    const { version, knowledgeBase, rules } = extractionProvenance(own);
    const values = [...graph.store].map(({ object }) => object.value);
    for (const value of [`chancery ${version}`, knowledgeBase, rules]) expect(values).toContain(value);
  });
});
