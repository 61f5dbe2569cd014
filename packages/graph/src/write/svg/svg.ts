import { EDGE_STATUSES, type EdgeStatus } from "../../knowledge.ts";
import type { Positions } from "../../layout/positions.ts";
import { compareText, type PropertyGraph } from "../../property-graph.ts";
import { nodeColour, predicateWords, STATUS_STYLES } from "../palette.ts";
import { type WriteTally, xmlAttribute, xmlText } from "../safe-text.ts";
import { pictureText, textWidth } from "./label-text.ts";
import { type PlacedNode, placeNodes } from "./place-nodes.ts";
import { bundleEdges, type EdgeRoute, LABEL_SIZE, pointOn, routeEdges } from "./route-edges.ts";

export interface SvgOptions {
  readonly title?: string;
  /** A line below the title, for instance the documents the graph was made from. */
  readonly subtitle?: string;
  /** Places of the nodes, spread as far as the labels need; default is an own layout. */
  readonly positions?: Positions;
  /** Words on the edges. Default: up to 160 lines. */
  readonly edgeLabels?: boolean;
  /** Explain colours and line styles below the picture. Default `true`. */
  readonly legend?: boolean;
  /** Wanted width by height. Default 1.5. */
  readonly aspect?: number;
  readonly tally?: WriteTally;
}

const MARGIN = 36;
// The widest font first: labels were measured for it, and renderers without font fallback take the first name.
const FONTS = "'DejaVu Sans', Helvetica, Arial, 'Liberation Sans', sans-serif";

/**
 * A picture of the graph as SVG 1.1, in chunks: boxes with the label inside, coloured by type; arrows styled by status, so that an alleged transfer
 * looks alleged; evidence in tooltips; a legend. Meant for up to about 150 nodes. No scripts, links or external resources. Deterministic.
 */
export function* writeSvg(graph: PropertyGraph, options: SvgOptions = {}): Generator<string> {
  const { tally = { stripped: 0 }, legend = true, aspect = 1.5 } = options;
  const numberOf = new Map(graph.nodes.map((node, i) => [node.id, i]));
  const bundles = bundleEdges(graph, numberOf);
  const crowding = new Map<string, number>();
  for (const { source, target } of bundles) {
    const pair = `${Math.min(source, target)}-${Math.max(source, target)}`;
    crowding.set(pair, (crowding.get(pair) ?? 0) + 1);
  }
  const linesBetween = (a: string, b: string): number => {
    const [source, target] = [numberOf.get(a)!, numberOf.get(b)!];
    return crowding.get(`${Math.min(source, target)}-${Math.max(source, target)}`) ?? 1;
  };
  const given = options.positions === undefined ? {} : { positions: options.positions };
  const { placed, size } = placeNodes(graph, { aspect, tally, linesBetween, ...given });
  const routes = routeEdges(bundles, placed, options.edgeLabels ?? bundles.length <= 160);
  const bulge = bulgeOf(routes, size);

  const title = options.title === undefined ? "" : pictureText(options.title, 120, tally);
  const subtitle = pictureText(options.subtitle ?? `${graph.nodes.length} nodes, ${graph.edges.length} edges`, 160, tally);
  const head = (title === "" ? 0 : 30) + 24;
  const width = Math.max(size.width + bulge.left + bulge.right + 2 * MARGIN, 560);
  const legendLines = legend ? legendRows(graph, width - 2 * MARGIN) : [];
  const graphLeft = MARGIN + bulge.left + (width - 2 * MARGIN - size.width - bulge.left - bulge.right) / 2;
  const graphTop = MARGIN + head + bulge.top;
  const legendTop = graphTop + size.height + bulge.bottom + 34;
  const height = legendTop + legendLines.length * 24 + MARGIN / 2;

  yield `<svg xmlns="http://www.w3.org/2000/svg" width="${px(width)}" height="${px(height)}" viewBox="0 0 ${px(width)} ${px(height)}" role="img" font-family="${FONTS}">\n`;
  yield `<title>${xmlText(title === "" ? "Knowledge graph" : title, tally)}</title>\n<rect width="100%" height="100%" fill="#ffffff"/>\n`;
  if (title !== "")
    yield `<text x="${MARGIN}" y="${MARGIN + 14}" font-size="22" font-weight="bold" fill="#111827">${xmlText(title, tally)}</text>\n`;
  yield `<text x="${MARGIN}" y="${MARGIN + head - 16}" font-size="13" fill="#4b5563">${xmlText(subtitle, tally)}</text>\n`;
  yield `<g transform="translate(${px(graphLeft)} ${px(graphTop)})">\n<g fill="none" stroke-linecap="round">\n`;
  for (const route of routes) yield edgeLine(route, placed, tally);
  yield "</g>\n";
  for (const node of placed) yield nodeShape(node, tally);
  yield `<g font-size="${LABEL_SIZE}" text-anchor="middle" stroke="#ffffff" stroke-width="3.5" stroke-linejoin="round" paint-order="stroke">\n`;
  for (const route of routes) yield edgeLabel(route, tally);
  yield "</g>\n</g>\n";
  for (let i = 0; i < legendLines.length; i++)
    yield `<g transform="translate(${MARGIN} ${px(legendTop + i * 24)})">${legendLines[i]}</g>\n`;
  yield "</svg>\n";
}

/** How far curves and labels reach beyond the boxes on each side. */
function bulgeOf(
  routes: readonly EdgeRoute[],
  size: { readonly width: number; readonly height: number },
): Record<"left" | "right" | "top" | "bottom", number> {
  const bulge = { left: 0, right: 0, top: 0, bottom: 0 };
  const take = (x: number, y: number, halfWidth: number, halfHeight: number): void => {
    bulge.left = Math.max(bulge.left, halfWidth - x);
    bulge.right = Math.max(bulge.right, x + halfWidth - size.width);
    bulge.top = Math.max(bulge.top, halfHeight - y);
    bulge.bottom = Math.max(bulge.bottom, y + halfHeight - size.height);
  };
  for (const route of routes) {
    for (const t of [0.25, 0.5, 0.75]) {
      const { x, y } = pointOn(route, t);
      take(x, y, 4, 4);
    }
    if (route.label !== undefined) {
      const half = Math.max(...route.lines.map((line) => textWidth(line, LABEL_SIZE))) / 2;
      take(route.label.x, route.label.y, half + 4, route.lines.length * 7 + 4);
    }
  }
  return bulge;
}

function edgeLine(route: EdgeRoute, nodes: readonly PlacedNode[], tally: WriteTally): string {
  const { bundle, start, control } = route;
  const style = STATUS_STYLES[bundle.status];
  const weight = bundle.edges.reduce((sum, edge) => sum + edge.weight, 0);
  const stroke = Math.min(4.5, 1.5 + 0.6 * Math.log2(weight) + (bundle.status === "confirmed" ? 0.7 : 0));
  const arrow = bundle.directed ? arrowHead(route, stroke) : undefined;
  const end = arrow?.base ?? route.end;
  const dash = style.dash === "" ? "" : ` stroke-dasharray="${style.dash}"`;
  const path = `M${px(start.x)} ${px(start.y)}Q${px(control.x)} ${px(control.y)} ${px(end.x)} ${px(end.y)}`;
  const head = arrow === undefined ? "" : `<path d="${arrow.path}" fill="${style.colour}" stroke="none"/>`;
  return `<g><title>${xmlText(tooltip(route, nodes, tally), tally)}</title><path d="${path}" stroke="${style.colour}" stroke-width="${px(stroke)}"${dash}/>${head}</g>\n`;
}

function arrowHead(
  { start, control, end }: EdgeRoute,
  stroke: number,
): { readonly path: string; readonly base: { readonly x: number; readonly y: number } } {
  const from = Math.hypot(end.x - control.x, end.y - control.y) > 1 ? control : start;
  const length = Math.hypot(end.x - from.x, end.y - from.y) || 1;
  const [ux, uy] = [(end.x - from.x) / length, (end.y - from.y) / length];
  const size = 8 + stroke * 1.6;
  const base = { x: end.x - ux * size * 0.8, y: end.y - uy * size * 0.8 };
  const [bx, by] = [end.x - ux * size, end.y - uy * size];
  const half = size * 0.42;
  const path = `M${px(end.x)} ${px(end.y)}L${px(bx - uy * half)} ${px(by + ux * half)}L${px(bx + uy * half)} ${px(by - ux * half)}Z`;
  return { path, base };
}

function tooltip({ bundle }: EdgeRoute, nodes: readonly PlacedNode[], tally: WriteTally): string {
  const name = (number: number): string => pictureText(nodes[number]!.node.label, 80, tally);
  const arrow = bundle.directed ? "→" : "–";
  const lines = bundle.edges.slice(0, 8).map((edge) => {
    const dates =
      edge.first === undefined
        ? ""
        : edge.first === edge.last || edge.last === undefined
          ? `, ${edge.first}`
          : `, ${edge.first} to ${edge.last}`;
    const quote = edge.evidence[0];
    const said = quote === undefined ? "" : ` “${pictureText(quote.quote, 240, tally)}” (${pictureText(quote.document, 80, tally)})`;
    return `${predicateWords(edge.predicate)} [${edge.status}${dates}, ${edge.documents.length} document${edge.documents.length === 1 ? "" : "s"}]${said}`;
  });
  if (bundle.edges.length > 8) lines.push(`and ${bundle.edges.length - 8} more`);
  return `${name(bundle.source)} ${arrow} ${name(bundle.target)}\n${lines.join("\n")}`;
}

function nodeShape(box: PlacedNode, tally: WriteTally): string {
  const { fill, line } = nodeColour(box.node.type);
  const { fontSize, lines } = box;
  const step = fontSize * 1.22;
  const first = box.y - ((lines.length - 1) * step) / 2 + fontSize * 0.35;
  const spans = lines.map((text, i) => `<tspan x="${px(box.x)}" y="${px(first + i * step)}">${xmlText(text, tally)}</tspan>`).join("");
  const aliases = (box.node.aliases ?? []).slice(0, 6).map((alias) => pictureText(alias, 60, tally));
  const tip = [
    pictureText(box.node.label, 200, tally),
    predicateWords(box.node.type),
    ...(aliases.length === 0 ? [] : [`also: ${aliases.join(", ")}`]),
  ].join("\n");
  return (
    `<g><title>${xmlText(tip, tally)}</title><rect x="${px(box.x - box.width / 2)}" y="${px(box.y - box.height / 2)}" width="${px(box.width)}" height="${px(box.height)}"` +
    ` rx="${px(Math.min(box.height / 2, 12))}" fill="${fill}" stroke="${line}" stroke-width="1.6"/>` +
    `<text font-size="${px(fontSize)}" fill="#111827" text-anchor="middle" style="unicode-bidi:isolate">${spans}</text></g>\n`
  );
}

function edgeLabel({ bundle, label, lines }: EdgeRoute, tally: WriteTally): string {
  if (label === undefined) return "";
  const first = label.y - ((lines.length - 1) * 13) / 2 + LABEL_SIZE * 0.35;
  const spans = lines.map((text, i) => `<tspan x="${px(label.x)}" y="${px(first + i * 13)}">${xmlText(text, tally)}</tspan>`).join("");
  return `<text fill="${xmlAttribute(STATUS_STYLES[bundle.status].colour, tally)}">${spans}</text>\n`;
}

/** Legend entries flowed into rows. */
function legendRows(graph: PropertyGraph, width: number): readonly string[] {
  const groups = new Map(graph.nodes.map((node) => [nodeColour(node.type).group, nodeColour(node.type)]));
  const statuses = new Set<EdgeStatus>(graph.edges.map((edge) => edge.status));
  const rows: string[] = [];
  const flow = (entries: readonly { readonly mark: string; readonly markWidth: number; readonly text: string }[]): void => {
    let x = 0;
    let row = "";
    for (const { mark, markWidth, text } of entries) {
      const entryWidth = markWidth + 8 + textWidth(text, 12) + 22;
      if (x > 0 && x + entryWidth > width) {
        rows.push(row);
        row = "";
        x = 0;
      }
      row += `<g transform="translate(${px(x)} 0)">${mark}<text x="${markWidth + 8}" y="4" font-size="12" fill="#374151">${text}</text></g>`;
      x += entryWidth;
    }
    if (row !== "") rows.push(row);
  };
  flow(
    [...groups]
      .sort((a, b) => compareText(a[0], b[0]))
      .map(([text, { fill, line }]) => ({
        text,
        markWidth: 20,
        mark: `<rect x="0" y="-7" width="20" height="14" rx="4" fill="${fill}" stroke="${line}" stroke-width="1.4"/>`,
      })),
  );
  flow(
    EDGE_STATUSES.filter((status) => statuses.has(status)).map((status) => {
      const { colour, dash, name } = STATUS_STYLES[status];
      const dashes = dash === "" ? "" : ` stroke-dasharray="${dash}"`;
      return {
        text: name,
        markWidth: 40,
        mark: `<path d="M0 0H40" stroke="${colour}" stroke-width="${status === "confirmed" ? 2.6 : 1.8}" fill="none"${dashes}/>`,
      };
    }),
  );
  return rows;
}

function px(value: number): string {
  return String(Math.round(value * 10) / 10);
}
