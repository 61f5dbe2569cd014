import { beforeAll } from "vitest";
import { createEventReader, type EventReader } from "./event-reading.ts";
import { type EventRow, tellsAmong } from "./event-table.ts";

let reader: EventReader;
beforeAll(async () => {
  reader = await createEventReader();
});

/** Who acts and who is acted on, where the clause parts them from their verb or noun. */
const ROWS: readonly EventRow[] = [
  // an adverbial between auxiliary and participle
  [
    "North Korea has since last year shipped artillery shells to Russia.",
    "ArmsTransfer",
    { supplier: ["North Korea"], recipient: ["Russia"] },
  ],
  ["The Houthis have since November attacked ships in the Red Sea.", "Attack", { actor: ["Houthi movement"] }],
  [
    "Germany has for months refused to send Taurus missiles to Ukraine.",
    "ArmsTransfer",
    { supplier: ["Germany"], recipient: ["Ukraine"] },
    "negated",
  ],
  // verbs that carry a measure on or bring it back
  ["President Biden reimposed sanctions on Iran.", "Sanction", { actor: ["United States"], target: ["Iran"] }],
  ["Washington reinstated sanctions on Venezuela.", "Sanction", { actor: ["United States"], target: ["Venezuela"] }],
  ["The EU prolonged sanctions against Russia.", "Sanction", { actor: ["European Union"], target: ["Russia"] }],
  ["Canada and Australia retained sanctions against Russia.", "Sanction", { actor: ["Australia", "Canada"], target: ["Russia"] }],
  ["Hamas masterminded the attack on Israel.", "Attack", { actor: ["Hamas"], target: ["Israel"] }],
  // three that open the clause behind a preposition or gerund
  ["Joint naval drills by Russia, China and Iran began on Monday.", "Exercise", { participant: ["China", "Iran", "Russia"] }],
  ["The drills with Japan, Australia and India were held in May.", "Exercise", { participant: ["Australia", "India", "Japan"] }],
  [
    "Talks involving Qatar, Egypt and the United States resumed in Doha.",
    "Negotiation",
    { participant: ["Egypt", "Qatar", "United States"] },
  ],
  // craft are sent by the state that they are of
  ["Two U.S. B-52 bombers were deployed to Qatar.", "Deployment", { actor: ["United States"], destination: ["Qatar"] }],
  ["Three Chinese warships docked in Cambodia.", "Deployment", { actor: ["China"], destination: ["Cambodia"] }],
  // what is shot down is the thing
  ["U.S. Central Command forces destroyed three Houthi drones.", "Attack", { target: ["unmanned aerial vehicle"] }],
  ["Israel destroyed dozens of Hezbollah rocket launchers.", "Attack", { target: ["multiple rocket launcher"] }],
  ["The militants attacked shopping centers and markets.", "Attack", { target: ["shopping centers and markets"] }],
  [
    "North Korea has nuclear weapons. Seoul said Pyongyang was preparing a nuclear test.",
    "WeaponTest",
    { actor: ["North Korea"], item: ["nuclear weapon"] },
    "planned",
  ],
];

tellsAmong(() => reader, ROWS);
