import type { Frame } from "./frame.ts";

/** Rules that are broken, and those who watch over them: breaches and inspections. */
export const COMPLIANCE_FRAMES: readonly Frame[] = [
  // ---- Breaches
  {
    rule: "Violation.violate",
    type: "Violation",
    verbs: "violate breach contravene flout circumvent evade defy infringe disregard transgress break",
    roles: { actor: "actor~: agent", agreement: "rule~: theme" },
    needs: "actor|agreement",
    beside: "@rule",
  },
  {
    rule: "Violation.violation",
    type: "Violation",
    nouns: "violation contravention defiance noncompliance non-compliance infringement disregard",
    roles: { actor: "actor: poss by support mod", agreement: "rule: of with for to under mod" },
    needs: "actor|agreement",
    unless: "traffic",
  },
  {
    // Data and walls are breached, too: only what names a rule tells of this.
    rule: "Violation.breach",
    type: "Violation",
    nouns: "breach",
    roles: { actor: "actor: poss by support mod", agreement: "rule: of with" },
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
    verbs: "inspect monitor verify investigate survey probe",
    roles: { actor: "actor: agent", target: "inspected~: theme into" },
    needs: "actor target",
    slots: "theme into",
    unless: "situation issue development claim report deal trade image",
  },
  {
    rule: "Inspection.noun",
    type: "Inspection",
    nouns: "inspection investigation monitoring probe verification",
    roles: { actor: "party: poss by support mod", target: "inspected~: of into on between at" },
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
