import { type MentionContext, type MentionDraft, nameOf } from "./context.ts";
import { NO_NAME_STARTS, nameHead } from "./name-heads.ts";
import { isAllCaps, isCapitalised, type Piece } from "./pieces.ts";
import { piecesIn } from "./spans.ts";
import { NOT_IN_NAMES, RANKS, TITLE_HEADS } from "./title-words.ts";
import { longestMatch } from "./token-trie.ts";

/** Kinds of ship, with the class that ships of the kind are of; `item/vessel` for those that are no weapons. */
const SHIP_KINDS: readonly (readonly [RegExp, string])[] = [
  [/^(destroyers?)$/, "weapon-category/destroyer"],
  [/^(frigates?)$/, "weapon-category/frigate"],
  [/^(corvettes?)$/, "weapon-category/corvette"],
  [/^(cruisers?)$/, "weapon-category/cruiser"],
  [/^(battleships?|dreadnoughts?)$/, "weapon-category/battleship"],
  [/^(carriers?)$/, "weapon-category/aircraft-carrier"],
  [/^(submarines?)$/, "weapon-category/submarine"],
  [/^(warships?|flagships?|gunboats?|minesweepers?|cutters?)$/, "weapon-category/warship"],
  [/^(boats?)$/, "weapon-category/patrol-boat"],
  [
    /^(tankers?|freighters?|ships?|vessels?|trawlers?|ferry|ferries|bulkers?|barges?|steamers?|liners?|icebreakers?|yachts?|tugboats?)$/,
    "item/vessel",
  ],
];
const SHIP_KIND = new RegExp(SHIP_KINDS.map(([kind]) => kind.source).join("|"));
/** Designations of a word and a number: "Hrim-2", "Samad-3", "Bora-12"; what they are, the noun beside them says. */
const DESIGNATION = /(?<![\p{L}\p{N}-])\p{Lu}\p{L}{2,}-\d{1,4}[A-Z]{0,2}s?(?![\p{L}\p{N}])/gu;
const TYPE_NUMBER = /(?<![\p{L}\p{N}-])(?:Type|Project|Mark|Mk\.?)[ -]\d{1,5}[A-Z]{0,2}(?![\p{L}\p{N}])/gu;
/** Classes too wide to make the word before them a model ("Houthi weapons"). */
const WIDE =
  /^weapon-category\/(weapon|military-equipment|ammunition|nuclear-weapon|nuclear-forces|strategic-assets|conventional-weapon|heavy-weapon|lethal-weapon|chemical-weapon|biological-weapon|weapon-of-mass-destruction|explosive|artillery-shell|military-aircraft|small-arms-and-light-weapons|firearm|strategic-nuclear-weapon|nuclear-warhead|nuclear-missile|naval-vessel|warship|paramilitary-police-equipment)$/;
/** Endings of adjectives, and adjectives of origin or camp: whose weapons they are, not what they are called. */
const ADJECTIVE = /(?:ian|ean|ese|ish|ic|ist|ern|ite|ite|al|ous|ive|ed|ing|ward|made|built)$/i;
const NO_MODELS =
  /^(western|soviet|allied|arab|muslim|kurdish|shiite|sunni|hutu|tutsi|serb|croat|pashtun|chechen|houthi|taliban|gulf|cold|star|covid|apollo|chapter|article|phase|resolution|group|class|type|model|block|more|two|many|several|army|navy|air)$/;

/**
 * Weapons and ships that no list knows, named beside a word for their kind: "the Hrim-2 ballistic missile", "Israeli Harop drones", "an Arleigh
 * Burke-class destroyer", "a Type 055 destroyer", "the tanker Marlin Luanda", "the ships Angara, Maria and Lady R", "an American ship, the Pumba".
 * The class of the kind is `broader`; a possessor is never part of the name.
 */
export function weaponNameDrafts(context: MentionContext, known: ReadonlyMap<number, MentionDraft>): MentionDraft[] {
  const owner = new Map<number, MentionDraft>();
  const ends = new Map<number, MentionDraft>();
  for (const draft of known.values()) {
    ends.set(draft.last, draft);
    for (let at = draft.first; at < draft.last; at++) owner.set(at, draft);
  }
  return [
    ...designations(context, known, ends),
    ...shipClasses(context, known, owner),
    ...modelsBeforeKind(context, known, owner),
    ...namedShips(context, owner),
    ...mines(context, known, ends),
  ];
}

const isKind = (draft: MentionDraft | undefined): draft is MentionDraft =>
  draft !== undefined && draft.type === "WeaponCategory" && draft.entity !== undefined;

/** The category that a noun names within three words behind piece `last`, over lower-case modifiers only. */
function kindBehind(pieces: readonly Piece[], last: number, known: ReadonlyMap<number, MentionDraft>): MentionDraft | undefined {
  for (let at = last; at < last + 4; at++) {
    const draft = known.get(at);
    if (isKind(draft)) return draft;
    const piece = pieces[at];
    if (
      piece === undefined ||
      piece.lineStart ||
      piece.kind === "mark" ||
      piece.kind === "possessive" ||
      (piece.kind === "word" && isCapitalised(piece))
    )
      return undefined;
    if (/^(and|or|of|in|on|at|to|for|with|by|from|was|were|is|are|as|that|which|the|a|an)$/.test(piece.key)) return undefined;
  }
  return undefined;
}

function designations(
  context: MentionContext,
  known: ReadonlyMap<number, MentionDraft>,
  ends: ReadonlyMap<number, MentionDraft>,
): MentionDraft[] {
  const { pieces } = context;
  const found: { first: number; last: number; name: string }[] = [];
  const classes = new Map<string, string>();
  for (const match of context.document.text.matchAll(DESIGNATION)) {
    const range = piecesIn(context, match.index, match.index + match[0].length);
    const name = match[0].replace(/(?<=\d)s$/, "");
    if (range === undefined || NO_MODELS.test(name.split("-")[0]?.toLowerCase() ?? "")) continue;
    found.push({ ...range, name });
    const before =
      ends.get(range.first) ??
      (/^(,|the|a)$/.test(pieces[range.first - 1]?.key ?? "") ? (ends.get(range.first - 1) ?? ends.get(range.first - 2)) : undefined);
    const kind = kindBehind(pieces, range.last, known) ?? (isKind(before) ? before : undefined);
    if (kind?.entity !== undefined) classes.set(name, kind.entity);
  }
  return found.flatMap(({ first, last, name }): MentionDraft[] => {
    const broader = classes.get(name);
    return broader === undefined ? [] : [system(context, first, last, name, broader, "weapon.designation")];
  });
}

const system = (context: MentionContext, first: number, last: number, name: string, broader: string, rule: string): MentionDraft => ({
  first,
  last,
  type: "WeaponSystem",
  kind: "name",
  name: name === "" ? nameOf(context, first, last) : name,
  broader: [broader],
  rule,
  confidence: 0.75,
  priority: 1,
});

/** "Arleigh Burke-class destroyer", "Karakurt-class corvettes", "Type 055 destroyer": the whole phrase names a class of ship or vehicle. */
function shipClasses(
  context: MentionContext,
  known: ReadonlyMap<number, MentionDraft>,
  owner: ReadonlyMap<number, MentionDraft>,
): MentionDraft[] {
  const { pieces } = context;
  const drafts: MentionDraft[] = [];
  const finish = (first: number, from: number, core: string): void => {
    const kind = kindBehind(pieces, from, known);
    if (kind?.entity === undefined) return;
    const noun = context.knowledge.entities.get(kind.entity)?.name ?? "";
    const listed = longestMatch(context.knowledge.aliases(), pieces, first);
    const entity =
      listed !== undefined && listed.last >= from ? listed.values.find((form) => form.type === "WeaponSystem")?.entity : undefined;
    const { name, broader, ...rest } = system(context, first, kind.last, `${core} ${noun}`.trim(), kind.entity, "weapon.class-of-ship");
    const whole = { ...rest, priority: 2 };
    drafts.push(
      entity === undefined
        ? { ...whole, ...(name === undefined ? {} : { name }), ...(broader === undefined ? {} : { broader }) }
        : { ...whole, entity },
    );
  };
  pieces.forEach((piece, at) => {
    // "Virginia class submarines": without the hyphen the name must be next to the word, and the word be small.
    const isOpen = piece.text === "class" && pieces[at - 1]?.kind === "word" && isCapitalised(pieces[at - 1] as Piece) && !piece.lineStart;
    if (piece.key !== "class" || !(isOpen || (pieces[at - 1]?.kind === "hyphen" && !pieces[at - 1]?.space))) return;
    let first = isOpen ? at : at - 1;
    while (
      first > 0 &&
      at - first < 5 &&
      pieces[first - 1]?.kind === "word" &&
      isCapitalised(pieces[first - 1] as Piece) &&
      !pieces[first]?.lineStart
    ) {
      const before = owner.get(first - 1);
      if (/^(State|Territory)$/.test(before?.type ?? "") && (isOpen || first < at - 1)) break;
      if (NO_NAME_STARTS.has(pieces[first - 1]?.key ?? "")) break;
      first--;
    }
    if (first < (isOpen ? at : at - 1) && !/^(first|world|business|working|middle|upper|lower)$/.test(pieces[first]?.key ?? ""))
      finish(first, at + 1, nameOf(context, first, at + 1));
  });
  for (const match of context.document.text.matchAll(TYPE_NUMBER)) {
    const range = piecesIn(context, match.index, match.index + match[0].length);
    if (range !== undefined) finish(range.first, range.last, match[0].replace("-", " "));
  }
  return drafts;
}

/** "Harop drones", "Storm Shadow cruise missiles": unknown capitals in mid-sentence before a lower-case word for a kind of weapon. */
function modelsBeforeKind(
  context: MentionContext,
  known: ReadonlyMap<number, MentionDraft>,
  owner: ReadonlyMap<number, MentionDraft>,
): MentionDraft[] {
  const { pieces } = context;
  const drafts: MentionDraft[] = [];
  for (const kind of known.values()) {
    if (!isKind(kind) || isCapitalised(pieces[kind.first] as Piece) || WIDE.test(kind.entity ?? "") || pieces[kind.first]?.lineStart)
      continue;
    let first = kind.first;
    while (first > 0 && kind.first - first < 3) {
      const piece = pieces[first - 1] as Piece;
      if (piece.kind !== "word" || !isCapitalised(piece) || owner.has(first - 1) || pieces[first]?.lineStart || !isModelWord(piece)) break;
      first--;
    }
    const before = pieces[first - 1];
    const isMidSentence = first > 0 && !pieces[first]?.lineStart && !/^[.!?:;"“”(]$/.test(before?.key ?? ".");
    // "Kim Il missiles": capitals that go on are somebody's or something's name.
    const goesOn =
      before !== undefined &&
      before.kind === "word" &&
      isCapitalised(before) &&
      !/^(State|Territory)$/.test(owner.get(first - 1)?.type ?? "") &&
      !NO_NAME_STARTS.has(before.key);
    if (
      first === kind.first ||
      !isMidSentence ||
      goesOn ||
      before?.kind === "hyphen" ||
      (before?.kind === "possessive" && kind.first - first > 2)
    )
      continue;
    drafts.push(system(context, first, kind.first, "", kind.entity as string, "weapon.name-before-kind"));
  }
  return drafts;
}

const isModelWord = (piece: Piece): boolean =>
  piece.text.length > 2 &&
  !isAllCaps(piece) &&
  !ADJECTIVE.test(piece.key) &&
  !NO_MODELS.test(piece.key) &&
  !NO_NAME_STARTS.has(piece.key) &&
  !TITLE_HEADS.has(piece.key) &&
  !RANKS.has(piece.key) &&
  !NOT_IN_NAMES.has(piece.key) &&
  nameHead(piece.text) === undefined;

/** "the tanker Marlin Luanda", "the Russian-flagged ships Angara, Maria and Lady R", "hit an American ship, the Pumba,". */
function namedShips(context: MentionContext, owner: ReadonlyMap<number, MentionDraft>): MentionDraft[] {
  const { pieces } = context;
  const drafts: MentionDraft[] = [];
  pieces.forEach((piece, at) => {
    if (piece.kind !== "word" || isCapitalised(piece) || !SHIP_KIND.test(piece.key)) return;
    const broader = SHIP_KINDS.find(([kind]) => kind.test(piece.key))?.[1] as string;
    const apposed = pieces[at + 1]?.key === "," && pieces[at + 2]?.key === "the";
    let from = apposed ? at + 3 : at + 1;
    if (/^["“]$/.test(pieces[from]?.key ?? "")) from++;
    const plural = /s$/.test(piece.key);
    for (;;) {
      const end = shipEnd(pieces, from, owner);
      if (end === from) return;
      const closes = pieces[end]?.key === "," || /^[.;)"”]$/.test(pieces[end]?.key ?? ".");
      if (apposed && !closes) return;
      drafts.push({ ...system(context, from, end, "", broader, "weapon.named-ship"), priority: 2 });
      if (!plural) return;
      let next = end;
      if (pieces[next]?.key === ",") next++;
      if (pieces[next]?.key === "and") next++;
      if (next === end) return;
      from = next;
    }
  });
  for (const match of context.document.text.matchAll(MERCHANT)) {
    const range = piecesIn(context, match.index, match.index + match[0].length);
    if (range !== undefined)
      drafts.push({ ...system(context, range.first, range.last, "", "item/vessel", "weapon.merchant-ship"), priority: 2 });
  }
  return drafts;
}

/** Prefixes of merchant ships: motor vessel, motor tanker, research vessel. */
const MERCHANT = /(?<![\p{L}\p{N}])(?:MV|M\/V|MT|M\/T|RV|R\/V|FV|LPG\/C) \p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]*){0,2}/gu;

/** End of a ship's name that begins at `from`: one to three capitals; a state, a body or a day is no ship. */
function shipEnd(pieces: readonly Piece[], from: number, owner: ReadonlyMap<number, MentionDraft>): number {
  let at = from;
  while (at < from + 4) {
    const piece = pieces[at];
    if (piece === undefined || (piece.lineStart && at > from)) break;
    const before = owner.get(at);
    // "ships HMS Ocean and USS Hopper": a navy's prefix is read elsewhere.
    if (at === from && piece.kind === "word" && isAllCaps(piece) && piece.text.length < 6) return from;
    if (before !== undefined && !/^(Place|Person|WeaponSystem)$/.test(before.type)) return from;
    // "Maia-1", "Ocean 7"
    if (at > from && piece.kind === "hyphen" && !piece.space && pieces[at + 1]?.kind === "number") {
      at += 2;
      continue;
    }
    if (at > from && piece.kind === "number" && piece.text.length < 4) {
      at++;
      continue;
    }
    if (piece.kind !== "word" || !isCapitalised(piece) || (at === from && (NO_NAME_STARTS.has(piece.key) || piece.text.length < 3))) break;
    at++;
  }
  return pieces[at]?.kind === "possessive" && at === from + 1 ? from : at;
}

/** "mortars, mines and rocket launchers", "laid mines": arms where they stand among arms or are laid; else they may be pits. */
function mines(context: MentionContext, known: ReadonlyMap<number, MentionDraft>, ends: ReadonlyMap<number, MentionDraft>): MentionDraft[] {
  const { pieces } = context;
  const drafts: MentionDraft[] = [];
  pieces.forEach((piece, at) => {
    if (!/^mines?$/.test(piece.text) || known.has(at)) return;
    const left = pieces[at - 1]?.key ?? "";
    const right = pieces[at + 1]?.key ?? "";
    const besideArms =
      (/^(,|and|or)$/.test(left) && isKind(ends.get(left === "and" && pieces[at - 2]?.key === "," ? at - 2 : at - 1))) ||
      (/^(,|and|or)$/.test(right) && isKind(known.get(right === "," && pieces[at + 2]?.key === "and" ? at + 3 : at + 2)));
    if (
      !besideArms &&
      !/^(laid|lay|lays|laying|planted|planting|unexploded|floating|remove|removing|clear|clearing|defuse|limpet|anti-ship|drifting)$/.test(
        left,
      )
    )
      return;
    drafts.push({
      first: at,
      last: at + 1,
      type: "WeaponCategory",
      kind: "name",
      entity: "weapon-category/landmine",
      rule: "weapon.mine",
      confidence: 0.75,
    });
  });
  return drafts;
}
