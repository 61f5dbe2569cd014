import { describe, expect, test } from "vitest";
import { annotated, linkOf, mentionsOf, postsOf } from "./annotated.ts";

describe("titles before and behind names (L12, L13, L17)", () => {
  test.each<readonly [string, readonly string[]]>([
    [
      "In Washington DC, Deputy Assistant Secretary of Defense for Nuclear and Countering Weapons of Mass Destruction Policy Richard Johnson stated a concern.",
      ["Richard Johnson = Deputy Assistant Secretary of Defense for Nuclear and Countering Weapons of Mass Destruction Policy"],
    ],
    [
      "Bonnie Jenkins, under secretary of state for arms control and international security affairs, addressed the issue.",
      ["Bonnie Jenkins = under secretary of state for arms control and international security affairs"],
    ],
    [
      "The State Department’s senior official for North Korea, Jung Pak, said so in an interview.",
      ["Jung Pak = senior official for North Korea"],
    ],
    ["Shin Wonsik, the country’s defense minister, claimed the opposite.", ["Shin Won-sik = defense minister"]],
    [
      "Officials attended, including Cho Chang Rae, the Director of the National Defense Policy Office of the Ministry of National Defense, Ely Ratner, Assistant Secretary of Defense for Indo-Pacific Security Affairs in the U.S., and Andrew Winternitz, Acting Deputy Assistant Secretary of Defense for East Asia.",
      [
        "Cho Chang-rae = Director of the National Defense Policy Office of the Ministry of National Defense",
        "Ely Ratner = Assistant Secretary of Defense for Indo-Pacific Security Affairs",
        "Andrew Winternitz = acting Deputy Assistant Secretary of Defense for East Asia",
      ],
    ],
    [
      "Maria Oduya, deputy minister of defence for procurement, rejected the offer.",
      ["Maria Oduya = deputy minister of defence for procurement"],
    ],
    ["The ministry’s chief negotiator for the Sahel, Thomas Brandt, left the room.", ["Thomas Brandt = chief negotiator for the Sahel"]],
    [
      "Those present included Helen Marsh, Director of the Arms Export Office, Peter Novak, Ambassador to Chad, and Laura Stein, Acting Head of Mission.",
      ["Helen Marsh = Director of the Arms Export Office", "Peter Novak = Ambassador to Chad", "Laura Stein = acting Head of Mission"],
    ],
    ["NATO Secretary-General Mark Rutte spoke first.", ["Mark Rutte = NATO Secretary-General"]],
    ["Estonian Foreign Minister Juhan Kask visited the base.", ["Juhan Kask = Estonian Foreign Minister"]],
    ["President Volodymyr Zelenskyy of Ukraine thanked the guests.", ["Volodymyr Zelenskyy = President of Ukraine"]],
    ["In 1993 Nadia Brook was appointed Ambassador to Norway.", ["Nadia Brook = Ambassador to Norway"]],
    ["Nadia Brook is a lawyer. In 1993 she was named Director of the Peace Institute.", ["Nadia Brook = Director of the Peace Institute"]],
  ])("%s", (text, posts) => {
    const found = postsOf(annotated(text));
    for (const post of posts) expect(found).toContain(post);
    expect(found).toHaveLength(posts.length);
  });

  test("what a title is about is no mention of it", () => {
    for (const text of [
      "Assistant Secretary for Countering Weapons of Mass Destruction Policy Richard Johnson spoke.",
      "Special Envoy for Conventional Arms Control Peter Novak spoke.",
    ]) {
      expect(annotated(text).mentions.filter((mention) => mention.type === "WeaponCategory")).toEqual([]);
    }
  });

  test("a spokesman of the department is a person with that post (L17)", () => {
    expect(postsOf(annotated("At a briefing, department spokesman Matthew Miller informed reporters."))).toEqual([
      "Matthew Miller = department spokesman",
    ]);
  });
});

describe("surnames (L14, L15)", () => {
  test.each([
    ["Richard Johnson spoke first. Johnson said that the panel had closed.", "Johnson", "person/richard-johnson"],
    ["Shin Wonsik, the defense minister, warned of tests. Shin said more would follow.", "Shin", "person/shin-won-sik"],
    ["Jung Pak, a senior official, was asked. Pak said nothing.", "Pak", "person/jung-pak"],
    ["North Korea’s leader Kim Jong Un smiled. Kim left early.", "Kim", "person/kim-jong-un"],
    ["North Korea fired a missile. The costs matter to Kim, analysts say.", "Kim", "person/kim-jong-un"],
    ["Defence Minister Anna Lindqvist signed. Lindqvist then flew home.", "Lindqvist", "Person:Anna Lindqvist"],
    ["President Park Dae-ho spoke. Park promised aid.", "Park", "Person:Park Dae-ho"],
  ])("%s", (text, surface, entity) => {
    expect(linkOf(annotated(text), surface)).toBe(entity);
  });

  test("spelling variants are one person", () => {
    for (const [a, b] of [
      ["Kim Jong Un", "Kim Jong-un"],
      ["Shin Wonsik", "Shin Won-sik"],
      ["Volodymyr Zelenskyy", "Volodymyr Zelensky"],
    ] as const) {
      const document = annotated(`The report names ${a}. Later it writes ${b} instead.`);
      expect(new Set(document.mentions.filter((mention) => mention.type === "Person").map((mention) => mention.entity)).size).toBe(1);
    }
  });

  test("neither byline nor editors are actors (L15)", () => {
    const document = annotated(
      "Seoul Warns of New Launch by the North\nDaniel Kim Views\n\nNorth Korea’s leader Kim Jong Un ordered a launch on Friday. Kim was seen at the site.\n\nEdited by Taejun Kang and Mike Firn.\n",
    );
    expect(document.mentions.filter((mention) => mention.type === "Person").map((mention) => mention.entity)).toEqual([
      "person/kim-jong-un",
      "person/kim-jong-un",
    ]);
  });
});

describe("cataphora and posts as descriptions (L11)", () => {
  test.each([
    [
      "On June 10, a U.S. Department of Defense official expressed concern.\nDeputy Assistant Secretary of Defense Richard Johnson stated that the deal was bad.",
      "a U.S. Department of Defense official",
      "person/richard-johnson",
    ],
    [
      "The top U.S. arms control official echoed the remarks.\nBonnie Jenkins, under secretary of state for arms control, addressed the issue.",
      "The top U.S. arms control official",
      "person/bonnie-jenkins",
    ],
    [
      "Bonnie Jenkins, under secretary of state for arms control, spoke. The under secretary was referring to a test.",
      "The under secretary",
      "person/bonnie-jenkins",
    ],
    ["Defence Minister Anna Lindqvist arrived. The defence minister signed the contract.", "The defence minister", "Person:Anna Lindqvist"],
  ])("%s", (text, surface, entity) => {
    expect(linkOf(annotated(text), surface)).toBe(entity);
  });

  test("an official whom nothing ties to a later name stays unnamed", () => {
    const document = annotated("A senior Turkish official expressed concern.\nThe next day Brazilian President Luiz Souza met farmers.");
    expect(document.mentions.filter((mention) => mention.kind === "nominal" && mention.type === "Person")).toEqual([]);
  });
});

describe("titles that contradict the knowledge base (L16)", () => {
  test.each([
    "U.S. Secretary of State Antony Blinken intends to travel to China. While Janet Yellen, the secretary of state, recently went there, nothing was decided.",
    "Secretary of Defense Lloyd Austin spoke. Antony Blinken, the secretary of defense, agreed with him.",
    "Russian Foreign Minister Sergei Lavrov arrived. Sergei Shoigu, the foreign minister, stayed at home.",
  ])("%s", (text) => {
    const document = annotated(text);
    expect(document.conflicts).toHaveLength(1);
    expect(document.conflicts[0]?.kind).toBe("SourceConflict");
    expect(postsOf(document)).toHaveLength(1);
    // The source's words stay as they are.
    expect(text).toContain(document.conflicts[0]?.text ?? "?");
  });

  test("two posts that fit the knowledge base are no conflict", () => {
    expect(annotated("U.S. Secretary of State Antony Blinken and Treasury Secretary Janet Yellen met.").conflicts).toEqual([]);
  });
});

describe("the country behind a post (L18)", () => {
  test("is the holder's, whatever state was named last", () => {
    const document = annotated("The shells went to Ukraine. Shin Wonsik, the country’s defense minister, counted the containers.");
    expect(mentionsOf(document, "the country").map((mention) => mention.entity)).toEqual(["state/kor"]);
  });
  test("and is left open where two states compete", () => {
    expect(mentionsOf(annotated("Chad accused Sudan of shelling. Observers left the country."), "the country")).toEqual([]);
  });
});

describe("headlines that contradict the text (L59)", () => {
  const page = (headline: string, body: string): string => `${headline}\n\n${body}\n`;
  test.each([
    [page("U.S. vows full support to defend North Korea", "The U.S. commits to defend South Korea using all of its capabilities."), 1],
    [page("Poland pledges tanks to protect Belarus", "Poland will protect Ukraine with forty tanks, the prime minister said."), 1],
    [page("U.S. vows full support to defend South Korea", "The U.S. commits to defend South Korea using all of its capabilities."), 0],
    [page("Poland arms Ukraine", "Poland will protect Lithuania with forty tanks, the prime minister said."), 0],
  ])("%s", (text, count) => {
    expect(annotated(text).conflicts).toHaveLength(count);
  });
});

describe("who a post or a surname alone means", () => {
  const published = "2022-03-01";
  const president = (text: string): string | undefined =>
    annotated(text, { published }).mentions.find((mention) => /^the president$/i.test(mention.text))?.entity;

  test("an office speaks of its own president, unless the sentence is about another's country", () => {
    const issued = "Statement by Press Secretary Jen Psaki on Security\n\nPresident Putin met President Xi Jinping. ";
    expect(president(`${issued}The President will travel to Rome.`)).toBe("person/joe-biden");
    expect(president(`${issued}The President signed a Chinese law on trade.`)).toBe("person/xi-jinping");
    expect(president("President Xi Jinping met envoys of Chad. The President will travel to Rome.")).toBe("person/xi-jinping");
  });

  test.each([
    [
      "Philippine Secretary of National Defense Gilberto Teodoro hosted them.",
      ["Gilberto Teodoro = Philippine Secretary of National Defense"],
    ],
    ["The Minister of Finance Idris Gana resigned.", ["Idris Gana = Minister of Finance"]],
  ])("%s", (text, posts) => expect(postsOf(annotated(text))).toEqual(posts));

  test("a leader's surname is taken in the leader's time only", () => {
    expect(linkOf(annotated("In 1979 the United States mediated, and Carter’s hopes were high."), "Carter")).toBe("person/jimmy-carter");
    expect(linkOf(annotated("In 2023 the United States mediated, and Carter’s hopes were high."), "Carter")).not.toBe(
      "person/jimmy-carter",
    );
    expect(linkOf(annotated("Britain voted in April, May and June 2018.", { published: "2018-07-01" }), "May")).toBeUndefined();
  });

  test("a body without its state belongs to the state beside it", () => {
    const document = annotated("In Chile, the Foreign Ministry and the Supreme Court disagreed. Parliament met.");
    expect(
      ["Foreign Ministry", "Supreme Court", "Parliament"].map(
        (name) => document.entities.get(mentionsOf(document, name)[0]?.entity ?? "")?.name,
      ),
    ).toEqual(["Ministry of Foreign Affairs of Chile", "Supreme Court of Chile", "Parliament of Chile"]);
  });
});
