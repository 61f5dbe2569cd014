import { loadEnglish } from "@chancery/nlp";
import { beforeAll, describe, expect, it } from "vitest";
import { createExtractorFrom, type Extractor, loadBundledKnowledgeBase } from "../src/index.ts";

describe("its, in what is told of things handed over", () => {
  let extractor: Extractor;
  beforeAll(async () => {
    extractor = createExtractorFrom(await loadEnglish(), await loadBundledKnowledgeBase());
  }, 60_000);

  it.each([
    [
      "the North could have already provided up to 500,000 pieces of ammunition to Russia, which could be used in its invasion against Ukraine.",
      "state/rus",
    ],
    ["Iran has delivered drones to Russia, which were used in its attacks on Ukraine.", "state/rus"],
    ["Moscow sold missiles to Syria that were fired in its war against Turkey.", "state/syr"],
  ])("%s", (text, user) => {
    const { entities } = extractor.extract(text);
    const owners = entities
      .filter(({ mentions }) => mentions.some(({ text: words, kind }) => kind === "pronoun" && words === "its"))
      .map(({ id }) => id);
    expect(owners).toEqual([user]);
  });

  it("stays with the subject elsewhere", () => {
    const { entities } = extractor.extract("Iran told Russia that its forces were ready.");
    expect(entities.find(({ mentions }) => mentions.some(({ kind }) => kind === "pronoun"))?.id).not.toBe("state/rus");
  });
});
