import type { AliasForm } from "../knowledge-base/alias-forms.ts";
import type { MentionKind } from "../ontology.ts";
import type { MentionContext, MentionDraft, Reading } from "./context.ts";
import { isAllCaps, type Piece } from "./pieces.ts";
import { longestMatch } from "./token-trie.ts";

/** Words that, near an ambiguous weapon name, say that a weapon is meant. */
const WEAPON_CUES =
  /^(missiles?|systems?|tanks?|drones?|launchers?|batter(?:y|ies)|rockets?|interceptors?|defen[cs]e|howitzers?|helicopters?|jets?|aircraft|munitions?|warheads?|torpedo(?:es)?|ships?|carriers?|submarines?|vehicles?|guns?|artillery|bombers?|fighters?|uavs?|uav|fired|launched|downed|made|designed|built|air|anti)$/;
const COMPANY_CUES =
  /^(corp|inc|co|company|group|ag|gmbh|sa|spa|ab|shares|contracts?|maker|manufacturer|supplier|systems|drones?|mercenar(?:y|ies)|fighters|regiment|brigade|battalion|chief|private|analysts?|report|study|researchers?)$/;

/** Every place where a known alias stands, longest first from each piece; nested shorter aliases are left out. */
export function gazetteerDrafts(
  context: MentionContext,
  from = 0,
  to: number = context.pieces.length,
  accept?: (form: AliasForm) => boolean,
): MentionDraft[] {
  const { pieces, knowledge } = context;
  const trie = knowledge.aliases();
  const drafts: MentionDraft[] = [];
  for (let at = from; at < to; ) {
    const match = longestMatch(trie, pieces, at, accept);
    if (match === undefined) {
      at++;
      continue;
    }
    const forms = match.values.filter((form) => !form.needsCue || hasCue(pieces, match.first, match.last, form));
    const draft = forms.length === 0 ? undefined : toDraft(context, match.first, match.last, forms);
    if (draft !== undefined) drafts.push(draft);
    at = draft === undefined ? at + 1 : match.last;
  }
  return drafts;
}

function toDraft(context: MentionContext, first: number, last: number, forms: readonly AliasForm[]): MentionDraft | undefined {
  const { pieces } = context;
  // "non-nuclear weapons" are no nuclear weapons.
  if (
    pieces[first - 1]?.kind === "hyphen" &&
    !pieces[first]?.space &&
    /^(non|anti|counter)$/.test(pieces[first - 2]?.key ?? "") &&
    (forms[0]?.type === "WeaponCategory" || forms[0]?.type === "Item")
  )
    return undefined;
  const readings = forms.map((form): Reading => ({ entity: form.entity, type: form.type, kind: form.kind }));
  const best = readings.find((reading) => reading.kind !== "metonym" && reading.kind !== "contextual") ?? (readings[0] as Reading);
  return {
    first,
    last,
    type: best.type,
    kind: mentionKind(best.kind),
    entity: best.entity,
    readings,
    rule: `gazetteer.${best.kind}`,
    confidence: readings.length === 1 ? 0.95 : 0.8,
  };
}

function mentionKind(kind: Reading["kind"]): MentionKind {
  return kind === "contextual" ? "name" : kind;
}

/** Another acronym across a comma, a conjunction or a stroke. */
function isAcronymBeside(pieces: readonly Piece[], link: number, step: 1 | -1): boolean {
  if (!/^(?:,|and|or|\/|-|–)$/.test(pieces[link]?.key ?? "")) return false;
  const beyond = pieces[link + step];
  return beyond !== undefined && beyond.kind === "word" && beyond.text.length < 8 && isAllCaps(beyond);
}

/** A cue word within three words either side (five for weapons, which come in lists). */
function hasCue(pieces: readonly Piece[], first: number, last: number, form: AliasForm): boolean {
  const cues =
    form.type === "WeaponSystem"
      ? WEAPON_CUES
      : form.type === "Place" || form.type === "Agreement" || form.kind === "acronym"
        ? undefined
        : COMPANY_CUES;
  if (cues === undefined) {
    // A place that is an ordinary word needs a preposition of place; an agreement's acronym its head noun.
    if (form.type === "Place")
      return /^(in|near|from|at|around|outside|of)$/.test(pieces[first - 1]?.key ?? "") || pieces[last]?.key === ",";
    // "the AU said", "the UN, AU and ECOWAS": an acronym with an article, or among others
    if (form.type === "InternationalOrganization")
      return pieces[first - 1]?.key === "the" || isAcronymBeside(pieces, first - 1, -1) || isAcronymBeside(pieces, last, 1);
    return form.type === "Agreement" && /^(treaty|agreement|talks|convention|accord|protocol)$/.test(pieces[last]?.key ?? "");
  }
  const reach = form.type === "WeaponSystem" ? 5 : 3;
  for (let at = first - reach; at < last + reach; at++) {
    if (at >= first && at < last) continue;
    const piece = pieces[at];
    if (piece !== undefined && cues.test(piece.key)) return true;
  }
  return false;
}
