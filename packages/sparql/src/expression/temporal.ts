/** A point or a recurring point in time; fields that the datatype lacks hold the defaults of XSD's seven-property model. */
export interface Temporal {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  /** Lexical seconds, canonical: `"5"`, `"5.25"`. */
  readonly second: string;
  /** Minutes east of UTC; `undefined` without a timezone. */
  readonly zone: number | undefined;
  /** Seconds since 1970-01-01T00:00:00 on the proleptic calendar, the zone taken off; without a zone as if UTC. */
  readonly epoch: number;
}

export interface Duration {
  readonly months: number;
  readonly seconds: number;
}

export type TemporalType = "dateTime" | "date" | "time" | "gYear" | "gYearMonth" | "gMonth" | "gMonthDay" | "gDay";

const ZONE = "(Z|[+-](?:0[0-9]|1[0-3]):[0-5][0-9]|[+-]14:00)?";
const YEAR = "(-?(?:[1-9][0-9]{3,}|0[0-9]{3}))";
const MONTH = "(0[1-9]|1[0-2])";
const DAY = "(0[1-9]|[12][0-9]|3[01])";
const TIME = "([01][0-9]|2[0-4]):([0-5][0-9]):([0-5][0-9](?:\\.[0-9]+)?)";

interface Shape {
  readonly pattern: RegExp;
  readonly fields: readonly ("year" | "month" | "day" | "hour" | "minute" | "second" | "zone")[];
}

/** Lexical spaces of XSD 1.1, part 2, section 3.3. */
const SHAPES: Readonly<Record<TemporalType, Shape>> = {
  dateTime: {
    pattern: new RegExp(`^${YEAR}-${MONTH}-${DAY}T${TIME}${ZONE}$`),
    fields: ["year", "month", "day", "hour", "minute", "second", "zone"],
  },
  date: { pattern: new RegExp(`^${YEAR}-${MONTH}-${DAY}${ZONE}$`), fields: ["year", "month", "day", "zone"] },
  time: { pattern: new RegExp(`^${TIME}${ZONE}$`), fields: ["hour", "minute", "second", "zone"] },
  gYear: { pattern: new RegExp(`^${YEAR}${ZONE}$`), fields: ["year", "zone"] },
  gYearMonth: { pattern: new RegExp(`^${YEAR}-${MONTH}${ZONE}$`), fields: ["year", "month", "zone"] },
  gMonth: { pattern: new RegExp(`^--${MONTH}${ZONE}$`), fields: ["month", "zone"] },
  gMonthDay: { pattern: new RegExp(`^--${MONTH}-${DAY}${ZONE}$`), fields: ["month", "day", "zone"] },
  gDay: { pattern: new RegExp(`^---${DAY}${ZONE}$`), fields: ["day", "zone"] },
};

/** Parses a date or time; `undefined` when the text is not in the lexical space or names no day of the calendar. */
export function parseTemporal(text: string, type: TemporalType): Temporal | undefined {
  if (type === "date" && text.length === 10) {
    const plain = parsePlainDate(text);
    if (plain !== undefined) return plain;
  }
  const shape = SHAPES[type];
  const match = shape.pattern.exec(text);
  if (match === null) return undefined;
  let year = 1972;
  let month = 1;
  let day = 1;
  let hour = 0;
  let minute = 0;
  let second = "0";
  let zone: number | undefined;
  for (let i = 0; i < shape.fields.length; i++) {
    const part = match[i + 1];
    switch (shape.fields[i]) {
      case "year":
        year = Number(part);
        break;
      case "month":
        month = Number(part);
        break;
      case "day":
        day = Number(part);
        break;
      case "hour":
        hour = Number(part);
        break;
      case "minute":
        minute = Number(part);
        break;
      case "second":
        second = canonicalSecond(part ?? "0");
        break;
      default:
        zone = part === undefined ? undefined : parseZone(part);
    }
  }
  if (day > daysInMonth(year, month)) return undefined;
  if (hour === 24 && (minute !== 0 || Number(second) !== 0)) return undefined;
  const epoch = daysFromCivil(year, month, day) * 86_400 + hour * 3_600 + (minute - (zone ?? 0)) * 60 + Number(second);
  if (hour === 24) return { ...civilOf(epoch, zone), second, zone, epoch };
  return { year, month, day, hour, minute, second, zone, epoch };
}

/** `YYYY-MM-DD` without a regular expression; `undefined` where the general way has to decide. */
function parsePlainDate(text: string): Temporal | undefined {
  let digits = 0;
  for (let i = 0; i < 10; i++) {
    const code = text.charCodeAt(i);
    if (i === 4 || i === 7) {
      if (code !== 45) return undefined;
      continue;
    }
    if (code < 48 || code > 57) return undefined;
    digits = digits * 10 + code - 48;
  }
  const year = Math.floor(digits / 10_000);
  const month = Math.floor(digits / 100) % 100;
  const day = digits % 100;
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  return { year, month, day, hour: 0, minute: 0, second: "0", zone: undefined, epoch: daysFromCivil(year, month, day) * 86_400 };
}

function canonicalSecond(text: string): string {
  const value = text.includes(".") ? text.replace(/\.?0+$/, "") : text;
  return value.replace(/^0(?=[0-9])/, "");
}

function parseZone(text: string): number {
  if (text === "Z") return 0;
  const minutes = Number(text.slice(1, 3)) * 60 + Number(text.slice(4, 6));
  return text.startsWith("-") ? -minutes : minutes;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Days since 1970-01-01 (H. Hinnant, "chrono-compatible low-level date algorithms"): no `Date`, whose range and zone would interfere. */
function daysFromCivil(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

function civilOf(epoch: number, zone: number | undefined): Pick<Temporal, "year" | "month" | "day" | "hour" | "minute"> {
  const local = epoch + (zone ?? 0) * 60;
  const days = Math.floor(local / 86_400);
  const rest = Math.floor(local - days * 86_400);
  const z = days + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1_460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted + (shifted < 10 ? 3 : -9);
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1,
    hour: Math.floor(rest / 3_600),
    minute: Math.floor((rest % 3_600) / 60),
  };
}

/** `undefined` when the order is indeterminate: one has a timezone, the other none, and they lie within 14 hours (XSD 1.1 part 2, D.2.2). */
export function compareTemporal(a: Temporal, b: Temporal): number | undefined {
  const difference = a.epoch - b.epoch;
  if ((a.zone === undefined) !== (b.zone === undefined) && Math.abs(difference) <= 50_400) return undefined;
  return difference < 0 ? -1 : difference > 0 ? 1 : 0;
}

/** `"+02:00"`, `"Z"` or the empty string, as TZ() gives it. */
export function printZone(zone: number | undefined): string {
  if (zone === undefined) return "";
  if (zone === 0) return "Z";
  const minutes = Math.abs(zone);
  return `${zone < 0 ? "-" : "+"}${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}

/** `"PT2H"`, as TIMEZONE() gives it. */
export function printZoneDuration(zone: number): string {
  const minutes = Math.abs(zone);
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (minutes === 0) return "PT0S";
  return `${zone < 0 ? "-" : ""}PT${hours > 0 ? `${hours}H` : ""}${rest > 0 ? `${rest}M` : ""}`;
}

/** Lexical form for a type, in the zone that the value carries. */
export function printTemporal(value: Temporal, type: TemporalType): string {
  const two = (number: number): string => String(number).padStart(2, "0");
  const year = `${value.year < 0 ? "-" : ""}${String(Math.abs(value.year)).padStart(4, "0")}`;
  const [whole = "0", fraction] = value.second.split(".");
  const time = `${two(value.hour)}:${two(value.minute)}:${whole.padStart(2, "0")}${fraction === undefined ? "" : `.${fraction}`}`;
  const zone = printZone(value.zone);
  switch (type) {
    case "dateTime":
      return `${year}-${two(value.month)}-${two(value.day)}T${time}${zone}`;
    case "date":
      return `${year}-${two(value.month)}-${two(value.day)}${zone}`;
    case "time":
      return time + zone;
    case "gYear":
      return year + zone;
    case "gYearMonth":
      return `${year}-${two(value.month)}${zone}`;
    case "gMonth":
      return `--${two(value.month)}${zone}`;
    case "gMonthDay":
      return `--${two(value.month)}-${two(value.day)}${zone}`;
    default:
      return `---${two(value.day)}${zone}`;
  }
}

const DURATION = /^(-)?P(?:([0-9]+)Y)?(?:([0-9]+)M)?(?:([0-9]+)D)?(T(?:([0-9]+)H)?(?:([0-9]+)M)?(?:([0-9]+(?:\.[0-9]+)?)S)?)?$/;

/** Parses xsd:duration and the two types derived from it. */
export function parseDuration(text: string): Duration | undefined {
  const match = DURATION.exec(text);
  if (match === null || text.endsWith("P") || text.endsWith("T")) return undefined;
  const part = (index: number): number => Number(match[index] ?? 0);
  const sign = match[1] === undefined ? 1 : -1;
  return {
    months: sign * (part(2) * 12 + part(3)) + 0,
    seconds: sign * (part(4) * 86_400 + part(6) * 3_600 + part(7) * 60 + part(8)) + 0,
  };
}
