import type { AnnotatedDocument } from "../annotated-document.ts";
import { EVENT_TYPES } from "../ontology.ts";
import type { Happening } from "./event-coreference.ts";
import type { Reading } from "./frame/read-frame.ts";
import { numberSaid } from "./number-words.ts";
import { withPartiesInNames } from "./parties-in-names.ts";
import { chunkNounArguments } from "./syntax/arguments.ts";
import { neighbour, nounPhrase, type SentenceSyntax } from "./syntax/sentence-syntax.ts";
import { withPlace } from "./venue.ts";
import { withinSpan } from "./within-span.ts";

const ORDINAL_WORDS = new Map(
  "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
    .split(" ")
    .map((word, index) => [word, String(index + 1)]),
);

/** Adds what hangs on the whole sentence or on what was told before: places, ordinals, and who commits a breach that "this" refers to. */
export function completeRoles(
  annotated: AnnotatedDocument,
  readings: readonly Reading[],
  before: readonly Happening[],
): readonly Reading[] {
  return readings.map((read) => {
    const reading = withTalkers(withOtherSide(annotated, withoutProsecutor(withPartiesInNames(annotated, read), readings)), readings);
    return withoutSides(
      annotated,
      withoutVenue(
        annotated,
        withSender(
          annotated,
          withMaker(
            annotated,
            withDevice(
              annotated,
              withJailer(
                annotated,
                withOrdinal(annotated, withPlace(annotated, withCulprit(annotated, reading, readings, before), readings)),
              ),
            ),
          ),
        ),
      ),
    );
  });
}

function withOrdinal(annotated: AnnotatedDocument, reading: Reading): Reading {
  if (!EVENT_TYPES[reading.type].roles.includes("ordinal")) return reading;
  const digits = reading.trigger.kind === "verb" ? (timesTold(reading) ?? ordinalOfForum(annotated, reading)) : ordinalOfNoun(reading);
  return digits === undefined ? reading : { ...reading, roles: { ...reading.roles, ordinal: [digits] } };
}

const ordinalAt = (syntax: SentenceSyntax, token: number): string | undefined =>
  /^(\d+)(st|nd|rd|th)$/.exec(syntax.view.lower(token))?.[1] ?? ORDINAL_WORDS.get(syntax.view.lower(token));

/** "their fifth summit" */
function ordinalOfNoun(reading: Reading): string | undefined {
  const { syntax, token } = reading.trigger;
  const phrase = nounPhrase(syntax, token);
  for (let at = phrase?.first ?? 0; at < (phrase?.last ?? 0); at++) {
    const digits = ordinalAt(syntax, at);
    if (digits !== undefined) return digits;
  }
  return undefined;
}

/** "met for a third time", "met for the fourth time this year"; a first time in so many years counts nothing. */
function timesTold(reading: Reading): string | undefined {
  const { syntax, token } = reading.trigger;
  const { view } = syntax;
  for (let at = token + 1; at < syntax.last && !/^(VBZ|VBD|VBP|MD)$/.test(view.tag(at)); at++) {
    const digits = view.lower(at + 1) === "time" ? ordinalAt(syntax, at) : undefined;
    if (digits !== undefined && !(digits === "1" && /^(in|since)$/.test(view.lower(at + 2)))) return digits;
  }
  return undefined;
}

/** "The 24th Integrated Defense Dialogue was held": the number stands before the name that fills the role. */
function ordinalOfForum(annotated: AnnotatedDocument, reading: Reading): string | undefined {
  const { syntax } = reading.trigger;
  const { tokens } = syntax.view;
  if (reading.roles.forum === undefined) return undefined;
  const mention = withinSpan(annotated.mentions, tokens.start[syntax.first] ?? 0, tokens.end[syntax.last - 1] ?? 0).find(
    ({ entity, first, last }) =>
      reading.roles.forum?.includes(entity) === true && reading.spans.some((span) => first < span[1] && last > span[0]),
  );
  return mention === undefined || mention.first <= syntax.first ? undefined : ordinalAt(syntax, mention.first - 1);
}

/** "This violates the resolution": the breach is the happening just told, and whoever did that commits it. */
function withCulprit(annotated: AnnotatedDocument, reading: Reading, beside: readonly Reading[], before: readonly Happening[]): Reading {
  if (reading.type !== "Violation" || (reading.roles.actor?.length ?? 0) > 0) return reading;
  const bound = boundBy(annotated, reading);
  if (bound.length > 0) return { ...reading, roles: { ...reading.roles, actor: bound } };
  const doer = doerOfSubject(annotated, reading);
  if (doer.length > 0) return { ...reading, roles: { ...reading.roles, actor: doer } };
  const charged = isCharged(reading);
  // "test-fired a missile, a launch that Tokyo condemned as a violation": told in the same sentence
  const here = charged
    ? beside.findLast(
        (other) =>
          other.type !== "Violation" &&
          other.type !== "AgreementEnded" &&
          other.trigger.token < reading.trigger.token &&
          doersOf(other).length > 0,
      )
    : undefined;
  if (here) return { ...reading, roles: { ...reading.roles, actor: doersOf(here) } };
  if (!charged && !pointsBack(reading)) return reading;
  const last = before.findLast(
    (happening) => happening.type !== "Violation" && (happening.roles[EVENT_TYPES[happening.type].core[0] ?? ""]?.length ?? 0) > 0,
  );
  const sentence = reading.trigger.syntax.sentence;
  const told = last?.occurrences.at(-1)?.sentence ?? -9;
  if (!last || sentence - told > (charged ? 1 : 3)) return reading;
  return { ...reading, roles: { ...reading.roles, actor: last.roles[EVENT_TYPES[last.type].core[0] ?? ""] ?? [] } };
}

const UNDERTAKEN = new Set(["commitment", "obligation", "undertaking", "pledge", "promise", "duty"]);

/** "a violation of Russia's commitments": nobody can break what another has undertaken. */
function boundBy(annotated: AnnotatedDocument, reading: Reading): readonly string[] {
  const { syntax, arguments: all } = reading.trigger;
  for (const { slot, head, provenance } of all) {
    if (!/^(?:of|with|theme|under)$/.test(slot) || provenance === "clause" || !UNDERTAKEN.has(syntax.view.lemma(head))) continue;
    for (const owner of chunkNounArguments(syntax, head)) {
      const mention = owner.slot === "poss" ? syntax.view.widest(owner.head) : undefined;
      const entity = mention === undefined ? undefined : annotated.entities.get(mention.entity);
      if (entity !== undefined && DOERS.has(entity.type)) return [entity.id];
    }
  }
  return [];
}

/** "Russia's invasion constitutes a violation": whoever the deed in the subject is of commits the breach. */
function doerOfSubject(annotated: AnnotatedDocument, reading: Reading): readonly string[] {
  const { syntax, arguments: all } = reading.trigger;
  for (const { slot, head } of all) {
    if (slot !== "support" && slot !== "agent") continue;
    const phrase = nounPhrase(syntax, head);
    if (phrase === undefined || phrase.possessive < 0) continue;
    const owner = syntax.view.widest(phrase.possessive - 1);
    const entity = owner === undefined ? undefined : annotated.entities.get(owner.entity);
    if (entity !== undefined && DOERS.has(entity.type)) return [entity.id];
  }
  return [];
}

const CHARGED = /^(?:charge|accuse|indict|implicate|convict|suspect|arrest|involve|try|sentence)$/;
const PLOTS = /^(?:plot|plan|conspiracy|scheme|attempt|bid|effort|operation)$/;

/** "is bringing to court a defendant charged in a plot to assassinate a citizen": who prosecutes has not plotted; whoever is charged is said to have. */
function withoutProsecutor(reading: Reading, beside: readonly Reading[]): Reading {
  const { syntax, token, group } = reading.trigger;
  if (reading.type !== "Attack" || group?.form !== "infinitive" || (reading.roles.actor?.length ?? 0) === 0) return reading;
  const plot = neighbour(syntax, syntax.at(token), -1);
  const link = neighbour(syntax, plot, -1);
  const charge = syntax.phrases[neighbour(syntax, link, -1)];
  const noun = syntax.phrases[plot];
  if (noun?.kind !== "np" || !PLOTS.test(syntax.view.lemma(noun.head)) || noun.possessive >= 0 || syntax.phrases[link]?.kind !== "prep")
    return reading;
  if (charge?.kind !== "vg" || charge.form !== "participle" || !CHARGED.test(syntax.view.lemma(charge.head))) return reading;
  const { actor: _, ...roles } = reading.roles;
  const accused = beside.find(({ type, trigger }) => type === "LegalAction" && trigger.token === charge.head)?.roles.target ?? [];
  const plotter = accused.filter((id) => reading.roles.target?.includes(id) !== true);
  return plotter.length === 0 ? { ...reading, roles } : { ...reading, roles: { ...roles, actor: plotter } };
}

const DOERS = new Set(["State", "Territory", "ArmedGroup", "Company", "Person", "MilitaryForce", "GovernmentBody"]);

const HELD = /^(?:detain|hold|imprison|jail|arrest|convict|sentence|indict|prosecute|incarcerate)$/;

/** "the citizens detained in Iran": nobody but the state where somebody is in custody keeps them there. */
function withJailer(annotated: AnnotatedDocument, reading: Reading): Reading {
  if (reading.type !== "LegalAction" || (reading.roles.actor?.length ?? 0) > 0) return reading;
  const { syntax, token, kind } = reading.trigger;
  if (kind !== "verb" || !HELD.test(syntax.view.lemma(token))) return reading;
  const jailer = reading.roles.place?.find((id) => annotated.entities.get(id)?.type === "State");
  return jailer === undefined || reading.roles.target?.includes(jailer) === true
    ? reading
    : { ...reading, roles: { ...reading.roles, actor: [jailer] } };
}

const doersOf = ({ type, roles }: Reading): readonly string[] => roles[EVENT_TYPES[type].core[0] ?? ""] ?? [];

const CHARGING =
  /^(?:condemn|denounce|decry|describe|criticize|criticise|brand|label|call|see|regard|slam|characterize|characterise|view|deplore)$/;

/** "condemned the strikes as a violation": what somebody calls a breach is a happening told before. */
function isCharged({ trigger: { syntax, token, kind } }: Reading): boolean {
  const link = neighbour(syntax, syntax.at(token), -1);
  const preposition = syntax.phrases[link];
  if (kind !== "noun" || preposition?.kind !== "prep" || syntax.view.lower(preposition.first) !== "as") return false;
  for (let at = link - 1; at >= 0 && link - at < 6; at--) {
    const verb = syntax.phrases[at];
    if (verb?.kind === "vg") return CHARGING.test(syntax.view.lemma(verb.head));
  }
  return false;
}

const POINTERS = new Set(["this", "that", "these", "those", "such", "it", "which", "they"]);

/** The breach is said of something just told: "this", "these actions", "such transfers", or the clause that "in violation of" hangs on. */
function pointsBack(reading: Reading): boolean {
  const { syntax, kind, arguments: all } = reading.trigger;
  if (kind === "preposition") return true;
  return all.some((argument) => {
    if (argument.slot !== "agent" && argument.slot !== "support") return false;
    const phrase = nounPhrase(syntax, argument.head);
    return phrase !== undefined && POINTERS.has(syntax.view.lower(phrase.first));
  });
}

/** Forces are deployed by the state they belong to: "U.S. forces are deployed to Jordan". */
function withSender(annotated: AnnotatedDocument, reading: Reading): Reading {
  if (reading.type !== "Deployment") return reading;
  const forces = [...(reading.roles.actor ?? []), ...(reading.roles.force ?? [])].filter(
    (id) => annotated.entities.get(id)?.type === "MilitaryForce",
  );
  const actors = reading.roles.actor ?? [];
  const state = forces.map((id) => annotated.entities.get(id)?.country).find((id) => id !== undefined && annotated.entities.has(id));
  if (state === undefined && actors.length === 0) return withOwner(reading);
  if (state === undefined || !actors.every((id) => forces.includes(id))) return reading;
  return { ...reading, roles: { ...reading.roles, actor: [state], force: [...new Set(forces)] } };
}

/** "Two U.S. bombers were deployed to Qatar", "Russia's warships arrived": craft without a name of their own are sent by the state that they are told to be of. */
function withOwner(reading: Reading): Reading {
  const { syntax, arguments: all } = reading.trigger;
  for (const { slot, head } of all) {
    const phrase = slot === "theme" || slot === "agent" ? nounPhrase(syntax, head) : undefined;
    const sent = syntax.view.widest(head)?.entity;
    if (phrase === undefined || sent === undefined || reading.roles.force?.includes(sent) !== true) continue;
    for (let token = phrase.first; token < head; token++) {
      const owner = syntax.view.widest(token);
      if (owner?.type === "State" && owner.last <= head && reading.roles.destination?.includes(owner.entity) !== true)
        return { ...reading, roles: { ...reading.roles, actor: [owner.entity] } };
    }
  }
  return reading;
}

/** A test that names its missile but nobody who fired it: the model's own country did. */
function withMaker(annotated: AnnotatedDocument, reading: Reading): Reading {
  if (reading.type !== "WeaponTest" || (reading.roles.actor?.length ?? 0) > 0) return reading;
  const models = (reading.roles.item ?? []).map((id) => annotated.entities.get(id)).filter((entity) => entity?.type === "WeaponSystem");
  const country = models[0]?.country;
  return country !== undefined && annotated.entities.has(country) ? { ...reading, roles: { ...reading.roles, actor: [country] } } : reading;
}

/** "Tokyo, which agreed to supply radars to Manila, is negotiating a pact": nobody negotiates alone; with whom, the clause before it has said, if it names one state. */
function withOtherSide(annotated: AnnotatedDocument, reading: Reading): Reading {
  const [only, second] = reading.roles.participant ?? [];
  if (reading.frame.rule !== "Negotiation.negotiate-alone" || only === undefined || second !== undefined) return reading;
  if (annotated.entities.get(only)?.type !== "State") return reading;
  const { syntax, token } = reading.trigger;
  const others = new Set<string>();
  let named = false;
  for (let at = syntax.first; at < token; at++) {
    const mention = syntax.view.widest(at);
    if (mention?.type !== "State" || mention.kind === "demonym") continue;
    if (mention.entity === only) named = true;
    else if (named) others.add(mention.entity);
  }
  return others.size === 1 ? { ...reading, roles: { ...reading.roles, participant: [only, ...others] } } : reading;
}

/** "held talks that led to the signing of the treaty": those who talked about it agreed, where nobody else is told to have. */
function withTalkers(reading: Reading, beside: readonly Reading[]): Reading {
  if (reading.type !== "AgreementMade" || (reading.roles.participant?.length ?? 0) > 0) return reading;
  const { syntax, token } = reading.trigger;
  const talks = beside.find(
    ({ type, roles, trigger }) =>
      (type === "Negotiation" || type === "Meeting") && trigger.token < token && (roles.participant?.length ?? 0) > 1,
  );
  if (talks === undefined) return reading;
  for (let at = talks.trigger.token + 1; at < token; at++)
    if (YIELDING.has(syntax.view.lemma(at))) return { ...reading, roles: { ...reading.roles, participant: talks.roles.participant ?? [] } };
  return reading;
}

const YIELDING = new Set("lead result produce yield culminate conclude end bring".split(" "));

/** "conducted a nuclear test": what is tried out is the weapon that the document speaks of. */
function withDevice(annotated: AnnotatedDocument, reading: Reading): Reading {
  const tests = reading.type === "WeaponTest" && reading.frame.rule === "WeaponTest.nuclear";
  return tests && (reading.roles.item?.length ?? 0) === 0 && annotated.entities.has(NUCLEAR_WEAPON)
    ? { ...reading, roles: { ...reading.roles, item: [NUCLEAR_WEAPON] } }
    : reading;
}

const NUCLEAR_WEAPON = "weapon-category/nuclear-weapon";

const SIDES =
  /^(?:the |both |all )*(?:(?:two|three|four|five|six|both) )?(?:sides?|countries|nations|parties|leaders|governments|states)$/i;

/** "the two sides, Russia and China": the collective is those who are named beside it. */
function withoutSides(annotated: AnnotatedDocument, reading: Reading): Reading {
  const present = reading.roles.participant ?? [];
  const kept = present.filter((id) => {
    const entity = annotated.entities.get(id);
    if (entity?.type !== "Group" || (entity.members?.length ?? 0) > 0) return true;
    // "two nuclear powers, France and China": as many as are named beside it
    const count = numberSaid(/^(?:the |all |both )?(\w+) /i.exec(entity.name)?.[1] ?? "") ?? 0;
    return !(SIDES.test(entity.name) || (count > 1 && count === present.length - 1));
  });
  return kept.length < 2 || kept.length === present.length ? reading : { ...reading, roles: { ...reading.roles, participant: kept } };
}

const VENUES = new Set(["ResearchOrganization", "MediaOrganization"]);

/** A seminar's host takes part as its host only: universities and institutes do not meet with anybody. */
function withoutVenue(annotated: AnnotatedDocument, reading: Reading): Reading {
  const hosts = reading.roles.host ?? [];
  const present = reading.roles.participant;
  if (reading.type !== "Meeting" || hosts.length === 0 || present === undefined) return reading;
  const participant = present.filter((id) => !(hosts.includes(id) && VENUES.has(annotated.entities.get(id)?.type ?? "")));
  return participant.length === present.length ? reading : { ...reading, roles: { ...reading.roles, participant } };
}
