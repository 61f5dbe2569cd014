import { PREFIXES } from "@chancery/rdf";
import { textHash } from "../text-hash.ts";
import type { FtmExport, FtmValues } from "./ftm-entities.ts";
import type { FtmEntity } from "./ftm-json.ts";

/** A static relation: a post held, a membership, or a link with the relation as its role. Nothing where an end has no place in FollowTheMoney. */
export function* ftmRelation(node: string, context: FtmExport): Generator<FtmEntity> {
  const { reader, idOf, isKind, entity, schemaOf } = context;
  const [subject, predicate, object] = ["subject", "predicate", "object"].map(
    (name) => reader.objects(node, PREFIXES.rdf + name)[0]?.value,
  );
  if (subject === undefined || predicate === undefined || object === undefined) return;
  const type = reader.localName(predicate);
  const id = `chy-relation-${textHash(reader.idOf(node))}`;
  const acting = reader.values(node, "acting").some(({ value }) => value === "true");
  const common: FtmValues = {
    startDate: reader.values(node, "from").map(({ value }) => value),
    endDate: reader.values(node, "to").map(({ value }) => value),
    ...sayings(node, context),
  };
  if (type === "holdsPosition" && isKind(subject, "Person") && isKind(object, "Position")) {
    yield entity(id, "Occupancy", { holder: [idOf(subject)], post: [idOf(object)], ...common, description: acting ? ["acting"] : [] });
  } else if ((type === "memberOf" || type === "partOf") && isKind(subject, "LegalEntity") && isKind(object, "Organization")) {
    yield entity(id, "Membership", { member: [idOf(subject)], organization: [idOf(object)], role: [type], ...common });
  } else if (schemaOf(subject) !== undefined && schemaOf(object) !== undefined) {
    yield entity(id, "UnknownLink", { subject: [idOf(subject)], object: [idOf(object)], role: [type], ...common });
  }
}

/** The words of the evidence and where their documents are, for intervals. */
export function sayings(node: string, { reader }: FtmExport): FtmValues {
  const evidence = reader.evidence(node);
  return {
    summary: evidence.map(({ quote }) => quote),
    sourceUrl: evidence.map(({ document }) => urlOf(reader.text(document.value, `${PREFIXES.dcterms}source`))),
  };
}

const urlOf = (source: string | undefined): string | undefined => (source !== undefined && /^https?:/.test(source) ? source : undefined);
