import { beforeAll, describe, expect, test } from "vitest";
import { createEventReader, type EventReader } from "./event-reading.ts";

let read: EventReader;
beforeAll(async () => {
  read = await createEventReader();
});

/** Sentences with the word of an event type that tell of none, each beside one that does. */
const NEAR_MISSES: readonly (readonly [type: string, without: string, telling: string])[] = [
  ["Meeting", "The fund allows the minister to meet from its reserves all expenses.", "The minister met his Finnish colleague."],
  [
    "Meeting",
    "The council deplored the hostile exchanges between Syria and Israel.",
    "The dinner between Biden and Macron lasted two hours.",
  ],
  ["Vote", "The Security Council approves the report of its chairman.", "The Chilean Senate approved the treaty."],
  ["Meeting", "I don't have any meetings with China to announce.", "The president had a meeting with China's foreign minister."],
  ["Meeting", "Please join me in welcoming the President of Kenya, William Ruto.", "President Biden welcomed President Ruto."],
  ["AgreementMade", "President Biden signed the Inflation Reduction Act.", "Chile and Peru signed the Final Act."],
  ["AgreementMade", "Chad acted in agreement with the African Union.", "Chad reached an agreement with the African Union."],
  ["AgreementMade", "Prosecutors and Israel's former envoy reached a plea deal.", "Israel and Jordan reached a deal."],
  ["AgreementMade", "The minister announced the Clean Water Agreement.", "The minister announced an agreement with Japan."],
  ["Buildup", "Chile expanded its production of critical minerals.", "Iran expanded its production of ballistic missiles."],
  ["Attack", "The strike by Chilean coal miners entered its third week.", "The strike by Israel on Lebanon killed ten."],
  ["Attack", "Kenya saw a general strike in May.", "An Israeli strike on Beirut killed ten."],
  [
    "Attack",
    "Greece called for a cease-fire agreement between the government and the rebels.",
    "There was fighting between the Yemeni government and the Houthis.",
  ],
  ["Meeting", "The ministers of Chile and Peru met the press.", "The ministers of Chile and Peru met the King of Spain."],
  ["AgreementMade", "Egypt accepted its first Kenyan Air Force cadets into pilot courses.", "NATO accepted Croatia into the alliance."],
  [
    "Cooperation",
    "The Treasury will share intelligence with the Department of Justice.",
    "The United States will share intelligence with Japan.",
  ],
  ["Cooperation", "The United States is working with Congress on the bill.", "The United States is working with Norway on the bill."],
  [
    "Deployment",
    "Shells hit points of temporary deployment of mercenaries near Donetsk.",
    "Chile announced the deployment of troops to Haiti.",
  ],
  ["Attack", "Turkey test-fired the system near Sinop on the Black Sea coast.", "Turkey fired at the Syrian coast."],
  ["Attack", "Iran supplies the weapons that the Houthis need to hit vessels.", "The Houthis hit vessels."],
  ["AgreementEnded", "Chile denounced the launch as a breach of the treaty.", "Chile denounced the treaty."],
  ["Buildup", "South Korea has developed its own overseas volunteering program.", "Iran has developed its own nuclear program."],
  ["LegalAction", "Student militants took twelve diplomats hostage.", "Police took twelve suspects into custody."],
  ["Deployment", "Hezbollah fighters based in the town of Qusayr rested.", "France based its troops in the town of Gao."],
  ["Vote", "The president needs 50 votes in the Senate.", "The Senate's vote on the treaty was close."],
  ["Notification", "Japan is sending a message to all nations.", "Japan sent a letter to the Security Council."],
  ["Sanction", "The United States lowered the tariffs imposed on China.", "The United States imposed tariffs on China."],
  ["Aid", "The United States provided close air support to Iraq.", "The United States provided support to Iraq."],
];

describe("words of a happening where nothing happens", () => {
  test.each(NEAR_MISSES)("%s: %s", (type, without, telling) => {
    expect(
      read(without, "2024-06-20").filter((event) => event.type === type),
      without,
    ).toEqual([]);
    expect(
      read(telling, "2024-06-20").map((event) => event.type),
      telling,
    ).toContain(type);
  });

  test("imports are banned to the cost of whoever sells them", () => {
    for (const text of ["The EU banned the import of coal from Russia.", "Biden banned the import of Russian oil to the United States."])
      expect(read(text).map((event) => [event.type, event.roles["target"]])).toContainEqual(["Sanction", ["Russia"]]);
  });

  test("what an effect is on is not what is struck", () => {
    const events = read("The leaders discussed the impact of Russia's war in Ukraine on food security.");
    expect(events.map((event) => [event.type, event.roles["target"]])).toContainEqual(["Attack", ["Ukraine"]]);
  });

  test("a yes-or-no question asserts nothing, other questions take what they are about for a fact", () => {
    const mode = (text: string): string | undefined => read(text)[0]?.mode;
    for (const text of [
      "Did Israel attack Iran last night?",
      "Has Russia deployed nuclear weapons in Belarus?",
      "Is Turkey sending drones to Ukraine?",
    ])
      expect(mode(text), text).toBe("hypothetical");
    for (const text of ["Why did Israel attack Iran?", "Did the President know that Russia had attacked Ukraine?", "Israel attacked Iran."])
      expect(mode(text), text).toBe("actual");
  });

  test("restricted flows may never take place", () => {
    expect(read("The minister announced restrictions on U.S. outbound investment to China.")[0]?.mode).toBe("hypothetical");
  });

  test("casualties carry out no attack", () => {
    const events = read("His house was the target of a bomb attack, though there were no casualties.");
    expect(events.flatMap((event) => event.roles["actor"] ?? [])).toEqual([]);
  });
});
