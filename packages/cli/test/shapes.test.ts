import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseQuads } from "@chancery/io";
import { QuadStore } from "@chancery/rdf";
import { KnowledgeGraph } from "chancery";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { checkShapes } from "../src/shapes/check-shapes.ts";
import { chancery } from "./run-in-process.ts";

const PREFIXES = `@prefix : <http://e/> . @prefix sh: <http://www.w3.org/ns/shacl#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix owl: <http://www.w3.org/2002/07/owl#> .`;
const turtle = (text: string) => parseQuads(`${PREFIXES}\n${text}`, "trig");

async function check(data: string, shapes: string) {
  const store = new QuadStore();
  store.addAll(turtle(data));
  const report = await checkShapes(store, turtle(shapes));
  return { ...report, found: report.problems.map(({ focusNode, path, value, constraint }) => [focusNode, path, value, constraint]) };
}
const on = (property: string): string => `:S a sh:NodeShape ; sh:targetClass :C ; sh:property [ ${property} ] .`;

describe("checking a store against shapes", () => {
  it("finds what is missing, too much, or of the wrong kind, with node, path, value and message", async () => {
    const { problems, nodes } = await check(
      ":a a :C . :b a :C ; :p 1, 2 .",
      on("sh:path :p ; sh:minCount 1 ; sh:maxCount 1 ; sh:datatype xsd:string"),
    );
    expect(nodes).toBe(2);
    expect(problems).toMatchObject([
      {
        kind: "violation",
        focusNode: "http://e/a",
        path: "http://e/p",
        constraint: "MinCountConstraintComponent",
        message: "Less than 1 values",
      },
      { focusNode: "http://e/b", value: "1", constraint: "DatatypeConstraintComponent" },
      { focusNode: "http://e/b", value: "2", constraint: "DatatypeConstraintComponent" },
      { focusNode: "http://e/b", path: "http://e/p", constraint: "MaxCountConstraintComponent" },
    ]);
  });

  it("takes all graphs as one: the same triple in two of them is one value; it names the graphs of the focus node", async () => {
    const { problems, found } = await check(
      ":g1 { :a a :C ; :p 1 } :g2 { :a :p 1 . :b a :C } :g3 { :b :p 2, 3 }",
      on("sh:path :p ; sh:minCount 1 ; sh:maxCount 1"),
    );
    expect(found).toEqual([["http://e/b", "http://e/p", undefined, "MaxCountConstraintComponent"]]);
    expect(problems[0]?.graphs).toEqual(["http://e/g2", "http://e/g3"]);
  });

  it("reads the class hierarchy from the data and from the shapes", async () => {
    const shapes = `${on("sh:path :p ; sh:class :D")} :E rdfs:subClassOf :D .`;
    expect((await check(":C2 rdfs:subClassOf :C . :a a :C2 ; :p :x, :y . :x a :E .", shapes)).found).toEqual([
      ["http://e/a", "http://e/p", "http://e/y", "ClassConstraintComponent"],
    ]);
  });

  it("has a message for every constraint of SHACL Core, whether the validator has one or not", async () => {
    const properties: readonly (readonly [constraint: string, value: string])[] = [
      ["sh:class :D", ":x"],
      ["sh:datatype xsd:date", "1"],
      ["sh:nodeKind sh:Literal", ":x"],
      ["sh:minExclusive 5", "1"],
      ["sh:maxInclusive 5", "9"],
      ["sh:minLength 5", '"a"'],
      ["sh:maxLength 1", '"abc"'],
      ['sh:pattern "^a"', '"b"'],
      ['sh:languageIn ( "en" )', '"b"@de'],
      ["sh:uniqueLang true", '"a"@en, "b"@en'],
      ["sh:equals :q", "1"],
      ["sh:disjoint :p", "1"],
      ["sh:lessThan :r", "9"],
      ["sh:not [ sh:datatype xsd:integer ]", "1"],
      ["sh:and ( [ sh:datatype xsd:string ] )", "1"],
      ["sh:or ( [ sh:datatype xsd:string ] )", "1"],
      ["sh:xone ( [ sh:datatype xsd:string ] )", "1"],
      ["sh:node :T", "1"],
      ["sh:hasValue 7", "1"],
      ["sh:in ( 7 8 )", "1"],
    ];
    for (const [constraint, value] of properties) {
      const { problems } = await check(
        `:a a :C ; :p ${value} ; :r 1 .`,
        `${on(`sh:path :p ; ${constraint}`)} :T a sh:NodeShape ; sh:datatype xsd:string .`,
      );
      expect([constraint, problems.length > 0]).toEqual([constraint, true]);
      expect(problems[0]?.message).toMatch(/\w{3}/);
    }
    const [found] = (await check(":a a :C ; :p :x .", on("sh:path :p ; sh:class :D"))).problems;
    expect(found?.message).toBe("Does not fit sh:class http://e/D");
  });

  it.each([
    ["[ sh:inversePath :q ]", "^<http://e/q>"],
    ["( :q [ sh:zeroOrMorePath :r ] )", "<http://e/q>/<http://e/r>*"],
    ["[ sh:alternativePath ( :q :r ) ]", "<http://e/q>|<http://e/r>"],
    ["[ sh:oneOrMorePath [ sh:alternativePath ( :q :r ) ] ]", "(<http://e/q>|<http://e/r>)+"],
    ["[ sh:zeroOrOnePath :q ]", "<http://e/q>?"],
  ])("writes the path %s as %s", async (path, expected) => {
    expect((await check(":a a :C .", on(`sh:path ${path} ; sh:minCount 9`))).problems[0]?.path).toBe(expected);
  });

  it("tells warnings and remarks from violations", async () => {
    const shape = `:S a sh:NodeShape ; sh:targetNode :a ; sh:property [ sh:path :p ; sh:minCount 1 ; sh:severity sh:Warning ; sh:message "should have a p"@en ],
      [ sh:path :q ; sh:minCount 1 ; sh:severity sh:Info ] .`;
    expect((await check(":b :p 1 .", shape)).problems).toMatchObject([{ kind: "warning", message: "should have a p" }, { kind: "info" }]);
  });

  it("handles blank nodes, literals in odd places and a thousand classes in a row", async () => {
    expect((await check("[] a :C .", on("sh:path :p ; sh:minCount 1"))).problems[0]?.focusNode).toMatch(/^_:/);
    const row = Array.from({ length: 1000 }, (_, i) => `:K${i + 1} rdfs:subClassOf :K${i} .`).join("\n");
    expect((await check(`${row} :K0 rdfs:subClassOf :C . :a a :K1000 .`, on("sh:path :p ; sh:minCount 1"))).problems).toHaveLength(1);
    expect((await check(':a :p "x" .', ":S a sh:NodeShape ; sh:targetObjectsOf :p ; sh:nodeKind sh:IRI .")).found).toEqual([
      ["x", undefined, "x", "NodeKindConstraintComponent"],
    ]);
  });

  it("survives classes that are subclasses of themselves, and names those that go in a circle", async () => {
    expect((await check(":C rdfs:subClassOf :C . :a a :C .", on("sh:path :p ; sh:minCount 1"))).problems).toHaveLength(1);
    await expect(check(":C rdfs:subClassOf :D . :D rdfs:subClassOf :E . :E rdfs:subClassOf :D .", on("sh:path :p"))).rejects.toMatchObject({
      code: "shacl.class-cycle",
      message: expect.stringContaining("http://e/D → http://e/E → http://e/D"),
    });
  });

  it("says what it does not check: imports, constraints in SPARQL, and shapes that apply to nothing", async () => {
    const { notes, nodes } = await check(
      ":a :p 1 .",
      `<http://e/> owl:imports <http://elsewhere/shapes> . :S a sh:NodeShape ; sh:targetClass :C ; sh:sparql [ sh:select "SELECT $this { }" ] .`,
    );
    expect(nodes).toBe(0);
    expect(notes).toEqual([expect.stringContaining("http://elsewhere/shapes"), expect.stringContaining("sh:sparql")]);
  });

  it("answers shapes that are none with an error that says so", async () => {
    await expect(check(":a a :C .", on("sh:path [] ; sh:minCount 1"))).rejects.toMatchObject({ code: "shacl.invalid-shapes" });
    await expect(check(":a a :C ; :p 1 .", on('sh:path :p ; sh:pattern "("'))).rejects.toMatchObject({ code: "shacl.invalid-shapes" });
  });

  it("says what to install where the validator is missing", async () => {
    vi.doMock("rdf-validate-shacl", () => {
      throw new Error("Cannot find package");
    });
    await expect(check(":a a :C .", on("sh:path :p"))).rejects.toMatchObject({
      code: "shacl.no-validator",
      remedy: expect.stringContaining("npm install"),
    });
    vi.doUnmock("rdf-validate-shacl");
  });
});

describe("chancery validate, of RDF", () => {
  let folder = "";
  let good = "";
  const file = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "chancery-shapes-"));
    const graph = await KnowledgeGraph.create();
    graph.add({ id: "one", text: "The Pentagon said North Korea had supplied missiles to Russia. Moscow denied it." });
    good = [...graph.export("trig")].join("");
    file("good.trig", good);
  }, 60_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("finds nothing wrong with what it exports, and each way to break it", async () => {
    expect(await chancery(["validate", join(folder, "good.trig")])).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/[1-9]\d* nodes checked against shapes, all as/),
    });
    const breaks: readonly (readonly [from: RegExp, to: string, expected: RegExp])[] = [
      [/chy:speaker \S+ ;/, "", /violation id:claim\/\w+ chy:speaker: Less than 1/],
      [
        /chy:stance chy:\w+/,
        "chy:stance chy:muses",
        /violation id:claim\/\w+ chy:stance: [^\n]*\n {2}value {2}chy:muses\n {2}in {5}id:graph\/one\n/,
      ],
      [/chy:eventStatus chy:\w+/, "chy:eventStatus chy:rumoured", /chy:eventStatus/],
      [/chy:confidence [0-9.]+/, 'chy:confidence "high"', /chy:confidence: [^\n]*datatype/],
    ];
    for (const [from, to, expected] of breaks) {
      expect(good).toMatch(from);
      const broken = file("broken.trig", good.replace(from, to));
      expect(await chancery(["validate", broken])).toMatchObject({ status: 1, stdout: expect.stringMatching(expected) });
    }
  });

  it("reports as JSON and in SHACL's own terms", async () => {
    const broken = file("broken.trig", good.replace(/chy:speaker \S+ ;/, ""));
    const { shapes } = JSON.parse((await chancery(["validate", broken, "--json"])).stdout);
    expect(shapes).toMatchObject([
      {
        problems: [{ kind: "violation", path: "https://w3id.org/chancery/ns#speaker", graphs: ["https://w3id.org/chancery/id/graph/one"] }],
      },
    ]);
    const report = parseQuads((await chancery(["validate", broken, "--format", "turtle"])).stdout, "turtle");
    expect(report.filter(({ predicate }) => predicate.value.endsWith("#conforms")).map(({ object }) => object.value)).toEqual(["false"]);
  });

  it("takes other shapes, several files, and says when nothing was checked", async () => {
    const shapes = file("own.ttl", `${PREFIXES} :S a sh:NodeShape ; sh:targetClass :C ; sh:property [ sh:path :p ; sh:minCount 2 ] .`);
    const one = file("one.ttl", `${PREFIXES} :a a :C ; :p 1 .`);
    expect(await chancery(["validate", one, "--shapes", shapes])).toMatchObject({
      status: 1,
      stdout: expect.stringContaining("<http://e/a> <http://e/p>: Less than 2"),
    });
    const two = file("two.nt", '<http://e/a> <http://e/p> "2" .\n');
    expect((await chancery(["validate", one, two, "--shapes", shapes])).status).toBe(0);
    expect(await chancery(["validate", one])).toMatchObject({ status: 0, stderr: expect.stringContaining("nothing was checked") });
  });

  it("answers wrong input with a code and a remedy", async () => {
    const cases: readonly (readonly [args: readonly string[], status: number, expected: string])[] = [
      [["validate", join(folder, "none.ttl")], 1, "[file.not-found]"],
      [["validate", file("bad.ttl", "<http://e/a> <p> .")], 1, "[io."],
      [["validate", join(folder, "good.trig"), "--shapes", join(folder, "none.ttl")], 1, "[file."],
      [["validate", join(folder, "good.trig"), "--shapes", file("notes.txt", "")], 1, "[shacl.invalid-shapes]"],
      [["validate", file("x.json", "{}"), "--shacl"], 2, "check RDF"],
    ];
    for (const [args, status, expected] of cases)
      expect(await chancery(args)).toMatchObject({ status, stderr: expect.stringContaining(expected) });
  });
});
