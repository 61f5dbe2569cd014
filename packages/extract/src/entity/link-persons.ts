import type { DocumentEntity } from "../annotated-document.ts";
import type { KnowledgeEntity } from "../knowledge-base/knowledge-base.ts";
import { nameOf } from "../mention/context.ts";
import { NAME_CONNECTORS, NO_NAME_STARTS, nameHead } from "../mention/name-heads.ts";
import { departmentBefore, type PersonSighting } from "../mention/person-names.ts";
import { foldName, isCapitalised, type Piece } from "../mention/pieces.ts";
import { addMention, hasCover, type LinkState } from "./link-document.ts";
import { latestYear } from "./link-names.ts";
import { mentionOver } from "./mention-builder.ts";
import { nearlySame, samePerson, splitName, surnameIndex } from "./person-registry.ts";

/** A person of this document, with the places that name them. */
export interface LinkedPerson {
  readonly id: string;
  readonly surname: string;
  readonly given: string | undefined;
  /** Pieces of each naming, title not included. */
  readonly sightings: { readonly first: number; readonly last: number; readonly full: boolean }[];
}

/**
 * Full names first (so that a surname in the headline finds its bearer in the text), then surnames after titles, then bare surnames.
 * Two names are one person when family names agree and given names do not contradict each other.
 */
export function linkPersons(state: LinkState, sightings: readonly PersonSighting[]): LinkedPerson[] {
  const { context, table } = state;
  const persons: LinkedPerson[] = [];
  const bySurname = surnameIndex(context.knowledge);
  const full = sightings.filter((sighting) => sighting.words.length > 1 || sighting.known !== undefined);
  for (const sighting of full) {
    const entity = sighting.known === undefined ? undefined : table.known(sighting.known);
    const name = splitName(sighting.words, entity?.country);
    const glued = entity === undefined ? gluedPerson(state, persons, sighting) : undefined;
    if (glued !== undefined) {
      const start = state.context.pieces[sighting.first]?.start ?? 0;
      const mention = mentionOver(state.context.analysis, start, glued.end, {
        entity: glued.person.id,
        type: "Person",
        kind: "name",
        rule: "person.glued-to-next-word",
        confidence: 0.8,
      });
      if (mention !== undefined && !hasCover(state, sighting.first, sighting.last)) {
        state.mentions.push(mention);
        for (let at = sighting.first; at < sighting.last; at++) state.covered.set(at, mention);
      }
      continue;
    }
    const match =
      entity === undefined ? persons.find((person) => samePerson(person, name)) : persons.find((person) => person.id === entity.id);
    const person = match ?? introduce(persons, entity ?? knownByName(state, bySurname, name) ?? newPerson(state, sighting), name);
    record(state, person, sighting, sighting.known === undefined ? `person.${sighting.evidence}` : "person.known-name", 0.92);
  }
  for (const sighting of sightings) {
    if (full.includes(sighting)) continue;
    const surname = foldName(sighting.words[0] ?? "");
    const bearers = persons.filter((one) => one.surname === surname || one.surname.endsWith(` ${surname}`));
    const person =
      lastBefore(ofTitle(state, bearers, sighting.first), sighting.first) ??
      persons.find((one) => nearlySame(one.surname, surname)) ??
      // "Mr. Akiba" of Akiba Takeo: the family name came first.
      (/^(mr|mrs|ms|minister|secretary|advisor|adviser|president)$/.test(context.pieces[sighting.first - 1]?.key ?? "")
        ? only(persons.filter((one) => one.given === surname && one.sightings.length > 0))
        : undefined) ??
      officeHolder(state, persons, bySurname, surname, sighting) ??
      introduce(persons, newPerson(state, sighting), { surname, given: undefined });
    record(state, person, sighting, `person.${sighting.evidence}`, 0.85);
  }
  bareSurnames(state, persons, bySurname);
  return persons;
}

/** "Ambassador Kim" where an Ambassador Sung Kim and a Chairman Kim Jong Un were named: of several bearers, those named with the same title. */
function ofTitle(state: LinkState, bearers: readonly LinkedPerson[], at: number): readonly LinkedPerson[] {
  const title = state.context.pieces[at - 1];
  if (bearers.length < 2 || title?.kind !== "word") return bearers;
  const titled = bearers.filter(({ sightings }) =>
    sightings.some(({ full, first }) => full && state.context.pieces[first - 1]?.key === title.key),
  );
  return titled.length > 0 ? titled : bearers;
}

const only = <T>(items: readonly T[]): T | undefined => (items.length === 1 ? items[0] : undefined);

/** "Kim Jong Unexpressed his thanks": the name of a person of the document with the next word glued on, where a page lost its mark-up. */
function gluedPerson(
  state: LinkState,
  persons: readonly LinkedPerson[],
  sighting: PersonSighting,
): { person: LinkedPerson; end: number } | undefined {
  const written = nameOf(state.context, sighting.first, sighting.last);
  for (const person of persons) {
    const entity = state.table.entities.get(person.id);
    for (const name of entity === undefined ? [] : [entity.name, ...entity.aliases]) {
      if (name.includes(" ") && written.startsWith(name) && /^\p{Ll}{3,}$/u.test(written.slice(name.length)))
        return { person, end: (state.context.pieces[sighting.first]?.start ?? 0) + name.length };
    }
  }
  return undefined;
}

function introduce(persons: LinkedPerson[], entity: DocumentEntity, name: { surname: string; given: string | undefined }): LinkedPerson {
  const present = persons.find((person) => person.id === entity.id);
  if (present !== undefined) return present;
  const person: LinkedPerson = { id: entity.id, surname: name.surname, given: name.given, sightings: [] };
  persons.push(person);
  return person;
}

function newPerson(state: LinkState, sighting: PersonSighting): DocumentEntity {
  const name = nameOf(state.context, sighting.first, sighting.last);
  const plain = sighting.words.join(" ");
  return state.table.named("Person", name, plain === name ? {} : { aliases: [plain] });
}

/** The knowledge base's person of this name under another spelling ("Vladimir Vladimirovich Putin", "Joseph R. Biden"). */
function knownByName(
  state: LinkState,
  index: ReadonlyMap<string, readonly KnowledgeEntity[]>,
  name: { surname: string; given: string | undefined },
): DocumentEntity | undefined {
  if (name.given === undefined) return undefined;
  const given = name.given;
  // "Kishida Fumio": the other order of the same two words.
  const reversed = (index.get(given) ?? []).filter((entity) => splitName(entity.name.split(/\s+/), entity.country).given === name.surname);
  if (reversed.length === 1) return state.table.known((reversed[0] as KnowledgeEntity).id);
  const same = (index.get(name.surname) ?? []).filter((entity) => splitName(entity.name.split(/\s+/), entity.country).given === name.given);
  return same.length === 1 ? state.table.known((same[0] as KnowledgeEntity).id) : undefined;
}

/** "President Yoon", "Foreign Minister Lavrov" with no full name anywhere: the one office holder of that surname whose post fits the title. */
function officeHolder(
  state: LinkState,
  persons: LinkedPerson[],
  index: ReadonlyMap<string, readonly KnowledgeEntity[]>,
  surname: string,
  sighting: PersonSighting,
): LinkedPerson | undefined {
  const { pieces, document } = state.context;
  const title = pieces[sighting.first - 1]?.key ?? "";
  const candidates = (index.get(surname) ?? []).filter((entity) =>
    entity.positions.some((position) => position.title.toLowerCase().includes(title) && holdsAt(position, document.published)),
  );
  const holder = candidates.length === 1 ? candidates[0] : undefined;
  const entity = holder === undefined ? undefined : state.table.known(holder.id);
  return entity === undefined || holder === undefined
    ? undefined
    : introduce(persons, entity, splitName(holder.name.split(/\s+/), holder.country));
}

const holdsAt = (position: { readonly from?: string | undefined; readonly to?: string | undefined }, date: string | undefined): boolean =>
  date === undefined || ((position.from === undefined || position.from <= date) && (position.to === undefined || date <= position.to));

/** Surnames alone (L14, L15): the bearer named last before, or the first one after; failing a bearer, a head of state whose state the document names. */
function bareSurnames(state: LinkState, persons: LinkedPerson[], index: ReadonlyMap<string, readonly KnowledgeEntity[]>): void {
  const { pieces } = state.context;
  const year = String(latestYear(state.context) ?? "9999");
  const namedStates = new Set(state.mentions.filter((mention) => mention.type === "State").map((mention) => mention.entity));
  for (let at = 0; at < pieces.length; at++) {
    const piece = pieces[at] as Piece;
    if (piece.kind !== "word" || !isCapitalised(piece) || state.covered.has(at)) continue;
    const surname = piece.key;
    // Where every word is in capitals, function words are too; "Board" and "Plan" name no one by themselves.
    if (NO_NAME_STARTS.has(surname) || NAME_CONNECTORS.has(surname) || nameHead(piece.text) !== undefined) continue;
    // A capitalised neighbour makes it part of another name.
    const next = pieces[at + 1];
    if (
      next !== undefined &&
      next.kind === "word" &&
      isCapitalised(next) &&
      !next.lineStart &&
      !state.covered.has(at + 1) &&
      next.text.length > 1
    )
      continue;
    const bearers = persons.filter((person) => person.surname === surname || person.given === surname);
    let person =
      lastBefore(
        preferLeader(
          state,
          bearers.filter((one) => one.surname === surname),
        ),
        at,
      ) ?? (bearers.length === 1 && bearers[0]?.given === surname && bearers[0].sightings.length > 0 ? bearers[0] : undefined);
    if (person === undefined) {
      const leaders = (ORDINARY_SURNAMES.has(surname) ? [] : (index.get(surname) ?? [])).filter(
        (entity) =>
          entity.country !== undefined &&
          ((leadsAt(entity, year) &&
            (namedStates.has(entity.country) || (year !== "9999" && surname.length > 4 && index.get(surname)?.length === 1))) ||
            (servesAt(entity, year) &&
              namedStates.has(entity.country) &&
              // "the trip of Secretary of State Blinken"
              (besidePerson(state, at) || departmentBefore(pieces, at)))),
      );
      const leader = leaders.length === 1 ? leaders[0] : undefined;
      const entity = leader === undefined || surname.length < 3 || /^\p{Lu}+$/u.test(piece.text) ? undefined : state.table.known(leader.id);
      if (entity !== undefined && leader !== undefined)
        person = introduce(persons, entity, splitName(leader.name.split(/\s+/), leader.country));
    }
    if (person === undefined) continue;
    addMention(state, at, at + 1, { entity: person.id, type: "Person", kind: "name", rule: "person.surname", confidence: 0.85 });
    person.sightings.push({ first: at, last: at + 1, full: false });
  }
}

/** Surnames of leaders that are months, ranks, trades and colours as well: they need a title or the full name. */
const ORDINARY_SURNAMES = new Set(
  "may major brown ford grant park young hill king khan singh ali hu hussein taylor smith moon lie ban".split(" "),
);

/** Leader of a state in the year (of publication, else the last that the text names); with no year at all, today's leaders only. */
const leadsAt = (entity: KnowledgeEntity, year: string): boolean =>
  entity.positions.some(
    (position) =>
      isLeading(position) &&
      (position.from ?? "").slice(0, 4) <= year &&
      (position.to === undefined || (year === "9999" ? position.to >= CURRENT : position.to.slice(0, 4) >= year)),
  );
/** In the second rank of a state in that year: its minister, secretary or adviser. Known by the surname beside another person's only ("Carter and Vance"). */
const servesAt = (entity: KnowledgeEntity, year: string): boolean =>
  year !== "9999" &&
  entity.positions.some(
    (position) =>
      /\b(minister|secretary|advis[eo]r|vice president|chairman|commander|envoy)\b/i.test(position.title) &&
      (position.from ?? "9999").slice(0, 4) <= year &&
      (position.to ?? year).slice(0, 4) >= year,
  );

/** A person is coordinated with what stands at this piece. */
const besidePerson = (state: LinkState, at: number): boolean =>
  (state.context.pieces[at - 1]?.key === "and" && state.covered.get(at - 2)?.type === "Person") ||
  (state.context.pieces[at + 1]?.key === "and" && state.covered.get(at + 2)?.type === "Person");

/** Terms that ended before count as history where a text gives no year. */
const CURRENT = "2020";

const isLeading = (position: { readonly title: string; readonly org?: string | undefined }): boolean =>
  position.org?.startsWith("state/") === true &&
  /^(president|supreme leader|prime minister|premier|chancellor|king|general secretary|leader)\b/i.test(position.title);

const isLeader = (entity: KnowledgeEntity): boolean => entity.positions.some(isLeading);

/** Several bearers of a name: the one who leads a state is meant by the bare surname ("Kim" is Kim Jong Un, whoever else is a Kim). */
function preferLeader(state: LinkState, bearers: readonly LinkedPerson[]): readonly LinkedPerson[] {
  if (bearers.length < 2) return bearers;
  const leaders = bearers.filter((person) => {
    const known = state.context.knowledge.entities.get(person.id);
    return known !== undefined && isLeader(known);
  });
  return leaders.length === 1 ? leaders : bearers;
}

function lastBefore(persons: readonly LinkedPerson[], at: number): LinkedPerson | undefined {
  let best: LinkedPerson | undefined;
  let bestAt = -1;
  for (const person of persons) {
    for (const sighting of person.sightings) {
      if (sighting.first < at && sighting.first > bestAt) {
        best = person;
        bestAt = sighting.first;
      }
    }
  }
  return best ?? persons[0];
}

function record(state: LinkState, person: LinkedPerson, sighting: PersonSighting, rule: string, confidence: number): void {
  const entity = state.table.entities.get(person.id);
  if (entity === undefined) return;
  addMention(state, sighting.first, sighting.last, { entity: person.id, type: "Person", kind: "name", rule, confidence });
  person.sightings.push({ first: sighting.first, last: sighting.last, full: sighting.words.length > 1 });
}
