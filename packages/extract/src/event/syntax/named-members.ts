import { coordinated } from "./coordination.ts";
import { prepositionOf } from "./phrase.ts";
import { neighbour, type SentenceSyntax } from "./sentence-syntax.ts";

/** Collectives of states that a list behind them spells out. */
const COLLECTIVES = new Set("country nation state government ally partner neighbor neighbour member".split(" "));
/** How such a list opens. */
const OPENERS = new Set(["including", "namely"]);

/** "the three Baltic states: Latvia, Lithuania and Estonia", "its neighbours – Peru, Chile and Brazil": a list of states right behind a colon or dash. */
function spelledOut(syntax: SentenceSyntax, index: number): readonly number[] {
  const { phrases, view } = syntax;
  const mark = phrases[index + 1];
  const first = phrases[index + 2];
  if (mark === undefined || !/^[:–—-]+$/.test(view.lower(mark.first)) || first?.kind !== "np") return [];
  const list = coordinated(syntax, first.head).filter((at) => at >= first.first);
  return list.length > 1 && list.every((at) => view.widest(at)?.type === "State") ? list : [];
}
/** How examples follow it without a comma. */
const EXAMPLES = new Set(["like", "such as", "including"]);

/** "partners, among them Germany, Spain and Italy", "countries, including Japan and Korea": heads of the list that says who a collective is; empty where none does. */
export function namedMembers(syntax: SentenceSyntax, head: number): readonly number[] {
  const { phrases, view } = syntax;
  if (!COLLECTIVES.has(view.lemma(head)) && !COLLECTIVES.has(view.lower(head).replace(/s$/, ""))) return [];
  const index = syntax.at(head);
  const spelled = spelledOut(syntax, index);
  if (spelled.length > 0) return spelled;
  const mark = phrases[index + 1];
  // "nations like Belarus and Iran", "countries such as Japan"
  if (mark?.kind === "prep" && EXAMPLES.has(prepositionOf(view, mark))) {
    const example = phrases[neighbour(syntax, index + 1, 1)];
    return example?.kind === "np" ? coordinated(syntax, example.head).filter((at) => at >= example.first) : [];
  }
  if (mark?.kind !== "comma" && mark?.kind !== "stop" && mark?.kind !== "bracket") return [];
  const opener = phrases[index + 2];
  if (opener?.kind !== "prep") return [];
  const among = view.lower(opener.first) === "among" && view.lower(opener.last) === "them";
  if (!among && !OPENERS.has(view.lower(opener.first))) return [];
  const first = phrases[neighbour(syntax, among ? index + 3 : index + 2, 1)];
  return first?.kind === "np" ? coordinated(syntax, first.head).filter((at) => at >= first.first) : [];
}
