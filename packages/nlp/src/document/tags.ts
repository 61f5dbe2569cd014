/**
 * Penn Treebank part-of-speech tags as UD English uses them (`XPOS`). `Tokens.tag` holds indexes into this list; index 0 (`XX`) is also the value of
 * a token that was not tagged. The order is part of the model format: append, never reorder.
 */
export const XPOS_TAGS: readonly string[] = [
  ..."XX NN NNS NNP NNPS VB VBD VBG VBN VBP VBZ MD TO IN DT JJ JJR JJS RB RBR RBS RP PRP PRP$ CC CD".split(" "),
  ..."EX FW PDT POS WDT WP WP$ WRB UH SYM LS ADD AFX GW HYPH NFP $ . , : `` '' -LRB- -RRB-".split(" "),
];

/**
 * Universal Dependencies relations, with the subtypes both treebanks agree on. `Tokens.label` holds indexes into this list; index 0 (`dep`) is also
 * the value of a token that was not parsed. The order is part of the model format: append, never reorder.
 */
export const DEPENDENCY_LABELS: readonly string[] = [
  ..."dep root nsubj nsubj:pass csubj csubj:pass obj iobj obl obl:unmarked nmod nmod:poss nmod:unmarked amod advmod advcl acl acl:relcl".split(
    " ",
  ),
  ..."appos aux aux:pass case cc cc:preconj ccomp compound compound:prt conj cop det det:predet discourse dislocated expl fixed flat".split(
    " ",
  ),
  ..."goeswith list mark nummod orphan parataxis punct reparandum vocative xcomp".split(" "),
];

const TAG_INDEX: ReadonlyMap<string, number> = new Map(XPOS_TAGS.map((tag, index) => [tag, index]));
const LABEL_INDEX: ReadonlyMap<string, number> = new Map(DEPENDENCY_LABELS.map((label, index) => [label, index]));

/** Index of a tag in `XPOS_TAGS`; -1 when it is none. */
export function tagIndex(tag: string): number {
  return TAG_INDEX.get(tag) ?? -1;
}

/** Index of a relation in `DEPENDENCY_LABELS`; -1 when it is none. */
export function labelIndex(label: string): number {
  return LABEL_INDEX.get(label) ?? -1;
}
