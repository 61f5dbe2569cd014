import type { DocumentEntity, Mention } from "../annotated-document.ts";
import { foldName } from "../mention/pieces.ts";
import { bodyOfTheState, dealersBefore, kindNamedBefore } from "./collective-reference.ts";
import { countryBefore } from "./country-reference.ts";
import { newEntityId } from "./entity-table.ts";
import { ownHolder } from "./home-state.ts";
import type { LinkState } from "./link-document.ts";
import { mentionOver } from "./mention-builder.ts";
import type { PieceSpan, Post } from "./posts.ts";
import type { TextView } from "./text-view.ts";

const ROLE_HEADS =
  /^(official|officials|secretary|minister|president|premier|chancellor|spokesman|spokesperson|spokeswoman|ambassador|envoy|chairman|director|commander|leader|chief|advisor|adviser|general|senator|governor|diplomat|negotiator|director-general|secretary-general|administrator|representative|head|politician|commissioner)$/;
/** Lower-case or capitalised nouns that take up a body or text named before. */
const THING_HEADS: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ..."council|agency|committee|commission|ministry|department|court|assembly|senate|congress|parliament|alliance|coalition|command|panel|bloc|group|organization|organisation|party|union|company|institute|corporation|movement|militia|board|secretariat|force|navy|army|unit|association"
    .split("|")
    .map((head): [string, ReadonlySet<string>] => [
      head,
      new Set([
        "GovernmentBody",
        "InternationalOrganization",
        "MilitaryForce",
        "ArmedGroup",
        "Company",
        "ResearchOrganization",
        "MediaOrganization",
        "Organization",
        "Forum",
      ]),
    ]),
  ..."treaty|agreement|pact|convention|accord|protocol|charter|deal|memorandum|declaration|framework"
    .split("|")
    .map((head): [string, ReadonlySet<string>] => [head, new Set(["Agreement", "Document"])]),
  ..."summit|conference|forum|dialogue|meeting|talks|seminar|airshow|initiative"
    .split("|")
    .map((head): [string, ReadonlySet<string>] => [head, new Set(["Forum"])]),
  ..."resolution|act|order".split("|").map((head): [string, ReadonlySet<string>] => [head, new Set(["Resolution", "Document"])]),
  ..."war|conflict|invasion|crackdown|uprising".split("|").map((head): [string, ReadonlySet<string>] => [head, new Set(["Conflict"])]),
  ..."base|airport|facility|complex|plant|reactor|airfield"
    .split("|")
    .map((head): [string, ReadonlySet<string>] => [head, new Set(["Facility"])]),
  ..."island|city|town|peninsula|region|province|strait|village"
    .split("|")
    .map((head): [string, ReadonlySet<string>] => [head, new Set(["Place", "Territory"])]),
]);
/** Texts that speak: named by what they are. */
const DOCUMENT_HEADS =
  /^(statement|statements|report|letter|message|communiqué|communique|memorandum|memo|document|readout|speech|editorial|article|study|analysis|declaration|summary|notes)$/;

/**
 * Definite descriptions of what was named: posts ("the under secretary" is the last person given that post; "a top arms control official" may be the
 * person introduced next, L11), bodies and agreements by their head word ("the Council", "the treaty"), texts ("the joint statement"), "the country".
 */
export function addNominals(state: LinkState, view: TextView, posts: readonly Post[], titles: readonly PieceSpan[]): void {
  const added: Mention[] = [];
  const titled = titleTokens(state, view, titles);
  for (let token = 0; token < view.count; token++) {
    if (!view.isRead(token) || view.name(token) !== undefined) continue;
    const word = view.lower(token);
    if (ROLE_HEADS.test(word) && !titled.has(token)) {
      const role = roleAt(state, view, token, posts);
      if (role !== undefined) added.push(role);
      continue;
    }
    if (PLURAL_ROLES.test(word) && /^(the|both|these)$/.test(view.lower(nounPhrase(view, token).first - 1)) && !titled.has(token)) {
      const holders = holdersOf(state, view, token, posts);
      if (holders !== undefined) {
        added.push(holders);
        continue;
      }
    }
    const dealers = titled.has(token) ? undefined : dealersBefore(state, view, token);
    if (dealers !== undefined) {
      added.push(dealers);
      continue;
    }
    if (DOCUMENT_HEADS.test(word) && /^NN/.test(view.tag(token))) {
      const text = documentAt(state, view, token);
      if (text !== undefined) added.push(text);
      continue;
    }
    if (/^(troops|soldiers|servicemen|personnel)$/.test(word)) {
      const troops = troopsAt(state, view, token);
      if (troops !== undefined) added.push(troops);
      continue;
    }
    if (word === "country" && /^(the|that|this|his|her|its)$/.test(view.lower(token - 1))) {
      const country = countryBefore(state, view, token);
      if (country !== undefined) added.push(country);
      continue;
    }
    if (/^(regime|dictatorship|junta)$/.test(word) && /^(the|this|that)$/.test(view.lower(token - 1))) {
      const regime = regimeBefore(state, view, token);
      if (regime !== undefined) {
        added.push(regime);
        continue;
      }
    }
    const body = bodyOfTheState(state, view, token);
    if (body !== undefined) {
      added.push(body);
      continue;
    }
    const types = THING_HEADS.get(word);
    if (
      types !== undefined &&
      /^(the|this|that|its|said)$/.test(view.lower(token - 1)) &&
      !(view.name(token + 1) !== undefined || (/^\p{Lu}/u.test(textAt(state, view, token + 1)) && view.lower(token + 1) !== word))
    ) {
      const thing = thingBefore(state, view, token, types);
      if (thing !== undefined) {
        added.push(thing);
        continue;
      }
    }
    const kind = kindNamedBefore(state, view, token);
    if (kind !== undefined) added.push(kind);
  }
  state.mentions.push(...added);
}

const textAt = (state: LinkState, view: TextView, token: number): string =>
  state.context.document.text.slice(view.start(token), view.end(token));

/** Tokens of titles that stand beside their holder's name. */
function titleTokens(state: LinkState, view: TextView, titles: readonly PieceSpan[]): Set<number> {
  const titled = new Set<number>();
  const spans = titles.map((span) => ({
    start: state.context.pieces[span.first]?.start ?? 0,
    end: state.context.pieces[span.last - 1]?.end ?? 0,
  }));
  for (let token = 0; token < view.count; token++) {
    const start = view.start(token);
    if (spans.some((span) => start >= span.start && start < span.end)) titled.add(token);
  }
  return titled;
}

interface NounPhrase {
  readonly first: number;
  readonly last: number;
  readonly determiner: string;
  readonly words: readonly string[];
  readonly names: readonly Mention[];
}

/** The noun phrase around a head: modifiers to its determiner, and an of- or for-complement of names or capitals. */
function nounPhrase(view: TextView, head: number): NounPhrase {
  const sentence = view.sentence(head);
  let first = head;
  const names: Mention[] = [];
  while (first > 0 && head - first < 9 && view.sentence(first - 1) === sentence) {
    const before = first - 1;
    const name = view.name(before);
    if (name?.type === "Person") break;
    if (name !== undefined) {
      names.push(name);
      first = name.first;
      continue;
    }
    if (/^(JJ|JJR|JJS|NN|NNP|NNS|VBN|VBG|HYPH|POS|CD)$/.test(view.tag(before)) || /^(under|vice|deputy|top)$/.test(view.lower(before))) {
      first = before;
      continue;
    }
    break;
  }
  let last = head + 1;
  if (/^(of|for)$/.test(view.lower(last))) {
    let at = last + 1;
    if (view.lower(at) === "the") at++;
    const name = view.name(at);
    if (name !== undefined) {
      names.push(name);
      last = name.last;
    }
  }
  const words: string[] = [];
  for (let token = first; token < head + 1; token++)
    if (view.name(token) === undefined && /^[\p{L}-]+$/u.test(view.lower(token))) words.push(view.lower(token));
  return { first, last, determiner: view.lower(first - 1), words, names };
}

function roleAt(state: LinkState, view: TextView, head: number, posts: readonly Post[]): Mention | undefined {
  const phrase = nounPhrase(view, head);
  const definite =
    /^(the|his|her|its|their|this|that)$/.test(phrase.determiner) || phrase.names.some((name) => view.name(phrase.first) === name);
  const indefinite = /^(a|an|another|one)$/.test(phrase.determiner);
  if (!definite && !indefinite) return undefined;
  // "Commander of the | Ground Forces Colonel General Syrskyi": who holds the post stands behind it
  if (view.name(head + 1)?.type === "Person" && view.sentence(head + 1) === view.sentence(head)) return undefined;
  const start = view.start(phrase.determiner === "the" || indefinite ? phrase.first - 1 : phrase.first);
  const limit = view.start(phrase.first);
  const content = [...phrase.words.filter((word) => !/^(top|senior|key|current|new|unnamed|anonymous)$/.test(word))];
  const fits = posts.filter((post) => describes(state, post, content, phrase.names));
  const national = definite ? nationalBefore(state, view, head, phrase, limit) : undefined;
  const rival = definite ? lastNamed(state, fits, limit) : undefined;
  const isCapital = /^\p{Lu}/u.test(textAt(state, view, head));
  const own =
    isCapital && phrase.determiner === "the" && phrase.names.length === 0
      ? ownHolder(state, phrase.words, view.sentence(head), rival)
      : undefined;
  const before = definite ? (own ?? rival ?? national) : undefined;
  const person =
    before ??
    (phrase.words.some((word) => /^(official|top|senior)$/.test(word)) || indefinite
      ? introducedNext(state, view, posts, phrase, limit)
      : undefined);
  const kind = person === undefined ? "title" : "nominal";
  const end = view.end(phrase.last - 1);
  if (person !== undefined) {
    const made = mentionOver(state.context.analysis, start, end, {
      entity: person,
      type: "Person",
      kind,
      rule:
        before === undefined
          ? "coreference.cataphora"
          : before === national
            ? "coreference.national"
            : own !== undefined
              ? "coreference.own-office"
              : "coreference.post",
      confidence: before === undefined ? 0.6 : 0.75,
    });
    return made === undefined ? undefined : { ...made, head };
  }
  // An unnamed holder of a definite post of a state or body: the post itself.
  const titled = phrase.words.length > 1 && view.tag(head).startsWith("NNP");
  if (
    !definite ||
    (phrase.names.length === 0 && !titled) ||
    /^(official|officials|politician|diplomat|leader|head|chief)$/.test(view.lower(head))
  )
    return undefined;
  const org = phrase.names.at(-1)?.entity;
  const title = state.context.document.text.slice(view.start(phrase.first), end).replace(/\s+/g, " ");
  const position = state.table.named("Position", title, { id: newEntityId("Position", title, org ?? "") });
  const made = mentionOver(state.context.analysis, view.start(phrase.first), end, {
    entity: position.id,
    type: "Position",
    kind: "title",
    rule: "post.unnamed-holder",
    confidence: 0.7,
  });
  if (made === undefined) return undefined;
  if (org !== undefined && !state.relations.some((relation) => relation.subject === position.id && relation.type === "positionIn"))
    state.relations.push({
      type: "positionIn",
      subject: position.id,
      object: org,
      evidence: [{ start: made.start, end: made.end }],
      rule: "post.unnamed-holder",
    });
  return { ...made, head };
}

const PLURAL_ROLES =
  /^(advisors|advisers|ministers|leaders|presidents|secretaries|chiefs|envoys|ambassadors|officials|commanders|premiers)$/;

/** "The national security advisors": all persons of the document whose posts are so described, as one group. */
function holdersOf(state: LinkState, view: TextView, head: number, posts: readonly Post[]): Mention | undefined {
  const phrase = nounPhrase(view, head);
  const words = [...phrase.words.slice(0, -1), (phrase.words.at(-1) ?? "").replace(/ies$/, "y").replace(/s$/, "")].filter(
    (word) => !/^(two|three|four|five)$/.test(word),
  );
  const limit = view.start(phrase.first);
  const named = new Set(
    state.mentions.filter((mention) => mention.type === "Person" && mention.end <= limit).map((mention) => mention.entity),
  );
  const members = [
    ...new Set(posts.filter((post) => named.has(post.person) && describes(state, post, words, phrase.names)).map((post) => post.person)),
  ];
  // One of them has the very title: the others are those it is coordinated with ("A of the U.S., B of Japan, and C of Korea met").
  if (members.length === 1) members.push(...companions(state, posts, members[0] as string));
  if (members.length < 2) return undefined;
  const start = view.start(phrase.first);
  const end = view.end(phrase.last - 1);
  const name = state.context.document.text.slice(start, end).replace(/\s+/g, " ");
  const group = state.table.named("Group", name, { scope: `${state.context.document.sha256} ${members.join(" ")}`, members });
  const made = mentionOver(state.context.analysis, start, end, {
    entity: group.id,
    type: "Group",
    kind: "nominal",
    rule: "group.holders-of-post",
    confidence: 0.7,
  });
  return made === undefined ? undefined : { ...made, head };
}

/** Persons with posts of other states whom the sentence that introduces `person` names beside them. */
function companions(state: LinkState, posts: readonly Post[], person: string): string[] {
  const first = state.mentions
    .filter((mention) => mention.entity === person && mention.kind === "name" && !isInHeadline(state, mention.start))
    .sort((a, b) => a.start - b.start)[0];
  if (first === undefined) return [];
  const others = new Set<string>();
  for (const mention of state.mentions) {
    if (
      mention.type === "Person" &&
      mention.kind === "name" &&
      mention.sentence === first.sentence &&
      mention.entity !== person &&
      posts.some((post) => post.person === mention.entity)
    )
      others.add(mention.entity);
  }
  return [...others];
}

const isInHeadline = (state: LinkState, offset: number): boolean =>
  state.context.document.regions.some((region) => region.kind === "headline" && offset >= region.start && offset < region.end);

/** Posts that make somebody a state's leader. */
const LEADS = /^(president|prime minister|premier|chancellor|king|queen|supreme leader|general secretary|emir|sultan|leader)\b/;

/** The post's words hold those of the description, and its body or state the names in it. */
function describes(state: LinkState, post: Post, words: readonly string[], names: readonly Mention[]): boolean {
  const title = new Set(
    [post.title, ...post.aliases]
      .map(foldName)
      .join(" ")
      .split(/[^\p{L}\p{N}]+/u),
  );
  const orgWords = post.org === undefined ? "" : foldName(state.table.known(post.org)?.name ?? "");
  const flat = words.flatMap((word) => word.split("-")).map((word) => (word === "undersecretary" ? "secretary" : word));
  const leads = [post.title, ...post.aliases].some((one) => LEADS.test(foldName(one)));
  if (!flat.every((word) => title.has(word) || orgWords.includes(word) || (word === "leader" && leads))) return false;
  // "the President" is not the Vice President.
  if (
    [...title].some((word) => /^(vice|deputy|assistant|under|undersecretary)$/.test(word) && !words.some((given) => given.includes(word)))
  )
    return false;
  return names.every((name) => {
    if (post.org === name.entity) return true;
    const org = post.org === undefined ? undefined : (state.context.knowledge.entities.get(post.org) ?? state.table.entities.get(post.org));
    return org?.country === name.entity || state.context.knowledge.entities.get(post.person)?.country === name.entity;
  });
}

function lastNamed(state: LinkState, posts: readonly Post[], limit: number): string | undefined {
  const persons = new Set(posts.map((post) => post.person));
  let best: Mention | undefined;
  for (const mention of state.mentions)
    if (
      mention.type === "Person" &&
      mention.end <= limit &&
      persons.has(mention.entity) &&
      (best === undefined || mention.start > best.start)
    )
      best = mention;
  return best?.entity;
}

/** "the Russian politician": the person of that country who was named last, in this sentence or the two before; a post proper needs its holder. */
function nationalBefore(state: LinkState, view: TextView, head: number, phrase: NounPhrase, limit: number): string | undefined {
  const [country] = phrase.names;
  if (!/^(politician|diplomat|official|leader)$/.test(view.lower(head)) || phrase.names.length !== 1 || country?.kind !== "demonym")
    return undefined;
  if (phrase.words.length > 1) return undefined;
  let best: Mention | undefined;
  for (const mention of state.mentions) {
    if (mention.type !== "Person" || mention.kind !== "name" || mention.end > limit || view.sentence(head) - mention.sentence > 2) continue;
    if (state.context.knowledge.entities.get(mention.entity)?.country !== country.entity) continue;
    if (best === undefined || mention.start > best.start) best = mention;
  }
  return best?.entity;
}

/** L11: an official who is named a little later, with a post in the same body, state or field. */
function introducedNext(state: LinkState, view: TextView, posts: readonly Post[], phrase: NounPhrase, limit: number): string | undefined {
  const sentence = view.sentence(phrase.first);
  const firstNamed = new Map<string, Mention>();
  for (const mention of state.mentions)
    if (
      mention.type === "Person" &&
      mention.kind === "name" &&
      mention.start < (firstNamed.get(mention.entity)?.start ?? Number.POSITIVE_INFINITY)
    )
      firstNamed.set(mention.entity, mention);
  const introduced = state.persons
    .map((person) => ({ person, first: firstNamed.get(person.id) }))
    .filter(
      (entry): entry is { person: (typeof state.persons)[number]; first: Mention } =>
        entry.first !== undefined && entry.first.start > limit && entry.first.sentence - sentence <= 4,
    )
    .sort((a, b) => a.first.start - b.first.start);
  const field = phrase.words.filter(
    (word) => !/^(top|senior|official|a|the|key|government|administration|unnamed)$/.test(word) && word.length > 3,
  );
  for (const { person } of introduced) {
    const own = posts.filter((post) => post.person === person.id);
    const related = own.some((post) => {
      const org =
        post.org === undefined ? undefined : (state.context.knowledge.entities.get(post.org) ?? state.table.entities.get(post.org));
      const title = foldName([post.title, ...post.aliases].join(" "));
      const byField = field.length > 0 && field.every((word) => title.includes(word));
      const byBody = phrase.names.some(
        (name) =>
          name.type !== "State" &&
          (post.org === name.entity ||
            (foldName(state.table.entities.get(name.entity)?.name ?? "").includes("administration") &&
              state.table.entities.get(name.entity)?.country === org?.country &&
              org?.country !== undefined) ||
            sharesField(title, foldName(state.table.entities.get(name.entity)?.name ?? ""))),
      );
      return byField || (byBody && field.length === 0);
    });
    if (related) return person.id;
  }
  return undefined;
}

/** "Assistant Secretary of Defense" belongs to the Department of Defense, whatever the country. */
function sharesField(title: string, body: string): boolean {
  const match = /department of (\w+)/.exec(body);
  return match !== null && title.includes(`secretary of ${match[1]}`);
}

function documentAt(state: LinkState, view: TextView, head: number): Mention | undefined {
  const phrase = nounPhrase(view, head);
  const determined =
    /^(the|this|that|a|an|his|her|its|their|our)$/.test(phrase.determiner) ||
    phrase.names.length > 0 ||
    view.name(phrase.first - 1) !== undefined;
  // "Article V of the treaty" is a part of one
  const numbered = /^(?:[ivxl]+|\d+)$/.test(view.lower(head + 1)) && /^(?:article|chapter|section|paragraph)s?$/.test(view.lower(head));
  if (!determined || numbered) return undefined;
  const head1 = view.lower(head);
  const text = state.context.document.text.slice(view.start(phrase.first), view.end(head)).replace(/\s+/g, " ");
  const scope = state.context.document.sha256;
  // "the statement" is the joint statement named before.
  const earlier = [...state.table.entities.values()].filter(
    (entity): entity is DocumentEntity => entity.type === "Document" && entity.isNew && foldName(entity.name).endsWith(head1),
  );
  const entity =
    (phrase.words.length === 1 && phrase.names.length === 0 ? earlier.at(-1) : undefined) ?? state.table.named("Document", text, { scope });
  const made = mentionOver(state.context.analysis, view.start(phrase.first), view.end(head), {
    entity: entity.id,
    type: "Document",
    kind: "nominal",
    rule: "document.described",
    confidence: 0.75,
  });
  return made === undefined ? undefined : { ...made, head };
}

/** "the regime": the state whose rule was so called last before ("the Assad regime", "the Iranian dictatorship"). */
function regimeBefore(state: LinkState, view: TextView, token: number): Mention | undefined {
  const start = view.start(token - 1);
  const named = state.mentions
    .filter(
      (mention) =>
        mention.type === "State" &&
        mention.end <= start &&
        /\b(regime|régime|dictatorship|junta|government|leadership)$/i.test(mention.text),
    )
    .sort((a, b) => a.start - b.start)
    .at(-1);
  if (named === undefined) return undefined;
  return mentionOver(state.context.analysis, start, view.end(token), {
    entity: named.entity,
    type: named.type,
    kind: "nominal",
    use: "government",
    rule: "coreference.the-regime",
    confidence: 0.6,
  });
}

/** "more than 10,000 soldiers", "the 10,000 troops": the troops of the state that is named last before; counted or definite ones only. */
function troopsAt(state: LinkState, view: TextView, head: number): Mention | undefined {
  let first = head;
  while (
    head - first < 6 &&
    view.name(first - 1) === undefined &&
    /^(JJ|JJR|JJS|CD|NN|RB|IN|RBR)$/.test(view.tag(first - 1)) &&
    /^(?:[\d.,]+|more|than|about|some|up|to|least|at|additional|combat|military|elite|ground|around|nearly|over|thousand|hundreds|thousands|of)$/.test(
      view.lower(first - 1),
    )
  )
    first--;
  // "the deployment of 800 soldiers", "to 800 soldiers": what links the number to the words before is none of its own
  while (first < head && !opensNumber(view, first)) first++;
  const counted = /\d|thousand|hundred/.test(state.context.document.text.slice(view.start(first), view.start(head)));
  if (!counted || view.name(first - 1) !== undefined) return undefined;
  const limit = view.start(first);
  let owner: Mention | undefined;
  for (const mention of state.mentions) {
    if (
      mention.type !== "State" ||
      mention.end > limit ||
      mention.kind === "nominal" ||
      mention.kind === "pronoun" ||
      mention.use === "place"
    )
      continue;
    if (view.sentence(head) - mention.sentence > 2) continue;
    // The one that acts: the subject of the sentence before any other.
    const isSubject = view.isSubject(mention.head) && mention.sentence === view.sentence(head);
    const ownerIsSubject = owner !== undefined && view.isSubject(owner.head) && owner.sentence === view.sentence(head);
    if (owner === undefined || (isSubject && !ownerIsSubject) || (isSubject === ownerIsSubject && mention.start > owner.start))
      owner = mention;
  }
  const country = owner === undefined ? undefined : state.context.knowledge.entities.get(owner.entity);
  if (country === undefined) return undefined;
  const force = state.table.named("MilitaryForce", `${country.demonyms[0] ?? country.name} troops`, {
    id: `force/${country.id.split("/")[1]}-troops`,
    country: country.id,
  });
  const made = mentionOver(state.context.analysis, view.start(first), view.end(head), {
    entity: force.id,
    type: "MilitaryForce",
    kind: "nominal",
    rule: "force.counted",
    confidence: 0.6,
  });
  return made === undefined ? undefined : { ...made, head };
}

/** "at least", "up to", "more than": a preposition opens a number only with its second half. */
function opensNumber(view: TextView, token: number): boolean {
  const word = view.lower(token);
  const next = view.lower(token + 1);
  if (word === "at") return next === "least";
  if (word === "up") return next === "to";
  return !/^(?:of|to|than|least)$/.test(word);
}

function thingBefore(state: LinkState, view: TextView, token: number, types: ReadonlySet<string>): Mention | undefined {
  const word = view.lower(token);
  const limit = view.start(token);
  const capital = /^\p{Lu}/u.test(textAt(state, view, token));
  const pattern = new RegExp(`(^|[^\\p{L}])${word}s?([^\\p{L}]|$)`, "u");
  let best: Mention | undefined;
  for (const mention of state.mentions) {
    if (mention.end > limit || !types.has(mention.type) || mention.kind === "pronoun" || (best !== undefined && mention.start < best.start))
      continue;
    // Capitals take up a name from far above, small letters from the last few sentences.
    if (view.sentence(token) - mention.sentence > (capital ? 120 : 6)) continue;
    const entity = state.table.entities.get(mention.entity);
    if (entity === undefined) continue;
    if ([entity.name, ...entity.aliases, mention.text].some((name) => pattern.test(foldName(name)))) best = mention;
  }
  if (best === undefined) return undefined;
  return mentionOver(state.context.analysis, view.start(token - 1), view.end(token), {
    entity: best.entity,
    type: best.type,
    kind: "nominal",
    rule: "coreference.head-word",
    confidence: capital ? 0.8 : 0.65,
  });
}
