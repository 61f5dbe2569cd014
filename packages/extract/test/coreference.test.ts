import { describe, expect, test } from "vitest";
import { annotated, linkOf, mentionsOf } from "./annotated.ts";

/** Entity of the last pronoun or nominal with this text. */
function lastOf(text: string, surface: string): string | undefined {
  const document = annotated(text);
  const mention = mentionsOf(document, surface).at(-1);
  const entity = mention === undefined ? undefined : document.entities.get(mention.entity);
  return entity === undefined ? undefined : entity.isNew ? entity.name : entity.id;
}

describe("pronouns", () => {
  test.each([
    ["Jung Pak, a senior official, spoke on Monday. She said that tests would follow.", "She", "person/jung-pak"],
    ["Defence Minister Omar Haddad met Russian Foreign Minister Sergei Lavrov. He promised drones.", "He", "Omar Haddad"],
    ["In his message, Kim Jong Un praised Russia.", "his", "person/kim-jong-un"],
    ["The Pentagon has stated that it couldn’t corroborate the reports.", "it", "org/us-dod"],
    ["Turkey said it would send drones.", "it", "state/tur"],
  ])("%s", (text, surface, entity) => {
    expect(lastOf(text, surface)).toBe(entity);
  });

  test("they are the two who were coordinated before", () => {
    for (const [text, members] of [
      [
        "North Korea’s leader Kim Jong Un and Russian President Vladimir Putin met last month, where they vowed to cooperate.",
        ["person/kim-jong-un", "person/vladimir-putin"],
      ],
      ["Egypt and Sudan signed the paper. They agreed to meet again.", ["state/egy", "state/sdn"]],
    ] as const) {
      const document = annotated(text);
      const mention = document.mentions.find((one) => /^they$/i.test(one.text));
      expect(document.entities.get(mention?.entity ?? "")?.members).toEqual(members);
    }
  });

  test("a he is no woman, and an expletive it is nobody", () => {
    const text = "Federica Brandt met President Luis Ortega. He smiled.";
    expect(lastOf(text, "He")).toBe("Luis Ortega");
    expect(mentionsOf(annotated("Japan waited. It is clear that the talks failed."), "It")).toEqual([]);
  });
});

describe("definite descriptions", () => {
  test.each([
    ["The International Atomic Energy Agency met in Vienna. The Agency condemned the test.", "Agency", "org/iaea"],
    ["The Kigali Arms Commission met. The commission closed its doors.", "The commission", "Kigali Arms Commission"],
    ["Mali left the Treaty of Bamako. The treaty dates from 1991.", "The treaty", "Treaty of Bamako"],
    ["Vice President Kamala Harris met President Yoon Suk Yeol. The President agreed.", "The President", "person/yoon-suk-yeol"],
    ["Vice President Kamala Harris met President Yoon Suk Yeol. The Vice President agreed.", "The Vice President", "person/kamala-harris"],
  ])("%s", (text, surface, entity) => {
    expect(lastOf(text, surface)).toBe(entity);
  });

  test("the statement is the joint statement named before", () => {
    const document = annotated("The joint statement was short. The statement named no one.");
    expect(new Set(document.mentions.filter((mention) => mention.type === "Document").map((mention) => mention.entity)).size).toBe(1);
  });

  test("the advisors are those who have the post", () => {
    const document = annotated(
      "National Security Advisor Jake Sullivan and National Security Advisor Wi Sung-lac talked. The national security advisors agreed on a plan.",
    );
    expect(document.entities.get(mentionsOf(document, "national security advisors")[0]?.entity ?? "")?.members).toEqual([
      "person/jake-sullivan",
      "person/wi-sung-lac",
    ]);
  });

  test("counted troops belong to the state that acts", () => {
    expect(linkOf(annotated("North Korea had deployed more than 10,000 soldiers to east Russia."), "more than 10,000 soldiers")).toBe(
      "MilitaryForce:North Korean troops",
    );
    expect(linkOf(annotated("Rwanda denies that it sent 3,000 troops to Congo."), "3,000 troops")).toBe("MilitaryForce:Rwandan troops");
  });
});

describe("relations that the text states", () => {
  test.each([
    ["The Pentagon's Defense Security Cooperation Agency approved it.", "partOf org/defense-security-cooperation-agency org/us-dod"],
    ["Iran’s Defense Ministry denied it, and Iran protested.", "partOf"],
    ["Fighting went on in Mosul, Iraq.", "locatedIn place/mosul state/irq"],
    ["NATO member Hungary abstained.", "memberOf state/hun org/nato"],
    ["Since signing the Nuclear Non-Proliferation Treaty, South Africa has kept it.", "partyTo state/zaf agreement/npt"],
  ])("%s", (text, wanted) => {
    const found = annotated(text).relations.map((relation) => `${relation.type} ${relation.subject} ${relation.object}`);
    expect(found.some((relation) => relation.startsWith(wanted))).toBe(true);
  });

  test("a name inside a name states nothing", () => {
    for (const text of ["The Korea National Diplomatic Academy met.", "The Iran Sanctions Monitoring Committee met."]) {
      expect(annotated(text).relations.filter((relation) => relation.type !== "locatedIn")).toEqual([]);
    }
  });
});

test("the same bytes give the same annotation, and a changed name changes only itself", () => {
  const text = "Kenya’s defence minister, Aden Duale, met Lt. Gen. Musa Okello in Nairobi. He promised 40 drones to Chad.";
  const strip = (source: string): string =>
    JSON.stringify({ ...annotated(source), analysis: undefined, entities: [...annotated(source).entities] });
  expect(strip(text)).toBe(strip(text));
  const renamed = annotated(text.replaceAll("Chad", "Mali"));
  expect(renamed.mentions.map((mention) => (mention.entity === "state/mli" ? "state/tcd" : mention.entity))).toEqual(
    annotated(text).mentions.map((mention) => mention.entity),
  );
});
