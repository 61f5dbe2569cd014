import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { labelIndex, tagIndex } from "../src/document/tags.ts";

/**
 * A treebank as columns over all its words; sentence `s` is the words `starts[s]` … `starts[s + 1]`. Heads are sentence-relative, -1 for the root and -2
 * where the file gives none; tags and labels that the model does not have are 0.
 */
export interface Treebank {
  readonly name: string;
  readonly sha256: string;
  readonly forms: string[];
  readonly lemmas: string[];
  readonly tags: Uint8Array;
  readonly heads: Int32Array;
  readonly labels: Uint8Array;
  readonly starts: Int32Array;
  /** `# text` of each sentence, where given. */
  readonly texts: string[];
}

/** Subtypes that both treebanks agree on and that the relation layer uses; others lose their subtype. */
const KEPT_SUBTYPES = new Set(
  "nsubj:pass csubj:pass aux:pass acl:relcl compound:prt nmod:poss obl:unmarked nmod:unmarked cc:preconj det:predet".split(" "),
);
const RENAMED: Readonly<Record<string, string>> = {
  "obl:npmod": "obl:unmarked",
  "obl:tmod": "obl:unmarked",
  "nmod:npmod": "nmod:unmarked",
  "nmod:tmod": "nmod:unmarked",
  "nmod:desc": "compound",
};

/** The label set both treebanks are merged to (nlp.md 5.2). */
export function mergedLabel(label: string): string {
  const renamed = RENAMED[label] ?? label;
  return KEPT_SUBTYPES.has(renamed) ? renamed : (renamed.split(":")[0] ?? renamed);
}

/** Reads a CoNLL-U file, plain or gzipped. Multiword-token lines and empty nodes are skipped. */
export function readTreebank(path: string): Treebank {
  const bytes = readFileSync(path);
  const text = (path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
  const forms: string[] = [];
  const lemmas: string[] = [];
  const tags: number[] = [];
  const heads: number[] = [];
  const labels: number[] = [];
  const starts: number[] = [0];
  const texts: string[] = [];
  let sentenceText = "";
  const endSentence = (): void => {
    const first = starts[starts.length - 1]!;
    const length = forms.length - first;
    for (let i = first; i < forms.length; i += 1) if (!(heads[i]! >= -1 && heads[i]! < length && heads[i] !== i - first)) heads[i] = -2;
    dropCycles(heads, first, length);
    if (length > 0) {
      starts.push(forms.length);
      texts.push(sentenceText);
    }
    sentenceText = "";
  };
  for (const line of text.split(/\r?\n/)) {
    if (line.startsWith("# text = ")) sentenceText = line.slice(9);
    if (line.trim() === "") {
      endSentence();
      continue;
    }
    const fields = line.split("\t");
    if (fields.length < 8 || !/^\d+$/.test(fields[0]!)) continue;
    forms.push(fields[1]!);
    lemmas.push(fields[2]!);
    tags.push(Math.max(0, tagIndex(fields[4]!)));
    heads.push(/^\d+$/.test(fields[6]!) ? Number(fields[6]) - 1 : -2);
    labels.push(Math.max(0, labelIndex(mergedLabel(fields[7]!))));
  }
  endSentence();
  return {
    name: path.replace(/^.*\//, ""),
    sha256: createHash("sha256").update(bytes).digest("hex"),
    forms,
    lemmas,
    tags: Uint8Array.from(tags),
    heads: Int32Array.from(heads),
    labels: Uint8Array.from(labels),
    starts: Int32Array.from(starts),
    texts,
  };
}

/** Makes the heads of words that hang on a cycle unknown: rules over trees climb until they find the root. */
function dropCycles(heads: number[], first: number, length: number): void {
  for (let i = 0; i < length; i += 1) {
    let up = i;
    for (let hops = 0; up >= 0 && hops <= length; hops += 1) up = heads[first + up]!;
    if (up >= 0) heads[first + i] = -2;
  }
}

/** Several treebanks as one. */
export function joinTreebanks(banks: readonly Treebank[]): Treebank {
  const starts: number[] = [0];
  for (const bank of banks) {
    const base = starts[starts.length - 1]!;
    for (let s = 1; s < bank.starts.length; s += 1) starts.push(base + bank.starts[s]!);
  }
  const concat = <T extends Uint8Array | Int32Array>(columns: readonly T[], empty: T): T => {
    let at = 0;
    for (const column of columns) {
      empty.set(column, at);
      at += column.length;
    }
    return empty;
  };
  const size = starts[starts.length - 1]!;
  return {
    name: banks.map((bank) => bank.name).join("+"),
    sha256: "",
    forms: banks.flatMap((bank) => bank.forms),
    lemmas: banks.flatMap((bank) => bank.lemmas),
    tags: concat(
      banks.map((bank) => bank.tags),
      new Uint8Array(size),
    ),
    heads: concat(
      banks.map((bank) => bank.heads),
      new Int32Array(size),
    ),
    labels: concat(
      banks.map((bank) => bank.labels),
      new Uint8Array(size),
    ),
    starts: Int32Array.from(starts),
    texts: banks.flatMap((bank) => bank.texts),
  };
}
