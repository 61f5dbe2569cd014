import type { Algebra, PatternTerm, TriplePattern } from "../algebra/algebra.ts";
import type { Expression } from "../algebra/expression.ts";
import type { Path } from "../algebra/path.ts";
import { containsExists } from "../algebra/rewrite.ts";
import { certainVariables, expressionVariables, variablesOf } from "../algebra/scope.ts";
import { BlockBuilder } from "./block-builder.ts";
import { emptyPlan, keep, type Needed, projectPlan, unitPlan } from "./build.ts";
import { freeVariables } from "./correlation.ts";
import { type JoinItem, orderJoins } from "./join-order.ts";
import type { GraphSlot, IdPattern, Plan, Slot } from "./plan.ts";
import { type Planner, planNode, type Seed, seedPlan } from "./planner.ts";
import { figuresOf, type PlanSource, sortedBy, toGraphSlot, toSlot, variablesOfPattern } from "./source.ts";

/** One relation of a block, before it has a place in the order. */
export type BlockItem =
  | { readonly kind: "pattern"; readonly pattern: IdPattern }
  | { readonly kind: "destructure"; readonly term: string; readonly parts: readonly [Slot, Slot, Slot] }
  | { readonly kind: "path"; readonly subject: Slot; readonly path: Path; readonly object: Slot; readonly graph: GraphSlot }
  | { readonly kind: "graphNames"; readonly graph: Slot }
  /** A whole sub-pattern; `free` are outer variables that it reads by substitution. */
  | { readonly kind: "node"; readonly node: Algebra; readonly plan: Plan; readonly free: readonly string[] };

export interface Block {
  readonly items: BlockItem[];
  readonly filters: Expression[];
}

/**
 * Plans a join block: patterns, paths, VALUES and sub-patterns that are joined, with the filters above them. The order comes from
 * `orderJoins`; filters go to the first place where their variables are bound.
 */
export function planBlock(node: Algebra, needed: Needed, seed: Seed | undefined, planner: Planner): Plan {
  const block: Block = { items: [], filters: [] };
  collect(node, block, seed, planner);
  const outputs = keep([...(seed?.variables ?? []), ...variablesOf(node)], needed);
  const start = seed === undefined ? unitPlan : seedPlan(seed);
  const described = block.items.map((item) => describe(item, block.items, seed, start.rows, planner));
  if (described.some((item) => item.matches === 0 && item.isPattern)) return emptyPlan(outputs);
  const steps = orderJoins(described, { variables: start.variables, rows: start.rows });
  const builder = new BlockBuilder(block, described, start, node, needed, seed, planner);
  for (const step of steps) builder.add(step);
  return projectPlan(builder.finish(), outputs);
}

/** Flattens joins and filters into one block; filters of an inner group only where the group binds what they read. */
function collect(node: Algebra, block: Block, seed: Seed | undefined, planner: Planner): void {
  const { source } = planner;
  switch (node.kind) {
    case "join":
      for (const input of node.inputs) collectInput(input, block, seed, planner);
      return;
    case "filter":
      collect(node.input, block, seed, planner);
      block.filters.push(node.expression);
      return;
    case "bgp":
      for (const pattern of node.patterns) collectPattern(pattern, toGraphSlot(node.graph, source), block, planner);
      return;
    case "path": {
      const graph = toGraphSlot(node.graph, source);
      if (graph.kind === "variable") block.items.push({ kind: "graphNames", graph });
      const subject = flattenTerm(node.subject, block, planner);
      const object = flattenTerm(node.object, block, planner);
      block.items.push({ kind: "path", subject, path: node.path, object, graph });
      return;
    }
    case "graphNames": {
      const graph = toGraphSlot(node.graph, source);
      if (graph.kind !== "default") block.items.push({ kind: "graphNames", graph });
      return;
    }
    default:
      collectNode(node, block, seed, planner);
  }
}

function collectInput(input: Algebra, block: Block, seed: Seed | undefined, planner: Planner): void {
  if (input.kind === "filter") {
    const names = expressionVariables(input.expression);
    const certain = certainVariables(input.input);
    if (containsExists(input.expression) || ![...names].every((name) => certain.has(name))) {
      collectNode(input, block, seed, planner);
      return;
    }
    collectInput(input.input, block, seed, planner);
    block.filters.push(input.expression);
    return;
  }
  collect(input, block, seed, planner);
}

function collectNode(node: Algebra, block: Block, seed: Seed | undefined, planner: Planner): void {
  if (node.kind === "values") {
    const table = node.rows.map((row) => row.map((term) => (term === undefined ? 0 : planner.source.idOf(term))));
    const plan: Plan = { kind: "values", variables: node.variables, table, rows: table.length, cost: 0 };
    block.items.push({ kind: "node", node, plan, free: [] });
    return;
  }
  const substituted = seed?.substituted ?? new Set<string>();
  const free = [...freeVariables(node)].filter((name) => substituted.has(name) && seed?.variables.includes(name) === true);
  const plan = planNode(node, new Set(variablesOf(node)), undefined, planner);
  block.items.push({ kind: "node", node, plan, free });
}

/** Triple terms with variables are read through a variable of their own, which is taken apart. */
function collectPattern(pattern: TriplePattern, graph: GraphSlot, block: Block, planner: Planner): void {
  const subject = flattenTerm(pattern.subject, block, planner);
  const predicate = flattenTerm(pattern.predicate, block, planner);
  const object = flattenTerm(pattern.object, block, planner);
  block.items.push({ kind: "pattern", pattern: { subject, predicate, object, graph } });
}

function flattenTerm(term: PatternTerm, block: Block, planner: Planner): Slot {
  if (term.kind !== "triple") return toSlot(term, planner.source);
  const name = `#t${planner.nextMark++}`;
  const parts = [term.subject, term.predicate, term.object].map((part) => flattenTerm(part, block, planner));
  block.items.push({ kind: "destructure", term: name, parts: parts as [Slot, Slot, Slot] });
  return { kind: "variable", name };
}

function itemVariables(item: BlockItem): readonly string[] {
  switch (item.kind) {
    case "pattern":
      return variablesOfPattern(item.pattern);
    case "destructure":
      return [...new Set([item.term, ...item.parts.flatMap((slot) => (slot.kind === "variable" ? [slot.name] : []))])];
    case "path":
      return [...new Set([item.subject, item.object, item.graph].flatMap((slot) => (slot.kind === "variable" ? [slot.name] : [])))];
    case "graphNames":
      return item.graph.kind === "variable" ? [item.graph.name] : [];
    case "node":
      return variablesOf(item.node);
  }
}

/** Variables that the item binds in every row. @param variables All that it may bind. */
export function itemCertain(item: BlockItem, variables: readonly string[]): Iterable<string> {
  return item.kind === "node" ? certainVariables(item.node) : variables;
}

function describe(item: BlockItem, all: readonly BlockItem[], seed: Seed | undefined, startRows: number, planner: Planner): JoinItem {
  const { source } = planner;
  const variables = itemVariables(item);
  switch (item.kind) {
    case "pattern": {
      const { pattern } = item;
      const { subject, predicate, object, graph } = pattern;
      const { matches, distinct } = figuresOf(pattern, source);
      const free = Number(subject.kind === "variable") + Number(predicate.kind === "variable") + Number(object.kind === "variable");
      return {
        variables,
        requires: NONE,
        matches,
        distinct,
        isPattern: true,
        functionalKeys: functionalKeysOf(pattern, source, Math.max(startRows, matches)),
        cost: 0,
        isLast: false,
        sortedBy: sortedBy(pattern),
        isListable: graph.kind !== "variable" && variables.length === free,
      };
    }
    case "destructure":
      return relation(variables, [item.term], 1e6, 1e6, [item.term]);
    case "path": {
      const size = item.graph.kind === "id" ? source.graph(item.graph.id).size : source.defaultGraph.size;
      const nodes = Math.max(1, size / 4);
      const { subject, object } = item;
      const requires = item.graph.kind === "variable" ? [item.graph.name] : NONE;
      // A walk from a bound end is assumed to reach ten nodes; walking from every node is to be avoided.
      const matches = subject.kind === "id" ? (object.kind === "id" ? 1 : 10) : object.kind === "id" ? 10 : nodes * 10;
      return relation(variables, requires, matches, nodes, NONE);
    }
    case "graphNames": {
      const count = Math.max(1, item.graph.kind === "variable" ? source.named.length : 1);
      return relation(variables, NONE, count, count, NONE);
    }
    case "node": {
      const certain = certainVariables(item.node);
      const rows = Math.max(item.plan.rows, item.plan.kind === "values" ? 0 : 1e-3);
      return {
        variables,
        requires: NONE,
        matches: rows,
        distinct: variables.map(() => Math.max(1, rows)),
        isPattern: false,
        functionalKeys: NONE,
        cost: item.plan.cost,
        isLast: variables.some((name) => !certain.has(name) && isElsewhere(name, item, all, seed)),
        sortedBy: undefined,
        isListable: false,
      };
    }
  }
}

const NONE: readonly string[] = [];

/** What is read row by row without an index of its own; every variable takes the same number of values. */
function relation(
  variables: readonly string[],
  requires: readonly string[],
  matches: number,
  distinct: number,
  functionalKeys: readonly string[],
): JoinItem {
  return {
    variables,
    requires,
    matches,
    distinct: variables.map(() => distinct),
    isPattern: true,
    functionalKeys,
    cost: 0,
    isLast: false,
    sortedBy: undefined,
    isListable: false,
  };
}

function isElsewhere(name: string, item: BlockItem, all: readonly BlockItem[], seed: Seed | undefined): boolean {
  return seed?.variables.includes(name) === true || all.some((other) => other !== item && itemVariables(other).includes(name));
}

/** Keys by which the pattern is a function: the subject of a functional predicate, the object of an inverse functional one. */
export function functionalKeysOf(pattern: IdPattern, source: PlanSource, rows: number): readonly string[] {
  if (pattern.graph.kind === "variable" || pattern.predicate.kind !== "id" || !source.isStored(pattern.predicate.id)) return [];
  const index = pattern.graph.kind === "default" ? source.defaultGraph : source.graph(pattern.graph.id);
  const statistics = index.predicate(pattern.predicate.id);
  // The column costs as much as reading the predicate once; a handful of rows is better searched.
  if (statistics.triples === 0 || statistics.triples > rows * 64) return [];
  const { subject, object } = pattern;
  if (subject.kind === "variable" && object.kind === "variable" && subject.name === object.name) return [];
  const keys: string[] = [];
  if (subject.kind === "variable" && statistics.triples === statistics.distinctSubjects) keys.push(subject.name);
  if (object.kind === "variable" && statistics.triples === statistics.distinctObjects) keys.push(object.name);
  return keys;
}

/**
 * The bound variable by which a pattern is read from a functional column: one of `functionalKeysOf`, where the index has the column (it
 * keeps none for predicates that are rare among the ids).
 */
export function lookupKeyOf(
  pattern: IdPattern,
  source: PlanSource,
  rows: number,
  isBound: (name: string) => boolean,
): { readonly key: string; readonly inverse: boolean } | undefined {
  const { predicate, object, graph } = pattern;
  if (predicate.kind !== "id" || graph.kind === "variable") return undefined;
  const key = functionalKeysOf(pattern, source, rows).find(isBound);
  if (key === undefined) return undefined;
  const inverse = object.kind === "variable" && object.name === key;
  const index = graph.kind === "default" ? source.defaultGraph : source.graph(graph.id);
  const column = inverse ? index.inverseFunctionalColumn(predicate.id) : index.functionalColumn(predicate.id);
  return column === undefined ? undefined : { key, inverse };
}
