import { beforeAll, describe, expect, it } from "vitest";
import { createEventReader, type EventReader } from "./event-reading.ts";

let read: EventReader;
beforeAll(async () => {
  read = await createEventReader();
});

/** Text, type, core roles (names of the fillers, sorted), and how it is told where that matters. */
type Row = readonly [text: string, type: string, roles: Readonly<Record<string, readonly string[]>>, mode?: string];

const SANCTIONS: readonly Row[] = [
  [
    "The United States imposed sanctions on three Chinese companies.",
    "Sanction",
    { actor: ["United States"], target: ["three Chinese companies"] },
    "actual",
  ],
  ["The European Union has sanctioned the Wagner Group.", "Sanction", { actor: ["European Union"], target: ["Wagner Group"] }, "actual"],
  ["Canada imposed an arms embargo on Turkey.", "Sanction", { actor: ["Canada"], target: ["Turkey"] }, "actual"],
  [
    "The Treasury Department blacklisted two Iranian banks.",
    "Sanction",
    { actor: ["United States Department of the Treasury"], target: ["two Iranian banks"] },
    "actual",
  ],
  ["Japan froze the assets of Belarusian officials.", "Sanction", { actor: ["Japan"], target: ["Belarus"] }, "actual"],
  ["Switzerland has adopted sanctions against Russia.", "Sanction", { actor: ["Switzerland"], target: ["Russia"] }, "actual"],
  [
    "Britain announced new sanctions against Myanmar's military.",
    "Sanction",
    { actor: ["United Kingdom"], target: ["Myanmar Armed Forces"] },
  ],
  ["Rosoboronexport was sanctioned by the United States.", "Sanction", { actor: ["United States"], target: ["Rosoboronexport"] }, "actual"],
  [
    "The sanctions imposed on Iran by the Security Council were lifted.",
    "Sanction",
    { actor: ["United Nations Security Council"], target: ["Iran"] },
    "actual",
  ],
  [
    "The Treasury's Office of Foreign Assets Control designated five individuals and entities.",
    "Sanction",
    { actor: ["Office of Foreign Assets Control"], target: ["individuals and entities"] },
    "actual",
  ],
  [
    "Washington designated the Houthis as a terrorist organization.",
    "Sanction",
    { actor: ["United States"], target: ["Houthi movement"] },
    "actual",
  ],
  ["Australia banned imports of gold from Russia.", "Sanction", { actor: ["Australia"], target: ["Russia"] }, "actual"],
  ["The EU extended sanctions against Syria for another year.", "Sanction", { actor: ["European Union"], target: ["Syria"] }],
  ["UN sanctions on North Korea remain in force.", "Sanction", { actor: ["United Nations"], target: ["North Korea"] }, "actual"],
  ["South Korea placed 15 North Koreans on its sanctions list.", "Sanction", { actor: ["South Korea"], target: ["North Korea"] }, "actual"],
  ["Ukraine added Chinese companies to its sanctions list.", "Sanction", { actor: ["Ukraine"], target: ["Chinese companies"] }, "actual"],
  ["Sanctioned by the EU, the bank lost its foreign clients.", "Sanction", { actor: ["European Union"], target: ["bank"] }, "actual"],
  [
    "The UN Security Council imposed an arms embargo on Somalia in 1992.",
    "Sanction",
    { actor: ["United Nations Security Council"], target: ["Somalia"] },
    "actual",
  ],
  [
    "President Biden threatened to impose sanctions on Ethiopia.",
    "Sanction",
    { actor: ["United States"], target: ["Ethiopia"] },
    "hypothetical",
  ],
  ["New Zealand will impose travel bans on Russian officials.", "Sanction", { actor: ["New Zealand"], target: ["Russia"] }, "planned"],
  [
    "The Commerce Department added Huawei to its Entity List.",
    "Sanction",
    { actor: ["United States Department of Commerce"], target: ["Huawei"] },
    "actual",
  ],
  [
    "The United States has targeted Sudan's gold trade with sanctions.",
    "Sanction",
    { actor: ["United States"], target: ["Sudan"] },
    "actual",
  ],
  [
    "The European Union slapped sanctions on Belarus over the plane's diversion.",
    "Sanction",
    { actor: ["European Union"], target: ["Belarus"] },
    "actual",
  ],
  ["Economic sanctions were imposed on South Africa.", "Sanction", { target: ["South Africa"] }, "actual"],
  [
    "The State Department imposed visa restrictions on Ugandan officials.",
    "Sanction",
    { actor: ["United States Department of State"], target: ["Uganda"] },
    "actual",
  ],
  ["US sanctions Iranian drone network", "Sanction", { actor: ["United States"], target: ["Iranian drone network"] }, "actual"],
  ["China imposed countermeasures on Lockheed Martin.", "Sanction", { actor: ["China"], target: ["Lockheed Martin"] }, "actual"],
  ["Norway joined the EU's sanctions against Russia.", "Sanction", { actor: ["Norway"], target: ["Russia"] }],
  ["Turkey refused to impose sanctions on Russia.", "Sanction", { actor: ["Turkey"], target: ["Russia"] }, "negated"],
  ["Canada is considering sanctions against Georgian officials.", "Sanction", { actor: ["Canada"], target: ["Georgia"] }, "hypothetical"],
  ["The assets of three banks were frozen by Ukraine.", "Sanction", { actor: ["Ukraine"], target: ["three banks"] }, "actual"],
  ["Moscow barred Japanese officials from entering the country.", "Sanction", { actor: ["Russia"], target: ["Japan"] }, "actual"],
  [
    "OFAC is designating Sun Machinery Company for supporting Iran's missile programme.",
    "Sanction",
    { actor: ["Office of Foreign Assets Control"], target: ["Sun Machinery Company"] },
    "actual",
  ],
  [
    "The European Union on Monday sanctioned 18 Iranian officials over the crackdown on protests.",
    "Sanction",
    { actor: ["European Union"], target: ["Iran"] },
    "actual",
  ],
  [
    "Australia has imposed targeted financial sanctions and travel bans on seven Israeli settlers.",
    "Sanction",
    { actor: ["Australia"] },
    "actual",
  ],
  [
    "The Swiss government added 57 people and entities to its list of sanctioned Russians.",
    "Sanction",
    { actor: ["Switzerland"] },
    "actual",
  ],
  [
    "The U.S. Treasury imposed sanctions on a network of companies that shipped drone parts to Iran.",
    "Sanction",
    { actor: ["United States Department of the Treasury"], target: ["network"] },
    "actual",
  ],
  [
    "Canada, Britain and Australia imposed coordinated sanctions on Myanmar's state-owned gas company.",
    "Sanction",
    { actor: ["Australia", "Canada", "United Kingdom"] },
    "actual",
  ],
  ["Ukraine's president signed a decree imposing sanctions on 37 Russian groups.", "Sanction", { actor: ["Ukraine"] }, "actual"],
  [
    "The U.S. blacklisting of Huawei in 2019 cut the company off from American chips.",
    "Sanction",
    { actor: ["United States"], target: ["Huawei"] },
    "actual",
  ],
  [
    "Existing sanctions on Zimbabwe were renewed for a year by the European Council.",
    "Sanction",
    { actor: ["European Council"], target: ["Zimbabwe"] },
  ],
  ["Berlin is pushing for EU sanctions against Georgian Dream leaders.", "Sanction", { actor: ["European Union"] }],
  ["The arms embargo on South Sudan was extended until 31 May 2025.", "Sanction", { target: ["South Sudan"] }],
  [
    "Venezuela's oil industry has been under U.S. sanctions since 2019.",
    "Sanction",
    { actor: ["United States"], target: ["Venezuela"] },
    "actual",
  ],
  [
    "Pakistani authorities arrested a Chinese engineer on blasphemy charges.",
    "LegalAction",
    { actor: ["Pakistan"], target: ["Chinese engineer"] },
    "actual",
  ],
  ["A Paris court convicted an Iranian diplomat of plotting a bomb attack.", "LegalAction", { target: ["Iranian diplomat"] }, "actual"],
  [
    "Greek coast guards seized a tanker carrying 115,000 tonnes of Iranian oil off Evia.",
    "LegalAction",
    { actor: ["Greece"], target: ["tanker"] },
    "actual",
  ],
  ["Prosecutors in Seoul indicted two generals over the martial law decree.", "LegalAction", { target: ["generals"] }, "actual"],
  ["Senegal detained the crew of a Russian trawler.", "LegalAction", { actor: ["Senegal"], target: ["crew"] }, "actual"],
  ["The two Koreas accused each other of breaking the 2018 military accord.", "Violation", {}],
  ["Moscow says the deployment would be a violation of the 1997 NATO-Russia Founding Act.", "Violation", {}, "hypothetical"],
  ["The missile tests are clear violations of multiple U.N. Security Council resolutions.", "Violation", {}],
  [
    "Israel's strikes violated the 1974 disengagement agreement, Syria said.",
    "Violation",
    { actor: ["Israel"], agreement: ["disengagement agreement"] },
  ],
  [
    "Estonia withdrew from the Ottawa Convention on landmines last week.",
    "AgreementEnded",
    { actor: ["Estonia"], agreement: ["Anti-Personnel Mine Ban Convention"] },
    "actual",
  ],
  [
    "South Korea said it would suspend the entire 2018 military pact with the North.",
    "AgreementEnded",
    { actor: ["South Korea"], agreement: ["entire 2018 military pact"] },
    "planned",
  ],
  [
    "After the withdrawal of the United States from the INF Treaty, Russia followed suit.",
    "AgreementEnded",
    { actor: ["United States"], agreement: ["Intermediate-Range Nuclear Forces Treaty"] },
    "actual",
  ],
  ["The Senate voted 67-27 to ratify the treaty.", "Vote", { actor: ["United States Senate"] }],
  ["Thirteen of the Council's 15 members voted for the draft, Russia cast a veto and China abstained.", "Veto", { actor: ["Russia"] }],
  [
    "Thirteen of the Council's 15 members voted for the draft, Russia cast a veto and China abstained.",
    "Vote",
    { actor: ["China"], vote: ["abstain"] },
  ],
  [
    "The resolution, drafted by Norway and Mexico, was adopted by the Security Council by 14 votes with Russia abstaining.",
    "ResolutionAdopted",
    { body: ["United Nations Security Council"] },
  ],
  [
    "The resolution, drafted by Norway and Mexico, was adopted by the Security Council by 14 votes with Russia abstaining.",
    "Vote",
    { actor: ["Russia"], vote: ["abstain"] },
  ],
];

const LAW: readonly Row[] = [
  ["German police arrested two Russian spies.", "LegalAction", { actor: ["Police of Germany"], target: ["Russian spies"] }, "actual"],
  [
    "The Justice Department charged four Iranian hackers with wire fraud.",
    "LegalAction",
    { actor: ["United States Department of Justice"], target: ["Iranian hackers"] },
    "actual",
  ],
  ["Iran seized a Greek tanker in the Gulf.", "LegalAction", { actor: ["Iran"], target: ["Greek tanker"] }, "actual"],
  ["A British citizen was detained in Tehran.", "LegalAction", { target: ["British citizen"] }, "actual"],
  ["Spain extradited a drug lord to the United States.", "LegalAction", { actor: ["Spain"], target: ["drug lord"] }, "actual"],
  [
    "Malaysia extradited North Korean businessman Mun Chol Myong to the United States.",
    "LegalAction",
    { actor: ["Malaysia"], target: ["Mun Chol Myong"] },
    "actual",
  ],
  ["A federal court sentenced Viktor Bout to 25 years in prison.", "LegalAction", { target: ["Viktor Bout"] }, "actual"],
  ["Evan Gershkovich was arrested by Russia in 2023.", "LegalAction", { actor: ["Russia"], target: ["Evan Gershkovich"] }, "actual"],
  [
    "The arrest of Abdullah Ocalan by Turkey sparked protests.",
    "LegalAction",
    { actor: ["Turkey"], target: ["Abdullah Ocalan"] },
    "actual",
  ],
  [
    "The International Criminal Court issued an arrest warrant for Vladimir Putin.",
    "LegalAction",
    { actor: ["International Criminal Court"], target: ["Vladimir Putin"] },
    "actual",
  ],
  ["India impounded a ship carrying missile parts.", "LegalAction", { actor: ["India"], target: ["ship"] }, "actual"],
  ["Poland has indicted three Belarusians for espionage.", "LegalAction", { actor: ["Poland"], target: ["Belarusians"] }, "actual"],
  ["Two officials were convicted of treason.", "LegalAction", { target: ["Two officials"] }, "actual"],
  ["Washington confiscated the cargo of an Iranian tanker.", "LegalAction", { actor: ["United States"], target: ["cargo"] }, "actual"],
  ["Chinese authorities detained a Japanese executive.", "LegalAction", { actor: ["China"], target: ["Japanese"] }, "actual"],
  [
    "The United Arab Emirates arrested 43 people over alleged links to the Brotherhood.",
    "LegalAction",
    { actor: ["United Arab Emirates"], target: ["43 people"] },
    "actual",
  ],
  ["Ukraine's security service detained an agent of the FSB.", "LegalAction", { target: ["agent"] }, "actual"],
  ["Nicaragua sued Germany at the International Court of Justice.", "LegalAction", { actor: ["Nicaragua"], target: ["Germany"] }, "actual"],
  [
    "South Africa filed a case against Israel at the International Court of Justice.",
    "LegalAction",
    { actor: ["South Africa"], target: ["Israel"] },
    "actual",
  ],
  ["Finland will prosecute the captain of the tanker.", "LegalAction", { actor: ["Finland"], target: ["captain"] }, "planned"],
  [
    "The FBI has seized 17 internet domains used by North Korean IT workers.",
    "LegalAction",
    { actor: ["Federal Bureau of Investigation"], target: ["internet domains"] },
    "actual",
  ],
  [
    "The Supreme Court sentenced former president Mohamed Morsi to death.",
    "LegalAction",
    { actor: ["supreme court"], target: ["Mohamed Morsi"] },
    "actual",
  ],
  ["Three men charged with smuggling arms to Libya appeared in court.", "LegalAction", { target: ["men"] }, "actual"],
  ["Georgia detains former defence minister", "LegalAction", { actor: ["Georgia"], target: ["former defence minister"] }],
];

const BALLOTS: readonly Row[] = [
  ["China voted against the resolution.", "Vote", { actor: ["China"], agreement: ["resolution"], vote: ["against"] }, "actual"],
  ["India abstained on the draft resolution.", "Vote", { actor: ["India"], agreement: ["draft resolution"], vote: ["abstain"] }, "actual"],
  ["Brazil abstained from voting.", "Vote", { actor: ["Brazil"], vote: ["abstain"] }, "actual"],
  ["Hungary voted in favour of the treaty.", "Vote", { actor: ["Hungary"], agreement: ["treaty"], vote: ["for"] }, "actual"],
  ["Cuba, Belarus and Syria voted against.", "Vote", { actor: ["Belarus", "Cuba", "Syria"] }, "actual"],
  [
    "The General Assembly voted to suspend Russia from the Human Rights Council.",
    "Vote",
    { actor: ["United Nations General Assembly"] },
    "actual",
  ],
  ["Gabon and the United Arab Emirates abstained.", "Vote", { actor: ["Gabon", "United Arab Emirates"], vote: ["abstain"] }, "actual"],
  ["Russia vetoed a resolution on Mali.", "Veto", { actor: ["Russia"], agreement: ["resolution"] }, "actual"],
  ["The United States vetoed a draft calling for a ceasefire in Gaza.", "Veto", { actor: ["United States"] }, "actual"],
  [
    "A resolution condemning Myanmar was vetoed by China and Russia.",
    "Veto",
    { actor: ["China", "Russia"], agreement: ["resolution"] },
    "actual",
  ],
  ["China cast its veto against the draft resolution.", "Veto", { actor: ["China"], agreement: ["draft resolution"] }, "actual"],
  ["Russia used its veto to block the resolution.", "Veto", { actor: ["Russia"] }],
  ["Moscow's veto of the mandate renewal was criticised.", "Veto", { actor: ["Russia"] }, "actual"],
  ["The U.S. veto of Palestinian membership drew anger.", "Veto", { actor: ["United States"] }, "actual"],
  ["Washington would veto the resolution.", "Veto", { actor: ["United States"], agreement: ["resolution"] }, "hypothetical"],
  [
    "The Security Council adopted resolution 2231 in 2015.",
    "ResolutionAdopted",
    { body: ["United Nations Security Council"], agreement: ["United Nations Security Council Resolution 2231"] },
    "actual",
  ],
  [
    "Resolution 1373 was adopted by the Security Council in 2001.",
    "ResolutionAdopted",
    { body: ["United Nations Security Council"], agreement: ["United Nations Security Council Resolution 1373"] },
    "actual",
  ],
  [
    "The Security Council unanimously passed Resolution 1874.",
    "ResolutionAdopted",
    { body: ["United Nations Security Council"], agreement: ["United Nations Security Council Resolution 1874"] },
    "actual",
  ],
  [
    "The UN General Assembly approved a resolution demanding Russia's withdrawal.",
    "ResolutionAdopted",
    { body: ["United Nations General Assembly"], agreement: ["resolution"] },
    "actual",
  ],
  [
    "The IAEA Board of Governors adopted a resolution censuring Iran.",
    "ResolutionAdopted",
    { body: ["IAEA Board of Governors"], agreement: ["resolution"] },
    "actual",
  ],
  [
    "Adoption of resolution 1540 by the Security Council came in 2004.",
    "ResolutionAdopted",
    { body: ["United Nations Security Council"], agreement: ["United Nations Security Council Resolution 1540"] },
    "actual",
  ],
  [
    "The resolution was adopted by the General Assembly with 141 votes in favour.",
    "ResolutionAdopted",
    { body: ["United Nations General Assembly"], agreement: ["resolution"] },
    "actual",
  ],
  [
    "Resolution 2397, adopted by the Security Council in December 2017, capped oil exports.",
    "ResolutionAdopted",
    { body: ["United Nations Security Council"], agreement: ["United Nations Security Council Resolution 2397"] },
    "actual",
  ],
  [
    "The Council adopted its resolution by a vote of 14 in favour with one abstention (Pakistan).",
    "Vote",
    { actor: ["Pakistan"], vote: ["abstain"] },
  ],
  [
    "The European Parliament adopted a resolution on Georgia.",
    "ResolutionAdopted",
    { body: ["European Parliament"], agreement: ["resolution"] },
    "actual",
  ],
  ["Turkey's parliament voted for Sweden's NATO membership.", "Vote", { actor: ["Grand National Assembly of Turkey"], vote: ["for"] }],
  ["Mexico did not vote for the resolution.", "Vote", { actor: ["Mexico"], agreement: ["resolution"], vote: ["for"] }, "negated"],
  [
    "Algeria will vote for the draft resolution.",
    "Vote",
    { actor: ["Algeria"], agreement: ["draft resolution"], vote: ["for"] },
    "planned",
  ],
];

const BREACHES: readonly Row[] = [
  ["Iran breached the nuclear deal.", "Violation", { actor: ["Iran"], agreement: ["nuclear deal"] }, "actual"],
  [
    "North Korea's launch violated Security Council resolutions.",
    "Violation",
    { actor: ["North Korea"], agreement: ["UN Security Council resolutions"] },
    "actual",
  ],
  ["Russia is in violation of the New START treaty.", "Violation", { actor: ["Russia"], agreement: ["New START"] }, "actual"],
  [
    "Syria used chlorine in violation of the Chemical Weapons Convention.",
    "Violation",
    { actor: ["Syria"], agreement: ["Chemical Weapons Convention"] },
    "actual",
  ],
  ["Rwanda has violated the arms embargo.", "Violation", { actor: ["Rwanda"], agreement: ["arms embargo"] }, "actual"],
  [
    "Pyongyang launched a satellite, in breach of UN resolutions.",
    "Violation",
    { actor: ["North Korea"], agreement: ["UN Security Council resolutions"] },
    "actual",
  ],
  [
    "Moscow's violation of the INF Treaty led the U.S. to withdraw.",
    "Violation",
    { actor: ["Russia"], agreement: ["Intermediate-Range Nuclear Forces Treaty"] },
    "actual",
  ],
  ["The sale contravenes the Arms Trade Treaty.", "Violation", { agreement: ["Arms Trade Treaty"] }, "actual"],
  ["Israel violated the ceasefire agreement.", "Violation", { actor: ["Israel"], agreement: ["ceasefire agreement"] }, "actual"],
  [
    "Libya failed to comply with its safeguards agreement.",
    "Violation",
    { actor: ["Libya"], agreement: ["safeguards agreement"] },
    "actual",
  ],
  ["Chinese companies evaded sanctions against Iran.", "Violation", { actor: ["Chinese companies"], agreement: ["sanctions"] }, "actual"],
  [
    "The United States accused Russia of violating the Open Skies Treaty.",
    "Violation",
    { actor: ["Russia"], agreement: ["Treaty on Open Skies"] },
  ],
  ["Armenia said Azerbaijan had breached the truce.", "Violation", { actor: ["Azerbaijan"], agreement: ["truce"] }],
  [
    "Venezuela would violate the agreement by jailing opponents.",
    "Violation",
    { actor: ["Venezuela"], agreement: ["agreement"] },
    "hypothetical",
  ],
  [
    "Breaches of the arms embargo by Turkey and the United Arab Emirates were documented.",
    "Violation",
    { actor: ["Turkey", "United Arab Emirates"], agreement: ["arms embargo"] },
    "actual",
  ],
  [
    "Iran's non-compliance with the NPT was reported to the Council.",
    "Violation",
    { actor: ["Iran"], agreement: ["Treaty on the Non-Proliferation of Nuclear Weapons"] },
    "actual",
  ],
  [
    "The test was a flagrant violation of Security Council resolution 1718 by North Korea.",
    "Violation",
    { actor: ["North Korea"], agreement: ["United Nations Security Council Resolution 1718"] },
    "actual",
  ],
  [
    "Eritrea violated resolution 1907 by arming rebels.",
    "Violation",
    { actor: ["Eritrea"], agreement: ["United Nations Security Council Resolution 1907"] },
    "actual",
  ],
  [
    "Such transfers would violate UN Security Council resolution 2231.",
    "Violation",
    { agreement: ["United Nations Security Council Resolution 2231"] },
    "hypothetical",
  ],
  ["Myanmar has not violated the treaty.", "Violation", { actor: ["Myanmar"], agreement: ["treaty"] }, "negated"],
  ["Russia has circumvented the oil price cap.", "Violation", { actor: ["Russia"] }],
];

const INSPECTIONS: readonly Row[] = [
  [
    "The IAEA inspected the Fordow enrichment plant.",
    "Inspection",
    { actor: ["International Atomic Energy Agency"], target: ["Fordow"] },
    "actual",
  ],
  [
    "The International Atomic Energy Agency monitors Iran's nuclear programme.",
    "Inspection",
    { actor: ["International Atomic Energy Agency"], target: ["Iran's nuclear program"] },
    "actual",
  ],
  ["The Panel of Experts investigated arms shipments to Sudan.", "Inspection", { actor: ["UN Panel of Experts"] }],
  ["The OSCE monitored the ceasefire in Ukraine.", "Inspection", { actor: ["Organization for Security and Co-operation in Europe"] }],
  [
    "Syria's facilities were inspected by the OPCW.",
    "Inspection",
    { actor: ["Organisation for the Prohibition of Chemical Weapons"], target: ["Syria"] },
    "actual",
  ],
  [
    "The Coast Guard inspected a North Korean vessel.",
    "Inspection",
    { actor: ["Coast Guard of North Korea"], target: ["vessel"] },
    "actual",
  ],
  ["UNIFIL monitors the Blue Line between Israel and Lebanon.", "Inspection", { actor: ["United Nations Interim Force in Lebanon"] }],
  ["Brazil and Argentina inspect each other's nuclear facilities.", "Inspection", { actor: ["Argentina", "Brazil"] }],
];

const ENDINGS: readonly Row[] = [
  [
    "The United States withdrew from the Iran nuclear deal in 2018.",
    "AgreementEnded",
    { actor: ["United States"], agreement: ["Joint Comprehensive Plan of Action"] },
    "actual",
  ],
  [
    "Russia suspended its participation in the New START treaty.",
    "AgreementEnded",
    { actor: ["Russia"], agreement: ["New START"] },
    "actual",
  ],
  [
    "Britain pulled out of the fishing agreement.",
    "AgreementEnded",
    { actor: ["United Kingdom"], agreement: ["fishing agreement"] },
    "actual",
  ],
  [
    "North Korea announced its withdrawal from the Non-Proliferation Treaty.",
    "AgreementEnded",
    { actor: ["North Korea"], agreement: ["Treaty on the Non-Proliferation of Nuclear Weapons"] },
  ],
  [
    "The withdrawal of Russia from the Open Skies Treaty took effect in December.",
    "AgreementEnded",
    { actor: ["Russia"], agreement: ["Treaty on Open Skies"] },
    "actual",
  ],
  [
    "Niger terminated its military agreement with the United States.",
    "AgreementEnded",
    { actor: ["Niger"], agreement: ["military agreement"] },
    "actual",
  ],
  [
    "Pyongyang scrapped the 2018 inter-Korean military agreement.",
    "AgreementEnded",
    { actor: ["North Korea"], agreement: ["inter-Korean military agreement"] },
    "actual",
  ],
  ["Poland denounced the Ottawa Convention.", "AgreementEnded", { actor: ["Poland"], agreement: ["Anti-Personnel Mine Ban Convention"] }],
  ["Trump decided to leave the Paris Agreement.", "AgreementEnded", { agreement: ["Paris Agreement"] }, "planned"],
  [
    "Turkey threatened to withdraw from the Montreux Convention.",
    "AgreementEnded",
    { actor: ["Turkey"], agreement: ["Montreux Convention"] },
    "hypothetical",
  ],
  [
    "Lithuania left the Convention on Cluster Munitions.",
    "AgreementEnded",
    { actor: ["Lithuania"], agreement: ["Convention on Cluster Munitions"] },
    "actual",
  ],
  ["South Korea suspended parts of the agreement with the North.", "AgreementEnded", { actor: ["South Korea"], agreement: ["agreement"] }],
  [
    "Finland, Estonia and Latvia will quit the Ottawa Convention.",
    "AgreementEnded",
    { actor: ["Estonia", "Finland", "Latvia"], agreement: ["Anti-Personnel Mine Ban Convention"] },
    "planned",
  ],
  ["The treaty was terminated by Moscow.", "AgreementEnded", { actor: ["Russia"], agreement: ["treaty"] }, "actual"],
  ["Japan will not withdraw from the treaty.", "AgreementEnded", { actor: ["Japan"], agreement: ["treaty"] }, "negated"],
  [
    "Iran has abandoned its commitments under the JCPOA.",
    "AgreementEnded",
    { actor: ["Iran"], agreement: ["Joint Comprehensive Plan of Action"] },
  ],
  [
    "Moscow revoked its ratification of the Comprehensive Nuclear-Test-Ban Treaty.",
    "AgreementEnded",
    { actor: ["Russia"], agreement: ["Comprehensive Nuclear-Test-Ban Treaty"] },
    "actual",
  ],
  [
    "Chad ended its defence cooperation agreement with France.",
    "AgreementEnded",
    { actor: ["Chad"], agreement: ["defence cooperation agreement"] },
    "actual",
  ],
  [
    "The Philippines abrogated the Visiting Forces Agreement.",
    "AgreementEnded",
    { actor: ["Philippines"], agreement: ["Visiting Forces Agreement"] },
    "actual",
  ],
];

const NOTICES: readonly Row[] = [
  ["North Korea notified Japan of a planned satellite launch.", "Notification", { actor: ["North Korea"], target: ["Japan"] }, "actual"],
  ["Russia informed the United States about the missile test.", "Notification", { actor: ["Russia"], target: ["United States"] }, "actual"],
  ["Pakistan notified India in advance of the test.", "Notification", { actor: ["Pakistan"], target: ["India"] }, "actual"],
  [
    "Iran informed the IAEA that it would install new centrifuges.",
    "Notification",
    { actor: ["Iran"], target: ["International Atomic Energy Agency"] },
    "actual",
  ],
  [
    "The State Department notified Congress of a possible sale of missiles to Taiwan.",
    "Notification",
    { actor: ["United States Department of State"], target: ["United States Congress"] },
    "actual",
  ],
  ["China did not notify Australia of the exercise.", "Notification", { actor: ["China"], target: ["Australia"] }, "negated"],
  ["Tokyo was notified by Pyongyang of the launch.", "Notification", { actor: ["North Korea"], target: ["Japan"] }, "actual"],
  [
    "The Security Council was informed of the move by France.",
    "Notification",
    { actor: ["France"], target: ["United Nations Security Council"] },
    "actual",
  ],
  ["Moscow gave Washington advance notice of the launch.", "Notification", { actor: ["Russia"], target: ["United States"] }, "actual"],
];

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

const holds = (roles: Readonly<Record<string, readonly string[]>>, wanted: Readonly<Record<string, readonly string[]>>): boolean =>
  Object.entries(wanted).every(([role, names]) => JSON.stringify(roles[role] ?? []) === JSON.stringify([...names].sort()));

function check(rows: readonly Row[]): void {
  for (const [text, type, roles, mode] of rows)
    it(text, () => {
      const events = read(text, "2024-06-20").filter((event) => event.type === type);
      const found = events.map(({ roles: told, mode: how }) => ({ roles: told, how }));
      const fitting = events.filter((event) => holds(event.roles, roles));
      expect(fitting.length, JSON.stringify(found)).toBeGreaterThan(0);
      if (mode !== undefined) expect(fitting.map((event) => event.mode)).toContain(mode);
    });
}

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
