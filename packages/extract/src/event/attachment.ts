import type { Quantity, TimeExpression } from "@chancery/nlp";
import type { AnnotatedDocument } from "../annotated-document.ts";
import type { ExtractedQuantity, ExtractedTime } from "../extraction.ts";
import { SPEECH_VERBS } from "./factuality/factuality-cues.ts";
import type { Reading } from "./frame/read-frame.ts";
import { listStart, type SentenceSyntax } from "./syntax/sentence-syntax.ts";

/** Finite verbs between an event word and a date cost as much as this many words. */
const VERB_COST = 9;
const REACH = 34;
const RIVAL = 6;
const EXPRESSIVE: ReadonlySet<string> = new Set(
  "express highlight speak address voice raise accuse condemn deny refute cite inform brief praise criticize describe call testify".split(
    " ",
  ),
);

/** Index of the token that starts at or after `offset` within the sentence; -1 when there is none. */
function tokenAt(syntax: SentenceSyntax, offset: number): number {
  const { tokens } = syntax.view;
  for (let token = syntax.first; token < syntax.last; token++)
    if ((tokens.end[token] ?? 0) > offset) return (tokens.start[token] ?? 0) <= offset + 1 ? token : -1;
  return -1;
}

/** The date told with an event, or several where it happened on each of them: the nearest in its sentence that no other verb claims; the time of speaking belongs to the speaking. */
export function timesOf(annotated: AnnotatedDocument, reading: Reading, others: readonly Reading[] = []): readonly ExtractedTime[] {
  const { trigger } = reading;
  const { syntax } = trigger;
  const { tokens } = syntax.view;
  const start = tokens.start[syntax.first] ?? 0;
  const end = tokens.end[syntax.last - 1] ?? 0;
  let best: TimeExpression | undefined;
  let bestCost = REACH;
  for (const time of annotated.times) {
    if (time.start < start || time.end > end || time.kind !== "date" || time.bound === "since") continue;
    const token = tokenAt(syntax, time.start);
    if (token < 0) continue;
    const cost = distance(syntax, reading, token);
    // A date that another event word of the sentence is much nearer to is that one's.
    if (others.some((other) => other !== reading && other.type !== reading.type && distance(syntax, other, token) + RIVAL < cost)) continue;
    if (cost < bestCost) {
      best = time;
      bestCost = cost;
    }
  }
  if (best === undefined) return [];
  // "on Aug. 29 and Sept. 15": once on each day
  const at = annotated.times.indexOf(best);
  const series = [best];
  for (const step of [-1, 1]) {
    for (let index = at + step; ; index += step) {
      const next = annotated.times[index];
      const last = step < 0 ? series[0] : series.at(-1);
      if (!next || !last || next.kind !== "date" || next.granularity !== "day" || last.granularity !== "day") break;
      const between = annotated.document.text.slice(Math.min(next.end, last.end), Math.max(next.start, last.start));
      if (!/^\s*(,|and|, and)\s*(on\s+)?$/.test(between)) break;
      if (step < 0) series.unshift(next);
      else series.push(next);
    }
  }
  return series.map(asTime);
}

function distance(syntax: SentenceSyntax, reading: Reading, token: number): number {
  const { view, phrases } = syntax;
  const { trigger } = reading;
  const own = syntax.at(trigger.token);
  const other = syntax.at(token);
  // "said Thursday", "told reporters on Tuesday": the nearest verb before the date is one of saying.
  for (let at = other - 1; at >= 0; at--) {
    const phrase = phrases[at];
    if (phrase?.kind === "stop" || phrase?.kind === "quote") break;
    if (phrase?.kind !== "vg") continue;
    if (at !== own && SPEECH_VERBS.has(view.lemma(phrase.head)) && !phrase.passive) return REACH;
    break;
  }
  if (view.parsed) {
    const head = view.head(token);
    const above = head >= 0 ? view.head(head) : -1;
    if (head === trigger.token || (above === trigger.token && view.label(head) !== "ccomp")) return 0.5;
  }
  const [left, right] = own < other ? [own, other] : [other, own];
  let cost = Math.abs(token - trigger.token);
  const carrier = trigger.support?.group.head ?? -1;
  for (let at = left; at <= right; at++) {
    const phrase = phrases[at];
    if (phrase?.kind === "vg" && at !== own && phrase.head !== carrier) {
      // Another verb stands between: one of saying keeps the date, and so does any verb against a noun that it does not carry.
      if (
        phrase.form === "finite" &&
        (SPEECH_VERBS.has(view.lemma(phrase.head)) || EXPRESSIVE.has(view.lemma(phrase.head)) || trigger.kind === "noun")
      )
        cost += REACH;
    }
    if (phrase?.kind === "vg" && at !== own && phrase.head !== carrier) cost += phrase.form === "finite" ? VERB_COST : VERB_COST / 2;
    else if ((phrase?.kind === "stop" || phrase?.kind === "sub" || phrase?.kind === "rel") && at > left && at < right)
      cost += VERB_COST / 2;
  }
  if (trigger.kind === "noun") {
    // The date stands in the event noun's own phrase: "the November 2023 summit"
    const phrase = phrases[own];
    if (phrase && token >= phrase.first && token < phrase.last) return 0;
  }
  return cost;
}

export function asTime(time: TimeExpression): ExtractedTime {
  return {
    text: time.text,
    ...(time.edtf === undefined ? {} : { edtf: time.edtf }),
    ...(time.earliest === undefined ? {} : { earliest: time.earliest }),
    ...(time.latest === undefined ? {} : { latest: time.latest }),
    granularity: time.granularity,
    anchor: time.anchor,
  };
}

/** Counts and amounts of what the event is about: those inside the item's phrase, a role filler's phrase or the event word's own. Calibres and ranks are none. */
export function quantitiesOf(annotated: AnnotatedDocument, reading: Reading): readonly ExtractedQuantity[] {
  const { syntax } = reading.trigger;
  const { tokens } = syntax.view;
  const ranges = [...quantifiedRanges(reading), ...(reading.type === "Attack" ? victimRanges(syntax) : [])].map(
    ([first, last]): readonly [number, number] => [tokens.start[first] ?? 0, tokens.end[last - 1] ?? 0],
  );
  const found: Quantity[] = [];
  for (const quantity of annotated.quantities) {
    if (quantity.kind !== "count" && quantity.kind !== "money") continue;
    if (quantity.min === undefined && quantity.max === undefined) continue;
    if (quantity.kind === "count" && (quantity.unit === undefined || UNCOUNTED.has(quantity.unit) || VAGUE.test(quantity.text))) continue;
    // "Leopard 2 tanks": the number is the model's
    if (annotated.mentions.some((mention) => mention.start < quantity.start && mention.end > quantity.start && NUMBERED.has(mention.type)))
      continue;
    if (ranges.some(([start, end]) => quantity.start >= start && quantity.start < end)) found.push(quantity);
  }
  return found.map((quantity) => ({
    ...(quantity.min === undefined ? {} : { min: quantity.min }),
    ...(quantity.max === undefined ? {} : { max: quantity.max }),
    ...(quantity.minExclusive === undefined ? {} : { minExclusive: quantity.minExclusive }),
    ...(quantity.maxExclusive === undefined ? {} : { maxExclusive: quantity.maxExclusive }),
    ...(quantity.approximate === undefined ? {} : { approximate: quantity.approximate }),
    ...(quantity.unit === undefined ? {} : { unit: quantity.unit }),
    text: quantity.text,
  }));
}

/** Kinds of name that end in a number. */
const NUMBERED: ReadonlySet<string> = new Set(["WeaponSystem", "Resolution", "Agreement", "Programme", "MilitaryForce"]);

const HARMING = new Set("kill wound injure claim murder leave slay".split(" "));

/** "attacks that killed more than 60 people": what the harming verbs of an attack's sentence are followed by. */
function victimRanges(syntax: SentenceSyntax): readonly (readonly [number, number])[] {
  return syntax.phrases.flatMap((phrase, index): readonly (readonly [number, number])[] => {
    const object = syntax.phrases[index + 1];
    return phrase.kind === "vg" && !phrase.passive && HARMING.has(syntax.view.lemma(phrase.head)) && object?.kind === "np"
      ? [[object.first, object.last]]
      : [];
  });
}

/** Counted nouns that number the parties or the words, not the happening. */
const UNCOUNTED = new Set(
  "country nation state side leader party resolution benefit group partner name day year month week hour time minister president step way reason member sector condition issue area front point thing question principle".split(
    " ",
  ),
);
const VAGUE = /^(multiple|several|numerous|many|various|a number|both|one|the two|two|a few|some|few)\b/i;

/** Token ranges whose numbers count for the event: whole noun phrases of the event word, the item and the fillers. */
function quantifiedRanges(reading: Reading): readonly (readonly [number, number])[] {
  const { syntax } = reading.trigger;
  const ranges: (readonly [number, number])[] = [];
  if (reading.item) ranges.push([reading.item.first, reading.item.last]);
  if (reading.trigger.kind === "noun") {
    const start = syntax.phrases[listStart(syntax, syntax.at(reading.trigger.token))];
    if (start) ranges.push([start.first, reading.trigger.token + 1]);
  }
  for (const argument of reading.trigger.arguments) {
    if (argument.provenance === "clause" || (argument.slot !== "theme" && argument.slot !== "of")) continue;
    const phrase = syntax.phrases[syntax.at(argument.head)];
    if (phrase?.kind === "np") ranges.push([phrase.first, phrase.last]);
  }
  for (const [first, last] of reading.spans) {
    const phrase = syntax.phrases[syntax.at(last - 1)];
    if (phrase?.kind === "np") ranges.push([Math.min(first, phrase.first), Math.max(last, phrase.last)]);
  }
  return ranges;
}
