import { loadEnglish } from "@chancery/nlp";
import { beforeAll, describe, expect, it } from "vitest";
import { loadBundledKnowledgeBase } from "../src/knowledge-base/bundled.ts";
import { createExtractorFrom, type Extractor } from "../src/pipeline.ts";

/** Sentences by the stance (and polarity, where it is not plain) that what is said in them gives to a cue that leaves it open. */
type Told = Readonly<Record<string, readonly string[]>>;

const REPORTED: Told = {
  accuses: [
    "The Sudanese army declared Chad a hostile state.",
    "Lithuania's parliament declared Russia a state sponsor of terrorism.",
    "The South Korean military said that North Korea had violated the armistice.",
    "The Ukrainian president said Russia was responsible for the explosion at the dam.",
    "The Lebanese prime minister said Israel was to blame for the collapse of the truce.",
    "The Moldovan president said that Moscow was behind the attempted coup.",
    "The Australian prime minister said China was trying to bully its neighbours.",
    '"Russia is using hunger as a weapon," said Annalena Baerbock, the German foreign minister.',
    "The Thai army said that Cambodian soldiers had violated the ceasefire.",
    "Estonia's prime minister said Moscow was responsible for the damage to the pipeline.",
    "The Congolese foreign minister said Rwanda was behind the capture of Goma.",
    "Greek officials said that Turkey was using migrants as a weapon.",
    "The Bulgarian defence minister said Russia had broken the grain agreement.",
    "Manila said the Chinese crew had harassed its fishermen.",
    "The Ecuadorian president called Maduro a dictator.",
  ],
  alleges: [
    "Russia claimed that Ukraine had used cluster munitions.",
    "Syria claims that Israel bombed the port of Latakia.",
    "Azerbaijan claimed that Armenian troops had opened fire.",
  ],
  asserts: [
    "Hamas claimed to have fired rockets at Ashkelon.",
    "The Ukrainian air force said that it had shot down 14 drones.",
    "The Turkish defence ministry said 12 militants had been killed in northern Iraq.",
    "The Indonesian foreign minister said that she had met her Chinese counterpart in Jakarta.",
    "South Korea's military said North Korea had fired two missiles into the sea.",
    "The UN said that 30 trucks had crossed into Gaza.",
    "The Philippine navy said that the talks would be held in Manila.",
    "Ukraine's navy claimed that it had sunk a Russian patrol boat.",
    "The Bangladeshi army said that it had rescued 40 fishermen.",
    "The Rwandan president said that he had spoken with his Congolese counterpart.",
    "The Chilean navy said a submarine had completed its trials.",
    "The Norwegian prime minister said no one was injured in the explosion.",
    "The IAEA said Iran had enriched uranium to 60 per cent.",
    "Pakistan's foreign ministry said that the delegations would meet in Doha.",
    "The Danish defence minister said that Russia had increased its military spending.",
    "The Kuwaiti oil minister said that exports had fallen by a tenth.",
    "Iraq's prime minister said the war had lasted too long.",
  ],
  cannotConfirm: [
    "The Finnish prime minister said it was still unclear who had damaged the cable.",
    "The Polish president said it was too early to say who fired the missile.",
    "The Omani foreign ministry said it did not know where the crew had been taken.",
    "The Greek coast guard said it was not immediately clear how many people were on board.",
    "The Swedish prosecutor said it was too soon to say who was behind the explosions.",
    "The Red Cross said it was not known how many prisoners were still alive.",
    "Cyprus's government said it did not know whether the ship carried weapons.",
  ],
  commits: [
    "The Norwegian government said that its ambassador to Sudan would be recalled.",
    "Foreign Minister Penny Wong said that the embassy in Tehran would be closed next week.",
    "President Emmanuel Macron said French troops would be withdrawn from Niger by the end of the year.",
    "Defence Minister Boris Pistorius said Germany's brigade in Lithuania would be reinforced.",
    "The Polish defence ministry announced that the first tanks would arrive in June.",
    "Chancellor Olaf Scholz said that deliveries of ammunition to Ukraine would continue.",
    "The Indian foreign ministry said that the consulate in Kandahar will be shut.",
    "Saudi Arabia said it was ready to host peace talks.",
    "Turkish officials said Ankara was prepared to send peacekeepers.",
    "Kenya's president said his country stood ready to lead the mission in Haiti.",
    "The Canadian prime minister said his government would raise military spending.",
    "The Kremlin said Russian forces would stay in Armenia.",
    "The Iranian president said Tehran intended to continue uranium enrichment.",
    "Japan's defence minister said that the country planned to buy Tomahawk missiles.",
    "The White House said the United States would keep sending weapons to Ukraine.",
    '"Our support for Moldova will not waver," said the Romanian president, Klaus Iohannis.',
    "The Mexican foreign ministry said its consulates in Texas would stay open.",
    "Uzbekistan's interior minister said that border crossings with Afghanistan would be closed.",
    "NATO said it would expand its mission in Iraq.",
    "The Emirati ambassador to the United Nations said that his country would continue to fund hospitals in Gaza.",
    "Peru's defence minister said that two more frigates would be built at Callao.",
    '"We are ready to sign the treaty," said Armenian Prime Minister Nikol Pashinyan.',
    "The African Union said it was determined to restore constitutional order in Gabon.",
    "The Georgian government said that the country's troops would leave Afghanistan by July.",
  ],
  "commits negative": [
    "Prime Minister Pedro Sanchez said Spain would never recognise the annexation of Crimea.",
    "Taiwan's president said the island would not start a war.",
    "New Zealand's prime minister said Wellington would not join the second pillar of the pact.",
    "Algeria declared that it would never host foreign bases.",
  ],
  condemns: [
    "The Pakistani foreign minister described the strikes as a cowardly act of aggression.",
    "Colombia's president called the bombardment a massacre.",
    "Chile's president branded the invasion unacceptable.",
    "The Jordanian foreign minister said the bombing of the hospital was a heinous crime.",
    "The Belgian prime minister said the attack was unacceptable.",
    "Qatar said the raid was a flagrant violation of international law.",
    '"This was a barbaric and cowardly attack," said Prime Minister Petr Fiala.',
    "The Malaysian prime minister called the air strikes a barbaric crime.",
    "The Cuban foreign minister said the blockade was an act of genocide.",
    "Bolivia's president described the operation as a massacre.",
    "The Icelandic foreign minister said the executions were abhorrent.",
  ],
  declinesComment: [
    "A Pentagon spokesman said he would not comment on the reports.",
    "The German chancellor declined to say when the missiles would be delivered.",
    "The Egyptian presidency declined to say when the border would reopen.",
  ],
  denies: [
    "The Qatari foreign ministry said Doha had no role in the kidnapping.",
    "A Pakistani army spokesman said that Islamabad had no part in the attack.",
    "The Rwandan government said that its soldiers were not involved in the fighting.",
    "Azerbaijan said it was not behind the shooting.",
    "Mali's junta said no foreign mercenaries were operating in the country.",
    "Iran's ambassador said his country bore no responsibility for the attack on the tanker.",
    "The Belarusian foreign minister said that Minsk has no intention of sending troops to Ukraine.",
    "The Israeli military said its forces did not fire at the convoy.",
    "Ethiopia's government said the report was false.",
    "The ministry said that reports of a coup in Niger were baseless.",
    "The Ugandan army said none of its troops had crossed the border.",
    "Iran said it was not seeking nuclear weapons.",
    '"Cuba has nothing to do with this," said Cuban Foreign Minister Bruno Rodriguez.',
    "Eritrea's information minister said Asmara had no hand in the Tigray killings.",
    "The Hungarian government said it had no knowledge of the spyware contract.",
    "Serbia's defence minister said that the army was not behind the drone flights.",
    "Hamas said it had no connection with the shooting in Jerusalem.",
    "The Tunisian presidency said that the country has never allowed foreign bases.",
    "Kazakhstan said no weapons had been sent to Russia.",
    "China's foreign ministry said the accusations were groundless.",
    "The Vietnamese coast guard said its vessels had not entered disputed waters.",
    "Oman said that it was not a party to the agreement.",
    '"We have no intention of leaving the treaty," said Turkish Foreign Minister Hakan Fidan.',
  ],
  estimates: [
    "A NATO official said Russia was likely to launch a new offensive in the spring.",
    "The British defence ministry said that the explosion was probably caused by a drone.",
    "A Western diplomat said the talks were unlikely to resume before autumn.",
  ],
  expressesConcern: [
    "The Japanese foreign minister said that the launches were deeply worrying.",
    "The Vietnamese government was alarmed by the construction on the reef.",
    "The Swiss president said she feared that the war would spread.",
    "The Austrian chancellor said the situation in the Balkans was alarming.",
    "The South African foreign minister said the situation in Sudan was deeply troubling.",
    "The Maltese prime minister said he feared that boats would be turned away.",
  ],
  praises: [
    "The Swedish prime minister described the accession as a historic milestone.",
    "The Ukrainian foreign minister called the verdict a victory for justice.",
    "The Kazakh president said the summit was a great success.",
    '"This is a great day for the alliance," said NATO Secretary-General Mark Rutte.',
    "The Kenyan president described the accord as a major breakthrough.",
    "The Croatian prime minister said the verdict was a victory for the victims.",
    '"This is good news for the whole region," said Lebanese President Joseph Aoun.',
  ],
  requests: [
    "The Brazilian president said the killings must stop.",
    "The French foreign minister said that the perpetrators must be brought to justice.",
    "The Dutch prime minister said those behind the attack should be held accountable.",
    "The Vatican said the hostages must be released immediately.",
    "Moscow insisted that the sanctions be lifted.",
    "Egypt insisted that the dam's filling be suspended.",
    "The Irish foreign minister said it was essential that aid be allowed into Gaza.",
    "The British ambassador said Russia needed to withdraw its troops.",
    "The Palestinian president said it was time for the occupation to end.",
    "Armenia's prime minister said that Azerbaijan had to release the prisoners.",
    '"The siege must end," Norwegian Foreign Minister Espen Barth Eide said.',
    "The Moroccan foreign minister said Algeria should join the talks.",
    "The Slovak president said that the fighting must end immediately.",
    "The Argentine government said the detained gendarme must be freed.",
    "The Latvian president said that Europe's frozen Russian assets should be handed to Ukraine.",
    "The Somali ambassador said Ethiopia needs to respect the country's sovereignty.",
    "The UN envoy said that the commanders who ordered the killings must face trial.",
  ],
  threatens: [
    "Iran's Revolutionary Guards commander vowed that Tehran would carry out more strikes on Israel.",
    "North Korea said it would destroy any ship that entered its waters.",
    "The Houthi leader said American bases would be targeted.",
    "The Chechen leader said that the invaders would be buried there.",
    "The Israeli defence minister said Hezbollah would pay for the attack.",
    "Hezbollah said any attack on Beirut would be answered with missiles on Tel Aviv.",
    "Belarus's president said that the intruders would be destroyed.",
    "The Iranian general vowed that his forces would launch a devastating assault on the base.",
    '"We will strike their bases again," said Abdul-Malik al-Houthi, the leader of the Houthis.',
  ],
  warns: [
    "The Chinese defence ministry said that it would respond if the United States sent more warships to the strait.",
    "The Russian deputy foreign minister said Moscow would take countermeasures if Sweden hosted nuclear weapons.",
    "NATO reaffirmed that an attack on its satellites would be met with a united response.",
    "The Egyptian foreign minister said that any change of the border would have grave consequences.",
    "The Danish prime minister said that a Russian victory would endanger all of Europe.",
    "The Indian defence minister said any violation of the Line of Control would be met with a firm response.",
    "The Taiwanese president said the island would respond if China crossed the median line.",
    "Venezuela said the deployment would have serious repercussions.",
    "The UN secretary-general said the offensive would lead to a humanitarian catastrophe.",
    "The Finnish president said that a frozen conflict would embolden Russia.",
  ],
};

const QUOTED: Told = {
  accuses: [
    '"Iran is the world\'s leading state sponsor of terrorism," said U.S. President Joe Biden.',
    '"The Assad regime has gassed its own people," said U.S. President Joe Biden.',
  ],
  asserts: [
    '"NATO is stronger than ever," said U.S. President Joe Biden.',
    '"Diplomacy is the only way to end this war," said U.S. President Joe Biden.',
  ],
  cannotConfirm: ['"We do not know yet who carried out this attack," said U.S. President Joe Biden.'],
  commits: ['"We will not rest until the hostages are home," said U.S. President Joe Biden.'],
  condemns: [
    '"There can be no excuse for the murder of innocent people," said U.S. President Joe Biden.',
    '"This sham election is illegitimate," said U.S. President Joe Biden.',
  ],
  denies: [
    '"We had nothing to do with this attack," said U.S. President Joe Biden.',
    '"That is simply not true," said U.S. President Joe Biden.',
  ],
  estimates: ['"I think Putin will fail," said U.S. President Joe Biden.'],
  expressesConcern: [
    '"We are deeply concerned by the fighting in Goma," said U.S. President Joe Biden.',
    '"I worry about a wider war," said U.S. President Joe Biden.',
  ],
  praises: [
    '"I applaud the courage of the Iranian people," said U.S. President Joe Biden.',
    '"Ukraine\'s soldiers have fought with extraordinary bravery," said U.S. President Joe Biden.',
  ],
  proposes: ['"I propose a new partnership with Africa," said U.S. President Joe Biden.'],
  requests: [
    '"The violence has to stop," said U.S. President Joe Biden.',
    '"Both parties should return to the negotiating table," said U.S. President Joe Biden.',
    '"Hamas should release the hostages now," said U.S. President Joe Biden.',
  ],
  supports: [
    '"We stand with the people of Lebanon," said U.S. President Joe Biden.',
    '"Our hearts are with the families of the victims," said U.S. President Joe Biden.',
  ],
  warns: ['"Make no mistake: we will respond," said U.S. President Joe Biden.'],
};

/** Sentences of a statement, without any cue: the issuer says them. */
const STATED: Told = {
  accuses: [
    "Russia is responsible for this tragedy.",
    "North Korea continues to threaten its neighbors.",
    "Iran is the world's leading state sponsor of terrorism.",
    "China has repeatedly flouted its obligations.",
    "Belarus is using migrants as weapons against Poland.",
    "The Assad regime has gassed its own people.",
    "Russia bears full responsibility for the famine.",
  ],
  asserts: [
    "The United States has delivered 30 tanks to Ukraine.",
    "Last night, American forces struck three targets in Syria.",
    "NATO is stronger than ever.",
    "I spoke with President Zelenskyy this morning.",
    "Diplomacy is the only way to end this war.",
    "The sanctions are working.",
  ],
  cannotConfirm: ["We do not know yet who carried out this attack."],
  commits: [
    "We will not rest until the hostages are home.",
    "We are committed to the security of Estonia.",
    "The United States will hold those responsible to account.",
  ],
  condemns: [
    "This attack on a hospital is an outrage.",
    "There is no justification for this cruelty.",
    "There can be no excuse for the murder of innocent people.",
    "These strikes are a flagrant violation of international law.",
    "What happened in Bucha was a war crime.",
    "This sham election is illegitimate.",
  ],
  declinesComment: ["I am not going to speculate about that."],
  denies: [
    "We had nothing to do with this attack.",
    "We are not at war with Islam.",
    "The United States was not involved in this operation.",
    "That is simply not true.",
  ],
  expressesConcern: [
    "We are deeply concerned by the fighting in Goma.",
    "The humanitarian situation in Gaza is catastrophic.",
    "We are watching the buildup with alarm.",
    "I worry about a wider war.",
    "We regret Turkey's decision to buy the system.",
  ],
  praises: [
    "I am grateful to Qatar for its mediation.",
    "I applaud the courage of the Iranian people.",
    "This is a historic day for the people of Colombia.",
    "This agreement is a major step forward.",
    "Ukraine's soldiers have fought with extraordinary bravery.",
    "Poland has been a great ally.",
    "We thank Norway for its leadership.",
  ],
  proposes: ["I propose a new partnership with Africa."],
  rejects: ["We do not recognize this annexation.", "We oppose any change to the status quo by force."],
  requests: [
    "Russia must withdraw its troops from Georgia.",
    "Iran must never be allowed to obtain a nuclear weapon.",
    "The violence has to stop.",
    "It is time for both sides to lay down their arms.",
    "We need to see more cooperation from Serbia.",
    "Both parties should return to the negotiating table.",
    "I call on Congress to pass this bill without delay.",
    "We ask all governments to enforce the embargo.",
    "Hamas should release the hostages now.",
  ],
  supports: [
    "We stand with the people of Lebanon.",
    "We support Ukraine's sovereignty and territorial integrity.",
    "Israel has the right to defend itself.",
    "Our hearts are with the families of the victims.",
  ],
  warns: [
    "Any use of chemical weapons will have severe consequences.",
    "Make no mistake: we will respond.",
    "Further escalation would be catastrophic for the region.",
    "The threat from North Korea is growing.",
  ],
};

/** Near misses: the words are there, the reading is not. */
const NOT: readonly (readonly [string, string])[] = [
  ["denies", "Denmark said that no passengers were injured in the crash."],
  ["denies", "The Thai navy said it had not yet found the missing sailors."],
  ["requests", "Tehran's insistence that it had no role in the attack convinced nobody."],
  ["commits", "The Italian navy said that the storm would continue until Sunday."],
  ["commits", "Mexico's president said that Guatemala would send more police to the border."],
  ["commits", "The Irish prime minister said that the talks would have failed without the envoy."],
  ["threatens", "Nigeria's army said its convoy would be attacked by the militants if it left the town."],
  ["requests", "The Indonesian minister said that the pilot must have lost control."],
  ["requests", "The Bulgarian president said that it should be noted that the pipeline is empty."],
  ["accuses", "The Zambian government said that the army was responsible for border security."],
  ["condemns", "The Portuguese minister said that the court had jurisdiction over the crime of piracy."],
  ["praises", "The Slovenian minister said the agreement was not a success."],
  ["warns", "The Sri Lankan president said the port would create 4,000 jobs."],
  ["cannotConfirm", "The Ghanaian minister said it was clear who had fired first."],
  ["estimates", "The Kenyan army said it had captured the town."],
];

let extractor: Extractor;
beforeAll(async () => {
  extractor = createExtractorFrom(...(await Promise.all([loadEnglish(), loadBundledKnowledgeBase()])));
});

/** Stances of what somebody says in a text, each also with its polarity. */
function stancesIn(text: string): readonly string[] {
  return extractor
    .extract(text)
    .claims.filter(({ quoteType }) => quoteType !== "narration")
    .flatMap(({ stance, polarity }) => [stance, `${stance} ${polarity}`]);
}

const cases = (told: Told): readonly (readonly [string, string])[] =>
  Object.entries(told).flatMap(([stance, sentences]) => sentences.map((sentence) => [stance, sentence] as const));

describe("the stance of a content", () => {
  it.each(cases(REPORTED))("%s: %s", (stance, sentence) => {
    expect(stancesIn(sentence)).toContain(stance);
  });
  it.each(cases(QUOTED))("in quotation, %s: %s", (stance, sentence) => {
    expect(stancesIn(sentence)).toContain(stance);
  });
  it.each(cases(STATED))("in a statement, %s: %s", (stance, sentence) => {
    expect(stancesIn(`Statement by President Joe Biden on Recent Events\n\n${sentence}`)).toContain(stance);
  });
  it.each(NOT)("not %s: %s", (stance, sentence) => {
    const found = stancesIn(sentence);
    expect(found).not.toEqual([]);
    expect(found).not.toContain(stance);
  });
});

describe("echoes and descriptions", () => {
  it("takes the stance of the one who is echoed", () => {
    const { claims, entities } = extractor.extract(
      "Spanish Prime Minister Pedro Sanchez condemned the coup in Niger. The Portuguese foreign minister, Paulo Rangel, echoed him.",
    );
    const name = (id: string): string => entities.find((entity) => entity.id === id)?.name ?? id;
    const stances = claims.map(({ speaker, stance }) => `${speaker.map(name).join()} ${stance}`);
    expect(stances).toContain("Paulo Rangel condemns");
  });
  it("reads the predicate of a description, not the clauses behind it", () => {
    expect(stancesIn("Peru's foreign minister called the decision a victory over those who had spread lies about the treaty.")).toContain(
      "praises",
    );
    expect(stancesIn('The Omani ministry described the raid as "a reckless act", a step, it said, that would fail.')).toContain("condemns");
  });
});

describe("who says it", () => {
  const speakers = (text: string): readonly string[] => {
    const { claims, entities } = extractor.extract(text);
    return claims.map(({ speaker }) => speaker.map((id) => entities.find((entity) => entity.id === id)?.name ?? id).join(" + "));
  };
  it.each([
    ["Wang Yi", "Wang Yi, speaking in Vientiane, Laos, said China would not be bullied."],
    ["Sergey Lavrov", "Sergey Lavrov speaking in Nairobi, Kenya, said Russia would open a consulate."],
    ["Mark Rutte", "Mark Rutte, in Vilnius, Lithuania, said the alliance was ready."],
  ])("%s, not the place he speaks in: %s", (who, text) => {
    expect(speakers(text)).toContain(who);
  });
  it.each([
    ["United States Department of Defense", "A Pentagon spokesman said that the base had been hit."],
    ["White House", "The White House spokeswoman confirmed that the talks had failed."],
    ["Ministry of National Defence of Turkey", "A spokesperson for the Turkish defence ministry said the drill would go ahead."],
  ])("%s beside its unnamed spokesperson: %s", (body, text) => {
    expect(speakers(text).some((line) => line.split(" + ").includes(body) && line.includes(" + "))).toBe(true);
  });
});
