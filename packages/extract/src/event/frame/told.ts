import type { DocumentEntity } from "../../annotated-document.ts";
import type { Trigger } from "../trigger.ts";
import type { ReadingContext } from "./role-offers.ts";

/** A reading that is about to be told: its trigger and who fills which role, by id. */
export interface Told {
  readonly context: ReadingContext;
  readonly trigger: Trigger;
  readonly roles: Readonly<Record<string, readonly string[]>>;
}

/** The entity that fills a role, named or unnamed. */
export const entity = ({ context }: Pick<Told, "context">, id: string): DocumentEntity | undefined =>
  context.entities.get(id) ?? context.unnamed?.entities.get(id);
