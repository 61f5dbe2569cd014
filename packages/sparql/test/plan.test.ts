import { dataFactory, QuadStore } from "@chancery/rdf";
import { describe, expect, test } from "vitest";
import { checkPlan, rowsOf, storeOf } from "./support/check.ts";

const iri = (name: string) => dataFactory.namedNode(`http://example.org/${name}`);

/** 600 events with a functional actor and target, a shared place, and follow-up links that make triangles. */
function events(): QuadStore {
  const store = new QuadStore();
  for (let i = 0; i < 600; i++) {
    const event = iri(`event${i}`);
    store.add(dataFactory.quad(event, iri("actor"), iri(`state${i % 20}`)));
    store.add(dataFactory.quad(event, iri("target"), iri(`state${(i * 7) % 20}`)));
    store.add(dataFactory.quad(iri(`state${i % 20}`), iri("near"), iri(`state${(i + (Math.floor(i / 20) % 8) ** 2) % 20}`)));
    if (i % 50 === 0) store.add(dataFactory.quad(event, iri("note"), dataFactory.literal(`note ${i}`)));
  }
  return store;
}

describe("plans", () => {
  const store = events();

  test("a star on functional predicates is one pass of lookups", () => {
    const plan = checkPlan(store, "SELECT * { ?e :actor :state3 ; :target ?t ; :actor ?a }", [
      "lookups ?e <target> ?t . ?e <actor> ?a",
      "  scan ?e <actor> <state3>",
    ]);
    expect(plan.actualRows).toBe(30);
  });

  test("a functional predicate that is rare among the ids is searched, since the index keeps no column for it", () => {
    const large = new QuadStore();
    for (let i = 0; i < 20_000; i++) large.add(dataFactory.quad(iri(`node${i}`), iri("next"), iri(`other${i}`)));
    for (let i = 19_990; i < 20_000; i++) {
      large.add(dataFactory.quad(iri(`node${i}`), iri("rare"), iri(`rare${i}`)));
      large.add(dataFactory.quad(iri(`node${i}`), iri("scarce"), iri(`scarce${i}`)));
    }
    expect(rowsOf(large, "SELECT * { ?s :rare ?x ; :scarce ?y }")).toHaveLength(10);
    expect(rowsOf(large, "SELECT * { ?s :rare ?x OPTIONAL { ?s :scarce ?y } }")).toHaveLength(10);
  });

  test("a cycle is closed by intersecting sorted lists", () => {
    const plan = checkPlan(store, "SELECT (COUNT(*) AS ?n) { ?a :near ?b . ?b :near ?c . ?c :near ?a }", [
      "extend ?n := ?#a0",
      "  group by  computing countAll",
      "    intersect ?c in ?b <near> ?c ∩ ?c <near> ?a",
      "      scan ?a <near> ?b",
    ]);
    expect(plan.actualRows).toBe(1);
  });

  test("COUNT of one pattern reads offsets", () => {
    checkPlan(store, "SELECT (COUNT(?e) AS ?n) { ?e :actor ?a }", ["extend ?n := ?#a0", "  count ?e <actor> ?a"]);
    expect(rowsOf(store, "SELECT (COUNT(?e) AS ?n) { ?e :actor ?a }")).toEqual(['n="600"^^<xsd:integer>']);
  });

  test("EXISTS and NOT EXISTS of one pattern are index searches", () => {
    const plan = checkPlan(store, "SELECT ?e { ?e :actor :state0 FILTER NOT EXISTS { ?e :note ?n } }", [
      "probe without ?e <note> ?n",
      "  scan ?e <actor> <state0>",
    ]);
    expect(plan.actualRows).toBe(24);
  });

  test("a rare left side is pushed into OPTIONAL, UNION and paths", () => {
    const optional = checkPlan(store, 'SELECT * { ?e :note "note 50" OPTIONAL { ?e :actor ?a . ?x :target ?a } }', [
      "left join on ?e (seeded)",
      '  scan ?e <note> "note 50"',
      "  indexJoin ?x <target> ?a",
      "    indexJoin ?e <actor> ?a",
      "      seed",
    ]);
    expect(optional.actualRows).toBe(30);
    const path = checkPlan(store, 'SELECT * { ?e :note "note 50" ; :actor/:near+ ?b }', [
      "path ?#p0 <near>+ ?b",
      "  indexJoin ?e <actor> ?#p0",
      '    scan ?e <note> "note 50"',
    ]);
    expect(path.inputs[0]?.actualRows).toBe(1);
  });

  test("ORDER BY with LIMIT only selects", () => {
    checkPlan(store, "SELECT ?n { ?e :note ?n } ORDER BY DESC(?n) LIMIT 2", [
      "slice offset 0 limit 2",
      "  orderBy DESC(?n) top 2",
      "    scan ?e <note> ?n",
    ]);
    expect(rowsOf(store, "SELECT ?n { ?e :note ?n } ORDER BY DESC(?n) LIMIT 2", { ordered: true })).toEqual([
      'n="note 550"',
      'n="note 500"',
    ]);
  });

  test("a pattern without matches empties the plan before anything runs", () => {
    checkPlan(store, "SELECT * { ?e :actor ?a ; :absent ?x }", ["empty"]);
  });

  test("estimates of single patterns are exact", () => {
    const plan = checkPlan(store, "SELECT * { ?e :target :state7 }", ["scan ?e <target> <state7>"]);
    expect(plan.estimatedRows).toBe(plan.actualRows);
  });

  test("more patterns than the exhaustive search takes are still ordered", () => {
    const chain = Array.from({ length: 14 }, (_, i) => `?s${i} :near ?s${i + 1} .`).join(" ");
    expect(rowsOf(store, `SELECT ?s14 { ?e :note "note 50" ; :actor ?s0 . ${chain} } LIMIT 1`)).toHaveLength(1);
  });
});

describe("answers", () => {
  test("alternatives of paths keep duplicates", () => {
    const store = storeOf(":a :p :b . :b :p :a .");
    expect(rowsOf(store, "SELECT ?x { :a (:p|^:p) ?x }")).toEqual(["x=:b", "x=:b"]);
    expect(rowsOf(store, "SELECT ?x { :a !(:q|^:q) ?x }")).toEqual(["x=:b", "x=:b"]);
  });

  test("a path of length zero holds for a constant that is in no triple, not for a value from elsewhere", () => {
    const store = storeOf(":a :p :b .");
    expect(rowsOf(store, "SELECT ?x { :nowhere :p* ?x }")).toEqual(["x=:nowhere"]);
    expect(rowsOf(store, "SELECT ?x { VALUES ?x { :nowhere :a } ?x :p* ?x }")).toEqual(["x=:a"]);
  });

  test("nested closures on a cycle end", () => {
    const store = storeOf(":a :p :b . :b :p :c . :c :p :a .");
    expect(rowsOf(store, "SELECT ?x { :a (:p*)* ?x }")).toHaveLength(3);
    expect(rowsOf(store, "SELECT ?x ?y { ?x (:p+)+ ?y }")).toHaveLength(9);
  });

  test("variables that may be unbound join by compatibility", () => {
    const store = storeOf(":a :p 1 . :b :p 2 . :a :q :x . :b :r :y .");
    const query = "SELECT * { ?s :p ?n OPTIONAL { ?s :q ?v } OPTIONAL { ?s :r ?v } { SELECT ?v { VALUES ?v { :x :y UNDEF } } } }";
    expect(rowsOf(store, query)).toEqual([
      's=:a n="1"^^<xsd:integer> v=:x',
      's=:a n="1"^^<xsd:integer> v=:x',
      's=:b n="2"^^<xsd:integer> v=:y',
      's=:b n="2"^^<xsd:integer> v=:y',
    ]);
  });

  test("EXISTS reads the outer row inside filters, and may stand in an OPTIONAL's condition", () => {
    const store = storeOf(":a :p 1 . :b :p 2 . :c :p 3 .");
    expect(rowsOf(store, "SELECT ?s { ?s :p ?n FILTER NOT EXISTS { ?t :p ?m FILTER(?m > ?n) } }")).toEqual(["s=:c"]);
    expect(
      rowsOf(store, "SELECT ?s ?t { ?s :p ?n OPTIONAL { ?t :p ?m FILTER(?m > ?n && NOT EXISTS { ?u :p ?k FILTER(?k > ?m) }) } }"),
    ).toEqual(["s=:a t=:c", "s=:b t=:c", "s=:c"]);
  });

  test("a path between two bound ends holds exactly where walking from one end arrives", () => {
    const store = new QuadStore();
    // A sparse random graph with cycles, 40 nodes, and a long chain that makes searches large.
    let state = 7;
    const random = (below: number): number => {
      state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
      return state % below;
    };
    for (let i = 0; i < 44; i++)
      store.add(dataFactory.quad(iri(`n${random(40)}`), iri(random(2) === 0 ? "p" : "q"), iri(`n${random(40)}`)));
    for (let i = 0; i < 600; i++) store.add(dataFactory.quad(iri(`c${i}`), iri("p"), iri(`c${i + 1}`)));
    for (const path of [":p+", ":p*", "(:p|:q)+", "(:p/^:q)*", "^(:p|:q)+"]) {
      for (let i = 0; i < 40; i += 3) {
        const walked = new Set(rowsOf(store, `SELECT ?x { :n${i} ${path} ?x }`));
        for (let j = 0; j < 40; j++) {
          const bound = rowsOf(store, `SELECT * { BIND(:n${j} AS ?x) :n${i} ${path} :n${j} }`);
          expect(bound, `:n${i} ${path} :n${j}`).toEqual(walked.has(`x=:n${j}`) ? [`x=:n${j}`] : []);
        }
      }
      const pairs = rowsOf(store, `SELECT ?x ?y { VALUES ?x { :n1 :n2 :n3 :c5 } VALUES ?y { :n4 :n1 :n8 :c590 } ?x ${path} ?y }`);
      const each = ["n1", "n2", "n3", "c5"].flatMap((x) =>
        rowsOf(store, `SELECT ?x ?y { :${x} ${path} ?y VALUES ?y { :n4 :n1 :n8 :c590 } BIND(:${x} AS ?x) }`),
      );
      expect(pairs.sort()).toEqual(each.sort());
    }
    expect(rowsOf(store, "SELECT ?x { :c0 :p+ ?x }")).toHaveLength(600);
    expect(rowsOf(store, "SELECT ?x { ?x :p+ :c600 }")).toHaveLength(600);
  });

  test("named graphs: one join over all of them, FROM NAMED restricts, the union is an option", () => {
    const store = storeOf("GRAPH :g1 { :a :p 1 . :a :q 1 } GRAPH :g2 { :a :p 2 } :a :p 3 .");
    expect(rowsOf(store, "SELECT ?g ?o { GRAPH ?g { :a :p ?o } }")).toEqual(['g=:g1 o="1"^^<xsd:integer>', 'g=:g2 o="2"^^<xsd:integer>']);
    expect(rowsOf(store, "SELECT ?g { GRAPH ?g { ?s :p ?o . ?s :q ?o } }")).toEqual(["g=:g1"]);
    expect(rowsOf(store, "SELECT ?g FROM NAMED :g2 { GRAPH ?g { ?s :p ?o } }")).toEqual(["g=:g2"]);
    expect(rowsOf(store, "SELECT ?o FROM :g1 FROM :g2 { :a :p ?o }")).toHaveLength(2);
    expect(rowsOf(store, "SELECT ?o { :a :p ?o }")).toHaveLength(1);
    expect(rowsOf(store, "SELECT ?o { :a :p ?o }", { unionDefaultGraph: true })).toHaveLength(3);
    expect(rowsOf(store, "SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g")).toHaveLength(2);
    expect(rowsOf(store, "SELECT * { GRAPH ?g { SELECT (COUNT(*) AS ?n) { ?s ?p ?o } } }")).toHaveLength(2);
  });

  test("groups inside GRAPH are groups of each graph, those without a solution included", () => {
    const store = storeOf("GRAPH :g1 { :a :p 1 , 2 . :b :p 4 } GRAPH :g2 { :a :p 8 } GRAPH :g3 { :a :q 1 } :a :p 3 .");
    const integer = (name: string, value: number) => `${name}="${value}"^^<xsd:integer>`;
    expect(rowsOf(store, "SELECT ?g ?n ?m { GRAPH ?g { SELECT (COUNT(*) AS ?n) (MAX(?o) AS ?m) { ?s :p ?o } } }").sort()).toEqual([
      `g=:g1 ${integer("n", 3)} ${integer("m", 4)}`,
      `g=:g2 ${integer("n", 1)} ${integer("m", 8)}`,
      `g=:g3 ${integer("n", 0)}`,
    ]);
    expect(rowsOf(store, "SELECT ?g ?s ?n { GRAPH ?g { SELECT ?s (SUM(?o) AS ?n) { ?s :p ?o } GROUP BY ?s } }").sort()).toEqual([
      `g=:g1 s=:a ${integer("n", 3)}`,
      `g=:g1 s=:b ${integer("n", 4)}`,
      `g=:g2 s=:a ${integer("n", 8)}`,
    ]);
    expect(rowsOf(store, "SELECT ?g { GRAPH ?g { SELECT (COUNT(*) AS ?n) { ?s :p ?o } HAVING(COUNT(*) < 2) } }").sort()).toEqual([
      "g=:g2",
      "g=:g3",
    ]);
    // The name is not visible inside the sub-select, where it is another variable.
    expect(rowsOf(store, "SELECT ?g ?n { GRAPH ?g { SELECT (COUNT(?g) AS ?n) { ?s :p ?g } } }")).toHaveLength(3);
  });

  test("a text filter on the dictionary's bytes passes what the functions say", () => {
    const store = storeOf(
      `:a :t "Arms Embargo" , "embargo"@en , "EMBARGO\u00e9" , "\u212aelvin" , "emb" , "go" , "" , "straße embargo" , 7 , "embargo"^^:own , <http://x/embargo> , _:b .`,
    );
    const subjects = ["?t", "LCASE(?t)", "UCASE(?t)", "STR(?t)", "LCASE(STR(?t))", "UCASE(STR(?t))", "STR(LCASE(?t))"];
    for (const subject of subjects) {
      for (const place of ["CONTAINS", "STRSTARTS", "STRENDS"]) {
        for (const part of ["embargo", "EMBARGO", "go", "k", "K", "7", "SS", "Arms", "http"]) {
          const call = `${place}(${subject}, "${part}")`;
          const filtered = rowsOf(store, `SELECT ?t { ?s :t ?t FILTER(${call}) }`).sort();
          const computed = rowsOf(store, `SELECT ?t { ?s :t ?t BIND(COALESCE(${call}, false) AS ?is) FILTER(?is = true) }`).sort();
          expect(filtered, call).toEqual(computed);
        }
      }
    }
    expect(rowsOf(store, 'SELECT ?t { ?s :t ?t FILTER(CONTAINS(LCASE(?t), "embargo")) }')).toHaveLength(4);
  });

  test("ORDER BY sorts unbound, blank nodes, IRIs, then literals by value", () => {
    const store = storeOf(':a :p 10 . :b :p 9.5 . :c :p "x" . :d :p :z . :e :p _:b . :f :q 1 .');
    expect(rowsOf(store, "SELECT ?s { ?s ?any ?y OPTIONAL { ?s :p ?o } } ORDER BY ?o", { ordered: true })).toEqual([
      "s=:f",
      "s=:e",
      "s=:d",
      "s=:b",
      "s=:a",
      "s=:c",
    ]);
  });
});
