import { dataFactory, PREFIXES } from "@chancery/rdf";
import type { Quad } from "@rdfjs/types";
import { textHash } from "../text-hash.ts";
import type { FtmExport } from "./ftm-entities.ts";
import type { FtmEntity } from "./ftm-json.ts";

/**
 * Claims as `Documentation`: this document says this of this event (or entity), with the stance as role, in these words, said by these people; and who speaks for whom
 * as `Representation`.
 */
export function* ftmClaims(context: FtmExport, foreign: ReadonlySet<string>): Generator<FtmEntity> {
  const { reader, idOf, isKind, entity, labelOf, schemaOf } = context;
  const represented = new Set<string>();
  for (const node of reader.instancesOf("Claim")) {
    if (foreign.has(node)) continue;
    const claim = reader.idOf(node);
    const name = (property: string): string | undefined => {
      const value = reader.values(node, property)[0]?.value;
      return value === undefined ? undefined : reader.localName(value);
    };
    const speakers = reader.values(node, "speaker").map(({ value }) => value);
    const evidence = reader.evidence(node);
    const date = reader.values(node, "utteredAt").flatMap(({ value }) => reader.values(value, "earliest").map((day) => day.value));
    const content = reader.values(node, "content").map(({ value }) => value);
    const about = reader
      .values(node, "about")
      .map(({ value }) => value)
      .filter((value) => schemaOf(value) !== undefined);
    for (const document of [...new Set(evidence.map((item) => item.document.value))]) {
      if (schemaOf(document) === undefined) continue;
      for (const subject of content.length > 0 ? content : about) {
        yield entity(`chy-claim-${textHash(`${claim} ${document} ${subject}`)}`, "Documentation", {
          document: [idOf(document)],
          entity: [idOf(subject)],
          role: [name("stance")],
          status: [
            [name("certainty"), name("polarity") === "negative" ? "negated" : undefined].filter((part) => part !== undefined).join(", "),
          ],
          summary: evidence.filter((item) => item.document.value === document).map(({ quote }) => quote),
          date: date.length > 0 ? date : [reader.text(document, `${PREFIXES.schema}datePublished`)],
          namesMentioned: speakers.filter((speaker) => speaker !== document).map(labelOf),
          recordId: [idOf(node)],
        });
      }
    }
    const client = reader.values(node, "onBehalfOf")[0]?.value;
    if (client === undefined || !isKind(client, "LegalEntity")) continue;
    for (const agent of speakers) {
      const pair = `${idOf(agent)} ${idOf(client)}`;
      if (!isKind(agent, "LegalEntity") || represented.has(pair)) continue;
      represented.add(pair);
      yield entity(`chy-speaks-${textHash(pair)}`, "Representation", {
        agent: [idOf(agent)],
        client: [idOf(client)],
        role: ["speaks for"],
        summary: evidence.map(({ quote }) => quote),
      });
    }
  }
}

/** Each name that a document calls something by, once; what it stands for where FollowTheMoney can say so. Titles and pronouns are left out. */
export function* ftmMentions(context: FtmExport): Generator<FtmEntity> {
  const { reader, store, idOf, isKind, schemaOf, entity } = context;
  const found = new Map<string, { readonly document: string; readonly name: string; readonly target: string }>();
  const kinds = new Set([`${reader.terms}name`, `${reader.terms}acronym`]);
  for (const { subject, object } of store.quads(undefined, dataFactory.namedNode(`${reader.terms}refersTo`)) as Iterable<Quad>) {
    if (!reader.values(subject.value, "mentionKind").some(({ value }) => kinds.has(value))) continue;
    const document = reader.text(subject.value, `${PREFIXES.nif}referenceContext`);
    const name = reader.text(subject.value, `${PREFIXES.nif}anchorOf`)?.replace(/\s+/g, " ").trim();
    if (document === undefined || name === undefined || name === "" || schemaOf(document) === undefined) continue;
    if (schemaOf(object.value) === undefined) continue;
    found.set(`${document}\u0000${idOf(object.value)}\u0000${name}`, { document, name, target: object.value });
  }
  for (const [key, { document, name, target }] of [...found].sort(([a], [b]) => (a < b ? -1 : 1))) {
    yield entity(`chy-mention-${textHash(key)}`, "Mention", {
      document: [idOf(document)],
      name: [name],
      resolved: isKind(target, "LegalEntity") ? [idOf(target)] : [],
      detectedSchema: [schemaOf(target)],
    });
  }
}
