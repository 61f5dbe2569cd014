import { type Analysis, XPOS_TAGS } from "@chancery/nlp";
import { timeBefore } from "./time-phrase.ts";

const VBD = XPOS_TAGS.indexOf("VBD");
const FINITE = /^(?:VBZ|VBD|VBP|MD)$/;
const RELATIVE = /^(?:who|which|that|whom)$/;
/** Past tenses without "-ed" of verbs that news reports date; none of them is a noun or an adjective as well. */
const PASTS: ReadonlyMap<string, string> = new Map(
  (
    "flew fly|sold sell|sent send|met meet|gave give|took take|held hold|spoke speak|told tell|won win|lost lose|fought fight|struck strike|shot shoot|sank sink|" +
    "began begin|went go|came come|became become|led lead|fell fall|rose rise|brought bring|bought buy|sought seek|drew draw|grew grow|withdrew withdraw|broke break|" +
    "chose choose|drove drive|forgot forget|froze freeze|hid hide|knew know|rode ride|saw see|swore swear|threw throw|wore wear|wrote write|undertook undertake|" +
    "overtook overtake|forbade forbid|stole steal|tore tear|built build|dealt deal|fled flee|shook shake|swam swim|overran overrun|ran run"
  )
    .split("|")
    .map((pair): [string, string] => [pair.split(" ")[0] ?? "", pair.split(" ")[1] ?? ""]),
);
/** What may stand between the subject and the time: "who on Sunday flew", "Seoul in 2023 sold". */
const BEFORE_TIME = /^(?:in|on|by|at|since|during|from)$/;

/**
 * "who on Sunday flew/NN to Palawan", "Seoul, long reluctant, in 2023 sold/VBN tanks": between its subject and its verb a date leads taggers to read the verb as a
 * noun or a participle. Behind an expression of time that follows a subject or a relative pronoun, a past form in a clause without any other finite verb is its
 * verb. The same object is returned where there is nothing to repair.
 */
export function repairTimedVerbs(analysis: Analysis): Analysis {
  if (!analysis.layers.includes("tag")) return analysis;
  const { tokens } = analysis;
  const tagOf = (token: number): string => XPOS_TAGS[tokens.tag[token] ?? 0] ?? "";
  const view = {
    lower: (token: number): string => tokens.lower[token] ?? "",
    lemma: (token: number): string => tokens.lemma[token] ?? "",
  };
  const found: number[] = [];
  for (const sentence of analysis.sentences) {
    for (let token = sentence.first + 2; token < sentence.last - 1; token++) {
      const word = view.lower(token);
      if (!/^(?:NN|NNP|NNS|JJ|VBN)$/.test(tagOf(token)) || !(PASTS.has(word) || (/[a-z]{2}ed$/.test(word) && tagOf(token) !== "JJ")))
        continue;
      const time = timeBefore(view, token, sentence.first);
      if (time === token) continue;
      const before = BEFORE_TIME.test(view.lower(time - 1)) ? time - 2 : time - 1;
      if (before < sentence.first || !followsSubject(view.lower(before), tagOf(before))) continue;
      if (!hasFinite(before, token, sentence.first, sentence.last)) found.push(token);
    }
  }
  if (found.length === 0) return analysis;
  const tag = tokens.tag.slice();
  const lemma = tokens.lemma.slice();
  for (const token of found) {
    tag[token] = VBD;
    lemma[token] = PASTS.get(view.lower(token)) ?? view.lemma(token);
  }
  return { ...analysis, tokens: { ...tokens, tag, lemma } };

  /** Another finite verb between the clause's opener and its end. */
  function hasFinite(before: number, verb: number, first: number, last: number): boolean {
    for (let at = verb + 1; at < last; at++) {
      if (
        /^[,;:.–—]$/.test(view.lower(at)) ||
        /^(?:that|which|who|as|while|after|because|if|when|where|before|since|and|but)$/.test(view.lower(at))
      )
        break;
      if (FINITE.test(tagOf(at))) return true;
    }
    for (let at = before; at >= first; at--) {
      const word = view.lower(at);
      if (
        RELATIVE.test(word) ||
        /^[;:.–—]$/.test(word) ||
        /^(?:while|after|because|if|when|where|before|although|though|but|and)$/.test(word)
      )
        return false;
      if (FINITE.test(tagOf(at))) return true;
    }
    return false;
  }
}

const followsSubject = (word: string, tag: string): boolean =>
  RELATIVE.test(word) || word === "," || word === "whose" || /^(?:NN|NNS|NNP|NNPS|PRP)$/.test(tag);
