// The raw text of a CoNLL-U file and where its gold tokens and sentences are in it, as ranges of non-blank characters.
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";

const compact = (text) => text.replace(/\s/g, "");

/**
 * Text with its paragraphs; `tokens` maps a range (`12:17`, non-blank characters) to the token's universal tag, or to undefined where the file has none.
 * Sentences whose `# text` and tokens disagree are left out and counted in `skipped`.
 */
export function readRaw(file) {
  const bytes = readFileSync(file);
  const content = (file.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8").replace(/\r\n?/g, "\n");
  const tokens = new Map();
  const sentences = new Set();
  let text = "";
  let at = 0;
  let skipped = 0;
  for (const block of content.split(/\n[^\S\n]*\n/)) {
    const rows = block.split("\n").map((row) => row.split("\t"));
    const words = rows.filter(([id, form]) => /^\d+$/.test(id) && form !== undefined);
    if (words.length === 0) continue;
    const sentence = /^# text = (.*)$/m.exec(block)?.[1] ?? spelledOut(rows);
    if (words.map(([, form]) => compact(form)).join("") !== compact(sentence)) {
      skipped += 1;
      continue;
    }
    if (text !== "") text += /^# new(?:par|doc)\b/m.test(block) ? "\n\n" : " ";
    text += sentence;
    sentences.add(`${at}:${at + compact(sentence).length}`);
    for (const [, form, , upos] of words) {
      const { length } = compact(form);
      tokens.set(`${at}:${at + length}`, upos === "_" ? undefined : upos);
      at += length;
    }
  }
  return { text, tokens, sentences, skipped };
}

/** The sentence from its words where the file does not give it: `SpaceAfter=No`, and words of one multiword token, leave no blank. */
function spelledOut(rows) {
  let sentence = "";
  let joinedUntil = 0;
  let tight = false;
  for (const [id, form, , , , , , , , misc = ""] of rows) {
    const range = /^\d+-(\d+)$/.exec(id);
    if (range !== null) {
      joinedUntil = Number(range[1]);
      tight = /SpaceAfter=No/.test(misc);
    }
    if (!/^\d+$/.test(id) || form === undefined) continue;
    sentence += form;
    if (Number(id) >= joinedUntil && !(Number(id) === joinedUntil ? tight : /SpaceAfter=No/.test(misc))) sentence += " ";
  }
  return sentence.trim();
}

/** How many non-blank characters come before each offset of `text`. */
export function compactOffsets(text) {
  const offsets = new Uint32Array(text.length + 1);
  for (let i = 0, n = 0; i < text.length; i += 1) {
    offsets[i] = n;
    if (/\S/.test(text[i])) n += 1;
    offsets[i + 1] = n;
  }
  return offsets;
}
