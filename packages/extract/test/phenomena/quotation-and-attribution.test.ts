import { expect } from "vitest";
import { check, claim, event, noClaim, noEvent, phenomenon } from "./phenomenon.ts";

phenomenon("L25", "where the verb of saying stands", [
  {
    text: "Pyongyang has benefited from improved ties with Russia, the State Department’s senior official for North Korea, Jung Pak, said in an interview Monday.",
    gives: [claim({ speaker: "Jung Pak", says: "Pyongyang has benefited" })],
  },
  {
    text: "“The United States strongly condemns the provision of munitions,” the joint statement said Thursday.",
    gives: [claim({ speaker: "statement", stance: "condemns" })],
  },
  {
    text: "Jung Pak of the State Department gave an interview. According to Pak, North Korea has so far shipped 40 ballistic missiles to Russia.",
    gives: [claim({ speaker: "Pak", content: "ArmsTransfer" })],
  },
  {
    text: "Richard Johnson spoke. He said, “I have data showing that North Korea has provided Russia with more than 1,000 containers filled with military equipment and ammunition,” adding, “It’s a terrible outcome.”",
    gives: [
      claim({ speaker: "Richard Johnson", content: "ArmsTransfer", quoteType: "direct" }),
      claim({ speaker: "Richard Johnson", says: "terrible outcome" }),
    ],
  },
  {
    text: "Russia in return is providing North Korea with food, Shin Wonsik said. He continued, adding that the military assistance could raise Pyongyang’s threat to the region.",
    gives: [
      claim({ speaker: "Shin", says: "Russia in return is providing" }),
      claim({ speaker: "Shin", says: "could raise Pyongyang’s threat" }),
    ],
  },
  {
    text: "Iran, the French minister said, has sold drones to Sudan.",
    gives: [claim({ speaker: "minister", content: "ArmsTransfer" }), event("ArmsTransfer", { supplier: ["Iran"], recipient: ["Sudan"] })],
  },
  {
    text: "Ethiopia bought the tanks from Ukraine, according to the Stockholm institute SIPRI.",
    gives: [
      claim({ content: "ArmsTransfer" }),
      event("ArmsTransfer", { supplier: ["Ukraine"], recipient: ["Ethiopia"] }),
      noClaim({ speaker: "document", content: "ArmsTransfer" }),
    ],
  },
  {
    text: "“Belarus trained the fighters,” Radosław Sikorski told parliament on Friday, “and Belarus will pay for it.”",
    gives: [claim({ speaker: "Radosław Sikorski", says: "Belarus trained" })],
  },
]);

phenomenon("L26", "quotes of several sentences", [
  {
    text: "Richard Johnson spoke in Washington DC. Johnson further stated, “On the other hand, we are concerned that Russia may be assisting North Korea in various fields. Therefore, we are closely monitoring this issue.”",
    gives: [claim({ speaker: "Johnson", stance: "expressesConcern" }), noClaim({ speaker: "document" })],
  },
  {
    text: "Richard Johnson emphasized, “We are ready to meet with North Korea without any preconditions, but we will only do so in close consultation with South Korea. The best we can do is to strengthen extended deterrence.”",
    gives: [claim({ speaker: "Johnson", stance: "commits", quoteType: "direct" }), noClaim({ speaker: "document" })],
  },
  {
    text: "The Estonian prime minister, Kristen Michal, said: “Russia attacked the cable. We have evidence. Belarus supplied the drones to Russia.”",
    gives: [claim({ speaker: "Kristen Michal", content: "ArmsTransfer" }), noClaim({ speaker: "document" })],
  },
  {
    text: "“The rebels attacked the port of Aden. Iran sold them the missiles,” Rashad al-Alimi said.",
    gives: [
      claim({ speaker: "Rashad al-Alimi", content: "Attack" }),
      claim({ speaker: "Rashad al-Alimi", content: "ArmsTransfer" }),
      noClaim({ speaker: "document" }),
    ],
  },
]);

phenomenon("L27", "unbalanced quotation marks", [
  {
    text: "The allies warned Moscow, the joint statement said.\n\nRussia itself voted for the U.N. Security Council resolutions that contain these restrictions,” it added.",
    gives: [claim({ speaker: "statement", content: "Vote" }), event("Vote", { actor: ["Russia"], vote: ["for"] })],
  },
  {
    text: "Jung Pak spoke.\nThis could give this nation the legitimacy it once did not deserve, and it should not have,” Pak said. We’re concerned about how that might influence Kim Jong Un.\nRussia in return is providing North Korea with food, Shin Wonsik said.",
    gives: [claim({ speaker: "Jung Pak", says: "legitimacy" }), claim({ speaker: "Shin", says: "Russia in return" })],
  },
  {
    text: "Jung Pak spoke.\n” The luster of legitimacy could give other bad actors ideas about North Korea’s weapon systems”, she said. ” And North Korea has had a long history of proliferation in the Middle East.",
    gives: [claim({ speaker: "Jung Pak", says: "luster of legitimacy" })],
  },
  {
    text: "Bonnie Jenkins said the United States is “working with like-minded countries to make it very clear how much of a concern it is.\n\n“But there are other things we’re also doing. We’re very much working with South Korea,” she said.\n\nChina is rapidly expanding its nuclear arsenal.",
    gives: [
      claim({ speaker: "Jenkins", says: "working with like-minded countries" }),
      claim({ speaker: "Jenkins", says: "working with South Korea" }),
      noClaim({ speaker: "Jenkins", says: "China is rapidly" }),
    ],
  },
  {
    text: "Iran sold the rockets to Hezbollah last year,” Benny Gantz said.\n\nSyria bought tanks from Russia.",
    gives: [claim({ speaker: "Benny Gantz", content: "ArmsTransfer" }), noClaim({ speaker: "Benny Gantz", says: "Syria bought" })],
  },
  {
    text: "Kaja Kallas said: “Georgia sold the drones to Russia.\n\nTurkey sent frigates to Libya.\n\nPoland bought tanks from South Korea.",
    gives: [claim({ speaker: "Kaja Kallas", says: "Georgia sold" }), noClaim({ speaker: "Kaja Kallas", says: "Poland bought" })],
  },
]);

phenomenon("L28", "quotation marks that are no speech", [
  { text: "US and allies confirm North Korea-Russia ‘deleterious’ arms deal, officials wrote.", gives: [noClaim({ quoteType: "direct" })] },
  {
    text: "Both leaders committed to establishing an “anti-imperialist united front,” and Pyongyang has labeled the U.S. as “imperialists.”",
    gives: [noClaim({ quoteType: "direct" })],
  },
  {
    text: "The Kremlin said last month that it would cooperate with North Korea in “sensitive areas that can’t be disclosed.”",
    gives: [claim({ speaker: "Kremlin", quoteType: "mixed" })],
  },
  { text: "A launch in what it billed as a “nuclear trigger” system was praised.", gives: [noClaim({ quoteType: "direct" })] },
  {
    text: "Iran said that it would answer with “a crushing and decisive response” if Israel attacked again.",
    gives: [claim({ speaker: "Iran", quoteType: "mixed" }), noClaim({ quoteType: "direct" })],
  },
  { text: "The so-called “people’s republics” received shells from Russia.", gives: [noClaim({ quoteType: "direct" })] },
  {
    text: "Belgrade bought the “whole gamut” of weapons from China.",
    gives: [event("ArmsTransfer", { supplier: ["China"], recipient: ["Serbia"] }), noClaim({ quoteType: "direct" })],
  },
  {
    text: "Hungary delivered its ‘symbolic’ shipment of rifles to Chad on Monday.",
    gives: [event("ArmsTransfer", { supplier: ["Hungary"], recipient: ["Chad"] }), noClaim({ quoteType: "direct" })],
  },
  {
    text: "Turkey warned that it would attack the “terror corridor” in Syria.",
    gives: [noClaim({ quoteType: "direct" }), noEvent("Attack", {}, { status: ["asserted", "confirmed"] })],
  },
]);

phenomenon("L29", "edits in brackets inside quotes", [
  {
    text: "Richard Johnson spoke in Washington DC. Johnson said, “We are concerned that such funds (from weapons trade) could be used for and flow into North Korea’s nuclear and missile programs.”",
    gives: [
      claim({ speaker: "Johnson", stance: "expressesConcern", quoteType: "direct", says: "such funds (from weapons trade) could be used" }),
    ],
  },
  {
    text: "Bonnie Jenkins was asked about North Korea. “[This assistance is] not only with their developing defense industrial base but also with the 10,000 troops or so that are in Russia right now,” she said.",
    gives: [claim({ speaker: "Jenkins", quoteType: "direct", says: "[This assistance is] not only", polarity: "positive" })],
  },
  {
    text: "“They [the Houthis] attacked our ships,” Ahmed al-Jaber said.",
    gives: [claim({ speaker: "Ahmed al-Jaber", quoteType: "direct", says: "They [the Houthis] attacked" })],
  },
  {
    text: "“The regime (in Minsk) supplied shells to Russia,” Sviatlana Tsikhanouskaya said.",
    gives: [claim({ speaker: "Sviatlana Tsikhanouskaya", quoteType: "direct", says: "The regime (in Minsk) supplied" })],
  },
]);

phenomenon("L30", "pronouns as speakers", [
  {
    text: "The joint statement condemned the shipments. The transfers “would violate multiple resolutions,” it added.",
    gives: [claim({ speaker: "statement", says: "would violate" })],
  },
  {
    text: "The Pentagon has stated that it couldn’t corroborate reports that North Koreans were fighting in Ukraine.",
    gives: [claim({ speaker: "Department of Defense", stance: "cannotConfirm" })],
  },
  {
    text: "Kim Jong Un and Vladimir Putin met in Russia’s Far East last month, where they vowed to boost their comprehensive cooperation.",
    gives: [claim({ speaker: "Kim Jong Un", stance: "commits" }), claim({ speaker: "Vladimir Putin", stance: "commits" })],
  },
  {
    text: "Penny Wong met Winston Peters in Sydney, where they pledged to defend Fiji.",
    gives: [claim({ speaker: "Penny Wong", stance: "commits" }), claim({ speaker: "Winston Peters", stance: "commits" })],
  },
  {
    text: "Human Rights Watch published a report on Tuesday. Iran had sold missiles to Yemen, it said.",
    gives: [
      claim({ speaker: "Human Rights Watch", content: "ArmsTransfer" }),
      noClaim({ speaker: "Iran" }),
      noClaim({ speaker: "document", content: "ArmsTransfer" }),
    ],
  },
  {
    text: "Annalena Baerbock visited Kyiv. Germany would deliver tanks to Ukraine, she said.",
    gives: [claim({ speaker: "Annalena Baerbock", content: "ArmsTransfer" })],
  },
]);

phenomenon("L31", "several speakers at once", [
  {
    text: "The United States, Japan and South Korea issued a statement. The allies warned both Pyongyang and Moscow that such an action is highly illegal.",
    gives: [
      claim({ speaker: "Japan", stance: "warns" }),
      claim({ speaker: "South Korea", stance: "warns" }),
      claim({ speaker: "United States", stance: "warns" }),
    ],
  },
  {
    text: "The U.S. and South Korea met. Both sides concurred that North Korean-Russian military cooperation hinders peace.",
    gives: [claim({ speaker: "South Korea", says: "concurred" }), claim({ speaker: "United States", says: "concurred" })],
  },
  {
    text: "The U.S. and South Korea met. Through this meeting, the two countries reaffirmed the principle of closely cooperating.",
    gives: [claim({ speaker: "South Korea" }), claim({ speaker: "United States" })],
  },
  {
    text: "Authorities of both the U.S. and South Korea have been warning publicly that Russia’s weapons technology transfer was at the heart of the cooperation.",
    gives: [claim({ speaker: "United States", stance: "warns" }), claim({ speaker: "South Korea", stance: "warns" })],
  },
  {
    text: "Antony Blinken and Mark Rutte both highlighted concerns that Russia may be paying North Korea with missile and nuclear technology.",
    gives: [claim({ speaker: "Antony Blinken", stance: "expressesConcern" }), claim({ speaker: "Mark Rutte", stance: "expressesConcern" })],
  },
  {
    text: "Kenya and Uganda held talks in Nairobi. Both countries condemned the attack on Goma.",
    gives: [claim({ speaker: "Kenya", stance: "condemns" }), claim({ speaker: "Uganda", stance: "condemns" })],
  },
  {
    text: "Emmanuel Macron and Keir Starmer both warned that Russia was arming separatists.",
    gives: [claim({ speaker: "Emmanuel Macron", stance: "warns" }), claim({ speaker: "Keir Starmer", stance: "warns" })],
  },
]);

phenomenon("L32", "documents as speakers", [
  {
    text: "“Such weapons deliveries will significantly increase the human toll of Russia’s war,” the joint statement said.",
    gives: [claim({ speaker: "statement" })],
  },
  {
    text: "The allies “stand together, resolute in our opposition to arms transfers,” according to the statement.",
    gives: [claim({ speaker: "statement" })],
  },
  {
    text: "The U.S. and South Korea have agreed to jointly respond.\n\nAccording to the defense departments of both countries, the 24th Integrated Defense Dialogue (KIDD) was held in Washington, D.C., on the 11th.",
    gives: [event("Meeting", { forum: ["Korea-U.S. Integrated Defense Dialogue"], ordinal: ["24"], place: ["Washington, D.C."] })],
  },
  {
    text: "The communiqué condemned the coup in Niger and urged Mali to release the soldiers.",
    gives: [claim({ speaker: "communiqué", stance: "condemns" }), claim({ speaker: "communiqué", stance: "requests" })],
  },
  {
    text: "Rwanda sent troops to Congo, according to a confidential U.N. report.",
    gives: [claim({ speaker: "report", content: "Deployment" }), noClaim({ speaker: "document" })],
  },
]);

phenomenon("L33", "attribution inside attribution", [
  {
    text: "Radio Free Asia cited analysis by a private U.S. research organization the Institute for the Study of War as saying that the North could have already provided up to 500,000 pieces of ammunition to Russia. North Korea kept silent.",
    gives: [
      claim({ speaker: "Institute for the Study of War", content: "ArmsTransfer", certainty: "possible", within: "Radio Free Asia" }),
    ],
  },
  {
    text: "The Pentagon has stated that it couldn’t corroborate reports that North Koreans were fighting in Ukraine.",
    gives: [claim({ speaker: "Department of Defense", stance: "cannotConfirm" }), noClaim({ stance: "denies" })],
  },
  {
    text: "The latest test of short-range ballistic missiles was praised by North Korea’s propaganda apparatus on Tuesday.",
    gives: [claim({ stance: "praises" })],
  },
  {
    text: "China’s firms have been crucial in reestablishing the Kremlin’s defense industrial base, the U.S. has said.",
    gives: [claim({ speaker: "United States" })],
  },
  {
    text: "Reuters quoted the Ukrainian defence ministry as saying that Iran had shipped missiles to Russia.",
    gives: [claim({ speaker: "Ministry of Defence of Ukraine", content: "ArmsTransfer", within: "Reuters" })],
  },
  {
    text: "KCNA reported that the foreign ministry said that Japan had sold radars to the Philippines.",
    gives: [claim({ speaker: "Korean Central News Agency" }), claim({ content: "ArmsTransfer" })],
  },
]);

phenomenon("L34", "what the narrator says", [
  {
    text: "Jenkins spoke in Romania. China is rapidly expanding its nuclear arsenal.",
    gives: [claim({ speaker: "document", quoteType: "narration", content: "Buildup" })],
  },
  {
    text: "The cost of the artillery alone is likely to be in the billions. Moscow sold tanks to India.",
    gives: [claim({ speaker: "document", quoteType: "narration" })],
  },
  {
    text: "China’s firms have been crucial, the U.S. has said. Chinese businesses and banks are also to blame for facilitating payments to North Korean entities.",
    gives: [claim({ says: "facilitating payments", maxConfidence: 0.85 })],
  },
  {
    text: "Egypt bought fighter jets from France in May.",
    gives: [claim({ speaker: "document", quoteType: "narration", content: "ArmsTransfer" })],
  },
  {
    text: "Somali pirates seized a tanker near Socotra. India deployed a frigate to the area.",
    gives: [claim({ speaker: "document", quoteType: "narration", content: "Deployment" })],
  },
]);

phenomenon("L35", "one claim told in headline, lead and body", [
  {
    text: "US and allies confirm North Korea-Russia ‘deleterious’ arms deal\n\nThe United States and its allies have verified an arms trade deal between Russia and North Korea that could bolster Moscow’s aggression towards Ukraine.",
    gives: [
      check((extraction) => {
        expect(extraction.claims.filter(({ stance }) => stance === "confirms")).toHaveLength(1);
      }),
    ],
  },
  {
    text: "Iran Sold Drones to Sudan, Kenya Says\n\nNAIROBI — Iran sold drones to Sudan last year, Kenya’s foreign minister, Musalia Mudavadi, said on Monday. Mudavadi told reporters that Iran had sold the drones to Sudan in May.",
    gives: [
      check((extraction) => {
        expect(extraction.events.filter(({ type }) => type === "ArmsTransfer").length).toBe(1);
      }),
      event("ArmsTransfer", { supplier: ["Iran"], recipient: ["Sudan"] }),
    ],
  },
  {
    text: "Serbia Denies Selling Shells to Ukraine\n\nSerbia has not sold shells to Ukraine, President Aleksandar Vučić said on Friday. Vučić repeated that Serbia had sold no shells to Ukraine.",
    gives: [
      check((extraction) => {
        expect(extraction.events.filter(({ type }) => type === "ArmsTransfer").length).toBe(1);
      }),
      event("ArmsTransfer", { supplier: ["Serbia"], recipient: ["Ukraine"] }, { status: ["denied", "nonOccurrence"] }),
    ],
  },
  {
    text: "India Tests Missile, Pakistan Protests\n\nNEW DELHI — India tested an Agni-5 missile on Monday, the defence ministry said. The ministry said India had tested the Agni-5 from an island off Odisha.",
    gives: [
      check((extraction) => {
        expect(extraction.events.filter(({ type, roles }) => type === "WeaponTest" && roles.item !== undefined).length).toBe(1);
      }),
      event("WeaponTest", { actor: ["India"] }),
    ],
  },
  {
    text: "EU sanctions Rosneft\n\nBRUSSELS — The European Union imposed sanctions on Rosneft on Friday. The sanctions that the EU imposed on Rosneft echoed those of the United States.",
    gives: [
      check((extraction) => {
        expect(extraction.events.filter(({ type, roles }) => type === "Sanction" && roles.actor?.includes("org/eu") === true).length).toBe(
          1,
        );
      }),
    ],
  },
]);
