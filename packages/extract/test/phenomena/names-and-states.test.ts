import { claim, event, mention, noClaim, noEntity, noEvent, noMention, phenomenon } from "./phenomenon.ts";

const GOVERNMENT = { use: "government" };
const PLACE = { use: "place" };

phenomenon("L1", "capitals as governments", [
  {
    text: "Pyongyang has benefited from the “whole gamut” of improved diplomatic ties with Russia.",
    gives: [mention("Pyongyang", "state/prk", GOVERNMENT)],
  },
  {
    text: "Moscow and Pyongyang have consistently refuted the accusations of arms transfers.",
    gives: [
      mention("Moscow", "state/rus", GOVERNMENT),
      mention("Pyongyang", "state/prk", GOVERNMENT),
      claim({ speaker: "Russia", stance: "denies" }),
    ],
  },
  {
    text: "Shin claimed that Seoul estimates that the containers could hold about 3 million rounds.",
    gives: [mention("Seoul", "state/kor", GOVERNMENT)],
  },
  { text: "Kyiv’s ammunition supply has decreased.", gives: [mention("Kyiv", "state/ukr", GOVERNMENT)] },
  { text: "Jenkins said that Beijing has yet to respond to U.S. requests.", gives: [mention("Beijing", "state/chn", GOVERNMENT)] },
  {
    text: "The Chinese regime rejected Washington’s call for more talks on arms control.",
    gives: [mention("Washington", "state/usa", GOVERNMENT)],
  },
  {
    text: "These actions indicate Pyongyang’s intent to form a cohesive stance against Washington.",
    gives: [mention("Washington", "state/usa", GOVERNMENT)],
  },
  {
    text: "Commenting on the increased ties between Moscow and Pyongyang, Jenkins praised allies.",
    gives: [mention("Moscow", "state/rus", GOVERNMENT), mention("Pyongyang", "state/prk", GOVERNMENT)],
  },
  {
    text: "Ankara estimates that Damascus shipped 200 drones to Khartoum.",
    gives: [
      mention("Ankara", "state/tur", GOVERNMENT),
      event("ArmsTransfer", { supplier: ["Syria"], recipient: ["Sudan"] }, { quantity: [{ min: 200, max: 200 }] }),
      claim({ speaker: "Turkey", stance: "estimates" }),
    ],
  },
  {
    text: "Islamabad has yet to respond to New Delhi’s offer, and a rift between Riyadh and Tehran has deepened.",
    gives: [
      mention("Islamabad", "state/pak", GOVERNMENT),
      mention("New Delhi", "state/ind", GOVERNMENT),
      mention("Riyadh", "state/sau", GOVERNMENT),
      mention("Tehran", "state/irn", GOVERNMENT),
    ],
  },
  {
    text: "Warsaw has agreed to deliver tanks to Kyiv.",
    gives: [event("ArmsTransfer", { supplier: ["Poland"], recipient: ["Ukraine"] }, { status: "planned" })],
  },
]);

phenomenon("L2", "capitals as places", [
  {
    text: "The seminar was held in Washington DC, Johnson said.",
    gives: [mention("Washington DC", "Washington, D.C.", PLACE), noMention("Washington DC", "state/usa")],
  },
  {
    text: "The 24th Integrated Defense Dialogue (KIDD) was held in Washington, D.C., USA, on the 11th (local time).",
    gives: [event("Meeting", { place: ["Washington, D.C."] })],
  },
  { text: "Their initial offensive failed to conquer Kyiv.", gives: [mention("Kyiv", undefined, PLACE), noMention("Kyiv", "state/ukr")] },
  { text: "Speaking from NATO headquarters in Brussels, Blinken highlighted concerns.", gives: [mention("Brussels", undefined, PLACE)] },
  {
    text: "The workshop on mine action was held in Canberra, Australia.",
    gives: [mention("Canberra", undefined, PLACE), noMention("Canberra", "state/aus")],
  },
  {
    text: "Rebels who advanced from the east failed to capture Khartoum.",
    gives: [mention("Khartoum", undefined, PLACE), noMention("Khartoum", "state/sdn")],
  },
  {
    text: "Ministers of Egypt and Jordan met in Cairo, and Cairo promised to train the recruits.",
    gives: [event("Meeting", { participant: ["Egypt", "Jordan"], place: ["Cairo"] }), mention("Cairo", "state/egy", GOVERNMENT)],
  },
]);

phenomenon("L3", "seats as institutions", [
  {
    text: "The Kremlin said last month that it would cooperate with North Korea in “sensitive areas.”",
    gives: [claim({ speaker: "Kremlin", stance: "commits" })],
  },
  {
    text: "The shells were used by the Kremlin to bombard Ukraine.",
    gives: [mention("Kremlin", "state/rus"), event("Attack", { actor: ["Russia"], target: ["Ukraine"] })],
  },
  {
    text: "China’s firms have been crucial in reestablishing the Kremlin’s defense industrial base.",
    gives: [mention("Kremlin", "state/rus")],
  },
  {
    text: "The Pentagon has stated that it couldn’t corroborate reports that North Koreans were fighting in Ukraine.",
    gives: [claim({ speaker: "Department of Defense", stance: "cannotConfirm" })],
  },
  {
    text: "The Pentagon confirmed that Iran had supplied drones to Russia.",
    gives: [claim({ speaker: "Department of Defense", stance: "confirms", content: "ArmsTransfer" })],
  },
  {
    text: "The Blue House said South Korea would supply shells to Ukraine.",
    gives: [claim({ speaker: "President of South Korea", content: "ArmsTransfer" })],
  },
  {
    text: "The White House accused Iran of selling missiles to Russia.",
    gives: [
      claim({ speaker: "White House", stance: "accuses" }),
      event("ArmsTransfer", { supplier: ["Iran"], recipient: ["Russia"] }, { status: "alleged" }),
    ],
  },
]);

phenomenon("L4", "“the North”", [
  {
    text: "North Korea kept silent. Analysts said that the North could have already provided up to 500,000 pieces of ammunition to Russia.",
    gives: [event("ArmsTransfer", { supplier: ["North Korea"], recipient: ["Russia"] }, { quantity: [{ max: 500000 }] })],
  },
  { text: "South Korea’s military said on Sunday that the North had fired two missiles.", gives: [mention("North", "state/prk")] },
  {
    text: "Seoul accused the North of sending troops to Russia.",
    gives: [event("Deployment", { actor: ["North Korea"] }), mention("North", "state/prk")],
  },
  {
    text: "In the north of Syria, rebels attacked a base.",
    gives: [noMention("north"), noEntity("State", "North Korea"), event("Attack", { actor: ["rebels"] })],
  },
  {
    text: "North Korea’s army held a drill with Russia.",
    gives: [noMention("North"), event("Exercise", { participant: ["Army of North Korea", "Russia"] })],
  },
]);

phenomenon("L5", "bare “Korea” is the South", [
  { text: "During the Strengthening the U.S.-Korea Alliance seminar, Johnson spoke.", gives: [noEntity("State", "North Korea")] },
  { text: "Johnson cited the 3rd Nuclear Consultation Group (NCG) held in Korea.", gives: [mention("Korea", "state/kor")] },
  {
    text: "“These guidelines will serve as principles for U.S. and Korea to review nuclear deterrence issues.”",
    gives: [mention("Korea", "state/kor"), mention("U.S.", "state/usa")],
  },
  {
    text: "The goal is the complete denuclearization of the Korean Peninsula, officials said.",
    gives: [mention("Korean Peninsula", "place/korean-peninsula"), noEntity("State", "South Korea")],
  },
  {
    text: "The joint statement condemned shipments by the Democratic People’s Republic of Korea (DPRK) and praised the Republic of Korea (ROK), referring to the two Koreas formal names.",
    gives: [mention("DPRK", "state/prk"), mention("ROK", "state/kor")],
  },
  {
    text: "Canada and Korea signed an agreement on shipbuilding.",
    gives: [event("AgreementMade", { participant: ["Canada", "South Korea"] })],
  },
  { text: "Poland bought howitzers from Korea.", gives: [event("ArmsTransfer", { supplier: ["South Korea"], recipient: ["Poland"] })] },
  { text: "A delegation from the Democratic People’s Republic of Korea met officials of Laos.", gives: [noEntity("State", "South Korea")] },
]);

phenomenon("L6", "names inside names do not leak", [
  {
    text: "He linked this to the term of the expert panel under the UN North Korea Sanctions Committee.",
    gives: [noMention("North Korea"), noEvent("Sanction")],
  },
  {
    text: "The seminar was co-hosted by the Korea National Diplomatic Academy.",
    gives: [noMention("Korea"), noEvent("Meeting", { host: ["South Korea"] })],
  },
  {
    text: "The Institute for the Study of War said that Russian forces had paused.",
    gives: [noEvent("Attack"), claim({ speaker: "Institute for the Study of War" })],
  },
  {
    text: "She addressed the issue on the side of the Global Forum to Prevent Radiological and Nuclear Terrorism in Romania.",
    gives: [noEvent("Attack"), mention("Romania", "state/rou")],
  },
  {
    text: "During the Strengthening the U.S.-Korea Alliance seminar co-hosted by CSIS, Johnson spoke.",
    gives: [noEvent("SecurityCommitment"), noEvent("Cooperation")],
  },
  {
    text: "Iran filed a complaint with the United States Institute of Peace.",
    gives: [noMention("United States"), noEvent("AgreementMade")],
  },
  {
    text: "The China Arms Control and Disarmament Association published a study of drones.",
    gives: [noMention("China"), noEvent("Negotiation")],
  },
  { text: "Ministers from Kenya attended the Conference on Preventing Nuclear War in Oslo.", gives: [noEvent("Attack")] },
  {
    text: "A spokesman for the Campaign Against Arms Trade said that Britain sold missiles to Oman.",
    gives: [event("ArmsTransfer", { supplier: ["United Kingdom"], recipient: ["Oman"] }), noEvent("Attack")],
  },
]);

phenomenon("L7", "demonyms and adjectives", [
  {
    text: "Both sides concurred that North Korean-Russian military cooperation hinders peace.",
    gives: [event("Cooperation", { participant: ["North Korea", "Russia"] })],
  },
  {
    text: "The Pentagon couldn’t corroborate reports that North Koreans were fighting in Ukraine.",
    gives: [mention("North Koreans", undefined, { use: "people" })],
  },
  { text: "China’s firms have been crucial, the U.S. has said.", gives: [mention("China", "state/chn")] },
  {
    text: "Chinese businesses and banks are also to blame for facilitating payments to North Korean entities.",
    gives: [mention("Chinese", "state/chn"), mention("North Korean", "state/prk")],
  },
  { text: "The Chinese regime rejected Washington’s call.", gives: [event("Rejection", { actor: ["China"] })] },
  { text: "Moscow resents Western sanctions aimed at stifling Russia’s economy.", gives: [event("Sanction", { target: ["Russia"] })] },
  { text: "The soldiers had begun fighting against Ukrainian troops.", gives: [mention("Ukrainian troops", "Armed Forces of Ukraine")] },
  {
    text: "Iranian-Venezuelan military cooperation worries Colombia.",
    gives: [event("Cooperation", { participant: ["Iran", "Venezuela"] })],
  },
  {
    text: "Turkish drones were sold to Ethiopian forces by a Turkish company.",
    gives: [mention("Turkish", "state/tur"), mention("Ethiopian forces", "Armed Forces of Ethiopia")],
  },
  {
    text: "Sudanese troops attacked Chadian villages on Monday.",
    gives: [event("Attack"), mention("Sudanese troops", "Sudanese Armed Forces"), mention("Chadian", "state/tcd")],
  },
]);

phenomenon("L8", "hyphen and apposition compounds", [
  {
    text: "U.S.-South Korea Collaborate with International Community to Address North Korean-Russian Military Cooperation",
    gives: [mention("U.S.", "state/usa"), mention("South Korea", "state/kor"), noMention("U.S.-South Korea")],
  },
  {
    text: "US and allies confirm North Korea-Russia ‘deleterious’ arms deal, the paper wrote.",
    gives: [mention("North Korea", "state/prk"), mention("Russia", "state/rus"), noMention("North Korea-Russia")],
  },
  { text: "Hamas fought U.S.-ally Israel.", gives: [mention("U.S.", "state/usa"), mention("Israel", "state/isr")] },
  {
    text: "North Korean weapons have been used by Hamas, a U.S.-designated terrorist organization, against Israel.",
    gives: [event("Attack", { actor: ["Hamas"], target: ["Israel"] }), noEntity("State", "U.S.-Korea")],
  },
  {
    text: "An India-France naval exercise began in the Arabian Sea.",
    gives: [event("Exercise", { participant: ["France", "India"] }), noMention("India-France")],
  },
  {
    text: "The Iran-Russia drone deal alarmed Kyiv.",
    gives: [mention("Iran", "state/irn"), mention("Russia", "state/rus"), noMention("Iran-Russia")],
  },
  { text: "Rockets hit Saudi-ally Bahrain, officials said.", gives: [mention("Bahrain", "state/bhr")] },
]);

phenomenon("L9", "paraphrases of a regime", [
  {
    text: "In July, the Chinese regime rejected Washington’s call for more talks on arms control.",
    gives: [event("Rejection", { actor: ["China"], target: ["United States"] })],
  },
  {
    text: "Kim Jong Un spoke. Kim’s administration’s latest test of short-range ballistic missiles was praised.",
    gives: [event("WeaponTest", { actor: ["North Korea"] })],
  },
  {
    text: "Vladimir Putin spoke. That has helped Putin’s forces as their offensive failed.",
    gives: [noEvent("Aid", { recipient: ["Vladimir Putin"] })],
  },
  {
    text: "North Korea ships weapons to help power President Vladimir Putin’s war in Ukraine.",
    gives: [noEvent("Attack", { actor: ["Vladimir Putin"] }), event("ArmsTransfer", { supplier: ["North Korea"] })],
  },
  { text: "Such an attack would lead to the end of Kim Jong Un’s regime.", gives: [noEvent("Attack", { target: ["Kim Jong Un"] })] },
  {
    text: "Johnson said that the Biden administration’s policy towards North Korea “has not changed.”",
    gives: [mention("Biden administration", undefined)],
  },
  {
    text: "The Maduro regime bought missiles from Iran.",
    gives: [
      event("ArmsTransfer", { supplier: ["Iran"], recipient: ["Venezuela"] }),
      noEvent("ArmsTransfer", { recipient: ["Nicolás Maduro"] }),
    ],
  },
  {
    text: "Bashar al-Assad’s regime attacked Idlib with barrel bombs.",
    gives: [event("Attack", { actor: ["Syria"] }), noEvent("Attack", { actor: ["Bashar al-Assad"] })],
  },
  { text: "The Iranian regime tested a ballistic missile in March.", gives: [event("WeaponTest", { actor: ["Iran"] })] },
]);

phenomenon("L10", "Washington as adversary, and no visit by a metonym", [
  {
    text: "Russia’s acceptance aids Pyongyang in refusing to participate in Washington’s visit to resume nuclear talks.",
    gives: [noEvent("Visit"), mention("Washington", "state/usa", GOVERNMENT)],
  },
  { text: "Kim Jong Un called for a united front against Washington.", gives: [mention("Washington", "state/usa", GOVERNMENT)] },
  {
    text: "Cuba protested against Washington’s trip to restart the negotiations.",
    gives: [noEvent("Visit", { actor: ["United States"] }), mention("Washington", "state/usa", GOVERNMENT)],
  },
  {
    text: "The Polish minister flew to Washington on Monday, and Washington accused Belarus of sending weapons to Russia.",
    gives: [
      mention("Washington", undefined, PLACE),
      mention("Washington", "state/usa", GOVERNMENT),
      claim({ speaker: "United States", stance: "accuses" }),
      noClaim({ speaker: "Washington, D.C." }),
    ],
  },
  {
    text: "Caracas has armed itself against Washington for years.",
    gives: [mention("Washington", "state/usa", GOVERNMENT), noEntity("Place", "Washington, D.C.")],
  },
]);
