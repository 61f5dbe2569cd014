import { describe, expect, test } from "vitest";
import { annotated, knowledgeBase, linkOf, namesOf, postsOf } from "./annotated.ts";

/** Names that no list knows, in the shapes by which texts introduce them. */
const broaderOf = (text: string, name: string): readonly string[] | undefined =>
  [...annotated(text).entities.values()].find((entity) => entity.name === name)?.broader;

describe("persons whom no list knows", () => {
  test.each([
    ["Finance Minister of Ukraine Serhii Zolotar met the envoy.", "Serhii Zolotar"],
    ["The president of Guyana is Marvin Ramdeen, who opposes the claim.", "Marvin Ramdeen"],
    ["Oleg Tarasenkov, 61, was detained in Minsk on Monday.", "Oleg Tarasenkov"],
  ])("%s", (text, name) => expect(namesOf(annotated(text), "Person")).toContain(name));

  test.each(["Regional Stability is at risk, 72 states warned.", "Operation Iron Gate ended in Minsk.", "Grain Corridor talks ended."])(
    "%s",
    (text) => expect(namesOf(annotated(text), "Person")).toEqual([]),
  );
});

describe("weapons beside a word for their kind", () => {
  test.each([
    ["Iran handed over the Qirat-4 ballistic missile.", "Qirat-4", "weapon-category/ballistic-missile"],
    ["The rebels showed a new drone, the Zalam-7, in Sanaa.", "Zalam-7", "weapon-category/unmanned-aerial-vehicle"],
    ["Norway ordered sixty Skarv drones for its army.", "Skarv", "weapon-category/unmanned-aerial-vehicle"],
    ["Turkey tested Gray Falcon cruise missiles.", "Gray Falcon", "weapon-category/cruise-missile"],
    ["France sent a Mistral Bay-class frigate to Djibouti.", "Mistral Bay-class frigate", "weapon-category/frigate"],
    ["China launched a Type 071 destroyer.", "Type 071 destroyer", "weapon-category/destroyer"],
    ["Pirates boarded the tanker Amber Dawn off Eyl.", "Amber Dawn", "item/vessel"],
    ["They fired at the frigate Tarkash.", "Tarkash", "weapon-category/frigate"],
    ["A missile hit a Greek ship, the Olvia, in the Red Sea.", "Olvia", "item/vessel"],
    ["Inspectors stopped the MV Sorrel Star near Aden.", "MV Sorrel Star", "item/vessel"],
  ])("%s", (text, name, broader) => expect(broaderOf(text, name)).toEqual([broader]));

  test("ships of a list are ships each, a letter included", () => {
    const ships = namesOf(annotated("The vessels Ladoga, Kama-2 and Lady K sailed on Monday."), "WeaponSystem");
    expect(new Set(ships)).toEqual(new Set(["Ladoga", "Kama-2", "Lady K"]));
  });
  test.each([
    "Russia fired Soviet missiles at Kyiv.",
    "Western tanks reached Ukraine.",
    "Houthi drones hit the port.",
    "The ship Monday reached Aden.",
    "COVID-19 vaccines came by ship.",
    "They opposed the first-class destroyer.",
  ])("whose weapons they are is no name: %s", (text) => expect(namesOf(annotated(text), "WeaponSystem")).toEqual([]));
  test("mines are arms among arms, pits elsewhere", () => {
    expect(linkOf(annotated("Police seized mortars, mines and grenades."), "mines")).toBe("weapon-category/landmine");
    expect(linkOf(annotated("They visited coal mines in Donetsk."), "mines")).toBeUndefined();
  });
  test.each([
    ["They used sarin against civilians.", "sarin", "weapon-category/sarin"],
    ["Novichok was found in Salisbury.", "Novichok", "weapon-category/novichok"],
    ["Japan built heavy cruisers.", "heavy cruisers", "weapon-category/heavy-cruiser"],
    ["Landing craft approached.", "Landing craft", "weapon-category/landing-craft"],
  ])("%s", (text, surface, id) => expect(linkOf(annotated(text), surface)).toBe(id));
  test("every new class leads up to weapon", () => {
    for (const id of ["sarin", "vx", "landing-craft", "barrel-bomb", "assault-rifle", "light-cruiser"]) {
      let at: string | undefined = `weapon-category/${id}`;
      for (let steps = 0; steps < 8 && at !== "weapon-category/weapon"; steps++) at = knowledgeBase.entities.get(at ?? "")?.broader[0];
      expect([id, at]).toEqual([id, "weapon-category/weapon"]);
    }
  });
});

describe("places and installations by what stands around them", () => {
  test.each([
    ["Gunmen opened fire near Vrelište.", "Vrelište", "Place:Vrelište"],
    ["A column entered the town of Tel Rifan.", "Tel Rifan", "Place:Tel Rifan"],
    ["They took several villages, including Kafr Amoun and al-Dahira, on Sunday.", "al-Dahira", "Place:al-Dahira"],
    ["Two jets landed at Ola Keri airport.", "Ola Keri airport", "Facility:Ola Keri airport"],
    ["Drones struck the Morozka air base.", "Morozka air base", "Facility:Morozka air base"],
    ["Families fled the Dimas governorate.", "Dimas governorate", "Place:Dimas governorate"],
    ["He was held in Talvik prison.", "Talvik prison", "Facility:Talvik prison"],
    ["Shelling went on in Oskolnia, where troops dug in.", "Oskolnia", "Place:Oskolnia"],
  ])("%s", (text, surface, wanted) => expect(linkOf(annotated(text), surface)).toBe(wanted));
  test.each([
    "She holds a degree in Economics and speaks French.",
    "He wrote in Arabic about it.",
    "They met in April and in Ramadan.",
    "Talks were held in Parliament.",
    "The report was published in Response to it.",
    "It was written in Kelvar steel.",
  ])("capitals behind a preposition that are no place: %s", (text) => expect(namesOf(annotated(text), "Place")).toEqual([]));
});

describe("lists of resolutions go on behind dates", () => {
  test("each number is a resolution, days and years are none", () => {
    const found = namesOf(
      annotated("Recalling its resolutions 910 (1994) of 14 April 1994, 915 (1994) of 4 May 1994 and 926 (1994) of 13 June 1994,"),
      "Resolution",
    );
    expect(found.map((name) => /(\d+)(?: \(\d+\))?$/.exec(name)?.[1])).toEqual(["910", "915", "926"]);
  });
  test("numbers without years stay whole before a verb", () => {
    expect(namesOf(annotated("Resolutions 1718, 1874 and 2397 require it."), "Resolution")).toHaveLength(3);
  });
});

describe("bodies, conflicts and agreements by their words", () => {
  test.each([
    ["Delegates of the Central Council of the Farmers' Party of Ruritania met.", "Central Council of the Farmers' Party of Ruritania"],
    ["They backed the Coral Coast Partnership for Maritime Safety on Friday.", "Coral Coast Partnership for Maritime Safety"],
    [
      "The ministers adopted the Roadmap for Regional Water Security — Call to Action.",
      "Roadmap for Regional Water Security — Call to Action",
    ],
    ["Prices rose after the Nicaraguan Revolution.", "Nicaraguan Revolution"],
    ["It was settled at the Lausanne disarmament conference.", "Lausanne disarmament conference"],
  ])("%s", (text, name) => expect([...annotated(text).entities.values()].map((entity) => entity.name)).toContain(name));
  test("who has rebels is an armed group", () => {
    expect(linkOf(annotated("Talvani Front rebels shelled Goma."), "Talvani Front")).toBe("ArmedGroup:Talvani Front");
  });
});

describe("posts in the shapes of news", () => {
  test.each([
    ["It was signed by then Presidents Olaf Brekke and Maria Santos.", ["Olaf Brekke = President", "Maria Santos = President"]],
    [
      "Foreign Ministers Olaf Brekke, Maria Santos and Ivan Petrov met.",
      ["Olaf Brekke = Foreign Minister", "Maria Santos = Foreign Minister", "Ivan Petrov = Foreign Minister"],
    ],
    ["Kosovo's president, Olaf Brekke, spoke in Paris.", ["Olaf Brekke = president"]],
    ["The agency said its head, Olaf Brekke, had resigned.", ["Olaf Brekke = head"]],
    ["The U.S. ambassador in Lagos, Olaf Brekke, echoed him.", ["Olaf Brekke = U.S. ambassador in Lagos"]],
    ["They met army chief Gen. Olaf Brekke.", ["Olaf Brekke = army chief"]],
  ])("%s", (text, wanted) => expect(postsOf(annotated(text))).toEqual(wanted));
});

describe("persons by what is said of them", () => {
  test.each([
    ["One policeman, Arben Krasniqu, was killed.", "Arben Krasniqu"],
    ["He was replaced by Torvald Lindqvar, who had led the talks.", "Torvald Lindqvar"],
  ])("%s", (text, name) => expect(namesOf(annotated(text), "Person")).toEqual([name]));
  test("a family name that came first", () => {
    const document = annotated("National Security Advisor Okabe Shunji of Japan came. Mr. Okabe welcomed him.");
    expect(namesOf(document, "Person")).toEqual(["Okabe Shunji"]);
  });
  test("a leader by the surname alone in his own time, where no one else bears it", () => {
    expect(linkOf(annotated("Putin is striking at night.", { published: "2024-07-01" }), "Putin")).toBe("person/vladimir-putin");
    expect(linkOf(annotated("Putin is striking at night.", { published: "1985-07-01" }), "Putin")).toBeUndefined();
  });
});

/** Relations of one text as "subject type object", posts and places left out. */
const relationsOf = (text: string): readonly string[] => {
  const { relations, entities } = annotated(text);
  return relations
    .filter(({ type }) => /^(memberOf|partOf|partyTo|nationalOf)$/.test(type))
    .map(({ subject, type, object }) => `${entities.get(subject)?.name} ${type} ${entities.get(object)?.name}`)
    .sort();
};

describe("members and parties that lists and wordings imply", () => {
  test.each([
    [
      "The Quad (Australia, India, Japan and the United States) met.",
      ["Australia", "India", "Japan", "United States"].map((name) => `${name} memberOf Quad`),
    ],
    ["Turkey is the only NATO member to operate the system.", ["Turkey memberOf NATO"]],
    ["He asked such NATO members as Norway and Spain.", ["Norway memberOf NATO", "Spain memberOf NATO"]],
    [
      "Members of the Security Council, including France and China, voted.",
      ["China memberOf United Nations Security Council", "France memberOf United Nations Security Council"],
    ],
    ["Egypt signed the Camp David Accords with Israel.", ["Egypt partyTo Camp David Accords", "Israel partyTo Camp David Accords"]],
    [
      "Under the Budapest Memorandum, Russia and Ukraine agreed on it.",
      ["Russia partyTo Budapest Memorandum", "Ukraine partyTo Budapest Memorandum"],
    ],
    [
      "They wrote a maritime security treaty between Kenya and Somalia.",
      ["Kenya partyTo maritime security treaty", "Somalia partyTo maritime security treaty"],
    ],
    ["The Israeli military fired.", ["Israel Defense Forces partOf Israel"]],
    ["The Export Fund Agency (EFA), the main Turkish procurement agency, was listed.", ["Export Fund Agency partOf Turkey"]],
    ["Al Shabaab, an affiliate of al Qaeda, struck.", ["Al-Shabaab partOf Al-Qaeda"]],
    ["Brazil's Olaf Brekke spoke.", ["Olaf Brekke nationalOf Brazil"]],
    ["An Italian general, Olaf Brekke, commands it.", ["Olaf Brekke nationalOf Italy"]],
    ["Turkey is not a NATO member.", []],
    ["Ukraine may become a NATO member.", []],
    ["Trade between Kenya and Somalia grew under the Strategy for Growth.", []],
  ])("%s", (text, wanted) => expect(relationsOf(text)).toEqual([...wanted].sort()));
});

describe("ministries in small letters", () => {
  test.each([
    ["In Tehran, foreign ministry spokesman Olaf Brekke denied it.", "foreign ministry", "Ministry of Foreign Affairs of Iran"],
    ["The defense ministry in London confirmed it.", "defense ministry", "Ministry of Defence"],
    [
      "Beijing objected. Foreign ministry spokesperson Olaf Brekke called it illegal.",
      "Foreign ministry",
      "Ministry of Foreign Affairs of China",
    ],
  ])("%s", (text, surface, name) => {
    const document = annotated(text);
    const entity = document.mentions.find((mention) => mention.text === surface)?.entity ?? "";
    expect(document.entities.get(entity)?.name).toContain(name);
  });
});

describe("agreements without a name", () => {
  test("are told by their kind and kept to their document; the shorter wording is the longer one's", () => {
    const document = annotated("They signed a mutual security pact on Monday. Parliament backed the security pact.");
    expect(namesOf(document, "Agreement")).toEqual(["mutual security pact"]);
  });
  test("a bare noun makes none", () => expect(namesOf(annotated("No deal was reached."), "Agreement")).toEqual([]));
});
