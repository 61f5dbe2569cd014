import type { Algebra, GroundTerm } from "../algebra/algebra.ts";
import type { Expression } from "../algebra/expression.ts";
import { rewrite } from "../algebra/rewrite.ts";
import { certainVariables } from "../algebra/scope.ts";

/** Lists longer than this stay filters: joining with them would not narrow anything. */
const MAX_LIST = 200;

/**
 * `FILTER(?x = <iri>)`, `?x IN (<a>, <b>)` and `sameTerm` over a variable that is bound for certain become a join with the listed
 * terms, so that the index finds them. Only IRIs: for literals `=` compares values, and another lexical form may be equal.
 */
export function constantFilters(node: Algebra): Algebra {
  return rewrite(node, (current) => {
    if (current.kind !== "filter") return current;
    const found = constantsOf(current.expression);
    if (found === undefined || !certainVariables(current.input).has(found.name)) return current;
    const values: Algebra = { kind: "values", variables: [found.name], rows: found.terms.map((term) => [term]) };
    return { kind: "join", inputs: [values, ...(current.input.kind === "join" ? current.input.inputs : [current.input])] };
  });
}

function constantsOf(expression: Expression): { readonly name: string; readonly terms: readonly GroundTerm[] } | undefined {
  if (expression.kind === "in" && !expression.negated && expression.value.kind === "variable" && expression.list.length <= MAX_LIST) {
    const terms = new Map<string, GroundTerm>();
    for (const item of expression.list) {
      if (item.kind !== "term" || item.term.termType !== "NamedNode") return undefined;
      terms.set(item.term.value, item.term);
    }
    return { name: expression.value.name, terms: [...terms.values()] };
  }
  if (expression.kind !== "call" || (expression.name !== "=" && expression.name !== "sameterm")) return undefined;
  const [first, second] = expression.args;
  const [variable, constant] = first?.kind === "variable" ? [first, second] : [second, first];
  if (variable?.kind !== "variable" || constant?.kind !== "term") return undefined;
  const isExact = constant.term.termType === "NamedNode" || (expression.name === "sameterm" && constant.term.termType === "Literal");
  return isExact ? { name: variable.name, terms: [constant.term] } : undefined;
}
