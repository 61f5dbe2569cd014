import type { NamedNode } from "@rdfjs/types";
import type { PathSyntax } from "./ast.ts";
import { accept, enter, expect, leave } from "./expect.ts";
import type { ParserState } from "./parser-state.ts";
import { unexpected } from "./syntax-error.ts";
import { isTypeAhead, parseIri, RDF_TYPE } from "./term.ts";
import { Char, Token } from "./token.ts";
import { advance } from "./tokenizer.ts";

type Path = NamedNode | PathSyntax;

/** Takes a property path (SPARQL 1.1, 9.1); one that is only an IRI comes back as that IRI. */
export function parsePath(state: ParserState): Path {
  return parseList(state, Char.bar, "|", parseSequence);
}

function parseSequence(state: ParserState): Path {
  return parseList(state, Char.slash, "/", parseStep);
}

function parseList(state: ParserState, separator: number, pathType: "|" | "/", parseItem: (state: ParserState) => Path): Path {
  const first = parseItem(state);
  if (state.kind !== separator) return first;
  const items = [first];
  while (accept(state, separator)) items.push(parseItem(state));
  return { type: "path", pathType, items };
}

/** `^path`, and the marks behind a path. */
function parseStep(state: ParserState): Path {
  if (accept(state, Char.caret)) return { type: "path", pathType: "^", items: [parseMarked(state)] };
  return parseMarked(state);
}

function parseMarked(state: ParserState): Path {
  const path = parsePrimary(state);
  switch (state.kind) {
    case Char.question:
      advance(state);
      return { type: "path", pathType: "?", items: [path] };
    case Char.star:
      advance(state);
      return { type: "path", pathType: "*", items: [path] };
    case Char.plus:
      advance(state);
      return { type: "path", pathType: "+", items: [path] };
    default:
      return path;
  }
}

function parsePrimary(state: ParserState): Path {
  switch (state.kind) {
    case Char.openParenthesis: {
      enter(state);
      advance(state);
      const path = parsePath(state);
      expect(state, Char.closeParenthesis);
      leave(state);
      return path;
    }
    case Char.bang:
      advance(state);
      return { type: "path", pathType: "!", items: parseNegated(state) };
    default:
      return parseLink(state);
  }
}

/** `!p`, `!^p` or `!(p | ^q)`; alternatives come as one item, as sparqljs has them. */
function parseNegated(state: ParserState): readonly Path[] {
  if (!accept(state, Char.openParenthesis)) return [parseNegatedLink(state)];
  if (accept(state, Char.closeParenthesis)) return [];
  const items = [parseNegatedLink(state)];
  while (accept(state, Char.bar)) items.push(parseNegatedLink(state));
  expect(state, Char.closeParenthesis);
  return [{ type: "path", pathType: "|", items }];
}

function parseNegatedLink(state: ParserState): Path {
  if (!accept(state, Char.caret)) return parseLink(state);
  return { type: "path", pathType: "^", items: [parseLink(state)] };
}

function parseLink(state: ParserState): NamedNode {
  if (isTypeAhead(state)) {
    advance(state);
    return RDF_TYPE;
  }
  if (state.kind === Token.iri || state.kind === Token.prefixedName) return parseIri(state);
  throw unexpected(state, ["a predicate"]);
}
