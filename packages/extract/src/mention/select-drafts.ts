import type { MentionDraft } from "./context.ts";

/**
 * The winners among overlapping drafts: the longer first, half a piece of length for each point of priority, then the earlier; of two equal ones
 * that which the knowledge base knows. So a name inside a longer name never comes out on its own.
 */
export function selectDrafts(
  drafts: readonly MentionDraft[],
  blocked: readonly { readonly first: number; readonly last: number; readonly types: ReadonlySet<string> }[] = [],
): MentionDraft[] {
  const weight = (draft: MentionDraft): number => draft.last - draft.first + (draft.priority ?? 0) / 2;
  const ranked = drafts
    .filter((draft) => !blocked.some((span) => draft.first >= span.first && draft.last <= span.last && span.types.has(draft.type)))
    .map((draft, order) => ({ draft, order }))
    .sort(
      (a, b) =>
        weight(b.draft) - weight(a.draft) ||
        a.draft.first - b.draft.first ||
        Number(b.draft.entity !== undefined) - Number(a.draft.entity !== undefined) ||
        a.order - b.order,
    );
  const chosen: MentionDraft[] = [];
  const occupied = new Set<number>();
  for (const { draft } of ranked) {
    let free = true;
    for (let at = draft.first; at < draft.last && free; at++) free = !occupied.has(at);
    if (!free) continue;
    for (let at = draft.first; at < draft.last; at++) occupied.add(at);
    chosen.push(draft);
  }
  return chosen.sort((a, b) => a.first - b.first);
}
