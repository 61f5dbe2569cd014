import type { AnnotatedDocument, DocumentEntity } from "../annotated-document.ts";
import { lowerOf, type Reading, readDocument } from "./reading.ts";
import { statesOf } from "./states-behind.ts";
import { actorsIn, titleSentences, titleTopic } from "./title-lines.ts";

/** Kinds of text that are somebody's own words. */
export const STATEMENT_TITLE: RegExp =
  /\b(statements?|remarks|declaration|communiqu[eé]|letter|op-ed|testimony|vision|pledge|appeal|proclamation)\b/i;

/** How far into a text its title is looked for, in characters. */
const HEAD = 2000;

/**
 * The document with those whom its title names as signers, where the title stands only in the metadata ("Statement from Jake Sullivan on …") and the text
 * opens with the statement itself. `readTitle` annotates the title as a text of its own.
 */
export function withTitleSigners(source: AnnotatedDocument, readTitle: (title: string) => AnnotatedDocument): AnnotatedDocument {
  const { title, text } = source.document;
  if (title === undefined || !STATEMENT_TITLE.test(title) || text.slice(0, HEAD).includes(title)) return source;
  const reading = readDocument(readTitle(title));
  const signers = signersOf(reading, titleSentences(reading));
  if (signers.length === 0) return source;
  const entities = new Map(source.entities);
  const add = (id: string, country?: string): void => {
    const entity: DocumentEntity | undefined = entities.get(id) ?? reading.annotated.entities.get(id);
    if (entity !== undefined) entities.set(id, entity.country === undefined && country !== undefined ? { ...entity, country } : entity);
  };
  for (const id of signers) {
    const states = statesOf(reading, [id]);
    add(id, states.length === 1 && states[0] !== id ? states[0] : undefined);
    for (const state of states) add(state);
  }
  return { ...source, entities, signers };
}

/** Who a title says the statement is by, from or of, or whose name stands before the word. */
export function signersOf(reading: Reading, title: readonly number[]): readonly string[] {
  for (const s of title) {
    const { first, last } = reading.sentences[s] ?? { first: 0, last: 0 };
    let noun = -1;
    for (let i = first; i < last; i++)
      if (STATEMENT_TITLE.test(lowerOf(reading, i))) {
        noun = i;
        break;
      }
    if (noun < 0) continue;
    const end = titleTopic(reading, noun, last);
    const after: string[] = [];
    for (let i = noun + 1; i < end; i++) {
      if (!/^(by|from|of)$/.test(lowerOf(reading, i)) && i !== noun + 1) continue;
      after.push(...actorsIn(reading, i + (/^(by|from|of)$/.test(lowerOf(reading, i)) ? 1 : 0), end));
      break;
    }
    const before = actorsIn(reading, first, noun);
    const persons = (ids: readonly string[]): readonly string[] =>
      ids.filter((id) => reading.annotated.entities.get(id)?.type === "Person");
    if (persons(after).length > 0) return persons(after);
    if (persons(before).length > 0) return persons(before);
    if (after.length > 0) return joinedStates(reading, after, noun, end);
  }
  return [];
}

/** "Joint Statement of the United States and Japan": all of them; "Statement of the Ministry of Defence of Japan": the first. */
function joinedStates(reading: Reading, ids: readonly string[], first: number, last: number): readonly string[] {
  let joins = false;
  for (let i = first; i < last; i++) joins ||= /^(and|,)$/.test(lowerOf(reading, i));
  const states = ids.every((id) => reading.annotated.entities.get(id)?.type === "State");
  return joins && states ? ids : ids.slice(0, 1);
}
