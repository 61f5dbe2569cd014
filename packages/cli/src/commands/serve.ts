import type { Server } from "node:http";
import { PREFIXES } from "@chancery/rdf";
import { ChanceryError } from "chancery";
import { Command } from "commander";
import { openGraph } from "../open-graph.ts";
import { type SourceOptions, sourceOf, wholeNumber, withSource } from "../options.ts";
import { printJson } from "../terminal.ts";
import { titleOf } from "./open.ts";

/** `chancery serve` */
export function serveCommand(): Command {
  return withSource(
    new Command("serve")
      .description("Serve the graph on this machine: the page at /, a read-only SPARQL endpoint at /sparql.")
      .option("-p, --port <n>", "port; 0 takes a free one", wholeNumber(0, 65_535), 3030)
      .option(
        "--host <address>",
        "address to listen on; others than this machine's own loopback open the graph to the network",
        "127.0.0.1",
      )
      .option("--cors <origin>", "let pages of this origin ask (* is every page)")
      .option("--timeout <seconds>", "time a query may take", wholeNumber(1, 3600), 30)
      .option("--title <text>", "title of the page")
      .option("--json", "print the addresses as JSON on standard output"),
  )
    .addHelpText(
      "after",
      "\nExample:\n  chancery serve --graph my.graph --port 3030\n  curl -H 'Accept: text/csv' --data-urlencode 'query=SELECT * { ?s a chy:Veto }' http://127.0.0.1:3030/sparql",
    )
    .action(async (options: ServeOptions, command: Command) => {
      const source = await sourceOf(command, options);
      const graph = await openGraph(source, { records: true });
      // Only this command needs a server: the others start faster without.
      const [{ createSparqlServer, renderExplorer }, { serve }] = await Promise.all([
        import("@chancery/explorer"),
        import("@hono/node-server"),
      ]);
      const { terms: chy, ids: id } = graph.namespaces;
      const app = createSparqlServer(() => graph.store, {
        prefixes: { ...PREFIXES, chy, id },
        timeoutMs: options.timeout * 1000,
        ...(options.cors === undefined ? {} : { corsOrigin: options.cors }),
      });
      let page: string | undefined;
      app.get("/", (context) => {
        page ??= renderExplorer(graph.records, {
          title: options.title ?? titleOf(source.graph),
          namespaces: graph.namespaces,
        });
        return context.html(page);
      });
      await new Promise<void>((resolve, reject) => {
        // Whoever sends a request too slowly holds a connection no longer than a query may take.
        const limit = options.timeout * 1000;
        const serverOptions = { requestTimeout: limit, headersTimeout: limit, connectionsCheckingInterval: Math.min(5000, limit) };
        const server = serve({ fetch: app.fetch, port: options.port, hostname: options.host, serverOptions }, ({ port }) => {
          const host = options.host.includes(":") ? `[${options.host}]` : options.host;
          const page = `http://${host}:${port}/`;
          if (options.json === true) void printJson({ page, sparql: `${page}sparql`, graphs: `${page}graphs` });
          else process.stderr.write(`Page: ${page}\nSPARQL endpoint: ${page}sparql (Ctrl+C ends it)\n`);
        }) as Server;
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
            server.closeAllConnections();
          });
        }
      });
    });
}

interface ServeOptions extends SourceOptions {
  readonly port: number;
  readonly host: string;
  readonly cors?: string;
  readonly timeout: number;
  readonly title?: string;
  readonly json?: boolean;
}
