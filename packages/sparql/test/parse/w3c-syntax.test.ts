import { ChanceryError } from "@chancery/rdf";
import { describe, expect, test } from "vitest";
import { parseQuery } from "../../src/index.ts";
import { hasSuites, w3cSyntaxTests } from "./w3c-files.ts";

/** Fewest tests that a suite must have, so that a manifest that is not found can't pass for success. */
const SUITES = [
  ["sparql10", 450],
  ["sparql11", 550],
  ["sparql12", 250],
] as const;

describe.skipIf(!hasSuites)("W3C suites", () => {
  test.each(SUITES)("%s: accepts what is well-formed and refuses the rest", async (version, least) => {
    const tests = await w3cSyntaxTests(version);
    expect(tests.length).toBeGreaterThan(least);
    expect(tests.some(({ isGood }) => !isGood)).toBe(true);
    const wrong = tests.flatMap(({ name, text, base, isGood }) => {
      try {
        parseQuery(text, { baseIri: base });
        return isGood ? [] : [`${name} accepted`];
      } catch (error) {
        if (!(error instanceof ChanceryError) || error.code !== "sparql.syntax") return [`${name} crashed: ${error}`];
        return isGood ? [`${name}: ${error.message}`] : [];
      }
    });
    expect(wrong).toEqual([]);
  });
});
