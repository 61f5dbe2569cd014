import { cutPieces, isAllCaps, isCapitalised, type Piece } from "./pieces.ts";

/**
 * A trie over the keys of pieces, one `Map` a node (a few thousand aliases build in some ten milliseconds). Hyphens, dashes
 * and slashes inside a name are optional on both sides, so `Jong-un` finds `Jong Un` and `surface to air` finds `surface-to-air`.
 */
export interface TokenTrie<Value> {
  readonly root: TrieNode<Value>;
}

interface TrieNode<Value> {
  next?: Map<string, TrieNode<Value>>;
  entries?: TrieEntry<Value>[];
}

export interface TrieEntry<Value> {
  readonly value: Value;
  /** The alias's own words, for the comparison of capitals. */
  readonly words: readonly string[];
  readonly capitals: CapitalPolicy;
}

/** `any`: common nouns; `initial`: every word that the alias capitalises must have a capital; `exact`: acronyms. */
export type CapitalPolicy = "any" | "initial" | "exact";

export interface TrieMatch<Value> {
  /** Pieces `[first, last)`. */
  readonly first: number;
  readonly last: number;
  readonly values: readonly Value[];
}

export function createTokenTrie<Value>(): TokenTrie<Value> {
  return { root: {} };
}

export function addToTrie<Value>(trie: TokenTrie<Value>, alias: string, value: Value, capitals: CapitalPolicy): void {
  const { words, keys } = aliasWords(alias, capitals);
  if (keys.length === 0) return;
  let node = trie.root;
  for (const key of keys) {
    node.next ??= new Map();
    let child = node.next.get(key);
    if (child === undefined) {
      child = {};
      node.next.set(key, child);
    }
    node = child;
  }
  node.entries ??= [];
  node.entries.push({ value, words, capitals });
}

/** Plain words joined by blanks and hyphens need no lexer: two thirds of all aliases, and a third of the time it takes to build the trie. */
const PLAIN = /^(?:[A-Z]?[a-z]+|[A-Z]+|\d+)(?:[ -](?:[A-Z]?[a-z]+|[A-Z]+|\d+))*$/;

/** "Deir el-Balah": an article that the lexer reads as "al". */
const SPOKEN_ARTICLE = /(?:^| )[A-Za-z]{2,3}-[A-Z]/;

/** The words of an alias as they are compared, and their keys. Behind a hyphen writers differ: "Non-Proliferation" and "Non-proliferation" are one word. */
function aliasWords(alias: string, capitals: CapitalPolicy): { readonly words: readonly string[]; readonly keys: readonly string[] } {
  const soften = capitals === "initial";
  if (PLAIN.test(alias) && !SPOKEN_ARTICLE.test(alias)) {
    const words: string[] = [];
    for (const part of alias.split(" ")) {
      if (!part.includes("-")) words.push(part);
      else words.push(...part.split("-").map((word, at) => (at > 0 && soften ? word.toLowerCase() : word)));
    }
    return { words, keys: words.map((word) => word.toLowerCase()) };
  }
  const words: string[] = [];
  const keys: string[] = [];
  const pieces = cutPieces(alias);
  pieces.forEach((piece, at) => {
    if (piece.kind === "hyphen") return;
    words.push(at > 0 && pieces[at - 1]?.kind === "hyphen" && !piece.space && soften ? piece.text.toLowerCase() : piece.text);
    keys.push(piece.key);
  });
  return { words, keys };
}

/** The longest alias that begins at piece `first` and has a value that `accept` takes (default: any), or `undefined`. Names do not run across line ends. */
export function longestMatch<Value>(
  trie: TokenTrie<Value>,
  pieces: readonly Piece[],
  first: number,
  accept?: (value: Value) => boolean,
): TrieMatch<Value> | undefined {
  let node = trie.root;
  let best: TrieMatch<Value> | undefined;
  const used: Piece[] = [];
  for (let at = first; at < pieces.length; at++) {
    const piece = pieces[at] as Piece;
    if (at > first && piece.lineStart) break;
    if (piece.kind === "hyphen") {
      if (at === first) break;
      continue;
    }
    const child = node.next?.get(piece.key);
    // "Foreign, Commonwealth, and Development Office": the serial comma is a matter of style
    if (child === undefined && piece.key === "," && at > first && pieces[at + 1]?.key === "and") continue;
    if (child === undefined) break;
    used.push(piece);
    node = child;
    if (node.entries === undefined) continue;
    const values = node.entries
      .filter((entry) => capitalsAgree(entry, used) && (accept === undefined || accept(entry.value)))
      .map((entry) => entry.value);
    if (values.length > 0) best = { first, last: at + 1, values };
  }
  return best;
}

function capitalsAgree<Value>(entry: TrieEntry<Value>, used: readonly Piece[]): boolean {
  switch (entry.capitals) {
    case "any":
      return true;
    case "exact":
      return used.every((piece, index) => piece.text === entry.words[index]);
    case "initial": {
      // A headline in capitals shouts every word.
      if (
        used.every((piece) => piece.kind !== "word" || isAllCaps(piece)) &&
        used.some((piece) => piece.kind === "word" && piece.text.length > 3)
      )
        return true;
      return used.every((piece, index) => {
        const word = entry.words[index] ?? "";
        if (piece.kind !== "word" || !/^\p{Lu}/u.test(word)) return true;
        // "US" is no pronoun, and "IT" no company: short capitals must stay capitals.
        if (word.length <= 3 && word === word.toUpperCase() && word.length > 1) return piece.text === word;
        return isCapitalised(piece);
      });
    }
  }
}
