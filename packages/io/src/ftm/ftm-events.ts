import { PREFIXES } from "@chancery/rdf";
import { textHash } from "../text-hash.ts";
import type { FtmExport, FtmValues } from "./ftm-entities.ts";
import type { FtmEntity } from "./ftm-json.ts";
import { NOT_ROLES } from "./ftm-mapping-table.ts";
import { sayings } from "./ftm-relations.ts";

interface Role {
  readonly name: string;
  readonly fillers: readonly { readonly value: string; readonly isNode: boolean }[];
}

/**
 * An event with its status as keyword, a link for each role whose filler is an entity, and, for sanctions that are said to be in force, a `Sanction` on each target:
 * who screens for sanctions must not find an alleged or a planned one there.
 */
export function* ftmEvent(node: string, type: string, context: FtmExport): Generator<FtmEntity> {
  const { reader, idOf, isKind, entity, labelOf, schemaOf } = context;
  const id = idOf(node);
  const status = reader.values(node, "eventStatus").map(({ value }) => reader.localName(value))[0];
  const roles = rolesOf(node, context);
  const fillers = (name: (role: string) => boolean): readonly string[] =>
    roles.filter((role) => name(role.name)).flatMap((role) => role.fillers.filter(({ isNode }) => isNode).map(({ value }) => value));
  const actors = fillers(() => true).filter((filler) => isKind(filler, "LegalEntity"));
  const dates = datesOf(node, context);
  const wording = [
    ...roles.map((role) => `${role.name}: ${role.fillers.map(({ value, isNode }) => (isNode ? labelOf(value) : value)).join(", ")}`),
    ...reader.values(node, "quantity").map(({ value }) => `quantity: ${reader.text(value, `${PREFIXES.rdfs}label`) ?? ""}`),
  ];
  const said = sayings(node, context);
  const name = [wordsOf(type), [...new Set(actors.map(labelOf))].join(", ")].filter((part) => part !== "").join(": ");
  yield entity(
    id,
    "Event",
    {
      name: [name],
      keywords: [type, status],
      involved: actors.map(idOf),
      organizer: fillers((role) => role === "host")
        .filter((filler) => isKind(filler, "LegalEntity"))
        .map(idOf),
      location: fillers((role) => role === "place" || role === "destination").map(labelOf),
      description: [wording.join("; ")],
      ...dates,
      ...said,
      proof: reader.evidence(node).map(({ document }) => idOf(document.value)),
    },
    name,
  );
  for (const role of roles) {
    for (const { value, isNode } of role.fillers) {
      if (!isNode || (schemaOf(value) === undefined && !isEvent(value, context))) continue;
      yield entity(`${roleId(id, role.name, value)}`, "UnknownLink", { subject: [id], object: [idOf(value)], role: [role.name] });
    }
  }
  if (type === "Sanction" && (status === "asserted" || status === "confirmed")) {
    for (const target of fillers((role) => role === "target").filter((filler) => schemaOf(filler) !== undefined)) {
      yield entity(roleId(id, "sanction", target), "Sanction", {
        entity: [idOf(target)],
        authority: fillers((role) => role === "actor").map(labelOf),
        program: fillers((role) => role === "agreement").map(labelOf),
        status: [status],
        recordId: [id],
        ...dates,
        ...said,
      });
    }
  }
}

const roleId = (event: string, role: string, filler: string): string => `chy-role-${textHash(`${event} ${role} ${filler}`)}`;

const isEvent = (iri: string, { reader }: FtmExport): boolean => reader.idOf(iri).startsWith("event/");

function rolesOf(node: string, { reader }: FtmExport): readonly Role[] {
  const names = new Set(
    reader
      .statements(node)
      .filter(({ predicate }) => predicate.value.startsWith(reader.terms))
      .map(({ predicate }) => reader.localName(predicate.value)),
  );
  return [...names]
    .filter((name) => !NOT_ROLES.has(name))
    .sort()
    .map((name) => ({
      name,
      fillers: reader.values(node, name).map(({ termType, value }) => ({ value, isNode: termType === "NamedNode" })),
    }));
}

function datesOf(node: string, { reader }: FtmExport): FtmValues {
  const times = reader.values(node, "time").map(({ value }) => value);
  const day = (name: string): string | undefined => times.flatMap((time) => reader.values(time, name).map(({ value }) => value)).sort()[0];
  const [start, end] = [day("earliest"), day("latest")];
  return { startDate: [start], endDate: end === start ? [] : [end] };
}

/** `ArmsTransfer` → `Arms transfer`. */
const wordsOf = (type: string): string => {
  const words = type.replace(/(?<=[a-z])(?=[A-Z])/g, " ").toLowerCase();
  return words.slice(0, 1).toUpperCase() + words.slice(1);
};
