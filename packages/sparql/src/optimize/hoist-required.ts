import type { Algebra } from "../algebra/algebra.ts";
import { rewrite } from "../algebra/rewrite.ts";
import { certainVariables, mentionedVariables, variablesOf } from "../algebra/scope.ts";

/**
 * `A OPTIONAL { B } C` is `(A C) OPTIONAL { B }` when C shares with B only what A binds for certain: the required part then restricts
 * the optional one instead of being joined to all of its results.
 */
export function hoistRequired(node: Algebra): Algebra {
  return rewrite(node, (current) => {
    if (current.kind !== "join") return current;
    let inputs = current.inputs;
    for (;;) {
      const at = inputs.findIndex((input) => input.kind === "leftJoin" && canHoist(input, inputs));
      if (at < 0) return inputs === current.inputs ? current : inputs.length === 1 ? inputs[0]! : { kind: "join", inputs };
      const optional = inputs[at] as Extract<Algebra, { kind: "leftJoin" }>;
      const required = inputs.filter((_, index) => index !== at);
      const left: Algebra = {
        kind: "join",
        inputs: optional.left.kind === "join" ? [...optional.left.inputs, ...required] : [optional.left, ...required],
      };
      inputs = [{ ...optional, left: hoistRequired(left) }];
    }
  });
}

function canHoist(optional: Extract<Algebra, { kind: "leftJoin" }>, inputs: readonly Algebra[]): boolean {
  if (inputs.length < 2) return false;
  const certain = certainVariables(optional.left);
  const optionalNames = new Set(mentionedVariables(optional.right));
  if (optional.expression !== undefined) for (const name of mentionedVariables(optional)) optionalNames.add(name);
  return inputs.every((input) => input === optional || variablesOf(input).every((name) => certain.has(name) || !optionalNames.has(name)));
}
