import { beforeAll, describe, expect, it } from "vitest";
import { createEventReader, type EventReader } from "./event-reading.ts";

let read: EventReader;
beforeAll(async () => {
  read = await createEventReader();
});

const typesOf = (text: string): readonly string[] => read(text, "2024-06-12").map((event) => event.type);
const only = (text: string, type: string): Readonly<Record<string, readonly string[]>> => {
  const found = read(text, "2024-06-12").filter((event) => event.type === type);
  expect(found, text).toHaveLength(1);
  return found[0]?.roles ?? {};
};

describe("violence as wire services tell it", () => {
  it("takes kidnappings and murders as attacks, whoever has no name", () => {
    expect(only("About 50 peasants were kidnapped by guerrillas of the National Liberation Army.", "Attack")).toMatchObject({
      actor: ["National Liberation Army (Colombia)"],
    });
    expect(only("The mayor was assassinated in Lima.", "Attack")).toMatchObject({ target: ["mayor"] });
    expect(only("Rebels attacked a bus in Karachi.", "Attack")).toMatchObject({ target: ["bus"] });
  });

  it("takes what a strike kills or hits as its target, and counts the victims", () => {
    const [strike] = read("Israeli air strikes killed at least 30 civilians in Rafah.").filter((event) => event.type === "Attack");
    expect(strike?.roles).toMatchObject({ actor: ["Israel"] });
    expect(strike?.draft.quantity).toMatchObject([{ min: 30 }]);
    expect(only("A Russian missile hit a hospital in Kyiv.", "Attack")).toMatchObject({ actor: ["Russia"], target: ["hospital"] });
  });

  it("reads pronouns in capitals as pronouns", () => {
    const roles = read("ALL THE CRIMES WERE COMMITTED BY MEN WHO HIDE IN THE MOUNTAINS OF GUATEMALA.").flatMap((event) =>
      Object.values(event.roles).flat(),
    );
    expect(roles).not.toContain("World Health Organization");
  });

  it("keeps a finished pair before a comma apart from the subject", () => {
    expect(only("With the help of Cuba and Nicaragua, Iran attacked Israel.", "Attack").actor).toEqual(["Iran"]);
    expect(only("After talks with Poland and Romania, Russia bombed Kharkiv.", "Attack").actor).toEqual(["Russia"]);
  });
});

describe("deployments need somebody or something that marches", () => {
  it.each([
    "Japan and the United States will advance innovation and deployment of clean energy.",
    "The initiative of the United States, based on past actions, goes on.",
    "European companies plan to deploy solar technology in Spain.",
  ])("not in: %s", (text) => {
    expect(typesOf(text)).not.toContain("Deployment");
  });

  it("knows who sends a force: its state", () => {
    expect(only("Russian troops were deployed to Belarus.", "Deployment")).toMatchObject({ actor: ["Russia"], destination: ["Belarus"] });
    expect(
      only("United States Armed Forces are deployed to Jordan to protect allies against hostile action by Iran.", "Deployment").actor,
    ).not.toContain("Iran");
  });
});

describe("talks, tests and transfers", () => {
  it("takes talks between persons as a meeting, between states as a negotiation", () => {
    expect(typesOf("Xi Jinping held talks with Vladimir Putin in Beijing.")).toEqual(["Meeting"]);
    expect(typesOf("Iran and the United States resumed negotiations in Oman.")).toEqual(["Negotiation"]);
  });

  it("takes an opinion agreed on for no agreement", () => {
    expect(typesOf("Russia and China agreed that peace is important.")).not.toContain("AgreementMade");
    expect(typesOf("Russia and China agreed on a ceasefire.")).toContain("AgreementMade");
  });

  it("does not count a model's number", () => {
    const [delivery] = read("Germany approved the delivery of Leopard 2 tanks to Ukraine.");
    expect(delivery?.draft.quantity).toEqual([]);
  });

  it("reads a package as a transfer of what it holds", () => {
    expect(only("The Pentagon announced a new $275 million package of weapons for Ukraine.", "ArmsTransfer")).toMatchObject({
      recipient: ["Ukraine"],
    });
  });

  it("takes a satellite's launch for no weapon test", () => {
    expect(typesOf("Russia launched a military satellite on Tuesday.")).not.toContain("WeaponTest");
    expect(typesOf("North Korea test-fired a ballistic missile on Tuesday.")).toContain("WeaponTest");
  });

  it("takes a letter from an office to another as a notification", () => {
    expect(
      only(
        "The Council considered the letter dated 12 March 1993 from the Minister for Foreign Affairs of Iraq addressed to the President of the Security Council.",
        "Notification",
      ),
    ).toMatchObject({ actor: ["Iraq"] });
  });
});

describe("resolutions", () => {
  it("tells of their own adoption, early forms and votes included", () => {
    const early = read(
      "154 (1960). Resolution of 23 August 1960 [S/4466]\n\nThe Security Council,\n\nHaving examined the application of Gabon,\n\nRecommends that Gabon be admitted.\n\nAdopted by 10 votes to none.\n",
    );
    const adopted = early.find((event) => event.type === "ResolutionAdopted");
    expect(adopted?.roles).toMatchObject({ body: ["United Nations Security Council"] });
    expect(adopted?.draft.time?.edtf).toBe("1960-08-23");
    expect(adopted?.draft.quantity).toMatchObject([{ min: 10, max: 10, unit: "vote" }]);
    const joined = read(
      "Resolution 375 (1975) of 22 September 1975 The Security Council, Having examined the application of Papua New Guinea, recommends its admission.",
    );
    expect(joined.map((event) => event.type)).toContain("ResolutionAdopted");
  });
});
