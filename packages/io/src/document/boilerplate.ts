/**
 * Lines of web pages that are no part of the article. Each is anchored, and asked only of short paragraphs: a sentence about cookies stays.
 * Collected from the pages that Mozilla Readability leaves them on (consent banners, share bars, newsletter boxes, credits of news sites and ministries).
 */
const PATTERNS: readonly RegExp[] = [
  /^(?:(?:we|this (?:web)?site|our (?:web)?sites?)(?: and .{3,30})? (?:use|store|set|place)s?|by (?:continuing|using|clicking))\b.{0,80}\bcookies?\b/i,
  /^(?:accept|reject|manage|allow)(?: all)?(?: cookies| preferences| settings)?\.?$/i,
  /^(?:share|tweet|email|e-mail|print|facebook|twitter|x|linkedin|whatsapp|telegram|reddit|copy link|pin it|save)(?: (?:this|on|via|to|article|page|story|link|facebook|twitter|linkedin|whatsapp|email).{0,40})?[.:]?$/i,
  /^(?:subscribe|sign up|sign in|log in|register (?:now|here|today|for free)|follow us|join us|donate|support us|download (?:our|the) app)\b.{0,120}$/i,
  /^(?:advertisement|advertorial|sponsored(?: content)?|story continues below.*|continue reading.*|read more:?|read also:?|see also:?|related(?: (?:articles|stories|content|topics|news))?:?|recommended(?: for you)?|most (?:read|popular|viewed)|trending(?: now)?|latest news|more (?:on|from) .{1,60}|you may also like)$/i,
  /^(?:skip to (?:main )?content|back to top|go to top|home|menu|search|close|next|previous|top|show more|load more|view all|comments?(?: \(\d+\))?|leave a comment|tags?:.{0,120}|topics?:.{0,120}|filed under.{0,120})$/i,
  /^(?:©|\(c\)|copyright)\s.{0,160}$/i,
  /^all rights reserved\b.{0,80}$/i,
  /^(?:an official website of the united states government|here'?s how you know|official websites use \.gov|secure \.gov websites use https)\b.{0,200}$/i,
  /^\d+ (?:min(?:ute)?s?|sec(?:ond)?s?) read$/i,
  /^(?:image|photo|video|audio)(?: \d+ of \d+)?$/i,
  /^javascript (?:is|must be) .{0,80}$/i,
];

const LONGEST = 240;

/** Whether a paragraph of a page is page furniture rather than article. */
export function isBoilerplate(paragraph: string): boolean {
  const text = paragraph.trim();
  return text.length <= LONGEST && PATTERNS.some((pattern) => pattern.test(text));
}
