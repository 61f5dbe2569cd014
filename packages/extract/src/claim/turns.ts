import { firstTokenAt, mentionOver, type Reading } from "./reading.ts";

/** One person's turn in a transcript: from a speaker label to the next. */
export interface Turn {
  /** Tokens of the label, colon included. */
  readonly label: { readonly first: number; readonly last: number };
  /** Words of the label as written, without the colon. */
  readonly name: string;
  /** Entities that the label names; empty for questioners, moderators and whoever cannot be told. */
  readonly speakers: readonly string[];
  /** A reporter, the audience, a moderator, an interpreter: what they say is no claim. */
  readonly silent: boolean;
}

/** Labels in capitals ("MS. PSAKI:", "SENIOR ADMINISTRATION OFFICIAL:"), a title and a name ("Mr. Kirby:"), and "Q" alone. */
const LABEL =
  /^[ \t]*(?:(Q(?:UESTION)?)(?::|[ \t]{2,}|[ \t](?=[\p{Lu}“"]))|((?:\p{Lu}[\p{Lu}.’'-]*)(?:[ \t]+\p{Lu}[\p{Lu}.’'-]*){0,6}|(?:Mr|Ms|Mrs|Dr|President|Secretary|Minister|Chancellor|Ambassador|General|Spokesperson|Senator)\.?(?:[ \t]+\p{Lu}[\p{L}.’'-]*){1,4}|Moderator|Interviewer)[ \t]*:)/gmu;
const SILENT =
  /^(q|question|questioner|moderator|operator|audience( members?)?|aide|(white house |press )?(aide|staff)|interpreter|reporters?|interviewer|participants?|host|press|staff)$/i;
/** What makes capitals before a colon somebody: a form of address or a post. */
const ROLE =
  /(^|\b)(mr|ms|mrs|dr|sir|official|officer|president|secretary|minister|chancellor|premier|ambassador|general|admiral|senator|spokesperson|spokesman|spokeswoman|advisor|adviser|director|administrator|governor|king|amir|emir|prince|leader|speaker|taoiseach|chair(man|woman)?|commissioner|representative|envoy|lady)\b/i;

/**
 * The turns of a transcript, in text order; empty for a text that is none. Two labels that name people, questioners or moderators make a transcript, or one that opens a speech.
 * A label that no mention covers has no speakers yet: `introduceSpeakers` names them.
 */
export function turnsOf(reading: Reading): readonly Turn[] {
  const turns: Turn[] = [];
  for (const found of reading.text.matchAll(LABEL)) {
    const name = (found[1] ?? found[2] ?? "").trim();
    const start = found.index + found[0].length - found[0].trimStart().length;
    const first = firstTokenAt(reading.tokens, start);
    const last = firstTokenAt(reading.tokens, found.index + found[0].trimEnd().length);
    const silent = SILENT.test(name);
    const speakers = silent ? [] : personsOver(reading, first, last);
    if (!silent && speakers.length === 0 && !ROLE.test(name)) continue;
    turns.push({ label: { first, last: Math.max(last, first + 1) }, name, speakers, silent });
  }
  if (turns.every((turn) => turn.silent)) return [];
  return turns.length > 1 || opensAlone(reading, turns[0]) ? turns : [];
}

/** The title of what is spoken by one person. */
const SPOKEN_TITLE = /\b(?:call|remarks|briefing|conference|interview|gaggle|address|speech|testimony)\b/iu;

/** A single label in capitals that opens the text under the title of a speech or a call: nobody else has the floor. */
function opensAlone(reading: Reading, turn: Turn | undefined): boolean {
  if (turn === undefined || turn.name !== turn.name.toUpperCase()) return false;
  const at = reading.tokens.start[turn.label.first] ?? 0;
  const before = reading.text.slice(0, at);
  return before.length < 600 && (before.match(/\n\s*\n/g) ?? []).length < 4 && SPOKEN_TITLE.test(before);
}

function personsOver(reading: Reading, first: number, last: number): readonly string[] {
  for (let i = last - 1; i >= first; i--) {
    const mention = mentionOver(reading, i);
    if (mention?.type === "Person") return [mention.entity];
  }
  return [];
}

/** The turn that each sentence belongs to; `undefined` before the first label. */
export function turnBySentence(reading: Reading, turns: readonly Turn[]): readonly (Turn | undefined)[] {
  let next = 0;
  let current: Turn | undefined;
  return reading.sentences.map((sentence) => {
    while (next < turns.length && (turns[next] as Turn).label.first < sentence.last) current = turns[next++];
    return current;
  });
}

/** "SENIOR ADMINISTRATION OFFICIAL TWO" as a name for a person whom the text does not name: "senior administration official two"; "MS. SLOAT": "Sloat". */
export function labelName(name: string): string {
  const surname = /^(?:MR|MS|MRS|DR)\.?\s+(.+)$/iu.exec(name)?.[1];
  if (surname === undefined) return name.toLowerCase().replace(/^the /, "");
  return surname.toLowerCase().replace(/(^|[\s’'-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
}
