import { beforeAll, describe, expect, it } from "vitest";
import { createTeller, type Teller } from "./claims-told.ts";

let told: Teller;
beforeAll(async () => {
  told = await createTeller();
});

/** One sentence a row, and all that is claimed in it. */
const SENTENCES: Readonly<Record<string, readonly (readonly [text: string, ...claims: readonly string[]])[]>> = {
  "passives whose agent says, asks or describes": [
    ["The missile was said by state media to have reached an altitude of 7,000 km.", "state media asserts"],
    ["The rockets are believed by Peruvian officials to have come from Iran.", "Peruvian officials estimates"],
    ["The site was alleged by Israel to house a laboratory.", "Israel alleges"],
    ["It was announced by the Kremlin that the ambassador would leave.", "Kremlin commits"],
    ["The exercise was called a provocation by North Korea.", "North Korea condemns"],
    ["Iran was urged by the IAEA to answer its questions.", "International Atomic Energy Agency requests"],
    ["The embassy was asked by Chile to close.", "Chile requests"],
    ["Sweden was informed by Finland that the cable had been cut.", "Finland asserts"],
    ["The dispute was made more bitter by Peru."],
    ["The offers that were made by Ghana came late."],
  ],
  "people and bodies without a name": [
    ["A blast in the harbour wounded five, medics said.", "medics asserts"],
    ["Rescuers said that the tunnel had collapsed.", "Rescuers asserts"],
    ["Tribal elders said that the road was closed.", "Tribal elders asserts"],
    ["Opposition legislators feared that the jets might be sold on.", "Opposition legislators expressesConcern"],
    ["A rights group said that the camp was overcrowded.", "rights group asserts"],
  ],
  "deeds taken upon oneself": [
    ["Israel has claimed the Beirut strike.", "Israel asserts"],
    ["Al-Shabaab claimed the bombing in Mogadishu.", "Al-Shabaab asserts"],
    ["Hezbollah claimed the strike had hit a barracks.", "Hezbollah alleges"],
  ],
  "what cannot be checked": [
    ["Independent experts caution that the number of shells cannot be verified.", "Independent experts cannotConfirm"],
    ["The ministry said the report could not be independently confirmed.", "ministry cannotConfirm"],
    ["The figures could not be verified."],
  ],
  "speakers told by what they belong to": [
    [
      "The two ministers met in Geneva, the press service of the Polish Foreign Ministry said.",
      "Ministry of Foreign Affairs of Poland asserts",
    ],
    ["Brazil and Chile held talks. Officials from both countries welcomed growing trade.", "Officials + Brazil + Chile praises"],
    ["Ghana and its allies condemned the raid.", "Ghana + allies condemns"],
    ["President Zelenskyy briefed President Biden on his planning.", "Volodymyr Zelenskyy asserts"],
  ],
  "whoever has compiled what is cited": [
    ["According to estimates of journalists in the capital, turnout was low.", "journalists asserts"],
    ["Exports fell by half, according to figures compiled by the World Bank.", "World Bank Group asserts"],
    ["According to data from the IAEA, the stock has doubled.", "International Atomic Energy Agency asserts"],
  ],
  "objects that the chunker parts": [
    ["Canada welcomed growing coordination among the fleets.", "Canada praises"],
    ["Norway shared its grave and growing concern that the dam would burst.", "Norway expressesConcern"],
  ],
  "receptions and manners": [
    ["President Biden will welcome Chancellor Scholz to the White House on Friday."],
    ["President Biden welcomed Prime Minister Kishida's announcement.", "Joe Biden praises"],
    ["Peru announced its intent to reopen the mine.", "Peru commits"],
  ],
  "where and when something was agreed or promised": [
    ["Japan and Australia agreed at a summit in Tokyo on Friday to open their ports.", "Japan + Australia commits"],
    ["Norway pledged in October to rebuild the bridge.", "Norway commits"],
    ["Chile and Peru agreed on a plan to dredge the harbour."],
  ],
};

describe("sentences", () => {
  for (const [group, rows] of Object.entries(SENTENCES))
    describe(group, () => {
      it.each(rows)("%s", (text, ...claims) => {
        const found = told(text);
        if (group === "where and when something was agreed or promised" && claims.length === 0)
          expect(found).not.toContainEqual(expect.stringContaining("commits"));
        else expect(found).toEqual(claims);
      });
    });
});

describe("papers", () => {
  it("are the words of whoever the line above them says has issued them", () => {
    const found = told(`Press Statement on the Drills

Hanoi, 3 May -- Tran Van Minh, director general of the Department of Asian Affairs of the Foreign Ministry of Vietnam, made public the following press statement on Friday:

The U.S. fleet has entered our waters again. We resolutely condemn this act.

Washington should bear in mind that it will face consequences.`);
    expect(found).not.toHaveLength(0);
    for (const claim of found) expect(claim).toMatch(/^Tran Van Minh /u);
    expect(found).toContain("Tran Van Minh condemns");
  });

  it("are the words of the persons whom a joint title names, not of the states that 'we' lists", () => {
    const found =
      told(`Joint Statement by the President of France Emmanuel Macron, Chancellor of Germany Angela Merkel, and Prime Minister of Italy Mario Draghi on Libya

We, the President of France, Chancellor of Germany, and Prime Minister of Italy, met in Rome today to discuss Libya. We call on all parties to respect the ceasefire. We welcome the work of the African Union.`);
    expect(found).toContain("Emmanuel Macron + Angela Merkel + Mario Draghi requests");
    expect(found).toContain("Emmanuel Macron + Angela Merkel + Mario Draghi praises");
  });

  it("are the words of the minister whose name stands in the head of a release, quotations under a line that attributes them too", () => {
    const found = told(`New measures against arms traffickers

Media release
Senator the Hon Penny Wong, Minister for Foreign Affairs
24 May 2024

We call on North Korea to abandon its nuclear weapons.

Quotes attributable to the Minister for Foreign Affairs, Senator the Hon Penny Wong:

"Australia stands with our international partners in our support for Ukraine."

"We are deeply concerned by the cooperation between Russia and North Korea."`);
    expect(found).toEqual(["Penny Wong requests", "Penny Wong supports", "Penny Wong expressesConcern"]);
  });

  it("are the words of whoever signs a letter below, not of those whom it greets", () => {
    const found = told(`Letter to Congressional Leaders on the Deployment

Dear Mr. Speaker, dear Leader Jeffries:

I write to inform you of the deployment of forces to Yemen. The forces will remain in the region. I appreciate the support of the Congress.

Sincerely,

JOSEPH R. BIDEN JR.`);
    expect(found).not.toHaveLength(0);
    for (const claim of found) expect(claim).toMatch(/^Joe Biden /u);
  });

  it("warn where they tell somebody to bear something in mind, whatever apposition stands before what they warn of", () => {
    const found = told(`Statement by Foreign Minister Anna Lund of Denmark

We regret the step. Russia should bear in mind that its ships will find the ports closed. We warn Belarus, the neighbour of our friends, that the border can be shut again.`);
    expect(found.filter((claim) => claim === "Anna Lund warns")).toHaveLength(2);
  });

  it("attribute quotations under such a line in news as well", () => {
    const found = told(`The government announced its budget on Monday.

Comment by Finance Minister Anna Lund of Denmark:

"The army needs new ships. We have waited too long."`);
    expect(found).toContain("Anna Lund asserts");
  });
});
