import { createEdgeCurveProgram, DEFAULT_EDGE_CURVATURE, EdgeCurvedArrowProgram } from "@sigma/edge-curve";
import { MultiGraph } from "graphology";
import Sigma from "sigma";
import { EdgeArrowProgram, type EdgeProgramType, EdgeRectangleProgram, NodeCircleProgram } from "sigma/rendering";
import { createLabelLayer, type WantedLabel } from "./label-layer.ts";
import { largeGraphPrograms } from "./large-graph-programs.ts";
import { layOut } from "./lay-out.ts";
import { type Theme, thinned } from "./palette.ts";
import { runLayout } from "./run-layout.ts";

/** The only module that knows sigma (with its programs in large-graph-programs.ts). */

export interface PictureNode {
  readonly id: string;
  readonly label: string;
  readonly color: string;
  /** Left out of the layout and set beside its neighbours: what is hidden at first must leave no holes. */
  readonly aside?: boolean;
  /** Number of the community it belongs to, the largest 0: where the layout of a large graph begins. */
  readonly community?: number;
  /** Entities that it stands for, where it is a group. Default 1. */
  readonly members?: number;
}

export interface PictureEdge {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  readonly label: string;
  readonly color: string;
  readonly directed: boolean;
}

/** What of the graph is shown, and how. Nodes and edges that are absent from the maps are hidden. */
export interface PictureView {
  /** Edge id → its weight. */
  readonly edges: ReadonlyMap<string, number>;
  /** Node id → its degree. */
  readonly nodes: ReadonlyMap<string, number>;
  /** Node with its neighbours, or edge, that is picked out; other nodes fade, other edges are left out. */
  readonly selectedNode?: string | undefined;
  readonly selectedEdge?: string | undefined;
  /** Nodes of a path. */
  readonly marked?: ReadonlySet<string>;
  /** Edges have labels where there is room, not only around what is picked out. */
  readonly edgeLabels?: boolean;
  readonly theme: Theme;
}

export interface PictureHandlers {
  readonly onNode: (id: string) => void;
  readonly onEdge: (id: string) => void;
  readonly onStage: () => void;
}

/** A drawn graph. */
export interface Picture {
  show(view: PictureView): void;
  centerOn(node: string): void;
  fit(): void;
  zoom(factor: number): void;
  pan(dx: number, dy: number): void;
  /** Place of a node in the container, in pixels; for tests and popovers. */
  placeOf(node: string): { readonly x: number; readonly y: number } | undefined;
  destroy(): void;
}

interface NodeAttributes {
  x: number;
  y: number;
  size: number;
  label: string;
  color: string;
}
interface EdgeAttributes {
  label: string;
  color: string;
  size: number;
  type: string;
  curvature: number;
}

/** Above these, edges are thin lines without arrows and nodes points: what a processor alone still draws in a frame. */
const MANY_EDGES = 3000;
const MANY_NODES = 1000;
const MAX_LABELS = 150;
const MAX_EDGE_LABELS = 80;
/** Radius in pixels from which a node is not covered by the label of another. */
const LARGE_NODE = 8;
/** Milliseconds without a move after which the picture is drawn with everything, and new places are taken over. */
const REST_MS = 180;

const FADED: Readonly<Record<Theme, string>> = { light: "#d5dae1", dark: "#39424f" };

/**
 * Draws a graph into an element. The layout goes on beside the page for a large graph; its places are taken over while nobody moves the picture.
 *
 * @throws Error where the browser has no WebGL.
 */
export function drawPicture(
  container: HTMLElement,
  nodes: readonly PictureNode[],
  edges: readonly PictureEdge[],
  first: PictureView,
  handlers: PictureHandlers,
): Picture {
  let view = first;
  let byDegree = orderByDegree(first);
  let hovered: string | undefined;
  let hoveredEdge: string | undefined;
  let movedAt = -Infinity;
  const moving = (): boolean => performance.now() - movedAt < REST_MS;
  const many = edges.length > MANY_EDGES;
  const laid = layOut(nodes, edges);
  const graph = makeGraph(nodes, edges, laid.complete(laid.input.positions), first, many);
  const members = new Map(nodes.flatMap((node) => (node.members === undefined ? [] : [[node.id, node.members] as const])));
  // Read once a drawing: asked of the page for each node it would lay the page out thousands of times.
  let narrow = 1;
  const measure = (): void => {
    narrow = Math.min(1, Math.max(0.6, container.clientWidth / 700));
  };
  measure();
  window.addEventListener("resize", measure);

  const fades = (node: string): boolean =>
    (view.selectedNode !== undefined &&
      graph.hasNode(view.selectedNode) &&
      node !== view.selectedNode &&
      !graph.areNeighbors(node, view.selectedNode)) ||
    (view.selectedEdge !== undefined && graph.hasEdge(view.selectedEdge) && !graph.hasExtremity(view.selectedEdge, node)) ||
    (view.marked !== undefined && view.marked.size > 0 && !view.marked.has(node));
  const edgeFades = (edge: string): boolean => {
    if (view.selectedEdge !== undefined && graph.hasEdge(view.selectedEdge)) return edge !== view.selectedEdge;
    if (view.selectedNode !== undefined && graph.hasNode(view.selectedNode)) return !graph.hasExtremity(edge, view.selectedNode);
    return view.marked !== undefined && view.marked.size > 0 && !graph.extremities(edge).every((node) => view.marked!.has(node));
  };

  const large = largeGraphPrograms<NodeAttributes, EdgeAttributes>(moving);
  const sigma = new Sigma<NodeAttributes, EdgeAttributes>(graph, container, {
    // A container may lose its size for a moment, when views change or a panel covers it.
    allowInvalidContainer: true,
    renderLabels: false,
    enableEdgeEvents: !many,
    // Sorting by depth is what costs most in a large graph, where no one sees it.
    zIndex: !many,
    minCameraRatio: 0.01,
    maxCameraRatio: 4,
    stagePadding: 48,
    defaultEdgeType: "straight",
    minEdgeThickness: many ? 0.6 : 1.4,
    nodeProgramClasses: { circle: nodes.length > MANY_NODES ? large.node : NodeCircleProgram },
    edgeProgramClasses: {
      straight: EdgeRectangleProgram,
      arrow: EdgeArrowProgram,
      line: large.edge,
      curve: createEdgeCurveProgram<NodeAttributes, EdgeAttributes>(),
      // The programs read display data only, whatever the attributes are called.
      curvedArrow: EdgeCurvedArrowProgram as unknown as EdgeProgramType<NodeAttributes, EdgeAttributes>,
    },
    // Hovered nodes are drawn larger by the reducer; their label by the label layer.
    defaultDrawNodeHover: () => undefined,
    // The reducers get copies, which they may change.
    nodeReducer: (node, data) => {
      const degree = view.nodes.get(node);
      if (degree === undefined) return Object.assign(data, { hidden: true });
      const faded = fades(node);
      data.size =
        nodeSize(degree, members.get(node) ?? 1, nodes.length) * narrow * (node === hovered || node === view.selectedNode ? 1.25 : 1);
      if (faded) data.color = FADED[view.theme];
      return Object.assign(data, { zIndex: faded ? 0 : 1 });
    },
    edgeReducer: (edge, data) => {
      const weight = view.edges.get(edge);
      if (weight === undefined) return Object.assign(data, { hidden: true });
      // Edges of other programs would be drawn over those that matter, however faint.
      if (edgeFades(edge)) return Object.assign(data, { hidden: true });
      data.size = (many ? 0.6 : 2.2 + Math.min(4, Math.log2(weight))) * (edge === hoveredEdge || edge === view.selectedEdge ? 1.8 : 1);
      return data;
    },
  });
  // What the pointer touches is drawn anew alone: the whole of a large graph takes longer than a frame.
  const redrawPart = (nodes: string[], edges: string[]): void => {
    sigma.refresh({ partialGraph: { nodes, edges }, skipIndexation: true, schedule: true });
  };

  // Labels are ours: sigma's grid keeps them apart by cells, not by their real extent.
  const layer = createLabelLayer(container);
  function* wantedLabels(page: { readonly width: number; readonly height: number }): Generator<WantedLabel> {
    const picked = new Set([hovered, view.selectedNode].filter((id): id is string => id !== undefined && view.nodes.has(id)));
    for (const style of ["picked", "node"] as const) {
      for (const id of style === "picked" ? picked : byDegree) {
        if (style === "node" && (picked.has(id) || fades(id))) continue;
        const data = sigma.getNodeDisplayData(id);
        if (data === undefined || data.hidden === true) continue;
        const { x, y } = sigma.framedGraphToViewport(data);
        if (x < 0 || y < 0 || x > page.width || y > page.height) continue;
        yield { text: graph.getNodeAttribute(id, "label"), x, y, radius: sigma.scaleSize(data.size), style };
      }
      if (style === "picked") yield* wantedEdgeLabels(labelledEdges(), page);
    }
    if (view.edgeLabels === true) yield* wantedEdgeLabels([...view.edges.keys()], page);
  }
  /** Edges that have labels before the nodes have theirs: what is picked out or pointed at. */
  const labelledEdges = (): readonly string[] => {
    const one = view.selectedEdge ?? hoveredEdge;
    if (one !== undefined && graph.hasEdge(one)) return [one];
    return view.selectedNode !== undefined && graph.hasNode(view.selectedNode) ? graph.edges(view.selectedNode).slice(0, 40) : [];
  };
  function* wantedEdgeLabels(ids: readonly string[], page: { readonly width: number; readonly height: number }): Generator<WantedLabel> {
    let count = 0;
    for (const edge of ids) {
      if (!view.edges.has(edge) || !graph.hasEdge(edge) || count >= MAX_EDGE_LABELS) continue;
      const [a, b] = graph.extremities(edge).map((id) => sigma.framedGraphToViewport(sigma.getNodeDisplayData(id)!));
      const bend = graph.getEdgeAttribute(edge, "curvature");
      const x = (a!.x + b!.x) / 2 + ((b!.y - a!.y) * bend) / 2;
      const y = (a!.y + b!.y) / 2 - ((b!.x - a!.x) * bend) / 2;
      const text = graph.getEdgeAttribute(edge, "label");
      if (text === "" || x < 0 || y < 0 || x > page.width || y > page.height) continue;
      count++;
      yield { text, x, y, radius: 0, style: "edge" };
    }
  }
  /** Nodes that a label must not cover. */
  function* largeNodes(): Generator<{ readonly x: number; readonly y: number; readonly radius: number }> {
    for (const id of byDegree.slice(0, MAX_LABELS)) {
      const data = sigma.getNodeDisplayData(id);
      if (data === undefined || data.hidden === true || fades(id)) continue;
      const radius = sigma.scaleSize(data.size);
      if (radius >= LARGE_NODE) yield { ...sigma.framedGraphToViewport(data), radius };
    }
  }
  sigma.on("afterRender", () => {
    const page = sigma.getDimensions();
    layer.draw(wantedLabels(page), largeNodes(), MAX_LABELS + (view.edgeLabels === true ? MAX_EDGE_LABELS : 0), view.theme, page);
  });
  // Marks cost nothing and make the page measurable (scripts/bench-page.mjs).
  sigma.once("afterRender", () => performance.mark("picture-drawn"));
  // Sigma drew once before it had anybody to tell.
  sigma.scheduleRender();

  sigma.on("enterNode", ({ node }) => {
    hovered = node;
    container.style.cursor = "pointer";
    redrawPart([node], []);
  });
  sigma.on("leaveNode", ({ node }) => {
    hovered = undefined;
    container.style.cursor = "";
    redrawPart([node], []);
  });
  sigma.on("enterEdge", ({ edge }) => {
    hoveredEdge = edge;
    container.style.cursor = "pointer";
    redrawPart([], [edge]);
  });
  sigma.on("leaveEdge", ({ edge }) => {
    hoveredEdge = undefined;
    container.style.cursor = "";
    redrawPart([], [edge]);
  });
  sigma.on("clickNode", ({ node }) => handlers.onNode(node));
  sigma.on("clickEdge", ({ edge }) => handlers.onEdge(edge));
  sigma.on("clickStage", () => handlers.onStage());

  const camera = sigma.getCamera();
  let userMoved = false;
  const moved = (): void => {
    userMoved = true;
  };
  for (const event of ["pointerdown", "wheel"]) container.addEventListener(event, moved, { passive: true });
  const centerOn = (node: string): void => {
    const data = sigma.getNodeDisplayData(node);
    if (data === undefined || data.hidden === true) return;
    userMoved = false;
    void camera.animate({ x: data.x, y: data.y, ratio: Math.min(camera.ratio, nodes.length > 60 ? 0.5 : 1) }, { duration: 300 });
  };

  // Places wait until the picture rests: taking them over would stop a drag for as long as a large graph takes to draw.
  let waiting: { readonly places: Float32Array; readonly done: boolean } | undefined;
  let restTimer = 0;
  const takeOver = ({ places, done }: { readonly places: Float32Array; readonly done: boolean }): void => {
    const all = laid.complete(places);
    let index = 0;
    // Set directly: sigma would work through the nodes three times if it were told.
    graph.forEachNode((_node, attributes) => {
      attributes.x = all[index++]!;
      attributes.y = all[index++]!;
    });
    sigma.refresh();
    // What is picked out stays in the middle, unless somebody has moved the picture since.
    if (view.selectedNode !== undefined && !userMoved) centerOn(view.selectedNode);
    if (done) performance.mark("layout-done");
  };
  const rest = (): void => {
    if (moving()) {
      restTimer = window.setTimeout(rest, REST_MS);
      return;
    }
    restTimer = 0;
    const next = waiting;
    waiting = undefined;
    if (next !== undefined) takeOver(next);
    else if (many) sigma.scheduleRender();
  };
  camera.on("updated", () => {
    movedAt = performance.now();
    if (restTimer === 0) restTimer = window.setTimeout(rest, REST_MS);
  });
  const endLayout = runLayout(laid.input, (places, done) => {
    if (restTimer !== 0) waiting = { places, done };
    else takeOver({ places, done });
  });

  return {
    show(next) {
      if (next === view) return;
      view = next;
      byDegree = orderByDegree(next);
      measure();
      sigma.refresh({ skipIndexation: true });
    },
    centerOn,
    fit() {
      void camera.animatedReset({ duration: 300 });
    },
    zoom(factor) {
      void camera.animate({ ratio: camera.ratio / factor }, { duration: 120 });
    },
    pan(dx, dy) {
      void camera.animate({ x: camera.x + dx * camera.ratio, y: camera.y + dy * camera.ratio }, { duration: 80 });
    },
    placeOf(node) {
      const data = sigma.getNodeDisplayData(node);
      return data === undefined ? undefined : sigma.framedGraphToViewport(data);
    },
    destroy() {
      window.clearTimeout(restTimer);
      window.removeEventListener("resize", measure);
      for (const event of ["pointerdown", "wheel"]) container.removeEventListener(event, moved);
      endLayout();
      sigma.kill();
      layer.remove();
    },
  };
}

const orderByDegree = ({ nodes }: PictureView): readonly string[] =>
  [...nodes].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([id]) => id);

/** The graph that sigma draws. Heavier edges come first where only some are drawn at times. */
function makeGraph(
  nodes: readonly PictureNode[],
  edges: readonly PictureEdge[],
  places: Float32Array,
  view: PictureView,
  many: boolean,
): MultiGraph<NodeAttributes, EdgeAttributes> {
  const graph = new MultiGraph<NodeAttributes, EdgeAttributes>();
  nodes.forEach(({ id, label, color }, index) => {
    graph.addNode(id, { x: places[2 * index]!, y: places[2 * index + 1]!, size: 3, label, color });
  });
  const weight = ({ id }: PictureEdge): number => view.edges.get(id) ?? 0;
  const ordered = many ? [...edges].sort((a, b) => weight(b) - weight(a)) : edges;
  const thin = new Map<string, string>();
  for (const { color } of many ? edges : []) if (!thin.has(color)) thin.set(color, thinned(color, view.theme, 0.7));
  for (const { id, source, target, label, color, directed } of ordered) {
    const attributes: EdgeAttributes = {
      label,
      color: thin.get(color) ?? color,
      size: 1,
      type: many ? "line" : directed ? "arrow" : "straight",
      curvature: 0,
    };
    if (directed) graph.addDirectedEdgeWithKey(id, source, target, attributes);
    else graph.addUndirectedEdgeWithKey(id, source, target, attributes);
  }
  if (!many) bendParallels(graph);
  return graph;
}

/** Radius in pixels: grows with the root of the degree and of the members of a group; smaller in a large graph. */
function nodeSize(degree: number, members: number, order: number): number {
  const base = order > 2000 ? 1.5 : order > 300 ? 3 : 4.5;
  const size = Math.min(order > 2000 ? 12 : 17, base + Math.sqrt(degree) * (order > 2000 ? 0.6 : 1.5));
  return members === 1 ? size : Math.min(30, 7 + Math.sqrt(members) * 2);
}

/** Parallel edges bend away from each other; a single one is straight. */
function bendParallels(graph: MultiGraph<NodeAttributes, EdgeAttributes>): void {
  const pairs = new Map<string, string[]>();
  graph.forEachEdge((edge, _attributes, source, target) => {
    const key = source < target ? `${source}\n${target}` : `${target}\n${source}`;
    const list = pairs.get(key);
    if (list === undefined) pairs.set(key, [edge]);
    else list.push(edge);
  });
  for (const list of pairs.values()) {
    if (list.length === 1) continue;
    list.forEach((edge, index) => {
      // Spread evenly about the straight line, seen from the end that comes first.
      const offset = (index - (list.length - 1) / 2) * DEFAULT_EDGE_CURVATURE * Math.min(1, 6 / list.length);
      const curvature = graph.source(edge) < graph.target(edge) ? offset : -offset;
      const directed = graph.isDirected(edge);
      graph.mergeEdgeAttributes(edge, {
        curvature,
        type: curvature === 0 ? (directed ? "arrow" : "straight") : directed ? "curvedArrow" : "curve",
      });
    });
  }
}
