import type { Mention } from "../annotated-document.ts";
import type { LinkState } from "./link-document.ts";
import type { TextView } from "./text-view.ts";

/** Who does what to whom, as far as subject and object are states. */
interface StateAct {
  readonly verb: string;
  readonly subject: string | undefined;
  readonly object: string;
  readonly mention: Mention;
}

/** Verbs too general to contradict each other. */
const GENERAL =
  /^(be|have|say|tell|do|see|make|take|get|give|join|meet|include|call|ask|want|need|know|find|lead|follow|address|visit|hold|discuss|urge|warn|accuse|mention|concern|counter)$/;

/**
 * A headline that gives the body's act another state as object ("vows … to defend North Korea" over a text that commits to defend South Korea) is recorded as
 * a SourceConflict; headlines are trusted less than the body (L59), and neither is changed.
 */
export function addHeadlineConflicts(state: LinkState, view: TextView): void {
  const headlines = state.context.document.regions.filter((region) => region.kind === "headline");
  const inHeadline = (offset: number): boolean => headlines.some((region) => offset >= region.start && offset < region.end);
  const acts = stateActs(state, view);
  const body = acts.filter((act) => !inHeadline(act.mention.start));
  for (const act of acts) {
    if (!inHeadline(act.mention.start)) continue;
    const same = body.filter(
      (other) => other.verb === act.verb && (other.subject === undefined || act.subject === undefined || other.subject === act.subject),
    );
    const other = same.find((one) => one.object !== act.object);
    if (other === undefined || same.some((one) => one.object === act.object)) continue;
    const sentence = state.context.analysis.sentences[act.mention.sentence];
    const elsewhere = state.context.analysis.sentences[other.mention.sentence];
    if (sentence === undefined || elsewhere === undefined) continue;
    const name = (id: string): string => state.table.entities.get(id)?.name ?? id;
    state.conflicts.push({
      kind: "SourceConflict",
      text: state.context.document.text.slice(sentence.start, sentence.end),
      reason: `The headline has "${act.verb} ${name(act.object)}", the body "${act.verb} ${name(other.object)}".`,
      evidence: [
        { start: sentence.start, end: sentence.end },
        { start: elsewhere.start, end: elsewhere.end },
      ],
    });
  }
}

/** Verb with a state as object right behind it; its subject is the first state of the sentence before the verb. */
function stateActs(state: LinkState, view: TextView): StateAct[] {
  const { lemma } = state.context.analysis.tokens;
  const acts: StateAct[] = [];
  for (const mention of state.mentions) {
    if (mention.type !== "State" || mention.kind === "demonym" || mention.kind === "nominal" || mention.kind === "pronoun") continue;
    const verb = mention.first - (view.lower(mention.first - 1) === "the" ? 2 : 1);
    if (verb < 0 || view.sentence(verb) !== mention.sentence || !/^VB[PZD]?$/.test(view.tag(verb))) continue;
    const word = lemma[verb] ?? "";
    if (GENERAL.test(word) || view.lower(mention.last) === "’s" || view.lower(mention.last) === "'s") continue;
    const subject = state.mentions.find(
      (other) =>
        other.sentence === mention.sentence &&
        other.type === "State" &&
        other.kind !== "nominal" &&
        other.kind !== "pronoun" &&
        other.end <= view.start(verb),
    );
    acts.push({ verb: word, subject: subject?.entity, object: mention.entity, mention });
  }
  return acts;
}
