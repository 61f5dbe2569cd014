import { describe, expect, it } from "vitest";
import { completeQuery, type QueryVocabulary } from "../src/page/query/complete-query.ts";

const vocabulary: QueryVocabulary = {
  prefixes: { chy: "https://w3id.org/chancery/ns#", id: "https://w3id.org/chancery/id/", rdfs: "http://www.w3.org/2000/01/rdf-schema#" },
  classes: ["chy:State", "chy:Claim", "chy:ArmsTransfer"],
  properties: ["rdfs:label", "chy:speaker", "chy:supplier", "chy:suppliesArmsTo"],
  entities: [
    { name: "id:state\\/rus", label: "Russia" },
    { name: "id:person\\/lavrov-1f", label: "Sergei Lavrov" },
  ],
};

/** Completions where `|` stands. */
const complete = (text: string, asked = false): readonly string[] => {
  const at = text.indexOf("|");
  return (completeQuery(text.replace("|", ""), at, vocabulary, asked)?.options ?? []).map((option) => option.text);
};

describe("completion of queries", () => {
  it("offers keywords and functions by their beginning, in any case", () => {
    expect(complete("SELECT ?s WHERE { ?s ?p ?o } or|")).toEqual(["ORDER BY"]);
    expect(complete("SELECT (cou| WHERE")).toEqual(["COUNT("]);
  });

  it("offers names of the graph by their local part, after one letter and a prefix by its colon", () => {
    expect(complete("SELECT * { ?e supp| }")).toEqual(["chy:supplier", "chy:suppliesArmsTo"]);
    expect(complete("SELECT * { ?e chy:s| }")).toEqual(["chy:speaker", "chy:supplier", "chy:suppliesArmsTo", "chy:State"]);
    expect(complete("SELECT * { ?e ch| }")).toEqual(["chy:"]);
  });

  it("offers classes only after `a`", () => {
    expect(complete("SELECT * { ?e a chy:| }")).toEqual(["chy:State", "chy:Claim", "chy:ArmsTransfer"]);
    expect(complete("SELECT * { ?e a | }", true)).toEqual(["chy:State", "chy:Claim", "chy:ArmsTransfer", "chy:", "id:", "rdfs:"]);
    expect(complete("SELECT * { ?e a arms| }")).toEqual(["chy:ArmsTransfer"]);
  });

  it("finds entities by their label", () => {
    expect(complete("ASK { id:lavr| ?p ?o }")).toEqual(["id:person\\/lavrov-1f"]);
    expect(complete("ASK { id:russ| ?p ?o }")).toEqual(["id:state\\/rus"]);
    expect(complete("ASK { id:state\\/r| ?p ?o }")).toEqual(["id:state\\/rus"]);
    // A label is no name of another prefix.
    expect(complete("ASK { chy:russ| ?p ?o }")).toEqual([]);
  });

  it("offers the variables of the query, not the one being written", () => {
    expect(complete("SELECT ?event WHERE { ?event a ?type . ?e| }")).toEqual(["?event"]);
    expect(complete("SELECT ?event WHERE { ?event a ?type . ?| }")).toEqual(["?event", "?type"]);
    expect(complete("SELECT ?event WHERE { $e| }")).toEqual(["$event"]);
  });

  it("declares a prefix with its namespace", () => {
    expect(complete("PREFIX rd|")).toEqual(["rdfs: <http://www.w3.org/2000/01/rdf-schema#>"]);
  });

  it.each(["# chy:s|", 'SELECT * { ?e rdfs:label "chy:s|" }', "SELECT * { ?e <chy:s| }", "SELECT * { ?e rdfs:label 'it is se|"])(
    "keeps out of comments, strings and IRIs: %s",
    (text) => expect(complete(text)).toEqual([]),
  );

  it("goes on after a comment, a string and an IRI with its sign", () => {
    expect(complete('# a comment\nSELECT * { ?e rdfs:label "#" ; <http://x/#y> ?o ; chy:suppli| }')).toEqual([
      "chy:supplier",
      "chy:suppliesArmsTo",
    ]);
  });

  it("says nothing where nothing is begun, unless asked", () => {
    expect(complete("SELECT * { | }")).toEqual([]);
    expect(complete("SELECT * { | }", true).length).toBeGreaterThan(10);
  });
});
