import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ChanceryError, loadNQuads, QuadStore } from "../src/index.ts";
import { readManifest, w3cFolder } from "./w3c-suite.ts";

const folder = w3cFolder();

/** Suites with the number of tests in the edition of 2026-08, so that a manifest that is read wrongly shows. */
const SUITES = [
  { path: "rdf11/rdf-n-triples", format: "n-triples", tests: 70 },
  { path: "rdf11/rdf-n-quads", format: "n-quads", tests: 87 },
  { path: "rdf12/rdf-n-triples/syntax", format: "n-triples", tests: 29 },
  { path: "rdf12/rdf-n-quads/syntax", format: "n-quads", tests: 27 },
] as const;

const C14N_SUITES = [
  { path: "rdf12/rdf-n-triples/c14n", format: "n-triples", tests: 41 },
  { path: "rdf12/rdf-n-quads/c14n", format: "n-quads", tests: 41 },
] as const;

describe.skipIf(folder === undefined)("W3C N-Triples and N-Quads syntax tests", () => {
  for (const { path, format, tests } of SUITES) {
    it(`${path}: all ${tests}`, () => {
      const entries = readManifest(join(folder!, path));
      expect(entries.length).toBe(tests);
      const wrong: string[] = [];
      for (const { name, type, action } of entries) {
        const positive = type.endsWith("PositiveSyntax");
        expect(positive || type.endsWith("NegativeSyntax")).toBe(true);
        const store = new QuadStore();
        let failure: unknown;
        try {
          loadNQuads(store, action, { format, source: name });
        } catch (error) {
          failure = error;
        }
        if (positive !== (failure === undefined)) wrong.push(`${name}: ${failure instanceof Error ? failure.message : "accepted"}`);
        if (failure === undefined) continue;
        expect(failure).toBeInstanceOf(ChanceryError);
        expect((failure as ChanceryError).code).toBe("rdf.syntax");
        expect((failure as ChanceryError).place).toMatchObject({ source: name, line: expect.any(Number), column: expect.any(Number) });
        expect(store.size).toBe(0);
      }
      expect(wrong).toEqual([]);
    });
  }

  for (const { path, format, tests } of C14N_SUITES) {
    it(`${path}: all ${tests} say the same as their canonical forms`, () => {
      const entries = readManifest(join(folder!, path));
      expect(entries.length).toBe(tests);
      for (const { name, action, result } of entries) {
        const store = new QuadStore();
        const options = { format, blankNodes: "keep" } as const;
        loadNQuads(store, action, options);
        const size = store.size;
        expect(size, name).toBeGreaterThan(0);
        // The canonical form adds nothing and, loaded alone, is as large.
        expect(loadNQuads(store, result!, options).added, name).toBe(0);
        const canonical = new QuadStore();
        loadNQuads(canonical, result!, options);
        expect(canonical.size, name).toBe(size);
      }
    });
  }
});
