import type { Quad } from "@rdfjs/types";
import { blankLabels, quadKey } from "./canonical.ts";

/** Choices tried between nodes that colours cannot tell apart. Only graphs built to resist it need more; for them the order is still valid, but may depend on labels. */
const MAX_ATTEMPTS = 500;

/** The blank nodes of a connected part in canonical order, and its text under the names `_:0`, `_:1`, … */
export interface CanonicalComponent {
  readonly labels: readonly string[];
  readonly text: string;
}

interface Partition {
  /** Label → number of its class. */
  readonly colour: Map<string, number>;
  /** What the members of a class look like from outside, as last computed. */
  readonly looks: Map<number, string>;
  nextColour: number;
}

/**
 * Canonical order of the blank nodes of one connected part: colour refinement, then individualisation where symmetry remains (McKay 1981, as in nauty). Every decision
 * depends on structure alone, never on labels.
 */
export function canonicalComponent(quads: readonly Quad[]): CanonicalComponent {
  const labels = [...new Set(quads.flatMap(blankLabels))];
  const occurrences = new Map<string, Quad[]>(labels.map((label) => [label, []]));
  for (const quad of quads) for (const label of new Set(blankLabels(quad))) occurrences.get(label)!.push(quad);
  let attempts = 0;

  const settle = (partition: Partition, changed: Iterable<string>): CanonicalComponent => {
    refine(partition, occurrences, changed);
    const tied = firstTie(partition.colour);
    if (tied === undefined) {
      const sorted = [...partition.colour].sort((a, b) => a[1] - b[1]).map(([label]) => label);
      const names = new Map(sorted.map((label, i) => [label, `_:${String(i).padStart(7, "0")}`]));
      const keys = quads.map((quad) => quadKey(quad, names)).sort();
      return { labels: sorted, text: keys.join("\n") };
    }
    if (areTwins(tied, occurrences)) {
      const next = copyOf(partition);
      for (const label of tied.slice(1)) next.colour.set(label, next.nextColour++);
      return settle(next, []);
    }
    let best: CanonicalComponent | undefined;
    for (const label of tied) {
      if (best !== undefined && attempts >= MAX_ATTEMPTS) break;
      attempts++;
      const next = copyOf(partition);
      next.colour.set(label, next.nextColour++);
      const candidate = settle(next, [label]);
      if (best === undefined || candidate.text < best.text) best = candidate;
    }
    return best!;
  };
  const start: Partition = { colour: new Map(labels.map((label) => [label, 0])), looks: new Map(), nextColour: 1 };
  return settle(start, labels);
}

function copyOf({ colour, looks, nextColour }: Partition): Partition {
  return { colour: new Map(colour), looks: new Map(looks), nextColour };
}

/** The members of the lowest class with several, in the order of the map. */
function firstTie(colour: ReadonlyMap<string, number>): readonly string[] | undefined {
  const classes = new Map<number, string[]>();
  for (const [label, number] of colour) {
    const members = classes.get(number);
    if (members === undefined) classes.set(number, [label]);
    else members.push(label);
  }
  let lowest: number | undefined;
  for (const [number, members] of classes) if (members.length > 1 && (lowest === undefined || number < lowest)) lowest = number;
  return lowest === undefined ? undefined : classes.get(lowest);
}

/** Whether the nodes are joined to the very same other nodes in the same ways: then exchanging two of them changes nothing. */
function areTwins(members: readonly string[], occurrences: ReadonlyMap<string, readonly Quad[]>): boolean {
  const looks = members.map((label) => {
    const self = new Map([[label, "@"]]);
    return occurrences
      .get(label)!
      .map((quad) => quadKey(quad, self))
      .sort()
      .join("\n");
  });
  return looks.every((look) => look === looks[0]);
}

/**
 * Splits classes until all members of each look the same from outside. Only nodes next to a changed one are looked at again, and the largest part of a split class keeps its
 * colour (Hopcroft), so that a chain of n nodes takes n steps and not n².
 */
function refine(partition: Partition, occurrences: ReadonlyMap<string, readonly Quad[]>, changed: Iterable<string>): void {
  const { colour, looks } = partition;
  const sizes = new Map<number, number>();
  for (const number of colour.values()) sizes.set(number, (sizes.get(number) ?? 0) + 1);
  let dirty = neighbours(changed, occurrences);
  while (dirty.size > 0) {
    const byClass = new Map<number, Map<string, string[]>>();
    for (const label of dirty) {
      const groups = byClass.get(colour.get(label)!) ?? new Map<string, string[]>();
      byClass.set(colour.get(label)!, groups);
      const look = lookOf(label, occurrences.get(label)!, colour);
      const group = groups.get(look);
      if (group === undefined) groups.set(look, [label]);
      else group.push(label);
    }
    const moved: string[] = [];
    for (const [number, groups] of [...byClass].sort((a, b) => a[0] - b[0])) {
      const untouched = sizes.get(number)! - [...groups.values()].reduce((sum, group) => sum + group.length, 0);
      const before = looks.get(number);
      const size = (look: string): number => (groups.get(look)?.length ?? 0) + (look === before ? untouched : 0);
      const parts = [...new Set([...groups.keys(), ...(untouched > 0 && before !== undefined ? [before] : [])])].sort();
      const kept = parts.reduce((best, look) => (size(look) > size(best) ? look : best));
      looks.set(number, kept);
      for (const look of parts) {
        // The untouched part can only move by being renamed, which would mean touching it: it keeps the colour even where a dirty part is larger.
        if (look === (untouched > 0 && before !== undefined ? before : kept)) continue;
        const fresh = partition.nextColour++;
        looks.set(fresh, look);
        const members = groups.get(look)!;
        sizes.set(fresh, members.length);
        sizes.set(number, sizes.get(number)! - members.length);
        for (const label of members) colour.set(label, fresh);
        moved.push(...members);
      }
      if (untouched > 0 && before !== undefined) looks.set(number, before);
    }
    dirty = neighbours(moved, occurrences);
  }
}

/** The nodes themselves and all that share a quad with one of them. */
function neighbours(labels: Iterable<string>, occurrences: ReadonlyMap<string, readonly Quad[]>): Set<string> {
  const found = new Set<string>();
  for (const label of labels) {
    found.add(label);
    for (const quad of occurrences.get(label)!) for (const other of blankLabels(quad)) found.add(other);
  }
  return found;
}

/** The quads of a node seen from it, other nodes by their colour. */
function lookOf(label: string, quads: readonly Quad[], colour: ReadonlyMap<string, number>): string {
  const names = new Map<string, string>();
  for (const quad of quads)
    for (const other of blankLabels(quad)) names.set(other, other === label ? "@" : `?${String(colour.get(other)!).padStart(7, "0")}`);
  return quads
    .map((quad) => quadKey(quad, names))
    .sort()
    .join("\n");
}
