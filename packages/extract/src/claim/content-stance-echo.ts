import type { ClaimDraft } from "./claim-draft.ts";
import { lemmaOf, lowerOf, mentionOver, type Reading } from "./reading.ts";

const ECHOING = /^(echo|second|parrot)$/;
const PEOPLE: ReadonlySet<string> = new Set(["Person", "Position", "State", "GovernmentBody", "InternationalOrganization", "Group"]);

/**
 * "The ambassador echoed him": the stance, certainty and polarity of whoever is echoed, from the last claim of his, else from the last claim before.
 * Echoing a thing ("echoed the warning", "echoed concerns") is decided by that thing and left as it is.
 */
export function echoedStances(reading: Reading, drafts: readonly ClaimDraft[]): readonly ClaimDraft[] {
  return drafts.map((draft) => {
    if (draft.cue === undefined || !ECHOING.test(lemmaOf(reading, draft.cue.first))) return draft;
    const object = draft.content[0];
    if (object === undefined || object.last - object.first > 6) return draft;
    const pronoun = /^(him|her|them|it)$/.test(lowerOf(reading, object.first));
    const mention = mentionOver(reading, object.first);
    if (!pronoun && (mention === undefined || !PEOPLE.has(mention.type) || mention.last < object.last - 1)) return draft;
    const before = drafts.filter((other) => other.sentence < draft.sentence && other.sentence > draft.sentence - 4);
    const last =
      before.findLast((other) => mention !== undefined && other.speaker.ids.includes(mention.entity)) ??
      (pronoun ? before.findLast((other) => !other.speaker.ids.some((id) => draft.speaker.ids.includes(id))) : undefined);
    // "Condemned the attack and said that the culprits must be found": of several points in a sentence the first is echoed.
    const echoed = before.find(
      (other) => last !== undefined && other.sentence === last.sentence && other.speaker.ids[0] === last.speaker.ids[0],
    );
    if (echoed === undefined) return draft;
    return { ...draft, stance: echoed.stance, certainty: echoed.certainty, polarity: echoed.polarity };
  });
}
