import { describe, expect, test } from "vitest";
import {
  allPaths,
  betweenness,
  communities,
  degree,
  diffGraphs,
  filterGraph,
  foldIntoStates,
  foldPositions,
  type GraphEdge,
  type GraphPath,
  indexGraph,
  layoutGraph,
  neighbourhood,
  pageRank,
  projectClaims,
  projectGraph,
  shortestPath,
  strongestPaths,
  timeSlices,
  toGraphology,
} from "../src/index.ts";
import { sampleKnowledge } from "./sample-knowledge.ts";

const graph = projectGraph(sampleKnowledge);
const index = indexGraph(graph);
const triple = (edge: GraphEdge): string => `${edge.source} ${edge.predicate} ${edge.target}`;
const route = (path: GraphPath | undefined): string => path?.nodes.map((node) => node.id.replace(/^.*\//, "")).join(" ") ?? "none";

describe("projection", () => {
  test("turns roles into the direct edges of the data contract, with status, dates, speakers and evidence", () => {
    const arms = graph.edges.find((edge) => edge.events[0] === "event/arms")!;
    expect(arms).toMatchObject({
      source: "state/prk",
      target: "state/rus",
      predicate: "suppliesArmsTo",
      directed: true,
      status: "asserted",
      first: "2023-09",
      last: "2024-06",
      weight: 1,
    });
    expect(arms.documents).toEqual(["doc/a", "doc/b"]);
    expect(arms.speakers).toEqual(["org/us-dod", "state/kor"]);
    expect(arms.items).toEqual(["weapon-category/munitions"]);
    expect(arms.evidence[0]!.quote).toBe("has transferred more than 1,000 containers of munitions to Russia");
  });
  test("joins participants pairwise without direction; the veto falls back on its topic; what is no entity yields no edge", () => {
    const meets = graph.edges.filter((edge) => edge.predicate === "meets");
    expect(meets.map(triple)).toEqual(["state/jpn meets state/kor", "state/jpn meets state/usa", "state/kor meets state/usa"]);
    expect(meets.every((edge) => !edge.directed)).toBe(true);
    expect(graph.edges.map(triple)).toContain("state/rus vetoes org/unsc");
    expect(graph.edges.filter((edge) => edge.predicate === "sanctions").map(triple)).toEqual(["state/usa sanctions org/komid"]);
  });
  test("a gathering above the limit becomes a node", () => {
    const small = projectGraph(sampleKnowledge, { maxPairwise: 2, relations: false });
    expect(small.nodes.find((node) => node.id === "event/summit")).toMatchObject({ type: "Meeting", label: "meeting of 3" });
    expect(small.edges.filter((edge) => edge.predicate === "takesPartIn")).toHaveLength(3);
  });
  test("does not depend on the order of the input", () => {
    const reversed = projectGraph({
      ...sampleKnowledge,
      entities: [...sampleKnowledge.entities].reverse(),
      events: [...sampleKnowledge.events].reverse().map((event) => ({ ...event, evidence: [...event.evidence].reverse() })),
      relations: [...sampleKnowledge.relations].reverse(),
    });
    expect(reversed).toEqual(graph);
  });
  test("the same event and relation reported twice is one edge with the evidence of both; said and denied is disputed", () => {
    const event = sampleKnowledge.events.find((candidate) => candidate.id === "event/arms")!;
    const relation = sampleKnowledge.relations[1]!;
    const quote = { ...event.evidence[0]!, document: "doc/z", quote: "never happened", speakers: ["state/rus"] };
    const twice = projectGraph({
      ...sampleKnowledge,
      events: [...sampleKnowledge.events, { ...event, status: "denied", evidence: [quote] }],
      relations: [...sampleKnowledge.relations, { ...relation, evidence: [{ ...quote, document: "doc/c" }] }],
    });
    expect(twice.edges).toHaveLength(graph.edges.length);
    const arms = twice.edges.find((edge) => edge.events[0] === "event/arms")!;
    expect(arms).toMatchObject({
      status: "disputed",
      weight: 1,
      documents: ["doc/a", "doc/b", "doc/z"],
      speakers: ["org/us-dod", "state/kor", "state/rus"],
    });
    expect(twice.edges.find((edge) => edge.source === "org/komid" && edge.kind === "relation")!.documents).toEqual(["doc/b", "doc/c"]);
  });
  test("merging keeps status apart, adds weights and spans, and joins evidence", () => {
    const merged = projectGraph(sampleKnowledge, { merge: true });
    const arms = merged.edges.filter((edge) => edge.predicate === "suppliesArmsTo" && edge.target === "state/rus");
    expect(arms.map((edge) => [edge.source, edge.status, edge.weight])).toEqual([
      ["state/prk", "asserted", 2],
      ["state/chn", "denied", 1],
      ["state/irn", "disputed", 1],
    ]);
    expect(arms[0]).toMatchObject({ first: "2023-09", last: "2024-10-31", documents: ["doc/a", "doc/b", "doc/c"] });
    expect(arms[0]!.spans).toHaveLength(2);
  });
  test("rules can be replaced, statuses chosen, detail added", () => {
    const only = projectGraph(sampleKnowledge, {
      rules: { ArmsTransfer: [{ predicate: "usedAgainst", from: "supplier", to: "target" }], Meeting: [] },
      relations: false,
    });
    expect(only.edges.map(triple)).toContain("state/prk usedAgainst state/ukr");
    expect(only.edges.some((edge) => edge.predicate === "meets")).toBe(false);
    expect(projectGraph(sampleKnowledge, { statuses: ["confirmed"] }).edges.every((edge) => edge.status === "confirmed")).toBe(true);
    expect(projectGraph(sampleKnowledge, { detail: true }).edges.map(triple)).toContain("state/irn supplies weapon/shahed-136");
  });
  test("claims become edges between speakers and what they speak of", () => {
    const claims = projectClaims(sampleKnowledge);
    expect(claims.edges.map(triple).sort()).toEqual(
      ["person/pak accuses state/prk", "person/pak accuses state/rus", "doc/a asserts state/prk"].sort(),
    );
    expect(
      projectClaims(sampleKnowledge, { onBehalf: true, stances: ["accuses"] }).edges.every((edge) => edge.source === "org/us-dod"),
    ).toBe(true);
    expect(projectClaims(sampleKnowledge, { to: "speaker" }).edges.map(triple)).toEqual([
      "doc/a quotes person/pak",
      "doc/b quotes state/rus",
    ]);
  });
});

describe("walks", () => {
  test("leave out what is denied, planned or hypothetical unless asked for", () => {
    expect(shortestPath(index, "state/chn", "state/rus")).toBeUndefined();
    expect(route(shortestPath(index, "state/chn", "state/rus", { statuses: "all" }))).toBe("chn rus");
    expect(neighbourhood(index, "state/kor").edges.some((edge) => edge.predicate === "exercisesWith")).toBe(false);
    expect(neighbourhood(index, "state/kor", { statuses: ["planned"] }).edges.map(triple)).toEqual(["state/kor exercisesWith state/usa"]);
  });
  test("find the shortest path with the evidence of each step", () => {
    const path = shortestPath(index, "state/irn", "state/ukr")!;
    expect(route(path)).toBe("irn rus ukr");
    expect(path.steps.map((step) => step.edges.map((edge) => edge.predicate))).toEqual([["suppliesArmsTo"], ["attacks"]]);
    expect(path.steps[0]!.edges[0]!.evidence[0]!.quote).toContain("drones");
    expect(route(shortestPath(index, "state/ukr", "state/irn", { direction: "out" }))).toBe("none");
    expect(route(shortestPath(index, "state/ukr", "state/irn", { direction: "in" }))).toBe("ukr rus irn");
    expect(route(shortestPath(index, "state/prk", "state/prk"))).toBe("prk");
    expect(route(shortestPath(index, "state/irn", "state/ukr", { maxHops: 1 }))).toBe("none");
  });
  test("obey constraints on predicates, dates, sources and nodes", () => {
    const at = (options: object): string => route(shortestPath(index, "state/prk", "state/ukr", options));
    expect(at({})).toBe("prk rus ukr");
    expect(at({ predicates: ["suppliesArmsTo"] })).toBe("none");
    expect(at({ from: "2024" })).toBe("none");
    expect(at({ from: "2022", to: "2023" })).toBe("prk rus ukr");
    expect(at({ minDocuments: 2 })).toBe("none");
    expect(at({ avoid: ["state/rus"] })).toBe("none");
    expect(at({ speakers: ["state/kor", "doc/a"] })).toBe("prk rus ukr");
    expect(at({ documents: ["doc/c"] })).toBe("none");
    expect(at({ nodeTypes: ["InternationalOrganization"] })).toBe("none");
    // A month counts from its first to its last day.
    const arms = { predicates: ["suppliesArmsTo"] };
    expect(route(shortestPath(index, "state/prk", "state/rus", { ...arms, from: "2024-06-30", to: "2024-09-30" }))).toBe("prk rus");
    expect(route(shortestPath(index, "state/prk", "state/rus", { ...arms, from: "2024-07-01", to: "2024-09-30" }))).toBe("none");
    expect(route(shortestPath(index, "state/irn", "group/houthis", { from: "2024" }))).toBe("none");
    expect(route(shortestPath(index, "state/irn", "group/houthis", { from: "2024", keepUndated: true }))).toBe("irn houthis");
  });
  test("list all simple paths, shortest first, and stop at their budgets", () => {
    const paths = [...allPaths(index, "state/prk", "org/unsc", { maxHops: 4 })];
    expect(paths.map(route)).toEqual(["prk 2397 unsc", "prk rus unsc"]);
    expect(paths[1]!.steps[0]!.edges.map((edge) => edge.id).length).toBe(3);
    expect(() => [...allPaths(index, "state/prk", "org/unsc", { maxPaths: 1 })]).toThrow(expect.objectContaining({ code: "graph.budget" }));
    expect(() => shortestPath(index, "state/prk", "state/usa", { maxSteps: 2 })).toThrow(expect.objectContaining({ code: "graph.budget" }));
    expect(() => [...allPaths(index, "state/prk", "org/unsc", { signal: AbortSignal.abort() })]).toThrow(
      expect.objectContaining({ code: "graph.aborted" }),
    );
    expect(() => shortestPath(index, "state/xxx", "state/prk")).toThrow(expect.objectContaining({ code: "graph.unknown-entity" }));
    expect(() => shortestPath(index, "state/prk", "state/rus", { from: "June" })).toThrow(
      expect.objectContaining({ code: "graph.bad-date" }),
    );
  });
  test("rank paths by evidence", () => {
    const strongest = strongestPaths(index, "state/prk", "org/unsc");
    expect(strongest.map(route)).toEqual(["prk rus unsc", "prk 2397 unsc"]);
    expect(strongest[0]!.strength).toBeGreaterThan(strongest[1]!.strength);
  });
  test("neighbourhoods grow ring by ring", () => {
    const one = neighbourhood(index, "state/prk");
    expect(
      [...one.distance]
        .filter(([, hop]) => hop === 1)
        .map(([id]) => id)
        .sort(),
    ).toEqual(["org/komid", "resolution/2397", "state/rus", "weapon/hwasong-18"]);
    const two = neighbourhood(index, "state/prk", { hops: 2 });
    expect(two.distance.get("org/unsc")).toBe(2);
    expect(two.edges.map(triple)).toContain("state/rus vetoes org/unsc");
    expect(
      neighbourhood(index, "state/prk", { hops: 2, among: false, predicates: ["suppliesArmsTo"] }).nodes.map((node) => node.id),
    ).toEqual(["state/irn", "state/prk", "state/rus"]);
    expect(neighbourhood(index, "state/prk", { hops: 3, maxNodes: 3 })).toMatchObject({ truncated: true });
  });
});

describe("measures", () => {
  test("agree with hand counts", () => {
    expect(degree(index).slice(0, 2)).toEqual([
      { id: "state/prk", score: 6 },
      { id: "state/rus", score: 6 },
    ]);
    expect(degree(index, { direction: "in", predicates: ["suppliesArmsTo"] })[0]).toEqual({ id: "state/rus", score: 3 });
    const ranks = pageRank(index);
    expect(ranks.reduce((sum, { score }) => sum + score, 0)).toBeCloseTo(1, 6);
    // A chain a - b - c: every path between the ends runs through the middle.
    const chain = indexGraph({
      nodes: ["a", "b", "c"].map((id) => ({ id, type: "State", label: id })),
      edges: [
        ["a", "b"],
        ["b", "c"],
      ].map(([source, target]) => ({
        ...graph.edges[0]!,
        id: `${source}${target}`,
        source: source!,
        target: target!,
        status: "confirmed" as const,
      })),
    });
    expect(betweenness(chain)).toEqual([
      { id: "b", score: 1 },
      { id: "a", score: 0 },
      { id: "c", score: 0 },
    ]);
    expect(betweenness(chain, { normalized: false })[0]!.score).toBe(1);
  });
  test("communities are the same every time, the largest first", () => {
    const first = communities(index, { statuses: "all" });
    expect(communities(index, { statuses: "all" })).toEqual(first);
    expect(first.members.map((group) => group.length)).toEqual(first.members.map((group) => group.length).sort((a, b) => b - a));
    expect(first.of.get("state/jpn")).toBe(first.of.get("state/kor"));
    expect(first.of.get("state/jpn")).not.toBe(first.of.get("state/rus"));
  });
});

describe("views", () => {
  test("time slices hold what may have happened in them", () => {
    const years = timeSlices(index, "year");
    expect(years.map((slice) => slice.from.slice(0, 4))).toEqual(Array.from({ length: 16 }, (_, i) => String(2009 + i)));
    expect(years[0]).toMatchObject({ from: "2009-01-01", to: "2009-12-31" });
    expect(years.at(-2)!.graph.edges.map(triple)).toContain("state/prk suppliesArmsTo state/rus");
    const months = timeSlices(index, "month", { predicates: ["suppliesArmsTo"], from: "2023" });
    expect(months.filter((slice) => slice.graph.edges.length > 0).map((slice) => slice.from.slice(0, 7))).toEqual([
      "2023-09",
      "2023-10",
      "2023-11",
      "2023-12",
      "2024-01",
      "2024-02",
      "2024-03",
      "2024-04",
      "2024-05",
      "2024-06",
      "2024-10",
    ]);
  });
  test("folding lifts bodies into states", () => {
    const states = foldIntoStates(graph, ["State"]);
    expect(states.nodes.every((node) => node.type === "State")).toBe(true);
    expect(states.edges.map(triple)).toContain("state/usa sanctions state/prk");
    const held = foldPositions(graph).edges.filter((edge) => edge.predicate === "holdsPosition");
    expect(held.map(triple)).toEqual(["person/pak holdsPosition org/us-dod"]);
  });
  test("filters and differences", () => {
    const confirmed = filterGraph(index, { statuses: ["confirmed"] });
    const diff = diffGraphs(confirmed, graph);
    expect(diff.removed.edges).toEqual([]);
    expect(diff.added.edges.length + confirmed.edges.length).toBe(graph.edges.length);
    const changed = {
      ...graph,
      edges: graph.edges.map((edge) => (edge.events[0] === "event/arms" ? { ...edge, status: "confirmed" as const } : edge)),
    };
    expect(diffGraphs(graph, changed).changed.map(({ before, after }) => [before.status, after.status])).toEqual([
      ["asserted", "confirmed"],
    ]);
  });
  test("layouts are the same every time and keep linked nodes near", () => {
    const places = layoutGraph(graph);
    expect(layoutGraph({ nodes: [...graph.nodes], edges: [...graph.edges] })).toEqual(places);
    expect([...places.values()].every((point) => Number.isFinite(point.x) && Number.isFinite(point.y))).toBe(true);
    const mixed = toGraphology(graph);
    expect([mixed.order, mixed.size, mixed.undirectedSize]).toEqual([graph.nodes.length, graph.edges.length, 4]);
  });
});
