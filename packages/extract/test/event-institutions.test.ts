import { beforeAll, describe, expect, it } from "vitest";
import { createEventReader, type EventReader } from "./event-reading.ts";
import { type EventRow, tellsAmong } from "./event-table.ts";
import { BALLOTS, BREACHES, ENDINGS, INSPECTIONS, LAW, NOTICES, SANCTIONS } from "./institution-sentences-data.ts";

let read: EventReader;
beforeAll(async () => {
  read = await createEventReader();
});

/** Neither coercion nor breach: easing, partings of other kinds, and practices without anybody who does them. */
const NOTHING: readonly (readonly [text: string, type: string])[] = [
  ["The U.S. eased sanctions on Venezuela.", "Sanction"],
  ["Switzerland lifted its embargo on Eritrea.", "Sanction"],
  ["France expelled six Russian diplomats.", "Sanction"],
  ["A data breach at Microsoft was reported.", "Violation"],
  ["The ministers discussed preventing sanctions evasion.", "Violation"],
  ["Russian forces withdrew from Kherson.", "AgreementEnded"],
  ["China withdrew its ambassador from Canberra.", "AgreementEnded"],
  ["Mali captured the town of Kidal.", "LegalAction"],
  ["He informed reporters that talks had ended.", "Notification"],
];

const check = (rows: readonly EventRow[]): void => tellsAmong(() => read, rows);

describe("institutions", () => {
  describe("sanction", () => check(SANCTIONS));
  describe("arrest, charge and seize", () => check(LAW));
  describe("vote, veto and adopt", () => check(BALLOTS));
  describe("are breached", () => check(BREACHES));
  describe("inspect", () => check(INSPECTIONS));
  describe("leave agreements", () => check(ENDINGS));
  describe("notify", () => check(NOTICES));
  it.each(NOTHING)("none: %s", (text, type) => {
    expect(
      read(text)
        .filter((event) => event.type === type)
        .map((event) => event.roles),
    ).toEqual([]);
  });
  it("a ballot of the sentence before is the one that others abstain in", () => {
    const votes = read("Russia vetoed the Security Council resolution on Mali. China abstained.");
    const veto = votes.find((event) => event.type === "Veto");
    const vote = votes.find((event) => event.type === "Vote");
    expect(veto?.roles.agreement).toHaveLength(1);
    expect(vote?.roles).toMatchObject({ actor: ["China"], vote: ["abstain"], agreement: veto?.roles.agreement });
  });
});
