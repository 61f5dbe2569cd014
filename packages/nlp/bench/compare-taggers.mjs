// @chancery/nlp beside wink-nlp and compromise, on the same text in the same run: coarse parts of speech and speed.
import { universalTag } from "../dist/index.js";
import { compactOffsets } from "./raw-text.mjs";

/** Classes that the three tag sets can be mapped to: compromise, for one, does not tell prepositions from conjunctions as UD does. */
const CLASSES = new Map(
  Object.entries({
    noun: "NOUN",
    name: "PROPN",
    verb: "VERB AUX",
    adjective: "ADJ",
    adverb: "ADV",
    pronoun: "PRON DET",
    particle: "ADP SCONJ CCONJ PART",
    number: "NUM",
    other: "INTJ X",
  }).flatMap(([name, tags]) => tags.split(" ").map((tag) => [tag, name])),
);

/** From the most telling tag to the least; compromise gives a word several. */
const COMPROMISE_TAGS = [
  ["verb", "Verb Copula Modal Auxiliary"],
  ["name", "ProperNoun"],
  ["pronoun", "Pronoun Determiner Possessive"],
  ["number", "Value"],
  ["noun", "Noun"],
  ["adjective", "Adjective"],
  ["adverb", "Adverb"],
  ["particle", "Preposition Conjunction Negative"],
  ["pronoun", "QuestionWord"],
  ["other", "Expression"],
].map(([name, tags]) => [name, tags.split(" ")]);

/** The other packages that are installed, each as `text → [range, class][]` and a version; a line for each that is not. */
async function otherTaggers() {
  const found = [];
  const lines = [];
  try {
    const [{ default: winkNLP }, { default: model }] = await Promise.all([import("wink-nlp"), import("wink-eng-lite-web-model")]);
    const wink = winkNLP(model, ["sbd", "pos"]);
    found.push({
      name: "wink-nlp",
      run: (text) => wink.readDoc(text),
      read: (doc) => ranges(doc.tokens().out(), doc.tokens().out(wink.its.pos)),
    });
  } catch (error) {
    lines.push(`  beside wink-nlp: skipped (${error.code ?? error.message}); it is a development dependency of packages/nlp`);
  }
  try {
    // Layer two is tokens and tags, without phrases.
    const { default: compromise } = await import("compromise/two");
    found.push({ name: "compromise", run: (text) => compromise(text), read: readCompromise });
  } catch (error) {
    lines.push(`  beside compromise: skipped (${error.code ?? error.message}); it is a development dependency of packages/nlp`);
  }
  return { found, lines };
}

function ranges(forms, tags) {
  let at = 0;
  return forms.map((form, i) => {
    const length = form.replace(/\s/g, "").length;
    at += length;
    return [`${at - length}:${at}`, CLASSES.get(tags[i])];
  });
}

function readCompromise(doc) {
  const found = [];
  let at = 0;
  const skip = (text) => {
    at += text.replace(/\s/g, "").length;
  };
  for (const sentence of doc.document) {
    for (const { pre, text, post, tags } of sentence) {
      skip(pre);
      const start = at;
      skip(text);
      if (at > start) found.push([`${start}:${at}`, COMPROMISE_TAGS.find(([, names]) => names.some((name) => tags.has(name)))?.[0]]);
      skip(post);
    }
  }
  return found;
}

function readOwn(analysis, offsets) {
  const { tokens } = analysis;
  return Array.from(tokens.start, (start, i) => [`${offsets[start]}:${offsets[tokens.end[i]]}`, CLASSES.get(universalTag(analysis, i))]);
}

/**
 * Lines of a report on `raw` (of `readRaw`). Accuracy counts words, no punctuation, over the gold tokens that both sides cut out as the treebank does.
 * Speed is text to tags for the same text, per second of processor time.
 */
export async function compareTaggers(english, raw) {
  const gold = new Map([...raw.tokens].flatMap(([range, upos]) => (CLASSES.has(upos) ? [[range, CLASSES.get(upos)]] : [])));
  if (gold.size === 0) return ["  beside other taggers: skipped, the file has no universal tags"];
  const { found, lines } = await otherTaggers();
  const offsets = compactOffsets(raw.text);
  const tagged = new Map(readOwn(english.analyze(raw.text, { layers: "tag" }), offsets));
  const parsed = new Map(readOwn(english.analyze(raw.text), offsets));
  for (const { name, run, read } of found) {
    const other = new Map(read(run(raw.text)));
    const aligned = [...gold].filter(([range]) => other.has(range) && parsed.has(range));
    if (aligned.length === 0) {
      lines.push(`  beside ${name}: no word is cut alike`);
      continue;
    }
    const accuracy = (system) => (100 * aligned.filter(([range, name]) => system.get(range) === name).length) / aligned.length;
    const [own, full, theirs] = [tagged, parsed, other].map(accuracy);
    const [ownSpeed, theirSpeed] = speeds([() => english.analyze(raw.text, { layers: "tag" }), () => run(raw.text)], raw.tokens.size);
    lines.push(
      `  beside ${name}: coarse tags of the ${((100 * aligned.length) / gold.size).toFixed(0)} % of words that both align: ${own.toFixed(1)} (after parsing ${full.toFixed(1)}) against ${theirs.toFixed(1)}, ` +
        `their errors are ${ratio(100 - theirs, 100 - own)} (${ratio(100 - theirs, 100 - full)}) times ours; ` +
        `text to tags ${thousands(ownSpeed)} against ${thousands(theirSpeed)} tokens a second, ${(ownSpeed / theirSpeed).toFixed(1)} times as fast`,
    );
  }
  return lines;
}

const ratio = (theirs, own) => (own === 0 ? "any number of" : (theirs / own).toFixed(1));
const thousands = (n) => `${(n / 1000).toFixed(0)}k`;

/** Best of three rounds, turn about. */
function speeds(runs, tokens) {
  const best = runs.map(() => 0);
  for (let round = 0; round < 4; round += 1) {
    runs.forEach((run, i) => {
      const start = process.cpuUsage();
      run();
      const { user, system } = process.cpuUsage(start);
      if (round > 0) best[i] = Math.max(best[i], (tokens / (user + system)) * 1e6);
    });
  }
  return best;
}
