import type { Argument } from "./arguments.ts";
import { isObjectControl } from "./control-verb-table.ts";

import { isVerbTag, type TokenView } from "./token-view.ts";

/** Arguments of a verb in its dependency tree; shared and understood subjects followed. */
export function treeVerbArguments(view: TokenView, trigger: number, passiveGroup = false): readonly Argument[] {
  if (!view.parsed) return [];
  const found: Argument[] = [];
  const passive = passiveGroup || isPassive(view, trigger);
  const add = (slot: string, head: number): void => {
    found.push({ slot, head, provenance: "tree" });
  };
  let subject = false;
  let object = false;
  for (const child of view.children(trigger)) {
    const label = view.label(child);
    // A relative pronoun: its antecedent is found by the relative clause's label or by phrase order, never by sharing a subject.
    if ((label === "nsubj" || label === "nsubj:pass") && isRelative(view, child) && view.label(trigger) !== "acl:relcl") subject = true;
    if (label === "nsubj" && !isRelative(view, child)) {
      add("agent", child);
      subject = true;
    } else if (label === "nsubj:pass" && !isRelative(view, child)) {
      add("theme", child);
      subject = true;
    } else if (label === "obj" && !isRelative(view, child)) {
      add("theme", child);
      object = true;
    } else if (label === "iobj") add("iobj", child);
    else if (label === "obl" || label === "obl:unmarked") add(slotOf(view, child, passive, trigger), child);
  }
  const head = view.head(trigger);
  const label = view.label(trigger);
  if (head >= 0) {
    if (label === "acl:relcl") add(subject ? (object ? "of" : "theme") : passive ? "theme" : "agent", head);
    else if (label === "acl" && !subject) {
      if (view.tag(trigger) === "VBN") add("theme", head);
      else if (view.tag(trigger) === "VBG") add("agent", head);
    }
  }
  if (!subject && label !== "acl:relcl") {
    const inherited = understoodSubject(view, trigger, 0);
    if (inherited >= 0) add(passive ? "theme" : "agent", inherited);
  }
  return found;
}

function understoodSubject(view: TokenView, verb: number, depth: number): number {
  const head = view.head(verb);
  const label = view.label(verb);
  if (head < 0 || depth > 5) return -1;
  if (label === "conj" || label === "advcl" || label === "parataxis") {
    if (!isVerbTag(view.tag(head)) && !view.children(head).some((child) => view.label(child) === "cop")) return -1;
    if (
      label === "parataxis" ||
      (label === "advcl" &&
        view.children(verb).some((child) => view.label(child) === "mark" && view.tag(verb) !== "VBG" && view.tag(verb) !== "VB"))
    )
      return -1;
    return ownSubject(view, head) ?? understoodSubject(view, head, depth + 1);
  }
  if (label === "xcomp") {
    if (isObjectControl(view.lemma(head))) {
      const object = view.children(head).find((child) => view.label(child) === "obj");
      if (object !== undefined) return object;
    }
    return ownSubject(view, head) ?? understoodSubject(view, head, depth + 1);
  }
  if (label === "acl") {
    const owner = view.children(head).find((child) => view.label(child) === "nmod:poss");
    if (owner !== undefined) return owner;
    const verbAbove = view.head(head);
    if (verbAbove >= 0 && isVerbTag(view.tag(verbAbove)))
      return ownSubject(view, verbAbove) ?? understoodSubject(view, verbAbove, depth + 1);
  }
  return -1;
}

function ownSubject(view: TokenView, verb: number): number | undefined {
  const subject = view.children(verb).find((child) => view.label(child) === "nsubj" || view.label(child) === "nsubj:pass");
  if (subject === undefined) return undefined;
  if (!isRelative(view, subject)) return subject;
  return view.label(verb) === "acl:relcl" && view.head(verb) >= 0 ? view.head(verb) : undefined;
}

/** Arguments of an event noun in its dependency tree. */
export function treeNounArguments(view: TokenView, trigger: number): readonly Argument[] {
  if (!view.parsed) return [];
  const found: Argument[] = [];
  for (const child of view.children(trigger)) {
    const label = view.label(child);
    // possessors stand before what they own
    if (label === "nmod:poss" && child > trigger) continue;
    if (label === "nmod:poss") found.push({ slot: "poss", head: child, provenance: "tree" });
    else if (label === "nmod" || label === "nmod:unmarked" || label === "obl")
      found.push({ slot: slotOf(view, child, false, trigger), head: child, provenance: "tree" });
    else if ((label === "compound" || label === "amod") && !judges(view, child, trigger))
      found.push({ slot: "mod", head: child, provenance: "tree" });
  }
  return found;
}

function slotOf(view: TokenView, token: number, passive: boolean, trigger: number): string {
  const cases = view
    .children(token)
    .filter((child) => view.label(child) === "case" && child < token && view.tag(child) !== "POS")
    .flatMap((child) => [child, ...view.children(child).filter((inner) => view.label(inner) === "fixed")])
    .sort((a, b) => a - b);
  const own = cases.map((child) => view.lower(child)).join(" ");
  if (own === "") return "unmarked";
  // "according to Pak", "in response to the attack": the tree may hold only the last word of the preposition; "cooperation with Iran" is no such thing
  const before = (cases[0] ?? token) - 1;
  const opener = before === trigger ? "" : view.lower(before);
  const name = OPENERS.has(opener) && (own === "to" || own === "of" || own === "for" || own === "with") ? `${opener} ${own}` : own;
  return name === "by" && passive ? "agent" : name;
}

const OPENERS = new Set(
  "according due prior thanks addition response relation regard subject owing contrary close next ahead instead because exchange return violation breach contravention defiance behalf support spite case coordination cooperation consultation conjunction line connection".split(
    " ",
  ),
);

const isRelative = (view: TokenView, token: number): boolean => {
  const tag = view.tag(token);
  return tag === "WDT" || tag === "WP" || (view.lower(token) === "that" && tag !== "DT");
};

/** Is the verb passive by its tree: a passive subject or auxiliary, or a participle that modifies a noun? */
export const isPassive = (view: TokenView, verb: number): boolean =>
  view.children(verb).some((child) => view.label(child) === "aux:pass" || view.label(child) === "nsubj:pass") ||
  (view.tag(verb) === "VBN" && (view.label(verb) === "acl" || view.label(verb) === "amod"));

const JUDGED = /^(condemn|denounc|critici[sz]|deplor|oppos|reject|welcom|protest|decri|slamm|prais)(ed|s|es)$/;

/** "The U.S. condemned airstrikes", taken for one phrase: who judges takes no part. */
export function judges(view: TokenView, token: number, trigger: number): boolean {
  for (let at = token; at < trigger; at++) if (JUDGED.test(view.lower(at))) return true;
  return false;
}
