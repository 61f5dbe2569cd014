import type { ExpressionSyntax, PatternSyntax, SelectSyntax, TermSyntax, TripleSyntax } from "./ast.ts";

/** Adds the variables that a pattern brings into scope (SPARQL 1.1, 18.2.1). */
export function addScope(pattern: PatternSyntax, into: Set<string>): void {
  switch (pattern.type) {
    case "bgp":
      for (const triple of pattern.triples) addTriple(triple, into);
      return;
    case "group":
    case "optional":
    case "union":
      for (const inner of pattern.patterns) addScope(inner, into);
      return;
    case "graph":
    case "service":
      if (pattern.name.termType === "Variable") into.add(pattern.name.value);
      for (const inner of pattern.patterns) addScope(inner, into);
      return;
    case "bind":
      into.add(pattern.variable.value);
      return;
    case "values":
      for (const name of Object.keys(pattern.values[0] ?? {})) into.add(name.slice(1));
      return;
    case "query":
      addSelected(pattern, into);
      return;
    case "filter":
    case "minus":
      return;
  }
}

function addTriple({ subject, predicate, object }: TripleSyntax, into: Set<string>): void {
  addTerm(subject, into);
  if (!("pathType" in predicate)) addTerm(predicate, into);
  addTerm(object, into);
}

function addTerm(term: TermSyntax, into: Set<string>): void {
  if (term.termType === "Variable") into.add(term.value);
  else if (term.termType === "Quad") {
    addTerm(term.subject as TermSyntax, into);
    addTerm(term.predicate as TermSyntax, into);
    addTerm(term.object as TermSyntax, into);
  }
}

/** Variables that a query shows to the pattern around it. */
function addSelected(select: SelectSyntax, into: Set<string>): void {
  for (const item of select.variables) {
    if ("expression" in item) into.add(item.variable.value);
    else if (item.termType === "Variable") into.add(item.value);
    else {
      for (const pattern of select.where ?? []) addScope(pattern, into);
      for (const name of Object.keys(select.values?.[0] ?? {})) into.add(name.slice(1));
    }
  }
}

/** The first variable outside aggregates that is not allowed, or `undefined`. */
export function ungroupedVariable(expression: ExpressionSyntax, allowed: ReadonlySet<string>): string | undefined {
  if (Array.isArray(expression)) return firstUngrouped(expression, allowed);
  const node = expression as Exclude<ExpressionSyntax, readonly ExpressionSyntax[]>;
  if ("termType" in node) {
    if (node.termType === "Variable") return allowed.has(node.value) ? undefined : node.value;
    if (node.termType !== "Quad") return undefined;
    return firstUngrouped([node.subject, node.predicate, node.object] as readonly ExpressionSyntax[], allowed);
  }
  switch (node.type) {
    case "aggregate":
      return undefined;
    case "operation":
      // The pattern of EXISTS may hold variables of its own.
      if (node.operator === "exists" || node.operator === "notexists") return undefined;
      return firstUngrouped(node.args as readonly ExpressionSyntax[], allowed);
    case "functionCall":
      return firstUngrouped(node.args, allowed);
  }
}

function firstUngrouped(expressions: readonly ExpressionSyntax[], allowed: ReadonlySet<string>): string | undefined {
  for (const expression of expressions) {
    const found = ungroupedVariable(expression, allowed);
    if (found !== undefined) return found;
  }
  return undefined;
}
