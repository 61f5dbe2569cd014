import type { EntityType } from "../ontology.ts";
import type { StateBodyFunction } from "./schema.ts";

/** How the bodies that every state has are worded, with and without capitals; `{state}` is the state's name in the canonical form. */
export interface StateBodyPattern {
  readonly body: StateBodyFunction;
  readonly type: EntityType;
  readonly name: string;
  /** Wordings without the state, lower case, as regular expressions over a whole phrase. */
  readonly phrase: RegExp;
  /** The body stands for its state: no entity of its own is made ("the Chinese government" → China). */
  readonly isState?: boolean;
}

/** Order matters: the first row whose phrase fits is taken. */
export const STATE_BODIES: readonly StateBodyPattern[] = [
  {
    body: "foreign-ministry",
    type: "GovernmentBody",
    name: "Ministry of Foreign Affairs of {state}",
    phrase:
      /^(foreign|external affairs) (ministry|office|department)$|^(ministry|department) (of|for) (foreign|external)( affairs| relations)?( and .+)?$|^foreign affairs (ministry|department)$|^mof?fa$|^mfa$/,
  },
  {
    body: "defence-ministry",
    type: "GovernmentBody",
    name: "Ministry of Defence of {state}",
    phrase:
      /^((national )?defen[cs]e) (ministry|department)$|^(federal )?(ministry|department) of (national |the )?(defen[cs]e|armed forces)$|^war (ministry|department)$|^mod$|^armed forces ministry$/,
  },
  {
    body: "finance-ministry",
    type: "GovernmentBody",
    name: "Ministry of Finance of {state}",
    phrase: /^(finance|economy|treasury) (ministry|department)$|^(ministry|department) of (the )?(finance|treasury|economy)$|^treasury$/,
  },
  {
    body: "interior-ministry",
    type: "GovernmentBody",
    name: "Ministry of the Interior of {state}",
    phrase:
      /^(interior|home|internal affairs|public security) (ministry|office|department)$|^ministry of (the )?(interior|internal affairs|home affairs|public security)$/,
  },
  {
    body: "justice-ministry",
    type: "GovernmentBody",
    name: "Ministry of Justice of {state}",
    phrase: /^justice (ministry|department)$|^(ministry|department) of justice$/,
  },
  {
    body: "trade-ministry",
    type: "GovernmentBody",
    name: "Ministry of Trade of {state}",
    phrase: /^(trade|commerce|industry) (ministry|department)$|^(ministry|department) of (trade|commerce|industry)( and .+)?$/,
  },
  {
    body: "parliament",
    type: "GovernmentBody",
    name: "Parliament of {state}",
    phrase: /^(parliament|legislature|national assembly|congress)$/,
  },
  {
    body: "atomic-energy-agency",
    type: "GovernmentBody",
    name: "Atomic Energy Agency of {state}",
    phrase: /^(atomic|nuclear) energy (organi[sz]ation|agency|commission|authority|corporation)$/,
  },
  { body: "supreme-court", type: "GovernmentBody", name: "Supreme Court of {state}", phrase: /^(federal )?supreme court$/ },
  { body: "central-bank", type: "GovernmentBody", name: "Central Bank of {state}", phrase: /^(central|reserve) bank$/ },
  { body: "coast-guard", type: "MilitaryForce", name: "Coast Guard of {state}", phrase: /^(coast guard|coastguard)$/ },
  { body: "national-guard", type: "MilitaryForce", name: "National Guard of {state}", phrase: /^national guard$/ },
  { body: "air-force", type: "MilitaryForce", name: "Air Force of {state}", phrase: /^(air force|air forces|aerospace forces)$/ },
  { body: "navy", type: "MilitaryForce", name: "Navy of {state}", phrase: /^(navy|naval forces)$/ },
  { body: "army", type: "MilitaryForce", name: "Army of {state}", phrase: /^(army|ground forces|land forces)$/ },
  {
    body: "armed-forces",
    type: "MilitaryForce",
    name: "Armed Forces of {state}",
    phrase:
      /^(puppet )?(armed forces|military|military forces|defen[cs]e forces|forces|troops|soldiers|servicemen|military personnel|service members|security forces|special forces|combat troops|occupation forces|occupying forces|government forces|regular forces|invading forces|army units)$/,
  },
  { body: "police", type: "GovernmentBody", name: "Police of {state}", phrase: /^(national )?police( force)?$/ },
  {
    body: "intelligence",
    type: "GovernmentBody",
    name: "Intelligence service of {state}",
    phrase: /^(intelligence|spy) (agency|service|services|agencies)$|^(military|defen[cs]e) intelligence$/,
  },
  {
    body: "state-media",
    type: "MediaOrganization",
    name: "State media of {state}",
    phrase: /^(state|official|state-run|state-controlled) (media|television|tv|news agency|broadcaster)$/,
  },
  {
    body: "presidency",
    type: "GovernmentBody",
    name: "Presidency of {state}",
    phrase: /^(presidential (office|administration)|office of the president)$/,
  },
  {
    body: "government",
    type: "GovernmentBody",
    name: "Government of {state}",
    phrase:
      /^((central|federal|interim|transitional|military|communist|royal|racist|apartheid|puppet|authoritarian|ruling) )?(government|regime|régime|authorities|leadership|administration|dictatorship|junta|side|government officials|cabinet)$/,
    isState: true,
  },
];

/** The row for a phrase without its state ("Ministry of National Defense", "troops"), or `undefined`. */
export function stateBodyPattern(phrase: string): StateBodyPattern | undefined {
  const plain = phrase.toLowerCase().replace(/\s+/g, " ").trim();
  return STATE_BODIES.find((row) => row.phrase.test(plain));
}
