import { describe, expect, test } from "vitest";
import { withFirstPerson } from "../src/claim/first-person.ts";
import { introduceSpeakers } from "../src/claim/introduce-speakers.ts";
import { readEvents } from "../src/event/find-events.ts";
import { annotated } from "./annotated.ts";

/** Names of those whom the first "we" of a text stands for, members of a group side by side. */
function weOf(text: string, surface = "we"): string | undefined {
  const document = withFirstPerson(introduceSpeakers(annotated(text)));
  const mention = document.mentions.find(
    ({ text: own, rule }) => own.toLowerCase() === surface && rule.startsWith("coreference.first-person"),
  );
  const entity = mention === undefined ? undefined : document.entities.get(mention.entity);
  return (entity?.members ?? (entity === undefined ? [] : [entity.id])).map((id) => document.entities.get(id)?.name ?? id).join(" + ");
}

/** Happenings as `Type role=Name+Name …`. */
function toldIn(text: string): readonly string[] {
  const { events, annotated: document } = readEvents(withFirstPerson(introduceSpeakers(annotated(text))));
  return events.map(
    ({ type, roles }) =>
      `${type} ${Object.entries(roles)
        .map(([role, ids]) => `${role}=${ids.map((id) => document.entities.get(id)?.name ?? id).join("+")}`)
        .join(" ")}`,
  );
}

describe("whose the first person is", () => {
  test.each([
    [
      "the signer",
      "Statement by Foreign Minister Anna Lindqvist on the Ceasefire\n\nWe condemn the attack. Our position stands.\n",
      "Anna Lindqvist",
    ],
    [
      "the states of a joint statement",
      "Joint Statement of Japan and Australia\n\nWe condemn the attack on the port.\n",
      "Japan + Australia",
    ],
    ["the body whose leaders sign", "G7 Leaders’ Statement\n\n3. We will continue our support. We will act together.\n", "G7"],
    [
      "the states that open the title of a fact sheet",
      "FACT SHEET: Norway and Denmark Launch a Partnership\n\nToday, Norway and Denmark met. We will train crews.\n",
      "Norway + Denmark",
    ],
    [
      "not the state that a fact sheet is about",
      "FACT SHEET: United States Bans Imports of Russian Oil\n\nToday, the United States is banning Russian oil. We will act with allies.\n",
      "United States",
    ],
    [
      "the government of an unnamed official who has the floor",
      "Background Press Call on Syria\n\nMODERATOR: Thanks for joining the White House call.\n\nSENIOR ADMINISTRATION OFFICIAL: Hello. We struck two sites.\n",
      "United States",
    ],
    [
      "the country of an official who is quoted",
      "“We will train the crews,” Norwegian Defence Minister Bjørn Arild Gram told reporters.\n",
      "Norway",
    ],
    [
      "the body of no state that is quoted",
      "“We have deployed four battlegroups,” NATO Secretary-General Jens Stoltenberg said.\n",
      "NATO",
    ],
    ["nobody in a report without a voice", "The report is long. It says where we are.\n", ""],
  ])("%s", (_, text, name) => {
    expect(weOf(text)).toBe(name);
  });

  test("capitals are a country, not a pronoun", () => {
    expect(weOf("G7 Leaders’ Statement\n\nWe met. We agree with the US.\n", "us")).toBe("");
  });

  test("an order is the words of whoever signs it", () => {
    expect(
      weOf(
        "Addressing the Threat\n\nBy the authority vested in me as President by the Constitution and the laws of the United States of America, I, JOSEPH R. BIDEN JR., President of the United States of America, hereby order as follows: We shall act.\n",
      ),
    ).toBe("Joe Biden");
  });
});

describe("what a first person does", () => {
  test.each([
    [
      "Remarks by President Biden on Ukraine\n\nWe have provided Ukraine with Javelin missiles.\n",
      /ArmsTransfer supplier=United States recipient=Ukraine/,
    ],
    ["Remarks by President Biden on Iran\n\nI met with President Macron yesterday.\n", /Meeting participant=Joe Biden\+Emmanuel Macron/],
    ["Remarks by President Biden on Asia\n\nWe agreed with Japan to share data.\n", /AgreementMade participant=United States\+Japan/],
    [
      "“We struck an Iranian convoy in Syria,” a senior U.S. defense official said on Monday.\n",
      /Attack actor=United States target=Iranian convoy/,
    ],
    ["“We have seized two Israeli ships,” Houthi spokesman Yahya Saree said.\n", /LegalAction actor=Houthi movement/],
    [
      "FACT SHEET: United States Responds to Aggression\n\nToday, the United States acts. We are sanctioning five Russian banks.\n",
      /Sanction actor=United States target=five Russian banks/,
    ],
  ])("%s", (text, told) => {
    expect(toldIn(text).join("\n")).toMatch(told);
  });

  test("agreements that somebody is bound by are not concluded now", () => {
    const text = "Joint Statement of Japan and Australia\n\nWe met. We keep to our bilateral arms control agreements.\n";
    expect(toldIn(text).join("\n")).not.toMatch(/AgreementMade/);
  });
});

describe("what the organ of a resolution does without being named again", () => {
  const resolution = (paragraphs: string): readonly string[] =>
    toldIn(
      `Resolution 1970 (2011) of 26 February 2011\n\nThe Security Council,\n\nRecalling its resolution 418 (1977),\n\n${paragraphs}\n`,
    );
  test.each([
    ["1. Imposes an arms embargo on Liberia;", /Sanction actor=United Nations Security Council target=Liberia/],
    [
      "1. Authorizes the deployment of a force of 5,000 troops to Haiti;",
      /Deployment actor=United Nations Security Council destination=Haiti/,
    ],
    ["1. Decides to dispatch 200 observers to Angola;", /Deployment actor=United Nations Security Council destination=Angola/],
  ])("%s", (paragraph, told) => {
    expect(resolution(paragraph).join("\n")).toMatch(told);
  });

  test("what it only notes is not its own", () => {
    expect(
      resolution("1. Notes the deployment of Cuban troops to Angola;\n\n2. Decides to remain seized of the matter.").join("\n"),
    ).not.toMatch(/Deployment actor=United Nations Security Council/);
  });

  test("its adoption is certain, whatever hangs on it", () => {
    const text =
      "Resolution 1970 (2011) of 26 February 2011\n\nThe Security Council,\n\n1. Requests the Secretary-General to report within seven days of the adoption of the present resolution.\n";
    const { events } = readEvents(withFirstPerson(introduceSpeakers(annotated(text))));
    const adoptions = events.filter(({ type }) => type === "ResolutionAdopted");
    expect(adoptions.map(({ occurrences }) => occurrences.map(({ factuality }) => factuality.mode))).toEqual([["actual"]]);
  });
});
