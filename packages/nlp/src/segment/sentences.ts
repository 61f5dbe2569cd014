import type { Sentence, Span } from "../document/analysis.ts";
import { SAYING_AFTER_QUOTE, SENTENCE_OPENERS } from "./abbreviations.ts";
import { TOKEN_ABBREVIATION, TOKEN_FINAL_ABBREVIATION, TOKEN_TERMINAL, type TokenColumns } from "./token-columns.ts";

/** Sentences longer than this are cut. Resolutions of the UN Security Council hold up to 900 tokens; a parser's time and its errors grow with length. */
export const MAX_SENTENCE_TOKENS = 400;

/** Where a long sentence is cut, best first. */
const CUT_AT: readonly string[] = [";", ":", "--", ",", ")"];
const OPENING = /^[([{]$/;
const CLOSING = /^[)\]}]$/;
/** Enumerators whose full stop opens a list item: `1.`, `12.`, `a.`, `IV.` */
const ENUMERATOR = /^(?:\d{1,3}|\p{L}|[ivxlc]{1,6}|[IVXLC]{1,6})$/u;

/** Appends the sentences of one paragraph, whose tokens are `[first, last)`. */
export function splitSentences(
  columns: TokenColumns,
  text: string,
  first: number,
  last: number,
  paragraph: number,
  sentences: Sentence[],
): void {
  if (first >= last) return;
  const allCapitals = isAllCapitals(text, { start: columns.start[first]!, end: columns.end[last - 1]! });
  let begin = first;
  let straight = 0;
  for (let index = first; index < last; index++) {
    if (columns.norm[index] === '"' && text[columns.start[index]!] === '"') straight++;
    if (!isTerminal(columns, index)) continue;
    const end = absorbClosers(columns, text, index + 1, last, straight);
    if (end < last && !isBoundary(columns, text, begin, index, end, last, allCapitals)) continue;
    for (let inner = index + 1; inner < end; inner++) if (columns.norm[inner] === '"' && text[columns.start[inner]!] === '"') straight++;
    pushSentence(columns, begin, end, paragraph, true, sentences);
    begin = end;
    index = end - 1;
  }
  if (begin < last) pushSentence(columns, begin, last, paragraph, false, sentences);
}

function isAllCapitals(text: string, span: Span): boolean {
  const sample = text.slice(span.start, Math.min(span.end, span.start + 400));
  const lower = sample.match(/\p{Ll}/gu)?.length ?? 0;
  return lower * 8 < sample.length && /\p{Lu}{2}/u.test(sample);
}

function isTerminal(columns: TokenColumns, index: number): boolean {
  const kind = columns.kind[index]!;
  return kind === TOKEN_TERMINAL || kind === TOKEN_FINAL_ABBREVIATION;
}

/** Index after the closing quotes and brackets (and further terminals) that belong to the sentence. */
function absorbClosers(columns: TokenColumns, text: string, from: number, last: number, straight: number): number {
  let open = straight % 2 === 1;
  let index = from;
  for (; index < last; index++) {
    const raw = text[columns.start[index]!]!;
    const touches = columns.spaceBefore[index] === 0;
    const norm = columns.norm[index]!;
    if (CLOSING.test(norm) || raw === "»") continue;
    // Reference marks belong to the sentence that they close: `… until July 1805.[6] An …`.
    if (raw === "[" && columns.norm[index + 2] === "]" && /^\d{1,3}$/.test(columns.norm[index + 1] ?? "")) {
      index += 2;
      continue;
    }
    if (columns.kind[index] === TOKEN_TERMINAL && touches) continue;
    if (raw === "”" || raw === "’" || norm === "''") {
      // A closing mark set off by a blank (`region. ” He`) still closes; a reversed opener touches the next word: `. ”And`.
      if (touches || index + 1 >= last || columns.spaceBefore[index + 1] !== 0 || !/^[\p{L}\p{N}]/u.test(columns.norm[index + 1]!))
        continue;
      break;
    }
    if (norm === '"' && raw === '"') {
      if (open || (touches && columns.spaceBefore[index + 1] !== 0)) {
        open = false;
        continue;
      }
      break;
    }
    if (norm === "'" && touches && (index + 1 >= last || columns.spaceBefore[index + 1] !== 0)) continue;
    break;
  }
  return index;
}

function isBoundary(
  columns: TokenColumns,
  text: string,
  begin: number,
  index: number,
  end: number,
  last: number,
  allCapitals: boolean,
): boolean {
  const norm = columns.norm[index]!;
  let next = end;
  while (
    next < last &&
    (OPENING.test(columns.norm[next]!) || columns.norm[next] === '"' || columns.norm[next] === "'" || columns.norm[next] === "``")
  )
    next++;
  if (next >= last) return true;
  const word = columns.norm[next]!;
  const marks = next > end;
  if (columns.kind[index] === TOKEN_FINAL_ABBREVIATION) return true;
  if (norm === "." && index === begin + 1 && ENUMERATOR.test(columns.norm[begin]!)) return false;
  if (/^[,;:%)\]]|^--?$/.test(word) && !marks && !/^[-•–]/.test(text.slice(columns.start[next]!, columns.end[next]!))) return false;
  const capital = /^[\p{Lu}\p{Lt}]/u.test(word);
  const closed = end > index + 1;
  if (/^\.{2,}$/.test(norm))
    return (
      capital &&
      (columns.spaceBefore[end] === 1 || closed) &&
      (SENTENCE_OPENERS.has(word.toLowerCase()) || norm.length > 3 || closed || word === "I")
    );
  if (/[!?]/.test(norm)) {
    if (/^\p{Ll}/u.test(word)) return !closed && columns.spaceBefore[next] === 1;
    if (closed && saysNext(columns, next, last)) return false;
    return true;
  }
  if (/^\p{Ll}/u.test(word)) return lowerCaseOpens(columns, index, end, next, closed);
  if (/^\d/.test(word)) return columns.spaceBefore[end] === 1 && columns.kind[index - 1] !== TOKEN_ABBREVIATION;
  if (columns.spaceBefore[next] === 0 && !closed && !marks)
    return capital && word.length > 1 && !allCapitals
      ? /\p{Ll}\p{Ll}$/u.test(columns.norm[index - 1] ?? "")
      : allCapitals && word.length > 1;
  return true;
}

/** A full stop before a lower-case word ends a sentence only between words (`work instead. not really`), never after an unknown abbreviation. */
function lowerCaseOpens(columns: TokenColumns, index: number, end: number, next: number, closed: boolean): boolean {
  if (closed || columns.spaceBefore[end] === 0 || next > end) return false;
  return /^(?:\p{Ll}{3,}|it|me|us|up|in|on|so|do|is|to|of|no)$/u.test(columns.norm[index - 1] ?? "");
}

function saysNext(columns: TokenColumns, next: number, last: number): boolean {
  for (let index = next; index < Math.min(last, next + 4); index++) if (SAYING_AFTER_QUOTE.has(columns.norm[index]!)) return true;
  return false;
}

function pushSentence(columns: TokenColumns, first: number, last: number, paragraph: number, closed: boolean, sentences: Sentence[]): void {
  if (last - first <= MAX_SENTENCE_TOKENS) {
    sentences.push(sentence(columns, first, last, paragraph, closed, false));
    return;
  }
  let begin = first;
  while (last - begin > MAX_SENTENCE_TOKENS) {
    const cut = cutPoint(columns, begin, begin + MAX_SENTENCE_TOKENS);
    sentences.push(sentence(columns, begin, cut, paragraph, false, true));
    begin = cut;
  }
  sentences.push(sentence(columns, begin, last, paragraph, closed, true));
}

function cutPoint(columns: TokenColumns, begin: number, limit: number): number {
  for (const mark of CUT_AT) {
    for (let index = limit - 1; index > begin + MAX_SENTENCE_TOKENS / 4; index--) if (columns.norm[index] === mark) return index + 1;
  }
  return limit;
}

function sentence(columns: TokenColumns, first: number, last: number, paragraph: number, closed: boolean, cut: boolean): Sentence {
  return { start: columns.start[first]!, end: columns.end[last - 1]!, first, last, paragraph, cut, closed };
}
