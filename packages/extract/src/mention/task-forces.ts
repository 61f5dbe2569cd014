import type { MentionContext, MentionDraft } from "./context.ts";
import { piecesIn } from "./spans.ts";

/** Naval and combined task forces go by number: "Task Force 50", "Combined Task Force 151", "Task Force (CTF) 50", "CTF-151", "CJTF 7". */
const TASK_FORCE = /\b(?:((?:Combined |Joint |Multinational )*)Task Force(?: \([A-Z]{2,5}\))?|(C|J|CJ)?TF)[ -](\d{1,3}(?:\.\d{1,2})?)\b/g;

/** One entity a number, however it is written: whoever writes CTF 50 and Task Force 50 in one text means one force. */
export function taskForceDrafts(context: MentionContext): MentionDraft[] {
  const drafts: MentionDraft[] = [];
  for (const match of context.document.text.matchAll(TASK_FORCE)) {
    const range = piecesIn(context, match.index, match.index + match[0].length);
    if (range === undefined) continue;
    drafts.push({
      ...range,
      type: "MilitaryForce",
      kind: match[1] === undefined ? "acronym" : "name",
      name: `Task Force ${match[3]}`,
      rule: "force.numbered-task-force",
      confidence: 0.85,
      priority: 1,
    });
  }
  return drafts;
}
