import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { Quad } from "@rdfjs/types";
import { describe, expect, test } from "vitest";
import { isomorphic, parseQuads, readQuads, writeQuads } from "../src/index.ts";

const shared = process.env["CHANCERY_SHARED"] ?? resolve(fileURLToPath(new URL("../../../../shared", import.meta.url)));
const suites = join(shared, "w3c/rdf");
const present = existsSync(suites);
if (!present)
  console.log(`skipped: W3C RDF test suites are not at ${suites}; clone https://github.com/w3c/rdf-tests and set CHANCERY_SHARED`);

const FOLDERS = [
  "rdf11/rdf-turtle",
  "rdf11/rdf-trig",
  "rdf12/rdf-turtle/syntax",
  "rdf12/rdf-turtle/eval",
  "rdf12/rdf-trig/syntax",
  "rdf12/rdf-trig/eval",
  "rdf11/rdf-xml",
  "rdf12/rdf-xml/eval",
] as const;

interface ManifestEntry {
  readonly name: string;
  readonly type: string;
  readonly action: string;
  readonly result: string | undefined;
}

function readManifest(folder: string, base: string): readonly ManifestEntry[] {
  const quads = parseQuads(readFileSync(join(suites, folder, "manifest.ttl"), "utf8"), "turtle", { baseIri: `${base}manifest.ttl` });
  const byTest = new Map<string, Map<string, string>>();
  for (const { subject, predicate, object } of quads) {
    const properties = byTest.get(subject.value) ?? new Map<string, string>();
    properties.set(predicate.value.replace(/^.*[#/]/, ""), object.value);
    byTest.set(subject.value, properties);
  }
  return [...byTest].flatMap(([iri, properties]) => {
    const action = properties.get("action");
    if (action === undefined) return [];
    return [{ name: iri.replace(/^.*#/, ""), type: properties.get("type")!.replace(/^.*#/, ""), action, result: properties.get("result") }];
  });
}

function formatOfTest(type: string, action: string): string {
  if (action.endsWith(".rdf")) return "rdf-xml";
  return /trig/i.test(type) ? "trig" : "turtle";
}

async function read(text: string, format: string, baseIri: string): Promise<Quad[]> {
  const quads: Quad[] = [];
  for await (const quad of readQuads(text, format, { baseIri })) quads.push(quad);
  return quads;
}

describe.skipIf(!present)("W3C Turtle, TriG and RDF/XML suites", () => {
  for (const folder of present ? FOLDERS : []) {
    const base = `https://w3c.github.io/rdf-tests/rdf/${folder}/`;
    const entries = readManifest(folder, base);
    const file = (iri: string): string => readFileSync(join(suites, folder, iri.slice(base.length)), "utf8");

    test(`${folder}: all ${entries.length} tests`, async () => {
      expect(entries.length).toBeGreaterThan(20);
      const failures: string[] = [];
      for (const { name, type, action, result } of entries) {
        const format = formatOfTest(type, action);
        let quads: Quad[] | undefined;
        try {
          quads = await read(file(action), format, action);
        } catch {
          quads = undefined;
        }
        if (/Negative/.test(type) !== (quads === undefined)) failures.push(`${name}: ${quads === undefined ? "rejected" : "accepted"}`);
        if (quads === undefined) continue;
        if (result !== undefined) {
          const expected = parseQuads(file(result), format === "trig" ? "n-quads" : "n-triples");
          if (!isomorphic(quads, expected)) failures.push(`${name}: other quads`);
        }
        // What was read can be written and read again, in every syntax that holds it.
        for (const target of ["trig", "n-quads", ...(format === "trig" ? [] : ["turtle", "n-triples"])]) {
          const text = [...writeQuads(quads, target)].join("");
          if (!isomorphic(quads, parseQuads(text, target))) failures.push(`${name}: ${target} does not round-trip`);
          const unsorted = [...writeQuads(quads, target, { sorted: false })].join("");
          if (!isomorphic(quads, parseQuads(unsorted, target))) failures.push(`${name}: unsorted ${target} does not round-trip`);
        }
      }
      expect(failures).toEqual([]);
    });
  }
});
