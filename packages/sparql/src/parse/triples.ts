import { namespaces } from "@chancery/rdf";
import type { BlankNode, NamedNode, Variable } from "@rdfjs/types";
import type { PathSyntax, TermSyntax, TripleSyntax } from "./ast.ts";
import { accept, enter, errorHere, expect, leave } from "./expect.ts";
import type { ParserState } from "./parser-state.ts";
import { parsePath } from "./path.ts";
import { parseAnnotations, parsePatternTriple, parseReifiedTriple } from "./reification.ts";
import { unexpected } from "./syntax-error.ts";
import { acceptAnonymous, freshBlank, isLiteralAhead, isTypeAhead, parseSimpleTerm, parseVariable, parseVerb, RDF_NIL } from "./term.ts";
import { Char, Token } from "./token.ts";
import { advance } from "./tokenizer.ts";

const RDF_FIRST = namespaces.rdf("first");
const RDF_REST = namespaces.rdf("rest");

/** Whether predicates may be property paths: in patterns they may, in templates and data not. */
export type Mode = "pattern" | "template";

/** Whether the token ahead can begin the subject of a triple. */
export function isSubjectAhead(state: ParserState): boolean {
  switch (state.kind) {
    case Token.variable:
    case Token.iri:
    case Token.prefixedName:
    case Token.blankLabel:
    case Token.openReified:
    case Token.openTriple:
    case Char.openBracket:
    case Char.openParenthesis:
      return true;
    default:
      return isLiteralAhead(state);
  }
}

/** Takes triples up to where none begins any more; dots stand between them and may stand behind the last. */
export function parseTriples(state: ParserState, mode: Mode): TripleSyntax[] {
  const triples: TripleSyntax[] = [];
  do parseSameSubject(state, mode, triples);
  while (accept(state, Char.dot) && isSubjectAhead(state));
  return triples;
}

/** Triples of one subject. What a bracket stands for comes behind the triples that it takes part in, as in sparqljs. */
function parseSameSubject(state: ParserState, mode: Mode, out: TripleSyntax[]): void {
  switch (state.kind) {
    case Token.openReified: {
      const own: TripleSyntax[] = [];
      const subject = parseReifiedTriple(state, own);
      if (isVerbAhead(state, mode)) parsePropertyList(state, subject, mode, out);
      append(out, own);
      return;
    }
    case Char.openBracket:
    case Char.openParenthesis: {
      const own: TripleSyntax[] = [];
      const subject = parseNode(state, mode, own);
      // `[]` and `()` say nothing by themselves.
      if (own.length === 0 || isVerbAhead(state, mode)) parsePropertyList(state, subject, mode, out);
      append(out, own);
      return;
    }
    case Token.openTriple:
      parsePropertyList(state, parsePatternTriple(state), mode, out);
      return;
    default: {
      const subject = parseSimpleTerm(state);
      if (subject === undefined) throw unexpected(state, ["a triple"]);
      parsePropertyList(state, subject, mode, out);
    }
  }
}

function isVerbAhead(state: ParserState, mode: Mode): boolean {
  switch (state.kind) {
    case Token.variable:
    case Token.iri:
    case Token.prefixedName:
      return true;
    case Char.openParenthesis:
    case Char.caret:
    case Char.bang:
      return mode === "pattern";
    default:
      return isTypeAhead(state);
  }
}

/**
 * Predicates and objects of a subject. sparqljs puts what brackets among the first objects stand for behind everything in a pattern, but
 * at once in a template; the order of our triples is the same.
 */
export function parsePropertyList(state: ParserState, subject: TermSyntax, mode: Mode, out: TripleSyntax[]): void {
  const late = parseObjectList(state, subject, mode, out);
  if (late !== undefined && mode === "template") append(out, late);
  while (accept(state, Char.semicolon)) {
    if (!isVerbAhead(state, mode)) continue;
    const nested = parseObjectList(state, subject, mode, out);
    if (nested !== undefined) append(out, nested);
  }
  if (late !== undefined && mode === "pattern") append(out, late);
}

/** A predicate and its objects; gives back the triples that brackets among the objects stand for. */
function parseObjectList(state: ParserState, subject: TermSyntax, mode: Mode, out: TripleSyntax[]): TripleSyntax[] | undefined {
  const predicate = parsePredicate(state, mode);
  let nested: TripleSyntax[] | undefined;
  do {
    let object: TermSyntax | undefined = parseSimpleTerm(state);
    if (object === undefined) {
      nested ??= [];
      object = parseNode(state, mode, nested);
    }
    out.push({ subject, predicate, object });
    if (state.kind === Char.tilde || state.kind === Token.openAnnotation) {
      nested ??= [];
      parseAnnotations(state, subject, predicate, object, mode, nested);
    }
  } while (accept(state, Char.comma));
  return nested;
}

const PATH_MARKS: ReadonlySet<number> = new Set([Char.slash, Char.bar, Char.star, Char.plus, Char.question]);

function parsePredicate(state: ParserState, mode: Mode): Variable | NamedNode | PathSyntax {
  if (state.kind === Token.variable && mode === "pattern") return parseVariable(state);
  if (mode === "template") {
    const verb = parseVerb(state);
    if (PATH_MARKS.has(state.kind)) {
      throw errorHere(state, "A property path is no triple, so templates and data have none.", "Match the path in WHERE.");
    }
    return verb;
  }
  if (!isVerbAhead(state, mode)) throw unexpected(state, ["a predicate"]);
  return parsePath(state);
}

/** Takes what may stand as an object; the triples that it implies go to `nested`. */
function parseNode(state: ParserState, mode: Mode, nested: TripleSyntax[]): TermSyntax {
  switch (state.kind) {
    case Char.openBracket:
      return parseBlankProperties(state, mode, nested);
    case Char.openParenthesis:
      return parseCollection(state, mode, nested);
    case Token.openReified:
      return parseReifiedTriple(state, nested);
    case Token.openTriple:
      return parsePatternTriple(state);
    default: {
      const term = parseSimpleTerm(state);
      if (term === undefined) throw unexpected(state, ["a variable", "an IRI", "a literal", "a blank node"]);
      return term;
    }
  }
}

function parseBlankProperties(state: ParserState, mode: Mode, nested: TripleSyntax[]): BlankNode {
  enter(state);
  const node = freshBlank(state, state.start);
  advance(state);
  if (!acceptAnonymous(state)) {
    parsePropertyList(state, node, mode, nested);
    expect(state, Char.closeBracket);
  }
  leave(state);
  return node;
}

/** `(a b)`: the triples of the list, then those of its items. */
function parseCollection(state: ParserState, mode: Mode, nested: TripleSyntax[]): BlankNode | NamedNode {
  const { start } = state;
  enter(state);
  advance(state);
  let node: BlankNode | undefined;
  let head: BlankNode | undefined;
  const own: TripleSyntax[] = [];
  while (state.kind !== Char.closeParenthesis) {
    const item = parseNode(state, mode, own);
    const next = freshBlank(state, start);
    if (node !== undefined) nested.push({ subject: node, predicate: RDF_REST, object: next });
    head ??= next;
    node = next;
    nested.push({ subject: node, predicate: RDF_FIRST, object: item });
  }
  advance(state);
  leave(state);
  if (node === undefined || head === undefined) return RDF_NIL;
  nested.push({ subject: node, predicate: RDF_REST, object: RDF_NIL });
  append(nested, own);
  return head;
}

function append(out: TripleSyntax[], triples: readonly TripleSyntax[]): void {
  for (const triple of triples) out.push(triple);
}
