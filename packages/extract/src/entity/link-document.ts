import type { Analysis, Quotation } from "@chancery/nlp";
import type { DocumentEntity, Mention } from "../annotated-document.ts";
import type { ExtractedConflict, ExtractedRelation } from "../extraction.ts";
import { stateBodyPattern } from "../knowledge-base/state-bodies.ts";
import { type MentionContext, type MentionDraft, nameOf, textOf } from "../mention/context.ts";
import type { FoundNames } from "../mention/find-names.ts";
import { nameHead } from "../mention/name-heads.ts";
import { cutPieces, foldName, isCapitalised, type Piece } from "../mention/pieces.ts";
import { longestMatch } from "../mention/token-trie.ts";
import { BODY_TYPES } from "../ontology.ts";
import { markArmedLeaders } from "./armed-leaders.ts";
import { ownerBeside } from "./body-owner.ts";
import { createEntityTable, type EntityTable } from "./entity-table.ts";
import { addGroups } from "./groups.ts";
import { addHeadlineConflicts } from "./headline-conflicts.ts";
import { homeState } from "./home-state.ts";
import { certainEntities, chooseReading, type LinkEvidence, latestYear } from "./link-names.ts";
import { type LinkedPerson, linkPersons } from "./link-persons.ts";
import { type MentionContent, mentionAt } from "./mention-builder.ts";
import { addNominals } from "./nominals.ts";
import { addPostRelations } from "./post-relations.ts";
import { type PieceSpan, readPosts, readPronounPosts, titleSpansOf } from "./posts.ts";
import { addPronouns } from "./pronouns.ts";
import { addStatedRelations } from "./stated-relations.ts";
import { textView } from "./text-view.ts";

/** What linking adds to a document's analysis. */
export interface LinkedDocument {
  readonly entities: ReadonlyMap<string, DocumentEntity>;
  readonly mentions: readonly Mention[];
  readonly relations: readonly ExtractedRelation[];
  readonly conflicts: readonly ExtractedConflict[];
  /** The state whose office issued the text. */
  readonly home?: string;
}

/** The state of linking that later passes (posts, coreference) read and add to. */
export interface LinkState {
  readonly context: MentionContext & { readonly analysis: Analysis };
  readonly table: EntityTable;
  readonly mentions: Mention[];
  readonly persons: LinkedPerson[];
  /** Pieces that a name mention covers, by piece → mention. */
  readonly covered: Map<number, Mention>;
  readonly relations: ExtractedRelation[];
  readonly conflicts: ExtractedConflict[];
  /** Plain forms of the names of entities that were compared already. */
  readonly plainNames: WeakMap<DocumentEntity, readonly string[]>;
}

/** Links every draft to an entity, then reads what the text itself defines (acronyms, surnames). */
export function linkNames(context: MentionContext & { readonly analysis: Analysis }, names: FoundNames): LinkState {
  const state: LinkState = {
    context,
    table: createEntityTable(context.knowledge),
    mentions: [],
    persons: [],
    covered: new Map(),
    relations: [],
    conflicts: [],
    plainNames: new WeakMap(),
  };
  const evidence = evidenceOf(context, names.drafts);
  const defined = new Map<string, string>();
  const linkedDrafts = new Map<MentionDraft, string>();
  // Known names and longer new ones first, so that a short form finds the name that it shortens.
  const ordered = [...names.drafts].sort(
    (a, b) =>
      Number(a.entity === undefined) - Number(b.entity === undefined) ||
      (a.entity === undefined ? b.last - b.first - (a.last - a.first) : 0) ||
      a.first - b.first,
  );
  for (const draft of ordered) {
    if (draft.type === "Person") continue;
    const content = linkDraft(state, draft, evidence);
    if (content === undefined) continue;
    linkedDrafts.set(draft, content.entity);
    addMention(state, draft.first, draft.last, content);
  }
  // Longer phrases first as well: "the security treaty" of a text is its "tripartite security treaty".
  for (const draft of [...names.phrases].sort((a, b) => phraseRank(b) - phraseRank(a))) {
    const content = linkDraft(state, draft, evidence);
    const mention =
      content === undefined
        ? undefined
        : mentionAt(context.analysis, context.pieces, draft.first, draft.last, { ...content, kind: "nominal" });
    if (mention !== undefined) state.mentions.push(mention);
  }
  state.persons.push(...linkPersons(state, names.persons));
  for (const definition of names.acronyms) {
    const target = definition.draft === undefined ? undefined : linkedDrafts.get(definition.draft);
    let entity = target === undefined ? undefined : state.table.entities.get(target);
    if (entity === undefined && definition.phrase !== undefined) {
      const phrase = definition.phrase;
      if (hasCover(state, phrase.first, phrase.last)) continue;
      const name = nameOf(context, phrase.first, phrase.last);
      const capital = isCapitalised(context.pieces[phrase.first] as Piece);
      if (!capital) continue;
      const present = state.covered.get(definition.first);
      const known = present === undefined ? undefined : state.table.entities.get(present.entity);
      const head = nameHead(context.pieces[phrase.last - 1]?.text ?? "");
      if (known !== undefined && sharesWords(name, known)) entity = known;
      else if (head !== undefined) entity = state.table.named(head.type, name);
      else {
        // The text uses the letters for something that is no entity here ("Maritime Domain Awareness (MDA)"): nobody else's acronym either.
        if (present !== undefined && known !== undefined) dropAcronym(state, definition.acronym);
        continue;
      }
      addMention(state, phrase.first, phrase.last, {
        entity: entity.id,
        type: entity.type,
        kind: "name",
        rule: "acronym.full-name-beside",
        confidence: 0.7,
      });
    }
    if (entity === undefined || entity.type === "Person") continue;
    if (defined.has(definition.acronym)) continue;
    if (!definition.lettersAgree && !acceptsLoosely(context, definition.acronym, entity)) continue;
    defined.set(definition.acronym, entity.id);
    if (!entity.aliases.includes(definition.acronym) && entity.name !== definition.acronym)
      state.table.update({ ...entity, aliases: [...entity.aliases, definition.acronym] });
    relinkAcronym(state, definition.acronym, entity, definition.lettersAgree);
  }
  return state;
}

/** Agreements without a name are told by their words, the fuller wording first; the order of all else stays. */
const phraseRank = (draft: MentionDraft): number => (draft.rule === "agreement.described" ? draft.last - draft.first : 100);

function evidenceOf(context: MentionContext, drafts: readonly MentionDraft[]): LinkEvidence {
  const states = new Set<number>();
  const stateEnds = new Set<number>();
  for (const draft of drafts) {
    if (
      draft.type !== "State" &&
      draft.type !== "Territory" &&
      !draft.readings?.some((reading) => reading.kind === "metonym" && reading.type === "State")
    )
      continue;
    states.add(draft.first);
    stateEnds.add(draft.last - 1);
  }
  return {
    certain: certainEntities(drafts),
    latestYear: latestYear(context),
    isState: (piece, direction) => (direction === "after" ? states.has(piece) : stateEnds.has(piece)),
  };
}

function linkDraft(state: LinkState, draft: MentionDraft, evidence: LinkEvidence): MentionContent | undefined {
  const { context, table } = state;
  if (draft.readings !== undefined && draft.rule.startsWith("gazetteer")) {
    const choice = chooseReading(context, draft, evidence);
    if (choice === undefined) {
      // A name whose known bearers are all of a later time still names something.
      return draft.type === "Forum" && draft.kind === "name" && draft.readings.every((reading) => reading.kind === "name")
        ? {
            entity: table.named("Forum", nameOf(context, draft.first, draft.last)).id,
            type: "Forum",
            kind: "name",
            rule: "gazetteer.other-time",
            confidence: 0.6,
          }
        : undefined;
    }
    if (choice.entity === "") {
      const place = table.named("Place", nameOf(context, draft.first, draft.last));
      return { entity: place.id, type: "Place", kind: "name", use: "place", rule: choice.rule, confidence: choice.confidence };
    }
    const entity = foreignNamesake(state, draft, choice.entity, evidence) ?? table.known(choice.entity);
    if (entity === undefined) return undefined;
    const kind = choice.reading.kind === "contextual" ? "name" : choice.reading.kind;
    return {
      entity: entity.id,
      type: entity.type,
      kind,
      ...(choice.use === undefined ? {} : { use: choice.use }),
      rule: choice.rule,
      confidence: choice.confidence,
    };
  }
  const body = draft.entity === undefined && isOrganisation(draft.type) ? bodyOfState(state, draft) : undefined;
  if (body !== undefined) return { entity: body.id, type: body.type, kind: draft.kind, rule: "name.body-of-state", confidence: 0.9 };
  const entity =
    draft.entity === undefined
      ? newEntity(state, draft)
      : (table.known(draft.entity) ??
        table.named(draft.type, draft.name ?? nameOf(context, draft.first, draft.last), {
          id: draft.entity,
          ...(draft.country === undefined ? {} : { country: draft.country }),
        }));
  return {
    entity: entity.id,
    type: entity.type,
    kind: draft.kind,
    ...(draft.use === undefined ? {} : { use: draft.use }),
    rule: draft.rule,
    confidence: draft.confidence,
  };
}

/** Names that bodies of many states bear, and of which the knowledge base has one. */
const SHARED_NAMES =
  /^(national security council|national security advisor|congress|national congress|senate|house of representatives|house of commons|joint chiefs of staff|air force|army reserve|national assembly|federal assembly|state council|presidential office|christian democratic party)$/i;

/** "the National Security Council" in a text of Honduras that never names the United States: that of the state next to it. */
function foreignNamesake(state: LinkState, draft: MentionDraft, id: string, evidence: LinkEvidence): DocumentEntity | undefined {
  const record = state.context.knowledge.entities.get(id);
  const name = nameOf(state.context, draft.first, draft.last);
  if (
    record?.country === undefined ||
    !SHARED_NAMES.test(name) ||
    evidence.certain.has(record.country) ||
    homeState(state) === record.country
  )
    return undefined;
  const owner = stateNear(state, draft.first);
  if (owner === undefined || owner === record.country) return undefined;
  const ownerName = state.table.known(owner)?.name ?? owner;
  const title = name === name.toUpperCase() ? record.aliases.concat(record.name).find((alias) => foldName(alias) === foldName(name)) : name;
  const bare = stateBodyPattern(name);
  const known = bare === undefined ? undefined : state.context.knowledge.stateBody(owner, bare.body);
  return known === undefined
    ? state.table.named(record.type, `${title ?? name} of ${ownerName}`, { country: owner })
    : state.table.known(known.id);
}

/** "Security Council of the Russian Federation", "National Security Secretariat of Japan": the body under the state's usual name, or the state's body of that name. */
function bodyOfState(state: LinkState, draft: MentionDraft): DocumentEntity | undefined {
  const { pieces, knowledge } = state.context;
  // "UK Royal Navy": the state before the name that it owns.
  const prefix = longestMatch(knowledge.aliases(), pieces, draft.first);
  const state1 = prefix?.values.find((form) => form.type === "State")?.entity;
  const rest = prefix === undefined || state1 === undefined ? undefined : longestMatch(knowledge.aliases(), pieces, prefix.last);
  if (rest?.last === draft.last) {
    const owned = rest.values.find((form) => knowledge.entities.get(form.entity)?.country === state1);
    if (owned !== undefined) return state.table.known(owned.entity);
  }
  let of = -1;
  for (let at = draft.first + 1; at < draft.last - 1; at++) if (pieces[at]?.key === "of") of = at;
  if (of < 0) return undefined;
  const from = pieces[of + 1]?.key === "the" ? of + 2 : of + 1;
  const owner = longestMatch(knowledge.aliases(), pieces, from);
  const country =
    owner?.last === draft.last ? owner.values.find((form) => form.type === "State" || form.type === "Territory")?.entity : undefined;
  const stateName = country === undefined ? undefined : knowledge.entities.get(country)?.name;
  if (stateName === undefined) return undefined;
  const core = nameOf(state.context, draft.first, of);
  const written = cutPieces(`${core} of ${stateName}`);
  const named = longestMatch(knowledge.aliases(), written, 0);
  const plain = longestMatch(knowledge.aliases(), pieces, draft.first);
  const id =
    named?.last === written.length
      ? named.values[0]?.entity
      : plain?.last === of
        ? plain.values.find((form) => knowledge.entities.get(form.entity)?.country === country)?.entity
        : undefined;
  return id === undefined ? undefined : state.table.known(id);
}

/** A name that no alias of the knowledge base is: looked up again without its state and in its plain form, else new. */
function newEntity(state: LinkState, draft: MentionDraft): DocumentEntity {
  const { context, table } = state;
  const name = draft.name ?? nameOf(context, draft.first, draft.last);
  const plain = plainName(name);
  for (const entity of table.entities.values()) {
    if (entity.type !== draft.type && !(isOrganisation(entity.type) && isOrganisation(draft.type))) continue;
    if (plainNamesOf(state, entity).includes(plain)) return entity;
  }
  if (draft.type === "Conflict") {
    const same = sameConflict(state, draft);
    if (same !== undefined) return same;
  }
  const bare = draft.country === undefined && /^(GovernmentBody|MilitaryForce)$/.test(draft.type) ? stateBodyPattern(name) : undefined;
  if (bare !== undefined) {
    const owner = ownerBeside(context, draft.first, draft.last) ?? ownerOfBare(state, draft.first);
    const known = owner === undefined ? undefined : context.knowledge.stateBody(owner, bare.body);
    if (known !== undefined) return table.known(known.id) as DocumentEntity;
    if (owner !== undefined)
      return table.named(bare.type, bare.name.replace("{state}", table.known(owner)?.name ?? owner), {
        id: `${bare.type === "MilitaryForce" ? "force" : "org"}/${owner.split("/")[1]}-${bare.body}`,
        country: owner,
      });
  }
  const official = draft.type === "Agreement" ? officialTitle(state, plain) : undefined;
  if (official !== undefined) return official;
  const short = shortFormOf(state, draft, plain);
  if (short !== undefined) return short;
  if (draft.type === "Programme") {
    const owner = ownerBefore(state, draft.first);
    const ownerName = owner === undefined ? undefined : table.entities.get(owner)?.name;
    return table.named("Programme", ownerName === undefined ? name : `${ownerName}'s ${name}`, {
      ...(owner === undefined ? {} : { country: owner }),
      aliases: [textOf(context, draft.first, draft.last).replace(/\s+/g, " ")],
    });
  }
  return table.named(draft.type, name, {
    ...(draft.broader === undefined ? {} : { broader: draft.broader }),
    ...(draft.country === undefined ? {} : { country: draft.country }),
    ...(draft.type === "Group" || draft.rule === "agreement.described" ? { scope: context.document.sha256 } : {}),
  });
}

/** "its invasion against Ukraine" in a text that names Russia's war in Ukraine: the conflict whose name holds the state that this one is in or against. */
function sameConflict(state: LinkState, draft: MentionDraft): DocumentEntity | undefined {
  for (let at = draft.last - 1; at >= draft.first; at--) {
    const mention = state.covered.get(at);
    if (mention === undefined || (mention.type !== "State" && mention.type !== "Territory")) continue;
    const place = state.table.entities.get(mention.entity);
    if (place === undefined) return undefined;
    const word = foldName(place.name);
    return [...state.table.entities.values()].find(
      (entity) => entity.type === "Conflict" && [entity.name, ...entity.aliases].some((alias) => foldName(alias).endsWith(` ${word}`)),
    );
  }
  return undefined;
}

/** Whose "Supreme Court" it is: that of the state named just before it, else of the office that issued the text, else of the state next to it. */
function ownerOfBare(state: LinkState, first: number): string | undefined {
  const home = homeState(state);
  if (home === undefined) return stateNear(state, first);
  const limit = state.context.pieces[first]?.start ?? 0;
  const beside = state.mentions.find(
    (mention) =>
      mention.type === "State" && mention.end <= limit && !/[.!?]\s|\n/.test(state.context.document.text.slice(mention.end, limit)),
  );
  return beside === undefined ? home : stateNear(state, first);
}

/** Whose "Ministry of Defence" it is: the state named last before, else the one that the document names most. */
function stateNear(state: LinkState, first: number): string | undefined {
  const limit = state.context.pieces[first]?.start ?? 0;
  const counts = new Map<string, number>();
  let last: Mention | undefined;
  for (const mention of state.mentions) {
    if (mention.type !== "State") continue;
    counts.set(mention.entity, (counts.get(mention.entity) ?? 0) + 1);
    if (mention.end <= limit && limit - mention.end < 250 && (last === undefined || mention.start > last.start)) last = mention;
  }
  return last?.entity ?? [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0];
}

/** "Treaty of Mutual Cooperation and Security": the one treaty of the knowledge base whose full title begins so. */
function officialTitle(state: LinkState, plain: string): DocumentEntity | undefined {
  if (plain.split(" ").length < 5) return undefined;
  const ids: string[] = [];
  for (const entity of state.context.knowledge.entities.values())
    if (entity.type === "Agreement" && [entity.name, ...entity.aliases].some((alias) => plainName(alias).startsWith(`${plain} `)))
      ids.push(entity.id);
  return ids.length === 1 ? state.table.known(ids[0] as string) : undefined;
}

/** "Air Force" in a text that names the U.S. Air Force: the one body of the document whose name ends in these words. */
function shortFormOf(state: LinkState, draft: MentionDraft, plain: string): DocumentEntity | undefined {
  if (!isOrganisation(draft.type) && draft.type !== "Agreement" && draft.type !== "Forum") return undefined;
  const count = plain.split(" ").length;
  if (count > 4) return undefined;
  const fits = [...state.table.entities.values()].filter((entity) => {
    if (entity.type !== draft.type && !(isOrganisation(entity.type) && isOrganisation(draft.type))) return false;
    return plainNamesOf(state, entity).some((long) => {
      return long.length > plain.length && (long.endsWith(` ${plain}`) || (count > 1 && long.startsWith(`${plain} of `)));
    });
  });
  return fits.length === 1 ? fits[0] : undefined;
}

const ORGANISATIONS: ReadonlySet<string> = new Set(BODY_TYPES);
const isOrganisation = (type: string): boolean => ORGANISATIONS.has(type);

function plainNamesOf(state: LinkState, entity: DocumentEntity): readonly string[] {
  const present = state.plainNames.get(entity);
  if (present !== undefined) return present;
  const names = [entity.name, ...entity.aliases].map(plainName);
  state.plainNames.set(entity, names);
  return names;
}

const plainName = (name: string): string =>
  foldName(name)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .replace(/\b(corporation|corp|company|co|inc|incorporated|ltd|limited|llc|the)\b/g, "")
    .replace(/\b(\w+?)s\b/g, "$1")
    .replace(/\s+/g, " ")
    .trim();

/** The state (or its leader's state) named in the sentence before a programme: "North Korea's nuclear and missile programs". */
function ownerBefore(state: LinkState, first: number): string | undefined {
  const { pieces } = state.context;
  let best: Mention | undefined;
  const limit = pieces[first]?.start ?? 0;
  for (const mention of state.mentions) {
    if (mention.end > limit || (mention.type !== "State" && mention.type !== "Territory")) continue;
    const gap = state.context.document.text.slice(mention.end, limit);
    if (gap.length < 120 && !/[.!?]\s|\n/.test(gap.replace(/\b\p{Lu}\./gu, "")))
      best = best === undefined || mention.end > best.end ? mention : best;
  }
  return best?.entity;
}

/** Adds a name mention unless its pieces are covered. */
export function addMention(state: LinkState, first: number, last: number, content: MentionContent): Mention | undefined {
  if (hasCover(state, first, last)) return undefined;
  const mention = mentionAt(state.context.analysis, state.context.pieces, first, last, content);
  if (mention === undefined) return undefined;
  state.mentions.push(mention);
  for (let at = first; at < last; at++) state.covered.set(at, mention);
  return mention;
}

export function hasCover(state: LinkState, first: number, last: number): boolean {
  for (let at = first; at < last; at++) if (state.covered.has(at)) return true;
  return false;
}

/**
 * Letters that do not spell the name (L20, L22): taken where the knowledge base gives the acronym to this entity, refused where it gives it to another, and
 * otherwise taken only where half the letters at least are initials of the name ("the United States (AUKUS)" defines nothing).
 */
function acceptsLoosely(context: MentionContext, acronym: string, entity: DocumentEntity): boolean {
  const written = cutPieces(acronym);
  const match = longestMatch(context.knowledge.aliases(), written, 0);
  const owners = match?.last === written.length ? match.values.map((form) => form.entity) : [];
  if (owners.length > 0) return owners.includes(entity.id);
  const letters = acronym.toLowerCase().replace(/[^\p{L}]/gu, "");
  const initials = plainName(entity.name)
    .split(" ")
    .map((word) => word[0]);
  return [...letters].filter((letter) => initials.includes(letter)).length * 2 >= letters.length && initials.includes(letters[0]);
}

function sharesWords(name: string, entity: DocumentEntity): boolean {
  const own = plainName(name).split(" ");
  return [entity.name, ...entity.aliases].some((alias) => {
    const words = new Set(plainName(alias).split(" "));
    return own.filter((word) => words.has(word)).length * 2 >= own.length;
  });
}

function dropAcronym(state: LinkState, acronym: string): void {
  const gone = new Set(state.mentions.filter((mention) => mention.kind === "acronym" && mention.text === acronym));
  state.mentions.splice(0, state.mentions.length, ...state.mentions.filter((mention) => !gone.has(mention)));
  for (const [piece, mention] of state.covered) if (gone.has(mention)) state.covered.delete(piece);
}

/** Every place of a defined acronym is the entity it was defined for, whatever the gazetteer thought. */
function relinkAcronym(state: LinkState, acronym: string, entity: DocumentEntity, lettersAgree: boolean): void {
  const { pieces } = state.context;
  const parts = acronym.split(/[-&\s]/).filter((part) => part !== "");
  const rule = lettersAgree ? "acronym.defined-in-text" : "acronym.defined-in-text.letters-differ";
  for (let at = 0; at < pieces.length; at++) {
    let end = at;
    for (const part of parts) {
      if (pieces[end]?.kind === "hyphen" && end > at) end++;
      if (pieces[end]?.text !== part) {
        end = -1;
        break;
      }
      end++;
    }
    if (end <= at) continue;
    const present = state.covered.get(at);
    if (present === undefined) {
      addMention(state, at, end, { entity: entity.id, type: entity.type, kind: "acronym", rule, confidence: lettersAgree ? 0.9 : 0.75 });
    } else if (present.kind === "acronym" && present.entity !== entity.id && present.end === pieces[end - 1]?.end) {
      const index = state.mentions.indexOf(present);
      const replaced: Mention = { ...present, entity: entity.id, type: entity.type, rule, confidence: 0.85 };
      state.mentions[index] = replaced;
      for (let piece = at; piece < end; piece++) state.covered.set(piece, replaced);
    }
  }
}

const NOT_IN_TITLES = new Set(["WeaponCategory", "WeaponSystem", "Item", "Programme", "Conflict", "Place", "Agreement"]);

/** "… Countering Weapons of Mass Destruction Policy": what a title is about is not what the text talks about (L12). */
function dropInTitles(state: LinkState, titles: readonly PieceSpan[]): void {
  const { pieces } = state.context;
  const spans = titles.map((span) => ({ start: pieces[span.first]?.start ?? 0, end: pieces[span.last - 1]?.end ?? 0 }));
  const kept = state.mentions.filter(
    (mention) => !(NOT_IN_TITLES.has(mention.type) && spans.some((span) => mention.start >= span.start && mention.end <= span.end)),
  );
  const gone = new Set(state.mentions.filter((mention) => !kept.includes(mention)));
  state.mentions.splice(0, state.mentions.length, ...kept);
  for (const [piece, mention] of state.covered) if (gone.has(mention)) state.covered.delete(piece);
}

/** All passes, in order. */
export function linkDocument(
  context: MentionContext & { readonly analysis: Analysis },
  names: FoundNames,
  quotations: readonly Quotation[],
): LinkedDocument {
  const state = linkNames(context, names);
  const titles = titleSpansOf(state);
  dropInTitles(state, titles);
  const posts = readPosts(state);
  const view = textView(state, quotations);
  addGroups(state, view);
  addNominals(state, view, posts, titles);
  addPronouns(state, view);
  readPronounPosts(state, posts);
  addPostRelations(state, posts);
  addStatedRelations(state);
  addHeadlineConflicts(state, view);
  state.mentions.sort((a, b) => a.start - b.start || b.end - a.end);
  const used = new Set(state.mentions.map((mention) => mention.entity));
  for (const relation of state.relations) {
    used.add(relation.subject);
    used.add(relation.object);
  }
  const entities = new Map<string, DocumentEntity>();
  for (const [id, entity] of state.table.entities) if (used.has(id)) entities.set(id, entity);
  // Members of groups and the states that bodies and persons belong to can be named by claims and events, mentioned or not.
  for (const entity of [...entities.values()]) {
    for (const id of [...(entity.members ?? []), ...(entity.country === undefined ? [] : [entity.country])]) {
      const other = state.table.known(id);
      if (other !== undefined && !entities.has(id)) entities.set(id, other);
    }
  }
  markArmedLeaders(state, entities);
  const home = homeState(state);
  const issuing = home === undefined ? undefined : state.table.known(home);
  if (issuing !== undefined && !entities.has(issuing.id)) entities.set(issuing.id, issuing);
  return {
    entities,
    mentions: state.mentions,
    relations: state.relations,
    conflicts: state.conflicts,
    ...(home === undefined ? {} : { home }),
  };
}
