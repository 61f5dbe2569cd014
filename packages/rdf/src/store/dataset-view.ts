import type { BaseQuad, Quad, Term } from "../term/data-factory.ts";
import { QuadStore } from "./quad-store.ts";

/** A store as RDF/JS DatasetCore (https://rdf.js.org/dataset-spec/): `match` gives a new dataset, which shares the dictionary. */
export class DatasetView implements Iterable<Quad> {
  readonly #store: QuadStore;

  constructor(store: QuadStore) {
    this.#store = store;
  }

  get size(): number {
    return this.#store.size;
  }

  add(quad: BaseQuad): this {
    this.#store.add(quad);
    return this;
  }

  delete(quad: BaseQuad): this {
    this.#store.remove(quad);
    return this;
  }

  has(quad: BaseQuad): boolean {
    return this.#store.has(quad);
  }

  match(subject?: Term | null, predicate?: Term | null, object?: Term | null, graph?: Term | null): DatasetView {
    const matches = new QuadStore({ dictionary: this.#store.dictionary });
    matches.addAll(this.#store.quads(subject, predicate, object, graph));
    return new DatasetView(matches);
  }

  [Symbol.iterator](): Iterator<Quad> {
    return this.#store[Symbol.iterator]();
  }
}
