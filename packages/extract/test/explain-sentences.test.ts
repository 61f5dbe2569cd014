import { loadEnglish } from "@chancery/nlp";
import { describe, expect, it } from "vitest";
import { createExtractorFrom, loadBundledKnowledgeBase } from "../src/index.ts";
import { sampleExtractions } from "./sample-extractions.ts";

const extractor = createExtractorFrom(await loadEnglish(), await loadBundledKnowledgeBase());
const TEXT = `The Pentagon said North Korea had supplied missiles to Russia in May 2024.
Moscow denied it.
A clear day followed.`;
const story = extractor.explain(TEXT, { id: "document/one", published: "2024-06-12" });

describe("the explanation of a sentence", () => {
  it("has every sentence, with its words at their offsets and one root", () => {
    expect(story.map(({ number }) => number)).toEqual([1, 2, 3]);
    for (const { tokens, start, end, text } of story) {
      expect(TEXT.slice(start, end)).toBe(text);
      for (const token of tokens) {
        expect(TEXT.slice(token.start, token.end)).toBe(token.text);
        expect(token.head).toBeLessThanOrEqual(tokens.length);
      }
      expect(tokens.filter(({ head }) => head === 0)).toHaveLength(1);
    }
    expect(story[0]?.tokens.find(({ text }) => text === "supplied")).toMatchObject({ lemma: "supply", tag: "VBN" });
  });

  it("says what each mention was linked to, and why", () => {
    expect(story[0]?.mentions.map(({ text, entity }) => [text, entity.id])).toEqual([
      ["Pentagon", "org/us-dod"],
      ["North Korea", "state/prk"],
      ["missiles", "weapon-category/missile"],
      ["Russia", "state/rus"],
    ]);
    for (const { rule, confidence } of story.flatMap(({ mentions }) => mentions)) {
      expect(rule).toMatch(/^[a-z-]+\.[a-z.-]+/);
      expect(confidence).toBeGreaterThan(0);
    }
    expect(story[1]?.mentions[0]).toMatchObject({ text: "Moscow", entity: { id: "state/rus", name: "Russia" } });
    expect(story[0]?.times[0]).toMatchObject({ text: expect.stringContaining("May 2024"), edtf: "2024-05", anchor: "explicit" });
  });

  it("gives the words that fill each role, and how the status follows from all claims", () => {
    const [event] = story[0]?.events ?? [];
    expect(event).toMatchObject({
      type: "ArmsTransfer",
      trigger: { text: "supplied" },
      factuality: { mode: "actual", polarity: "positive" },
    });
    expect(event?.roles.map(({ role, filler, words, here }) => [role, filler.id, words?.text, here])).toEqual([
      ["supplier", "state/prk", "North Korea", true],
      ["recipient", "state/rus", "Russia", true],
      ["item", "weapon-category/missile", "missiles", true],
    ]);
    expect(event?.status).toMatchObject({ status: "disputed", rule: "status.disputed.denial", says: expect.stringContaining("denies") });
    expect(event?.status.attestations.map(({ kind, by }) => [kind, by.map(({ id }) => id)])).toEqual([
      ["told", ["state/usa"]],
      ["denied", ["state/rus"]],
    ]);
    expect(story[1]?.claims).toMatchObject([
      { stance: "denies", cue: { text: "denied" }, speakers: [{ id: "state/rus" }], content: [event?.id] },
    ]);
    expect(story[2]).toMatchObject({ events: [], claims: [] });
  });

  it("finds words of another sentence where a role was filled from there", () => {
    const told = extractor.explain("North Korea tested a missile on Monday. It then sent artillery shells to Russia.");
    const supplier = told[1]?.events.flatMap(({ roles }) => roles).find(({ filler }) => filler.id === "state/prk");
    expect(supplier).toMatchObject({ words: { text: "It" }, here: true });
  });

  it("agrees with the extraction of every sample document: same events, claims, relations and statuses, none left out", () => {
    for (const { text, extraction } of sampleExtractions) {
      const { id, title, published, source } = extraction.document;
      const metadata = {
        id,
        ...(title === undefined ? {} : { title }),
        ...(published === undefined ? {} : { published }),
        ...(source === undefined ? {} : { source }),
      };
      const sentences = extractor.explain(text, metadata);
      const again = extractor.extract(text, metadata);
      const events = new Map(sentences.flatMap((sentence) => sentence.events.map((event) => [event.id, event.status.status] as const)));
      expect(new Map(again.events.filter((event) => events.has(event.id)).map((event) => [event.id, event.status]))).toEqual(events);
      expect([...events.keys()].sort()).toEqual(again.events.map((event) => event.id).sort());
      expect(new Set(sentences.flatMap(({ claims }) => claims.map((claim) => claim.id)))).toEqual(
        new Set(again.claims.map((claim) => claim.id)),
      );
      for (const { rule } of sentences.flatMap((sentence) => sentence.events.map((event) => event.status)))
        expect(rule).toMatch(/^status\./);
    }
  });

  it("is empty for an empty text, and takes text without a verb", () => {
    expect(extractor.explain("")).toEqual([]);
    expect(extractor.explain("Geneva, 3 May")).toHaveLength(1);
  });
});
