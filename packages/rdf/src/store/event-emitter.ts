/** A listener of an `Emitter`; what it gets depends on the event. */
export type Listener = (...values: never[]) => void;

interface Registration {
  readonly listener: Listener;
  readonly once: boolean;
}

/**
 * The part of Node's EventEmitter that RDF/JS streams and sinks are built on, with its whole surface, for every platform.
 * As there, an `error` event without a listener throws.
 */
export class Emitter {
  readonly #registrations = new Map<string | symbol, Registration[]>();
  #maxListeners = 10;

  on(event: string | symbol, listener: Listener): this {
    return this.#register(event, { listener, once: false }, false);
  }

  addListener(event: string | symbol, listener: Listener): this {
    return this.on(event, listener);
  }

  once(event: string | symbol, listener: Listener): this {
    return this.#register(event, { listener, once: true }, false);
  }

  prependListener(event: string | symbol, listener: Listener): this {
    return this.#register(event, { listener, once: false }, true);
  }

  prependOnceListener(event: string | symbol, listener: Listener): this {
    return this.#register(event, { listener, once: true }, true);
  }

  off(event: string | symbol, listener: Listener): this {
    const list = this.#registrations.get(event) ?? [];
    const at = list.findLastIndex((registration) => registration.listener === listener);
    // A new list, so that an emit that is under way goes on with the one it began with.
    if (at >= 0) this.#registrations.set(event, list.toSpliced(at, 1));
    return this;
  }

  removeListener(event: string | symbol, listener: Listener): this {
    return this.off(event, listener);
  }

  removeAllListeners(event?: string | symbol): this {
    if (event === undefined) this.#registrations.clear();
    else this.#registrations.delete(event);
    return this;
  }

  emit(event: string | symbol, ...values: unknown[]): boolean {
    const list = this.#registrations.get(event) ?? [];
    if (list.length === 0) {
      if (event === "error") throw values[0];
      return false;
    }
    for (const { listener, once } of list) {
      if (once) this.off(event, listener);
      (listener as (...values: unknown[]) => void).apply(this, values);
    }
    return true;
  }

  listenerCount(event: string | symbol): number {
    return this.#registrations.get(event)?.length ?? 0;
  }

  listeners(event: string | symbol): Listener[] {
    return (this.#registrations.get(event) ?? []).map(({ listener }) => listener);
  }

  rawListeners(event: string | symbol): Listener[] {
    return this.listeners(event);
  }

  eventNames(): (string | symbol)[] {
    return [...this.#registrations].filter(([, list]) => list.length > 0).map(([event]) => event);
  }

  setMaxListeners(count: number): this {
    this.#maxListeners = count;
    return this;
  }

  getMaxListeners(): number {
    return this.#maxListeners;
  }

  #register(event: string | symbol, registration: Registration, first: boolean): this {
    const list = this.#registrations.get(event) ?? [];
    this.#registrations.set(event, first ? [registration, ...list] : [...list, registration]);
    this.onListener(event);
    return this;
  }

  /** For subclasses: a listener was added. */
  protected onListener(_event: string | symbol): void {}
}
