import { dataFactory, namespaces } from "@chancery/rdf";
import type { BlankNode, NamedNode, Quad, Variable } from "@rdfjs/types";
import type { PathSyntax, TermSyntax, TripleSyntax } from "./ast.ts";
import { enter, errorHere, expect, leave } from "./expect.ts";
import type { ParserState } from "./parser-state.ts";
import { unexpected } from "./syntax-error.ts";
import { acceptAnonymous, freshBlank, parseBlankLabel, parseSimpleTerm, parseTripleTerm, parseVariableOrIri, parseVerb } from "./term.ts";
import { Char, Token } from "./token.ts";
import { advance } from "./tokenizer.ts";
import { type Mode, parsePropertyList } from "./triples.ts";

// SPARQL 1.2 writes statements about triples in short; here they become the plain triples that they stand for
// (`reifier rdf:reifies <<( s p o )>>`), so that nothing after the parser has to know the short forms.

const REIFIES = namespaces.rdf("reifies");

/** Takes `<< s p o ~ r >>`: its value is the reifier; the triple that ties it to the triple term goes to `nested`. */
export function parseReifiedTriple(state: ParserState, nested: TripleSyntax[]): TermSyntax {
  const { start } = state;
  enter(state);
  advance(state);
  const subject = parsePart(state, nested);
  const predicate = parseVerb(state);
  const object = parsePart(state, nested);
  const reifier = state.kind === Char.tilde ? parseReifier(state) : freshBlank(state, start);
  expect(state, Token.closeReified);
  leave(state);
  nested.push({ subject: reifier, predicate: REIFIES, object: tripleTerm(subject, predicate, object) });
  return reifier;
}

/** Subject or object of a reified triple. */
function parsePart(state: ParserState, nested: TripleSyntax[]): TermSyntax {
  if (state.kind === Token.openReified) return parseReifiedTriple(state, nested);
  return parseTermPart(state);
}

/** Subject or object of a triple term in a pattern. */
function parseTermPart(state: ParserState): TermSyntax {
  if (state.kind === Token.openTriple) return parsePatternTriple(state);
  if (state.kind === Char.openBracket) return parseAnonymous(state);
  const term = parseSimpleTerm(state);
  if (term === undefined) throw unexpected(state, ["a variable", "an IRI", "a literal", "a blank node"]);
  return term;
}

/** Takes `[]`, the only bracket allowed inside a triple term. */
function parseAnonymous(state: ParserState): BlankNode {
  const node = freshBlank(state, state.start);
  advance(state);
  if (!acceptAnonymous(state)) throw unexpected(state, ["]"]);
  return node;
}

/** Takes `<<( s p o )>>` in a pattern, a template or data. */
export function parsePatternTriple(state: ParserState): Quad {
  enter(state);
  const quad = parseTripleTerm(state, parseTermPart, parseVerb, parseTermPart);
  leave(state);
  return quad;
}

/** Takes `~` and the name of the reifier, if it has one. */
function parseReifier(state: ParserState): Variable | NamedNode | BlankNode {
  const { start } = state;
  advance(state);
  switch (state.kind) {
    case Token.variable:
    case Token.iri:
    case Token.prefixedName:
      return parseVariableOrIri(state);
    case Token.blankLabel:
      return parseBlankLabel(state);
    case Char.openBracket:
      return parseAnonymous(state);
    default:
      return freshBlank(state, start);
  }
}

/** Takes `~ r {| p o |} …` behind the object of a triple. */
export function parseAnnotations(
  state: ParserState,
  subject: TermSyntax,
  predicate: Variable | NamedNode | PathSyntax,
  object: TermSyntax,
  mode: Mode,
  nested: TripleSyntax[],
): void {
  if ("pathType" in predicate) {
    throw errorHere(state, "A property path is no triple that could be annotated.", "Use an IRI or a variable as the predicate.");
  }
  const term = tripleTerm(subject, predicate, object);
  let reifier: TermSyntax | undefined;
  for (;;) {
    if (state.kind === Char.tilde) {
      reifier = parseReifier(state);
      nested.push({ subject: reifier, predicate: REIFIES, object: term });
    } else if (state.kind === Token.openAnnotation) {
      if (reifier === undefined) {
        reifier = freshBlank(state, state.start);
        nested.push({ subject: reifier, predicate: REIFIES, object: term });
      }
      enter(state);
      advance(state);
      parsePropertyList(state, reifier, mode, nested);
      expect(state, Token.closeAnnotation);
      leave(state);
      reifier = undefined;
    } else return;
  }
}

function tripleTerm(subject: TermSyntax, predicate: Variable | NamedNode, object: TermSyntax): Quad {
  return dataFactory.quad(subject as never, predicate, object as never);
}
