import type { AnnotatedDocument } from "../annotated-document.ts";
import { bodyOf } from "./enumeration.ts";
import { neighbour, type SentenceSyntax } from "./syntax/sentence-syntax.ts";

/** Who does what a paragraph of a resolution begins with, and with which verbs. */
export interface Issuer {
  readonly entity: string;
  readonly type: string;
  /** Heads of the verbs that the organ is the subject of, though the paragraph does not repeat it. */
  readonly verbs: ReadonlySet<number>;
}

/** What an organ does by saying so. */
const ENACTING = new Set(
  "impose establish authorize authorise dispatch send deploy terminate lift create appoint designate freeze ban prohibit suspend adopt extend".split(
    " ",
  ),
);
/** What an organ takes upon itself, told by the infinitive behind it. */
const DECIDING = new Set(["decide", "resolve", "agree", "undertake"]);

/** "Imposes a travel ban on …", "Decides to establish a force for …": paragraphs without a subject, whose subject is the organ that the resolution opens with. */
export function issuerOf({ voice, entities }: AnnotatedDocument, syntax: SentenceSyntax): Issuer | undefined {
  if (voice?.kind !== "organ" || syntax.sentence < voice.from) return undefined;
  const organ = entities.get(voice.speaker);
  const { phrases, view } = syntax;
  let at = bodyOf(syntax);
  while (phrases[at]?.kind === "adv" || phrases[at]?.kind === "comma") at++;
  const opening = phrases[at];
  if (organ === undefined || opening?.kind !== "vg" || opening.form !== "finite" || opening.passive) return undefined;
  const lemma = view.lemma(opening.head);
  if (ENACTING.has(lemma)) return { entity: organ.id, type: organ.type, verbs: new Set([opening.head]) };
  const next = phrases[neighbour(syntax, at, 1)];
  return DECIDING.has(lemma) && next?.kind === "vg" && next.form === "infinitive" && !next.passive && ENACTING.has(view.lemma(next.head))
    ? { entity: organ.id, type: organ.type, verbs: new Set([next.head]) }
    : undefined;
}
