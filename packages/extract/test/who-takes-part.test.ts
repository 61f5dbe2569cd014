import { beforeAll, describe, expect, test } from "vitest";
import { annotated, linkOf, namesOf, postsOf } from "./annotated.ts";
import { createEventReader, type EventReader } from "./event-reading.ts";
import { tells } from "./event-table.ts";

let read: EventReader;
beforeAll(async () => {
  read = await createEventReader();
});

tells(() => read, "members of lists", [
  [
    "The drones hit a container terminal, a hotel near the residence of the governor and a substation.",
    "Attack",
    { target: ["container terminal", "hotel", "substation"] },
  ],
  [
    "Ghana says it shot down five Togolese jets, and a Benin official, speaking on condition of anonymity, said one was old.",
    "Attack",
    { actor: ["Ghana"], target: ["Togolese jets"] },
  ],
  ["Missiles hit Tel Aviv, medics and officials said.", "Attack", { target: ["Tel Aviv"] }],
  ["Israel carried out attacks on Hezbollah and Iranian targets in Syria.", "Attack", { actor: ["Israel"], target: ["Hezbollah", "Iran"] }],
  ["Terrorists attacked Americans and other foreign citizens.", "Attack", { target: ["Americans", "other foreign citizens"] }],
  ["As Peru, Chile and Bolivia signed the treaty, guns fell silent.", "AgreementMade", { participant: ["Bolivia", "Chile", "Peru"] }],
]);

tells(() => read, "whose doing it is", [
  ["President Boric thanked Prime Minister Støre for Norway's partnership in providing aid to Haiti.", "Aid", { supplier: ["Norway"] }],
  [
    "Peru's defense minister, Jorge Okafor, said that his country would send helicopters to Haiti.",
    "ArmsTransfer",
    { supplier: ["Peru"] },
    "planned",
  ],
  ["Foreign Minister Sergey Lavrov said that the country has never sought chemical weapons.", "Buildup", { actor: ["Russia"] }, "negated"],
  [
    "Iran increased its stockpile of uranium enriched to higher levels, a report by the atomic agency said.",
    "Buildup",
    { actor: ["Iran"] },
  ],
  ["Egypt mourned on Monday, two days after a missile fired by the Houthis hit a tanker.", "Attack", { actor: ["Houthi movement"] }],
  ["Chile carried out a group strike with bombs and strike drones on a base.", "Attack", { actor: ["Chile"], target: ["base"] }],
]);

tells(() => read, "who a breach or a collective is", [
  ["Israel struck Damascus. Iran condemned the strikes as a violation of the ceasefire.", "Violation", { actor: ["Israel"] }],
  [
    "North Korea fired a missile on Sunday, a launch that Seoul condemned as a violation of the truce.",
    "Violation",
    { actor: ["North Korea"] },
  ],
  ["Some countries, including Norway and Denmark, sent tanks to Ukraine.", "ArmsTransfer", { supplier: ["Denmark", "Norway"] }],
  [
    "Malta asked its partners, among them Chile and Peru, to impose sanctions on Iran.",
    "Sanction",
    { actor: ["Chile", "Peru"] },
    "hypothetical",
  ],
  [
    "Foreign Minister Sergey Lavrov said that his country would send Iran some of its 36 jets.",
    "ArmsTransfer",
    { supplier: ["Russia"], recipient: ["Iran"] },
    "planned",
  ],
  ["Cooperation between Chile and Peru has never been closer.", "Cooperation", { participant: ["Chile", "Peru"] }],
  [
    "North Korea withdrew from the treaty in 2003. Its neighbours questioned whether North Korea had to withdraw from the treaty.",
    "AgreementEnded",
    { actor: ["North Korea"] },
  ],
]);

tells(() => read, "what is struck, and who agrees", [
  ["Rebels attacked positions of Hezbollah in Lebanon.", "Attack", { target: ["Hezbollah"] }],
  ["Chinese coast guard vessels used water cannons against Malaysian boats.", "Attack", { target: ["Malaysian boats"] }],
  ["On May 3 the armed forces of Sudan struck with five missiles on Nyala.", "Attack", { target: ["Nyala"] }],
  ["Japan and Canada reached consensus on a new mechanism.", "AgreementMade", { participant: ["Canada", "Japan"] }],
  ["Kenya signed onto the Paris Agreement.", "AgreementMade", { participant: ["Kenya"], agreement: ["Paris Agreement"] }],
  ["North Korea, for its part, test-fired what it called a ballistic missile.", "WeaponTest", { actor: ["North Korea"] }],
]);

tells(() => read, "who arrests, and whose custody it is", [
  ["Soldiers stormed the village and arrested six men.", "LegalAction", { actor: ["Soldiers"], target: ["men"] }],
  ["Japan demanded the release of the fishermen detained by Russia.", "LegalAction", { actor: ["Russia"], target: ["fishermen"] }],
  ["The citizens of Georgia detained in Iran were released.", "LegalAction", { actor: ["Iran"], target: ["citizens of Georgia"] }],
  [
    "Venezuela moved against its critics. The authorities arrested six activists.",
    "LegalAction",
    { actor: ["Venezuela"], target: ["activists"] },
  ],
]);

tells(() => read, "whose deed, whose weapons, whose words", [
  ["Russia's full-scale invasion, which constitutes a blatant violation of the UN Charter, must end.", "Violation", { actor: ["Russia"] }],
  [
    "The deployment of strategic assets of the U.S. on the Korean peninsula is a provocation.",
    "Deployment",
    { actor: ["United States"], destination: ["Korean peninsula"] },
  ],
  [
    "U.S. denials that they had supplied ATACMS to Ukraine were not believed.",
    "ArmsTransfer",
    { supplier: ["United States"], recipient: ["Ukraine"] },
  ],
  [
    "The Department of Justice brought to court a defendant charged in a plot to assassinate a journalist.",
    "Attack",
    { actor: ["defendant"], target: ["journalist"] },
    "alleged",
  ],
]);

describe("whom a common noun takes up", () => {
  const standsFor = (text: string, surface: string): readonly string[] => {
    const document = annotated(text);
    const mention = document.mentions.find((one) => one.text === surface);
    const entity = mention === undefined ? undefined : document.entities.get(mention.entity);
    return (entity?.members ?? (entity === undefined ? [] : [entity.id])).map((id) => document.entities.get(id)?.name ?? id);
  };
  test.each([
    ["Peru, Chile and Bolivia signed the pact. The three nations will share data.", "The three nations", ["Peru", "Chile", "Bolivia"]],
    ["The leaders of the G7 met in Apulia. The leaders agreed to lend Ukraine money.", "The leaders", ["G7"]],
    ["Syria's government denied the report. Government forces shelled Idlib.", "Government forces", ["Syria"]],
    ["Hamas attacked the kibbutz. The group took hostages.", "The group", ["Hamas"]],
    ["Rheinmetall opened a plant. The company will build tanks there.", "The company", ["Rheinmetall"]],
  ])("%s", (text, surface, names) => expect(standsFor(text, surface)).toEqual(names));
  test.each([
    ["Peru and Chile met. The three nations will share data.", "The three nations"],
    ["Hamas and Hezbollah fired rockets. The group took hostages.", "The group"],
  ])("what is open stays open: %s", (text, surface) => {
    const entity = annotated(text).mentions.find((one) => one.text === surface)?.entity ?? "";
    expect(annotated(text).entities.get(entity)?.members ?? []).toEqual([]);
    expect(entity).not.toMatch(/^armed-group\/h/);
  });
});

describe("names told by their grammar", () => {
  test.each([
    [
      "The Joint Steering Group for Australia's Nuclear-Powered Submarine Program met in Canberra.",
      "InternationalOrganization",
      "Joint Steering Group for Australia's Nuclear-Powered Submarine Program",
    ],
    ["The Contact Group on Piracy off the Coast of Somalia held its plenary.", "Forum", "Contact Group on Piracy off the Coast of Somalia"],
    ["Myanma Oil and Gas Enterprise is a source of revenue.", "Company", "Myanma Oil and Gas Enterprise"],
    ["The shipping firm Sealine Carriers was sanctioned in May.", "Company", "Sealine Carriers"],
    ["Torvald, a Norwegian arms maker, opened a plant.", "Company", "Torvald"],
    ["The rebel group Free Delta Front signed the truce.", "ArmedGroup", "Free Delta Front"],
    ["Militants from Ansar al-Din seized the town.", "ArmedGroup", "Ansar al-Din"],
    ["Bosnian Serb paramilitary units attacked the town.", "ArmedGroup", "Bosnian Serb paramilitary units"],
    ["The report quotes Justice For Myanmar at length.", "Organization", "Justice For Myanmar"],
    ["The frigate La Galissonne joined the exercise.", "WeaponSystem", "La Galissonne"],
    ["The Minsk accords were never implemented.", "Agreement", "Minsk accords"],
    ["The 1954 armistice ended the war.", "Agreement", "1954 armistice"],
    ["The July 2020 ceasefire was broken.", "Agreement", "July 2020 ceasefire"],
    ["The Egyptian-Israeli peace treaty returned the land.", "Agreement", "Egyptian-Israeli peace treaty"],
    ["Leaders adopted the five-point consensus in April.", "Agreement", "five-point consensus"],
    [
      "The Agreement Concerning a Military Armistice in Korea was signed.",
      "Agreement",
      "Agreement Concerning a Military Armistice in Korea",
    ],
    ["Its resolution of 18 July 1991 found a breach.", "Resolution", "resolution of 18 July 1991"],
    ["The siege of Mariupol lasted until May.", "Conflict", "siege of Mariupol"],
    ["The Maidan protests toppled the president.", "Conflict", "Maidan protests"],
    ["The U.S. Embassy in Kyiv closed for a day.", "GovernmentBody", "U.S. Embassy in Kyiv"],
    ["Inspectors visited Turquzabad, Varamin and Marivan.", "Place", "Varamin"],
    ["The Lachin corridor was blocked.", "Place", "Lachin corridor"],
    ["One of them is Alisher Burhanovich Usmanov.", "Person", "Alisher Burhanovich Usmanov"],
  ])("%s", (text, type, name) => expect(namesOf(annotated(text), type)).toContain(name));
  test.each([
    ["The ship Israel hit sank.", "WeaponSystem"],
    ["Talks between Almeida and Bastos failed.", "Place"],
    ["The Joint Strike Fighter was tested.", "ArmedGroup"],
    ["Arms trader John Marlow left.", "Company"],
    ["Islamist militants fled.", "ArmedGroup"],
  ])("no name of that kind: %s", (text, type) => expect(namesOf(annotated(text), type)).toEqual([]));
  test("both halves of a divided country", () => {
    expect(linkOf(annotated("North and South Korea agreed."), "North")).toBe("state/prk");
  });
  test("a serial comma in a known name", () => {
    expect(
      linkOf(annotated("The Foreign, Commonwealth, and Development Office spoke."), "Foreign, Commonwealth, and Development Office"),
    ).toMatch(/^org\/[a-z-]+$/);
  });
});

describe("relations by further wordings", () => {
  const relations = (text: string): readonly string[] => {
    const { relations: all, entities } = annotated(text);
    const name = (id: string): string => entities.get(id)?.name ?? id;
    return all
      .filter(({ type }) => /^(partOf|memberOf|partyTo)$/.test(type))
      .map(({ type, subject, object }) => `${name(subject)} ${type} ${name(object)}`);
  };
  test.each([
    ["The members agreed to admit Greece and Turkey to NATO.", "Turkey memberOf NATO"],
    ["Hungary, which belongs to NATO, blocked the aid.", "Hungary memberOf NATO"],
    ["Japan holds a seat on the UN Security Council.", "Japan memberOf United Nations Security Council"],
    ["The EU's 27 members, including Hungary and Slovakia, backed it.", "Slovakia memberOf European Union"],
    ["Australia, the United Kingdom and the United States announced AUKUS.", "United Kingdom memberOf AUKUS"],
    ["Iraq violated its commitments as a party to the Geneva Protocol.", "Iraq partyTo Geneva Protocol"],
    ["Iraq must honour its safeguards agreement with the IAEA.", "Iraq partyTo safeguards agreement"],
    ["The State Border Service of Azerbaijan set up a post.", "State Border Service of Azerbaijan partOf Azerbaijan"],
    ["Rosoboronexport, a subsidiary of Rostec, sold the jets.", "Rosoboronexport partOf Rostec"],
  ])("%s", (text, wanted) => expect(relations(text)).toContain(wanted));
  test.each(["Ukraine wants a seat on the UN Security Council.", "Iran announced NATO."])("no membership: %s", (text) =>
    expect(relations(text).filter((relation) => relation.includes("memberOf"))).toEqual([]),
  );
  test.each([
    ["Dmitry Peskov, Putin's spokesman, denied it.", "Dmitry Peskov = spokesman"],
    ["In September NATO Secretary General Jens Stoltenberg visited Athens.", "Jens Stoltenberg = NATO Secretary General"],
  ])("%s", (text, wanted) => expect(postsOf(annotated(text))).toContain(wanted));
});
