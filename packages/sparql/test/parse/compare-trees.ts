/** A syntax tree as plain data, with blank nodes numbered in the order of their first appearance. */
export function plainTree(tree: unknown, literalOf: (value: string, datatype: string) => string = (value) => value): unknown {
  const names = new Map<string, string>();
  const visit = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(visit);
    if (typeof node !== "object" || node === null) return node;
    if ("termType" in node) return visitTerm(node as Term);
    const members = Object.entries(node)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, visit(value)] as const);
    return Object.fromEntries(members.sort(([a], [b]) => (a < b ? -1 : 1)));
  };
  const visitTerm = (term: Term): unknown => {
    switch (term.termType) {
      case "BlankNode":
        if (!names.has(term.value)) names.set(term.value, `b${names.size}`);
        return `_:${names.get(term.value)}`;
      case "Literal":
        return [literalOf(term.value, term.datatype.value), term.language, term.direction ?? "", term.datatype.value];
      case "Quad":
        return [visit(term.subject), visit(term.predicate), visit(term.object)];
      default:
        return `${term.termType} ${term.value}`;
    }
  };
  return visit(tree);
}

interface Term {
  readonly termType: string;
  readonly value: string;
  readonly language: string;
  readonly direction?: string;
  readonly datatype: { readonly value: string };
  readonly subject: unknown;
  readonly predicate: unknown;
  readonly object: unknown;
}
