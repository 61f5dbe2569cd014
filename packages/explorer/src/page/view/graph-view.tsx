import type { VNode } from "preact";
import { useMemo, useState } from "preact/hooks";
import { useExplorer } from "../explorer-context.ts";
import { collapse, GROUPINGS, groupNodes, isBundle, isGroup, visibleGroups } from "../model/grouping.ts";
import { THING_TYPES } from "../model/view-state.ts";
import { visibleGraph } from "../model/visibility.ts";
import { amount, words } from "../model/words.ts";
import { statusColor, typeColor } from "../picture/palette.ts";
import type { PictureNode } from "../picture/sigma-picture.ts";
import { Dossier } from "./dossier.tsx";
import { FilterPanel } from "./filter-panel.tsx";
import { BundlePanel, GroupList } from "./group-panel.tsx";
import { LinkPanel } from "./link-panel.tsx";
import { PictureCanvas } from "./picture-canvas.tsx";
import { TypeBadge } from "./reference.tsx";

/** Above this, the layout starts from communities: from places by chance it would not come to an end in the rounds that there is time for. */
const LAID_BY_COMMUNITY = 1500;

/** The picture with filters on one side and what is picked out on the other. */
export function GraphView(): VNode {
  const { collection, state, go, theme } = useExplorer();
  const { group, opened } = state;
  const grouped = useMemo(
    () => (group === undefined ? undefined : collapse(collection, groupNodes(collection, group), opened)),
    [collection, group, opened],
  );
  const nodes = useMemo(() => {
    const drawn = grouped?.nodes ?? collection.graph.nodes;
    const communities = drawn.length > LAID_BY_COMMUNITY ? collection.communities().of : undefined;
    return drawn.map((node): PictureNode => {
      const { id, label, type } = node;
      const community = communities?.get(id);
      return {
        id,
        label,
        color: typeColor(type, theme),
        aside: THING_TYPES.includes(type),
        ...(community === undefined ? {} : { community }),
        ...("members" in node && node.members !== undefined ? { members: node.members } : {}),
      };
    });
  }, [collection, grouped, theme]);
  const edges = useMemo(
    () =>
      (grouped?.edges ?? collection.links).map(({ id, source, target, predicate, status, directed }) => ({
        id,
        source,
        target,
        directed,
        label: predicate === undefined ? "" : words(predicate),
        color: statusColor(status, theme),
      })),
    [collection, grouped, theme],
  );
  const passed = useMemo(
    () => visibleGraph(collection, state),
    [collection, state.hiddenTypes, state.hiddenStatuses, state.hiddenPredicates, state.sources, state.from, state.to],
  );
  const visible = useMemo(() => (grouped === undefined ? passed : visibleGroups(grouped, passed)), [grouped, passed]);
  const edgeLabels = state.edgeLabels === true;
  const view = useMemo(
    () => ({
      edges: visible.links,
      nodes: visible.degrees,
      selectedNode: state.entity === undefined ? undefined : (grouped?.nodeOf.get(state.entity) ?? state.entity),
      selectedEdge: state.link === undefined ? undefined : (grouped?.edgeOf.get(state.link) ?? state.link),
      edgeLabels,
      theme,
    }),
    [visible, grouped, state.entity, state.link, edgeLabels, theme],
  );
  const [filtersOpen, setFiltersOpen] = useState(() => window.matchMedia("(min-width: 60rem)").matches);
  const groupsShown = [...visible.degrees.keys()].filter(isGroup).length;
  const count = [
    ...(groupsShown === 0 ? [] : [amount(groupsShown, "group", "groups")]),
    ...(groupsShown > 0 && groupsShown === visible.degrees.size ? [] : [amount(visible.degrees.size - groupsShown, "entity", "entities")]),
    amount(visible.links.size, "connection", "connections"),
  ].join(", ");
  return (
    <div class="graph-view">
      <details class="filters" open={filtersOpen} onToggle={(event) => setFiltersOpen(event.currentTarget.open)}>
        <summary>Filters</summary>
        <FilterPanel />
      </details>
      <section class="graph-stage" aria-label="Picture">
        <div class="graph-tools">
          <p class="graph-count" role="status">
            {count}
          </p>
          <label>
            Group by
            <select
              value={group ?? ""}
              onChange={(event) => go({ group: GROUPINGS.find((name) => name === event.currentTarget.value), opened: [], link: undefined })}
            >
              <option value="">nothing</option>
              {GROUPINGS.map((name) => (
                <option key={name} value={name}>
                  {name}
                </option>
              ))}
            </select>
          </label>
          <label>
            <input
              type="checkbox"
              checked={edgeLabels}
              onChange={(event) => go({ edgeLabels: event.currentTarget.checked ? true : undefined })}
            />
            Line labels
          </label>
        </div>
        <PictureCanvas
          nodes={nodes}
          edges={edges}
          view={view}
          theme={theme}
          label={`Graph: ${count}`}
          onNode={(id) => {
            if (isGroup(id)) go({ opened: [...opened, id], link: undefined });
            else go({ entity: id, link: undefined });
          }}
          onEdge={(link) => go({ link })}
        />
        {passed.links.size === 0 && (
          <div class="empty over">
            <h2>No connection passes the filters</h2>
            <p>Allow more types, statuses, documents or days.</p>
          </div>
        )}
      </section>
      {state.link !== undefined ? (
        isBundle(state.link) ? (
          <BundlePanel key={state.link} id={state.link} grouped={grouped} visible={passed} />
        ) : (
          <LinkPanel key={state.link} id={state.link} />
        )
      ) : state.entity !== undefined ? (
        <Dossier key={state.entity} id={state.entity} />
      ) : grouped !== undefined ? (
        <GroupList groups={grouped.groups} visible={passed} />
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
      {listed.length === 0 && <p class="meta">Nobody passes the filters.</p>}
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
