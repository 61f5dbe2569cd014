import { ChanceryError, Datatype, dataFactory } from "@chancery/rdf";
import type { Literal, Term } from "@rdfjs/types";
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
  return prepare(substitute(syntax, terms, "Variable"), options);
}

/**
 * A query as a template: `` sparql`SELECT * { ?s ?p ${term} }` ``. Every value takes the place of one term; text in a value stays
 * text, whatever it contains. Works for queries and updates.
 *
 * @throws ChanceryError `sparql.syntax`; `sparql.parameter` for a value that may not stand there.
 */
export function sparql(strings: TemplateStringsArray, ...values: readonly ParameterValue[]): SyntaxTree {
  // Values are parsed as IRIs that the rest of the text does not contain, since IRIs may stand wherever a term may, in data too.
  let prefix = "urn:chancery:parameter:";
  while (strings.some((text) => text.includes(prefix))) prefix += "x";
  const terms = new Map<string, Term>();
  let text = strings[0] ?? "";
  values.forEach((value, i) => {
    // Whole numbers stay digits, so that LIMIT and OFFSET take them, too.
    if (typeof value === "number" && Number.isSafeInteger(value) && value >= 0) text += ` ${value} `;
    else {
      terms.set(`${prefix}${i}`, toParameter(value));
      text += ` <${prefix}${i}> `;
    }
    text += strings[i + 1] ?? "";
  });
  return substitute(parseQuery(text), terms, "NamedNode");
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

/** Keys of the syntax tree under which only an IRI may stand. */
const IRI_KEYS: ReadonlySet<string> = new Set([
  "predicate",
  "name",
  "items",
  "function",
  "default",
  "named",
  "graph",
  "source",
  "destination",
]);

/** Puts terms in the place of variables or of placeholder IRIs, and makes sure that every one has found a place. */
function substitute<Tree extends SyntaxTree>(tree: Tree, terms: ReadonlyMap<string, Term>, placeholder: "Variable" | "NamedNode"): Tree {
  const used = new Set<string>();
  const refuse = (what: string, name: string): never => {
    throw parameterError(placeholder === "Variable" ? `?${name} is a parameter, but ${what}.` : `A value stands where ${what}.`);
  };
  const visit = (node: unknown, key: string): unknown => {
    if (Array.isArray(node)) return node.map((item) => (key === "variables" ? visitSelected(item) : visit(item, key)));
    if (typeof node !== "object" || node === null) return node;
    if (isTerm(node)) return visitTerm(node, key);
    const entries = Object.entries(node).map(([name, value]) => {
      if (name === "values" && Array.isArray(value)) for (const row of value) checkValuesRow(row as object);
      return [name, name === "prefixes" ? value : visit(value, name)];
    });
    return Object.fromEntries(entries);
  };
  const checkValuesRow = (row: object): void => {
    if (placeholder === "NamedNode") return;
    for (const name of Object.keys(row)) if (terms.has(name.slice(1))) refuse("VALUES binds it", name.slice(1));
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
    if (term.termType === "Literal") {
      const datatype = visitTerm(term.datatype, "predicate") as Literal["datatype"];
      return datatype === term.datatype ? term : dataFactory.literal(term.value, datatype);
    }
    const value = term.termType === placeholder ? terms.get(term.value) : undefined;
    if (value === undefined) return term;
    used.add(term.value);
    if (key === "variable") return refuse("AS gives it a value", term.value);
    if (IRI_KEYS.has(key) && value.termType !== "NamedNode") return refuse("only an IRI may stand there", term.value);
    if (key === "subject" && value.termType === "Literal") return refuse("a literal is no subject", term.value);
    if (value.termType === "BlankNode") return refuse("a blank node in a query is a variable", term.value);
    return value;
  };
  /** A selected parameter becomes `(value AS ?name)`. */
  const visitSelected = (item: unknown): unknown => {
    if (!isTerm(item) || item.termType !== "Variable" || placeholder !== "Variable") return visit(item, "selected");
    const value = visitTerm(item, "selected");
    return value === item ? item : { expression: value, variable: item };
  };
  const result = visit(tree, "") as Tree;
  for (const name of terms.keys()) {
    if (used.has(name)) continue;
    throw parameterError(
      placeholder === "Variable" ? `The query has no variable ?${name} to take the value.` : "A value stands where no term may stand.",
    );
  }
  return result;
}

function isTerm(node: unknown): node is Term {
  return typeof node === "object" && node !== null && "termType" in node && (node as { termType: unknown }).termType !== "Wildcard";
}
