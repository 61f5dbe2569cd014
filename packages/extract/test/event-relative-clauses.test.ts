import { beforeAll } from "vitest";
import { createEventReader, type EventReader } from "./event-reading.ts";
import { type EventRow, tells as tellsRows } from "./event-table.ts";

/** Who does what in relative clauses and behind asides, where dates and adjuncts stand between the subject and its verb. */
let read: EventReader;
beforeAll(async () => {
  read = await createEventReader();
});
const tells = (title: string, rows: readonly EventRow[]): void => tellsRows(() => read, title, rows);

tells("a date between the relative pronoun and its verb", [
  [
    "Alexander Stubb, who on Monday flew to Vilnius, praised the sailors.",
    "Visit",
    { actor: ["Alexander Stubb"], destination: ["Vilnius"] },
  ],
  ["Hamas, whose fighters on October 7 attacked Israel, rejected the plan.", "Attack", { actor: ["Hamas"], target: ["Israel"] }],
  [
    "Syria thanked Iran, which in 2013 sold missiles to Damascus.",
    "ArmsTransfer",
    { supplier: ["Iran"], recipient: ["Syria"], item: ["missile"] },
  ],
  ["Officials named Belgrade, which last year bought drones from China.", "ArmsTransfer", { supplier: ["China"], recipient: ["Serbia"] }],
]);

tells("a preposition before the relative pronoun governs the antecedent", [
  [
    "Tehran, with which Moscow in January signed a strategic partnership treaty, praised it.",
    "AgreementMade",
    { participant: ["Iran", "Russia"], agreement: ["strategic partnership treaty"] },
  ],
  [
    "The Philippines, to which the United States in April deployed its Typhon missile system, welcomed it.",
    "Deployment",
    { actor: ["United States"], destination: ["Philippines"] },
  ],
  [
    "Iran, to which officials say Russia has sold fighter jets, is on the list.",
    "ArmsTransfer",
    { supplier: ["Russia"], recipient: ["Iran"], item: ["combat aircraft"] },
  ],
]);

tells("the object of what somebody is said to have done", [
  [
    "The shells, which Kyiv says North Korea supplied to Russia, hit a school.",
    "ArmsTransfer",
    { supplier: ["North Korea"], recipient: ["Russia"], item: ["artillery shell"] },
  ],
]);

tells("the subject before an aside of several members", [
  [
    "Seoul, long reluctant to choose, in 2023 sold K2 tanks to Poland.",
    "ArmsTransfer",
    { supplier: ["South Korea"], recipient: ["Poland"], item: ["K2"] },
  ],
  [
    "Ilham Aliyev, president of Azerbaijan and chairman of the council, on Friday received Sergei Shoigu.",
    "Meeting",
    { participant: ["Ilham Aliyev", "Sergei Shoigu"] },
  ],
  // Names listed before an adjunct are all subjects
  ["Poland, Latvia and Estonia, in 2023 sent tanks to Ukraine.", "ArmsTransfer", { supplier: ["Estonia", "Latvia", "Poland"] }],
]);

tells("whoever is fought takes no part in what their enemies do", [
  ["Anti-Houthi forces shelled Hodeidah.", "Attack", { actor: ["Anti-Houthi forces"], target: ["Hodeidah"] }],
  ["Measures are ready should Russia further invade Ukraine.", "Attack", { actor: ["Russia"], target: ["Ukraine"] }, "hypothetical"],
]);
