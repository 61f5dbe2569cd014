import { describe, expect, test } from "vitest";
import { annotated, linkOf, namesOf, postsOf } from "./annotated.ts";

describe("posts, ranks and acronyms beside a name", () => {
  test.each<readonly [string, readonly string[]]>([
    [
      "He met Minister of Strategic Affairs Dan Orvel, National Security Advisor (NSA) Tova Lenk and others.",
      ["Dan Orvel = Minister of Strategic Affairs", "Tova Lenk = National Security Advisor"],
    ],
    ["Attorney General Lord Haverley told the House so.", ["Haverley = Attorney General"]],
    ["The council heard Deputy Chief of Staff General Ruslan Tymko.", ["Ruslan Tymko = Deputy Chief of Staff"]],
    ["Commander of the Navy Admiral Behzad Karami arrived.", ["Behzad Karami = Commander of the Navy"]],
    ["Governor General Mary Aldous opened parliament.", ["Mary Aldous = Governor General"]],
    [
      "Under Secretary of the Treasury for Terrorism and Financial Intelligence Brian Colter said so.",
      ["Brian Colter = Under Secretary of the Treasury for Terrorism and Financial Intelligence"],
    ],
    [
      "They saw Prince Turki bin Nasser and Defence Minister Prince Sultan bin Fahad in Riyadh.",
      ["Turki bin Nasser = Prince", "Sultan bin Fahad = Defence Minister"],
    ],
  ])("%s", (text, posts) => expect([...postsOf(annotated(text))].sort()).toEqual([...posts].sort()));

  test("an acronym that the text gives to a post is no agency", () => {
    const text = "National Security Advisor (NSA) Tova Lenk met the Omani NSA.";
    expect(namesOf(annotated(text), "GovernmentBody")).toEqual([]);
    expect(namesOf(annotated("The NSA (National Security Agency) declined to comment."), "GovernmentBody")).toEqual([
      "National Security Agency",
    ]);
  });

  test("forms of address are none of the name", () => {
    expect(linkOf(annotated("They mourned Martyr Haj Qassem Soleimani."), "Qassem Soleimani")).toBe("person/qasem-soleimani");
  });

  test("bearers of one surname are told apart by their titles", () => {
    const text = "Ambassador Sung Kim met Chairman Kim Jong Un. Ambassador Kim left. Chairman Kim stayed.";
    const links = annotated(text)
      .mentions.filter((mention) => mention.text === "Kim")
      .map((mention) => mention.entity);
    expect(links).toHaveLength(2);
    expect(links[1]).toBe("person/kim-jong-un");
    expect(links[0]).not.toBe(links[1]);
  });

  test("a name that a conjunction joins to a full name", () => {
    expect(namesOf(annotated("His counterparts, Kim Gunn and Takehiro Moriyasu, agreed."), "Person")).toContain("Takehiro Moriyasu");
    expect(namesOf(annotated("He called Sergei Lavrov and Rosneft Trading, which denied it."), "Person")).not.toContain("Rosneft Trading");
  });
});

describe("places in lists, behind their kind and with the article as it is spoken", () => {
  test.each<readonly [string, readonly string[]]>([
    ["Traces were found at three locations — Lavun-Shar, Varad and Turqaz — in May.", ["Lavun-Shar", "Varad", "Turqaz"]],
    ["The army took two villages: Dawar al-Zitun and Tell Ahmar.", ["Dawar al-Zitun", "Tell Ahmar"]],
    ["Guns came via Amdjarel in the desert.", ["Amdjarel"]],
    ["They camped below Mount Zerak near the border.", ["Mount Zerak"]],
  ])("%s", (text, places) => expect(namesOf(annotated(text), "Place")).toEqual(expect.arrayContaining([...places])));

  test.each<readonly [string, string]>([
    ["He landed at Rzeszow-Jasionka airport.", "Rzeszow-Jasionka airport"],
    ["The drill ended at the Mulino training ground.", "Mulino training ground"],
    ["Drones struck the airfield Borisovsk on Friday.", "Borisovsk"],
    ["Marines arrived at Camp Arguello in the north.", "Camp Arguello"],
  ])("%s", (text, facility) => expect(namesOf(annotated(text), "Facility")).toContain(facility));

  test("what is announced on a platform was announced nowhere", () => {
    expect(namesOf(annotated("The group claimed it via Telegram."), "Place")).toEqual([]);
  });
  test("el-, ez- and ash- are the article al-", () => {
    expect(linkOf(annotated("Residents of Deir el-Balah fled."), "Deir el-Balah")).toBe(
      linkOf(annotated("Residents of Deir al-Balah fled."), "Deir al-Balah"),
    );
    for (const name of ["Sharm el-Sheikh", "Deir ez-Zor", "Sharm al-Sheikh"])
      expect(linkOf(annotated(`They met in ${name} on Monday.`), name)).toMatch(/^place\/(?:sharm|deir)-/);
  });
});

describe("companies, bodies and states under other names", () => {
  test.each<readonly [string, readonly string[]]>([
    ["The U.S. designated Limited Liability Company Vektrus.", ["Limited Liability Company Vektrus"]],
    ['The EU listed OOO "Vektrus" and JSC Kurgantekh.', ["Vektrus", "JSC Kurgantekh"]],
    ["The owners of Verstor S.R.O. were charged.", ["Verstor S.R.O."]],
  ])("%s", (text, names) => expect(namesOf(annotated(text), "Company")).toEqual(expect.arrayContaining([...names])));

  test.each<readonly [string, string, string]>([
    ["Delegates from Byelorussia signed.", "Byelorussia", "state/blr"],
    ["Central American leaders objected.", "Central American", "place/central-america"],
    ["Siam and Persia were invited.", "Siam", "state/tha"],
    ["Luxemburg ratified the treaty.", "Luxemburg", "state/lux"],
    ["Iran's atomic energy organization objected.", "Iran's atomic energy organization", "org/atomic-energy-organization-of-iran"],
    ["The AU said it would send observers.", "AU", "org/african-union"],
    ["They met at the Group of 20 summit in Hamburg.", "Group of 20", "org/g20"],
    ["Al-Qa‘ida branches gained ground.", "Al-Qa‘ida", "armed-group/al-qaeda"],
    ["The Hwasal-2 cruise missile flew for two hours.", "Hwasal-2", "weapon/hwasal-2"],
    ["Iranian-made Shaheds hit the depot.", "Shaheds", "weapon/shahed-136"],
  ])("%s", (text, name, id) => expect(linkOf(annotated(text), name)).toBe(id));
});

describe("a rank between a post and its holder", () => {
  test.each([
    ["Deputy Chief of the General Staff Lieutenant General Mykhailo Zabrodskyi said so.", "Deputy Chief of the General Staff"],
    ["The visit of Commander of the Ground Forces Colonel General Oleksandr Syrskyi was short.", "Commander of the Ground Forces"],
    ["Head of the Main Intelligence Directorate Major General Kyrylo Budanov spoke.", "Head of the Main Intelligence Directorate"],
    ["Chief of the General Staff Army General Valery Gerasimov spoke.", "Chief of the General Staff"],
  ])("is the holder's: %s", (text, post) => {
    const document = annotated(text);
    expect(postsOf(document).map((line) => line.split(" = ")[1])).toEqual([post]);
    expect(document.mentions.filter(({ type }) => type === "Position")).toEqual([]);
    expect(namesOf(document, "MilitaryForce").some((name) => name.endsWith("Army"))).toBe(false);
  });
});
