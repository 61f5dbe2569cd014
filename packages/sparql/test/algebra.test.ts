import { describe, test } from "vitest";
import { PASSES } from "../src/optimize/optimize.ts";
import { checkAlgebra } from "./support/check.ts";

const pass = (...names: readonly string[]) =>
  PASSES.filter((candidate, index) => names.includes(candidate.name) && PASSES.indexOf(candidate) === index);

describe("algebra", () => {
  test("filters of a group go around the whole group", () => {
    checkAlgebra(
      "SELECT ?s { ?s :p ?o FILTER(?o > 1) ?s :q ?r }",
      `
project ?s
  filter >(?o, "1"^^<xsd:integer>)
    join
      bgp { ?s <p> ?o }
      bgp { ?s <q> ?r }`,
    );
  });

  test("only the OPTIONAL's own filters are its condition", () => {
    checkAlgebra(
      "SELECT ?s { ?s :p ?o OPTIONAL { ?s :q ?r FILTER(?r > ?o) } }",
      `
project ?s
  leftJoin if >(?r, ?o)
    bgp { ?s <p> ?o }
    bgp { ?s <q> ?r }`,
    );
    checkAlgebra(
      "SELECT ?s { ?s :p ?o OPTIONAL { { ?s :q ?r FILTER(?r > ?o) } } }",
      `
project ?s
  leftJoin
    bgp { ?s <p> ?o }
    filter >(?r, ?o)
      bgp { ?s <q> ?r }`,
    );
  });

  test("sequences and inverses of paths are patterns, alternatives a union that keeps duplicates", () => {
    checkAlgebra(
      "SELECT ?s { ?s :p/^:q ?o . ?s (:p|:q) ?x . ?s :p+ ?y }",
      `
project ?s
  join
    bgp { ?s <p> ?#p0 . ?o <q> ?#p0 }
    union
      bgp { ?s <p> ?x }
      bgp { ?s <q> ?x }
    path ?s <p>+ ?y`,
    );
  });

  test("aggregates become variables of a group", () => {
    checkAlgebra(
      "SELECT ?s (SUM(?o) * 2 AS ?t) { ?s :p ?o } GROUP BY ?s HAVING(COUNT(*) > 1) ORDER BY ?t LIMIT 3",
      `
slice offset 0 limit 3
  project ?s ?t
    orderBy ASC(?t)
      extend ?t := *(?#a0, "2"^^<xsd:integer>)
        filter >(?#a1, "1"^^<xsd:integer>)
          group by (?s) ?#a0 := sum(?o), ?#a1 := countAll(*)
            bgp { ?s <p> ?o }`,
    );
  });
});

describe("optimiser", () => {
  test("GRAPH moves into the leaves and becomes a key of groups, but stays around slices", () => {
    checkAlgebra(
      "SELECT * { GRAPH ?g { ?s :p ?o OPTIONAL { ?s :q ?r } } }",
      `
project ?s ?o ?r ?g
  leftJoin
    bgp in ?g { ?s <p> ?o }
    bgp in ?g { ?s <q> ?r }`,
      pass("push-graphs"),
    );
    checkAlgebra(
      "SELECT * { GRAPH ?g { SELECT (COUNT(*) AS ?n) { ?s :p ?o } } }",
      `
project ?n ?g
  project ?n ?g
    project ?n ?g
      extend ?n := ?#a0
        union
          group by (?g) ?#a0 := countAll(*)
            bgp in ?g { ?s <p> ?o }
          extend ?#a0 := "0"^^<xsd:integer>
            minus
              graphNames in ?g
              project ?g
                bgp in ?g { ?s <p> ?o }`,
      pass("push-graphs"),
    );
    checkAlgebra(
      "SELECT * { GRAPH ?g { SELECT ?s { ?s :p ?o } LIMIT 1 } }",
      `
project ?s ?g
  project ?s ?g
    graph ?g
      slice offset 0 limit 1
        project ?s
          bgp { ?s <p> ?o }`,
      pass("push-graphs"),
    );
  });

  test("a graph variable that is used inside too gets a name of its own there", () => {
    checkAlgebra(
      "SELECT * { GRAPH ?g { ?s :p ?o FILTER(?g = :a) } }",
      `
project ?s ?o ?g
  extend ?g := ?#g0
    filter =(?g, <a>)
      bgp in ?#g0 { ?s <p> ?o }`,
      pass("push-graphs"),
    );
  });

  test("filters go to the smallest pattern that binds their variables", () => {
    checkAlgebra(
      "SELECT * { { ?s :p ?o } UNION { ?s :q ?o } OPTIONAL { ?s :r ?x } FILTER(?o > 1 && BOUND(?x)) }",
      `
project ?s ?o ?x
  filter bound(?x)
    leftJoin
      union
        filter >(?o, "1"^^<xsd:integer>)
          bgp { ?s <p> ?o }
        filter >(?o, "1"^^<xsd:integer>)
          bgp { ?s <q> ?o }
      bgp { ?s <r> ?x }`,
      pass("push-filters"),
    );
  });

  test("equality with an IRI becomes a join, equality with a literal does not", () => {
    checkAlgebra(
      "SELECT * { ?s ?p ?o FILTER(?p = :q) FILTER(?o = 1) }",
      `
project ?s ?p ?o
  filter =(?o, "1"^^<xsd:integer>)
    join
      values (?p) 1 rows
      bgp { ?s ?p ?o }`,
      pass("push-filters", "constant-filters"),
    );
  });

  test("required patterns move in front of OPTIONAL when that cannot change the answers", () => {
    checkAlgebra(
      "SELECT * { ?s :p ?o OPTIONAL { ?s :q ?x } ?o :r ?y }",
      `
project ?s ?o ?x ?y
  leftJoin
    join
      bgp { ?s <p> ?o }
      bgp { ?o <r> ?y }
    bgp { ?s <q> ?x }`,
      pass("hoist-required"),
    );
    checkAlgebra(
      "SELECT * { ?s :p ?o OPTIONAL { ?s :q ?x } ?o :r ?x }",
      `
project ?s ?o ?x
  join
    leftJoin
      bgp { ?s <p> ?o }
      bgp { ?s <q> ?x }
    bgp { ?o <r> ?x }`,
      pass("hoist-required"),
    );
  });
});
