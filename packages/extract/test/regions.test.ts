import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { makeDocument } from "../src/document/make-document.ts";
import { annotated } from "./annotated.ts";

const sample = (name: string): string => readFileSync(new URL(`../../../data/documents/${name}.txt`, import.meta.url), "utf8");

/** Kind of the region in which `quote` first stands. */
function kindOf(text: string, quote: string, from = 0): string | undefined {
  const at = text.indexOf(quote, from);
  expect(at).toBeGreaterThanOrEqual(0);
  return makeDocument(text).regions.find((region) => region.start <= at && at < region.end)?.kind;
}

describe("interface text, credits and bylines (L57)", () => {
  test.each([
    ["001_848d6fbca95746c8", "Leave a Comment", "boilerplate"],
    ["001_848d6fbca95746c8", "Your email address will not be published", "boilerplate"],
    ["001_848d6fbca95746c8", "Edited by Taejun Kang", "credit"],
    ["001_848d6fbca95746c8", "North Korea\n", "boilerplate"],
    ["002_34379db2da158c12", "___", "boilerplate"],
    ["002_34379db2da158c12", "© 2024 Bloomberg", "credit"],
    ["002_34379db2da158c12", "Distributed by Tribune", "credit"],
    ["003_1714e7ca97a323ed", "Daniel Kim Views", "byline"],
    ["003_1714e7ca97a323ed", "Most Commented", "boilerplate"],
    ["004_dfb02b36b5351bc3", "Reuters contributed to this report.", "credit"],
    ["004_dfb02b36b5351bc3", "Read More", "boilerplate"],
    // the photo caption of 001 (L58) and the decks of 003 (L59)
    ["001_848d6fbca95746c8", "U.S. President Joe Biden holds", "caption"],
    ["003_1714e7ca97a323ed", "U.S. vows full defense", "headline"],
    ["003_1714e7ca97a323ed", "Global response to", "headline"],
  ])("%s: %s", (name, quote, kind) => {
    expect(kindOf(sample(name), quote)).toBe(kind);
  });

  const page = [
    "Asia",
    "Philippines buys coastal missiles from India",
    "By Rosa Lim and Dev Patel",
    "Published: March 3, 2025",
    "",
    "Sailors of the Philippine Navy stand beside a launcher at Subic Bay, Philippines, March 1, 2025. (Reuters Photo)",
    "",
    "The Philippines signed a contract on Monday. It will buy three batteries.",
    "",
    "Background",
    "",
    "India has sold no missiles before. (Reporting by Ana Cruz; editing by Tom Hill)",
    "",
    "Philippines buys coastal missiles from India",
    "Related Articles",
    "Share this article",
    "5 comments",
    "Sign up for our newsletter and never miss a story",
    "Copyright 2025 Example News. All rights reserved.",
  ].join("\n");

  test.each([
    ["Asia", "boilerplate"],
    ["Philippines buys", "headline"],
    ["By Rosa Lim", "byline"],
    ["Published:", "byline"],
    ["Sailors of", "caption"],
    ["The Philippines signed", "body"],
    ["Background", "headline"],
    ["India has sold", "body"],
    ["(Reporting by", "credit"],
    ["Related Articles", "boilerplate"],
    ["Share this", "boilerplate"],
    ["5 comments", "boilerplate"],
    ["Sign up for", "boilerplate"],
    ["Copyright 2025", "credit"],
  ])("an unseen page: %s is %s", (quote, kind) => {
    expect(kindOf(page, quote)).toBe(kind);
  });

  test("a repeated title is a headline again (L57), and a dated byline dates the page", () => {
    expect(kindOf(page, "Philippines buys coastal missiles from India", page.indexOf("Hill)"))).toBe("headline");
    expect(makeDocument(page).published).toBe("2025-03-03");
  });

  test("nothing is read from what is no text of the author's", () => {
    const names = [...annotated(page).entities.values()].map((entity) => entity.name);
    for (const editor of ["Rosa Lim", "Dev Patel", "Ana Cruz", "Tom Hill"]) expect(names).not.toContain(editor);
  });
});

describe("offsets (L60)", () => {
  test.each(["000_74d2eeee34a6dd9b", "001_848d6fbca95746c8", "002_34379db2da158c12", "003_1714e7ca97a323ed", "004_dfb02b36b5351bc3"])(
    "%s: every mention is where it says",
    (name) => {
      const text = sample(name);
      const document = annotated(text);
      expect(document.mentions.length).toBeGreaterThan(30);
      for (const mention of document.mentions) expect(text.slice(mention.start, mention.end)).toBe(mention.text);
      for (const region of document.document.regions) {
        expect(region.end).toBeGreaterThan(region.start);
        expect(text.slice(region.start, region.end)).toBe(text.slice(region.start, region.end).trim());
      }
    },
  );

  test("astral characters and no-break spaces move nothing", () => {
    const text = "🚀🚀 North\u00a0Korea told Russia’s envoy 𝒙 that the U. S. was wrong.";
    const document = annotated(text);
    expect(document.mentions.filter((mention) => mention.kind !== "title").map((mention) => [mention.text, mention.entity])).toEqual([
      ["North\u00a0Korea", "state/prk"],
      ["Russia", "state/rus"],
      ["U. S.", "state/usa"],
    ]);
  });
});

describe("documents that cannot be read", () => {
  test("an empty text gives an empty, valid result", () => {
    for (const text of ["", "   \n\n\t"]) {
      const document = annotated(text);
      expect(document.document.regions).toEqual([]);
      expect(document.mentions).toEqual([]);
    }
  });
  test("binary content, too much of it, and a false date have their codes", () => {
    expect(() => makeDocument("%PDF\0\0\0binary")).toThrowError(expect.objectContaining({ code: "document.binary" }));
    expect(() => makeDocument("x".repeat(101), {}, { maxBytes: 100 })).toThrowError(
      expect.objectContaining({ code: "document.too-large" }),
    );
    expect(() => makeDocument("é".repeat(60), {}, { maxBytes: 100 })).toThrowError(expect.objectContaining({ code: "document.too-large" }));
    expect(makeDocument("é".repeat(50), {}, { maxBytes: 100 }).text).toHaveLength(50);
    expect(() => makeDocument("text", { published: "yesterday" })).toThrowError(expect.objectContaining({ code: "document.invalid-date" }));
  });
  test("the same bytes give the same id", () => {
    expect(makeDocument("abc").id).toBe("document/ba7816bf8f01cfea");
  });
});
