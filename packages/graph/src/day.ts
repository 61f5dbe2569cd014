/** Days since 1970-01-01 of the proleptic Gregorian calendar. */
export type Day = number;

const DATE = /^(-?\d{4,6})(?:-(\d{2}))?(?:-(\d{2}))?(?:T.*)?$/;

/**
 * First or last day that an ISO 8601 year, month, day or timestamp can mean; `undefined` for anything else, unspecified EDTF digits
 * (`XXXX-11-13`) included: a day is never invented.
 */
export function dayOf(text: string, edge: "first" | "last"): Day | undefined {
  const match = DATE.exec(text);
  if (match === null) return undefined;
  const year = Number(match[1]);
  const month = match[2] === undefined ? undefined : Number(match[2]);
  const day = match[3] === undefined ? undefined : Number(match[3]);
  if (month !== undefined && (month < 1 || month > 12)) return undefined;
  if (day !== undefined && (day < 1 || day > daysInMonth(year, month!))) return undefined;
  if (edge === "first") return daysFromCivil(year, month ?? 1, day ?? 1);
  const lastMonth = month ?? 12;
  return daysFromCivil(year, lastMonth, day ?? daysInMonth(year, lastMonth));
}

/** `YYYY-MM-DD` of a day. */
export function isoDay(day: Day): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

function daysFromCivil(year: number, month: number, day: number): Day {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return Math.floor(date.getTime() / 86_400_000);
}

function daysInMonth(year: number, month: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month, 0);
  return date.getUTCDate();
}
