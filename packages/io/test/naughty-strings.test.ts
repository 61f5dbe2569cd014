import { execFileSync } from "node:child_process";
import { dataFactory as df, QuadStore } from "@chancery/rdf";
import type { Quad } from "@rdfjs/types";
import { describe, expect, test } from "vitest";
import {
  type FtmEntity,
  ftmEntities,
  ftmQuads,
  RDF_FORMATS,
  readCsv,
  readFtm,
  readQuads,
  writeCsv,
  writeFtm,
  writeQuads,
} from "../src/index.ts";
import { countOf, HALVES, NAUGHTY, XML_ILLEGAL } from "./naughty-strings.ts";

async function collect<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const list: Item[] = [];
  for await (const item of items) list.push(item);
  return list;
}

const hasXmllint = ((): boolean => {
  try {
    execFileSync("xmllint", ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    console.log("xmllint is not installed (Debian: libxml2-utils): well-formedness is checked by our reader only.");
    return false;
  }
})();

const P = df.namedNode("https://e.example/p");
const about = (i: number): string => `https://e.example/s/${String(i).padStart(4, "0")}`;

describe.each(RDF_FORMATS.map(({ name }) => name))("every naughty string through %s", (name) => {
  const isXml = name === "rdf-xml";
  const kept = (text: string): string => (isXml ? text.replace(XML_ILLEGAL, "") : text.replace(HALVES, "\uFFFD"));

  test.each([true, false])("as text and as text with a language, sorted %s", async (sorted) => {
    const quads = NAUGHTY.flatMap((text, i) => [
      df.quad(df.namedNode(about(i)), P, df.literal(text)),
      df.quad(df.namedNode(about(i)), df.namedNode("https://e.example/q"), df.literal(text, "en")),
    ]);
    const report = { replacedCharacters: 0, escapedIris: 0, mergedGraphs: 0 };
    const written = [...writeQuads(quads, name, { sorted, report })].join("");
    // The bytes are what a file holds: a half would be changed on the way.
    expect(written.isWellFormed()).toBe(true);
    const read = await collect(readQuads(written, name));
    expect(read).toHaveLength(quads.length);
    const values = new Map(read.map((quad) => [`${quad.subject.value} ${quad.predicate.value}`, quad.object]));
    for (const { subject, predicate, object } of quads) {
      const back = values.get(`${subject.value} ${predicate.value}`)!;
      expect(back.value, JSON.stringify(object.value.slice(0, 60))).toBe(kept(object.value));
      if (back.termType === "Literal" && object.termType === "Literal") expect(back.language).toBe(object.language);
    }
    expect(report.replacedCharacters).toBe(2 * countOf(NAUGHTY, isXml ? XML_ILLEGAL : HALVES));
    if (isXml && hasXmllint) execFileSync("xmllint", ["--noout", "--huge", "-"], { input: written, stdio: ["pipe", "ignore", "inherit"] });
  });

  test("as part of the IRIs of subject, object, datatype and graph", async () => {
    // RFC 3987 and the IRIREF of Turtle: these may not stand in an IRI and are percent-encoded.
    const encoded = (text: string): string =>
      `https://e.example/${text}`
        .replace(HALVES, "%EF%BF%BD")
        .replace(/[\u0000-\u0020<>"{}|^`\\]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`);
    // JSON-LD readers drop nodes whose IRI is none by RFC 3987, which has brackets in the authority only and one number sign.
    const expected = (text: string): string => {
      if (name !== "json-ld") return encoded(text);
      const [start = "", ...fragments] = encoded(text).replaceAll("[", "%5B").replaceAll("]", "%5D").split("#");
      return fragments.length === 0 ? start : `${start}#${fragments.join("%23")}`;
    };
    const report = { replacedCharacters: 0, escapedIris: 0, mergedGraphs: 0 };
    // RDF/XML leaves out what XML lacks, also in IRIs, and its readers resolve "..": both make another IRI.
    const strings = NAUGHTY.filter((text) => !isXml || (encoded(text).search(XML_ILLEGAL) < 0 && !/(^|\/)\.\.?(\/|$)/.test(text)));
    const node = (text: string): ReturnType<typeof df.namedNode> => df.namedNode(`https://e.example/${text}`);
    const quads = strings.map((text) => df.quad(node(text), P, df.literal("x", node(text)), node(text)));
    const links = strings.map((text) => df.quad(node(text), df.namedNode("https://e.example/q"), node(text), node(text)));
    const written = [...writeQuads([...quads, ...links], name, { report })].join("");
    const read = await collect(readQuads(written, name));
    expect(new Set(read.map(({ subject }) => subject.value))).toEqual(new Set(strings.map(expected)));
    for (const { subject, object } of read) {
      if (object.termType === "Literal") expect(object.datatype.value).toBe(subject.value);
      else expect(object.value).toBe(subject.value);
    }
    expect(report.escapedIris > 0).toBe(true);
    expect(read.some(({ subject }) => subject.value.startsWith("urn:injected"))).toBe(false);
  });

  test("as labels of blank nodes", async () => {
    const quads = NAUGHTY.map((text) => df.quad(df.blankNode(text), P, df.literal(text.replace(XML_ILLEGAL, ""))));
    for (const sorted of [true, false]) {
      const read = await collect(readQuads([...writeQuads(quads, name, { sorted })].join(""), name));
      expect(new Set(read.map(({ subject }) => subject.value)).size).toBe(NAUGHTY.length);
    }
  });
});

describe("every naughty string through", () => {
  test("CSV, as a spreadsheet and as a program read it", () => {
    const report = { replacedCharacters: 0 };
    const rows = NAUGHTY.map((text, i) => [String(i), text, `${text}${text}`]);
    const kept = (text: string): string => text.replace(HALVES, "\uFFFD").replaceAll("\u0000", "");
    expect([...readCsv([...writeCsv(rows, { report })].join(""))]).toEqual(rows.map((row) => row.map(kept)));
    expect(report.replacedCharacters).toBe(countOf(rows.flat(), HALVES) + countOf(rows.flat(), /\u0000/g));
    for (const [, cell = ""] of readCsv([...writeCsv(rows, { excelSafe: true })].join("")))
      if (!/^-?\d+(\.\d+)?$/.test(cell)) expect(cell).not.toMatch(/^[\s\u0000-\u0020]*[=+\-@\t\r]/);
  });

  test("FollowTheMoney, and through RDF back", async () => {
    const entities = NAUGHTY.map(
      (text, i): FtmEntity => ({ id: `e-${i}`, caption: text, schema: "Person", properties: { name: [text], alias: [`${text}!`] } }),
    );
    const report = { replacedCharacters: 0 };
    const text = [...writeFtm(entities, report)].join("");
    const well = entities.map(
      (entity) =>
        JSON.parse(
          JSON.stringify(entity, (_key, value: unknown) => (typeof value === "string" ? value.toWellFormed() : value)),
        ) as FtmEntity,
    );
    expect(text.split("\n")).toHaveLength(entities.length + 1);
    const read = await collect(readFtm(text));
    expect(read.map(({ id, properties }) => [id, properties.name])).toEqual(well.map(({ id, properties }) => [id, properties.name]));
    expect(report.replacedCharacters).toBe(3 * countOf(NAUGHTY, HALVES));
    const store = new QuadStore();
    for await (const quad of ftmQuads(read)) store.add(quad as Quad);
    const back = new Map([...ftmEntities(store)].map((entity) => [entity.id, entity]));
    for (const entity of well) {
      expect(back.get(entity.id)?.properties.name).toEqual(entity.properties.name);
      expect(back.get(entity.id)?.caption).toBe(entity.caption);
    }
  });
});
