import type { Mention } from "../annotated-document.ts";
import { homeState } from "./home-state.ts";
import type { LinkState } from "./link-document.ts";
import { mentionOver } from "./mention-builder.ts";
import type { TextView } from "./text-view.ts";

const NUMBERS: ReadonlyMap<string, number> = new Map(
  "two three four five six seven eight nine ten eleven twelve".split(" ").map((word, at): [string, number] => [word, at + 2]),
);
/** Plural nouns for states, and for persons who come for them. */
const STATE_NOUNS =
  /^(countries|nations|states|governments|allies|neighbou?rs|powers|capitals|parties|sides|partners|signatories|members|republics|delegations|participants)$/;
const PERSON_NOUNS =
  /^(leaders|presidents|ministers|nsas|advisors|advisers|secretaries|chiefs|envoys|ambassadors|officials|commanders|premiers|principals|diplomats|negotiators|men|women|politicians|statesmen)$/;
/** Those who come for states or organisations that the text named with them. */
const DEALERS = /^(leaders|ministers|presidents|principals|negotiators)$/;

/**
 * "the three nations", "all four leaders", "the five NSAs": as many states or persons as the number says, all named in the sentence before that has just
 * so many; who they are is never guessed from a part of them.
 */
export function countedCollective(state: LinkState, view: TextView, head: number): Mention | undefined {
  const word = view.lower(head);
  const isPersonal = PERSON_NOUNS.test(word);
  if (!isPersonal && !STATE_NOUNS.test(word)) return undefined;
  // "the three national security advisors"
  let first = head;
  while (head - first < 4 && /^(?:NN|NNP|JJ|HYPH)$/.test(view.tag(first - 1)) && !NUMBERS.has(view.lower(first - 1))) first--;
  const count = NUMBERS.get(view.lower(first - 1));
  // Pairs have rules of their own
  if (count === undefined || count === 2 || !/^(the|these|those|all|our|their|its)$/.test(view.lower(first - 2))) return undefined;
  const from = first - 2;
  const members =
    (isPersonal ? justSoMany(state, view, from, "Person", count) : undefined) ?? justSoMany(state, view, from, "State", count);
  return members === undefined ? undefined : collective(state, view, from, head, members, "group.counted");
}

/** "The leaders", whom the text has called "the leaders of the G7" before: those they come for. */
export function dealersBefore(state: LinkState, view: TextView, head: number): Mention | undefined {
  if (!DEALERS.test(view.lower(head)) || !/^(the|both|all)$/.test(view.lower(head - 1))) return undefined;
  if (/^(of|from|to|for|in|who)$/.test(view.lower(head + 1))) return undefined;
  if (state.mentions.some((mention) => mention.head === head)) return undefined;
  const owners = ownersOfSuch(state, view, head);
  return owners.length > 0 ? collective(state, view, head - 1, head, owners, "group.same-description") : undefined;
}

/** "the Leaders of the United States and the GCC … The leaders discussed": whose leaders they were called before. */
function ownersOfSuch(state: LinkState, view: TextView, head: number): readonly string[] {
  const word = view.lower(head);
  if (!PERSON_NOUNS.test(word) || word === "officials") return [];
  const opening = openingEnd(state);
  const before: number[] = [];
  for (let at = head - 2; at >= 0; at--) if (view.lower(at) === word) before.push(at);
  // What the headline or the first lines call them holds for the whole text; else the nearest wording
  const early = before.filter((at) => view.start(at) < opening).reverse();
  for (const at of [...early, ...before]) {
    if (view.lower(at + 1) === "of") {
      const first = view.name(view.lower(at + 2) === "the" ? at + 3 : at + 2);
      if (first !== undefined && OWNERS.test(first.type)) return [...new Set(runFrom(state, first).map((mention) => mention.entity))];
    }
    const owner = view.name(at - 1) ?? (/^['’]s?$/.test(view.lower(at - 1)) ? view.name(at - 2) : undefined);
    if (owner !== undefined && OWNERS.test(owner.type) && owner.kind !== "demonym") return [owner.entity];
  }
  return [];
}

/** Characters of the body that its first lines take. */
const OPENING = 400;

/** How many sentences back a number counts. */
const FAR = 20;

/** Where the headline and the first lines of the text end. */
function openingEnd({ context: { document } }: LinkState): number {
  const body = document.regions.find((region) => region.kind === "body");
  return body === undefined ? 0 : body.start + OPENING;
}

const OWNERS = /^(State|InternationalOrganization)$/;

function runFrom(state: LinkState, first: Mention): readonly Mention[] {
  const run = [first];
  const behind = state.mentions
    .filter((mention) => mention.start > first.start && mention.sentence === first.sentence && OWNERS.test(mention.type))
    .sort((a, b) => a.start - b.start);
  for (const mention of behind) {
    const gap = state.context.document.text.slice((run.at(-1) as Mention).end, mention.start);
    if (!/^(?:\s*\([^)]{2,10}\))?(?: (?:member )?(?:states|countries))?(?:,? and |, )(?:the )?$/i.test(gap)) break;
    run.push(mention);
  }
  return run;
}

const isNamed = (mention: Mention): boolean => mention.kind === "name" || mention.kind === "acronym" || mention.kind === "metonym";

/** Names of one type in a sentence, before `limit`, in text order. */
function namesIn(state: LinkState, sentence: number, type: "Person" | "State", limit: number): readonly Mention[] {
  return state.mentions
    .filter(
      (mention) =>
        mention.sentence === sentence && mention.type === type && mention.end <= limit && isNamed(mention) && mention.use !== "place",
    )
    .sort((a, b) => a.start - b.start);
}

/** The different ones of the nearest sentence before that names just `count` of them. */
function justSoMany(
  state: LinkState,
  view: TextView,
  from: number,
  type: "Person" | "State",
  count: number,
): readonly string[] | undefined {
  const limit = view.start(from);
  const last = view.sentence(from);
  for (let sentence = last; sentence >= Math.max(0, last - FAR); sentence--) {
    const names = namesIn(state, sentence, type, limit);
    const ids = [...new Set(names.map((mention) => mention.entity))];
    if (ids.length === count) return ids;
    // More of them than are counted: the longest list in the sentence may be meant
    const run = longestRun(state, names);
    if (run.length === count) return run;
  }
  return undefined;
}

/** The most names that follow one another with nothing but commas, conjunctions, titles and what they are of between them. */
function longestRun(state: LinkState, names: readonly Mention[]): readonly string[] {
  const { text } = state.context.document;
  let best: readonly string[] = [];
  let run: Mention[] = [];
  const close = (): void => {
    const ids = [...new Set(run.map((mention) => mention.entity))];
    if (ids.length > best.length) best = ids;
    run = [];
  };
  for (const mention of names) {
    const previous = run.at(-1);
    const gap = previous === undefined ? "" : text.slice(previous.end, mention.start);
    if (
      previous !== undefined &&
      !/^(?: of (?:the )?(?:\p{Lu}[\p{L}.]*\s?){1,4})?(?:,| and|, and|,? with|['’]s? and| –|-)(?: (?:the|his|her|its|\p{Lu}[\p{L}.-]*|[a-z-]+)){0,6} ?$/u.test(
        gap,
      )
    )
      close();
    run.push(mention);
  }
  close();
  return best;
}

function collective(
  state: LinkState,
  view: TextView,
  first: number,
  head: number,
  members: readonly string[],
  rule: string,
): Mention | undefined {
  const start = view.start(first);
  const end = view.end(head);
  const name = state.context.document.text.slice(start, end).replace(/\s+/g, " ").toLowerCase();
  const group = state.table.named("Group", name, { scope: `${state.context.document.sha256} ${members.join(" ")}`, members });
  const made = mentionOver(state.context.analysis, start, end, {
    entity: group.id,
    type: "Group",
    kind: "nominal",
    rule,
    confidence: 0.65,
  });
  return made === undefined ? undefined : { ...made, head };
}

/** Nouns for those who rule or fight for a state, without saying for which. */
const RULERS = /^(authorities|government|junta|regime|generals)$/;
const FORCES = /^(forces|troops|soldiers|aircraft|warplanes|jets)$/;

/**
 * "the authorities", "the government", "government forces" where only one state can be meant: the only one that this sentence and the two before name,
 * else the one that the text is about most, if it is among them.
 */
export function bodyOfTheState(state: LinkState, view: TextView, token: number): Mention | undefined {
  const word = view.lower(token);
  const isRuler = RULERS.test(word) && view.lower(token - 1) === "the";
  const isForce = FORCES.test(word) && view.lower(token - 1) === "government" && view.name(token - 2) === undefined;
  if (!isRuler && !isForce) return undefined;
  if (isRuler && /^(?:of|in|for|and|or|-)$/.test(view.lower(token + 1)) && view.lower(token + 1) !== "and") return undefined;
  const first = token - 1;
  if (isForce && view.lower(first - 1) === "-") return undefined;
  const limit = view.start(first);
  const sentence = view.sentence(token);
  const states = state.mentions.filter(
    (mention) => mention.type === "State" && mention.kind !== "pronoun" && mention.kind !== "nominal" && mention.use !== "people",
  );
  const near = states.filter((mention) => mention.end <= limit && sentence - mention.sentence <= 2);
  const candidates = new Set(near.map((mention) => mention.entity));
  // An office calls the rulers of its own state by other words
  const home = homeState(state);
  if (home !== undefined) candidates.delete(home);
  const foreign = near.filter((mention) => mention.entity !== home);
  const chosen = candidates.size === 1 ? foreign[0]?.entity : mainOf(states, candidates);
  const entity = chosen === undefined ? undefined : state.table.entities.get(chosen);
  if (entity === undefined) return undefined;
  const made = mentionOver(state.context.analysis, limit, view.end(token), {
    entity: entity.id,
    type: entity.type,
    kind: "nominal",
    use: "government",
    rule: "coreference.the-authorities",
    confidence: 0.55,
  });
  return made === undefined ? undefined : { ...made, head: token };
}

/** The state that the text names more than all others together, three times at least. */
function mainOf(states: readonly Mention[], candidates: ReadonlySet<string>): string | undefined {
  const counts = new Map<string, number>();
  for (const { entity } of states) counts.set(entity, (counts.get(entity) ?? 0) + 1);
  const top = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0];
  return top !== undefined && top[1] >= 3 && top[1] * 2 > states.length && candidates.has(top[0]) ? top[0] : undefined;
}

/** Nouns that take up somebody named before by what kind of thing it is, whatever its name. */
const KINDS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  (
    [
      [
        "ArmedGroup",
        "group militia movement faction organization organisation militants rebels fighters insurgents mercenaries jihadists guerrillas",
      ],
      ["Company", "company firm manufacturer shipbuilder conglomerate exporter contractor group maker bank giant supplier operator"],
      ["InternationalOrganization", "bloc alliance agency organization organisation watchdog"],
      ["Agreement", "agreement treaty pact accord accords deal convention"],
      ["WeaponSystem", "ship vessel tanker frigate destroyer warship carrier freighter submarine"],
    ] as const
  )
    .flatMap(([type, words]) => words.split(" ").map((word) => [type, word] as const))
    .reduce((map, [type, word]) => {
      map.set(word, (map.get(word) ?? new Set<string>()).add(type));
      return map;
    }, new Map<string, Set<string>>()),
);

/** "Hamas … The group", "Hanwha … the company": the only one of that kind that this sentence and the two before name. */
export function kindNamedBefore(state: LinkState, view: TextView, token: number): Mention | undefined {
  const types = KINDS.get(view.lower(token));
  if (types === undefined || !/^(the|this|that)$/.test(view.lower(token - 1)) || /^(of|from|'s|-)$/.test(view.lower(token + 1)))
    return undefined;
  if (view.name(token + 1) !== undefined) return undefined;
  const limit = view.start(token - 1);
  const sentence = view.sentence(token);
  const near = state.mentions.filter(
    (mention) =>
      types.has(mention.type) && isNamed(mention) && mention.end <= limit && sentence - mention.sentence <= 2 && isOfKind(state, mention),
  );
  const ids = new Set(near.map((mention) => mention.entity));
  const entity = ids.size === 1 ? state.table.entities.get((near[0] as Mention).entity) : undefined;
  return entity === undefined
    ? undefined
    : mentionOver(state.context.analysis, limit, view.end(token), {
        entity: entity.id,
        type: entity.type,
        kind: "nominal",
        rule: "coreference.kind",
        confidence: 0.6,
      });
}

/** Of weapon systems only craft that have a name of their own are ships. */
const isOfKind = (state: LinkState, mention: Mention): boolean =>
  mention.type !== "WeaponSystem" || state.table.entities.get(mention.entity)?.broader?.includes("weapon-category/warship") === true;
