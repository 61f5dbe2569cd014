import { execFileSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { type Knowledge, type KnowledgeEvent, writeTimeline } from "../src/index.ts";
import { sampleKnowledge } from "./sample-knowledge.ts";

const TYPES = ["ArmsTransfer", "Meeting", "Sanction", "Attack", "WeaponTest"] as const;
const STATUSES = [
  "confirmed",
  "asserted",
  "alleged",
  "disputed",
  "denied",
  "unconfirmed",
  "planned",
  "hypothetical",
  "nonOccurrence",
] as const;

/** Events as real collections have them: some decades ago, most in the last years, many on one day, some only known to the month or year. */
function manyEvents(count: number): Knowledge {
  let state = 12345;
  const random = (limit: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state % limit;
  };
  const states = sampleKnowledge.entities.filter(({ type }) => type === "State");
  const events = Array.from({ length: count }, (_, i): KnowledgeEvent => {
    const year = random(5) === 0 ? 1950 + random(60) : 2022 + random(3);
    const month = `${year}-${String(1 + random(12)).padStart(2, "0")}`;
    const day = `${month}-${String(1 + random(28)).padStart(2, "0")}`;
    const [first, last] = [
      [String(year), String(year)],
      [month, month],
      [day, day],
      [day, day],
      [day, `${year + 1}`],
    ][random(5)]!;
    const [a, b] = [states[random(states.length)]!.id, states[random(states.length)]!.id];
    return {
      id: `event/${i}`,
      type: TYPES[random(TYPES.length)]!,
      status: STATUSES[random(STATUSES.length)]!,
      roles: { supplier: [a], recipient: [b], actor: [a], target: [b], participant: [a, b], item: [b] },
      first: first!,
      last: last!,
      evidence: [{ document: "doc/a", quote: `words of ${i}`, start: 0, end: 10, speakers: ["doc/a"] }],
    };
  });
  return { ...sampleKnowledge, events };
}

const draw = (knowledge: Knowledge, options: Parameters<typeof writeTimeline>[1] = {}): string =>
  [...writeTimeline(knowledge, options)].join("");

/** Text labels of events with the box each takes, in the picture's coordinates. */
function labelBoxes(svg: string): readonly { readonly text: string; readonly left: number; readonly right: number; readonly y: number }[] {
  const boxes: { text: string; left: number; right: number; y: number }[] = [];
  let [dx, dy] = [0, 0];
  for (const line of svg.split("\n")) {
    const move = /<g transform="translate\(([\d.]+) ([\d.]+)\)">/.exec(line);
    if (move !== null) [dx, dy] = [Number(move[1]), Number(move[2])];
    const label = /<text x="([\d.]+)" y="([\d.]+)" font-size="11"[^>]*paint-order="stroke">([^<]*)<\/text>/.exec(line);
    // DejaVu Sans is about 0.58 em a letter.
    if (label !== null)
      boxes.push({
        text: label[3]!,
        left: dx + Number(label[1]),
        right: dx + Number(label[1]) + label[3]!.length * 11 * 0.5,
        y: dy + Number(label[2]),
      });
  }
  return boxes;
}

describe("a timeline", () => {
  test.each([40, 150, 400])("of %i events has every label, none over another", (count) => {
    const knowledge = manyEvents(count);
    const svg = draw(knowledge);
    const boxes = labelBoxes(svg);
    const shown = boxes.reduce((sum, { text }) => sum + Number(/×(\d+)$/.exec(text)?.[1] ?? 1), 0);
    expect(shown).toBe(count);
    for (const [i, a] of boxes.entries()) {
      for (const b of boxes.slice(i + 1))
        if (Math.abs(a.y - b.y) < 9) expect(a.right <= b.left || b.right <= a.left, `${a.text} over ${b.text}`).toBe(true);
    }
    const [, width = "", height = ""] = /width="([\d.]+)" height="([\d.]+)"/.exec(svg) ?? [];
    expect(Math.max(...boxes.map(({ right }) => right))).toBeLessThanOrEqual(Number(width));
    // Room for what there is, and not much more: a page, not a strip.
    expect(Number(width) * Number(height)).toBeLessThan(count * 60_000 + 2_000_000);
  });
  test("has dates in order: what is earlier is further left", () => {
    const days = ["1953-07-27", "1994-10-21", "2022-02-24", "2022-02-25", "2022-12-31", "2023-01-01", "2024-06-19"];
    const knowledge: Knowledge = {
      ...sampleKnowledge,
      events: days.map((day, i) => ({
        id: `event/${i}`,
        type: "Meeting",
        status: "asserted",
        roles: { participant: ["state/prk"] },
        first: day,
        last: day,
        evidence: [],
      })),
    };
    const svg = draw(knowledge);
    const dots = [...svg.matchAll(/asserted, (\d{4}-\d\d-\d\d)<\/title><circle cx="([\d.]+)"/g)].map(
      ([, day, x]) => [day, Number(x)] as const,
    );
    expect(dots.map(([day]) => day)).toEqual(days);
    for (const [i, [, x]] of dots.entries()) if (i > 0) expect(x).toBeGreaterThan(dots[i - 1]![1]);
    expect(svg.match(/…<\/text>/g)).toHaveLength(2);
  });
  test("a bar covers its time, to the end of its last day", () => {
    const event = (id: string, first: string, last: string): KnowledgeEvent => ({
      id,
      type: "Meeting",
      status: "asserted",
      roles: {},
      first,
      last,
      evidence: [],
    });
    const svg = draw({ ...sampleKnowledge, events: [event("event/year", "2023", "2023"), event("event/day", "2024-01-01", "2024-01-01")] });
    const [, left = "", width = ""] = /<rect x="([\d.]+)" y="[\d.]+" width="([\d.]+)" height="4"/.exec(svg) ?? [];
    const [, next = ""] = /<circle cx="([\d.]+)"/.exec(svg) ?? [];
    expect(Number(left) + Number(width)).toBeCloseTo(Number(next), 0);
  });
  test("invents no date: what has none stands at its report, marked, or is counted", () => {
    const event = (id: string, date?: string): KnowledgeEvent => ({
      id,
      type: "Meeting",
      status: "asserted",
      roles: { participant: ["state/prk"] },
      evidence: [{ document: "doc/nowhere", quote: "q", start: 0, end: 1, speakers: [], ...(date === undefined ? {} : { date }) }],
    });
    const knowledge = {
      ...sampleKnowledge,
      events: [event("event/1", "2024-06-12"), event("event/2"), { ...event("event/3"), first: "XXXX-11-13", last: "XXXX-11-13" }],
    };
    const svg = draw(knowledge);
    expect(svg).toContain("1 event; 2 without a date are not shown");
    expect(svg).toContain("asserted, reported 2024-06-12");
    expect(svg).toContain("date of the report");
    expect(draw(knowledge, { reported: false })).toContain("0 events; 3 without a date are not shown");
  });
  test("tells statuses apart by colour and filling, and explains those that are there", () => {
    const svg = draw(manyEvents(150), { statuses: ["asserted", "alleged", "denied"] });
    for (const name of ["asserted", "alleged", "denied"]) expect(svg).toContain(`font-size="12" fill="#374151">${name}</text>`);
    expect(svg).not.toContain('fill="#374151">planned</text>');
    expect(draw(manyEvents(150), { types: ["Meeting"] })).not.toContain(">Attack</text>");
  });
  test("is the same whatever the order of events, and well-formed", () => {
    const knowledge = manyEvents(150);
    const svg = draw(knowledge, { title: "What happened & when <2024>" });
    expect(draw({ ...knowledge, events: [...knowledge.events].reverse() }, { title: "What happened & when <2024>" })).toBe(svg);
    expect(draw({ ...sampleKnowledge, events: [] })).toContain("0 events");
    try {
      execFileSync("xmllint", ["--noout", "-"], { input: svg, stdio: ["pipe", "ignore", "inherit"] });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
      console.log("xmllint is not installed (Debian: libxml2-utils): the SVG's well-formedness is not checked.");
    }
  });
});
