import { beforeAll, describe, expect, it } from "vitest";
import { createEventReader, type EventReader } from "./event-reading.ts";

let read: EventReader;
beforeAll(async () => {
  read = await createEventReader();
});

type Row = readonly [text: string, type: string, roles: Readonly<Record<string, readonly string[]>>];
type Never = readonly [text: string, type: string, roles: Readonly<Record<string, readonly string[]>>];

const holds = (roles: Readonly<Record<string, readonly string[]>>, wanted: Readonly<Record<string, readonly string[]>>): boolean =>
  Object.entries(wanted).every(([role, names]) => JSON.stringify(roles[role] ?? []) === JSON.stringify([...names].sort()));

const SYNTAX: readonly Row[] = [
  // relative clauses
  ["The missiles that Iran supplied to Russia were used in Ukraine.", "ArmsTransfer", { supplier: ["Iran"], recipient: ["Russia"] }],
  ["Turkey, which bombed targets in Syria, denied the charge.", "Attack", { actor: ["Turkey"] }],
  ["Shells used by the Kremlin to bombard Ukraine came from abroad.", "Attack", { actor: ["Russia"], target: ["Ukraine"] }],
  ["Rockets used by Hezbollah to attack Israel were old.", "Attack", { actor: ["Hezbollah"], target: ["Israel"] }],
  // participles and gerunds
  [
    "An official expressed concern about the possibility of Russia providing surface-to-air missiles to North Korea.",
    "ArmsTransfer",
    { supplier: ["Russia"], recipient: ["North Korea"] },
  ],
  ["Washington spoke of China giving drones to Iran.", "ArmsTransfer", { supplier: ["China"], recipient: ["Iran"] }],
  ["Drones made in Iran and sold to Russia by Tehran were shown on Monday.", "ArmsTransfer", { supplier: ["Iran"], recipient: ["Russia"] }],
  // L8, compounds
  ["The U.S.-South Korea cooperation on missile defense deepened.", "Cooperation", { participant: ["South Korea", "United States"] }],
  ["India-Russia cooperation remains close.", "Cooperation", { participant: ["India", "Russia"] }],
  // coordination and distribution (L62)
  [
    "The United States, Japan and the Republic of Korea (ROK) conducted a trilateral naval exercise.",
    "Exercise",
    { participant: ["Japan", "South Korea", "United States"] },
  ],
  [
    "Australia sold missiles and drones to Japan and the Philippines.",
    "ArmsTransfer",
    { supplier: ["Australia"], recipient: ["Japan", "Philippines"] },
  ],
  [
    "Germany delivered tanks to Ukraine, and Russia condemned the decision.",
    "ArmsTransfer",
    { supplier: ["Germany"], recipient: ["Ukraine"] },
  ],
  // headline style
  ["U.S. to send tanks to Ukraine", "ArmsTransfer", { supplier: ["United States"], recipient: ["Ukraine"] }],
  ["Iran tests ballistic missile", "WeaponTest", { actor: ["Iran"] }],
  // L45, nominalised events with by/to/of
  [
    "We condemn the provision of military equipment and munitions by the Democratic People’s Republic of Korea (DPRK) to the Russian Federation.",
    "ArmsTransfer",
    { supplier: ["North Korea"], recipient: ["Russia"] },
  ],
  [
    "We welcome the delivery of air defense systems to Ukraine by Germany.",
    "ArmsTransfer",
    { supplier: ["Germany"], recipient: ["Ukraine"] },
  ],
  ["They discussed Russia’s veto on the extension of the term of the expert panel.", "Veto", { actor: ["Russia"] }],
  // L46, passive with against
  [
    "Iranian drones have been used by the Houthis against Saudi Arabia.",
    "Attack",
    { actor: ["Houthi movement"], target: ["Saudi Arabia"] },
  ],
  // "paying X with"
  [
    "Russia may be paying North Korea with missile and nuclear technology.",
    "TechnologyTransfer",
    { supplier: ["Russia"], recipient: ["North Korea"] },
  ],
  ["China is paying Iran with nuclear technology.", "TechnologyTransfer", { supplier: ["China"], recipient: ["Iran"] }],
  // recipient far from its verb
  [
    "North Korea has so far shipped 40 ballistic missiles used in Ukraine and 11, 000 containers of munitions to Russia.",
    "ArmsTransfer",
    { supplier: ["North Korea"], recipient: ["Russia"] },
  ],
  [
    "Belarus has transferred dozens of old tanks kept in storage since the Soviet era to Russia.",
    "ArmsTransfer",
    { supplier: ["Belarus"], recipient: ["Russia"] },
  ],
  // titles are not parties
  [
    "Jake Sullivan met with Chinese Communist Party Politburo Member, Director of the Office of the Foreign Affairs Commission, and Foreign Minister Wang Yi.",
    "Meeting",
    { participant: ["Jake Sullivan", "Wang Yi"] },
  ],
  // aims
  ["The United States announced new sanctions targeting Iran.", "Sanction", { actor: ["United States"], target: ["Iran"] }],
  [
    "The European Union imposed sanctions aimed at stifling Russia's economy.",
    "Sanction",
    { actor: ["European Union"], target: ["Russia"] },
  ],
];

describe("roles over constructions", () => {
  it.each(SYNTAX)("%s", (text, type, roles) => {
    const found = read(text);
    expect(
      found.some((event) => event.type === type && holds(event.roles, roles)),
      JSON.stringify(found.map((event) => [event.type, event.roles])),
    ).toBe(true);
  });
});

const NEVER: readonly Never[] = [
  // L6: names inside names
  ["Radio Free Asia cited the Institute for the Study of War.", "Attack", {}],
  ["She spoke at the Global Forum to Prevent Radiological and Nuclear Terrorism in Romania.", "Attack", {}],
  ["The National Endowment for Democracy published the paper of the War Studies Department.", "Attack", {}],
  // L10: a capital does not visit
  ["Pyongyang refused to participate in Washington’s visit to resume nuclear talks.", "Visit", {}],
  ["Moscow’s visit to the negotiating table came late.", "Visit", {}],
  // L46: reversed direction
  ["North Korea shipped munitions to Russia.", "ArmsTransfer", { supplier: ["Russia"] }],
  ["Russia in return is providing North Korea with food.", "Aid", { supplier: ["North Korea"] }],
  ["Poland bought fighter jets from South Korea.", "ArmsTransfer", { supplier: ["Poland"] }],
  // alongside is not against
  ["North Korean troops fought alongside Russian forces.", "Attack", { target: ["Russia"] }],
  // who announces or opines does not take part
  ["Poland announced a meeting between France and Germany.", "Meeting", { participant: ["France", "Germany", "Poland"] }],
  ["Japan and India agreed that the crisis was grave.", "AgreementMade", {}],
  ["Canada and Mexico agreed that Russia was to blame.", "AgreementMade", {}],
  // sanctions on the sanctioner
  ["China opposes U.S. sanctions on Iran.", "Sanction", { actor: ["China"] }],
];

describe("never", () => {
  it.each(NEVER)("%s", (text, type, roles) => {
    const wrong = read(text).filter((event) => event.type === type && holds(event.roles, roles));
    expect(wrong.map((event) => [event.type, event.roles])).toEqual([]);
  });
});

describe("exchange", () => {
  it.each([
    [
      "Russia’s weapons technology transfer in exchange for Pyongyang’s conventional ammunition was at the heart of the cooperation.",
      "North Korea",
      "Russia",
    ],
    ["China's missile technology transfer in exchange for Tehran's drones alarmed Washington.", "Iran", "China"],
  ])("%s", (text, buyer, seller) => {
    const events = read(text);
    const technology = events.find((event) => event.type === "TechnologyTransfer");
    const arms = events.find((event) => event.type === "ArmsTransfer");
    expect(technology?.roles).toMatchObject({ supplier: [seller], recipient: [buyer] });
    expect(arms?.roles).toMatchObject({ supplier: [buyer], recipient: [seller] });
    expect(technology?.draft.roles.inReturnFor).toEqual([arms?.draft.id]);
  });
});

describe("extra roles", () => {
  it("numbers a meeting of a series (L23)", () => {
    const [meeting] = read("The United States and Japan held the 24th summit in Tokyo.").filter((event) => event.type === "Meeting");
    expect(meeting?.roles.ordinal).toEqual(["24"]);
    expect(meeting?.roles.place).toEqual(["Tokyo"]);
  });
  it("says how a state voted", () => {
    const votes = read("Belarus voted against the resolution, and India abstained.").filter((event) => event.type === "Vote");
    expect(votes.map((vote) => [vote.roles.actor, vote.roles.vote])).toEqual([
      [["Belarus"], ["against"]],
      [["India"], ["abstain"]],
    ]);
  });
  it("gives what has no name a typed entity of its own (L64)", () => {
    const [attack] = read("Russia bombed a children's hospital in Kyiv.").filter((event) => event.type === "Attack");
    expect(attack?.draft.roles.target?.[0]).toMatch(/^facility\/hospital-[0-9a-f]{8}$/);
  });
});
