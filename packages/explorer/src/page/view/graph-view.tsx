import type { VNode } from "preact";
import { useMemo, useState } from "preact/hooks";
import { useExplorer } from "../explorer-context.ts";
import { THING_TYPES } from "../model/view-state.ts";
import { visibleGraph } from "../model/visibility.ts";
import { words } from "../model/words.ts";
import { statusColor, typeColor } from "../picture/palette.ts";
import type { PictureNode } from "../picture/sigma-picture.ts";
import { Dossier } from "./dossier.tsx";
import { FilterPanel } from "./filter-panel.tsx";
import { LinkPanel } from "./link-panel.tsx";
import { PictureCanvas } from "./picture-canvas.tsx";
import { TypeBadge } from "./reference.tsx";

/** Above this, the layout starts from communities: from places by chance it would not come to an end in the rounds that there is time for. */
const LAID_BY_COMMUNITY = 1500;

/** The picture with filters on one side and what is picked out on the other. */
export function GraphView(): VNode {
  const { collection, state, go, theme } = useExplorer();
  const nodes = useMemo(() => {
    const communities = collection.graph.nodes.length > LAID_BY_COMMUNITY ? collection.communities().of : undefined;
    return collection.graph.nodes.map(({ id, label, type }): PictureNode => {
      const community = communities?.get(id);
      return {
        id,
        label,
        color: typeColor(type, theme),
        aside: THING_TYPES.includes(type),
        ...(community === undefined ? {} : { community }),
      };
    });
  }, [collection, theme]);
  const edges = useMemo(
    () =>
      collection.links.map(({ id, source, target, predicate, status, directed }) => ({
        id,
        source,
        target,
        directed,
        label: words(predicate),
        color: statusColor(status, theme),
      })),
    [collection, theme],
  );
  const visible = useMemo(
    () => visibleGraph(collection, state),
    [collection, state.hiddenTypes, state.hiddenStatuses, state.hiddenPredicates, state.sources, state.from, state.to],
  );
  const view = useMemo(
    () => ({ edges: visible.links, nodes: visible.degrees, selectedNode: state.entity, selectedEdge: state.link, theme }),
    [visible, state.entity, state.link, theme],
  );
  const [filtersOpen, setFiltersOpen] = useState(() => window.matchMedia("(min-width: 60rem)").matches);
  const count = `${visible.degrees.size} entities, ${visible.links.size} connections shown`;
  return (
    <div class="graph-view">
      <details class="filters" open={filtersOpen} onToggle={(event) => setFiltersOpen(event.currentTarget.open)}>
        <summary>Filters</summary>
        <FilterPanel />
      </details>
      <section class="graph-stage" aria-label="Picture">
        <p class="graph-count" role="status">
          {count}
        </p>
        <PictureCanvas
          nodes={nodes}
          edges={edges}
          view={view}
          theme={theme}
          label={`Graph: ${count}`}
          onNode={(entity) => go({ entity, link: undefined })}
          onEdge={(link) => go({ link })}
        />
        {visible.links.size === 0 && (
          <div class="empty over">
            <h2>No connection passes the filters</h2>
            <p>Allow more types, statuses, documents or days.</p>
          </div>
        )}
      </section>
      {state.link !== undefined ? (
        <LinkPanel key={state.link} id={state.link} />
      ) : state.entity !== undefined ? (
        <Dossier key={state.entity} id={state.entity} />
      ) : (
        <MostConnected degrees={visible.degrees} />
      )}
    </div>
  );
}

/** Entities shown in the list of a graph in which nothing is picked out. */
const LISTED = 40;

/** The picture as a list, best connected first: a way in without pointing. */
function MostConnected({ degrees }: { readonly degrees: ReadonlyMap<string, number> }): VNode {
  const { collection, go } = useExplorer();
  const listed = [...degrees]
    .map(([id, degree]) => ({ id, degree, label: collection.nodes.get(id)?.label ?? id, type: collection.entities.get(id)?.type }))
    .sort((a, b) => b.degree - a.degree || (a.label < b.label ? -1 : 1))
    .slice(0, LISTED);
  return (
    <section class="panel most-connected" aria-label="Entities">
      <h2>Most connected</h2>
      <ol>
        {listed.map(({ id, degree, label, type }) => (
          <li key={id}>
            <button type="button" class="reference" onClick={() => go({ entity: id })}>
              <bdi>{label}</bdi>
            </button>
            <span class="meta">
              {type !== undefined && <TypeBadge type={type} />} {degree}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
