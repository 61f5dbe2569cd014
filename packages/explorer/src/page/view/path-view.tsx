import { allPaths, type GraphPath, strongestPaths } from "@chancery/graph";
import type { VNode } from "preact";
import { useMemo } from "preact/hooks";
import { useExplorer } from "../explorer-context.ts";
import { amount, describeDates, labelOf, words } from "../model/words.ts";
import { statusColor, typeColor } from "../picture/palette.ts";
import { PictureCanvas } from "./picture-canvas.tsx";
import { Quote, Reference, References, StatusBadge } from "./reference.tsx";
import { SearchBox } from "./search-box.tsx";

const MAX_PATHS = 5;
const MAX_HOPS = 6;
/** Steps of work before the search gives up: a hub with thousands of edges must not freeze the page. */
const MAX_STEPS = 2_000_000;

/** How two entities are linked: the shortest paths, each step with the sentences that say so. */
export function PathView(): VNode {
  const { collection, state, go } = useExplorer();
  const index = collection.index();
  const { pathFrom, pathTo, pathAll = false, pathStrongest = false } = state;
  const result = useMemo(() => {
    if (pathFrom === undefined || pathTo === undefined) return { paths: [] };
    if (!index.nodeNumber.has(pathFrom) || !index.nodeNumber.has(pathTo)) return { paths: [] };
    const options = { maxHops: MAX_HOPS, maxSteps: MAX_STEPS, ...(pathAll ? { statuses: "all" as const } : {}) };
    const paths: GraphPath[] = [];
    try {
      if (pathStrongest) return { paths: strongestPaths(index, pathFrom, pathTo, { ...options, count: MAX_PATHS }) };
      for (const path of allPaths(index, pathFrom, pathTo, { ...options, maxPaths: MAX_PATHS })) {
        paths.push(path);
        if (paths.length === MAX_PATHS) break;
      }
    } catch (error) {
      return { paths, fault: error instanceof Error ? error.message : String(error) };
    }
    return { paths };
  }, [index, pathFrom, pathTo, pathAll, pathStrongest]);
  return (
    <div class="path-view">
      <div class="path-form">
        <div>
          <span class="field-label">From</span>
          <SearchBox
            key={`from ${pathFrom}`}
            label="Path from"
            placeholder="Entity…"
            entitiesOnly
            chosen={pathFrom === undefined ? "" : labelOf(collection, pathFrom)}
            onPick={({ id }) => go({ pathFrom: id })}
          />
        </div>
        <button type="button" aria-label="Swap the two ends" onClick={() => go({ pathFrom: pathTo, pathTo: pathFrom })}>
          ⇄
        </button>
        <div>
          <span class="field-label">To</span>
          <SearchBox
            key={`to ${pathTo}`}
            label="Path to"
            placeholder="Entity…"
            entitiesOnly
            chosen={pathTo === undefined ? "" : labelOf(collection, pathTo)}
            onPick={({ id }) => go({ pathTo: id })}
          />
        </div>
        <label class="path-all">
          <input type="checkbox" checked={pathAll} onChange={(event) => go({ pathAll: event.currentTarget.checked ? true : undefined })} />
          Also over what is denied, planned or hypothetical
        </label>
        <fieldset class="path-order">
          <legend class="visually-hidden">Order of the paths</legend>
          {[
            { strongest: false, label: "Shortest first" },
            { strongest: true, label: "Best supported first" },
          ].map(({ strongest, label }) => (
            <label key={label}>
              <input
                type="radio"
                name="path-order"
                checked={pathStrongest === strongest}
                onChange={() => go({ pathStrongest: strongest ? true : undefined })}
              />
              {label}
            </label>
          ))}
        </fieldset>
      </div>
      {pathFrom === undefined || pathTo === undefined ? (
        <div class="empty">
          <h2>Choose two entities</h2>
          <p>The paths between them are listed with the sentences behind every step.</p>
        </div>
      ) : result.paths.length === 0 ? (
        <div class="empty" role="status">
          <h2>No path</h2>
          <p>
            {result.fault ??
              `Nothing links ${labelOf(collection, pathFrom)} and ${labelOf(collection, pathTo)} within ${MAX_HOPS} steps${pathAll ? "" : ". Denied, planned and hypothetical events were not walked"}.`}
          </p>
        </div>
      ) : (
        <div class="path-columns">
          <ol class="paths">
            {result.paths.map((path) => (
              <PathCard key={path.nodes.map(({ id }) => id).join("\n")} path={path} />
            ))}
          </ol>
          <PathPicture paths={result.paths} />
        </div>
      )}
    </div>
  );
}

/** Share of 1 as a percentage; what is not nothing is not shown as nothing. */
function describeStrength(strength: number): string {
  const percent = Math.round(strength * 100);
  return percent === 0 && strength > 0 ? "under 1 %" : `${percent} %`;
}

function PathCard({ path }: { readonly path: GraphPath }): VNode {
  return (
    <li class="path">
      <h3>
        {path.nodes.map((node, index) => (
          <span key={node.id}>
            {index > 0 && " → "}
            <Reference id={node.id}>{node.label}</Reference>
          </span>
        ))}
      </h3>
      <p class="meta">
        {amount(path.steps.length, "step", "steps")} · support {describeStrength(path.strength)}
      </p>
      {path.steps.map((step) => (
        <section key={step.from.id} class="step">
          {step.edges.slice(0, 4).map((edge) => (
            <div key={edge.id} class="step-edge">
              <p>
                <Reference id={edge.source} /> <strong>{words(edge.predicate)}</strong> <Reference id={edge.target} />{" "}
                <StatusBadge status={edge.status} /> <span class="meta">{describeDates(edge)}</span>
              </p>
              {edge.evidence.slice(0, 2).map((evidence) => (
                <div key={`${evidence.document} ${evidence.start}`}>
                  <Quote document={evidence.document} start={evidence.start} end={evidence.end} />
                  <p class="meta">
                    <References ids={evidence.speakers} /> {evidence.stance !== undefined && words(evidence.stance)}
                  </p>
                </div>
              ))}
            </div>
          ))}
          {step.edges.length > 4 && <p class="meta">and {step.edges.length - 4} more connections</p>}
        </section>
      ))}
    </li>
  );
}

function PathPicture({ paths }: { readonly paths: readonly GraphPath[] }): VNode {
  const { go, theme } = useExplorer();
  const picture = useMemo(() => {
    const nodes = new Map(paths.flatMap((path) => path.nodes.map((node) => [node.id, node] as const)));
    const edges = new Map(paths.flatMap((path) => path.steps.flatMap((step) => step.edges.map((edge) => [edge.id, edge] as const))));
    const degrees = new Map([...nodes.keys()].map((id) => [id, 0]));
    for (const { source, target } of edges.values()) for (const id of [source, target]) degrees.set(id, degrees.get(id)! + 1);
    return {
      nodes: [...nodes.values()].map(({ id, label, type }) => ({ id, label, color: typeColor(type, theme) })),
      edges: [...edges.values()].map(({ id, source, target, directed, predicate, status }) => ({
        id,
        source,
        target,
        directed,
        label: words(predicate),
        color: statusColor(status, theme),
      })),
      view: { nodes: degrees, edges: new Map([...edges.keys()].map((id) => [id, 1])), theme },
    };
  }, [paths, theme]);
  return (
    <PictureCanvas
      nodes={picture.nodes}
      edges={picture.edges}
      view={picture.view}
      theme={theme}
      label={`Picture of ${paths.length} paths`}
      onNode={(entity) => go({ view: "graph", entity, link: undefined })}
    />
  );
}
