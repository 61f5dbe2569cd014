import { universalTag } from "../tag/morphology.ts";
import type { Analysis } from "./analysis.ts";
import { DEPENDENCY_LABELS, XPOS_TAGS } from "./tags.ts";

/** The analysis as CoNLL-U (universaldependencies.org/format.html): normal forms as FORM, `SpaceAfter=No` and raw offsets in MISC. */
export function toConllu(analysis: Analysis): string {
  const { tokens, text } = analysis;
  const lines: string[] = [];
  const parsed = analysis.layers.includes("parse");
  analysis.sentences.forEach((sentence, index) => {
    lines.push(`# sent_id = ${index + 1}`, `# text = ${text.slice(sentence.start, sentence.end).replace(/\s+/g, " ").trim()}`);
    for (let i = sentence.first; i < sentence.last; i += 1) {
      const head = tokens.head[i]!;
      const misc = [`TokenRange=${tokens.start[i]}:${tokens.end[i]}`];
      if (i + 1 < tokens.count && tokens.spaceBefore[i + 1] === 0) misc.unshift("SpaceAfter=No");
      lines.push(
        [
          i - sentence.first + 1,
          cell(tokens.norm[i]!),
          cell(tokens.lemma[i]!),
          universalTag(analysis, i),
          XPOS_TAGS[tokens.tag[i]!],
          "_",
          parsed ? (head < 0 ? 0 : head - sentence.first + 1) : "_",
          parsed ? DEPENDENCY_LABELS[tokens.label[i]!] : "_",
          "_",
          misc.join("|"),
        ].join("\t"),
      );
    }
    lines.push("");
  });
  return lines.length === 0 ? "" : `${lines.join("\n")}\n`;
}

const cell = (value: string): string => value.replace(/\s+/g, " ") || "_";

/** The trees for people: one word a line, indented under its head, with tag and relation. */
export function printTrees(analysis: Analysis): string {
  const { tokens } = analysis;
  const lines: string[] = [];
  for (const sentence of analysis.sentences) {
    const depth = (token: number): number => {
      let steps = 0;
      for (let at = tokens.head[token]!; at >= 0; at = tokens.head[at]!) steps += 1;
      return steps;
    };
    for (let i = sentence.first; i < sentence.last; i += 1) {
      const relation = DEPENDENCY_LABELS[tokens.label[i]!]!;
      lines.push(`${"  ".repeat(depth(i))}${tokens.norm[i]}  ${XPOS_TAGS[tokens.tag[i]!]} ${relation}`);
    }
    lines.push("");
  }
  return lines.join("\n");
}
