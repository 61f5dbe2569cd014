import { beforeAll, describe, expect, test } from "vitest";
import { createEventReader, type EventReader } from "./event-reading.ts";
import { tellsAmong } from "./event-table.ts";

let read: EventReader;
beforeAll(async () => {
  read = await createEventReader();
});

describe("lists of people behind long titles", () => {
  tellsAmong(
    () => read,
    [
      [
        "National Security Advisor Jake Sullivan convened a meeting at the White House today with French Diplomatic Counselor to the President Emmanuel Bonne, " +
          "German Chancellery Foreign and Security Policy Advisor Jens Ploetner, British National Security Advisor Tim Barrow and Head of the Presidential Office " +
          "Andriy Yermak to discuss support for Ukraine.",
        "Meeting",
        { participant: ["Andriy Yermak", "Emmanuel Bonne", "Jake Sullivan", "Jens Ploetner", "Tim Barrow"] },
      ],
      [
        "President Biden met with Minister of Defense Rustem Umerov and Chief of Staff Andriy Yermak, and President Zelenskyy thanked him.",
        "Meeting",
        { participant: ["Andriy Yermak", "Joe Biden", "Rustem Umerov"] },
      ],
      [
        "Deputy Secretary for Trade Anna Weber, Deputy Prime Minister for Restoration Oleksandr Kubrakov, and Director-General for Enlargement Gert Jan Koopman met in Kyiv.",
        "Meeting",
        { participant: ["Anna Weber", "Gert Jan Koopman", "Oleksandr Kubrakov"] },
      ],
      ["The meeting was co-chaired by Mike Pyle and Oleksandr Kubrakov.", "Meeting", { participant: ["Mike Pyle", "Oleksandr Kubrakov"] }],
    ],
  );
});

describe("parties told elsewhere in the sentence, or before it", () => {
  tellsAmong(
    () => read,
    [
      [
        "Kamala Harris will have a meeting with the leaders of the three Baltic states: Latvia, Lithuania, and Estonia.",
        "Meeting",
        { participant: ["Estonia", "Kamala Harris", "Latvia", "Lithuania"] },
        "planned",
      ],
      [
        "The United States and China have engaged in multiple rounds of productive negotiations on trade.",
        "Negotiation",
        { participant: ["China", "United States"] },
      ],
      ["The Soviet Union and Iran suspended negotiations over oil.", "Negotiation", { participant: ["Iran", "Soviet Union"] }, "negated"],
      [
        "In 1951, Australia, New Zealand and the United States signed the ANZUS Treaty.",
        "AgreementMade",
        { participant: ["Australia", "New Zealand", "United States"] },
      ],
      ["On Tuesday, Kenya, Uganda and Rwanda signed a pact.", "AgreementMade", { participant: ["Kenya", "Rwanda", "Uganda"] }],
      [
        "China hosted the foreign ministers of Iran and Saudi Arabia in Beijing.",
        "Meeting",
        { participant: ["China", "Iran", "Saudi Arabia"] },
      ],
      [
        "Wang Yi and Antony Blinken spoke on Monday. They agreed to hold talks.",
        "AgreementMade",
        { participant: ["Antony Blinken", "Wang Yi"] },
      ],
      ["In 1921, nine powers met in Washington.", "Meeting", { participant: ["nine powers"] }],
      ["European leaders met in Paris on Monday.", "Meeting", { participant: ["European leaders"] }],
      [
        "Norway and Canada are engaging in discussion about the growing relationship between Russia and Iran.",
        "Negotiation",
        { participant: ["Canada", "Norway"] },
      ],
    ],
  );
});

describe("clubs joined and left, and alliances concluded", () => {
  tellsAmong(
    () => read,
    [
      ["Finland joined NATO in 2023.", "AgreementMade", { participant: ["Finland", "NATO"] }],
      ["Sweden's accession to NATO was completed in March 2024.", "AgreementMade", { participant: ["NATO", "Sweden"] }],
      ["Ukraine wants to join the European Union.", "AgreementMade", { participant: ["European Union", "Ukraine"] }, "hypothetical"],
      ["Germany withdrew from the League of Nations in October 1933.", "AgreementEnded", { actor: ["Germany"] }],
      ["Britain and Japan concluded an alliance in 1902.", "AgreementMade", { participant: ["Japan", "United Kingdom"] }],
    ],
  );
});

describe("what is no meeting and no agreement", () => {
  test.each([
    ["If Russia attacks Ukraine, it will be met with overwhelming condemnation.", "Meeting"],
    ["The agency provides resources to address threats from China and to meet emerging challenges.", "Meeting"],
    ["To meet its climate and infrastructure goals, Germany must build ports.", "Meeting"],
    ["Prime Minister Sheikh Hasina, representing the Climate Vulnerable Forum, stressed the impacts.", "Meeting"],
    ["Canada joined the European Union in condemning the coup.", "AgreementMade"],
    ["Talks between Moscow and Tokyo on a peace treaty broke down.", "AgreementMade"],
    ["Turkey is trying to work out a deal between Israel and Hamas.", "AgreementMade"],
    ["Norway and Sweden thanked the council for its commitment to the truce.", "AgreementMade"],
    ["The Presidential Memorandum of March 23, 2018 is hereby revoked.", "AgreementEnded"],
  ])("%s", (text, type) => {
    expect(read(text, "2024-06-20").filter((event) => event.type === type)).toEqual([]);
  });
});
