import type { MentionContext } from "../mention/context.ts";
import { longestMatch } from "../mention/token-trie.ts";

/**
 * Whose "foreign ministry" it is by what stands beside the words `[first, last)`: the capital behind ("the defense ministry in London"), the country of a
 * spokesperson whom the knowledge base has, or the capital that opens the sentence ("In Moscow, foreign ministry spokeswoman X"). Nothing where none does.
 */
export function ownerBeside({ pieces, knowledge }: MentionContext, first: number, last: number): string | undefined {
  const seatAt = (at: number): string | undefined =>
    longestMatch(knowledge.aliases(), pieces, at)?.values.find((form) => form.kind === "metonym" && form.type === "State")?.entity;
  if (pieces[last]?.key === "in") {
    const seat = seatAt(last + 1);
    if (seat !== undefined) return seat;
  }
  if (/^spokes/.test(pieces[last]?.key ?? "")) {
    const person = longestMatch(knowledge.aliases(), pieces, last + 1)?.values.find((form) => form.type === "Person")?.entity;
    const country = person === undefined ? undefined : knowledge.entities.get(person)?.country;
    if (country !== undefined) return country;
  }
  // "In Moscow, foreign ministry …"; and "Beijing disputed it. Foreign ministry spokesperson …": the last capital, this sentence or the one before.
  let stops = 0;
  for (let at = first - 1; at >= 0 && at > first - 24 && stops < 2; at--) {
    if (/^[.!?]$/.test(pieces[at]?.key ?? "")) stops++;
    if (pieces[at]?.kind !== "word") continue;
    const opens =
      at === 0 || pieces[at]?.lineStart === true || /^[.!?]$/.test(pieces[at - 1]?.key ?? "") || /^in$/.test(pieces[at - 1]?.key ?? "");
    const seat = opens ? seatAt(at) : undefined;
    if (seat !== undefined) return seat;
  }
  return undefined;
}
