import type { Quantity } from "@chancery/nlp";
import type { AnnotatedDocument, Mention } from "../annotated-document.ts";
import type { ExtractedQuantity } from "../extraction.ts";
import type { EventType } from "../ontology.ts";
import type { Reading } from "./frame/read-frame.ts";
import { listStart, type SentenceSyntax } from "./syntax/sentence-syntax.ts";
import { tallyOf } from "./tallies.ts";
import { withinSpan } from "./within-span.ts";

type TokenRange = readonly [number, number];

/**
 * Counts and amounts of what an event is about: those in the phrase of its item, of a role filler or of the event word itself; the sum that a transfer is worth, the
 * people whom an attack harms, how many voted, how often it happened. Calibres and ranks are none.
 */
export function quantitiesOf(
  annotated: AnnotatedDocument,
  reading: Reading,
  others: readonly Reading[] = [],
): readonly ExtractedQuantity[] {
  const { syntax } = reading.trigger;
  const { tokens } = syntax.view;
  const offsets = ([first, last]: TokenRange): TokenRange => [tokens.start[first] ?? 0, tokens.end[last - 1] ?? 0];
  const [start, end] = offsets([syntax.first, syntax.last]);
  if (reading.type === "Vote" || reading.type === "ResolutionAdopted") {
    const tally = reading.frame.rule.includes("abst") ? [] : tallyOf(annotated.document.text.slice(start, end));
    if (tally.length > 0) return reading.type === "Vote" ? tally : tally.slice(0, 1);
  }
  const near = partsOfWholes(annotated, reading, withinSpan(annotated.quantities, start, end));
  if (near.length === 0) return [];
  const own = quantifiedRanges(reading).map(offsets);
  const victims = (reading.type === "Attack" ? victimRanges(reading, others) : []).map(offsets);
  const voters = (reading.type === "Vote" ? agentRanges(reading) : []).map(offsets);
  const agents = (COUNTED_AGENTS.has(reading.type) ? agentRanges(reading) : []).map(offsets);
  const parties = (reading.type === "Exercise" ? agentRanges(reading) : []).map(offsets);
  const named = withinSpan(annotated.mentions, start, end);
  const found: ExtractedQuantity[] = [];
  for (const counted of near) {
    const quantity = withWholeName(annotated, counted, named);
    if (quantity.min === undefined && quantity.max === undefined) continue;
    // "Leopard 2 tanks": the number is the model's
    if (named.some((mention) => mention.start < quantity.start && mention.end > quantity.start && NUMBERED.has(mention.type))) continue;
    // "the Group of 20 summit"
    if (/\bGroup of $/.test(annotated.document.text.slice(Math.max(0, quantity.start - 10), quantity.start))) continue;
    const unit =
      unitOf(annotated, reading, quantity, { own, victims, voters, agents, parties }) ??
      (found.length > 0 && isIncluded(annotated, reading, quantity) ? quantity.unit : undefined);
    if (unit === undefined) continue;
    const read = asQuantity(quantity, unit);
    if (!found.some((known) => known.min === read.min && known.max === read.max && known.unit === read.unit)) found.push(read);
  }
  return found;
}

/**
 * "29 of 36 drones": the first number counts the drones of what is told before them ("shot down"), the second all there were; "the second of four frigates", "some of its 36 tanks" leave the
 * number of what was given open.
 */
function partsOfWholes(annotated: AnnotatedDocument, reading: Reading, near: readonly Quantity[]): readonly Quantity[] {
  const { text } = annotated.document;
  const { group, syntax, token } = reading.trigger;
  const trigger = syntax.view.tokens.start[token] ?? 0;
  // "29 of 36 drones launched by Russia": what the participle says is said of all
  const ofAll = (quantity: Quantity): boolean => group?.form === "participle" && trigger > quantity.start;
  return near.flatMap((quantity, index): readonly Quantity[] => {
    const whole = near[index + 1];
    if (whole?.unit !== undefined && quantity.unit === undefined && OF_WHOLE.test(text.slice(quantity.end, whole.start)))
      return ofAll(whole) ? [] : [{ ...quantity, unit: whole.unit, ...(whole.counted === undefined ? {} : { counted: whole.counted }) }];
    const parted = PART_BEFORE.test(text.slice(Math.max(0, quantity.start - 24), quantity.start));
    return parted && !ofAll(quantity) ? [] : [quantity];
  });
}
const OF_WHOLE = /^\s+(?:out\s+)?of\s+(?:the\s+|its\s+|some\s+)?$/;
const PART_BEFORE =
  /\b(?:\d+|[a-z]+teen|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|first|second|third|last|some|most|many|part|half)\s+(?:out\s+)?of\s+(?:the\s+|its\s+|his\s+|their\s+|some\s+)?$/i;

/** "more than $1 billion in support, including $780 million in military assistance": a part that is counted for itself. */
const isIncluded = (annotated: AnnotatedDocument, { type }: Reading, { kind, start }: Quantity): boolean =>
  kind === "money" &&
  PRICED.has(type) &&
  /\bincluding\s+(?:(?:more than|over|up to|about|nearly|almost|an additional)\s+)?$/i.test(
    annotated.document.text.slice(Math.max(0, start - 40), start),
  );

interface Ranges {
  readonly own: readonly TokenRange[];
  readonly victims: readonly TokenRange[];
  readonly voters: readonly TokenRange[];
  /** Who or what does it, where so many of them are the measure of it: "six airstrikes hit", "about 30 gunmen stormed". */
  readonly agents: readonly TokenRange[];
  /** Who takes part. */
  readonly parties: readonly TokenRange[];
}

/** What the quantity counts of this event; `undefined` where it is another's. An empty unit is none. */
function unitOf(annotated: AnnotatedDocument, reading: Reading, quantity: Quantity, ranges: Ranges): string | undefined {
  const inside = (list: readonly TokenRange[]): boolean => list.some((range) => touches(quantity, range));
  if (quantity.kind === "money")
    return inside(ranges.own) ||
      isSumOf(annotated, quantity, ranges.own) ||
      (PRICED.has(reading.type) && isPriceOf(annotated, reading, quantity))
      ? (quantity.unit ?? "")
      : undefined;
  if (quantity.kind === "measure")
    return quantity.unit !== undefined && MASSES.has(quantity.unit) && inside(ranges.own) ? quantity.unit : undefined;
  if (quantity.kind !== "count" || (VAGUE.test(quantity.text) && !isOneWeapon(annotated, quantity))) return undefined;
  if (quantity.unit === "time") return isHowOften(reading, quantity) ? (HAPPENING_NOUNS[reading.type] ?? "time") : undefined;
  if (inside(ranges.victims)) return quantity.unit === undefined || CASUALTIES.has(quantity.unit) ? "person" : quantity.unit;
  if (inside(ranges.voters)) return quantity.unit;
  if (quantity.unit === undefined) return undefined;
  if (reading.type === "Exercise" && TROOPS.has(quantity.unit) && (inside(ranges.parties) || isTaking(annotated, quantity)))
    return quantity.unit;
  // "a contract for 980 tanks"
  if (reading.type === "AgreementMade" && isContracted(annotated, quantity)) return quantity.unit;
  // "representatives of 50 nations met": too many to be named, so the number is what is known of them
  if (MANY_PARTIES.has(quantity.unit))
    return (quantity.min ?? 0) >= MANY && inside([...ranges.own, ...partyOffsets(reading)]) ? quantity.unit : undefined;
  if (quantity.unit === "member" && (reading.type === "Sanction" || reading.type === "LegalAction"))
    return inside(ranges.own) ? quantity.unit : undefined;
  return UNCOUNTED.has(quantity.unit) || !inside([...ranges.own, ...ranges.agents]) ? undefined : quantity.unit;
}

/** The number opens in the range, or what it counts lies there: "two of | the three drones". */
function touches({ start, counted }: Quantity, [from, to]: TokenRange): boolean {
  return (start >= from && start < to) || (counted !== undefined && counted.start < to && counted.end > from);
}

/** "six F-16s": a name that goes on behind the hyphen, where the word that the number counts seems to end, is the unit as a whole ("f-16"). */
function withWholeName(annotated: AnnotatedDocument, quantity: Quantity, named: readonly Mention[]): Quantity {
  const { counted } = quantity;
  const name = named.find(({ start, end }) => counted !== undefined && start === counted.start && counted.end < end && end > quantity.end);
  if (name === undefined) return quantity;
  return { ...quantity, unit: name.text.replace(/s$/, "").toLowerCase(), text: annotated.document.text.slice(quantity.start, name.end) };
}

function asQuantity(quantity: Quantity, unit: string): ExtractedQuantity {
  return {
    ...(quantity.min === undefined ? {} : { min: quantity.min }),
    ...(quantity.max === undefined ? {} : { max: quantity.max }),
    ...(quantity.minExclusive === undefined ? {} : { minExclusive: quantity.minExclusive }),
    ...(quantity.maxExclusive === undefined ? {} : { maxExclusive: quantity.maxExclusive }),
    ...(quantity.approximate === undefined ? {} : { approximate: quantity.approximate }),
    ...(unit === "" ? {} : { unit }),
    text: quantity.text,
  };
}

/** "one Astute class submarine": a single thing counts where it is a weapon; "one side", "one official" only point. */
function isOneWeapon(annotated: AnnotatedDocument, { text, counted }: Quantity): boolean {
  if (counted === undefined || !/^one\s+\p{Lu}/u.test(text)) return false;
  return annotated.mentions.some(
    ({ type, start, end }) => (type === "WeaponSystem" || type === "WeaponCategory") && start < counted.end && counted.start < end,
  );
}

/** Who takes part, in the phrases that name them. */
function partyOffsets(reading: Reading): readonly TokenRange[] {
  const { view, phrases, at } = reading.trigger.syntax;
  const named = reading.spans.flatMap(([first, last]): readonly TokenRange[] => {
    const phrase = phrases[at(last - 1)];
    return phrase?.kind === "np" ? [[Math.min(first, phrase.first), Math.max(last, phrase.last)]] : [];
  });
  return [...agentRanges(reading), ...named].map(
    ([first, last]): TokenRange => [view.tokens.start[first] ?? 0, view.tokens.end[last - 1] ?? 0],
  );
}

/** Who trains, as a number. */
const TROOPS: ReadonlySet<string> = new Set(["soldier", "troop", "personnel", "marine", "sailor", "serviceman"]);

/** "some 90,000 troops from NATO countries took part", "drills involving 11,000 troops". */
const isTaking = (annotated: AnnotatedDocument, { start, end }: Quantity): boolean => {
  const { text } = annotated.document;
  return (
    /\b(?:involv(?:e|es|ed|ing)|with)\s+$/i.test(text.slice(Math.max(0, start - 12), start)) ||
    /^[^.;,]{0,70}?\b(?:tak(?:e|es|ing)|took|taken)\s+part\b|^[^.;,]{0,70}?\bparticipat/i.test(text.slice(end, end + 100))
  );
};

/** "signed a $375 million contract for three batteries": what is contracted for, straight behind the contract. */
const isContracted = (annotated: AnnotatedDocument, { start }: Quantity): boolean =>
  /\b(?:contract|deal|agreement|order)\s+for\s+(?:the\s+(?:purchase|sale|delivery|supply)\s+of\s+)?$/i.test(
    annotated.document.text.slice(Math.max(0, start - 60), start),
  );

/** Events that are measured by how many take part. */
const COUNTED_AGENTS: ReadonlySet<EventType> = new Set<EventType>(["Attack"]);
/** States are named where they are few; so many of them are a number. */
const MANY_PARTIES: ReadonlySet<string> = new Set(["nation", "country", "state", "government"]);
const MANY = 10;

/** Kinds of name that end in a number. */
const NUMBERED: ReadonlySet<string> = new Set(["WeaponSystem", "Resolution", "Agreement", "Programme", "MilitaryForce"]);
/** Events that have a price or a sum. */
const PRICED: ReadonlySet<EventType> = new Set<EventType>([
  "ArmsTransfer",
  "TechnologyTransfer",
  "Aid",
  "FinancialFlow",
  "AgreementMade",
  "Buildup",
]);
/** Events whose fillers are parties. */
const PARTIES_ONLY: ReadonlySet<EventType> = new Set<EventType>(["Meeting", "Negotiation", "AgreementMade", "Cooperation"]);
/** Verbs that take a stock or sum to a new size: "agreed to increase the stock to $1.8 billion". */
const GROWING: ReadonlySet<string> = new Set("increase raise expand grow boost double bring".split(" "));
/** Units of mass: "3,000 tons of ammunition". */
const MASSES: ReadonlySet<string> = new Set(["t", "kt", "kg", "lb"]);
/** Participles and adjectives that stand for the people harmed. */
const CASUALTIES: ReadonlySet<string> = new Set(["dead", "wounded", "injured", "casualty", "death", "fatality", "life"]);
/** What one of so many times is, by type. */
const HAPPENING_NOUNS: Readonly<Partial<Record<EventType, string>>> = {
  Attack: "attack",
  WeaponTest: "test",
  Violation: "violation",
  Meeting: "meeting",
  Visit: "visit",
  Exercise: "exercise",
  Vote: "vote",
};
/** Counted nouns that number the parties or the words, not the happening. */
const UNCOUNTED = new Set(
  "country nation state government ally side capital neighbour neighbor superpower signatory participant leader party resolution benefit group partner name day year month week hour time minister president step way reason member sector condition issue area front point thing question principle power other".split(
    " ",
  ),
);
const VAGUE = /^(?:multiple|several|numerous|many|various|a number|both|one|a few|few)\b|^some\s+(?!\d|of)\p{L}/iu;

/** Index of the first token at or behind an offset; -1 outside the sentence. */
function tokenFrom(syntax: SentenceSyntax, offset: number): number {
  for (let token = syntax.first; token < syntax.last; token++) if ((syntax.view.tokens.start[token] ?? 0) >= offset) return token;
  return -1;
}

/** Finite verbs between the event word (with the verb that carries it) and a later token. */
function verbsBetween(reading: Reading, token: number): readonly string[] {
  const { syntax, token: trigger, support } = reading.trigger;
  const carrier = support?.group.head ?? -1;
  const found: string[] = [];
  for (let at = syntax.at(trigger) + 1; at < syntax.at(token); at++) {
    const phrase = syntax.phrases[at];
    if (phrase?.kind === "vg" && phrase.form === "finite" && phrase.head !== carrier) found.push(syntax.view.lemma(phrase.head));
    if (phrase?.kind === "stop" || phrase?.kind === "rel" || phrase?.kind === "sub") found.push("");
  }
  return found;
}

/** Verbs by which a figure is reached: "arms sales rose 36 percent to $46.6 billion". */
const AMOUNTING: ReadonlySet<string> = new Set(
  "total amount reach rise fall climb jump grow increase decrease drop surge soar hit exceed surpass cost be stand come run worth double".split(
    " ",
  ),
);

/** "half a billion dollars in aid", "$200 million worth of arms": the sum that the thing comes to. */
function isSumOf(annotated: AnnotatedDocument, { end }: Quantity, own: readonly TokenRange[]): boolean {
  const between = /^\s+(?:in|worth\s+of|of)\s+/.exec(annotated.document.text.slice(end, end + 14));
  return between !== null && own.some(([from, to]) => end + between[0].length >= from - 1 && end + between[0].length < to);
}

/** "for 500 million euros", "worth $3 billion", "sales rose to $46.6 billion": a sum behind the event word, in its clause or in what is said of its size. */
function isPriceOf(annotated: AnnotatedDocument, reading: Reading, quantity: Quantity): boolean {
  const { syntax, kind, token: trigger } = reading.trigger;
  const token = tokenFrom(syntax, quantity.start);
  if (token <= trigger) return false;
  const before = annotated.document.text.slice(Math.max(0, quantity.start - 16), quantity.start).toLowerCase();
  const verbs = verbsBetween(reading, token);
  if (reading.type === "Buildup" && verbs.length === 0 && /\bto\s+$/.test(before)) return GROWING.has(syntax.view.lemma(trigger));
  if (verbs.length === 0) return /(?:^|[^a-z])(?:for|worth|at|of|totall?ing|costing)\s+(?:a\s+|an\s+|about\s+|some\s+)?$/.test(before);
  // "from $34.3 billion": what it was before
  return kind === "noun" && verbs.every((verb) => AMOUNTING.has(verb)) && !/\bfrom\s+$/.test(before);
}

/** "attacked ships more than 100 times": behind the event verb, with no other verb between, and no comparison ("three times more"). */
function isHowOften(reading: Reading, quantity: Quantity): boolean {
  const { syntax, kind, token: trigger } = reading.trigger;
  const token = tokenFrom(syntax, quantity.start);
  const next = tokenFrom(syntax, quantity.end);
  return (
    kind === "verb" &&
    token > trigger &&
    verbsBetween(reading, token).length === 0 &&
    !(next >= 0 && /^(?:more|less|as|the|larger|higher|bigger|greater|faster)$/.test(syntax.view.lower(next)))
  );
}

const HARMING = new Set("kill wound injure claim murder leave slay maim".split(" "));
/** Nouns for harm done to people, and verbs by which a blow brings it about: "resulted in the deaths of 1,198 people", "claimed 12 lives". */
const HARMS: ReadonlySet<string> = new Set(["death", "casualty", "fatality", "life", "killing"]);
const RESULTING: ReadonlySet<string> = new Set(["result", "cause", "lead", "claim", "cost", "inflict", "take"]);
const HARMED_ADJECTIVES = /^(?:dead|wounded|injured|killed|missing)$/;

/** "attacks that killed more than 60 people", "left 30 dead", "20 people were killed in the strike": whom harming verbs of an attack's sentence concern. */
function victimRanges(reading: Reading, others: readonly Reading[]): readonly TokenRange[] {
  const { syntax, token: trigger } = reading.trigger;
  const { view, phrases } = syntax;
  const distance = (at: number, other: Reading): number => Math.abs(at - other.trigger.token);
  return phrases.flatMap((phrase, index): readonly TokenRange[] => {
    // "which resulted in the deaths of 1,198 people", "claimed the lives of five guards", "caused 12 casualties"
    if (phrase.kind === "np" && HARMS.has(view.lemma(phrase.head)) && isResult(syntax, index)) {
      const whose =
        phrases[index + 1]?.kind === "prep" && view.lower(phrases[index + 1]?.first ?? -1) === "of" ? phrases[index + 2] : undefined;
      return [[phrase.first, phrase.last], ...(whose?.kind === "np" ? ([[whose.first, whose.last]] as const) : [])];
    }
    // "two were killed and | five | injured"
    const few = phrases[index - 1];
    if (
      phrase.kind === "vg" &&
      phrase.form === "participle" &&
      HARMING.has(view.lemma(phrase.head)) &&
      few?.kind === "np" &&
      view.tag(few.first) === "CD" &&
      phrases[index - 2]?.kind === "cc"
    )
      return [[few.first, few.last]];
    if (phrase.kind !== "vg" || !HARMING.has(view.lemma(phrase.head))) return [];
    const rivals = others.filter((other) => other !== reading && other.type === "Attack");
    if (phrase.head !== trigger && rivals.some((other) => distance(phrase.head, other) < distance(phrase.head, reading))) return [];
    if (phrase.passive) {
      const subject = phrases[index - 1];
      return subject?.kind === "np" ? [[subject.first, subject.last]] : [];
    }
    const object = phrases[index + 1];
    if (object?.kind !== "np") return [];
    const leaves = view.lemma(phrase.head) === "leave";
    const harmed = HARMED_ADJECTIVES.test(view.lower(object.last)) || HARMED_ADJECTIVES.test(view.lower(object.last - 1));
    return leaves && !harmed ? [] : [[object.first, object.last]];
  });
}

function isResult(syntax: SentenceSyntax, index: number): boolean {
  for (let at = index - 1; at >= Math.max(0, index - 3); at--) {
    const phrase = syntax.phrases[at];
    if (phrase?.kind === "vg") return RESULTING.has(syntax.view.lemma(phrase.head));
    if (phrase?.kind !== "prep") return false;
  }
  return false;
}

function agentRanges(reading: Reading): readonly TokenRange[] {
  const { syntax } = reading.trigger;
  return reading.trigger.arguments.flatMap(({ slot, head }): readonly TokenRange[] => {
    const phrase = syntax.phrases[syntax.at(head)];
    return slot === "agent" && phrase?.kind === "np" ? [[phrase.first, phrase.last]] : [];
  });
}

/** "19 oligarchs and 47 of their relatives", "one British submarine and up to four American ones": what is joined to the item, up to the next verb. */
function joinedBehind(syntax: SentenceSyntax, at: number): readonly TokenRange[] {
  const ranges: TokenRange[] = [];
  for (let index = at + 1; index < syntax.phrases.length; index++) {
    const phrase = syntax.phrases[index];
    if (phrase?.kind === "np") {
      if (syntax.phrases[index - 1]?.kind !== "prep" || ranges.length > 0) ranges.push([phrase.first, phrase.last]);
    } else if (phrase?.kind !== "cc" && phrase?.kind !== "comma" && phrase?.kind !== "adj" && phrase?.kind !== "adv") {
      if (phrase?.kind === "prep" && syntax.view.lower(phrase.first) === "of") continue;
      break;
    }
    if (phrase?.kind === "np" && syntax.phrases[index + 1]?.kind === "vg") return ranges.slice(0, -1);
  }
  return ranges;
}

/** "five rounds of talks", "a series of 12 tests": what the event noun is portioned into. */
function portionBefore(syntax: SentenceSyntax, at: number): TokenRange | undefined {
  const link = syntax.phrases[at - 1];
  const host = syntax.phrases[at - 2];
  if (link?.kind !== "prep" || syntax.view.lower(link.first) !== "of" || host?.kind !== "np") return undefined;
  return PORTIONED.has(syntax.view.lemma(host.head)) ? [host.first, host.last] : undefined;
}

const PORTIONED: ReadonlySet<string> = new Set(
  "round wave series set package tranche batch shipment session barrage salvo volley dozen".split(" "),
);

/** Token ranges whose numbers count for the event: whole noun phrases of the event word, the item and the fillers. */
function quantifiedRanges(reading: Reading): readonly (readonly [number, number])[] {
  const { syntax } = reading.trigger;
  const ranges: (readonly [number, number])[] = [];
  if (reading.item) ranges.push([reading.item.first, reading.item.last]);
  if (reading.trigger.kind === "noun") {
    const start = syntax.phrases[listStart(syntax, syntax.at(reading.trigger.token))];
    if (start) ranges.push([start.first, reading.trigger.token + 1]);
    const portion = portionBefore(syntax, syntax.at(reading.trigger.token));
    if (portion) ranges.push(portion);
  }
  for (const argument of reading.trigger.arguments) {
    if (argument.provenance === "clause" || (argument.slot !== "theme" && argument.slot !== "of")) continue;
    const phrase = syntax.phrases[syntax.at(argument.head)];
    if (phrase?.kind === "np") ranges.push([phrase.first, phrase.last]);
  }
  if (reading.item) ranges.push(...joinedBehind(syntax, syntax.at(reading.item.last - 1)));
  // Who meets and agrees is named; how many they are says nothing of what happened
  for (const [first, last] of PARTIES_ONLY.has(reading.type) ? [] : reading.spans) {
    const phrase = syntax.phrases[syntax.at(last - 1)];
    if (phrase?.kind === "np") ranges.push([Math.min(first, phrase.first), Math.max(last, phrase.last)]);
  }
  return ranges;
}
