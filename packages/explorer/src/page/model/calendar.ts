/** Days since 1970-01-01 of the first or last day that an ISO date (year, month or day) may mean; `undefined` for anything else. */
export function dayNumber(text: string | undefined, end: "first" | "last"): number | undefined {
  const match = /^([+-]?\d{4,6})(?:-(\d{2}))?(?:-(\d{2}))?/.exec(text ?? "");
  if (match === null) return undefined;
  const year = Number(match[1]);
  const month = match[2] === undefined ? undefined : Number(match[2]) - 1;
  const day = match[3] === undefined ? undefined : Number(match[3]);
  const date = new Date(0);
  if (day !== undefined && month !== undefined) date.setUTCFullYear(year, month, day);
  else if (end === "first") date.setUTCFullYear(year, month ?? 0, 1);
  else date.setUTCFullYear(year, (month ?? 11) + 1, 0);
  const number = Math.floor(date.getTime() / 86_400_000);
  return Number.isFinite(number) ? number : undefined;
}

/** ISO date of a day number. */
export const isoDay = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);
