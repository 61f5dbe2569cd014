import { PERCEIVING_VERBS, SAYING_VERBS } from "./control-verb-table.ts";
import { closesSetting } from "./list-boundary.ts";
import { type NounPhrase, prepositionOf } from "./phrase.ts";
import { listStart, neighbour, nounPhrase, type SentenceSyntax } from "./sentence-syntax.ts";

/** Heads of the noun phrases coordinated with this one, it included, in text order. */
export function coordinated(syntax: SentenceSyntax, head: number): readonly number[] {
  const { phrases, view } = syntax;
  const index = syntax.at(head);
  const start = phrases[index];
  if (start?.kind !== "np") return [head];
  const left = extend(syntax, index, -1);
  const right = extend(syntax, index, 1);
  const list = [...left.reverse(), index, ...right];
  const heads = list.map((at) => (at === index ? head : (phrases[at] as NounPhrase).head));
  if (view.parsed) {
    for (const child of view.children(head)) {
      if (
        view.label(child) === "conj" &&
        nounPhrase(syntax, child) &&
        !heads.some((known) => syntax.at(known) === syntax.at(child)) &&
        !crossesVerb(syntax, head, child) &&
        !(child > head && speaks(syntax, syntax.at(child))) &&
        !belongsWithObject(syntax, index, child) &&
        !(child > head && behindComma(syntax, syntax.at(child)) && startsClause(syntax, syntax.at(child), true, index))
      )
        heads.push(child);
    }
  }
  return heads.sort((a, b) => a - b);
}

/** "convoys of Syria and Lebanon's Hezbollah": a name joined behind an of-phrase that ends in a name stands beside that one, not beside the common noun. */
function belongsWithObject(syntax: SentenceSyntax, index: number, child: number): boolean {
  const { phrases, view } = syntax;
  const own = phrases[index];
  const object = phrases[index + 2];
  if (own?.kind !== "np" || phrases[index + 1]?.kind !== "prep" || object?.kind !== "np" || syntax.at(child) <= index + 2) return false;
  const isName = (token: number): boolean =>
    view.widest(token)?.type !== "Person" && /^(?:name|acronym)$/.test(view.widest(token)?.kind ?? "");
  return view.widest(own.head) === undefined && isName(object.head) && isName(child) && phrases[index + 3]?.kind === "cc";
}

/** A comma parts the noun phrase from what stands before, a conjunction between them or not. */
function behindComma(syntax: SentenceSyntax, index: number): boolean {
  const before = neighbour(syntax, index, -1);
  return syntax.phrases[syntax.phrases[before]?.kind === "cc" ? neighbour(syntax, before, -1) : before]?.kind === "comma";
}

/** "hit the port, medics and officials said": those who stand before a verb of saying tell what the list is part of. */
function speaks(syntax: SentenceSyntax, index: number): boolean {
  let end = index;
  while (syntax.phrases[end + 1]?.kind === "cc" && syntax.phrases[end + 2]?.kind === "np") end += 2;
  const verb = syntax.phrases[neighbour(syntax, end, 1)];
  return verb?.kind === "vg" && verb.form === "finite" && SAYING_VERBS.has(syntax.view.lemma(verb.head));
}

function crossesVerb(syntax: SentenceSyntax, from: number, to: number): boolean {
  for (let at = syntax.at(from) + 1; at < syntax.at(to); at++) if (syntax.phrases[at]?.kind === "vg") return true;
  return false;
}

/** Indexes of noun phrases joined to `index` in one direction by commas and a conjunction; asides in brackets are stepped over. */
function extend(syntax: SentenceSyntax, index: number, step: 1 | -1): number[] {
  const found: number[] = [];
  let conjunction = false;
  let at = index;
  while (found.length < 30) {
    const link = linkFrom(syntax, at, step) ?? (step > 0 ? alikeBehind(syntax, index, at) : undefined);
    if (!link) break;
    if (conjunction && !link.joined && step > 0) break;
    if (step > 0 && startsClause(syntax, link.target, link.joined, index)) break;
    if (step < 0 && endsClause(syntax, index, link.target)) break;
    found.push(link.target);
    conjunction ||= link.joined;
    at = link.target;
  }
  // "with the help of Cuba and Nicaragua, the rebels": a pair that is complete before the comma
  if (step < 0 && conjunction && linkFrom(syntax, index, step)?.joined === false && !listGoesOn(syntax, index)) return [];
  if (conjunction) return found;
  if (found.length === 1 && isHeadlinePair(syntax, Math.min(index, found[0] ?? index), Math.max(index, found[0] ?? index))) return found;
  if (step < 0) return listGoesOn(syntax, index) ? found : [];
  // Commas alone are appositions, not lists, unless three or more names follow one another.
  return found.length >= 2 && found.every((position) => isNamed(syntax, position)) ? found : [];
}

/** "US, Britain strike Houthi targets": two countries before the verb, and nothing before them; no country is ever an aside to another. */
function isHeadlinePair(syntax: SentenceSyntax, left: number, right: number): boolean {
  const { phrases, view } = syntax;
  const verb = phrases[neighbour(syntax, right, 1)];
  return (
    left === 0 &&
    right === 2 &&
    verb?.kind === "vg" &&
    verb.form === "finite" &&
    [left, right].every((at) => {
      const phrase = phrases[at];
      const mention = phrase?.kind === "np" ? view.widest(phrase.head) : undefined;
      return mention?.type === "State" && mention.kind !== "demonym" && mention.last === phrase?.last;
    })
  );
}

/** The noun phrase next to `at` over commas and a conjunction, where nothing else stands between. */
function linkFrom(syntax: SentenceSyntax, at: number, step: 1 | -1): { readonly target: number; readonly joined: boolean } | undefined {
  const { phrases, view } = syntax;
  const person = isPerson(syntax, at);
  let position = (step > 0 && person ? pastAffiliation(syntax, at) : pastBracket(syntax, at, step)) + step;
  let joined = false;
  let linked = false;
  for (; position >= 0 && position < phrases.length; position += step) {
    const phrase = phrases[position];
    if (!phrase) return undefined;
    if (phrase.kind === "quote") continue;
    if (phrase.kind === "comma") linked = true;
    else if (phrase.kind === "cc" || (phrase.kind === "prep" && prepositionOf(view, phrase) === "as well as")) {
      linked = true;
      joined = true;
    } else if (phrase.kind === "bracket" && step < 0) {
      const opening = pastBracket(syntax, position + 1, -1);
      if (opening > position) return undefined;
      position = opening;
    } else {
      if (phrase.kind !== "np" || !linked || (step < 0 && closesSetting(view, phrases, position))) return undefined;
      return { target: step < 0 && person && !isPerson(syntax, position) ? affiliated(syntax, position) : position, joined };
    }
  }
  return undefined;
}

/**
 * "a terminal, a hotel near the residence of the governor and a substation": past what hangs on a member, the next one is told by the article that it shares
 * with the first: somewhere to be, or somebody else's, would be named outright or by "the".
 */
function alikeBehind(syntax: SentenceSyntax, first: number, at: number): { readonly target: number; readonly joined: boolean } | undefined {
  const { phrases } = syntax;
  if (!isCounted(syntax, first)) return undefined;
  let end = at;
  while (phrases[end + 1]?.kind === "prep" && phrases[end + 2]?.kind === "np" && end - at < 6) end += 2;
  if (end === at) return undefined;
  const link = linkFrom(syntax, end, 1);
  return link !== undefined && isCounted(syntax, link.target) ? link : undefined;
}

/** "a hotel", "two houses": the noun phrase brings in something new. */
function isCounted(syntax: SentenceSyntax, index: number): boolean {
  const phrase = syntax.phrases[index];
  if (phrase?.kind !== "np" || syntax.view.widest(phrase.head)?.kind === "name") return false;
  return /^(?:an?|another)$/.test(syntax.view.lower(phrase.first)) || syntax.view.tag(phrase.first) === "CD";
}

function isPerson(syntax: SentenceSyntax, index: number): boolean {
  const phrase = syntax.phrases[index];
  return phrase?.kind === "np" && syntax.view.widest(phrase.last - 1)?.type === "Person";
}

/** "Sullivan of the United States, Kitamura of Japan, and Suh of Korea": past what the person is of. */
function pastAffiliation(syntax: SentenceSyntax, index: number): number {
  const { phrases } = syntax;
  let at = index;
  while (phrases[at + 1]?.kind === "prep" && phrases[at + 2]?.kind === "np") at += 2;
  const link = phrases[at + 1];
  return at > index && (link?.kind === "comma" || link?.kind === "cc") ? at : pastBracket(syntax, index, 1);
}

/** The person before "of Japan"; the phrase itself where there is none. */
function affiliated(syntax: SentenceSyntax, index: number): number {
  let at = index;
  while (syntax.phrases[at - 1]?.kind === "prep" && syntax.phrases[at - 2]?.kind === "np") {
    at -= 2;
    if (isPerson(syntax, at)) return at;
  }
  return index;
}

const isNamed = (syntax: SentenceSyntax, position: number): boolean => {
  const phrase = syntax.phrases[position];
  return phrase?.kind === "np" && syntax.view.widest(phrase.head) !== undefined;
};

/** The list a noun phrase is in has its conjunction to the right of it. */
function listGoesOn(syntax: SentenceSyntax, index: number): boolean {
  const { phrases } = syntax;
  for (let at = index + 1; at < phrases.length; at++) {
    const phrase = phrases[at];
    if (phrase?.kind === "cc") return phrases[at + 1]?.kind === "np";
    if (phrase?.kind !== "np" && phrase?.kind !== "comma" && phrase?.kind !== "bracket") return false;
  }
  return false;
}

/** Index of the bracket that closes an aside next to `index`; `index` itself where there is none. */
function pastBracket(syntax: SentenceSyntax, index: number, step: 1 | -1): number {
  const { phrases, view } = syntax;
  const open = phrases[index + step];
  if (open?.kind !== "bracket") return index;
  if (step < 0 && view.lower(open.first) !== ")" && view.lower(open.first) !== "]") return index;
  for (let at = index + 2 * step; at >= 0 && at < phrases.length && Math.abs(at - index) < 8; at += step) {
    if (phrases[at]?.kind === "bracket") return at;
  }
  return index;
}

/** The noun phrase left of a conjunction ends the clause before: "… with partners, and he had talked". */
function endsClause(syntax: SentenceSyntax, index: number, target: number): boolean {
  const { phrases } = syntax;
  const verb = phrases[neighbour(syntax, index, 1)];
  if (verb?.kind !== "vg" || verb.form !== "finite") return false;
  const before = phrases[neighbour(syntax, listStart(syntax, target), -1)];
  // "said Armenia and Azerbaijan had agreed", "saw Serbia and Iran sell drones": the verb governs the clause, not its first noun
  if (before?.kind === "vg" && governsClause(syntax, before.head, verb.head)) return false;
  return (before?.kind === "prep" && before.clausal !== true) || before?.kind === "vg";
}

/** Both kinds of verb have a whole clause for their object. */
const governsClause = ({ view }: SentenceSyntax, verb: number, clause: number): boolean =>
  SAYING_VERBS.has(view.lemma(verb)) || (PERCEIVING_VERBS.has(view.lemma(verb)) && /^VBP?$/.test(view.tag(clause)));

/** A noun phrase after a comma or conjunction that is the subject of the next clause: "… to Ukraine, and Russia said". */
function startsClause(syntax: SentenceSyntax, at: number, joined: boolean, from: number): boolean {
  const { phrases } = syntax;
  let end = at;
  // "hit the port, medics and officials said": the pair before the verb is its subject
  while ((phrases[end + 1]?.kind === "prep" || phrases[end + 1]?.kind === "cc") && phrases[end + 2]?.kind === "np") end += 2;
  const verb = phrases[neighbour(syntax, pastAside(syntax, end), 1)];
  if (verb?.kind !== "vg" || verb.form !== "finite") return false;
  // The whole list is the verb's subject only where nothing governs its first member, or a noun that opens the clause does.
  const opener = neighbour(syntax, from, -1);
  const before = phrases[opener];
  // "The exercise involving India, Japan and Australia began": the list is the gerund's, its host the verb's subject
  const reduced = before?.kind === "vg" && before.form === "gerund" && neighbour(syntax, opener, -1) === 0;
  if (before?.kind === "vg" && PERCEIVING_VERBS.has(syntax.view.lemma(before.head)) && governsClause(syntax, before.head, verb.head))
    return false;
  if ((before?.kind === "prep" && before.clausal !== true && !opensSubject(syntax, opener)) || (before?.kind === "vg" && !reduced))
    return true;
  return !joined && !listGoesOn(syntax, from);
}

/** Phrases that an aside behind a subject may take. */
const ASIDE_REACH = 9;

/** "and a U.S. official, speaking on condition of anonymity, said": past the aside in commas that hangs on a subject; `index` where none stands there. */
function pastAside(syntax: SentenceSyntax, index: number): number {
  const { phrases } = syntax;
  const opener = phrases[index + 2];
  if (phrases[index + 1]?.kind !== "comma" || !(opener?.kind === "rel" || (opener?.kind === "vg" && opener.form !== "finite")))
    return index;
  for (let at = index + 3; at < Math.min(phrases.length, index + ASIDE_REACH); at++) if (phrases[at]?.kind === "comma") return at;
  return index;
}

/** "The leaders of Japan and China met": the preposition at `index` hangs on the noun phrase that the clause begins with. */
function opensSubject(syntax: SentenceSyntax, index: number): boolean {
  const { phrases, view } = syntax;
  const preposition = phrases[index];
  const host = neighbour(syntax, index, -1);
  if (preposition?.kind !== "prep" || phrases[host]?.kind !== "np") return false;
  if (!["of", "from", "between", "among", "by", "with", "like", "such as", "including"].includes(prepositionOf(view, preposition)))
    return false;
  let first = host;
  // "the coast guards of the members of the alliance"
  for (let link = neighbour(syntax, first, -1); ; link = neighbour(syntax, first, -1)) {
    const over = phrases[link];
    const left = neighbour(syntax, link, -1);
    if (over?.kind !== "prep" || prepositionOf(view, over) !== "of" || phrases[left]?.kind !== "np") break;
    first = left;
  }
  const before = phrases[neighbour(syntax, first, -1)];
  return before === undefined || before.kind === "stop" || before.kind === "sub" || (before.kind === "comma" && host > 1);
}
