import { beforeAll, describe, expect, test } from "vitest";
import { annotated, namesOf } from "./annotated.ts";
import { createEventReader, type EventReader } from "./event-reading.ts";

/** Headline, body, the persons of the document. */
const HEADLINES: readonly (readonly [headline: string, body: string, persons: readonly string[]])[] = [
  ["Secretary Blinken Travels to Kyiv for Talks", "Secretary Blinken arrived in Kyiv on Monday.", ["Antony Blinken"]],
  ["Minister Haddad Signs Contract for Twelve Jets", "Defence Minister Haddad signed a contract for jets.", ["Haddad"]],
  ["Remarks by President Biden Announcing Actions Against Russia", "The war goes on. We will provide Ukraine with arms.", ["Joe Biden"]],
  ["Remarks by President Biden Before Marine One Departure", "The war goes on. We will provide Ukraine with arms.", ["Joe Biden"]],
  ["Foreign Minister Hakan Fidan Visits Damascus for Talks", "Turkish Foreign Minister Hakan Fidan was in Damascus.", ["Hakan Fidan"]],
  ["Meeting with National Security Advisor Kim Sung-han of Korea", "The advisor met Kim Sung-han in Seoul.", ["Kim Sung-han"]],
];

describe("persons in headlines that capitalise every word", () => {
  test.each(HEADLINES)("%s", (headline, body, persons) => {
    expect([...namesOf(annotated(`${headline}\n\n${body}\n`, { published: "2024-02-20" }), "Person")].sort()).toEqual([...persons]);
  });
});

describe("whose we", () => {
  let read: EventReader;
  beforeAll(async () => {
    read = await createEventReader();
  });
  test.each([
    [
      "Background Press Call by a Senior Administration Official on Ukraine\n\nVia Teleconference\n\nSENIOR ADMINISTRATION OFFICIAL:  Thanks, everyone.  The United States will go on.  These weapons that we’ve been sending to Ukraine are made in Ohio.\n\nQ    Hi.  Thank you.\n",
    ],
    [
      "Press Briefing by Press Secretary Jen Psaki\n\nMS. PSAKI:  The United States will go on.  We have delivered weapons to Ukraine.\n\nQ    Hi.  Thank you.\n",
    ],
  ])("in a briefing: %s", (text) => {
    const [first] = read(text, "2022-03-20").filter(({ type }) => type === "ArmsTransfer");
    expect(first?.roles).toMatchObject({ supplier: ["United States"], recipient: ["Ukraine"] });
  });
});
