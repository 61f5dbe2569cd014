// A synthetic graph in chancery's own shape, as N-Triples: actors, posts, weapons in a class tree, events with roles and dates, claims with speakers and words.
// Deterministic: the same number of triples gives the same bytes. Actors and speakers follow a Zipf law, as in news: few are in most events.
import { closeSync, openSync, writeSync } from "node:fs";

const CHY = "https://w3id.org/chancery/ns#";
const ID = "https://w3id.org/chancery/id/";
const RDF_TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>";
const LABEL = "<http://www.w3.org/2000/01/rdf-schema#label>";
const BROADER = "<http://www.w3.org/2004/02/skos/core#broader>";
const XSD = "http://www.w3.org/2001/XMLSchema#";
const EVENT_TYPES = ["ArmsTransfer", "Meeting", "Sanction", "Attack", "Deployment", "AgreementMade", "WeaponTest", "Visit"];
const STANCES = ["asserts", "denies", "alleges", "warns", "confirms", "condemns", "commits"];
const STATUSES = ["confirmed", "asserted", "alleged", "disputed", "denied", "planned"];
const WORDS =
  "the government said that missiles were shipped to front line units while officials denied any transfer of ammunition under the agreement and warned of further sanctions against the regime".split(
    " ",
  );

/** Mulberry32: small, fast, good enough for test data. */
function randomFrom(state) {
  let a = state;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * Writes about `triples` triples to `path`.
 *
 * @returns The number of lines written.
 */
export function generate(triples, path) {
  const random = randomFrom(20240612);
  const file = openSync(path, "w");
  let buffer = "";
  let count = 0;
  const line = (subject, predicate, object) => {
    buffer += `${subject} ${predicate} ${object} .\n`;
    count++;
    if (buffer.length > 1 << 20) {
      writeSync(file, buffer);
      buffer = "";
    }
  };
  const id = (name) => `<${ID}${name}>`;
  const term = (name) => `<${CHY}${name}>`;
  const integer = (value) => `"${value}"^^<${XSD}integer>`;
  const below = (limit) => Math.floor(random() * limit);
  const zipf = (limit) => Math.min(limit - 1, Math.floor(limit ** random()) - 1);
  const text = () => Array.from({ length: 8 + below(16) }, () => WORDS[below(WORDS.length)]).join(" ");

  const scale = Math.max(1, triples / 100_000);
  const actors = Math.round(400 * Math.sqrt(scale));
  const persons = Math.round(1000 * Math.sqrt(scale));
  const weapons = 250;
  const documents = Math.round(600 * scale);
  for (let i = 0; i < actors; i++) {
    line(id(`actor/${i}`), RDF_TYPE, term(i < 200 ? "State" : i % 3 === 0 ? "ArmedGroup" : "GovernmentBody"));
    line(id(`actor/${i}`), LABEL, `"Actor ${i}"@en`);
    if (i >= 200) line(id(`actor/${i}`), term("partOf"), id(`actor/${zipf(i)}`));
  }
  for (let i = 0; i < persons; i++) {
    line(id(`person/${i}`), RDF_TYPE, term("Person"));
    line(id(`person/${i}`), LABEL, `"Person ${i}"`);
    line(id(`person/${i}`), term("holdsPosition"), id(`position/${below(persons)}`));
  }
  for (let i = 0; i < persons; i++) line(id(`position/${i}`), term("positionIn"), id(`actor/${zipf(actors)}`));
  for (let i = 0; i < weapons; i++) {
    line(id(`weapon/${i}`), RDF_TYPE, term(i < 50 ? "WeaponCategory" : "WeaponSystem"));
    line(id(`weapon/${i}`), LABEL, `"Weapon ${i}"`);
    if (i > 0) line(id(`weapon/${i}`), BROADER, id(`weapon/${i < 50 ? Math.floor(i / 3) : below(50)}`));
  }
  for (let i = 0; i < documents; i++) {
    line(id(`document/${i}`), RDF_TYPE, term("Document"));
    line(
      id(`document/${i}`),
      term("published"),
      `"${2015 + below(10)}-${String(1 + below(12)).padStart(2, "0")}-${String(1 + below(28)).padStart(2, "0")}"^^<${XSD}date>`,
    );
    if (i > 0) line(id(`document/${i}`), term("cites"), id(`document/${zipf(i)}`));
  }
  for (let event = 0; count < triples; event++) {
    const subject = id(`event/${event}`);
    const type = EVENT_TYPES[zipf(EVENT_TYPES.length)];
    line(subject, RDF_TYPE, term(type));
    line(subject, term("supplier"), id(`actor/${zipf(actors)}`));
    line(subject, term("recipient"), id(`actor/${zipf(actors)}`));
    line(subject, term("item"), id(`weapon/${zipf(weapons)}`));
    line(subject, term("eventStatus"), term(STATUSES[zipf(STATUSES.length)]));
    line(
      subject,
      term("date"),
      `"${2015 + below(10)}-${String(1 + below(12)).padStart(2, "0")}-${String(1 + below(28)).padStart(2, "0")}"^^<${XSD}date>`,
    );
    if (random() < 0.4) line(subject, term("count"), integer(1 + below(5000)));
    for (let claims = 1 + below(3); claims > 0; claims--) {
      const claim = id(`claim/${event}-${claims}`);
      line(claim, RDF_TYPE, term("Claim"));
      line(claim, term("content"), subject);
      line(claim, term("speaker"), id(random() < 0.5 ? `person/${zipf(persons)}` : `actor/${zipf(actors)}`));
      line(claim, term("stance"), term(STANCES[zipf(STANCES.length)]));
      line(claim, term("in"), id(`document/${zipf(documents)}`));
      line(claim, term("words"), `"${text()}"`);
    }
  }
  writeSync(file, buffer);
  closeSync(file);
  return count;
}
