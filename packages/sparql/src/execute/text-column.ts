import { Datatype, type Dictionary, TermKind } from "@chancery/rdf";
import type { Expression } from "../algebra/expression.ts";
import type { ColumnTest } from "./compare-column.ts";

type Place = "contains" | "strstarts" | "strends";
type Case = "lower" | "upper" | undefined;

/** What is tested: a variable's text, perhaps of `STR`, perhaps in one case. */
interface Subject {
  readonly ofString: boolean;
  readonly fold: Case;
}

/**
 * CONTAINS, STRSTARTS and STRENDS of a variable, with LCASE, UCASE and STR around it, and a constant in ASCII: the bytes of the
 * dictionary are searched, and no string is made. Where letters beyond ASCII may turn into those of the constant, texts that have any
 * are left to JavaScript: in lower case K (Kelvin) and dotted I do, in upper case many do.
 */
export function textColumn(expression: Expression, dictionary: Dictionary): ColumnTest | undefined {
  if (expression.kind !== "call" || expression.args.length !== 2) return undefined;
  const { name } = expression;
  if (name !== "contains" && name !== "strstarts" && name !== "strends") return undefined;
  const [first, second] = expression.args;
  if (second?.kind !== "term" || second.term.termType !== "Literal" || !isPlain(second.term)) return undefined;
  const part = second.term.value;
  const subject = subjectOf(first);
  if (subject === undefined || !/^[\0-\x7f]+$/.test(part)) return undefined;
  const bytes = Uint8Array.from(part, (char) => char.charCodeAt(0));
  return columnTest(name, subject, part, bytes, dictionary);
}

function isPlain({ language, datatype }: { readonly language: string; readonly datatype: { readonly value: string } }): boolean {
  return language === "" && datatype.value === "http://www.w3.org/2001/XMLSchema#string";
}

function subjectOf(expression: Expression | undefined): Subject | undefined {
  if (expression?.kind === "variable") return { ofString: false, fold: undefined };
  if (expression?.kind !== "call" || expression.args.length !== 1) return undefined;
  const inner = subjectOf(expression.args[0]);
  if (inner === undefined || inner.fold !== undefined) return undefined;
  switch (expression.name) {
    case "str":
      return { ...inner, ofString: true };
    case "lcase":
      return { ...inner, fold: "lower" };
    case "ucase":
      return { ...inner, fold: "upper" };
    default:
      return undefined;
  }
}

function columnTest(place: Place, { ofString, fold }: Subject, part: string, bytes: Uint8Array, dictionary: Dictionary): ColumnTest {
  const { arena, offsets, kinds, datatypes } = dictionary.columns;
  const folded = foldTable(fold);
  const { length } = bytes;
  const shifts = shiftTable(bytes, folded);
  const mayAppear = fold === "upper" || (fold === "lower" && /[ik]/.test(part));
  /** Whether the bytes stand at a place in the arena. */
  const isAt = (at: number): boolean => {
    for (let i = length - 1; i >= 0; i--) if (folded[arena[at + i]!] !== bytes[i]) return false;
    return true;
  };
  const isFound = (start: number, end: number): boolean => {
    if (end - start < length) return false;
    if (place === "strstarts") return isAt(start);
    if (place === "strends") return isAt(end - length);
    for (let last = start + length - 1; last < end; last += shifts[arena[last]!]!) if (isAt(last - length + 1)) return true;
    return false;
  };
  return (id) => {
    const isText = kinds[id] === TermKind.literal && (datatypes[id] === Datatype.string || datatypes[id] === Datatype.langString);
    if (!isText && !(ofString && kinds[id] === TermKind.iri)) return undefined;
    const start = offsets[id]!;
    const end = offsets[id + 1]!;
    if (isFound(start, end)) return true;
    return mayAppear && !isAscii(arena, start, end) && testText(place, fold, dictionary.lexical(id), part);
  };
}

function isAscii(arena: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (arena[at]! >= 0x80) return false;
  return true;
}

/** How far a search may move on after a byte that stands under the part's last one (Horspool 1980). */
function shiftTable(part: Uint8Array, folded: Uint8Array): Int32Array {
  const shifts = new Int32Array(256);
  for (let byte = 0; byte < 256; byte++) {
    const at = part.lastIndexOf(folded[byte]!, part.length - 2);
    shifts[byte] = part.length < 2 || at < 0 ? part.length : part.length - 1 - at;
  }
  return shifts;
}

function testText(place: Place, fold: Case, text: string, part: string): boolean {
  const folded = fold === "lower" ? text.toLowerCase() : text.toUpperCase();
  if (place === "contains") return folded.includes(part);
  return place === "strstarts" ? folded.startsWith(part) : folded.endsWith(part);
}

/** Byte by byte in the wanted case, for ASCII. */
function foldTable(fold: Case): Uint8Array {
  const table = Uint8Array.from({ length: 256 }, (_, byte) => byte);
  if (fold === "lower") for (let byte = 65; byte <= 90; byte++) table[byte] = byte + 32;
  if (fold === "upper") for (let byte = 97; byte <= 122; byte++) table[byte] = byte - 32;
  return table;
}
