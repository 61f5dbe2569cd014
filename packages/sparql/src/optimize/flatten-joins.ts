import type { Algebra, TriplePattern } from "../algebra/algebra.ts";
import { rewrite } from "../algebra/rewrite.ts";

/** Nested joins become one, basic patterns of one graph one basic pattern, unions of unions one union. */
export function flattenJoins(node: Algebra): Algebra {
  return rewrite(node, (current) => {
    if (current.kind === "union") {
      const inputs = current.inputs.flatMap((input) => (input.kind === "union" ? input.inputs : [input]));
      return inputs.length === 1 ? inputs[0]! : inputs.length === current.inputs.length ? current : { kind: "union", inputs };
    }
    return current.kind === "join" ? flattenJoin(current) : current;
  });
}

function flattenJoin(node: Extract<Algebra, { kind: "join" }>): Algebra {
  const inputs = node.inputs.flatMap((input) => (input.kind === "join" ? input.inputs : [input]));
  const patterns = new Map<string, { patterns: TriplePattern[]; graph: Extract<Algebra, { kind: "bgp" }>["graph"] }>();
  const others: Algebra[] = [];
  for (const input of inputs) {
    if (input.kind !== "bgp") {
      others.push(input);
      continue;
    }
    const key =
      input.graph.kind === "default"
        ? ""
        : `${input.graph.kind} ${input.graph.kind === "named" ? input.graph.name.value : input.graph.name}`;
    const known = patterns.get(key);
    if (known === undefined) patterns.set(key, { patterns: [...input.patterns], graph: input.graph });
    else known.patterns.push(...input.patterns);
  }
  const merged = [...patterns.values()]
    .filter((group) => group.patterns.length > 0)
    .map((group): Algebra => ({ kind: "bgp", patterns: group.patterns, graph: group.graph }));
  const all = [...merged, ...others];
  return all.length === 1 ? all[0]! : { kind: "join", inputs: all };
}
