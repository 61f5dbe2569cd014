import type { EdgeFilter } from "@chancery/graph";
import type { Command } from "commander";
import { collect, collectStatuses, type EventStatus, withDates } from "./options.ts";

/** What a command is given that walks edges. */
export interface EdgeFilterOptions {
  readonly allStatuses?: boolean;
  readonly status: EventStatus[];
  readonly predicate: string[];
  readonly fromDate?: string;
  readonly toDate?: string;
}

/** Adds `--all-statuses`, `--status`, `--predicate` and the dates. */
export const withEdgeFilter = (command: Command): Command =>
  withDates(
    command
      .option("--all-statuses", "also walk denied, planned, hypothetical and unconfirmed events")
      .option("--status <statuses>", "walk only these statuses (list with commas, or repeat)", collectStatuses, [])
      .option("--predicate <name>", "walk only this kind of edge, e.g. suppliesArmsTo (repeatable)", collect, []),
  );

export const edgeFilterOf = ({ allStatuses, status, predicate, fromDate, toDate }: EdgeFilterOptions): EdgeFilter => ({
  ...(allStatuses === true ? { statuses: "all" as const } : status.length > 0 ? { statuses: status } : {}),
  ...(predicate.length > 0 ? { predicates: predicate } : {}),
  ...(fromDate === undefined ? {} : { from: fromDate }),
  ...(toDate === undefined ? {} : { to: toDate }),
});
