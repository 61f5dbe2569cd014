import type { Frame } from "./frame.ts";

/** Rules that are broken, and those who watch over them: breaches and inspections. */
export const COMPLIANCE_FRAMES: readonly Frame[] = [
  // ---- Breaches
  {
    rule: "Violation.violate",
    type: "Violation",
    verbs: "violate breach contravene flout circumvent evade defy infringe disregard transgress break",
    roles: { actor: "actor~: agent deed", agreement: "rule~: theme" },
    needs: "actor|agreement",
    beside: "@rule",
  },
  {
    rule: "Violation.violation",
    type: "Violation",
    nouns: "violation contravention defiance noncompliance non-compliance infringement disregard",
    roles: { actor: "actor: poss by support mod deed", agreement: "rule: of with for to under mod" },
    needs: "actor|agreement",
    unless: "traffic",
  },
  {
    // Data and walls are breached, too: only what names a rule tells of this.
    rule: "Violation.breach",
    type: "Violation",
    nouns: "breach",
    roles: { actor: "actor: poss by support mod deed", agreement: "rule: of with" },
    needs: "agreement",
  },
  {
    // "preventing sanctions evasion": a practice, unless somebody is said to do it
    rule: "Violation.evasion",
    type: "Violation",
    nouns: "circumvention evasion",
    roles: { actor: "actor: poss by support", agreement: "rule: of mod" },
    needs: "actor agreement",
    unless: "tax fare network",
  },
  {
    rule: "Violation.in-violation",
    type: "Violation",
    nouns: "in_violation in_breach in_contravention in_defiance in_noncompliance in_non-compliance",
    roles: { actor: "+actor: carrier", agreement: "rule: of" },
    needs: "actor agreement",
  },
  {
    // "undermines the New START Treaty": who weakens a treaty by name does not keep it
    rule: "Violation.undermine",
    type: "Violation",
    verbs: "undermine subvert trample",
    roles: { actor: "state: agent deed", agreement: "agreement: theme on" },
    needs: "actor agreement",
  },
  {
    // "exceeded the annual cap set by the resolution"
    rule: "Violation.exceed",
    type: "Violation",
    verbs: "exceed surpass overshoot",
    roles: { actor: "actor: agent", agreement: "rule: theme of under" },
    needs: "actor agreement",
    beside: "cap ceiling limit quota threshold",
  },
  {
    // "failed to comply with the resolution": what was not done is the breach, and that happened
    rule: "Violation.comply",
    type: "Violation",
    verbs: "comply abide adhere conform",
    roles: { actor: "actor: agent", agreement: "rule~: with by to" },
    needs: "actor agreement",
    under: "fail refuse failure refusal",
    mode: "actual",
  },
  {
    rule: "Violation.honour",
    type: "Violation",
    verbs: "honor honour fulfill fulfil meet implement observe respect uphold",
    roles: { actor: "actor: agent", agreement: "rule~: theme" },
    needs: "actor agreement",
    under: "fail refuse failure refusal",
    beside: "@rule",
    mode: "actual",
  },
  {
    // "does not fulfil the agreement", "has never complied with the resolution"
    rule: "Violation.not-complying",
    type: "Violation",
    verbs: "comply abide adhere conform honor honour fulfill fulfil implement observe respect uphold",
    roles: { actor: "actor: agent", agreement: "rule~: theme with by to" },
    needs: "actor agreement",
    beside: "not n't never",
    predicate: true,
    mode: "actual",
  },
  // ---- Oversight
  {
    rule: "Inspection.inspect",
    type: "Inspection",
    verbs: "inspect monitor verify investigate survey probe search",
    roles: { actor: "overseer: agent", target: "inspected~: theme into" },
    needs: "actor target",
    slots: "theme into",
    unless: "situation issue development claim report deal trade image",
  },
  {
    // "inspectors returned to Iraq": where they go, they inspect
    rule: "Inspection.visit",
    type: "Inspection",
    verbs: "visit return travel arrive go enter",
    roles: { actor: "actor: agent", target: "inspected: theme to in at" },
    needs: "actor target",
    subject: "inspector",
  },
  {
    // "to oversee the ceasefire", "to confirm the withdrawal of Israeli forces": watchers of what sides have undertaken
    rule: "Inspection.watch",
    type: "Inspection",
    verbs: "supervise oversee confirm verify monitor",
    roles: { actor: "watcher: agent", target: "inspected: theme of" },
    needs: "actor target",
    beside:
      "withdrawal ceasefire cease-fire truce disengagement disarmament dismantlement armistice demilitarization demilitarisation embargo",
  },
  {
    // "investigated the alleged use of chlorine": what is looked into is an act, whose ever it was
    rule: "Inspection.allegation",
    type: "Inspection",
    verbs: "investigate probe",
    roles: { actor: "watcher: agent" },
    literals: { topic: "theme into" },
    needs: "actor",
    slots: "theme into",
    beside: "allegation use attack incident violation explosion strike shooting sabotage",
  },
  {
    rule: "Inspection.noun",
    type: "Inspection",
    nouns: "inspection investigation monitoring probe verification",
    roles: { actor: "party: poss by mod support", target: "inspected~: of into on between at in" },
    needs: "actor target",
  },
  {
    // "will admit no inspectors", "barred inspectors from the site": the inspection does not take place
    rule: "Inspection.barred",
    type: "Inspection",
    verbs: "bar expel block refuse deny ban admit allow",
    roles: { actor: "actor: theme iobj", target: "inspected~: to from agent" },
    needs: "actor target",
    beside: "inspector monitor",
    mode: "negated",
  },
];
