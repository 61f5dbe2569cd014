/** One kind of edge that an event yields. */
export interface EdgeRule {
  /** Local name of the edge. */
  readonly predicate: string;
  /** Role whose members the edge starts from. */
  readonly from: string;
  /** Role whose members it ends in; equal to `from` for edges among participants, which are then undirected. */
  readonly to: string;
  /** Further roles for the end, tried in order where the `to` role is empty (a veto of a topic, a deployment for a recipient). */
  readonly orTo?: readonly string[];
  /** Left out unless `detail` is asked for: edges to weapons, items and places. */
  readonly detail?: boolean;
}

/**
 * Which event types become which edges. Main edges follow the "direct edge" column of the data contract; `detail` edges add what was supplied, used or
 * agreed, for pictures that show things as well as actors.
 */
export const EDGE_RULES: Readonly<Record<string, readonly EdgeRule[]>> = {
  ArmsTransfer: [
    { predicate: "suppliesArmsTo", from: "supplier", to: "recipient" },
    { predicate: "supplies", from: "supplier", to: "item", detail: true },
    { predicate: "receives", from: "recipient", to: "item", detail: true },
    { predicate: "armsUsedAgainst", from: "recipient", to: "target", detail: true },
  ],
  TechnologyTransfer: [
    { predicate: "transfersTechnologyTo", from: "supplier", to: "recipient" },
    { predicate: "supplies", from: "supplier", to: "item", detail: true },
    { predicate: "receives", from: "recipient", to: "item", detail: true },
  ],
  Aid: [
    { predicate: "aids", from: "supplier", to: "recipient" },
    { predicate: "supplies", from: "supplier", to: "item", detail: true },
    { predicate: "receives", from: "recipient", to: "item", detail: true },
  ],
  FinancialFlow: [{ predicate: "funds", from: "supplier", to: "recipient" }],
  Cooperation: [{ predicate: "cooperatesWith", from: "participant", to: "participant" }],
  Meeting: [
    { predicate: "meets", from: "participant", to: "participant" },
    { predicate: "meetsAt", from: "participant", to: "forum", detail: true },
  ],
  Visit: [{ predicate: "visits", from: "actor", to: "destination", orTo: ["host"] }],
  Negotiation: [{ predicate: "negotiatesWith", from: "participant", to: "participant" }],
  AgreementMade: [
    { predicate: "agreesWith", from: "participant", to: "participant" },
    { predicate: "agreesTo", from: "participant", to: "agreement", detail: true },
  ],
  AgreementEnded: [{ predicate: "leaves", from: "actor", to: "agreement" }],
  ResolutionAdopted: [{ predicate: "adopts", from: "body", to: "agreement" }],
  Vote: [{ predicate: "votesOn", from: "actor", to: "agreement" }],
  Veto: [{ predicate: "vetoes", from: "actor", to: "agreement", orTo: ["topic"] }],
  Violation: [{ predicate: "violates", from: "actor", to: "agreement" }],
  Sanction: [
    { predicate: "sanctions", from: "actor", to: "target" },
    { predicate: "sanctionsUnder", from: "actor", to: "agreement", detail: true },
  ],
  LegalAction: [{ predicate: "prosecutes", from: "actor", to: "target" }],
  Deployment: [
    { predicate: "deploysTo", from: "actor", to: "destination", orTo: ["place", "recipient"] },
    { predicate: "deploysFor", from: "actor", to: "recipient", detail: true },
    { predicate: "deploys", from: "actor", to: "force", detail: true },
  ],
  Exercise: [{ predicate: "exercisesWith", from: "participant", to: "participant" }],
  WeaponTest: [{ predicate: "tests", from: "actor", to: "item" }],
  Buildup: [{ predicate: "builds", from: "actor", to: "item" }],
  Attack: [
    { predicate: "attacks", from: "actor", to: "target" },
    { predicate: "attacksWith", from: "actor", to: "instrument", detail: true },
  ],
  SecurityCommitment: [{ predicate: "guarantees", from: "actor", to: "recipient" }],
  Request: [{ predicate: "requests", from: "actor", to: "target" }],
  Rejection: [{ predicate: "rejects", from: "actor", to: "target", orTo: ["topic"] }],
  Notification: [{ predicate: "notifies", from: "actor", to: "target" }],
  Inspection: [{ predicate: "inspects", from: "actor", to: "target" }],
  Appointment: [
    { predicate: "appointedAs", from: "person", to: "position" },
    { predicate: "appoints", from: "actor", to: "person", detail: true },
  ],
};

/** Roles whose members are things rather than actors; their ids go into the `items` of an edge. */
export const ITEM_ROLES: readonly string[] = ["item", "instrument", "agreement", "force"];
