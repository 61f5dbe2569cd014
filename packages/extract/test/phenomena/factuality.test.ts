import { claim, event, noClaim, noEvent, phenomenon } from "./phenomenon.ts";

const FACT = ["asserted", "confirmed"];

phenomenon("L36", "denials", [
  {
    text: "Moscow and Pyongyang have consistently refuted the accusations of arms transfers.",
    gives: [claim({ speaker: "Russia", stance: "denies", polarity: "negative" }), noEvent("ArmsTransfer", {}, { status: FACT })],
  },
  {
    text: "Belarus denied that it had sold drones to Sudan.",
    gives: [
      claim({ speaker: "Belarus", stance: "denies", polarity: "negative" }),
      event("ArmsTransfer", { supplier: ["Belarus"], recipient: ["Sudan"] }, { status: "denied" }),
    ],
  },
  {
    text: "Rwanda has rejected accusations that it sent troops to Congo.",
    gives: [claim({ speaker: "Rwanda", stance: "denies" }), noEvent("Deployment", {}, { status: FACT })],
  },
]);

phenomenon("L37", "what cannot be confirmed", [
  {
    text: "The Pentagon has stated that it couldn’t corroborate reports that North Koreans were fighting in Ukraine.",
    gives: [
      claim({ speaker: "Department of Defense", stance: "cannotConfirm" }),
      noClaim({ stance: "denies" }),
      noEvent("Attack", {}, { status: FACT }),
    ],
  },
  {
    text: "Jenkins told Reuters that the United States doesn’t have definitive information on what nuclear technology may be transferred from Russia to North Korea.",
    gives: [claim({ stance: "cannotConfirm" }), noEvent("TechnologyTransfer", {}, { status: FACT })],
  },
  {
    text: "NATO was unable to verify reports that Mali had bought drones from Turkey.",
    gives: [claim({ speaker: "NATO", stance: "cannotConfirm" }), noEvent("ArmsTransfer", {}, { status: FACT })],
  },
  {
    text: "The Kenyan army said it could not confirm that al-Shabaab had attacked the base.",
    gives: [claim({ stance: "cannotConfirm" }), noEvent("Attack", {}, { status: FACT })],
  },
]);

phenomenon("L38", "no comment, and what has not happened", [
  {
    text: "Kim Jong Un and Vladimir Putin met. Both Kim and Putin are yet to publicly comment on any ammunition deal.",
    gives: [claim({ speaker: "Kim Jong Un", stance: "declinesComment" }), claim({ speaker: "Vladimir Putin", stance: "declinesComment" })],
  },
  {
    text: "Jung Pak of the State Department spoke. Pak said: “I’m not going get into specifics.”",
    gives: [claim({ speaker: "Jung Pak", stance: "declinesComment" })],
  },
  { text: "Egypt declined to comment on the sale of tanks to Libya.", gives: [claim({ speaker: "Egypt", stance: "declinesComment" })] },
  { text: "Brazil has yet to ratify the treaty.", gives: [noEvent("AgreementMade", {}, { status: FACT })] },
  { text: "A spokesman for the Iranian foreign ministry refused to comment on the strike.", gives: [claim({ stance: "declinesComment" })] },
]);

phenomenon("L39", "negations that do not negate", [
  {
    text: "Richard Johnson said that the policy “has not changed and has remained the same.” He emphasized, “We are ready to meet with North Korea without any preconditions.”",
    gives: [noEvent("Meeting", {}, { status: FACT }), noClaim({ stance: "denies" })],
  },
  {
    text: "The U.S. commits to defend South Korea using all of its military capabilities, including non-nuclear ones.",
    gives: [
      event("SecurityCommitment", { actor: ["United States"], recipient: ["South Korea"] }),
      claim({ speaker: "United States", polarity: "positive" }),
    ],
  },
  {
    text: "Iran not only sold drones to Russia but also trained its pilots.",
    gives: [event("ArmsTransfer", { supplier: ["Iran"], recipient: ["Russia"] }, { status: "asserted" })],
  },
  {
    text: "Japan and Australia agreed on nonproliferation.",
    gives: [event("AgreementMade", { participant: ["Australia", "Japan"] }, { status: "asserted" })],
  },
]);

phenomenon("L40", "modality", [
  {
    text: "Johnson said that Russia may be assisting North Korea in various fields, including surface-to-air missiles.",
    gives: [noEvent("Aid", {}, { status: FACT }), noEvent("ArmsTransfer", {}, { status: FACT })],
  },
  {
    text: "An official expressed concern about the possibility of Russia providing surface-to-air missiles.",
    gives: [event("ArmsTransfer", { supplier: ["Russia"] }, { status: ["unconfirmed", "hypothetical"] })],
  },
  {
    text: "The United States is concerned over the potential transfer of nuclear technologies between Russia and North Korea.",
    gives: [event("TechnologyTransfer", {}, { status: ["unconfirmed", "hypothetical"] })],
  },
  {
    text: "Blinken and Rutte both highlighted concerns that Russia may be paying North Korea with missile and nuclear technology.",
    gives: [noEvent("TechnologyTransfer", {}, { status: FACT })],
  },
  {
    text: "Turkey might sell frigates to Egypt.",
    gives: [event("ArmsTransfer", { supplier: ["Turkey"], recipient: ["Egypt"] }, { status: ["unconfirmed", "hypothetical"] })],
  },
  { text: "Serbia could have supplied the rifles to Kosovo’s separatists.", gives: [noEvent("ArmsTransfer", {}, { status: FACT })] },
  { text: "China is likely to deploy missiles to the islands.", gives: [noEvent("Deployment", {}, { status: FACT })] },
]);

phenomenon("L41", "conditions", [
  {
    text: "The two countries reaffirmed the principle of closely cooperating in case North Korea carries out provocations.",
    gives: [noEvent("Attack", {}, { status: FACT })],
  },
  {
    text: "The U.S. also reiterated that any nuclear attack targeting U.S. allies by North Korea would not be tolerated, and such an attack would lead to the end of Kim Jong Un’s regime.",
    gives: [noEvent("Attack", {}, { status: FACT })],
  },
  {
    text: "“Arms transfers to or from the DPRK would violate multiple U.N. Security Council resolutions,” the statement said.",
    gives: [noEvent("Violation", {}, { status: FACT }), noEvent("ArmsTransfer", {}, { status: FACT })],
  },
  {
    text: "Israel would strike Natanz if Iran tested a warhead.",
    gives: [noEvent("Attack", {}, { status: FACT }), noEvent("WeaponTest", {}, { status: FACT })],
  },
  {
    text: "Unless Mali withdraws from the treaty, France will not impose sanctions on Mali.",
    gives: [noEvent("AgreementEnded", {}, { status: FACT }), noEvent("Sanction", {}, { status: FACT })],
  },
]);

phenomenon("L42", "alleged", [
  {
    text: "This includes Pyongyang’s alleged support for Hamas during its conflict with Israel.",
    gives: [event("Aid", { supplier: ["North Korea"], recipient: ["Hamas"] }, { status: "alleged" })],
  },
  {
    text: "Shin Wonsik, the country’s defense minister, claimed that Seoul estimates that the containers could hold about 3 million rounds.",
    gives: [claim({ speaker: "Shin", stance: "estimates", certainty: "possible" })],
  },
  {
    text: "Ukraine accused Georgia of supplying parts to Russia’s drone industry.",
    gives: [claim({ speaker: "Ukraine", stance: "accuses" })],
  },
  {
    text: "The alleged Ethiopian attack on Asmara was condemned by Djibouti.",
    gives: [noEvent("Attack", {}, { status: FACT }), claim({ speaker: "Djibouti", stance: "condemns" })],
  },
  { text: "Niger alleged that Benin had trained rebels and sold them rifles.", gives: [claim({ speaker: "Niger", stance: "alleges" })] },
]);

phenomenon("L43", "confirmation", [
  {
    text: "State Department spokesperson Vedant Patel confirmed that North Korea had deployed more than 10,000 soldiers to east Russia.",
    gives: [
      claim({ speaker: "Vedant Patel", stance: "confirms", content: "Deployment" }),
      event("Deployment", { actor: ["North Korea"] }, { status: "confirmed" }),
    ],
  },
  {
    text: "The United States and its allies have verified an arms trade deal between Russia and North Korea.",
    gives: [claim({ speaker: "United States", stance: "confirms" })],
  },
  {
    text: "The Swiss foreign ministry confirmed that Oman had bought missiles from Sweden.",
    gives: [
      claim({ stance: "confirms", content: "ArmsTransfer" }),
      event("ArmsTransfer", { supplier: ["Sweden"], recipient: ["Oman"] }, { status: "confirmed" }),
    ],
  },
  {
    text: "The IAEA verified that Iran had enriched uranium at Fordow.",
    gives: [claim({ speaker: "International Atomic Energy Agency", stance: "confirms" })],
  },
]);

phenomenon("L44", "plans and commitments", [
  {
    text: "The U.S. and South Korea met. They have agreed to conduct military drills in 2025.",
    gives: [event("Exercise", { participant: ["South Korea", "United States"] }, { status: "planned", edtf: "2025" })],
  },
  {
    text: "Matthew Miller informed reporters that U.S. Secretary of State Antony Blinken intends to discuss North Korea’s provocations when he travels to China in the coming days.",
    gives: [event("Visit", { destination: ["China"] }, { status: "planned" })],
  },
  {
    text: "Kim Jong Un and Vladimir Putin vowed to boost their comprehensive cooperation.",
    gives: [claim({ speaker: "Kim Jong Un", stance: "commits" }), claim({ speaker: "Vladimir Putin", stance: "commits" })],
  },
  {
    text: "Lithuania pledged to send howitzers to Ukraine.",
    gives: [
      event("ArmsTransfer", { supplier: ["Lithuania"], recipient: ["Ukraine"] }, { status: "planned" }),
      claim({ speaker: "Lithuania", stance: "commits" }),
    ],
  },
  {
    text: "Chile plans to buy submarines from Germany.",
    gives: [event("ArmsTransfer", { supplier: ["Germany"], recipient: ["Chile"] }, { status: "planned" })],
  },
]);

phenomenon("L45", "events told by nouns", [
  {
    text: "He linked this to Russia’s veto on the extension of the term of the expert panel.",
    gives: [event("Veto", { actor: ["Russia"] })],
  },
  {
    text: "The Chinese regime rejected the call in protest of U.S. weapons sales to Taiwan.",
    gives: [event("ArmsTransfer", { supplier: ["United States"], recipient: ["Taiwan"] })],
  },
  {
    text: "“The United States strongly condemns the provision of military equipment and munitions by the Democratic People’s Republic of Korea (DPRK) to the Russian Federation.”",
    gives: [event("ArmsTransfer", { supplier: ["North Korea"], recipient: ["Russia"] })],
  },
  {
    text: "Officials warned that Russia’s weapons technology transfer in exchange for Pyongyang’s conventional ammunition was at the heart of the cooperation.",
    gives: [event("TechnologyTransfer", { supplier: ["Russia"], recipient: ["North Korea"] })],
  },
  {
    text: "Britain criticised Iran’s delivery of missiles to the Houthis.",
    gives: [event("ArmsTransfer", { supplier: ["Iran"], recipient: ["Houthi movement"] })],
  },
  {
    text: "The sale of submarines by France to India was approved.",
    gives: [event("ArmsTransfer", { supplier: ["France"], recipient: ["India"] })],
  },
  { text: "China’s veto of the resolution on Myanmar angered Malaysia.", gives: [event("Veto", { actor: ["China"] })] },
]);

phenomenon("L46", "who does what to whom", [
  {
    text: "Officials said that North Korean weapons have been used by Hamas, a U.S.-designated terrorist organization, against Israel.",
    gives: [event("Attack", { actor: ["Hamas"], target: ["Israel"] }), noEvent("Attack", { actor: ["Israel"] })],
  },
  {
    text: "Soldiers of North Korea had begun fighting against Ukrainian troops alongside Russian forces in Russia’s western Kursk region.",
    gives: [noEvent("Attack", { target: ["Russia"] }), noEvent("Attack", { target: ["Armed Forces of the Russian Federation"] })],
  },
  {
    text: "Russia in return is providing North Korea with food, raw materials and parts used in weapons manufacturing, Shin said.",
    gives: [event("Aid", { supplier: ["Russia"], recipient: ["North Korea"] })],
  },
  {
    text: "Drones that Iran had sold to Russia were used against Ukraine.",
    gives: [event("ArmsTransfer", { supplier: ["Iran"], recipient: ["Russia"] }), noEvent("ArmsTransfer", { recipient: ["Ukraine"] })],
  },
  { text: "Sudan was sold rifles by Serbia.", gives: [event("ArmsTransfer", { supplier: ["Serbia"], recipient: ["Sudan"] })] },
  { text: "India received frigates from Russia.", gives: [event("ArmsTransfer", { supplier: ["Russia"], recipient: ["India"] })] },
]);

phenomenon("L47", "pronouns inside events", [
  {
    text: "This includes Pyongyang’s alleged support for Hamas during its conflict with U.S.-ally Israel.",
    gives: [noEvent("Attack", { actor: ["North Korea"] }), event("Aid", { supplier: ["North Korea"], recipient: ["Hamas"] })],
  },
  { text: "Hamas fired rockets at Ashdod during its conflict with Israel.", gives: [event("Attack", { actor: ["Hamas"] })] },
  {
    text: "Iran met Iraq in Basra. It sold drones to Sudan.",
    gives: [event("ArmsTransfer", { recipient: ["Sudan"] }), noEvent("ArmsTransfer", { supplier: ["Sudan"] })],
  },
  { text: "Ukraine asked Germany for tanks, and Berlin sold them to it.", gives: [noEvent("ArmsTransfer", { supplier: ["Ukraine"] })] },
]);

phenomenon("L48", "emphatic “did”", [
  {
    text: "“They did notify a number of countries before a ballistic missile test,” Bonnie Jenkins said of China.",
    gives: [claim({ speaker: "Jenkins", polarity: "positive" })],
  },
  {
    text: "Iran did sell drones to Russia, Josep Borrell said.",
    gives: [
      event("ArmsTransfer", { supplier: ["Iran"], recipient: ["Russia"] }, { status: "asserted" }),
      claim({ speaker: "Josep Borrell", polarity: "positive" }),
    ],
  },
  {
    text: "The Philippines did warn China, and the navy did deploy a frigate to the shoal.",
    gives: [claim({ speaker: "Philippines", stance: "warns", polarity: "positive" })],
  },
]);
