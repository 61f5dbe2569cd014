import { wordTable } from "../word-table.ts";
import type { MentionContext, MentionDraft } from "./context.ts";
import { isCapitalised } from "./pieces.ts";

/** Family names by which a state's rule goes, with their common spellings: "the Assad regime" is Syria. State codes are ISO 3166-1 alpha-3. */
const RULED: Readonly<Record<string, string>> = wordTable({
  afg: "karzai ghani",
  arg: "galtieri videla",
  blr: "lukashenko lukashenka",
  chl: "pinochet",
  cub: "castro",
  deu: "merkel scholz merz",
  egy: "mubarak sisi nasser",
  fra: "macron hollande sarkozy mitterrand",
  gbr: "thatcher blair cameron johnson sunak starmer",
  ind: "modi",
  irn: "khamenei khomeini ahmadinejad rouhani raisi",
  irq: "saddam maliki",
  isr: "netanyahu",
  jpn: "abe kishida",
  kor: "yoon",
  lby: "gaddafi qaddafi qadhafi gadhafi",
  nic: "ortega somoza sandinista",
  pan: "noriega",
  phl: "marcos duterte",
  prk: "kim",
  rus: "putin yeltsin",
  srb: "milosevic milošević",
  sdn: "bashir",
  syr: "assad asad al-assad al-asad",
  tur: "erdogan erdoğan",
  uga: "museveni",
  ukr: "zelensky zelenskyy zelenskiy",
  ven: "maduro chavez chávez",
  zaf: "botha",
  zwe: "mugabe",
});
const STATE_OF: ReadonlyMap<string, string> = new Map(
  Object.entries(RULED).flatMap(([code, names]) => names.split(" ").map((name): [string, string] => [name, `state/${code}`])),
);
const RULE = /^(regime|régime|dictatorship|junta|government|administration|leadership)$/;

/** "the Assad regime", "Maduro's government": a ruler's name before a word for rule stands for the state, as the government phrases of states do. */
export function rulerDrafts(context: MentionContext): MentionDraft[] {
  const { pieces, knowledge } = context;
  const drafts: MentionDraft[] = [];
  pieces.forEach((piece, first) => {
    if (piece.kind !== "word" || !isCapitalised(piece)) return;
    const state = knowledge.entities.get(STATE_OF.get(piece.key) ?? "");
    if (state === undefined) return;
    const rule = pieces[first + 1]?.kind === "possessive" ? first + 2 : first + 1;
    const word = pieces[rule];
    if (word?.kind !== "word" || word.lineStart || !RULE.test(word.key)) return;
    drafts.push({
      first,
      last: rule + 1,
      type: state.type,
      kind: "metonym",
      entity: state.id,
      use: "government",
      rule: "state.ruler-phrase",
      confidence: 0.85,
    });
  });
  return drafts;
}
