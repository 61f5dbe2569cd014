import type { VNode } from "preact";
import { useExplorer } from "../explorer-context.ts";
import { amount, describeDates, oneLine, titleWords, words } from "../model/words.ts";
import { ClaimCard, sideOf } from "./claim-card.tsx";
import { Quote, Reference, References, StatusBadge } from "./reference.tsx";

/** One event: type, roles, status, date, and the claims for and against it. */
export function EventCard({
  id,
  open = false,
  dated = true,
}: {
  readonly id: string;
  readonly open?: boolean;
  /** Whether the card says when; a list by date has that beside it. */
  readonly dated?: boolean;
}): VNode | null {
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
        {dated && dates !== "" && <span class="meta"> {dates}</span>}
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
      <Together id={id} />
      {claims.length === 0 ? (
        event.evidence
          .slice(0, 2)
          .map(({ document, start, end }) => <Quote key={`${document} ${start}`} document={document} start={start} end={end} />)
      ) : (
        <details open={open || against.length > 0}>
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

/** What other documents say of the same happening: their reports, their status, figures that exclude each other. */
function Together({ id }: { readonly id: string }): VNode | null {
  const { collection } = useExplorer();
  const cluster = collection.clusterOf.get(id);
  if (cluster === undefined) return null;
  const others = cluster.events.filter(({ event }) => event !== id);
  const conflicts = cluster.figureConflicts.flatMap(([one, other]) => {
    const [left, right] = [cluster.figures[one], cluster.figures[other]];
    return left === undefined || right === undefined ? [] : [[left, right] as const];
  });
  return (
    <details class="together">
      <summary>
        {amount(others.length, "other report", "other reports")} of the same happening
        {conflicts.length > 0 &&
          `, ${amount(conflicts.length, "pair of figures that exclude each other", "pairs of figures that exclude each other")}`}
      </summary>
      <p class="meta">
        Status of all together by {cluster.rule}
        {cluster.first?.published !== undefined && `, first reported ${cluster.first.published}`}
      </p>
      {others.map(({ document, event, status }) => {
        const evidence = collection.extractedEvents.get(event)?.evidence[0];
        return (
          <div key={event}>
            <p>
              <Reference id={document} /> <StatusBadge status={status} />
            </p>
            {evidence !== undefined && <Quote document={document} start={evidence.start} end={evidence.end} />}
          </div>
        );
      })}
      {conflicts.map(([left, right]) => (
        <p key={`${left.event} ${left.index} ${right.event} ${right.index}`}>
          {[left, right].map(({ document, quantity, speakers }, index) => (
            <span key={document}>
              {index > 0 && " but "}“<bdi>{oneLine(quantity.text)}</bdi>” (<References ids={speakers} />)
            </span>
          ))}
        </p>
      ))}
    </details>
  );
}
