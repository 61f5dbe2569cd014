#!/usr/bin/env node
// Writes ontology/chancery.ttl and ontology/shapes.ttl from the tables in src (built beforehand). Idempotent: a file is only written when its content changes.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { writeQuads } from "../../io/dist/index.js";
import { PREFIXES } from "../../rdf/dist/index.js";
import { createNaming, emitOntology, emitShapes } from "../dist/index.js";

const here = dirname(fileURLToPath(import.meta.url));
const naming = createNaming();
const prefixes = { ...PREFIXES, sh: "http://www.w3.org/ns/shacl#", wd: "http://www.wikidata.org/entity/" };

for (const [name, quads] of [
  ["chancery.ttl", emitOntology(naming)],
  ["shapes.ttl", emitShapes(naming)],
]) {
  const target = join(here, "../ontology", name);
  const text = [...writeQuads(quads, "turtle", { prefixes })].join("");
  if (!existsSync(target) || readFileSync(target, "utf8") !== text) writeFileSync(target, text);
}
