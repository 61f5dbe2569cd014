import type { EntityType, EventType } from "../../ontology.ts";
import type { ItemClass } from "./item-class.ts";

/**
 * One row of the frame tables: which words tell of a happening of which type, and where its participants stand.
 *
 * A role rule reads `"CLASS: slot slot …"`. The first slot that holds a filler of the class wins, with everybody coordinated there; `+CLASS` unites all
 * slots (reciprocal events); `^CLASS` tries the slots by how near their phrases stand; `CLASS~` also takes those named inside the phrase (its possessor or demonym) where the phrase itself names nobody.
 */
export interface Frame {
  /** `Type.word`, the provenance of every event that the row yields. */
  readonly rule: string;
  /** `transfer` leaves the type to the class of the item: `TRANSFER_TYPES`. */
  readonly type: EventType | "transfer";
  /** Verb lemmas, particle verbs with `_`. */
  readonly verbs?: string;
  /** Event nouns (lemmas); `arms_deal` asks for the modifier before the noun. */
  readonly nouns?: string;
  readonly roles: Readonly<Record<string, string>>;
  /** Roles of which one in each group must be filled: `"supplier|recipient"`; `participant*2` asks for two. */
  readonly needs?: string;
  /** The phrase in these slots must be of one of these classes: `"theme with: weapon technology"`; `~` before the slots: class is used if there, not asked for; `!` before a class forbids it. */
  readonly item?: string;
  /** Type where the item has no class (`transfer` rows). */
  readonly otherwise?: EventType;
  /** One of these words (lemmas) must govern the trigger or stand before it in its clause. */
  readonly under?: string;
  /** One of these words must stand in the trigger's noun phrase, as its support verb or as its particle. */
  readonly beside?: string;
  /** None of these words may stand in the noun phrases of the trigger or its theme. */
  readonly unless?: string;
  /** Slots of which one must be there, whatever fills it. */
  readonly slots?: string;
  /** Roles whose slots hold words rather than entities: role → slots; the phrase's text is the literal. */
  readonly literals?: Readonly<Record<string, string>>;
  /** The happening is only spoken of as intended or standing (commitments, programmes), never as a dated occurrence. */
  readonly standing?: boolean;
  /** One of these words must stand right after the verb: "agreed to", "agreed on", not the opinion in "agreed that". */
  readonly before?: string;
  /** What the word itself makes of the happening: who threatens sanctions has not imposed them. */
  readonly mode?: "hypothetical" | "planned" | "negated" | "actual";
  /** One of these words (lemmas) must head the verb's agent: "air strikes killed". */
  readonly subject?: string;
  /** Only a finite verb or an infinitive tells it: "targeted the port", not "sanctions targeting the port". */
  readonly predicate?: boolean;
  /** Only an infinitive tells it: "tried to reach a deal". */
  readonly infinitive?: boolean;
  /** Only past forms tell it: "has called on Moscow to …"; who says "we call on Moscow" is only speaking. */
  readonly past?: boolean;
  /** Only a passive tells it without an agent: "was kidnapped". */
  readonly passive?: boolean;
  /** Constant roles: `{ vote: "for" }`. */
  readonly constants?: Readonly<Record<string, string>>;
  readonly confidence?: number;
}

/** What the giving of a thing of that class is called; classes that are not listed are no transfer. */
export const TRANSFER_TYPES: Readonly<Partial<Record<ItemClass, EventType>>> = {
  weapon: "ArmsTransfer",
  technology: "TechnologyTransfer",
  money: "FinancialFlow",
  aid: "Aid",
  support: "Aid",
};

const ORGANIZATIONS: readonly EntityType[] = [
  "GovernmentBody",
  "InternationalOrganization",
  "MilitaryForce",
  "ArmedGroup",
  "Company",
  "ResearchOrganization",
  "Organization",
];
const ACTORS: readonly EntityType[] = ["State", "Territory", ...ORGANIZATIONS, "Group"];
const AGREEMENTS: readonly EntityType[] = ["Agreement", "Resolution"];
const THINGS: readonly EntityType[] = ["WeaponSystem", "WeaponCategory", "Item"];

/** What may fill a role, by name. */
export const FILL_CLASSES: Readonly<Record<string, ReadonlySet<EntityType>>> = {
  actor: new Set(ACTORS),
  /** Like `actor`, and it may have no name: "businesses in China"; capitals stand for their state. */
  giver: new Set<EntityType>(ACTORS),
  taker: new Set<EntityType>(ACTORS),
  /** Who coerces by decree: a president may stand for the country. */
  imposer: new Set<EntityType>(ACTORS),
  /** Who is helped may be a region. */
  aided: new Set<EntityType>([...ACTORS, "Place"]),
  state: new Set<EntityType>(["State", "Territory"]),
  party: new Set<EntityType>([...ACTORS, "Person", "Position"]),
  /** Like `party`; police and soldiers need no name: "police arrested six men". */
  captor: new Set<EntityType>([...ACTORS, "Person", "Position"]),
  person: new Set<EntityType>(["Person"]),
  traveller: new Set<EntityType>([
    "Person",
    "Position",
    "Group",
    "GovernmentBody",
    "InternationalOrganization",
    "ArmedGroup",
    "State",
    "Territory",
  ]),
  /** Who is named to a post, where the post may follow within the same phrase. */
  named: new Set<EntityType>(["Person"]),
  addressee: new Set<EntityType>([...ACTORS, "Person", "Position"]),
  reporter: new Set<EntityType>(["State", "Territory", "GovernmentBody", "InternationalOrganization", "Person", "Position", "Group"]),
  whither: new Set<EntityType>(["Place", "Facility", "State", "Territory"]),
  /** With whom forces are stationed. */
  host: new Set<EntityType>(ACTORS),
  /** Where somebody may be who is not at home. */
  land: new Set<EntityType>(["Place", "State", "Territory"]),
  asker: new Set<EntityType>(["State", "Territory", "GovernmentBody", "ArmedGroup", "Group"]),
  addressed: new Set<EntityType>(["State", "Territory", "GovernmentBody"]),
  /** Whom a formal request goes to. */
  petitioned: new Set<EntityType>(["State", "Territory", "GovernmentBody", "InternationalOrganization"]),
  /** Where ships and aircraft go that keep their owner, named or not: "the disputed waters". */
  waters: new Set<EntityType>(["Place", "Facility"]),
  /** A government that turns to another in its own name. */
  caller: new Set<EntityType>(["State", "Territory", "GovernmentBody"]),
  /** Whom a government turns to: another one, or what they sit in together. */
  asked: new Set<EntityType>(["State", "Territory", "InternationalOrganization"]),
  thing: new Set(THINGS),
  weapon: new Set<EntityType>(["WeaponSystem", "WeaponCategory"]),
  built: new Set<EntityType>([...THINGS, "Programme", "Facility"]),
  place: new Set<EntityType>(["Place", "Facility", "State", "Territory"]),
  spot: new Set<EntityType>(["Place", "Facility"]),
  destination: new Set<EntityType>(["Place", "Facility", "State", "Territory", "Forum"]),
  /** Where visitors go: seats of governments and ships, too. */
  seat: new Set<EntityType>(["Place", "Facility", "State", "Territory", "Forum", "GovernmentBody", "WeaponSystem"]),
  theatre: new Set<EntityType>(["Place", "Facility", "State", "Territory", "MilitaryForce"]),
  agreement: new Set(AGREEMENTS),
  pact: new Set<EntityType>([...AGREEMENTS, "Document"]),
  resolution: new Set<EntityType>(["Resolution", "Agreement", "Document"]),
  rule: new Set<EntityType>([...AGREEMENTS, "Document", "Conflict"]),
  struck: new Set<EntityType>([...ACTORS, "Person", "Place", "Facility", "WeaponSystem", "WeaponCategory", "Item"]),
  enemy: new Set(ACTORS),
  assailant: new Set(ACTORS),
  victim: new Set<EntityType>([...ACTORS, "Person", "Position", "Place", "Facility", "WeaponSystem", "WeaponCategory", "Item"]),
  /** Who may be let into an organisation, and the organisation. */
  alliance: new Set<EntityType>(["State", "Territory", "InternationalOrganization"]),
  /** What states are members of. */
  club: new Set<EntityType>(["InternationalOrganization"]),
  /** Who keeps a sanctions list, and who may be put on it. */
  lister: new Set<EntityType>(["State", "GovernmentBody", "InternationalOrganization"]),
  listed: new Set<EntityType>(["Person", "Company", "ArmedGroup", "Organization", "GovernmentBody"]),
  /** Ships by name, too. */
  sanctioned: new Set<EntityType>([...ACTORS, "Person", "Programme", "WeaponSystem"]),
  /** Those who fight without being a state's own forces. */
  militia: new Set<EntityType>(["ArmedGroup"]),
  /** Works that are broken into. */
  works: new Set<EntityType>(["Facility"]),
  /** What the law lays hands on: people, firms, craft, goods; places are conquered instead. */
  seized: new Set<EntityType>(["Person", "Company", "Group", "Item", "WeaponSystem", "WeaponCategory"]),
  /** What a parliament votes on. */
  bill: new Set<EntityType>([...AGREEMENTS, "Document"]),
  /** Who is promised help: countries, leagues, groups that fight; their people and firms stand for them or for nobody. */
  ally: new Set<EntityType>(["State", "Territory", "InternationalOrganization", "ArmedGroup", "MilitaryForce"]),
  /** Offices that act against firms and people by decree. */
  authority: new Set<EntityType>(["GovernmentBody"]),
  /** Who is arrested or tried: they themselves, not whose they are. */
  accused: new Set<EntityType>([...ACTORS, "Person", "Position"]),
  /** Who inspects: a state, a body, or a leader who looks for himself. */
  overseer: new Set<EntityType>([...ACTORS, "Person"]),
  /** Who is sent to watch over others: bodies, commissions, their heads, never a government at home. */
  watcher: new Set<EntityType>([
    "InternationalOrganization",
    "GovernmentBody",
    "MilitaryForce",
    "Organization",
    "Person",
    "Position",
    "Group",
  ]),
  inspected: new Set<EntityType>([...ACTORS, "Facility", "Programme", "Place", "Item", "WeaponCategory", "Agreement"]),
  force: new Set<EntityType>(["MilitaryForce", "WeaponSystem", "WeaponCategory", "ArmedGroup"]),
  funded: new Set<EntityType>([...ACTORS, "Person", "Programme"]),
  body: new Set<EntityType>(["InternationalOrganization", "GovernmentBody", "Organization", "State"]),
  position: new Set<EntityType>(["Position"]),
  forum: new Set<EntityType>(["Forum"]),
  conflict: new Set<EntityType>(["Conflict"]),
};
