import { asideHost, hostOfApposition, hostOfRelativeAside } from "./aside-host.ts";
import { GERUND_CONTROL, isObjectControl, PERCEIVING_VERBS, SAYING_VERBS } from "./control-verb-table.ts";
import { closesSetting } from "./list-boundary.ts";
import { ACTING, INTENTION, modifierIn, ownerOf, possessorIn } from "./owners.ts";
import { chunk, type NounPhrase, type Phrase, prepositionOf, type VerbGroup } from "./phrase.ts";
import { splitAuxiliary } from "./split-auxiliary.ts";
import { isTimePhrase } from "./time-phrase.ts";
import type { TokenView } from "./token-view.ts";

/** One sentence cut into phrases, with look-ups by token. */
export interface SentenceSyntax {
  readonly view: TokenView;
  readonly sentence: number;
  readonly first: number;
  readonly last: number;
  readonly phrases: readonly Phrase[];
  /** Index of the phrase that holds the token; -1 outside the sentence. */
  at(token: number): number;
}

/** A sentence cut into phrases; cut once, however often it is asked for. */
export function sentenceSyntax(view: TokenView, sentence: number): SentenceSyntax {
  let known = cutSentences.get(view);
  if (known === undefined) {
    known = new Map();
    cutSentences.set(view, known);
  }
  let syntax = known.get(sentence);
  if (syntax === undefined) {
    syntax = cutSentence(view, sentence);
    known.set(sentence, syntax);
  }
  return syntax;
}

const cutSentences = new WeakMap<TokenView, Map<number, SentenceSyntax>>();

function cutSentence(view: TokenView, sentence: number): SentenceSyntax {
  const bounds = view.sentences[sentence];
  if (!bounds) throw new RangeError(`no sentence ${sentence}`);
  const phrases = chunk(view, bounds);
  const index = new Int32Array(bounds.last - bounds.first);
  phrases.forEach((phrase, number) => {
    index.fill(number, phrase.first - bounds.first, phrase.last - bounds.first);
  });
  return {
    view,
    sentence,
    first: bounds.first,
    last: bounds.last,
    phrases,
    at: (token) => (token < bounds.first || token >= bounds.last ? -1 : (index[token - bounds.first] ?? -1)),
  };
}

/** Words between phrases that do not part them. */
const TRANSPARENT = new Set<Phrase["kind"]>(["adv", "adj", "quote", "other"]);

/** Phrase before or after `index`, past adverbs and quotation marks; -1 when there is none. */
export function neighbour(syntax: SentenceSyntax, index: number, step: 1 | -1): number {
  let at = index + step;
  while (at >= 0 && at < syntax.phrases.length) {
    const phrase = syntax.phrases[at];
    if (phrase && !TRANSPARENT.has(phrase.kind)) return at;
    at += step;
  }
  return -1;
}

/** True for a comma, colon or bracket pair that encloses an aside. */
const opens = (phrase: Phrase | undefined): boolean => phrase?.kind === "comma" || phrase?.kind === "bracket";

/** Where a verb's subject stands: a phrase (-1: nowhere), or a possessor inside that phrase. `theme`: what the verb is done to. */
export interface Subject {
  readonly phrase: number;
  readonly theme: boolean;
  /** Token of the possessor. */
  readonly possessor?: number;
  /** The subject stands right before its gerund: "of China giving drones". */
  readonly explicit?: boolean;
}

/**
 * Understood subject of a verb group, by phrase order alone: index of a noun phrase, or -1. `theme` tells that the noun phrase is what the (participle)
 * verb is done to: "weapons supplied by Iran".
 */
export function subjectOf(syntax: SentenceSyntax, group: number, depth = 0): Subject {
  const NOBODY = { phrase: -1, theme: false };
  const { phrases } = syntax;
  const verb = phrases[group];
  if (verb?.kind !== "vg" || depth > 6) return NOBODY;
  let before = neighbour(syntax, group, -1);
  // "the Nuclear Consultative Group (NCG) held in Seoul": what stands in brackets is passed over
  if (phrases[before]?.kind === "bracket" && /^[)\]]$/.test(syntax.view.lower(phrases[before]?.first ?? -1))) {
    const opening = bracketBefore(syntax, before);
    if (opening >= 0) before = neighbour(syntax, opening, -1);
  }
  const auxiliary = splitAuxiliary(phrases, syntax.view, group);
  if (auxiliary >= 0) return subjectOf(syntax, auxiliary, depth + 1);
  const previous = phrases[before];
  const embedded = subjectUnder(syntax, group, before);
  if (embedded >= 0) return { phrase: embedded, theme: false, explicit: true };
  if (verb.form === "infinitive") return infinitiveSubject(syntax, group, depth);
  if (verb.form === "gerund" || verb.form === "participle") {
    if (previous?.kind === "np" && verb.form === "gerund" && isActorAfterPreposition(syntax, before))
      return { phrase: before, theme: false, explicit: true };
    if (previous?.kind === "np")
      return { phrase: headOfChain(syntax, before, verb.form === "participle"), theme: verb.form === "participle" };
    if (previous?.kind === "cc") {
      const left = verbBefore(syntax, before);
      if (left >= 0) {
        const shared = subjectOf(syntax, left, depth + 1);
        // "was brokered by Qatar and signed by ministers": a participle joined to a passive is one, too
        const partner = phrases[left];
        return verb.form === "participle" && partner?.kind === "vg" && partner.passive ? { ...shared, theme: shared.phrase >= 0 } : shared;
      }
    }
    if (previous?.kind === "prep") {
      const controlled = verb.form === "gerund" ? controlledBy(syntax, before, depth) : undefined;
      if (controlled) return controlled;
      // "sanctions on Iran for supplying drones": what is done to somebody for a deed
      const judged = verb.form === "gerund" && syntax.view.lower(previous.first) === "for" ? judgedBefore(syntax, before) : -1;
      if (judged >= 0) return { phrase: judged, theme: false, explicit: true };
      // "Iran's reasons for withdrawing"
      const host = neighbour(syntax, before, -1);
      const possessor = possessorIn(syntax, host);
      if (
        possessor >= 0 &&
        (syntax.view.lower(previous.first) === "for" ||
          syntax.view.lower(previous.first) === "of" ||
          syntax.view.lower(previous.first) === "to" ||
          // "thanked him for Canada's partnership in training troops": whose part it is takes it
          (syntax.view.lower(previous.first) === "in" &&
            PART_TAKEN.has(syntax.view.lemma(phrases[host]?.kind === "np" ? (phrases[host] as NounPhrase).head : host))))
      )
        return { phrase: host, theme: false, possessor };
    }
    // "Iran, accused of selling drones, denied it": the aside hangs on what it follows
    const host = previous?.kind === "comma" ? neighbour(syntax, before, -1) : -1;
    if (verb.form === "participle" && phrases[host]?.kind === "np" && !phrases.slice(0, host).some((phrase) => phrase.kind === "vg"))
      return { phrase: headOfChain(syntax, host, true), theme: true };
    const listed = previous?.kind === "comma" && verb.form === "gerund" ? asideHost(syntax, before) : -1;
    if (listed >= 0) return { phrase: listed, theme: false, explicit: true };
    const main = mainVerbAround(syntax, group);
    const subject = main >= 0 ? subjectOf(syntax, main, depth + 1) : NOBODY;
    return verb.form === "participle" ? { phrase: subject.phrase, theme: subject.phrase >= 0 } : subject;
  }
  return finiteSubject(syntax, group, depth);
}

/** Verbs whose object does what the gerund behind it says: "tolerate Iran possessing a bomb", "support Australia acquiring submarines". */
const CONSIDERING = new Set(
  "see watch tolerate accept support back favor favour oppose envisage imagine risk mean involve mind include entail prevent stop".split(
    " ",
  ),
);

/** The object of a verb that is the subject of the bare infinitive or gerund right behind it, its list and examples included; -1 where there is none. */
function subjectUnder(syntax: SentenceSyntax, group: number, before: number): number {
  const { phrases, view } = syntax;
  const verb = phrases[group];
  const bare = verb?.kind === "vg" && verb.form === "finite" && verb.last - verb.first === 1 && /^VBP?$/.test(view.tag(verb.head));
  if (verb?.kind !== "vg" || !(bare || verb.form === "gerund") || phrases[before]?.kind !== "np") return -1;
  let object = listStart(syntax, before);
  const link = phrases[neighbour(syntax, object, -1)];
  // "nations like North Korea and Iran"
  if (link?.kind === "prep" && /^(?:like|such as|including|of)$/.test(prepositionOf(view, link)))
    object = neighbour(syntax, neighbour(syntax, object, -1), -1);
  const governor = phrases[neighbour(syntax, object, -1)];
  if (phrases[object]?.kind !== "np" || governor?.kind !== "vg" || governor.passive) return -1;
  if (!(bare ? PERCEIVING_VERBS : CONSIDERING).has(view.lemma(governor.head))) return -1;
  const actor = phrases[before];
  return actor.kind === "np" && ACTING.has(view.widest(actor.head)?.type ?? "") ? before : -1;
}

/** Nouns of a part in a doing: what follows `in` is done by whom they are of. */
const PART_TAKEN = new Set(
  "partnership role part leadership support involvement participation cooperation collaboration assistance help complicity success progress effort interest failure share hand experience".split(
    " ",
  ),
);

/** Nouns of judging and punishing somebody for what they did. */
const JUDGMENT = new Set(
  "sanction penalty punishment measure tariff embargo criticism condemnation condemn anger praise charge indictment action pressure restriction retaliation revenge thanks gratitude".split(
    " ",
  ),
);

/** The noun phrase that a noun of judging is aimed at, right before the preposition at `index`; -1 where none is. */
function judgedBefore(syntax: SentenceSyntax, index: number): number {
  const { phrases, view } = syntax;
  const host = neighbour(syntax, index, -1);
  const link = phrases[neighbour(syntax, host, -1)];
  if (phrases[host]?.kind !== "np" || link?.kind !== "prep" || !["on", "against", "of", "to"].includes(view.lower(link.first))) return -1;
  const noun = phrases[neighbour(syntax, phrases.indexOf(link), -1)];
  return noun?.kind === "np" && JUDGMENT.has(view.lemma(noun.head)) ? host : -1;
}

/** The verb of `GERUND_CONTROL` that governs the gerund behind the preposition at `index`; -1 when there is none. */
export function controllingVerb(syntax: SentenceSyntax, index: number): number {
  const { phrases, view } = syntax;
  const preposition = phrases[index];
  const verbs = preposition?.kind === "prep" ? GERUND_CONTROL.get(view.lower(preposition.first)) : undefined;
  if (!verbs) return -1;
  for (let at = index - 1; at >= 0; at--) {
    const phrase = phrases[at];
    if (phrase?.kind === "stop" || phrase?.kind === "sub" || phrase?.kind === "rel") return -1;
    // "of arming the rebels and of attacking": past the gerunds of one list
    if (phrase?.kind === "vg" && !(phrase.form === "gerund" && phrases[neighbour(syntax, index, -1)]?.kind === "cc"))
      return verbs.has(view.lemma(phrase.head)) ? at : -1;
  }
  return -1;
}

/** Who does what a gerund behind the preposition at `index` says, where a verb governs it: that verb's object, or the subject of its passive. */
function controlledBy(syntax: SentenceSyntax, index: number, depth: number): Subject | undefined {
  const { phrases } = syntax;
  const at = controllingVerb(syntax, index);
  const verb = phrases[at];
  if (verb?.kind !== "vg") return undefined;
  if (verb.passive || verb.form === "participle") {
    const { phrase } = subjectOf(syntax, at, depth + 1);
    return phrase < 0 ? undefined : { phrase, theme: false, explicit: true };
  }
  const object = neighbour(syntax, at, 1);
  return phrases[object]?.kind === "np" && object < index ? { phrase: object, theme: false, explicit: true } : undefined;
}

/** "the possibility of Russia providing": a named actor after a preposition that gives no place. */
function isActorAfterPreposition(syntax: SentenceSyntax, index: number): boolean {
  const phrase = syntax.phrases[index];
  // "with Russia and China abstaining"
  const preposition = syntax.phrases[neighbour(syntax, listStart(syntax, index), -1)];
  const type = phrase?.kind === "np" ? syntax.view.widest(phrase.head)?.type : undefined;
  if (preposition?.kind !== "prep" || !ACTING.has(type ?? "")) return false;
  // "resulted in Turkey and Russia brokering a truce"; what is made "in Russia" is made there
  const result = syntax.phrases[neighbour(syntax, syntax.phrases.indexOf(preposition), -1)];
  if (prepositionOf(syntax.view, preposition) === "in") return result?.kind === "vg" && syntax.view.lemma(result.head) === "result";
  return ["of", "about", "with", "for", "to", "by", "over", "against", "on", "including", "despite"].includes(
    prepositionOf(syntax.view, preposition),
  );
}

function finiteSubject(syntax: SentenceSyntax, group: number, depth: number): Subject {
  const { phrases, view } = syntax;
  const host = hostOfRelativeAside(syntax, group);
  if (host >= 0) {
    const before = listOpener(syntax, host);
    const governed = phrases[before]?.kind === "prep" || phrases[before]?.kind === "vg";
    return { phrase: governed ? headOfChain(syntax, host, true) : host, theme: false };
  }
  let fallback = -1;
  let asideOpen = false;
  for (let at = group - 1; at >= 0; at--) {
    const phrase = phrases[at];
    if (!phrase) break;
    if (TRANSPARENT.has(phrase.kind)) continue;
    if (phrase.kind === "bracket") {
      // What stands in brackets is no subject: "the Republic of Korea (ROK) met"
      const opening = bracketBefore(syntax, at);
      if (opening >= 0 && (view.lower(phrase.first) === ")" || view.lower(phrase.first) === "]")) at = opening;
      continue;
    }
    if (phrase.kind === "rel") {
      const left = neighbour(syntax, at, -1);
      let antecedent = left;
      if (phrases[left]?.kind === "prep") {
        // "soldiers, most of whom": past the quantifier and its comma
        const quantifier = neighbour(syntax, left, -1);
        const comma = phrases[quantifier]?.kind === "np" ? neighbour(syntax, quantifier, -1) : quantifier;
        antecedent = opens(phrases[comma]) ? neighbour(syntax, comma, -1) : quantifier;
      } else if (opens(phrases[left])) antecedent = neighbour(syntax, left, -1);
      // "fired 200 projectiles at it, most of which were intercepted": no relative clause describes a pronoun
      const host = phrases[antecedent];
      if (host?.kind === "np" && view.tag(host.head) === "PRP" && phrases[neighbour(syntax, antecedent, -1)]?.kind === "prep") {
        const left = neighbour(syntax, neighbour(syntax, antecedent, -1), -1);
        if (phrases[left]?.kind === "np") return { phrase: left, theme: false };
      }
      if (phrases[antecedent]?.kind === "np") return { phrase: headOfChain(syntax, antecedent, true), theme: false };
      return { phrase: fallback, theme: false };
    }
    if (phrase.kind === "sub") {
      // "the panel that monitors": `that` tagged as a subordinator but with no subject of its own
      const left = neighbour(syntax, at, -1);
      if (fallback < 0 && view.lower(phrase.first) === "that" && phrases[left]?.kind === "np")
        return { phrase: headOfChain(syntax, left, true), theme: false };
      break;
    }
    if (phrase.kind === "stop") {
      if (view.lower(phrase.first) === "–" || view.lower(phrase.first) === "—") continue;
      break;
    }
    if (phrase.kind === "np") {
      // "Moscow, which last year hosted": when it was
      if (isTimePhrase(view, phrase.head) && /^(?:rel|np|comma)$/.test(phrases[neighbour(syntax, at, -1)]?.kind ?? "")) continue;
      const before = asideOpen ? neighbour(syntax, at, -1) : listOpener(syntax, at);
      const preposition = phrases[before];
      if (preposition?.kind === "prep") {
        if (preposition.clausal === true && !asideOpen) return { phrase: at, theme: false };
        fallback = at;
        at = before;
        continue;
      }
      // "Kim, general secretary of the party and president of the commission, on Friday received": past an apposition of several members
      const apposed = asideOpen ? hostOfApposition(syntax, at, before) : -1;
      if (apposed >= 0) return { phrase: headOfChain(syntax, apposed, true), theme: false };
      if (phrases[before]?.kind === "comma") {
        // An aside in commas before the verb: its host stands before the first comma, unless this is a list ("A, B and C said").
        const host = neighbour(syntax, before, -1);
        if (asideOpen && phrases[host]?.kind === "np" && !joinedBefore(syntax, at)) {
          // "the secretary-general of NATO, Jens Stoltenberg, met": the name says who it is
          const named = isPersonName(syntax, at) && !isPersonName(syntax, host);
          return { phrase: named ? at : headOfChain(syntax, host, true), theme: false };
        }
      }
      // "A resolution condemning Myanmar was vetoed": the object of a reduced clause between the subject and its verb
      const clause = phrases[before];
      const owner = neighbour(syntax, before, -1);
      if (clause?.kind === "vg" && clause.form === "gerund" && phrases[owner]?.kind === "np")
        return { phrase: headOfChain(syntax, owner, true), theme: false };
      return { phrase: at, theme: false };
    }
    if (phrase.kind === "comma") {
      asideOpen = true;
      continue;
    }
    if (phrase.kind === "cc") {
      // "drones made in Iran and sold to Russia": both reduced clauses are about the drones
      const reduced = nearestVerb(syntax, at);
      const partner = phrases[reduced];
      if (partner?.kind === "vg" && partner.form === "participle" && fallback < 0) return subjectOf(syntax, reduced, depth + 1);
      const left = verbBefore(syntax, at, true);
      if (left >= 0 && fallback < 0) return subjectOf(syntax, left, depth + 1);
      break;
    }
    if (phrase.kind === "vg") {
      if (phrase.form === "participle" || phrase.form === "gerund") {
        // A reduced clause between the subject and its verb: "the missiles supplied by Iran hit …"
        const inner = subjectOf(syntax, at, depth + 1);
        if (inner.phrase >= 0) return { phrase: inner.phrase, theme: false };
      }
      if (asideOpen) {
        const host = hostOfApposition(syntax, at + 1, at);
        if (host >= 0) return { phrase: headOfChain(syntax, host, true), theme: false };
        // "Iran, the minister said, has sold drones": the said-clause in commas stands between a subject and its verb
        const opening = saidClauseStart(syntax, at);
        if (opening < 0) {
          const aside = subjectOf(syntax, at, depth + 1);
          const opener = aside.phrase < 0 || aside.phrase >= at ? -1 : neighbour(syntax, aside.phrase, -1);
          if (phrases[opener]?.kind !== "rel") return aside;
          // "Egypt, at odds over the dam that Ethiopia has built, signed": past the aside's own relative clause
          at = opener;
          continue;
        }
        at = opening;
        asideOpen = false;
        continue;
      }
      break;
    }
  }
  return { phrase: fallback, theme: false };
}

/**
 * What stands before a noun phrase; where it closes a list that depends on a noun ("the defence chiefs of India and Australia"), the preposition before the list.
 * A person after states is not of that list: "the leader of Chad and Mahamat Nouri".
 */
function listOpener(syntax: SentenceSyntax, index: number): number {
  const before = neighbour(syntax, index, -1);
  if (!joinedBefore(syntax, index)) return before;
  const start = listStart(syntax, index);
  if (opensClause(syntax, index, start, before)) return before;
  const opener = neighbour(syntax, start, -1);
  const preposition = syntax.phrases[opener];
  if (preposition?.kind !== "prep" || preposition.clausal === true || isPersonName(syntax, index) !== isPersonName(syntax, start))
    return before;
  // "In Syria, Russia and Iran held": what opens the sentence governs its first noun phrase only
  return syntax.phrases[neighbour(syntax, opener, -1)]?.kind === "np" ? opener : before;
}

/** "condemned the attacks on its cities, and the Minister announced": two members take no comma, so that whoever follows a verb's object opens a clause. */
function opensClause(syntax: SentenceSyntax, index: number, start: number, conjunction: number): boolean {
  const comma = neighbour(syntax, conjunction, -1);
  const named = syntax.phrases[index];
  if (named?.kind !== "np" || syntax.view.widest(named.head) === undefined) return false;
  if (syntax.phrases[comma]?.kind !== "comma" || neighbour(syntax, comma, -1) !== start) return false;
  for (let at = start - 1; at >= 0; at--) {
    const phrase = syntax.phrases[at];
    if (phrase?.kind === "stop" || phrase?.kind === "sub" || phrase?.kind === "rel") return false;
    if (phrase?.kind === "vg") return phrase.form === "finite";
  }
  return false;
}

const isPersonName = (syntax: SentenceSyntax, index: number): boolean => {
  const phrase = syntax.phrases[index];
  const mention = phrase?.kind === "np" ? syntax.view.widest(phrase.last - 1) : undefined;
  return mention?.type === "Person" && mention.kind === "name";
};

/** Index of the comma that opens the said-clause whose verb is at `verb`; -1 where there is none or nothing stands before it. */
function saidClauseStart(syntax: SentenceSyntax, verb: number): number {
  const { phrases, view } = syntax;
  const group = phrases[verb];
  if (group?.kind !== "vg" || group.form !== "finite" || !SAYING_VERBS.has(view.lemma(group.head))) return -1;
  const subject = neighbour(syntax, verb, -1);
  const opening = phrases[subject]?.kind === "np" ? neighbour(syntax, subject, -1) : -1;
  return phrases[opening]?.kind === "comma" && phrases[neighbour(syntax, opening, -1)]?.kind === "np" ? opening : -1;
}

/** True where the noun phrase is the last of a coordination. */
function joinedBefore(syntax: SentenceSyntax, phrase: number): boolean {
  const before = syntax.phrases[neighbour(syntax, phrase, -1)];
  return before?.kind === "cc";
}

function infinitiveSubject(syntax: SentenceSyntax, group: number, depth: number): Subject {
  const { phrases, view } = syntax;
  // "calls for Russia to stop": who stands between "for" and the infinitive is its subject
  const own = neighbour(syntax, group, -1);
  const opener = phrases[neighbour(syntax, own, -1)];
  const actor = phrases[own];
  if (
    actor?.kind === "np" &&
    opener?.kind === "prep" &&
    view.lower(opener.first) === "for" &&
    ACTING.has(view.widest(actor.head)?.type ?? "")
  )
    return { phrase: own, theme: false, explicit: true };
  for (let at = group - 1; at >= 0; at--) {
    const phrase = phrases[at];
    if (!phrase || phrase.kind === "stop") break;
    if (phrase.kind === "rel" || (phrase.kind === "sub" && at < group - 1)) {
      if (phrase.kind === "rel") break;
      continue;
    }
    if (phrase.kind === "np" && INTENTION.has(view.lemma(phrase.head))) {
      // "the intention of Iran to withdraw", "Iran's plan to withdraw"
      const possessor = possessorIn(syntax, at);
      const named = possessor >= 0 ? possessor : modifierIn(syntax, at);
      if (named >= 0) return { phrase: at, theme: false, possessor: named };
      const owner = ownerOf(syntax, at);
      if (owner >= 0 && owner < group) return { phrase: owner, theme: false };
      // "oppose any attempt to produce it": anybody's
      if (view.lower(phrase.first) === "any" || view.lower(phrase.first) === "all") return { phrase: -1, theme: false, explicit: true };
      continue;
    }
    if (phrase.kind !== "vg") continue;
    if (phrase.form === "infinitive" && phrases[neighbour(syntax, group, -1)]?.kind === "cc" && !phrase.passive)
      return subjectOf(syntax, at, depth + 1);
    const between = neighbour(syntax, at, 1);
    if (phrase.passive || phrase.form === "participle") {
      // "shells used by the Kremlin to bombard Ukraine": who does it is the agent
      const by = phrases[between];
      const agent = phrases[neighbour(syntax, between, 1)];
      if (by?.kind === "prep" && view.lower(by.first) === "by" && agent?.kind === "np")
        return { phrase: neighbour(syntax, between, 1), theme: false };
    }
    if (isObjectControl(view.lemma(phrase.head)) && !phrase.passive) {
      const object = phrases[between];
      if (object?.kind === "np" && between < group) return { phrase: between, theme: false, explicit: true };
      if (object?.kind === "prep" && phrases[between + 1]?.kind === "np" && between + 1 < group)
        return { phrase: between + 1, theme: false, explicit: true };
    }
    return subjectOf(syntax, at, depth + 1);
  }
  // Headline or list item: "U.S. to send tanks"
  const before = neighbour(syntax, group, -1);
  return { phrase: phrases[before]?.kind === "np" ? headOfChain(syntax, before, false) : -1, theme: false };
}

/** The verb group that a participial clause hangs on: the nearest finite one before it, else after it. */
function mainVerbAround(syntax: SentenceSyntax, group: number): number {
  for (let at = group - 1; at >= 0; at--) {
    const phrase = syntax.phrases[at];
    if (phrase?.kind === "stop" && phrase.last - phrase.first === 1 && syntax.view.lower(phrase.first) === ";") break;
    if (phrase?.kind === "vg" && phrase.form !== "gerund" && phrase.form !== "participle") return at;
  }
  for (let at = group + 1; at < syntax.phrases.length; at++) {
    const phrase = syntax.phrases[at];
    if (phrase?.kind === "vg" && phrase.form === "finite") return at;
  }
  return -1;
}

function nearestVerb(syntax: SentenceSyntax, index: number): number {
  for (let at = index - 1; at >= 0; at--) {
    const kind = syntax.phrases[at]?.kind;
    if (kind === "vg") return at;
    if (kind === "stop" || kind === "sub" || kind === "rel" || kind === "comma") return -1;
  }
  return -1;
}

/** Nearest verb group before a conjunction, in the same clause. */
function verbBefore(syntax: SentenceSyntax, index: number, finite = false): number {
  for (let at = index - 1; at >= 0; at--) {
    const phrase = syntax.phrases[at];
    // "condemned the threatening actions and discussed": a gerund is no partner of a finite verb
    if (phrase?.kind === "vg" && phrase.form !== "participle" && !(finite && phrase.form === "gerund")) return at;
    if (phrase?.kind === "stop") return -1;
  }
  return -1;
}

/** First noun phrase of "NP of NP in NP"; where `nearest` is set, only over `of` and `under`. */
function headOfChain(syntax: SentenceSyntax, phrase: number, nearest: boolean): number {
  let at = phrase;
  for (;;) {
    const here = syntax.phrases[at];
    if (nearest && here?.kind === "np" && syntax.view.widest(here.head) !== undefined) return at;
    const before = neighbour(syntax, at, -1);
    const preposition = syntax.phrases[before];
    if (preposition?.kind !== "prep") return at;
    if (preposition.clausal === true) return at;
    const name = prepositionOf(syntax.view, preposition);
    if (nearest && name !== "of" && name !== "under" && name !== "for") return at;
    const left = neighbour(syntax, before, -1);
    if (syntax.phrases[left]?.kind !== "np") return at;
    at = left;
  }
}

/** Index of the first noun phrase of the list that `index` belongs to; brackets are stepped over. */
export function listStart(syntax: SentenceSyntax, index: number): number {
  const { phrases } = syntax;
  let at = index;
  for (let hops = 0; hops < 12; hops++) {
    let link = neighbour(syntax, at, -1);
    let linked = false;
    while (link >= 0) {
      const phrase = phrases[link];
      if (phrase?.kind === "cc" || phrase?.kind === "comma") linked = true;
      else if (phrase?.kind === "prep" && prepositionOf(syntax.view, phrase) === "as well as") linked = true;
      else if (phrase?.kind === "bracket") {
        const opening = bracketBefore(syntax, link);
        if (opening < 0) return at;
        link = opening;
      } else break;
      link = neighbour(syntax, link, -1);
    }
    if (!linked || phrases[link]?.kind !== "np" || closesSetting(syntax.view, phrases, link)) return at;
    at = link;
  }
  return at;
}

function bracketBefore(syntax: SentenceSyntax, index: number): number {
  for (let at = index - 1; at >= 0 && index - at < 8; at--) if (syntax.phrases[at]?.kind === "bracket") return at;
  return -1;
}

/** The verb group that the token stands in, where it stands in one. */
export const verbGroup = (syntax: SentenceSyntax, token: number): VerbGroup | undefined => {
  const phrase = syntax.phrases[syntax.at(token)];
  return phrase?.kind === "vg" ? phrase : undefined;
};

/** The noun phrase that the token stands in, where it stands in one. */
export const nounPhrase = (syntax: SentenceSyntax, token: number): NounPhrase | undefined => {
  const phrase = syntax.phrases[syntax.at(token)];
  return phrase?.kind === "np" ? phrase : undefined;
};
