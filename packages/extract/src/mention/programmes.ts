import type { MentionContext, MentionDraft } from "./context.ts";
import { piecesIn } from "./spans.ts";

const KIND =
  "(?:(?:unlawful |illicit |illegal |clandestine |covert |alleged |banned |prohibited )?(?:nuclear(?:[- ]weapons?)?|(?:ballistic|cruise|long-range) missiles?|missiles?|rocket|chemical(?:[- ]weapons?)?|biological(?:[- ]weapons?)?|weapons of mass destruction|WMD|weapons?|conventional weapons?|(?:uranium )?enrichment|plutonium|drone|UAV|space|satellite|bioweapons?|nuclear energy|civilian nuclear|submarine)(?: development| enrichment| activities)?)";
const PROGRAMMES = new RegExp(`\\b(${KIND}(?:(?:,? (?:and|or)|,|, and|, or) ${KIND})*) (program(?:me)?s?|projects)\\b`, "gi");

/** Weapons programmes, one entity a kind: "nuclear and ballistic missile programs" are two. The owner is found by the linker. */
export function programmeDrafts(context: MentionContext): MentionDraft[] {
  const drafts: MentionDraft[] = [];
  for (const match of context.document.text.matchAll(PROGRAMMES)) {
    const kinds = (match[1] as string).split(/,? (?:and|or) |, (?:and |or )?/i).filter((kind) => kind !== "");
    let from = match.index;
    kinds.forEach((kind, index) => {
      const start = context.document.text.indexOf(kind, from);
      const end = index === kinds.length - 1 ? match.index + match[0].length : start + kind.length;
      from = start + kind.length;
      const range = piecesIn(context, start, end);
      if (range === undefined) return;
      const plain = kind
        .toLowerCase()
        .replace(/^(unlawful|illicit|illegal|clandestine|covert|alleged|banned|prohibited) /, "")
        .replace(/s$/, "");
      drafts.push({
        ...range,
        type: "Programme",
        kind: "name",
        name: `${plain} program`,
        rule: "programme.kind",
        confidence: 0.85,
        priority: 2,
      });
    });
  }
  return drafts;
}
