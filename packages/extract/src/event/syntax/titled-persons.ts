import type { Mention } from "../../annotated-document.ts";
import { DEICTIC_DAYS } from "./calendar-lexicon.ts";
import { prepositionOf } from "./phrase.ts";
import { neighbour, type SentenceSyntax } from "./sentence-syntax.ts";

/** Prepositions inside the long titles of office that stand before a name. */
const IN_TITLES = new Set(["of", "for", "to", "from", "on"]);

/** Heads of the posts that may stand apart from their holder's name. */
const POSTS = new Set(
  (
    "minister secretary director member president chairman chairwoman chair chief commander adviser advisor ambassador envoy general head executive representative premier chancellor leader " +
    "deputy undersecretary counselor counsellor coordinator commissioner governor speaker assistant administrator king queen prince emir sultan vice-president director-general secretary-general"
  ).split(" "),
);

/** As many phrases as the longest lists of delegates take. */
const REACH = 60;

/**
 * The people of a list in which every name closes a title of several phrases: "French Diplomatic Counselor to the President Emmanuel Bonne, German Foreign and
 * Security Policy Advisor Jens Ploetner and Head of the Presidential Office Andriy Yermak". The conjunctions and prepositions inside the titles part such a
 * list where phrases alone are looked at; that each member ends in a person's name holds it together. Empty where fewer than two people stand there.
 *
 * @param subject The list is the subject of the verb behind it. Default false: whoever stands right before a finite verb is no more of the list.
 */
export function titledPersons(syntax: SentenceSyntax, head: number, subject = false): readonly Mention[] {
  const { phrases, view } = syntax;
  const found: { readonly mention: Mention; readonly member: number }[] = [];
  let member = 0;
  let post = true;
  let linked = true;
  const start = syntax.at(head);
  for (let at = start; at < Math.min(phrases.length, start + REACH); at++) {
    const phrase = phrases[at];
    if (phrase === undefined) break;
    if (phrase.kind === "np") {
      const name = holderIn(syntax, phrase.first, phrase.last);
      if (linked) post = POSTS.has(view.lemma(phrase.head));
      // "the sister of President Kim": a name in a preposition phrase is somebody's whose post it closes, or nobody of the list
      if (name !== undefined && (linked || post)) {
        found.push({ mention: name, member });
        post = false;
      }
      linked = false;
    } else if (phrase.kind === "comma") {
      member++;
      linked = true;
    } else if (phrase.kind === "cc") linked = true;
    // ("members of the team including Foreign Minister Cohen": some of them by name)
    else if (phrase.kind === "prep" && /^(?:as well as|including)$/.test(prepositionOf(view, phrase))) linked = true;
    else if (phrase.kind === "bracket" || (phrase.kind === "prep" && IN_TITLES.has(prepositionOf(view, phrase)))) continue;
    else {
      // "met with Biden and Xi, and Wang and Blinken said": the pair before a finite verb is its subject
      if (phrase.kind === "vg" && phrase.form === "finite" && !subject) {
        const kept = found.filter((person) => person.member < member);
        return together(kept);
      }
      break;
    }
  }
  return together(found);
}

function together(found: readonly { readonly mention: Mention }[]): readonly Mention[] {
  const people = found.map(({ mention }) => mention);
  return new Set(people.map(({ entity }) => entity)).size < 2 ? [] : people;
}

/** The person whose name ends the phrase, a day behind it apart. */
function holderIn(syntax: SentenceSyntax, first: number, last: number): Mention | undefined {
  const { view } = syntax;
  // (taggers take the day into the phrase of the name before it)
  const end = DEICTIC_DAYS.has(view.lower(last - 1)) ? last - 1 : last;
  const mention = view.widest(end - 1);
  return mention?.type === "Person" && mention.kind !== "pronoun" && mention.first >= first && mention.last === end ? mention : undefined;
}

/** Head of the first phrase of the run of names, titles and links that ends in a verb's subject; `head` where the run hangs on a preposition or a verb. */
export function titledSubject(syntax: SentenceSyntax, head: number): number {
  const { phrases, view } = syntax;
  let first = syntax.at(head);
  for (let at = first - 1; at >= Math.max(0, first - REACH); at--) {
    const phrase = phrases[at];
    if (phrase?.kind === "np") {
      const opening = phrases[neighbour(syntax, at, -1)];
      if (opening === undefined || opening.kind === "stop" || opening.kind === "sub" || opening.kind === "comma") first = at;
    } else if (phrase?.kind === "prep" && IN_TITLES.has(prepositionOf(view, phrase))) continue;
    else if (phrase?.kind !== "comma" && phrase?.kind !== "cc" && phrase?.kind !== "bracket") break;
  }
  const start = phrases[first];
  return start?.kind === "np" ? start.head : head;
}
