import type { GraphEdge, GraphEvidence, GraphPath, Knowledge } from "@chancery/graph";
import { colors } from "./terminal.ts";

/** At most this many quotes a step: the first of each document and speaker come first. */
const QUOTES_PER_STEP = 3;

const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();

/** A path for people: each step with its edges, statuses, dates and quotes. */
export function renderPath(path: GraphPath, knowledge: Knowledge): string {
  const labels = new Map([
    ...knowledge.entities.map(({ id, label }) => [id, label] as const),
    ...knowledge.documents.map(({ id, title }) => [id, title ?? id] as const),
  ]);
  const lines = [colors.bold(path.nodes.map(({ label }) => label).join(" → "))];
  for (const step of path.steps) {
    for (const edge of step.edges) {
      lines.push(
        `  ${colors.cyan(arrow(edge, labels))} ${colors.dim(`[${[edge.status, dates(edge)].filter((part) => part !== "").join(", ")}]`)}`,
      );
      for (const evidence of pickQuotes(edge.evidence)) lines.push(...renderQuote(evidence, labels));
    }
  }
  return lines.join("\n");
}

function arrow(edge: GraphEdge, labels: ReadonlyMap<string, string>): string {
  const label = (id: string): string => labels.get(id) ?? id;
  return edge.directed
    ? `${label(edge.source)} —${edge.predicate}→ ${label(edge.target)}`
    : `${label(edge.source)} —${edge.predicate}— ${label(edge.target)}`;
}

const dates = ({ first, last }: GraphEdge): string =>
  first === undefined ? "" : last === undefined || last === first ? first : `${first} to ${last}`;

function pickQuotes(evidence: readonly GraphEvidence[]): readonly GraphEvidence[] {
  const seen = new Set<string>();
  const fresh = evidence.filter((item) => {
    const key = `${item.document} ${item.speakers.join(" ")}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
  return fresh.slice(0, QUOTES_PER_STEP);
}

/** `“…” — Richard Johnson asserts (title, 740–849)`, cut to a readable length. */
export function renderQuote(evidence: GraphEvidence, labels: ReadonlyMap<string, string>): readonly string[] {
  const speakers = evidence.speakers.map((id) => labels.get(id) ?? id).join(", ");
  const quote = oneLine(evidence.quote);
  const source = `${labels.get(evidence.document) ?? evidence.document}, characters ${evidence.start}–${evidence.end}`;
  return [
    `    “${quote.length > 240 ? `${quote.slice(0, 239)}…` : quote}”`,
    colors.dim(`      ${speakers}${evidence.stance === undefined ? "" : ` ${evidence.stance}`} (${source})`),
  ];
}
