import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { createEventReader, type EventReader } from "./event-reading.ts";

const shared = process.env["CHANCERY_SHARED"] ?? resolve(fileURLToPath(new URL("../../../../shared", import.meta.url)));
const path = resolve(shared, "third-party/petrarch2/PETR.UnitTest.records.xml");
if (!existsSync(path))
  console.log(
    `skipped: PETRARCH2's unit-test records are not at ${path}; take them from https://github.com/openeventdata/petrarch2 and set CHANCERY_SHARED`,
  );

/** The records' actors are mostly fictional; real states stand in for them. */
const STATES: readonly (readonly [code: string, word: RegExp, state: string])[] = [
  ["ARN", /\bArnor\b/g, "Turkey"],
  ["GON", /\bGondor\b/g, "Greece"],
  ["OSG", /\bOsgiliath\b/g, "Serbia"],
  ["ERI", /\bEriador\b/g, "Armenia"],
  ["CAL", /\bCalenardhon\b/g, "Bulgaria"],
  ["MOR", /\bMordor\b/g, "Russia"],
  ["ROH", /\bRohan\b/g, "Romania"],
  ["FOR", /\bFornost\b/g, "Croatia"],
  ["BRE", /\bBree\b/g, "Hungary"],
  ["ITH", /\bIthilen\b/g, "Ethiopia"],
  ["PRK", /\bThe Hermit Kingdom\b/g, "North Korea"],
  ["KOR", /\bSeoul\b/g, "South Korea"],
  ["USA", /\bWhite House security officials\b/g, "U.S. security officials"],
  ["NZE", /\bNew Zealand\b/g, "New Zealand"],
  ["RHO", /\bZimbabwe\b/g, "Zimbabwe"],
];
const NAMES = new Map<string, string>([
  ...STATES.map(([code, , state]) => [code, state] as const),
  ["USA", "United States"],
  ["LBY", "Libya"],
  ["KUW", "Kuwait"],
  ["AUS", "Australia"],
]);

/**
 * Codes whose meaning is a type of ours. The rest are the suite's own inventions ("welcomed a resumption" is 041, "break into a parade" is 1717), test dictionary
 * features (synonym sets, dates of codes, discards), or acts that are no events here (statements, demands, condemnations).
 */
const TYPES: ReadonlyMap<string, { readonly type: string; readonly roles: readonly [string, string] }> = new Map([
  ["064", { type: "Cooperation", roles: ["participant", "participant"] }],
  ["194", { type: "Attack", roles: ["actor", "target"] }],
]);

interface Coded {
  readonly id: string;
  readonly text: string;
  readonly source: string;
  readonly target: string;
  readonly code: string;
}

function coded(): readonly Coded[] {
  const found: Coded[] = [];
  for (const [, attributes = "", body = ""] of readFileSync(path, "utf8").matchAll(/<Sentence ([^>]*)>([\s\S]*?)<\/Sentence>/g)) {
    const original = /<Text>([\s\S]*?)<\/Text>/.exec(body)?.[1]?.replace(/\s+/g, " ").trim() ?? "";
    const text = STATES.reduce((done, [, word, state]) => done.replace(word, state), original);
    // Invented words, bodies that only the suite's dictionaries know, and officials without a name: a group of their own here, the state there
    if (
      /\b(polices|security officials|Gxndor|fxll|Cxlenardhon|Slinker|Stinker|Smeagol|Shire|Lorien|Quibbler|Gonzo|MSF|K\.?U\.?|Minas Tirith|Zealand on)\b/.test(
        text,
      )
    )
      continue;
    for (const [, from = "", to = "", code = ""] of body.matchAll(
      /sourcecode\s*=\s*"([^"]*)"\s+targetcode\s*=\s*"([^"]*)"\s+eventcode\s*=\s*"([^"]*)"/g,
    )) {
      const source = NAMES.get(from.slice(0, 3));
      const target = NAMES.get(to.slice(0, 3));
      // Codes with a role ("GONMOP", the opposition) name no state.
      const isState = [from, to].every((actor) => /^[A-Z]{3}(GOV|MIL)?$/.test(actor));
      if (!source || !target || !isState || !TYPES.has(code)) continue;
      found.push({ id: /id\s*=\s*"([^"]*)"/.exec(attributes)?.[1] ?? "", text, source, target, code });
    }
  }
  return found;
}

describe.skipIf(!existsSync(path))("PETRARCH2's unit tests whose meaning carries over", () => {
  let read: EventReader;
  beforeAll(async () => {
    read = await createEventReader();
  });

  it("finds six in seven of the coded events, with who did what to whom", () => {
    const records = coded();
    const failed = records.filter(({ text, source, target, code }) => {
      const { type, roles } = TYPES.get(code) as { type: string; roles: readonly [string, string] };
      return !read(text, "1995-01-01").some(
        (event) =>
          event.type === type && event.roles[roles[0]]?.includes(source) === true && event.roles[roles[1]]?.includes(target) === true,
      );
    });
    expect(records.length).toBeGreaterThan(15);
    console.log(
      `PETRARCH2: ${records.length - failed.length} of ${records.length} coded events; not: ${failed.map(({ id }) => id).join(" ")}`,
    );
    expect(failed.length / records.length).toBeLessThanOrEqual(1 / 7);
  });
});
