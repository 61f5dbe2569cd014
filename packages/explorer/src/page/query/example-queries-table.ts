/** Questions that every graph can answer; prefixes chy, id, rdf, rdfs, skos, prov, schema, nif need no declaration. */
export const EXAMPLE_QUERIES: readonly { readonly title: string; readonly query: string }[] = [
  {
    title: "Events by type and status (chart)",
    query: `SELECT ?type (COUNT(DISTINCT ?event) AS ?events) WHERE {
  ?event a ?type ; chy:eventStatus ?status .
}
GROUP BY ?type
ORDER BY DESC(?events)`,
  },
  {
    title: "Who supplies arms to whom, and what is the status",
    query: `SELECT ?supplier ?recipient ?status WHERE {
  ?event a chy:ArmsTransfer ; chy:supplier/rdfs:label ?supplier ; chy:recipient/rdfs:label ?recipient ; chy:eventStatus ?status .
}
ORDER BY ?supplier ?recipient`,
  },
  {
    title: "Claims with speaker, stance and exact words",
    query: `SELECT ?speaker ?stance ?certainty ?words WHERE {
  ?claim a chy:Claim ; chy:speaker/rdfs:label ?speaker ; chy:stance ?stance ; chy:certainty ?certainty ; chy:evidence/nif:anchorOf ?words .
}
ORDER BY ?speaker
LIMIT 100`,
  },
  {
    title: "What is both asserted and denied",
    query: `SELECT DISTINCT ?event ?by ?deniedBy WHERE {
  ?for chy:content ?event ; chy:stance ?stance ; chy:speaker ?by .
  ?against chy:content ?event ; chy:stance chy:denies ; chy:speaker ?deniedBy .
  FILTER(?stance IN (chy:asserts, chy:confirms, chy:estimates, chy:alleges, chy:accuses))
}`,
  },
  {
    title: "Who speaks most (chart)",
    query: `SELECT ?speaker (COUNT(?claim) AS ?claims) WHERE {
  ?claim a chy:Claim ; chy:speaker ?id .
  ?id rdfs:label ?speaker .
}
GROUP BY ?speaker
ORDER BY DESC(?claims)
LIMIT 20`,
  },
  {
    title: "Direct connections between states (graph)",
    query: `CONSTRUCT { ?a ?edge ?b } WHERE {
  GRAPH id:graph\\/derived { ?a ?edge ?b }
  ?a a chy:State . ?b a chy:State .
}`,
  },
  {
    title: "Everything about one event type as a graph",
    query: `CONSTRUCT { ?event ?role ?filler } WHERE {
  ?event a chy:Meeting ; ?role ?filler .
  ?filler a ?class .
  FILTER(?class NOT IN (nif:OffsetBasedString, chy:Time, chy:Claim))
}
LIMIT 300`,
  },
];
