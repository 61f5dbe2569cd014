/** How an entity type of the data contract is written in FollowTheMoney. */
export interface EntityMapping {
  readonly schema: string;
  /** Value of `topics` (https://www.opensanctions.org/docs/topics/). */
  readonly topic?: string;
}

/**
 * Entity types that FollowTheMoney has a place for. Weapons, items, conflicts and the like have none: they are named in the descriptions of events.
 * States are public bodies with a country: the `Territory` of newer models is no actor, and a sanction or a membership needs one.
 */
export const ENTITY_MAPPING: Readonly<Record<string, EntityMapping>> = {
  State: { schema: "PublicBody", topic: "gov.national" },
  Territory: { schema: "PublicBody" },
  GovernmentBody: { schema: "PublicBody", topic: "gov" },
  InternationalOrganization: { schema: "Organization", topic: "gov.igo" },
  MilitaryForce: { schema: "PublicBody", topic: "mil" },
  ArmedGroup: { schema: "Organization" },
  Company: { schema: "Company" },
  ResearchOrganization: { schema: "Organization" },
  MediaOrganization: { schema: "Organization" },
  Organization: { schema: "Organization" },
  Forum: { schema: "Organization" },
  Group: { schema: "LegalEntity" },
  Person: { schema: "Person" },
  Position: { schema: "Position" },
  Programme: { schema: "Project" },
  Agreement: { schema: "Document" },
  Resolution: { schema: "Document" },
  Document: { schema: "Document" },
  Place: { schema: "Address" },
  Facility: { schema: "Address" },
};

/** The type that an entity of a schema gets where nothing says more; the first that fits. What is not here stays in FollowTheMoney's own terms. */
export const TYPE_OF_SCHEMA: readonly (readonly [schema: string, type: string])[] = [
  ["Company", "Company"],
  ["PublicBody", "GovernmentBody"],
  ["Organization", "Organization"],
  ["Person", "Person"],
  ["LegalEntity", "Organization"],
  ["Position", "Position"],
  ["Project", "Programme"],
  ["Address", "Place"],
  ["Document", "Document"],
  ["Vehicle", "Item"],
];

/** Event types of the data contract; the keyword of an exported event that names one makes it that again. */
export const EVENT_TYPES: ReadonlySet<string> = new Set(
  (
    "ArmsTransfer TechnologyTransfer Aid FinancialFlow Cooperation Meeting Visit Negotiation AgreementMade AgreementEnded ResolutionAdopted Vote Veto Violation Sanction " +
    "LegalAction Deployment Exercise WeaponTest Buildup Attack SecurityCommitment Request Rejection Notification Inspection Appointment"
  ).split(" "),
);

/** Statuses of events; the first two say that something is in force or has happened. */
export const EVENT_STATUSES: ReadonlySet<string> = new Set(
  "confirmed asserted alleged disputed denied unconfirmed planned hypothetical nonOccurrence".split(" "),
);

/** Static relations that have no schema of their own and become an `UnknownLink` with the relation as its role. */
export const LINK_RELATIONS: ReadonlySet<string> = new Set(["partyTo", "nationalOf", "locatedIn", "partOf", "positionIn", "memberOf"]);

/** Properties of an event that are no roles. */
export const NOT_ROLES: ReadonlySet<string> = new Set(
  "evidence plover ploverMode ploverContext quantity rule eventStatus statusInDocument time confidence".split(" "),
);

/** Namespace of FollowTheMoney's schemata and properties in RDF. */
export const FTM_NAMESPACE = "https://w3id.org/ftm#";
