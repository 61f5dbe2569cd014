import type { Mention } from "../annotated-document.ts";
import { bodyOf } from "./enumeration.ts";
import type { Happening } from "./event-coreference.ts";
import { type SentenceSyntax, sentenceSyntax } from "./syntax/sentence-syntax.ts";
import type { TokenView } from "./syntax/token-view.ts";

const words = (text: string): ReadonlySet<string> => new Set(text.split(" "));

/** What a line above a list must speak of for its members to be sanctioned by it. */
const MEASURES = words("sanction designate designation redesignate redesignation blacklist designee sdn");
/** What takes the measures back. */
const LIFTING = words("lift remove delist ease waive suspend terminate revoke unblock removal delisting");
const LISTED = new Set<string>([
  "Person",
  "Company",
  "ArmedGroup",
  "Organization",
  "GovernmentBody",
  "ResearchOrganization",
  "MediaOrganization",
  "WeaponSystem",
]);
/** A longer list is one act with many targets; in a short one each member has its own description, and is told as an act of its own. */
const SHORT = 4;

interface List {
  readonly lead: number;
  readonly members: readonly { readonly sentence: number; readonly mention: Mention }[];
}

/** Those whom a list below "The following were designated:" names: every member that opens with a person, firm, body or ship is a target. */
export function withListedTargets(view: TokenView, happenings: readonly Happening[]): readonly Happening[] {
  let told = happenings;
  for (const list of listsOf(view)) told = withList(view, list, told);
  return told;
}

function listsOf(view: TokenView): readonly List[] {
  const lists: List[] = [];
  for (let lead = 0; lead < view.sentences.length; lead++) {
    if (!announces(view, lead)) continue;
    const members: { sentence: number; mention: Mention }[] = [];
    let at = lead + 1;
    for (; at < view.sentences.length; at++) {
      const syntax = sentenceSyntax(view, at);
      const body = bodyOf(syntax);
      const mention = opening(syntax, body);
      // Without a mark a member is a bare name with its description
      if (body === 0 && (mention === undefined || mention.first !== syntax.first || syntax.phrases.some(isClause))) break;
      if (mention) members.push({ sentence: at, mention });
    }
    if (members.length > 0) lists.push({ lead, members });
    lead = Math.max(lead, at - 1);
  }
  return lists;
}

const isClause = (phrase: SentenceSyntax["phrases"][number]): boolean => phrase.kind === "vg" && phrase.form === "finite";

/** Ends with a colon and speaks of sanctions, itself or (where it is as short as "This includes:") in the line above it. */
function announces(view: TokenView, sentence: number): boolean {
  const bounds = view.sentences[sentence];
  if (!bounds || view.lower(bounds.last - 1) !== ":") return false;
  const above = view.sentences[sentence - 1];
  const own = lemmas(view, bounds.first, bounds.last);
  const before = above && bounds.last - bounds.first <= 6 ? lemmas(view, above.first, above.last) : [];
  const all = [...own, ...before];
  return all.some((lemma) => MEASURES.has(lemma)) && !all.some((lemma) => LIFTING.has(lemma));
}

const lemmas = (view: TokenView, first: number, last: number): readonly string[] =>
  Array.from({ length: last - first }, (_, index) => view.lemma(first + index));

/** Who is named in the noun phrase that opens a member of the list: "Russian elite Gennady Timchenko, his companies". */
function opening(syntax: SentenceSyntax, body: number): Mention | undefined {
  const phrase = syntax.phrases[body];
  if (phrase?.kind !== "np") return undefined;
  for (let token = phrase.first; token < phrase.last; token++) {
    const mention = syntax.view.widest(token);
    if (mention && LISTED.has(mention.type) && (mention.kind === "name" || mention.kind === "acronym") && mention.last >= phrase.head)
      return mention;
  }
  return undefined;
}

function withList(view: TokenView, { lead, members }: List, happenings: readonly Happening[]): readonly Happening[] {
  const isSanction = ({ type }: Happening): boolean => type === "Sanction";
  const tells = (happening: Happening, sentence: number): boolean => happening.occurrences[0]?.sentence === sentence;
  const of =
    happenings.find((one) => isSanction(one) && tells(one, lead)) ?? happenings.find((one) => isSanction(one) && tells(one, lead - 1));
  const earlier = happenings.findLast(
    (one) => isSanction(one) && (one.roles.actor?.length ?? 0) > 0 && (one.occurrences[0]?.sentence ?? lead) <= lead,
  );
  const actor = (of?.roles.actor?.length ?? 0) > 0 ? of?.roles.actor : earlier?.roles.actor;
  const model = of ?? earlier;
  const first = model?.occurrences[0];
  const { tokens } = view;
  const span = (sentence: number): { start: number; end: number } => {
    const bounds = view.sentences[sentence];
    return { start: tokens.start[bounds?.first ?? 0] ?? 0, end: tokens.end[(bounds?.last ?? 1) - 1] ?? 0 };
  };
  const untold = members.filter(
    ({ sentence, mention }) =>
      !happenings.some((one) => isSanction(one) && tells(one, sentence) && one.roles.target?.includes(mention.entity) === true),
  );
  if (untold.length === 0) return happenings;
  const told = (targets: readonly string[], sentence: number, trigger: number): Happening => ({
    type: "Sanction",
    roles: { ...(actor === undefined || actor.length === 0 ? {} : { actor }), target: targets },
    quantity: [],
    ...(model?.time === undefined ? {} : { time: model.time }),
    occurrences: [
      {
        evidence: span(sentence),
        trigger,
        sentence,
        factuality: first?.factuality ?? { polarity: "positive", certainty: "certain", mode: "actual", cues: [] },
        rule: "Sanction.listed",
        confidence: 0.7,
      },
    ],
    keys: [],
    links: [],
    background: false,
  });
  const one = members.length > SHORT;
  const added = one
    ? [told([...new Set(members.map(({ mention }) => mention.entity))], lead, view.sentences[lead]?.first ?? 0)]
    : untold.map(({ sentence, mention }) => told([mention.entity], sentence, mention.head));
  // "the following individuals", "a new list of officials": who they are is said below
  const spent = of !== undefined && tells(of, lead) && (one || points(view, lead));
  const kept = spent ? happenings.filter((happening) => happening !== of) : happenings;
  const at = kept.findIndex((happening) => (happening.occurrences[0]?.sentence ?? 0) > lead);
  return at < 0 ? [...kept, ...added] : [...kept.slice(0, at), ...added, ...kept.slice(at)];
}

/** The line above says no more than that those below are meant. */
function points(view: TokenView, sentence: number): boolean {
  const bounds = view.sentences[sentence];
  return bounds !== undefined && lemmas(view, bounds.first, bounds.last).some((lemma) => lemma === "following" || lemma === "follow");
}
