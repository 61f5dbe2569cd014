import type { QuadStore } from "@chancery/rdf";
import type { Hono } from "hono";
import { type ExplorerOptions, type ExplorerRecord, renderExplorer } from "../render-explorer.ts";
import { createSparqlServer, type SparqlServerOptions } from "./sparql-server.ts";

/** What is served; called for each request, so that a changing graph can be served. */
export interface ExplorerSource {
  readonly store: () => QuadStore;
  readonly records: () => Iterable<ExplorerRecord>;
  /** What the records say together (`KnowledgeGraph.collection`). Default: read from the records at each request for the page. */
  readonly collection?: () => NonNullable<ExplorerOptions["collection"]>;
}

/**
 * The SPARQL endpoint of `createSparqlServer` with the explorer's page at `/` (its data inlined) and the records as JSON at `/records.json`.
 *
 * @throws ChanceryError `explorer.not-built` on a request for the page when its template is missing.
 */
export function createExplorerServer(source: ExplorerSource, options: SparqlServerOptions & ExplorerOptions = {}): Hono {
  const app = createSparqlServer(source.store, options);
  const safe = { "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer", "Cache-Control": "no-cache" };
  app.get("/", (context) => {
    const page = renderExplorer(
      source.records(),
      source.collection === undefined ? options : { ...options, collection: source.collection() },
    );
    // The page carries its policy; framing can only be forbidden by a header.
    return context.html(page, 200, { ...safe, "Content-Security-Policy": "frame-ancestors 'none'" });
  });
  app.get("/records.json", (context) => context.json([...source.records()], 200, safe));
  return app;
}
