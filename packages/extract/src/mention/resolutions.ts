import type { MentionContext, MentionDraft } from "./context.ts";
import { piecesIn } from "./spans.ts";

/** "resolution 1718 (2006)", "Resolutions 1718, 1874 and 2397", "resolutions 660 (1990) of 2 August 1990, 661 (1990) of 6 August 1990", "UNSCR 2397", "Security Council resolutions 2254 (2015) and 2118". */
const NUMBERED =
  /(?:(?:(?:UN|U\.N\.|United Nations)(?: Security Council|SC| General Assembly)?(?:['’]s)?|(?:Security Council|General Assembly)(?:['’]s)?)\s+)?(?:[Rr]esolutions?|RESOLUTIONS?|UNSCRs?|UNGAR)(?:\s+(?:nos?\.|numbers?))?\s+(\d{1,4}(?:\/\d{1,3})?(?:\s*\(\d{4}\))?(?: of \d{1,2} \p{L}+ \d{4})?(?:\s*(?:,|;|and|or|as well as|&|,\s*and)\s*\d{1,4}(?:\s*\(\d{4}\))?(?: of \d{1,2} \p{L}+ \d{4})?)*)/gu;
/** Documents of a body cited by symbol: "resolution GOV/2645", "S/RES/2231". */
const SYMBOLS = /(?:[Rr]esolutions?\s+(?=GOV|GC))?((?<=esolutions?\s+)(?:GOV|GC)\/[\d/]{2,12}|(?:A|S)\/RES\/[\d/]{2,12}(?:\s?\(\d{4}\))?)/g;
/** Unnumbered ones: "(relevant) U.N. Security Council resolutions", "the Security Council's resolution against X". */
const DESCRIBED =
  /(?:multiple |relevant |various |several |all relevant |previous |past )?(?:(?:UN|U\.N\.|United Nations) )?(?:Security Council|UNSC|General Assembly|UN)(?:['’]s?)? (?:sanctions )?[Rr]esolutions?(?! \d)/g;
/** Those of bodies that do not number them go by their day: "its resolution of 18 July 1991". */
const DATED =
  /(?<=\b(?:[Ii]ts|[Tt]he|[Aa]|[Tt]his|[Tt]hat|[Tt]heir|Board['’]s|Council['’]s) )[Rr]esolution of (?:\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December)|(?:January|February|March|April|May|June|July|August|September|October|November|December) \d{1,2},) \d{4}/g;
/** Titles of the early ones: "154 (1960). Resolution of 23 August 1960". */
const TITLES = /^(\d{1,4}) \((?:19|20)\d{2}\)\. Resolution(?= of )/gm;
/** Subsidiary bodies go by the resolution that made them: "the Security Council Committee established pursuant to resolution 1718 (2006)" is the 1718 Committee. */
const COMMITTEES =
  /(?:(?:UN |United Nations )?Security Council )?(?:Sanctions )?Committee established (?:pursuant to|by|under|in accordance with) (?:its )?resolutions? (\d{3,4})(?: ?\(\d{4}\))?(?: concerning [^,.;]{3,60}?(?=[,.;]| of | on | to | in ))?/g;
const PRESENT = /\b(?:the |this )?(?:present|this) resolution\b/g;

/** Resolutions by number, symbol or description. A numbered one of the Security Council gets the id that its number gives, known or not. */
export function resolutionDrafts(context: MentionContext): MentionDraft[] {
  const { text } = context.document;
  const drafts: MentionDraft[] = [];
  const add = (start: number, end: number, draft: Omit<MentionDraft, "first" | "last">): void => {
    const range = piecesIn(context, start, end);
    if (range !== undefined) drafts.push({ ...range, ...draft });
  };
  for (const match of text.matchAll(NUMBERED)) {
    const list = match[1] as string;
    const listStart = match.index + match[0].length - list.length;
    // "resolution 687 (1991) and 5" goes on to a paragraph: only the plural opens a list.
    const isList = /(?:resolutions|RESOLUTIONS|UNSCRs)\b/i.test(match[0].slice(0, match[0].length - list.length));
    const isAssembly = /General Assembly|UNGAR/.test(match[0]) || /\d\//.test(list);
    let count = 0;
    for (const item of list.matchAll(/(?<![(\d])(\d{1,4}(?:\/\d{1,3})?)(?:\s*\((\d{4})\))?(?!\d)(?: of \d{1,2} \p{L}+ \d{4})?/gu)) {
      const number = item[1] as string;
      if (item.index > 0 && (list[item.index - 1] === "(" || !isList)) continue;
      const start = count === 0 ? match.index : listStart + item.index;
      const id = isAssembly ? `resolution/unga-${number.replace("/", "-")}` : `resolution/unsc-${number}`;
      const known = context.knowledge.entities.get(id);
      const name =
        known?.name ??
        (isAssembly ? `United Nations General Assembly Resolution ${number}` : `United Nations Security Council Resolution ${number}`);
      add(start, listStart + item.index + item[0].replace(/ of \d.*$/, "").length, {
        type: "Resolution",
        kind: "name",
        entity: id,
        name,
        rule: "resolution.number",
        confidence: 0.95,
        priority: 3,
      });
      count++;
    }
  }
  for (const match of text.matchAll(TITLES)) {
    const id = `resolution/unsc-${match[1]}`;
    add(match.index, match.index + match[0].length, {
      type: "Resolution",
      kind: "name",
      entity: id,
      name: context.knowledge.entities.get(id)?.name ?? `United Nations Security Council Resolution ${match[1]}`,
      rule: "resolution.title",
      confidence: 0.95,
      priority: 3,
    });
  }
  for (const match of text.matchAll(SYMBOLS)) {
    add(match.index, match.index + match[0].length, {
      type: "Resolution",
      kind: "name",
      name: (match[1] as string).replace(/^S\/RES\//, "S/RES/"),
      rule: "resolution.symbol",
      confidence: 0.9,
      priority: 3,
    });
  }
  for (const match of text.matchAll(DATED))
    add(match.index, match.index + match[0].length, {
      type: "Resolution",
      kind: "name",
      name: match[0].replace(/^R/, "r"),
      rule: "resolution.dated",
      confidence: 0.8,
      priority: 3,
    });
  for (const match of text.matchAll(DESCRIBED)) {
    const plural = /s$/i.test(match[0]);
    const body = /General Assembly/.test(match[0]) ? "UN General Assembly" : "UN Security Council";
    add(match.index, match.index + match[0].length, {
      type: "Resolution",
      kind: "name",
      name: `${body} resolution${plural ? "s" : ""}`,
      rule: "resolution.described",
      confidence: 0.8,
      transparent: true,
    });
  }
  for (const match of text.matchAll(COMMITTEES)) {
    add(match.index, match.index + match[0].length, {
      type: "InternationalOrganization",
      kind: "name",
      name: `${match[1]} Committee`,
      rule: "resolution.committee",
      confidence: 0.9,
      priority: 4,
    });
  }
  const own = ownNumber(context);
  if (own !== undefined) {
    for (const match of text.matchAll(PRESENT))
      add(match.index, match.index + match[0].length, {
        type: "Resolution",
        kind: "nominal",
        entity: own,
        rule: "resolution.present",
        confidence: 0.9,
        priority: 3,
      });
  }
  return drafts;
}

/** The number of the resolution that the document is, from its headline. */
function ownNumber(context: MentionContext): string | undefined {
  const head = context.document.regions.find((region) => region.kind === "headline");
  const match =
    head === undefined
      ? null
      : /^(?:UN |United Nations )?(?:Security Council )?Resolution (\d{1,4})/i.exec(context.document.text.slice(head.start, head.end));
  return match === null ? undefined : `resolution/unsc-${match[1]}`;
}
