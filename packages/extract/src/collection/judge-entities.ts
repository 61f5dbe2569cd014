import { BODY_TYPES, type EntityType } from "../ontology.ts";
import type { EntityProfile, ProfilePost } from "./entity-profile.ts";
import { judgement, type MergeJudgement } from "./merge-judgement.ts";

const ORGANIZATIONS: ReadonlySet<EntityType> = new Set<EntityType>([...BODY_TYPES]);
/** Collectives, documents and the like mean something else in each document; states are known beforehand. */
const NEVER_MERGED: ReadonlySet<EntityType> = new Set<EntityType>(["Group", "Document", "State", "Territory"]);
/** Things whose names are descriptions: only the very same name counts. */
const BY_NAME_ONLY: ReadonlySet<EntityType> = new Set<EntityType>([
  "Item",
  "WeaponCategory",
  "WeaponSystem",
  "Resolution",
  "Programme",
  "Position",
]);
/** Every state has one of these: the name alone does not say whose. */
const GENERIC_BODY =
  /^(?:(?:national|foreign|defen[cs]e|interior|finance|state|general) )*(ministry|department|parliament|congress|assembly|army|navy|airforce|air force|government|cabinet|police|security council|committee|office|agency|staff|coast guard)\b(?! (?:of|for) (?:the )?(?:united|republic))/;

/** Words within names that are written small. */
const SMALL_WORDS: ReadonlySet<string> = new Set(["of", "the", "for", "and", "on", "in", "to", "al", "de", "du", "la", "von"]);

const intersect = <T>(a: ReadonlySet<T>, b: ReadonlySet<T>): boolean => [...a].some((item) => b.has(item));
const compatibleTypes = (a: EntityType, b: EntityType): boolean =>
  a === b || (ORGANIZATIONS.has(a) && ORGANIZATIONS.has(b) && (a === "Organization" || b === "Organization"));

/** What the rules say of two entities; `undefined` where none has anything to say (they are then different, without a record). */
export function judgeEntities(a: EntityProfile, b: EntityProfile): MergeJudgement | undefined {
  if (a.id === b.id) return undefined;
  const say = (verdict: MergeJudgement["verdict"], rule: string, reason: string): MergeJudgement =>
    judgement(a.id, b.id, verdict, `merge.${rule}`, reason);
  if (!compatibleTypes(a.type, b.type)) return say("different", "type", `A ${a.type} is not a ${b.type}.`);
  const conflict = conflictOf(a, b);
  if (conflict !== undefined) return say("different", "conflict", conflict);
  if (a.wikidata !== undefined && a.wikidata === b.wikidata) return say("same", "wikidata", `Both are Wikidata's ${a.wikidata}.`);
  const named = a.type === "Position" ? samePost(a, b) : a.type === "Person" ? samePerson(a, b) : sameThing(a, b);
  if (named === undefined) return undefined;
  if (named.verdict === "same" && a.states.size > 0 && b.states.size > 0 && !intersect(a.states, b.states))
    return say("different", "conflict", `They belong to different states: ${[...a.states].join(", ")}; ${[...b.states].join(", ")}.`);
  return say(named.verdict, named.rule, named.reason);
}

type Finding = Pick<MergeJudgement, "verdict" | "rule" | "reason">;

/** Reasons why two entities can't be one, whatever their names. */
function conflictOf(a: EntityProfile, b: EntityProfile): string | undefined {
  if (NEVER_MERGED.has(a.type)) return `A ${a.type} has the identity that its own document gives it.`;
  if (a.wikidata !== undefined && b.wikidata !== undefined && a.wikidata !== b.wikidata)
    return `Wikidata keeps them apart: ${a.wikidata}, ${b.wikidata}.`;
  if (a.iso3 !== b.iso3 && a.iso3 !== undefined && b.iso3 !== undefined) return `Different country codes: ${a.iso3}, ${b.iso3}.`;
  if (a.known && b.known && a.wikidata === undefined) return "The knowledge base has both.";
  if (a.known && b.known && a.wikidata !== b.wikidata) return "The knowledge base has both.";
  return undefined;
}

/** Types of things whose words mean the same in every document; elsewhere "Western sanctions" are those that the document is about. */
const CONCEPTS: ReadonlySet<EntityType> = new Set<EntityType>(["Item", "WeaponCategory", "WeaponSystem", "Programme"]);
const isProperName = (name: string): boolean =>
  name.split(/[\s-]+/).every((word) => SMALL_WORDS.has(word.toLowerCase()) || !/^\p{Ll}/u.test(word));

function sameThing(a: EntityProfile, b: EntityProfile): Finding | undefined {
  if (!CONCEPTS.has(a.type) && (!isProperName(a.name) || !isProperName(b.name))) return undefined;
  const generic = ORGANIZATIONS.has(a.type) && (GENERIC_BODY.test(a.words.join(" ")) || GENERIC_BODY.test(b.words.join(" ")));
  const shared = intersect(a.states, b.states);
  // Ids are made of names: two ids for the very same name are two documents' own things ("Headquarters", "the Military Service Law").
  if (a.key === b.key && (a.name === b.name || (a.words.length === 1 && !ORGANIZATIONS.has(a.type) && !CONCEPTS.has(a.type))))
    return { verdict: "unsure", rule: "own-name", reason: `Each document means its own by "${a.name}".` };
  if (a.key === b.key)
    return generic && !shared
      ? {
          verdict: "unsure",
          rule: "generic-name",
          reason: `"${a.name}" is a name that bodies of several states have, and no state is named.`,
        }
      : { verdict: "same", rule: "exact-name", reason: `Both are called "${a.name}" but for case, accents or punctuation.` };
  if (BY_NAME_ONLY.has(a.type)) return undefined;
  if (a.keys.has(b.key) || b.keys.has(a.key)) {
    const [owner, other] = a.keys.has(b.key) ? [a, b] : [b, a];
    return generic && !shared
      ? { verdict: "unsure", rule: "generic-name", reason: `"${other.name}" is a name of "${owner.name}", and of others.` }
      : { verdict: "same", rule: "alias", reason: `"${other.name}" is a name of "${owner.name}".` };
  }
  const acronym = [...a.acronyms].find((letters) => b.acronyms.has(letters)) ?? initialsMatch(a, b) ?? initialsMatch(b, a);
  if (acronym === undefined) return undefined;
  // Three letters stand for many things; four and a common state, or a state that both name, for one.
  return shared && acronym.length >= 3
    ? { verdict: "same", rule: "acronym", reason: `"${acronym}" stands for both, of the same state.` }
    : { verdict: "unsure", rule: "acronym", reason: `"${acronym}" may stand for both "${a.name}" and "${b.name}".` };
}

function initialsMatch(short: EntityProfile, long: EntityProfile): string | undefined {
  if (long.words.length < 3 || short.words.length !== 1) return undefined;
  const initials = long.words
    .filter((word) => !SMALL_WORDS.has(word))
    .map((word) => word[0])
    .join("")
    .toUpperCase();
  return short.acronyms.has(initials) ? initials : undefined;
}

/** A post is its title and its body: "president" alone is a post of every state. */
function samePost(a: EntityProfile, b: EntityProfile): Finding | undefined {
  if (a.key !== b.key || !intersect(a.states, b.states)) return undefined;
  return { verdict: "same", rule: "post", reason: `Both are "${a.name}" of the same state.` };
}

function samePerson(a: EntityProfile, b: EntityProfile): Finding | undefined {
  const [short, long] = a.words.length <= b.words.length ? [a, b] : [b, a];
  if (a.key === b.key)
    return short.words.length > 1 || sharedPost(a, b) !== undefined
      ? { verdict: "same", rule: "exact-name", reason: `Both are called "${a.name}" but for case, accents or punctuation.` }
      : { verdict: "unsure", rule: "single-name", reason: `"${a.name}" is a name that several persons have.` };
  const post = sharedPost(a, b);
  const [only] = short.words;
  if (short.words.length === 1 && long.words.length > 1 && only !== undefined && (long.words[0] === only || long.words.at(-1) === only)) {
    return post === undefined
      ? { verdict: "unsure", rule: "surname", reason: `"${short.name}" may be "${long.name}", but no post says so.` }
      : { verdict: "same", rule: "surname-post", reason: `"${short.name}" and "${long.name}" are both ${post}.` };
  }
  if (short.words.length > 1 && short.words.at(-1) === long.words.at(-1)) {
    const initials = initialsOnly(short.words.slice(0, -1), long.words.slice(0, -1));
    if (initials === "middle")
      return { verdict: "same", rule: "middle-initial", reason: `"${short.name}" and "${long.name}" differ by a middle initial.` };
    if (initials === "given")
      return post === undefined
        ? { verdict: "unsure", rule: "initials", reason: `"${short.name}" may be "${long.name}", but no post says so.` }
        : { verdict: "same", rule: "initials", reason: `"${short.name}" and "${long.name}" share surname, initial and post (${post}).` };
  }
  // An alias that the texts give in so many words ("Kim Jong Un, also known as ..."); single words are surnames.
  const alias = a.words.length > 1 && b.words.length > 1 && (a.keys.has(b.key) || b.keys.has(a.key));
  return alias ? { verdict: "same", rule: "alias", reason: `"${a.name}" and "${b.name}" are names of one person.` } : undefined;
}

/** `middle`: equal but for middle initials; `given`: the given name is an initial of the other's; `undefined`: neither. */
function initialsOnly(a: readonly string[], b: readonly string[]): "middle" | "given" | undefined {
  const [first, second] = [a[0] ?? "", b[0] ?? ""];
  const rest = [...a.slice(1), ...b.slice(1)];
  if (first === second && first.length > 1 && a.length !== b.length && rest.every((word) => word.length === 1)) return "middle";
  const initial = first.length === 1 || second.length === 1;
  return initial && first[0] === second[0] && rest.every((word) => word.length === 1) ? "given" : undefined;
}

/** A post that two persons share: one title within the other, and the same body. */
function sharedPost(a: EntityProfile, b: EntityProfile): string | undefined {
  const same = (x: ProfilePost, y: ProfilePost): boolean =>
    x.body !== undefined &&
    x.body === y.body &&
    (x.title === y.title || ` ${x.title} `.includes(` ${y.title} `) || ` ${y.title} `.includes(` ${x.title} `));
  return a.posts.find((x) => b.posts.some((y) => same(x, y)))?.title;
}
