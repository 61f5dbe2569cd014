import { describe, expect, test } from "vitest";
import { annotated, linkOf, mentionsOf, namesOf } from "./annotated.ts";

/** Requirement, text, surface, what it stands for, how it is used. */
type Row = readonly [requirement: string, text: string, surface: string, entity: string | undefined, use?: string];

const ROWS: readonly Row[] = [
  // L1: capitals as governments
  [
    "L1",
    "Russia ships oil. Moscow and Pyongyang have consistently refuted the accusations of arms transfers.",
    "Moscow",
    "state/rus",
    "government",
  ],
  [
    "L1",
    "South Korea is worried. Seoul estimates that the containers could hold about 3 million rounds.",
    "Seoul",
    "state/kor",
    "government",
  ],
  ["L1", "China was asked for talks. Beijing has yet to respond to the requests.", "Beijing", "state/chn", "government"],
  ["L1", "Iran signed the paper. Tehran insists that its drones are defensive.", "Tehran", "state/irn", "government"],
  ["L1", "France sends trainers, but Paris would not say how many.", "Paris", "state/fra", "government"],
  ["L1", "India bought the jets. A cohesive stance against New Delhi is unlikely.", "New Delhi", "state/ind", "government"],
  ["L1", "Ukraine is short of shells. Kyiv’s ammunition supply has decreased.", "Kyiv", "state/ukr", "government"],
  [
    "L1",
    "Officials warned of closer ties between Ankara and Baku as Turkey and Azerbaijan drilled together.",
    "Ankara",
    "state/tur",
    "government",
  ],
  // L2: the same capitals as places
  ["L2", "The seminar was held in Washington DC, where the United States showed data.", "Washington DC", "place/washington-d-c", "place"],
  ["L2", "The dialogue was held in Washington, D.C., USA, on the 11th (local time).", "Washington, D.C.", "place/washington-d-c", "place"],
  ["L2", "Russia became more obstinate after the initial offensive failed to conquer Kyiv.", "Kyiv", "place/kyiv", "place"],
  ["L2", "The ministers met at NATO in Brussels.", "Brussels", "place/brussels", "place"],
  ["L2", "The Iranian envoy flew to Moscow on Monday after a stop in Baku.", "Moscow", "place/moscow", "place"],
  ["L2", "Troops shelled the outskirts of Kabul before Afghanistan agreed to talks.", "Kabul", "place/kabul", "place"],
  // L3: seats as institutions
  ["L3", "The Kremlin said that it would cooperate with North Korea.", "Kremlin", "org/kremlin"],
  ["L3", "The Pentagon has stated that it couldn’t corroborate the reports.", "Pentagon", "org/us-dod"],
  ["L3", "Artillery shells were used by the Kremlin to bombard Ukraine.", "Kremlin", "state/rus", "government"],
  ["L3", "Chinese parts helped the Kremlin’s defense industrial base.", "Kremlin", "state/rus", "government"],
  ["L3", "President Biden hosted the guests at the White House.", "White House", "facility/white-house", "place"],
  ["L3", "The White House declined to comment on the sale.", "White House", "org/white-house"],
  // L4: the North
  ["L4", "North Korea fired again. The North could have already provided ammunition to Russia.", "North", "state/prk", "government"],
  ["L4", "South Korea and North Korea traded fire. The South answered with loudspeakers.", "South", "state/kor", "government"],
  ["L4", "North Korea fired again. Fishermen in the North Atlantic saw nothing.", "North", undefined],
  ["L4", "The wind turned north of Oslo.", "north", undefined],
  // L5: bare Korea
  ["L5", "The group was held in Korea, where the U.S. and Japan took part.", "Korea", "state/kor"],
  ["L5", "The guidelines will serve for U.S. and Korea to review deterrence.", "Korea", "state/kor"],
  ["L5", "Denuclearization of the Korean Peninsula remains the goal.", "Korean Peninsula", "place/korean-peninsula"],
  ["L5", "The Democratic People’s Republic of Korea (DPRK) tested an engine.", "Democratic People’s Republic of Korea", "state/prk"],
  ["L5", "Japan and the Republic of Korea (ROK) agreed.", "Republic of Korea", "state/kor"],
  ["L5", "The statement named the two Koreas by their formal names.", "Koreas", undefined],
  // L7: demonyms
  ["L7", "North Korean-Russian military cooperation hinders peace.", "North Korean", "state/prk"],
  ["L7", "North Korean-Russian military cooperation hinders peace.", "Russian", "state/rus"],
  ["L7", "Analysts doubt that North Koreans were fighting in Ukraine.", "North Koreans", "state/prk", "people"],
  ["L7", "Iranian-Syrian arms smuggling continued.", "Syrian", "state/syr"],
  ["L7", "Ukrainian troops withdrew.", "Ukrainian troops", "force/armed-forces-of-ukraine"],
  ["L7", "Ethiopian soldiers crossed the border.", "Ethiopian soldiers", "force/eth-armed-forces"],
  // L8: compounds
  ["L8", "The U.S.-South Korea exercise ended.", "South Korea", "state/kor"],
  ["L8", "A North Korea-Russia arms deal was confirmed.", "Russia", "state/rus"],
  ["L8", "It fought a conflict with U.S.-ally Israel.", "Israel", "state/isr"],
  ["L8", "An India-France naval pact was renewed.", "France", "state/fra"],
  // L9: regimes
  ["L9", "In July, the Chinese regime rejected the call.", "Chinese regime", "state/chn", "government"],
  ["L9", "The Eritrean government denied the charge.", "Eritrean government", "state/eri", "government"],
  ["L9", "The government of Venezuela closed the border.", "government of Venezuela", "state/ven", "government"],
  ["L9", "The Biden administration’s policy has not changed.", "Biden administration", "org/biden-administration"],
  // L10: Washington as an adversary, not as a goal of travel
  [
    "L10",
    "The United States wants talks. The party refused to participate in Washington’s visit to resume nuclear talks.",
    "Washington",
    "state/usa",
    "government",
  ],
  ["L10", "The United States protested, and the move rejected Washington’s call for more talks.", "Washington", "state/usa", "government"],
];

describe("states, capitals and demonyms", () => {
  for (const [requirement, text, surface, entity, use] of ROWS) {
    test(`${requirement}: ${surface} in "${text}"`, () => {
      const document = annotated(text);
      expect(linkOf(document, surface)).toBe(entity);
      if (use !== undefined) expect(mentionsOf(document, surface)[0]?.use).toBe(use);
    });
  }

  test("every metonym says why it was read so", () => {
    const document = annotated("Russia and China met. Moscow praised the talks in Beijing.");
    expect(mentionsOf(document, "Moscow")[0]?.rule).toMatch(/^metonym\.government\./);
    expect(mentionsOf(document, "Beijing")[0]?.rule).toMatch(/^metonym\.place\./);
  });

  test("a hyphen makes no entity of two states (L8)", () => {
    for (const text of ["The U.S.-Korea pact holds.", "The Iran-Russia treaty holds.", "A North Korea-Russia deal was confirmed."]) {
      expect([...annotated(text).entities.values()].filter((entity) => entity.type === "State")).toHaveLength(2);
    }
  });
});

describe("names inside names do not leak (L6)", () => {
  test.each([
    ["The expert panel under the UN North Korea Sanctions Committee reported.", ["State:North Korea"]],
    ["The Korea National Diplomatic Academy hosted the talks.", ["State:South Korea", "State:North Korea"]],
    ["The Institute for the Study of War published a map.", ["Conflict:War"]],
    ["She spoke at the Global Forum to Prevent Radiological and Nuclear Terrorism.", ["WeaponCategory:nuclear weapon"]],
    ["The Georgia Institute of Technology trains engineers.", ["State:Georgia"]],
    ["The Nigeria Sanctions Monitoring Committee met.", ["State:Nigeria"]],
    ["The Center for Strategic Weapons Studies issued a paper.", ["WeaponCategory:weapon"]],
  ])("%s", (text, forbidden) => {
    const document = annotated(text);
    const found = document.mentions.map((mention) => `${mention.type}:${document.entities.get(mention.entity)?.name}`);
    for (const leak of forbidden) expect(found).not.toContain(leak);
    expect(found.length).toBeGreaterThan(0);
  });

  test("a seminar with a gerund in its title is one forum", () => {
    for (const title of ["Strengthening the U.S.-Korea Alliance seminar", "Rebuilding the Sudan Economy conference"]) {
      expect(namesOf(annotated(`Officials spoke during the ${title} on Friday.`), "Forum")).toContain(title);
    }
  });
});
