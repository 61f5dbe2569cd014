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
  ["Rebels attacked a ship in the waters south of Aden.", "Attack", { place: ["Aden"] }],
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
  ["Also killed in the Israeli strike was Ali Hassan.", "Attack", { actor: ["Israel"], target: ["Ali Hassan"] }],
  ["Also wounded in a Russian attack was Petro Bondar.", "Attack", { actor: ["Russia"], target: ["Petro Bondar"] }],
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

tells(() => read, "who is blamed, who plots, who uses arms", [
  [
    "The raid on the village, which Mali has blamed on Niger, shocked the region.",
    "Attack",
    { actor: ["Niger"], target: ["village"] },
    "alleged",
  ],
  ["Kyiv attributed the strike on the dam to Russia.", "Attack", { actor: ["Russia"], target: ["dam"] }, "alleged"],
  ["Serbia was accused of plotting an attack on a monastery.", "Attack", { actor: ["Serbia"], target: ["monastery"] }, "alleged"],
  ["Iran's use of drones that have struck Erbil was condemned.", "Attack", { actor: ["Iran"], target: ["Erbil"] }],
  ["Turkey used drones to attack Kobani.", "Attack", { actor: ["Turkey"], target: ["Kobani"] }],
  ["A deal could stave off a Turkish attack on Cyprus.", "Attack", { actor: ["Turkey"], target: ["Cyprus"] }, "hypothetical"],
  ["Israeli strikes killed at least 17 people across Lebanon.", "Attack", { actor: ["Israel"], target: ["Lebanon"] }],
  ["Rwandan soldiers are engaging in combat in Congo.", "Attack", { actor: ["Rwanda Defence Force"] }],
  ["The army confirmed the firing of a dozen ballistic missiles at two bases by Iran.", "Attack", { actor: ["Iran"], target: ["bases"] }],
]);

tells(() => read, "forces on their way", [
  [
    "The Pentagon announced that 3,000 British troops headed to Poland.",
    "Deployment",
    { actor: ["United Kingdom"], destination: ["Poland"] },
  ],
  ["French soldiers heading for Chad left on Monday.", "Deployment", { actor: ["France"], destination: ["Chad"] }],
]);

tells(() => read, "breaches, and whose they are", [
  ["Talks turned to the INF Treaty, which Russia violated.", "Violation", { actor: ["Russia"] }],
  ["The arms embargo, which Rwanda has flouted for years, was renewed.", "Violation", { actor: ["Rwanda"], agreement: ["arms embargo"] }],
  ["The measures follow a blatant violation of Serbia's commitments.", "Violation", { actor: ["Serbia"] }],
  ["Russia has violated the set of international rules and norms.", "Violation", { actor: ["Russia"] }],
]);

tells(() => read, "whose forces, whose trial", [
  [
    "Beside the 9,000 French soldiers now stationed in Chad to defend its capital, NATO set up a hospital.",
    "Deployment",
    { actor: ["France"], destination: ["Chad"] },
  ],
  [
    "South Africa's detention and sentencing of the activists was illegal.",
    "LegalAction",
    { actor: ["South Africa"], target: ["activists"] },
  ],
]);

tells(() => read, "craft brought down, arms loosed in a blow", [
  ["Two Su-34 fighters were shot down over Bryansk.", "Attack", { target: ["Su-34"], place: ["Bryansk"] }],
  ["Israel destroyed two S-300 launchers in Isfahan.", "Attack", { actor: ["Israel"], target: ["S-300"] }],
  ["Iran launched 90 drones in an overnight attack.", "Attack", { actor: ["Iran"], instrument: ["unmanned aerial vehicle"] }],
]);

tells(() => read, "forces that will stay", [
  ["Canada will permanently station a brigade in Latvia.", "Deployment", { actor: ["Canada"], destination: ["Latvia"] }, "planned"],
  [
    "British personnel will embed with the Royal Australian Navy.",
    "Deployment",
    { actor: ["United Kingdom"], destination: ["Royal Australian Navy"] },
    "planned",
  ],
]);

describe("whose blow it was, told before", () => {
  const attacks = (text: string): readonly Readonly<Record<string, readonly string[]>>[] =>
    read(text, "2024-06-20")
      .filter((event) => event.type === "Attack")
      .map((event) => event.roles);
  test("the only assailant known in a country", () => {
    expect(attacks("Israel struck Damascus on Monday. On Tuesday ten airstrikes hit a depot in Syria.")).toMatchObject([
      { actor: ["Israel"] },
      { actor: ["Israel"], target: ["depot"] },
    ]);
  });
  test("nobody where two are known", () => {
    const found = attacks("Israel struck Damascus on Monday. Turkey shelled Aleppo. Ten airstrikes hit a depot in Syria on Friday.");
    expect(found.at(-1)?.["actor"] ?? []).toEqual([]);
  });
});

describe("what is no blow, no trial and no deployment", () => {
  test.each([
    ["The command is charged with securing the capital.", "LegalAction"],
    ["The centre supports the prosecution of the crime of aggression against Ukraine.", "LegalAction"],
    ["Germany will deploy quantum-resistant cryptography.", "Deployment"],
    ["Two Su-34 fighters were shot down over Bryansk.", "WeaponTest"],
    ["Norway is to occupy the seat of Denmark at the United Nations.", "Attack"],
  ])("%s", (text, type) => {
    expect(read(text, "2024-06-20").filter((event) => event.type === type)).toEqual([]);
  });
});
