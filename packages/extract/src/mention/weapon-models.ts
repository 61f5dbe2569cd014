import type { MentionContext, MentionDraft } from "./context.ts";
import { piecesIn } from "./spans.ts";
import { longestMatch } from "./token-trie.ts";

/**
 * Designations that follow a series' naming pattern, with the class that the series is of: what is new to the knowledge base is still a
 * weapon of its class. Sources: NATO and national designation systems; series of the knowledge base.
 */
const SERIES: readonly { readonly pattern: RegExp; readonly broader: string }[] = [
  { pattern: /\bHwasong(?:pho)?-\d{1,2}[A-Za-z]{0,3}/g, broader: "weapon-category/ballistic-missile" },
  { pattern: /\b(?:Pukguksong|Bukkeukseong)-\d[A-Z]?/g, broader: "weapon-category/submarine-launched-ballistic-missile" },
  { pattern: /\b(?:Hwasal|Pulhwasal|Padasuri)-\d[A-Za-z0-9-]*/g, broader: "weapon-category/cruise-missile" },
  {
    pattern: /\b(?:KN|DF|JL|Agni|Shaheen|Fateh|Shahab|Ghadr|Dongfeng|Julang|RS|R|SS-N|SS|Taepodong|Jericho)-\d{1,4}[A-Z]{0,3}\b/g,
    broader: "weapon-category/ballistic-missile",
  },
  { pattern: /\b(?:Kh|AGM|BGM|YJ|Kalibr|Noor|Babur|3M)-\d{1,4}[A-Z0-9]{0,3}\b/g, broader: "weapon-category/cruise-missile" },
  { pattern: /\b(?:S|HQ|Bavar|SM|PAC|Pantsir-S|Buk-M|Tor-M|MIM)-?\d{1,3}[A-Z]{0,3}\b/g, broader: "weapon-category/air-defense-system" },
  { pattern: /\b(?:F|MiG|Su|J|JF|FA|FC|KF|A|Yak|AV)-\d{1,3}[A-Z]{0,2}s?\b/g, broader: "weapon-category/combat-aircraft" },
  { pattern: /\b(?:B|Tu|H)-\d{1,3}[A-Z]{0,2}\d?s?\b/g, broader: "weapon-category/bomber" },
  { pattern: /\b(?:C|KC|Il|An|Y|A\d00M)-\d{1,3}[A-Z]{0,2}s?\b/g, broader: "weapon-category/military-transport-aircraft" },
  { pattern: /\b(?:Mi|Ka|AH|UH|CH|MH|Z)-\d{1,3}[A-Z]{0,2}s?\b/g, broader: "weapon-category/helicopter" },
  {
    pattern: /\b(?:MQ|RQ|Shahed|Mohajer|Orlan|Geran|Switchblade|Wing Loong|CH|Bayraktar TB|TB|Saetbyol)[- ]?\d{1,3}[A-Z]{0,2}s?\b/g,
    broader: "weapon-category/unmanned-aerial-vehicle",
  },
  {
    pattern: /\b(?:T-(?:34|5\d|6\d|7\d|8\d|9\d)|M1A\d|Leopard \d|Challenger \d|K2|Chonma-\d+)[A-Z]{0,3}\d?s?\b/g,
    broader: "weapon-category/tank",
  },
  { pattern: /\b(?:BM-\d{2}|M270A?\d?|M142|KN-?09|K239)\b/g, broader: "weapon-category/multiple-rocket-launcher" },
  { pattern: /\b(?:M777A?\d?|2S\d{1,2}|D-30|D-20|M109A?\d?|K9A?\d?|PzH 2000|M198|M46)\b/g, broader: "weapon-category/howitzer" },
  { pattern: /\b(?:BMP|BTR|BMD|M113|MRAP|MT-LB)-?\d{0,3}[A-Z]?s?\b/g, broader: "weapon-category/armored-vehicle" },
];
/** "USS Kentucky", "HMS Ocean": ships of a navy named individually. */
const SHIPS =
  /\b(USS|HMS|HMAS|HMCS|ROKS|INS|FS|USNS|USCGC|KRI|ITS|FGS|TCG|PNS|BRP)(?: \(?)((?:\p{Lu}[\p{L}'’-]+)(?: (?:[A-Z]\. )?(?:de |of )?\p{Lu}[\p{L}'’-]+){0,3})(?:\)?)/gu;
/** Calibres make a class: "155 mm shells", "152-millimeter artillery rounds", "300 mm multiple rocket launchers". */
const CALIBRE =
  /\b(\d{2,3})[ \u00a0-]?(?:mm|millimet(?:er|re)s?)[ \u00a0-](?:(?:self-propelled|towed|artillery|multiple|rocket|launch|tank|mortar|super-large|howitzer|extended-range|nuclear|caliber|calibre) ){0,3}(shells?|rounds?|artillery shells?|ammunition|howitzers?|guns?|rockets?|launchers?|mortars?|cannons?|munitions?|projectiles?|systems?)\b/gi;

const CALIBRE_CLASS: readonly (readonly [RegExp, string])[] = [
  [/shell|round|ammunition|munition|projectile/i, "artillery-shell"],
  [/launcher|rocket launch/i, "multiple-rocket-launcher"],
  [/rocket/i, "rocket"],
  [/mortar/i, "mortar"],
  [/howitzer|gun|cannon|system/i, "artillery"],
];

/** Weapon systems by designation, ships by prefix, and classes by calibre. */
export function weaponModelDrafts(context: MentionContext): MentionDraft[] {
  const { text } = context.document;
  const drafts: MentionDraft[] = [];
  for (const { pattern, broader } of SERIES) {
    for (const match of text.matchAll(pattern)) {
      const range = piecesIn(context, match.index, match.index + match[0].length);
      if (range === undefined) continue;
      const name = match[0].replace(/(?<=\d[A-Z]{0,3})s$/, "");
      const known = knownSystem(context, range);
      drafts.push({
        ...range,
        type: "WeaponSystem",
        kind: "name",
        ...(known === undefined ? { name, broader: [broader] } : { entity: known }),
        rule: known === undefined ? "weapon.series" : "weapon.model",
        confidence: known === undefined ? 0.7 : 0.95,
        priority: 1,
      });
    }
  }
  for (const match of text.matchAll(SHIPS)) {
    const range = piecesIn(context, match.index, match.index + match[0].length);
    if (range !== undefined)
      drafts.push({
        ...range,
        type: "WeaponSystem",
        kind: "name",
        name: `${match[1]} ${match[2]}`,
        broader: ["weapon-category/warship"],
        rule: "weapon.ship",
        confidence: 0.85,
        priority: 1,
      });
  }
  for (const match of text.matchAll(CALIBRE)) {
    const range = piecesIn(context, match.index, match.index + match[0].length);
    if (range === undefined) continue;
    const broader = CALIBRE_CLASS.find(([head]) => head.test(match[0]))?.[1] ?? "artillery";
    const noun = match[0]
      .slice((match[1] as string).length)
      .replace(/^[ \u00a0-]?(?:mm|millimet(?:er|re)s?)[ \u00a0-]/i, "")
      .replace(/s$/, "");
    const known = `weapon-category/${match[1]}-mm-artillery-shell`;
    const isKnown = broader === "artillery-shell" && context.knowledge.entities.has(known);
    drafts.push({
      ...range,
      type: "WeaponCategory",
      kind: "name",
      ...(isKnown ? { entity: known } : { name: `${match[1]} mm ${noun.toLowerCase()}`, broader: [`weapon-category/${broader}`] }),
      rule: "weapon.calibre",
      confidence: 0.9,
      priority: 1,
    });
  }
  return drafts;
}

/** The knowledge base's system under this designation; a plural "s" may be left over. */
function knownSystem(context: MentionContext, range: { readonly first: number; readonly last: number }): string | undefined {
  const match = longestMatch(context.knowledge.aliases(), context.pieces, range.first);
  if (match === undefined || match.last < range.last - 1) return undefined;
  return match.values.find((form) => form.type === "WeaponSystem")?.entity;
}
