import { type AcronymDefinition, findAcronyms } from "./acronyms.ts";
import type { MentionContext, MentionDraft } from "./context.ts";
import { describedNameDrafts } from "./described-names.ts";
import { gazetteerDrafts } from "./gazetteer.ts";
import { kindNameDrafts } from "./kind-names.ts";
import { organizationDrafts } from "./organization-names.ts";
import { type PersonSighting, personSightings } from "./person-names.ts";
import { phraseDrafts } from "./phrases.ts";
import { foldName } from "./pieces.ts";
import { placeDrafts } from "./place-names.ts";
import { programmeDrafts } from "./programmes.ts";
import { resolutionDrafts } from "./resolutions.ts";
import { rulerDrafts } from "./ruler-names.ts";
import { selectDrafts } from "./select-drafts.ts";
import { bareBodyDrafts, stateBodyDrafts } from "./state-body-names.ts";
import { taskForceDrafts } from "./task-forces.ts";
import { GIVEN_NAMES, TITLE_HEADS } from "./title-words.ts";
import { weaponModelDrafts } from "./weapon-models.ts";
import { weaponNameDrafts } from "./weapon-names.ts";

/** Names of a document before they are linked. */
export interface FoundNames {
  readonly drafts: readonly MentionDraft[];
  /** Descriptive phrases, which may enclose drafts. */
  readonly phrases: readonly MentionDraft[];
  readonly persons: readonly PersonSighting[];
  readonly acronyms: readonly AcronymDefinition[];
}

/** Gazetteer and name grammar over the pieces of a document; no tags needed. */
export function findNames(context: MentionContext): FoundNames {
  const gazetteer = gazetteerDrafts(context);
  const byStart = new Map(gazetteer.map((draft) => [draft.first, draft]));
  const states = new Map(gazetteer.filter((draft) => isStateName(draft)).map((draft) => [draft.first, draft]));
  const isTitleCase = titleCaseHeadline(context);
  const isShouted = shoutedLines(context);
  const organizations = organizationDrafts(context, states, byStart).filter(
    (draft) => !isShouted(draft.first) && (!isTitleCase(draft.first) || occursInBody(context, draft, isTitleCase)),
  );
  const bodies = stateBodyDrafts(context, states);
  const persons = personSightings(context, byStart).filter(
    (sighting) =>
      !organizations.some(
        (name) => name.first <= sighting.first && name.last >= sighting.last && name.last - name.first > sighting.last - sighting.first,
      ) &&
      !(isTitleCase(sighting.first) && /^(apposition|speech)$/.test(sighting.evidence)) &&
      !(isShouted(sighting.first) && isDoubtfulInCapitals(sighting)),
  );
  const personDrafts = persons.map(
    (sighting): MentionDraft => ({
      first: sighting.first,
      last: sighting.last,
      type: "Person",
      kind: "name",
      ...(sighting.known === undefined ? { name: sighting.words.join(" ") } : { entity: sighting.known }),
      rule: `person.${sighting.evidence}`,
      confidence: sighting.evidence === "speech" ? 0.7 : 0.9,
      priority: sighting.words.length > 1 ? 2 : 1,
    }),
  );
  // What weapons and ships are told by outright needs no second rule.
  const weapons = weaponNameDrafts(context, byStart).filter((draft) => !isShouted(draft.first) && !isTitleCase(draft.first));
  const armed = new Set(weapons.flatMap((draft) => Array.from({ length: draft.last - draft.first }, (_, at) => draft.first + at)));
  const named = [
    ...gazetteer.filter((draft) => draft.type !== "Person" && !(isShouted(draft.first) && isFunctionWord(draft, context))),
    ...organizations,
    ...bodies,
    ...bareBodyDrafts(context, states),
    ...rulerDrafts(context),
    ...resolutionDrafts(context),
    ...taskForceDrafts(context),
    ...weaponModelDrafts(context).filter((draft) => !isShouted(draft.first)),
    ...weapons,
    ...placeDrafts(context, byStart, new Set(persons.flatMap((sighting) => sighting.words.map(foldName)))).filter(
      (draft) => !isShouted(draft.first) && !isTitleCase(draft.first),
    ),
    ...programmeDrafts(context),
    ...describedNameDrafts(context, byStart).filter((draft) => !isShouted(draft.first)),
    ...kindNameDrafts(context, byStart).filter(
      (draft) => !isShouted(draft.first) && !isTitleCase(draft.first) && !(draft.type === "WeaponSystem" && armed.has(draft.first)),
    ),
    ...phraseDrafts(context, byStart).filter((draft) => !isShouted(draft.first)),
  ];
  const opaque = named.filter((draft) => draft.transparent !== true && !isDescriptive(draft, context));
  const phrases = named
    .filter((draft) => draft.transparent === true || isDescriptive(draft, context))
    .map((draft): MentionDraft => ({ ...draft, kind: "nominal", transparent: true }));
  // The names inside a descriptive phrase are looked up again, since the gazetteer took the phrase for one name.
  const inner = phrases.flatMap((phrase) => gazetteerDrafts(context, phrase.first, phrase.last, (form) => form.type !== phrase.type));
  const drafts = selectDrafts([...opaque, ...inner, ...personDrafts]);
  const enclosed = selectDrafts(phrases).filter(
    (phrase) =>
      !drafts.some(
        (draft) => draft.first <= phrase.first && draft.last >= phrase.last && draft.last - draft.first > phrase.last - phrase.first,
      ),
  );
  const acronyms = findAcronyms(context, drafts);
  const posts = acronymsOfPosts(context, acronyms);
  const { pieces } = context;
  return {
    drafts: posts.size === 0 ? drafts : drafts.filter(({ kind, first }) => kind !== "acronym" || !posts.has(pieces[first]?.text ?? "")),
    phrases: enclosed,
    persons,
    acronyms,
  };
}

/** "National Security Advisor (NSA)": in this text the letters stand for a post, whatever they stand for elsewhere. */
function acronymsOfPosts({ pieces }: MentionContext, acronyms: readonly AcronymDefinition[]): ReadonlySet<string> {
  return new Set(
    acronyms
      .filter(({ phrase, lettersAgree }) => phrase !== undefined && lettersAgree && TITLE_HEADS.has(pieces[phrase.last - 1]?.key ?? ""))
      .map(({ acronym }) => acronym),
  );
}

/**
 * "WHO", "US" and "IT" are pronouns where every word is in capitals; "PLAN", "ICE", "INDEPENDENT" are ordinary words rather than a navy, an agency and a
 * newspaper. All single words of the knowledge base that running text writes in small letters.
 */
const FUNCTION_WORDS = new Set(
  "who us it is as at an so no in on or if we he me my by can may will all any aid let plan sort start agency independent coalition isn harm shape ran south north car mid un nice peninsula intel diplomat ice arena economist pa telegraph pdf poles pla mirror guardian times sun post observer herald nation hill asia salt sam tow up act arms arrow".split(
    " ",
  ),
);
const isFunctionWord = (draft: MentionDraft, context: MentionContext): boolean =>
  draft.last - draft.first === 1 &&
  FUNCTION_WORDS.has(context.pieces[draft.first]?.key ?? "") &&
  !(context.pieces[draft.first]?.text ?? "").includes(".");

/** "war in Ukraine", "conflict in Gaza": a lower-case head with a name behind it describes rather than names. */
function isDescriptive(draft: MentionDraft, context: MentionContext): boolean {
  return (
    draft.type === "Conflict" &&
    draft.last - draft.first > 1 &&
    context.pieces.slice(draft.first, draft.last).some((piece) => /^(war|conflict|invasion|crisis|aggression)$/.test(piece.text))
  );
}

function isStateName(draft: MentionDraft): boolean {
  return (
    (draft.type === "State" || draft.type === "Territory") &&
    draft.kind !== "metonym" &&
    draft.readings?.some((reading) => reading.kind === "name" || reading.kind === "acronym" || reading.kind === "demonym") === true
  );
}

/** In a line of capitals only the gazetteer, a rank, or a known given name behind a title vouch for a person. */
function isDoubtfulInCapitals(sighting: PersonSighting): boolean {
  if (sighting.evidence === "knowledge-base") return false;
  if (!/^(title|rank|given-name)$/.test(sighting.evidence) || sighting.words.length > 3) return true;
  return sighting.evidence !== "rank" && !GIVEN_NAMES.has(foldName(sighting.words[0] ?? ""));
}

/** Whether a piece stands in a line written in capitals throughout (old wire reports): there capitals tell no names, only the gazetteer and titles do. */
function shoutedLines(context: MentionContext): (piece: number) => boolean {
  const { pieces } = context;
  const shouted = new Uint8Array(pieces.length);
  for (let first = 0; first < pieces.length; ) {
    let last = first + 1;
    while (last < pieces.length && pieces[last]?.lineStart === false) last++;
    const words = pieces.slice(first, last).filter((piece) => piece.kind === "word" && piece.text.length > 2);
    if (words.length >= 4 && words.filter((piece) => piece.text === piece.text.toUpperCase()).length / words.length > 0.8)
      shouted.fill(1, first, last);
    first = last;
  }
  return (piece) => shouted[piece] === 1;
}

/** Whether a piece stands in a headline that capitalises nearly every word: there capitals say nothing. */
function titleCaseHeadline(context: MentionContext): (piece: number) => boolean {
  const spans = context.document.regions
    .filter((region) => region.kind === "headline")
    .flatMap((region) => {
      const lines: { start: number; end: number }[] = [];
      for (const line of context.document.text.slice(region.start, region.end).matchAll(/[^\n]+/g)) {
        const words = line[0].split(/\s+/).filter((word) => /^\p{L}{4,}/u.test(word));
        const capital = words.filter((word) => /^\p{Lu}/u.test(word)).length;
        if ((words.length >= 4 && capital / words.length > 0.7) || (words.length >= 2 && capital === words.length))
          lines.push({ start: region.start + line.index, end: region.start + line.index + line[0].length });
      }
      return lines;
    });
  return (piece) => {
    const start = context.pieces[piece]?.start ?? -1;
    return spans.some((span) => start >= span.start && start < span.end);
  };
}

function occursInBody(context: MentionContext, draft: MentionDraft, isTitleCase: (piece: number) => boolean): boolean {
  const words = context.pieces.slice(draft.first, draft.last).map((piece) => piece.text);
  return context.pieces.some(
    (_, at) => at !== draft.first && !isTitleCase(at) && words.every((word, offset) => context.pieces[at + offset]?.text === word),
  );
}
