import { beforeAll, describe, expect, it } from "vitest";
import { createEventReader, type EventReader } from "./event-reading.ts";

let read: EventReader;
beforeAll(async () => {
  read = await createEventReader();
});

type Row = readonly [text: string, type: string, roles: Readonly<Record<string, readonly string[]>>];

const OWNERS: readonly Row[] = [
  // a ruler's name before a word for rule is the state
  ["The Assad regime attacked Israel on Monday.", "Attack", { actor: ["Syria"], target: ["Israel"] }],
  ["Maduro's government sent missiles to Cuba.", "ArmsTransfer", { supplier: ["Venezuela"], recipient: ["Cuba"] }],
  ["They condemned the Qadhafi regime's attacks on Chad.", "Attack", { actor: ["Libya"], target: ["Chad"] }],
  // "the regime" takes up the state whose rule was called so
  ["The Cuban regime met criticism. On Monday the regime attacked Haiti.", "Attack", { actor: ["Cuba"], target: ["Haiti"] }],
  ["The Iranian government was warned. On Friday the regime bombed Iraq.", "Attack", { actor: ["Iran"], target: ["Iraq"] }],
  // who is urged or blamed owns what follows
  [
    "Washington urged China to press North Korea to stop its attacks on South Korea.",
    "Attack",
    { actor: ["North Korea"], target: ["South Korea"] },
  ],
  ["Germany called on Russia to end its invasion of Ukraine.", "Attack", { actor: ["Russia"], target: ["Ukraine"] }],
  ["Japan sanctioned Russia over its invasion of Ukraine.", "Attack", { actor: ["Russia"], target: ["Ukraine"] }],
  ["Canada condemned Iran for its attack on Israel.", "Attack", { actor: ["Iran"], target: ["Israel"] }],
  // a day behind the event noun
  ["We condemn Russia's attack today on Ukraine.", "Attack", { actor: ["Russia"], target: ["Ukraine"] }],
  ["Iran's strike yesterday on Iraq was condemned.", "Attack", { actor: ["Iran"], target: ["Iraq"] }],
  // rights are violated, too
  ["Russia is committing gross violations of human rights in Ukraine.", "Violation", { actor: ["Russia"] }],
  ["They spoke of Iran's violations of human rights.", "Violation", { actor: ["Iran"] }],
  // an office without its holder's name
  ["The Prime Minister and President Macron met in Paris.", "Meeting", { participant: ["Emmanuel Macron", "Prime Minister"] }],
  ["The Chancellor met Vladimir Putin in Moscow.", "Meeting", { participant: ["Chancellor", "Vladimir Putin"] }],
  // two words for one collective
  ["The United States has sanctioned over 600 individuals and entities.", "Sanction", { target: ["individuals and entities"] }],
  ["Canada sanctioned 20 individuals and companies.", "Sanction", { target: ["individuals and companies"] }],
];

describe("who owns what is told", () => {
  it.each(OWNERS)("%s", (text, type, roles) => {
    const found = read(text).filter((event) => event.type === type);
    expect(found.map((event) => event.roles)).toContainEqual(expect.objectContaining(roles));
  });
});

describe("who takes no part", () => {
  it.each([
    ["The U.S. condemned airstrikes against civilians in Aleppo.", "Attack", "United States"],
    ["Japan denounced attacks on Ukraine.", "Attack", "Japan"],
    ["Russia must press the Assad regime to end its attacks on Aleppo.", "Attack", "Russia"],
    ["Many nations support the brave people of Ukraine.", "Aid", "nations"],
    ["India and Brazil back the people of Haiti.", "Aid", "India"],
  ])("%s", (text, type, name) => {
    const events = read(text).filter((event) => event.type === type);
    expect(events.filter((event) => Object.values(event.roles).flat().includes(name))).toEqual([]);
  });
});

describe("who is meant", () => {
  it.each([
    [
      "The U.S. and South Korea met in Seoul. Both sides said North Korean-Russian trade grows. The two countries agreed to cooperate closely.",
      ["South Korea", "United States"],
    ],
    [
      "Japan and Australia held talks. Ministers criticised Chinese-Russian trade. The two countries vowed to cooperate on defense.",
      ["Australia", "Japan"],
    ],
  ])("%s", (text, participant) => {
    const found = read(text).filter((event) => event.type === "Cooperation");
    expect(found.map((event) => event.roles.participant)).toContainEqual(participant);
  });
  it.each([
    ["The Treasury announced deliveries of missiles to help Ukraine.", "Ukraine"],
    ["The U.S. announced a new package today, including more air defense systems to help Taiwan.", "Taiwan"],
    ["Germany sent tanks to assist Poland.", "Poland"],
  ])("%s", (text, recipient) => {
    const found = read(text).filter((event) => event.type === "ArmsTransfer");
    expect(found.map((event) => event.roles.recipient)).toEqual([[recipient]]);
  });
});

describe("what is not known", () => {
  it.each(["She was proud of working together with Japan and Australia.", "He promised to cooperate with Canada and Mexico."])(
    "names no partners of each other: %s",
    (text) => {
      expect(read(text).filter((event) => event.type === "Cooperation")).toEqual([]);
    },
  );
  it.each([
    ["The Council urged full implementation of the arms embargo against Somalia.", "actual"],
    ["We call for strict enforcement of the sanctions on Iran.", "actual"],
    ["The Council spoke of the proposed sanctions on Iran.", "planned hypothetical possible"],
  ])("takes standing sanctions as there: %s", (text, modes) => {
    const [sanction] = read(text).filter((event) => event.type === "Sanction");
    expect(modes.split(" ")).toContain(sanction?.mode);
  });
});

describe("talks that are wanted", () => {
  it.each([
    ["The United States wants a dialogue with China on nuclear risks.", ["China", "United States"]],
    ["Japan wants talks with North Korea.", ["Japan", "North Korea"]],
  ])("%s", (text, participant) => {
    const [talks] = read(text).filter((event) => event.type === "Negotiation");
    expect([talks?.roles.participant, talks?.mode]).toEqual([participant, "hypothetical"]);
  });
});
