import { type Analysis, XPOS_TAGS } from "@chancery/nlp";
import type { Mention } from "../../annotated-document.ts";

const TAG_OF: ReadonlyMap<string, number> = new Map(XPOS_TAGS.map((tag, index): [string, number] => [tag, index]));
const words = (text: string): ReadonlySet<string> => new Set(text.split(" "));

/** Third persons that are plurals of nouns just as well, and that taggers take for those: whatever noun follows is the object. */
const VERBS_BEFORE_NOUNS = words("ships supplies exports imports hosts backs funds trains vetoes pledges shields courts");
/** Third persons that head or modify noun compounds, too ("U.S. arms deal", "EU sanctions list"): only what opens a noun phrase, a name or a number, is an object. */
const VERBS_BEFORE_PHRASES = words("arms sanctions attacks strikes tests launches aids raids bombs shells targets deploys");
/** Verbs of stirring somebody, after whatever stirs them: "their cooperation worries Seoul". */
const STIRRING = words("worries concerns alarms angers unnerves");
/** Verbs that a bare infinitive may follow; behind any other full verb it is a noun: "expressed concern about". */
const BARE_INFINITIVE = words("be have do let help make see watch hear feel bid need dare go come get try");
/** Verbs of saying and thinking whose third person is a plural, too. */
const SAYING = words("estimates claims reports fears doubts demands");
/** Third persons that are no plural of anything. */
const ONLY_VERBS = words(
  "alleges denies insists accuses condemns asserts contends believes warns argues deplores denounces reiterates reaffirms",
);
/** Base forms of acts of speech that taggers take for adjectives, nouns or interjections where they stand as presents: "the ministers welcome the". */
const SPOKEN_PRESENTS = words(
  "welcome express condemn reaffirm reiterate affirm recall urge deplore underscore stress commend recognize applaud",
);
/** Verbs of going on and leaving off, which gerunds follow. */
const ASPECTUAL = words("stop cease continue begin start resume keep quit halt avoid consider deny admit");
const ACTORS = words("State Territory GovernmentBody InternationalOrganization MilitaryForce ArmedGroup Company Organization Person");
/** Plurals that are third persons, too, and what makes compounds with them. */
const COMPOUNDED = words("sales guarantees pledges supplies transfers exports imports purchases shipments controls sanctions grants loans");
const COMPOUNDING = words("security defense defence arms weapons aid fuel gas oil food export import trade ammunition missile technology");
/** What "sanctions" modifies. */
const SANCTIONS_OWN = words(
  "policy list regime package relief evasion committee program programme threat bill law act war campaign pressure enforcement compliance waiver breach violation buster dispute debate vote snapback",
);
const FINITE = words("VBZ VBD VBP MD");
const NOUNS = words("NN NNS NNP NNPS");

/**
 * "Iran ships missiles to Russia", "France arms Ukraine": a plural noun between the name of an actor and a noun phrase, in a clause without any finite verb, is
 * the verb; "expressed concern about": a base form behind a full verb is a noun. The analysis is returned with those tags set right; the same object where there is nothing to repair.
 */
export function repairTags(analysis: Analysis, mentions: readonly Mention[]): Analysis {
  if (!analysis.layers.includes("tag")) return analysis;
  const { tokens } = analysis;
  const tagOf = (token: number): string => XPOS_TAGS[tokens.tag[token] ?? 0] ?? "";
  const starts = new Set(
    mentions.filter((mention) => mention.type !== "WeaponCategory" && mention.type !== "Item").map((mention) => mention.first),
  );
  const repaired: number[] = [];
  const presents: number[] = [];
  const participles: number[] = [];
  for (const { last: token, type, kind } of mentions) {
    if (!ACTORS.has(type) || kind === "demonym" || kind === "pronoun" || !NOUNS.has(tagOf(token))) continue;
    const word = tokens.lower[token] ?? "";
    const next = token + 1;
    const opens = /^(?:CD|DT|PRP\$|PRP)$/.test(tagOf(next)) || starts.has(next);
    const nominal = opens || NOUNS.has(tagOf(next)) || tagOf(next).startsWith("JJ");
    if (!(VERBS_BEFORE_NOUNS.has(word) ? nominal : VERBS_BEFORE_PHRASES.has(word) && opens)) continue;
    if (!hasFiniteVerb(analysis, token, tagOf)) repaired.push(token);
  }
  // "Treasury sanctions network aiding rebels": a headline's verb, where an office that sanctions opens it and no finite verb follows
  for (const { first, last: token, type, kind } of mentions)
    if (
      ACTORS.has(type) &&
      (kind === "acronym" || kind === "name") &&
      tokens.lower[token] === "sanctions" &&
      opensSentence(analysis, first, tagOf) &&
      isHeadline(analysis, token, tagOf) &&
      /^(?:NN|JJ|VBG|CD)/.test(tagOf(token + 1)) &&
      !SANCTIONS_OWN.has(tokens.lemma[token + 1] ?? "")
    )
      repaired.push(token);
  // "Shin claimed that Seoul estimates that …": a clause of its own follows
  for (const { last: token, type, kind } of mentions)
    if (
      ACTORS.has(type) &&
      kind !== "demonym" &&
      SAYING.has(tokens.lower[token] ?? "") &&
      tagOf(token) === "NNS" &&
      tokens.lower[token + 1] === "that"
    )
      repaired.push(token);
  for (let token = 1; token < tokens.count; token++) {
    const word = tokens.lower[token] ?? "";
    if (tokens.sentence[token - 1] !== tokens.sentence[token]) continue;
    // "A strike, Iran alleges/NNS, killed ten"
    if (ONLY_VERBS.has(word) && tagOf(token) === "NNS") repaired.push(token);
    // "have long worried/JJ that": behind have, what no noun follows is a participle
    else if (tagOf(token) === "JJ" && /ed$/.test(word) && followsHave(analysis, token, tagOf) && !/^(?:NN|JJ)/.test(tagOf(token + 1)))
      participles.push(token);
    // "welcome the decision, and note/NN with concern": no article, so no paper
    else if (word === "note" && tagOf(token) === "NN" && tokens.lower[token + 1] === "with" && /^(?:CC|,|RB|PRP)$/.test(tagOf(token - 1)))
      presents.push(token);
    else if (SPOKEN_PRESENTS.has(word) && isSpokenPresent(analysis, token, tagOf)) presents.push(token);
  }
  for (let token = 1; token < tokens.count; token++) {
    if (!STIRRING.has(tokens.lower[token] ?? "") || tagOf(token) !== "NNS" || !/^NNP?S?$/.test(tagOf(token - 1)) || !starts.has(token + 1))
      continue;
    if (tokens.sentence[token - 1] === tokens.sentence[token] && !hasFiniteVerb(analysis, token, tagOf)) repaired.push(token);
  }
  const pasts = mentions
    .filter(isNamedActor)
    .flatMap(({ last, type }) => (isPastBeforeObject(analysis, last, starts, tagOf, type === "Person") ? [last] : []));
  for (const { first, last: token, type, kind } of mentions) {
    // "Beijing announced sanctions", "State-owned Bharat Electronics supplied radar": the name that opens the sentence is its subject
    const named = type === "Place" || (ACTORS.has(type) && kind !== "demonym" && kind !== "pronoun");
    if (!named || tagOf(token) !== "VBN" || pasts.includes(token) || !opensSentence(analysis, first, tagOf)) continue;
    if (isPastBeforeObject(analysis, token, starts, tagOf, true)) pasts.push(token);
  }
  for (let token = 2; token < tokens.count; token++) {
    // "ordered grants and named/VBN General Cabello": beside a past tense, what takes an object of its own is another one
    const next = tagOf(token + 1);
    if (tagOf(token) !== "VBN" || !/^(?:and|but)$/.test(tokens.lower[token - 1] ?? "") || TWO_OBJECTS.test(tokens.lower[token] ?? ""))
      continue;
    if (!/^(?:DT|PRP\$|NNP)$/.test(next) || tokens.sentence[token - 1] !== tokens.sentence[token + 1]) continue;
    if (followsPast(analysis, token - 1, tagOf)) pasts.push(token);
  }
  for (let token = 1; token < tokens.count; token++) {
    // "The launch violated Security Council resolutions", "Norway jointly transferred the jets"
    const before = tagOf(token - 1) === "RB" ? token - 2 : token - 1;
    if (before < 0 || !NOUNS.has(tagOf(before)) || tokens.sentence[before] !== tokens.sentence[token] || pasts.includes(token)) continue;
    if (isPastBeforeObject(analysis, token, starts, tagOf, false)) pasts.push(token);
  }
  const adjectives: number[] = [];
  // "declared the pact null and void", said of the pact
  for (let token = 0; token < tokens.count; token++)
    if (tokens.lower[token] === "null" && tokens.lower[token + 1] === "and" && tokens.lower[token + 2] === "void")
      adjectives.push(token, token + 2);
  for (const { first, last, type } of mentions) {
    // "met with visiting Russian Foreign Minister Sergey Lavrov": who visits is told of by name and title, and nobody else visits him
    if (type !== "Person") continue;
    let at = first - 1;
    while (at > first - 8 && /^(?:NN|NNP|JJ|IN|CC)$/.test(tagOf(at)) && tokens.lower[at] !== "visiting") at--;
    if (tokens.lower[at] !== "visiting" || at >= first - 1 || last <= first) continue;
    if (/^(?:with|by|and|between|to|told|met|received|hosted|greeted|welcomed|the|from)$/.test(tokens.lower[at - 1] ?? ""))
      adjectives.push(at);
  }
  const nouns: number[] = [];
  for (let token = 1; token < tokens.count; token++) {
    // "Strategic arms talks between the two opened": whoever talks is somebody with a name or a pronoun
    const before = tagOf(token - 1);
    if (
      tokens.lower[token] === "talks" &&
      tagOf(token) === "VBZ" &&
      !/^(?:PRP|WP|WDT|RB|CC)$/.test(before) &&
      !mentions.some((mention) => mention.last === token && isNamedActor(mention)) &&
      tokens.lower[token + 1] === "between"
    )
      nouns.push(token);
  }
  for (let token = 1; token < tokens.count; token++)
    // "security guarantees for Kyiv": behind its own modifier, without an object
    if (
      tagOf(token) === "VBZ" &&
      COMPOUNDED.has(tokens.lower[token] ?? "") &&
      /^NNS?$/.test(tagOf(token - 1)) &&
      COMPOUNDING.has(tokens.lower[token - 1] ?? "") &&
      /^(?:IN|TO|VB[ZPD]|MD|CC|[.,])$/.test(tagOf(token + 1))
    )
      nouns.push(token);
  const nominal: number[] = [];
  for (let token = 1; token < tokens.count; token++) {
    // "the sending by Armenia of mines", "there was shelling from the north": an article or an existential makes the gerund a noun
    if (tagOf(token) !== "VBG" || !/^(?:of|by|from|to|against|on|in|near|between)$/.test(tokens.lower[token + 1] ?? "")) continue;
    const exists = /^(?:was|is|were|been|be)$/.test(tokens.lower[token - 1] ?? "") && tagOf(token - 2) === "EX";
    if (exists || /^(?:DT|PRP\$|POS)$/.test(tagOf(token - 1))) nominal.push(token);
  }
  const bases: number[] = [];
  for (let token = 1; token < tokens.count; token++) {
    const before = tagOf(token - 1);
    if (tagOf(token) !== "VB" || !/^VB[DZPGN]$/.test(before) || BARE_INFINITIVE.has(tokens.lemma[token - 1] ?? "")) continue;
    if (tokens.sentence[token - 1] === tokens.sentence[token] && /^(?:IN|TO|CC|[.,])$/.test(tagOf(token + 1))) bases.push(token);
  }
  const gerunds: number[] = [];
  for (let token = 1; token < tokens.count; token++) {
    // "stop bombing/NN opposition forces": behind a verb of going on or leaving off, what takes an object is a verb
    if (tagOf(token) !== "NN" || !/ing$/.test(tokens.lower[token] ?? "") || !ASPECTUAL.has(tokens.lemma[token - 1] ?? "")) continue;
    if (!tagOf(token - 1).startsWith("VB") || tokens.sentence[token - 1] !== tokens.sentence[token + 1]) continue;
    if (/^(?:NN|NNS|NNP|NNPS|JJ|DT|PRP\$|CD)$/.test(tagOf(token + 1))) gerunds.push(token);
  }
  const emphatic: number[] = [];
  const ends = new Set(mentions.filter(isNamedActor).map(({ last }) => last));
  for (let token = 1; token < tokens.count; token++) {
    const word = tokens.lower[token] ?? "";
    if (tokens.sentence[token - 1] !== tokens.sentence[token] || !(ends.has(token) || NOUNS.has(tagOf(token - 1)))) continue;
    // "Moscow itself voted for it": right behind a noun it only stresses
    if (/^(?:itself|himself|herself|themselves)$/.test(word)) emphatic.push(token);
    // "with only Belarus voting/NN against"
    else if (
      /^(?:voting|abstaining)$/.test(word) &&
      ends.has(token) &&
      tagOf(token).startsWith("NN") &&
      /^(?:against|for|in|,|\.)$/.test(tokens.lower[token + 1] ?? "")
    )
      gerunds.push(token);
  }
  // In this order: where two repairs meet, the later one holds.
  const repairs: readonly (readonly [tokens: readonly number[], tag: string])[] = [
    [adjectives, "JJ"],
    [emphatic, "RB"],
    [bases, "NN"],
    [repaired, "VBZ"],
    [participles, "VBN"],
    [presents, "VBP"],
    [pasts, "VBD"],
    [nominal, "NN"],
    [gerunds, "VBG"],
    [nouns, "NNS"],
  ];
  if (repairs.every(([found]) => found.length === 0)) return analysis;
  const tag = tokens.tag.slice();
  for (const [found, name] of repairs) for (const token of found) tag[token] = TAG_OF.get(name) ?? 0;
  return { ...analysis, tokens: { ...tokens, tag } };
}

/** Is "have" what stands before the token, over adverbs ("have long worried")? */
function followsHave(analysis: Analysis, token: number, tagOf: (token: number) => string): boolean {
  let before = token - 1;
  while (before > 0 && tagOf(before) === "RB") before--;
  return (
    /^(?:have|has|had|['’]ve)$/.test(analysis.tokens.lower[before] ?? "") &&
    analysis.tokens.sentence[before] === analysis.tokens.sentence[token]
  );
}

/** "President Biden and Prime Minister Kishida express/JJ support", "the ministers, by contrast, welcome/UH the vote": a plural, and no other verb. */
function isSpokenPresent(analysis: Analysis, token: number, tagOf: (token: number) => string): boolean {
  if (!/^(?:JJ|UH|NN|NNP|VB|RB)$/.test(tagOf(token))) return false;
  const { tokens, sentences } = analysis;
  const first = sentences[tokens.sentence[token] ?? 0]?.first ?? token;
  const before = tagOf(token - 1);
  if (!NOUNS.has(before) && before !== "," && before !== "RB") return false;
  // "the express train", "their welcome address"
  let plural = false;
  for (let at = first; at < token; at++) {
    const tag = tagOf(at);
    if (FINITE.has(tag) || tag === "TO") return false;
    if (/^NNP?S$/.test(tag) || tokens.lower[at] === "and") plural = true;
  }
  return plural && /^(?:DT|PRP\$|JJ|NN|NNS|NNP|PRP|IN)$/.test(tagOf(token + 1)) && !hasFiniteVerb(analysis, token, tagOf);
}

/** A sentence without a stop at its end or a finite verb. */
function isHeadline(analysis: Analysis, token: number, tagOf: (token: number) => string): boolean {
  const { tokens, sentences } = analysis;
  const sentence = sentences[tokens.sentence[token] ?? 0];
  return sentence !== undefined && !/^[.!?:;]$/.test(tokens.lower[sentence.last - 1] ?? "") && !hasFiniteVerb(analysis, token, tagOf);
}

/** Nothing but modifiers stands between the beginning of the sentence and the token. */
function opensSentence(analysis: Analysis, token: number, tagOf: (token: number) => string): boolean {
  const { tokens } = analysis;
  for (let at = token - 1; at >= 0 && tokens.sentence[at] === tokens.sentence[token]; at--)
    if (!/^(?:DT|JJ|NN|NNP|HYPH|VBN|CD)$/.test(tagOf(at))) return false;
  return true;
}

const isNamedActor = ({ type, kind }: Mention): boolean =>
  ACTORS.has(type) && (kind === "name" || kind === "acronym" || kind === "metonym");
/** Verbs of which a passive may keep an object: "Iran, given time", "the rebels sent arms". */
const TWO_OBJECTS =
  /^(?:given|granted|awarded|offered|sent|paid|denied|told|shown|taught|handed|promised|allowed|called|dubbed|seen|born)$/;

/** "President Tshisekedi named/VBN Guy Kabombo …": between the name of an actor and a noun phrase, a participle without an auxiliary is a past. */
function isPastBeforeObject(
  analysis: Analysis,
  token: number,
  starts: ReadonlySet<number>,
  tagOf: (token: number) => string,
  person: boolean,
): boolean {
  const { tokens } = analysis;
  if (tagOf(token) !== "VBN" || TWO_OBJECTS.test(tokens.lower[token] ?? "")) return false;
  if (tokens.sentence[token] !== tokens.sentence[token + 1]) return false;
  // A bare plural or a number can follow no reduced passive, either: "Russian forces rained missiles on"
  const object = person ? /^(?:DT|PRP\$|PRP|CD|NNP?S?|JJ)$/ : /^(?:DT|PRP\$|PRP|NNS|CD)$/;
  if (!object.test(tagOf(token + 1)) && !starts.has(token + 1)) return false;
  return !hasFiniteVerb(analysis, token, tagOf);
}

/** The nearest verb before a conjunction is a past tense without an auxiliary, infinitives and gerunds aside. */
function followsPast(analysis: Analysis, token: number, tagOf: (token: number) => string): boolean {
  const { tokens, sentences } = analysis;
  const first = sentences[tokens.sentence[token] ?? 0]?.first ?? token;
  for (let at = token - 1; at >= first; at--) {
    const tag = tagOf(at);
    if (tag === "VBD") return !/^(?:was|were|had|did)$/.test(tokens.lower[at] ?? "");
    if (/^(?:VBN|VBZ|VBP|MD)$/.test(tag)) return false;
  }
  return false;
}

/** Has the clause around a token, up to the next comma or stop, a finite verb? One under a subordinator or in a relative clause is another clause's. */
function hasFiniteVerb(analysis: Analysis, token: number, tagOf: (token: number) => string): boolean {
  const { tokens, sentences } = analysis;
  const sentence = sentences[tokens.sentence[token] ?? 0];
  if (!sentence) return true;
  for (let at = token + 1; at < sentence.last; at++) {
    const word = tokens.lower[at] ?? "";
    if (/^[,;:.–—]$/.test(word) || /^(?:that|which|who|as|while|after|because|if|when|where|before|since|despite)$/.test(word)) break;
    if (FINITE.has(tagOf(at))) return true;
  }
  for (let at = token - 1; at >= sentence.first; at--) {
    const word = tokens.lower[at] ?? "";
    if (/^[;:.–—]$/.test(word) || /^(?:that|as|while|after|because|if|when|where|before|since|although|though|but|said|says)$/.test(word))
      break;
    if (FINITE.has(tagOf(at))) return true;
  }
  return false;
}
