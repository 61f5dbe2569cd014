import type { VNode } from "preact";
import { useExplorer } from "../explorer-context.ts";
import type { PlacedClaim } from "../model/collection.ts";
import { words } from "../model/words.ts";
import { Quote, References } from "./reference.tsx";

/** Stances that speak against what they are about. */
const AGAINST: readonly string[] = ["denies", "rejects"];
/** Stances that leave it open. */
const OPEN: readonly string[] = ["cannotConfirm", "declinesComment"];

/** Which side a claim takes on its content. */
export function sideOf({ claim }: PlacedClaim): "for" | "against" | "open" {
  if (AGAINST.includes(claim.stance) || claim.polarity === "negative") return "against";
  return OPEN.includes(claim.stance) ? "open" : "for";
}

/** One attributed claim: who, how, how sure, in which words. */
export function ClaimCard({ placed }: { readonly placed: PlacedClaim }): VNode {
  const { collection } = useExplorer();
  const { claim, record } = placed;
  const document = record.extraction.document.id;
  const outer = claim.embeddedIn === undefined ? undefined : collection.claimById.get(claim.embeddedIn);
  const details = [
    claim.certainty === "unspecified" ? "" : claim.certainty,
    claim.polarity === "negative" ? "negated" : "",
    claim.quoteType === "narration" ? "in the document’s own voice" : `${claim.quoteType} speech`,
    claim.utteredAt?.earliest ?? "",
  ].filter((part) => part !== "");
  return (
    <article class={`claim side-${sideOf(placed)}`}>
      <p class="claim-head">
        <strong>
          <References ids={claim.speaker} />
        </strong>{" "}
        <span class="stance">{words(claim.stance)}</span>
        {claim.onBehalfOf !== undefined && (
          <>
            {" "}
            for <References ids={[claim.onBehalfOf]} />
          </>
        )}
        {claim.addressee !== undefined && claim.addressee.length > 0 && (
          <>
            {" "}
            to <References ids={claim.addressee} />
          </>
        )}
        {outer !== undefined && (
          <>
            {" "}
            as reported by <References ids={outer.claim.speaker} />
          </>
        )}
      </p>
      <p class="meta">{details.join(" · ")}</p>
      {claim.evidence.slice(0, 3).map(({ start, end }) => (
        <Quote key={`${start}-${end}`} document={document} start={start} end={end} />
      ))}
    </article>
  );
}
