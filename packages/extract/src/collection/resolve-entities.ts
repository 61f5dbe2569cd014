import type { EntityProfile, EntityProfiles } from "./entity-profile.ts";
import { judgeEntities } from "./judge-entities.ts";
import { judgement, type MergeJudgement } from "./merge-judgement.ts";

/** Which entities of a collection are one, and why. */
export interface EntityResolution {
  /** Every verdict that was given, by ids: merges, refusals and doubts. */
  readonly judgements: readonly MergeJudgement[];
  /** Id → id of the entity that stands for it; only entities that were merged into another. */
  readonly canonical: ReadonlyMap<string, string>;
}

/** A name that more entities than this share is no hint. */
const MAX_CANDIDATES = 24;
/** A bare surname that more persons than this could have is not listed as a doubt. */
const MAX_DOUBTS = 5;

/** Collectives and documents are their own document's; states are known beforehand. */
const FIXED: ReadonlySet<string> = new Set(["Group", "Document", "State", "Territory"]);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Merges entities that documents name differently. Conservative: names alone merge persons only when they are full names; what conflicts is never merged, not even by way
 * of a third entity; whatever is neither is listed as `unsure`.
 *
 * @param pinned The user's own verdicts; `same` and `different` overrule every rule, `unsure` undoes a merge. A pin on an absent entity has no effect.
 */
export function resolveEntities(profiles: EntityProfiles, pinned: readonly MergeJudgement[] = []): EntityResolution {
  const judgements = new Map<string, MergeJudgement>();
  for (const pin of [...pinned].sort((x, y) => compare(`${x.a} ${x.b} ${x.verdict}`, `${y.a} ${y.b} ${y.verdict}`))) {
    if (!profiles.byId.has(pin.a) || !profiles.byId.has(pin.b) || pin.a === pin.b) continue;
    const ordered = judgement(pin.a, pin.b, pin.verdict, "pinned", pin.reason);
    judgements.set(keyOf(ordered.a, ordered.b), ordered);
  }
  const pins = new Set(judgements.keys());
  for (const [a, b] of candidatePairs(profiles)) {
    const key = keyOf(a.id, b.id);
    if (judgements.has(key)) continue;
    const found = judgeEntities(a, b);
    // That a missile is not a programme needs no record.
    if (found !== undefined && found.rule !== "merge.type") judgements.set(key, found);
  }
  dropAmbiguous(judgements, pins);
  doubtForks(judgements, pins, profiles);
  const groups = new Map<string, string[]>();
  const groupOf = (id: string): string[] => groups.get(id) ?? [id];
  const merges = [...judgements].filter(([, { verdict }]) => verdict === "same");
  merges.sort(([x], [y]) => Number(pins.has(y)) - Number(pins.has(x)) || compare(x, y));
  for (const [key, merge] of merges) {
    const [left, right] = [groupOf(merge.a), groupOf(merge.b)];
    if (left === right || left.includes(merge.b)) continue;
    const clash = firstClash(left, right, key, judgements, profiles, pins);
    if (clash !== undefined) {
      judgements.set(key, {
        ...merge,
        verdict: "unsure",
        rule: "merge.chain",
        reason: `${merge.reason} It would also make one of ${clash}.`,
      });
      continue;
    }
    const joined = [...left, ...right].sort(compare);
    for (const id of joined) groups.set(id, joined);
  }
  const canonical = new Map<string, string>();
  for (const group of new Set(groups.values())) {
    const head = headOf(group, profiles);
    for (const id of group) if (id !== head) canonical.set(id, head);
  }
  return {
    judgements: [...judgements].sort(([x], [y]) => compare(x, y)).map(([, verdict]) => verdict),
    canonical: new Map([...canonical].sort(([x], [y]) => compare(x, y))),
  };
}

const keyOf = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`);

/** Pairs that share a name, an acronym, initials or a surname. */
function candidatePairs({ byId }: EntityProfiles): Iterable<readonly [EntityProfile, EntityProfile]> {
  const buckets = new Map<string, EntityProfile[]>();
  const put = (key: string, profile: EntityProfile): void => {
    const bucket = buckets.get(key);
    if (bucket === undefined) buckets.set(key, [profile]);
    else if (bucket.at(-1) !== profile) bucket.push(profile);
  };
  for (const profile of byId.values()) {
    if (FIXED.has(profile.type)) continue;
    for (const key of profile.keys) put(`name ${key}`, profile);
    for (const acronym of profile.acronyms) put(`acronym ${acronym}`, profile);
    if (profile.wikidata !== undefined) put(`wikidata ${profile.wikidata}`, profile);
    if (profile.type === "Person") {
      const [first, last] = [profile.words[0] ?? "", profile.words.at(-1) ?? ""];
      // Full names meet under their last word and their first letter; a bare name meets those that begin or end with it.
      put(`person ${last} ${first[0] ?? ""}`, profile);
      put(`surname ${last}`, profile);
      if (first !== last) put(`surname ${first}`, profile);
    } else if (profile.words.length >= 3) {
      put(
        `acronym ${profile.words
          .filter((word) => !/^(of|the|for|and|on|in|to)$/.test(word))
          .map((word) => word[0])
          .join("")
          .toUpperCase()}`,
        profile,
      );
    }
  }
  const pairs = new Map<string, readonly [EntityProfile, EntityProfile]>();
  const pair = (a: EntityProfile, b: EntityProfile): void => {
    // That the knowledge base has both is no news.
    if (!a.known || !b.known) pairs.set(keyOf(a.id, b.id), [a, b]);
  };
  for (const [key, bucket] of buckets) {
    if (bucket.length < 2) continue;
    if (key.startsWith("surname ")) {
      const bare = bucket.filter(({ words }) => words.length === 1);
      for (const short of bare) for (const long of bucket) if (long.words.length > 1) pair(short, long);
      continue;
    }
    if (bucket.length > MAX_CANDIDATES) continue;
    bucket.forEach((a, index) => {
      for (const b of bucket.slice(index + 1)) pair(a, b);
    });
  }
  return pairs.values();
}

/** An alias, acronym or surname that leads to several entities leads to none; long lists of doubts are no help. */
function dropAmbiguous(judgements: Map<string, MergeJudgement>, pins: ReadonlySet<string>): void {
  const partners = new Map<string, string[]>();
  const note = (id: string, key: string): void => {
    const keys = partners.get(id);
    if (keys === undefined) partners.set(id, [key]);
    else keys.push(key);
  };
  for (const [key, { a, b, rule }] of judgements) {
    if (pins.has(key) || !/^merge\.(surname|surname-post|initials|acronym)$/.test(rule)) continue;
    note(`${rule} ${a}`, key);
    note(`${rule} ${b}`, key);
  }
  for (const keys of partners.values()) {
    const verdicts = keys.flatMap((key) => judgements.get(key) ?? []);
    if (keys.length > MAX_DOUBTS && verdicts.every(({ verdict }) => verdict === "unsure")) for (const key of keys) judgements.delete(key);
    // A long name may go by several short ones (J. Smith, Smith); a short one has one bearer.
  }
  const bearers = new Map<string, string[]>();
  for (const [key, { a, b, verdict, rule }] of judgements) {
    if (verdict !== "same" || pins.has(key) || !/^merge\.(surname-post|initials|acronym)$/.test(rule)) continue;
    for (const id of [a, b]) bearers.set(id, [...(bearers.get(id) ?? []), key]);
  }
  for (const keys of bearers.values()) {
    if (keys.length < 2) continue;
    for (const key of keys) {
      const merge = judgements.get(key);
      if (merge !== undefined) judgements.set(key, { ...merge, verdict: "unsure", reason: `${merge.reason} So do others.` });
    }
  }
}

/** What would be one with each of two that are known to be two is merged with neither. */
function doubtForks(judgements: Map<string, MergeJudgement>, pins: ReadonlySet<string>, { byId }: EntityProfiles): void {
  const partners = new Map<string, string[]>();
  for (const [key, { a, b, verdict }] of judgements) {
    if (verdict !== "same") continue;
    for (const id of [a, b]) partners.set(id, [...(partners.get(id) ?? []), key]);
  }
  const forks = new Map<string, string>();
  for (const [id, keys] of partners) {
    const others = keys.flatMap((key) => {
      const merge = judgements.get(key);
      return merge === undefined ? [] : [merge.a === id ? merge.b : merge.a];
    });
    const clash = others
      .flatMap((a, at) => others.slice(at + 1).map((b) => [a, b] as const))
      .find(([a, b]) => isDifferent(a, b, judgements, byId));
    if (clash !== undefined) for (const key of keys) if (!pins.has(key)) forks.set(key, `${clash[0]} and ${clash[1]}`);
  }
  for (const [key, clash] of forks) {
    const merge = judgements.get(key);
    if (merge !== undefined)
      judgements.set(key, {
        ...merge,
        verdict: "unsure",
        rule: "merge.chain",
        reason: `${merge.reason} It would also make one of ${clash}.`,
      });
  }
}

function isDifferent(a: string, b: string, judgements: ReadonlyMap<string, MergeJudgement>, byId: EntityProfiles["byId"]): boolean {
  const known = judgements.get(keyOf(a, b));
  if (known !== undefined) return known.verdict === "different";
  const [one, other] = [byId.get(a), byId.get(b)];
  return one !== undefined && other !== undefined && judgeEntities(one, other)?.verdict === "different";
}

/** A pair across two groups that is known to be two, in words. */
function firstClash(
  left: readonly string[],
  right: readonly string[],
  merging: string,
  judgements: ReadonlyMap<string, MergeJudgement>,
  { byId }: EntityProfiles,
  pins: ReadonlySet<string>,
): string | undefined {
  for (const a of left) {
    for (const b of right) {
      const key = keyOf(a, b);
      if (key === merging) continue;
      const [one, other] = [byId.get(a), byId.get(b)];
      const known = judgements.get(key) ?? (one === undefined || other === undefined ? undefined : judgeEntities(one, other));
      if (known?.verdict === "different" || (pins.has(key) && known?.verdict === "unsure")) return `${a} and ${b}: ${known.reason}`;
    }
  }
  return undefined;
}

/** The entity of the knowledge base, else the one with the longest name, else the first by id. */
function headOf(group: readonly string[], { byId }: EntityProfiles): string {
  const rank = (id: string): number => (byId.get(id)?.known === true ? 1000 : 0) + (byId.get(id)?.words.length ?? 0);
  return [...group].sort((a, b) => rank(b) - rank(a) || compare(a, b))[0] as string;
}
