import type { Analysis, FixedName } from "./analysis.ts";
import { tagIndex } from "./tags.ts";

/** A fixed name in tokens: `[first, last)` and the token that stands for it in the tree. */
export interface NameUnit {
  readonly first: number;
  readonly last: number;
  readonly head: number;
}

/** Tags of words inside names that are not names themselves. */
const INNER_TAGS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    of: "IN",
    for: "IN",
    on: "IN",
    in: "IN",
    at: "IN",
    to: "IN",
    with: "IN",
    by: "IN",
    from: "IN",
    against: "IN",
    under: "IN",
    "&": "CC",
    and: "CC",
    or: "CC",
    the: "DT",
    a: "DT",
    "'s": "POS",
    "'": "POS",
    "-": "HYPH",
    ",": ",",
    "(": "-LRB-",
    ")": "-RRB-",
    "/": "SYM",
    ".": ".",
    ":": ":",
  }),
);
const PREPOSITION = tagIndex("IN");

/**
 * Turns spans into units and writes the tags they force into `fixed`. Names that do not fall on token boundaries, that cross sentences or that
 * overlap an earlier or longer one are ignored.
 *
 * @param fixed A tag index per token, -1 where the tagger decides; written here.
 */
export function resolveFixedNames(analysis: Analysis, names: readonly FixedName[], fixed: Int8Array): NameUnit[] {
  const { tokens } = analysis;
  const units: NameUnit[] = [];
  const sorted = [...names].sort((a, b) => a.start - b.start || b.end - a.end);
  let free = 0;
  let at = 0;
  for (const name of sorted) {
    while (at < tokens.count && tokens.start[at]! < name.start) at += 1;
    if (at >= tokens.count) break;
    if (tokens.start[at] !== name.start || at < free) continue;
    let last = at;
    while (last < tokens.count && tokens.end[last]! < name.end) last += 1;
    if (last >= tokens.count || tokens.end[last] !== name.end || tokens.sentence[last] !== tokens.sentence[at]) continue;
    const tag = tagIndex(name.tag ?? "NNP");
    const before = name.tag === "JJ" ? tag : tagIndex("NNP");
    let head = last;
    for (let i = at; i <= last; i += 1) {
      const inner = INNER_TAGS.get(tokens.norm[i]!);
      fixed[i] = inner === undefined ? (i === last ? tag : before) : tagIndex(inner);
      // `Ministry of National Defense`: what stands before the first preposition names the thing.
      if (fixed[i] === PREPOSITION && i > at && head === last && i < last) head = i - 1;
    }
    if (fixed[head] !== tag && !INNER_TAGS.has(tokens.norm[head]!)) fixed[head] = tag;
    units.push({ first: at, last: last + 1, head });
    free = last + 1;
  }
  return units;
}
