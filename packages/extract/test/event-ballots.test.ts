import { beforeAll, describe, expect, test } from "vitest";
import { createEventReader, type EventReader } from "./event-reading.ts";
import { tellsAmong } from "./event-table.ts";

let read: EventReader;
beforeAll(async () => {
  read = await createEventReader();
});

describe("ballots told in clauses", () => {
  tellsAmong(
    () => read,
    [
      [
        "The sale would breach Resolution 1718, which Moscow itself voted for.",
        "Vote",
        { actor: ["Russia"], agreement: ["United Nations Security Council Resolution 1718"] },
      ],
      [
        "The launch broke Resolution 2231, for which Britain had voted.",
        "Vote",
        { actor: ["United Kingdom"], agreement: ["United Nations Security Council Resolution 2231"] },
      ],
      [
        "The Security Council adopted a resolution on Mali, with only Algeria voting against.",
        "Vote",
        { actor: ["Algeria"], vote: ["against"] },
      ],
      [
        "The General Assembly adopted a resolution, with 36 countries, among them India and Brazil, abstaining.",
        "Vote",
        { actor: ["Brazil", "India"], vote: ["abstain"] },
      ],
      ["The State Duma unanimously ratified the treaty on Tuesday.", "Vote", { actor: ["State Duma"], vote: ["for"] }],
      [
        "The Security Council adopted a resolution on Sudan. Kenya and Ghana opposed it.",
        "Vote",
        { actor: ["Ghana", "Kenya"], vote: ["against"] },
      ],
      [
        "Canada has sanctioned five banks, and the Security Council in May adopted a resolution on Mali.",
        "ResolutionAdopted",
        { body: ["United Nations Security Council"] },
      ],
      [
        "The Security Council met on Tuesday. The resolution was passed with 12 votes in favour.",
        "ResolutionAdopted",
        { body: ["United Nations Security Council"] },
      ],
      ["Norway condemns in the strongest possible terms Russia's veto of the resolution.", "Veto", { actor: ["Russia"] }, "actual"],
    ],
  );

  test.each([
    ["Russia opposed the resolution during the talks in Vienna.", "Vote"],
    ["The president does not want to give them veto power.", "Veto"],
  ])("none: %s", (text, type) => {
    expect(read(text, "2024-06-20").filter((event) => event.type === type)).toEqual([]);
  });
});

describe("who was told, and who is watched", () => {
  tellsAmong(
    () => read,
    [
      ["Ankara had been notified briefly before the launch.", "Notification", { target: ["Turkey"] }],
      ["The prime minister of Iraq was informed by a verbal message from Iran.", "Notification", { actor: ["Iran"] }],
      ["The panel of experts monitored the implementation of sanctions on Libya.", "Inspection", { target: ["Libya"] }],
      [
        "Egypt, to which France had supplied Rafale jets, held an exercise.",
        "ArmsTransfer",
        { supplier: ["France"], recipient: ["Egypt"] },
      ],
    ],
  );
});
