import { PREFIXES } from "@chancery/rdf";

/** Usual namespaces of prefixes that people leave undeclared (prefix.cc and the vocabularies of this project), for the remedy of an error. */
export const USUAL_PREFIXES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    foaf: "http://xmlns.com/foaf/0.1/",
    dc: "http://purl.org/dc/elements/1.1/",
    dct: "http://purl.org/dc/terms/",
    dbo: "http://dbpedia.org/ontology/",
    dbr: "http://dbpedia.org/resource/",
    dcat: "http://www.w3.org/ns/dcat#",
    geo: "http://www.w3.org/2003/01/geo/wgs84_pos#",
    geosparql: "http://www.opengis.net/ont/geosparql#",
    fn: "http://www.w3.org/2005/xpath-functions#",
    oa: "http://www.w3.org/ns/oa#",
    sh: "http://www.w3.org/ns/shacl#",
    time: "http://www.w3.org/2006/time#",
    vcard: "http://www.w3.org/2006/vcard/ns#",
    wd: "http://www.wikidata.org/entity/",
    wdt: "http://www.wikidata.org/prop/direct/",
    wikibase: "http://wikiba.se/ontology#",
    ...PREFIXES,
  }),
);
