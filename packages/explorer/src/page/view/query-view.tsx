import type { VNode } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { useExplorer } from "../explorer-context.ts";
import type { Answer } from "../query/answer.ts";
import { completeQuery, type QueryVocabulary } from "../query/complete-query.ts";
import { EXAMPLE_QUERIES } from "../query/example-queries-table.ts";
import { QueryClient, type QueryNames, vocabularyOf } from "../query/query-client.ts";
import { createQueryEditor, type QueryEditor } from "./query-editor.ts";
import { QueryResult } from "./query-result.tsx";

type Progress =
  | { readonly kind: "idle" }
  | { readonly kind: "running" }
  | { readonly kind: "done"; readonly answer: Answer; readonly names: QueryNames }
  | { readonly kind: "failed"; readonly message: string };

/** Until the data are read: keywords and functions only. */
const NO_NAMES: QueryVocabulary = { prefixes: {}, classes: [], properties: [], entities: [] };

/** SPARQL over the quads of the page: nothing is asked of a server. */
export function QueryView(): VNode {
  const { collection, state, go } = useExplorer();
  const client = useMemo(() => new QueryClient(collection.data), [collection]);
  const [names, setNames] = useState<QueryNames>();
  const vocabulary = useMemo(() => (names === undefined ? NO_NAMES : vocabularyOf(names, collection)), [names, collection]);
  const latestVocabulary = useRef(vocabulary);
  latestVocabulary.current = vocabulary;
  const host = useRef<HTMLDivElement>(null);
  const editor = useRef<QueryEditor | undefined>(undefined);
  const [progress, setProgress] = useState<Progress>({ kind: "idle" });
  const first = EXAMPLE_QUERIES[0]!.query;

  const run = async (): Promise<void> => {
    const text = editor.current?.text() ?? "";
    go({ query: text === first ? undefined : text });
    if (progress.kind === "running") client.stop();
    setProgress({ kind: "running" });
    try {
      const answer = await client.run(text);
      setProgress({ kind: "done", answer, names: await client.names() });
    } catch (error) {
      setProgress({ kind: "failed", message: error instanceof Error ? error.message : String(error) });
    }
  };
  const runLatest = useRef(run);
  runLatest.current = run;

  useEffect(() => {
    // A failure is told when a query is run.
    client.names().then(setNames, () => undefined);
    return () => client.stop();
  }, [client]);
  useEffect(() => {
    if (host.current === null) return undefined;
    const created = createQueryEditor(
      host.current,
      state.query ?? first,
      () => void runLatest.current(),
      (text, at, asked) => completeQuery(text, at, latestVocabulary.current, asked),
    );
    editor.current = created;
    return () => created.destroy();
  }, []);
  useEffect(() => {
    // Back and forward change the query as well.
    if (state.query !== undefined && editor.current !== undefined && editor.current.text() !== state.query)
      editor.current.setText(state.query);
  }, [state.query]);

  return (
    <div class="query-view">
      <div class="document-bar">
        <label>
          Example
          <select
            value=""
            onChange={(event) => {
              const example = EXAMPLE_QUERIES[Number(event.currentTarget.value)];
              event.currentTarget.value = "";
              if (example === undefined) return;
              editor.current?.setText(example.query);
              void run();
            }}
          >
            <option value="">Choose a query…</option>
            {EXAMPLE_QUERIES.map(({ title }, index) => (
              <option key={title} value={index}>
                {title}
              </option>
            ))}
          </select>
        </label>
        <button type="button" class="primary" onClick={() => void run()}>
          Run <kbd>Ctrl ⏎</kbd>
        </button>
        {progress.kind === "running" && (
          <button type="button" onClick={() => client.stop()}>
            Stop
          </button>
        )}
        <span class="meta">
          {names === undefined
            ? "Reading the data…"
            : `${names.quads.toLocaleString("en")} quads${names.skipped === 0 ? "" : `; ${names.skipped} documents left out: not as the data contract says`}`}
        </span>
      </div>
      <div class="query-editor" ref={host} />
      <p class="meta query-hint">
        <kbd>Ctrl Space</kbd> completes prefixes, classes, properties, entities by name, variables and keywords.
      </p>
      <div class="query-result" aria-live="polite">
        {progress.kind === "idle" && <p class="meta">Run the query to see its answer.</p>}
        {progress.kind === "running" && <p role="status">Running…</p>}
        {progress.kind === "failed" && (
          <pre class="fault" role="alert">
            {progress.message}
          </pre>
        )}
        {progress.kind === "done" && <QueryResult answer={progress.answer} names={progress.names} />}
      </div>
    </div>
  );
}
