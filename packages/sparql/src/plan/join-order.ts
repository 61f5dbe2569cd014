/** One relation to be joined, as the search for an order sees it. */
export interface JoinItem {
  readonly variables: readonly string[];
  /** Variables that must be bound before the item can be joined. */
  readonly requires: readonly string[];
  /** Rows of the relation: exact for patterns. */
  readonly matches: number;
  /** By position in `variables`: how many different values the variable takes in the relation. */
  readonly distinct: readonly number[];
  /** A pattern can be looked up row by row; others are joined as wholes. */
  readonly isPattern: boolean;
  /** A pattern with constant predicate that gives at most one match when this variable is bound: an array load. */
  readonly functionalKeys: readonly string[];
  /** Cost of computing the whole relation, for items that are no patterns. */
  readonly cost: number;
  /** To be joined after everything else that can be: it may leave shared variables unbound. */
  readonly isLast: boolean;
  /** Variable that the index sorts the matches by. */
  readonly sortedBy: string | undefined;
  /** Sorted lists of single variables can be intersected (constant or bound elsewhere, one graph). */
  readonly isListable: boolean;
}

/** One step: the items that are joined in it; more than one when their lists are intersected. */
export interface JoinStep {
  readonly items: readonly number[];
  readonly rows: number;
  readonly cost: number;
  /** Build a hash table of the item instead of looking it up for each row. */
  readonly byHash: boolean;
}

/** Where the join starts: nothing, or rows that are bound already. */
export interface JoinStart {
  readonly variables: readonly string[];
  readonly rows: number;
}

// Costs in rows copied; measured on the domain benchmark (scripts/bench-query.mjs) as rough ratios.
const COST_SEARCH = 4;
const COST_LOOKUP = 0.4;
const COST_HASH_BUILD = 2;
const COST_HASH_PROBE = 1.5;
/** Above this number of items all subsets would take longer than they save. */
const MAX_EXHAUSTIVE = 10;
/** Looking at one item in one subset takes as long as copying this many rows. */
const COST_THOUGHT = 12;

/**
 * The order of joins: greedy first, and where that order costs more than thinking about it, dynamic programming over all subsets (up to
 * ten items) that are cheaper than the greedy order so far. Cardinalities are exact for single patterns and assume containment of the
 * smaller value set for joins (Selinger et al. 1979).
 */
export function orderJoins(items: readonly JoinItem[], start: JoinStart): readonly JoinStep[] {
  if (items.length === 0) return [];
  const [only] = items;
  // A single pattern needs no search; many queries are just that.
  if (items.length === 1 && only !== undefined && only.isPattern && start.variables.length === 0) {
    const rows = start.rows * only.matches;
    return [{ items: [0], rows, cost: rows, byHash: false }];
  }
  const search = new OrderSearch(items, start);
  const steps = search.greedy();
  let cost = 0;
  for (const step of steps) cost += step.cost;
  const subsets = 2 ** items.length;
  if (items.length > MAX_EXHAUSTIVE || cost < subsets * items.length * COST_THOUGHT) return steps;
  return search.exhaustive(cost) ?? steps;
}

/** The search's state lies in arrays that are refilled, since plans are made for every query: no object per step looked at. */
class OrderSearch {
  readonly #items: readonly JoinItem[];
  readonly #start: JoinStart;
  readonly #names: string[] = [];
  readonly #variables: (readonly number[])[] = [];
  readonly #requires: (readonly number[])[] = [];
  readonly #functional: (readonly number[])[] = [];
  /** Per variable: the fewest distinct values among what is joined so far, 0 when unbound. Refilled for every state. */
  readonly #bound: number[] = [];
  /** Items of the state, and whether it is the very beginning. */
  readonly #placed: boolean[] = [];
  #isEmpty = true;
  /** Variable that the rows joined so far are sorted by: known while they are a single scan. */
  #sortedBy: string | undefined;
  // What can be joined next: one entry per step.
  #stepCount = 0;
  readonly #stepItem: number[] = [];
  /** For intersections, which have no single item. */
  readonly #stepGroup: (readonly number[] | undefined)[] = [];
  readonly #stepRows: number[] = [];
  readonly #stepCost: number[] = [];
  readonly #stepByHash: boolean[] = [];
  readonly #candidates: number[] = [];

  constructor(items: readonly JoinItem[], start: JoinStart) {
    this.#items = items;
    this.#start = start;
    // The variables of the start come first.
    for (const name of start.variables) this.#number(name);
    for (const item of items) {
      this.#variables.push(this.#numbers(item.variables));
      this.#requires.push(this.#numbers(item.requires));
      this.#functional.push(this.#numbers(item.functionalKeys));
      this.#placed.push(false);
    }
    for (let i = 0; i < this.#names.length; i++) this.#bound.push(0);
  }

  #number(name: string): number {
    const known = this.#names.indexOf(name);
    return known >= 0 ? known : this.#names.push(name) - 1;
  }

  #numbers(names: readonly string[]): readonly number[] {
    const numbers: number[] = [];
    for (const name of names) numbers.push(this.#number(name));
    return numbers;
  }

  /** @param limit Cost that an order must stay below to be of interest. */
  exhaustive(limit: number): readonly JoinStep[] | undefined {
    const count = this.#items.length;
    const size = 1 << count;
    const costs = new Float64Array(size).fill(limit);
    const rowsAt = new Float64Array(size);
    const before = new Int32Array(size).fill(-1);
    const best: (JoinStep | undefined)[] = new Array(size);
    costs[0] = 0;
    rowsAt[0] = this.#start.rows;
    for (let subset = 0; subset < size - 1; subset++) {
      if (subset !== 0 && before[subset]! < 0) continue;
      const cost = costs[subset]!;
      for (let item = 0; item < count; item++) this.#placed[item] = (subset & (1 << item)) !== 0;
      this.#load();
      this.#steps(rowsAt[subset]!);
      for (let i = 0; i < this.#stepCount; i++) {
        const total = cost + this.#stepCost[i]!;
        const group = this.#stepGroup[i];
        let next = subset;
        if (group === undefined) next |= 1 << this.#stepItem[i]!;
        else for (const item of group) next |= 1 << item;
        if (costs[next]! <= total) continue;
        costs[next] = total;
        rowsAt[next] = this.#stepRows[i]!;
        before[next] = subset;
        best[next] = this.#stepAt(i);
      }
    }
    if (before[size - 1]! < 0) return undefined;
    const steps: JoinStep[] = [];
    for (let subset = size - 1; subset !== 0; subset = before[subset]!) steps.unshift(best[subset]!);
    return steps;
  }

  greedy(): readonly JoinStep[] {
    const steps: JoinStep[] = [];
    let rows = this.#start.rows;
    let open = this.#items.length;
    while (open > 0) {
      this.#load();
      this.#steps(rows);
      let best = -1;
      for (let i = 0; i < this.#stepCount; i++) {
        if (best < 0 || this.#stepCost[i]! + this.#stepRows[i]! < this.#stepCost[best]! + this.#stepRows[best]!) best = i;
      }
      if (best < 0) throw new TypeError("some item can always be joined");
      const step = this.#stepAt(best);
      for (const item of step.items) this.#placed[item] = true;
      open -= step.items.length;
      rows = step.rows;
      steps.push(step);
    }
    return steps;
  }

  #stepAt(i: number): JoinStep {
    const items = this.#stepGroup[i] ?? [this.#stepItem[i]!];
    return { items, rows: this.#stepRows[i]!, cost: this.#stepCost[i]!, byHash: this.#stepByHash[i]! };
  }

  #put(item: number, group: readonly number[] | undefined, rows: number, cost: number, byHash: boolean): void {
    const at = this.#stepCount++;
    this.#stepItem[at] = item;
    this.#stepGroup[at] = group;
    this.#stepRows[at] = rows;
    this.#stepCost[at] = cost;
    this.#stepByHash[at] = byHash;
  }

  /** Describes the state in `#placed`: which variables are bound. */
  #load(): void {
    const bound = this.#bound;
    const fromStart = this.#start.variables.length;
    for (let variable = 0; variable < bound.length; variable++) bound[variable] = variable < fromStart ? Math.max(1, this.#start.rows) : 0;
    this.#isEmpty = fromStart === 0;
    this.#sortedBy = undefined;
    for (let item = 0; item < this.#items.length; item++) {
      if (!this.#placed[item]) continue;
      this.#bind(item);
      this.#sortedBy = this.#isEmpty ? this.#items[item]!.sortedBy : undefined;
      this.#isEmpty = false;
    }
  }

  #bind(item: number): void {
    const variables = this.#variables[item]!;
    const { distinct } = this.#items[item]!;
    for (let i = 0; i < variables.length; i++) {
      const variable = variables[i]!;
      const known = this.#bound[variable]!;
      const values = Math.max(1, distinct[i]!);
      if (known === 0 || values < known) this.#bound[variable] = values;
    }
  }

  /** What can be joined next in the state that is loaded. */
  #steps(rows: number): void {
    this.#stepCount = 0;
    const candidates = this.#candidates;
    candidates.length = 0;
    let hasRegular = false;
    for (let item = 0; item < this.#items.length; item++) {
      if (this.#placed[item] || !this.#isReady(item)) continue;
      const isRegular = !this.#items[item]!.isLast;
      if (isRegular && !hasRegular) {
        hasRegular = true;
        candidates.length = 0;
      }
      if (isRegular || !hasRegular) candidates.push(item);
    }
    let hasConnected = false;
    for (let i = 0; i < candidates.length && !hasConnected; i++) hasConnected = this.#isConnected(candidates[i]!);
    for (let i = 0; i < candidates.length; i++) {
      const item = candidates[i]!;
      // A cross product only pays between tiny relations.
      if (hasConnected && this.#items[item]!.matches * rows > 1000 && !this.#isConnected(item)) continue;
      this.#step(rows, item);
    }
    if (!this.#isEmpty) this.#intersections(rows);
  }

  #isReady(item: number): boolean {
    const requires = this.#requires[item]!;
    for (let i = 0; i < requires.length; i++) if (this.#bound[requires[i]!] === 0) return false;
    return true;
  }

  #isConnected(item: number): boolean {
    return this.#hasBound(this.#variables[item]!);
  }

  #hasBound(variables: readonly number[]): boolean {
    for (let i = 0; i < variables.length; i++) if (this.#bound[variables[i]!]! > 0) return true;
    return false;
  }

  #step(rowsBefore: number, item: number): void {
    const description = this.#items[item]!;
    const rows = this.#rowsAfter(rowsBefore, item);
    if (!description.isPattern) {
      const cost = description.cost + description.matches * COST_HASH_BUILD + rowsBefore * COST_HASH_PROBE + rows;
      this.#put(item, undefined, rows, cost, false);
      return;
    }
    if (this.#isEmpty) {
      this.#put(item, undefined, rows, rows, false);
      return;
    }
    const isFunctional = this.#hasBound(this.#functional[item]!);
    const searched = rowsBefore * (isFunctional ? COST_LOOKUP : COST_SEARCH) + rows;
    const hashed = description.matches * COST_HASH_BUILD + rowsBefore * COST_HASH_PROBE + rows;
    // Two scans in the same order are merged, which the builder recognises.
    const merged =
      this.#sortedBy !== undefined && this.#sortedBy === description.sortedBy ? description.matches + rowsBefore + rows : hashed;
    if (merged < Math.min(hashed, searched)) {
      this.#put(item, undefined, rows, merged, true);
      return;
    }
    // A hash table of a hub's matches is only worth it when most rows hit different keys.
    const byHash = hashed < searched * 0.7 || (rowsBefore > 1 && !this.#isConnected(item));
    this.#put(item, undefined, rows, byHash ? hashed : searched, byHash);
  }

  #rowsAfter(rows: number, item: number): number {
    const { matches, distinct } = this.#items[item]!;
    const variables = this.#variables[item]!;
    let result = rows * matches;
    for (let i = 0; i < variables.length; i++) {
      const bound = this.#bound[variables[i]!]!;
      if (bound > 0) result /= Math.max(1, Math.min(bound, Math.max(1, rows)), distinct[i]!);
    }
    return Math.max(result, 1e-3);
  }

  /** The one variable that a listable item lacks; −1 for other items. */
  #missing(item: number): number {
    if (!this.#items[item]!.isListable) return -1;
    const variables = this.#variables[item]!;
    let missing = -1;
    for (let i = 0; i < variables.length; i++) {
      if (this.#bound[variables[i]!]! > 0) continue;
      if (missing >= 0) return -1;
      missing = variables[i]!;
    }
    return missing;
  }

  /** Groups of patterns that all lack the same single variable, two of them with a variable that is bound. */
  #intersections(rows: number): void {
    const candidates = this.#candidates;
    for (let i = 0; i < candidates.length; i++) {
      const variable = this.#missing(candidates[i]!);
      if (variable < 0) continue;
      let isFirst = true;
      for (let j = 0; j < i && isFirst; j++) isFirst = this.#missing(candidates[j]!) !== variable;
      if (!isFirst) continue;
      let wide = 0;
      const group: number[] = [];
      for (let j = i; j < candidates.length; j++) {
        const item = candidates[j]!;
        if (this.#missing(item) !== variable) continue;
        group.push(item);
        if (this.#variables[item]!.length > 1) wide++;
      }
      if (wide > 1) this.#intersection(rows, group);
    }
  }

  #intersection(rowsBefore: number, group: readonly number[]): void {
    let shortest = Number.POSITIVE_INFINITY;
    for (const item of group) shortest = Math.min(shortest, this.#rowsAfter(rowsBefore, item) / Math.max(rowsBefore, 1e-3));
    const bound = [...this.#bound];
    let rows = rowsBefore;
    for (const item of group) {
      rows = this.#rowsAfter(rows, item);
      this.#bind(item);
    }
    for (let i = 0; i < bound.length; i++) this.#bound[i] = bound[i]!;
    this.#put(-1, group, rows, rowsBefore * (COST_SEARCH * group.length + shortest * 2) + rows, false);
  }
}
