import { ChanceryError, createExtractor, type SentenceExplanation } from "chancery";
import { Command, InvalidArgumentError } from "commander";
import { naming, readInput } from "../inputs.ts";
import { graphOptions } from "../open-graph.ts";
import { collect, counted, knowledgeOf, type SourceOptions, withKnowledge } from "../options.ts";
import { renderExplanation } from "../render-explanation.ts";
import { colors, print, printJson } from "../terminal.ts";

/** `chancery explain DOCUMENT` */
export function explainCommand(): Command {
  return withKnowledge(
    new Command("explain")
      .description("How a document was read, sentence by sentence: words, mentions, events and claims, with the rule behind each.")
      .argument("<document>", "text, Markdown or HTML file, or - for standard input")
      .option("-s, --sentence <n>", "only this sentence, or these: 3 or 3-7 (repeatable)", collectRanges, [])
      .option("-m, --match <text>", "only sentences with this text in them, in any case (repeatable: any of them)", collect, [])
      .option("-a, --all", "also sentences without an event or a claim")
      .option("--tokens", "one word a line, with lemma, tag, and the word that it hangs on")
      .option("-p, --published <date>", "date of publication (YYYY-MM-DD), if the document has none of its own")
      .option("--json", "print JSON"),
  )
    .addHelpText(
      "after",
      `
An event's status is derived from all claims of the document, so it may rest on other sentences than the one shown.

Examples:
  chancery explain statement.txt
  chancery explain statement.txt --match "could not confirm" --tokens
  chancery explain statement.txt --sentence 3-5 --json
  echo "Moscow denied the attack." | chancery explain -`,
    )
    .action(async (path: string, options: ExplainOptions) => {
      const extractor = await createExtractor(graphOptions(await knowledgeOf(options)));
      const { text, ...metadata } = await readInput(path);
      const given = options.published === undefined ? {} : { published: options.published };
      const sentences = naming(path, () => extractor.explain(text, { ...given, ...metadata }));
      const chosen = choose(sentences, options);
      if (options.json === true) return printJson(chosen);
      for (const [index, sentence] of chosen.entries())
        await print([...(index === 0 ? [] : ["\n"]), ...renderExplanation(sentence, sentences, { tokens: options.tokens === true })]);
      const left = sentences.length - chosen.length;
      const picked = options.sentence.length + options.match.length > 0;
      if (!picked && left > 0)
        await print(colors.dim(`\n${counted(left, "sentence")} without an event or a claim not shown (--all shows them)\n`));
    });
}

function choose(
  sentences: readonly SentenceExplanation[],
  { sentence: ranges, match, all }: ExplainOptions,
): readonly SentenceExplanation[] {
  if (ranges.length === 0 && match.length === 0)
    return all === true ? sentences : sentences.filter(({ events, claims }) => events.length + claims.length > 0);
  const wanted = match.map(normal);
  const chosen = sentences.filter(
    ({ number, text }) =>
      ranges.some(([first, last]) => first <= number && number <= last) || wanted.some((words) => normal(text).includes(words)),
  );
  if (chosen.length > 0) return chosen;
  throw new ChanceryError(
    "explain.no-sentence",
    ranges.length > 0 ? "There is no such sentence." : `No sentence holds ${match.map((words) => `"${words}"`).join(" or ")}.`,
    {
      remedy: `The document has ${counted(sentences.length, "sentence")}; --all shows all of them.`,
    },
  );
}

/** Blanks and line breaks are alike, and so are upper and lower case. */
const normal = (text: string): string => text.toLowerCase().replace(/\s+/g, " ");

type Range = readonly [first: number, last: number];

function collectRanges(value: string, previous: readonly Range[]): Range[] {
  const ranges = value.split(",").map((part): Range => {
    const [, first, last] = /^\s*(\d+)(?:\s*[-–]\s*(\d+))?\s*$/.exec(part) ?? [];
    if (first === undefined) throw new InvalidArgumentError("It takes a number or a range, such as 3 or 3-7.");
    return [Number(first), Number(last ?? first)];
  });
  return [...previous, ...ranges];
}

interface ExplainOptions extends SourceOptions {
  readonly sentence: Range[];
  readonly match: string[];
  readonly all?: boolean;
  readonly tokens?: boolean;
  readonly published?: string;
  readonly json?: boolean;
}
