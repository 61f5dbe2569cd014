import type { Phrase } from "./phrase.ts";
import type { TokenView } from "./token-view.ts";

const MONTH_OR_DAY =
  /^(?:january|february|march|april|june|july|august|september|october|november|december|(?:mon|tues|wednes|thurs|fri|satur|sun)day)$/;

/** "In 1951, Australia and the United States signed", "On Tuesday, Iran and Iraq agreed": the date before the comma is no member of the list behind it. */
export function isDatePhrase(view: TokenView, phrase: Phrase | undefined): boolean {
  if (phrase?.kind !== "np") return false;
  const head = view.lower(phrase.last - 1);
  return (/^1[5-9]\d\d$|^20\d\d$/.test(head) && view.tag(phrase.last - 1) === "CD") || MONTH_OR_DAY.test(head);
}
