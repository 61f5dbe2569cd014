import { beforeAll, describe } from "vitest";
import { createEventReader, type EventReader } from "./event-reading.ts";
import { type EventRow, tellsAmong } from "./event-table.ts";

let read: EventReader;
beforeAll(async () => {
  read = await createEventReader();
});

/** The new subject stands last, or the measure comes upon whoever it is said of. */
const MEASURES: readonly EventRow[] = [
  ["Also designated today is Farid Moradi, an Iranian national based in Dubai.", "Sanction", { target: ["Farid Moradi"] }],
  [
    "Among those sanctioned by Canada are Ivan Petrov and Oleg Sidorov.",
    "Sanction",
    { actor: ["Canada"], target: ["Ivan Petrov", "Oleg Sidorov"] },
  ],
  ["Those blacklisted by Britain in May include Ivan Petrov.", "Sanction", { actor: ["United Kingdom"], target: ["Ivan Petrov"] }],
  ["Also arrested was Hasan Demir, a Turkish businessman.", "LegalAction", { target: ["Hasan Demir"] }],
  ["Rosneft Trading is now subject to an asset freeze.", "Sanction", { target: ["Rosneft Trading"] }],
  ["Seven Iranian officials face U.S. sanctions.", "Sanction", { actor: ["United States"], target: ["Seven Iranian officials"] }],
  ["The Department of the Treasury targeted Houthi financiers.", "Sanction", { actor: ["United States Department of the Treasury"] }],
  ["Treasury Sanctions Network Supporting Hamas", "Sanction", { actor: ["United States Department of the Treasury"], target: ["network"] }],
];

/** A preposition before the relative pronoun gives its antecedent a part; who was counted is named later. */
const NAMED_ELSEWHERE: readonly EventRow[] = [
  [
    "The network is run by Oleg Sidorov, a Slovakia-based dealer on whom Washington imposed sanctions in March.",
    "Sanction",
    { actor: ["United States"], target: ["Oleg Sidorov"] },
  ],
  ["The rebels against whom France launched air strikes withdrew.", "Attack", { actor: ["France"], target: ["rebels"] }],
  ["Two firms with which Iran had signed contracts closed.", "AgreementMade", { participant: ["Iran", "Two firms"] }],
  [
    "Canada sanctioned two individuals. It identified the individuals as Ivan Petrov and Oleg Sidorov.",
    "Sanction",
    { actor: ["Canada"], target: ["Ivan Petrov", "Oleg Sidorov"] },
  ],
  ["Japan blacklisted two Russian banks, Sberbank and VTB Bank.", "Sanction", { actor: ["Japan"], target: ["Sberbank", "VTB Bank"] }],
  ["Maria Lopez took over as foreign minister in May.", "Appointment", { person: ["Maria Lopez"], position: ["foreign minister"] }],
  ["The United States resorts to aggressive war drills with South Korea.", "Exercise", { participant: ["South Korea", "United States"] }],
  ["The order directs the Treasury to impose maximum economic pressure on Iran.", "Sanction", { target: ["Iran"] }],
];

/** Told of by a text that tells what one state does. */
const LEFT_OUT: readonly EventRow[] = [
  [
    "Britain sanctioned 20 oil tankers on Monday. The measures also hit a Turkish shipping company.",
    "Sanction",
    { actor: ["United Kingdom"], target: ["Turkish shipping company"] },
  ],
  [
    "Japan imposed sanctions on Rosneft on Monday. Oleg Sidorov was also designated.",
    "Sanction",
    { actor: ["Japan"], target: ["Oleg Sidorov"] },
  ],
];

const TIES: readonly EventRow[] = [
  ["Turkey and Qatar enjoy close military ties.", "Cooperation", { participant: ["Qatar", "Turkey"] }],
  [
    "Very close ties have been established between the militaries and special services of Russia and North Korea.",
    "Cooperation",
    { participant: ["North Korea", "Russia"] },
  ],
  [
    "Analysts warned that a clash could draw in the United States, which has been deepening its cooperation with Manila.",
    "Cooperation",
    { participant: ["Philippines", "United States"] },
  ],
  ["Spain maintains a defence partnership with Morocco.", "Cooperation", { participant: ["Morocco", "Spain"] }],
  ["The ministers of Japan and India recommitted to deepening intelligence sharing.", "Cooperation", { participant: ["India", "Japan"] }],
];

/** What is only asked, conditional or thought, and what has begun. */
const STANDING: readonly EventRow[] = [
  ["Will Japan impose sanctions on Myanmar?", "Sanction", { actor: ["Japan"], target: ["Myanmar"] }, "hypothetical"],
  [
    "Would the United States come to Taiwan's aid?",
    "SecurityCommitment",
    { actor: ["United States"], recipient: ["Taiwan"] },
    "hypothetical",
  ],
  [
    "Are you worried that China will supply missiles to Russia?",
    "ArmsTransfer",
    { supplier: ["China"], recipient: ["Russia"] },
    "hypothetical",
  ],
  ["Do you think Israel attacked Iran?", "Attack", { actor: ["Israel"], target: ["Iran"] }, "hypothetical"],
  ["Did you know that Israel attacked Iran?", "Attack", { actor: ["Israel"], target: ["Iran"] }, "actual"],
  ["The G7 has imposed and will continue to impose sanctions on Russia.", "Sanction", { actor: ["G7"], target: ["Russia"] }, "actual"],
  [
    "Poland has supplied and will continue to supply tanks to Ukraine.",
    "ArmsTransfer",
    { supplier: ["Poland"], recipient: ["Ukraine"] },
    "actual",
  ],
  ["The G7 will impose sanctions on Russia.", "Sanction", { actor: ["G7"], target: ["Russia"] }, "planned"],
];

describe("who is sanctioned", () => tellsAmong(() => read, MEASURES));
describe("who is named elsewhere", () => tellsAmong(() => read, NAMED_ELSEWHERE));
describe("who sanctions, told before", () => tellsAmong(() => read, LEFT_OUT));
describe("ties that are had", () => tellsAmong(() => read, TIES));
describe("asked, thought, begun", () => tellsAmong(() => read, STANDING));
