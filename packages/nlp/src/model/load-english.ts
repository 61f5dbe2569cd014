import { type Analyzer, createAnalyzer } from "../document/analyzer.ts";
import { NlpError } from "../document/nlp-error.ts";
import { inflateBase64, unpackParser, unpackTagger } from "./english-model.ts";

const REMEDY = "Run `node packages/nlp/scripts/embed-model.mjs` (the build and the test scripts do), then load again.";

/** Where the model's data comes from: base64 of a gzip member, as the generated modules export it. */
async function readData(load: () => Promise<unknown>): Promise<string> {
  let module: unknown;
  try {
    module = await load();
  } catch (cause) {
    throw new NlpError("nlp.model-missing", `The English model is not part of this build. ${REMEDY}`, { cause });
  }
  const data = (module as { readonly data?: unknown }).data;
  if (typeof data !== "string") throw new NlpError("nlp.model-missing", `The English model is not part of this build. ${REMEDY}`);
  return data;
}

/**
 * Loads the tagger and the parser (about 0.1 s; keep the result).
 *
 * @throws NlpError `nlp.model-missing` when the package was built without its model, `nlp.model-damaged` when the data is not a model.
 */
export async function loadEnglish(): Promise<Analyzer> {
  // One after the other: side by side they take no less time, and 10 MB more.
  const tagger = unpackTagger(await readData(() => import("./english-tagger-data.ts")).then(inflateBase64));
  const parser = unpackParser(await readData(() => import("./english-parser-data.ts")).then(inflateBase64));
  return createAnalyzer({ tagger, parser });
}

/**
 * Loads the tagger only: sentences, tokens, tags and lemmas. A bundler leaves the parser's data out when only this is imported.
 *
 * @throws NlpError as `loadEnglish`.
 */
export async function loadEnglishTagger(): Promise<Analyzer> {
  const tagger = await readData(() => import("./english-tagger-data.ts")).then(inflateBase64);
  return createAnalyzer({ tagger: unpackTagger(tagger) });
}
