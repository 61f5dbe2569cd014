import type { Mention } from "../annotated-document.ts";
import type { SourceDocument } from "../document/source-document.ts";
import type { LinkState } from "./link-document.ts";
import { personsOf } from "./person-registry.ts";

/** Wordings that only one state's offices use in what they issue. Read off their letterheads, time zones and law citations. */
const LETTERHEADS: readonly (readonly [string, RegExp])[] = [
  [
    "state/usa",
    /\bTHE WHITE HOUSE\b|\b\d{1,2}:\d\d [AP]\.M\. E[SD]T\b|\bU\.S\.C\.|United States Code|\bPub(?:lic|\.) L(?:aw|\.) \d|by the authority vested in me as President|\bmy fellow Americans\b|\bTHE (?:VICE )?PRESIDENT: |\bSENIOR ADMINISTRATION OFFICIAL: /,
  ],
  ["state/gbr", /\bHM Government\b|\bHis Majesty[’']s Government\b|\bHer Majesty[’']s Government\b|\bin the House of Commons\b/],
];
/** Kinds of text that an office issues in its own name. */
const ISSUED =
  /\b(?:statement|readout|remarks|press (?:briefing|gaggle|release|call|conference)|background|fact sheet|memorandum|executive order|proclamation|letter|message|address|speech|joint statement|determination|presidential|nominee|nominations?)\b/i;

/**
 * The state whose office issued the document: by letterhead, else by the first office holder or office that the headline of an issued text names
 * ("Statement from President Joe Biden on …", "Readout of Secretary Blinken's Call"). `undefined` for news and for texts of nobody's office.
 */
export function homeState(state: LinkState): string | undefined {
  const { document, knowledge } = state.context;
  const known = homes.get(state);
  if (known !== undefined) return known;
  let letterhead = letterheads.get(document);
  if (letterhead === undefined) {
    letterhead = LETTERHEADS.find(([, pattern]) => pattern.test(document.text))?.[0] ?? "";
    letterheads.set(document, letterhead);
  }
  const home = letterhead === "" ? issuerState(state) : letterhead;
  const found = home !== undefined && knowledge.entities.has(home) ? home : undefined;
  // While names are still being linked a headline may yet gain its office holder.
  if (found !== undefined) homes.set(state, found);
  return found;
}

const homes = new WeakMap<LinkState, string>();
/** The state whose letterhead a document bears, "" for none: read once, for most documents bear none and are asked for every title. */
const letterheads = new WeakMap<SourceDocument, string>();

function issuerState(state: LinkState): string | undefined {
  const { document, knowledge } = state.context;
  const headline = document.regions.find((region) => region.kind === "headline");
  if (headline === undefined || !ISSUED.test(document.text.slice(headline.start, headline.end))) return undefined;
  const named = state.mentions
    .filter((mention) => mention.start >= headline.start && mention.end <= headline.end && /^(Person|GovernmentBody)$/.test(mention.type))
    .sort((a, b) => a.start - b.start)[0];
  return named === undefined
    ? undefined
    : (state.table.entities.get(named.entity)?.country ?? knowledge.entities.get(named.entity)?.country);
}

/**
 * Who is meant by "the President", "the Vice President", "the Prime Minister" in what a state's office issued: its own, on the day. Another state's only where
 * the sentence names that state or its holder and nothing of the issuer's. `rival` is the holder of such a post who was named last.
 */
export function ownHolder(state: LinkState, words: readonly string[], sentence: number, rival: string | undefined): string | undefined {
  const home = homeState(state);
  const title = OWN_POSTS.get(words.join(" "));
  if (home === undefined || title === undefined) return undefined;
  const { knowledge, document } = state.context;
  const countryOf = (person: string): string | undefined =>
    knowledge.entities.get(person)?.country ?? state.table.entities.get(person)?.country;
  if (rival !== undefined && countryOf(rival) === home) return undefined;
  const here = state.mentions.filter((mention) => mention.sentence === sentence && mention.kind !== "pronoun");
  const isAbout = (country: string): boolean =>
    here.some((mention: Mention) => mention.entity === country || (mention.type === "Person" && countryOf(mention.entity) === country));
  const rivalCountry = rival === undefined ? undefined : countryOf(rival);
  if (rivalCountry !== undefined && isAbout(rivalCountry) && !isAbout(home)) return undefined;
  // A readout of the Vice President's meeting with a foreign President, who is the only one that it names.
  const isNamed = (person: string): boolean => state.mentions.some((mention) => mention.entity === person && mention.kind === "name");
  const published = document.published;
  const holders = personsOf(knowledge, home).filter((entity) =>
    entity.positions.some(
      (position) =>
        title.test(position.title) &&
        (published === undefined || ((position.from ?? "") <= published && (position.to === undefined || published <= position.to))),
    ),
  );
  const holder =
    published === undefined
      ? holders.find(({ id }) => state.mentions.some((mention) => mention.entity === id))
      : holders.length === 1
        ? holders[0]
        : undefined;
  if (holder === undefined || (rival !== undefined && !isNamed(holder.id) && isInHeadline(state, rival))) return undefined;
  return state.table.known(holder.id)?.id;
}

function isInHeadline({ context: { document }, mentions }: LinkState, person: string): boolean {
  const headline = document.regions.find((region) => region.kind === "headline");
  return (
    headline !== undefined && mentions.some(({ entity, start, end }) => entity === person && start >= headline.start && end <= headline.end)
  );
}

const OWN_POSTS: ReadonlyMap<string, RegExp> = new Map([
  ["president", /^President of (?!the (?:General|Security|European|Senate))/],
  ["vice president", /^Vice President of /],
  ["prime minister", /^Prime Minister/],
  ["chancellor", /^Chancellor$|^Chancellor of (?!the Exchequer)/],
]);
