import type { AnnotatedDocument, Mention } from "../annotated-document.ts";
import { EVENT_TYPES, type EventType } from "../ontology.ts";
import { FILL_CLASSES } from "./frame/frame.ts";
import type { Reading } from "./frame/read-frame.ts";
import { type Argument, chunkNounArguments } from "./syntax/arguments.ts";
import { clausesOf } from "./syntax/clauses.ts";
import { prepositionOf } from "./syntax/phrase.ts";
import { neighbour, type SentenceSyntax } from "./syntax/sentence-syntax.ts";

/** Prepositions of place, the nearest to the happening first. */
const PLACE_SLOTS = [
  "in",
  "at",
  "near",
  "inside",
  "within",
  "across",
  "throughout",
  "around",
  "along",
  "over",
  "outside",
  "off",
  "aboard",
  "on",
];
/** Happenings for which "on" and "over" tell what they are about: "consultations on the Indo-Pacific". */
const TALK: ReadonlySet<EventType> = new Set<EventType>([
  "Meeting",
  "Negotiation",
  "Cooperation",
  "AgreementMade",
  "AgreementEnded",
  "Notification",
  "Vote",
  "ResolutionAdopted",
  "Rejection",
  "SecurityCommitment",
  "Sanction",
]);
/** What one is on rather than talks on. */
const GROUND =
  /^(?:island|isle|islet|border|soil|territory|coast|shore|ground|site|base|peninsula|frontier|outskirts|front|ship|vessel|sideline)s?$/;
/** Parts and kinds of places that say no more than the name behind `of`: "in the area of Azaz", "the town of Banjska". */
const PARTS =
  /^(?:area|town|city|village|settlement|region|district|province|island|vicinity|outskirts|port|suburb|capital|governorate|state|county|coast|shore|north|south|east|west|centre|center|heart|hills|mountains|desert|waters|territory|settlement)s?$/;

/** Where it happened, from what hangs on the event word, opens its clause, or tells of the visit during which it was. */
export function withPlace(annotated: AnnotatedDocument, reading: Reading, readings: readonly Reading[]): Reading {
  // Whoever is called on is no place: "called on Kabul to …"
  if (reading.type === "Request") return reading;
  if (reading.roles.place || EVENT_TYPES[reading.type].core.includes("destination")) return reading;
  const place = placeBeside(annotated, reading, readings) ?? placeInFront(annotated, reading) ?? placeOfVisit(annotated, reading, readings);
  return place === undefined ? reading : { ...reading, roles: { ...reading.roles, place: [place] } };
}

function placeBeside(annotated: AnnotatedDocument, reading: Reading, readings: readonly Reading[]): string | undefined {
  const { trigger } = reading;
  for (const slot of PLACE_SLOTS) {
    for (const argument of trigger.arguments) {
      if (argument.slot !== slot || argument.provenance === "clause" || isElsewhere(reading, argument, readings)) continue;
      if ((slot === "on" || slot === "over") && TALK.has(reading.type) && !GROUND.test(trigger.syntax.view.lemma(argument.head))) continue;
      const place = placeAt(annotated, reading, argument.head);
      if (place !== undefined) return place;
    }
  }
  if (reading.type !== "Attack" || trigger.kind !== "verb") return undefined;
  // "their house in Deir el-Balah was hit": where it is that was struck
  for (const { slot, head, provenance } of trigger.arguments) {
    if (slot !== "theme" || provenance === "clause") continue;
    for (const inner of chunkNounArguments(trigger.syntax, head)) {
      if (inner.provenance === "clause" || !/^(?:in|at|near|inside)$/.test(inner.slot)) continue;
      const place = placeAt(annotated, reading, inner.head);
      if (place !== undefined) return place;
    }
  }
  return undefined;
}

/** "a strike | on Odesa", "according to officials | in Washington": the preposition hangs on another happening, or on who says so. */
function isElsewhere(reading: Reading, argument: Argument, readings: readonly Reading[]): boolean {
  const { syntax } = reading.trigger;
  const { view, phrases } = syntax;
  const at = syntax.at(argument.head);
  const link = phrases[neighbour(syntax, at, -1)]?.kind === "prep" ? neighbour(syntax, at, -1) : -1;
  if (link <= 0) return false;
  const host = phrases[link - 1];
  if (host?.kind !== "np" || host.head === reading.trigger.token) return false;
  if (readings.some((other) => other !== reading && other.trigger.kind === "noun" && other.trigger.token === host.head)) return true;
  const before = phrases[link - 2];
  return before?.kind === "prep" && prepositionOf(view, before) === "according to";
}

/** The place that a phrase names, itself or behind `of`; one that already takes part is not where it is done. */
function placeAt(annotated: AnnotatedDocument, reading: Reading, head: number): string | undefined {
  const { syntax } = reading.trigger;
  const { view, phrases } = syntax;
  const usable = (mention: Mention | undefined): mention is Mention =>
    mention !== undefined &&
    FILL_CLASSES.place?.has(mention.type) === true &&
    mention.kind !== "demonym" &&
    annotated.entities.has(mention.entity) &&
    !Object.values(reading.roles).some((ids) => ids.includes(mention.entity));
  const own = view.widest(head);
  if (usable(own)) return own.entity;
  // "in international waters | south of Jeju Island", "in waters off Oman"
  const beyond = own === undefined ? beyondOf(syntax, head) : -1;
  const outer = beyond >= 0 ? view.widest(beyond) : undefined;
  if (usable(outer)) return outer.entity;
  const link = phrases[syntax.at(head) + 1];
  const object = phrases[syntax.at(head) + 2];
  if (own !== undefined || !PARTS.test(view.lemma(head)) || link?.kind !== "prep" || view.lower(link.first) !== "of") return undefined;
  const inner = object?.kind === "np" ? view.widest(object.head) : undefined;
  return usable(inner) ? inner.entity : undefined;
}

/** "waters south of | Jeju Island", "the area off the coast of Oman": the head of the name that a stretch lies beside; -1 where none is. */
function beyondOf(syntax: SentenceSyntax, head: number): number {
  const { view, phrases } = syntax;
  if (!/^(?:waters?|sea|seas|area|airspace|territory|region|coast)$/.test(view.lower(head))) return -1;
  for (let at = syntax.at(head) + 1; at < Math.min(phrases.length, syntax.at(head) + 5); at++) {
    const phrase = phrases[at];
    if (phrase === undefined) return -1;
    if (phrase.kind === "np" && view.widest(phrase.head) !== undefined) return phrase.head;
    for (let token = phrase.first; token < phrase.last; token++) if (!BESIDE.test(view.lower(token))) return -1;
  }
  return -1;
}
const BESIDE = /^(?:north|south|east|west|northeast|northwest|southeast|southwest|of|off|near|around|the|coast)$/;

/** "In Mali, extremists continue to kill peacekeepers", "In Mozambique last year, militants laid siege …": what opens a clause holds for all of it. */
function placeInFront(annotated: AnnotatedDocument, reading: Reading): string | undefined {
  const { trigger } = reading;
  const { syntax } = trigger;
  const { view, phrases } = syntax;
  const opener = phrases[0]?.kind === "cc" || phrases[0]?.kind === "adv" ? 1 : 0;
  const link = phrases[opener];
  const object = phrases[opener + 1];
  if (link?.kind !== "prep" || object?.kind !== "np" || !/^(?:in|at|near|across|inside)$/.test(view.lower(link.first))) return undefined;
  // The place is set off, or nothing but a date follows it
  let next = opener + 2;
  while (phrases[next]?.kind === "np" && isDated(annotated, syntax, phrases[next]?.first ?? -1)) next++;
  if (phrases[next]?.kind !== "comma") return undefined;
  const { of, clauses } = clausesOf(syntax);
  const there = of[opener] ?? 0;
  const here = of[syntax.at(trigger.token)] ?? 0;
  if (here !== there && !(clauses[here]?.kind === "joined" && clauses[here]?.parent === there)) return undefined;
  // "In Seoul, lawmakers said …": where it is said, not where it is done; and nobody meets or signs where a story is told of
  if (!PLACED.has(reading.type)) return undefined;
  return placeAt(annotated, reading, object.head);
}

/** Happenings that are done at some spot; what is agreed or sent has none by itself. */
const PLACED: ReadonlySet<EventType> = new Set<EventType>([
  "Attack",
  "Meeting",
  "Negotiation",
  "AgreementMade",
  "Exercise",
  "WeaponTest",
  "LegalAction",
  "Inspection",
]);

const isDated = (annotated: AnnotatedDocument, syntax: SentenceSyntax, token: number): boolean => {
  const start = syntax.view.tokens.start[token] ?? -1;
  return annotated.times.some((time) => time.start <= start && time.end > start);
};

/** "visited Washington for talks with officials", "signed a pact during a visit to Cairo": what a visit is for, and what is done during one, is done there. */
function placeOfVisit(annotated: AnnotatedDocument, reading: Reading, readings: readonly Reading[]): string | undefined {
  if (reading.type !== "Meeting" && reading.type !== "Negotiation" && reading.type !== "AgreementMade") return undefined;
  const { syntax, token } = reading.trigger;
  const { view, phrases } = syntax;
  for (const visit of readings) {
    const [destination, second] = visit.roles.destination ?? [];
    if (visit.type !== "Visit" || destination === undefined || second !== undefined) continue;
    if (Object.values(reading.roles).some((ids) => ids.includes(destination)) || annotated.entities.get(destination)?.type !== "Place")
      continue;
    const during = phrases[neighbour(syntax, syntax.at(visit.trigger.token), -1)];
    const own = phrases[neighbour(syntax, syntax.at(token), -1)];
    const done = visit.trigger.kind === "noun" && during?.kind === "prep" && view.lower(during.first) === "during";
    const meant = visit.trigger.token < token && reading.trigger.kind === "noun" && own?.kind === "prep" && view.lower(own.first) === "for";
    if (done || meant) return destination;
  }
  return undefined;
}
