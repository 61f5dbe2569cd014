import type { Algebra } from "../algebra/algebra.ts";
import type { Expression } from "../algebra/expression.ts";
import { containsExists } from "../algebra/rewrite.ts";
import { certainVariables, expressionVariables, variablesOf } from "../algebra/scope.ts";
import { type Block, type BlockItem, itemCertain, lookupKeyOf } from "./block.ts";
import { filterPlan, type Needed, projectPlan } from "./build.ts";
import { planExists, planMarks } from "./exists.ts";
import type { JoinItem, JoinStep } from "./join-order.ts";
import type { IdPattern, LookupStep, Plan, Slot } from "./plan.ts";
import { type Planner, planNode, type Seed } from "./planner.ts";
import { sortedBy, variablesOfPattern } from "./source.ts";

/** Turns an order of joins into a plan: drops columns as soon as nobody reads them, and puts filters where they first apply. */
export class BlockBuilder {
  readonly #block: Block;
  readonly #described: readonly JoinItem[];
  readonly #node: Algebra;
  readonly #seed: Seed | undefined;
  readonly #planner: Planner;
  readonly #certain: Set<string>;
  readonly #maybe = new Set<string>();
  /** By variable: the caller, the open items and the open filters that still read it. */
  readonly #readers = new Map<string, number>();
  #open: number;
  #filters: Expression[];
  #plan: Plan;

  constructor(
    block: Block,
    described: readonly JoinItem[],
    start: Plan,
    node: Algebra,
    needed: Needed,
    seed: Seed | undefined,
    planner: Planner,
  ) {
    this.#block = block;
    this.#described = described;
    this.#node = node;
    this.#seed = seed;
    this.#planner = planner;
    this.#plan = start;
    this.#certain = new Set(start.variables);
    this.#open = block.items.length;
    this.#filters = block.filters;
    for (const name of needed) this.#read(name, 1);
    for (let i = 0; i < block.items.length; i++) this.#readItem(i, 1);
    if (this.#filters.length === 0) return;
    for (const filter of this.#filters) for (const name of expressionVariables(filter)) this.#read(name, 1);
    this.#applyFilters();
  }

  #read(name: string, change: number): void {
    this.#readers.set(name, (this.#readers.get(name) ?? 0) + change);
  }

  #readItem(index: number, change: number): void {
    for (const name of this.#described[index]!.variables) this.#read(name, change);
    const item = this.#block.items[index]!;
    if (item.kind === "node") for (const name of item.free) this.#read(name, change);
  }

  #isRead(name: string): boolean {
    return (this.#readers.get(name) ?? 0) > 0;
  }

  add(step: JoinStep): void {
    for (const index of step.items) this.#readItem(index, -1);
    this.#open -= step.items.length;
    if (step.items.length > 1) this.#intersect(step);
    else this.#join(this.#block.items[step.items[0]!]!, this.#described[step.items[0]!]!.variables, step);
    for (const index of step.items) {
      for (const name of itemCertain(this.#block.items[index]!, this.#described[index]!.variables)) {
        this.#certain.add(name);
        this.#maybe.delete(name);
      }
      for (const name of this.#described[index]!.variables) if (!this.#certain.has(name)) this.#maybe.add(name);
    }
    this.#applyFilters();
  }

  finish(): Plan {
    for (const filter of this.#filters.splice(0)) {
      this.#dropFilter(filter);
      this.#applyFilter(filter);
    }
    return this.#plan;
  }

  /** Variables read after the step at hand. */
  #wanted(): Needed {
    const wanted = new Set<string>();
    for (const [name, readers] of this.#readers) if (readers > 0) wanted.add(name);
    return wanted;
  }

  /** The input's variables and the new ones, as far as they are read later. */
  #kept(input: readonly string[], added: readonly string[]): string[] {
    const kept: string[] = [];
    for (const name of input) if (this.#isRead(name)) kept.push(name);
    for (const name of added) if (this.#isRead(name) && !input.includes(name)) kept.push(name);
    return kept;
  }

  #dropFilter(filter: Expression): void {
    for (const name of expressionVariables(filter)) this.#read(name, -1);
  }

  #applyFilters(): void {
    if (this.#filters.length === 0) return;
    const ready = this.#filters.filter((expression) => this.#isReady(expression));
    if (ready.length === 0) return;
    // Plain filters first; the others stay in the list until their turn, so that what they read is kept.
    const simple = ready.filter((expression) => !containsExists(expression));
    this.#filters = this.#filters.filter((expression) => !simple.includes(expression));
    for (const expression of simple) this.#dropFilter(expression);
    this.#plan = filterPlan(this.#plan, simple, this.#wanted());
    for (const expression of ready) {
      if (simple.includes(expression)) continue;
      this.#filters = this.#filters.filter((other) => other !== expression);
      this.#dropFilter(expression);
      this.#applyFilter(expression);
    }
  }

  /** Whether everything that the filter reads and that anything binds is bound. */
  #isReady(filter: Expression): boolean {
    let reads = 0;
    for (const name of expressionVariables(filter)) {
      if (this.#certain.has(name)) reads++;
      else if (this.#isInScope(name)) return false;
    }
    return reads > 0 || this.#open === 0;
  }

  #isInScope(name: string): boolean {
    return this.#maybe.has(name) || this.#described.some((item) => item.variables.includes(name));
  }

  #applyFilter(expression: Expression): void {
    const wanted = this.#wanted();
    if (expression.kind === "exists") {
      const scope = { certain: this.#certain, maybe: this.#maybe };
      const mode = expression.negated ? "anti" : "semi";
      this.#plan = planExists(this.#plan, expression.pattern, mode, undefined, scope, wanted, this.#planner);
      return;
    }
    const { plan, expressions } = planMarks(this.#plan, [expression], this.#node, wanted, this.#seed, this.#planner);
    this.#plan = filterPlan(plan, expressions, wanted);
  }

  #join(item: BlockItem, names: readonly string[], step: JoinStep): void {
    const input = this.#plan;
    const cost = input.cost + Math.max(0, step.cost);
    const variables = this.#kept(input.variables, names);
    const { rows } = step;
    switch (item.kind) {
      case "pattern":
        this.#plan = this.#joinPattern(item.pattern, names, step, variables, cost);
        return;
      case "destructure":
        this.#plan = { kind: "destructure", input, term: item.term, parts: item.parts, variables, rows, cost };
        return;
      case "path":
        this.#plan = {
          kind: "path",
          input,
          subject: item.subject,
          path: item.path,
          object: item.object,
          graph: item.graph,
          variables,
          rows,
          cost,
        };
        return;
      case "graphNames":
        this.#plan = { kind: "graphNames", input, graph: item.graph, variables, rows, cost };
        return;
      case "node":
        this.#plan = this.#joinNode(item, step, variables, cost);
    }
  }

  #joinPattern(pattern: IdPattern, names: readonly string[], step: JoinStep, variables: readonly string[], cost: number): Plan {
    const input = this.#plan;
    const { rows } = step;
    if (input.kind === "unit") return { kind: "scan", pattern, variables, rows, cost };
    const isUncertain = names.some((name) => this.#maybe.has(name));
    const shared = names.filter((name) => this.#certain.has(name));
    const isBound = this.#isBound(pattern.subject) || this.#isBound(pattern.predicate) || this.#isBound(pattern.object);
    if (isUncertain || step.byHash || !isBound) {
      const read = names.filter((name) => variables.includes(name) || shared.includes(name) || this.#maybe.has(name));
      const right: Plan = { kind: "scan", pattern, variables: read, rows: step.rows, cost: step.rows };
      const [key] = shared;
      if (!isUncertain && shared.length === 1 && key !== undefined && sortedBy(pattern) === key && orderOf(input) === key) {
        return { kind: "mergeJoin", left: input, right, key, variables, rows, cost };
      }
      return this.#hashJoin(
        right,
        shared,
        names.filter((name) => this.#maybe.has(name)),
        variables,
        rows,
        cost,
      );
    }
    const lookup = this.#lookupStep(pattern);
    if (lookup !== undefined) {
      // The steps of a star or chain run in one operator.
      if (input.kind === "lookups") {
        return { kind: "lookups", input: input.input, steps: [...input.steps, lookup], variables, rows, cost };
      }
      return { kind: "lookups", input, steps: [lookup], variables, rows, cost };
    }
    return { kind: "indexJoin", input, pattern, optional: false, variables, rows, cost };
  }

  #isBound(slot: Slot): boolean {
    return slot.kind === "id" || this.#certain.has(slot.name);
  }

  #lookupStep(pattern: IdPattern): LookupStep | undefined {
    const { predicate, graph } = pattern;
    const lookup = lookupKeyOf(pattern, this.#planner.source, this.#plan.rows, (name) => this.#certain.has(name));
    if (lookup === undefined || predicate.kind !== "id") return undefined;
    const target = lookup.inverse ? pattern.subject : pattern.object;
    return { key: lookup.key, predicate: predicate.id, inverse: lookup.inverse, target, graph, optional: false };
  }

  #hashJoin(
    right: Plan,
    keys: readonly string[],
    maybeKeys: readonly string[],
    variables: readonly string[],
    rows: number,
    cost: number,
  ): Plan {
    return {
      kind: "join",
      mode: "inner",
      left: this.#plan,
      right,
      keys,
      maybeKeys,
      ignored: [],
      condition: undefined,
      mark: undefined,
      variables,
      rows,
      cost,
    };
  }

  /** A sub-pattern: joined as a whole, or run on the values of the rows at hand where those are few or it needs them. */
  #joinNode(item: Extract<BlockItem, { kind: "node" }>, step: JoinStep, variables: readonly string[], cost: number): Plan {
    const input = this.#plan;
    const itemScope = variablesOf(item.node);
    const itemBound = certainVariables(item.node);
    const shared = itemScope.filter((name) => this.#certain.has(name) || this.#maybe.has(name));
    const keys = shared.filter((name) => this.#certain.has(name) && itemBound.has(name));
    const maybeKeys = shared.filter((name) => !keys.includes(name));
    if (input.kind === "unit" && item.free.length === 0) return projectPlan(item.plan, variables);
    const seedVariables = [...new Set([...keys, ...item.free.filter((name) => this.#certain.has(name))])];
    const isNeeded = item.free.length > 0;
    if (seedVariables.length > 0 && item.plan.kind !== "values" && (isNeeded || input.rows * 4 < item.plan.rows)) {
      const id = this.#planner.nextSeed++;
      const seed: Seed = { id, variables: seedVariables, rows: Math.max(1, input.rows), substituted: this.#seed?.substituted ?? new Set() };
      const wanted = new Set([...variables, ...shared, ...seedVariables]);
      const plan = planNode(item.node, wanted, seed, this.#planner);
      if (isNeeded || plan.cost < item.plan.cost) {
        const right = { seed: id, maybeSeed: [], variants: [{ mask: 0, variables: seedVariables, plan }] };
        return { ...this.#hashJoin(plan, seedVariables, maybeKeys, variables, step.rows, cost), right } as Plan;
      }
    }
    return this.#hashJoin(item.plan, keys, maybeKeys, variables, step.rows, cost);
  }

  #intersect(step: JoinStep): void {
    const patterns = step.items.flatMap((index) => {
      const item = this.#block.items[index]!;
      return item.kind === "pattern" ? [item.pattern] : [];
    });
    const variable = variablesOfPattern(patterns[0]!).find((name) => !this.#certain.has(name))!;
    const input = this.#plan;
    const variables = this.#kept(input.variables, [variable]);
    this.#plan = { kind: "intersect", input, variable, patterns, variables, rows: step.rows, cost: input.cost + step.cost };
  }
}

/** The variable that a plan's rows come sorted by, where that is plain to see. */
function orderOf(plan: Plan): string | undefined {
  switch (plan.kind) {
    case "scan":
      return sortedBy(plan.pattern);
    case "mergeJoin":
      return plan.key;
    case "filter":
    case "lookups":
    case "probe":
      return orderOf(plan.input);
    default:
      return undefined;
  }
}
