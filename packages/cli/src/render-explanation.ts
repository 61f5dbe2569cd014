import type { SentenceExplanation } from "chancery";
import { colors } from "./terminal.ts";

type Event = SentenceExplanation["events"][number];
type Claim = SentenceExplanation["claims"][number];

/** Width of the first column, and of the second within events and claims. */
const [FIRST, SECOND] = [10, 11];
const WIDTH = 120;

/** Longest quotation before it is cut. */
const LONGEST = 240;

const flat = (text: string): string => {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line;
};
const quoted = ({ text }: { readonly text: string }): string => `“${flat(text)}”`;
const by = (rule: string | undefined, confidence?: number): string =>
  colors.dim(`${rule === undefined ? "" : `  by ${rule}`}${confidence === undefined ? "" : `, ${Number(confidence.toFixed(3))}`}`);
/** `holdsPosition` → `holds position`. */
const spaced = (name: string): string => name.replace(/(?<=[a-z])(?=[A-Z])/g, " ").toLowerCase();

/** How a sentence was read, for people: one line a finding, each with the rule and the words behind it. */
export function* renderExplanation(
  sentence: SentenceExplanation,
  all: readonly SentenceExplanation[],
  options: { readonly tokens: boolean },
): Generator<string> {
  const { number, start, end, region, text } = sentence;
  yield `${colors.bold(`Sentence ${number} of ${all.length}`)} ${colors.dim(`${region}, characters ${start}–${end}`)}\n`;
  yield `${text.replace(/\s+/g, " ").trim()}\n`;
  yield* options.tokens ? tokenTable(sentence) : taggedWords(sentence);
  for (const mention of sentence.mentions) {
    const { entity, kind, use, rule, confidence } = mention;
    const what = `${quoted(mention)} is ${colors.cyan(entity.name)} ${colors.dim(`(${entity.id}, ${entity.type})`)}, ${kind}${use === undefined ? "" : ` for ${spaced(use)}`}`;
    yield line("mention", what + by(rule, confidence));
  }
  for (const time of sentence.times) yield line("time", `${quoted(time)} is ${time.edtf ?? "unresolved"}, ${time.anchor}`);
  for (const quantity of sentence.quantities) yield line("quantity", `${quoted(quantity)} is ${amountOf(quantity)}`);
  for (const quotation of sentence.quotations) yield line("quotation", `${quoted(quotation)}, ${quotation.kind}`);
  for (const { type, subject, object, rule, words } of sentence.relations) {
    yield line("relation", `${subject.name} ${spaced(type)} ${object.name}${by(rule)}`);
    for (const span of words) yield inner("words", quoted(span));
  }
  for (const event of sentence.events) yield* renderEvent(event);
  const events = new Map<string, string>();
  // A claim may be about what other sentences tell; this one's own words come first.
  for (const other of [sentence, ...all])
    for (const { id, type, trigger } of other.events)
      if (!events.has(id))
        events.set(id, `${spaced(type)} ${quoted(trigger)}${other === sentence ? "" : colors.dim(` in sentence ${other.number}`)}`);
  for (const claim of sentence.claims) yield* renderClaim(claim, events);
}

const line = (title: string, text: string): string => `  ${colors.bold(title.padEnd(FIRST))}${text}\n`;
const inner = (title: string, text: string): string => `  ${" ".repeat(FIRST)}${colors.dim(title.padEnd(SECOND))} ${text}\n`;

function amountOf({ kind, min, max, unit }: SentenceExplanation["quantities"][number]): string {
  const figures = min === max ? String(min ?? "?") : `${min ?? "…"}–${max ?? "…"}`;
  return `${figures}${unit === undefined ? "" : ` ${unit}`}, ${kind}`;
}

/** `said/VBD`, in lines. */
function* taggedWords({ tokens }: SentenceExplanation): Generator<string> {
  let row = "";
  let title = "words";
  for (const { text, tag } of tokens) {
    const word = `${flat(text)}/${tag}`;
    if (row !== "" && row.length + word.length >= WIDTH - FIRST) {
      yield line(title, colors.dim(row));
      [row, title] = ["", ""];
    }
    row += `${row === "" ? "" : " "}${word}`;
  }
  if (row !== "") yield line(title, colors.dim(row));
}

/** One token a line, with its head and relation. */
function* tokenTable({ tokens }: SentenceExplanation): Generator<string> {
  const wide = (key: "text" | "lemma" | "relation"): number => tokens.reduce((width, token) => Math.max(width, token[key].length), 0);
  const [text, lemma, relation] = [wide("text"), wide("lemma"), wide("relation")];
  for (const [index, token] of tokens.entries()) {
    const head = token.head === 0 ? "–" : `${token.head} ${tokens[token.head - 1]?.text ?? ""}`;
    const cells = [token.text.padEnd(text), token.lemma.padEnd(lemma), token.tag.padEnd(5), token.relation.padEnd(relation), head];
    yield `  ${colors.dim(String(index + 1).padStart(4))}  ${cells.join("  ")}\n`;
  }
}

function* renderEvent({ type, trigger, evidence, rule, confidence, factuality, roles, status }: Event): Generator<string> {
  yield line("event", `${colors.cyan(spaced(type))} ${quoted(trigger)}${by(rule, confidence)}`);
  yield inner("clause", quoted(evidence));
  for (const { role, filler, words, here } of roles) {
    const where = words === undefined ? "" : `  ${quoted(words)}${here ? "" : colors.dim(` at ${words.start}, in another sentence`)}`;
    yield inner(spaced(role), `${filler.name}${where}`);
  }
  const cues = factuality.cues.length === 0 ? "" : `, from ${factuality.cues.map(quoted).join(", ")}`;
  yield inner("grammar", `${factuality.mode}, ${factuality.polarity}, ${factuality.certainty}${cues}`);
  yield inner("status", `${colors.bold(spaced(status.status))}: ${status.says}${by(status.rule)}`);
  for (const { kind, by: sides, byActor } of status.attestations)
    yield inner("", `${kind} by ${sides.map(({ name }) => name).join(", ")}${byActor ? ", who would have done it" : ""}`);
}

function* renderClaim(claim: Claim, events: ReadonlyMap<string, string>): Generator<string> {
  const { speakers, onBehalfOf, addressees, stance, certainty, polarity, quoteType, cue, content, evidence, rule, confidence } = claim;
  const who = `${speakers.map(({ name }) => name).join(", ")}${onBehalfOf === undefined ? "" : ` for ${onBehalfOf.name}`}`;
  const to = addressees.length === 0 ? "" : ` to ${addressees.map(({ name }) => name).join(", ")}`;
  yield line(
    "claim",
    `${colors.cyan(who)} ${colors.bold(spaced(stance))}${to}, ${certainty}, ${polarity}, ${spaced(quoteType)}${by(rule, confidence)}`,
  );
  if (cue !== undefined) yield inner("cue", quoted(cue));
  for (const id of content) yield inner("about", events.get(id) ?? id);
  for (const span of evidence) yield inner("words", quoted(span));
}
