import { beforeAll, describe, expect, test } from "vitest";
import { createEventReader, type EventReader } from "./event-reading.ts";
import { type EventRow, tells as tellsRows } from "./event-table.ts";

let read: EventReader;
beforeAll(async () => {
  read = await createEventReader();
});

const tells = (title: string, rows: readonly EventRow[]): void => tellsRows(() => read, title, rows);

tells("who meets and calls whom", [
  ["The presidents of Kazakhstan and Uzbekistan met in Astana on Monday.", "Meeting", { participant: ["Kazakhstan", "Uzbekistan"] }],
  [
    "Serbian President Aleksandar Vucic phoned Russian President Vladimir Putin on Sunday.",
    "Meeting",
    { participant: ["Aleksandar Vucic", "Vladimir Putin"] },
  ],
  [
    "A phone call took place between Emmanuel Macron and Benjamin Netanyahu late on Friday.",
    "Meeting",
    { participant: ["Benjamin Netanyahu", "Emmanuel Macron"] },
  ],
  ["Wang Yi received the Nigerien foreign minister in Beijing.", "Meeting", { participant: ["Nigerien foreign minister", "Wang Yi"] }],
  [
    "Chinese Defence Minister Li Shangfu refused to meet US Defense Secretary Lloyd Austin in Singapore.",
    "Meeting",
    { participant: ["Li Shangfu", "Lloyd Austin"] },
    "negated",
  ],
  [
    "Antony Blinken met with Foreign Minister Bilawal Bhutto Zardari of Pakistan in New York.",
    "Meeting",
    { participant: ["Antony Blinken", "Bilawal Bhutto Zardari"] },
  ],
  [
    "A summit between Donald Trump and Kim Jong Un was held in Hanoi in February 2019.",
    "Meeting",
    { participant: ["Donald Trump", "Kim Jong Un"] },
  ],
  [
    "Ilham Aliyev and Nikol Pashinyan attended the Munich Security Conference.",
    "Meeting",
    { participant: ["Ilham Aliyev", "Nikol Pashinyan"] },
  ],
  [
    "During his meeting with Sergey Lavrov, Hakan Fidan raised the grain deal.",
    "Meeting",
    { participant: ["Hakan Fidan", "Sergey Lavrov"] },
  ],
  [
    "President Ruto conferred with President Museveni on the situation in the eastern Congo.",
    "Meeting",
    { participant: ["William Ruto", "Yoweri Museveni"] },
  ],
  [
    "Saudi Arabia and Iran's foreign ministers met in Beijing on April 6, the first such meeting in seven years.",
    "Meeting",
    { participant: ["Iran", "Saudi Arabia"] },
  ],
  [
    "Nicolas Maduro and Irfaan Ali met in Saint Vincent to defuse tensions over Essequibo.",
    "Meeting",
    { participant: ["Irfaan Ali", "Nicolas Maduro"] },
  ],
  ["Vladimir Putin hosts Bashar al-Assad in Moscow for talks on Syria.", "Meeting", { participant: ["Bashar al-Assad", "Vladimir Putin"] }],
  [
    "Benny Gantz and Hulusi Akar met face to face in Ankara, the first such talks in a decade.",
    "Meeting",
    { participant: ["Benny Gantz", "Hulusi Akar"] },
  ],
  [
    "Albanian Prime Minister Edi Rama sat down with his Kosovar counterpart Albin Kurti in Pristina.",
    "Meeting",
    { participant: ["Albin Kurti", "Edi Rama"] },
  ],
  [
    "In a phone call with Jens Stoltenberg, Petr Pavel raised ammunition deliveries.",
    "Meeting",
    { participant: ["Jens Stoltenberg", "Petr Pavel"] },
  ],
  ["Gustavo Petro has no plans to meet Nicolas Maduro.", "Meeting", { participant: ["Gustavo Petro", "Nicolas Maduro"] }, "negated"],
  [
    "William Ruto's meeting with Volodymyr Zelenskyy focused on grain.",
    "Meeting",
    { participant: ["Volodymyr Zelenskyy", "William Ruto"] },
  ],
  ["The ambassadors of Latvia and Lithuania met in Riga.", "Meeting", { participant: ["Latvia", "Lithuania"] }],
  ["Officials from Japan, Australia and India gathered in Perth.", "Meeting", { participant: ["Australia", "India", "Japan"] }],
  ["Pedro Sanchez welcomed Mohammed Shtayyeh at Moncloa Palace.", "Meeting", { participant: ["Mohammed Shtayyeh", "Pedro Sanchez"] }],
  ["Luis Abinader and Ariel Henry spoke on the phone on Sunday night.", "Meeting", { participant: ["Ariel Henry", "Luis Abinader"] }],
  [
    "NAIROBI (Reuters) - Kenyan President William Ruto on Monday held talks with Congolese President Felix Tshisekedi in Nairobi, a day after fighting resumed in eastern Congo.",
    "Meeting",
    { participant: ["Felix Tshisekedi", "William Ruto"] },
  ],
  [
    "Speaking after a meeting with his Polish counterpart, Radoslaw Sikorski, Dmytro Kuleba said Warsaw would send more armour.",
    "Meeting",
    { participant: ["Dmytro Kuleba", "Radoslaw Sikorski"] },
  ],
  [
    "Hakan Fidan, who was in Baghdad for talks with Iraqi Foreign Minister Fuad Hussein, said the PKK was a common threat.",
    "Meeting",
    { participant: ["Fuad Hussein", "Hakan Fidan"] },
  ],
  [
    "Azerbaijan's foreign minister, Jeyhun Bayramov, will meet his Armenian counterpart, Ararat Mirzoyan, in Almaty on May 10, the two ministries said.",
    "Meeting",
    { participant: ["Ararat Mirzoyan", "Jeyhun Bayramov"] },
    "planned",
  ],
  [
    "It was the third meeting between Edi Rama and Aleksandar Vucic since January.",
    "Meeting",
    { participant: ["Aleksandar Vucic", "Edi Rama"] },
  ],
  [
    "Comrade Choe Ryong Hae met and had a friendly talk with the delegation of the Communist Party of Vietnam on Wednesday.",
    "Meeting",
    { participant: ["Choe Ryong Hae", "Communist Party of Vietnam"] },
  ],
]);

tells("who negotiates with whom", [
  ["Talks took place between the Houthis and Saudi Arabia in Sanaa.", "Negotiation", { participant: ["Houthi movement", "Saudi Arabia"] }],
  ["Iran resumed indirect talks with the United States in Vienna.", "Negotiation", { participant: ["Iran", "United States"] }],
  ["Poland is in talks with South Korea on buying tanks.", "Negotiation", { participant: ["Poland", "South Korea"] }],
  ["The Philippines is negotiating a visiting forces agreement with Japan.", "Negotiation", { participant: ["Japan", "Philippines"] }],
  [
    "Hamas and Israel are holding indirect negotiations in Cairo through Egyptian mediators.",
    "Negotiation",
    { participant: ["Hamas", "Israel"] },
  ],
  [
    "The United States has offered talks with North Korea without preconditions.",
    "Negotiation",
    { participant: ["North Korea", "United States"] },
    "hypothetical",
  ],
  [
    "The sixth round of talks between Tehran and Washington will begin on Sunday.",
    "Negotiation",
    { participant: ["Iran", "United States"] },
    "planned",
  ],
  [
    "Colombia's government and the ELN opened peace talks in Caracas.",
    "Negotiation",
    { participant: ["Colombia", "National Liberation Army (Colombia)"] },
  ],
  [
    "Washington and Seoul concluded negotiations on defence cost-sharing.",
    "Negotiation",
    { participant: ["South Korea", "United States"] },
  ],
  ["Russia is in discussions with Sudan about a naval base at Port Sudan.", "Negotiation", { participant: ["Russia", "Sudan"] }],
  [
    "There have been no negotiations between Seoul and Pyongyang since 2019.",
    "Negotiation",
    { participant: ["North Korea", "South Korea"] },
    "negated",
  ],
  ["Kyrgyz and Tajik delegations resumed negotiations on the border.", "Negotiation", { participant: ["Kyrgyzstan", "Tajikistan"] }],
  ["Talks with the Taliban were held in Doha by the United States.", "Negotiation", { participant: ["Taliban", "United States"] }],
  [
    "Norway is mediating talks between the Philippines and communist rebels.",
    "Negotiation",
    { participant: ["Philippines", "communist rebels"] },
  ],
  ["Argentina entered into negotiations with Denmark to buy F-16s.", "Negotiation", { participant: ["Argentina", "Denmark"] }],
  ["The EU and Serbia are in talks over visas.", "Negotiation", { participant: ["European Union", "Serbia"] }],
  ["Peace talks between Yemen's government and the Houthis have stalled.", "Negotiation", { participant: ["Houthi movement", "Yemen"] }],
  [
    "Negotiations on a new pipeline between Turkmenistan and Afghanistan have been suspended.",
    "Negotiation",
    { participant: ["Afghanistan", "Turkmenistan"] },
    "negated",
  ],
  ["Croatia opened talks with France on buying Rafale jets.", "Negotiation", { participant: ["Croatia", "France"] }],
  [
    "Bulgaria and Romania agreed to begin negotiations on a joint brigade.",
    "Negotiation",
    { participant: ["Bulgaria", "Romania"] },
    "planned",
  ],
  [
    "Ethiopia, Egypt and Sudan have been negotiating for years over the filling of the dam.",
    "Negotiation",
    { participant: ["Egypt", "Ethiopia", "Sudan"] },
  ],
  ["Kazakhstan hosted indirect talks between Armenia and Azerbaijan in May.", "Negotiation", { participant: ["Armenia", "Azerbaijan"] }],
  ["Ankara and Damascus have not held direct talks since 2011.", "Negotiation", { participant: ["Syria", "Turkey"] }, "negated"],
]);

tells("who travels where", [
  ["Iranian President Ebrahim Raisi paid a visit to Damascus in May.", "Visit", { actor: ["Ebrahim Raisi"], destination: ["Damascus"] }],
  [
    "President Yoon Suk Yeol will travel to Washington next month.",
    "Visit",
    { actor: ["Yoon Suk Yeol"], destination: ["Washington, D.C."] },
    "planned",
  ],
  ["Nancy Pelosi's trip to Taiwan angered Beijing.", "Visit", { actor: ["Nancy Pelosi"], destination: ["Taiwan"] }],
  ["A delegation led by Choe Son Hui visited Beijing.", "Visit", { actor: ["Choe Son Hui"], destination: ["Beijing"] }],
  ["Xi Jinping cancelled a planned visit to Brazil.", "Visit", { actor: ["Xi Jinping"], destination: ["Brazil"] }, "negated"],
  [
    "Vietnam's prime minister, Pham Minh Chinh, flew to Canberra on Tuesday.",
    "Visit",
    { actor: ["Pham Minh Chinh"], destination: ["Canberra"] },
  ],
  [
    "Vladimir Putin's visit to North Korea, his first since 2000, is being prepared.",
    "Visit",
    { actor: ["Vladimir Putin"], destination: ["North Korea"] },
    "planned",
  ],
  ["Lloyd Austin made an unannounced visit to Baghdad.", "Visit", { actor: ["Lloyd Austin"], destination: ["Baghdad"] }],
  [
    "Emmanuel Macron, who is visiting Kazakhstan, praised its neutrality.",
    "Visit",
    { actor: ["Emmanuel Macron"], destination: ["Kazakhstan"] },
  ],
  ["The Taliban delegation travelled to Oslo in January.", "Visit", { actor: ["Taliban"], destination: ["Oslo"] }],
  ["Cambodian Prime Minister Hun Manet is visiting Vientiane.", "Visit", { actor: ["Hun Manet"], destination: ["Vientiane"] }],
  [
    "Anwar Ibrahim concluded an official visit to Uzbekistan on Friday.",
    "Visit",
    { actor: ["Anwar Ibrahim"], destination: ["Uzbekistan"] },
  ],
  [
    "Qatari Prime Minister Mohammed bin Abdulrahman Al Thani landed in Kabul.",
    "Visit",
    { actor: ["Mohammed bin Abdulrahman Al Thani"], destination: ["Kabul"] },
  ],
  ["Ferdinand Marcos Jr. postponed his trip to Kuwait.", "Visit", { actor: ["Ferdinand Marcos"], destination: ["Kuwait"] }, "negated"],
  ["A high-level Algerian delegation arrived in Niamey on Thursday.", "Visit", { actor: ["Algeria"], destination: ["Niamey"] }],
  ["Andrzej Duda's visit to Kigali was cancelled.", "Visit", { actor: ["Andrzej Duda"], destination: ["Kigali"] }, "negated"],
  ["Sergei Shoigu flew into Pyongyang for the anniversary.", "Visit", { actor: ["Sergei Shoigu"], destination: ["Pyongyang"] }],
  ["Mark Rutte, who travelled to Kyiv on Monday, promised more help.", "Visit", { actor: ["Mark Rutte"], destination: ["Kyiv"] }],
  ["Vietnam invited Lee Jae-myung to visit Hanoi.", "Visit", { actor: ["Lee Jae-myung"], destination: ["Hanoi"] }, "hypothetical"],
]);

tells("who asks whom", [
  ["Niger asked France to withdraw its troops.", "Request", { actor: ["Niger"], target: ["France"] }],
  ["Ukraine requested Taurus missiles from Germany.", "Request", { actor: ["Ukraine"], target: ["Germany"] }],
  ["Taiwan appealed to the United States for faster deliveries.", "Request", { actor: ["Taiwan"], target: ["United States"] }],
  [
    "Haiti has asked the UN Security Council for an international force.",
    "Request",
    { actor: ["Haiti"], target: ["United Nations Security Council"] },
  ],
  ["Moldova requested that Russia pull out its forces.", "Request", { actor: ["Moldova"], target: ["Russia"] }],
  ["Belgrade sought permission from NATO to deploy police.", "Request", { actor: ["Serbia"], target: ["NATO"] }],
  ["Syria's request to Russia for air support was made in September 2015.", "Request", { actor: ["Syria"], target: ["Russia"] }],
  ["Mozambique asked Rwanda for more troops.", "Request", { actor: ["Mozambique"], target: ["Rwanda"] }],
  ["Slovakia requested two Patriot batteries from Germany.", "Request", { actor: ["Slovakia"], target: ["Germany"] }],
  ["Estonia's request to NATO for air defence was granted.", "Request", { actor: ["Estonia"], target: ["NATO"] }],
  ["Iraq has requested that the United Nations end its mission by 2025.", "Request", { actor: ["Iraq"], target: ["United Nations"] }],
]);

tells("who turns whom down", [
  ["Pakistan rejected India's proposal for talks.", "Rejection", { actor: ["Pakistan"], target: ["India"] }],
  ["Pyongyang turned down Seoul's offer of aid.", "Rejection", { actor: ["North Korea"], target: ["South Korea"] }],
  ["Hungary refused a Ukrainian request for weapons.", "Rejection", { actor: ["Hungary"], target: ["Ukraine"] }],
  ["Germany declined Poland's request to send Patriots.", "Rejection", { actor: ["Germany"], target: ["Poland"] }],
  ["The Kremlin dismissed Kyiv's peace plan.", "Rejection", { actor: ["Russia"], target: ["Ukraine"] }],
  ["China rebuffed a US request for a call between the defence ministers.", "Rejection", { actor: ["China"], target: ["United States"] }],
  ["Georgia turned down an offer of mediation from Turkey.", "Rejection", { actor: ["Georgia"], target: ["Turkey"] }],
  ["Eritrea refused Ethiopia's request for access to the port.", "Rejection", { actor: ["Eritrea"], target: ["Ethiopia"] }],
  ["Azerbaijan rejected France as a mediator.", "Rejection", { actor: ["Azerbaijan"], target: ["France"] }],
  [
    "Sudan's foreign ministry rejected Kenya's offer to mediate.",
    "Rejection",
    { actor: ["Ministry of Foreign Affairs of Sudan"], target: ["Kenya"] },
  ],
]);

tells("who tells whom", [
  ["North Korea notified Japan of a satellite launch.", "Notification", { actor: ["North Korea"], target: ["Japan"] }],
  [
    "Iran informed the IAEA that it would begin enriching uranium to 60 percent.",
    "Notification",
    { actor: ["Iran"], target: ["International Atomic Energy Agency"] },
  ],
  ["Seoul was notified of the drill by Washington.", "Notification", { actor: ["United States"], target: ["South Korea"] }],
  [
    "The State Department notified Congress of the sale to Bahrain.",
    "Notification",
    { actor: ["United States Department of State"], target: ["United States Congress"] },
  ],
  ["Burundi informed the United Nations of its withdrawal.", "Notification", { actor: ["Burundi"], target: ["United Nations"] }],
  ["Turkmenistan has notified Iran that it will cut gas supplies.", "Notification", { actor: ["Turkmenistan"], target: ["Iran"] }],
  [
    "The IAEA reported to its Board of Governors that Libya had removed uranium.",
    "Notification",
    { actor: ["International Atomic Energy Agency"], target: ["IAEA Board of Governors"] },
  ],
  [
    "The Czech Republic, which had offered to host the talks, was informed of the decision by Slovakia.",
    "Notification",
    { actor: ["Slovakia"], target: ["Czech Republic"] },
  ],
  [
    "North Korea informed the International Maritime Organization of its plan to launch a rocket.",
    "Notification",
    { actor: ["North Korea"], target: ["International Maritime Organization"] },
  ],
]);

tells("who turns to whom, visits by sea, clubs and partnerships", [
  ["Ankara has called on Kabul to honour the ceasefire.", "Request", { actor: ["Turkey"], target: ["Afghanistan"], place: [] }],
  ["Sudan paused the operation at the request of Egypt.", "Request", { actor: ["Egypt"], target: ["Sudan"] }],
  [
    "The United Kingdom will increase port visits to Japan in 2026.",
    "Visit",
    { actor: ["United Kingdom"], destination: ["Japan"] },
    "planned",
  ],
  ["China plans to expand naval visits to Pakistan.", "Visit", { actor: ["China"], destination: ["Pakistan"] }, "planned"],
  ["The members agreed to admit Finland and Sweden to NATO.", "AgreementMade", { participant: ["Finland", "NATO", "Sweden"] }, "planned"],
  ["France and Japan agreed to set up a hotline at the Seoul summit.", "AgreementMade", { participant: ["France", "Japan"] }],
  ["NATO admitted Montenegro in 2017.", "AgreementMade", { participant: ["Montenegro", "NATO"] }],
  ["Japan and Australia announced a new security partnership.", "AgreementMade", { participant: ["Australia", "Japan"] }],
  [
    "Negotiations of Aliyev and Pashinyan on border posts began in Brussels.",
    "Negotiation",
    { participant: ["Ilham Aliyev", "Nikol Pashinyan"] },
  ],
]);

describe("what is none of these", () => {
  const DIPLOMATIC = [
    "Meeting",
    "Visit",
    "Negotiation",
    "Cooperation",
    "AgreementMade",
    "AgreementEnded",
    "SecurityCommitment",
    "Request",
    "Rejection",
    "Notification",
    "Appointment",
  ];
  test.each([
    "We reaffirm our unwavering support for the sovereignty and territorial integrity of Moldova.",
    "China urged Japan to stop the release of water.",
    "Lavrov, Fidan and Amir-Abdollahian are to meet in Moscow.",
    "Rwandan troops visited nobody.",
    "Brazil offered to mediate in the dispute.",
    "The Arms Trade Treaty was negotiated in 2013.",
    "Cooperation in space is growing.",
    "India is not party to the Non-Proliferation Treaty.",
    "Armenia suspended its membership of the Collective Security Treaty Organization.",
    "Kaja Kallas became the EU's top diplomat.",
    "The visit, the first by a Turkish leader to Cairo in more than a decade, came as Recep Tayyip Erdogan seeks to mend ties with Egypt.",
    "In Geneva, the two sides failed to agree on a date for the next round of talks.",
    "Honduras opened diplomatic relations with China after breaking with Taiwan.",
    "The Netherlands, Denmark and Norway jointly announced a coalition to train Ukrainian pilots.",
    "The leaders of Chad and Sudan exchanged views on the situation in Darfur.",
    "Kim Jong Un has replaced his army chief, naming Ri Yong Gil to the post.",
    "Lloyd Austin spoke to reporters in Manila.",
    "Radoslaw Sikorski called the attack a crime.",
    "Donald Tusk called on Belarus to release the prisoners.",
    "Production met its targets in May.",
    "The ambassador reports to the foreign ministry in Vilnius, and the shells fell near the border.",
    "The two sides met their obligations under the treaty.",
    "Analysts discussed the missile test at length.",
  ])("%s", (text) => {
    expect(
      read(text, "2024-06-20")
        .map(({ type }) => type)
        .filter((type) => DIPLOMATIC.includes(type)),
    ).toEqual([]);
  });
});
