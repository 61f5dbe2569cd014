import type { Mention } from "../annotated-document.ts";
import { countedCollective } from "./collective-reference.ts";
import type { LinkState } from "./link-document.ts";
import { mentionOver } from "./mention-builder.ts";
import type { TextView } from "./text-view.ts";

/** Plural nouns that make a collective of actors. */
const GROUP_HEADS = new Set(
  "countries nations states allies partners governments officials leaders firms companies businesses banks entities institutions people peoples civilians citizens nationals workers diplomats experts actors parties members organizations organisations groups militants rebels terrorists refugees contractors manufacturers migrants historians sources authorities lawmakers critics observers analysts researchers players neighbors neighbours powers republics individuals victims opponents demonstrators detainees volunteers mercenaries fighters guerrillas insurgents counterparts commanders ministers presidents signatories delegations residents survivors".split(
    " ",
  ),
);
/** Fighters that are no state's: a collective of them is an armed group, whoever it may be. */
const ARMED_HEADS = /^(groups|forces|units|formations|factions|fighters|militias|brigades|rebels|paramilitaries|insurgents|guerrillas)$/;
const ARMED_WORDS = /^(rebel|opposition|paramilitary|separatist|insurgent|guerrilla|armed|resistance|irregular)$/;
const DUAL_HEADS =
  /^(countries|nations|sides|parties|states|governments|leaders|allies|neighbors|neighbours|presidents|ministers|capitals|militaries|koreas)$/;

/**
 * Collectives that are no organisations: "the two countries", "top Russian officials", "U.S. allies", "like-minded countries". Those that count two
 * ("both sides") get the pair named last before as members; "the allies" the states coordinated most fully; others stay without members, never guessed (L64).
 */
export function addGroups(state: LinkState, view: TextView): void {
  const added: Mention[] = [];
  for (let token = 0; token < view.count; token++) {
    if (!view.isRead(token) || view.name(token) !== undefined) continue;
    const word = view.lower(token);
    const dual = (DUAL_HEADS.test(word) ? dualAt(state, view, token) : undefined) ?? countedCollective(state, view, token);
    if (dual !== undefined) {
      added.push(dual);
      continue;
    }
    if (
      !(
        GROUP_HEADS.has(word) ||
        (ARMED_HEADS.test(word) && (ARMED_WORDS.test(view.lower(token - 1)) || /^(militias|paramilitaries)$/.test(word)))
      ) ||
      !/^(NNS|NNPS|NN)$/.test(view.tag(token))
    )
      continue;
    // "two Su-35 fighters": the name of a model before it makes them aircraft
    if (word === "fighters" && view.name(token - 1)?.type === "WeaponSystem") continue;
    const group = groupAt(state, view, token);
    if (group !== undefined) added.push(group);
  }
  state.mentions.push(...added);
}

function dualAt(state: LinkState, view: TextView, head: number): Mention | undefined {
  const first = view.lower(head - 1) === "two" ? head - 1 : head;
  const before = view.lower(first - 1);
  const isDual = before === "both" || (first < head && /^(the|these|those|both|his|all)$/.test(before));
  if (!isDual || view.lower(head) === "koreas") return undefined;
  const pair = pairBefore(state, view, head, /^(leaders|presidents|ministers)$/.test(view.lower(head)) ? "Person" : "State");
  const start = view.start(first - 1);
  const end = view.end(head);
  const name = state.context.document.text.slice(start, end).replace(/\s+/g, " ").toLowerCase();
  const group = state.table.named("Group", name, {
    scope: `${state.context.document.sha256} ${pair.map((mention) => mention.entity).join(" ")}`,
    ...(pair.length === 0 ? {} : { members: [...new Set(pair.map((mention) => mention.entity))] }),
  });
  return mentionOver(state.context.analysis, start, end, {
    entity: group.id,
    type: "Group",
    kind: "nominal",
    rule: pair.length === 0 ? "group.pair-unresolved" : "group.pair-named-before",
    confidence: pair.length === 0 ? 0.4 : 0.75,
  });
}

/** The two states (or persons) coordinated last before `token`: "North Korea and Russia", "between Moscow and Pyongyang"; else the last two different ones. */
export function pairBefore(state: LinkState, view: TextView, token: number, type: "State" | "Person"): readonly Mention[] {
  const limit = view.start(token);
  const names = state.mentions
    .filter(
      (mention) =>
        mention.end <= limit &&
        mention.kind !== "nominal" &&
        mention.kind !== "pronoun" &&
        (type === "Person" ? mention.type === "Person" : mention.type === "State" || mention.type === "Territory"),
    )
    .sort((a, b) => a.start - b.start);
  const { text } = state.context.document;
  const pairs = names
    .flatMap((right, at) => (at === 0 ? [] : [[names[at - 1] as Mention, right] as const]))
    .filter(([left, right]) => left.entity !== right.entity && coordinated(text, left, right));
  // "North Korean-Russian cooperation" only says whose cooperation is spoken of: two that act come first
  const pair = pairs.findLast(([left, right]) => !isCompound(text, left, right)) ?? pairs.at(-1);
  if (pair !== undefined) return pair;
  const last = names.at(-1);
  const other = last === undefined ? undefined : names.findLast((mention) => mention.entity !== last.entity);
  return last === undefined || other === undefined || view.sentence(token) - other.sentence > 4 ? [] : [other, last];
}

const isCompound = (text: string, left: Mention, right: Mention): boolean =>
  right.kind === "demonym" && /^[-–]$/.test(text.slice(left.end, right.start));

function coordinated(text: string, left: Mention, right: Mention): boolean {
  return (
    /^\s*(?:(?:,|and|,\s*and|&|-|–|or)\s*(?:the\s+|both\s+)?|['’]s (?:\w+ )?(?:leader|president)? ?(?:\w+ ){0,4}and (?:his|its) (?:\w+ ){0,2})$/.test(
      text.slice(left.end, right.start),
    ) || /^ and (?:the |his |her |its |[a-z]+ ){0,3}$/i.test(text.slice(left.end, right.start))
  );
}

/** The longest run of coordinated states in the document (three at least): who "the allies" are. */
function alliesOf(state: LinkState): readonly string[] {
  const names = state.mentions
    .filter((mention) => mention.type === "State" && mention.kind !== "nominal" && mention.kind !== "demonym")
    .sort((a, b) => a.start - b.start);
  let best: string[] = [];
  let run: Mention[] = [];
  const close = (): void => {
    const ids = [...new Set(run.map((mention) => mention.entity))];
    if (ids.length >= 3 && ids.length > best.length) best = ids;
    run = [];
  };
  for (const mention of names) {
    const previous = run.at(-1);
    if (previous !== undefined && !coordinated(state.context.document.text, previous, mention)) close();
    run.push(mention);
  }
  close();
  return best;
}

/** The participle belongs to a verb group: "has sanctioned", "had repeatedly detained". */
function isVerb(view: TextView, participle: number): boolean {
  let at = participle - 1;
  while (view.tag(at).startsWith("RB")) at--;
  return /^(has|have|had|having|'ve|’ve)$/.test(view.lower(at));
}

function groupAt(state: LinkState, view: TextView, head: number): Mention | undefined {
  const sentence = view.sentence(head);
  let first = head;
  let hasModifier = false;
  while (first > 0 && head - first < 7 && view.sentence(first - 1) === sentence) {
    const before = first - 1;
    const name = view.name(before);
    if (name !== undefined) {
      if (name.type === "Person") break;
      first = name.first;
      hasModifier = true;
      continue;
    }
    const tag = view.tag(before);
    // "has detained nine members": a number opens its phrase, and a participle behind "has" is the verb
    if (view.tag(first) === "CD" && tag !== "CD" && tag !== "HYPH" && view.lower(before) !== "-") break;
    if (tag === "VBN" && isVerb(view, before)) break;
    if (view.lower(before) === "-" && before > 0 && view.name(before - 1) === undefined && view.end(before - 1) === view.start(before)) {
      first = before - 1;
      hasModifier = true;
      continue;
    }
    if (/^(JJ|JJR|JJS|NN|NNP|VBN|CD|HYPH|POS)$/.test(tag)) {
      if (tag === "POS" && view.name(before - 1) === undefined) break;
      if (tag !== "HYPH" && tag !== "POS") hasModifier = true;
      first = before;
      continue;
    }
    break;
  }
  let last = head + 1;
  if (/^(people|peoples|citizens|opponents|victims)$/.test(view.lower(head)) && view.lower(last) === "of") {
    const at = view.lower(last + 1) === "the" ? last + 2 : last + 1;
    const of = view.name(at);
    if (of !== undefined) {
      last = of.last;
      hasModifier = true;
    }
  }
  const bare = /^(allies|partners)$/.test(view.lower(head));
  const determined = view.lower(first - 1);
  if (!hasModifier && !(bare && /^(the|its|our|their|and)$/.test(determined))) return undefined;
  const start = view.start(first);
  const end = view.end(last - 1);
  const name = state.context.document.text.slice(start, end).replace(/\s+/g, " ");
  const owner = view.name(first);
  // "Bosnian Serb paramilitary units", "Tuareg rebels": with whose side they are on, they are a force of their own
  const armed =
    ARMED_HEADS.test(view.lower(head)) &&
    first < head &&
    (/^(rebels|paramilitaries|militias)$/.test(view.lower(head)) || ARMED_WORDS.test(view.lower(head - 1))) &&
    /\b\p{Lu}/u.test(state.context.document.text.slice(view.start(first), view.start(head))) &&
    view.sentence(first - 1) === view.sentence(first);
  const members = bare && !hasModifier && determined === "the" ? alliesOf(state) : [];
  const group = state.table.named(armed ? "ArmedGroup" : "Group", members.length > 0 ? `the ${name}` : name, {
    scope: state.context.document.sha256,
    ...(members.length === 0 ? {} : { members }),
    ...(owner !== undefined && (owner.type === "State" || owner.type === "Territory") ? { country: owner.entity } : {}),
  });
  const content = mentionOver(state.context.analysis, start, end, {
    entity: group.id,
    type: group.type,
    kind: "nominal",
    rule: members.length > 0 ? "group.allies-named-in-text" : "group.described",
    confidence: members.length > 0 ? 0.7 : 0.65,
  });
  return content === undefined ? undefined : { ...content, head: head };
}
