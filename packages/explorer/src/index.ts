export { type ExplorerOptions, type ExplorerRecord, renderExplorer } from "./render-explorer.ts";
export { createSparqlServer, type SparqlServerOptions } from "./server/sparql-server.ts";
