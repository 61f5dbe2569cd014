import type { ExtractedEvent, ExtractedQuantity, ExtractedTime } from "../extraction.ts";
import { EVENT_TYPES, type EventStatus, type EventType } from "../ontology.ts";
import type { EntityProfiles } from "./entity-profile.ts";

/** One event of one document, ready for comparison: roles by canonical ids, times as day numbers since 1970. */
export interface Occasion {
  readonly document: string;
  readonly published?: number;
  readonly event: ExtractedEvent;
  readonly roles: Readonly<Record<string, readonly string[]>>;
  readonly first?: number;
  readonly last?: number;
}

/**
 * How happenings of a type recur. `flow`: goes on over months and is reported in parts, so sum and figures grow. `point`: happens on a day; two with the same roles are told apart by
 * time alone. `once`: its object makes it unique (one state votes once on one resolution).
 */
const RECURRENCE: Readonly<Record<EventType, "flow" | "point" | "once">> = {
  ArmsTransfer: "flow",
  TechnologyTransfer: "flow",
  Aid: "flow",
  FinancialFlow: "flow",
  Cooperation: "flow",
  Buildup: "flow",
  Deployment: "flow",
  Inspection: "flow",
  Violation: "flow",
  SecurityCommitment: "flow",
  Sanction: "point",
  Negotiation: "point",
  Meeting: "point",
  Visit: "point",
  Exercise: "point",
  WeaponTest: "point",
  Attack: "point",
  LegalAction: "point",
  Request: "point",
  Rejection: "point",
  Notification: "point",
  AgreementMade: "once",
  AgreementEnded: "once",
  ResolutionAdopted: "once",
  Vote: "once",
  Veto: "once",
  Appointment: "once",
};

/** Windows in days. */
const FLOW_GAP = 180;
const FLOW_REPORTS = 365;
const POINT_GAP = 1;
const POINT_REPORTS = 5;
/** How long after a day an undated report of it may appear. */
const POINT_DELAY = 21;
/** Figures of one day's happening that differ by more than this are of two. */
const POINT_RATIO = 20;
/** Roles that, filled by different things, make two happenings. */
const TELLING_ROLES = ["agreement", "forum", "ordinal", "vote", "destination", "position", "person", "name"] as const;
const UNREAL: ReadonlySet<EventStatus> = new Set<EventStatus>(["planned", "hypothetical"]);

const MILLISECONDS_A_DAY = 86_400_000;

/** The day number of an ISO date, `undefined` for anything else; a year or month counts from its first day. */
export function dayNumber(date: string | undefined): number | undefined {
  if (date === undefined || !/^\d{4}(-\d\d(-\d\d)?)?$/.test(date)) return undefined;
  const day = Date.parse(date) / MILLISECONDS_A_DAY;
  return Number.isNaN(day) ? undefined : day;
}

/** Whether two events of different documents can be reports of one happening. */
export function sameOccasion(a: Occasion, b: Occasion, { nested }: EntityProfiles): boolean {
  const { type } = a.event;
  if (type !== b.event.type) return false;
  const recurrence = RECURRENCE[type];
  // What one document tells as two things are two; of a flow it may tell parts.
  if (a.document === b.document && recurrence !== "flow") return false;
  const dated = overlapInTime(a, b, recurrence);
  if (UNREAL.has(a.event.status) !== UNREAL.has(b.event.status) && !(dated === "close" && a.first !== undefined && b.first !== undefined))
    return false;
  if (!sameCore(a, b, nested)) return false;
  for (const role of TELLING_ROLES) if (apart(a.roles[role], b.roles[role], nested)) return false;
  if (apart(a.roles.item, b.roles.item, nested)) return false;
  if (recurrence !== "flow" && apart(a.roles.place, b.roles.place, nested)) return false;
  if (dated === "apart") return false;
  if (recurrence === "once" && uniqueObject(a, b)) return true;
  if (recurrence !== "flow" && dated !== "close") return false;
  return recurrence === "flow" || !farApart(a.event.quantity ?? [], b.event.quantity ?? []);
}

/** Every core role filled in both, and by the same or by things of which one contains the other; of participants, at least two in common and one list within the other. */
function sameCore(a: Occasion, b: Occasion, nested: EntityProfiles["nested"]): boolean {
  const { core } = EVENT_TYPES[a.event.type];
  return core.every((role) => {
    const [left = [], right = []] = [a.roles[role], b.roles[role]];
    if (left.length === 0 || right.length === 0) return false;
    if (role !== "participant") return left.some((one) => right.some((other) => nested(one, other)));
    const [few, many] = left.length <= right.length ? [left, right] : [right, left];
    return few.length >= 2 && few.every((id) => many.includes(id));
  });
}

const apart = (a: readonly string[] | undefined, b: readonly string[] | undefined, nested: EntityProfiles["nested"]): boolean =>
  a !== undefined && b !== undefined && a.length > 0 && b.length > 0 && !a.some((one) => b.some((other) => nested(one, other)));

/** Both name one agreement or post, and not by a description ("a UN Security Council resolution"): with a record of its own, or a number. */
function uniqueObject(a: Occasion, b: Occasion): boolean {
  return ["agreement", "position"].some((role) =>
    (a.roles[role] ?? []).some(
      (id) => (b.roles[role] ?? []).includes(id) && (/\d/.test(id.replace(/-[0-9a-f]{8}$/, "")) || !/-[0-9a-f]{8}$/.test(id)),
    ),
  );
}

/** `close`: dates or reports near enough for the type; `apart`: too far; `unknown`: not dated enough to tell. */
function overlapInTime(a: Occasion, b: Occasion, recurrence: "flow" | "point" | "once"): "close" | "apart" | "unknown" {
  if (a.first !== undefined && a.last !== undefined && b.first !== undefined && b.last !== undefined) {
    const gap = Math.max(a.first, b.first) - Math.min(a.last, b.last);
    if (gap > (recurrence === "flow" ? FLOW_GAP : POINT_GAP)) return "apart";
    // Two that are each "in 2023" need not be one; a flow may be.
    return recurrence === "flow" || Math.max(a.last - a.first, b.last - b.first) <= POINT_DELAY ? "close" : "unknown";
  }
  if (recurrence !== "flow" && otherMonth(a.event.time, b.event.time)) return "apart";
  const [dated, undated] = a.first !== undefined ? [a, b] : [b, a];
  if (dated.first !== undefined && dated.last !== undefined) {
    if (undated.published === undefined) return "unknown";
    const delay = undated.published - dated.last;
    if (recurrence === "flow") return dated.first - undated.published > POINT_GAP || delay > FLOW_REPORTS ? "apart" : "close";
    return dated.first - undated.published <= POINT_GAP && delay <= POINT_DELAY ? "close" : "apart";
  }
  if (a.published === undefined || b.published === undefined) return "unknown";
  return Math.abs(a.published - b.published) <= (recurrence === "flow" ? FLOW_REPORTS : POINT_REPORTS) ? "close" : "apart";
}

/** "In July" and "on November 11", both without a year. */
function otherMonth(a: ExtractedTime | undefined, b: ExtractedTime | undefined): boolean {
  const month = (time: ExtractedTime | undefined): string | undefined => /^(?:XXXX|\d{4})-(\d\d)/.exec(time?.edtf ?? "")?.[1];
  const [one, other] = [month(a), month(b)];
  return one !== undefined && other !== undefined && one !== other;
}

/** Counts of one unit that differ beyond what reports of one day's happening do. */
function farApart(a: readonly ExtractedQuantity[], b: readonly ExtractedQuantity[]): boolean {
  const size = ({ min, max }: ExtractedQuantity): number | undefined => min ?? max;
  const comparable = a.flatMap((one) => b.filter(({ unit }) => unit === one.unit).map((other) => [size(one), size(other)] as const));
  return (
    comparable.length > 0 &&
    comparable.every(([x, y]) => x !== undefined && y !== undefined && Math.max(x, y) > POINT_RATIO * Math.max(1, Math.min(x, y)))
  );
}

/** Whether no number fits both: "exactly 40" and "50", "up to 10" and "more than 20". Different units say nothing of each other. */
export function excludes(a: ExtractedQuantity, b: ExtractedQuantity): boolean {
  if (a.unit !== b.unit || a.approximate === true || b.approximate === true) return false;
  const above = (low: ExtractedQuantity, high: ExtractedQuantity): boolean =>
    low.max !== undefined &&
    high.min !== undefined &&
    (high.min > low.max || (high.min === low.max && (high.minExclusive === true || low.maxExclusive === true)));
  return above(a, b) || above(b, a);
}
