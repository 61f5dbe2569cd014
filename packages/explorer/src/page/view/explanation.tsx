import type { VNode } from "preact";
import type { Annotation } from "../model/text-segments.ts";
import { titleWords, words } from "../model/words.ts";
import { Reference, References, StatusBadge, TypeBadge } from "./reference.tsx";

/** Why some words are marked: what was found, by which rule, who says it, how sure. */
export function Explanation({ annotation }: { readonly annotation: Annotation }): VNode {
  switch (annotation.kind) {
    case "mention": {
      const { mention, entity } = annotation;
      return (
        <Item kind="Mention" rule={mention.rule}>
          <p>
            “{mention.text}” is <Reference id={entity.id} />
          </p>
          <p class="meta">
            <TypeBadge type={entity.type} /> · {words(mention.kind)}
            {mention.use !== undefined && ` · used for its ${words(mention.use)}`}
          </p>
        </Item>
      );
    }
    case "event": {
      const { event } = annotation;
      return (
        <Item kind={titleWords(event.type)} rule={event.rule}>
          <p>
            <StatusBadge status={event.status} />
            {event.time !== undefined && (
              <span class="meta">
                {" "}
                “{event.time.text}”{event.time.edtf === undefined ? ", not resolved" : ` = ${event.time.edtf}`} ({event.time.anchor})
              </span>
            )}
          </p>
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
          </dl>
        </Item>
      );
    }
    case "claim": {
      const { claim } = annotation;
      return (
        <Item kind="Claim" rule={claim.rule}>
          <p>
            <References ids={claim.speaker} /> <span class="stance">{words(claim.stance)}</span>
            {claim.onBehalfOf !== undefined && (
              <>
                {" "}
                for <Reference id={claim.onBehalfOf} />
              </>
            )}
          </p>
          <p class="meta">
            certainty: {claim.certainty} · polarity: {claim.polarity} · {claim.quoteType} · confidence {claim.confidence}
            {claim.cue !== undefined && ` · cue “${claim.cue.text}”`}
          </p>
        </Item>
      );
    }
    case "cue":
      return (
        <Item kind="Cue">
          <p>
            Says that <References ids={annotation.claim.speaker} /> {words(annotation.claim.stance)}.
          </p>
        </Item>
      );
    case "relation": {
      const { relation } = annotation;
      return (
        <Item kind="Relation" rule={relation.rule}>
          <p>
            <Reference id={relation.subject} /> {words(relation.type)} <Reference id={relation.object} />
            {relation.acting === true && " (acting)"}
          </p>
        </Item>
      );
    }
    case "conflict":
      return (
        <Item kind="Conflict in the source">
          <p>{annotation.conflict.reason}</p>
        </Item>
      );
    case "region":
      return (
        <Item kind={titleWords(annotation.region.kind)}>
          <p class="meta">{annotation.region.kind === "boilerplate" ? "Nothing is read from here." : "Not part of the running text."}</p>
        </Item>
      );
  }
}

function Item({
  kind,
  rule,
  children,
}: {
  readonly kind: string;
  readonly rule?: string | undefined;
  readonly children: VNode | readonly VNode[];
}): VNode {
  return (
    <article class="explanation">
      <h3>{kind}</h3>
      {children as VNode}
      {rule !== undefined && (
        <p class="meta rule" dir="auto">
          Rule: {rule}
        </p>
      )}
    </article>
  );
}
