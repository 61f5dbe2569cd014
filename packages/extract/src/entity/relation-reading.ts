import type { Mention } from "../annotated-document.ts";
import type { RelationType } from "../ontology.ts";
import type { LinkState } from "./link-document.ts";

/** A body, whatever its kind: what can be an organ or have one. */
export const BODY: RegExp =
  /^(GovernmentBody|InternationalOrganization|MilitaryForce|MediaOrganization|Organization|ResearchOrganization|Company|ArmedGroup)$/;
export const STATE: RegExp = /^(State|Territory)$/;
/** How far apart two names of one relation may stand, in characters. */
const REACH = 130;

/** What the readers of relations look at: every mention of a sentence in order, and where a relation goes. */
export interface RelationReading {
  readonly state: LinkState;
  readonly text: string;
  /** Names, descriptions that coreference resolved, and pronouns; by start. */
  readonly mentions: readonly Mention[];
  /** Mentions of the same sentence that begin behind `mention` within reach. */
  readonly behind: (mention: Mention) => readonly Mention[];
  readonly add: (type: RelationType, subject: string, object: string, from: Mention, to: Mention, rule: string) => void;
}

/** Prepares the reading; what it adds goes into `state.relations`, each relation once. */
export function relationReading(state: LinkState): RelationReading {
  const { text } = state.context.document;
  const mentions = [...state.mentions].sort((a, b) => a.start - b.start || a.end - b.end);
  const seen = new Set(state.relations.map((relation) => `${relation.type} ${relation.subject} ${relation.object}`));
  return {
    state,
    text,
    mentions,
    behind: (mention) => {
      const found: Mention[] = [];
      let low = 0;
      let high = mentions.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((mentions[middle] as Mention).start < mention.end) low = middle + 1;
        else high = middle;
      }
      for (let at = low; at < mentions.length; at++) {
        const next = mentions[at] as Mention;
        if (next.start - mention.end > REACH || next.sentence !== mention.sentence) break;
        found.push(next);
      }
      return found;
    },
    add: (type, subject, object, from, to, rule) => {
      const key = `${type} ${subject} ${object}`;
      if (subject === object || seen.has(key)) return;
      seen.add(key);
      const evidence = [{ start: Math.min(from.start, to.start), end: Math.max(from.end, to.end) }];
      state.relations.push({ type, subject, object, evidence, rule });
    },
  };
}

/** A state by name, as an actor. */
export const isNamedState = (mention: Mention): boolean =>
  STATE.test(mention.type) && mention.kind !== "demonym" && mention.kind !== "pronoun" && mention.use !== "place";

/** `first` and the mentions coordinated behind it, "Russia, Belarus and China": those that `fits` admits, with nothing but `joint` between them. */
export function coordinatedFrom(
  reading: RelationReading,
  first: Mention,
  fits: (mention: Mention) => boolean,
  joint: RegExp,
): readonly Mention[] {
  const run = [first];
  // Each member reaches as far as the next: a list may be longer than any reach.
  for (;;) {
    const last = run.at(-1) as Mention;
    // A member that no list knows does not end the list: "Italy, Luxemburg, the Netherlands".
    const next = reading
      .behind(last)
      .find((one) => fits(one) && joint.test(reading.text.slice(last.end, one.start).replace(/^, \p{Lu}[\p{L}-]+(?=,)/u, "")));
    if (next === undefined) return run;
    run.push(next);
  }
}

/** `last` and the mentions of its sentence coordinated before it, nearest first. */
export function coordinatedUpTo(
  reading: RelationReading,
  last: Mention,
  fits: (mention: Mention) => boolean,
  joint: RegExp,
): readonly Mention[] {
  const run = [last];
  for (const mention of [...reading.mentions].reverse()) {
    const first = run.at(-1) as Mention;
    if (mention.sentence !== last.sentence || mention.end > first.start || !fits(mention)) continue;
    if (!joint.test(reading.text.slice(mention.end, first.start))) break;
    run.push(mention);
  }
  return run;
}
