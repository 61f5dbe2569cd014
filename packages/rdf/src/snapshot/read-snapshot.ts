import { Dictionary } from "../dictionary/dictionary.ts";
import { TermKind } from "../dictionary/term-table.ts";
import { ChanceryError } from "../errors.ts";
import { KeyOffsets } from "../store/key-offsets.ts";
import { NamedIndex } from "../store/named-index.ts";
import { QuadBase } from "../store/quad-base.ts";
import { type Permutation, SortedIndex } from "../store/sorted-index.ts";
import type { IndexOrder } from "../store/triple-index.ts";
import { decodeUtf8 } from "../term/utf8.ts";
import { aligned, HEADER_BYTES, isLittleEndian, MAGIC, SNAPSHOT_VERSION, type SnapshotDescription } from "./snapshot-format.ts";
import { xxhash32 } from "./xxhash32.ts";

const ORDERS: readonly IndexOrder[] = ["spo", "pos", "osp"];
/** Sections of the dictionary, of one index, and of the graph column. */
const SECTION_COUNT = 8 + 2 * 3 * 4 + 2;

/**
 * Reads what `writeSnapshot` wrote. Everything is checked: the header, the length, the checksum, then the terms and the order of the rows.
 * The columns are views of `bytes`, which must not change afterwards.
 *
 * @throws ChanceryError `snapshot.foreign` (not a snapshot), `snapshot.version`, `snapshot.truncated`, `snapshot.corrupt`, `snapshot.platform`.
 */
export function readSnapshot(bytes: Uint8Array): { readonly dictionary: Dictionary; readonly base: QuadBase } {
  // Columns are views, which must be aligned.
  if (bytes.byteOffset % 8 !== 0) return readSnapshot(bytes.slice());
  if (!isLittleEndian()) throw new ChanceryError("snapshot.platform", "snapshots cannot be read on a big-endian platform");
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  checkHeader(bytes, view);
  const jsonLength = view.getUint32(HEADER_BYTES, true);
  const bodyStart = aligned(HEADER_BYTES + 4 + jsonLength);
  if (bodyStart > bytes.length) throw corrupt("its description is longer than the file");
  const description = readDescription(decodeUtf8(bytes, HEADER_BYTES + 4, HEADER_BYTES + 4 + jsonLength));
  const sections = cutSections(bytes, bodyStart, description.sections);
  const { terms } = description;
  const [arena, offsets, kinds, flags, datatypes, languages, values, slots] = sections as [Uint8Array, ...Uint8Array[]];
  const dictionary = Dictionary.restore(
    description,
    {
      arena,
      offsets: words(offsets!, terms + 2),
      kinds: exactly(kinds!, terms + 1),
      flags: exactly(flags!, terms + 1),
      datatypes: new Uint16Array(datatypes!.buffer, exactly(datatypes!, 2 * (terms + 1)).byteOffset, terms + 1),
      languages: new Uint16Array(languages!.buffer, exactly(languages!, 2 * (terms + 1)).byteOffset, terms + 1),
      values: new Float64Array(values!.buffer, exactly(values!, 8 * (terms + 1)).byteOffset, terms + 1),
    },
    new Int32Array(slots!.buffer, slots!.byteOffset, slots!.length >>> 2),
  );
  if (dictionary === undefined) throw corrupt("its terms are not in order");
  const defaultGraph = readIndex(sections.slice(8, 20), dictionary);
  const triples = readIndex(sections.slice(20, 32), dictionary);
  const starts = words(sections[32]!);
  const graphs = words(sections[33]!);
  checkGraphs(triples.size, starts, graphs, dictionary);
  return {
    dictionary,
    base: new QuadBase(defaultGraph, new NamedIndex(triples, { starts: starts.length === 0 ? undefined : starts, graphs })),
  };
}

function checkHeader(bytes: Uint8Array, view: DataView): void {
  if (!MAGIC.every((byte, index) => index >= bytes.length || bytes[index] === byte)) {
    throw new ChanceryError("snapshot.foreign", "this is not a snapshot of a quad store", {
      remedy: "Load N-Quads or Turtle with a parser.",
    });
  }
  if (bytes.length < HEADER_BYTES + 4) throw truncated();
  if (xxhash32(bytes, 0, 28) !== view.getUint32(28, true)) throw corrupt("its header does not match its checksum");
  const version = view.getUint32(8, true);
  if (version !== SNAPSHOT_VERSION) {
    throw new ChanceryError("snapshot.version", `the snapshot has version ${version}, this library reads version ${SNAPSHOT_VERSION}`, {
      remedy: "Load the data from its source again and write a new snapshot.",
    });
  }
  const length = view.getUint32(16, true) + view.getUint32(20, true) * 2 ** 32;
  if (bytes.length < length) throw truncated();
  if (bytes.length > length) throw corrupt(`it is ${bytes.length - length} bytes longer than it says`);
  if (xxhash32(bytes, HEADER_BYTES) !== view.getUint32(24, true)) throw corrupt("its content does not match its checksum");
}

function readDescription(json: string): SnapshotDescription {
  let value: Partial<SnapshotDescription> | null;
  try {
    value = JSON.parse(json);
  } catch (cause) {
    throw corrupt("its description cannot be read", cause);
  }
  const { terms, datatypes, languages, blankScopes, freshBlanks, hashSeed, sections } = value ?? {};
  const valid =
    isCount(terms) &&
    isCount(blankScopes) &&
    isCount(freshBlanks) &&
    Number.isInteger(hashSeed) &&
    isCounts(datatypes) &&
    isCounts(sections) &&
    sections.length === SECTION_COUNT &&
    Array.isArray(languages) &&
    languages.every((language) => typeof language?.tag === "string" && ["", "ltr", "rtl"].includes(language.direction));
  if (!valid) throw corrupt("its description is incomplete");
  return { terms, datatypes, languages, blankScopes, freshBlanks, hashSeed: hashSeed! | 0, sections };
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isCounts(value: unknown): value is number[] {
  return Array.isArray(value) && value.every(isCount);
}

function cutSections(bytes: Uint8Array, start: number, lengths: readonly number[]): readonly Uint8Array[] {
  let at = start;
  const sections: Uint8Array[] = [];
  for (const length of lengths) {
    if (at + length > bytes.length) throw corrupt("its sections are longer than the file");
    sections.push(bytes.subarray(at, at + length));
    at += aligned(length);
  }
  if (at !== bytes.length) throw corrupt("there is something after its sections");
  return sections;
}

function exactly(section: Uint8Array, length: number): Uint8Array {
  if (section.length !== length) throw corrupt("a column has the wrong length");
  return section;
}

function words(section: Uint8Array, length: number = section.length >>> 2): Uint32Array {
  return new Uint32Array(section.buffer, exactly(section, length * 4).byteOffset, length);
}

interface Read {
  readonly permutation: Permutation;
  readonly keys: Uint32Array;
  /** Order-independent sum over the triples. */
  readonly sum: number;
}

function readIndex(sections: readonly Uint8Array[], dictionary: Dictionary): SortedIndex {
  const [spo, pos, osp] = ORDERS.map((order, index) => {
    const [keys, starts, second, third] = sections.slice(4 * index, 4 * index + 4).map((section) => words(section));
    return readPermutation(order, keys!, starts!, second!, third!, dictionary.size);
  }) as [Read, Read, Read];
  if (spo.sum !== pos.sum || spo.sum !== osp.sum) throw corrupt("its indexes disagree");
  const { kinds } = dictionary.columns;
  const { iri, blank } = TermKind;
  if (!spo.keys.every((id) => kinds[id] === iri || kinds[id] === blank) || !pos.keys.every((id) => kinds[id] === iri)) {
    throw corrupt("a term stands where it may not");
  }
  return new SortedIndex(spo.permutation, pos.permutation, osp.permutation);
}

/** Multipliers of subject, predicate and object, in the permutation's order, so that a triple gives the same number in each. */
const FACTORS: Readonly<Record<IndexOrder, readonly [number, number, number]>> = {
  spo: [0x9e3779b1, 0x85ebca6b, 0x27d4eb2f],
  pos: [0x85ebca6b, 0x27d4eb2f, 0x9e3779b1],
  osp: [0x27d4eb2f, 0x9e3779b1, 0x85ebca6b],
};

/** Checks that rows ascend without duplicates and that ids exist. */
function readPermutation(
  order: IndexOrder,
  keys: Uint32Array,
  runs: Uint32Array,
  second: Uint32Array,
  third: Uint32Array,
  terms: number,
): Read {
  const length = second.length;
  if (third.length !== length || runs.length !== keys.length + 1 || runs[0] !== 0 || runs[keys.length] !== length) {
    throw corrupt("the columns of an index differ in length");
  }
  const factors = FACTORS[order];
  let sum = 0;
  let previous = 0;
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i]!;
    const end = runs[i + 1]!;
    const keyPart = Math.imul(key, factors[0]);
    let a = 0;
    let b = 0;
    if (key <= previous || key > terms || end <= runs[i]! || end > length) throw corrupt("an index is not in order");
    previous = key;
    for (let row = runs[i]!; row < end; row++) {
      const x = second[row]!;
      const y = third[row]!;
      if (x < a || (x === a && y <= b) || x === 0 || x > terms || y === 0 || y > terms) throw corrupt("an index is not in order");
      a = x;
      b = y;
      const mixed = (keyPart + Math.imul(x, factors[1]) + Math.imul(y, factors[2])) | 0;
      sum = (sum + Math.imul(mixed ^ (mixed >>> 15), 0xc2b2ae35)) | 0;
    }
  }
  return { permutation: { offsets: KeyOffsets.ofRuns(keys, runs), second, third }, keys, sum };
}

function checkGraphs(triples: number, starts: Uint32Array, graphs: Uint32Array, dictionary: Dictionary): void {
  const { kinds } = dictionary.columns;
  const inOrder = starts.length === 0 ? graphs.length === triples : startsMatch(triples, starts, graphs);
  if (!inOrder) throw corrupt("its graph column is not in order");
  for (const graph of graphs) {
    const kind = graph <= dictionary.size ? kinds[graph] : 0;
    if (kind !== TermKind.iri && kind !== TermKind.blank) throw corrupt("a graph has no name");
  }
}

function startsMatch(triples: number, starts: Uint32Array, graphs: Uint32Array): boolean {
  if (starts.length !== triples + 1 || starts[0] !== 0 || starts[triples] !== graphs.length) return false;
  for (let row = 0; row < triples; row++) {
    if (starts[row + 1]! <= starts[row]!) return false;
    for (let i = starts[row]! + 1; i < starts[row + 1]!; i++) if (graphs[i]! <= graphs[i - 1]!) return false;
  }
  return true;
}

function truncated(): ChanceryError {
  return new ChanceryError("snapshot.truncated", "the snapshot ends too early", { remedy: REMEDY });
}

function corrupt(what: string, cause?: unknown): ChanceryError {
  return new ChanceryError("snapshot.corrupt", `the snapshot is damaged: ${what}`, { remedy: REMEDY, cause });
}

const REMEDY = "Take another copy, or load the data from its source again.";
