import type { Quad } from "../term/data-factory.ts";
import { Emitter } from "./event-emitter.ts";

/** Quads emitted before other tasks get their turn. */
const BATCH = 1024;

/**
 * An RDF/JS stream (https://rdf.js.org/stream-spec/) over an iterable, without Node's streams: `data`, `readable`, `end` and `error` events, `read()`,
 * `pause()`/`resume()`, `destroy()`, and async iteration. Quads are made as they are asked for.
 */
export class QuadStream extends Emitter implements AsyncIterable<Quad> {
  readonly #source: Iterator<Quad>;
  #next: IteratorResult<Quad> | undefined;
  #flowing = false;
  #scheduled = false;
  /** Whether somebody waits for `readable`. */
  #announce = false;
  #ended = false;
  #destroyed = false;

  constructor(quads: Iterable<Quad>) {
    super();
    this.#source = quads[Symbol.iterator]();
  }

  /** Whether `read` may still give a quad. */
  get readable(): boolean {
    return !this.#ended && !this.#destroyed;
  }

  get destroyed(): boolean {
    return this.#destroyed;
  }

  /** The next quad, or null when there is none; after the last, `end` is emitted. */
  read(): Quad | null {
    if (!this.readable) return null;
    const quad = this.#pull();
    if (quad === null || this.#peekDone()) this.#schedule();
    return quad;
  }

  pause(): this {
    this.#flowing = false;
    return this;
  }

  resume(): this {
    this.#flowing = true;
    this.#schedule();
    return this;
  }

  isPaused(): boolean {
    return !this.#flowing;
  }

  /** Ends the stream early: nothing is emitted afterwards but `error`, when one is given, and `close`. */
  destroy(error?: unknown): this {
    if (this.#destroyed) return this;
    this.#destroyed = true;
    this.#source.return?.();
    queueMicrotask(() => {
      if (error !== undefined) this.emit("error", error);
      this.emit("close");
    });
    return this;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Quad, void, undefined> {
    try {
      for (let quad = this.#pull(); quad !== null; quad = this.#pull()) yield quad;
    } finally {
      this.destroy();
    }
  }

  protected override onListener(event: string | symbol): void {
    if (event === "data") this.resume();
    else if (event === "readable") {
      this.#announce = true;
      this.#schedule();
    }
  }

  #pull(): Quad | null {
    const next = this.#next ?? this.#source.next();
    this.#next = next.done === true ? next : undefined;
    return next.done === true ? null : next.value;
  }

  #peekDone(): boolean {
    this.#next ??= this.#source.next();
    return this.#next.done === true;
  }

  /** Runs the stream in a microtask of its own, so that listeners can be added after the call that made it. */
  #schedule(): void {
    if (this.#scheduled || !this.readable) return;
    this.#scheduled = true;
    queueMicrotask(() => {
      this.#scheduled = false;
      try {
        this.#run();
      } catch (error) {
        this.destroy(error);
      }
    });
  }

  #run(): void {
    for (let count = 0; this.#flowing && this.readable; count++) {
      if (count === BATCH) {
        this.#schedule();
        return;
      }
      const quad = this.#pull();
      if (quad === null) this.#end();
      else this.emit("data", quad);
    }
    if (!this.readable) return;
    if (this.#next?.done === true) this.#end();
    else if (this.#announce) {
      this.#announce = false;
      this.emit("readable");
    }
  }

  #end(): void {
    this.#ended = true;
    this.emit("end");
    this.emit("close");
  }
}
