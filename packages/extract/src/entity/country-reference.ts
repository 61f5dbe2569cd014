import type { DocumentEntity, Mention } from "../annotated-document.ts";
import type { LinkState } from "./link-document.ts";
import { mentionOver } from "./mention-builder.ts";
import type { TextView } from "./text-view.ts";

/** The longest title between a country and its holder, in words. */
const TITLE_LENGTH = 7;

/** "Norway's minister said that his country would send tanks", "the minister insisted that the country seeks no bomb": the country of the only person before it. */
function homeOfSpeaker(state: LinkState, view: TextView, token: number): Mention | undefined {
  const own = /^(his|her)$/.test(view.lower(token - 1));
  const here = state.mentions.filter(({ sentence, end }) => sentence === view.sentence(token) && end <= view.start(token - 1));
  const states = here.filter(({ type, kind }) => type === "State" && kind !== "demonym" && kind !== "pronoun");
  // "her country's allies" are others
  if (own && view.tag(token + 1) === "POS") return undefined;
  if (!own && (view.lower(token - 1) !== "the" || states.length > 0)) return undefined;
  const people = here.filter(({ type, kind }) => type === "Person" && (own || kind !== "pronoun"));
  const person = people.at(-1);
  if (person === undefined || new Set(people.map(({ entity }) => entity)).size > 1) return undefined;
  // "Norway's minister, Bjorn Gram": where nothing is known of the person, the state right before the title
  const beside = here.findLast(({ type, last }) => type === "State" && last <= person.first && person.first - last < TITLE_LENGTH);
  const country =
    state.table.entities.get(person.entity)?.country ??
    state.context.knowledge.entities.get(person.entity)?.country ??
    (own ? beside?.entity : undefined);
  return countryOfHolder(state, view, token, country, 0.65);
}

/** "the country", "his country" at a token, taken for the country of whoever holds the post; undefined where it is not known. */
function countryOfHolder(
  state: LinkState,
  view: TextView,
  token: number,
  country: string | undefined,
  confidence: number,
): Mention | undefined {
  const entity = country === undefined ? undefined : state.table.known(country);
  return entity === undefined ? undefined : takenUp(state, view, token, entity, "coreference.country-of-post-holder", confidence);
}

function takenUp(
  state: LinkState,
  view: TextView,
  token: number,
  { id, type }: Pick<DocumentEntity, "id" | "type">,
  rule: string,
  confidence: number,
): Mention | undefined {
  return mentionOver(state.context.analysis, view.start(token - 1), view.end(token), {
    entity: id,
    type,
    kind: "nominal",
    rule,
    confidence,
  });
}

/** The state that "the country", "his country" takes up; undefined where two are within reach. */
export function countryBefore(state: LinkState, view: TextView, token: number): Mention | undefined {
  const limit = view.start(token);
  // "Shin Wonsik, the country's defense minister": the holder's own country, whatever state was named last (L18).
  const holder = view.lower(token - 2) === "," ? view.name(token - 3) : undefined;
  if (holder?.type === "Person") {
    const country = state.context.knowledge.entities.get(holder.entity)?.country;
    return countryOfHolder(state, view, token, country, 0.75);
  }
  const home = homeOfSpeaker(state, view, token);
  if (home !== undefined) return home;
  let best: Mention | undefined;
  for (const mention of state.mentions) {
    if (mention.type !== "State" || mention.end > limit || mention.kind === "nominal" || mention.kind === "pronoun") continue;
    if (view.sentence(token) - mention.sentence > 1) continue;
    if (best === undefined || mention.start > best.start) best = mention;
  }
  // Two different states within reach leave it open (L18).
  const rivals = new Set(
    state.mentions
      .filter(
        (mention) =>
          mention.type === "State" &&
          mention.end <= limit &&
          mention.kind !== "nominal" &&
          mention.kind !== "pronoun" &&
          view.sentence(token) - mention.sentence <= 1,
      )
      .map((mention) => mention.entity),
  );
  if (best === undefined || rivals.size > 1) return undefined;
  return takenUp(state, view, token, { id: best.entity, type: best.type }, "coreference.the-country", 0.6);
}
