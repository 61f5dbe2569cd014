import { FUNCTIONS, KEYWORDS } from "./keyword-table.ts";

/** Names of the graph that queries are written with. */
export interface QueryVocabulary {
  readonly prefixes: Readonly<Record<string, string>>;
  /** Prefixed names, most used first. */
  readonly classes: readonly string[];
  readonly properties: readonly string[];
  /** Entities with their prefixed names, best connected first. */
  readonly entities: readonly { readonly name: string; readonly label: string }[];
}

/** Something that may stand where the cursor is. */
export interface Completion {
  /** What is written. */
  readonly text: string;
  readonly kind: "keyword" | "function" | "prefix" | "class" | "property" | "entity" | "variable";
  /** Said beside it: the namespace, the label. */
  readonly detail?: string;
}

export interface Completions {
  /** Where the text that is replaced begins; it ends at the cursor. */
  readonly from: number;
  readonly options: readonly Completion[];
}

const MOST = 40;

/**
 * What may be written at a place of a query: variables after `?`, classes after `a`, names of a prefix after its colon, prefixes with their namespaces after
 * `PREFIX`, else keywords, functions, prefixes and names of the graph by their beginning. Nothing in comments, strings and IRIs.
 *
 * @param asked Whether the reader asked for it: then an empty beginning is enough.
 */
export function completeQuery(text: string, at: number, vocabulary: QueryVocabulary, asked: boolean = false): Completions | undefined {
  const before = text.slice(0, at);
  if (isInside(before)) return undefined;
  const word = /(?:[?$][\w]*|(?:[A-Za-z][\w-]*)?:(?:[\w.%-]|\\.)*|[A-Za-z_]\w*)$/.exec(before)?.[0] ?? "";
  if (word === "" && !asked) return undefined;
  const from = at - word.length;
  const previous = /(\S+)\s*$/.exec(before.slice(0, from))?.[1] ?? "";
  const options = optionsFor(word, previous, text, from, vocabulary, asked).slice(0, MOST);
  // What is already written in full needs no offer.
  if (options.length === 0 || (options.length === 1 && options[0]!.text === word)) return undefined;
  return { from, options };
}

function optionsFor(
  word: string,
  previous: string,
  text: string,
  from: number,
  vocabulary: QueryVocabulary,
  asked: boolean,
): readonly Completion[] {
  const { prefixes, classes, properties, entities } = vocabulary;
  const begins = (name: string): boolean => name.toLowerCase().startsWith(word.toLowerCase());
  const ofKind = (names: readonly string[], kind: Completion["kind"]): readonly Completion[] => names.map((name) => ({ text: name, kind }));
  if (/^[?$]/.test(word)) return ofKind(variablesOf(text, from, word).filter(begins), "variable");
  if (/^prefix$/i.test(previous)) {
    return Object.entries(prefixes)
      .filter(([prefix]) => begins(`${prefix}:`))
      .map(([prefix, namespace]) => ({ text: `${prefix}: <${namespace}>`, kind: "prefix" }));
  }
  const afterType = previous === "a" || previous === "rdf:type";
  const names: readonly Completion[] = afterType
    ? ofKind(classes, "class")
    : [...ofKind(properties, "property"), ...ofKind(classes, "class")];
  if (word.includes(":")) {
    const found = names.filter(({ text: name }) => begins(name));
    if (afterType) return found;
    // Ids are hashes and codes: entities are found by their labels as well.
    const [prefix, local] = [word.slice(0, word.indexOf(":") + 1), word.slice(word.indexOf(":") + 1).toLowerCase()];
    const named = entities.filter(
      ({ name, label }) => begins(name) || (local.length > 1 && name.startsWith(prefix) && label.toLowerCase().includes(local)),
    );
    return [...found, ...named.slice(0, MOST).map(({ name, label }) => ({ text: name, kind: "entity" as const, detail: label }))];
  }
  if (word.length < 2 && !asked) return [];
  const localBegins = ({ text: name }: Completion): boolean =>
    (word !== "" || afterType) &&
    name
      .slice(name.indexOf(":") + 1)
      .toLowerCase()
      .startsWith(word.toLowerCase());
  return [
    ...(afterType ? [] : ofKind(KEYWORDS.filter(begins), "keyword")),
    ...names.filter(localBegins),
    ...Object.entries(prefixes)
      .filter(([prefix]) => prefix !== "" && begins(prefix))
      .map(([prefix, namespace]) => ({ text: `${prefix}:`, kind: "prefix" as const, detail: namespace })),
    ...(afterType ? [] : FUNCTIONS.filter(begins).map((name) => ({ text: `${name}(`, kind: "function" as const }))),
  ];
}

/** The variables of a query in the order of their first use, without the one that is being written. */
function variablesOf(text: string, from: number, word: string): readonly string[] {
  const names = new Set<string>();
  for (const match of text.matchAll(/[?$][A-Za-z_]\w*/g)) if (match.index !== from) names.add(`${word.slice(0, 1)}${match[0].slice(1)}`);
  return [...names];
}

/** Whether a place is within a comment, a string or an IRI that has begun before it. */
function isInside(before: string): boolean {
  const pattern = /#[^\n]*|<[^\s<>"{}|^`]*>|"""[\s\S]*?"""|'''[\s\S]*?'''|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/g;
  const rest = before.replace(pattern, (part, start: number) =>
    // A comment that goes on to the cursor has not ended.
    part.startsWith("#") && start + part.length === before.length ? "#" : " ".repeat(part.length),
  );
  return /#$|["']/.test(rest) || /<[^\s<>"{}|^`=]*$/.test(rest);
}
