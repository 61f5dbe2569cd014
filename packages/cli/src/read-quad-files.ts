import { createReadStream, statSync } from "node:fs";
import type { Duplex, Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { findFormat, ftmQuads, readFtm, readQuads } from "@chancery/io";
import type { GraphSource } from "./open-graph.ts";
import { unreadable } from "./read-file.ts";

const FTM_ENDING = /\.ftm(?:\.jsonl?)?(?:\.gz)?$/i;

/** Whether a path names RDF or FollowTheMoney, by its ending; these are opened as they are and not read as documents. Folders never do. */
export const isQuadFile = (path: string): boolean =>
  path !== "-" &&
  /\.\w/.test(path) &&
  (FTM_ENDING.test(path) || findFormat(path) !== undefined) &&
  statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true;

/**
 * Quads of RDF files (Turtle, TriG, N-Triples, N-Quads, JSON-LD, RDF/XML) and FollowTheMoney files, compressed with gzip or not, one after the other. Read as they
 * are asked for.
 *
 * @throws ChanceryError `file.unreadable`, and what the readers of @chancery/io throw, with the file's name.
 */
export async function* readQuadFiles(paths: readonly string[], namespaces: GraphSource["namespaces"] = {}): ReturnType<typeof readQuads> {
  for (const path of paths) {
    const text = readText(path);
    if (FTM_ENDING.test(path)) yield* ftmQuads(readFtm(text, { source: path }), definedOnly(namespaces));
    else yield* readQuads(text, path, { source: path });
  }
}

const definedOnly = ({ terms, ids }: NonNullable<GraphSource["namespaces"]>): { terms?: string; ids?: string } => ({
  ...(terms === undefined ? {} : { terms }),
  ...(ids === undefined ? {} : { ids }),
});

async function* readText(path: string): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  try {
    const file = createReadStream(path);
    const bytes: AsyncIterable<Uint8Array> = /\.gz$/i.test(path) ? compose(file, createGunzip()) : file;
    for await (const chunk of bytes) yield decoder.decode(chunk, { stream: true });
  } catch (cause) {
    throw unreadable(path, cause);
  }
  const rest = decoder.decode();
  if (rest !== "") yield rest;
}

/** The second stream fed by the first; an error of either ends it. */
function compose(from: Readable, to: Duplex): Duplex {
  from.on("error", (error) => to.destroy(error));
  return from.pipe(to);
}
