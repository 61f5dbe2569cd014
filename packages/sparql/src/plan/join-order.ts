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

interface State {
  readonly cost: number;
  readonly rows: number;
  readonly steps: readonly JoinStep[];
  readonly placed: ReadonlySet<number>;
}

/**
 * The order of joins: dynamic programming over all subsets up to ten items, greedy beyond. Cardinalities are exact for single patterns
 * and assume containment of the smaller value set for joins (Selinger et al. 1979).
 */
export function orderJoins(items: readonly JoinItem[], start: JoinStart): readonly JoinStep[] {
  if (items.length === 0) return [];
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
        distinct[this.#variables[i]![j]!] = item.figures.distinct.get(name) ?? Math.max(1, item.figures.matches);
      });
      return distinct;
    });
    this.#startBound = new Uint8Array(this.#width);
    for (const number of startNumbers) this.#startBound[number] = 1;
    this.#bound = new Float64Array(this.#width);
  }

  exhaustive(): readonly JoinStep[] {
    const count = this.#items.length;
    const best: (State | undefined)[] = new Array(1 << count);
    best[0] = { cost: 0, rows: this.#start.rows, steps: [], placed: new Set() };
    for (let subset = 0; subset < best.length; subset++) {
      const state = best[subset];
      if (state === undefined) continue;
      this.#load(state);
      for (const step of this.#steps(state)) {
        let next = subset;
        for (const item of step.items) next |= 1 << item;
        const cost = state.cost + step.cost;
        const known = best[next];
        if (known !== undefined && known.cost <= cost) continue;
        best[next] = { cost, rows: step.rows, steps: [...state.steps, step], placed: new Set([...state.placed, ...step.items]) };
      }
    }
    return best[best.length - 1]!.steps;
  }

  greedy(): readonly JoinStep[] {
    let state: State = { cost: 0, rows: this.#start.rows, steps: [], placed: new Set() };
    while (state.placed.size < this.#items.length) {
      this.#load(state);
      let best: JoinStep | undefined;
      for (const step of this.#steps(state)) if (best === undefined || step.cost + step.rows < best.cost + best.rows) best = step;
      if (best === undefined) throw new TypeError("some item can always be joined");
      state = {
        cost: state.cost + best.cost,
        rows: best.rows,
        steps: [...state.steps, best],
        placed: new Set([...state.placed, ...best.items]),
      };
    }
    return state.steps;
  }

  #load(state: State): void {
    const bound = this.#bound;
    bound.fill(0);
    for (let variable = 0; variable < this.#width; variable++)
      if (this.#startBound[variable] === 1) bound[variable] = Math.max(1, this.#start.rows);
    for (const item of state.placed) this.#bind(item, bound);
  }

  #bind(item: number, bound: Float64Array): void {
    for (const variable of this.#variables[item]!) {
      const distinct = this.#distinct[item]![variable]!;
      bound[variable] = bound[variable] === 0 ? distinct : Math.min(bound[variable]!, distinct);
    }
  }

  /** What can be joined next, with `#bound` describing the state. */
  #steps(state: State): readonly JoinStep[] {
    const open: number[] = [];
    for (let item = 0; item < this.#items.length; item++) {
      if (!state.placed.has(item) && this.#requires[item]!.every((variable) => this.#bound[variable]! > 0)) open.push(item);
    }
    const regular = open.filter((item) => !this.#items[item]!.isLast);
    const candidates = regular.length > 0 ? regular : open;
    const connected = candidates.filter((item) => this.#variables[item]!.some((variable) => this.#bound[variable]! > 0));
    // A cross product only pays between tiny relations.
    const wanted =
      connected.length > 0 && state.placed.size > 0
        ? candidates.filter((item) => connected.includes(item) || this.#items[item]!.figures.matches * state.rows <= 1000)
        : candidates;
    const steps = wanted.map((item) => this.#step(state, item));
    for (const group of this.#intersections(state, wanted)) steps.push(this.#intersection(state, group));
    return steps;
  }

  #step(state: State, item: number): JoinStep {
    const description = this.#items[item]!;
    const shared = this.#variables[item]!.filter((variable) => this.#bound[variable]! > 0);
    const rows = this.#rowsAfter(state.rows, item);
    if (!description.isPattern) {
      const cost = description.cost + description.figures.matches * COST_HASH_BUILD + state.rows * COST_HASH_PROBE + rows;
      return { items: [item], rows, cost, byHash: false };
    }
    if (state.placed.size === 0 && this.#start.variables.length === 0) return { items: [item], rows, cost: rows, byHash: false };
    const isFunctional = description.functionalKeys.some(
      (name) => this.#bound[this.#variables[item]![description.variables.indexOf(name)]!]! > 0,
    );
    const perRow = isFunctional ? COST_LOOKUP : COST_SEARCH;
    const searched = state.rows * perRow + rows;
    const hashed = description.figures.matches * COST_HASH_BUILD + state.rows * COST_HASH_PROBE + rows;
    // A hash table of a hub's matches is only worth it when most rows hit different keys.
    const byHash = hashed < searched * 0.7 || (shared.length === 0 && state.rows > 1);
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
  #intersections(state: State, candidates: readonly number[]): readonly (readonly number[])[] {
    if (state.placed.size === 0 && this.#start.variables.length === 0) return [];
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

  #intersection(state: State, group: readonly number[]): JoinStep {
    let shortest = Number.POSITIVE_INFINITY;
    for (const item of group) shortest = Math.min(shortest, this.#rowsAfter(state.rows, item) / Math.max(state.rows, 1e-3));
    const bound = Float64Array.from(this.#bound);
    let rows = state.rows;
    for (const item of group) {
      rows = this.#rowsAfter(rows, item);
      this.#bind(item, this.#bound);
    }
    this.#bound.set(bound);
    const cost = state.rows * (COST_SEARCH * group.length + shortest * 2) + rows;
    return { items: group, rows, cost, byHash: false };
  }
}
