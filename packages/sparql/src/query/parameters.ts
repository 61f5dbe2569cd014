import { ChanceryError, Datatype, dataFactory } from "@chancery/rdf";
import type { Literal, Term, Variable } from "@rdfjs/types";
import { printDouble } from "../expression/number.ts";
import { datatypeNode } from "../expression/value.ts";
import type { SyntaxTree } from "../parse/ast.ts";
import { parseQuery } from "../parse/parse-query.ts";
import type { ParameterValue, QueryOptions } from "./options.ts";
import { type PreparedQuery, prepare, type QueryInput } from "./prepare.ts";

/**
 * Replaces variables of a query by values, in the syntax tree, so that no text can change what the query says.
 *
 * @param values By variable name without the question mark. A variable that is selected is given out with its value.
 * @throws ChanceryError `sparql.parameter` for a value that may not stand where the variable does, or a variable that the query lacks.
 */
export function bind(query: QueryInput, values: Readonly<Record<string, ParameterValue>>, options: QueryOptions = {}): PreparedQuery {
  const syntax = typeof query === "string" ? parseQuery(query, options) : "algebra" in query ? query.syntax : query;
  const terms = new Map(Object.entries(values).map(([name, value]) => [name, toParameter(value)]));
  return prepare(substitute(syntax, terms), options);
}

/**
 * A query as a template: `` sparql`SELECT * { ?s ?p ${term} }` ``. Every value takes the place of one term; text in a value stays
 * text, whatever it contains. Works for queries and updates.
 *
 * @throws ChanceryError `sparql.syntax`; `sparql.parameter` for a value that may not stand there.
 */
export function sparql(strings: TemplateStringsArray, ...values: readonly ParameterValue[]): SyntaxTree {
  const terms = new Map<string, Term>();
  // A name that the rest of the query does not use.
  let prefix = "parameter";
  while (strings.some((text) => text.includes(prefix))) prefix += "_";
  let text = strings[0] ?? "";
  values.forEach((value, i) => {
    // Whole numbers stay digits, so that LIMIT and OFFSET take them, too.
    if (typeof value === "number" && Number.isSafeInteger(value) && value >= 0) text += ` ${value} `;
    else {
      terms.set(`${prefix}${i}`, toParameter(value));
      text += ` ?${prefix}${i} `;
    }
    text += strings[i + 1] ?? "";
  });
  return substitute(parseQuery(text), terms);
}

/** The term of a value. @throws ChanceryError `sparql.parameter`. */
function toParameter(value: ParameterValue): Term {
  switch (typeof value) {
    case "string":
      return dataFactory.literal(value);
    case "boolean":
      return dataFactory.literal(String(value), datatypeNode(Datatype.boolean));
    case "bigint":
      return dataFactory.literal(String(value), datatypeNode(Datatype.integer));
    case "number":
      if (Number.isSafeInteger(value)) return dataFactory.literal(String(value), datatypeNode(Datatype.integer));
      return dataFactory.literal(printDouble(value), datatypeNode(Datatype.double));
    default:
      if (value instanceof Date) {
        if (Number.isNaN(value.getTime())) throw parameterError("An invalid date is no value.");
        return dataFactory.literal(value.toISOString(), datatypeNode(Datatype.dateTime));
      }
      if (!isGround(value)) throw parameterError("A variable or the default graph is no value.");
      checkIris(value);
      return value;
  }
}

function isGround(term: Term): boolean {
  if (term.termType === "Quad") return isGround(term.subject) && isGround(term.predicate) && isGround(term.object);
  return term.termType === "NamedNode" || term.termType === "Literal" || term.termType === "BlankNode";
}

/** An IRI with `>` in it would be harmless here, but not where the query is printed. */
function checkIris(term: Term): void {
  if (term.termType === "Quad") {
    for (const part of [term.subject, term.predicate, term.object]) checkIris(part);
  } else if (term.termType === "NamedNode" && /[\u0000-\u0020<>"{}|^`\\]/.test(term.value)) {
    throw parameterError(`Not an IRI: ${JSON.stringify(term.value.slice(0, 100))}.`);
  }
}

function parameterError(message: string): ChanceryError {
  return new ChanceryError("sparql.parameter", message, { remedy: "Pass an IRI, a literal, a string, a number, a boolean or a date." });
}

/** Keys under which only a variable may stand: there the substitution cannot put a term. */
function substitute<Tree extends SyntaxTree>(tree: Tree, terms: ReadonlyMap<string, Term>): Tree {
  const used = new Set<string>();
  const termOf = (variable: Variable): Term | undefined => {
    const term = terms.get(variable.value);
    if (term !== undefined) used.add(variable.value);
    return term;
  };
  const refuse = (what: string, variable: Variable): never => {
    throw parameterError(`?${variable.value} is a parameter, but ${what}.`);
  };
  const visit = (node: unknown, key: string): unknown => {
    if (Array.isArray(node)) {
      if (key === "variables") return node.map(visitSelected);
      return node.map((item) => visit(item, key));
    }
    if (typeof node !== "object" || node === null) return node;
    if (isTerm(node)) return visitTerm(node, key);
    const entries = Object.entries(node).map(([name, value]) => {
      if (name === "values" && Array.isArray(value)) for (const row of value) checkValuesRow(row as object);
      return [name, name === "prefixes" ? value : visit(value, name)];
    });
    return Object.fromEntries(entries);
  };
  const checkValuesRow = (row: object): void => {
    for (const name of Object.keys(row)) if (terms.has(name.slice(1))) refuse("VALUES binds it", dataFactory.variable(name.slice(1)));
  };
  const visitTerm = (term: Term, key: string): unknown => {
    if (term.termType === "Quad") {
      const [subject, predicate, object] = [
        visit(term.subject, "subject"),
        visit(term.predicate, "predicate"),
        visit(term.object, "object"),
      ];
      return dataFactory.quad(subject as never, predicate as never, object as never);
    }
    if (term.termType !== "Variable") return term;
    const value = termOf(term);
    if (value === undefined) return term;
    if (key === "variable") return refuse("AS gives it a value", term);
    if ((key === "predicate" || key === "name" || key === "items") && value.termType !== "NamedNode") {
      return refuse("only an IRI may stand there", term);
    }
    if (key === "subject" && value.termType === "Literal") return refuse("a literal is no subject", term);
    if (value.termType === "BlankNode") return refuse("a blank node in a query is a variable", term);
    return value;
  };
  /** A selected parameter becomes `(value AS ?name)`. */
  const visitSelected = (item: unknown): unknown => {
    if (isTerm(item) && item.termType === "Variable") {
      const value = termOf(item);
      return value === undefined ? item : { expression: value as Literal, variable: item };
    }
    return visit(item, "selected");
  };
  const result = visit(tree, "") as Tree;
  for (const name of terms.keys()) {
    if (!used.has(name)) throw parameterError(`The query has no variable ?${name} to take the value.`);
  }
  return result;
}

function isTerm(node: object | unknown): node is Term {
  return typeof node === "object" && node !== null && "termType" in node && (node as { termType: unknown }).termType !== "Wildcard";
}
