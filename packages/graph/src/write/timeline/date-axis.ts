import { type Day, dayOf, isoDay } from "../../day.ts";

/** A stretch of the axis: one calendar year, or a gap of years in which nothing happened. */
export type AxisPart =
  | { readonly kind: "year"; readonly year: number; readonly x: number; readonly width: number }
  | { readonly kind: "gap"; readonly from: number; readonly to: number; readonly x: number; readonly width: number };

/** Where days are on a date axis. */
export interface DateAxis {
  readonly parts: readonly AxisPart[];
  readonly width: number;
  /** Pixels from the start of the axis; days beyond its ends are at its ends. */
  readonly xOf: (day: Day) => number;
  /** Where a day ends. */
  readonly endOf: (day: Day) => number;
}

const GAP_WIDTH = 34;
const MIN_YEAR = 64;
const MAX_YEAR = 1400;

/**
 * An axis on which years have room for what happened in them: documents name one old date beside forty of last month, and on an even scale those forty would
 * be one dot. Years without anything between two others shrink to a mark of the gap. Within a year days are evenly spaced.
 *
 * @param spans First and last day of each thing, and the width its label takes.
 * @param wantedWidth The years share it; where there is much to show the axis is wider.
 */
export function dateAxis(
  spans: readonly { readonly first: Day; readonly last: Day; readonly width: number }[],
  wantedWidth: number,
): DateAxis {
  const need = new Map<number, number>();
  for (const { first, last, width } of spans) {
    const [start, end] = [yearOf(first), yearOf(last)];
    // What takes several years is at home in its first, but a year it only passes must be there.
    need.set(start, (need.get(start) ?? 0) + width);
    if (end !== start) need.set(end, need.get(end) ?? 0);
  }
  const years = [...need.keys()].sort((a, b) => a - b);
  const gaps = years.filter((year, i) => i > 0 && year - years[i - 1]! > 1).length;
  // Labels stack, so a dense year needs less than the sum of them; but much more than a year with one.
  const weights = years.map((year) => need.get(year)! ** 0.8);
  const weight = weights.reduce((sum, item) => sum + item, 0) || 1;
  const labels = [...need.values()].reduce((sum, item) => sum + item, 0);
  const room = Math.max(wantedWidth - years.length * MIN_YEAR - gaps * GAP_WIDTH, 6 * Math.sqrt(labels));
  const parts: AxisPart[] = [];
  let x = 0;
  years.forEach((year, i) => {
    const before = years[i - 1];
    if (before !== undefined && year - before > 1) {
      parts.push({ kind: "gap", from: before + 1, to: year - 1, x, width: GAP_WIDTH });
      x += GAP_WIDTH;
    }
    const width = Math.min(MAX_YEAR, MIN_YEAR + (room * weights[i]!) / weight);
    parts.push({ kind: "year", year, x, width });
    x += width;
  });
  const width = x;
  const place = (day: Day, passed: number): number => {
    const year = yearOf(day);
    const part = parts.find((candidate) =>
      candidate.kind === "year" ? candidate.year === year : candidate.from <= year && year <= candidate.to,
    );
    if (part === undefined) return parts.length === 0 || year < firstYear(parts[0]!) ? 0 : width;
    if (part.kind === "gap") return part.x + part.width / 2;
    const start = dayOf(isoYear(year), "first")!;
    const length = dayOf(isoYear(year), "last")! - start + 1;
    return part.x + ((day - start + passed) / length) * part.width;
  };
  return { parts, width, xOf: (day) => place(day, 0), endOf: (day) => place(day, 1) };
}

const firstYear = (part: AxisPart): number => (part.kind === "year" ? part.year : part.from);

const yearOf = (day: Day): number => new Date(day * 86_400_000).getUTCFullYear();

const isoYear = (year: number): string => String(year).padStart(4, "0");

/** First days of the months of a year, with short names. */
export function monthsOf(year: number): readonly { readonly day: Day; readonly name: string }[] {
  return MONTHS.map((name, i) => ({ day: dayOf(`${isoYear(year)}-${String(i + 1).padStart(2, "0")}`, "first")!, name }));
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** A day for people: what is whole is not spelled out. */
export function daysText(first: Day, last: Day): string {
  const [from, to] = [isoDay(first), isoDay(last)];
  if (first === last) return from;
  if (from.endsWith("-01-01") && to === `${from.slice(0, 4)}-12-31`) return from.slice(0, 4);
  if (from.endsWith("-01") && from.slice(0, 7) === to.slice(0, 7) && dayOf(from.slice(0, 7), "last") === last) return from.slice(0, 7);
  return `${from} to ${to}`;
}
