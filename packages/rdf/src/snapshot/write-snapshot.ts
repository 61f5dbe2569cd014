import type { Dictionary } from "../dictionary/dictionary.ts";
import { ChanceryError } from "../errors.ts";
import type { QuadBase } from "../store/quad-base.ts";
import type { SortedIndex } from "../store/sorted-index.ts";
import { aligned, HEADER_BYTES, isLittleEndian, MAGIC, SNAPSHOT_VERSION, type SnapshotDescription } from "./snapshot-format.ts";
import { xxhash32 } from "./xxhash32.ts";

type Column = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array;

/** The bytes of a dictionary and a set of quads over it; see `snapshot-format.ts`. @throws ChanceryError `store.too-large`, `snapshot.platform`. */
export function writeSnapshot(dictionary: Dictionary, base: QuadBase): Uint8Array {
  if (!isLittleEndian()) throw new ChanceryError("snapshot.platform", "snapshots cannot be written on a big-endian platform");
  const { size, arena, offsets, kinds, flags, datatypes, languages, values } = dictionary.columns;
  const { starts, graphs } = base.named.graphColumn();
  const sections: readonly Column[] = [
    arena.subarray(0, offsets[size + 1]!),
    offsets.subarray(0, size + 2),
    kinds.subarray(0, size + 1),
    flags.subarray(0, size + 1),
    datatypes.subarray(0, size + 1),
    languages.subarray(0, size + 1),
    values.subarray(0, size + 1),
    dictionary.slots,
    ...indexSections(base.defaultGraph),
    ...indexSections(base.named.triples),
    starts ?? new Uint32Array(0),
    graphs,
  ];
  const description: SnapshotDescription = { terms: size, ...dictionary.state(), sections: sections.map((section) => section.byteLength) };
  const json = new TextEncoder().encode(JSON.stringify(description));
  const bodyStart = aligned(HEADER_BYTES + 4 + json.length);
  const length = sections.reduce((sum, section) => sum + aligned(section.byteLength), bodyStart);
  const bytes = allocate(length);
  const view = new DataView(bytes.buffer);
  view.setUint32(HEADER_BYTES, json.length, true);
  bytes.set(json, HEADER_BYTES + 4);
  let at = bodyStart;
  for (const section of sections) {
    bytes.set(new Uint8Array(section.buffer, section.byteOffset, section.byteLength), at);
    at += aligned(section.byteLength);
  }
  bytes.set(MAGIC);
  view.setUint32(8, SNAPSHOT_VERSION, true);
  view.setUint32(16, length % 2 ** 32, true);
  view.setUint32(20, Math.floor(length / 2 ** 32), true);
  view.setUint32(24, xxhash32(bytes, HEADER_BYTES), true);
  view.setUint32(28, xxhash32(bytes, 0, 28), true);
  return bytes;
}

function indexSections(index: SortedIndex): readonly Column[] {
  return (["spo", "pos", "osp"] as const).flatMap((order) => {
    const { offsets, second, third } = index.permutation(order);
    return [offsets.keys, offsets.runs(), second, third];
  });
}

function allocate(length: number): Uint8Array<ArrayBuffer> {
  try {
    return new Uint8Array(length);
  } catch (cause) {
    throw new ChanceryError("store.too-large", `a snapshot of ${length} bytes does not fit into one buffer`, {
      remedy: "Write N-Quads instead.",
      cause,
    });
  }
}
