import { beforeAll, describe } from "vitest";
import { createEventReader, type EventReader } from "./event-reading.ts";
import { type EventRow, tellsAmong, tells as tellsRows } from "./event-table.ts";

/** Shapes of sentences in which agencies, readouts, communiqués and histories tell of dealings between states. */
let read: EventReader;
beforeAll(async () => {
  read = await createEventReader();
});

const tells = (title: string, rows: readonly EventRow[]): void => tellsRows(() => read, title, rows);
const among = (title: string, rows: readonly EventRow[]): void => {
  describe(title, () => tellsAmong(() => read, rows));
};

among("definite plurals are those named together before", [
  [
    "Chile exploded nothing. Peru, Bolivia and Ecuador signed a convention. The three countries entered into negotiations on borders in 1958.",
    "Negotiation",
    { participant: ["Bolivia", "Ecuador", "Peru"] },
  ],
  [
    "Poland, Lithuania and Latvia condemned the incursion. The three nations will cooperate on border defence.",
    "Cooperation",
    { participant: ["Latvia", "Lithuania", "Poland"] },
    "planned",
  ],
  [
    "The foreign ministers of Kenya, Uganda and Tanzania met in Nairobi. The ministers agreed to deepen defence cooperation.",
    "Cooperation",
    { participant: ["Kenya", "Tanzania", "Uganda"] },
    "planned",
  ],
  [
    "Serbia asked Spain, Italy and Norway for help. Armenia and Azerbaijan fought a war. The sides are negotiating a peace treaty.",
    "Negotiation",
    { participant: ["Armenia", "Azerbaijan"] },
  ],
  [
    "Joint Statement of the Leaders of Japan and Australia\n\nJapan and Australia are close. Our nations have consulted with the International Atomic Energy Agency.",
    "Negotiation",
    { participant: ["Australia", "International Atomic Energy Agency", "Japan"] },
  ],
  [
    "India and Vietnam held talks. Representatives of the two governments will meet again in Hanoi.",
    "Meeting",
    { participant: ["India", "Vietnam"] },
    "planned",
  ],
]);

among("two pieces of work in two sentences are two", [
  [
    "Peru and Chile will coordinate patrols. At sea, the two countries will work together against smuggling.",
    "Cooperation",
    { participant: ["Chile", "Peru"] },
  ],
]);

tells("who is at the table, and who only brings others there", [
  ["Turkey hosted two rounds of indirect talks between Ethiopia and Somalia.", "Negotiation", { participant: ["Ethiopia", "Somalia"] }],
  ["Qatar and Egypt are mediating between Israel and Hamas.", "Negotiation", { participant: ["Hamas", "Israel"] }],
  ["Iran ruled out direct talks with the United States.", "Negotiation", { participant: ["Iran", "United States"] }, "negated"],
  [
    "Readout of President Joe Biden’s Meeting with Prime Minister Justin Trudeau of Canada.",
    "Meeting",
    { participant: ["Joe Biden", "Justin Trudeau"] },
  ],
  [
    "Narendra Modi, whose meeting with Vladimir Putin drew criticism, defended the trip.",
    "Meeting",
    { participant: ["Narendra Modi", "Vladimir Putin"] },
  ],
  [
    "Kim Jong Un on Thursday met with visiting Russian Foreign Minister Sergey Lavrov in Pyongyang.",
    "Meeting",
    { participant: ["Kim Jong Un", "Sergey Lavrov"] },
  ],
  [
    "After two years of negotiations with Greece, North Macedonia changed its name.",
    "Negotiation",
    { participant: ["Greece", "North Macedonia"] },
  ],
  ["U.S. officials met with their Chinese counterparts in Geneva.", "Meeting", { participant: ["China", "United States"] }],
  ["Joe Biden consulted by phone with Olaf Scholz about the decision.", "Meeting", { participant: ["Joe Biden", "Olaf Scholz"] }],
]);

tells("what states do together", [
  [
    "The United States, Japan and South Korea share missile warning data in real time.",
    "Cooperation",
    { participant: ["Japan", "South Korea", "United States"] },
  ],
  ["Azerbaijan has cultivated close defence ties with Israel.", "Cooperation", { participant: ["Azerbaijan", "Israel"] }],
  [
    "South Africa was suspected of nuclear collaboration with Israel.",
    "Cooperation",
    { participant: ["Israel", "South Africa"] },
    "possible",
  ],
  ["The cooperation of Russia with China on radars was disclosed in 2019.", "Cooperation", { participant: ["China", "Russia"] }],
]);

tells("agreements, and their end", [
  [
    "Australia, Britain and the United States formed the AUKUS pact in 2021.",
    "AgreementMade",
    { participant: ["Australia", "United Kingdom", "United States"] },
  ],
  ["Egypt made peace with Israel in 1979.", "AgreementMade", { participant: ["Egypt", "Israel"] }],
  [
    "Iran agreed under the Joint Comprehensive Plan of Action to cap enrichment.",
    "AgreementMade",
    { participant: ["Iran"], agreement: ["Joint Comprehensive Plan of Action"] },
  ],
  ["North Korea declared the Korean Armistice Agreement null and void.", "AgreementEnded", { actor: ["North Korea"] }],
  ["Donald Trump pulled the United States out of the Open Skies Treaty.", "AgreementEnded", { actor: ["United States"] }],
  ["Sudan severed diplomatic relations with the United Arab Emirates.", "AgreementEnded", { actor: ["Sudan"] }],
]);

tells("what governments ask of and tell one another", [
  ["Poland requested consultations under Article 4 of the North Atlantic Treaty.", "Request", { actor: ["Poland"] }],
  ["Manila demanded that China return the seized rifles.", "Request", { actor: ["Philippines"], target: ["China"] }],
  ["Niger ordered the United States to withdraw its troops.", "Request", { actor: ["Niger"], target: ["United States"] }],
  ["Germany received a request from Ukraine for air defence systems.", "Request", { actor: ["Ukraine"], target: ["Germany"] }],
  [
    "New Zealand refused to allow U.S. nuclear-powered ships to visit its ports.",
    "Rejection",
    { actor: ["New Zealand"], target: ["United States"] },
  ],
  ["Minsk warned Poland and Lithuania of the approaching drones.", "Notification", { actor: ["Belarus"], target: ["Lithuania", "Poland"] }],
  ["The United States was told of the strike in advance.", "Notification", { target: ["United States"] }],
  [
    "A day later the U.N. Security Council, with Russia and China abstaining, adopted a resolution on the Houthis.",
    "Vote",
    { actor: ["China", "Russia"], vote: ["abstain"] },
  ],
  ["Richard Nixon chose Henry Kissinger to be his National Security Adviser.", "Appointment", { person: ["Henry Kissinger"] }],
]);

among("resolutions that tell of themselves", [
  [
    "RESOLUTION 819 (1993)\n\nAdopted by the Security Council at its 3199th meeting, on 16 April 1993\n\nThe Security Council,\n\nRecalling its earlier decisions,\n\n1. Demands that all parties treat the town as a safe area.",
    "ResolutionAdopted",
    { body: ["United Nations Security Council"], agreement: ["United Nations Security Council Resolution 819"] },
  ],
  [
    "Resolution 687 (1991) of 3 April 1991\n\n34. Decides to remain seized of the matter; requests the Security Council to meet again.\n\nAdopted at the 2981st meeting by 12 votes to 1 (Cuba), with 2 abstentions (Ecuador, Yemen).",
    "Vote",
    { actor: ["Cuba"], vote: ["against"], agreement: ["United Nations Security Council Resolution 687"] },
  ],
]);

among("who negotiates with the state just named", [
  [
    "Japan, which agreed to supply radars to the Philippines, is negotiating a reciprocal access agreement.",
    "Negotiation",
    { participant: ["Japan", "Philippines"] },
  ],
]);
