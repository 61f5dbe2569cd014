// Questions over the graph of generate.mjs, one a shape.
const PREFIXES = `PREFIX chy: <https://w3id.org/chancery/ns#>
PREFIX id: <https://w3id.org/chancery/id/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
`;

const QUERIES = {
  point: "SELECT ?p ?o WHERE { id:event/17 ?p ?o }".replace("id:event/17", "<https://w3id.org/chancery/id/event/17>"),
  star: "SELECT ?e ?s ?r ?i ?d WHERE { ?e a chy:WeaponTest ; chy:supplier ?s ; chy:recipient ?r ; chy:item ?i ; chy:date ?d ; chy:eventStatus chy:disputed }",
  chain:
    "SELECT ?name WHERE { ?c chy:stance chy:confirms ; chy:content ?e . ?e chy:eventStatus chy:denied ; chy:supplier ?s . ?s rdfs:label ?name }",
  speakers:
    "SELECT ?who ?words WHERE { ?e chy:supplier <https://w3id.org/chancery/id/actor/120> . ?c chy:content ?e ; chy:speaker ?p ; chy:words ?words . ?p rdfs:label ?who }",
  mutual: "SELECT (COUNT(*) AS ?n) WHERE { ?e1 chy:supplier ?a ; chy:recipient ?b . ?e2 chy:supplier ?b ; chy:recipient ?a }",
  triangle:
    "SELECT DISTINCT ?a ?b ?c WHERE { ?e1 a chy:Visit ; chy:supplier ?a ; chy:recipient ?b . ?e2 a chy:Visit ; chy:supplier ?b ; chy:recipient ?c . ?e3 a chy:Visit ; chy:supplier ?c ; chy:recipient ?a }",
  partOf: "SELECT ?x WHERE { ?x chy:partOf+ <https://w3id.org/chancery/id/actor/3> }",
  broader: "SELECT ?e WHERE { ?e a chy:Deployment ; chy:item/skos:broader* <https://w3id.org/chancery/id/weapon/7> }",
  cites: "SELECT (COUNT(*) AS ?n) WHERE { ?d chy:cites+ <https://w3id.org/chancery/id/document/5> }",
  alternatives: "SELECT ?e WHERE { ?e (chy:supplier|chy:recipient) <https://w3id.org/chancery/id/actor/150> }",
  optional: "SELECT ?e ?n WHERE { ?e a chy:Visit ; chy:supplier ?s . OPTIONAL { ?e chy:count ?n } OPTIONAL { ?s chy:partOf ?parent } }",
  union:
    "SELECT ?x WHERE { { ?x chy:supplier <https://w3id.org/chancery/id/actor/90> } UNION { ?x chy:recipient <https://w3id.org/chancery/id/actor/90> } UNION { ?x chy:speaker <https://w3id.org/chancery/id/actor/90> } }",
  minus: "SELECT ?e WHERE { ?e a chy:AgreementMade MINUS { ?c chy:content ?e ; chy:stance chy:denies } }",
  notExists: "SELECT ?e WHERE { ?e a chy:WeaponTest FILTER NOT EXISTS { ?e chy:count ?n } }",
  contains: 'SELECT ?c WHERE { ?c chy:words ?w FILTER(CONTAINS(LCASE(?w), "missiles regime")) }',
  regex: 'SELECT ?c WHERE { ?c chy:words ?w FILTER(REGEX(?w, "denied (any|further)", "i")) }',
  groupBy:
    "SELECT ?s (COUNT(?e) AS ?n) (SUM(?q) AS ?sum) (AVG(?q) AS ?avg) WHERE { ?e chy:supplier ?s ; chy:count ?q } GROUP BY ?s HAVING (COUNT(?e) > 3) ORDER BY DESC(?sum)",
  byYear: "SELECT ?y ?t (COUNT(*) AS ?n) WHERE { ?e a ?t ; chy:date ?d BIND(YEAR(?d) AS ?y) } GROUP BY ?y ?t",
  top: "SELECT ?e ?n WHERE { ?e chy:count ?n } ORDER BY DESC(?n) ?e LIMIT 20",
  distinct: "SELECT DISTINCT ?s ?t WHERE { ?c chy:speaker ?s ; chy:content ?e . ?e a ?t }",
  subselect:
    "SELECT ?s ?e WHERE { { SELECT ?s WHERE { ?c chy:speaker ?s } GROUP BY ?s ORDER BY DESC(COUNT(*)) LIMIT 3 } ?e chy:supplier ?s ; chy:eventStatus chy:denied }",
  values:
    "SELECT ?e WHERE { VALUES ?s { <https://w3id.org/chancery/id/actor/40> <https://w3id.org/chancery/id/actor/41> } VALUES ?t { chy:Meeting chy:Visit } ?e a ?t ; chy:supplier ?s }",
  construct:
    "CONSTRUCT { ?s chy:suppliesArmsTo ?r . ?e chy:item ?i } WHERE { ?e a chy:ArmsTransfer ; chy:supplier ?s ; chy:recipient ?r ; chy:item ?i }",
  scan: "SELECT ?c ?w WHERE { ?c chy:words ?w }",
  dates:
    'SELECT (COUNT(*) AS ?n) WHERE { ?e chy:date ?d ; chy:count ?q FILTER(?d >= "2019-03-01"^^xsd:date && ?d < "2020-01-01"^^xsd:date && ?q > 2500) }',
  ask: "ASK { ?e a chy:Sanction ; chy:supplier ?a ; chy:recipient ?a }",
};

export const queries = Object.entries(QUERIES).map(([id, text]) => ({ id, sparql: PREFIXES + text }));
