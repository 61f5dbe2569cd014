import { dataFactory, namespaces, type QuadStore } from "@chancery/rdf";
import { select } from "@chancery/sparql";
import type { NamedNode, Quad } from "@rdfjs/types";

const RESULT_FORMATS = ["SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV"];
const TRIPLE_FORMATS = ["Turtle", "TriG", "N-Triples", "N-Quads", "RDF_XML", "JSON-LD"];

/** SPARQL 1.1 Service Description of this endpoint, with the names and sizes of its graphs. */
export function serviceDescription(url: URL, store: QuadStore, unionDefaultGraph: boolean): Iterable<Quad> {
  const { namedNode, quad, literal } = dataFactory;
  const sd = (name: string): NamedNode => namedNode(`http://www.w3.org/ns/sparql-service-description#${name}`);
  const triples = namedNode("http://rdfs.org/ns/void#triples");
  const endpoint = `${url.origin}${url.pathname}`;
  const part = (name: string): NamedNode => namedNode(`${endpoint}#${name}`);
  const count = (size: number): ReturnType<typeof literal> => literal(String(size), namespaces.xsd("integer"));
  const graphs = Array.from(select<"g">(store, "SELECT DISTINCT ?g { GRAPH ?g {} } ORDER BY ?g"), ({ g }) => g?.value ?? "");
  return [
    quad(part("service"), namespaces.rdf("type"), sd("Service")),
    quad(part("service"), sd("endpoint"), namedNode(endpoint)),
    quad(part("service"), sd("supportedLanguage"), sd("SPARQL11Query")),
    ...(unionDefaultGraph ? [quad(part("service"), sd("feature"), sd("UnionDefaultGraph"))] : []),
    ...[...RESULT_FORMATS, ...TRIPLE_FORMATS].map((name) =>
      quad(part("service"), sd("resultFormat"), namedNode(`http://www.w3.org/ns/formats/${name}`)),
    ),
    quad(part("service"), sd("defaultDataset"), part("dataset")),
    quad(part("dataset"), namespaces.rdf("type"), sd("Dataset")),
    quad(part("dataset"), sd("defaultGraph"), part("default-graph")),
    quad(part("default-graph"), namespaces.rdf("type"), sd("Graph")),
    quad(part("default-graph"), triples, count(store.countQuads(null, null, null, unionDefaultGraph ? null : dataFactory.defaultGraph()))),
    ...graphs.flatMap((name, index) => {
      const [entry, graph] = [part(`named-graph-${index}`), part(`graph-${index}`)];
      return [
        quad(part("dataset"), sd("namedGraph"), entry),
        quad(entry, namespaces.rdf("type"), sd("NamedGraph")),
        quad(entry, sd("name"), namedNode(name)),
        quad(entry, sd("graph"), graph),
        quad(graph, namespaces.rdf("type"), sd("Graph")),
        quad(graph, triples, count(store.countQuads(null, null, null, namedNode(name)))),
      ];
    }),
  ];
}
