import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { KnowledgeGraph } from "chancery";
import { describe, expect, it } from "vitest";
import { completeWord, isComplete, runQueryPrompt } from "../src/query-prompt.ts";

describe("the query prompt", () => {
  it("answers line by line and at empty lines, changes the format, and keeps a history", async () => {
    const graph = await KnowledgeGraph.create();
    graph.add({ text: "Russia vetoed the resolution." });
    const folder = mkdtempSync(join(tmpdir(), "chancery-prompt-"));
    const historyFile = join(folder, "history");
    const [input, output] = [new PassThrough(), new PassThrough()];
    let shown = "";
    output.on("data", (piece: Buffer) => {
      shown += piece.toString();
    });
    input.end(
      [
        ".help",
        "SELECT ?name { ?e a chy:Veto ; chy:actor/rdfs:label ?name }",
        ".format csv",
        "SELECT ?name {",
        "  ?e a chy:Veto ; chy:actor/rdfs:label ?name",
        "} ORDER BY ?name",
        "",
        "ASK { ?s a chy:Attack }",
        ".quit",
        "ASK { ?s a chy:Veto }",
        "",
      ].join("\n"),
    );
    await runQueryPrompt(graph, { input, output, historyFile });
    expect(shown).toContain(".format table|json");
    expect(shown).toMatch(/name\nRussia\n1 row\n[\s\S]*name\r\nRussia\r\n[\s\S]*no\n/);
    expect(shown).not.toContain("yes\n");
    expect(readFileSync(historyFile, "utf8").split("\n")).toHaveLength(4);
    rmSync(folder, { recursive: true, force: true });
  });

  it.each([
    ["SELECT * { ?s ?p ?o }", true],
    ['SELECT * { ?s ?p "}" ', false],
    ["SELECT * {", false],
    ["PREFIX x: <http://e/{}>", false],
    ["SELECT *", false],
    ["ASK { ?s ?p <http://e/}> } # {", true],
  ])("%s is complete: %s", (line, complete) => expect(isComplete(line)).toBe(complete));

  it("completes keywords, terms and the line's variables", () => {
    const words = ["SELECT", "chy:actor", "chy:ArmsTransfer", "rdfs:"];
    expect(completeWord("sel", words)).toEqual([["SELECT"], "sel"]);
    expect(completeWord("SELECT ?event { ?event chy:a", words)).toEqual([["chy:actor", "chy:ArmsTransfer"], "chy:a"]);
    expect(completeWord("SELECT ?event ?x { ?ev", words)).toEqual([["?event"], "?ev"]);
    expect(completeWord("SELECT ", words)).toEqual([[], ""]);
  });
});
