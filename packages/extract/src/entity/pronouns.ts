import type { Mention } from "../annotated-document.ts";
import { foldName } from "../mention/pieces.ts";
import { pairBefore } from "./groups.ts";
import type { LinkState } from "./link-document.ts";
import { mentionOver } from "./mention-builder.ts";
import type { TextView } from "./text-view.ts";

/** Given names of women, for "she"; every other given name goes with either pronoun. */
const WOMEN = new Set(
  "abigail alice alison amanda amy ana andrea angela ann anna anne annalena barbara beatrice betty bonnie brenda bridget caitlin carla carmen carol caroline catherine cecilia cheryl christina christine claire clara condoleezza cynthia daniela deborah diana diane donna doris dorothy eileen elaine elena elizabeth ellen emily emma esther eva evelyn federica florence frances gina giorgia gloria grace hannah harriet heather heidi helen hillary ingrid irina isabel jane janet jen jennifer jessica jill joan joanna joyce juana judith judy julia julie june kaja kamala karen karine kate katherine kathleen kathy katie kristen laura linda lindsey lisa liz lois lucy lynn madeleine margaret maria marie marina marta martha mary megan melissa michelle miriam nadia nancy naomi natalia natalie nicole nikki olga olivia pamela patricia paula peggy penny phyllis rachel rebecca rose ruth samantha sandra sanae sara sarah sharon sheila shirley sofia sophia sophie stella stephanie sue susan suzanne svetlana sylvia tammy tatiana theresa tina tracy ursula valerie vera victoria viola virginia vivian wanda wendy yoko yulia yvonne zoe jung sabrina wendy linda penny yvette élisabeth elisabeth catherine liz mao maria kim".split(
    " ",
  ),
);
const REACH = 3;
const SAYS = /^(said|says|added|noted|stated|reported|warned|announced)$/;

/** Pronouns whose antecedent is safe: he and she to the person that is subject before, they to a pair or group, it and its to a lone actor of the sentence. */
export function addPronouns(state: LinkState, view: TextView): void {
  const bySentence = indexBySentence(state.mentions);
  const subjectsBySentence = indexBySentence(
    state.mentions.filter((mention) => view.isSubject(mention.head) && mention.kind !== "pronoun"),
  );
  for (let token = 0; token < view.count; token++) {
    if (!view.isRead(token)) continue;
    const word = view.lower(token);
    if (!PRONOUN.test(word)) continue;
    const near: Near = { mentions: inReach(bySentence, view.sentence(token)), subjects: inReach(subjectsBySentence, view.sentence(token)) };
    let made: Mention | undefined;
    if (/^(he|she|him|her|his|herself|himself)$/.test(word)) made = person(state, view, token, near);
    else if (/^(they|them|their)$/.test(word) && !view.inQuotation(token)) made = plural(state, view, token, near);
    else if (/^(it|its)$/.test(word) && !view.inQuotation(token)) made = thing(state, view, token, near);
    if (made !== undefined) {
      state.mentions.push(made);
      addToIndex(bySentence, made);
      // A resolved subject pronoun carries its antecedent on.
      if (/^(he|she|they|it)$/.test(word)) addToIndex(subjectsBySentence, made);
    }
  }
}

const PRONOUN = /^(he|she|him|her|his|herself|himself|they|them|their|it|its)$/;

/** What stands in the sentences that a pronoun can reach back to. */
interface Near {
  readonly mentions: readonly Mention[];
  readonly subjects: readonly Mention[];
}

function indexBySentence(mentions: readonly Mention[]): Map<number, Mention[]> {
  const index = new Map<number, Mention[]>();
  for (const mention of mentions) addToIndex(index, mention);
  return index;
}

function addToIndex(index: Map<number, Mention[]>, mention: Mention): void {
  const list = index.get(mention.sentence);
  if (list === undefined) index.set(mention.sentence, [mention]);
  else list.push(mention);
}

function inReach(index: ReadonlyMap<number, readonly Mention[]>, sentence: number): Mention[] {
  const mentions: Mention[] = [];
  for (let at = sentence - REACH; at <= sentence; at++) mentions.push(...(index.get(at) ?? []));
  return mentions;
}

/** Mentions that end before `limit`, nearest first; the caller has narrowed them to the sentences in reach. */
const nearestFirst = (mentions: readonly Mention[], limit: number): Mention[] =>
  mentions.filter((mention) => mention.end <= limit).sort((a, b) => b.start - a.start);

function person(state: LinkState, view: TextView, token: number, { mentions, subjects }: Near): Mention | undefined {
  const word = view.lower(token);
  const limit = view.start(token);
  const sentence = view.sentence(token);
  const female = /^(she|her|herself)$/.test(word);
  const fits = (mention: Mention): boolean => {
    if (mention.type !== "Person" || sentence - mention.sentence > REACH) return false;
    const given = foldName(state.table.entities.get(mention.entity)?.name.split(" ")[0] ?? "");
    return female ? true : !WOMEN.has(given) || given === "kim" || given === "mao" || given === "jung";
  };
  // "In his message, Kim said": the subject behind the phrase that opens the sentence.
  const ahead = openingPhrase(mentions, view, token);
  const named = mentions.filter((mention) => mention.kind !== "pronoun");
  // A possessive or object has its antecedent in its own sentence where there is one; a subject takes up the subject before.
  const here = /^(he|she)$/.test(word)
    ? []
    : nearestFirst(subjects, limit)
        .concat(nearestFirst(named, limit))
        .filter((mention) => mention.sentence === sentence);
  const antecedent = ahead ?? here.find(fits) ?? nearestFirst(subjects, limit).find(fits) ?? nearestFirst(named, limit).find(fits);
  if (antecedent === undefined) return undefined;
  return mentionOver(state.context.analysis, limit, view.end(token), {
    entity: antecedent.entity,
    type: "Person",
    kind: "pronoun",
    rule: "coreference.pronoun.person",
    confidence: sentence - antecedent.sentence <= 1 ? 0.75 : 0.6,
  });
}

function openingPhrase(mentions: readonly Mention[], view: TextView, token: number): Mention | undefined {
  const sentence = view.sentence(token);
  if (
    !/^(his|her)$/.test(view.lower(token)) ||
    !/^(in|during|with|at|on|for|despite|after|before)$/.test(view.lower(token - 1)) ||
    (token >= 2 && view.sentence(token - 2) === sentence)
  )
    return undefined;
  for (let at = token + 1; at < token + 9 && view.sentence(at) === sentence; at++) {
    if (view.lower(at) === ",") return mentions.find((mention) => mention.type === "Person" && mention.first === at + 1);
  }
  return undefined;
}

function plural(state: LinkState, view: TextView, token: number, { mentions, subjects }: Near): Mention | undefined {
  const limit = view.start(token);
  const sentence = view.sentence(token);
  const owner = ownerOfWords(view, token, mentions);
  if (owner !== undefined)
    return mentionOver(state.context.analysis, limit, view.end(token), {
      entity: owner.entity,
      type: owner.type,
      kind: "pronoun",
      rule: "coreference.pronoun.own-words",
      confidence: 0.7,
    });
  // A pair coordinated in the same sentence comes before any group of earlier ones: "Kim and Putin met, where they vowed …".
  const pairs = nearestFirst(mentions, limit).filter(
    (mention) => mention.sentence === sentence && mention.kind === "name" && isConjoined(state, view, mention, mentions),
  );
  const pairHere = view.lower(token) === "they" ? pairs.at(-1) : undefined;
  const candidate =
    pairHere ??
    nearestFirst(subjects, limit).find(
      (mention) =>
        sentence - mention.sentence <= 2 &&
        (mention.type === "Group" || isPlural(view, mention) || isConjoined(state, view, mention, mentions)),
    );
  if (candidate === undefined) return undefined;
  if (candidate.type === "Group" || isPlural(view, candidate))
    return mentionOver(state.context.analysis, limit, view.end(token), {
      entity: candidate.entity,
      type: candidate.type,
      kind: "pronoun",
      rule: "coreference.pronoun.group",
      confidence: 0.65,
    });
  const pair = conjuncts(state, candidate, mentions);
  const members =
    pair.length >= 2
      ? pair
      : pairBefore(state, view, token, candidate.type === "Person" ? "Person" : "State").map((mention) => mention.entity);
  if (members.length < 2) return undefined;
  const names = members.map((id) => state.table.entities.get(id)?.name ?? id);
  const group = state.table.named("Group", names.join(" and "), {
    scope: `${state.context.document.sha256} ${members.join(" ")}`,
    members,
  });
  return mentionOver(state.context.analysis, limit, view.end(token), {
    entity: group.id,
    type: "Group",
    kind: "pronoun",
    rule: "coreference.pronoun.conjuncts",
    confidence: 0.6,
  });
}

/** What somebody says in words of their own. */
const WORDS =
  /^(denials?|claims?|assertions?|statements?|allegations?|reports?|announcements?|insistence|pledges?|promises?|admissions?|vows?|assurances?|contentions?|arguments?|complaints?|warnings?|concerns?|fears?)$/;

/** "U.S. denials that they had supplied missiles", "Israel's claim that it had": whoever the words are of speaks of itself. */
function ownerOfWords(view: TextView, token: number, mentions: readonly Mention[]): Mention | undefined {
  if (!/^(they|it)$/.test(view.lower(token)) || view.lower(token - 1) !== "that" || !WORDS.test(view.lower(token - 2))) return undefined;
  const possessive = /^['’]s?$/.test(view.lower(token - 3));
  return mentions.find(
    (mention) => mention.last === (possessive ? token - 3 : token - 2) && mention.kind !== "pronoun" && ACTOR.test(mention.type),
  );
}

const ACTOR = /^(State|Territory|GovernmentBody|InternationalOrganization|MilitaryForce|ArmedGroup|Company|Organization)$/;

/** Fighters and troops are many, whatever their name looks like: "the Houthis", "Hamas", "Russian forces". */
const isPlural = (view: TextView, mention: Mention): boolean =>
  mention.kind !== "pronoun" &&
  (mention.type === "ArmedGroup" || (mention.type === "MilitaryForce" && /s$/.test(view.lower(mention.last - 1))));

function isConjoined(state: LinkState, view: TextView, mention: Mention, mentions: readonly Mention[]): boolean {
  return (
    (mention.type === "Person" || mention.type === "State") &&
    /^(and|,|-)$/.test(view.lower(mention.last)) &&
    conjuncts(state, mention, mentions).length >= 2
  );
}

/** The mention and those coordinated with it right behind it. */
function conjuncts(state: LinkState, mention: Mention, mentions: readonly Mention[]): string[] {
  const ids = [mention.entity];
  let end = mention.end;
  const later = mentions
    .filter((other) => other.start > mention.start && other.type === mention.type && other.kind !== "pronoun" && other.kind !== "nominal")
    .sort((a, b) => a.start - b.start);
  for (const other of later) {
    const gap = state.context.document.text.slice(end, other.start);
    if (!/^(?:\s*,)?\s*(?:and\s+)?(?:(?:the|his|her|its|[A-Z][\p{L}.-]+|[a-z-]+)\s+){0,5}$/u.test(gap) || !/,|and/.test(gap)) break;
    if (!ids.includes(other.entity)) ids.push(other.entity);
    end = other.end;
  }
  return ids;
}

/** "it", "its": the one state, body or text that is subject earlier in the sentence, or of the sentence before where this one has none. */
function thing(state: LinkState, view: TextView, token: number, { mentions, subjects }: Near): Mention | undefined {
  const limit = view.start(token);
  const sentence = view.sentence(token);
  const actor = (mention: Mention): boolean =>
    !/^(Person|Group|WeaponCategory|Item|WeaponSystem|Position|Place|Programme|Conflict)$/.test(mention.type) &&
    mention.use !== "place" &&
    mention.use !== "people";
  const same = nearestFirst(subjects, limit).filter((mention) => actor(mention) && mention.sentence === sentence);
  const before = nearestFirst(subjects, limit).filter((mention) => actor(mention) && sentence - mention.sentence === 1);
  const opens =
    token === 0 ||
    view.sentence(token - 1) !== sentence ||
    /^["“”]$/.test(view.lower(token - 1)) ||
    /^(said|says|added|noted|stated)$/.test(view.lower(token + 1));
  // "…, it said" takes up whoever spoke last.
  const speaks = (mention: Mention): boolean => SAYS.test(view.lower(mention.last)) || SAYS.test(view.lower(mention.first - 1));
  const said = SAYS.test(view.lower(token + 1))
    ? nearestFirst(subjects, limit).find((mention) => actor(mention) && sentence - mention.sentence <= 2 && speaks(mention))
    : undefined;
  // "Iran had sold missiles, it said": who is spoken of does not speak
  const closes =
    SAYS.test(view.lower(token + 1)) && token > 0 && view.sentence(token - 1) === sentence && /^[,"“”’]$/.test(view.lower(token - 1));
  const object = view.lower(token) === "its" ? nearestFirst(mentions, limit).find(actor) : undefined;
  const owner =
    object !== undefined && object.sentence === sentence && (isCalledToAccount(view, object, token) || isUser(state, object, limit))
      ? object
      : undefined;
  const antecedent =
    ownerOfWords(view, token, mentions) ??
    owner ??
    (object !== undefined && object.sentence === sentence && isDoerBefore(state, view, object, token) ? object : undefined) ??
    said ??
    (closes ? undefined : same[0]) ??
    (view.lower(token) === "its" ? onlyOwner(nearestFirst(mentions, limit).filter(actor), before, sentence) : undefined) ??
    (view.lower(token) === "it" && opens ? before.at(-1) : undefined);
  if (antecedent === undefined) return undefined;
  // "when it comes to exporting arms": nothing is meant
  if (/^(comes|came)$/.test(view.lower(token + 1)) && view.lower(token + 2) === "to") return undefined;
  // Expletive "it is clear that", "it was the first time".
  if (
    view.lower(token) === "it" &&
    /^(is|was|has|would|will|may|might)$/.test(view.lower(token + 1)) &&
    /^(clear|unclear|the|a|important|possible|likely|unlikely|not|time|also|been|be)$/.test(view.lower(token + 2))
  )
    return undefined;
  return mentionOver(state.context.analysis, limit, view.end(token), {
    entity: antecedent.entity,
    type: antecedent.type,
    kind: "pronoun",
    rule: "coreference.pronoun.thing",
    confidence: same.length > 0 ? 0.55 : 0.45,
  });
}

/**
 * "assured of Iraq's intentions in the light of its invasion": where no actor is subject, the only one that the sentence has named so far; where it has named
 * none, the only one that was subject of the sentence before. Two candidates leave "its" open.
 */
function onlyOwner(named: readonly Mention[], before: readonly Mention[], sentence: number): Mention | undefined {
  const here = named.filter((mention) => mention.sentence === sentence);
  const candidates = here.length > 0 ? here : before;
  return new Set(candidates.map((mention) => mention.entity)).size === 1 ? candidates[0] : undefined;
}

/** "supplied shells to Russia, which could be used in its war": what was handed over is used by who got it, the last one named before the relative clause. */
function isUser(state: LinkState, object: Mention, limit: number): boolean {
  return /^,?\s*(?:which|that)\s+(?:[a-z]+\s+){0,3}(?:used|employed|deployed|fired|launched)\s+(?:[a-z]+\s+){0,3}$/u.test(
    state.context.document.text.slice(object.end, limit),
  );
}

/** "to counter Iran's threats following its launch": a deed that something of somebody's comes after is the deed of the same. */
function isDoerBefore(state: LinkState, view: TextView, object: Mention, token: number): boolean {
  if (!/^(?:following|after|since)$/.test(view.lower(token - 1))) return false;
  if (!/^['’]s?\s/u.test(state.context.document.text.slice(object.end, object.end + 3))) return false;
  for (let at = object.last; at < token; at++) if (/^(?:VBD|VBZ|VBP|MD)$/.test(view.tag(at))) return false;
  return true;
}

const URGED =
  /^(press|urge|pressure|push|force|ask|tell|order|persuade|convince|compel|encourage|require|warn|call|appeal|want|allow|help|enable|demand)(s|ed|d|es|ing|ped|ping|led|ling)?$|^(urging|forcing|persuading|convincing|encouraging|requiring|enabling)$/;
const BLAMED =
  /^(sanction|condemn|critici[sz]|blam|punish|accus|denounc|thank|prais|commend|rebuk|slam|censur|target|hit|penali[sz]|chid|reprimand)(e|es|s|ed|ing)?$/;

/** "press the regime to end its attacks", "sanctioned Russia over its invasion": who is urged or blamed owns what follows, not who urges or blames. */
function isCalledToAccount(view: TextView, object: Mention, token: number): boolean {
  let before = object.first - 1;
  if (/^(the|that)$/.test(view.lower(before))) before--;
  const link = view.lower(object.last);
  if (link === "to") return URGED.test(view.lower(/^(on|upon|to)$/.test(view.lower(before)) ? before - 1 : before));
  return /^(for|over|of)$/.test(link) && token === object.last + 1 && BLAMED.test(view.lower(before));
}
