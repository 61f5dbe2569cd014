import { execFileSync } from "node:child_process";
import { writeNeo4j } from "@chancery/graph";
import { isomorphic, parseQuads, readCsv, readFtm, readQuads } from "@chancery/io";
import { type DocumentRecord, exportFormats, KnowledgeGraph } from "chancery";
import { beforeAll, describe, expect, it } from "vitest";
import { countOf, HALVES, NAUGHTY, XML_ILLEGAL } from "../../io/test/naughty-strings.ts";

/** Every string once as name, alias, quotation, speaker, part of an id, title, unit and topic. */
function naughtyRecord(): DocumentRecord {
  const starts: number[] = [];
  let text = "";
  for (const string of NAUGHTY) {
    starts.push(text.length);
    text += `${string}\n`;
  }
  const span = (i: number): { start: number; end: number } => ({ start: starts[i]!, end: starts[i]! + NAUGHTY[i]!.length });
  const id = (i: number): string => `organization/${i}-${NAUGHTY[i]!.toWellFormed().slice(0, 500)}`;
  const next = (i: number): number => (i + 1) % NAUGHTY.length;
  return {
    text,
    extraction: {
      document: { id: "document/naughty", sha256: "0", title: NAUGHTY.slice(0, 60).join(" "), published: "2024-06-12", regions: [] },
      entities: NAUGHTY.map((name, i) => ({
        id: id(i),
        type: "Organization",
        name,
        aliases: [`${name}~${i}`],
        mentions: [{ ...span(i), text: name, kind: "name" }],
      })),
      relations: NAUGHTY.map((_, i) => ({ type: "memberOf", subject: id(i), object: id(next(i)), evidence: [span(i)] })),
      events: NAUGHTY.map((string, i) => ({
        id: `event/${i}`,
        type: "Aid",
        roles: { supplier: [id(i)], recipient: [id(next(i))], topic: [string] },
        quantity: [{ text: string, unit: string, min: 1 }],
        time: { text: string, anchor: "explicit", earliest: "2024-01-01", latest: "2024-01-01", edtf: "2024-01-01" },
        status: "asserted",
        evidence: [span(i)],
      })),
      claims: NAUGHTY.map((string, i) => ({
        id: `claim/${i}`,
        speaker: [id(i)],
        stance: "asserts",
        certainty: "certain",
        polarity: "positive",
        quoteType: "direct",
        cue: { ...span(i), text: string },
        content: [`event/${i}`],
        about: [],
        evidence: [span(i)],
        rule: string,
        confidence: 1,
      })),
      conflicts: [],
    },
  };
}

const hasXmllint = ((): boolean => {
  try {
    execFileSync("xmllint", ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    console.log("xmllint is not installed (Debian: libxml2-utils): that XML exports are well-formed is not checked.");
    return false;
  }
})();

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
const unescapeXml = (text: string): string =>
  text.replace(/&(?:#(\d+)|(\w+));/g, (_, code: string | undefined, name: string) =>
    code === undefined ? ENTITIES[name]! : String.fromCharCode(Number(code)),
  );
const forXml = (text: string): string => text.replace(XML_ILLEGAL, "");
const forUtf8 = (text: string): string => text.replace(HALVES, "\uFFFD");

let graph: KnowledgeGraph;
beforeAll(async () => {
  graph = await KnowledgeGraph.fromRecords([naughtyRecord()], { readOnly: true });
});

describe("every naughty string through every export", () => {
  const seen = new Set<string>();
  const exported = (format: string, options: Parameters<KnowledgeGraph["export"]>[1] = {}): string => {
    seen.add(format);
    const text = [...graph.export(format, options)].join("");
    expect(text.isWellFormed(), format).toBe(true);
    return text;
  };
  const checkXml = (text: string): void => {
    if (hasXmllint)
      execFileSync("xmllint", ["--noout", "--huge", "-"], { input: text, stdio: ["pipe", "ignore", "inherit"], maxBuffer: 1 << 28 });
  };

  it.each(["turtle", "trig", "n-triples", "n-quads", "json-ld", "rdf-xml"])("%s reads back to the same quads", async (format) => {
    const report = { replacedCharacters: 0, escapedIris: 0, mergedGraphs: 0 };
    const text = exported(format, { report });
    const read = [];
    for await (const quad of readQuads(text, format)) read.push(quad);
    if (format === "rdf-xml") {
      checkXml(text);
      expect(report.replacedCharacters).toBeGreaterThan(0);
      const labels = read.filter(({ predicate }) => predicate.value.endsWith("#prefLabel")).map(({ object }) => object.value);
      expect(new Set(labels)).toEqual(new Set(NAUGHTY.map((name) => forXml(forUtf8(name)))));
    } else {
      const named = format === "trig" || format === "n-quads" || format === "json-ld";
      const own = named ? [...graph.store.quads()] : parseQuads([...graph.export("n-triples")].join(""), "n-triples");
      expect(isomorphic(read, own)).toBe(true);
    }
  });

  it.each([
    ["gexf", /<node id="[^"]*" label="([^"]*)"/g],
    ["graphml", /<node id="[^"]*"><data key="n0">([^<]*)<\/data>/g],
  ])("%s is well-formed and has every name, less what XML can't hold, which is counted", (format, pattern) => {
    const tally = { stripped: 0 };
    const text = exported(format, { tally });
    checkXml(text);
    const labels = new Set([...text.matchAll(pattern)].map(([, label = ""]) => unescapeXml(label)));
    const missing = NAUGHTY.map(forXml).filter((name) => !labels.has(name));
    expect(missing).toEqual([]);
    expect(tally.stripped).toBeGreaterThanOrEqual(countOf(NAUGHTY, XML_ILLEGAL));
  });

  it.each(["svg", "timeline"])("%s is well-formed, without scripts, with every string in some form", (format) => {
    const text = exported(format, { statuses: ["asserted"] });
    checkXml(text);
    // In tags, not in text: there the strings stand with their signs escaped.
    const tags = (text.match(/<[^>]*>/g) ?? []).join("\n");
    expect(/<script|<foreignObject|<image|<a\s|\son\w+=|href=/i.exec(tags)?.[0]).toBeUndefined();
    expect(text.split("<g><title>").length).toBeGreaterThan(NAUGHTY.length / 2);
  });

  it("Cytoscape and graphology JSON have every name, and can stand in a page", () => {
    const cytoscape = exported("cyjs");
    const { elements } = JSON.parse(cytoscape) as { elements: { nodes: { data: { name: string } }[] } };
    expect(new Set(elements.nodes.map(({ data }) => data.name))).toEqual(new Set(NAUGHTY.map(forUtf8)));
    const graphology = exported("graphology");
    const { nodes } = JSON.parse(graphology) as { nodes: { attributes: { label: string } }[] };
    expect(new Set(nodes.map(({ attributes }) => attributes.label))).toEqual(new Set(NAUGHTY.map(forUtf8)));
    for (const text of [cytoscape, graphology]) expect(text).not.toMatch(/<\/script|<!--/i);
  });

  it("tables have every string in its cell, and with excelSafe no formula", () => {
    const forCsv = (text: string): string => forUtf8(text).replaceAll("\u0000", "");
    const column = (format: string, name: string, options = {}): readonly string[] => {
      const [head = [], ...rows] = [...readCsv(exported(format, options))];
      return rows.map((row) => row[head.indexOf(name)]!);
    };
    const names = new Set(NAUGHTY.map(forCsv));
    expect(new Set(column("nodes-csv", "label"))).toEqual(names);
    expect(new Set(column("edges-csv", "sourceLabel"))).toEqual(names);
    expect(new Set(column("claims-csv", "quote"))).toEqual(names);
    for (const [format, name] of [
      ["nodes-csv", "label"],
      ["edges-csv", "sourceLabel"],
      ["claims-csv", "quote"],
    ] as const)
      for (const cell of column(format, name, { excelSafe: true }))
        if (!/^-?\d+(\.\d+)?$/.test(cell)) expect(cell).not.toMatch(/^[\s\u0000-\u0020]*[=+\-@\t\r]/);
    for (const { name, chunks } of writeNeo4j(graph.graph())) {
      const text = [...chunks].join("");
      expect(text.isWellFormed(), name).toBe(true);
      if (name.endsWith(".csv")) expect(new Set([...readCsv(text)].map((row) => row.length)).size, name).toBe(1);
    }
  });

  it("FollowTheMoney and nanopublications have every name and every quotation", async () => {
    const entities = [];
    for await (const entity of readFtm(exported("ftm"))) entities.push(entity);
    const names = new Set(entities.filter(({ schema }) => schema === "Organization").map(({ properties }) => properties.name![0]!));
    // FollowTheMoney has no empty values; the id stands in.
    for (const name of NAUGHTY) if (name !== "") expect(names).toContain(forUtf8(name));
    const quotes = new Set(
      parseQuads(exported("nanopublications"), "trig")
        .filter(({ predicate }) => predicate.value.endsWith("#anchorOf"))
        .map(({ object }) => object.value),
    );
    expect(quotes).toEqual(new Set(NAUGHTY.map(forUtf8)));
  });

  it("and none was forgotten", () => {
    expect(exportFormats.map(({ name }) => name).filter((name) => !seen.has(name))).toEqual([]);
  });
});
