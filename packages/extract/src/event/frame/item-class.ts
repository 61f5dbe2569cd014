import type { Mention } from "../../annotated-document.ts";
import { prepositionOf } from "../syntax/phrase.ts";
import { neighbour, type SentenceSyntax } from "../syntax/sentence-syntax.ts";

/** What a transferred, tested or built thing is; it decides which event type a transfer is. */
export type ItemClass = "weapon" | "craft" | "technology" | "money" | "aid" | "support" | "troops" | "programme";

/** Words (lemmas) that tell the class of a thing. Where several match, the first class in `ORDER` wins. */
const WORDS: Readonly<Record<ItemClass, string>> = {
  weapon:
    "weapon arm arms munition ammunition missile shell rocket drone uav tank aircraft jet fighter artillery howitzer warhead bomb torpedo submarine warship frigate corvette helicopter launcher gun rifle mortar mine grenade interceptor icbm slbm weaponry armament materiel armor armour bullet round cartridge arsenal f-16 f-35 himars patriot javelin stinger battery projectile bomber destroyer cruiser howitzers apc ifv explosive radar sam armaments himar munitions",
  craft:
    "ship vessel warship destroyer frigate corvette submarine carrier flotilla fleet squadron jet warplane plane aircraft bomber helicopter fighter boat balloon icebreaker cruiser battleship armada convoy",
  technology:
    "technology tech know-how knowhow technologies component dual-use centrifuge uranium plutonium fissile blueprint satellite reactor semiconductor chip microelectronics microelectronic expertise design enrichment reprocessing precursor fuel-cycle magnet lathe sensor turbine propulsion secret machinery electronics avionics",
  money:
    "money fund funding payment loan credit cash dollar euro kroner krone kronor pound sterling yen yuan renminbi rouble ruble rupee franc dirham riyal lira zloty shekel peso rand hryvnia budget financing remittance investment proceeds revenue subsidy",
  aid: "aid food medicine relief humanitarian fertilizer fertiliser fuel grain rice oil vaccine dose shelter generator electricity supplies material materials goods medical ambulance tent blanket wheat flour water doctor medic nurse rescuer firefighter rescue foodstuff maize sugar drug oxygen mask clothing lifesaving life-saving",
  support: "assistance support help backing package equipment capability supply system",
  troops:
    "troop troops reinforcement soldier police policeman gendarme mercenary paratrooper commando sailor instructor corps regiment battlegroup garrison personnel force forces unit brigade division battalion regiment adviser advisor trainer marine commander contingent peacekeeper observer",
  programme:
    "program programme capability capacity facility complex plant industry production base airfield airbase silo runway outpost stockpile stock arsenal reserve deterrent",
};

/** "$293 million in humanitarian assistance" is aid: what it is given as decides over its sum. */
const ORDER: readonly ItemClass[] = ["technology", "weapon", "craft", "troops", "aid", "support", "money", "programme"];
/** Things of the knowledge base whose words alone would say less, or something else: "dual-use goods", "nuclear fuel". */
const KNOWN: readonly (readonly [RegExp, ItemClass])[] = [
  [
    /^item\/.*(technolog|dual-use|fissile|uranium|plutonium|tritium|heavy-water|nuclear-material|nuclear-fuel|spent-fuel|centrifuge|reactor|component|semiconductor|know-how|blueprint|machine-tool)/,
    "technology",
  ],
  [/^item\/.*(humanitarian|food|medic|vaccine|fertili|grain|rice|relief|economic-aid|development-aid)/, "aid"],
  [/^item\/(.*-)?(loan|funds?|payments?|money|cash|revenue|credit)$/, "money"],
];
const SETS: ReadonlyMap<ItemClass, ReadonlySet<string>> = new Map(ORDER.map((name) => [name, new Set(WORDS[name].split(" "))]));
/** Adjectives that make equipment, supplies, aid or systems military. */
const MILITARY = new Set(
  "military defense defence lethal weapons weapon arms missile artillery air-defense ballistic combat naval armored".split(" "),
);
const MATERIEL = new Set(
  "equipment supply hardware gear materiel vehicle system capability article armor plane package material".split(" "),
);

/** "missile parts", "aerospace parts", "machine tools": what is built into things or builds them. */
const CRAFT_PARTS = new Set("part tool motor engine propellant electronics".split(" "));
const TECHNICAL = /^(aerospace|machine|aircraft|missile|rocket|drone|reactor|centrifuge|nuclear|electronic|turbine|semiconductor|fuel)s?$/;

/** Words that tie a container or list to what it holds: "containers of", "filled with", "including". */
const CARRY_ON = new Set("of with including such as like containing carrying".split(" "));
const HOLDING = new Set("fill load pack contain carry hold include comprise consist total".split(" "));

/** What a transfer or purchase is of: the classes of its phrase, and the tokens `[first, last)` of that. */
export interface Item {
  readonly classes: ReadonlySet<ItemClass>;
  /** Those of the first member of a list that has any: "nuclear weapons or weapons technology" is about weapons first. */
  readonly foremost?: ReadonlySet<ItemClass>;
  /** Mentions of weapons, items and programmes in the phrase, in text order. */
  readonly mentions: readonly Mention[];
  readonly first: number;
  readonly last: number;
}

/** What the noun phrase at `head` is a phrase for: itself, its list, and what it holds. */
export function itemAt(syntax: SentenceSyntax, head: number): Item {
  const { phrases, view } = syntax;
  const start = syntax.at(head);
  const classes = new Set<ItemClass>();
  const mentions: Mention[] = [];
  const opening = phrases[start];
  let first = opening?.first ?? head;
  let last = opening?.last ?? head + 1;
  const from = headOfList(syntax, start);
  let foremost: ReadonlySet<ItemClass> | undefined;
  for (let at = from; at < phrases.length; at++) {
    const phrase = phrases[at];
    if (!phrase) break;
    if (phrase.kind === "np") {
      // "$3.8 billion a year in aid"
      if (
        at > from &&
        classes.has("money") &&
        /^(?:year|month|week|annum)$/.test(view.lemma(phrase.head)) &&
        phrase.last - phrase.first === 2
      )
        continue;
      // Two noun phrases side by side: the second opens a clause ("attacks the world has seen").
      if (at > from && phrases[at - 1]?.kind === "np") break;
      first = Math.min(first, phrase.first);
      last = Math.max(last, phrase.last);
      // "missiles, materials or other technologies": what stands after "other" is the name for all of them
      const own = new Set<ItemClass>();
      collect(syntax, phrase.first, phrase.last, phrase.head, own, mentions);
      for (const name of own) classes.add(name);
      if (foremost !== undefined && view.lower(phrase.first) === "other" && own.size > 0) foremost = own;
      continue;
    }
    if (phrase.kind === "quote" || phrase.kind === "adv" || phrase.kind === "adj") continue;
    if (phrase.kind === "comma" || phrase.kind === "cc") {
      // "missile and nuclear technology": a bare singular shares the head of what follows
      const before = phrases[at - 1];
      const bare = before?.kind === "np" && before.last - before.first === 1 && view.tag(before.head) === "NN";
      if (classes.size > 0 && !bare) foremost ??= new Set(classes);
      const next = phrases[neighbour(syntax, at, 1)];
      // "31 tanks, the equivalent of one battalion": an aside, no list
      if (phrase.kind === "comma" && next?.kind === "np" && isAside(syntax, neighbour(syntax, at, 1))) break;
      if (next?.kind === "np" || next?.kind === "cc") continue;
      if (
        next?.kind === "prep" &&
        CARRY_ON.has(view.lower(next.first)) &&
        prepositionOf(view, next) !== "of" &&
        prepositionOf(view, next) !== "with"
      )
        continue;
      if (next?.kind === "vg" && view.lower(next.head) === "including") continue;
      break;
    }
    if (phrase.kind === "prep") {
      const name = prepositionOf(view, phrase);
      if (
        name === "of" ||
        name === "including" ||
        name === "such as" ||
        name === "like" ||
        (name === "with" && holdsBefore(syntax, at)) ||
        (name === "in" && classes.has("money"))
      )
        continue;
      break;
    }
    if (phrase.kind === "vg" && (phrase.form === "participle" || phrase.form === "gerund")) {
      if (HOLDING.has(view.lemma(phrase.head))) continue;
      // "40 missiles used in Ukraine and 11,000 containers": the list goes on after a reduced clause
      const rest = phrases[at + 4];
      const listed = phrases[at + 1]?.kind === "prep" && phrases[at + 2]?.kind === "np" && phrases[at + 3]?.kind === "cc";
      if (listed && rest?.kind === "np" && view.tag(rest.first) === "CD") {
        at += 3;
        continue;
      }
    }
    break;
  }
  return { classes, mentions, first, last, ...(foremost === undefined ? {} : { foremost }) };
}

/** A noun phrase with an article behind a comma, after which no conjunction makes a list of it. */
function isAside(syntax: SentenceSyntax, index: number): boolean {
  const { phrases, view } = syntax;
  if (!/^(?:the|a|an)$/.test(view.lower(phrases[index]?.first ?? -1))) return false;
  for (let at = index + 1; at < phrases.length; at++) {
    const kind = phrases[at]?.kind;
    if (kind === "cc") return false;
    if (kind !== "np" && kind !== "prep" && kind !== "comma" && kind !== "adj" && kind !== "bracket") return true;
  }
  return true;
}

/** The things named in a stretch of a noun phrase, such as the modifiers before an event noun. */
export function itemInside(syntax: SentenceSyntax, first: number, last: number): Item {
  const classes = new Set<ItemClass>();
  const mentions: Mention[] = [];
  if (last > first) collect(syntax, first, last, last - 1, classes, mentions);
  return { classes, mentions, first, last };
}

const holdsBefore = (syntax: SentenceSyntax, at: number): boolean => {
  const before = syntax.phrases[neighbour(syntax, at, -1)];
  return before?.kind === "vg" || before?.kind === "adj";
};

function headOfList(syntax: SentenceSyntax, start: number): number {
  const { phrases } = syntax;
  let at = start;
  for (;;) {
    const link = phrases[at - 1];
    const left = phrases[at - 2];
    if ((link?.kind === "cc" || link?.kind === "comma") && left?.kind === "np" && phrases[at - 3]?.kind !== "prep") at -= 2;
    else return at;
    if (start - at > 12) return start;
  }
}

function collect(syntax: SentenceSyntax, first: number, last: number, head: number, classes: Set<ItemClass>, mentions: Mention[]): void {
  const { view } = syntax;
  let military = false;
  let materiel = false;
  let decided = false;
  for (let token = first; token < last; token++) {
    for (const mention of view.covering(token)) {
      if (mention.first !== token && token !== first) continue;
      if (mention.type === "WeaponSystem" || mention.type === "WeaponCategory") classes.add("weapon");
      if (mention.type === "Programme") classes.add("programme");
      // "British troops", by the name of the army
      if (mention.type === "MilitaryForce") classes.add("troops");
      const known = KNOWN.find(([pattern]) => pattern.test(mention.entity))?.[1];
      if (known !== undefined) {
        classes.add(known);
        // "nuclear fuel" warms nobody
        if (known === "technology" && mention.last >= head) decided = true;
      }
      const holds =
        mention.type === "WeaponSystem" || mention.type === "WeaponCategory" || mention.type === "Item" || mention.type === "Programme";
      if (holds && !mentions.includes(mention)) mentions.push(mention);
    }
    const named = view.widest(token);
    if (
      named &&
      (named.kind === "name" || named.kind === "acronym") &&
      named.type !== "WeaponSystem" &&
      named.type !== "WeaponCategory" &&
      named.type !== "Item"
    )
      continue;
    const lemma = view.lemma(token);
    const lower = view.lower(token);
    // "radars worth 600 million yen": what they cost is not what they are
    if (lower === "worth") break;
    if (MILITARY.has(lemma) || MILITARY.has(lower)) military = true;
    if (MATERIEL.has(lemma)) materiel = true;
    for (const name of ORDER) if (SETS.get(name)?.has(lemma) === true || SETS.get(name)?.has(lower) === true) classes.add(name);
    if (view.tag(token) === "$") classes.add("money");
  }
  // "a nuclear power plant": who helps to build it knows how
  if (classes.has("programme") && /^(?:plant|facility|complex|reactor|program|programme)$/.test(view.lemma(head)))
    for (let token = first; token < head; token++) if (/^(?:nuclear|atomic)$/.test(view.lower(token))) classes.add("technology");
  if (decided) for (const other of ["aid", "support"] as const) classes.delete(other);
  const ending = mentions.at(-1);
  // "drone know-how": the last word says what it is
  if (decided && ending?.type === "Item" && ending.last >= last) classes.delete("weapon");
  if (military && materiel) classes.add("weapon");
  // "missile technology", "weapons production equipment": the head decides over its modifiers
  const headLemma = view.lemma(head);
  if (CRAFT_PARTS.has(headLemma) && (SETS.get("weapon")?.has(view.lemma(head - 1)) === true || TECHNICAL.test(view.lower(head - 1))))
    classes.add("technology");
  if (SETS.get("technology")?.has(headLemma) === true || /^(production|manufactur|enrichment)/.test(view.lower(head - 1))) {
    classes.add("technology");
    if (!mentions.some((mention) => mention.head === head && mention.type.startsWith("Weapon"))) classes.delete("weapon");
  }
  if (headLemma === "assistance" || headLemma === "aid" || headLemma === "support") {
    classes.delete("weapon");
    classes.add("support");
  }
}

/** The class that decides, where a phrase shows several. */
export function leadingClass(classes: ReadonlySet<ItemClass>): ItemClass | undefined {
  return ORDER.find((name) => classes.has(name));
}
