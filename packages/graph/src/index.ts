export { diffGraphs, type GraphDiff } from "./diff.ts";
export type { EdgeFilter } from "./edge-filter.ts";
export { foldIntoStates, foldPositions } from "./fold.ts";
export { type GraphIndex, indexGraph } from "./graph-index.ts";
export { toGraphology } from "./graphology.ts";
export {
  type EdgeStatus,
  type GraphEvidence,
  type Knowledge,
  type KnowledgeClaim,
  type KnowledgeDocument,
  type KnowledgeEntity,
  type KnowledgeEvent,
  type KnowledgeRelation,
  WALKED_STATUSES,
} from "./knowledge.ts";
export { type KnowledgeFromQuadsOptions, knowledgeFromQuads } from "./knowledge-from-quads.ts";
export { layoutGraph, type Positions } from "./layout/positions.ts";
export { type StructuralHole, structuralHoles, type WeakTies, weakTies } from "./measure/brokerage.ts";
export { betweenness, degree, pageRank, type Ranking } from "./measure/centrality.ts";
export { type Communities, communities } from "./measure/communities.ts";
export { EDGE_RULES, type EdgeRule } from "./project/edge-rules.ts";
export { type ProjectOptions, projectGraph } from "./project/project.ts";
export { type ProjectClaimsOptions, projectClaims } from "./project/project-claims.ts";
export type { GraphEdge, GraphNode, PropertyGraph } from "./property-graph.ts";
export { filterGraph, type TimeSlice, timeSlices } from "./slice.ts";
export { type Neighbourhood, type NeighbourhoodOptions, neighbourhood } from "./traverse/neighbourhood.ts";
export { type GraphPath, type PathStep, rankPaths } from "./traverse/path.ts";
export { type AllPathsOptions, allPaths, type StrongestPathsOptions, strongestPaths } from "./traverse/paths.ts";
export { type ShortestPathOptions, shortestPath } from "./traverse/shortest-path.ts";
export { GRAPH_FORMATS, type GraphFormat, type WriteGraphOptions, writeGraph } from "./write/graph-formats.ts";
export { type ExportFile, writeNeo4j } from "./write/neo4j.ts";
export { writeClaimCsv } from "./write/tables.ts";
export { type TimelineOptions, writeTimeline } from "./write/timeline/timeline.ts";
