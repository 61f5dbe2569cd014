import { beforeAll } from "vitest";
import { createEventReader, type EventReader } from "./event-reading.ts";
import { type EventRow, tells as tellsRows } from "./event-table.ts";

let read: EventReader;
beforeAll(async () => {
  read = await createEventReader();
});

const tells = (title: string, rows: readonly EventRow[]): void => tellsRows(() => read, title, rows);

tells("who works together", [
  ["Iran and Russia are deepening their military cooperation.", "Cooperation", { participant: ["Iran", "Russia"] }],
  ["Vietnam and India agreed to step up defence cooperation.", "Cooperation", { participant: ["India", "Vietnam"] }, "planned"],
  ["Rwanda works closely with Mozambique to fight the insurgents.", "Cooperation", { participant: ["Mozambique", "Rwanda"] }],
  [
    "China's security partnership with the Solomon Islands worries Australia.",
    "Cooperation",
    { participant: ["China", "Solomon Islands"] },
  ],
  ["Military cooperation between Belarus and China has expanded.", "Cooperation", { participant: ["Belarus", "China"] }],
  ["Turkey cooperates with Azerbaijan in drone production.", "Cooperation", { participant: ["Azerbaijan", "Turkey"] }],
  ["Mali has strengthened its ties with Russia.", "Cooperation", { participant: ["Mali", "Russia"] }],
  ["Myanmar and Russia signed up to cooperate on nuclear energy.", "Cooperation", { participant: ["Myanmar", "Russia"] }],
  ["The strategic partnership between Pakistan and China is all-weather.", "Cooperation", { participant: ["China", "Pakistan"] }],
  ["Algeria and Tunisia coordinate border patrols.", "Cooperation", { participant: ["Algeria", "Tunisia"] }],
  ["France and Germany are collaborating on a new tank.", "Cooperation", { participant: ["France", "Germany"] }],
  ["Cuba has established an intelligence partnership with China.", "Cooperation", { participant: ["China", "Cuba"] }],
  [
    "The DPRK and Syria have cooperated on chemical weapons, according to the panel.",
    "Cooperation",
    { participant: ["North Korea", "Syria"] },
  ],
  ["Moscow and Tehran have formed an alliance against the West.", "Cooperation", { participant: ["Iran", "Russia"] }],
  ["Indonesia has joined forces with Malaysia to patrol the strait.", "Cooperation", { participant: ["Indonesia", "Malaysia"] }],
  ["Kim Jong Un called for closer cooperation with Vietnam.", "Cooperation", { participant: ["North Korea", "Vietnam"] }, "hypothetical"],
  ["Gabon and Cameroon pledged to strengthen security cooperation.", "Cooperation", { participant: ["Cameroon", "Gabon"] }, "planned"],
  ["Greece, Cyprus and Israel deepened their defence partnership.", "Cooperation", { participant: ["Cyprus", "Greece", "Israel"] }],
  ["North Korea has cooperated with Myanmar on missiles.", "Cooperation", { participant: ["Myanmar", "North Korea"] }],
  ["Zambia will continue to cooperate with Zimbabwe.", "Cooperation", { participant: ["Zambia", "Zimbabwe"] }, "planned"],
  ["Defence cooperation between Norway and Finland is growing.", "Cooperation", { participant: ["Finland", "Norway"] }],
  ["Hungary has never cooperated with Iran in the nuclear field.", "Cooperation", { participant: ["Hungary", "Iran"] }, "negated"],
  ["Sudan restored ties with Iran last year.", "Cooperation", { participant: ["Iran", "Sudan"] }],
  [
    "The alliance between Mali, Niger and Burkina Faso was formed in 2023.",
    "Cooperation",
    { participant: ["Burkina Faso", "Mali", "Niger"] },
  ],
  [
    "According to the joint communique, Fiji and New Zealand reaffirmed their commitment to deepen defence cooperation.",
    "Cooperation",
    { participant: ["Fiji", "New Zealand"] },
    "planned",
  ],
  [
    "In a joint statement, the United States and Paraguay condemned Iran's attack and pledged closer security cooperation.",
    "Cooperation",
    { participant: ["Paraguay", "United States"] },
    "planned",
  ],
]);

tells("who agrees with whom", [
  ["Armenia and India signed a defence cooperation agreement in Yerevan.", "AgreementMade", { participant: ["Armenia", "India"] }],
  ["Iran and Saudi Arabia agreed to restore diplomatic relations.", "AgreementMade", { participant: ["Iran", "Saudi Arabia"] }],
  ["The Philippines and Japan inked a Reciprocal Access Agreement in July.", "AgreementMade", { participant: ["Japan", "Philippines"] }],
  [
    "Niger's junta concluded a military pact with Mali and Burkina Faso.",
    "AgreementMade",
    { participant: ["Burkina Faso", "Mali", "Niger"] },
  ],
  ["Ethiopia struck a port deal with Somaliland.", "AgreementMade", { participant: ["Ethiopia", "Somaliland"] }],
  ["Under a deal with Nauru, Australia will fund its police.", "AgreementMade", { participant: ["Australia", "Nauru"] }],
  [
    "Papua New Guinea's prime minister James Marape and Antony Blinken signed a defence pact.",
    "AgreementMade",
    { participant: ["Antony Blinken", "James Marape"] },
  ],
  [
    "Finland and the United States plan to sign a defence cooperation agreement.",
    "AgreementMade",
    { participant: ["Finland", "United States"] },
    "planned",
  ],
  ["The 1979 peace treaty between Egypt and Israel was negotiated at Camp David.", "AgreementMade", { participant: ["Egypt", "Israel"] }],
  [
    "Russia and Iran signed a 20-year Comprehensive Strategic Partnership Treaty in Moscow.",
    "AgreementMade",
    { participant: ["Iran", "Russia"] },
  ],
  ["India finalised a contract with Russia for S-400 systems.", "AgreementMade", { participant: ["India", "Russia"] }],
  [
    "Tanzania and Burundi signed a memorandum of understanding on defence cooperation on Friday.",
    "AgreementMade",
    { participant: ["Burundi", "Tanzania"] },
  ],
  ["Kuwait has ratified the Comprehensive Nuclear-Test-Ban Treaty.", "AgreementMade", { participant: ["Kuwait"] }],
  [
    "Lebanon and Israel reached a maritime border deal brokered by the United States.",
    "AgreementMade",
    { participant: ["Israel", "Lebanon"] },
  ],
  ["Mongolia is expected to sign an agreement with Russia.", "AgreementMade", { participant: ["Mongolia", "Russia"] }, "hypothetical"],
  ["Iran never signed the Additional Protocol with Bahrain.", "AgreementMade", { participant: ["Bahrain", "Iran"] }, "negated"],
  [
    "Ukraine's Volodymyr Zelenskyy and Sweden's Ulf Kristersson signed a ten-year security agreement in Stockholm.",
    "AgreementMade",
    { participant: ["Ulf Kristersson", "Volodymyr Zelenskyy"] },
  ],
  [
    "Ali Sabry, Sri Lanka's foreign minister, told reporters in Colombo that his country had agreed with India to revive a ferry service.",
    "AgreementMade",
    { participant: ["India", "Sri Lanka"] },
  ],
  [
    "The agreement, which was signed in Libreville by the defence ministers of Gabon and France, runs for five years.",
    "AgreementMade",
    { participant: ["France", "Gabon"] },
  ],
  ["During the talks, Nepal and Bhutan agreed to set up a joint border commission.", "AgreementMade", { participant: ["Bhutan", "Nepal"] }],
  [
    "The Solomon Islands signed a security pact with China in April 2022, alarming Australia and the United States.",
    "AgreementMade",
    { participant: ["China", "Solomon Islands"] },
  ],
  [
    "The defense ministers of Bulgaria, Romania and Turkey signed an accord on mine clearance in Istanbul.",
    "AgreementMade",
    { participant: ["Bulgaria", "Romania", "Turkey"] },
  ],
]);

tells("who leaves what", [
  ["Russia withdrew from the Open Skies Treaty in 2021.", "AgreementEnded", { actor: ["Russia"], agreement: ["Treaty on Open Skies"] }],
  [
    "The United States pulled out of the INF Treaty.",
    "AgreementEnded",
    { actor: ["United States"], agreement: ["Intermediate-Range Nuclear Forces Treaty"] },
  ],
  [
    "Niger revoked its military agreement with the United States.",
    "AgreementEnded",
    { actor: ["Niger"], agreement: ["military agreement"] },
  ],
  ["Moscow suspended its participation in New START.", "AgreementEnded", { actor: ["Russia"], agreement: ["New START"] }],
  [
    "North Korea announced its withdrawal from the NPT in 2003.",
    "AgreementEnded",
    { actor: ["North Korea"], agreement: ["Treaty on the Non-Proliferation of Nuclear Weapons"] },
  ],
  [
    "Pyongyang scrapped the inter-Korean military agreement.",
    "AgreementEnded",
    { actor: ["North Korea"], agreement: ["inter-Korean military agreement"] },
  ],
  [
    "Burkina Faso terminated a 1961 defence accord with France.",
    "AgreementEnded",
    { actor: ["Burkina Faso"], agreement: ["1961 defence accord"] },
  ],
  [
    "Iran threatened to leave the NPT.",
    "AgreementEnded",
    { actor: ["Iran"], agreement: ["Treaty on the Non-Proliferation of Nuclear Weapons"] },
    "hypothetical",
  ],
  [
    "South Africa announced that it would withdraw from the Rome Statute.",
    "AgreementEnded",
    { actor: ["South Africa"], agreement: ["Rome Statute of the International Criminal Court"] },
    "planned",
  ],
  [
    "Belarus has formally left the Treaty on Conventional Armed Forces in Europe.",
    "AgreementEnded",
    { actor: ["Belarus"], agreement: ["Treaty on Conventional Armed Forces in Europe"] },
  ],
  ["Chad ended its defence pact with France.", "AgreementEnded", { actor: ["Chad"], agreement: ["defence pact"] }],
]);

tells("who stands by whom", [
  [
    "The United States reaffirmed its commitment to the defence of the Philippines.",
    "SecurityCommitment",
    { actor: ["United States"], recipient: ["Philippines"] },
  ],
  [
    "Washington's commitment to the security of Taiwan is rock solid.",
    "SecurityCommitment",
    { actor: ["United States"], recipient: ["Taiwan"] },
  ],
  ["France pledged to defend Armenia.", "SecurityCommitment", { actor: ["France"], recipient: ["Armenia"] }],
  [
    "Britain has given security guarantees to Sweden and Finland.",
    "SecurityCommitment",
    { actor: ["United Kingdom"], recipient: ["Finland", "Sweden"] },
  ],
  [
    "Australia and Tuvalu signed a treaty under which Canberra will defend Tuvalu.",
    "SecurityCommitment",
    { actor: ["Australia"], recipient: ["Tuvalu"] },
  ],
  [
    "The United States remains committed to the defense of Estonia.",
    "SecurityCommitment",
    { actor: ["United States"], recipient: ["Estonia"] },
  ],
  [
    "Biden underscored the ironclad U.S. commitment to Japan's defense.",
    "SecurityCommitment",
    { actor: ["United States"], recipient: ["Japan"] },
  ],
  ["Turkey promised to stand by Azerbaijan in case of attack.", "SecurityCommitment", { actor: ["Turkey"], recipient: ["Azerbaijan"] }],
  ["The US will continue to stand with Israel.", "SecurityCommitment", { actor: ["United States"], recipient: ["Israel"] }],
  [
    "The extended deterrence commitment of the United States to South Korea remains firm.",
    "SecurityCommitment",
    { actor: ["United States"], recipient: ["South Korea"] },
  ],
  ["Russia guaranteed the security of Abkhazia.", "SecurityCommitment", { actor: ["Russia"], recipient: ["Abkhazia"] }],
  ["Norway promised to defend Finland.", "SecurityCommitment", { actor: ["Norway"], recipient: ["Finland"] }],
  [
    "The United Kingdom reaffirmed its commitment to the security of Poland.",
    "SecurityCommitment",
    { actor: ["United Kingdom"], recipient: ["Poland"] },
  ],
  ["Canada is committed to Latvia's defence.", "SecurityCommitment", { actor: ["Canada"], recipient: ["Latvia"] }],
  ["Turkey vowed to protect Northern Cyprus.", "SecurityCommitment", { actor: ["Turkey"], recipient: ["Northern Cyprus"] }],
  [
    "The ministers reaffirmed the commitment of the United States to the defence of Palau.",
    "SecurityCommitment",
    { actor: ["United States"], recipient: ["Palau"] },
  ],
  [
    "Secretary Austin reaffirmed that the U.S. commitment to the defense of the Republic of Korea is ironclad.",
    "SecurityCommitment",
    { actor: ["United States"], recipient: ["South Korea"] },
  ],
]);

tells("who is named to what", [
  [
    "Vladimir Putin appointed Andrei Belousov defence minister in May 2024.",
    "Appointment",
    { person: ["Andrey Belousov"], position: ["defence minister"] },
  ],
  [
    "Andrei Belousov was appointed as minister of defence.",
    "Appointment",
    { person: ["Andrey Belousov"], position: ["minister of defence"] },
  ],
  [
    "President Tshisekedi named Guy Kabombo as deputy prime minister for defence.",
    "Appointment",
    { person: ["Guy Kabombo"], position: ["deputy prime minister for defence"] },
  ],
  ["Mark Rutte was chosen as NATO secretary general.", "Appointment", { person: ["Mark Rutte"], position: ["NATO secretary general"] }],
  [
    "Charles Q. Brown was sworn in as chairman of the Joint Chiefs of Staff.",
    "Appointment",
    { person: ["Charles Q. Brown"], position: ["chairman of the Joint Chiefs of Staff"] },
  ],
  [
    "Rustem Umerov replaced Oleksii Reznikov as defence minister.",
    "Appointment",
    { person: ["Rustem Umerov"], position: ["defence minister"] },
  ],
  [
    "Kim Yong Bok has been named vice chief of the General Staff.",
    "Appointment",
    { person: ["Kim Yong Bok"], position: ["vice chief of the General Staff"] },
  ],
  [
    "Alar Karis appointed Kristen Michal prime minister in July.",
    "Appointment",
    { person: ["Kristen Michal"], position: ["prime minister"] },
  ],
  [
    "Kristen Michal was sworn in as prime minister of Estonia.",
    "Appointment",
    { person: ["Kristen Michal"], position: ["prime minister of Estonia"] },
  ],
  [
    "General Zaluzhnyi was dismissed and Oleksandr Syrskyi was named commander-in-chief.",
    "Appointment",
    { person: ["Oleksandr Syrskyi"], position: ["commander"] },
  ],
  [
    "Claudia Sheinbaum was elected president of Mexico.",
    "Appointment",
    { person: ["Claudia Sheinbaum"], position: ["president of Mexico"] },
  ],
]);
