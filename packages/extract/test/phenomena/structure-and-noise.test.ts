import { expect } from "vitest";
import { check, claim, conflict, entity, event, mention, noClaim, noEntity, noEvent, noMention, phenomenon, region } from "./phenomenon.ts";

/** Every mention, and every cue, is the raw text at its offsets. */
const exactOffsets = check((extraction, text) => {
  for (const { mentions } of extraction.entities) for (const one of mentions) expect(text.slice(one.start, one.end)).toBe(one.text);
  for (const { cue } of extraction.claims) if (cue !== undefined) expect(text.slice(cue.start, cue.end)).toBe(cue.text);
});
const only = (type: string, count: number) =>
  check((extraction) => {
    expect(extraction.events.filter((one) => one.type === type)).toHaveLength(count);
  });

phenomenon("L57", "boilerplate", [
  {
    text: "Iran sold drones to Russia.\n\nEdited by Taejun Kang and Mike Firn.\n\nLeave a Comment\n\nYour email address will not be published. Required fields are marked *",
    gives: [
      region("boilerplate", "Leave a Comment"),
      region("boilerplate", "Your email address"),
      region("credit", "Edited by"),
      noEntity("Person", "Taejun Kang"),
    ],
  },
  { text: "North Korea shipped munitions to Russia, Pak said.\n\nMost Commented", gives: [region("boilerplate", "Most Commented")] },
  {
    text: "China tested a missile.\n\nReuters contributed to this report.\n\nRead More",
    gives: [region("credit", "Reuters contributed"), region("boilerplate", "Read More"), noClaim({ speaker: "Reuters" })],
  },
  {
    text: "Russia attacked Ukraine, Pak said.\n___\n© 2024 Bloomberg L. P\nDistributed by Tribune Content Agency, LLC.",
    gives: [noEntity("MediaOrganization", "Bloomberg L. P"), noEntity("Company", "Tribune Content Agency")],
  },
  {
    text: "Mali bought tanks from Turkey.\n\nShare this article\n\nSign up for our newsletter",
    gives: [region("boilerplate", "Sign up for our newsletter"), only("ArmsTransfer", 1)],
  },
  { text: "Chad condemned the attack.\n\nRelated Articles\n\nAll rights reserved.", gives: [region("boilerplate", "All rights reserved")] },
]);

phenomenon("L58", "a caption in the body", [
  {
    text: "US and allies confirm arms deal\n\nU.S. President Joe Biden holds a joint press conference with Japanese Prime Minister Fumio Kishida and South Korean President Yoon Suk Yeol during the trilateral summit at Camp David near Thurmont, Maryland, U.S., August 18, 2023.\n\nThe United States and its allies have verified an arms trade deal between Russia and North Korea.",
    gives: [region("caption", "holds a joint press conference"), event("Meeting", {}, { edtf: "2023-08-18" })],
  },
  {
    text: "Poland buys tanks\n\nPolish President Andrzej Duda shakes hands with South Korean President Yoon Suk Yeol in Warsaw, Poland, July 13, 2023. (AP Photo)\n\nPoland bought tanks from South Korea.",
    gives: [region("caption", "shakes hands")],
  },
  {
    text: "Drones hit port\n\nA tanker burns in the port of Aden, Yemen, on March 3, 2024. (Photo by REUTERS)\n\nThe Houthis attacked a tanker.",
    gives: [region("caption", "A tanker burns"), only("Attack", 1)],
  },
]);

phenomenon("L59", "headlines are trusted less", [
  {
    text: "U.S. vows full defense, including nuclear attacks, to defend North Korea\n\nThe U.S. commits to defend South Korea using all of its military capabilities, officials said on Monday in Washington after talks with their counterparts.",
    gives: [
      conflict("North Korea"),
      noEvent("SecurityCommitment", { recipient: ["North Korea"] }),
      event("SecurityCommitment", { actor: ["United States"], recipient: ["South Korea"] }),
    ],
  },
  {
    text: "France vows to defend Serbia\n\nFrance pledged on Tuesday to defend Kosovo against any attack, the French ambassador to Pristina told reporters after a meeting with the government.",
    gives: [
      noEvent("SecurityCommitment", { recipient: ["Serbia"] }),
      event("SecurityCommitment", { actor: ["France"], recipient: ["Kosovo"] }),
    ],
  },
  {
    text: "Serbia Denies Selling Shells to Ukraine\n\nSerbia has not sold shells to Ukraine, President Aleksandar Vučić told reporters in Belgrade on Friday.",
    gives: [noEvent("ArmsTransfer", {}, { status: ["asserted", "confirmed"] })],
  },
]);

phenomenon("L60", "white space and offsets", [
  {
    text: "The U. S. and North\u00a0Korea met.\u00a0 Russia’s high- profile visits continued.",
    gives: [mention("North\u00a0Korea", "state/prk"), mention("U. S.", "state/usa"), exactOffsets],
  },
  {
    text: "\nMoscow sold 11, 000 rifles to Mali.  \n\n “We do n’t want that,” Jung Pak said. ",
    gives: [exactOffsets, event("ArmsTransfer", {}, { quantity: [{ min: 11000 }] }), claim({ speaker: "Jung Pak" })],
  },
  {
    text: "🚀 Iran tested a missile. “🚀🚀 Russia sold jets to Egypt,” Sergei Shoigu said.",
    gives: [exactOffsets, event("ArmsTransfer", { supplier: ["Russia"], recipient: ["Egypt"] })],
  },
  {
    text: "Turkey\tsold\u2009drones\u00a0to   Ethiopia , Abiy Ahmed said .",
    gives: [exactOffsets, event("ArmsTransfer", { supplier: ["Turkey"], recipient: ["Ethiopia"] })],
  },
]);

phenomenon("L61", "damaged translation", [
  {
    text: "Russia’s veto of a UN Security Council resolution to extend a panel of experts ‘ access to North Korea’s nuclear arsenal for 15 years has, according to Pak, one significant benefit of its growing diplomatic ties with Moscow.",
    gives: [event("Veto", { actor: ["Russia"] }), noEvent("Inspection", {}, { status: ["asserted", "confirmed"] })],
  },
  {
    text: "A top Biden administration official said that Russia’s” full accept” of North Korea could make Kim Jong Un more vulnerable when it comes to threatening South Korea and exporting arms overseas.",
    gives: [noEvent("ArmsTransfer", {}, { status: ["asserted", "confirmed"] })],
  },
  {
    text: "The veto of Russia of a Council resolution for prolong the experts ‘ visit to arsenal of Iran has many effect, Pak said.",
    gives: [noEvent("Inspection", {}, { status: ["asserted", "confirmed"] }), noEvent("Visit", {}, { status: ["asserted", "confirmed"] })],
  },
  {
    text: "Iran’s” whole receive” of Sudan could make Omar Bashir to sell arms at neighbors, a official said.",
    gives: [noEvent("ArmsTransfer", {}, { status: ["asserted", "confirmed"] })],
  },
  {
    text: "China’s veto of a Council resolution to extend the monitors ‘ access to Syria’s chemical arsenal for 12 years has one advantage of its grown ties.",
    gives: [event("Veto", { actor: ["China"] }), noEvent("Inspection", {}, { status: ["asserted", "confirmed"] })],
  },
  {
    text: "This once-isonite nation could to sell rocket at Houthis whether or not his leash is longer, the envoy said.",
    gives: [noEvent("ArmsTransfer", {}, { status: ["asserted", "confirmed"] })],
  },
]);

phenomenon("L62", "coordination", [
  {
    text: "Russia in return is providing North Korea with food, raw materials and parts used in weapons manufacturing.",
    gives: [entity("Item", "food"), event("Aid", { supplier: ["Russia"], recipient: ["North Korea"] })],
  },
  {
    text: "Officials highlighted concerns that Russia may be paying North Korea with missile and nuclear technology.",
    gives: [noEvent("ArmsTransfer", {}, { status: ["asserted", "confirmed"] }), mention("North Korea", "state/prk")],
  },
  {
    text: "Iran sold tanks, drones and artillery shells to Russia.",
    gives: [
      event("ArmsTransfer", { supplier: ["Iran"], recipient: ["Russia"], item: ["artillery shell", "tank", "unmanned aerial vehicle"] }),
    ],
  },
  {
    text: "Iran, Syria and Belarus sold tanks to Sudan and Mali.",
    gives: [event("ArmsTransfer", { supplier: ["Belarus", "Iran", "Syria"], recipient: ["Mali", "Sudan"] })],
  },
  {
    text: "Poland accused Iran, Syria and Belarus of attacking Israel.",
    gives: [event("Attack", { actor: ["Belarus", "Iran", "Syria"], target: ["Israel"] }, { status: "alleged" })],
  },
  {
    text: "France and Germany provided economic and military aid to Ukraine and Moldova.",
    gives: [event("Aid", { supplier: ["France", "Germany"], recipient: ["Moldova", "Ukraine"] })],
  },
  {
    text: "Belarus shipped grain, helmets and spare parts used in tank repair to Armenia and Cuba.",
    gives: [noEvent("Attack"), mention("Armenia", "state/arm"), mention("Cuba", "state/cub")],
  },
  {
    text: "The Houthis and Hezbollah bombed Haifa, Eilat and Ashdod.",
    gives: [event("Attack", { actor: ["Hezbollah", "Houthi movement"], target: ["Ashdod", "Eilat", "Haifa"] })],
  },
]);

phenomenon("L63", "one event told at a distance", [
  {
    text: "“They did notify a number of countries before a ballistic missile test,” Bonnie Jenkins said.\n\nThe under secretary was referring to China’s test of an intercontinental ballistic missile in October.\n\nIt was the first time in 44 years that China tested a long-range missile over the Pacific Ocean instead of in its western desert.",
    gives: [only("WeaponTest", 1), event("WeaponTest", { actor: ["China"] }, { edtf: "XXXX-10" })],
  },
  {
    text: "Iran and Iraq signed a treaty in Basra on 5 May 2020.\n\nThe weather was fine.\n\nThe treaty between Iran and Iraq, signed in May 2020, ended a dispute.",
    gives: [only("AgreementMade", 1)],
  },
  {
    text: "Egypt bought frigates from Italy last year.\n\nCritics protested.\n\nItaly’s sale of frigates to Egypt was approved in Rome.",
    gives: [only("ArmsTransfer", 1)],
  },
  {
    text: "Iran fired a Khorramshahr missile on Monday.\n\nOfficials in Oman were told in advance.\n\nThe launch of the Khorramshahr by Iran alarmed Israel.",
    gives: [only("WeaponTest", 1), event("WeaponTest", { actor: ["Iran"] })],
  },
  {
    text: "Joe Biden met Narendra Modi in Delhi on 8 September 2023.\n\nIt was raining.\n\nThe meeting between Biden and Modi lasted an hour.",
    gives: [only("Meeting", 1), event("Meeting", { participant: ["Joe Biden", "Narendra Modi"] }, { edtf: "2023-09-08" })],
  },
  {
    text: "The two Koreas exchanged fire. Russia and Iran signed a pact, and the two countries agreed to share data.",
    gives: [event("AgreementMade", { participant: ["Iran", "Russia"] })],
  },
]);

phenomenon("L64", "those without a name", [
  { text: "Jenkins said the United States is working with like-minded countries.", gives: [entity("Group", "like-minded countries")] },
  { text: "The luster of legitimacy could give other bad actors ideas, Jung Pak said.", gives: [noEntity("State", "Iran")] },
  {
    text: "Kim Jong Un and Vladimir Putin met at the symbol of Russian space prowess in Russia’s Far East.",
    gives: [event("Meeting", { participant: ["Kim Jong Un", "Vladimir Putin"] }), noEntity("Facility", "Vostochny Cosmodrome")],
  },
  {
    text: "Several Gulf states sold rifles to unnamed militias in Libya.",
    gives: [noEntity("State", "Saudi Arabia"), noEntity("State", "Qatar")],
  },
  {
    text: "A West African country bought drones from Turkey.",
    gives: [noEntity("State", "Mali"), noMention("A West African country", "state/mli")],
  },
]);
