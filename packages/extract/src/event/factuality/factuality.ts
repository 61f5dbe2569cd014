import type { EvidenceSpan } from "../../extraction.ts";
import type { Certainty } from "../../ontology.ts";
import { isSubjectTo } from "../burdened.ts";
import type { Factuality } from "../event-draft.ts";
import { isTimeWord, isYear } from "../syntax/calendar-lexicon.ts";
import { type Phrase, prepositionOf, type VerbGroup } from "../syntax/phrase.ts";
import { controllingVerb, listStart, neighbour, type SentenceSyntax, verbGroup } from "../syntax/sentence-syntax.ts";
import type { Trigger } from "../trigger.ts";
import { backshifted, conditionFollows, conditionOf, invertedCondition, temporalMain } from "./clause-conditions.ts";
import {
  ADVERB_MODES,
  AIMED,
  ATTEMPTS,
  CAUSING,
  CIRCUMSTANTIAL,
  COMING,
  DEONTIC,
  GOVERNOR_MODES,
  INTERRUPTIONS,
  MODAL_MODES,
  MODIFIER_MODES,
  NECESSARY,
  PORTIONS,
  PREPOSITION_MODES,
  RANKS,
  READY,
  SPEECH_VERBS,
  THWARTING,
  UNDERTAKINGS,
  UNDOING,
  VALUES,
} from "./factuality-cues.ts";
import { denies, type Finding, isImperative, isKeptFrom, leavesBlow, readSuspects } from "./findings.ts";
import { DELIBERATING, isPassedOn, isUnsettled, modeOfReport, REFRAINING } from "./hearsay.ts";
import { journeyBefore, talkedOver } from "./journeys.ts";
import { isMadeSure, isSurpassed, negatesComplement, negatingPhrase, pseudoNegated } from "./negation.ts";
import { outcomeOf } from "./outcome.ts";
import { ANSWERED, isDoneAlready, isPresupposed, isStandingMeasure, operativeOpening } from "./presupposition.ts";
import { asksWhatIsThought, asksWhether } from "./questions.ts";

type Mode = Factuality["mode"];

/** The stronger the word, the further the happening is from being told as a fact. */
const STRENGTH: Readonly<Record<Mode, number>> = { actual: 0, planned: 1, alleged: 2, possible: 3, hypothetical: 4, negated: 5 };
const CERTAINTY: Readonly<Record<Mode, Certainty>> = {
  actual: "certain",
  planned: "certain",
  alleged: "unspecified",
  possible: "possible",
  hypothetical: "possible",
  negated: "certain",
};

/** How the grammar around a trigger presents the happening: its own verb group and modifiers, then whatever governs them, outwards. */
export function factualityOf(trigger: Trigger): Factuality {
  const findings: Finding[] = [];
  const { syntax } = trigger;
  const index = syntax.at(trigger.token);
  if (trigger.kind === "verb" && trigger.group) readVerb(syntax, index, findings, 0);
  else readNoun(syntax, index, trigger.token, findings, 0, isPresupposed(trigger) ? undefined : trigger.support?.group);
  if (trigger.kind === "preposition") readCarrier(syntax, index, findings);
  if (trigger.kind === "verb" && OFFERED.has(syntax.view.lemma(trigger.token)))
    findings.push({ mode: "planned", first: trigger.token, last: trigger.token + 1 });
  readSuspects(trigger, findings);
  const rules = trigger.frames.map(({ frame }) => frame.rule);
  // "a law suspending participation in the treaty": that is how one leaves it
  if (rules.some((rule) => rule.startsWith("AgreementEnded.")))
    keepOnly(findings, ({ mode, first }) => mode !== "negated" || !INTERRUPTIONS.has(syntax.view.lemma(first)));
  // "charged with verifying the withdrawal": a task, no accusation
  if (rules.some((rule) => rule.startsWith("Inspection."))) keepOnly(findings, ({ first }) => syntax.view.lemma(first) !== "charge");
  // "tried to shell the port": a blow all the same
  if (rules.some((rule) => rule.startsWith("Attack."))) keepOnly(findings, (finding) => !leavesBlow(trigger, finding));
  if (isStandingMeasure(trigger) || isDoneAlready(trigger)) findings.length = 0;
  const operative = isStandingMeasure(trigger) ? -1 : operativeOpening(syntax, trigger.token);
  if (operative >= 0) findings.push({ mode: "hypothetical", first: operative, last: operative + 1 });
  const kept = isKeptFrom(trigger, findings) ? findings.filter(({ mode }) => mode !== "negated") : findings;
  const strongest = kept.reduce<Finding | undefined>(
    (best, finding) => (best === undefined || STRENGTH[finding.mode] > STRENGTH[best.mode] ? finding : best),
    undefined,
  );
  const mode = strongest?.mode ?? "actual";
  const negative = mode === "negated" || kept.length < findings.length;
  const { tokens } = syntax.view;
  const cues = findings
    .filter((finding) => finding.mode !== "actual")
    .map((finding): EvidenceSpan => ({ start: tokens.start[finding.first] ?? 0, end: tokens.end[finding.last - 1] ?? 0 }))
    .sort((a, b) => a.start - b.start);
  return { polarity: negative ? "negative" : "positive", certainty: CERTAINTY[mode], mode, cues };
}

/** What is offered is not given yet. */
const OFFERED: ReadonlySet<string> = new Set(["offer"]);

function keepOnly(findings: Finding[], keep: (finding: Finding) => boolean): void {
  findings.splice(0, findings.length, ...findings.filter(keep));
}

/** "would use weapons in violation of the Protocol": the breach is as real as the deed that it is said of. */
function readCarrier(syntax: SentenceSyntax, index: number, findings: Finding[]): void {
  for (let at = index - 1; at >= 0; at--) {
    const phrase = syntax.phrases[at];
    if (!phrase || phrase.kind === "stop" || phrase.kind === "sub" || phrase.kind === "rel" || phrase.kind === "comma") return;
    if (phrase.kind !== "vg") continue;
    if (!SPEECH_VERBS.has(syntax.view.lemma(phrase.head))) readVerb(syntax, at, findings, 1);
    return;
  }
}

/** A verb group: its auxiliaries and adverbs, then its governor. */
function readVerb(syntax: SentenceSyntax, index: number, findings: Finding[], depth: number): void {
  const { view, phrases } = syntax;
  const group = phrases[index];
  if (group?.kind !== "vg" || depth > 5) return;
  const whole = { first: group.first, last: group.last };
  if (group.modal !== undefined) {
    const modes = MODAL_MODES.get(group.modal);
    const mode = group.modal === "would" && backshifted(syntax, index) ? "planned" : group.perfect ? modes?.perfect : modes?.plain;
    if (mode) findings.push({ mode, ...whole });
  }
  if ((group.modal === "would" || group.modal === "will" || group.modal === "could") && conditionFollows(syntax, index))
    findings.push({ mode: "hypothetical", ...whole });
  const surpassed = isSurpassed(syntax, group);
  // "should not form alliances", "must never build one": what is asked for is that it be left undone
  const deontic =
    (group.modal !== undefined && DEONTIC.has(group.modal) && !group.perfect) || (denies(syntax, group) && isMadeSure(syntax, index));
  if (deontic && group.modal === undefined) findings.push({ mode: "hypothetical", ...whole });
  if (group.negated && !surpassed && !deontic && !pseudoNegated(syntax, group) && !negatesComplement(syntax, group))
    findings.push({ mode: "negated", ...whole });
  const denied = depth === 0 ? negatingPhrase(syntax, index) : undefined;
  if (denied) findings.push({ mode: "negated", first: denied.first, last: denied.first + 1 });
  for (let token = group.first - 2; token < group.last + 2; token++) {
    const outside = token < group.first || token >= group.last;
    if (outside && !(view.tag(token).startsWith("RB") && syntax.at(token) >= 0)) continue;
    const mode = ADVERB_MODES.get(view.lower(token));
    if (mode && !((surpassed || deontic) && mode === "negated")) findings.push({ mode, first: token, last: token + 1 });
  }
  // "will impose sanctions and provide support": a bare verb shares the auxiliary of the one before
  if (group.form === "finite" && group.modal === undefined && view.tag(group.head) === "VB" && group.last - group.first === 1) {
    for (let at = index - 1; at >= 0; at--) {
      const before = phrases[at];
      if (before?.kind === "stop" || before?.kind === "sub" || before?.kind === "rel") break;
      if (before?.kind !== "vg") continue;
      readVerb(syntax, at, findings, depth + 1);
      break;
    }
  }
  if (group.form === "infinitive" && view.lower(group.first - 1) === "yet")
    findings.push({ mode: "negated", first: group.first - 1, last: group.first + 1 });
  // "intends to raise it when he travels": the present of a temporal clause follows its main clause
  if (group.form === "finite" && group.tense === "present" && depth < 2) {
    const main = temporalMain(syntax, index);
    if (main >= 0) readVerb(syntax, main, findings, depth + 2);
  }
  // "is due to visit": tagged as a preposition
  if (depth === 0 && view.lower(group.first - 1) === "to" && view.lower(group.first - 2) === "due")
    findings.push({ mode: "planned", first: group.first - 2, last: group.first });
  const condition = conditionOf(syntax, index);
  // "unclear whether Iran delivered them": as open as what may be, no more
  const open = condition >= 0 && group.modal === undefined && isUnsettled(syntax, condition);
  if (invertedCondition(syntax, index)) findings.push({ mode: "hypothetical", ...whole });
  if (open) findings.push({ mode: "possible", ...whole });
  else if (
    condition >= 0 ||
    (depth < 3 && (asksWhether(syntax, index, depth) || (group.form === "finite" && asksWhatIsThought(syntax, index)))) ||
    (depth === 0 && isImperative(syntax, index))
  )
    findings.push({ mode: "hypothetical", ...whole });
  if (group.form === "infinitive") governorOfInfinitive(syntax, index, findings, depth);
  else if (group.form === "gerund") governorOfGerund(syntax, index, findings, depth);
  else if (group.form === "finite") governorOfClause(syntax, index, findings, depth);
}

/** A noun phrase: its modifiers, then the verb that carries it or the noun or verb that governs it. */
function readNoun(syntax: SentenceSyntax, index: number, token: number, findings: Finding[], depth: number, support?: VerbGroup): void {
  const { view, phrases } = syntax;
  const phrase = phrases[index];
  if (!phrase || depth > 5) return;
  if (phrase.kind === "np") {
    for (let at = phrase.first; at < token; at++) {
      if (view.widest(at) && view.widest(at) !== view.widest(token)) continue;
      // "in the strongest possible terms": a superlative takes "possible" to itself
      const mode = view.lower(at) === "possible" && /^(?:JJS|RBS)$/.test(view.tag(at - 1)) ? undefined : MODIFIER_MODES.get(view.lower(at));
      if (mode) findings.push({ mode, first: at, last: at + 1 });
      else if (view.lower(at) === "any" && at === phrase.first) findings.push({ mode: "hypothetical", first: at, last: at + 1 });
    }
  }
  if (depth === 0 && view.lower(phrase.first - 1) === "not")
    findings.push({ mode: "negated", first: phrase.first - 1, last: phrase.first });
  // "a nuclear test would be met with …": nobody says there is one
  const opener = phrase.kind === "np" ? view.lower(phrase.first) : "";
  let next = neighbour(syntax, index, 1);
  // "arms transfers to or from the DPRK would violate": over what belongs to the noun
  while (depth === 0 && /^(?:prep|cc|np)$/.test(phrases[next]?.kind ?? "")) next = neighbour(syntax, next, 1);
  const verb = phrases[next];
  const isBarePlural = phrase.kind === "np" && view.tag(phrase.head) === "NNS" && /^(?:NNS?|JJ)$/.test(view.tag(phrase.first));
  if (
    depth === 0 &&
    (opener === "a" || opener === "an" || opener === "another" || (isBarePlural && verb?.kind === "vg" && verb.modal === "would")) &&
    verb?.kind === "vg" &&
    (verb.modal === "would" || verb.modal === "could" || verb.modal === "may" || verb.modal === "might")
  ) {
    findings.push({ mode: "hypothetical", first: verb.first, last: verb.last });
  }
  const outcome = depth === 0 ? outcomeOf(syntax, index) : undefined;
  if (outcome !== undefined) findings.push(outcome);
  const debated = talkedOver(syntax, index);
  if (debated >= 0) findings.push({ mode: "hypothetical", first: debated, last: debated + 1 });
  if (support) {
    readVerb(syntax, syntax.at(support.head), findings, depth + 1);
    const carrier = view.lemma(support.head);
    // "committing violations" does them; "committed to" them only promises
    // "ruled out talks", "called off the visit": verb and particle together
    const whole = support.particle === undefined ? undefined : GOVERNOR_MODES.get(`${carrier}_${support.particle}`);
    const mode = carrier === "commit" ? undefined : (whole ?? GOVERNOR_MODES.get(carrier));
    if (mode && support.first < token) findings.push({ mode, first: support.head, last: support.head + 1 });
    // "announced the suspension of talks"
    const link = neighbour(syntax, index, -1);
    const host = phrases[neighbour(syntax, link, -1)];
    const undone = host?.kind === "np" && phrases[link]?.kind === "prep" ? GOVERNOR_MODES.get(view.lemma(host.head)) : undefined;
    if (host?.kind === "np" && undone === "negated") findings.push({ mode: undone, first: host.head, last: host.head + 1 });
    return;
  }
  // Lists: what governs the first member governs all.
  let at = index;
  for (let hops = 0; hops < 8; hops++) {
    const link = phrases[neighbour(syntax, at, -1)];
    const left = link ? neighbour(syntax, phrases.indexOf(link), -1) : -1;
    if ((link?.kind === "cc" || link?.kind === "comma") && phrases[left]?.kind === "np") at = left;
    else break;
  }
  const before = neighbour(syntax, at, -1);
  const governor = phrases[before];
  if (governor?.kind === "prep") {
    const name = prepositionOf(view, governor);
    const undone = PREPOSITION_MODES.get(name);
    if (undone) findings.push({ mode: undone, first: governor.first, last: governor.last });
    const left = neighbour(syntax, before, -1);
    const host = phrases[left];
    // "ready for talks", "open to a summit"
    const adjective = phrases[before - 1];
    if (adjective?.kind === "adj" && READY.has(view.lower(adjective.last - 1)))
      findings.push({ mode: "hypothetical", first: adjective.last - 1, last: adjective.last });
    // "will travel to New York for a meeting with Macron": what one goes for is as sure as that one goes
    const journey = name === "for" ? journeyBefore(syntax, left) : -1;
    if (journey >= 0) {
      readVerb(syntax, journey, findings, depth + 1);
      return;
    }
    if (host?.kind === "np") {
      const mode = GOVERNOR_MODES.get(view.lemma(host.head));
      const valued = VALUES.has(view.lemma(host.head));
      // "concerned about reports of arms supplies": somebody says so
      if (name === "of" && host.first === host.head && view.lower(host.head) === "reports")
        findings.push({ mode: "alleged", first: host.head, last: host.last });
      if (mode && !valued && !CIRCUMSTANTIAL.has(name)) findings.push({ mode, first: host.head, last: host.head + 1 });
      if ((mode && !valued && !CIRCUMSTANTIAL.has(name)) || PORTIONS.has(view.lemma(host.head)))
        readNoun(syntax, left, host.head, findings, depth + 1);
    } else if (host?.kind === "vg" && name === "under" && COMING.has(view.lemma(host.head)) && !host.passive) {
      // "if its vessels come under attack": the verb only brings the happening on
      readVerb(syntax, left, findings, depth + 1);
    } else if (
      host?.kind === "vg" &&
      (name === "for" || name === "of" || name === "from" || name === "to" || name === "on" || name === "upon")
    ) {
      const mode = GOVERNOR_MODES.get(view.lemma(host.head));
      if (name === "from" && REFRAINING.has(view.lemma(host.head))) {
        readUndoing(syntax, left, findings, depth);
        return;
      }
      if (isSubjectTo(syntax, before)) readVerb(syntax, left, findings, depth + 1);
      if (name === "for" && AIMED.has(view.lemma(host.head))) readVerb(syntax, left, findings, depth + 1);
      if (mode && (name === "for" || name === "from" || name === "of" || mode === "planned")) {
        findings.push({ mode, first: host.head, last: host.head + 1 });
        readVerb(syntax, left, findings, depth + 1);
      }
    }
    return;
  }
  // "would be a violation", "is not a breach": what is said to be one is one as far as the verb goes
  if (governor?.kind === "vg" && depth === 0 && view.lemma(governor.head) === "be" && governor.form === "finite") {
    readVerb(syntax, before, findings, depth + 1);
    return;
  }
  if (governor?.kind === "vg" && !governor.passive && UNDOING.has(view.lemma(governor.head))) {
    readUndoing(syntax, before, findings, depth);
    return;
  }
  if (governor?.kind === "vg" && !governor.passive) {
    // "stave off an attack": verb and particle together
    const whole = governor.particle === undefined ? undefined : GOVERNOR_MODES.get(`${view.lemma(governor.head)}_${governor.particle}`);
    const mode = whole ?? GOVERNOR_MODES.get(view.lemma(governor.head));
    // "rejected repeated American requests": what is answered was made
    if (mode === "negated" && ANSWERED.has(view.lemma(token))) return;
    if (mode && !SPEECH_VERBS.has(view.lemma(governor.head))) {
      findings.push({ mode, first: governor.head, last: governor.head + 1 });
      readVerb(syntax, before, findings, depth + 1);
    }
    return;
  }
  if (view.parsed) {
    const head = view.head(token);
    if (view.label(token) === "obj" && head >= 0 && verbGroup(syntax, head)?.head === head) {
      const mode = GOVERNOR_MODES.get(view.lemma(head));
      if (mode && !SPEECH_VERBS.has(view.lemma(head))) {
        findings.push({ mode, first: head, last: head + 1 });
        readVerb(syntax, syntax.at(head), findings, depth + 1);
      }
    }
  }
}

function governorOfInfinitive(syntax: SentenceSyntax, index: number, findings: Finding[], depth: number): void {
  const { view, phrases } = syntax;
  let steps = 0;
  let objectSeen = false;
  for (let at = index - 1; at >= 0 && steps < 9; at--, steps++) {
    const phrase: Phrase | undefined = phrases[at];
    // "to work together to invest …; to support …; and to deepen": one list of aims
    if (phrase?.kind === "stop" && view.lower(phrase.first) === ";") {
      steps -= 3;
      continue;
    }
    if (!phrase || phrase.kind === "stop" || phrase.kind === "rel") return;
    // "the decision last December to open talks": the date stands between
    if (phrase.kind === "np" && (isYear(view.lower(phrase.head)) || isTimeWord(view.lower(phrase.head)))) continue;
    if (phrase.kind === "adj" || phrase.kind === "adv") {
      const mode = GOVERNOR_MODES.get(view.lemma(phrase.first)) ?? GOVERNOR_MODES.get(view.lower(phrase.first));
      if (mode && !objectSeen) {
        findings.push({ mode, first: phrase.first, last: phrase.last });
        const copula = neighbour(syntax, at, -1);
        if (phrases[copula]?.kind === "vg") readVerb(syntax, copula, findings, depth + 1);
        return;
      }
      continue;
    }
    if (phrase.kind === "np") {
      // "became the second country to give jets": it gave them
      for (let token = phrase.first; token < phrase.head && !objectSeen; token++) if (RANKS.test(view.lower(token))) return;
      const mode = GOVERNOR_MODES.get(view.lemma(phrase.head));
      if (mode && !objectSeen) {
        findings.push({ mode, first: phrase.head, last: phrase.head + 1 });
        readNoun(syntax, at, phrase.head, findings, depth + 1);
        return;
      }
      if (UNDERTAKINGS.has(view.lemma(phrase.head)) && !objectSeen) {
        // "will take steps to disrupt": no more than the steps
        const taking = neighbour(syntax, at, -1);
        const verb = phrases[taking];
        if (verb?.kind === "vg" && verb.modal !== undefined) readVerb(syntax, taking, findings, depth + 1);
        return;
      }
      // Only a direct object parts the infinitive from its verb: not "by the Kremlin to bombard", not "the intention of Iran to withdraw".
      if (phrases[neighbour(syntax, listStart(syntax, at), -1)]?.kind !== "prep") objectSeen = true;
      continue;
    }
    if (phrase.kind === "cc") {
      // "agreed to hold talks and to conduct drills": the first infinitive's governor
      continue;
    }
    if (phrase.kind === "vg") {
      const lemma = view.lemma(phrase.head);
      // "committed to replenish the stocks held there, and to dispatch more": past a reduced clause
      if (phrase.form === "participle" && joined(syntax, index)) continue;
      if (phrase.form === "infinitive" && joined(syntax, index)) {
        governorOfInfinitive(syntax, at, findings, depth + 1);
        return;
      }
      // "would not hesitate to attack"
      if (lemma === "hesitate" && phrase.negated) {
        findings.push({ mode: "planned", first: phrase.first, last: phrase.last });
        return;
      }
      // "agreed not to sell": the word for "not" stands with the verb before
      if (phrase.negated && lemma !== "hesitate" && negatesComplement(syntax, phrase))
        findings.push({ mode: "negated", first: phrase.head + 1, last: phrase.head + 2 });
      // "are going to stage a drill"
      if (lemma === "go" && phrase.progressive && !objectSeen) findings.push({ mode: "planned", first: phrase.first, last: phrase.last });
      if (ATTEMPTS.has(lemma)) findings.push({ mode: "hypothetical", first: phrase.head, last: phrase.head + 1 });
      const mode = GOVERNOR_MODES.get(lemma) ?? (phrase.passive ? GOVERNOR_MODES.get(view.lower(phrase.head)) : undefined);
      // "expects to sign" is a plan of one's own, "expects Iran to sign" is a guess
      if (lemma === "expect" && !phrase.passive && !objectSeen) {
        findings.push({ mode: "planned", first: phrase.head, last: phrase.head + 1 });
        readVerb(syntax, at, findings, depth + 1);
        return;
      }
      if (mode) findings.push({ mode, first: phrase.head, last: phrase.head + 1 });
      if (lemma === "be" && !objectSeen) findings.push({ mode: "planned", first: phrase.first, last: phrase.last });
      if (isPassedOn(syntax, phrase)) findings.push({ mode: "alleged", first: phrase.head, last: phrase.head + 1 });
      if (mode || !objectSeen || lemma === "help" || lemma === "continue" || lemma === "begin" || CAUSING.has(lemma))
        readVerb(syntax, at, findings, depth + 1);
      else if (objectSeen) findings.push({ mode: "hypothetical", first: index >= 0 ? phrase.head : 0, last: phrase.head + 1 });
      return;
    }
  }
  // Headline: "U.S. to send tanks"
  if (!phrases.slice(0, index).some((phrase) => phrase.kind === "vg"))
    findings.push({ mode: "planned", first: phrases[index]?.first ?? 0, last: (phrases[index]?.first ?? 0) + 1 });
}

const joined = (syntax: SentenceSyntax, index: number): boolean =>
  syntax.phrases[neighbour(syntax, index, -1)]?.kind === "cc" || syntax.phrases[neighbour(syntax, index, -1)]?.kind === "comma";

/** Verbs of setting about what the gerund behind them tells; what continues is there already. */
const SETTING_OUT: ReadonlySet<string> = new Set("start begin keep resume".split(" "));

/** Verbs before "against" that make a gerund behind it what is not wanted. */
const OPPOSING: ReadonlySet<string> = new Set("be decide advise warn caution argue vote recommend lobby campaign counsel".split(" "));

/** What verbs make of the gerund of whoever is their object. */
const WELCOME: ReadonlyMap<string, Mode> = new Map<string, Mode>([
  ...["support", "back", "favor", "favour"].map((verb): [string, Mode] => [verb, "planned"]),
  ...["tolerate", "accept", "permit", "oppose", "envisage", "imagine", "risk", "fear", "contemplate", "want", "mind"].map(
    (verb): [string, Mode] => [verb, "hypothetical"],
  ),
]);

/** "possibility of Russia providing", "accused Iran of supplying", "refrain from exporting", "without sending". */
function governorOfGerund(syntax: SentenceSyntax, index: number, findings: Finding[], depth: number): void {
  const { view, phrases } = syntax;
  let before = neighbour(syntax, index, -1);
  if (phrases[before]?.kind === "np") {
    const left = neighbour(syntax, listStart(syntax, before), -1);
    const judge = phrases[left];
    // "support Australia acquiring submarines", "will not tolerate Iran possessing a bomb": what is welcome or unwelcome has not come to pass
    const mode = judge?.kind === "vg" ? WELCOME.get(view.lemma(judge.head)) : undefined;
    if (judge && mode) findings.push({ mode, first: judge.first, last: judge.last });
    if (judge?.kind !== "prep") return;
    before = left;
  }
  const preposition = phrases[before];
  if (preposition?.kind === "vg" && !preposition.passive) {
    // "considering imposing", "stopped sending", "ruled out sending"
    const mode =
      view.lower(preposition.last - 1) === "out" && view.lemma(preposition.head) === "rule"
        ? "negated"
        : GOVERNOR_MODES.get(view.lemma(preposition.head));
    // "has not ruled out sending": it may still come to it
    if (mode === "negated" && preposition.negated) {
      findings.push({ mode: "hypothetical", first: preposition.first, last: preposition.last });
      return;
    }
    if (mode) findings.push({ mode, first: preposition.head, last: preposition.head + 1 });
    // "if China starts arming Russia", "could resume testing": what is said of the beginning is said of the deed
    if (mode || SETTING_OUT.has(view.lemma(preposition.head))) readVerb(syntax, before, findings, depth + 1);
    return;
  }
  if (preposition?.kind !== "prep") return;
  const name = prepositionOf(view, preposition);
  // "is against sending jets", "talks about selling them"
  const weighed = phrases[neighbour(syntax, before, -1)];
  const debated = (weighed?.kind === "np" || weighed?.kind === "vg") && DELIBERATING.has(view.lemma(weighed.head));
  const undone =
    PREPOSITION_MODES.get(name) ?? (name === "against" || ((name === "about" || name === "on") && debated) ? "hypothetical" : undefined);
  if (undone) findings.push({ mode: undone, first: preposition.first, last: preposition.last });
  let at = neighbour(syntax, before, -1);
  const host = phrases[at];
  // "is against sending jets", "decided against sending them"
  if (name === "against") {
    const opposed = host?.kind === "np" ? phrases[neighbour(syntax, at, -1)] : host;
    if (opposed?.kind === "vg" && OPPOSING.has(view.lemma(opposed.head)))
      findings.push({
        mode: view.lemma(opposed.head) === "decide" ? "negated" : "hypothetical",
        first: opposed.head,
        last: preposition.last,
      });
  }
  if (host?.kind === "np") {
    const mode = GOVERNOR_MODES.get(view.lemma(host.head));
    if (mode) {
      findings.push({ mode, first: host.head, last: host.head + 1 });
      readNoun(syntax, at, host.head, findings, depth + 1);
      return;
    }
    at = neighbour(syntax, at, -1);
  }
  // "accused the governments of Iran and Syria of selling and of …": over what belongs to the object
  const controller = controllingVerb(syntax, before);
  if (controller >= 0) at = controller;
  const verb = phrases[at];
  if (verb?.kind === "vg" && (controller >= 0 || name === "of" || name === "from" || name === "to" || name === "on" || name === "for")) {
    const lemma = view.lemma(verb.head);
    if (name === "from" && REFRAINING.has(lemma)) {
      readUndoing(syntax, at, findings, depth);
      return;
    }
    const mode =
      (lemma === "look" && view.lower(verb.head + 1) === "forward" ? "planned" : undefined) ??
      GOVERNOR_MODES.get(lemma) ??
      GOVERNOR_MODES.get(view.lower(verb.head)) ??
      (name === "from" && THWARTING.has(lemma) ? "hypothetical" : undefined);
    // "are to blame for": the narrator's own judgement, no accusation that is passed on
    const judged = lemma === "blame" && verb.form === "infinitive";
    if (mode && !judged && !(mode === "planned" && name === "for")) {
      // "prevented Turkey from buying" tells that it did not; "prohibits" and "prevents" only that it may not.
      const past =
        view.tag(verb.head) === "VBD" || (verb.form === "finite" && verb.modal === undefined && (verb.perfect || verb.tense === "past"));
      const undid = name === "from" && THWARTING.has(lemma) && past && !verb.negated;
      findings.push({ mode: undid ? "negated" : mode, first: verb.head, last: verb.head + 1 });
      readVerb(syntax, at, findings, depth + 1);
    }
  }
}

/** "agreed to refrain from attacking", "foiled an attack" leave it undone; "urged them to refrain", "wants to block the sale" only ask for that. */
function readUndoing(syntax: SentenceSyntax, index: number, findings: Finding[], depth: number): void {
  const phrase = syntax.phrases[index];
  if (phrase?.kind !== "vg") return;
  const around: Finding[] = [];
  readVerb(syntax, index, around, depth + 1);
  const asked = around.some(({ mode }) => mode === "hypothetical");
  findings.push(...around.filter(({ mode }) => mode !== "planned"), {
    mode: asked ? "hypothetical" : "negated",
    first: phrase.head,
    last: phrase.head + 1,
  });
}

/** A finite clause under a verb of wishing, doubting or forecasting: "hopes that", "it is unclear whether". Verbs of saying are the claims' business. */
function governorOfClause(syntax: SentenceSyntax, index: number, findings: Finding[], depth: number): void {
  const { view, phrases } = syntax;
  for (let at = index - 1, steps = 0; at >= 0 && steps < 8; at--, steps++) {
    const phrase = phrases[at];
    if (!phrase || phrase.kind === "stop") return;
    // "no sign that Belarus supplied jets": a subject of its own behind "that" makes it a clause of content, however it is tagged
    if (phrase.kind === "rel" && !(phrases[at - 1]?.kind === "np" && phrases[at + 1]?.kind === "np" && at + 2 === index)) return;
    if ((phrase.kind !== "sub" && phrase.kind !== "rel") || view.lower(phrase.first) !== "that") continue;
    const left = neighbour(syntax, at, -1);
    const governor = phrases[left];
    const bare = phrases[index];
    // "It is vital that Congress pass the bill"
    const needed = phrases[at - 1];
    if (needed?.kind === "adj" && NECESSARY.has(view.lower(needed.last - 1)) && bare?.kind === "vg" && /^VBP?$/.test(view.tag(bare.head))) {
      findings.push({ mode: "hypothetical", first: needed.last - 1, last: needed.last });
      return;
    }
    const word = governor?.kind === "vg" || governor?.kind === "np" ? governor.head : -1;
    if (word < 0) return;
    const reported = bare?.kind === "vg" ? modeOfReport(syntax, left, bare) : undefined;
    if (reported !== undefined) {
      findings.push({ mode: reported, first: word, last: word + 1 });
      return;
    }
    if (phrase.kind === "rel") return;
    const mode = GOVERNOR_MODES.get(view.lemma(word));
    if (mode && mode !== "planned" && !SPEECH_VERBS.has(view.lemma(word))) {
      findings.push({ mode, first: word, last: word + 1 });
      if (governor?.kind === "vg") readVerb(syntax, left, findings, depth + 1);
    }
    return;
  }
}
