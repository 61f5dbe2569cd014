import type { Algebra, GraphScope } from "../algebra/algebra.ts";
import type { Expression } from "../algebra/expression.ts";
import { mapExpressions, mapInputs, mapPatterns } from "../algebra/rewrite.ts";
import { mentionedVariables, variablesOf } from "../algebra/scope.ts";

/**
 * Moves GRAPH into the leaves: `GRAPH ?g { A . B }` becomes quad patterns that share `?g`, one join over all graphs instead of one
 * evaluation per graph. Groups and slices cannot take it (a count per graph is not a count over all), so GRAPH stays around them.
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
