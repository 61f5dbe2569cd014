import type { Term } from "./data-factory.ts";

const RANKS: Readonly<Record<Term["termType"], number>> = { DefaultGraph: 0, Variable: 1, BlankNode: 2, NamedNode: 3, Literal: 4, Quad: 5 };

/**
 * A total order of terms for output that must not depend on the order of input: default graph, variables, blank nodes, IRIs, literals, triple terms;
 * each by code points of the value, literals then by datatype, language and direction. (SPARQL's ORDER BY compares literals by value; that is the engine's.)
 *
 * @returns A negative number when `a` comes first, 0 for equal terms.
 */
export function compareTerms(a: Term, b: Term): number {
  const rank = RANKS[a.termType] - RANKS[b.termType];
  if (rank !== 0) return rank;
  if (a.termType === "Quad" && b.termType === "Quad") {
    return (
      compareTerms(a.subject, b.subject) ||
      compareTerms(a.predicate, b.predicate) ||
      compareTerms(a.object, b.object) ||
      compareTerms(a.graph, b.graph)
    );
  }
  const value = compareCodePoints(a.value, b.value);
  if (value !== 0 || a.termType !== "Literal" || b.termType !== "Literal") return value;
  return (
    compareCodePoints(a.datatype.value, b.datatype.value) ||
    compareCodePoints(a.language, b.language) ||
    compareCodePoints(a.direction ?? "", b.direction ?? "")
  );
}

/** Compares by code points; JavaScript's `<` compares UTF-16 units, which puts U+FF5E after U+1F600. */
function compareCodePoints(a: string, b: string): number {
  if (a === b) return 0;
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x === y) continue;
    // Surrogates stand for code points above all others.
    const [highX, highY] = [x >= 0xd800 && x <= 0xdfff, y >= 0xd800 && y <= 0xdfff];
    return highX === highY ? x - y : highX ? 1 : -1;
  }
  return a.length - b.length;
}
