import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { useExplorer } from "../explorer-context.ts";
import type { GroupedGraph, NodeGroup } from "../model/grouping.ts";
import type { Visible } from "../model/visibility.ts";
import { amount, labelOf, words } from "../model/words.ts";
import { PanelHead } from "./dossier.tsx";
import { Reference, StatusBadge, TypeBadge } from "./reference.tsx";

/** Groups, members and links that are listed before "more" is asked for. */
const PAGE = 30;

/** The groups of the picture as a list: the same as clicking on them, without pointing. */
export function GroupList({ groups, visible }: { readonly groups: readonly NodeGroup[]; readonly visible: Visible }): VNode {
  const { state, go } = useExplorer();
  const [shown, setShown] = useState(PAGE);
  const present = groups
    .map((group) => ({ group, members: group.members.filter((id) => visible.degrees.has(id)) }))
    .filter(({ members }) => members.length > 0);
  const { opened } = state;
  return (
    <section class="panel" aria-label="Groups">
      <h2>Groups</h2>
      <p class="meta">A group is one node of the picture. Open it to see its members there.</p>
      {opened.length > 0 && (
        <p class="panel-actions">
          <button type="button" onClick={() => go({ opened: [], link: undefined })}>
            Close all
          </button>
        </p>
      )}
      {present.length === 0 && <p>Nothing that passes the filters belongs together in this way.</p>}
      {present.slice(0, shown).map(({ group: { id, label, type }, members }) => {
        const isOpen = opened.includes(id);
        return (
          <section class="group" key={id}>
            <h3 dir="auto">{label}</h3>
            <p class="meta">
              <TypeBadge type={type} /> · {amount(members.length, "member", "members")} shown{" "}
              <button
                type="button"
                class="small"
                aria-expanded={isOpen}
                aria-label={`${isOpen ? "Close" : "Open"} ${label}`}
                onClick={() => go({ opened: isOpen ? opened.filter((other) => other !== id) : [...opened, id], link: undefined })}
              >
                {isOpen ? "close" : "open"}
              </button>
            </p>
            <details>
              <summary>Members</summary>
              <p class="members">
                {members.slice(0, PAGE).map((member) => (
                  <Reference key={member} id={member} />
                ))}
                {members.length > PAGE && <span class="meta">and {members.length - PAGE} more</span>}
              </p>
            </details>
          </section>
        );
      })}
      {present.length > shown && (
        <button type="button" class="small" onClick={() => setShown(shown + PAGE)}>
          {Math.min(PAGE, present.length - shown)} more
        </button>
      )}
    </section>
  );
}

/** The links between two groups, or a group and an entity. */
export function BundlePanel({
  id,
  grouped,
  visible,
}: {
  readonly id: string;
  readonly grouped: GroupedGraph | undefined;
  readonly visible: Visible;
}): VNode {
  const { collection, go } = useExplorer();
  const [shown, setShown] = useState(PAGE);
  const close = (): void => go({ link: undefined });
  const links =
    grouped === undefined ? [] : collection.links.filter((link) => grouped.edgeOf.get(link.id) === id && visible.links.has(link.id));
  const edge = grouped?.edges.find((candidate) => candidate.id === id);
  const name = (end: string): string => grouped?.groups.find((group) => group.id === end)?.label ?? labelOf(collection, end);
  return (
    <section class="panel" aria-label="Evidence">
      <PanelHead title={edge === undefined ? "Unknown connection" : `${name(edge.source)} – ${name(edge.target)}`} onClose={close} />
      <p class="meta">{amount(links.length, "connection", "connections")}</p>
      {links.slice(0, shown).map((link) => (
        <p key={link.id} class="connection">
          <Reference id={link.source} /> {words(link.predicate)} <Reference id={link.target} /> <StatusBadge status={link.status} />{" "}
          <button type="button" class="small" onClick={() => go({ link: link.id })}>
            evidence
          </button>
        </p>
      ))}
      {links.length > shown && (
        <button type="button" class="small" onClick={() => setShown(shown + 100)}>
          {Math.min(100, links.length - shown)} more
        </button>
      )}
    </section>
  );
}
