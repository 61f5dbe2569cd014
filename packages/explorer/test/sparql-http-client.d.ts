/** The parts of sparql-http-client 3.1 that the tests use; the package has no declarations. */
interface Endpoints {
  readonly endpointUrl: string;
  readonly updateUrl?: string;
  readonly storeUrl?: string;
}

declare module "sparql-http-client" {
  import type { NamedNode, Quad } from "@rdfjs/types";

  export default class StreamClient {
    constructor(endpoints: Endpoints);
    readonly store: { get(graph: NamedNode): AsyncIterable<Quad> };
  }
}

declare module "sparql-http-client/ParsingClient.js" {
  import type { DatasetCore, Term } from "@rdfjs/types";

  interface Options {
    readonly operation?: "get" | "postUrlencoded" | "postDirect";
  }
  export default class ParsingClient {
    constructor(endpoints: Endpoints);
    readonly query: {
      select(query: string, options?: Options): Promise<readonly Readonly<Record<string, Term | undefined>>[]>;
      ask(query: string, options?: Options): Promise<boolean>;
      construct(query: string, options?: Options): Promise<DatasetCore>;
      update(query: string): Promise<void>;
    };
  }
}
