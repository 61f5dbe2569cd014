import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { MultiGraph } from "graphology";
import * as gexf from "graphology-gexf";
import * as graphml from "graphology-graphml";
import { describe, expect, test } from "vitest";
import {
  GRAPH_FORMATS,
  type GraphEdge,
  type Knowledge,
  type PropertyGraph,
  projectGraph,
  writeClaimCsv,
  writeGraph,
  writeNeo4j,
} from "../src/index.ts";
import { sampleKnowledge } from "./sample-knowledge.ts";

const graph = projectGraph(sampleKnowledge, { detail: true });
const text = (chunks: Iterable<string>): string => [...chunks].join("");
const readGexf = (source: string): MultiGraph =>
  gexf.parse(MultiGraph as never, source, { allowUndeclaredAttributes: false } as never) as unknown as MultiGraph;

function found(command: string): boolean {
  try {
    execFileSync("sh", ["-c", `command -v ${command}`], { stdio: "pipe" });
    return true;
  } catch {
    return false;
  }
}
const xmllint = found("xmllint");
if (!xmllint) console.log("skipped: no xmllint; apt-get install libxml2-utils");

/** Strict well-formedness of XML as far as text can break it: legal characters only, no bare ampersand, and a real parser where there is one. */
function expectWellFormed(xml: string): void {
  expect(xml).not.toMatch(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/);
  expect(xml.isWellFormed()).toBe(true);
  expect(xml).not.toMatch(/&(?!(?:amp|lt|gt|quot|#\d+);)/);
  if (!xmllint) return;
  const file = join(mkdtempSync(join(tmpdir(), "chancery-")), "graph.xml");
  writeFileSync(file, xml);
  execFileSync("xmllint", ["--noout", "--nonet", file], { stdio: "pipe" });
}

/** Every control, non-character and half of a pair, and what breaks out of markup, scripts, spreadsheets and bidi runs. */
const CONTROLS = [
  ...Array(0x20).keys(),
  ...Array.from({ length: 0x21 }, (_, i) => 0x7f + i),
  0xd800,
  0xdbff,
  0xdc00,
  0xdfff,
  0xfffe,
  0xffff,
].map((code) => `a${String.fromCharCode(code)}b`);
const NAUGHTY = [
  "",
  " ",
  "]]>",
  "<![CDATA[x]]>",
  "</script><script>alert(1)</script>",
  "<!--",
  "-->",
  "&amp;",
  "&#0;",
  "&bogus;",
  "<img src=x onerror=alert(1)>",
  "\"'><svg onload=alert(1)>",
  "\u202Etxet desrever\u202C",
  "\u2067isolated",
  "مرحبا بالعالم",
  "עברית",
  "北朝鮮民主主義人民共和国",
  "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘!͖̬̰̙̗̿̋ͥͥ̂ͣ̐́́͜͞",
  "👩‍👩‍👧‍👦",
  "\u2028\u2029",
  "=cmd|' /C calc'!A0",
  "+1",
  "@SUM(1)",
  "-1+1",
  "\t=1",
  "a;b",
  "a|b",
  "a\\",
  'a"b',
  'a\\"b',
  "a,b\r\nc",
  "__proto__",
  "constructor",
  "toString",
  "null",
  "NaN",
  "x".repeat(5000),
  "../../etc/passwd",
  "$\u007B7*7}",
  "{{7*7}}",
  "'; DROP TABLE x; --",
  "`rm -rf`",
  "\uFEFFbom",
  "𝒳𝒴",
  "\u0085",
  "%00",
  "javascript:alert(1)",
];
const HOSTILE = [...CONTROLS, ...NAUGHTY];

function hostileGraph(texts: readonly string[]): PropertyGraph {
  const base = graph.edges[0]!;
  const nodes = texts.map((value, i) => ({
    id: `n${i}${value}`,
    type: i % 5 === 0 ? value : "State",
    label: value,
    aliases: [value],
    attributes: { note: value, [`k${value}`]: i },
  }));
  const edges = texts.map(
    (value, i): GraphEdge => ({
      ...base,
      id: `e${i}${value}`,
      source: nodes[i]!.id,
      target: nodes[(i + 1) % nodes.length]!.id,
      predicate: i % 3 === 0 ? value : "meets",
      speakers: [value],
      documents: [value],
      items: [value],
      evidence: [{ ...base.evidence[0]!, quote: value, document: value }],
    }),
  );
  return { nodes, edges };
}

describe("every writer", () => {
  test("is deterministic and streams", () => {
    for (const { name } of GRAPH_FORMATS) {
      const chunks = [...writeGraph(graph, name)];
      expect(chunks.length).toBeGreaterThan(10);
      expect(text(writeGraph(graph, name))).toBe(chunks.join(""));
    }
    expect(() => writeGraph(graph, "dot")).toThrow(
      expect.objectContaining({ code: "graph.unknown-format", remedy: expect.stringContaining("gexf") as string }),
    );
  });
  test("survives an empty graph, a single node and a loop", () => {
    const node = graph.nodes[0]!;
    const loop = { ...graph.edges[0]!, source: node.id, target: node.id };
    for (const { name } of GRAPH_FORMATS) {
      for (const small of [
        { nodes: [], edges: [] },
        { nodes: [node], edges: [] },
        { nodes: [node], edges: [loop] },
      ]) {
        const written = text(writeGraph(small, name));
        expect(written).not.toMatch(/NaN|Infinity|undefined/);
        if (["gexf", "graphml", "svg"].includes(name)) expectWellFormed(written);
      }
    }
  });
  test("keeps hostile labels harmless, and counts what it leaves out", () => {
    const hostile = hostileGraph(HOSTILE);
    for (const { name } of GRAPH_FORMATS) {
      const tally = { stripped: 0 };
      const written = text(writeGraph(hostile, name, { title: HOSTILE.join(""), yfiles: true, dynamic: true, excelSafe: true, tally }));
      expect(tally.stripped).toBeGreaterThan(0);
      if (["gexf", "graphml", "svg"].includes(name)) {
        expectWellFormed(written);
        expect(written).not.toMatch(/<script|<img |<svg onload|<!\[CDATA/);
      } else if (["cyjs", "graphology"].includes(name)) {
        expect(written).not.toMatch(/<\/script|\u2028/);
        expect(written.isWellFormed()).toBe(true);
        const parsed = JSON.parse(written) as {
          nodes?: { attributes: { label: string } }[];
          elements?: { nodes: { data: { name: string } }[] };
        };
        const labels = parsed.nodes?.map((node) => node.attributes.label) ?? parsed.elements!.nodes.map((node) => node.data.name);
        expect(labels).toEqual(HOSTILE.map((value) => value.toWellFormed()));
      } else {
        // One quote-aware record a node or edge: nothing breaks out of its field, no field begins a formula.
        const records = written.match(/(?:"(?:[^"]|"")*"|[^\r\n"])+\r\n/g)!;
        expect(records).toHaveLength(HOSTILE.length + 1);
        expect(records.join("")).toBe(written);
        expect(written).not.toMatch(/(?:^|,|\n)"?[=@]/);
      }
    }
  });
  test("each illegal XML character is stripped and counted once a place", () => {
    for (const [label, stripped] of [
      ["a\u0000b", 1],
      ["a\uD800b", 1],
      ["a\uFFFEb", 1],
      ["a\tb", 0],
      ["a\u0085b", 0],
      ["a𝒳b", 0],
    ] as const) {
      const one = { nodes: [{ id: "n", type: "State", label }], edges: [] };
      const tally = { stripped: 0 };
      const xml = text(writeGraph(one, "gexf", { tally }));
      expect([label, tally.stripped]).toEqual([label, stripped]);
      if (stripped === 0) expect(readGexf(xml).getNodeAttribute("n", "label")).toBe(label);
    }
  });
});

describe("GEXF", () => {
  test("is read back by graphology with types, colours and ends", () => {
    const written = text(writeGraph(graph, "gexf"));
    expectWellFormed(written);
    const read = readGexf(written);
    expect([read.order, read.size]).toEqual([graph.nodes.length, graph.edges.length]);
    expect(read.getNodeAttributes("state/prk")).toMatchObject({ label: "North Korea", type: "State", wikidata: "Q-state/prk" });
    expect(read.getNodeAttribute("state/prk", "color")).toMatch(/^(?:#|rgb)/);
    const arms = graph.edges.find((edge) => edge.events[0] === "event/arms" && edge.predicate === "suppliesArmsTo")!;
    expect(read.source(arms.id)).toBe("state/prk");
    expect(read.getEdgeAttributes(arms.id)).toMatchObject({ predicate: "suppliesArmsTo", status: "asserted", sources: 2, weight: 1 });
    expect(read.isUndirected(graph.edges.find((edge) => edge.predicate === "meets")!.id)).toBe(true);
  });
  test("dynamic graphs have a mode, a time format, and both ends of every interval", () => {
    const merged = projectGraph(sampleKnowledge, { merge: true });
    const written = text(writeGraph(merged, "gexf", { dynamic: true }));
    expect(written).toContain('mode="dynamic" timeformat="date"');
    expect(written).toContain('<spells><spell start="2023-09-01" end="2024-06-30"/><spell start="2024-10-01" end="2024-10-31"/></spells>');
    expect(written).toContain(' start="2022-02-24" end="2022-02-24"');
    expect((written.match(/ start="/g) ?? []).length).toBe((written.match(/ end="/g) ?? []).length);
    expect(text(writeGraph(merged, "gexf"))).not.toMatch(/ (?:start|end)="|timeformat/);
  });
});

test("GraphML is read back by graphology with typed keys", () => {
  const written = text(writeGraph(graph, "graphml", { yfiles: true }));
  expectWellFormed(written);
  expect(written).toContain('attr.name="weight" attr.type="double"');
  expect(written).toContain("<y:NodeLabel>North Korea</y:NodeLabel>");
  const read = graphml.parse(MultiGraph as never, text(writeGraph(graph, "graphml"))) as unknown as MultiGraph;
  expect([read.order, read.size]).toEqual([graph.nodes.length, graph.edges.length]);
  expect(read.getNodeAttribute("state/prk", "label")).toBe("North Korea");
});

test("graphology JSON is imported by graphology", () => {
  const read = new MultiGraph();
  read.import(JSON.parse(text(writeGraph(graph, "graphology"))) as never);
  expect([read.order, read.size]).toEqual([graph.nodes.length, graph.edges.length]);
  expect(read.everyNode((_key, attributes) => Number.isFinite(attributes["x"]) && Number.isFinite(attributes["y"]))).toBe(true);
});

test("Cytoscape JSON has the elements that Cytoscape imports", () => {
  const { elements } = JSON.parse(text(writeGraph(graph, "cyjs"))) as {
    elements: { nodes: { data: { id: string } }[]; edges: { data: Record<string, unknown> }[] };
  };
  const ids = new Set(elements.nodes.map((node) => node.data.id));
  expect(
    elements.edges.every(
      (edge) =>
        ids.has(String(edge.data["source"])) && ids.has(String(edge.data["target"])) && typeof edge.data["interaction"] === "string",
    ),
  ).toBe(true);
});

describe("Neo4j", () => {
  test("ids are unique, no relationship dangles, nothing but names gets into the script", () => {
    const files = new Map(writeNeo4j(hostileGraph(NAUGHTY)).map((file) => [file.name, text(file.chunks)]));
    const rows = (name: string): string[][] =>
      (files.get(name)!.match(/(?:"(?:[^"]|"")*"|[^\n"])+\n/g) ?? []).map((record) =>
        (record.slice(0, -1).match(/(?:^|,)(?:"(?:[^"]|"")*"|[^,]*)/g) ?? []).map((cell) =>
          cell
            .replace(/^,/, "")
            .replace(/^"(.*)"$/s, "$1")
            .replaceAll('""', '"'),
        ),
      );
    const nodes = rows("nodes.csv");
    const ids = nodes.slice(1).map((row) => row[0]!);
    expect(nodes[0]!.slice(0, 3)).toEqual(["id:ID", ":LABEL", "name"]);
    expect(new Set(ids).size).toBe(NAUGHTY.length);
    const relationships = rows("relationships.csv");
    expect(relationships).toHaveLength(NAUGHTY.length + 1);
    for (const [source, target, type] of relationships.slice(1)) {
      expect(ids).toContain(source);
      expect(ids).toContain(target);
      expect(type).toMatch(/^[A-Z0-9_]+$/);
    }
    const script = files.get("load.cypher")!.split("\n").slice(1).join("\n");
    const quoted = [...script.matchAll(/`([^`]*)`|'([^']*)'/g)].map((match) => match[1] ?? match[2]!);
    expect(quoted.filter((name) => !/^[\w:[\]]+$|^Entity;\w+$|^;$|^file:\/\/\/(?:nodes|relationships)\.csv$/.test(name))).toEqual([]);
    expect(script.replace(/`[^`]*`|'[^']*'/g, "")).not.toMatch(/DROP TABLE|alert|["'`]/);
    const headers = nodes[0]!.map((name) => name.split(":")[0]);
    expect(new Set(headers.slice(2)).size).toBe(headers.length - 2);
  });
});

test("the claim table has one row for each event of each claim, with names for ids", () => {
  const rows = text(writeClaimCsv(sampleKnowledge as Knowledge))
    .trim()
    .split("\r\n");
  expect(rows).toHaveLength(4);
  expect(rows[1]).toMatch(
    /^claim\/1,Jung Pak,U\.S\. Department of Defense,accuses,certain,positive,,2024-06-12,event\/arms,ArmsTransfer,asserted,/,
  );
  expect(rows[1]).toContain("supplier: North Korea; recipient: Russia; item: munitions; target: Ukraine");
});

describe("SVG", () => {
  const boxes = (svg: string): { x: number; y: number; width: number; height: number }[] =>
    [
      ...svg.matchAll(
        /<rect x="(-?[\d.]+)" y="(-?[\d.]+)" width="([\d.]+)" height="([\d.]+)" rx="[\d.]+" fill="#\w+" stroke="#\w+" stroke-width="1.6"/g,
      ),
    ].map((match) => {
      const [x, y, width, height] = match.slice(1).map(Number) as [number, number, number, number];
      return { x, y, width, height };
    });
  test("has a box for every node, none over another, all on the page", () => {
    for (const size of [3, 18, 60, 150]) {
      const svg = text(writeGraph(generated(size), "svg", { title: "Graph" }));
      expectWellFormed(svg);
      const all = boxes(svg);
      expect(all).toHaveLength(size);
      const overlaps = all.flatMap((a, i) =>
        all.slice(i + 1).filter((b) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height),
      );
      expect(overlaps).toEqual([]);
      const [, width, height] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg)!.map(Number) as [number, number, number];
      const [, left, top] = /translate\(([\d.]+) ([\d.]+)\)/.exec(svg)!.map(Number) as [number, number, number];
      expect(
        all.every(
          (box) => box.x + left >= 0 && box.y + top >= 0 && box.x + box.width + left <= width && box.y + box.height + top <= height,
        ),
      ).toBe(true);
    }
  });
  test("stays possible for graphs that are too large to read", () => {
    const svg = text(writeGraph(generated(1500), "svg"));
    expect(boxes(svg)).toHaveLength(1500);
    expect(svg).not.toMatch(/NaN|Infinity/);
  });
  test("shows status by line, type by colour, evidence on hovering, and explains both", () => {
    const svg = text(writeGraph(graph, "svg", { title: "Arms & the war" }));
    expect(svg).toContain("<title>Arms &amp; the war</title>");
    for (const word of ["alleged", "disputed", "denied", "State or territory", "supplies arms to", "North Korea → Russia"])
      expect(svg).toContain(word);
    expect(svg).toContain("has transferred more than 1,000 containers of munitions to Russia");
    expect(svg).not.toMatch(/<script|href=|<image/);
  });
});

/** A scale-free graph of a given size with names of very different length. */
export function generated(size: number): PropertyGraph {
  const types = ["State", "Person", "InternationalOrganization", "WeaponSystem", "Company", "Agreement", "GovernmentBody"];
  const words = ["Ministry", "of", "Defence", "Republic", "Korea", "Agency", "United", "Nations", "Committee", "Hwasong-18", "Treaty"];
  const nodes = Array.from({ length: size }, (_, i) => ({
    id: `n${String(i).padStart(4, "0")}`,
    type: types[(i * 5) % types.length]!,
    label: Array.from({ length: 1 + ((i * 7) % 6) }, (_unused, k) => words[(i * 3 + k * 5) % words.length]!).join(" "),
  }));
  const base = graph.edges[0]!;
  const statuses = ["asserted", "confirmed", "alleged", "disputed", "planned", "denied"] as const;
  const predicates = ["suppliesArmsTo", "meets", "sanctions", "cooperatesWith", "attacks"];
  const edges = nodes.slice(1).flatMap((node, i) => {
    const to = [Math.floor((i * i * 0.37) % (Math.sqrt(i) + 1)), ...(i % 3 === 0 ? [(i * 13) % (i + 1)] : [])];
    return [...new Set(to)].map((target, k) => ({
      ...base,
      id: `e${i}-${k}`,
      source: node.id,
      target: nodes[target]!.id,
      predicate: predicates[(i + k) % 5]!,
      status: statuses[(i * 3 + k) % 6]!,
      directed: i % 4 !== 0,
    }));
  });
  return { nodes, edges };
}
