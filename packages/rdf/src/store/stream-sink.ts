import type { Quad } from "../term/data-factory.ts";
import { Emitter } from "./event-emitter.ts";

/** What is needed of an RDF/JS stream to read it; Node's streams and `QuadStream` have it. */
export interface QuadEvents {
  on(event: string, listener: (value?: unknown) => void): unknown;
}

/**
 * Gathers a stream's quads and hands them on when it has ended.
 *
 * @returns Emits `end` when `commit` has returned, `error` when the stream or `commit` failed.
 */
export function consume(stream: QuadEvents, commit: (quads: readonly Quad[]) => void): Emitter {
  const events = new Emitter();
  const quads: Quad[] = [];
  let settled = false;
  const settle = (event: "end" | "error", value?: unknown): void => {
    if (settled) return;
    settled = true;
    events.emit(event, value);
  };
  stream.on("data", (quad) => {
    quads.push(quad as Quad); // what is no quad is refused when it enters the store
  });
  stream.on("error", (error) => settle("error", error));
  stream.on("end", () => {
    if (settled) return;
    try {
      commit(quads);
    } catch (error) {
      settle("error", error);
      return;
    }
    settle("end");
  });
  return events;
}
