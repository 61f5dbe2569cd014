import type { VNode } from "preact";
import { useMemo, useState } from "preact/hooks";
import { useExplorer } from "../explorer-context.ts";
import { labelOf } from "../model/words.ts";
import { statusColor, typeColor } from "../picture/palette.ts";
import type { Answer, PlainTerm } from "../query/answer.ts";
import { idOfIri, type QueryNames, termText } from "../query/query-client.ts";
import { PictureCanvas } from "./picture-canvas.tsx";
import { Reference } from "./reference.tsx";
import { type ChartData, chartOf, ResultChart } from "./result-chart.tsx";

/** Rows drawn before "more" is asked for. */
const PAGE = 200;
type Triples = Extract<Answer, { kind: "triples" }>["triples"];
type Tab = "table" | "graph" | "chart";

/** An answer as a table, a chart where it has numbers, a graph where it has triples. */
export function QueryResult({ answer, names }: { readonly answer: Answer; readonly names: QueryNames }): VNode {
  const chart = useMemo(() => (answer.kind === "rows" ? chartOf(answer, (term) => termText(term, names)) : undefined), [answer, names]);
  const [tab, setTab] = useState<Tab>(answer.kind === "triples" ? "graph" : "table");
  if (answer.kind === "boolean") {
    return (
      <p class="ask">
        <strong>{answer.value ? "Yes" : "No"}</strong> <span class="meta">{Math.round(answer.ms)} ms</span>
      </p>
    );
  }
  const count = answer.kind === "rows" ? answer.rows.length : answer.triples.length;
  const tabs: readonly Tab[] = answer.kind === "triples" ? ["graph", "table"] : chart === undefined ? ["table"] : ["table", "chart"];
  const shown = tabs.includes(tab) ? tab : tabs[0]!;
  return (
    <>
      <div class="result-bar">
        <span role="status">
          {count.toLocaleString("en")} {answer.kind === "rows" ? (count === 1 ? "row" : "rows") : count === 1 ? "triple" : "triples"}
          {answer.cut && " (cut off here)"} <span class="meta">{Math.round(answer.ms)} ms</span>
        </span>
        {tabs.length > 1 && (
          <div class="tabs" role="tablist" aria-label="Show the answer as">
            {tabs.map((name) => (
              <button type="button" role="tab" key={name} aria-selected={shown === name} onClick={() => setTab(name)}>
                {name}
              </button>
            ))}
          </div>
        )}
        {answer.kind === "rows" && count > 0 && (
          <button type="button" class="quiet" onClick={() => download(answer)}>
            Download CSV
          </button>
        )}
      </div>
      {count === 0 ? (
        <p class="empty">The query has no answer.</p>
      ) : shown === "chart" && chart !== undefined ? (
        <ResultChart data={chart as ChartData} />
      ) : shown === "graph" && answer.kind === "triples" ? (
        <TriplesPicture triples={answer.triples} names={names} />
      ) : answer.kind === "rows" ? (
        <Table key={answer.ms} columns={answer.variables} rows={answer.rows} names={names} />
      ) : (
        <Table key={answer.ms} columns={["subject", "predicate", "object"]} rows={answer.triples} names={names} />
      )}
    </>
  );
}

function Table({
  columns,
  rows,
  names,
}: {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (PlainTerm | undefined)[])[];
  readonly names: QueryNames;
}): VNode {
  const [shown, setShown] = useState(PAGE);
  const numeric = columns.map((_, column) => rows.length > 0 && rows.every((row) => row[column] === undefined || isNumeric(row[column])));
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table must scroll by keyboard */}
      <section class="table-scroll" tabIndex={0} aria-label="Result table">
        <table>
          <thead>
            <tr>
              {columns.map((name, column) => (
                <th key={name} scope="col" class={numeric[column] === true ? "number" : undefined}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, shown).map((row, index) => (
              <tr key={`${index}`}>
                {row.map((term, column) => (
                  <td key={columns[column]} dir="auto" class={numeric[column] === true ? "number" : undefined}>
                    {term !== undefined && <TermCell term={term} names={names} />}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {rows.length > shown && (
        <button type="button" onClick={() => setShown(shown + 1000)}>
          {Math.min(1000, rows.length - shown)} more
        </button>
      )}
    </>
  );
}

function TermCell({ term, names }: { readonly term: PlainTerm; readonly names: QueryNames }): VNode {
  const { collection } = useExplorer();
  if (term.termType === "NamedNode") {
    const id = idOfIri(term.value, names);
    // IRIs are text, never links: a javascript: IRI has nothing to click on.
    if (id !== undefined && (collection.entities.has(id) || collection.records.has(id))) return <Reference id={id} />;
    return <span title={term.value}>{termText(term, names)}</span>;
  }
  if (term.termType === "Literal" && (term.language ?? "") !== "") {
    return (
      <span lang={term.language}>
        {term.value} <small class="meta">@{term.language}</small>
      </span>
    );
  }
  return <span>{termText(term, names)}</span>;
}

const isNumeric = ({ termType, value }: PlainTerm): boolean =>
  termType === "Literal" && value.trim() !== "" && Number.isFinite(Number(value));

function TriplesPicture({ triples, names }: { readonly triples: Triples; readonly names: QueryNames }): VNode {
  const { collection, go, theme } = useExplorer();
  const picture = useMemo(() => {
    const nodes = new Map<string, { id: string; label: string; color: string }>();
    const degrees = new Map<string, number>();
    const nodeOf = (term: PlainTerm): string => {
      const key = `${term.termType} ${term.value}`;
      if (!nodes.has(key)) {
        const id = term.termType === "NamedNode" ? idOfIri(term.value, names) : undefined;
        const type = id === undefined ? undefined : (collection.entities.get(id)?.type ?? collection.events.get(id)?.type);
        const known = id !== undefined && (type !== undefined || collection.records.has(id));
        nodes.set(key, { id: key, label: known ? labelOf(collection, id) : termText(term, names), color: typeColor(type ?? "", theme) });
      }
      degrees.set(key, (degrees.get(key) ?? 0) + 1);
      return key;
    };
    const edges = triples.map(([subject, predicate, object], index) => ({
      id: String(index),
      source: nodeOf(subject),
      target: nodeOf(object),
      label: termText(predicate, names).replace(/^chy:/, ""),
      color: statusColor("asserted", theme),
      directed: true,
    }));
    return { nodes: [...nodes.values()], edges, view: { nodes: degrees, edges: new Map(edges.map(({ id }) => [id, 1])), theme } };
  }, [triples, collection, names, theme]);
  return (
    <div class="query-picture">
      <PictureCanvas
        nodes={picture.nodes}
        edges={picture.edges}
        view={picture.view}
        theme={theme}
        label={`Graph of ${triples.length} triples`}
        onNode={(key) => {
          const id = idOfIri(key.slice(key.indexOf(" ") + 1), names);
          if (id !== undefined && collection.entities.has(id)) go({ view: "graph", entity: id, link: undefined });
        }}
      />
    </div>
  );
}

function download(answer: Extract<Answer, { kind: "rows" }>): void {
  const url = URL.createObjectURL(new Blob([answer.csv], { type: "text/csv" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = "answer.csv";
  link.click();
  window.setTimeout(() => URL.revokeObjectURL(url), 1000);
}
