export { createSparqlServer, type SparqlServerOptions } from "./server/sparql-server.ts";
