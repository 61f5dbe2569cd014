import type { PatternFigures } from "./source.ts";

/** One relation to be joined, as the search for an order sees it. */
export interface JoinItem {
  readonly variables: readonly string[];
  /** Variables that must be bound before the item can be joined. */
  readonly requires: readonly string[];
  readonly figures: PatternFigures;
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

/**
 * The order of joins: dynamic programming over all subsets up to ten items, greedy beyond. Cardinalities are exact for single patterns
 * and assume containment of the smaller value set for joins (Selinger et al. 1979).
 */
export function orderJoins(items: readonly JoinItem[], start: JoinStart): readonly JoinStep[] {
  if (items.length === 0) return [];
  const [only] = items;
  // A single pattern needs no search; many queries are just that.
  if (items.length === 1 && only !== undefined && only.isPattern && start.variables.length === 0) {
    const rows = start.rows * only.figures.matches;
    return [{ items: [0], rows, cost: rows, byHash: false }];
  }
  const search = new OrderSearch(items, start);
  return items.length <= MAX_EXHAUSTIVE ? search.exhaustive() : search.greedy();
}

class OrderSearch {
  readonly #items: readonly JoinItem[];
  readonly #start: JoinStart;
  readonly #variables: readonly (readonly number[])[];
  readonly #requires: readonly (readonly number[])[];
  readonly #distinct: readonly Float64Array[];
  readonly #width: number;
  readonly #startBound: Uint8Array;
  /** Per variable: the fewest distinct values among what is joined so far, 0 when unbound. Refilled for every state. */
  readonly #bound: Float64Array;
  /** Items of the state, and whether it is the very beginning. */
  readonly #placed: Uint8Array;
  #isEmpty = true;
  /** Variable that the rows joined so far are sorted by: known while they are a single scan. */
  #sortedBy: string | undefined;

  constructor(items: readonly JoinItem[], start: JoinStart) {
    this.#items = items;
    this.#start = start;
    const numbers = new Map<string, number>();
    const numberOf = (name: string): number => {
      let number = numbers.get(name);
      if (number === undefined) {
        number = numbers.size;
        numbers.set(name, number);
      }
      return number;
    };
    this.#variables = items.map((item) => item.variables.map(numberOf));
    this.#requires = items.map((item) => item.requires.map(numberOf));
    const startNumbers = start.variables.map(numberOf);
    this.#width = numbers.size;
    this.#distinct = items.map((item, i) => {
      const distinct = new Float64Array(this.#width);
      item.variables.forEach((name, j) => {
        distinct[this.#variables[i]![j]!] = Math.max(1, item.figures.distinct.get(name) ?? item.figures.matches);
      });
      return distinct;
    });
    this.#startBound = new Uint8Array(this.#width);
    for (const number of startNumbers) this.#startBound[number] = 1;
    this.#bound = new Float64Array(this.#width);
    this.#placed = new Uint8Array(items.length);
  }

  exhaustive(): readonly JoinStep[] {
    const size = 1 << this.#items.length;
    const costs = new Float64Array(size).fill(Number.POSITIVE_INFINITY);
    const before = new Int32Array(size);
    const best: (JoinStep | undefined)[] = new Array(size);
    costs[0] = 0;
    for (let subset = 0; subset < size - 1; subset++) {
      const cost = costs[subset]!;
      if (cost === Number.POSITIVE_INFINITY) continue;
      const rows = subset === 0 ? this.#start.rows : best[subset]!.rows;
      this.#load((item) => (subset & (1 << item)) !== 0);
      for (const step of this.#steps(rows)) {
        let next = subset;
        for (const item of step.items) next |= 1 << item;
        if (costs[next]! <= cost + step.cost) continue;
        costs[next] = cost + step.cost;
        before[next] = subset;
        best[next] = step;
      }
    }
    const steps: JoinStep[] = [];
    for (let subset = size - 1; subset !== 0; subset = before[subset]!) steps.unshift(best[subset]!);
    return steps;
  }

  greedy(): readonly JoinStep[] {
    const placed = new Set<number>();
    const steps: JoinStep[] = [];
    let rows = this.#start.rows;
    while (placed.size < this.#items.length) {
      this.#load((item) => placed.has(item));
      let best: JoinStep | undefined;
      for (const step of this.#steps(rows)) if (best === undefined || step.cost + step.rows < best.cost + best.rows) best = step;
      if (best === undefined) throw new TypeError("some item can always be joined");
      for (const item of best.items) placed.add(item);
      rows = best.rows;
      steps.push(best);
    }
    return steps;
  }

  /** Describes a state: what is joined already, and which variables that binds. */
  #load(isPlaced: (item: number) => boolean): void {
    const bound = this.#bound;
    bound.fill(0);
    for (let variable = 0; variable < this.#width; variable++) {
      if (this.#startBound[variable] === 1) bound[variable] = Math.max(1, this.#start.rows);
    }
    this.#isEmpty = this.#start.variables.length === 0;
    this.#sortedBy = undefined;
    for (let item = 0; item < this.#items.length; item++) {
      this.#placed[item] = isPlaced(item) ? 1 : 0;
      if (this.#placed[item] === 0) continue;
      this.#bind(item, bound);
      this.#sortedBy = this.#isEmpty ? this.#items[item]!.sortedBy : undefined;
      this.#isEmpty = false;
    }
  }

  #bind(item: number, bound: Float64Array): void {
    for (const variable of this.#variables[item]!) {
      const distinct = this.#distinct[item]![variable]!;
      bound[variable] = bound[variable] === 0 ? distinct : Math.min(bound[variable]!, distinct);
    }
  }

  /** What can be joined next in the state that is loaded. */
  #steps(rows: number): readonly JoinStep[] {
    const open: number[] = [];
    let hasRegular = false;
    let hasConnected = false;
    for (let item = 0; item < this.#items.length; item++) {
      if (this.#placed[item] === 1 || !this.#requires[item]!.every((variable) => this.#bound[variable]! > 0)) continue;
      open.push(item);
      if (!this.#items[item]!.isLast) hasRegular = true;
    }
    const candidates = hasRegular ? open.filter((item) => !this.#items[item]!.isLast) : open;
    for (const item of candidates) if (this.#isConnected(item)) hasConnected = true;
    const steps: JoinStep[] = [];
    for (const item of candidates) {
      // A cross product only pays between tiny relations.
      if (hasConnected && !this.#isConnected(item) && this.#items[item]!.figures.matches * rows > 1000) continue;
      steps.push(this.#step(rows, item));
    }
    if (!this.#isEmpty) for (const group of this.#intersections(candidates)) steps.push(this.#intersection(rows, group));
    return steps;
  }

  #isConnected(item: number): boolean {
    for (const variable of this.#variables[item]!) if (this.#bound[variable]! > 0) return true;
    return false;
  }

  #step(rowsBefore: number, item: number): JoinStep {
    const description = this.#items[item]!;
    const rows = this.#rowsAfter(rowsBefore, item);
    if (!description.isPattern) {
      const cost = description.cost + description.figures.matches * COST_HASH_BUILD + rowsBefore * COST_HASH_PROBE + rows;
      return { items: [item], rows, cost, byHash: false };
    }
    if (this.#isEmpty) return { items: [item], rows, cost: rows, byHash: false };
    const isFunctional = description.functionalKeys.some(
      (name) => this.#bound[this.#variables[item]![description.variables.indexOf(name)]!]! > 0,
    );
    const searched = rowsBefore * (isFunctional ? COST_LOOKUP : COST_SEARCH) + rows;
    const hashed = description.figures.matches * COST_HASH_BUILD + rowsBefore * COST_HASH_PROBE + rows;
    // Two scans in the same order are merged, which the builder recognises.
    const merged =
      this.#sortedBy !== undefined && this.#sortedBy === description.sortedBy ? description.figures.matches + rowsBefore + rows : hashed;
    if (merged < Math.min(hashed, searched)) return { items: [item], rows, cost: merged, byHash: true };
    // A hash table of a hub's matches is only worth it when most rows hit different keys.
    const byHash = hashed < searched * 0.7 || (rowsBefore > 1 && !this.#isConnected(item));
    return { items: [item], rows, cost: byHash ? hashed : searched, byHash };
  }

  #rowsAfter(rows: number, item: number): number {
    let result = rows * this.#items[item]!.figures.matches;
    for (const variable of this.#variables[item]!) {
      const bound = this.#bound[variable]!;
      if (bound > 0) result /= Math.max(1, Math.min(bound, Math.max(1, rows)), this.#distinct[item]![variable]!);
    }
    return Math.max(result, 1e-3);
  }

  /** Groups of patterns that all lack the same single variable. */
  #intersections(candidates: readonly number[]): readonly (readonly number[])[] {
    const byVariable = new Map<number, number[]>();
    for (const item of candidates) {
      if (!this.#items[item]!.isListable) continue;
      const unbound = this.#variables[item]!.filter((variable) => this.#bound[variable] === 0);
      if (unbound.length !== 1) continue;
      const group = byVariable.get(unbound[0]!);
      if (group === undefined) byVariable.set(unbound[0]!, [item]);
      else group.push(item);
    }
    return [...byVariable.values()].filter(
      (group) => group.length > 1 && group.filter((item) => this.#variables[item]!.length > 1).length > 1,
    );
  }

  #intersection(rowsBefore: number, group: readonly number[]): JoinStep {
    let shortest = Number.POSITIVE_INFINITY;
    for (const item of group) shortest = Math.min(shortest, this.#rowsAfter(rowsBefore, item) / Math.max(rowsBefore, 1e-3));
    const bound = Float64Array.from(this.#bound);
    let rows = rowsBefore;
    for (const item of group) {
      rows = this.#rowsAfter(rows, item);
      this.#bind(item, this.#bound);
    }
    this.#bound.set(bound);
    const cost = rowsBefore * (COST_SEARCH * group.length + shortest * 2) + rows;
    return { items: group, rows, cost, byHash: false };
  }
}
