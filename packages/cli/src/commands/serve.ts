import { createSparqlServer } from "@chancery/explorer";
import { PREFIXES } from "@chancery/rdf";
import { serve } from "@hono/node-server";
import { ChanceryError } from "chancery";
import { Command } from "commander";
import { openGraph } from "../open-graph.ts";
import { collect, GRAPH_FLAGS, GRAPH_HELP, wholeNumber } from "../options.ts";

/** `chancery serve` */
export function serveCommand(): Command {
  return new Command("serve")
    .description("Serve the graph as a read-only SPARQL endpoint on this machine.")
    .requiredOption(GRAPH_FLAGS, GRAPH_HELP)
    .option("-p, --port <n>", "port; 0 takes a free one", wholeNumber(0, 65_535), 3030)
    .option("--host <address>", "address to listen on; others than this machine's own loopback open the graph to the network", "127.0.0.1")
    .option("--cors <origin>", "let pages of this origin ask (* is every page)")
    .option("--timeout <seconds>", "time a query may take", wholeNumber(1, 3600), 30)
    .option("--kb <file>", "file with further knowledge-base records (repeatable)", collect, [])
    .addHelpText(
      "after",
      "\nExample:\n  chancery serve --graph my.graph --port 3030\n  curl -H 'Accept: text/csv' --data-urlencode 'query=SELECT * { ?s a chy:Veto }' http://127.0.0.1:3030/sparql",
    )
    .action(async (options: { graph: string[]; kb: string[]; port: number; host: string; cors?: string; timeout: number }) => {
      const graph = await openGraph(options.graph, options);
      const app = createSparqlServer(() => graph.store, {
        prefixes: PREFIXES,
        timeoutMs: options.timeout * 1000,
        ...(options.cors === undefined ? {} : { corsOrigin: options.cors }),
      });
      await new Promise<void>((resolve, reject) => {
        const server = serve({ fetch: app.fetch, port: options.port, hostname: options.host }, ({ port }) => {
          process.stderr.write(`SPARQL endpoint: http://${options.host}:${port}/sparql (Ctrl+C ends it)\n`);
        });
        server.once("error", (cause: NodeJS.ErrnoException) => {
          reject(
            new ChanceryError("server.listen", `Can't listen on ${options.host}:${options.port}: ${cause.message}`, {
              remedy: "Choose another --port or --host.",
              cause,
            }),
          );
        });
        for (const signal of ["SIGINT", "SIGTERM"] as const) {
          process.once(signal, () => {
            server.close(() => resolve());
            if ("closeAllConnections" in server) server.closeAllConnections();
          });
        }
      });
    });
}
