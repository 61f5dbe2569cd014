import { unreachable } from "@chancery/rdf";
import type { Algebra, GraphScope, PatternTerm, TriplePattern } from "./algebra.ts";
import type { Expression } from "./expression.ts";

/** Whether a user wrote the variable: `SELECT *` and results show only these. */
export function isUserVariable(name: string): boolean {
  return !name.startsWith("#") && !name.startsWith("_:");
}

const inScope = new WeakMap<Algebra, readonly string[]>();
const certain = new WeakMap<Algebra, ReadonlySet<string>>();
const mentioned = new WeakMap<Algebra, ReadonlySet<string>>();

/** Variables that a solution of the pattern may bind, in order of appearance (18.2.1). */
export function variablesOf(node: Algebra): readonly string[] {
  let result = inScope.get(node);
  if (result === undefined) {
    const names = new Set<string>();
    addVariables(node, names);
    result = [...names];
    inScope.set(node, result);
  }
  return result;
}

function addVariables(node: Algebra, into: Set<string>): void {
  switch (node.kind) {
    case "bgp":
      for (const pattern of node.patterns) addPatternVariables(pattern, into);
      addGraphVariable(node.graph, into);
      return;
    case "path":
      addTermVariables(node.subject, into);
      addTermVariables(node.object, into);
      addGraphVariable(node.graph, into);
      return;
    case "graphNames":
      addGraphVariable(node.graph, into);
      return;
    case "join":
    case "union":
      for (const input of node.inputs) addAll(variablesOf(input), into);
      return;
    case "leftJoin":
      addAll(variablesOf(node.left), into);
      addAll(variablesOf(node.right), into);
      return;
    case "minus":
      addAll(variablesOf(node.left), into);
      return;
    case "filter":
    case "orderBy":
    case "distinct":
    case "reduced":
    case "slice":
      addAll(variablesOf(node.input), into);
      return;
    case "extend":
      addAll(variablesOf(node.input), into);
      into.add(node.variable);
      return;
    case "values":
    case "project":
      addAll(node.variables, into);
      return;
    case "group":
      for (const key of node.keys) into.add(key.variable);
      for (const aggregate of node.aggregates) into.add(aggregate.variable);
      return;
    case "graph":
      addAll(variablesOf(node.input), into);
      if (typeof node.graph === "string") into.add(node.graph);
      return;
    case "service":
      addTermVariables(node.name, into);
      addAll(variablesOf(node.input), into);
      return;
    default:
      unreachable(node);
  }
}

/** Variables that every solution of the pattern binds. */
export function certainVariables(node: Algebra): ReadonlySet<string> {
  let result = certain.get(node);
  if (result === undefined) {
    result = computeCertain(node);
    certain.set(node, result);
  }
  return result;
}

function computeCertain(node: Algebra): ReadonlySet<string> {
  switch (node.kind) {
    case "bgp":
    case "path":
    case "graphNames":
      return new Set(variablesOf(node));
    case "join":
      return new Set(node.inputs.flatMap((input) => [...certainVariables(input)]));
    case "union": {
      const [first, ...rest] = node.inputs.map(certainVariables);
      return new Set([...(first ?? [])].filter((name) => rest.every((other) => other.has(name))));
    }
    case "leftJoin":
    case "minus":
      return certainVariables(node.left);
    case "filter":
    case "extend":
    case "orderBy":
    case "distinct":
    case "reduced":
    case "slice":
      return certainVariables(node.input);
    case "values":
      return new Set(node.variables.filter((_, index) => node.rows.every((row) => row[index] !== undefined)));
    case "project": {
      const inner = certainVariables(node.input);
      return new Set(node.variables.filter((name) => inner.has(name)));
    }
    case "group": {
      const inner = certainVariables(node.input);
      return new Set(
        node.keys.filter((key) => key.expression.kind === "variable" && inner.has(key.expression.name)).map((key) => key.variable),
      );
    }
    case "graph":
      return typeof node.graph === "string" ? new Set([...certainVariables(node.input), node.graph]) : certainVariables(node.input);
    case "service":
      return new Set();
    default:
      return unreachable(node);
  }
}

/** Every variable that occurs anywhere in the pattern, expressions and hidden scopes included. */
export function mentionedVariables(node: Algebra): ReadonlySet<string> {
  let result = mentioned.get(node);
  if (result === undefined) {
    const names = new Set(variablesOf(node));
    for (const expression of expressionsOf(node)) addExpressionVariables(expression, names);
    for (const child of childrenOf(node)) addAll(mentionedVariables(child), names);
    result = names;
    mentioned.set(node, result);
  }
  return result;
}

/** Direct sub-patterns. */
export function childrenOf(node: Algebra): readonly Algebra[] {
  switch (node.kind) {
    case "join":
    case "union":
      return node.inputs;
    case "leftJoin":
    case "minus":
      return [node.left, node.right];
    case "bgp":
    case "path":
    case "graphNames":
    case "values":
      return [];
    default:
      return [node.input];
  }
}

/** Expressions that stand directly in the node. */
export function expressionsOf(node: Algebra): readonly Expression[] {
  switch (node.kind) {
    case "filter":
    case "extend":
      return [node.expression];
    case "leftJoin":
      return node.expression === undefined ? [] : [node.expression];
    case "group":
      return [
        ...node.keys.map((key) => key.expression),
        ...node.aggregates.flatMap(({ aggregate }) => (aggregate.kind === "countAll" ? [] : [aggregate.expression])),
      ];
    case "orderBy":
      return node.comparators.map((comparator) => comparator.expression);
    default:
      return [];
  }
}

/** Variables of an expression; inside EXISTS every mentioned variable counts, since the row is substituted into the pattern. */
export function expressionVariables(expression: Expression): ReadonlySet<string> {
  const names = new Set<string>();
  addExpressionVariables(expression, names);
  return names;
}

function addExpressionVariables(expression: Expression, into: Set<string>): void {
  switch (expression.kind) {
    case "variable":
      into.add(expression.name);
      return;
    case "term":
      return;
    case "call":
    case "function":
      for (const argument of expression.args) addExpressionVariables(argument, into);
      return;
    case "in":
      addExpressionVariables(expression.value, into);
      for (const item of expression.list) addExpressionVariables(item, into);
      return;
    case "exists":
      addAll(mentionedVariables(expression.pattern), into);
      return;
    default:
      unreachable(expression);
  }
}

export function addPatternVariables(pattern: TriplePattern, into: Set<string>): void {
  addTermVariables(pattern.subject, into);
  addTermVariables(pattern.predicate, into);
  addTermVariables(pattern.object, into);
}

export function addTermVariables(term: PatternTerm, into: Set<string>): void {
  if (term.kind === "variable") into.add(term.name);
  else if (term.kind === "triple") addPatternVariables(term, into);
}

function addGraphVariable(graph: GraphScope, into: Set<string>): void {
  if (graph.kind === "variable") into.add(graph.name);
}

function addAll(names: Iterable<string>, into: Set<string>): void {
  for (const name of names) into.add(name);
}
