import { loadEnglish } from "@chancery/nlp";
import { beforeAll, describe, expect, test } from "vitest";
import { loadBundledKnowledgeBase } from "../src/knowledge-base/bundled.ts";
import { createExtractorFrom, type Extractor } from "../src/pipeline.ts";

let extractor: Extractor;

beforeAll(async () => {
  extractor = createExtractorFrom(...(await Promise.all([loadEnglish(), loadBundledKnowledgeBase()])));
});

/** The names of whoever condemns something in a text of this title. */
function condemningIn(title: string, text: string): readonly string[] {
  const { claims, entities } = extractor.extract(text, { title, published: "2024-02-01" });
  const named = new Map(entities.map(({ id, name }) => [id, name]));
  return claims
    .filter(({ stance }) => stance === "condemns")
    .flatMap(({ speaker }) => speaker.map((id) => named.get(id) ?? "the document"));
}

describe("a title that stands only in the metadata", () => {
  test.each([
    ["Statement from National Security Advisor Jake Sullivan on the Drone Attack in Jordan", ["Jake Sullivan"]],
    ["Statement by the Ministry of Foreign Affairs of Finland", ["Ministry of Foreign Affairs of Finland"]],
    ["Remarks by French Ambassador Nicolas de Riviere at the Security Council", ["Nicolas de Riviere"]],
    ["Joint Statement of Australia and Japan", ["Australia", "Japan"]],
    ["What we know about the attack", []],
  ])("tells who signs: %s", (title, speakers) => {
    expect(condemningIn(title, "We condemn the attack on Kharkiv. We will supply missiles to Ukraine.")).toEqual(speakers);
  });

  test("yields to the headline of the text", () => {
    const text = "Statement by Foreign Minister Penny Wong\n\nWe condemn the attack on Kharkiv. We will supply missiles to Ukraine.";
    expect(condemningIn("Statement from National Security Advisor Jake Sullivan", text)).toEqual(["Penny Wong"]);
  });

  test("makes no speaker of a person whom news only tells of", () => {
    const text =
      "Israel struck Iran on Monday, officials said. The army said it hit ten sites. Tehran condemned the raid, and a minister told reporters that Iran would answer. The raid was over by noon, residents said.";
    expect(condemningIn("Letter from Khamenei angers Israel", text)).toEqual(["Iran"]);
  });
});
