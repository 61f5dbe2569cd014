import { describe, expect, it, test } from "vitest";
import type { EventReader } from "./event-reading.ts";

/** Text, type, roles (names of the fillers, sorted), and how it is told where that matters. */
export type EventRow = readonly [text: string, type: string, roles: Readonly<Record<string, readonly string[]>>, mode?: string];

const DAY = "2024-06-20";
const holds = (roles: Readonly<Record<string, readonly string[]>>, wanted: Readonly<Record<string, readonly string[]>>): boolean =>
  Object.entries(wanted).every(([role, names]) => JSON.stringify(roles[role] ?? []) === JSON.stringify([...names].sort()));

/** Each row tells the only event of its type, with exactly these fillers in the roles named, told as `mode` (default: a fact). */
export function tells(read: () => EventReader, title: string, rows: readonly EventRow[]): void {
  describe(title, () => {
    test.each(rows.map(([text, type, roles, mode = "actual"]) => ({ text, type, roles, mode })))("$text", ({ text, type, roles, mode }) => {
      const found = read()(text, DAY).filter((event) => event.type === type);
      expect(
        found.map((event) => ({
          roles: Object.fromEntries(Object.keys(roles).map((role) => [role, event.roles[role] ?? []])),
          mode: event.mode,
        })),
        text,
      ).toEqual([{ roles, mode }]);
    });
  });
}

/** Each row tells at least one event of its type with exactly these fillers, told as `mode` where one is given. */
export function tellsAmong(read: () => EventReader, rows: readonly EventRow[]): void {
  for (const [text, type, roles, mode] of rows)
    it(text, () => {
      const events = read()(text, DAY).filter((event) => event.type === type);
      const found = events.map(({ roles: told, mode: how }) => ({ roles: told, how }));
      const fitting = events.filter((event) => holds(event.roles, roles));
      expect(fitting.length, JSON.stringify(found)).toBeGreaterThan(0);
      if (mode !== undefined) expect(fitting.map((event) => event.mode)).toContain(mode);
    });
}
