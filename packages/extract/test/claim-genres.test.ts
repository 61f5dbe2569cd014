import { loadEnglish } from "@chancery/nlp";
import { beforeAll, describe, expect, it } from "vitest";
import { loadBundledKnowledgeBase } from "../src/knowledge-base/bundled.ts";
import { createExtractorFrom, type Extractor } from "../src/pipeline.ts";

let extractor: Extractor;
beforeAll(async () => {
  extractor = createExtractorFrom(...(await Promise.all([loadEnglish(), loadBundledKnowledgeBase()])));
});

/** Claims as "speaker stance: first words of what is said", the narrator's own left out. */
function told(text: string): readonly string[] {
  const { entities, claims, document } = extractor.extract(text);
  const names = new Map(entities.map(({ id, name }) => [id, name]));
  return claims
    .filter(({ quoteType }) => quoteType !== "narration")
    .map(({ speaker, stance, evidence }) => {
      const who = speaker.map((id) => (id === document.id ? "document" : (names.get(id) ?? id))).join(" + ");
      return `${who} ${stance}: ${evidence.map(({ start, end }) => text.slice(start, end)).join(" … ")}`;
    });
}
const statuses = (text: string): readonly string[] => extractor.extract(text).events.map(({ type, status }) => `${type} ${status}`);
const speakersOf = (lines: readonly string[]): readonly string[] => lines.map((line) => line.slice(0, line.indexOf(":")));

const CONFERENCE = `Remarks by President Biden and President Zelenskyy of Ukraine in Joint Press Conference

4:20 P.M. EDT

PRESIDENT BIDEN: Good afternoon, everyone. Thank you all for coming. Russia has launched dozens of missiles at Kyiv this week.

PRESIDENT ZELENSKYY: (As interpreted.) Thank you, Mr. President. We condemn the Russian attack on the Kakhovka dam.

Q    Mr. President, Russia says it shot down two jets. Will you send more?

PRESIDENT BIDEN: We will send more jets to Ukraine.`;

const CALL = `Background Press Call on the Red Sea

MODERATOR:  Good morning. The contents of this call are embargoed.

SENIOR ADMINISTRATION OFFICIAL:  Thanks. The Houthis attacked two ships on Monday.

MS. SLOAT:  We urge Iran to stop arming the Houthis.

Q  Has China condemned the attack?

SENIOR ADMINISTRATION OFFICIAL:  I think that’s it. Iran must stop the shipments.`;

const AGENCY = `Respected Comrade Kim Jong Un Inspects Munitions Factories

Pyongyang, August 14 (KCNA) -- Kim Jong Un, general secretary of the Workers' Party of Korea, inspected major munitions factories on August 11.

The respected Comrade Kim Jong Un clarified the tasks facing the factories. He stressed the need to expand the production capacity of missiles. The puppets are going to pay dearly, said KCNA.

A spokesman for the Foreign Ministry of the DPRK gave an answer on Friday. The spokesman warned that the DPRK will take countermeasures.`;

describe("transcripts with speaker labels", () => {
  it("credit whoever has the floor, and no question", () => {
    const lines = told(CONFERENCE);
    expect(lines.find((line) => line.includes("dozens of missiles"))).toMatch(/^Joe Biden asserts/);
    expect(lines.find((line) => line.includes("We condemn"))).toMatch(/^Volodymyr Zelenskyy condemns/);
    expect(lines.find((line) => line.includes("We will send"))).toMatch(/^Joe Biden commits/);
    expect(lines.filter((line) => line.includes("shot down") || line.startsWith("Russia "))).toEqual([]);
  });
  it("pass over greetings and thanks", () => {
    expect(told(CONFERENCE).filter((line) => /Good afternoon|Thank you/.test(line))).toEqual([]);
    expect(told(CALL).filter((line) => /that’s it|embargoed/.test(line))).toEqual([]);
  });
  it("name officials and people whom only a label names", () => {
    const lines = told(CALL);
    expect(lines.find((line) => line.includes("attacked two ships"))).toMatch(/^senior administration official asserts/);
    expect(lines.find((line) => line.includes("We urge Iran"))).toMatch(/^Sloat requests/);
    expect(lines.find((line) => line.includes("Iran must stop"))).toMatch(/^senior administration official requests/);
    expect(speakersOf(lines).some((speaker) => speaker.startsWith("China"))).toBe(false);
  });
  it("give the roles of “we” to the speaker, not to the person in the title", () => {
    const { events } = extractor.extract(CONFERENCE);
    const sent = events.filter(({ type }) => type === "ArmsTransfer");
    expect(sent.flatMap(({ roles: { recipient = [] } }) => recipient)).toContain("state/ukr");
  });
  it("are not seen in headings and lists", () => {
    const lines = told(
      "Fact Sheet on Energy\n\nPROMISE MADE: Energy is cheap.\n\nSUBJECT: Sanctions on Iran\n\nFrance condemned the raid.",
    );
    expect(lines).toEqual(["France condemns: France condemned the raid"]);
  });
});

describe("state media", () => {
  it("credit the leader, the agency that is quoted last, and the ministry of an unnamed spokesman", () => {
    const lines = told(AGENCY);
    expect(lines.find((line) => line.includes("clarified the tasks"))).toMatch(/^Kim Jong Un asserts/);
    expect(lines.find((line) => line.includes("stressed the need"))).toMatch(/^Kim Jong Un asserts/);
    expect(lines.find((line) => line.includes("pay dearly"))).toMatch(/^Korean Central News Agency threatens/);
    expect(lines.find((line) => line.includes("countermeasures"))).toMatch(/^Ministry of Foreign Affairs of North Korea warns/);
  });
});

describe("joint statements", () => {
  it("speak for every state of the title", () => {
    const lines = told(
      "Joint Statement of the United States and Japan\n\nOur alliance faces new challenges. We strongly oppose any attempt to change the status quo. We will deepen our cooperation.",
    );
    expect(lines.find((line) => line.includes("oppose"))).toMatch(/^United States \+ Japan rejects/);
  });
  it("speak for the body that introduces itself", () => {
    const lines = told(
      "Leaders’ Statement\n\nWe, the Leaders of the Group of Seven (G7), met today in Rome. We condemn the attacks on Odesa. We call on Russia to withdraw.",
    );
    expect(lines.find((line) => line.includes("We condemn"))).toMatch(/^G(roup of Seven|7)\b.* condemns/);
  });
});

describe("statements over a signature", () => {
  const text =
    "Statement by President Joe Biden on Sudan\n\nOur thoughts are with the people of Sudan. The army must stop its attacks on El Fasher. It’s time for the parties to return to talks. I welcome the truce.";
  it("ask where they say what others must do, and support where they feel with others", () => {
    const lines = told(text);
    expect(lines.find((line) => line.includes("thoughts are with"))).toMatch(/^Joe Biden supports/);
    expect(lines.find((line) => line.includes("It’s time for"))).toMatch(/^Joe Biden requests/);
  });
});

describe("resolutions", () => {
  const text = `Resolution 9998 (2031) of 3 March 2031

The Security Council,

Affirming the commitment of all Member States to the sovereignty of Kuwait,

1. Decides that, in accordance with resolution 661 (1990) and until it takes a further decision, all States shall prevent the sale of arms to Iraq;

2. Decides to remain seized of the matter.`;
  it("bind others even behind a parenthesis, and themselves where they decide to act", () => {
    const lines = told(text);
    expect(lines.find((line) => line.includes("all States shall"))).toMatch(/^United Nations Security Council requests/);
    expect(lines.find((line) => line.includes("remain seized"))).toMatch(/^United Nations Security Council commits/);
    expect(lines.find((line) => line.includes("Affirming"))).toMatch(/^United Nations Security Council asserts/);
  });
});

describe("denials that refer back", () => {
  for (const [name, text] of [
    ["the accusation", "Ukraine accused Russia on Monday of sending tanks to Luhansk. The Kremlin rejected the accusation."],
    ["that account", "South Korea said North Korea launched a missile on Friday. Pyongyang disputed that account."],
    ["the arms transfers", "Iran has supplied drones to Russia, Kyiv said. Tehran denied the arms transfers."],
  ] as const)
    it(`make what they deny disputed: ${name}`, () => {
      expect(statuses(text).filter((status) => status.endsWith(" disputed"))).not.toEqual([]);
      expect(statuses(text).filter((status) => / (asserted|confirmed)$/.test(status))).toEqual([]);
    });
  it("do not reach what others are said to have done", () => {
    const found = statuses("South Korea said North Korea launched a missile on Friday. Iran called the reports baseless.");
    expect(found).toEqual(["WeaponTest asserted"]);
  });
});
