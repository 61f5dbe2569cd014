import type { Mention } from "../../annotated-document.ts";
import { expand, type Filler } from "../syntax/filler.ts";
import { listStart, nounPhrase, type SentenceSyntax } from "../syntax/sentence-syntax.ts";
import type { Offer, ReadingContext } from "./role-offers.ts";

/** Bodies that are the state itself when they act: rule "the filler is the State". */
const STATE_BODY =
  /\b(government|regime|administration|kremlin|white house|downing street|élysée|dictatorship|leadership|junta|authorities|politburo)\b/i;

/** Fillers of the wanted types; governments and persons give way to their state, or to the armed group that they lead, where only organisations are wanted. */
export function resolve(context: ReadingContext, fillers: readonly Filler[], types: ReadonlySet<string>): Offer["fillers"] {
  const found: { entity: string; first: number; last: number }[] = [];
  const isDirect = (filler: Filler): boolean => (filler.via === "direct" || filler.via === "modifier") && types.has(filler.entity.type);
  // "Egypt and Iranian officials": each member of a list speaks for itself
  const outright = new Set(fillers.filter(isDirect).map(({ part }) => part));
  const pool = fillers.filter((filler) => isDirect(filler) || !outright.has(filler.part));
  for (const filler of pool) {
    const { entity, mention } = filler;
    const country = entity.country === undefined ? undefined : context.entities.get(entity.country);
    // (where one goes is the house itself)
    const isBody = entity.type === "GovernmentBody" && STATE_BODY.test(entity.name) && !types.has("Facility");
    const isPerson = (entity.type === "Person" || entity.type === "Position") && !types.has("Person");
    let id: string | undefined;
    const isForce = entity.type === "MilitaryForce" && filler.via === "modifier";
    const group = isPerson && entity.leads !== undefined ? context.entities.get(entity.leads) : undefined;
    if (group !== undefined && types.has(group.type)) id = group.id;
    else if ((isBody || isPerson || isForce) && country && types.has(country.type)) id = country.id;
    else if (types.has(entity.type)) id = entity.id;
    if (id !== undefined && !found.some((known) => known.entity === id)) found.push(asFiller(id, mention));
  }
  return found;
}

/** The entity with the tokens `[first, last)` of the mention that names it. */
export const asFiller = (entity: string, mention: Mention): { entity: string; first: number; last: number } => ({
  entity,
  first: mention.first,
  last: mention.last,
});

/** Those named inside a noun phrase without heading it: its possessor first, else its modifiers. */
export function named(context: ReadingContext, syntax: SentenceSyntax, head: number, types: ReadonlySet<string>): Offer["fillers"] {
  // A thing named inside a phrase only says what kind it is of: "uranium plants"
  const owners = new Set([...types].filter((type) => type !== "Item" && type !== "WeaponCategory" && type !== "WeaponSystem"));
  const phrase = nounPhrase(syntax, head);
  if (!phrase) return [];
  const own = mentionsInside(syntax, phrase.first, phrase.last)
    // "the UN sanctions list": a measure that is only described is whoever's it is
    // ("the people of Ukraine", taken for one collective, are Ukraine's)
    .flatMap((mention) => (mention.kind === "nominal" && DESCRIBED.has(mention.type) ? describedBy(syntax, mention) : [mention]))
    .filter((mention) => mention.head !== head);
  // "North Korea's nuclear and missile programs": the possessor stands in the list's first member
  const opening = syntax.phrases[listStart(syntax, syntax.at(head))];
  const shared = opening?.kind === "np" && opening !== phrase && opening.possessive >= 0;
  // "U.S. strategic assets", one name for a thing: whose they are stands inside it
  const within = own.length === 0 && !shared ? syntax.view.covering(phrase.first).filter((mention) => mention.last <= head) : own;
  const inside = own.length === 0 && shared ? mentionsInside(syntax, opening.first, opening.possessive) : within;
  const fillers = inside.flatMap((mention) => expand(context.entities, mention, "inside"));
  // "a strike on her country": the minister's country is the state that she serves
  const people = HOMELAND.has(syntax.view.lemma(head)) && fillers.every(({ entity }) => entity.type === "Person");
  return resolve(context, fillers, people ? new Set([...owners].filter((type) => type !== "Person")) : owners);
}

const HOMELAND: ReadonlySet<string> = new Set(["country", "nation", "homeland", "motherland", "fatherland", "soil", "territory"]);

const DESCRIBED: ReadonlySet<string> = new Set(["Agreement", "Group"]);

/** Those named inside a described thing: whose measure it is, or, behind `of`, whose people they are. */
function describedBy(syntax: SentenceSyntax, whole: Mention): readonly Mention[] {
  const { view } = syntax;
  if (whole.type === "Agreement") return view.covering(whole.first).filter((mention) => mention !== whole && mention.last < whole.last);
  const found: Mention[] = [];
  for (let token = whole.first + 1; token < whole.last; token++) {
    if (view.lower(token) !== "of") continue;
    for (let next = token + 1; next < whole.last; next++)
      for (const mention of view.covering(next)) if (mention !== whole && !found.includes(mention)) found.push(mention);
  }
  return found.length > 0 ? found : [whole];
}

/** The widest mentions that lie wholly in the tokens `[first, last)`, in text order. */
export function mentionsInside(syntax: SentenceSyntax, first: number, last: number): readonly Mention[] {
  const found: Mention[] = [];
  for (let token = first; token < last; token++) {
    const mention = syntax.view.widest(token);
    if (mention && !found.includes(mention) && mention.first >= first && mention.last <= last) found.push(mention);
  }
  return found;
}
