import { beforeAll, describe, expect, test } from "vitest";
import { createEventReader, type EventReader } from "./event-reading.ts";
import { tells } from "./event-table.ts";

let read: EventReader;
beforeAll(async () => {
  read = await createEventReader();
});

tells(() => read, "a blow and what it did are one happening", [
  ["Boko Haram militants killed 12 people in an attack on a village in Borno.", "Attack", { actor: ["Boko Haram"], target: ["village"] }],
  ["Russia wounded five civilians in a missile strike on Kharkiv.", "Attack", { actor: ["Russia"], target: ["Kharkiv"] }],
  ["Israel destroyed a warehouse in an air raid on Damascus.", "Attack", { actor: ["Israel"], target: ["warehouse"], place: ["Damascus"] }],
  [
    "Syria continues its attacks on hospitals and schools that have killed nearly 900 people.",
    "Attack",
    { actor: ["Syria"], target: ["hospitals and schools"] },
  ],
]);

tells(() => read, "who strikes, wherever the sentence names them", [
  ["Three soldiers were killed, wounded or abducted by Hezbollah.", "Attack", { actor: ["Hezbollah"], target: ["soldiers"] }],
  ["The Iraqi army crossed the border in an invasion of Kuwait.", "Attack", { actor: ["Iraqi Army"], target: ["Kuwait"] }],
  ["The bombings in Kabul, for which Islamic State has claimed responsibility, were condemned.", "Attack", { actor: ["Islamic State"] }],
  ["Ukraine suffered a missile attack from Belarus.", "Attack", { actor: ["Belarus"], target: ["Ukraine"] }],
  ["Hamas took 240 people hostage.", "Attack", { actor: ["Hamas"], target: ["240 people"] }],
  ["Russia's seizure of Crimea changed Europe.", "Attack", { actor: ["Russia"], target: ["Crimea"] }],
]);

tells(() => read, "who is taken to court, by whom", [
  [
    "Georgian activists were arrested, beaten and deported by Russia.",
    "LegalAction",
    { actor: ["Russia"], target: ["Georgian activists"] },
  ],
  ["The suspect was extradited from Spain to the United States.", "LegalAction", { actor: ["Spain"], target: ["suspect"] }],
  ["Hezbollah took three sailors prisoner.", "LegalAction", { actor: ["Hezbollah"], target: ["sailors"] }],
]);

tells(() => read, "who sends forces", [
  ["Russia ordered troops to deploy into Donetsk.", "Deployment", { actor: ["Russia"], destination: ["Donetsk"] }, "hypothetical"],
  [
    "France has bolstered the alliance through the deployment of 800 soldiers to Romania.",
    "Deployment",
    { actor: ["France"], destination: ["Romania"] },
  ],
]);

describe("what is no blow, no trial and no deployment", () => {
  test.each([
    ["The command is charged with securing the capital.", "LegalAction"],
    ["The centre supports the prosecution of the crime of aggression against Ukraine.", "LegalAction"],
    ["Germany will deploy quantum-resistant cryptography.", "Deployment"],
    ["Norway is to occupy the seat of Denmark at the United Nations.", "Attack"],
  ])("%s", (text, type) => {
    expect(read(text, "2024-06-20").filter((event) => event.type === type)).toEqual([]);
  });
});
