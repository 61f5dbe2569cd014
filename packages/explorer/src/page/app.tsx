import type { VNode } from "preact";
import { useCallback, useEffect, useMemo, useState } from "preact/hooks";
import { type Explorer, ExplorerContext } from "./explorer-context.ts";
import type { Collection } from "./model/collection.ts";
import { createSearch } from "./model/search.ts";
import { readHash, VIEWS, type View, type ViewState, writeHash } from "./model/view-state.ts";
import { amount } from "./model/words.ts";
import type { Theme } from "./picture/palette.ts";
import { DocumentView } from "./view/document-view.tsx";
import { ErrorFence } from "./view/error-fence.tsx";
import { GraphView } from "./view/graph-view.tsx";
import { PathView } from "./view/path-view.tsx";
import { QueryView } from "./view/query-view.tsx";
import { SearchBox } from "./view/search-box.tsx";
import { ShareButton } from "./view/share-button.tsx";
import { TimelineView } from "./view/timeline-view.tsx";

const VIEW_LABELS: Readonly<Record<View, string>> = {
  graph: "Graph",
  documents: "Documents",
  timeline: "Timeline",
  path: "Paths",
  query: "Query",
};

/** The whole page over one collection. */
export function App({ collection }: { readonly collection: Collection }): VNode {
  const [state, setState] = useState<ViewState>(() => readHash(window.location.hash));
  const [theme, setTheme] = useTheme();
  const search = useMemo(() => createSearch(collection), [collection]);

  useEffect(() => {
    const onHash = (): void => {
      setState((current) => (writeHash(current) === window.location.hash.slice(1) ? current : readHash(window.location.hash)));
    };
    window.addEventListener("hashchange", onHash);
    return () => window.removeEventListener("hashchange", onHash);
  }, []);

  const go = useCallback<Explorer["go"]>((change) => {
    setState((current) => {
      const merged = Object.fromEntries(Object.entries({ ...current, ...change }).filter(([, value]) => value !== undefined));
      const next = merged as unknown as ViewState;
      const hash = writeHash(next);
      if (hash !== writeHash(current)) {
        const url = `#${hash}`;
        // Opening something is a step to come back from; moving a filter isn't.
        const opens = ["view", "entity", "link", "document"].some((name) => name in change);
        if (opens) window.history.pushState(null, "", url);
        else window.history.replaceState(null, "", url);
      }
      return next;
    });
  }, []);

  const explorer = useMemo<Explorer>(() => ({ collection, state, go, search, theme }), [collection, state, go, search, theme]);
  const { title, records } = collection.data;
  return (
    <ExplorerContext.Provider value={explorer}>
      <button type="button" class="skip" onClick={() => document.querySelector<HTMLElement>("#main-view")?.focus()}>
        Skip to the view
      </button>
      <header class="top">
        <div class="brand">
          <h1 dir="auto">{title}</h1>
          <p>
            {[
              amount(records.length, "document", "documents"),
              amount(collection.knowledge.entities.length, "entity", "entities"),
              amount(collection.knowledge.events.length, "event", "events"),
              amount(collection.claims.length, "claim", "claims"),
            ].join(" · ")}
          </p>
        </div>
        <SearchBox
          label="Search entities and documents"
          placeholder="Search…  (press /)"
          shortcut
          onPick={(hit) => {
            if (hit.kind === "document") go({ view: "documents", document: hit.id, at: undefined });
            else go({ view: "graph", entity: hit.id, link: undefined });
          }}
        />
        <div class="top-buttons">
          <ShareButton />
          <button type="button" class="quiet" onClick={() => setTheme(theme === "dark" ? "light" : "dark")}>
            {theme === "dark" ? "Light" : "Dark"}
          </button>
        </div>
        <nav aria-label="Views" class="views">
          {VIEWS.map((view) => (
            <button type="button" key={view} aria-current={state.view === view ? "page" : undefined} onClick={() => go({ view })}>
              {VIEW_LABELS[view]}
            </button>
          ))}
        </nav>
      </header>
      <main id="main-view" tabIndex={-1} class={`view view-${state.view}`} aria-label={VIEW_LABELS[state.view]}>
        {records.length === 0 ? (
          <div class="empty">
            <h2>There is nothing here yet</h2>
            <p>The graph holds no documents. Build one from a folder of texts: chancery build reports/ --out my.graph</p>
          </div>
        ) : (
          <ErrorFence key={state.view}>
            {state.view === "graph" && <GraphView />}
            {state.view === "documents" && <DocumentView />}
            {state.view === "timeline" && <TimelineView />}
            {state.view === "path" && <PathView />}
            {state.view === "query" && <QueryView />}
          </ErrorFence>
        )}
      </main>
    </ExplorerContext.Provider>
  );
}

const THEME_KEY = "chancery-theme";

/** The reader's choice, else the system's. A page opened from disk may have no storage: then the choice lasts as long as the page. */
function useTheme(): readonly [Theme, (theme: Theme) => void] {
  const [chosen, setChosen] = useState<Theme | undefined>(() => {
    try {
      const kept = window.localStorage.getItem(THEME_KEY);
      return kept === "dark" || kept === "light" ? kept : undefined;
    } catch {
      return undefined;
    }
  });
  const [system, setSystem] = useState<Theme>(() => (window.matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light"));
  useEffect(() => {
    const query = window.matchMedia("(prefers-color-scheme: dark)");
    const onChange = (): void => setSystem(query.matches ? "dark" : "light");
    query.addEventListener("change", onChange);
    return () => query.removeEventListener("change", onChange);
  }, []);
  const theme = chosen ?? system;
  useEffect(() => {
    document.documentElement.dataset["theme"] = theme;
  }, [theme]);
  const choose = useCallback((next: Theme) => {
    setChosen(next);
    try {
      window.localStorage.setItem(THEME_KEY, next);
    } catch {
      // No storage: see above.
    }
  }, []);
  return [theme, choose];
}
