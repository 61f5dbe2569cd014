import { beforeAll, describe, expect, it } from "vitest";
import { createEventReader, type EventReader } from "./event-reading.ts";
import { type EventRow as Row, tellsAmong } from "./event-table.ts";

let read: EventReader;
beforeAll(async () => {
  read = await createEventReader();
});

const ARMS: readonly Row[] = [
  ["Iran supplied Russia with hundreds of attack drones.", "ArmsTransfer", { supplier: ["Iran"], recipient: ["Russia"] }, "actual"],
  ["Belarus has delivered 20 tanks to Mali.", "ArmsTransfer", { supplier: ["Belarus"], recipient: ["Mali"] }, "actual"],
  [
    "The Netherlands will send F-16 fighter jets to Ukraine.",
    "ArmsTransfer",
    { supplier: ["Netherlands"], recipient: ["Ukraine"] },
    "planned",
  ],
  ["Germany is sending Kyiv 18 Leopard 2 tanks.", "ArmsTransfer", { supplier: ["Germany"], recipient: ["Ukraine"] }],
  ["Artillery shells were shipped to Myanmar by Pakistan.", "ArmsTransfer", { supplier: ["Pakistan"], recipient: ["Myanmar"] }, "actual"],
  [
    "Missiles supplied by Iran to the Houthis have hit ships in the Red Sea.",
    "ArmsTransfer",
    { supplier: ["Iran"], recipient: ["Houthi movement"] },
    "actual",
  ],
  [
    "Iran's supply of ballistic missiles to Russia has alarmed Europe.",
    "ArmsTransfer",
    { supplier: ["Iran"], recipient: ["Russia"] },
    "actual",
  ],
  [
    "The sale of Rafale jets to Indonesia by France was completed last year.",
    "ArmsTransfer",
    { supplier: ["France"], recipient: ["Indonesia"] },
    "actual",
  ],
  ["South Korea agreed to sell K2 tanks to Poland.", "ArmsTransfer", { supplier: ["South Korea"], recipient: ["Poland"] }, "planned"],
  ["Sweden plans to donate Gripen fighters to Ukraine.", "ArmsTransfer", { supplier: ["Sweden"], recipient: ["Ukraine"] }, "planned"],
  ["Israel vowed never to transfer weapons to Sudan.", "ArmsTransfer", { supplier: ["Israel"], recipient: ["Sudan"] }, "negated"],
  ["Venezuela bought Su-30 fighters from Russia.", "ArmsTransfer", { supplier: ["Russia"], recipient: ["Venezuela"] }, "actual"],
  ["Vietnam received two submarines from Russia in 2017.", "ArmsTransfer", { supplier: ["Russia"], recipient: ["Vietnam"] }, "actual"],
  [
    "The United States approved a $60 million sale of missiles to Taiwan.",
    "ArmsTransfer",
    { supplier: ["United States"], recipient: ["Taiwan"] },
  ],
  ["Norway announced a delivery of artillery ammunition to Ukraine.", "ArmsTransfer", { supplier: ["Norway"], recipient: ["Ukraine"] }],
  [
    "The drones that Turkey sold to Ethiopia were used in Tigray.",
    "ArmsTransfer",
    { supplier: ["Turkey"], recipient: ["Ethiopia"] },
    "actual",
  ],
  ["Syria armed Hezbollah.", "ArmsTransfer", { supplier: ["Syria"], recipient: ["Hezbollah"] }, "actual"],
  [
    "The United Arab Emirates denied that it had sent weapons to the Rapid Support Forces.",
    "ArmsTransfer",
    { supplier: ["United Arab Emirates"], recipient: ["Rapid Support Forces"] },
  ],
  ["Canada will provide Latvia with air defence systems.", "ArmsTransfer", { supplier: ["Canada"], recipient: ["Latvia"] }, "planned"],
  ["China may be supplying lethal weapons to Russia.", "ArmsTransfer", { supplier: ["China"], recipient: ["Russia"] }, "possible"],
  ["Egypt could supply rockets to Russia.", "ArmsTransfer", { supplier: ["Egypt"], recipient: ["Russia"] }, "hypothetical"],
  [
    "The Czech Republic has handed over helicopters to Ukraine.",
    "ArmsTransfer",
    { supplier: ["Czech Republic"], recipient: ["Ukraine"] },
    "actual",
  ],
  ["Arms shipments from Libya to Mali rose after 2011.", "ArmsTransfer", { supplier: ["Libya"], recipient: ["Mali"] }, "actual"],
  [
    "India signed a contract with Russia to buy five S-400 systems.",
    "ArmsTransfer",
    { supplier: ["Russia"], recipient: ["India"] },
    "planned",
  ],
  ["Saudi Arabia ordered 48 Typhoon jets from Britain.", "ArmsTransfer", { supplier: ["United Kingdom"], recipient: ["Saudi Arabia"] }],
  ["Finland will not supply Leopard tanks to Ukraine.", "ArmsTransfer", { supplier: ["Finland"], recipient: ["Ukraine"] }, "negated"],
  [
    "The White House accused North Korea of covertly shipping shells to Russia.",
    "ArmsTransfer",
    { supplier: ["North Korea"], recipient: ["Russia"] },
  ],
  [
    "The first batch of Bayraktar drones arrived in Niger from Turkey.",
    "ArmsTransfer",
    { supplier: ["Turkey"], recipient: ["Niger"] },
    "actual",
  ],
  [
    "Bulgaria quietly provided Ukraine with a third of its ammunition.",
    "ArmsTransfer",
    { supplier: ["Bulgaria"], recipient: ["Ukraine"] },
    "actual",
  ],
  [
    "Australia is donating 14 rigid-hulled boats and drones to Ukraine's military.",
    "ArmsTransfer",
    { supplier: ["Australia"], recipient: ["Armed Forces of Ukraine"] },
    "actual",
  ],
  ["Weapons were smuggled from Iran to Yemen.", "ArmsTransfer", { supplier: ["Iran"], recipient: ["Yemen"] }, "actual"],
  ["Spain has pledged to deliver Patriot missiles to Ukraine.", "ArmsTransfer", { supplier: ["Spain"], recipient: ["Ukraine"] }, "planned"],
  ["U.S. arms sales to Egypt have continued.", "ArmsTransfer", { supplier: ["United States"], recipient: ["Egypt"] }, "actual"],
  [
    "The regime in Pyongyang sold missiles to Iran and Syria during the 1990s.",
    "ArmsTransfer",
    { supplier: ["North Korea"], recipient: ["Iran", "Syria"] },
    "actual",
  ],
  [
    "Denmark and the Netherlands jointly transferred F-16s to Ukraine.",
    "ArmsTransfer",
    { supplier: ["Denmark", "Netherlands"], recipient: ["Ukraine"] },
    "actual",
  ],
  [
    "Slovakia became the second country to give MiG-29 jets to Ukraine.",
    "ArmsTransfer",
    { supplier: ["Slovakia"], recipient: ["Ukraine"] },
    "actual",
  ],
  ["Russia delivers first S-400 batteries to India", "ArmsTransfer", { supplier: ["Russia"], recipient: ["India"] }, "actual"],
  [
    "Ukraine has received the first shipment of shells from Estonia.",
    "ArmsTransfer",
    { supplier: ["Estonia"], recipient: ["Ukraine"] },
    "actual",
  ],
  [
    "The State Department approved the possible sale of Javelin missiles to Georgia.",
    "ArmsTransfer",
    { supplier: ["United States Department of State"], recipient: ["Georgia"] },
  ],
  ["Italy refused to sell frigates to Egypt.", "ArmsTransfer", { supplier: ["Italy"], recipient: ["Egypt"] }, "negated"],
  [
    "Iran's transfer of drones to Hezbollah violates the resolution.",
    "ArmsTransfer",
    { supplier: ["Iran"], recipient: ["Hezbollah"] },
    "actual",
  ],
  ["Libyan rebels were armed by Qatar.", "ArmsTransfer", { supplier: ["Qatar"], recipient: ["Libyan rebels"] }, "actual"],
  ["Sudan's army obtained drones from Iran.", "ArmsTransfer", { supplier: ["Iran"], recipient: ["Army of Sudan"] }, "actual"],
  [
    "Lockheed Martin will deliver 35 fighter jets to Germany.",
    "ArmsTransfer",
    { supplier: ["Lockheed Martin"], recipient: ["Germany"] },
    "planned",
  ],
  ["Moscow has begun supplying fighter jets to Algeria.", "ArmsTransfer", { supplier: ["Russia"], recipient: ["Algeria"] }, "actual"],
  [
    "France has quietly stepped up deliveries of Caesar howitzers to Armenia, according to two officials in Paris.",
    "ArmsTransfer",
    { supplier: ["France"], recipient: ["Armenia"] },
  ],
  [
    "Chad's army has received armoured vehicles from the United Arab Emirates, a senior officer said.",
    "ArmsTransfer",
    { supplier: ["United Arab Emirates"], recipient: ["Army of Chad"] },
  ],
  [
    "Under the agreement, Rosoboronexport is to supply Algeria with 14 Su-57 fighters between 2025 and 2028.",
    "ArmsTransfer",
    { supplier: ["Rosoboronexport"], recipient: ["Algeria"] },
    "planned",
  ],
  [
    "The drones were supplied to the Sudanese army by Iran, diplomats said.",
    "ArmsTransfer",
    { supplier: ["Iran"], recipient: ["Army of Sudan"] },
  ],
  [
    "The Pentagon announced Tuesday that it would send Ukraine another $425 million in weapons.",
    "ArmsTransfer",
    { supplier: ["United States Department of Defense"], recipient: ["Ukraine"] },
    "planned",
  ],
  [
    "Hezbollah has received thousands of rockets from Tehran through Syria.",
    "ArmsTransfer",
    { supplier: ["Iran"], recipient: ["Hezbollah"] },
  ],
  [
    "Berlin has approved the export of Eurofighter jets to Riyadh after years of refusing.",
    "ArmsTransfer",
    { supplier: ["Germany"], recipient: ["Saudi Arabia"] },
  ],
  [
    "Washington suspended deliveries of 2,000-pound bombs to Israel in May.",
    "ArmsTransfer",
    { supplier: ["United States"], recipient: ["Israel"] },
    "negated",
  ],
  [
    "The two countries agreed that Italy would provide Tunisia with three patrol boats.",
    "ArmsTransfer",
    { supplier: ["Italy"], recipient: ["Tunisia"] },
    "planned",
  ],
  ["Beijing has rejected accusations that it is arming Moscow.", "ArmsTransfer", { supplier: ["China"], recipient: ["Russia"] }],
  [
    "Nicaragua imported 50 T-72 tanks from Russia at a cost of $80 million.",
    "ArmsTransfer",
    { supplier: ["Russia"], recipient: ["Nicaragua"] },
  ],
  ["During the war Libya supplied Scud missiles to Iran.", "ArmsTransfer", { supplier: ["Libya"], recipient: ["Iran"] }],
  ["From 1981 the agency funnelled arms to the Contras through Honduras.", "ArmsTransfer", { recipient: ["Contras"] }],
  [
    "Between 1975 and 1991 the Soviet Union supplied Angola with aircraft, tanks and artillery worth about $2 billion a year.",
    "ArmsTransfer",
    { supplier: ["Soviet Union"], recipient: ["Angola"] },
    "actual",
  ],
  [
    "The panel found no evidence that Uganda had delivered weapons to the militia.",
    "ArmsTransfer",
    { supplier: ["Uganda"], recipient: ["militia"] },
  ],
  [
    "Estonia, which had earlier given all of its 155 mm howitzers to Ukraine, will buy new ones from France.",
    "ArmsTransfer",
    { supplier: ["Estonia"], recipient: ["Ukraine"] },
    "actual",
  ],
  [
    "We welcome the decision of Denmark and the Netherlands to donate 14 Leopard 2 tanks to Ukraine.",
    "ArmsTransfer",
    { supplier: ["Denmark", "Netherlands"], recipient: ["Ukraine"] },
    "planned",
  ],
  [
    "We call on all states to refrain from supplying arms to the parties to the conflict in Sudan.",
    "ArmsTransfer",
    { supplier: ["states"], recipient: ["parties"] },
    "hypothetical",
  ],
  [
    "Decides that all Member States shall prevent the direct or indirect supply, sale or transfer to Eritrea of arms and related materiel;",
    "ArmsTransfer",
    { recipient: ["Eritrea"] },
    "hypothetical",
  ],
  [
    "The United States provided Colombia with $10 billion in military aid under Plan Colombia.",
    "Aid",
    { supplier: ["United States"], recipient: ["Colombia"] },
    "actual",
  ],
  [
    "Moscow has extended a $25 billion loan to Egypt for the El Dabaa nuclear plant.",
    "FinancialFlow",
    { supplier: ["Russia"], recipient: ["Egypt"] },
    "actual",
  ],
  [
    "Japan's government decided on Friday to provide the Philippines with coastal radar systems worth 600 million yen.",
    "ArmsTransfer",
    { supplier: ["Japan"], recipient: ["Philippines"] },
    "planned",
  ],
  ["Ethiopia has been getting Emirati drones since 2021.", "ArmsTransfer", { supplier: ["United Arab Emirates"], recipient: ["Ethiopia"] }],
  [
    "Armenia accuses Israel of having sold suicide drones to Azerbaijan before the 2020 war.",
    "ArmsTransfer",
    { supplier: ["Israel"], recipient: ["Azerbaijan"] },
  ],
  [
    "Israel Aerospace Industries sold Barak 8 missiles to Morocco in a $500 million deal.",
    "ArmsTransfer",
    { supplier: ["Israel Aerospace Industries"], recipient: ["Morocco"] },
    "actual",
  ],
  [
    "The delivery to Belarus of Iskander missile systems by Russia was completed in February.",
    "ArmsTransfer",
    { supplier: ["Russia"], recipient: ["Belarus"] },
    "actual",
  ],
  [
    "Tehran's provision of ballistic missiles to Moscow would be a dramatic escalation, the G7 said.",
    "ArmsTransfer",
    { supplier: ["Iran"], recipient: ["Russia"] },
    "hypothetical",
  ],
  [
    "The State Department cleared the potential sale of 40 F-16s to Turkey for $23 billion.",
    "ArmsTransfer",
    { supplier: ["United States Department of State"], recipient: ["Turkey"] },
  ],
];

const TECHNOLOGY: readonly Row[] = [
  [
    "Russia may transfer submarine technology to North Korea.",
    "TechnologyTransfer",
    { supplier: ["Russia"], recipient: ["North Korea"] },
    "possible",
  ],
  [
    "China sold ring magnets for centrifuges to Pakistan.",
    "TechnologyTransfer",
    { supplier: ["China"], recipient: ["Pakistan"] },
    "actual",
  ],
  ["North Korea built a reactor with technology supplied by Pakistan.", "TechnologyTransfer", { supplier: ["Pakistan"] }, "actual"],
  [
    "Pakistan passed enrichment technology to North Korea.",
    "TechnologyTransfer",
    { supplier: ["Pakistan"], recipient: ["North Korea"] },
    "actual",
  ],
  ["Germany exported semiconductors to Kazakhstan.", "TechnologyTransfer", { supplier: ["Germany"], recipient: ["Kazakhstan"] }, "actual"],
  [
    "Russia's transfer of missile technology to Iran worries Israel.",
    "TechnologyTransfer",
    { supplier: ["Russia"], recipient: ["Iran"] },
    "actual",
  ],
  [
    "The transfer of nuclear technology from France to Iraq ended in 1981.",
    "TechnologyTransfer",
    { supplier: ["France"], recipient: ["Iraq"] },
    "actual",
  ],
  ["Iran shared its drone know-how with Venezuela.", "TechnologyTransfer", { supplier: ["Iran"], recipient: ["Venezuela"] }, "actual"],
  [
    "Moscow is providing Pyongyang with satellite technology.",
    "TechnologyTransfer",
    { supplier: ["Russia"], recipient: ["North Korea"] },
    "actual",
  ],
  [
    "The United States will share nuclear propulsion technology with Australia.",
    "TechnologyTransfer",
    { supplier: ["United States"], recipient: ["Australia"] },
    "planned",
  ],
  ["Russia supplied enriched uranium to Bulgaria.", "TechnologyTransfer", { supplier: ["Russia"], recipient: ["Bulgaria"] }, "actual"],
  [
    "The Soviet Union gave China the blueprints of a bomb.",
    "TechnologyTransfer",
    { supplier: ["Soviet Union"], recipient: ["China"] },
    "actual",
  ],
  ["China denied exporting dual-use goods to Russia.", "TechnologyTransfer", { supplier: ["China"], recipient: ["Russia"] }],
  [
    "Japan transferred radar technology to the Philippines.",
    "TechnologyTransfer",
    { supplier: ["Japan"], recipient: ["Philippines"] },
    "actual",
  ],
  ["Turkey received engine technology from Ukraine.", "TechnologyTransfer", { supplier: ["Ukraine"], recipient: ["Turkey"] }, "actual"],
  [
    "Syria acquired reactor technology from North Korea.",
    "TechnologyTransfer",
    { supplier: ["North Korea"], recipient: ["Syria"] },
    "actual",
  ],
  ["Rosatom will deliver nuclear fuel to Hungary.", "TechnologyTransfer", { supplier: ["Rosatom"], recipient: ["Hungary"] }, "planned"],
  [
    "South Africa offered to sell Brazil uranium enrichment know-how.",
    "TechnologyTransfer",
    { supplier: ["South Africa"], recipient: ["Brazil"] },
  ],
  [
    "India obtained cryogenic engine technology from Russia.",
    "TechnologyTransfer",
    { supplier: ["Russia"], recipient: ["India"] },
    "actual",
  ],
  [
    "Beijing agreed to provide Riyadh with enrichment technology.",
    "TechnologyTransfer",
    { supplier: ["China"], recipient: ["Saudi Arabia"] },
    "planned",
  ],
  [
    "Sensitive technology was illegally exported to China by an Israeli company.",
    "TechnologyTransfer",
    { supplier: ["Israel"], recipient: ["China"] },
    "actual",
  ],
  [
    "Shipments of electronic components from Turkey to Russia have fallen.",
    "TechnologyTransfer",
    { supplier: ["Turkey"], recipient: ["Russia"] },
    "actual",
  ],
  [
    "Ukraine sold gas turbine technology to China in 1998.",
    "TechnologyTransfer",
    { supplier: ["Ukraine"], recipient: ["China"] },
    "actual",
  ],
  ["The company smuggled aerospace parts to Iran.", "TechnologyTransfer", { supplier: ["company"], recipient: ["Iran"] }, "actual"],
  [
    "Norway could share seabed sensors technology with Poland.",
    "TechnologyTransfer",
    { supplier: ["Norway"], recipient: ["Poland"] },
    "hypothetical",
  ],
  ["Pakistan was accused of selling nuclear secrets to Libya.", "TechnologyTransfer", { supplier: ["Pakistan"], recipient: ["Libya"] }],
];

const AID: readonly Row[] = [
  ["Japan provided Jordan with $100 million in humanitarian aid.", "Aid", { supplier: ["Japan"], recipient: ["Jordan"] }, "actual"],
  [
    "The European Union has given military assistance worth 5 billion euros to Ukraine.",
    "Aid",
    { supplier: ["European Union"], recipient: ["Ukraine"] },
    "actual",
  ],
  ["Qatar sent food and medicine to Gaza.", "Aid", { supplier: ["Qatar"], recipient: ["Gaza Strip"] }, "actual"],
  ["Turkey will send humanitarian aid to Afghanistan.", "Aid", { supplier: ["Turkey"], recipient: ["Afghanistan"] }, "planned"],
  [
    "Washington announced a new $300 million military aid package for Ukraine.",
    "Aid",
    { supplier: ["United States"], recipient: ["Ukraine"] },
  ],
  ["Britain's military support for Ukraine will continue.", "Aid", { supplier: ["United Kingdom"], recipient: ["Ukraine"] }],
  ["Chinese aid to Myanmar has grown.", "Aid", { supplier: ["China"], recipient: ["Myanmar"] }, "actual"],
  ["South Korea donated rice to Yemen.", "Aid", { supplier: ["South Korea"], recipient: ["Yemen"] }, "actual"],
  ["Iran provides financial and military support to Hezbollah.", "Aid", { supplier: ["Iran"], recipient: ["Hezbollah"] }, "actual"],
  ["The aid was delivered to Sudan by Egypt.", "Aid", { supplier: ["Egypt"], recipient: ["Sudan"] }, "actual"],
  [
    "Australia has committed A$1.3 billion in military assistance to Ukraine.",
    "Aid",
    { supplier: ["Australia"], recipient: ["Ukraine"] },
    "planned",
  ],
  ["Congress approved $14 billion in aid for Israel.", "Aid", { supplier: ["United States Congress"], recipient: ["Israel"] }],
  ["Cuba receives subsidized oil from Venezuela.", "Aid", { supplier: ["Venezuela"], recipient: ["Cuba"] }, "actual"],
  [
    "Germany pledged 50 million euros in humanitarian assistance for Lebanon.",
    "Aid",
    { supplier: ["Germany"], recipient: ["Lebanon"] },
    "planned",
  ],
  ["Saudi Arabia pledged $500 million in aid to Yemen.", "Aid", { supplier: ["Saudi Arabia"], recipient: ["Yemen"] }, "planned"],
  ["Aid provided by Norway to Palestine rose.", "Aid", { supplier: ["Norway"], recipient: ["Palestine"] }, "actual"],
  ["Kuwait granted medical supplies to Syria.", "Aid", { supplier: ["Kuwait"], recipient: ["Syria"] }, "actual"],
  ["Russia shipped free grain to Mali and Burkina Faso.", "Aid", { supplier: ["Russia"], recipient: ["Burkina Faso", "Mali"] }, "actual"],
  ["India airlifted relief supplies to Turkey.", "Aid", { supplier: ["India"], recipient: ["Turkey"] }, "actual"],
  ["UNICEF delivered vaccines to Yemen.", "Aid", { supplier: ["UNICEF"], recipient: ["Yemen"] }, "actual"],
  ["Poland offered Belarus economic assistance.", "Aid", { supplier: ["Poland"], recipient: ["Belarus"] }],
  [
    "Moscow promised to help Pyongyang with its satellite programme.",
    "Aid",
    { supplier: ["Russia"], recipient: ["North Korea"] },
    "planned",
  ],
  ["China is assisting Pakistan in building reactors.", "TechnologyTransfer", { supplier: ["China"], recipient: ["Pakistan"] }, "actual"],
  ["Libya gave aid to the Irish Republican Army.", "Aid", { supplier: ["Libya"], recipient: ["Irish Republican Army"] }, "actual"],
  ["Pakistan's covert support for the Taliban was well known.", "Aid", { supplier: ["Pakistan"], recipient: ["Taliban"] }, "actual"],
  ["The Taliban received support from Pakistan.", "Aid", { supplier: ["Pakistan"], recipient: ["Taliban"] }, "actual"],
];

const MONEY: readonly Row[] = [
  ["Iran funds Hamas.", "FinancialFlow", { supplier: ["Iran"], recipient: ["Hamas"] }, "actual"],
  ["Qatar paid $30 million to Hamas.", "FinancialFlow", { supplier: ["Qatar"], recipient: ["Hamas"] }, "actual"],
  ["China lent Pakistan $2 billion.", "FinancialFlow", { supplier: ["China"], recipient: ["Pakistan"] }, "actual"],
  ["Russia granted Belarus a loan of $1.5 billion.", "FinancialFlow", { supplier: ["Russia"], recipient: ["Belarus"] }, "actual"],
  [
    "The IMF disbursed $880 million to Ukraine.",
    "FinancialFlow",
    { supplier: ["International Monetary Fund"], recipient: ["Ukraine"] },
    "actual",
  ],
  [
    "The funds were transferred to Hezbollah by an Iranian bank.",
    "FinancialFlow",
    { supplier: ["Iran"], recipient: ["Hezbollah"] },
    "actual",
  ],
  ["Hezbollah is financed by Iran.", "FinancialFlow", { supplier: ["Iran"], recipient: ["Hezbollah"] }, "actual"],
  [
    "Saudi Arabia deposited $5 billion in Egypt's central bank.",
    "FinancialFlow",
    { supplier: ["Saudi Arabia"], recipient: ["Central Bank of Egypt"] },
    "actual",
  ],
  [
    "South Korea paid $200 million to North Korea before the summit.",
    "FinancialFlow",
    { supplier: ["South Korea"], recipient: ["North Korea"] },
    "actual",
  ],
  [
    "Payments from Moscow to Pyongyang were made in rubles.",
    "FinancialFlow",
    { supplier: ["Russia"], recipient: ["North Korea"] },
    "actual",
  ],
  [
    "The European Union will lend Moldova 150 million euros.",
    "FinancialFlow",
    { supplier: ["European Union"], recipient: ["Moldova"] },
    "planned",
  ],
  ["Iran has funnelled hundreds of millions of dollars to Hamas.", "FinancialFlow", { supplier: ["Iran"], recipient: ["Hamas"] }, "actual"],
  ["The money was funneled to the Revolutionary Guards.", "FinancialFlow", { recipient: ["Islamic Revolutionary Guard Corps"] }, "actual"],
  ["Japan provided loans to Vietnam.", "FinancialFlow", { supplier: ["Japan"], recipient: ["Vietnam"] }, "actual"],
  ["Libya bankrolled the rebels in Chad.", "FinancialFlow", { supplier: ["Libya"], recipient: ["rebels"] }],
  ["The World Bank has approved a $1 billion loan for Egypt.", "FinancialFlow", { supplier: ["World Bank Group"], recipient: ["Egypt"] }],
  ["The United States transferred $6 billion to Iran.", "FinancialFlow", { supplier: ["United States"], recipient: ["Iran"] }, "actual"],
  ["Funding for the militia comes from Qatar.", "FinancialFlow", { supplier: ["Qatar"], recipient: ["militia"] }, "actual"],
  ["Washington subsidised Liberia.", "FinancialFlow", { supplier: ["United States"], recipient: ["Liberia"] }, "actual"],
  ["Russia paid Iran in gold for the drones.", "FinancialFlow", { supplier: ["Russia"], recipient: ["Iran"] }, "actual"],
  [
    "The group was bankrolled by the United Arab Emirates.",
    "FinancialFlow",
    { supplier: ["United Arab Emirates"], recipient: ["group"] },
    "actual",
  ],
];

/** Trade, talk of arms, and goods that nobody receives. */
const NO_TRANSFER: readonly string[] = [
  "Kazakhstan equipped its army with Turkish drones.",
  "India bought oil from Russia.",
  "Canada exported wheat to Egypt.",
  "It shot down 25 drones sent by India.",
  "Norway supplied satellite images of the convoy.",
  "The envoys discussed arms control with Poland.",
];

/** Who gives and who receives is never turned round. */
const DIRECTIONS: readonly Row[] = [
  ["Iranian drones were sold to Sudan.", "ArmsTransfer", { supplier: ["Iran"], recipient: ["Sudan"] }],
  ["Transfers of Chinese rifles to Mali have risen.", "ArmsTransfer", { supplier: ["China"], recipient: ["Mali"] }],
  ["It has supplied Ukraine with German tanks.", "ArmsTransfer", { recipient: ["Ukraine"], supplier: [] }],
  ["Turkish drones reached Ethiopia in 2021.", "ArmsTransfer", { supplier: ["Turkey"], recipient: ["Ethiopia"] }],
  ["Weapons supplied to Chad by Sudan were seized.", "ArmsTransfer", { supplier: ["Sudan"], recipient: ["Chad"] }],
  ["Chad was supplied with weapons by Sudan.", "ArmsTransfer", { supplier: ["Sudan"], recipient: ["Chad"] }],
  ["To Chad went the tanks that Sudan had sold to it.", "ArmsTransfer", { supplier: ["Sudan"] }],
  ["The purchase by Peru of Italian frigates was criticised.", "ArmsTransfer", { supplier: ["Italy"], recipient: ["Peru"] }],
  ["Peru signed a contract with Italy to buy four frigates.", "ArmsTransfer", { supplier: ["Italy"], recipient: ["Peru"] }],
  ["Italy signed a deal with Peru to supply four frigates.", "ArmsTransfer", { supplier: ["Italy"], recipient: ["Peru"] }],
  ["Peru's procurement of Italy's torpedoes has ended.", "ArmsTransfer", { supplier: ["Italy"], recipient: ["Peru"] }],
  ["The EU sanctioned Eritrea for supplying rockets to Somalia.", "ArmsTransfer", { supplier: ["Eritrea"], recipient: ["Somalia"] }],
];

const check = (rows: readonly Row[]): void => tellsAmong(() => read, rows);

describe("transfers", () => {
  describe("of arms", () => check(ARMS));
  describe("of technology", () => check(TECHNOLOGY));
  describe("of aid", () => check(AID));
  describe("of money", () => check(MONEY));
  describe("in their direction", () => check(DIRECTIONS));
  it.each(NO_TRANSFER)("none: %s", (text) => {
    const kinds = new Set(["ArmsTransfer", "TechnologyTransfer", "Aid", "FinancialFlow"]);
    expect(
      read(text)
        .filter((event) => kinds.has(event.type))
        .map((event) => [event.type, event.roles]),
    ).toEqual([]);
  });
});
