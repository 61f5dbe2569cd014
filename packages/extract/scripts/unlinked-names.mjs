#!/usr/bin/env node
// Which capitalised names does the extractor leave without an entity of the knowledge base? Reads the unannotated texts of the shared folder
// (../shared/corpus or CHANCERY_SHARED; built packages needed) and lists the most frequent ones, with counts and an example.
//
//   node packages/extract/scripts/unlinked-names.mjs [--top 150] [--sample 10] [--source dev,white-house,unsc,muc] [--type Person] [--persons]
//
// --sample N reads every Nth text of the long files (default 10). Told apart: `new` (found as a name, an entity of this text only), `none` (capitals that no mention covers),
// linked, and for texts in capitals throughout (MUC, which carry no case) `caps`: words that no mention covers and that the other texts never write in small letters.
// The share counts the first three. Persons are left out of the list unless asked for: names of people are open-ended.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { gunzipSync } from "node:zlib";

const { values } = parseArgs({
  options: {
    top: { type: "string", default: "150" },
    sample: { type: "string", default: "10" },
    source: { type: "string", default: "dev,white-house,unsc,muc" },
    type: { type: "string" },
    persons: { type: "boolean", default: false },
  },
});
const root = resolve(dirname(fileURLToPath(import.meta.url)), "../../..");
const corpus = join(process.env.CHANCERY_SHARED ?? resolve(root, "../shared"), "corpus");
if (!existsSync(corpus)) {
  console.log("unlinked-names: skipped; the texts are expected in ../shared/corpus (or where CHANCERY_SHARED points).");
  process.exit(0);
}
const { createExtractor, loadBundledKnowledgeBase } = await import(join(root, "packages/chancery/dist/index.js")).then(
  async (chancery) => ({
    ...chancery,
    ...(await import(join(root, "packages/extract/dist/index.js"))),
  }),
);
const extractor = await createExtractor();
const known = (await loadBundledKnowledgeBase()).entities;

const FILES = { "white-house": "white-house-969.jsonl.gz", unsc: "unsc-resolutions-878.jsonl.gz", muc: "muc-news-1700.jsonl.gz" };
const MAX_TEXT = 40_000;
const isDate = (date) => /^\d{4}-\d{2}-\d{2}$/.test(date ?? "");

function* documents(source) {
  if (source === "dev") {
    for (const name of readdirSync(join(corpus, "dev")).filter((file) => file.endsWith(".txt"))) {
      const { published } = JSON.parse(readFileSync(join(corpus, "dev", name.replace(/\.txt$/, ".json")), "utf8"));
      yield { text: readFileSync(join(corpus, "dev", name), "utf8"), date: published };
    }
    return;
  }
  const lines = gunzipSync(readFileSync(join(corpus, FILES[source])))
    .toString("utf8")
    .split("\n");
  for (let at = 0; at < lines.length; at += Number(values.sample)) if (lines[at]) yield JSON.parse(lines[at]);
}

/** Runs of capitalised words, with small words inside; sentence openers that are ordinary words are dropped by frequency in lower case. */
const RUN = /\p{Lu}[\p{L}\p{M}'’.-]*(?:(?: (?:of|for|the|and|on|de|al))*[ -]\p{Lu}[\p{L}\p{M}'’.-]*)*/gu;
/** Openers of sentences, dates, forms of address, posts, speakers and other capitals that name nobody. */
const NO_NAMES =
  /^(?:(?:And|But|So|As|Can|If|When|What|Do|Q|The|In|On|By|Well|Yes|No|That|This|It|We|He|She|They|At|For|To|Of|Hi|Hey|Happy|Thank|Thanks|Good|Okay|Yeah|Jill and|Mr|Mrs|Ms|Dr|Madam) )*(?:I(?:['’]\p{L}+)?|[A-Z]\.?|[IVXL]+|Mr|Mrs|Ms|Dr|Madam|EDT|EST|January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|[AP]\.?M\.?(?: E[SD]T)?|Ibid|Rev|FY|USD|Year|Years|Supplement(?: for .*)?|Treaty Series|Public Law|Sec|Section|Chapter|Article|Cross-talk|[\p{L}-]+ Year|U\.S\.C|Executive Orders?|God|Internet|English|Thanksgiving)\.?(?: and \p{Lu}\p{L}+)?$/u;
const POSTS =
  /(?:^|\b)(?:President|Vice President|Prime Minister|Minister|Secretary|Assistant|Director|Adviser|Advisor|Ambassador|Nominee|Coordinator|Administrator|Commissioner|Chief|Chairman|Officer|Officers|Chiefs|Deputy|Attorney|General|Representative|Representatives|Senator|Governor|Plenipotentiary|Counsel)(?:\b|$)/;

const total = { linked: 0, new: 0, none: 0, newPersons: 0, caps: 0 };
const perSource = {};
const names = new Map();
const lower = new Map();
const note = (key, kind, type, example) => {
  const entry = names.get(`${kind}\n${key}`) ?? { key, kind, type, count: 0, documents: 0, last: undefined, example };
  entry.count++;
  names.set(`${kind}\n${key}`, entry);
  return entry;
};
const isOrdinary = (word) =>
  [
    word,
    word.replace(/['’].*$/, ""),
    word.replace(/(?:s|es|ed|ing|er|ers|ly|d)$/, ""),
    word.replace(/(?:ed|ing|er|ers|es)$/, "e"),
    word.replace(/ies$/, "y"),
  ].some((form) => lower.has(form));
for (const source of values.source.split(",")) {
  const own = { linked: 0, new: 0, none: 0, newPersons: 0, caps: 0 };
  let number = 0;
  for (const { text: whole, date } of documents(source)) {
    number++;
    const text = whole.slice(0, MAX_TEXT);
    const { entities, document } = extractor.extract(text, isDate(date) ? { published: date } : {});
    const covered = new Uint8Array(text.length);
    const example = (start, end) => text.slice(Math.max(0, start - 40), end + 40).replace(/\s+/g, " ");
    for (const { id, type, mentions } of entities) {
      for (const mention of mentions) {
        if (mention.kind === "pronoun") continue;
        covered.fill(1, mention.start, mention.end);
        if (mention.kind === "nominal" || !/\p{Lu}/u.test(mention.text) || type === "Position") continue;
        // A body formed by pattern ("Ministry of Finance of Chad") has a stable id of its own: linked.
        if (known.has(id) || !/-[0-9a-f]{8}$/.test(id)) own.linked++;
        else if (type === "Person") own.newPersons++;
        else {
          own.new++;
          note(mention.text.replace(/\s+/g, " "), "new", type, example(mention.start, mention.end)).documents++;
        }
        if (type === "Person" && values.persons && !known.has(id)) note(mention.text, "new", type, example(mention.start, mention.end));
      }
    }
    if (source === "muc") {
      for (const match of text.matchAll(/(?<![\p{L}'’-])\p{Lu}[\p{Lu}'’-]{3,}(?![\p{L}])/gu)) {
        if (covered[match.index] === 1 || isOrdinary(match[0].toLowerCase())) continue;
        own.caps++;
        note(match[0], "caps", "", example(match.index, match.index + match[0].length)).documents++;
      }
      continue;
    }
    for (const [word] of text.matchAll(/(?<![\p{L}])\p{Ll}{2,}/gu)) lower.set(word, (lower.get(word) ?? 0) + 1);
    const isRead = (offset) =>
      document.regions.some(({ kind, start, end }) => /body|caption/.test(kind) && offset >= start && offset < end);
    for (const match of text.matchAll(RUN)) {
      const end = match.index + match[0].length;
      let isCovered = false;
      for (let at = match.index; at < end && !isCovered; at++) isCovered = covered[at] === 1;
      const word = match[0].replace(/[’']s$|[.,’'-]+$/gu, "");
      const opens = /(?:^|[.!?:;“"\n*•–—-])\s*["“(]*$/u.test(text.slice(Math.max(0, match.index - 3), match.index));
      if (isCovered || NO_NAMES.test(word) || POSTS.test(word) || (opens && !/[ -]/.test(word)) || !isRead(match.index)) continue;
      own.none++;
      note(word, "none", "", example(match.index, end)).documents++;
    }
  }
  perSource[source] = { texts: number, ...own };
  for (const key of Object.keys(total)) total[key] += own[key];
}
const share = ({ linked, new: made, none }) => (linked / Math.max(1, linked + made + none)).toFixed(4);
for (const [source, counts] of Object.entries(perSource)) console.log(`${source}: ${JSON.stringify(counts)}, linked ${share(counts)}`);
console.log(`all: ${JSON.stringify(total)}, linked ${share(total)} of the names that are no new persons`);
const list = [...names.values()]
  .filter(
    ({ key, kind, type }) =>
      (kind !== "none" || (lower.get(key.toLowerCase()) ?? 0) < 3) && (values.type === undefined || type === values.type),
  )
  .sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1))
  .slice(0, Number(values.top));
for (const { key, kind, type, count, example } of list)
  console.log(`${String(count).padStart(5)}  ${kind.padEnd(4)} ${type.padEnd(12)} ${key}  |  ${example}`);
