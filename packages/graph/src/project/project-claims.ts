import type { Knowledge, KnowledgeClaim } from "../knowledge.ts";
import { type GraphEdge, type GraphNode, orderGraph, type PropertyGraph } from "../property-graph.ts";
import { mergeParallelEdges, provenance } from "./project.ts";

export interface ProjectClaimsOptions {
  /** What an edge ends in: the entities a claim is `about`, its `addressee`s, or, for `speaker`, the speaker of the claim it reports (who quotes whom). Default `about`. */
  readonly to?: "about" | "addressee" | "speaker";
  /** Only these stances. Default: all. */
  readonly stances?: readonly string[];
  /** Merge claims of one stance between the same two. Default `true`. */
  readonly merge?: boolean;
  /** Speak for the body where the claim names one (`onBehalfOf`) instead of the person. Default `false`. */
  readonly onBehalf?: boolean;
}

/**
 * Who says what about whom: an edge from the speaker to each entity a claim is about, named by its stance (`accuses`, `denies`, `supports`).
 * Narration is spoken by its document, which becomes a node of type `Document`.
 */
export function projectClaims(knowledge: Knowledge, options: ProjectClaimsOptions = {}): PropertyGraph {
  const { to = "about", merge = true, onBehalf = false } = options;
  const stances = options.stances === undefined ? undefined : new Set(options.stances);
  const nodes = new Map<string, GraphNode>();
  for (const document of knowledge.documents) {
    nodes.set(document.id, { id: document.id, type: "Document", label: document.title ?? document.source ?? document.id });
  }
  for (const entity of knowledge.entities) nodes.set(entity.id, entity);
  const claims = new Map(knowledge.claims.map((claim) => [claim.id, claim]));
  const speakersOf = (claim: KnowledgeClaim): readonly string[] =>
    onBehalf && claim.onBehalfOf !== undefined ? [claim.onBehalfOf] : claim.speakers;

  const edges: GraphEdge[] = [];
  for (const claim of knowledge.claims) {
    if (stances !== undefined && !stances.has(claim.stance)) continue;
    for (const [source, target, predicate] of claimEnds(claim, claims, to, speakersOf)) {
      if (source === target) continue;
      edges.push({
        id: `${claim.id}|${predicate}|${source}|${target}`,
        source,
        target,
        predicate,
        directed: true,
        kind: "claim",
        status: "asserted",
        events: claim.events,
        ...provenance(claim.evidence),
        ...(claim.date === undefined ? {} : { first: claim.date, last: claim.date }),
        weight: 1,
        items: [],
      });
    }
  }
  const { graph } = orderGraph(nodes.values(), merge ? mergeParallelEdges(edges) : edges);
  const used = new Set(graph.edges.flatMap((edge) => [edge.source, edge.target]));
  return { nodes: graph.nodes.filter((node) => used.has(node.id)), edges: graph.edges };
}

function* claimEnds(
  claim: KnowledgeClaim,
  claims: ReadonlyMap<string, KnowledgeClaim>,
  to: "about" | "addressee" | "speaker",
  speakersOf: (claim: KnowledgeClaim) => readonly string[],
): Generator<readonly [string, string, string]> {
  if (to === "speaker") {
    const reporter = claim.embeddedIn === undefined ? undefined : claims.get(claim.embeddedIn);
    // A claim without an outer claim is reported by the document it stands in.
    const reporters = reporter === undefined ? claim.evidence.map((item) => item.document) : speakersOf(reporter);
    for (const source of new Set(reporters)) for (const target of speakersOf(claim)) yield [source, target, "quotes"];
    return;
  }
  const targets = to === "about" ? claim.about : (claim.addressees ?? []);
  for (const source of speakersOf(claim)) for (const target of targets) yield [source, target, claim.stance];
}
