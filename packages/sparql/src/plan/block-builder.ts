import type { Algebra } from "../algebra/algebra.ts";
import type { Expression } from "../algebra/expression.ts";
import { containsExists } from "../algebra/rewrite.ts";
import { certainVariables, expressionVariables, variablesOf } from "../algebra/scope.ts";
import { type Block, type BlockItem, itemCertain, itemVariables, lookupKeyOf } from "./block.ts";
import { filterPlan, keep, type Needed, projectPlan } from "./build.ts";
import { planExists, planMarks } from "./exists.ts";
import type { JoinStep } from "./join-order.ts";
import type { IdPattern, LookupStep, Plan } from "./plan.ts";
import { type Planner, planNode, type Seed } from "./planner.ts";
import { sortedBy, variablesOfPattern } from "./source.ts";

/** Turns an order of joins into a plan: drops columns as soon as nobody reads them, and puts filters where they first apply. */
export class BlockBuilder {
  readonly #block: Block;
  readonly #node: Algebra;
  readonly #needed: Needed;
  readonly #seed: Seed | undefined;
  readonly #planner: Planner;
  readonly #certain: Set<string>;
  readonly #maybe = new Set<string>();
  readonly #open: Set<BlockItem>;
  readonly #inScope: ReadonlySet<string>;
  #filters: Expression[];
  #plan: Plan;

  constructor(block: Block, start: Plan, node: Algebra, needed: Needed, seed: Seed | undefined, planner: Planner) {
    this.#block = block;
    this.#node = node;
    this.#needed = needed;
    this.#seed = seed;
    this.#planner = planner;
    this.#plan = start;
    this.#certain = new Set(start.variables);
    this.#open = new Set(block.items);
    this.#inScope = new Set([...block.items.flatMap(itemVariables), ...start.variables]);
    this.#filters = [...block.filters];
    this.#applyFilters();
  }

  add(step: JoinStep): void {
    const items = step.items.map((index) => this.#block.items[index]!);
    for (const item of items) this.#open.delete(item);
    const wanted = this.#wanted();
    if (items.length > 1) this.#intersect(items, step, wanted);
    else this.#join(items[0]!, step, wanted);
    for (const item of items) {
      for (const name of itemCertain(item)) {
        this.#certain.add(name);
        this.#maybe.delete(name);
      }
      for (const name of itemVariables(item)) if (!this.#certain.has(name)) this.#maybe.add(name);
    }
    this.#applyFilters();
  }

  finish(): Plan {
    for (let next = this.#filters.shift(); next !== undefined; next = this.#filters.shift()) this.#applyFilter(next);
    return this.#plan;
  }

  /** Variables read after the step at hand. */
  #wanted(): Needed {
    const wanted = new Set(this.#needed);
    for (const item of this.#open) {
      for (const name of itemVariables(item)) wanted.add(name);
      if (item.kind === "node") for (const name of item.free) wanted.add(name);
    }
    for (const expression of this.#filters) for (const name of expressionVariables(expression)) wanted.add(name);
    return wanted;
  }

  #applyFilters(): void {
    if (this.#filters.length === 0) return;
    const ready = this.#filters.filter((expression) => {
      const names = [...expressionVariables(expression)].filter((name) => this.#inScope.has(name));
      return names.every((name) => this.#certain.has(name)) && (names.length > 0 || this.#open.size === 0);
    });
    // Plain filters first; the others stay in the list until their turn, so that what they read is kept.
    const simple = ready.filter((expression) => !containsExists(expression));
    this.#filters = this.#filters.filter((expression) => !simple.includes(expression));
    this.#plan = filterPlan(this.#plan, simple, this.#wanted());
    for (const expression of ready) {
      if (simple.includes(expression)) continue;
      this.#filters = this.#filters.filter((other) => other !== expression);
      this.#applyFilter(expression);
    }
  }

  #applyFilter(expression: Expression): void {
    const wanted = this.#wanted();
    if (expression.kind === "exists") {
      const scope = { certain: this.#certain, maybe: this.#maybe };
      this.#plan = planExists(
        this.#plan,
        expression.pattern,
        expression.negated ? "anti" : "semi",
        undefined,
        scope,
        wanted,
        this.#planner,
      );
      return;
    }
    const { plan, expressions } = planMarks(this.#plan, [expression], this.#node, wanted, this.#seed, this.#planner);
    this.#plan = filterPlan(plan, expressions, wanted);
  }

  #join(item: BlockItem, step: JoinStep, wanted: Needed): void {
    const input = this.#plan;
    const cost = input.cost + Math.max(0, step.cost);
    const variables = keep([...input.variables, ...itemVariables(item)], wanted);
    const { rows } = step;
    switch (item.kind) {
      case "pattern":
        this.#plan = this.#joinPattern(item.pattern, step, variables, cost);
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

  #joinPattern(pattern: IdPattern, step: JoinStep, variables: readonly string[], cost: number): Plan {
    const input = this.#plan;
    const { rows } = step;
    const names = variablesOfPattern(pattern);
    const isUncertain = names.some((name) => this.#maybe.has(name));
    if (input.kind === "unit") return { kind: "scan", pattern, variables, rows, cost };
    const shared = names.filter((name) => this.#certain.has(name));
    const isBound = [pattern.subject, pattern.predicate, pattern.object].some((slot) => slot.kind === "id" || this.#certain.has(slot.name));
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

  #intersect(items: readonly BlockItem[], step: JoinStep, wanted: Needed): void {
    const patterns = items.flatMap((item) => (item.kind === "pattern" ? [item.pattern] : []));
    const variable = variablesOfPattern(patterns[0]!).find((name) => !this.#certain.has(name))!;
    const input = this.#plan;
    const variables = keep([...input.variables, variable], wanted);
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
