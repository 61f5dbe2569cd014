import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { ChanceryError } from "chancery";
import { lilconfig } from "lilconfig";
import { z } from "zod";

const paths = z.union([z.string().transform((path) => [path]), z.array(z.string())]);

const schema = z.strictObject({
  /** Graph folder, or documents to read on the fly: what `--graph` names. */
  graph: paths.optional(),
  /** Files with further knowledge-base records: what `--kb` names. */
  kb: paths.optional(),
  /** Namespaces of terms and ids. */
  namespaces: z.strictObject({ terms: z.url().optional(), ids: z.url().optional() }).optional(),
});

/** What a configuration file says; its paths are absolute. */
export interface Config {
  readonly graph?: readonly string[];
  readonly kb?: readonly string[];
  readonly namespaces?: { readonly terms?: string; readonly ids?: string };
}

const FILES = ["chancery.config.json", "chancery.config.mjs"] as const;

/**
 * Reads the configuration: `file`, or else the first `chancery.config.json` or `.mjs` in this folder or one above it. Paths in it are relative to it.
 *
 * @throws ChanceryError `config.invalid` with the file and the field.
 */
export async function readConfig(file?: string): Promise<Config> {
  const loaders = { ".json": loadJson, ".mjs": loadModule };
  const search = lilconfig("chancery", { searchPlaces: [...FILES], loaders });
  let found: Awaited<ReturnType<typeof search.search>>;
  try {
    found = file === undefined ? await search.search() : await search.load(resolve(file));
  } catch (cause) {
    if (cause instanceof ChanceryError) throw cause;
    throw new ChanceryError(
      "config.invalid",
      `The configuration${file === undefined ? "" : ` ${file}`} can't be read: ${(cause as Error).message}`,
      {
        ...(file === undefined ? {} : { place: { source: file } }),
        remedy: `It is JSON (${FILES[0]}) or a module with a default export (${FILES[1]}).`,
        cause,
      },
    );
  }
  if (found === null || found.isEmpty === true) return {};
  const result = schema.safeParse(found.config);
  if (!result.success) {
    throw new ChanceryError("config.invalid", z.prettifyError(result.error), {
      place: { source: found.filepath },
      remedy: "It may hold graph, kb (paths) and namespaces (terms, ids).",
    });
  }
  const here = dirname(found.filepath);
  const { graph, kb, namespaces } = result.data;
  return {
    ...(graph === undefined ? {} : { graph: graph.map((path) => resolve(here, path)) }),
    ...(kb === undefined ? {} : { kb: kb.map((path) => resolve(here, path)) }),
    ...(namespaces === undefined
      ? {}
      : {
          namespaces: {
            ...(namespaces.terms === undefined ? {} : { terms: namespaces.terms }),
            ...(namespaces.ids === undefined ? {} : { ids: namespaces.ids }),
          },
        }),
  };
}

function loadJson(path: string, content: string): unknown {
  try {
    return JSON.parse(content);
  } catch (cause) {
    throw new ChanceryError("config.invalid", `The configuration is not JSON: ${(cause as Error).message}`, {
      place: { source: path },
      remedy: 'For instance: { "graph": "my.graph", "kb": ["mine.jsonl"] }',
      cause,
    });
  }
}

async function loadModule(path: string): Promise<unknown> {
  readFileSync(path);
  return ((await import(pathToFileURL(path).href)) as { default?: unknown }).default;
}
