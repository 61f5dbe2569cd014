import { createEdgeCurveProgram, DEFAULT_EDGE_CURVATURE, EdgeCurvedArrowProgram } from "@sigma/edge-curve";
import { MultiGraph } from "graphology";
import Sigma from "sigma";
import { EdgeArrowProgram, EdgeLineProgram, type EdgeProgramType, EdgeRectangleProgram } from "sigma/rendering";
import { LabelSpace, placeLabel } from "./labels.ts";
import { layOut } from "./lay-out.ts";
import { startPlaces } from "./layout.ts";
import type { Theme } from "./palette.ts";
import { runLayout } from "./run-layout.ts";

/** The only module that knows sigma. */

export interface PictureNode {
  readonly id: string;
  readonly label: string;
  readonly color: string;
  /** Left out of the layout and set beside its neighbours: what is hidden at first must leave no holes. */
  readonly aside?: boolean;
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
  /** Node with its neighbours, or edge, that is picked out; everything else fades. */
  readonly selectedNode?: string | undefined;
  readonly selectedEdge?: string | undefined;
  /** Nodes of a path. */
  readonly marked?: ReadonlySet<string>;
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
  recolor(nodes: ReadonlyMap<string, string>, edges: ReadonlyMap<string, string>): void;
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

/** Above this, edges are thin lines without arrows, and are left out while the picture moves. */
const MANY_EDGES = 5000;
const MAX_LABELS = 150;

const INK: Readonly<Record<Theme, { readonly text: string; readonly halo: string; readonly faded: string; readonly fadedEdge: string }>> = {
  light: { text: "#1b222c", halo: "rgba(255,255,255,0.9)", faded: "#d5dae1", fadedEdge: "#eceef1" },
  dark: { text: "#e9eef5", halo: "rgba(16,20,26,0.9)", faded: "#39424f", fadedEdge: "#242b35" },
};

/**
 * Draws a graph into an element. The layout goes on beside the page for a large graph.
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
  let picture: Picture | undefined;
  let hovered: string | undefined;
  let hoveredEdge: string | undefined;
  const many = edges.length > MANY_EDGES;
  const graph = new MultiGraph<NodeAttributes, EdgeAttributes>();
  const start = startPlaces(nodes.map(({ id }) => id));
  nodes.forEach(({ id, label, color }, index) => {
    graph.addNode(id, { x: start[2 * index]!, y: start[2 * index + 1]!, size: 3, label, color });
  });
  for (const { id, source, target, label, color, directed } of edges) {
    const attributes: EdgeAttributes = { label, color, size: 1, type: many ? "line" : directed ? "arrow" : "straight", curvature: 0 };
    if (directed) graph.addDirectedEdgeWithKey(id, source, target, attributes);
    else graph.addUndirectedEdgeWithKey(id, source, target, attributes);
  }
  if (!many) bendParallels(graph);

  const fades = (node: string): boolean =>
    (view.selectedNode !== undefined && node !== view.selectedNode && !graph.areNeighbors(node, view.selectedNode)) ||
    (view.selectedEdge !== undefined && graph.hasEdge(view.selectedEdge) && !graph.hasExtremity(view.selectedEdge, node)) ||
    (view.marked !== undefined && view.marked.size > 0 && !view.marked.has(node));
  const edgeFades = (edge: string): boolean => {
    if (view.selectedEdge !== undefined && graph.hasEdge(view.selectedEdge)) return edge !== view.selectedEdge;
    if (view.selectedNode !== undefined && graph.hasNode(view.selectedNode)) return !graph.hasExtremity(edge, view.selectedNode);
    return view.marked !== undefined && view.marked.size > 0 && !graph.extremities(edge).every((node) => view.marked!.has(node));
  };

  const sigma = new Sigma<NodeAttributes, EdgeAttributes>(graph, container, {
    // A container may lose its size for a moment, when views change or a panel covers it.
    allowInvalidContainer: true,
    renderLabels: false,
    enableEdgeEvents: !many,
    hideEdgesOnMove: many,
    // Sorting by depth is what costs most in a large graph, where no one sees it.
    zIndex: !many,
    minCameraRatio: 0.01,
    maxCameraRatio: 4,
    stagePadding: 48,
    defaultEdgeType: "straight",
    minEdgeThickness: many ? 0.6 : 1.4,
    edgeProgramClasses: {
      straight: EdgeRectangleProgram,
      arrow: EdgeArrowProgram,
      line: EdgeLineProgram,
      curve: createEdgeCurveProgram<NodeAttributes, EdgeAttributes>(),
      // The programs read display data only, whatever the attributes are called.
      curvedArrow: EdgeCurvedArrowProgram as unknown as EdgeProgramType<NodeAttributes, EdgeAttributes>,
    },
    // Hovered nodes are drawn larger by the reducer; their label by the label layer.
    defaultDrawNodeHover: () => undefined,
    nodeReducer: (node, data) => {
      const degree = view.nodes.get(node);
      if (degree === undefined) return { ...data, hidden: true };
      const faded = fades(node);
      const size =
        nodeSize(degree, nodes.length) *
        Math.min(1, Math.max(0.6, container.clientWidth / 700)) *
        (node === hovered || node === view.selectedNode ? 1.25 : 1);
      return { ...data, size, color: faded ? INK[view.theme].faded : data.color, zIndex: faded ? 0 : 1 };
    },
    edgeReducer: (edge, data) => {
      const weight = view.edges.get(edge);
      if (weight === undefined) return { ...data, hidden: true };
      const faded = edgeFades(edge);
      return {
        ...data,
        size: (many ? 0.6 : 2.2 + Math.min(4, Math.log2(weight))) * (edge === hoveredEdge || edge === view.selectedEdge ? 1.8 : 1),
        color: faded ? INK[view.theme].fadedEdge : data.color,
        zIndex: faded ? 0 : 1,
      };
    },
  });
  // What the pointer touches is drawn anew alone: the whole of a large graph takes longer than a frame.
  const redrawPart = (nodes: string[], edges: string[]): void => {
    sigma.refresh({ partialGraph: { nodes, edges }, skipIndexation: true, schedule: true });
  };
  const redraw = (): void => {
    sigma.refresh({ skipIndexation: true });
  };

  // Labels are ours: sigma's grid keeps them apart by cells, not by their real extent.
  const layer = document.createElement("canvas");
  layer.className = "picture-labels";
  layer.setAttribute("aria-hidden", "true");
  container.append(layer);
  let byDegree: readonly string[] = [];
  const drawLabels = (): void => {
    const { width, height } = sigma.getDimensions();
    const ratio = window.devicePixelRatio || 1;
    if (layer.width !== Math.round(width * ratio) || layer.height !== Math.round(height * ratio)) {
      layer.width = Math.round(width * ratio);
      layer.height = Math.round(height * ratio);
      layer.style.width = `${width}px`;
      layer.style.height = `${height}px`;
    }
    const context = layer.getContext("2d");
    if (context === null) return;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, width, height);
    context.textBaseline = "middle";
    context.lineJoin = "round";
    const space = new LabelSpace();
    const page = { width, height };
    const draw = (text: string, at: { x: number; y: number }, radius: number, bold: boolean, small: boolean): void => {
      const height = small ? 11 : bold ? 14 : 12.5;
      context.font = `${bold ? 600 : 450} ${height}px system-ui, sans-serif`;
      const shown = text.length > 34 ? `${text.slice(0, 33)}…` : text;
      const size = { width: context.measureText(shown).width, height: height + 3 };
      const place = placeLabel(space, { text: shown, x: at.x, y: at.y, radius }, size, page);
      if (place === undefined) return;
      context.strokeStyle = INK[view.theme].halo;
      context.lineWidth = 3.5;
      context.strokeText(shown, place.x, place.y + size.height / 2);
      context.fillStyle = INK[view.theme].text;
      context.fillText(shown, place.x, place.y + size.height / 2);
    };
    let drawn = 0;
    const wanted = [hovered, view.selectedNode].filter((id): id is string => id !== undefined && view.nodes.has(id));
    for (const id of [...new Set(wanted), ...byDegree]) {
      if (drawn >= MAX_LABELS) break;
      if (drawn >= wanted.length && (wanted.includes(id) || fades(id))) continue;
      const data = sigma.getNodeDisplayData(id);
      if (data === undefined || data.hidden === true) continue;
      const at = sigma.framedGraphToViewport(data);
      if (at.x < 0 || at.y < 0 || at.x > width || at.y > height) continue;
      draw(graph.getNodeAttribute(id, "label"), at, sigma.scaleSize(data.size), wanted.includes(id), false);
      drawn++;
    }
    // Edge labels where one node or edge is picked out.
    const labelled = view.selectedEdge ?? hoveredEdge;
    const around =
      labelled !== undefined && graph.hasEdge(labelled)
        ? [labelled]
        : view.selectedNode !== undefined && graph.hasNode(view.selectedNode)
          ? graph.edges(view.selectedNode).slice(0, 40)
          : [];
    for (const edge of around) {
      if (!view.edges.has(edge)) continue;
      const [a, b] = graph.extremities(edge).map((id) => sigma.framedGraphToViewport(sigma.getNodeDisplayData(id)!));
      const bend = graph.getEdgeAttribute(edge, "curvature");
      draw(
        graph.getEdgeAttribute(edge, "label"),
        { x: (a!.x + b!.x) / 2 + ((b!.y - a!.y) * bend) / 2, y: (a!.y + b!.y) / 2 - ((b!.x - a!.x) * bend) / 2 },
        -4,
        false,
        true,
      );
    }
  };
  sigma.on("afterRender", drawLabels);

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

  const laid = layOut(nodes, edges);
  const endLayout = runLayout(laid.input, (places, done) => {
    const all = laid.complete(places);
    let index = 0;
    graph.updateEachNodeAttributes(
      (_node, attributes) => {
        attributes.x = all[index++]!;
        attributes.y = all[index++]!;
        return attributes;
      },
      { attributes: ["x", "y"] },
    );
    if (!done) return;
    sigma.refresh();
    if (view.selectedNode !== undefined) picture?.centerOn(view.selectedNode);
  });

  const camera = sigma.getCamera();
  picture = {
    show(next) {
      view = next;
      byDegree = [...next.nodes].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([id]) => id);
      redraw();
    },
    recolor(nodeColors, edgeColors) {
      graph.updateEachNodeAttributes((node, attributes) => ({ ...attributes, color: nodeColors.get(node) ?? attributes.color }), {
        attributes: ["color"],
      });
      graph.updateEachEdgeAttributes((edge, attributes) => ({ ...attributes, color: edgeColors.get(edge) ?? attributes.color }), {
        attributes: ["color"],
      });
    },
    centerOn(node) {
      const data = sigma.getNodeDisplayData(node);
      if (data !== undefined && data.hidden !== true)
        void camera.animate({ x: data.x, y: data.y, ratio: Math.min(camera.ratio, nodes.length > 60 ? 0.5 : 1) }, { duration: 300 });
    },
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
      endLayout();
      sigma.kill();
      layer.remove();
    },
  };
  picture.show(first);
  return picture;
}

/** Radius in pixels: grows with the root of the degree; smaller in a large graph. */
function nodeSize(degree: number, order: number): number {
  const base = order > 2000 ? 1.5 : order > 300 ? 3 : 4.5;
  return Math.min(order > 2000 ? 12 : 17, base + Math.sqrt(degree) * (order > 2000 ? 0.6 : 1.5));
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
