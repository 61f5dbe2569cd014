import { beforeAll, describe, expect, it } from "vitest";
import { createTeller, type Teller } from "./claims-told.ts";

let told: Teller;
beforeAll(async () => {
  told = await createTeller();
});

/** One sentence a row: who must be found to speak, and how. */
const SENTENCES: Readonly<Record<string, readonly (readonly [text: string, claim: string])[]>> = {
  "verbs of communication, judgement, refusal and asking": [
    ["Brazil lambasted the embargo as a relic of the Cold War.", "Brazil condemns"],
    ["Peru charged that Ecuador had moved its border posts.", "Peru accuses"],
    ["Hungary balked at the proposed sanctions on Belarus.", "Hungary rejects"],
    ["Poland turned down a German offer to host the talks.", "Poland rejects"],
    ["France brushed aside the allegations as fantasy.", "France denies"],
    ["Thailand objected to the presence of foreign observers.", "Thailand rejects"],
    ["Canada acknowledged that its aircraft had been in the area.", "Canada confirms"],
    ["Argentina suggested that the two navies hold joint patrols.", "Argentina proposes"],
    ["The Netherlands pressed for an independent inquiry.", "Netherlands requests"],
    ["The Hague court ruled that Chile had no claim to the strip, and Peru hailed the verdict as fair.", "Peru praises"],
    ["South Africa refused to sign the protocol.", "South Africa rejects"],
    ["Indonesia approved the ceasefire plan.", "Indonesia supports"],
  ],
  "adjuncts between speaker, verb and what is said": [
    ["Belgium said, in a letter to the Council, that Rwanda had reopened the border.", "Belgium asserts"],
    ["The Norwegian Foreign Ministry stated, among other things, that the border remains open.", "Norway asserts"],
    ["Bogotá, for its part, said that it would reopen the border.", "Colombia commits"],
    ["Denmark and Norway, by contrast, welcome the decision.", "Denmark + Norway praises"],
    ["An air strike, Eritrea alleges, killed ten civilians in the village.", "Eritrea alleges"],
  ],
  "reactions told as nouns": [
    ["The move drew condemnation from the African Union.", "African Union condemns"],
    ["The plan met with opposition from Spain.", "Spain rejects"],
    ["The offer was greeted with suspicion by Kenya.", "Kenya expressesConcern"],
    ["The sale drew sharp criticism from Ankara.", "Turkey condemns"],
  ],
  "guesses and findings": [
    ["Analysts suggested that loitering munitions had set off the fire.", "Analysts estimates"],
    ["The African Union suggested that observers might visit the camps.", "African Union proposes"],
    ["The European Union found evidence that the shells had been resold by Serbia.", "European Union asserts"],
    ["An investigation by prosecutors found that Serbia had resold the shells.", "investigation asserts"],
  ],
  "papers with the one who speaks through them": [
    ["The report by the African Union says that the truce holds.", "report + African Union asserts"],
    ["President Ruto's office said the envoy had left.", "President Ruto's office asserts"],
    ["Rwanda's foreign ministry called the report politically motivated.", "Ministry of Foreign Affairs of Rwanda rejects"],
  ],
  "tasks, threats and blame": [
    ["Kim Jong Un set forth the tasks for the second half of the year.", "Kim Jong Un requests"],
    ["Pakistan vowed a resolute response to any raid.", "Pakistan threatens"],
    ["Ethiopia vowed that the raid would not pass without punishment.", "Ethiopia threatens"],
    ["Chad said Sudan had deliberately shelled the camps.", "Chad accuses"],
    ["Germany and Norway announced that they will supply battle tanks to Ukraine.", "Germany + Norway commits"],
    ["Canada recognised Japan for taking decisive steps against evasion.", "Canada praises"],
  ],
  "what follows a comma and a verb of telling": [
    [
      "While Janet Yellen recently traveled to China, threatened Chinese banks with sanctions, Norway said it would wait.",
      "Norway commits",
    ],
  ],
  "a person told by a title in apposition": [
    [
      "While Janet Yellen, the secretary of the treasury, recently traveled to China, threatened Chinese banks, Norway waited.",
      "Janet Yellen threatens",
    ],
  ],
  "as somebody said": [
    ["As Secretary Yellen said in April, Norway has raised its output.", "Janet Yellen asserts"],
    ["Kenya, as its president put it, cannot wait; Uganda said in March it would send troops.", "Uganda commits"],
  ],
  "feelings with which something is taken up, and aims": [
    ["Iceland notes with deep concern the shelling of the port.", "Iceland expressesConcern"],
    ["Kenya and Uganda welcome the truce, and note with concern the reports of new fighting.", "Kenya + Uganda expressesConcern"],
    ["Tajikistan announced readiness for joint patrols.", "Tajikistan commits"],
  ],
  "whom general words for people mean": [
    [
      "Polish Foreign Minister Radosław Sikorski met his guests. Sikorski said the border was quiet. According to the diplomat, the fence will stay.",
      "Radosław Sikorski asserts",
    ],
  ],
  "series of verbs, absolute phrases, what one's own state holds": [
    ["Iceland and Norway reaffirm their commitment, condemn any threats, and call on all states to join.", "Iceland + Norway requests"],
    ["The talks ended on Friday, with Chad accusing Sudan of breaking the truce.", "Chad accuses"],
    ["Chinese scholars have long worried that the sale to Vietnam may follow.", "Chinese scholars expressesConcern"],
    ["Poland and Ukraine should oppose all such acts, Polish Foreign Minister Radosław Sikorski said.", "Radosław Sikorski requests"],
  ],
  "attitudes that adjectives attribute": [
    ["Qatar is deeply worried about the fighting in Libya.", "Qatar expressesConcern"],
    ["Sri Lanka is unwilling to hand over the port.", "Sri Lanka rejects"],
    ["Portugal was sceptical of the plan.", "Portugal expressesConcern"],
  ],
  "nouns of speech with a possessor": [
    ["Doubts remained, despite U.S. denials that it had sold the radar to Chad.", "United States denies"],
    ["Nothing came of Danish denials that the ship had been searched.", "Denmark denies"],
    ["Vietnamese concerns over the new dam have grown.", "Vietnam expressesConcern"],
    ["Israel's refusal to allow inspectors into the site angered its allies.", "Israel rejects"],
    ["Ministers welcomed Kenya's reaffirmation of its commitment to the mission.", "Kenya commits"],
  ],
  "objects that stand before their verb": [
    ["The strike, which Turkey called a massacre, killed 12 people.", "Turkey condemns"],
    ["Ethiopia offered a partial release of water, a proposal that Egypt rebuffed.", "Egypt rejects"],
    ["Sudan condemned what it termed an act of piracy.", "Sudan condemns"],
  ],
  "what is kept back": [
    ["Germany's foreign ministry did not respond to a request for comment.", "Federal Foreign Office declinesComment"],
    ["Denmark would not say how many troops it had sent.", "Denmark declinesComment"],
    ["Spain stopped short of saying what the planes had carried.", "Spain declinesComment"],
    ["Ghana declined to give details of the shipment.", "Ghana declinesComment"],
  ],
  "negated acceptance": [
    ["Somalia does not recognise the port deal.", "Somalia rejects"],
    ["Mali will not accept the proposal.", "Mali rejects"],
  ],
  "subjects at a distance": [
    ["Spain's defence minister, Ana Ruiz, who was visiting Warsaw, called on allies to send more air defences.", "Ana Ruiz requests"],
    ["Calling the visit a provocation, Mongolia recalled its envoy.", "Mongolia condemns"],
    ["Norway, which in June agreed to train the crews, is sending instructors.", "Norway commits"],
    ["A Dutch medic who survived the raid told the newspaper El País that six people had died.", "Dutch medic asserts"],
    ["In 2014, with the passing of the bill, the US agreed to pay for the repairs.", "United States commits"],
    ["The talks achieved little as Colombian delegates refused to attend.", "Colombian delegates rejects"],
    ["One of the envoys said that the talks had failed.", "One of the envoys asserts"],
    ["Two people familiar with the matter said that Iran had moved the boats.", "people asserts"],
  ],
  "sources without a verb": [
    ["The border has been quiet, as per the Kenyan army.", "Army of Kenya asserts"],
    ["According to former head of the naval academy Ivan Petrov, the hull was cut in two.", "Ivan Petrov asserts"],
  ],
};

describe("classes of cues", () => {
  for (const [name, rows] of Object.entries(SENTENCES))
    describe(name, () => {
      for (const [text, claim] of rows)
        it(text, () => {
          const [who, stance] = [claim.slice(0, claim.lastIndexOf(" ")), claim.slice(claim.lastIndexOf(" ") + 1)];
          const found = told(text);
          expect(
            found.some((line) => line.includes(who) && line.endsWith(` ${stance}`)),
            `${claim} among ${JSON.stringify(found)}`,
          ).toBe(true);
        });
    });
});

describe("sentences that attribute nothing", () => {
  it("a name in a free relative is no judgement", () => {
    expect(told("The boats sailed into waters off what Greece calls Imia.")).toEqual([]);
  });
  it("what is refused to people is not declared untrue", () => {
    expect(told("The regime went on for years denying basic rights to its people.").filter((line) => line.endsWith("denies"))).toEqual([]);
  });
  it("a verb that only looks like a saying needs its clause", () => {
    expect(told("Estonia recorded a fall in trade with Latvia.")).toEqual([]);
  });
});

const THREE = `Joint Readout of the Trilateral Meeting of Defence Chiefs

General Ana Silva of Portugal, General Luis Vega of Spain and General Marc Blanc of France gathered in Porto on Monday. Spain and France had quarrelled over a radar in May. The three DCs underscored the importance of air patrols. The three generals decided to meet again in June.`;

const TWO = `Readout of Foreign Minister Lena Holm’s Meeting with Foreign Minister Omar Haddad

Foreign Minister Lena Holm of Sweden met in Amman with Foreign Minister Omar Haddad of Jordan. Holm also praised the accord between Iraq and Kuwait. The two condemned the attack on the port. They also expressed support for the truce.`;

const TOGETHER = `Oslo Statement on the Arctic Partnership of Norway, Denmark and Iceland

Prime Minister Kari Lund of Norway, Prime Minister Jens Holt of Denmark and Prime Minister Anna Jonsdottir of Iceland met in Oslo and reaffirmed our partnership. The Leaders commended the work of our coast guards. The Leaders will hold a joint exercise in 2032. Our patrols demonstrate our resolve to keep the sea lanes open.`;

describe("definite plurals", () => {
  const speakers = (text: string, stance: string): readonly string[] => told(text).filter((line) => line.endsWith(` ${stance}`));
  it("are those who meet, when the number agrees", () => {
    expect(speakers(THREE, "commits")).toEqual(["Ana Silva + Luis Vega + Marc Blanc commits"]);
    expect(speakers(THREE, "asserts")).toEqual(["Ana Silva + Luis Vega + Marc Blanc asserts"]);
  });
  it("are not the states that were named together last", () => {
    expect(speakers(TWO, "condemns")).toEqual(["Lena Holm + Omar Haddad condemns"]);
    expect(speakers(TWO, "supports")).toEqual(["Lena Holm + Omar Haddad supports"]);
  });
  it("speak for themselves in a joint statement that says our", () => {
    const all = "Kari Lund + Jens Holt + Anna Jonsdottir";
    expect(told(TOGETHER)).toContain(`${all} praises`);
    expect(speakers(TOGETHER, "commits")).toContain(`${all} commits`);
  });
});

const RESOLUTION = `Resolution 9997 (2033) of 4 May 2033

The Security Council,

Recalling its resolution 1718 (2006),

Recalling the right of every State to defend its coast,

Mindful of the need for restraint,

Deeply shocked by the observers’ finding that mines had been laid in the strait,

Affirming that grave consequences would follow any further mining,

Determined to keep the strait open,

1. Decides:

(a) To renew the mandate of the observer mission;

(b) To request the Secretary-General to report in June;

2. Demands that all parties clear the strait.`;

describe("a resolution, clause by clause", () => {
  it("asserts what it recalls besides papers, and feels, warns, resolves and asks", () => {
    const lines = told(RESOLUTION).filter((line) => line.startsWith("United Nations Security Council "));
    const count = (stance: string): number => lines.filter((line) => line.endsWith(` ${stance}`)).length;
    expect(count("asserts")).toBe(2);
    expect(count("condemns")).toBe(1);
    expect(count("warns")).toBe(1);
    expect(count("commits")).toBe(2);
    expect(count("requests")).toBe(2);
  });
});

const SHEET = `FACT SHEET: Norway and Denmark Launch an Arctic Patrol

The patrol was agreed in Bergen in 2030. Our nations have shared radar data with Iceland since May. Norway will not deploy missiles on the island. Together, we will keep the route open. The route is 900 miles long.`;

describe("a fact sheet that says we", () => {
  it("speaks for its states where they promise, and narrates the rest", () => {
    const lines = told(SHEET);
    expect(lines.filter((line) => line === "Norway + Denmark commits").length).toBe(2);
    expect(lines).toContain("Norway + Denmark asserts");
    expect(lines.length).toBe(3);
  });
});

const FINDINGS = `§ 7701. Findings

(a) Findings

Congress finds the following:

(1) The Government of Syria

(A) has ignored its obligations under the Chemical Weapons Convention; and

(B) has expelled the inspectors.

(2) Belarus has sold arms to the militia, including

(A) rifles;

(B) mortars; and

(C) landmines.

(3) Syria has

(A) withdrawn from the talks in Geneva; and

(B) attacked its neighbors

(i) by shelling Tripoli in May 2030; and

(ii) by mining the port of Beirut in June 2030.

(b) Purposes

The purposes of this chapter are to reopen the port.`;

describe("findings in numbered parts", () => {
  it("are claims of the body that finds, one for each part with a predicate, none for parts that only list", () => {
    expect(told(FINDINGS).filter((line) => line === "United States Congress asserts").length).toBe(6);
  });
});

const STANDPOINTS: readonly (readonly [text: string, claim: string])[] = [
  ["Chile was careful to say that its army had left the border.", "Chile asserts"],
  ["Oman took pains to stress that the port had stayed open.", "Oman asserts"],
  ["Ghana sought to convince Togo that the dam was safe.", "Ghana asserts"],
  ["Norway tried to persuade Iceland to withdraw its patrol boats.", "Norway requests"],
  ["Anna Lindh, a fierce critic of the embargo, met the delegation.", "Anna Lindh condemns"],
  ["Mexico was an early supporter of the moratorium.", "Mexico supports"],
  ["Jean Morel resigned in protest over the decision to send troops.", "Jean Morel rejects"],
  ["Jordan recalled its ambassador in protest at the raid.", "Jordan condemns"],
  ["Despite Peru's call for an immediate truce, the fighting went on.", "Peru requests"],
  ["Japan's proposal to hold talks in Kyoto found no takers.", "Japan proposes"],
  ["According to the words of Viktor Orban, the border was closed.", "Viktor Orbán asserts"],
  ["Canada's mission to the U.N. accused Iran of violating the resolution.", "Canada's mission to the U.N. accuses"],
];

const SHARED_LINES: readonly (readonly [text: string, claim: string])[] = [
  ["Mali has neither confirmed nor denied the report.", "Mali declinesComment"],
  ["The base was viewed by Chile as a threat to its security.", "Chile condemns"],
  ["The pipeline was built over the objections of Poland.", "Poland rejects"],
  ["At the request of France, the council met on Monday.", "France requests"],
  ["“We will not leave,” said the Spanish foreign minister, José Manuel Albares.", "José Manuel Albares commits"],
  ["Hezbollah fired rockets on Monday. The Lebanese group said it had hit a base.", "Hezbollah asserts"],
  ["Mossadegh refused to lift the blockade.", "Mossadegh rejects"],
  ["In May 1951, Kubitschek argued that the dam was safe.", "Kubitschek asserts"],
  ["The weapons went through Uganda, whose army says it has left Congo.", "Uganda asserts"],
];

describe("speakers behind nouns, passives, relatives and descriptions", () => {
  it.each(SHARED_LINES)("%s", (text, claim) => {
    expect(told(text)).toContain(claim);
  });
});

describe("standpoints, and speech in infinitives that was uttered", () => {
  it.each(STANDPOINTS)("%s", (text, claim) => {
    expect(told(text)).toContain(claim);
  });
  it("are no claims where the speech was only wanted or somebody answers it", () => {
    expect(told("Chile planned to say that its army had left the border.")).not.toContain("Chile asserts");
    expect(told("China rejected Washington's call for more talks.")).toEqual(["China rejects"]);
  });
  it("belong to the one who talks, not to the one talked with", () => {
    expect(
      told("Foreign Minister Lena Holm in a telephone conversation with Defence Secretary Omar Haddad noted that the truce had held."),
    ).toEqual(["Lena Holm asserts"]);
  });
});
