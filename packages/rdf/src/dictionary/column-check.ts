import { badIriByte, blankLabelEnd, startsWithScheme } from "../term/term-syntax.ts";
import { utf8SequenceLength } from "../term/utf8.ts";
import { Datatype } from "../vocabulary/datatype.ts";
import type { LanguageTag } from "./dictionary.ts";
import { type TermColumnData, TermKind } from "./term-table.ts";

/**
 * Whether columns from outside hold only terms that the dictionary would have taken: a snapshot is checked like any other input.
 *
 * @param codes Datatype codes are below this.
 */
export function areValidTerms(columns: TermColumnData, codes: number, languages: readonly LanguageTag[]): boolean {
  const { arena, offsets, kinds, datatypes, languages: languageCodes } = columns;
  const size = kinds.length - 1;
  if (offsets[1] !== 0 || offsets[size + 1] !== arena.length) return false;
  const ascii = asciiBlocks(arena);
  for (let id = 1; id <= size; id++) {
    const start = offsets[id]!;
    const end = offsets[id + 1]!;
    if (end < start || end > arena.length) return false;
    const datatype = datatypes[id]!;
    const language = languageCodes[id]!;
    const kind = kinds[id]!;
    // Nearly all text is ASCII in nearly all blocks; the others are looked at byte by byte.
    const plain =
      start < end && ascii[start >>> BLOCK_BITS] === 1 && ascii[(end - 1) >>> BLOCK_BITS] === 1 && end - start <= 1 << BLOCK_BITS;
    if (!plain && kind !== TermKind.triple && !isUtf8(arena, start, end)) return false;
    switch (kind) {
      case TermKind.iri:
        if (badIriByte(arena, start, end) >= 0 || !startsWithScheme(arena, start, end)) return false;
        break;
      case TermKind.blank:
        if (start === end || blankLabelEnd(arena, start, end) !== end) return false;
        break;
      case TermKind.literal:
        if (datatype === 0 || datatype >= codes || language > languages.length) return false;
        if (datatype !== literalDatatype(language, languages, datatype)) return false;
        break;
      case TermKind.triple:
        if (end - start !== 12 || !isValidTriple(arena, start, id, kinds)) return false;
        break;
      default:
        return false;
    }
    if (kind !== TermKind.literal && (datatype !== 0 || language !== 0)) return false;
  }
  return true;
}

const BLOCK_BITS = 12;

/** For each block of 2^12 bytes: 1 when all of them are ASCII. Reads four bytes at a time; `bytes` begins a buffer of its own. */
function asciiBlocks(bytes: Uint8Array): Uint8Array {
  const blocks = new Uint8Array((bytes.length >>> BLOCK_BITS) + 1);
  const words = new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length >>> 2);
  const wordsPerBlock = 1 << (BLOCK_BITS - 2);
  for (let block = 0; block < blocks.length; block++) {
    let any = 0;
    const end = Math.min((block + 1) * wordsPerBlock, words.length);
    for (let at = block * wordsPerBlock; at < end; at++) any |= words[at]!;
    for (let at = Math.max(words.length * 4, block << BLOCK_BITS); at < Math.min(bytes.length, (block + 1) << BLOCK_BITS); at++)
      any |= bytes[at]!;
    blocks[block] = (any & 0x80808080) === 0 ? 1 : 0;
  }
  return blocks;
}

/** The datatype that a literal with this language must have; without a language, any but the language ones. */
function literalDatatype(language: number, languages: readonly LanguageTag[], datatype: number): number {
  if (language !== 0) return languages[language - 1]!.direction === "" ? Datatype.langString : Datatype.dirLangString;
  return datatype === Datatype.langString || datatype === Datatype.dirLangString ? 0 : datatype;
}

function isValidTriple(arena: Uint8Array, start: number, id: number, kinds: Uint8Array): boolean {
  const view = new DataView(arena.buffer, arena.byteOffset + start, 12);
  const [subject, predicate, object] = [view.getUint32(0, true), view.getUint32(4, true), view.getUint32(8, true)];
  // Components are interned before the triple term; so there are no cycles either.
  if (subject === 0 || predicate === 0 || object === 0 || subject >= id || predicate >= id || object >= id) return false;
  return (kinds[subject] === TermKind.iri || kinds[subject] === TermKind.blank) && kinds[predicate] === TermKind.iri;
}

function isUtf8(bytes: Uint8Array, start: number, end: number): boolean {
  let at = start;
  while (at < end) {
    if (bytes[at]! < 0x80) {
      at++;
      continue;
    }
    const length = utf8SequenceLength(bytes, at, end);
    if (length === 0) return false;
    at += length;
  }
  return true;
}
