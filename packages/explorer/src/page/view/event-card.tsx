import type { VNode } from "preact";
import { useExplorer } from "../explorer-context.ts";
import { describeDates, titleWords, words } from "../model/words.ts";
import { ClaimCard, sideOf } from "./claim-card.tsx";
import { Quote, References, StatusBadge } from "./reference.tsx";

/** One event: type, roles, status, date, and the claims for and against it. */
export function EventCard({ id, open = false }: { readonly id: string; readonly open?: boolean }): VNode | null {
  const { collection } = useExplorer();
  const event = collection.events.get(id);
  if (event === undefined) return null;
  const claims = collection.claimsByEvent.get(id) ?? [];
  const against = claims.filter((claim) => sideOf(claim) === "against");
  const rest = claims.filter((claim) => sideOf(claim) !== "against");
  const phrase = collection.extractedEvents.get(id)?.time?.text;
  const dates = describeDates(event) || (phrase === undefined ? "" : `“${phrase}”`);
  const summary = [
    rest.length === 0 ? "" : `${rest.length} ${rest.length === 1 ? "claim" : "claims"}`,
    against.length === 0 ? "" : `${against.length} against`,
  ].filter((part) => part !== "");
  return (
    <article class="event">
      <h4>
        {titleWords(event.type)} <StatusBadge status={event.status} />
        {dates !== "" && <span class="meta"> {dates}</span>}
      </h4>
      <dl class="roles">
        {Object.entries(event.roles)
          .filter(([, fillers]) => fillers.length > 0)
          .map(([role, fillers]) => (
            <div key={role}>
              <dt>{words(role)}</dt>
              <dd>
                <References ids={fillers} />
              </dd>
            </div>
          ))}
        {event.quantity !== undefined && (
          <div>
            <dt>quantity</dt>
            <dd>{event.quantity}</dd>
          </div>
        )}
      </dl>
      {claims.length === 0 ? (
        event.evidence
          .slice(0, 2)
          .map(({ document, start, end }) => <Quote key={`${document} ${start}`} document={document} start={start} end={end} />)
      ) : (
        <details open={open}>
          <summary>{summary.join(", ")}</summary>
          {rest.map((placed) => (
            <ClaimCard key={placed.claim.id} placed={placed} />
          ))}
          {against.length > 0 && <h5>Against it</h5>}
          {against.map((placed) => (
            <ClaimCard key={placed.claim.id} placed={placed} />
          ))}
        </details>
      )}
    </article>
  );
}
