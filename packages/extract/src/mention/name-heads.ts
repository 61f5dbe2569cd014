import type { EntityType } from "../ontology.ts";

/** Last words of names, with what they make of the name. Read off the organisation names of the knowledge base and of UN, ISO and press style lists. */
const HEAD_WORDS: readonly (readonly [EntityType, string])[] = [
  [
    "GovernmentBody",
    "Ministry|Department|Agency|Committee|Subcommittee|Commission|Council|Bureau|Office|Authority|Court|Parliament|Assembly|Congress|Senate|Directorate|Administration|Secretariat|Duma|Prosecutor|Tribunal|Embassy|Consulate|Mission|Board|Government|Inspectorate|Treasury|Cabinet|Politburo|Presidium|Police|Service",
  ],
  [
    "InternationalOrganization",
    "Alliance|Coalition|Bloc|Community|Working Group|Steering Group|Coordination Group|Monitoring Group|Suppliers Group",
  ],
  [
    "MilitaryForce",
    "Command|Task Group|Strike Group|Battle Group|Task Force|Fleet|Brigade|Division|Corps|Regiment|Battalion|Army|Navy|Air Force|Marines|Forces|Force|Guard|Guards|Squadron|Legion|Flotilla|Squad|Platoon|Garrison|Militia",
  ],
  ["ArmedGroup", "Brigades|Mujahideen|Jihad|Insurgents"],
  ["ResearchOrganization", "University|Institute|College|Academy|School|Centre|Center|Laboratory|Observatory|Think Tank"],
  [
    "Company",
    "Inc|Corp|Corporation|Co|Ltd|Limited|LLC|LLP|SRO|SPA|DOO|JSC|OJSC|PJSC|OOO|FZE|FZCO|FZC|Concern|Holding|Company|Industries|Aerospace|GmbH|AG|SE|SA|PLC|plc|Holdings|Bank|Airlines|Airways|Enterprises|Technologies|Shipyards|Trading|Motors|Electronics|Dynamics|Shipping|Refinery|Enterprise|Entertainment|Semiconductor|Steel|Petroleum|Carriers|Logistics|Pharmaceuticals|Chemicals|Shipbuilding|Aviation|Avionics|Telecom|Microelectronics",
  ],
  [
    "MediaOrganization",
    "News|Times|Post|Herald|Television|Radio|Press|Broadcasting|Magazine|Journal|Gazette|Tribune|Daily|Newspaper|Sinmun|Shimbun|Ilbo|Telegraph|Observer",
  ],
  [
    "Organization",
    "Party|Association|Foundation|Society|Union|Federation|League|Program|Programme|Organization|Organisation|Movement|Network|Fund|Front|Chamber|Club|Trust|Church",
  ],
  [
    "Agreement",
    "Treaty|Agreement|Convention|Protocol|Pact|Accord|Accords|Charter|Declaration|Memorandum|Framework|Communiqué|Communique|Armistice|Truce|Ceasefire|Arrangement|Covenant|Compact|Partnership|Strategy|Roadmap|Initiative|Minutes|Guidelines|Understanding|Concept|Accession|Principles|Action Plan",
  ],
  ["Document", "Act|Law|Bill|Report|Code|Order|Review|Constitution|Statement|Resolution"],
  [
    "Forum",
    "Contact Group|Consultative Group|Experts Group|Expert Group|Consultative Mechanism|Coordination Mechanism|Mechanism|Summit|Conference|Forum|Dialogue|Talks|Airshow|Seminar|Symposium|Tattoo|Consultations|Roundtable|Meeting|Session|Games|Olympics",
  ],
  ["Conflict", "War|Crisis|Uprising|Civil War|Invasion|Offensive|Intifada|Revolution|Rebellion|Genocide|Massacre|Crackdown|Coup"],
  [
    "Facility",
    "Base|Airbase|Airport|Airfield|Airstrip|Port|Plant|Complex|Reactor|Facility|Cosmodrome|Station|Shipyard|Factory|Headquarters|Prison|House|Palace|Hospital|Bridge|Dam|Bunker|Camp|Barracks|Arsenal|Pipeline|Crossing|Hotel|Stadium|Museum|Cemetery|Tower",
  ],
  [
    "Place",
    "Sea|Ocean|Strait|Straits|Gulf|River|Island|Islands|Peninsula|Mountain|Mountains|Bay|Lake|Province|Oblast|Region|County|District|City|Valley|Coast|Desert|Canal|Heights|Governorate|Prefecture|Krai|Village|Town|Atoll|Reef|Shoal|Plateau|Corridor|Area|Zone|Basin|Highway|Street|Avenue|Square|Beach|Hills|Farms|Islet|Islets|Shoals|Reefs",
  ],
];
const HEADS = new Map<string, EntityType>(
  HEAD_WORDS.flatMap(([type, words]) => words.split("|").map((word): [string, EntityType] => [word, type])),
);

/** Heads that take a complement with of, for, on … ("Committee on Foreign Relations", "Treaty on the Non-Proliferation of …"). */
const COMPLEMENT_TYPES: ReadonlySet<EntityType> = new Set<EntityType>([
  "GovernmentBody",
  "ResearchOrganization",
  "Agreement",
  "Document",
  "Forum",
  "Organization",
  "MilitaryForce",
  "InternationalOrganization",
  "Conflict",
  "Facility",
]);

/** Heads that are too common as ordinary capitalised words: they need a name before them, not only an adjective. */
export const WEAK_HEADS: ReadonlySet<string> = new Set(
  "Service|Post|Times|Daily|News|Press|Act|Order|Law|Bill|Report|Review|Code|Statement|Program|Programme|Area|House|Station|Port|Street|Square|Community|Fund|Trust|Club|Network|Center|Centre|School|Energy|Trading|Meeting|Session|Initiative|Mission|Cabinet|Police|Town|Village|City|Region|Zone|Resolution|Crisis|Coup|Talks|Camp|Division|Force|Forces|Guard|Front|Movement|Framework|Declaration|Memorandum|Agreement|Conference|Dialogue|Shipping|Company|Co|Bank|Party|Journal|Observer|Games|Charter|Embassy|Church|Tower|Hills|Beach|Partnership|Strategy|Roadmap|Minutes|Guidelines|Understanding|Concept|Accession|Principles|Action Plan|SE|SA|AG|Concern|Holding|Limited|Legion|Squad|Board|Government|Enterprise|Entertainment|Steel|Carriers|Logistics|Aviation|Mechanism|Alliance|Coalition|Bloc".split(
    "|",
  ),
);

/** Words that make a body international rather than a state's. */
export const INTERNATIONAL_CUES: ReadonlySet<string> = new Set(
  "UN|United Nations|Security Council|International|Internationally|European|Euro|African Union|Arab|ASEAN|NATO|World|Global|Multinational|OPEC|Inter|Transatlantic|Nordic|Baltic|Pacific|Eurasian|Commonwealth|Interparliamentary|OSCE|IAEA|OPCW|EU|Coalition|Combined Joint|Trilateral|Quadrilateral|Non-Aligned".split(
    "|",
  ),
);

export interface NameHead {
  readonly type: EntityType;
  readonly takesComplement: boolean;
}

export function nameHead(word: string): NameHead | undefined {
  const titled = /^\p{Lu}{4,}$/u.test(word) ? word[0] + word.slice(1).toLowerCase() : word;
  const type = HEADS.get(titled);
  return type === undefined ? undefined : { type, takesComplement: COMPLEMENT_TYPES.has(type) };
}

/** Small words inside names. */
export const NAME_CONNECTORS: ReadonlySet<string> = new Set("of|for|and|on|to|the|against|in|de|del|du|des|la|al|und|der|with".split("|"));

/** Words that open sentences and noun phrases in capitals without belonging to a name. */
export const NO_NAME_STARTS: ReadonlySet<string> = new Set(
  (
    "the a an in on at this that these those its his her their our your my as but and or nor so yet for after before while when whenever since if unless though although because until once both all some many most other others several each any every no not neither either however meanwhile moreover furthermore additionally instead indeed nevertheless according following under during despite with without by from to into also it he she they we i you there here what who whom whose which why how where then thus hence besides beyond between among amid against about above across within throughout through toward towards upon over per via such one two three four five six seven eight nine ten first second third last next today yesterday tomorrow tonight now recently earlier later finally currently just only even still again more less much few little another same own is are was were be been has have had do does did will would shall should can could may might must let asked speaking commenting citing given noting calling saying adding based reversing recalling having noting expressing decides requests " +
    "urges reaffirming reaffirms affirming stressing emphasizing welcoming demands condemns calls invites further deeply gravely acting determined convinced considering mindful bearing recognizing aware concerned monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december " +
    "mr mrs ms senior top former new old current deputy acting then-president key chief leading veteran late ex respected comrade dear " +
    "biographies readout statement remarks fact sheet background press release background briefing transcript introduction conclusion summary annex appendix chapter section article part title figure table note"
  ).split(" "),
);
