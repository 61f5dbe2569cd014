import { Datatype, dataFactory } from "@chancery/rdf";
import type { Aggregate, Algebra, GraphScope, GroundTerm } from "../algebra/algebra.ts";
import type { Expression } from "../algebra/expression.ts";
import { mapExpressions, mapInputs, mapPatterns } from "../algebra/rewrite.ts";
import { certainVariables, mentionedVariables, variablesOf } from "../algebra/scope.ts";
import { datatypeNode } from "../expression/value.ts";

/**
 * Moves GRAPH into the leaves: `GRAPH ?g { A . B }` becomes quad patterns that share `?g`, one join over all graphs instead of one
 * evaluation per graph. Groups take the graph as one more key; slices cannot (the first of each graph are not the first of all), so GRAPH stays around them.
 */
export function pushGraphs(node: Algebra): Algebra {
  let next = 0;
  const visit = (current: Algebra): Algebra => {
    const inner = mapExpressions(mapInputs(current, visit), (expression) => mapPatterns(expression, visit));
    if (inner.kind !== "graph") return inner;
    if (typeof inner.graph !== "string") return scopeTo(inner.input, { kind: "named", name: inner.graph });
    const name = inner.graph;
    if (!isMentionedInside(inner.input, name)) return scopeTo(inner.input, { kind: "variable", name });
    // Inside the group the graph's name is not visible (18.6: the join with it comes after), so it needs a name of its own there.
    const hidden = `#g${next++}`;
    const scoped = scopeTo(inner.input, { kind: "variable", name: hidden });
    if (!variablesOf(inner.input).includes(name)) {
      return { kind: "extend", input: scoped, variable: name, expression: { kind: "variable", name: hidden } };
    }
    return {
      kind: "filter",
      input: { kind: "join", inputs: [scoped, { kind: "graphNames", graph: { kind: "variable", name } }] },
      expression: {
        kind: "call",
        name: "sameterm",
        args: [
          { kind: "variable", name: hidden },
          { kind: "variable", name },
        ],
      },
    };
  };
  return visit(node);
}

/**
 * A group in every graph is a group over all graphs with the graph's name as one more key. Without other keys each graph gives a row,
 * graphs without a solution too: those are added with what the aggregates give for nothing (18.5.1).
 *
 * @returns `undefined` where the name is not bound for certain inside, as under SERVICE.
 */
function groupByGraph(node: Extract<Algebra, { kind: "group" }>, graph: string): Algebra | undefined {
  const scope: GraphScope = { kind: "variable", name: graph };
  const visit = (inner: Algebra): Algebra => scopeTo(inner, scope);
  const scoped = mapExpressions(mapInputs(node, visit), (expression) => mapPatterns(expression, visit));
  if (scoped.kind !== "group" || !certainVariables(scoped.input).has(graph)) return undefined;
  const key = { variable: graph, expression: { kind: "variable", name: graph } } as const;
  const grouped: Algebra = { ...scoped, keys: [...scoped.keys, key] };
  if (node.keys.length > 0) return grouped;
  const solved: Algebra = { kind: "project", input: scoped.input, variables: [graph] };
  const unsolved: Algebra = { kind: "minus", left: { kind: "graphNames", graph: scope }, right: solved, ignored: [] };
  const filled = node.aggregates.reduce<Algebra>((input, { variable, aggregate }) => {
    const value = ofNothing(aggregate);
    return value === undefined ? input : { kind: "extend", input, variable, expression: { kind: "term", term: value } };
  }, unsolved);
  return { kind: "union", inputs: [grouped, filled] };
}

/** What an aggregate gives for no rows; `undefined` for those that fail. */
function ofNothing({ kind }: Aggregate): GroundTerm | undefined {
  switch (kind) {
    case "countAll":
    case "count":
    case "sum":
    case "avg":
      return dataFactory.literal("0", datatypeNode(Datatype.integer));
    case "groupConcat":
      return dataFactory.literal("");
    case "min":
    case "max":
    case "sample":
      return undefined;
  }
}

/** Whether the pattern speaks of the variable in more than plain patterns that are joined, which may share it freely. */
function isMentionedInside(node: Algebra, name: string): boolean {
  const isPlain = node.kind === "bgp" || (node.kind === "join" && node.inputs.every((input) => input.kind === "bgp"));
  return !isPlain && mentionedVariables(node).has(name);
}

/** The pattern read in one graph, or in every named graph with its name in a variable. */
export function scopeTo(node: Algebra, scope: GraphScope): Algebra {
  const visit = (inner: Algebra): Algebra => scopeTo(inner, scope);
  const visitExpression = (expression: Expression): Expression => mapPatterns(expression, visit);
  switch (node.kind) {
    case "bgp":
      // A leaf that an inner GRAPH has scoped already stays as it is.
      if (node.graph.kind !== "default") return node;
      return node.patterns.length === 0 ? { kind: "graphNames", graph: scope } : { ...node, graph: scope };
    case "path":
      return node.graph.kind === "default" ? { ...node, graph: scope } : node;
    case "graphNames":
    case "service":
      return node;
    case "values":
      return { kind: "join", inputs: [node, { kind: "graphNames", graph: scope }] };
    case "join":
      return node.inputs.length === 0 ? { kind: "graphNames", graph: scope } : { ...node, inputs: node.inputs.map(visit) };
    case "minus": {
      const ignored = scope.kind === "variable" ? [...node.ignored, scope.name] : node.ignored;
      return { kind: "minus", left: visit(node.left), right: visit(node.right), ignored };
    }
    case "group":
      if (scope.kind === "variable") return groupByGraph(node, scope.name) ?? { kind: "graph", graph: scope.name, input: node };
      return mapExpressions(mapInputs(node, visit), visitExpression);
    case "slice":
      return scope.kind === "variable"
        ? { kind: "graph", graph: scope.name, input: node }
        : mapExpressions(mapInputs(node, visit), visitExpression);
    case "project": {
      const input = visit(node.input);
      const variables =
        scope.kind === "variable" && !node.variables.includes(scope.name) ? [...node.variables, scope.name] : node.variables;
      return { kind: "project", input, variables };
    }
    case "graph":
      return node;
    default:
      return mapExpressions(mapInputs(node, visit), visitExpression);
  }
}
