import type { EntityType } from "../ontology.ts";

/** A common noun that says what kind of thing the name right behind it is ("the frigate La Fayette", "the shipping firm Sealine Carriers"). */
export interface NamingNoun {
  readonly type: EntityType;
  /** The noun, by its last word. */
  readonly noun: RegExp;
  /** What must stand before the noun for it to name this type; without it any article or adjective will do. */
  readonly modifier?: RegExp;
  /** Persons are called so as well ("the arms trader Viktor Bout"): no name that begins with a given name. */
  readonly personal?: true;
  /** The name may stand behind a comma in apposition too ("its flagship, the Moskva"). */
  readonly apposed?: true;
}

const FIGHTING =
  /^(militant|rebel|armed|insurgent|terrorist|terror|jihadist|jihadi|islamist|separatist|guerrilla|extremist|paramilitary|secessionist|shiite|sunni|kurdish|maoist|leftist|anti-government|opposition)$/;

/** First row that fits is taken. Read off ship lists, the UN's and U.S. Treasury's sanctions lists and press style. */
export const NAMING_NOUNS: readonly NamingNoun[] = [
  {
    type: "WeaponSystem",
    noun: /^(frigate|destroyer|corvette|cruiser|warship|battleship|submarine|tanker|vessel|ship|freighter|cutter|trawler|flagship|ferry|icebreaker|barge|gunboat|minesweeper|minelayer|yacht|tugboat|schooner|liner|dhow|drillship|steamer)$/,
    apposed: true,
  },
  { type: "WeaponSystem", noun: /^carrier$/, modifier: /^(aircraft|bulk|cargo|crude|ore|lng|gas|car|helicopter|escort)$/, apposed: true },
  {
    type: "ArmedGroup",
    noun: /^(group|faction|movement|organi[sz]ation|army|outfit|alliance|coalition|network|force)$/,
    modifier: FIGHTING,
  },
  { type: "ArmedGroup", noun: /^(militia|militias)$/ },
  {
    type: "Company",
    noun: /^(company|firm|manufacturer|shipbuilder|conglomerate|airline|carmaker|planemaker|insurer|refiner|bank|lender|startup|utility|shipper|exporter|importer|retailer|arms-maker)$/,
  },
  {
    type: "Company",
    noun: /^(contractor|producer|maker|giant|operator|broker|trader|supplier|developer|distributor|dealer)$/,
    modifier:
      /^(defen[cs]e|arms|oil|gas|weapons?|drone|missile|aircraft|chip|chipmaker|semiconductor|energy|steel|shipping|mining|tech|technology|telecoms?|military|security|aerospace|port|network|state)$/,
    personal: true,
  },
  {
    type: "ResearchOrganization",
    noun: /^(institute|laboratory|university|tank)$/,
    modifier: /^(think|research|state|private|defen[cs]e|nuclear)$/,
  },
  {
    type: "MediaOrganization",
    noun: /^(newspaper|magazine|broadcaster|outlet|daily|weekly|tabloid|newswire)$/,
  },
  {
    type: "MediaOrganization",
    noun: /^(agency|site|website|channel|station|portal|service)$/,
    modifier: /^(news|television|tv|radio|wire)$/,
  },
  {
    type: "Organization",
    noun: /^(group|organi[sz]ation|ngo|charity|watchdog|nonprofit|association|campaign|collective|party|union|movement)$/,
    modifier:
      /^(the|rights|advocacy|monitoring|aid|activist|research|relief|medical|opposition|ruling|environmental|civic|hacker|hacking|ransomware|industry|trade|lobby|pressure|protest|exile|investigative|conservation|humanitarian|far-right|leftist|labou?r)$/,
  },
];

/** Words of another tongue with which the names of armed groups begin. */
export const ARMED_STARTS: RegExp =
  /^(ansar|jaysh|jaish|liwa|harakat|kataib|kata'ib|katibat|lashkar|jund|hizb|fatah|jamaat|jamaa|jamaah|tehrik|saraya|asaib|hayat|ahrar|nusra|sipah|mai|boko|abu)$/;
/** Nouns for fighters that follow the name of whom they fight for, or precede it with "from" or "of". */
export const FIGHTERS: RegExp =
  /^(rebels?|militants?|fighters?|guerrillas?|insurgents?|gunmen|gunman|militia|militiamen|jihadists?|extremists?|terrorists?)$/;
/** Capitalised words before "rebels" that say of what creed or people they are, not of which group. */
export const CREEDS: RegExp =
  /^(islamist|shiite|shia|sunni|kurdish|tuareg|muslim|arab|maoist|marxist|islamic|christian|druze|pashtun|baloch|hutu|tutsi|tamil|sikh|druse|ba'athist|western|eastern|northern|southern|african|asian|european)$|(?:ist|ish|ian|ese)$/;

/** Legal forms that stand before a company's name, longest first, as pieces. Read off the sanctions lists of the U.S. Treasury and the EU. */
export const LEGAL_FORMS: readonly (readonly string[])[] = [
  "public joint stock company",
  "open joint stock company",
  "closed joint stock company",
  "limited liability company",
  "joint stock company",
  "ooo",
  "oao",
  "zao",
  "pao",
  "jsc",
  "pjsc",
  "ojsc",
  "llc",
].map((form) => form.split(" "));
