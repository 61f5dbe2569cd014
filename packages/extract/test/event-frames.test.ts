import { beforeAll, describe, expect, it } from "vitest";
import { EVENT_TYPE_NAMES } from "../src/ontology.ts";
import { createEventReader, type EventReader } from "./event-reading.ts";

/** Text, type, and the core roles that must be filled exactly so (names as the knowledge base has them). */
type Row = readonly [text: string, type: string, roles: Readonly<Record<string, readonly string[]>>];

const ROWS: readonly Row[] = [
  // ---- transfers: actives, passives, nominal chains, possessives, demonyms
  [
    "North Korea has provided Russia with more than 1,000 containers filled with military equipment and ammunition.",
    "ArmsTransfer",
    { supplier: ["North Korea"], recipient: ["Russia"] },
  ],
  [
    "Iran has supplied the Houthis with ballistic missiles and drones.",
    "ArmsTransfer",
    { supplier: ["Iran"], recipient: ["Houthi movement"] },
  ],
  ["The rockets were delivered to Hezbollah by Syria last year.", "ArmsTransfer", { supplier: ["Syria"], recipient: ["Hezbollah"] }],
  [
    "The minister confirmed the provision of artillery shells by Pakistan to Ukraine.",
    "ArmsTransfer",
    { supplier: ["Pakistan"], recipient: ["Ukraine"] },
  ],
  ["Beijing protested against U.S. weapons sales to Taiwan.", "ArmsTransfer", { supplier: ["United States"], recipient: ["Taiwan"] }],
  ["Poland bought 48 fighter jets from South Korea.", "ArmsTransfer", { supplier: ["South Korea"], recipient: ["Poland"] }],
  ["Russia transferred nuclear technology to Iran.", "TechnologyTransfer", { supplier: ["Russia"], recipient: ["Iran"] }],
  [
    "Officials described Pakistan's transfer of centrifuge technology to Libya.",
    "TechnologyTransfer",
    { supplier: ["Pakistan"], recipient: ["Libya"] },
  ],
  ["Germany sent food and medicine to Syria.", "Aid", { supplier: ["Germany"], recipient: ["Syria"] }],
  ["Analysts pointed to Iran's support for Hamas.", "Aid", { supplier: ["Iran"], recipient: ["Hamas"] }],
  ["Japan provided $20 million in humanitarian assistance to Sudan.", "Aid", { supplier: ["Japan"], recipient: ["Sudan"] }],
  ["Qatar paid $10 million to Hamas.", "FinancialFlow", { supplier: ["Qatar"], recipient: ["Hamas"] }],
  ["Iran finances Hezbollah.", "FinancialFlow", { supplier: ["Iran"], recipient: ["Hezbollah"] }],
  // ---- diplomacy
  ["Russia and India cooperate closely on naval matters.", "Cooperation", { participant: ["India", "Russia"] }],
  ["The report examined military cooperation between Iran and North Korea.", "Cooperation", { participant: ["Iran", "North Korea"] }],
  ["North Korean-Russian military cooperation hinders peace.", "Cooperation", { participant: ["North Korea", "Russia"] }],
  ["President Xi Jinping met with President Vladimir Putin in Moscow.", "Meeting", { participant: ["Vladimir Putin", "Xi Jinping"] }],
  ["Antony Blinken hosted Wang Yi at the State Department.", "Meeting", { participant: ["Antony Blinken", "Wang Yi"] }],
  ["Emmanuel Macron visited China on Monday.", "Visit", { actor: ["Emmanuel Macron"], destination: ["China"] }],
  ["The statement followed a trip by Sergey Lavrov to North Korea.", "Visit", { actor: ["Sergey Lavrov"], destination: ["North Korea"] }],
  ["The United States held talks with Iran on uranium enrichment.", "Negotiation", { participant: ["Iran", "United States"] }],
  ["Negotiations between Armenia and Azerbaijan resumed.", "Negotiation", { participant: ["Armenia", "Azerbaijan"] }],
  ["Japan and the Philippines signed a defense agreement.", "AgreementMade", { participant: ["Japan", "Philippines"] }],
  ["Saudi Arabia concluded a security pact with Pakistan.", "AgreementMade", { participant: ["Pakistan", "Saudi Arabia"] }],
  ["The United States withdrew from the Intermediate-Range Nuclear Forces Treaty in 2019.", "AgreementEnded", { actor: ["United States"] }],
  ["North Korea left the Treaty on the Non-Proliferation of Nuclear Weapons.", "AgreementEnded", { actor: ["North Korea"] }],
  [
    "The United States is committed to defending the Philippines.",
    "SecurityCommitment",
    { actor: ["United States"], recipient: ["Philippines"] },
  ],
  [
    "Washington reaffirmed its ironclad commitment to the security of Japan.",
    "SecurityCommitment",
    { actor: ["United States"], recipient: ["Japan"] },
  ],
  ["North Korea was seeking military assistance from Russia in return.", "Request", { actor: ["North Korea"], target: ["Russia"] }],
  ["Iraq asked Turkey for a withdrawal.", "Request", { actor: ["Iraq"], target: ["Turkey"] }],
  ["China rejected Washington's call for more talks on arms control.", "Rejection", { actor: ["China"], target: ["United States"] }],
  ["Iran rebuffed Germany's proposal.", "Rejection", { actor: ["Iran"], target: ["Germany"] }],
  ["Russia notified the United States before the launch.", "Notification", { actor: ["Russia"], target: ["United States"] }],
  [
    "Tokyo informed the International Atomic Energy Agency of the discharge.",
    "Notification",
    { actor: ["Japan"], target: ["International Atomic Energy Agency"] },
  ],
  // ---- institutions
  ["The Security Council adopted Resolution 1718 in 2006.", "ResolutionAdopted", { body: ["United Nations Security Council"] }],
  ["The resolution 2397 was adopted by the UN Security Council.", "ResolutionAdopted", { body: ["United Nations Security Council"] }],
  ["Russia itself voted for the U.N. Security Council resolutions that contain these restrictions.", "Vote", { actor: ["Russia"] }],
  ["China abstained on Resolution 2231.", "Vote", { actor: ["China"] }],
  ["Russia vetoed the resolution.", "Veto", { actor: ["Russia"] }],
  ["He linked this to China's veto of the draft resolution.", "Veto", { actor: ["China"] }],
  ["Iran violated Resolution 2231.", "Violation", { actor: ["Iran"] }],
  ["The report lists Syria's violations of the Chemical Weapons Convention.", "Violation", { actor: ["Syria"] }],
  ["The European Union imposed sanctions on Belarus.", "Sanction", { actor: ["European Union"], target: ["Belarus"] }],
  [
    "Japan sanctioned KOMID over missile exports.",
    "Sanction",
    { actor: ["Japan"], target: ["Korea Mining Development Trading Corporation"] },
  ],
  ["French police arrested Pavel Durov.", "LegalAction", { target: ["Pavel Durov"] }],
  ["The United States indicted Viktor Bout.", "LegalAction", { actor: ["United States"], target: ["Viktor Bout"] }],
  ["The IAEA inspected the Yongbyon facility.", "Inspection", { actor: ["International Atomic Energy Agency"] }],
  ["The Panel of Experts has been monitoring North Korea's sanctions compliance.", "Inspection", { target: ["North Korea"] }],
  [
    "Emmanuel Macron appointed Michel Barnier as prime minister.",
    "Appointment",
    { person: ["Michel Barnier"], actor: ["Emmanuel Macron"] },
  ],
  [
    "Madeleine Albright was nominated to be ambassador to the United Nations by Bill Clinton.",
    "Appointment",
    { person: ["Madeleine Albright"] },
  ],
  // ---- military
  ["North Korea deployed more than 10,000 soldiers to Kursk.", "Deployment", { actor: ["North Korea"] }],
  ["The deployment of American bombers to Guam angered Pyongyang.", "Deployment", { destination: ["Guam"] }],
  ["South Korea and Japan conducted a joint military exercise.", "Exercise", { participant: ["Japan", "South Korea"] }],
  ["Russia held naval drills with China.", "Exercise", { participant: ["China", "Russia"] }],
  ["China tested a long-range missile over the Pacific Ocean.", "WeaponTest", { actor: ["China"] }],
  ["Tokyo condemned the North Korean missile test.", "WeaponTest", { actor: ["North Korea"] }],
  ["India test-fired an Agni-V missile on Monday.", "WeaponTest", { actor: ["India"] }],
  ["China is rapidly expanding its nuclear arsenal.", "Buildup", { actor: ["China"] }],
  ["Iran produces ballistic missiles.", "Buildup", { actor: ["Iran"] }],
  ["Israel attacked Iran on Friday.", "Attack", { actor: ["Israel"], target: ["Iran"] }],
  ["The statement condemned the Houthis' attacks on Saudi Arabia.", "Attack", { actor: ["Houthi movement"], target: ["Saudi Arabia"] }],
  ["North Korean weapons have been used by Hamas against Israel.", "Attack", { actor: ["Hamas"], target: ["Israel"] }],
];

describe("frames", () => {
  let read: EventReader;
  beforeAll(async () => {
    read = await createEventReader();
  });

  it.each(ROWS)("%s", (text, type, roles) => {
    const found = read(text).filter((event) => event.type === type);
    expect(found.length, JSON.stringify(read(text).map(({ type: other, roles: had }) => [other, had]))).toBeGreaterThan(0);
    const fits = found.some((event) =>
      Object.entries(roles).every(([role, names]) => JSON.stringify(event.roles[role]) === JSON.stringify([...names].sort())),
    );
    expect(fits, JSON.stringify(found.map((event) => event.roles))).toBe(true);
  });

  it("has a row for every event type", () => {
    expect([...new Set(ROWS.map((row) => row[1]))].sort()).toEqual([...EVENT_TYPE_NAMES].sort());
  });
});
