import type { Mention } from "../annotated-document.ts";
import { wordTable } from "../word-table.ts";
import type { LinkState } from "./link-document.ts";
import type { Post } from "./posts.ts";

/** What a verb of leading makes of the one who does it. */
const LEADING: Readonly<Record<string, string>> = wordTable({
  led: "Leader",
  leads: "Leader",
  leading: "Leader",
  headed: "Head",
  heads: "Head",
  heading: "Head",
  commanded: "Commander",
  commands: "Commander",
  commanding: "Commander",
  chaired: "Chair",
  chairs: "Chair",
  chairing: "Chair",
});
const LED_BY =
  /^(?: \([^)]{2,20}\))?(?:,| which| that)*(?: (?:is|was|has been|had been|being|are|were))?(?: (?:now|currently|then|also|still|jointly|nominally))* (led|headed|commanded|chaired) by (?:the )?(?:\p{L}[\p{L}.'’-]* ){0,9}$/u;
const LEADS =
  /^(?:, who| who)?(?:,? (?:now|currently|also|still|has|had|who))* (leads|heads|commands|chairs|led|headed|commanded|chaired) (?:the )?$/u;
const BODY =
  /^(GovernmentBody|InternationalOrganization|MilitaryForce|ArmedGroup|Company|ResearchOrganization|MediaOrganization|Organization)$/;

/**
 * Posts that a verb gives where no title does: "CTF 50 is led by Commodore Andrew Burns", "Qaani, who commands the Quds Force". The title is
 * "Leader of …", "Commander of …", worded with the body's name as the text has it. A state has other words for its leaders.
 */
export function leaderPosts(state: LinkState): Post[] {
  const { text } = state.context.document;
  const names = state.mentions.filter(({ kind }) => kind !== "nominal" && kind !== "pronoun").sort((a, b) => a.start - b.start);
  const posts: Post[] = [];
  names.forEach((first, index) => {
    for (let at = index + 1; at < names.length; at++) {
      const next = names[at] as Mention;
      const gap = text.slice(first.end, next.start);
      if (next.sentence !== first.sentence || gap.length > 100) break;
      const isPassive = BODY.test(first.type) && next.type === "Person";
      const verb = isPassive ? LED_BY.exec(gap)?.[1] : first.type === "Person" && BODY.test(next.type) ? LEADS.exec(gap)?.[1] : undefined;
      const [body, person] = isPassive ? [first, next] : [next, first];
      // "commands the IRGC's Navy", "leads the EU delegation": the name only modifies who is led.
      if (
        verb === undefined ||
        (!isPassive &&
          /^(?:['’]| (?:delegation|team|effort|push|campaign|talks|investigation|mission)\b| \p{Lu})/u.test(
            text.slice(body.end, body.end + 16),
          ))
      )
        continue;
      const title = LEADING[verb] ?? "Leader";
      posts.push({
        person: person.entity,
        title: `${title} of ${body.text.replace(/\s+/g, " ")}`,
        aliases: [title],
        acting: false,
        evidence: { start: first.start, end: next.end },
        rule: "post.verb-of-leading",
        org: body.entity,
        predicates: [],
        first: pieceAt(state, first.start),
        last: pieceAt(state, next.end),
      });
    }
  });
  return posts;
}

/** Index of the first piece that begins at or behind `offset`. */
function pieceAt({ context: { pieces } }: LinkState, offset: number): number {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pieces[middle]?.start ?? 0) >= offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
