import { wordTable } from "../../word-table.ts";
import type { Factuality } from "../event-draft.ts";
import type { Phrase, VerbGroup } from "../syntax/phrase.ts";
import { neighbour, type SentenceSyntax } from "../syntax/sentence-syntax.ts";

type Mode = Factuality["mode"];

const words = (text: string): ReadonlySet<string> => new Set(text.split(" "));

/** What would bear a happening out: where there is none of it, the happening stands unconfirmed. */
const EVIDENCE = words("evidence proof indication sign confirmation information report trace");
/** Words of others that one answers: "claims that it had sold drones". */
const WORDS_OF_OTHERS = words("claim allegation accusation report assertion charge suggestion rumour rumor speculation insinuation");
/** Verbs by which such words are turned down. */
const TURNING_DOWN = words("reject dismiss deny refute rebut dispute repudiate disprove debunk contradict");
/** Verbs that pass on what others say, where they stand in the passive: "is said to have bought". */
const PASSED_ON = words("say report claim rumor rumour understand presume assume allege think believe deem");
/** Words for not knowing, and words that tell it under a negation: "it is unclear whether", "has not been proven if". */
const UNSURE = words("unclear uncertain unknown unsure undetermined unconfirmed");
const KNOWN = words("clear know certain sure prove establish say tell confirm verify determine corroborate rule conclude");
/** Verbs of keeping off something: whoever will do so will not do it, whoever is asked to might. */
export const REFRAINING: ReadonlySet<string> = words("refrain desist abstain");
/** Nouns and verbs of thinking a step over: a gerund behind `about` or `on` after them is not done. */
export const DELIBERATING: ReadonlySet<string> = words(
  "talk talks discussion debate think question idea discuss deliberation doubt conversation plan negotiation negotiate consultation",
);

/** Words that lower a clause by what governs it: what there is no proof of, what is only suggested, what somebody turns down. */
const PUT_FORWARD: Readonly<Record<string, Mode>> = wordTable({ suggest: "alleged", imply: "alleged", insinuate: "alleged" });

/** How a finite clause behind `that` is told by the verb or noun before it (a phrase of its sentence); `undefined` where these words say nothing of it. */
export function modeOfReport(syntax: SentenceSyntax, governor: number, clause: VerbGroup): Mode | undefined {
  const { view, phrases } = syntax;
  const phrase = phrases[governor];
  if (phrase?.kind === "np") {
    const lemma = view.lemma(phrase.head);
    const verb = phrases[neighbour(syntax, governor, -1)];
    // "there is no evidence that", "has seen no sign that", "does not have any proof that"
    if (EVIDENCE.has(lemma) && (view.lower(phrase.first) === "no" || (verb?.kind === "vg" && verb.negated))) return "possible";
    // "denied Syria's claim that": whose it is tells who says so
    if (!WORDS_OF_OTHERS.has(lemma) || isOwned(syntax, phrase)) return undefined;
    return verb?.kind === "vg" && TURNING_DOWN.has(view.lemma(verb.head)) ? "negated" : "alleged";
  }
  // "suggested that Iran was behind it" puts forward a fact, "suggested that Iran leave" (bare verb) a step
  if (phrase?.kind === "vg" && view.tag(clause.head) !== "VB") return PUT_FORWARD[view.lemma(phrase.head)];
  return undefined;
}

function isOwned({ view }: SentenceSyntax, phrase: Phrase): boolean {
  for (let token = phrase.first; token < phrase.last; token++) if (/^(?:POS|PRP\$)$/.test(view.tag(token))) return true;
  return false;
}

/** "is said to have bought", "are reported to be training": the passive of a verb of saying keeps what follows at a distance. */
export const isPassedOn = (syntax: SentenceSyntax, group: VerbGroup): boolean =>
  group.passive && PASSED_ON.has(syntax.view.lemma(group.head));

/** "It is unclear whether Iran delivered them", "has not been proven if": asked by nobody and known by nobody. */
export function isUnsettled(syntax: SentenceSyntax, opener: number): boolean {
  const { view, phrases } = syntax;
  for (let at = opener - 1, steps = 0; at >= 0 && steps < 3; at--, steps++) {
    const phrase: Phrase | undefined = phrases[at];
    if (phrase === undefined || phrase.kind === "stop" || phrase.kind === "comma") return false;
    for (let token = phrase.first; token < phrase.last; token++) if (UNSURE.has(view.lower(token))) return true;
    if (phrase.kind === "vg") {
      const known = KNOWN.has(view.lemma(phrase.head)) || isKnownBehind(syntax, at, opener);
      return phrase.negated && known;
    }
  }
  return false;
}

/** "is not clear whether": the word for knowing stands behind the verb. */
function isKnownBehind(syntax: SentenceSyntax, from: number, to: number): boolean {
  const first = syntax.phrases[from]?.last ?? 0;
  const last = syntax.phrases[to]?.first ?? 0;
  for (let token = first; token < last; token++) if (KNOWN.has(syntax.view.lower(token))) return true;
  return false;
}
