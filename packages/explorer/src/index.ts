export { type ExplorerOptions, type ExplorerRecord, renderExplorer } from "./render-explorer.ts";
export { createExplorerServer, type ExplorerSource } from "./server/explorer-server.ts";
export { createSparqlServer, type SparqlServerOptions } from "./server/sparql-server.ts";
