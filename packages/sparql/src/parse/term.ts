import { dataFactory, namespaces } from "@chancery/rdf";
import type { BlankNode, Literal, NamedNode, Quad, Variable } from "@rdfjs/types";
import { errorHere, expect } from "./expect.ts";
import { isAbsoluteIri, resolveIri } from "./iri.ts";
import type { ParserState } from "./parser-state.ts";
import { syntaxError, unexpected, unknownPrefix } from "./syntax-error.ts";
import { Char, Token } from "./token.ts";
import { advance } from "./tokenizer.ts";

export const RDF_TYPE: NamedNode = namespaces.rdf("type");
export const RDF_NIL: NamedNode = namespaces.rdf("nil");
const INTEGER = namespaces.xsd("integer");
const DECIMAL = namespaces.xsd("decimal");
const DOUBLE = namespaces.xsd("double");
const TRUE = dataFactory.literal("true", namespaces.xsd("boolean"));
const FALSE = dataFactory.literal("false", namespaces.xsd("boolean"));

/** Takes an IRI reference or a prefixed name. */
export function parseIri(state: ParserState): NamedNode {
  const { kind } = state;
  if (kind !== Token.iri && kind !== Token.prefixedName) throw unexpected(state, ["an IRI"]);
  const written = state.text.slice(state.start, state.end);
  let node = state.iris.get(written);
  if (node === undefined) {
    node = dataFactory.namedNode(kind === Token.iri ? absolute(state) : expand(state));
    state.iris.set(written, node);
  }
  advance(state);
  return node;
}

/** The IRI of the token ahead, an IRI reference, resolved against the base. */
export function absolute(state: ParserState): string {
  const { value, base } = state;
  if (isAbsoluteIri(value)) return value;
  if (base === undefined)
    throw errorHere(
      state,
      `The IRI <${value}> is relative, and there is no base.`,
      "Write the whole IRI, add BASE at the top, or pass baseIri.",
    );
  return resolveIri(value, base);
}

function expand(state: ParserState): string {
  const { text, start, end, colon, escaped } = state;
  const prefix = text.slice(start, colon);
  const namespace = state.prefixes.get(prefix);
  if (namespace === undefined) throw unknownPrefix(state, prefix);
  const local = text.slice(colon + 1, end);
  return namespace + (escaped ? local.replace(/\\(.)/g, "$1") : local);
}

/** Takes `?name` or `$name`. */
export function parseVariable(state: ParserState): Variable {
  if (state.kind !== Token.variable) throw unexpected(state, ["a variable"]);
  if (!state.variablesAllowed) {
    throw errorHere(
      state,
      "Data holds no variables.",
      "Use INSERT { … } WHERE { … } or DELETE { … } WHERE { … } for triples that depend on a pattern.",
    );
  }
  const variable = dataFactory.variable(state.text.slice(state.start + 1, state.end));
  advance(state);
  return variable;
}

export function parseVariableOrIri(state: ParserState): Variable | NamedNode {
  if (state.kind === Token.variable) return parseVariable(state);
  if (state.kind === Token.iri || state.kind === Token.prefixedName) return parseIri(state);
  throw unexpected(state, ["a variable", "an IRI"]);
}

/** Whether the token ahead begins a literal. */
export function isLiteralAhead(state: ParserState): boolean {
  const { kind, word } = state;
  return (kind >= Token.integer && kind <= Token.longString) || word === "TRUE" || word === "FALSE";
}

/** Takes a literal: a string with its tag or datatype, a number, a boolean. */
export function parseLiteral(state: ParserState): Literal {
  const { kind, text, start, end, value } = state;
  switch (kind) {
    case Token.integer:
    case Token.decimal:
    case Token.double:
      advance(state);
      return numberLiteral(kind, text.slice(start, end));
    case Token.word: {
      const literal = state.word === "TRUE" ? TRUE : FALSE;
      advance(state);
      return literal;
    }
  }
  advance(state);
  if (state.kind === Token.language) return parseLanguage(state, value);
  if (state.kind !== Token.datatype) return dataFactory.literal(value);
  advance(state);
  return dataFactory.literal(value, parseIri(state));
}

function parseLanguage(state: ParserState, value: string): Literal {
  const [language = "", direction] = state.value.split("--");
  if (direction !== undefined && direction !== "ltr" && direction !== "rtl") {
    throw errorHere(state, `There is no base direction ${direction}.`, `Write @${language}--ltr or @${language}--rtl.`);
  }
  advance(state);
  return dataFactory.literal(value, direction === undefined ? language.toLowerCase() : { language: language.toLowerCase(), direction });
}

/** The literal of a number as it is written. */
export function numberLiteral(kind: number, lexical: string): Literal {
  return dataFactory.literal(lexical, kind === Token.integer ? INTEGER : kind === Token.decimal ? DECIMAL : DOUBLE);
}

/** Takes `_:label`, which may stand in one basic graph pattern only, and in one INSERT DATA. */
export function parseBlankLabel(state: ParserState): BlankNode {
  checkBlankAllowed(state, state.start);
  const label = state.text.slice(state.start + 2, state.end);
  const pattern = state.labels?.get(label);
  if (pattern !== undefined && pattern !== state.pattern) {
    throw errorHere(state, `The blank node _:${label} stands in two basic graph patterns.`, "Use a variable to join them.");
  }
  if (state.insertedLabels?.has(label) === true) {
    throw errorHere(
      state,
      `The blank node _:${label} stands in two INSERT DATA operations.`,
      "Labels hold for one operation only: use another label, or an IRI.",
    );
  }
  if (pattern === undefined) {
    state.labels ??= new Map();
    state.labels.set(label, state.pattern);
  }
  advance(state);
  // Labels and numbers get different letters, so that the one can't look like the other; the letters are those of sparqljs.
  return dataFactory.blankNode(`e_${label}`);
}

/** A blank node that has no label in the text. */
export function freshBlank(state: ParserState, at: number): BlankNode {
  checkBlankAllowed(state, at);
  return dataFactory.blankNode(`g_${state.nextBlank++}`);
}

function checkBlankAllowed(state: ParserState, at: number): void {
  if (!state.blanksAllowed) {
    throw syntaxError(
      state.text,
      at,
      "DELETE takes no blank nodes: they would match nothing.",
      "Use a variable, or name the reifier with ~.",
    );
  }
}

/** Begins a new basic graph pattern: labels of blank nodes used before may not come again. */
export function startPattern(state: ParserState): void {
  state.pattern = state.nextPattern++;
}

/** Takes what may stand as a term of a plain triple, but for brackets and triple terms; `undefined` when nothing of it is ahead. */
export function parseSimpleTerm(state: ParserState): Variable | NamedNode | Literal | BlankNode | undefined {
  switch (state.kind) {
    case Token.variable:
      return parseVariable(state);
    case Token.iri:
    case Token.prefixedName:
      return parseIri(state);
    case Token.blankLabel:
      return parseBlankLabel(state);
    default:
      return isLiteralAhead(state) ? parseLiteral(state) : undefined;
  }
}

/** Takes `a`, an IRI or a variable. */
export function parseVerb(state: ParserState): Variable | NamedNode {
  if (isTypeAhead(state)) {
    advance(state);
    return RDF_TYPE;
  }
  return parseVariableOrIri(state);
}

/** Whether `a` is ahead; unlike the other words it has no capitals. */
export function isTypeAhead(state: ParserState): boolean {
  return state.word === "A" && state.text.charCodeAt(state.start) === 97;
}

/** Takes `<<( s p o )>>`, whose opening token is ahead; the three functions read its parts. */
export function parseTripleTerm<Part extends Variable | NamedNode | Literal | BlankNode | Quad>(
  state: ParserState,
  subject: (state: ParserState) => Part,
  verb: (state: ParserState) => Variable | NamedNode,
  object: (state: ParserState) => Part,
): Quad {
  advance(state);
  const s = subject(state);
  const p = verb(state);
  const o = object(state);
  expect(state, Token.closeTriple);
  // RDF/JS types quads of patterns no other way than quads of data.
  return dataFactory.quad(s as never, p as never, o as never);
}

/** Takes the `]` of `[]` when it is ahead. */
export function acceptAnonymous(state: ParserState): boolean {
  if (state.kind !== Char.closeBracket) return false;
  advance(state);
  return true;
}
