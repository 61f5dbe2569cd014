import { beforeAll, describe, expect, it } from "vitest";
import { createEventReader, type EventReader } from "./event-reading.ts";
import { type EventRow, tellsAmong } from "./event-table.ts";

let read: EventReader;
beforeAll(async () => {
  read = await createEventReader();
});

/** Sums of goods, goods on their way, help to make or get things, owners of what is bought. */
const GOODS: readonly EventRow[] = [
  ["Egypt bought $2.3 billion worth of French arms last year.", "ArmsTransfer", { supplier: ["France"], recipient: ["Egypt"] }],
  ["Israel received an airlift of American tanks during the war.", "ArmsTransfer", { supplier: ["United States"], recipient: ["Israel"] }],
  ["The ship was carrying Iranian weapons bound for the Houthis.", "ArmsTransfer", { supplier: ["Iran"], recipient: ["Houthi movement"] }],
  [
    "A shipment of Iranian missiles destined for Hezbollah was destroyed.",
    "ArmsTransfer",
    { supplier: ["Iran"], recipient: ["Hezbollah"] },
  ],
  ["Iran sent drones to help fuel Russia's war in Ukraine.", "ArmsTransfer", { supplier: ["Iran"], recipient: ["Russia"] }],
  ["Arms from Libya flooded into Mali.", "ArmsTransfer", { supplier: ["Libya"], recipient: ["Mali"] }],
  [
    "The first Leopard 2 tanks from Germany arrived in Ukraine in March 2023.",
    "ArmsTransfer",
    { supplier: ["Germany"], recipient: ["Ukraine"] },
  ],
  ["Argentina will acquire 24 F-16 fighters from Denmark.", "ArmsTransfer", { supplier: ["Denmark"], recipient: ["Argentina"] }, "planned"],
  ["Burkina Faso has been equipped with Turkish drones.", "ArmsTransfer", { supplier: ["Turkey"], recipient: ["Burkina Faso"] }],
  ["The bulk of the Algerian arsenal was purchased from Russia.", "ArmsTransfer", { supplier: ["Russia"], recipient: ["Algeria"] }],
  ["Washington authorized Taiwan to receive Harpoon missiles.", "ArmsTransfer", { supplier: ["United States"], recipient: ["Taiwan"] }],
  [
    "The Czech Republic is helping Ukraine obtain 800,000 artillery shells.",
    "ArmsTransfer",
    { supplier: ["Czech Republic"], recipient: ["Ukraine"] },
  ],
  ["France helped Israel build a reactor.", "TechnologyTransfer", { supplier: ["France"], recipient: ["Israel"] }],
  ["Iran is assisting Syria in producing missiles.", "TechnologyTransfer", { supplier: ["Iran"], recipient: ["Syria"] }],
  [
    "The United States helped the Philippines modernize its armed forces.",
    "Aid",
    { supplier: ["United States"], recipient: ["Philippines"] },
  ],
  ["Kuwait donated tents and blankets to Morocco after the earthquake.", "Aid", { supplier: ["Kuwait"], recipient: ["Morocco"] }],
  ["Denmark has allocated 300 million kroner in support of Ukraine.", "Aid", { supplier: ["Denmark"], recipient: ["Ukraine"] }, "planned"],
  // whom a report has named already
  [
    "Germany will send 14 tanks to Ukraine. Poland has pledged to hand over 14 Leopard 2 tanks.",
    "ArmsTransfer",
    { supplier: ["Poland"], recipient: ["Ukraine"] },
    "planned",
  ],
];

/** Who is put under measures, by which words, in which lists; who is arrested and by whom. */
const MEASURES: readonly EventRow[] = [
  ["The EU has added 25 individuals and entities to its sanctions list.", "Sanction", { actor: ["European Union"] }],
  ["Gazprombank, which Britain sanctioned in 2022, was hit again.", "Sanction", { actor: ["United Kingdom"], target: ["Gazprombank"] }],
  [
    "Five Iranian officials were placed on the EU's sanctions list.",
    "Sanction",
    { actor: ["European Union"], target: ["Five Iranian officials"] },
  ],
  ["Ivan Petrov is being designated pursuant to E.O. 14024.", "Sanction", { target: ["Ivan Petrov"] }],
  [
    "Switzerland imposed new sanctions targeting Belarus as well as new sanctions against Mali.",
    "Sanction",
    { actor: ["Switzerland"], target: ["Belarus"] },
  ],
  ["The Netherlands expanded its restrictions on chip exports to China.", "Sanction", { actor: ["Netherlands"], target: ["China"] }],
  ["Washington sanctioned Nicaragua. Canada announced sanctions, too.", "Sanction", { actor: ["Canada"], target: ["Nicaragua"] }],
  ["Poland has detained nine members of a Russian spy ring.", "LegalAction", { actor: ["Poland"] }],
  [
    "The International Criminal Court has issued a warrant for the arrest of Vladimir Putin.",
    "LegalAction",
    { actor: ["International Criminal Court"], target: ["Vladimir Putin"] },
  ],
  [
    "The extradition of Mun Chol-myong to the United States was approved by Malaysia.",
    "LegalAction",
    { actor: ["Malaysia"], target: ["Mun Chol-myong"] },
  ],
  ["The U.S. Navy intercepted a dhow carrying Iranian missiles.", "LegalAction", { actor: ["United States Navy"], target: ["dhow"] }],
];

const COMMITMENTS: readonly EventRow[] = [
  [
    "The United States would come to the defense of South Korea.",
    "SecurityCommitment",
    { actor: ["United States"], recipient: ["South Korea"] },
  ],
  [
    "The United Kingdom pledged to come to Sweden's aid if it was attacked.",
    "SecurityCommitment",
    { actor: ["United Kingdom"], recipient: ["Sweden"] },
  ],
  ["China would protect Pakistan's sovereignty, Wang said.", "SecurityCommitment", { actor: ["China"], recipient: ["Pakistan"] }],
  ["The G7 offered Ukraine long-term security commitments.", "SecurityCommitment", { actor: ["G7"], recipient: ["Ukraine"] }],
  [
    "U.S. security guarantees for Saudi Arabia are under discussion.",
    "SecurityCommitment",
    { actor: ["United States"], recipient: ["Saudi Arabia"] },
  ],
  [
    "The United States is committed to supporting the people of Ukraine.",
    "SecurityCommitment",
    { actor: ["United States"], recipient: ["Ukraine"] },
  ],
];

/** The words of transfers and measures where nothing changes hands and nobody is coerced. */
const NOTHING: readonly (readonly [text: string, type: string])[] = [
  ["The base will close, given the planned retirement of the tanks.", "ArmsTransfer"],
  ["The Security Council imposed an embargo on arms exports to Mali.", "ArmsTransfer"],
  ["The two companies are not covered by our sanctions.", "Sanction"],
  ["OFAC lifted sanctions on the following persons:\n- Ivan Petrov, a banker\n- Boris Orlov, his partner", "Sanction"],
  ["Germany provided Ukraine with radars worth $20 million.", "Aid"],
];

describe("goods and measures", () => {
  describe("goods", () => tellsAmong(() => read, GOODS));
  describe("measures", () => tellsAmong(() => read, MEASURES));
  describe("commitments", () => tellsAmong(() => read, COMMITMENTS));
  describe("nothing of the kind", () => {
    it.each(NOTHING)("%s (%s)", (text, type) => {
      expect(read(text, "2024-06-20").filter((event) => event.type === type)).toEqual([]);
    });
  });
  it("sanctions each of the few persons that a list describes", () => {
    const text =
      "OFAC designated the following individuals:\n- Kim Su-il, a Vietnam-based official of the Munitions Industry Department\n- Ri Jong-ho, a banker";
    const found = read(text, "2024-06-20").filter((event) => event.type === "Sanction");
    expect(found.map((event) => event.roles["target"])).toEqual([["Kim Su-il"], ["Ri Jong-ho"]]);
    expect(found.every((event) => event.roles["actor"]?.join() === "Office of Foreign Assets Control")).toBe(true);
  });
});
