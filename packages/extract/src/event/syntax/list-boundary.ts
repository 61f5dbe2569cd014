import { WEEKDAYS } from "../../calendar-words.ts";
import { isMonth, isYear } from "./calendar-lexicon.ts";
import type { Phrase } from "./phrase.ts";
import type { TokenView } from "./token-view.ts";

/** "In 1951, Australia and the United States signed", "On Tuesday, Iran and Iraq agreed": the date before the comma is no member of the list behind it. */
function isDate(view: TokenView, phrase: Phrase): boolean {
  const head = view.lower(phrase.last - 1);
  return (isYear(head) && view.tag(phrase.last - 1) === "CD") || isMonth(head) || WEEKDAYS.has(head);
}

/**
 * The noun phrase at `index`, which only a comma parts from those behind it, belongs to what opens the sentence, and to no list with them: a date, or the
 * last phrase of a setting ("In return for gestures to the Palestinians, the American and Israeli delegations agreed").
 */
export function closesSetting(view: TokenView, phrases: readonly Phrase[], index: number): boolean {
  const phrase = phrases[index];
  if (phrase?.kind !== "np" || phrases[index + 1]?.kind !== "comma") return false;
  if (isDate(view, phrase)) return true;
  const opening = phrases[0];
  const opens = opening?.kind === "prep" ? opening.clausal !== true : opening?.kind === "vg" && opening.form !== "finite";
  const governor = phrases[index - 1];
  // ("To contain China, Japan and Australia signed": the object of what is done for the sake of the verb behind)
  if (!opens || !(governor?.kind === "prep" || (governor?.kind === "vg" && governor.form !== "finite"))) return false;
  const next = phrases[index + 2];
  // "In talks with Iran, China and Russia the minister said": the verb's own subject begins behind the comma only where it runs up to the verb
  let at = index + 2;
  while (phrases[at]?.kind === "np" || phrases[at]?.kind === "cc" || phrases[at]?.kind === "comma") at++;
  const verb = phrases[at];
  if (next?.kind !== "np" || verb?.kind !== "vg" || verb.form !== "finite") return false;
  for (let before = 0; before < index; before++) {
    const earlier = phrases[before];
    if (earlier?.kind === "vg" && earlier.form === "finite") return false;
  }
  return true;
}
