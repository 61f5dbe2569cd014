import type { EntityType } from "../ontology.ts";
import { type MentionContext, type MentionDraft, nameOf } from "./context.ts";
import { ARMED_STARTS, CREEDS, FIGHTERS, LEGAL_FORMS, NAMING_NOUNS, type NamingNoun } from "./kind-name-table.ts";
import { NO_NAME_STARTS, nameHead } from "./name-heads.ts";
import { cutPieces, isAllCaps, isCapitalised, type Piece } from "./pieces.ts";
import { GIVEN_NAMES, RANKS, TITLE_HEADS } from "./title-words.ts";
import { longestMatch } from "./token-trie.ts";

/** Words a name of this sort has at most. */
const MAX_WORDS = 5;
const LINKS = /^(de|of|al|el|la|le|du|von|van|and|the)$/;
/** States and their people, bodies and posts are never what a common noun before them names. */
const OWNERS = /^(State|Territory|GovernmentBody|InternationalOrganization)$/;

/**
 * Names that no list knows, told by the common noun beside them: behind it ("the frigate La Fayette", "the rebel group Ansar Dine"), in apposition ("its
 * flagship, the Moskva"; "Sealine, a shipping firm,"), before fighters ("Ansar Dine militants"), and by a preposition in capitals ("Justice For Myanmar").
 */
export function kindNameDrafts(context: MentionContext, known: ReadonlyMap<number, MentionDraft>): MentionDraft[] {
  const { pieces } = context;
  const drafts: MentionDraft[] = [];
  const add = (first: number, last: number, type: EntityType, rule: string): void => {
    const draft = known.get(first);
    // The whole name is known, as a ship's namesake may be ("the carrier Charles de Gaulle").
    if (draft !== undefined && draft.last >= last && draft.type === type) return;
    drafts.push({
      first,
      last,
      type,
      kind: "name",
      name: nameOf(context, first, last),
      ...(type === "WeaponSystem" ? { broader: ["weapon-category/warship"] } : {}),
      rule,
      confidence: 0.7,
      priority: 3,
    });
  };
  const inside = new Set<number>();
  for (const { first, last } of known.values()) for (let at = first + 1; at < last; at++) inside.add(at);
  for (let at = 0; at < pieces.length; at++) {
    const piece = pieces[at] as Piece;
    if (piece.kind !== "word") continue;
    if (isCapitalised(piece)) {
      const form = legalFormAt(pieces, at);
      if (form > at) {
        const from = /^["“«]$/.test(pieces[form]?.text ?? "") ? form + 1 : form;
        const last = runFrom(pieces, from);
        if (last > from) {
          add(from > form ? from : at, last, "Company", "name.behind-legal-form");
          at = last - 1;
          continue;
        }
      }
      const whole = throughPreposition(pieces, at);
      if (whole > at) {
        add(at, whole, "Organization", "name.preposition-in-capitals");
        at = whole - 1;
      } else halfOfPair(context, at, drafts);
      // "Militants from Ansar al-Din": the first word of a sentence is capitalised whatever it is
      if (FIGHTERS.test(piece.key)) fightersOf(pieces, at, known, add);
      continue;
    }
    const row = NAMING_NOUNS.find((one) => one.noun.test(piece.key) && hasModifier(pieces, at, one));
    if (row !== undefined) {
      const from = nameStart(pieces, at, row);
      const last = runFrom(pieces, from);
      if (last > from && isNameOfKind(pieces, known, from, last, row)) add(from, last, row.type, "name.behind-its-kind");
      const before = apposedName(pieces, at, known, inside);
      if (before !== undefined && !(row.personal && GIVEN_NAMES.has(pieces[before.first]?.key ?? "")))
        add(before.first, before.last, row.type, "name.apposed-to-its-kind");
    }
    if (FIGHTERS.test(piece.key)) fightersOf(pieces, at, known, add);
  }
  return drafts;
}

/** End of a legal form that Russian and other registers write before the name ("Limited Liability Company Verus", "OOO Verus"); `at` where there is none. */
function legalFormAt(pieces: readonly Piece[], at: number): number {
  if (pieces[at - 1]?.kind === "word" && isCapitalised(pieces[at - 1] as Piece) && !pieces[at]?.lineStart) return at;
  for (const form of LEGAL_FORMS) {
    const end = at + form.length;
    if (form.every((word, offset) => pieces[at + offset]?.key === word && (offset === 0 || pieces[at + offset]?.lineStart === false)))
      return end;
  }
  return at;
}

const hasModifier = (pieces: readonly Piece[], at: number, row: NamingNoun): boolean => {
  if (row.modifier === undefined) return true;
  for (let before = at - 1; before >= Math.max(0, at - 3); before--) {
    const piece = pieces[before] as Piece;
    if (piece.kind !== "word" && piece.kind !== "hyphen") return false;
    if (row.modifier.test(piece.key)) return true;
    if (before === at - 1 && /^(a|an|its|their|his|this|that)$/.test(piece.key)) return false;
  }
  return false;
};

/** Behind the noun, over "called" or a comma of apposition with its article. */
function nameStart(pieces: readonly Piece[], noun: number, row: NamingNoun): number {
  let at = noun + 1;
  if (/^(called|named|dubbed)$/.test(pieces[at]?.key ?? "")) at++;
  else if (row.apposed === true && pieces[at]?.key === "," && pieces[at + 1]?.key === "the") at += 2;
  if (/^["“‘']$/.test(pieces[at]?.text ?? "")) at++;
  return at;
}

const isNameWord = (piece: Piece | undefined): boolean =>
  piece !== undefined && piece.kind === "word" && isCapitalised(piece) && !NO_NAME_STARTS.has(piece.key) && !TITLE_HEADS.has(piece.key);

/** End of the capitalised run that begins at `from`; small words only between capitals. */
function runFrom(pieces: readonly Piece[], from: number): number {
  let at = from;
  let words = 0;
  while (at < pieces.length && words < MAX_WORDS) {
    const piece = pieces[at] as Piece;
    if (piece.lineStart && at > from) break;
    if (isNameWord(piece) || (words > 0 && piece.kind === "number" && /^\d{1,3}$/.test(piece.key))) {
      at++;
      words++;
      continue;
    }
    // "al-Shabaab", "Jaysh al-Adl"
    const article = /^(al|el|ad|an|ar|as)$/.test(piece.key) && pieces[at + 1]?.kind === "hyphen" && isNameWord(pieces[at + 2]);
    if (article) {
      at += 3;
      words++;
      continue;
    }
    if (piece.kind === "hyphen" && !piece.space && words > 0 && isNameWord(pieces[at + 1]) && pieces[at + 1]?.space === false) {
      at += 2;
      continue;
    }
    if (words > 0 && piece.key === "of" && pieces[at + 1]?.key === "the" && isNameWord(pieces[at + 2])) {
      at += 2;
      continue;
    }
    if (words > 0 && piece.kind === "word" && LINKS.test(piece.key) && !/^(and|the)$/.test(piece.key) && isNameWord(pieces[at + 1])) {
      at++;
      continue;
    }
    break;
  }
  return words === 0 ? from : at;
}

/** What stands behind the noun names one of its kind: no country, rank or person where those are called so, and nothing that owns what follows. */
function isNameOfKind(
  pieces: readonly Piece[],
  known: ReadonlyMap<number, MentionDraft>,
  first: number,
  last: number,
  row: NamingNoun,
): boolean {
  const start = pieces[first] as Piece;
  const draft = known.get(first);
  if (draft !== undefined && OWNERS.test(draft.type)) return false;
  if (draft !== undefined && draft.type !== "Person" && draft.type !== "Place" && draft.last >= last) return false;
  if (draft?.type === "Person" && row.type !== "WeaponSystem") return false;
  if (RANKS.has(start.key) || (row.personal === true && GIVEN_NAMES.has(start.key))) return false;
  // "the ship Israel hit" is one that somebody hits
  const next = pieces[last];
  return !(draft?.type === "Place" && last - first === 1 && next?.kind === "word");
}

/** "Sealine, a Greek shipping firm, denied it": the name right before the apposition that ends in the noun at `noun`. */
function apposedName(
  pieces: readonly Piece[],
  noun: number,
  known: ReadonlyMap<number, MentionDraft>,
  inside: ReadonlySet<number>,
): { readonly first: number; readonly last: number } | undefined {
  if (!/^[,.;]$/.test(pieces[noun + 1]?.key ?? ",")) return undefined;
  let article = noun - 1;
  while (article > noun - 6 && article > 1 && pieces[article]?.kind !== "mark" && !/^(an?|the)$/.test(pieces[article]?.key ?? ""))
    article--;
  if (!/^an?$/.test(pieces[article]?.key ?? "") || pieces[article - 1]?.key !== ",") return undefined;
  const last = article - 1;
  let first = last;
  while (first > 0 && last - first < 3 && isNameWord(pieces[first - 1]) && !pieces[first]?.lineStart && !known.has(first - 1)) first--;
  // A surname may stand alone, too; two words of which the first is a given name are a person.
  if (last === first || GIVEN_NAMES.has(pieces[first]?.key ?? "") || nameHead(pieces[last - 1]?.text ?? "") !== undefined) return undefined;
  const before = pieces[first - 1];
  const opens = before === undefined || pieces[first]?.lineStart === true || /^(the|by|to|from|with|and|of|on|[,.;:“"])$/.test(before.key);
  for (let at = first; at < last; at++) if (inside.has(at)) return undefined;
  return opens ? { first, last } : undefined;
}

/** "Ansar Dine militants", "fighters of the Lions of the Valley". */
function fightersOf(
  pieces: readonly Piece[],
  noun: number,
  known: ReadonlyMap<number, MentionDraft>,
  add: (first: number, last: number, type: EntityType, rule: string) => void,
): void {
  let first = noun;
  // "the Joint Strike Fighter", "Specially Designated Global Terrorists": in capitals the noun is part of a name itself
  const isPlain = !isCapitalised(pieces[noun] as Piece);
  while (isPlain && first > 0 && noun - first < 3 && isNameWord(pieces[first - 1]) && !known.has(first - 1) && !pieces[first]?.lineStart)
    first--;
  const lead = pieces[first];
  const opens = first === 0 || lead?.lineStart === true || /^[.!?“"]$/.test(pieces[first - 1]?.key ?? "");
  if (
    first < noun &&
    lead !== undefined &&
    !CREEDS.test(lead.key) &&
    !CREEDS.test(pieces[noun - 1]?.key ?? "") &&
    !opens &&
    !known.has(first)
  ) {
    if (noun - first > 1 || isAllCaps(lead)) add(first, noun, "ArmedGroup", "name.before-fighters");
    return;
  }
  if (!/^(from|of)$/.test(pieces[noun + 1]?.key ?? "")) return;
  const hasArticle = pieces[noun + 2]?.key === "the";
  const from = hasArticle ? noun + 3 : noun + 2;
  const last = runFrom(pieces, from);
  if (last <= from || known.has(from)) return;
  const isPlural = hasArticle && /s$/.test(pieces[from]?.key ?? "") && last - from > 1;
  if (ARMED_STARTS.test(pieces[from]?.key ?? "") || isPlural) add(from, last, "ArmedGroup", "name.of-fighters");
}

/** "Justice For Myanmar", "Reporters Without Borders": a preposition is written in capitals only inside a name; end of the name, or `first`. */
function throughPreposition(pieces: readonly Piece[], first: number): number {
  const link = pieces[first + 1];
  // "Justice" and "Reporters" may be titles elsewhere
  if (NO_NAME_STARTS.has(pieces[first]?.key ?? "") || link === undefined || link.lineStart || !/^(For|Without|Beyond)$/.test(link.text))
    return first;
  if (!isNameWord(pieces[first + 2]) || pieces[first + 2]?.lineStart) return first;
  let last = first + 3;
  while (last < first + 6 && isNameWord(pieces[last]) && !pieces[last]?.lineStart) last++;
  // In a headline that capitalises every word a preposition in capitals says nothing.
  const around = [...pieces.slice(Math.max(0, first - 4), first), ...pieces.slice(last, last + 4)].filter(
    (piece) => piece.kind === "word" && piece.text.length > 2,
  );
  return around.some((piece) => !isCapitalised(piece)) ? last : first;
}

/** "North and South Korea": the first half is a state as well, where both names are known. */
function halfOfPair(context: MentionContext, at: number, drafts: MentionDraft[]): void {
  const { pieces, knowledge } = context;
  if (!/^(North|South|East|West)$/.test(pieces[at]?.text ?? "") || pieces[at + 1]?.key !== "and") return;
  if (!/^(North|South|East|West)$/.test(pieces[at + 2]?.text ?? "") || !isNameWord(pieces[at + 3]) || pieces[at + 3]?.lineStart) return;
  const written = cutPieces(`${pieces[at]?.text} ${pieces[at + 3]?.text}`);
  const match = longestMatch(knowledge.aliases(), written, 0);
  const form = match?.last === written.length ? match.values.find((value) => value.type === "State") : undefined;
  if (form !== undefined)
    drafts.push({
      first: at,
      last: at + 1,
      type: "State",
      kind: "name",
      entity: form.entity,
      rule: "name.half-of-pair",
      confidence: 0.85,
      priority: 3,
    });
}
