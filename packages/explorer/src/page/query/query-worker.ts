import type { QueryReply, QueryRequest } from "./answer.ts";
import { makeQueryStore, type QueryStore } from "./query-store.ts";
import { runQuery } from "./run-query.ts";

let store: QueryStore | undefined;

const reply = (message: QueryReply): void => self.postMessage(message);

self.addEventListener("message", ({ data: request }: MessageEvent<QueryRequest>) => {
  try {
    if (request.kind === "load") {
      store = makeQueryStore(request.data);
      const { skipped, prefixes, classes, properties } = store;
      reply({ kind: "ready", quads: store.store.size, skipped, prefixes, ids: store.naming.namespaces.ids, classes, properties });
    } else if (store !== undefined) reply({ kind: "answer", answer: runQuery(store, request.query) });
  } catch (error) {
    reply({ kind: "fault", message: describeError(error) });
  }
});

function describeError(error: unknown): string {
  if (typeof error === "object" && error !== null && "describe" in error && typeof error.describe === "function")
    return String(error.describe());
  return error instanceof Error ? error.message : String(error);
}
