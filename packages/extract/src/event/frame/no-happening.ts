import type { EventType } from "../../ontology.ts";
import { prepositionOf } from "../syntax/phrase.ts";
import { neighbour } from "../syntax/sentence-syntax.ts";
import type { Trigger } from "../trigger.ts";
import { type ItemClass, itemAt } from "./item-class.ts";
import { givenAtLarge, madeForOneself, paidAtLarge, supportInWords } from "./no-transfer.ts";
import type { ReadingContext } from "./role-offers.ts";
import { entity, type Told } from "./told.ts";

/** Constructions in which the words of a frame row tell of nothing that happens, whoever stands in its slots. */
const CONSTRUCTIONS: Readonly<Partial<Record<EventType, readonly ((told: Told) => boolean)[]>>> = {
  AgreementEnded: [ownOrder],
  AgreementMade: [ofReport, bareAgreement, ownAgreements, actOfOneGovernment, joinsInAct, talkedOf, keptAlready],
  Aid: [supportInWords, givenAtLarge],
  ArmsTransfer: [madeForOneself],
  Attack: [labourStrike, armedAttackOfTreaties, attacksAtLarge, needed, triedOut],
  Buildup: [civilWorks],
  Cooperation: [withinOneState],
  Deployment: [seat, whereDeployed, toolDeployed],
  FinancialFlow: [paidAtLarge],
  LegalAction: [dutyCharged, offencePursued],
  Meeting: [nothingToAnnounce, ceremony, answered],
  Negotiation: [nothingToAnnounce, amongOffices, onBehalf],
  Visit: [nothingToAnnounce, ofMigrants],
  WeaponTest: [shotByRebels, broughtDown, firedInBlow],
  ResolutionAdopted: [ofReport],
  Vote: [ballotsCounted, ofReport],
};

const REPORT = /^(?:report|note|letter|statement|recommendation|finding|observation|proposal|communication|information)s?\b/i;

/** "Approves the report of the Secretary-General": whoever takes note of a paper has neither passed nor voted a text. */
function ofReport(told: Told): boolean {
  const { agreement = [] } = told.roles;
  return (
    agreement.length > 0 && agreement.every((id) => entity(told, id)?.type === "Document" && REPORT.test(entity(told, id)?.name ?? ""))
  );
}

/** The construction shows that the words tell of no such happening, though trigger and roles would fit. */
export function tellsNothing(
  type: EventType,
  context: ReadingContext,
  trigger: Trigger,
  roles: Readonly<Record<string, readonly string[]>>,
): boolean {
  return CONSTRUCTIONS[type]?.some((holds) => holds({ context, trigger, roles })) ?? false;
}

/** "in agreement with the government": whoever consents has concluded nothing. */
function bareAgreement({ trigger }: Told): boolean {
  const { syntax } = trigger;
  const at = syntax.at(trigger.token);
  const phrase = syntax.phrases[at];
  const before = syntax.phrases[at - 1];
  return (
    trigger.kind === "noun" &&
    phrase?.kind === "np" &&
    phrase.last - phrase.first === 1 &&
    syntax.view.tag(trigger.token) === "NN" &&
    before?.kind === "prep" &&
    prepositionOf(syntax.view, before) === "in"
  );
}

/** "our arms control agreements", "its treaties": what somebody is bound by was concluded at some time or other. */
function ownAgreements({ trigger }: Told): boolean {
  const { view } = trigger.syntax;
  return (
    trigger.kind === "noun" &&
    view.tag(trigger.token) === "NNS" &&
    trigger.arguments.some(({ slot, head }) => slot === "poss" && view.tag(head) === "PRP$")
  );
}

const DOMESTIC =
  /\b(executive order|presidential memorandum|presidential determination|order|act|bill|law|proclamation|decree|legislation|directive)$/i;
/** Treaties that are called acts: "the Helsinki Final Act", "the Founding Act". */
const TREATY_ACT = /\b(final|general|founding|single|constitutive) act$/i;

/** "signed the Inflation Reduction Act": acts, bills and orders are one government's own; only several parties make an agreement of them. */
function actOfOneGovernment(told: Told): boolean {
  const { agreement = [], participant = [] } = told.roles;
  return (
    participant.length < 2 &&
    agreement.length > 0 &&
    agreement.every((id) => {
      const name = entity(told, id)?.name ?? "";
      return DOMESTIC.test(name) && !TREATY_ACT.test(name);
    })
  );
}

/** "The Presidential Memorandum is hereby revoked": a government takes back what it told its own offices, and no agreement. */
function ownOrder(told: Told): boolean {
  const { agreement = [] } = told.roles;
  return (
    agreement.length > 0 &&
    agreement.every((id) =>
      /\b(?:executive order|presidential (?:memorandum|determination|directive)|proclamation)\b/i.test(entity(told, id)?.name ?? ""),
    )
  );
}

const TALKED = new Set(
  "talk negotiation discussion dialogue consultation work draft proposal deliberation mediation debate idea prospect".split(" "),
);
const KEPT = new Set("commitment adherence compliance respect observance implementation enforcement support".split(" "));

/** The noun that the trigger's phrase hangs on by one of the prepositions; undefined where it hangs on none. */
function hostNoun({ trigger }: Told, prepositions: ReadonlySet<string>): string | undefined {
  const { syntax } = trigger;
  const link = neighbour(syntax, syntax.at(trigger.token), -1);
  const preposition = syntax.phrases[link];
  const host = syntax.phrases[neighbour(syntax, link, -1)];
  return trigger.kind === "noun" &&
    preposition?.kind === "prep" &&
    prepositions.has(prepositionOf(syntax.view, preposition)) &&
    host?.kind === "np"
    ? syntax.view.lemma(host.head)
    : undefined;
}

const AIMS = new Set(["on", "for", "over", "about", "toward", "towards", "of"]);

/** "talks on a peace treaty", "the draft of an agreement": what is talked of is not made yet. */
function talkedOf(told: Told): boolean {
  const { view } = told.trigger.syntax;
  const phrase = told.trigger.syntax.phrases[told.trigger.syntax.at(told.trigger.token)];
  const definite = phrase !== undefined && /^(?:the|this|that|these|those|its|their|our)$/.test(view.lower(phrase.first));
  return !definite && (TALKED.has(hostNoun(told, AIMS) ?? "") || behindTalks(told));
}

/** "Talks between Moscow and Tokyo on a peace treaty": the noun that opens the run of preposition phrases. */
function behindTalks({ trigger }: Told): boolean {
  const { phrases, view, at: indexOf } = trigger.syntax;
  const start = indexOf(trigger.token);
  const link = phrases[neighbour(trigger.syntax, start, -1)];
  if (trigger.kind !== "noun" || link?.kind !== "prep" || !AIMS.has(prepositionOf(view, link)) || prepositionOf(view, link) === "of")
    return false;
  for (let at = start - 2; at >= Math.max(0, start - 8); at--) {
    const phrase = phrases[at];
    if (phrase?.kind === "np" && TALKED.has(view.lemma(phrase.head))) return true;
    if (phrase?.kind !== "np" && phrase?.kind !== "prep" && phrase?.kind !== "cc" && phrase?.kind !== "comma") return false;
  }
  return false;
}

/** "thanked the Council for its commitment to the truce": whoever keeps to what is agreed does not agree on it there. */
function keptAlready(told: Told): boolean {
  const named = told.trigger.arguments.some(
    ({ slot, provenance }) => ["between", "among", "with", "poss", "by"].includes(slot) && provenance !== "clause",
  );
  return !named && KEPT.has(hostNoun(told, new Set(["to", "with", "of", "for"])) ?? "");
}

/** "joined the EU in condemning the coup", "joined NATO to call for restraint": whoever does the same as a league has not entered it. */
function joinsInAct({ trigger }: Told): boolean {
  const { phrases, view } = trigger.syntax;
  if (trigger.kind !== "verb" || view.lemma(trigger.token) !== "join") return false;
  for (let at = trigger.syntax.at(trigger.token) + 1; at < phrases.length; at++) {
    const phrase = phrases[at];
    if (phrase === undefined || phrase.kind === "stop" || phrase.kind === "sub" || phrase.kind === "rel") return false;
    if (phrase.kind === "vg") return phrase.form === "gerund" || phrase.form === "infinitive";
  }
  return false;
}

/** "in the event of an armed attack on either": the words of treaties, unless somebody carries it out. */
function armedAttackOfTreaties({ trigger, roles }: Told): boolean {
  const { view } = trigger.syntax;
  return (
    trigger.kind === "noun" &&
    view.lemma(trigger.token) === "attack" &&
    view.lower(trigger.token - 1) === "armed" &&
    ((roles["actor"]?.length ?? 0) === 0 || (roles["target"]?.length ?? 0) === 0)
  );
}

/** "Hamas fired rockets": those who fight without a state try nothing out, they shoot. */
function shotByRebels(told: Told): boolean {
  const { actor = [] } = told.roles;
  return actor.length > 0 && actor.every((id) => entity(told, id)?.type === "ArmedGroup");
}

/** "was shot down over Bryansk": what is brought down is not tried out. */
function broughtDown({ trigger }: Told): boolean {
  return trigger.group?.particle === "down";
}

const BLOWS = new Set("attack strike raid barrage assault salvo bombardment offensive".split(" "));

/** "launched 90 drones in an overnight attack": what is fired in the course of a blow is no trial. */
function firedInBlow({ trigger }: Told): boolean {
  const { view } = trigger.syntax;
  return trigger.arguments.some(
    ({ slot, head, provenance }) => (slot === "in" || slot === "during") && provenance !== "clause" && BLOWS.has(view.lemma(head)),
  );
}

/** "will not tolerate attacks on its personnel", "attacks against the signatories": a bare plural that nobody carries out anywhere is only a kind of deed. */
function attacksAtLarge({ trigger, roles }: Told): boolean {
  const { view, phrases } = trigger.syntax;
  const at = trigger.syntax.at(trigger.token);
  const phrase = phrases[at];
  const before = phrases[neighbour(trigger.syntax, at, -1)];
  // "ordered strikes on the facilities": whoever is told to have done so did not speak of a kind of deed
  const carried = trigger.support?.group;
  if (carried !== undefined && !carried.passive && /^VB[DN]$/.test(view.tag(carried.head)) && CARRYING_OUT.has(view.lemma(carried.head)))
    return false;
  return (
    trigger.kind === "noun" &&
    view.tag(trigger.token) === "NNS" &&
    phrase?.kind === "np" &&
    phrase.first === trigger.token &&
    before !== undefined &&
    before.kind !== "stop" &&
    ["actor", "place", "instrument"].every((role) => (roles[role]?.length ?? 0) === 0) &&
    !trigger.arguments.some(({ slot }) => slot === "harmed")
  );
}

const CARRYING_OUT = new Set("order launch conduct carry carry_out mount execute authorize authorise unleash perform deliver".split(" "));

/** "test-fired the system near Sinop on the coast": whoever tries a weapon out attacks nobody. */
function triedOut({ trigger }: Told): boolean {
  const { view } = trigger.syntax;
  return trigger.kind === "verb" && view.lower(trigger.token - 1) === "-" && /^(?:test|flight)$/.test(view.lower(trigger.token - 2));
}

/** "the intelligence that it needs to hit vessels": what something is needed for has not been done. */
function needed({ trigger }: Told): boolean {
  const { view } = trigger.syntax;
  const first = trigger.group?.first ?? trigger.token;
  const before = view.lower(trigger.token - 1) === "to" ? trigger.token - 2 : first - 1;
  return (
    trigger.kind === "verb" && view.lower(trigger.token - 1) === "to" && view.lemma(before) === "need" && /^VB[ZPD]$/.test(view.tag(before))
  );
}

const WORKERS = new Set(
  "miner worker teacher doctor nurse driver pilot farmer student employee labourer laborer docker railwayman lawyer trader transporter union prisoner trucker steelworker".split(
    " ",
  ),
);
const OF_LABOUR = new Set(
  "general labour labor hunger wage transport teacher worker miner rail rent sit-down wildcat solidarity".split(" "),
);

/** "the strike by coal miners", "a general strike": those who strike stop working. */
function labourStrike({ trigger }: Told): boolean {
  const { syntax } = trigger;
  const { view } = syntax;
  if (trigger.kind !== "noun" || view.lemma(trigger.token) !== "strike") return false;
  const phrase = syntax.phrases[syntax.at(trigger.token)];
  for (let token = phrase?.first ?? trigger.token; token < trigger.token; token++) if (OF_LABOUR.has(view.lemma(token))) return true;
  return trigger.arguments.some(
    ({ slot, head, provenance }) =>
      (slot === "by" || slot === "of" || slot === "poss") && provenance !== "clause" && WORKERS.has(view.lemma(head)),
  );
}

const CIVIL =
  /^(volunteer(ing)?|biologics?|pharmaceuticals?|vaccines?|hydrogen|food|health(care)?|educational?|packaging|housing|minerals?|raw|renewables?|solar|wind|climate|economic|digital|computing|tourism|fiscal|welfare|battery|batteries|automotive|agricultural|fertilizer|shipping)$/;
const OF_ARMS =
  /^(nuclear|missiles?|military|defen[cs]e|weapons?|arms|naval|submarines?|air|army|uranium|plutonium|space|satellites?|chemical|biological|warfare|warfighting|drones?|munitions?|deterren(t|ce)|strike|rockets?|centrifuges?|enrichment|reprocessing|warships?|combat|war|wmd|destruction|warheads?|counterstrike|offensive|ammunition|artillery|shells?|aircraft|fighters?|bombers?|destroyers?|frigates?|hypersonics?|heavy|lethal|amphibious|defensive|interceptors?|radars?|shipyards?|undersea|militar(?:y|ily)|armou?red|tanks?|guns?|jets?|retaliatory|first|second)$/;

/** Words that say nothing of what is built up: "programs", "capabilities". */
const GENERAL_WORKS =
  /^(?:programm?e?s?|capabilit(?:y|ies)|capacit(?:y|ies)|facilit(?:y|ies)|plants?|industr(?:y|ies)|productions?|base|complex)$/;

/** "built a biologics plant", "its own volunteering program": what is built up are arms and the works that make them. */
function civilWorks(told: Told): boolean {
  const { item = [] } = told.roles;
  return (
    item.length > 0 &&
    item.every((id) => {
      const thing = entity(told, id);
      const words = thing?.name.toLowerCase().split(/[\s-]+/) ?? [];
      return (
        (thing?.type === "Programme" || thing?.type === "Facility" || thing?.type === "Item") &&
        !words.some((word) => OF_ARMS.test(word)) &&
        (words.some((word) => CIVIL.test(word)) || (thing.isNew === true && GENERAL_WORKS.test(words.at(-1) ?? "")))
      );
    })
  );
}

/** "the rebels based in Afrin": armed groups sit where they are; a state's forces are sent where they are based. */
function seat(told: Told): boolean {
  const { actor = [], force = [] } = told.roles;
  const { trigger } = told;
  return (
    trigger.syntax.view.lemma(trigger.token) === "base" &&
    actor.length === 0 &&
    force.every((id) => ["ArmedGroup", "Organization", "Group"].includes(entity(told, id)?.type ?? ""))
  );
}

const OFFICES = new Set(["GovernmentBody", "Position"]);

/** "The Secretary of Commerce shall consult with the Secretary of State": offices of one government that consult one another negotiate nothing. */
function amongOffices(told: Told): boolean {
  const { participant = [] } = told.roles;
  const sides = participant.map((id) => entity(told, id));
  const states = new Set(sides.flatMap((side) => (side?.country === undefined ? [] : [side.country])));
  return sides.length > 1 && states.size < 2 && sides.every((side) => OFFICES.has(side?.type ?? ""));
}

/** "to negotiate on behalf of Egypt": for whom somebody speaks is no subject of talks, and with whom is not said. */
function onBehalf({ trigger, roles }: Told): boolean {
  const { view } = trigger.syntax;
  return (
    trigger.kind === "verb" &&
    (roles["participant"]?.length ?? 0) < 2 &&
    trigger.arguments.some(({ slot, head, provenance }) => slot === "on" && provenance !== "clause" && view.lemma(head) === "behalf")
  );
}

const MIGRANTS = /\b(?:refugees?|migrants?|passengers?|immigrants?|noncitizens?|tourists?|students?|asylum seekers?)$/i;

/** "700 refugees came to the United States": people who flee, move or study somewhere pay no visit. */
function ofMigrants(told: Told): boolean {
  const { actor = [] } = told.roles;
  return actor.length > 0 && actor.every((id) => entity(told, id)?.type === "Group" && MIGRANTS.test(entity(told, id)?.name ?? ""));
}

const ORGANS = new Set(["State", "GovernmentBody", "MilitaryForce", "Position"]);

/** "The Treasury will share evidence with the Department of Justice", "working with Congress": organs of one state that work together are that state at work. */
function withinOneState(told: Told): boolean {
  const { participant = [] } = told.roles;
  const states = participant.map((id) => {
    const side = entity(told, id);
    return side === undefined || !ORGANS.has(side.type) ? undefined : side.type === "State" ? id : side.country;
  });
  return (
    states.length > 1 &&
    states[0] !== undefined &&
    states.every((state) => state === states[0]) &&
    participant.some((id) => entity(told, id)?.type === "GovernmentBody")
  );
}

const FORCE_CLASSES: readonly ItemClass[] = ["weapon", "craft", "troops"];

/** "deploys new cryptography": what somebody deploys nowhere is a force, or nothing is told. */
function toolDeployed({ trigger, roles }: Told): boolean {
  if (trigger.kind !== "verb" || (roles["force"]?.length ?? 0) > 0 || (roles["destination"]?.length ?? 0) > 0) return false;
  const objects = trigger.arguments.filter(({ slot, provenance }) => slot === "theme" && provenance !== "clause");
  return objects.length > 0 && objects.every(({ head }) => !FORCE_CLASSES.some((name) => itemAt(trigger.syntax, head).classes.has(name)));
}

const DUTIES = new Set(
  "secure protect oversee manage lead develop ensure maintain coordinate implement monitor supervise administer enforce investigate provide advise represent defend guard run carry organize organise prepare review draft examine guide keep uphold".split(
    " ",
  ),
);

/** "is charged with securing the capital": a task, no accusation. */
function dutyCharged({ trigger }: Told): boolean {
  const { syntax } = trigger;
  const { view } = syntax;
  if (trigger.kind !== "verb" || view.lemma(trigger.token) !== "charge") return false;
  const link = neighbour(syntax, syntax.at(trigger.token), 1);
  const preposition = syntax.phrases[link];
  const deed = syntax.phrases[neighbour(syntax, link, 1)];
  return (
    preposition?.kind === "prep" && prepositionOf(view, preposition) === "with" && deed?.kind === "vg" && DUTIES.has(view.lemma(deed.head))
  );
}

const OFFENCES = new Set(
  "crime offence offense genocide aggression trafficking corruption terrorism atrocity abuse violation case".split(" "),
);

/** "the prosecution of the crime of aggression against Ukraine": an offence is pursued, and whoever it was against is no defendant. */
function offencePursued({ trigger }: Told): boolean {
  const { view } = trigger.syntax;
  return (
    trigger.kind === "noun" &&
    trigger.arguments.some(({ slot, head, provenance }) => slot === "of" && provenance !== "clause" && OFFENCES.has(view.lemma(head)))
  );
}

const SPOTS = new Set("place point site area location spot position zone district".split(" "));

/** "struck points of temporary deployment of mercenaries": the noun says what a place is for. */
function whereDeployed({ trigger }: Told): boolean {
  const { syntax } = trigger;
  const link = neighbour(syntax, syntax.at(trigger.token), -1);
  const spot = syntax.phrases[neighbour(syntax, link, -1)];
  const preposition = syntax.phrases[link];
  return (
    trigger.kind === "noun" &&
    preposition?.kind === "prep" &&
    prepositionOf(syntax.view, preposition) === "of" &&
    spot?.kind === "np" &&
    SPOTS.has(syntax.view.lemma(spot.head))
  );
}

const TELLING = new Set("announce preview report share confirm read offer".split(" "));

/** "I don't have any meetings to announce", "no visit to preview": what there is to tell is nothing. */
function nothingToAnnounce({ trigger }: Told): boolean {
  const { syntax } = trigger;
  const at = syntax.at(trigger.token);
  const phrase = syntax.phrases[at];
  // "any meetings with China to announce": the infinitive may stand after the other side
  let after = neighbour(syntax, at, 1);
  for (let steps = 0; steps < 4 && ["prep", "np"].includes(syntax.phrases[after]?.kind ?? ""); steps++) after = neighbour(syntax, after, 1);
  const next = syntax.phrases[after];
  return (
    trigger.kind === "noun" &&
    phrase !== undefined &&
    ["any", "no"].includes(syntax.view.lower(phrase.first)) &&
    next?.kind === "vg" &&
    (next.form === "infinitive" || syntax.view.lower(next.first - 1) === "to") &&
    TELLING.has(syntax.view.lemma(next.head))
  );
}

const REACTIONS = new Set(
  "opposition resistance condemnation criticism approval outrage protest scepticism skepticism silence response reaction rejection hostility enthusiasm success failure fate death".split(
    " ",
  ),
);

/** "the attack will be met with condemnation", "to meet the standards": what answers a deed, or is lived up to, is no company. */
function answered({ trigger, roles }: Told): boolean {
  const { view, phrases } = trigger.syntax;
  if (trigger.kind !== "verb" || !/^(?:meet|gather|assemble)$/.test(view.lemma(trigger.token))) return false;
  // "the request met fierce opposition", "met with resistance"
  const stood = trigger.arguments.some(
    ({ slot, head, provenance }) => (slot === "theme" || slot === "with") && provenance !== "clause" && REACTIONS.has(view.lemma(head)),
  );
  if (stood) return true;
  if ((roles["participant"]?.length ?? 0) > 1) return false;
  if (trigger.group?.passive === true) return true;
  // "to meet the nation's climate goals", "to meet emerging challenges": an object that is nobody
  const object = trigger.arguments.some(({ slot, provenance }) => slot === "theme" && provenance !== "clause");
  const next = phrases[trigger.syntax.at(trigger.token) + 1];
  return object || (next?.kind === "vg" && next.form === "gerund" && phrases[trigger.syntax.at(trigger.token) + 2]?.kind === "np");
}

/** "Please welcome the President", "join me in welcoming": a speaker is introduced, nobody received. */
function ceremony({ trigger }: Told): boolean {
  const { view, first } = trigger.syntax;
  if (trigger.kind !== "verb" || view.lemma(trigger.token) !== "welcome") return false;
  for (let token = trigger.token - 1; token >= first && token >= trigger.token - 4; token--)
    if (view.lower(token) === "please" || view.lemma(token) === "join") return true;
  return false;
}

const HAVING = new Set("have need lack muster get count win secure want".split(" "));

/** "he needs 50 votes in the Senate": ballots are counted, nobody has cast them. */
function ballotsCounted({ trigger }: Told): boolean {
  const { syntax } = trigger;
  const { view } = syntax;
  const at = syntax.at(trigger.token);
  const phrase = syntax.phrases[at];
  const verb = syntax.phrases[neighbour(syntax, at, -1)];
  if (trigger.kind !== "noun" || phrase?.kind !== "np" || view.tag(trigger.token) !== "NNS" || verb?.kind !== "vg") return false;
  for (let token = phrase.first; token < trigger.token; token++)
    if (view.tag(token) === "CD" || view.lower(token) === "the" || view.lower(token) === "enough") return HAVING.has(view.lemma(verb.head));
  return false;
}
