import { unreachable } from "@chancery/rdf";
import type { NamedNode } from "@rdfjs/types";
import type { DatasetSyntax, PathSyntax, PatternSyntax, QuerySyntax, TermSyntax, TripleSyntax, ValuesRowSyntax } from "../parse/ast.ts";
import { type Algebra, type GroundTerm, type PatternTerm, type TriplePattern, unit } from "./algebra.ts";
import type { Expression } from "./expression.ts";
import { type Path, toPath } from "./path.ts";
import { isUserVariable, variablesOf } from "./scope.ts";
import { toExpression } from "./to-expression.ts";
import { toSolution } from "./to-solution.ts";

/** What a query asks for, and the pattern that answers it. */
export type QueryAlgebra = {
  readonly pattern: Algebra;
  /** The dataset of FROM and FROM NAMED; `undefined` when the query names none. */
  readonly dataset: DatasetSyntax | undefined;
} & (
  | { readonly form: "select"; readonly variables: readonly string[] }
  | { readonly form: "ask" }
  | { readonly form: "construct"; readonly template: readonly TriplePattern[] }
  | { readonly form: "describe"; readonly terms: readonly PatternTerm[] }
);

/** State of one translation: numbers for the variables that no user wrote. */
export interface Translation {
  next: number;
  readonly prefixes: Readonly<Record<string, string>>;
}

/** Translates a query to the algebra (SPARQL 1.1, section 18.2). */
export function toAlgebra(query: QuerySyntax): QueryAlgebra {
  const translation: Translation = { next: 0, prefixes: query.prefixes ?? {} };
  const dataset = query.from;
  switch (query.queryType) {
    case "SELECT": {
      const { pattern, variables } = toSolution(query, query.variables, translation);
      return { form: "select", pattern, variables, dataset };
    }
    case "ASK":
      return { form: "ask", pattern: toSolution(query, undefined, translation).pattern, dataset };
    case "CONSTRUCT": {
      const template = (query.template ?? templateOf(query.where ?? [])).map((triple) => toTemplateTriple(triple));
      return { form: "construct", template, pattern: toSolution(query, undefined, translation).pattern, dataset };
    }
    case "DESCRIBE": {
      const pattern = toSolution(query, undefined, translation).pattern;
      const terms = query.variables.flatMap((term): PatternTerm[] =>
        term.termType === "Wildcard"
          ? variablesOf(pattern)
              .filter(isUserVariable)
              .map((name) => ({ kind: "variable", name }))
          : [toPatternTerm(term)],
      );
      return { form: "describe", terms, pattern, dataset };
    }
    default:
      return unreachable(query);
  }
}

/** `CONSTRUCT WHERE { … }`: the pattern is its own template. */
function templateOf(where: readonly PatternSyntax[]): readonly TripleSyntax[] {
  return where.flatMap((pattern) => (pattern.type === "bgp" ? pattern.triples : []));
}

/** A group graph pattern: elements joined in order, its filters around the whole (18.2.2.2, 18.2.2.6). */
export function toGroup(patterns: readonly PatternSyntax[], translation: Translation): Algebra {
  let result: Algebra = unit;
  const filters: Expression[] = [];
  for (const pattern of patterns) {
    if (pattern.type === "filter") filters.push(toExpression(pattern.expression, translation));
    else result = addElement(result, pattern, translation);
  }
  return filters.reduce<Algebra>((input, expression) => ({ kind: "filter", input, expression }), result);
}

function addElement(group: Algebra, pattern: Exclude<PatternSyntax, { type: "filter" }>, translation: Translation): Algebra {
  switch (pattern.type) {
    case "bgp":
      return join(group, toBasicPattern(pattern.triples, translation));
    case "group":
      return join(group, toGroup(pattern.patterns, translation));
    case "optional": {
      // Only the filters of the OPTIONAL's own group are its condition (18.2.2.6); those of groups inside it stay there.
      const filters = pattern.patterns.flatMap((inner) => (inner.type === "filter" ? [toExpression(inner.expression, translation)] : []));
      const right = toGroup(
        pattern.patterns.filter((inner) => inner.type !== "filter"),
        translation,
      );
      const expression =
        filters.length === 0 ? undefined : filters.reduce((left, next) => ({ kind: "call", name: "&&", args: [left, next] }));
      return { kind: "leftJoin", left: group, right, expression };
    }
    case "union":
      return join(group, {
        kind: "union",
        inputs: pattern.patterns.map((branch) => toGroup(branch.type === "group" ? branch.patterns : [branch], translation)),
      });
    case "minus":
      return { kind: "minus", left: group, right: toGroup(pattern.patterns, translation), ignored: [] };
    case "graph": {
      const input = toGroup(pattern.patterns, translation);
      return join(group, { kind: "graph", graph: pattern.name.termType === "Variable" ? pattern.name.value : pattern.name, input });
    }
    case "service":
      return join(group, {
        kind: "service",
        name: toPatternTerm(pattern.name),
        silent: pattern.silent,
        input: toGroup(pattern.patterns, translation),
        syntax: { patterns: pattern.patterns, prefixes: translation.prefixes },
      });
    case "bind":
      return { kind: "extend", input: group, variable: pattern.variable.value, expression: toExpression(pattern.expression, translation) };
    case "values":
      return join(group, toValues(pattern.values));
    case "query": {
      const { pattern: inner, variables } = toSolution(pattern, pattern.variables, translation);
      return join(group, { kind: "project", input: inner, variables });
    }
    default:
      return unreachable(pattern);
  }
}

export function join(left: Algebra, right: Algebra): Algebra {
  const inputs = [left, right].flatMap((node) => (node.kind === "join" ? node.inputs : [node]));
  return inputs.length === 1 ? inputs[0]! : { kind: "join", inputs };
}

export function toValues(rows: readonly ValuesRowSyntax[]): Algebra {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return {
    kind: "values",
    variables: names.map((name) => name.replace(/^[?$]/, "")),
    rows: rows.map((row) => names.map((name) => row[name] as GroundTerm | undefined)),
  };
}

function toBasicPattern(triples: readonly TripleSyntax[], translation: Translation): Algebra {
  const patterns: TriplePattern[] = [];
  const others: Algebra[] = [];
  for (const { subject, predicate, object } of triples) {
    if ("pathType" in predicate) addPath(toPatternTerm(subject), toPath(predicate), toPatternTerm(object), patterns, others, translation);
    else patterns.push({ subject: toPatternTerm(subject), predicate: toPatternTerm(predicate), object: toPatternTerm(object) });
  }
  const bgp: Algebra[] = patterns.length > 0 || others.length === 0 ? [{ kind: "bgp", patterns, graph: { kind: "default" } }] : [];
  const inputs = [...bgp, ...others];
  return inputs.length === 1 ? inputs[0]! : { kind: "join", inputs };
}

/** Property paths that are plain patterns in disguise become patterns, so that the join order covers them (18.2.2.4). */
function addPath(
  subject: PatternTerm,
  path: Path,
  object: PatternTerm,
  patterns: TriplePattern[],
  others: Algebra[],
  translation: Translation,
): void {
  switch (path.kind) {
    case "link":
      patterns.push({ subject, predicate: { kind: "term", term: path.predicate }, object });
      return;
    case "inverse":
      addPath(object, path.path, subject, patterns, others, translation);
      return;
    case "sequence":
      path.paths.reduce<PatternTerm>((from, step, index) => {
        const to: PatternTerm = index === path.paths.length - 1 ? object : { kind: "variable", name: `#p${translation.next++}` };
        addPath(from, step, to, patterns, others, translation);
        return to;
      }, subject);
      return;
    case "alternative":
      others.push({
        kind: "union",
        inputs: path.paths.map((alternative) => {
          const inner: TriplePattern[] = [];
          const rest: Algebra[] = [];
          addPath(subject, alternative, object, inner, rest, translation);
          const inputs: Algebra[] = inner.length > 0 ? [{ kind: "bgp", patterns: inner, graph: { kind: "default" } }, ...rest] : rest;
          return inputs.length === 1 ? inputs[0]! : { kind: "join", inputs };
        }),
      });
      return;
    case "zeroOrMore":
    case "oneOrMore":
    case "zeroOrOne":
    case "negated":
      others.push({ kind: "path", subject, path, object, graph: { kind: "default" } });
      return;
    default:
      unreachable(path);
  }
}

/** A term of a pattern: blank nodes are variables there. */
export function toPatternTerm(term: TermSyntax): PatternTerm {
  switch (term.termType) {
    case "Variable":
      return { kind: "variable", name: term.value };
    case "BlankNode":
      return { kind: "variable", name: `_:${term.value}` };
    case "Quad":
      return nested(term, toPatternTerm);
    default:
      return { kind: "term", term };
  }
}

/** A term of a CONSTRUCT template or of inserted data: blank nodes stay, to be made fresh for every row. */
export function toTemplateTerm(term: TermSyntax): PatternTerm {
  switch (term.termType) {
    case "Variable":
      return { kind: "variable", name: term.value };
    case "Quad":
      return nested(term, toTemplateTerm);
    default:
      return { kind: "term", term };
  }
}

export function toTemplateTriple({ subject, predicate, object }: TripleSyntax): TriplePattern {
  return {
    subject: toTemplateTerm(subject),
    predicate: toTemplateTerm(predicate as Exclude<TripleSyntax["predicate"], PathSyntax>),
    object: toTemplateTerm(object),
  };
}

function nested(quad: Extract<TermSyntax, { termType: "Quad" }>, translate: (term: TermSyntax) => PatternTerm): PatternTerm {
  const subject = translate(quad.subject as TermSyntax);
  const predicate = translate(quad.predicate as NamedNode);
  const object = translate(quad.object as TermSyntax);
  const ground = subject.kind === "term" && predicate.kind === "term" && object.kind === "term";
  return ground ? { kind: "term", term: quad } : { kind: "triple", subject, predicate, object };
}
