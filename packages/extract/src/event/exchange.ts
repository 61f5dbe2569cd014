import type { AnnotatedDocument } from "../annotated-document.ts";
import type { EventType } from "../ontology.ts";
import { TRANSFER_TYPES } from "./frame/frame.ts";
import { itemAt, leadingClass } from "./frame/item-class.ts";
import type { Reading } from "./frame/read-frame.ts";
import { nounPhrase } from "./syntax/sentence-syntax.ts";

/** Prepositions that join what is given to what is given back. */
const EXCHANGE_SLOTS = new Set(["in exchange for", "in return for"]);
const TRANSFERS: ReadonlySet<EventType> = new Set<EventType>(["ArmsTransfer", "TechnologyTransfer", "Aid", "FinancialFlow"]);

/** The two halves of an exchange: the transfer completed by its counterpart, and the counterpart itself. */
export interface Exchange {
  readonly given: Reading;
  readonly returned: Reading;
}

/**
 * "Russia's technology transfer in exchange for Pyongyang's ammunition": who gives back receives, and what is given back is a transfer of its own, the other way
 * round. Undefined where the sentence names no such counterpart.
 */
export function exchangeOf(annotated: AnnotatedDocument, reading: Reading): Exchange | undefined {
  if (!TRANSFERS.has(reading.type)) return undefined;
  const { trigger } = reading;
  const { syntax } = trigger;
  const argument = trigger.arguments.find((candidate) => EXCHANGE_SLOTS.has(candidate.slot));
  const phrase = argument === undefined ? undefined : nounPhrase(syntax, argument.head);
  const suppliers = reading.roles.supplier ?? [];
  if (!argument || !phrase || suppliers.length === 0) return undefined;
  const item = itemAt(syntax, argument.head);
  const leading = leadingClass(item.classes);
  const type = leading === undefined ? undefined : TRANSFER_TYPES[leading];
  const recipients = reading.roles.recipient ?? [];
  const owner = ownerOf(annotated, reading, phrase.first, argument.head);
  const partner = owner === undefined || suppliers.includes(owner) ? recipients : [owner];
  if (type === undefined || partner.length === 0) return undefined;
  const items = item.mentions.map((mention) => mention.entity);
  return {
    given: { ...reading, roles: { ...reading.roles, recipient: recipients.length > 0 ? recipients : partner } },
    returned: {
      ...reading,
      type,
      roles: { supplier: partner, recipient: suppliers, ...(items.length === 0 ? {} : { item: [...new Set(items)] }) },
      literals: {},
      spans: [[phrase.first, phrase.last]],
      item,
      confidence: Math.round(reading.confidence * 80) / 100,
    },
  };
}

/** The state or body that possesses what is given back. */
function ownerOf(annotated: AnnotatedDocument, reading: Reading, first: number, head: number): string | undefined {
  const { view } = reading.trigger.syntax;
  for (let token = first; token < head; token++) {
    const mention = view.widest(token);
    const entity = mention === undefined ? undefined : annotated.entities.get(mention.entity);
    if (!entity) continue;
    if (entity.type === "State" || entity.type === "Territory" || entity.type === "ArmedGroup" || entity.type === "Company")
      return entity.id;
    if (entity.country !== undefined && annotated.entities.has(entity.country) && entity.type !== "WeaponSystem") return entity.country;
  }
  return undefined;
}
