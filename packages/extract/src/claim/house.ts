import { lowerOf, mentionOver, type Reading, tagOf } from "./reading.ts";
import { statesOf } from "./states-behind.ts";
import { actorsIn, titleTopic } from "./title-lines.ts";

/**
 * The states that put out a fact sheet: those that open its title ("United States and Allies Impose Costs on Russia"), side by side, before what they do and
 * whom or where it concerns; else those of the bodies and persons there; else the state whose office issues it.
 */
export function houseOf(reading: Reading, title: readonly number[]): readonly string[] {
  const { home } = reading.annotated;
  for (const s of title) {
    const { first, last } = reading.sentences[s] ?? { first: 0, last: 0 };
    const end = Math.min(verbOf(reading, first, last), prepositionOf(reading, first, last), titleTopic(reading, first, last));
    const named = actorsIn(reading, first, end);
    const own = openingStates(reading, afterKind(reading, first, end), end);
    const states =
      own.length > 0
        ? own
        : statesOf(
            reading,
            named.filter((id) => reading.annotated.entities.get(id)?.type !== "State"),
          );
    // "Republic of Korea State Visit": what one state tells of another
    if (states.length > 1 || (states.length === 1 && (home === undefined || states[0] === home))) return states;
  }
  return home === undefined ? [] : [home];
}

/** Behind "FACT SHEET:", where a title begins so. */
function afterKind(reading: Reading, first: number, last: number): number {
  for (let i = first; i < Math.min(last, first + 4); i++) if (/^[:|–—]$/.test(lowerOf(reading, i))) return i + 1;
  return first;
}

/** How many words may stand before the states that open a title: "the", "Trilateral". */
const BEFORE_STATES = 2;

/** States named side by side: the first, and those that only a comma, a hyphen or "and" parts from it. */
function openingStates(reading: Reading, first: number, last: number): readonly string[] {
  const ids: string[] = [];
  for (let i = first; i < last; i++) {
    const mention = mentionOver(reading, i);
    if (mention?.type === "State") {
      if (!ids.includes(mention.entity)) ids.push(mention.entity);
      i = mention.last - 1;
    } else if (ids.length === 0 ? i - first >= BEFORE_STATES : !/^(?:and|the|,|-|–|—|&|\/)$/.test(lowerOf(reading, i))) break;
  }
  return ids;
}

function verbOf(reading: Reading, first: number, last: number): number {
  for (let i = first + 3; i < last; i++) if (/^(VBZ|VBP|VBD|MD)$/.test(tagOf(reading, i))) return i;
  return last;
}

/** "The 2023 G7 Summit | in Hiroshima, Japan": where or with whom something is does not say who tells it. */
function prepositionOf(reading: Reading, first: number, last: number): number {
  for (let i = first; i < last; i++)
    if (/^(?:in|with|at|for|against|from|between)$/.test(lowerOf(reading, i)) && mentionOver(reading, i) === undefined) return i;
  return last;
}
