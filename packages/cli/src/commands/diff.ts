import type { KnowledgeClaim } from "@chancery/graph";
import { writeQuads } from "@chancery/io";
import type { QuadStore } from "@chancery/rdf";
import type { DocumentRecord, Fact, KnowledgeGraph } from "chancery";
import { Command } from "commander";
import { openGraph } from "../open-graph.ts";
import { counted, knowledgeOf, type SourceOptions, withKnowledge } from "../options.ts";
import { colors, EXIT, print, printJson } from "../terminal.ts";

type Quad = ReturnType<QuadStore["quads"]> extends Iterable<infer Item> ? Item : never;

/** What two graphs differ in; `changed` lists what both have by the same id. */
interface Difference {
  readonly documents: Changes<string>;
  readonly facts: Changes<Fact> & { readonly changed: readonly { readonly before: Fact; readonly after: Fact }[] };
  readonly claims: Changes<KnowledgeClaim>;
  readonly quads: Changes<Quad>;
}

interface Changes<Item> {
  readonly added: readonly Item[];
  readonly removed: readonly Item[];
}

/** `chancery diff OLD NEW` */
export function diffCommand(): Command {
  return withKnowledge(
    new Command("diff")
      .description("What a second graph has that the first has not, and the reverse: documents, facts, claims, quads.")
      .argument("<old>", "graph folder or documents")
      .argument("<new>", "graph folder or documents")
      .option("--quads", "also list the quads, as N-Quads")
      .option("--exit-code", "exit code 1 where they differ")
      .option("--json", "print JSON"),
  )
    .addHelpText(
      "after",
      "\nExamples:\n  chancery diff yesterday.graph today.graph\n  chancery diff old.graph new.graph --json | jq '.facts.added[].summary'",
    )
    .action(async (before: string, after: string, options: DiffOptions) => {
      const { graph: _configured, ...knowledge } = await knowledgeOf(options);
      const [first, second] = [
        await openGraph({ ...knowledge, graph: [before] }, { records: true }),
        await openGraph({ ...knowledge, graph: [after] }, { records: true }),
      ];
      const difference = compare(first, second);
      if (options.json === true) await printJson(toJson(difference, options.quads === true));
      else await print(render(difference, options.quads === true));
      const same = Object.values(difference).every(({ added, removed }: Changes<unknown>) => added.length + removed.length === 0);
      if (options.exitCode === true && !same) process.exitCode = EXIT.failed;
    });
}

function compare(before: KnowledgeGraph, after: KnowledgeGraph): Difference {
  const facts = changes(before.facts(), after.facts(), ({ id }) => id);
  const olds = new Map(before.facts().map((fact) => [fact.id, fact]));
  const fingerprint = ({ status, summary, first, last }: Fact): string => JSON.stringify([status, summary, first, last]);
  return {
    documents: changes(before.records.map(nameOf), after.records.map(nameOf), (name) => name),
    facts: {
      ...facts,
      changed: after.facts().flatMap((fact) => {
        const old = olds.get(fact.id);
        return old !== undefined && fingerprint(old) !== fingerprint(fact) ? [{ before: old, after: fact }] : [];
      }),
    },
    claims: changes(before.knowledge.claims, after.knowledge.claims, ({ id }) => id),
    quads: {
      added: [...after.store.quads()].filter((quad) => !before.store.has(quad)),
      removed: [...before.store.quads()].filter((quad) => !after.store.has(quad)),
    },
  };
}

/** Documents are the same where their id and their text are. */
const nameOf = ({ extraction: { document } }: DocumentRecord): string =>
  `${document.title ?? document.id}${document.published === undefined ? "" : `, ${document.published}`} (${document.id}, ${document.sha256.slice(0, 12)})`;

function changes<Item>(before: readonly Item[], after: readonly Item[], key: (item: Item) => string): Changes<Item> {
  const [old, now] = [new Set(before.map(key)), new Set(after.map(key))];
  return { added: after.filter((item) => !old.has(key(item))), removed: before.filter((item) => !now.has(key(item))) };
}

function* render({ documents, facts, claims, quads }: Difference, withQuads: boolean): Generator<string> {
  const heading = (title: string, { added, removed }: Changes<unknown>, more = ""): string =>
    `${colors.bold(title)}: ${added.length} added, ${removed.length} removed${more}\n`;
  const plus = (text: string): string => colors.green(`+ ${text}\n`);
  const minus = (text: string): string => colors.red(`- ${text}\n`);
  yield heading("Documents", documents);
  yield* documents.removed.map(minus);
  yield* documents.added.map(plus);
  yield heading("Facts", facts, facts.changed.length === 0 ? "" : `, ${counted(facts.changed.length, "changed", "changed")}`);
  yield* facts.removed.map((fact) => minus(line(fact)));
  yield* facts.added.map((fact) => plus(line(fact)));
  for (const { before, after } of facts.changed) yield `${colors.yellow(`~ ${line(before)}`)}\n  ${colors.yellow(line(after))}\n`;
  yield heading("Claims", claims);
  yield heading("Quads", quads);
  if (!withQuads) return;
  yield* [...writeQuads(quads.removed, "n-quads")].join("").split("\n").filter(Boolean).map(minus);
  yield* [...writeQuads(quads.added, "n-quads")].join("").split("\n").filter(Boolean).map(plus);
}

const line = ({ summary, status, first }: Fact): string => `${summary} [${status}${first === undefined ? "" : `, ${first}`}]`;

function toJson({ documents, facts, claims, quads }: Difference, withQuads: boolean): object {
  const lines = (items: readonly Quad[]): string[] => [...writeQuads(items, "n-quads")].join("").split("\n").filter(Boolean);
  return {
    documents,
    facts,
    claims,
    quads: withQuads
      ? { added: lines(quads.added), removed: lines(quads.removed) }
      : { added: quads.added.length, removed: quads.removed.length },
  };
}

interface DiffOptions extends SourceOptions {
  readonly quads?: boolean;
  readonly exitCode?: boolean;
  readonly json?: boolean;
}
