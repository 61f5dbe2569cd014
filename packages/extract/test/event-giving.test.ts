import { beforeAll, describe, expect, test } from "vitest";
import { createEventReader, type EventReader } from "./event-reading.ts";
import { type EventRow, tells } from "./event-table.ts";

let read: EventReader;
beforeAll(async () => {
  read = await createEventReader();
});

/** The word for what is given tells the giving no second time, and what stands behind another verb gives nothing. */
const ONCE: readonly EventRow[] = [
  ["The U.S. will provide $20 billion in support for Ukraine.", "Aid", { supplier: ["United States"], recipient: ["Ukraine"] }, "planned"],
  [
    "Norway announced $200 million in additional assistance for Moldova.",
    "Aid",
    { supplier: ["Norway"], recipient: ["Moldova"] },
    "planned",
  ],
  ["Japan provided economic assistance to Somalia.", "Aid", { supplier: ["Japan"], recipient: ["Somalia"] }],
  [
    "Canada condemned Russia's attacks on the power grid, and Norway announced $90 million in assistance for Ukraine.",
    "Aid",
    { supplier: ["Norway"], recipient: ["Ukraine"] },
    "planned",
  ],
  [
    "Germany provided security assistance to Ukraine as its people defend their freedom from Russian aggression.",
    "Aid",
    { supplier: ["Germany"], recipient: ["Ukraine"] },
  ],
];

/** What is said of setting about a deed is said of the deed; what is opposed or put up with has not come to pass. */
const STANDING: readonly EventRow[] = [
  ["If China starts arming Russia, there will be costs.", "ArmsTransfer", { supplier: ["China"], recipient: ["Russia"] }, "hypothetical"],
  ["Seoul could begin supplying shells to Ukraine.", "ArmsTransfer", { supplier: ["South Korea"], recipient: ["Ukraine"] }, "hypothetical"],
  ["Russia may resume testing nuclear weapons.", "WeaponTest", { actor: ["Russia"] }, "possible"],
  [
    "Berlin decided against supplying Taurus missiles to Ukraine.",
    "ArmsTransfer",
    { supplier: ["Germany"], recipient: ["Ukraine"] },
    "negated",
  ],
  ["Iran keeps sending drones to Russia.", "ArmsTransfer", { supplier: ["Iran"], recipient: ["Russia"] }],
  ["Paris will not tolerate Iran possessing nuclear weapons.", "Buildup", { actor: ["Iran"] }, "hypothetical"],
  ["The allies support Australia acquiring nuclear-powered submarines.", "Buildup", { actor: ["Australia"] }, "planned"],
];

/** Who receives stands in what the gift is for; who gives, in a clause of its own or among examples. */
const FOR_WHOM: readonly EventRow[] = [
  [
    "The United States intends to provide $1.31 billion in assistance to help Ukraine recover.",
    "Aid",
    { supplier: ["United States"], recipient: ["Ukraine"] },
    "planned",
  ],
  [
    "Norway will send missiles to bolster Moldova's air defences.",
    "ArmsTransfer",
    { supplier: ["Norway"], recipient: ["Moldova"] },
    "planned",
  ],
  ["Iran sent drones in support of Russia's war in Ukraine.", "ArmsTransfer", { supplier: ["Iran"], recipient: ["Russia"] }],
  ["Japan is giving $30 million to help Filipino fishermen.", "Aid", { supplier: ["Japan"], recipient: ["Philippines"] }],
  ["The world watched Serbia and Iran sell drones to Russia.", "ArmsTransfer", { supplier: ["Iran", "Serbia"], recipient: ["Russia"] }],
  [
    "Countries like North Korea and Iran send weapons to Russia.",
    "ArmsTransfer",
    { supplier: ["Iran", "North Korea"], recipient: ["Russia"] },
  ],
];

/** Arms asked for and made for others, programmes that somebody is at, tests whose maker is known. */
const MADE_AND_SOUGHT: readonly EventRow[] = [
  [
    "North Korea is seeking fighter aircraft and surface-to-air missiles from Moscow.",
    "ArmsTransfer",
    { supplier: ["Russia"], recipient: ["North Korea"] },
    "hypothetical",
  ],
  ["China is constructing eight submarines for Pakistan.", "ArmsTransfer", { supplier: ["China"], recipient: ["Pakistan"] }],
  ["Italy is building two frigates for Egypt.", "ArmsTransfer", { supplier: ["Italy"], recipient: ["Egypt"] }],
  ["Italy is building two frigates for the Italian Navy.", "Buildup", { actor: ["Italy"] }],
  ["Iran was engaged in a clandestine nuclear weapons programme.", "Buildup", { actor: ["Iran"] }],
  ["The serial production of missiles in Russia increased.", "Buildup", { actor: ["Russia"] }],
  ["The Hwasong-18 was tested three times in 2023.", "WeaponTest", { actor: ["North Korea"] }],
  ["Moscow helped Algeria set up a missile plant.", "TechnologyTransfer", { supplier: ["Russia"], recipient: ["Algeria"] }],
];

/** Who stands behind a possessive, an abbreviated name or the house where a government sits. */
const WHOSE: readonly EventRow[] = [
  ["Japan held a drill to counter Iran's threats following its launch of a ballistic missile.", "WeaponTest", { actor: ["Iran"] }],
  ["N. Korea fired a ballistic missile on Monday.", "WeaponTest", { actor: ["North Korea"] }],
  [
    "The White House decided to send weapons to Ukraine.",
    "ArmsTransfer",
    { supplier: ["United States"], recipient: ["Ukraine"] },
    "planned",
  ],
];

tells(() => read, "whose deed", WHOSE);
tells(() => read, "made and sought", MADE_AND_SOUGHT);
tells(() => read, "for whom", FOR_WHOM);
tells(() => read, "given once", ONCE);
tells(() => read, "not yet given", STANDING);

describe("nothing changes hands and nothing is armed", () => {
  test.each([
    ["The declaration is a powerful signal of Germany's support for Ukraine.", "Aid"],
    ["The law provides relief to over 250,000 individuals.", "Aid"],
    ["The sanctions impair Russia's ability to finance its war.", "FinancialFlow"],
    ["The bank will help to fund these programs.", "FinancialFlow"],
    ["Canada maintains strong scientific programs.", "Buildup"],
    ["Poland will build new capabilities.", "Buildup"],
  ])("%s", (text, type) => {
    expect(read(text, "2024-06-20").filter((event) => event.type === type)).toEqual([]);
  });
});
