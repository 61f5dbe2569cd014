import { claim, conflict, entity, mention, noClaim, noEntity, noMention, noPost, phenomenon, post } from "./phenomenon.ts";

phenomenon("L11", "cataphora: the title first, the name later", [
  {
    text: "On June 10, a U.S. Department of Defense official expressed concern about the cooperation between North Korea and Russia.\n\nDeputy Assistant Secretary of Defense Richard Johnson stated, “We are very concerned about the joint ventures.”",
    gives: [claim({ speaker: "Richard Johnson", stance: "expressesConcern", says: "a U.S. Department of Defense official" })],
  },
  {
    text: "The top U.S. arms control official echoed the remarks of Antony Blinken.\n\nThe ties worry Washington, the U.S. government’s top arms control official said on Nov. 13.\n\nBonnie Jenkins, under secretary of state for arms control and international security affairs, addressed the issue in Romania. Jenkins told Reuters that Russia is assisting North Korea.",
    gives: [claim({ speaker: "Bonnie Jenkins", says: "top arms control official said" })],
  },
  {
    text: "A top Biden administration official said that Russia’s support could make Kim Jong Un more vulnerable.\n\nThe State Department’s senior official for North Korea, Jung Pak, said in an interview Monday that Pyongyang has benefited.",
    gives: [claim({ speaker: "Jung Pak", says: "A top Biden administration official said" })],
  },
  {
    text: "Japan’s top nuclear negotiator warned that Iran had tested a missile.\n\nTakehiro Funakoshi, Japan’s top nuclear negotiator, told reporters that talks would resume.",
    gives: [claim({ speaker: "Takehiro Funakoshi", stance: "warns", content: "WeaponTest" })],
  },
  {
    text: "A Turkish foreign ministry spokesman denied that Ankara had sold drones to Sudan.\n\n“We sold nothing,” Oncu Keceli, a spokesman for the Turkish foreign ministry, told reporters.",
    gives: [claim({ speaker: "Oncu Keceli", stance: "denies" })],
  },
]);

phenomenon("L12", "titles before and behind the name", [
  {
    text: "Deputy Assistant Secretary of Defense for Nuclear and Countering Weapons of Mass Destruction Policy Richard Johnson stated, “We are concerned.”",
    gives: [
      post("Richard Johnson", "Deputy Assistant Secretary of Defense for Nuclear and Countering Weapons of Mass Destruction Policy"),
      noMention("Weapons of Mass Destruction"),
    ],
  },
  {
    text: "Bonnie Jenkins, under secretary of state for arms control and international security affairs, addressed the issue.",
    gives: [post("Bonnie Jenkins", "under secretary of state for arms control and international security affairs")],
  },
  {
    text: "The State Department’s senior official for North Korea, Jung Pak, said in an interview Monday that it was true.",
    gives: [post("Jung Pak", "senior official for North Korea")],
  },
  {
    text: "Shin Wonsik, the country’s defense minister, claimed that the containers were full.",
    gives: [post("Shin Won-sik", "defense minister")],
  },
  {
    text: "Assistant Secretary of State for International Security and Nonproliferation C.S. Eliot Kang spoke.",
    gives: [post("C.S. Eliot Kang", "Assistant Secretary of State for International Security and Nonproliferation")],
  },
  {
    text: "Kaja Kallas, the bloc’s high representative for foreign affairs, met Andrii Sybiha, foreign minister of Ukraine.",
    gives: [post("Kaja Kallas", "high representative for foreign affairs"), post("Andrii Sybiha", "foreign minister of Ukraine")],
  },
  {
    text: "Japan’s ambassador for disarmament, Tomiko Ichikawa, condemned the launch.",
    gives: [post("Tomiko Ichikawa", "ambassador for disarmament"), claim({ speaker: "Tomiko Ichikawa", stance: "condemns" })],
  },
]);

phenomenon("L13", "lists of names with titles", [
  {
    text: "Key officials attended the meeting, including Cho Chang Rae, the Director of the National Defense Policy Office of the Ministry of National Defense, Ely Ratner, Assistant Secretary of Defense for Indo-Pacific Security Affairs in the U.S., and Andrew Winternitz, Acting Deputy Assistant Secretary of Defense for East Asia.",
    gives: [
      entity("Person", "Cho Chang Rae"),
      entity("Person", "Ely Ratner"),
      entity("Person", "Andrew Winternitz"),
      post("Cho Chang-rae", "Director of the National Defense Policy Office"),
      post("Ely Ratner", "Assistant Secretary of Defense for Indo-Pacific Security Affairs"),
      post("Andrew Winternitz", "Deputy Assistant Secretary of Defense for East Asia", { acting: true }),
      mention("Ministry of National Defense", "org/ministry-of-national-defense-south-korea"),
    ],
  },
  {
    text: "The delegation included Anna Weber, the head of the arms control division, Paul Martin, deputy director for policy, and Lena Novak, acting legal adviser.",
    gives: [
      post("Anna Weber", "head of the arms control division"),
      post("Paul Martin", "deputy director for policy"),
      post("Lena Novak", "legal adviser", { acting: true }),
      noPost("Paul Martin", "legal adviser"),
    ],
  },
  {
    text: "Among those present were Wang Yi, China’s foreign minister, Sergey Lavrov, Russia’s foreign minister, and Abbas Araghchi, Iran’s foreign minister.",
    gives: [
      post("Wang Yi", "foreign minister"),
      post("Sergey Lavrov", "foreign minister"),
      post("Abbas Araghchi", "foreign minister"),
      noPost("Wang Yi", "Russia"),
    ],
  },
]);

phenomenon("L14", "surnames refer back", [
  {
    text: "Shin Wonsik, the country’s defense minister, spoke. Shin said that Russia is providing North Korea with food.",
    gives: [mention("Shin", "Shin Won-sik"), claim({ speaker: "Shin Won-sik" })],
  },
  {
    text: "Jung Pak of the State Department spoke. Pak said that it was a problem.",
    gives: [mention("Pak", "Jung Pak"), claim({ speaker: "Jung Pak" })],
  },
  {
    text: "Kim Jong-un met Vladimir Putin. Kim thanked Putin.",
    gives: [mention("Kim", "Kim Jong Un"), mention("Putin", "Vladimir Putin")],
  },
  {
    text: "South Korean President Yoon Suk Yeol spoke. Yoon condemned the launch.",
    gives: [mention("Yoon", "Yoon Suk Yeol"), claim({ speaker: "Yoon Suk Yeol", stance: "condemns" })],
  },
  {
    text: "Nguyen Phu Trong met Xi Jinping. Xi welcomed the visit.",
    gives: [mention("Xi", "Xi Jinping"), claim({ speaker: "Xi Jinping", stance: "praises" })],
  },
  {
    text: "General Maria Lopez, the commander, inspected the base. Lopez said that two drones were shot down.",
    gives: [mention("Lopez", "Maria Lopez"), claim({ speaker: "Maria Lopez" })],
  },
  {
    text: "Defense Minister Shin Won-sik spoke on Monday. Shin warned the North.",
    gives: [mention("Shin", "Shin Won-sik"), claim({ speaker: "Shin Won-sik", stance: "warns" })],
  },
]);

phenomenon("L15", "“Kim” is not the byline, editors are not actors", [
  {
    text: "U.S.-South Korea Collaborate\n\nDaniel Kim Views\n\nAn attack would lead to the end of Kim Jong Un’s regime. Kim has tested missiles.",
    gives: [mention("Kim", "Kim Jong Un"), noMention("Kim", "Daniel Kim"), noEntity("Person", "Daniel Kim")],
  },
  {
    text: "Kim Jong Un has tested some weapons.\n\nEdited by Taejun Kang and Mike Firn.",
    gives: [noEntity("Person", "Taejun Kang"), noEntity("Person", "Mike Firn")],
  },
  {
    text: "By Maria Putin\n\nRussian President Vladimir Putin met his guest on Monday. Putin praised the deal.",
    gives: [mention("Putin", "Vladimir Putin"), noEntity("Person", "Maria Putin")],
  },
  {
    text: "Iran sold drones to Russia.\n\nReporting by Jane Miller; editing by Tom Stone.",
    gives: [noEntity("Person", "Jane Miller"), noEntity("Person", "Tom Stone"), noClaim({ speaker: "Jane Miller" })],
  },
]);

phenomenon("L16", "titles in conflict", [
  {
    text: "U.S. Secretary of State Antony Blinken intends to discuss North Korea’s provocations in China.\nWhile Janet Yellen, the secretary of state, recently traveled to China, it was unclear whether the United States would take the same steps.",
    gives: [conflict("Janet Yellen"), noPost("Janet Yellen", "secretary of state"), post("Antony Blinken", "Secretary of State")],
  },
  {
    text: "British Foreign Secretary David Lammy met his colleagues on Monday. John Healey, the foreign secretary, said Britain would send tanks to Ukraine.",
    gives: [conflict("John Healey"), noPost("John Healey", "foreign secretary"), post("David Lammy", "Foreign Secretary")],
  },
  {
    text: "Russian Defense Minister Andrei Belousov visited Pyongyang. Sergey Lavrov, the Russian defense minister, praised the talks.",
    gives: [conflict("Sergey Lavrov"), noPost("Sergey Lavrov", "defense minister")],
  },
]);

phenomenon("L17", "truncated bodies", [
  {
    text: "At a press briefing, department spokesman Matthew Miller informed reporters that U.S. Secretary of State Antony Blinken intends to travel.",
    gives: [post("Matthew Miller", "spokesman"), claim({ speaker: "Matthew Miller" })],
  },
  { text: "The official echoed the remarks of Secretary of State Antony Blinken.", gives: [post("Antony Blinken", "Secretary of State")] },
  {
    text: "Defense Secretary Lloyd Austin told the Senate that Iran sold drones to Russia.",
    gives: [post("Lloyd Austin", "Defense Secretary"), claim({ speaker: "Lloyd Austin", content: "ArmsTransfer" })],
  },
  {
    text: "The State Department criticised the sale. Department spokesperson Tammy Bruce said that Serbia had sold shells to Libya.",
    gives: [post("Tammy Bruce", "spokesperson"), claim({ speaker: "Tammy Bruce", content: "ArmsTransfer" })],
  },
]);

phenomenon("L18", "hanging anaphors", [
  {
    text: "North Korea shipped munitions to Russia, which attacks Ukraine.\nShin Wonsik, the country’s defense minister, claimed that Seoul estimates that the containers could hold about 3 million rounds.",
    gives: [
      post("Shin Won-sik", "defense minister"),
      noMention("the country", "state/rus"),
      noMention("the country", "state/ukr"),
      noMention("country", "state/rus"),
    ],
  },
  {
    text: "As a result of the government’s efforts to boost Putin’s arms stocks, Kyiv’s ammunition supply has decreased.",
    gives: [noMention("government"), noMention("the government")],
  },
  {
    text: "Russia attacked Ukraine. Boris Pistorius, the country’s defence minister, said Germany would send tanks.",
    gives: [noMention("the country", "state/ukr"), noMention("the country", "state/rus"), post("Boris Pistorius", "defence minister")],
  },
  {
    text: "Despite the ministry’s denials, drones were found near the border of Chad.",
    gives: [noMention("ministry"), noMention("the ministry")],
  },
]);
