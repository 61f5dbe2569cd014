import type { DocumentRecord, Dossier } from "chancery";
import { colors } from "./terminal.ts";

type Extraction = DocumentRecord["extraction"];

/** Where words stand: document and offsets, with the words themselves. */
interface Words {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** How one document came to say something of an entity: which words, by which rule. */
export interface Reasons {
  readonly document: string;
  readonly title?: string;
  readonly mentions: readonly (Words & { readonly kind: string; readonly use?: string; readonly rule?: string })[];
  readonly relations: readonly {
    readonly id: string;
    readonly summary: string;
    readonly rule?: string;
    readonly evidence: readonly Words[];
  }[];
  readonly events: readonly {
    readonly id: string;
    readonly summary: string;
    readonly status: string;
    readonly rule?: string;
    readonly evidence: readonly Words[];
  }[];
  readonly claims: readonly {
    readonly id: string;
    readonly stance: string;
    readonly certainty: string;
    readonly polarity: string;
    readonly quoteType: string;
    readonly cue?: string;
    readonly rule: string;
    readonly confidence: number;
    readonly evidence: readonly Words[];
  }[];
}

/** The rule and the words behind each mention, relation, event and claim of a dossier, by document. */
export function reasonsOf(
  { entity, events, claimsAbout, claimsBy, labels }: Dossier,
  records: readonly DocumentRecord[],
): readonly Reasons[] {
  const summaries = new Map(events.map(({ event, summary }) => [event.id, summary]));
  const claims = new Set([...claimsAbout, ...claimsBy].map(({ id }) => id));
  const label = (id: string): string => labels.get(id) ?? id;
  return records.flatMap(({ text, extraction }) => {
    const words = (spans: readonly { start: number; end: number }[]): Words[] =>
      spans.map(({ start, end }) => ({ start, end, text: text.slice(start, end) }));
    const mine = extraction.entities.find(({ id }) => id === entity.id);
    const reasons: Reasons = {
      document: extraction.document.id,
      ...(extraction.document.title === undefined ? {} : { title: extraction.document.title }),
      mentions: mine?.mentions ?? [],
      relations: extraction.relations
        .filter(({ subject, object }) => subject === entity.id || object === entity.id)
        .map(({ type, subject, object, rule, evidence }) => ({
          id: `${subject} ${type} ${object}`,
          summary: `${label(subject)} ${type} ${label(object)}`,
          ...(rule === undefined ? {} : { rule }),
          evidence: words(evidence),
        })),
      events: extraction.events
        .filter(({ id }) => summaries.has(id))
        .map(({ id, status, rule, evidence }) => ({
          id,
          summary: summaries.get(id) ?? id,
          status,
          ...(rule === undefined ? {} : { rule }),
          evidence: words(evidence),
        })),
      claims: extraction.claims.filter(({ id }) => claims.has(id)).map((claim) => reasonOf(claim, words(claim.evidence))),
    };
    const found = reasons.mentions.length + reasons.relations.length + reasons.events.length + reasons.claims.length;
    return found === 0 ? [] : [reasons];
  });
}

function reasonOf(claim: Extraction["claims"][number], evidence: readonly Words[]): Reasons["claims"][number] {
  const { id, stance, certainty, polarity, quoteType, cue, rule, confidence } = claim;
  return { id, stance, certainty, polarity, quoteType, ...(cue === undefined ? {} : { cue: cue.text }), rule, confidence, evidence };
}

/** The reasons for people. */
export function* renderReasons(reasons: readonly Reasons[]): Generator<string> {
  const because = (rule: string | undefined): string => colors.dim(rule === undefined ? "" : `  by ${rule}`);
  for (const { document, title, mentions, relations, events, claims } of reasons) {
    yield `\n${colors.bold(`Why, in ${title ?? document}`)}\n`;
    for (const { text, start, end, kind, use, rule } of mentions)
      yield `  mention  “${flat(text)}” ${colors.dim(`${start}–${end}, ${kind}${use === undefined ? "" : `, ${use}`}`)}${because(rule)}\n`;
    for (const { summary, rule, evidence } of relations) yield* item("relation", summary, because(rule), evidence);
    for (const { summary, status, rule, evidence } of events) yield* item("event", `${summary} [${status}]`, because(rule), evidence);
    for (const { stance, certainty, polarity, quoteType, cue, rule, confidence, evidence } of claims) {
      const kind = [stance, certainty, polarity, quoteType].join(", ");
      yield* item("claim", `${kind}${cue === undefined ? "" : `, cue “${cue}”`}, confidence ${confidence}`, because(rule), evidence);
    }
  }
}

function* item(kind: string, what: string, because: string, evidence: readonly Words[]): Generator<string> {
  yield `  ${kind.padEnd(8)} ${what}${because}\n`;
  for (const { text, start, end } of evidence) yield `           “${flat(text)}” ${colors.dim(`${start}–${end}`)}\n`;
}

const flat = (text: string): string => {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > 240 ? `${line.slice(0, 239)}…` : line;
};
