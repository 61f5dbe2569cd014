import type { Quad } from "../term/data-factory.ts";
import { Emitter } from "./event-emitter.ts";

/** What is needed of an RDF/JS stream to read it; Node's streams and `QuadStream` have it. */
export interface QuadEvents {
  on(event: string, listener: (value?: unknown) => void): unknown;
}

/** What happens to a stream's quads: each is taken when it comes, `commit` runs when all have come. Both may throw. */
export interface QuadSink {
  take(quad: Quad): void;
  commit(): void;
}

/**
 * Reads a stream into a sink.
 *
 * @returns Emits `end` after `commit`, or `error` when the stream or the sink failed; then nothing more is taken.
 */
export function consume(stream: QuadEvents, sink: QuadSink): Emitter {
  const events = new Emitter();
  let settled = false;
  const settle = (event: "end" | "error", value?: unknown): void => {
    settled = true;
    events.emit(event, value);
  };
  const attempt = (step: () => void): boolean => {
    try {
      step();
      return true;
    } catch (error) {
      settle("error", error);
      return false;
    }
  };
  stream.on("data", (quad) => {
    if (!settled) attempt(() => sink.take(quad as Quad)); // what is no quad is refused when it enters the store
  });
  stream.on("error", (error) => {
    if (!settled) settle("error", error);
  });
  stream.on("end", () => {
    if (!settled && attempt(() => sink.commit())) settle("end");
  });
  return events;
}
