import type { NamedNode, Variable } from "@rdfjs/types";
import type { DatasetSyntax, GraphReferenceSyntax, QuadsSyntax, UpdateOperationSyntax } from "./ast.ts";
import { accept, acceptWord, enter, errorHere, expect, expectWord, leave } from "./expect.ts";
import { parseGroup } from "./group.ts";
import type { ParserState } from "./parser-state.ts";
import { parseDataset } from "./select.ts";
import { unexpected } from "./syntax-error.ts";
import { parseIri, parseVariableOrIri } from "./term.ts";
import { Char } from "./token.ts";
import { advance } from "./tokenizer.ts";
import { isSubjectAhead, parseTriples } from "./triples.ts";

export const UPDATE_WORDS: readonly string[] = ["INSERT", "DELETE", "WITH", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY"];

/** Takes one operation of an update. Labels of blank nodes hold for one operation. */
export function parseOperation(state: ParserState): UpdateOperationSyntax {
  state.labels = undefined;
  const { word } = state;
  switch (word) {
    case "INSERT":
      advance(state);
      return acceptWord(state, "DATA") ? parseInsertData(state) : parseModify(state, undefined, "INSERT");
    case "DELETE":
      advance(state);
      if (acceptWord(state, "DATA")) return { updateType: "delete", delete: parseQuads(state, false, false) };
      if (acceptWord(state, "WHERE")) return { updateType: "deletewhere", delete: parseQuads(state, true, false) };
      return parseModify(state, undefined, "DELETE");
    case "WITH": {
      advance(state);
      const graph = parseIri(state);
      const clause = state.word;
      if (clause !== "INSERT" && clause !== "DELETE") throw unexpected(state, ["INSERT", "DELETE"]);
      advance(state);
      return parseModify(state, graph, clause);
    }
    case "LOAD": {
      advance(state);
      const silent = acceptWord(state, "SILENT");
      const source = parseIri(state);
      if (!acceptWord(state, "INTO")) return { type: "load", silent, source };
      expectWord(state, "GRAPH");
      return { type: "load", silent, source, destination: parseIri(state) };
    }
    case "CLEAR":
    case "DROP": {
      advance(state);
      const silent = acceptWord(state, "SILENT");
      return { type: word === "CLEAR" ? "clear" : "drop", silent, graph: parseGraphOrAll(state) };
    }
    case "CREATE": {
      advance(state);
      const silent = acceptWord(state, "SILENT");
      expectWord(state, "GRAPH");
      return { type: "create", silent, graph: { type: "graph", name: parseIri(state) } };
    }
    case "ADD":
    case "MOVE":
    case "COPY": {
      advance(state);
      const silent = acceptWord(state, "SILENT");
      const source = parseGraphOrDefault(state);
      expectWord(state, "TO");
      return { type: word === "ADD" ? "add" : word === "MOVE" ? "move" : "copy", silent, source, destination: parseGraphOrDefault(state) };
    }
    default:
      throw unexpected(state, UPDATE_WORDS);
  }
}

function parseInsertData(state: ParserState): UpdateOperationSyntax {
  const insert = parseQuads(state, false, true);
  state.insertedLabels ??= new Set();
  for (const label of state.labels?.keys() ?? []) state.insertedLabels.add(label);
  return { updateType: "insert", insert };
}

/** DELETE and INSERT with a pattern; the first keyword has been taken. */
function parseModify(state: ParserState, graph: NamedNode | undefined, first: "INSERT" | "DELETE"): UpdateOperationSyntax {
  // Labels of earlier INSERT DATA operations concern only others of their kind.
  const { insertedLabels } = state;
  state.insertedLabels = undefined;
  const removed = first === "DELETE" ? parseQuads(state, true, false) : [];
  const inserted = first === "INSERT" || acceptWord(state, "INSERT") ? parseQuads(state, true, true) : [];
  state.labels = undefined;
  const using = parseDataset(state, "USING");
  if (state.word !== "WHERE")
    throw unexpected(state, first === "DELETE" && inserted.length === 0 ? ["WHERE", "INSERT", "USING"] : ["WHERE", "USING"]);
  advance(state);
  const where = parseGroup(state).patterns;
  state.insertedLabels = insertedLabels;
  return {
    updateType: "insertdelete",
    ...(graph === undefined ? undefined : { graph }),
    delete: removed,
    insert: inserted,
    ...(using === undefined ? undefined : { using: using.from satisfies DatasetSyntax }),
    where,
  };
}

/** Takes `{ triples GRAPH g { triples } … }`. */
function parseQuads(state: ParserState, variablesAllowed: boolean, blanksAllowed: boolean): QuadsSyntax[] {
  state.variablesAllowed = variablesAllowed;
  state.blanksAllowed = blanksAllowed;
  enter(state);
  expect(state, Char.openBrace);
  const quads: QuadsSyntax[] = [];
  for (;;) {
    if (isSubjectAhead(state)) quads.push({ type: "bgp", triples: parseTriples(state, "template") });
    if (!acceptWord(state, "GRAPH")) break;
    const name: Variable | NamedNode = parseVariableOrIri(state);
    enter(state);
    expect(state, Char.openBrace);
    const triples = isSubjectAhead(state) ? parseTriples(state, "template") : [];
    if (state.kind !== Char.closeBrace) throw unexpected(state, ["a triple", "}"]);
    advance(state);
    leave(state);
    quads.push({ type: "graph", name, triples });
    accept(state, Char.dot);
  }
  if (state.kind !== Char.closeBrace) {
    if (state.word === "FILTER" || state.word === "OPTIONAL")
      throw errorHere(state, `${state.word} belongs in WHERE.`, "A template holds triples and GRAPH only.");
    throw unexpected(state, ["a triple", "GRAPH", "}"]);
  }
  state.variablesAllowed = true;
  state.blanksAllowed = true;
  advance(state);
  leave(state);
  return quads;
}

function parseGraphOrDefault(state: ParserState): GraphReferenceSyntax {
  if (acceptWord(state, "DEFAULT")) return { type: "graph", default: true };
  acceptWord(state, "GRAPH");
  return { type: "graph", name: parseIri(state) };
}

function parseGraphOrAll(state: ParserState): GraphReferenceSyntax {
  switch (state.word) {
    case "DEFAULT":
      advance(state);
      return { default: true };
    case "NAMED":
      advance(state);
      return { named: true };
    case "ALL":
      advance(state);
      return { all: true };
    case "GRAPH":
      advance(state);
      return { type: "graph", name: parseIri(state) };
    default:
      throw unexpected(state, ["GRAPH", "DEFAULT", "NAMED", "ALL"]);
  }
}
