import { listStart, neighbour, type SentenceSyntax } from "./sentence-syntax.ts";

/** Whoever a participle is said of without being named: "those sanctioned". */
const UNNAMED = /^(?:those|individuals?|people|persons|entities|companies|firms|officials|targets?|group|ones)$/;
/** What an inverted clause may open with: "Also designated", "Among those killed". */
const OPENERS = /^(?:also|additionally|separately|further|similarly|likewise|concurrently|and|among|amongst)$/;
/** How many phrases may part the participle from its copula: "today", "by Britain", "under the order". */
const REACH = 7;

/**
 * "Also designated today is Farid Moradi", "Among those sanctioned are …", "Those listed by Britain include …": head of whom the complement names as the one
 * to whom the participle at `trigger` is done; -1 in any other clause. English puts a new and heavy subject last.
 */
export function namedInComplement(syntax: SentenceSyntax, trigger: number): number {
  const { phrases, view } = syntax;
  const index = syntax.at(trigger);
  const group = phrases[index];
  if (group?.kind !== "vg" || group.head !== trigger || view.tag(trigger) !== "VBN" || group.last - group.first > 1) return -1;
  let at = index - 1;
  const host = phrases[at];
  const unnamed = host?.kind === "np" && UNNAMED.test(view.lower(host.head));
  if (unnamed) at = listStart(syntax, at) - 1;
  let opened = unnamed;
  for (; at >= 0; at--) {
    const phrase = phrases[at];
    if (phrase === undefined || phrase.kind === "comma") continue;
    if (phrase.kind === "stop") break;
    if (!OPENERS.test(view.lower(phrase.first)) || phrase.last - phrase.first > 1) return -1;
    opened = true;
  }
  if (!opened) return -1;
  for (let next = index + 1; next < Math.min(phrases.length, index + REACH); next++) {
    const phrase = phrases[next];
    if (phrase?.kind === "stop" || phrase?.kind === "rel" || phrase?.kind === "sub") return -1;
    if (phrase?.kind !== "vg") continue;
    if (phrase.form !== "finite" || !/^(?:be|include)$/.test(view.lemma(phrase.head)) || phrase.passive) return -1;
    const complement = phrases[neighbour(syntax, next, 1)];
    return complement?.kind === "np" ? complement.head : -1;
  }
  return -1;
}
