/** The closed vocabularies of the data contract (entities, relations, events, claims). Everything else derives from these tables. */
export const ENTITY_TYPES = [
  "State",
  "Territory",
  "GovernmentBody",
  "InternationalOrganization",
  "MilitaryForce",
  "ArmedGroup",
  "Company",
  "ResearchOrganization",
  "MediaOrganization",
  "Organization",
  "Person",
  "Position",
  "WeaponSystem",
  "WeaponCategory",
  "Item",
  "Programme",
  "Agreement",
  "Resolution",
  "Forum",
  "Conflict",
  "Place",
  "Facility",
  "Group",
  "Document",
] as const;
export type EntityType = (typeof ENTITY_TYPES)[number];

/** Kinds of body: what people form, join and speak for. States and groups without a name are none. */
export const BODY_TYPES: readonly EntityType[] = [
  "GovernmentBody",
  "InternationalOrganization",
  "MilitaryForce",
  "ArmedGroup",
  "Company",
  "ResearchOrganization",
  "MediaOrganization",
  "Organization",
];

export const RELATION_TYPES = ["holdsPosition", "positionIn", "memberOf", "partOf", "partyTo", "nationalOf", "locatedIn"] as const;
export type RelationType = (typeof RELATION_TYPES)[number];

export const EVENT_STATUSES = [
  "confirmed",
  "asserted",
  "alleged",
  "disputed",
  "denied",
  "unconfirmed",
  "planned",
  "hypothetical",
  "nonOccurrence",
] as const;
export type EventStatus = (typeof EVENT_STATUSES)[number];

/** Stances, grouped in the families that compare them. */
export const STANCE_FAMILIES = {
  assertive: ["asserts", "confirms", "estimates"],
  accusing: ["alleges", "accuses", "condemns"],
  denying: ["denies", "rejects"],
  withholding: ["cannotConfirm", "declinesComment"],
  warning: ["warns", "threatens", "expressesConcern"],
  committing: ["commits", "supports", "praises"],
  directive: ["requests", "proposes"],
} as const;
export type StanceFamily = keyof typeof STANCE_FAMILIES;
export type Stance = (typeof STANCE_FAMILIES)[StanceFamily][number];

export type Certainty = "certain" | "probable" | "possible" | "unspecified";
export type Polarity = "positive" | "negative";
export type QuoteType = "direct" | "indirect" | "mixed" | "narration";
export type MentionKind = "name" | "acronym" | "title" | "demonym" | "metonym" | "nominal" | "pronoun";
export type MentionUse = "government" | "place" | "organization" | "people";
export type RegionKind = "headline" | "byline" | "caption" | "boilerplate" | "credit" | "body";

export interface EventTypeDefinition {
  /** Roles that make the event what it is. */
  readonly core: readonly string[];
  /** Its other own roles; `SHARED_ROLES` come on top. */
  readonly roles: readonly string[];
  /** Local name of the direct edge that an event of sufficient status yields, from the first core role to the second (or among participants). */
  readonly edge: string;
  /** PLOVER root code where one applies. */
  readonly plover?: string;
}

/** Roles that every event may have. */
export const SHARED_ROLES = ["place", "time", "quantity", "purpose", "cause", "inReturnFor", "partOf"] as const;

/** The 27 event types, in the order of the data contract. */
export const EVENT_TYPE_NAMES = [
  "ArmsTransfer",
  "TechnologyTransfer",
  "Aid",
  "FinancialFlow",
  "Cooperation",
  "Meeting",
  "Visit",
  "Negotiation",
  "AgreementMade",
  "AgreementEnded",
  "ResolutionAdopted",
  "Vote",
  "Veto",
  "Violation",
  "Sanction",
  "LegalAction",
  "Deployment",
  "Exercise",
  "WeaponTest",
  "Buildup",
  "Attack",
  "SecurityCommitment",
  "Request",
  "Rejection",
  "Notification",
  "Inspection",
  "Appointment",
] as const;
export type EventType = (typeof EVENT_TYPE_NAMES)[number];

export const EVENT_TYPES: Readonly<Record<EventType, EventTypeDefinition>> = {
  ArmsTransfer: { core: ["supplier", "recipient"], roles: ["item", "target"], edge: "suppliesArmsTo", plover: "AID" },
  TechnologyTransfer: { core: ["supplier", "recipient"], roles: ["item"], edge: "transfersTechnologyTo", plover: "AID" },
  Aid: { core: ["supplier", "recipient"], roles: ["item"], edge: "aids", plover: "AID" },
  FinancialFlow: { core: ["supplier", "recipient"], roles: ["item"], edge: "funds" },
  Cooperation: { core: ["participant"], roles: ["item"], edge: "cooperatesWith", plover: "COOPERATE" },
  Meeting: { core: ["participant"], roles: ["forum", "host", "ordinal"], edge: "meets", plover: "CONSULT" },
  Visit: { core: ["actor", "destination"], roles: ["host"], edge: "visits", plover: "CONSULT" },
  Negotiation: { core: ["participant"], roles: ["topic"], edge: "negotiatesWith", plover: "CONSULT" },
  AgreementMade: { core: ["participant"], roles: ["agreement"], edge: "agreesWith", plover: "AGREE" },
  AgreementEnded: { core: ["actor", "agreement"], roles: [], edge: "leaves" },
  ResolutionAdopted: { core: ["body", "agreement"], roles: [], edge: "adopts" },
  Vote: { core: ["actor", "agreement"], roles: ["vote", "body"], edge: "votesOn" },
  Veto: { core: ["actor", "agreement"], roles: ["topic", "body"], edge: "vetoes", plover: "REJECT" },
  Violation: { core: ["actor", "agreement"], roles: ["about"], edge: "violates" },
  Sanction: { core: ["actor", "target"], roles: ["agreement"], edge: "sanctions", plover: "COERCE" },
  LegalAction: { core: ["actor", "target"], roles: [], edge: "prosecutes", plover: "COERCE" },
  Deployment: { core: ["actor", "destination"], roles: ["force", "recipient"], edge: "deploysTo", plover: "MOBILIZE" },
  Exercise: { core: ["participant"], roles: ["name"], edge: "exercisesWith", plover: "COOPERATE" },
  WeaponTest: { core: ["actor", "item"], roles: [], edge: "tests", plover: "MOBILIZE" },
  Buildup: { core: ["actor", "item"], roles: [], edge: "builds", plover: "MOBILIZE" },
  Attack: { core: ["actor", "target"], roles: ["instrument"], edge: "attacks", plover: "ASSAULT" },
  SecurityCommitment: { core: ["actor", "recipient"], roles: ["item"], edge: "guarantees", plover: "AGREE" },
  Request: { core: ["actor", "target"], roles: ["topic"], edge: "requests", plover: "REQUEST" },
  Rejection: { core: ["actor", "target"], roles: ["topic"], edge: "rejects", plover: "REJECT" },
  Notification: { core: ["actor", "target"], roles: ["about"], edge: "notifies" },
  Inspection: { core: ["actor", "target"], roles: [], edge: "inspects" },
  Appointment: { core: ["person", "position"], roles: ["actor"], edge: "appoints" },
};
