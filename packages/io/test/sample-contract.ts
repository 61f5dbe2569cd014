import { QuadStore } from "@chancery/rdf";
import { parseQuads } from "../src/index.ts";

/** A small graph of the data contract, written by hand: every kind of node that exports read. */
export const SAMPLE = `
@prefix chy: <https://w3id.org/chancery/ns#> .
@prefix id: <https://w3id.org/chancery/id/> .
@prefix doc: <https://w3id.org/chancery/id/document/> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix schema: <https://schema.org/> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

<https://w3id.org/chancery/id/graph/entities> {
  <https://w3id.org/chancery/id/state/prk> a chy:State ; rdfs:label "North Korea" ; skos:prefLabel "North Korea" ; skos:altLabel "DPRK" ; chy:iso3 "PRK" ;
    skos:exactMatch <http://www.wikidata.org/entity/Q423> .
  <https://w3id.org/chancery/id/state/rus> a chy:State ; skos:prefLabel "Russia" ; chy:iso3 "RUS" .
  <https://w3id.org/chancery/id/organization/komid> a chy:Company ; skos:prefLabel "KOMID" .
  <https://w3id.org/chancery/id/organization/komid-2> a chy:Company ; skos:prefLabel "Korea Mining Development" .
  <https://w3id.org/chancery/id/organization/us-state> a chy:GovernmentBody ; skos:prefLabel "Department of State" .
  <https://w3id.org/chancery/id/organization/un> a chy:InternationalOrganization ; skos:prefLabel "United Nations" .
  <https://w3id.org/chancery/id/person/vedant-patel> a chy:Person ; skos:prefLabel "Vedant Patel" .
  <https://w3id.org/chancery/id/position/spokesperson> a chy:Position ; skos:prefLabel "spokesperson" .
  <https://w3id.org/chancery/id/weapon-category/munitions> a chy:WeaponCategory ; skos:prefLabel "munitions" .
  <https://w3id.org/chancery/id/place/kursk> a chy:Place ; skos:prefLabel "Kursk" .
  <https://w3id.org/chancery/id/resolution/2397> a chy:Resolution ; skos:prefLabel "Resolution 2397" .
}
<https://w3id.org/chancery/id/graph/document/a%20b> {
  <https://w3id.org/chancery/id/document/a%20b> a chy:Document, nif:Context ; dcterms:title "Shells by the shipload" ; dcterms:source "https://news.example/1" ;
    schema:datePublished "2024-06-12"^^xsd:date .
  <https://w3id.org/chancery/id/document/a%20b/extraction> a prov:Activity ; prov:used <https://w3id.org/chancery/id/document/a%20b> ;
    prov:wasAssociatedWith <https://w3id.org/chancery/id/software/chancery/0.1.0> .
  <https://w3id.org/chancery/id/document/a%20b#char=0,20> a nif:RFC5147String ; nif:referenceContext <https://w3id.org/chancery/id/document/a%20b> ;
    nif:beginIndex 0 ; nif:endIndex 20 ; nif:anchorOf "North Korea shipped…" ; chy:refersTo <https://w3id.org/chancery/id/state/prk> ; chy:mentionKind chy:name .
  <https://w3id.org/chancery/id/document/a%20b#char=0,60> a nif:RFC5147String ; nif:referenceContext <https://w3id.org/chancery/id/document/a%20b> ;
    nif:beginIndex 0 ; nif:endIndex 60 ; nif:anchorOf "North Korea shipped 1,000 containers of munitions, he said." .
  <https://w3id.org/chancery/id/event/arms> a chy:ArmsTransfer ; chy:supplier <https://w3id.org/chancery/id/state/prk> ; chy:recipient <https://w3id.org/chancery/id/state/rus> ;
    chy:item <https://w3id.org/chancery/id/weapon-category/munitions> ; chy:place <https://w3id.org/chancery/id/place/kursk> ; chy:quantity <https://w3id.org/chancery/id/event/arms/quantity/1> ;
    chy:time <https://w3id.org/chancery/id/event/arms/time> ; chy:evidence <https://w3id.org/chancery/id/document/a%20b#char=0,60> ; chy:rule "arms" .
  <https://w3id.org/chancery/id/event/arms/time> a chy:Time ; chy:earliest "2023-09-01"^^xsd:date ; chy:latest "2024-06-30"^^xsd:date .
  <https://w3id.org/chancery/id/event/arms/quantity/1> a schema:QuantitativeValue ; rdfs:label "1,000 containers" .
  <https://w3id.org/chancery/id/event/sanction> a chy:Sanction ; chy:actor <https://w3id.org/chancery/id/organization/us-state> ; chy:target <https://w3id.org/chancery/id/organization/komid> ;
    chy:agreement <https://w3id.org/chancery/id/resolution/2397> ; chy:evidence <https://w3id.org/chancery/id/document/a%20b#char=0,60> .
  <https://w3id.org/chancery/id/event/planned> a chy:Sanction ; chy:actor <https://w3id.org/chancery/id/organization/us-state> ; chy:target <https://w3id.org/chancery/id/state/rus> .
  <https://w3id.org/chancery/id/claim/1> a chy:Claim ; chy:speaker <https://w3id.org/chancery/id/person/vedant-patel> ; chy:onBehalfOf <https://w3id.org/chancery/id/organization/us-state> ;
    chy:stance chy:accuses ; chy:certainty chy:certain ; chy:polarity chy:positive ; chy:content <https://w3id.org/chancery/id/event/arms> ; chy:confidence 0.9 ; chy:rule "said" ;
    chy:about <https://w3id.org/chancery/id/state/prk> ; chy:evidence <https://w3id.org/chancery/id/document/a%20b#char=0,60> .
  <https://w3id.org/chancery/id/claim/2> a chy:Claim ; chy:speaker <https://w3id.org/chancery/id/document/a%20b> ; chy:stance chy:denies ; chy:polarity chy:negative ;
    chy:content <https://w3id.org/chancery/id/event/sanction> ; chy:evidence <https://w3id.org/chancery/id/document/a%20b#char=0,60> .
  <https://w3id.org/chancery/id/document/a%20b/relation/1> a chy:Relation ; rdf:subject <https://w3id.org/chancery/id/person/vedant-patel> ; rdf:predicate chy:holdsPosition ;
    rdf:object <https://w3id.org/chancery/id/position/spokesperson> ; chy:from "2023" ; chy:acting true ; chy:evidence <https://w3id.org/chancery/id/document/a%20b#char=0,60> .
  <https://w3id.org/chancery/id/document/a%20b/relation/2> a chy:Relation ; rdf:subject <https://w3id.org/chancery/id/state/rus> ; rdf:predicate chy:memberOf ;
    rdf:object <https://w3id.org/chancery/id/organization/un> .
  <https://w3id.org/chancery/id/document/a%20b/relation/3> a chy:Relation ; rdf:subject <https://w3id.org/chancery/id/state/rus> ; rdf:predicate chy:partyTo ;
    rdf:object <https://w3id.org/chancery/id/resolution/2397> .
}
<https://w3id.org/chancery/id/graph/derived> {
  <https://w3id.org/chancery/id/event/arms> chy:eventStatus chy:alleged .
  <https://w3id.org/chancery/id/event/sanction> chy:eventStatus chy:asserted .
  <https://w3id.org/chancery/id/event/planned> chy:eventStatus chy:planned .
  <https://w3id.org/chancery/id/position/spokesperson> chy:positionIn <https://w3id.org/chancery/id/organization/us-state> .
  <https://w3id.org/chancery/id/organization/komid-2> skos:exactMatch <https://w3id.org/chancery/id/organization/komid> .
}
`;

/** The sample as a store; in reverse, to show that the order does not matter. */
export function sampleStore(order: "as written" | "reversed" = "as written"): QuadStore {
  const quads = parseQuads(SAMPLE, "trig");
  const store = new QuadStore();
  for (const quad of order === "reversed" ? quads.reverse() : quads) store.add(quad);
  return store;
}
