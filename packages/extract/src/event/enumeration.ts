import { type EntityLookup, type Filler, fillersOf } from "./syntax/filler.ts";
import { neighbour, type SentenceSyntax, sentenceSyntax, subjectOf } from "./syntax/sentence-syntax.ts";
import type { TokenView } from "./syntax/token-view.ts";

/** Marks that open a member of a list: "(A)", "(iv)", "2.", "a)", a dash or a bullet. */
const MARK = /^(?:\(?(?:[a-z]|[ivx]+|\d{1,2})[.)]|[-–—•*])$/i;
/** How far back the line that all members hang on may stand, in sentences. */
const REACH = 24;

/**
 * Who does what the members of a list say, where only the line above names them: "North Korea has | (A) withdrawn from the armistice; and | (B) shelled the
 * island". Statutes, resolutions and treaties are written so. Empty for sentences that are no such member.
 */
export function stemSubject(view: TokenView, entities: EntityLookup, sentence: number): readonly Filler[] {
  if (!isOpenMember(view, sentence)) return [];
  for (let at = sentence - 1; at >= 0 && sentence - at < REACH; at--) {
    // A member beside this one, or below it
    if (/^[;,]$/.test(closing(view, at))) continue;
    // A list whose line above is a whole sentence has members that stand for themselves.
    if (/^[.!?]$/.test(closing(view, at))) return [];
    if (isOpenMember(view, at)) continue;
    const syntax = sentenceSyntax(view, at);
    const verb = syntax.phrases.findIndex((phrase) => phrase.kind === "vg" && phrase.form === "finite");
    const opening =
      verb >= 0
        ? subjectOf(syntax, verb).phrase
        : syntax.phrases.findIndex((phrase, index) => phrase.kind === "np" && index >= bodyOf(syntax));
    const subject = syntax.phrases[opening];
    return subject?.kind === "np" ? fillersOf(syntax, entities, subject.head) : [];
  }
  return [];
}

/** Last mark or word of a sentence, past a closing "and" or "or": ";" for a member that others follow. */
function closing(view: TokenView, sentence: number): string {
  const bounds = view.sentences[sentence];
  let last = (bounds?.last ?? 1) - 1;
  while (last > (bounds?.first ?? 0) && /^(?:and|or)$/.test(view.lower(last))) last--;
  return view.lower(last);
}

/** Number of phrases that the list's mark takes up at the beginning of the sentence; 0 where there is none. */
export function bodyOf(syntax: SentenceSyntax): number {
  const { view, phrases } = syntax;
  let mark = "";
  for (let token = syntax.first; token < Math.min(syntax.last, syntax.first + 3); token++) {
    mark += view.lower(token);
    if (!MARK.test(mark)) continue;
    // "(A)" rather than "A)" alone: to the end of the phrase that closes it
    if (mark.startsWith("(") && !mark.endsWith(")")) continue;
    const index = phrases.findIndex((phrase) => phrase.first > token);
    return index < 0 ? phrases.length : index;
  }
  return 0;
}

/** A member of a list that begins with its verb, or with a preposition, and so has no subject of its own. */
function isOpenMember(view: TokenView, sentence: number): boolean {
  const syntax = sentenceSyntax(view, sentence);
  const body = bodyOf(syntax);
  if (body === 0) return false;
  const kind = syntax.phrases[body]?.kind;
  const first = kind === "adv" || kind === "adj" || kind === "quote" ? syntax.phrases[neighbour(syntax, body, 1)] : syntax.phrases[body];
  return first?.kind === "prep" || (first?.kind === "vg" && first.form !== "infinitive" && !first.passive);
}
