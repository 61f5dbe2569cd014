import { hashText } from "../model/hash.ts";
import { lookupHash, type WordMap } from "../model/word-map.ts";

/** What the tagger knows about words before it has seen a sentence. */
export interface Lexicon {
  /** Lower-case word → (cluster of 640) * 80 + (cluster of 80) + 1. */
  readonly clusters: WordMap;
  /** Normalised form → tag, for forms that bear one tag practically always. */
  readonly closed: WordMap;
  /** Lower-case word → number of its tag set in training (ambiguity class), plus 1. */
  readonly classes: WordMap;
}

/** Empty slots before and after the sentence in every column, so that templates look two words around without a test. */
export const PADDING = 2;

/** Per-word attributes as integers, one column an attribute; word `i` of the sentence is at `i + PADDING`. */
export interface WordColumns {
  count: number;
  form: Int32Array;
  lower: Int32Array;
  suffix1: Int32Array;
  suffix2: Int32Array;
  suffix3: Int32Array;
  suffix4: Int32Array;
  prefix1: Int32Array;
  prefix2: Int32Array;
  prefix3: Int32Array;
  shape: Int32Array;
  /** Cluster of 640 plus 1; 0 for unknown words. */
  cluster: Int32Array;
  coarse: Int32Array;
  /** Ambiguity class; 0 for words not in the training lexicon. */
  ambiguity: Int32Array;
  /** Closed-lexicon tag, or -1. */
  closed: Int32Array;
  /** 1: capital first letter; 2: lower-case throughout. */
  letterCase: Uint8Array;
  allCaps: boolean;
}

const COLUMN_NAMES = [
  ..."form lower suffix1 suffix2 suffix3 suffix4 prefix1 prefix2 prefix3 shape cluster coarse ambiguity closed".split(" "),
] as readonly (keyof WordColumns)[];

/** Columns with room for `capacity` words. */
export function createWordColumns(capacity: number): WordColumns {
  const size = capacity + 2 * PADDING;
  const columns: Record<string, unknown> = { count: 0, allCaps: false, letterCase: new Uint8Array(size) };
  for (const name of COLUMN_NAMES) columns[name] = new Int32Array(size);
  return columns as unknown as WordColumns;
}

/** The form that features are made of: straight quotes, one kind of dash, digits of words that start with a digit as `9`. */
export function featureForm(form: string): string {
  const first = form.charCodeAt(0);
  if (first >= 48 && first <= 57) return form.replace(/[0-9]/g, "9");
  if (form.length <= 3) {
    if (/^(?:[“”„«»"]|``|'')$/.test(form)) return '"';
    if (/^[‘’‚`']$/.test(form)) return "'";
    if (/^[-‐‑‒–—]+$/.test(form)) return "-";
  }
  return first > 127 || form.includes("’") ? form.replace(/’/g, "'") : form;
}

/** Fills `columns` with the words `forms[first..last)`. */
export function fillWordColumns(columns: WordColumns, forms: readonly string[], first: number, last: number, lexicon: Lexicon): void {
  const count = last - first;
  columns.count = count;
  let letters = 0;
  let capitals = 0;
  for (let i = 0; i < count; i += 1) {
    const raw = forms[first + i]!;
    const form = featureForm(raw);
    const lower = form.toLowerCase();
    const at = i + PADDING;
    const length = lower.length;
    columns.form[at] = hashText(form);
    const lowerHash = hashText(lower);
    columns.lower[at] = lowerHash;
    columns.suffix1[at] = hashText(lower, Math.max(0, length - 1));
    columns.suffix2[at] = hashText(lower, Math.max(0, length - 2));
    columns.suffix3[at] = hashText(lower, Math.max(0, length - 3));
    columns.suffix4[at] = hashText(lower, Math.max(0, length - 4));
    columns.prefix1[at] = hashText(form, 0, 1);
    columns.prefix2[at] = hashText(lower, 0, Math.min(2, length));
    columns.prefix3[at] = hashText(lower, 0, Math.min(3, length));
    columns.shape[at] = shapeHash(form);
    const clusters = lookupHash(lexicon.clusters, lowerHash, 0) - 1;
    columns.cluster[at] = clusters < 0 ? 0 : ((clusters / 80) | 0) + 1;
    columns.coarse[at] = clusters < 0 ? 0 : (clusters % 80) + 1;
    columns.ambiguity[at] = lookupHash(lexicon.classes, lowerHash, 0);
    columns.closed[at] = lookupHash(lexicon.closed, columns.form[at]!, 0) - 1;
    const initial = form.charAt(0);
    const capital = initial !== initial.toLowerCase();
    columns.letterCase[at] = capital ? 1 : form === lower ? 2 : 0;
    if (length > 1 && /[a-z]/i.test(form)) {
      letters += 1;
      if (form === form.toUpperCase()) capitals += 1;
    }
  }
  columns.allCaps = capitals > 2 && capitals > letters * 0.6;
  pad(columns, count);
}

function pad(columns: WordColumns, count: number): void {
  for (const name of COLUMN_NAMES) {
    const column = columns[name] as Int32Array;
    for (let i = 0; i < PADDING; i += 1) {
      column[i] = -11 - i;
      column[PADDING + count + i] = -21 - i;
    }
  }
}

/** Hash of the collapsed shape: `McDonald's` → `XxXx'x`, `T-34` → `X-9`. */
function shapeHash(form: string): number {
  let hash = 0x811c9dc5 | 0;
  let previous = 0;
  for (let i = 0; i < form.length; i += 1) {
    const unit = form.charCodeAt(i);
    const kind = unit >= 97 && unit <= 122 ? 120 : unit >= 65 && unit <= 90 ? 88 : unit >= 48 && unit <= 57 ? 57 : unit > 127 ? 120 : unit;
    if (kind !== previous) hash = Math.imul(hash ^ kind, 0x01000193);
    previous = kind;
  }
  return hash ^ (hash >>> 15);
}
