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

describe("who takes part in what only sets the scene, and in whose name others come", () => {
  tellsAmong(
    () => read,
    [
      [
        "Narendra Modi and Fumio Kishida signed a defence pact at a summit in Tokyo in May.",
        "Meeting",
        { participant: ["Fumio Kishida", "Narendra Modi"] },
      ],
      [
        "The drill rests on an agreement reached by Yoon Suk Yeol, Joe Biden and Fumio Kishida at the Camp David summit.",
        "Meeting",
        { participant: ["Fumio Kishida", "Joe Biden", "Yoon Suk Yeol"] },
      ],
      [
        "Lloyd Austin and his Korean counterpart, Kim Yong-hyun, agreed at their annual meeting in Washington to expand training.",
        "AgreementMade",
        { participant: ["Kim Yong-hyun", "Lloyd Austin"] },
      ],
      [
        "Mediators from the United States, Qatar and Egypt convened in Doha in a bid to clinch a ceasefire deal.",
        "Negotiation",
        { participant: ["Egypt", "Qatar", "United States"] },
      ],
      [
        "Jake Sullivan met with Prime Minister Benjamin Netanyahu and members of the security team including Foreign Minister Eli Cohen and Minister of Strategic Affairs Ron Dermer.",
        "Meeting",
        { participant: ["Benjamin Netanyahu", "Eli Cohen", "Jake Sullivan", "Ron Dermer"] },
      ],
      ["The talks resulted in Turkey and Russia brokering a ceasefire.", "AgreementMade", { participant: ["Russia", "Turkey"] }],
      [
        "In return for gestures to the Palestinians, the U.S. and Israeli delegations agreed to a treaty text.",
        "AgreementMade",
        { participant: ["Israel", "United States"] },
      ],
      ["In Geneva, Iran, Russia and Turkey agreed to extend the truce.", "AgreementMade", { participant: ["Iran", "Russia", "Turkey"] }],
      [
        "Turkey is trying to work out a deal between Israel and Hamas.",
        "AgreementMade",
        { participant: ["Hamas", "Israel"] },
        "hypothetical",
      ],
    ],
  );
});

describe("summits whose name says who meets", () => {
  tellsAmong(
    () => read,
    [
      [
        "President Joe Biden will host an ASEAN-U.S. Special Summit in May. ASEAN welcomed the U.S. move.",
        "Meeting",
        { participant: ["Association of Southeast Asian Nations", "United States"] },
        "planned",
      ],
    ],
  );
});

describe("what is still to come, and what one goes for", () => {
  tellsAmong(
    () => read,
    [
      ["Antony Blinken is visiting China next week.", "Visit", { actor: ["Antony Blinken"], destination: ["China"] }, "planned"],
      ["Antony Blinken is meeting Wang Yi tomorrow.", "Meeting", { participant: ["Antony Blinken", "Wang Yi"] }, "planned"],
      [
        "Joe Biden will travel to New York for a meeting with Emmanuel Macron.",
        "Meeting",
        { participant: ["Emmanuel Macron", "Joe Biden"] },
        "planned",
      ],
      [
        "Emmanuel Macron travelled to New York for a meeting with Joe Biden.",
        "Meeting",
        { participant: ["Emmanuel Macron", "Joe Biden"] },
        "actual",
      ],
      [
        "Following a meeting with Vladimir Putin, the United Arab Emirates committed to mediate.",
        "Meeting",
        { participant: ["United Arab Emirates", "Vladimir Putin"] },
      ],
      ["Antony Blinken discussed the war with Wang Yi.", "Meeting", { participant: ["Antony Blinken", "Wang Yi"] }],
      [
        "Fumio Kishida met Joe Biden on Monday. The leaders discussed their diplomacy with China.",
        "Meeting",
        { participant: ["Fumio Kishida", "Joe Biden"] },
      ],
    ],
  );
});

describe("what talks yielded", () => {
  tellsAmong(
    () => read,
    [
      [
        "Talks between Serbia and Kosovo in Brussels produced a normalization agreement in 2013.",
        "AgreementMade",
        { participant: ["Kosovo", "Serbia"] },
      ],
      ["Negotiations between Iran and Russia resulted in a treaty.", "AgreementMade", { participant: ["Iran", "Russia"] }],
      [
        "The United States and the Soviet Union held a series of talks that led to the signing of the SALT I treaty.",
        "AgreementMade",
        { participant: ["Soviet Union", "United States"] },
      ],
      [
        "In seeking to join NATO, Finland and Sweden are making a commitment.",
        "AgreementMade",
        { participant: ["Finland", "NATO", "Sweden"] },
      ],
      ["To contain China, Japan and Australia signed a defence pact.", "AgreementMade", { participant: ["Australia", "Japan"] }],
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
    ["The government's request for arms met fierce opposition in Berlin and Paris.", "Meeting"],
    ["Norway and Sweden thanked the council for its commitment to the truce.", "AgreementMade"],
    ["I hereby direct the Secretary of Commerce to consult with the Secretary of State and the Secretary of the Treasury.", "Negotiation"],
    ["Some 700 refugees came to the United States in March.", "Visit"],
    ["Anwar Sadat asked Jimmy Carter to negotiate on behalf of Egypt.", "Negotiation"],
    ["Egypt abrogated its treaty of friendship with the Soviet Union in March 1976.", "AgreementMade"],
    ["The tracker gathers and publishes metrics for the Department of Transportation.", "Meeting"],
    ["The Presidential Memorandum of March 23, 2018 is hereby revoked.", "AgreementEnded"],
  ])("%s", (text, type) => {
    expect(read(text, "2024-06-20").filter((event) => event.type === type)).toEqual([]);
  });
});
