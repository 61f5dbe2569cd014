/** The words of the ontology: what each class, property and concept means, and what it corresponds to elsewhere. `emitOntology` writes it as RDF, `emitShapes` checks graphs by it. */

/** Prefixed names: `chy:` names are written without prefix. */
export interface ClassDefinition {
  readonly name: string;
  /** Superclasses: names of ours, or prefixed names of reused vocabularies. */
  readonly parents: readonly string[];
  readonly comment: string;
  /** `skos:closeMatch` targets: prefixed names or full IRIs. */
  readonly close?: readonly string[];
}

export interface PropertyDefinition {
  readonly name: string;
  readonly comment: string;
  readonly domain?: string;
  /** A class of ours or a prefixed name; `xsd:` and `rdfs:Literal` make it a datatype property. */
  readonly range?: string;
  /** `rdfs:subPropertyOf`. */
  readonly parents?: readonly string[];
  readonly close?: readonly string[];
}

const wikidata = (id: string): string => `http://www.wikidata.org/entity/${id}`;

export const CLASSES: readonly ClassDefinition[] = [
  { name: "Entity", parents: [], comment: "Anything that documents talk about and that has an identity across documents." },
  {
    name: "Actor",
    parents: ["Entity", "prov:Agent"],
    comment: "What can act: states, organisations, persons and groups of them.",
    close: ["sem:Actor"],
  },
  {
    name: "State",
    parents: ["Actor"],
    comment: "A state; its government and its territory share the node, the use is on the mention.",
    close: ["schema:Country", wikidata("Q3624078")],
  },
  {
    name: "Territory",
    parents: ["Actor"],
    comment: "A disputed or sub-state territory that acts or is acted on like a state.",
    close: ["schema:AdministrativeArea"],
  },
  {
    name: "Organization",
    parents: ["Actor", "org:Organization"],
    comment: "A body of people with a name; used as such where none of its subclasses fits.",
    close: ["schema:Organization", wikidata("Q43229")],
  },
  {
    name: "GovernmentBody",
    parents: ["Organization"],
    comment: "A ministry, department, agency, office, legislature or administration of a state.",
    close: ["schema:GovernmentOrganization", wikidata("Q327333")],
  },
  {
    name: "InternationalOrganization",
    parents: ["Organization"],
    comment: "An organisation of states, one of its organs, an alliance or a multinational command.",
    close: [wikidata("Q484652")],
  },
  {
    name: "MilitaryForce",
    parents: ["Organization"],
    comment: "A state's armed service, a unit of one, or its troops.",
    close: [wikidata("Q176799")],
  },
  {
    name: "ArmedGroup",
    parents: ["Organization"],
    comment: "An armed organisation that is not a state's.",
    close: [wikidata("Q17149090")],
  },
  { name: "Company", parents: ["Organization"], comment: "A business.", close: ["schema:Corporation", wikidata("Q783794")] },
  {
    name: "ResearchOrganization",
    parents: ["Organization"],
    comment: "A think tank, university or institute.",
    close: ["schema:ResearchOrganization", wikidata("Q31855")],
  },
  {
    name: "MediaOrganization",
    parents: ["Organization"],
    comment: "A newspaper, broadcaster or news agency.",
    close: ["schema:NewsMediaOrganization", wikidata("Q1193236")],
  },
  {
    name: "Person",
    parents: ["Actor"],
    comment: "A named person.",
    close: ["schema:Person", "http://xmlns.com/foaf/0.1/Person", wikidata("Q5")],
  },
  {
    name: "Group",
    parents: ["Actor"],
    comment: "A collective that is not an organisation: the allies, Western countries.",
    close: [wikidata("Q16334295")],
  },
  { name: "Position", parents: ["Entity", "org:Post"], comment: "A post: a title in a body.", close: [wikidata("Q4164871")] },
  { name: "Weapon", parents: ["Entity"], comment: "Arms, ammunition or military materiel.", close: [wikidata("Q728")] },
  { name: "WeaponSystem", parents: ["Weapon"], comment: "A named model.", close: [wikidata("Q15142894")] },
  {
    name: "WeaponCategory",
    parents: ["Weapon", "skos:Concept"],
    comment: "A class of arms, ammunition or materiel; skos:broader leads to wider classes.",
  },
  { name: "Item", parents: ["Entity", "skos:Concept"], comment: "Technology, a dual-use good, a commodity, money or aid in kind." },
  { name: "Programme", parents: ["Entity"], comment: "A weapons programme." },
  {
    name: "Agreement",
    parents: ["Entity"],
    comment: "A treaty, pact, guideline or arrangement.",
    close: ["schema:Legislation", wikidata("Q131569")],
  },
  { name: "Resolution", parents: ["Agreement"], comment: "A resolution of an international body.", close: [wikidata("Q877353")] },
  { name: "Forum", parents: ["Entity"], comment: "A named series of meetings, a dialogue or a summit.", close: ["schema:EventSeries"] },
  { name: "Conflict", parents: ["Entity"], comment: "A named war or crisis.", close: [wikidata("Q180684")] },
  {
    name: "Place",
    parents: ["Entity", "prov:Location"],
    comment: "A place that is neither state nor territory.",
    close: ["schema:Place", "sem:Place"],
  },
  {
    name: "Facility",
    parents: ["Place"],
    comment: "A built place: a base, a reactor, a port.",
    close: ["schema:CivicStructure", wikidata("Q13226383")],
  },
  {
    name: "Document",
    parents: ["Entity", "prov:Entity", "schema:CreativeWork"],
    comment: "An article, statement or report: a source, a speaker or a topic.",
  },
  {
    name: "Event",
    parents: ["sem:Event"],
    comment:
      "Something that a document says happened, may happen or did not happen. The node asserts nothing: its claims and its status say who stands for it.",
    close: ["schema:Event"],
  },
  {
    name: "Happening",
    parents: ["sem:Event"],
    comment:
      "What events of several documents are reports of; made by comparing type, roles, time, place and things. In the derived graph only.",
  },
  {
    name: "Claim",
    parents: ["prov:Entity"],
    comment: "Somebody's words about events: speaker, stance, certainty, polarity, time of utterance and the exact characters.",
    close: ["schema:Claim", "sem:View"],
  },
  {
    name: "Relation",
    parents: ["rdf:Statement"],
    comment: "A lasting relation between two entities as a document states it, with its evidence.",
  },
  {
    name: "SourceConflict",
    parents: [],
    comment: "A place where a text contradicts the knowledge base or itself; recorded, never repaired.",
  },
  {
    name: "Time",
    parents: ["prov:Entity"],
    comment: "A time expression with what it can be resolved to.",
    close: ["sem:Time", "http://www.w3.org/2006/time#TemporalEntity"],
  },
  {
    name: "MergeJudgement",
    parents: ["prov:Entity"],
    comment: "A verdict on whether two entities are one, with rule and reason; can be overruled.",
  },
];

/** What an event of each type is. */
export const EVENT_COMMENTS: Readonly<Record<string, string>> = {
  ArmsTransfer: "Arms, ammunition or materiel go from a supplier to a recipient.",
  TechnologyTransfer: "Technology, know-how or dual-use goods go from a supplier to a recipient.",
  Aid: "Help that is not named as arms or technology: food, training, materials, support in general.",
  FinancialFlow: "Money goes from a supplier to a recipient.",
  Cooperation: "Parties work together, or deepen their ties.",
  Meeting: "Parties meet, in person or by wire.",
  Visit: "Somebody travels to a place.",
  Negotiation: "Parties negotiate or consult on a topic.",
  AgreementMade: "Parties agree, sign or conclude.",
  AgreementEnded: "A party leaves, suspends or ends an agreement.",
  ResolutionAdopted: "A body adopts a resolution.",
  Vote: "A member votes for or against, or abstains.",
  Veto: "A member blocks a decision by its vote.",
  Violation: "A party breaks an agreement or resolution.",
  Sanction: "Sanctions are imposed, widened or enforced on a target.",
  LegalAction: "Arrest, indictment, seizure, conviction.",
  Deployment: "Forces or arms are stationed or sent somewhere.",
  Exercise: "A military exercise, of one state or several.",
  WeaponTest: "A weapon is tested or launched for trial or display.",
  Buildup: "A party develops, produces, acquires, modernises or holds arms.",
  Attack: "Use of force against a target.",
  SecurityCommitment: "A party commits itself to another's security.",
  Request: "A party asks another for something.",
  Rejection: "A party turns down another or its proposal.",
  Notification: "A party tells another officially.",
  Inspection: "A body monitors, inspects or verifies.",
  Appointment: "A person is put into a post.",
};

/** Roles of events: range and meaning. Ranges are as wide as texts are: a programme can be supplied, a facility attacked. */
export const ROLES: readonly PropertyDefinition[] = [
  { name: "supplier", range: "Entity", comment: "Who gives." },
  { name: "recipient", range: "Entity", comment: "Who is given to, or whom it is for." },
  { name: "item", range: "Entity", comment: "What is given, tested or built.", close: ["schema:object"] },
  { name: "target", range: "Entity", comment: "Whom or what the act is directed at." },
  { name: "participant", range: "Entity", comment: "Everybody who takes part where roles are equal.", close: [wikidata("P710")] },
  { name: "forum", range: "Forum", comment: "The series or summit that the meeting belongs to." },
  { name: "host", range: "Entity", comment: "Who receives the others.", close: ["schema:organizer", wikidata("P664")] },
  { name: "ordinal", range: "rdfs:Literal", comment: "The how-manieth of its series.", close: [wikidata("P1545")] },
  { name: "actor", range: "Entity", comment: "Who acts.", close: ["sem:hasActor", "schema:agent"] },
  { name: "destination", range: "Entity", comment: "Where to.", close: ["schema:toLocation"] },
  { name: "topic", comment: "What it is about: an entity, or words of the text." },
  { name: "agreement", range: "Agreement", comment: "The agreement or resolution at issue." },
  { name: "body", range: "Entity", comment: "The body that decides." },
  { name: "vote", range: "rdfs:Literal", comment: "for, against or abstain." },
  {
    name: "about",
    range: "rdfs:Resource",
    comment: "Of an event: another event; of a claim: the entities it speaks of.",
    close: ["schema:about"],
  },
  { name: "force", range: "Entity", comment: "The troops or arms that are sent." },
  { name: "name", range: "rdfs:Literal", comment: "The name that the event goes by." },
  { name: "instrument", range: "Entity", comment: "What it is done with.", close: ["schema:instrument", wikidata("P520")] },
  { name: "person", range: "Person", comment: "Who is appointed." },
  { name: "position", range: "Position", comment: "The post.", close: [wikidata("P39")] },
  { name: "place", range: "Entity", comment: "Where it happens.", parents: ["sem:hasPlace"], close: ["schema:location", wikidata("P276")] },
  { name: "time", range: "Time", comment: "When it happens.", parents: ["sem:hasTime"], close: [wikidata("P585")] },
  { name: "quantity", range: "schema:QuantitativeValue", comment: "How many or how much.", close: [wikidata("P1114")] },
  { name: "purpose", range: "rdfs:Resource", comment: "What for: an event or entity." },
  { name: "cause", range: "rdfs:Resource", comment: "Because of what: an event or entity.", close: [wikidata("P828")] },
  { name: "inReturnFor", range: "rdfs:Resource", comment: "The event that this one repays." },
];

/** Relations between entities. `partOf` is also a role of events (the larger event). */
export const RELATIONS: readonly PropertyDefinition[] = [
  {
    name: "holdsPosition",
    domain: "Person",
    range: "Position",
    comment: "The person holds the post.",
    parents: ["org:holds"],
    close: [wikidata("P39")],
  },
  {
    name: "positionIn",
    domain: "Position",
    range: "Actor",
    comment: "The body or state that the post belongs to.",
    parents: ["org:postIn"],
  },
  {
    name: "memberOf",
    domain: "Actor",
    range: "Entity",
    comment: "Member of an organisation or forum.",
    parents: ["org:memberOf"],
    close: ["schema:memberOf", wikidata("P463")],
  },
  {
    name: "partOf",
    range: "rdfs:Resource",
    comment: "Organ of an organisation or state (narrower: org:subOrganizationOf); of an event: the larger event.",
    close: ["org:subOrganizationOf", wikidata("P361")],
  },
  { name: "partyTo", domain: "Actor", range: "Agreement", comment: "Party to an agreement." },
  { name: "nationalOf", domain: "Person", range: "State", comment: "National of a state.", close: ["schema:nationality", wikidata("P27")] },
  {
    name: "locatedIn",
    domain: "Entity",
    range: "Entity",
    comment: "Lies in a place, state or territory.",
    close: ["schema:containedInPlace", wikidata("P131"), wikidata("P17")],
  },
];

export const PROPERTIES: readonly PropertyDefinition[] = [
  { name: "iso3", domain: "Entity", range: "xsd:string", comment: "ISO 3166-1 alpha-3 code.", close: [wikidata("P298")] },
  { name: "eventStatus", range: "skos:Concept", comment: "What the claims of all documents make of the event or happening; derived." },
  {
    name: "statusInDocument",
    domain: "Event",
    range: "skos:Concept",
    comment: "What the claims of its own document alone make of the event; given where it differs from eventStatus.",
  },
  { name: "statusRule", domain: "Happening", range: "xsd:string", comment: "The rule that derived the status." },
  {
    name: "includesEvent",
    domain: "Happening",
    range: "Event",
    comment: "An event that reports the happening.",
    parents: ["prov:wasDerivedFrom"],
  },
  { name: "firstReported", domain: "Happening", comment: "Date of the earliest dated document that reports it." },
  { name: "lastReported", domain: "Happening", comment: "Date of the latest dated document that reports it." },
  {
    name: "figure",
    domain: "Happening",
    range: "schema:QuantitativeValue",
    comment: "A figure of one of its events; several that exclude each other may stand side by side.",
  },
  { name: "plover", range: "xsd:string", comment: "PLOVER root code; absent where none applies." },
  { name: "ploverMode", domain: "Event", range: "xsd:string", comment: "PLOVER mode, where the text shows one." },
  {
    name: "ploverContext",
    domain: "Event",
    range: "xsd:string",
    comment: "PLOVER context or auxiliary mode (military, technology, cbrn; future, hypothetical, negation).",
  },
  {
    name: "speaker",
    domain: "Claim",
    range: "Entity",
    comment: "Who claims; the document for what it says in its own voice.",
    parents: ["prov:wasAttributedTo"],
    close: ["sem:accordingTo"],
  },
  { name: "onBehalfOf", domain: "Claim", range: "Entity", comment: "Whom the speaker speaks for." },
  { name: "addressee", domain: "Claim", range: "Entity", comment: "Whom the speaker addresses." },
  { name: "stance", domain: "Claim", range: "skos:Concept", comment: "How the speaker stands to the content." },
  { name: "certainty", domain: "Claim", range: "skos:Concept", comment: "How sure the speaker is." },
  { name: "polarity", domain: "Claim", range: "skos:Concept", comment: "Whether the content is affirmed or negated." },
  { name: "quoteType", domain: "Claim", range: "skos:Concept", comment: "Whose words these are." },
  { name: "cue", domain: "Claim", range: "nif:String", comment: "The words that mark the claim." },
  { name: "content", domain: "Claim", range: "Event", comment: "The events that are claimed." },
  { name: "embeddedIn", domain: "Claim", range: "Claim", comment: "The claim that reports this one." },
  { name: "utteredAt", domain: "Claim", range: "Time", comment: "When the speaker said it." },
  { name: "evidence", range: "nif:String", comment: "The exact characters that say so.", parents: ["prov:wasQuotedFrom"] },
  { name: "rule", range: "xsd:string", comment: "The rule of the program that decided it." },
  { name: "confidence", domain: "Claim", range: "xsd:decimal", comment: "0 to 1." },
  { name: "acting", domain: "Relation", range: "xsd:boolean", comment: "Holds the post for the time being." },
  { name: "from", domain: "Relation", range: "rdfs:Literal", comment: "First day, as precise as known." },
  { name: "to", domain: "Relation", range: "rdfs:Literal", comment: "Last day, as precise as known." },
  { name: "sha256", domain: "Document", range: "xsd:string", comment: "SHA-256 of the text's UTF-8 bytes.", close: ["schema:sha256"] },
  {
    name: "region",
    domain: "nif:String",
    range: "xsd:string",
    comment: "Part of the document that is not body text: headline, byline, caption, credit, boilerplate.",
  },
  {
    name: "refersTo",
    domain: "nif:String",
    range: "Entity",
    comment: "The entity that the words stand for.",
    close: ["http://www.w3.org/2005/11/its/rdf#taIdentRef"],
  },
  { name: "mentionKind", domain: "nif:String", range: "skos:Concept", comment: "What sort of expression the mention is." },
  { name: "mentionUse", domain: "nif:String", range: "xsd:string", comment: "government, place, organization or people." },
  { name: "edtf", domain: "Time", range: "xsd:string", comment: "Extended Date/Time Format, level 1 where it can say it." },
  { name: "earliest", domain: "Time", range: "xsd:date", comment: "First day it can be.", close: ["sem:hasEarliestBeginTimeStamp"] },
  { name: "latest", domain: "Time", range: "xsd:date", comment: "Last day it can be.", close: ["sem:hasLatestEndTimeStamp"] },
  { name: "granularity", domain: "Time", range: "xsd:string", comment: "day, month, year and the like." },
  {
    name: "anchor",
    domain: "Time",
    range: "xsd:string",
    comment: "What the time was resolved by: explicit, publication, discourse or unresolved.",
  },
  {
    name: "minExclusive",
    domain: "schema:QuantitativeValue",
    range: "xsd:boolean",
    comment: "More than schema:minValue, not equal to it.",
  },
  {
    name: "maxExclusive",
    domain: "schema:QuantitativeValue",
    range: "xsd:boolean",
    comment: "Less than schema:maxValue, not equal to it.",
  },
  { name: "approximate", domain: "schema:QuantitativeValue", range: "xsd:boolean", comment: "About." },
  {
    name: "knowledgeBaseHash",
    domain: "prov:Activity",
    range: "xsd:string",
    comment: "Hash of the knowledge base that the extraction used.",
  },
  { name: "rulesHash", domain: "prov:Activity", range: "xsd:string", comment: "Hash of the rules and models that the extraction used." },
  { name: "judged", domain: "MergeJudgement", range: "Entity", comment: "One of the two entities of the judgement." },
  { name: "verdict", domain: "MergeJudgement", range: "xsd:string", comment: "same, different or unsure." },
];

/** Closed lists of values. A concept's IRI is its name in the term namespace; a few are also names of direct edges (requests, rejects). */
export const CONCEPT_SCHEMES: readonly {
  readonly name: string;
  readonly comment: string;
  readonly concepts: Readonly<Record<string, string>>;
}[] = [
  {
    name: "EventStatusScheme",
    comment: "What becomes of an event when all claims on it are taken together.",
    concepts: {
      confirmed: "Attested by somebody other than the actor as confirmed, or by sides opposed to each other.",
      asserted: "Told flatly by one side or by the narrator, denied by nobody.",
      alleged: "Only accused, estimated or attributed with distance.",
      disputed: "Told by one side, denied by another.",
      denied: "Denied, and told by nobody.",
      unconfirmed: "May be; cannot be corroborated.",
      planned: "Vowed, decided, agreed or intended.",
      hypothetical: "Would, in case, requested, forecast.",
      nonOccurrence: "Said not to have happened.",
    },
  },
  {
    name: "StanceScheme",
    comment: "How a speaker stands to what is said.",
    concepts: {
      asserts: "Says so.",
      confirms: "Says that it is indeed so.",
      estimates: "Judges so from what is known.",
      alleges: "Says so without taking full responsibility, or is said to.",
      accuses: "Blames somebody for it.",
      condemns: "Calls it wrong.",
      denies: "Says that it is not so.",
      rejects: "Turns it down.",
      cannotConfirm: "Says that it cannot be confirmed.",
      declinesComment: "Does not say.",
      warns: "Says that it may come and would be bad.",
      threatens: "Says that one will do harm.",
      expressesConcern: "Is worried that it is or may be so.",
      commits: "Undertakes to do it.",
      supports: "Is for it.",
      praises: "Calls it good.",
      requests: "Asks for it.",
      proposes: "Puts it forward.",
    },
  },
  {
    name: "CertaintyScheme",
    comment: "How sure a speaker is.",
    concepts: { certain: "Sure.", probable: "Likely.", possible: "It may be.", unspecified: "The words do not tell." },
  },
  { name: "PolarityScheme", comment: "Affirmed or negated.", concepts: { positive: "Affirmed.", negative: "Negated." } },
  {
    name: "QuoteTypeScheme",
    comment: "Whose words a claim is given in.",
    concepts: {
      direct: "The speaker's words in quotation marks.",
      indirect: "Reported in the document's words.",
      mixed: "Reported, with words of the speaker's.",
      narration: "The document's own voice.",
    },
  },
  {
    name: "MentionKindScheme",
    comment: "What sort of expression refers to an entity.",
    concepts: {
      name: "A proper name.",
      acronym: "An acronym or abbreviation.",
      title: "The title of a post.",
      demonym: "An adjective or a people.",
      metonym: "A seat or capital that stands for a government or body.",
      nominal: "A description.",
      pronoun: "A pronoun.",
    },
  },
];
