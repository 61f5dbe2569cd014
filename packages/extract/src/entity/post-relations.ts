import { foldName } from "../mention/pieces.ts";
import { BODY_TYPES } from "../ontology.ts";
import { newEntityId } from "./entity-table.ts";
import type { LinkState } from "./link-document.ts";
import { mentionAt } from "./mention-builder.ts";
import { personsOf } from "./person-registry.ts";
import { type PostTerm, postTerm } from "./post-terms.ts";
import type { Post } from "./posts.ts";

/** Posts that only one person can hold at a time; two holders in one text are an error of the text (L16). */
const EXCLUSIVE =
  /^(u\.?s\.? |us )?(president|vice president|prime minister|premier|chancellor|king|queen|supreme leader|pope|secretary of state|secretary of defen[cs]e|defen[cs]e secretary|treasury secretary|secretary of the treasury|national security advis[eo]r|secretary[- ]general|attorney general|(foreign|defen[cs]e|finance|interior|unification) minister|foreign secretary|home secretary)( of .*)?$/;

/**
 * Turns posts into `holdsPosition` and `positionIn` relations. A post that the knowledge base gives to somebody else, while the text or the date does so
 * too, is recorded as a SourceConflict and not asserted.
 */
export function addPostRelations(state: LinkState, posts: readonly Post[]): void {
  const { table, relations, conflicts, context } = state;
  for (const post of posts) {
    const clash = contradiction(state, post, posts);
    if (clash !== undefined) {
      conflicts.push({
        kind: "SourceConflict",
        text: context.document.text.slice(post.evidence.start, post.evidence.end),
        reason: clash,
        evidence: [post.evidence],
      });
      continue;
    }
    const orgName = post.org === undefined ? "" : (table.known(post.org)?.name ?? post.org);
    const position = table.named("Position", post.title, {
      id: newEntityId("Position", post.title, post.org ?? ""),
      aliases: [
        ...new Set([
          ...post.aliases,
          ...(orgName === "" || foldName(post.title).includes(foldName(orgName)) ? [] : [`${post.aliases[0] ?? post.title} of ${orgName}`]),
        ]),
      ],
    });
    for (const span of post.predicates) {
      const mention = mentionAt(context.analysis, context.pieces, span.first, span.last, {
        entity: position.id,
        type: "Position",
        kind: "title",
        rule: post.rule,
        confidence: 0.8,
      });
      if (mention !== undefined && !state.mentions.some((other) => other.start === mention.start && other.end === mention.end))
        state.mentions.push(mention);
    }
    relations.push({
      type: "holdsPosition",
      subject: post.person,
      object: position.id,
      ...(post.acting ? { acting: true } : {}),
      ...termOf(state, post),
      evidence: [post.evidence],
      rule: post.rule,
    });
    const body = post.org === undefined ? undefined : table.known(post.org);
    if (
      body !== undefined &&
      HAS_POSTS.has(body.type) &&
      !relations.some((relation) => relation.type === "positionIn" && relation.subject === position.id)
    ) {
      relations.push({ type: "positionIn", subject: position.id, object: body.id, evidence: [post.evidence], rule: post.rule });
    }
  }
}

/** What has posts: "Air Defense Artillery Officer" is no post in an air defence. */
const HAS_POSTS: ReadonlySet<string> = new Set(["State", "Territory", ...BODY_TYPES, "Forum"]);

/** The term that stands beside the title. */
function termOf({ context: { document, pieces } }: LinkState, post: Post): PostTerm {
  const first = pieces[post.first];
  const last = pieces[post.last - 1];
  // Behind "Senator Paul Krol" a term belongs to whatever the name is part of.
  return first === undefined || last === undefined || /before-name|rank/.test(post.rule)
    ? {}
    : postTerm(document.text, first.start, last.end);
}

function contradiction(state: LinkState, post: Post, posts: readonly Post[]): string | undefined {
  const bare = foldName(post.aliases[0] ?? post.title);
  if (!EXCLUSIVE.test(bare)) return undefined;
  const { knowledge, document } = state.context;
  const known = knowledge.entities.get(post.person);
  if (known === undefined || known.positions.length === 0) return undefined;
  const held = known.positions.some((position) => fits(foldName(position.title), bare));
  if (held) return undefined;
  // Somebody else whom the knowledge base gives this post, and whom the text (or the publication date) puts there.
  const rival = posts.find((other) => {
    if (other.person === post.person) return false;
    const otherBare = foldName(other.aliases[0] ?? other.title);
    if (otherBare.replace(/^(us|u\.s\.) /, "") !== bare.replace(/^(us|u\.s\.) /, "")) return false;
    const holder = knowledge.entities.get(other.person);
    return (
      holder !== undefined && holder.country === known.country && holder.positions.some((position) => fits(foldName(position.title), bare))
    );
  });
  if (rival !== undefined)
    return `The text gives ${known.name} the post "${post.title}", which it also gives ${knowledge.entities.get(rival.person)?.name}; the knowledge base knows only the latter as holder.`;
  if (document.published === undefined || known.country === undefined) return undefined;
  const published = document.published;
  for (const entity of personsOf(knowledge, known.country)) {
    if (entity.id === known.id) continue;
    const position = entity.positions.find(
      (one) =>
        fits(foldName(one.title), bare) && one.from !== undefined && one.from <= published && one.to !== undefined && published <= one.to,
    );
    if (position !== undefined)
      return `The text gives ${known.name} the post "${post.title}"; on ${published} the knowledge base has ${entity.name} in it.`;
  }
  return undefined;
}

const fits = (title: string, bare: string): boolean => {
  const plain = bare.replace(/^(us|u\.s\.) /, "");
  return (
    title === plain ||
    title.startsWith(`${plain} of `) ||
    title.replace(/^minister of (national )?defen[cs]e$/, "defense minister") === plain.replace("defence", "defense") ||
    (/^foreign minister/.test(plain) && /^minister (of|for) foreign affairs/.test(title))
  );
};
