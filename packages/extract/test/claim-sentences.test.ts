import { loadEnglish } from "@chancery/nlp";
import { beforeAll, describe, expect, it } from "vitest";
import { findClaims } from "../src/claim/find-claims.ts";
import { introduceSpeakers } from "../src/claim/introduce-speakers.ts";
import { makeDocument } from "../src/document/make-document.ts";
import { annotate } from "../src/entity/annotate.ts";
import { findEvents } from "../src/event/find-events.ts";
import { loadBundledKnowledgeBase } from "../src/knowledge-base/bundled.ts";

/** What one claim must look like: `speaker` is found in the names of its speakers, `says` in its evidence. */
interface Expected {
  readonly speaker: string;
  readonly stance: string;
  readonly says: string;
  readonly certainty?: string;
  readonly polarity?: string;
  readonly quoteType?: string;
  readonly cue?: string;
  readonly maxConfidence?: number;
}

interface Case {
  readonly text: string;
  readonly claims: readonly Expected[];
  /** Claims that must not be made: any of the given fields all matching. */
  readonly never?: readonly Partial<Expected>[];
}

interface Told {
  readonly speakers: readonly string[];
  readonly stance: string;
  readonly certainty: string;
  readonly polarity: string;
  readonly quoteType: string;
  readonly cue: string | undefined;
  readonly evidence: string;
  readonly confidence: number;
}

let read: (text: string) => readonly Told[];

beforeAll(async () => {
  const [analyzer, knowledgeBase] = await Promise.all([loadEnglish(), loadBundledKnowledgeBase()]);
  read = (text) => {
    const annotated = introduceSpeakers(annotate(makeDocument(text, {}), { analyzer, knowledgeBase }));
    const nameOf = (id: string): string =>
      id === annotated.document.id
        ? "document"
        : [annotated.entities.get(id)?.name, ...(annotated.entities.get(id)?.aliases ?? [])].join(" / ");
    return findClaims(annotated, findEvents(annotated)).map((claim) => ({
      speakers: [...claim.speaker, ...(claim.onBehalfOf === undefined ? [] : [claim.onBehalfOf])].map(nameOf),
      stance: claim.stance,
      certainty: claim.certainty,
      polarity: claim.polarity,
      quoteType: claim.quoteType,
      cue: claim.cue?.text,
      evidence: claim.evidence.map(({ start, end }) => text.slice(start, end)).join(" … "),
      confidence: claim.confidence,
    }));
  };
});

const fits = (claim: Told, wanted: Partial<Expected>): boolean =>
  (wanted.speaker === undefined || claim.speakers.some((name) => name.includes(wanted.speaker as string))) &&
  (wanted.stance === undefined || claim.stance === wanted.stance) &&
  (wanted.says === undefined || claim.evidence.includes(wanted.says)) &&
  (wanted.certainty === undefined || claim.certainty === wanted.certainty) &&
  (wanted.polarity === undefined || claim.polarity === wanted.polarity) &&
  (wanted.quoteType === undefined || claim.quoteType === wanted.quoteType) &&
  (wanted.cue === undefined || claim.cue === wanted.cue) &&
  (wanted.maxConfidence === undefined || claim.confidence <= wanted.maxConfidence);

function check({ text, claims, never = [] }: Case): void {
  const told = read(text);
  for (const wanted of claims)
    expect(
      told.filter((claim) => fits(claim, wanted)),
      `${JSON.stringify(wanted)} among ${JSON.stringify(told, null, 1)}`,
    ).not.toEqual([]);
  for (const unwanted of never)
    expect(
      told.filter((claim) => fits(claim, unwanted)),
      `never ${JSON.stringify(unwanted)}`,
    ).toEqual([]);
}

/** Requirement → the sample documents' sentence first, then sentences with other actors and verbs. */
const CASES: Readonly<Record<string, readonly Case[]>> = {
  "L25 positions of the cue": [
    {
      text: "Pyongyang has benefited from improved diplomatic ties with Russia, the State Department’s senior official for North Korea, Jung Pak, said in an interview Monday.",
      claims: [{ speaker: "Jung Pak", stance: "asserts", says: "Pyongyang has benefited", quoteType: "indirect", cue: "said" }],
    },
    {
      text: "He met the press in Ankara. “The corridor must reopen,” said Hakan Fidan, Turkey’s foreign minister. The blockade, according to Fidan, has cost millions. Fidan warned that the delay could spread hunger, adding that Turkey was sending two ships.",
      claims: [
        { speaker: "Hakan Fidan", stance: "asserts", says: "The corridor must reopen", quoteType: "direct" },
        { speaker: "Fidan", stance: "asserts", says: "according to Fidan" },
        { speaker: "Fidan", stance: "warns", says: "could spread hunger", certainty: "possible" },
        { speaker: "Fidan", stance: "asserts", says: "adding that Turkey was sending two ships" },
      ],
    },
    {
      text: "Germany’s defence minister, Boris Pistorius, told reporters that the convoy had crossed the border on Friday.",
      claims: [{ speaker: "Pistorius", stance: "asserts", says: "the convoy had crossed the border", cue: "told" }],
    },
  ],
  "L26 quotations of several sentences": [
    {
      text: "“We are ready to meet with North Korea without any preconditions. We will only do so in close consultation with South Korea,” Jung Pak said.",
      claims: [{ speaker: "Jung Pak", stance: "commits", says: "ready to meet with North Korea" }],
      never: [{ speaker: "document" }],
    },
    {
      text: "“The sea lane is closed. Our ships have turned back. Nobody has been hurt,” said Annalena Baerbock. “Repairs will take weeks.”",
      claims: [
        { speaker: "Baerbock", stance: "asserts", says: "Our ships have turned back", quoteType: "direct" },
        { speaker: "Baerbock", stance: "asserts", says: "Repairs will take weeks", quoteType: "direct" },
      ],
    },
    {
      text: "“Nothing was agreed,” Sergei Lavrov said.\n\n“The talks go on in Geneva next month.”",
      claims: [{ speaker: "Lavrov", stance: "asserts", says: "The talks go on in Geneva", quoteType: "direct" }],
    },
  ],
  "L27 quotation marks that do not match": [
    {
      text: "The joint statement condemned the deliveries. Russia itself voted for the restrictions,” it added. Seoul said it would answer.",
      claims: [{ speaker: "Korea", stance: "commits", says: "it would answer" }],
      never: [{ speaker: "tatement", says: "Seoul said it would answer" }],
    },
    {
      text: "Espen Barth Eide said the border was open. “We have seen no incident.\n\nFinland closed two crossings on Friday, Elina Valtonen said.",
      claims: [
        { speaker: "Eide", stance: "asserts", says: "the border was open" },
        { speaker: "Valtonen", stance: "asserts", says: "closed two crossings" },
      ],
      never: [{ speaker: "Eide", says: "Finland closed" }],
    },
    {
      text: "”The talks have failed,” Hakan Fidan said. Egypt warned that the truce could collapse.",
      claims: [
        { speaker: "Fidan", stance: "asserts", says: "The talks have failed" },
        { speaker: "Egypt", stance: "warns", says: "could collapse" },
      ],
      never: [{ speaker: "Fidan", says: "Egypt warned" }],
    },
  ],
  "L28 quotation marks that are no speech": [
    {
      text: "US and allies confirm North Korea-Russia ‘deleterious’ arms deal.\n\nThe Kremlin said it would cooperate with North Korea in “sensitive areas that can’t be disclosed.”",
      claims: [{ speaker: "Kremlin", stance: "commits", says: "sensitive areas", quoteType: "mixed" }],
      never: [{ says: "deleterious", quoteType: "direct" }],
    },
    {
      text: "The “shadow fleet” left port on Tuesday. Norway’s navy followed the so-called “ghost tankers” for two days.",
      claims: [],
      never: [{ quoteType: "direct" }, { speaker: "Norway" }],
    },
    {
      text: "Beijing said the “rules-based order” was an American invention.",
      claims: [{ speaker: "China", stance: "asserts", says: "rules-based order", quoteType: "mixed" }],
    },
  ],
  "L29 edits inside quotations": [
    {
      text: "“North Korea gets hard currency (from weapons trade) and oil,” Jung Pak said.",
      claims: [{ speaker: "Jung Pak", stance: "asserts", says: "(from weapons trade)", quoteType: "direct" }],
    },
    {
      text: "“[The convoy] has reached the border and [the crew] is safe,” said Annalena Baerbock.",
      claims: [{ speaker: "Baerbock", stance: "asserts", says: "has reached the border", quoteType: "direct" }],
    },
    {
      text: "Jens Stoltenberg told reporters: “They [the allies] will send more ammunition.”",
      claims: [{ speaker: "Stoltenberg", stance: "asserts", says: "will send more ammunition", quoteType: "direct" }],
      never: [{ speaker: "document" }],
    },
  ],
  "L30 pronoun speakers": [
    {
      text: "Vladimir Putin conceded that Bashar al-Assad was losing the war. He called for talks in Geneva.",
      claims: [{ speaker: "Putin", stance: "requests", says: "called for talks" }],
      never: [{ speaker: "Assad" }],
    },
    {
      text: "The joint statement condemned the deliveries. “Russia itself voted for the resolutions,” it added.",
      claims: [{ speaker: "tatement", stance: "asserts", says: "Russia itself voted" }],
    },
    {
      text: "Ursula von der Leyen arrived in Kyiv on Monday. Von der Leyen said the loan was ready. She added that the first tranche would be paid in June.",
      claims: [{ speaker: "Leyen", stance: "asserts", says: "the first tranche would be paid" }],
    },
    {
      text: "Xi Jinping and Narendra Modi met in Kazan, where they pledged to restore flights.",
      claims: [
        { speaker: "Xi Jinping", stance: "commits", says: "pledged to restore flights" },
        { speaker: "Modi", stance: "commits", says: "pledged" },
      ],
    },
  ],
  "L30 definite speakers": [
    {
      text: "Hezbollah fired rockets at Haifa on Monday. The group said it had not carried out the bombing in Beirut.",
      claims: [{ speaker: "Hezbollah", stance: "denies", says: "had not carried out" }],
    },
    {
      text: "A spokesman for the Foreign Ministry of Iran met the press. The spokesman warned that the talks could fail.",
      claims: [{ speaker: "Iran", stance: "warns", says: "could fail" }],
    },
    {
      text: "The African Union met in Addis Ababa. The bloc urged Sudan to halt the fighting.",
      claims: [{ speaker: "African Union", stance: "requests", says: "urged Sudan" }],
    },
  ],
  "L31 collective speakers": [
    {
      text: "Authorities of both the U.S. and South Korea have been warning publicly that the transfer was at the heart of the cooperation.",
      claims: [
        { speaker: "South Korea", stance: "warns", says: "the transfer was at the heart" },
        { speaker: "United States", stance: "warns", says: "the transfer" },
      ],
    },
    {
      text: "France and Germany agreed to build a new tank. Both sides reaffirmed their commitment to European defence.",
      claims: [
        { speaker: "Germany", stance: "commits", says: "reaffirmed their commitment" },
        { speaker: "France", stance: "commits", says: "reaffirmed" },
      ],
    },
    {
      text: "Finland, Sweden, and Norway welcomed the decision of the alliance.",
      claims: [
        { speaker: "Finland", stance: "praises", says: "welcomed" },
        { speaker: "Norway", stance: "praises", says: "welcomed" },
      ],
    },
  ],
  "L32 documents as speakers": [
    {
      text: "“The United States, Japan, and the Republic of Korea (ROK) strongly condemn the provision of military equipment to the Russian Federation,” the joint statement said Thursday.",
      claims: [{ speaker: "Japan", stance: "condemns", says: "strongly condemn", quoteType: "direct" }],
      never: [{ stance: "asserts", says: "strongly condemn" }],
    },
    {
      text: "The report says that enrichment has resumed at Natanz. According to the report, inspectors were turned away.",
      claims: [
        { speaker: "report", stance: "asserts", says: "enrichment has resumed" },
        { speaker: "report", stance: "asserts", says: "inspectors were turned away" },
      ],
    },
    {
      text: "The communiqué calls for a ceasefire in Sudan.",
      claims: [{ speaker: "ommuniqu", stance: "requests", says: "calls for a ceasefire" }],
    },
  ],
  "L33 sources within sources": [
    {
      text: "Radio Free Asia cited analysis by a private U.S. research organization the Institute for the Study of War as saying that the North could have already provided up to 500,000 pieces of ammunition to Russia.",
      claims: [
        { speaker: "Institute for the Study of War", stance: "asserts", says: "could have already provided", certainty: "possible" },
      ],
      never: [{ speaker: "document", says: "could have already provided" }],
    },
    {
      text: "The Pentagon has stated that it couldn’t corroborate reports that North Koreans were fighting in Ukraine.",
      claims: [{ speaker: "Department of Defense", stance: "cannotConfirm", says: "couldn’t corroborate" }],
      never: [{ stance: "denies" }],
    },
    {
      text: "Mark Rutte said that Warsaw had accused Minsk of sabotage.",
      claims: [{ speaker: "Poland", stance: "accuses", says: "accused Minsk" }],
    },
  ],
  "L36 denial": [
    {
      text: "Moscow and Pyongyang have consistently refuted the accusations of arms transfers.",
      claims: [
        { speaker: "Russia", stance: "denies", says: "refuted", polarity: "negative" },
        { speaker: "North Korea", stance: "denies", says: "refuted" },
      ],
    },
    {
      text: "Tehran denied supplying drones to the Houthis.",
      claims: [{ speaker: "Iran", stance: "denies", says: "denied supplying drones", polarity: "negative" }],
    },
    {
      text: "China rejected the allegations. Serbia’s government said that it had not sold shells to Ukraine.",
      claims: [
        { speaker: "China", stance: "denies", says: "rejected the allegations" },
        { speaker: "Serbia", stance: "denies", says: "had not sold shells", polarity: "negative" },
      ],
    },
  ],
  "L37 cannot confirm": [
    {
      text: "Jung Pak told Reuters that the United States doesn’t have definitive information on what nuclear technology may be transferred from Russia to North Korea.",
      claims: [{ speaker: "Jung Pak", stance: "cannotConfirm", says: "definitive information", certainty: "unspecified" }],
    },
    {
      text: "Israel’s military said it was unable to verify the footage.",
      claims: [{ speaker: "Israel", stance: "cannotConfirm", says: "unable to verify" }],
    },
    {
      text: "NATO could not confirm that the missile had come from Belarus.",
      claims: [{ speaker: "North Atlantic", stance: "cannotConfirm", says: "could not confirm" }],
      never: [{ stance: "confirms" }, { stance: "denies" }],
    },
  ],
  "L38 no comment": [
    {
      text: "Both Kim Jong Un and Vladimir Putin are yet to publicly comment on any ammunition deal.",
      claims: [
        { speaker: "Putin", stance: "declinesComment", says: "yet to publicly comment" },
        { speaker: "Kim Jong Un", stance: "declinesComment", says: "yet" },
      ],
    },
    {
      text: "The Ministry of Defence of the United Kingdom declined to comment on the crash.",
      claims: [{ speaker: "Ministry of Defence", stance: "declinesComment", says: "declined to comment" }],
    },
    {
      text: "Berlin refused to discuss the shipment. Ankara did not comment.",
      claims: [{ speaker: "Germany", stance: "declinesComment", says: "refused to discuss" }],
      never: [{ stance: "rejects" }, { stance: "denies" }],
    },
  ],
  "L39 pseudo-negation": [
    {
      text: "The U.S. reiterated that any nuclear attack by North Korea would not be tolerated.",
      claims: [{ speaker: "United States", stance: "threatens", says: "would not be tolerated", polarity: "positive" }],
    },
    {
      text: "“Not only has the embargo failed, but it has also hurt us,” Viktor Orbán said.",
      claims: [{ speaker: "Orbán", stance: "asserts", says: "Not only", polarity: "positive" }],
    },
    {
      text: "Seoul said it would resume talks without any preconditions.",
      claims: [{ speaker: "Korea", stance: "commits", says: "without any preconditions", polarity: "positive" }],
    },
  ],
  "L40 modality": [
    {
      text: "Antony Blinken and Mark Rutte both highlighted concerns that Russia may be paying North Korea with missile technology.",
      claims: [
        { speaker: "Blinken", stance: "expressesConcern", says: "may be paying", certainty: "possible" },
        { speaker: "Rutte", stance: "expressesConcern", says: "may be paying" },
      ],
    },
    {
      text: "Kaja Kallas said that Iran might be shipping missiles to Russia.",
      claims: [{ speaker: "Kallas", stance: "asserts", says: "might be shipping", certainty: "possible" }],
    },
    {
      text: "Jens Stoltenberg said the offensive was likely to begin in spring.",
      claims: [{ speaker: "Stoltenberg", stance: "estimates", says: "likely to begin", certainty: "probable" }],
    },
  ],
  "L41 hypotheses, threats and conditions": [
    {
      text: "The U.S. reiterated that such an attack would lead to the end of Kim Jong Un’s regime.",
      claims: [{ speaker: "United States", stance: "threatens", says: "the end of" }],
    },
    {
      text: "North Korea stated it would attack any loudspeakers if the broadcasts do not stop.",
      claims: [{ speaker: "North Korea", stance: "threatens", says: "would attack" }],
    },
    {
      text: "Benjamin Netanyahu said that Israel would strike again if the rockets continued.",
      claims: [{ speaker: "Netanyahu", stance: "threatens", says: "would strike again" }],
    },
  ],
  "L34 narration": [
    {
      text: "China’s firms have supplied Russia with engines, the U.S. has said. Chinese banks transferred money to North Korea.",
      claims: [{ speaker: "United States", stance: "asserts", says: "supplied Russia" }],
      never: [{ speaker: "United States", says: "Chinese banks transferred" }],
    },
    {
      text: "Egypt delivered ammunition to Sudan in May.",
      claims: [{ speaker: "document", stance: "asserts", says: "Egypt delivered", quoteType: "narration" }],
    },
  ],
  "L34 narration goes on": [
    {
      text: "According to Interpol, the network sold rifles to Libya. Two ships delivered missiles to Yemen in June.",
      claims: [{ speaker: "document", stance: "asserts", says: "delivered missiles", quoteType: "narration" }],
      never: [{ speaker: "Interpol", says: "Two ships" }],
    },
  ],
  "L35 echoes": [
    {
      text: "Poland accuses Belarus of sabotage\n\nPoland on Monday accused Belarus of sabotage on its railways.\n\nTrains were late.",
      claims: [{ speaker: "Poland", stance: "accuses", says: "sabotage on its railways" }],
    },
    {
      text: "Kenya pledges 1,000 police officers for Haiti\n\nKenya pledged to send 1,000 police officers to Haiti.\n\nThe mission has no date.",
      claims: [{ speaker: "Kenya", stance: "commits", says: "pledged to send 1,000 police officers" }],
    },
    {
      text: "Jung Pak warns of North Korean missile exports\n\nJung Pak warned that North Korean missile exports could grow.\n\nThe meeting ended on Monday.",
      claims: [{ speaker: "Jung Pak", stance: "warns", says: "could grow" }],
    },
  ],
  "nouns that carry a claim": [
    {
      text: "The United States and Japan have verified the deal, issuing a stern warning that the alliance would respond.",
      claims: [{ speaker: "Japan", stance: "warns", says: "stern warning that the alliance would respond" }],
    },
    {
      text: "Poland’s warning that the cables could be cut was ignored.",
      claims: [{ speaker: "Poland", stance: "warns", says: "warning that the cables could be cut", certainty: "possible" }],
    },
    {
      text: "The estimate by the Institute for the Study of War that 300 tanks were lost is disputed.",
      claims: [{ speaker: "Institute for the Study of War", stance: "estimates", says: "300 tanks were lost" }],
    },
  ],
  "resolved verbs of light meaning": [
    {
      text: "Antony Blinken expressed concern about the convoy. Mark Rutte made clear that the attack was unacceptable.",
      claims: [
        { speaker: "Blinken", stance: "expressesConcern", says: "concern about the convoy" },
        { speaker: "Rutte", stance: "asserts", says: "made clear that" },
      ],
    },
    {
      text: "Japan called on China to release the crew and welcomed the ruling.",
      claims: [
        { speaker: "Japan", stance: "requests", says: "called on China" },
        { speaker: "Japan", stance: "praises", says: "welcomed the ruling" },
      ],
      never: [{ speaker: "China" }],
    },
    {
      text: "Emmanuel Macron reaffirmed his support for Moldova, pledged to send trainers and ruled out talks with Transnistria.",
      claims: [
        { speaker: "Macron", stance: "supports", says: "reaffirmed his support" },
        { speaker: "Macron", stance: "commits", says: "pledged to send trainers" },
        { speaker: "Macron", stance: "rejects", says: "ruled out talks" },
      ],
    },
    {
      text: "The Security Council condemned in the strongest terms the attack on the convoy.",
      claims: [{ speaker: "Security Council", stance: "condemns", says: "the attack on the convoy" }],
    },
    {
      text: "Sergey Lavrov was quoted by TASS as saying that Moscow had no such plans.",
      claims: [{ speaker: "Lavrov", stance: "denies", says: "had no such plans", polarity: "negative" }],
      never: [{ speaker: "TASS" }],
    },
    {
      text: "Russia accused Ukraine of shelling the plant, but Kyiv dismissed the claim as propaganda.",
      claims: [
        { speaker: "Russia", stance: "accuses", says: "accused Ukraine" },
        { speaker: "Ukraine", stance: "denies", says: "dismissed the claim" },
      ],
      never: [{ speaker: "Russia", says: "dismissed the claim" }],
    },
    {
      text: "Iran, which backs Hezbollah, vowed revenge.",
      claims: [{ speaker: "Iran", stance: "threatens", says: "vowed revenge" }],
      never: [{ stance: "commits" }],
    },
    {
      text: "“Our patience has limits,” Sergey Lavrov was quoted as saying by TASS.",
      claims: [{ speaker: "Lavrov", stance: "asserts", says: "Our patience has limits" }],
      never: [{ speaker: "TASS" }],
    },
    {
      text: "The Ministry of Foreign Affairs of Pakistan issued a statement condemning the strikes on Kabul.",
      claims: [{ speaker: "Pakistan", stance: "condemns", says: "condemning the strikes" }],
    },
    {
      text: "India’s foreign ministry called the report baseless.",
      claims: [{ speaker: "ndia", stance: "denies", says: "called the report baseless" }],
    },
  ],
  "what is no claim": [
    {
      text: "France will announce a new package. Germany could warn Serbia. Did Turkey condemn the raid?",
      claims: [],
      never: [{ speaker: "France" }, { speaker: "Germany" }, { speaker: "Turkey" }],
    },
    {
      text: "If Iran decides to build a bomb, the region will arm. The ban stays until the Agency determines that Iraq has complied.",
      claims: [],
      never: [{ speaker: "Iran" }, { speaker: "Agency" }],
    },
    {
      text: "The United States maintains war reserve stocks in Israel. Although Britain also maintained an obligation, it was not invited.",
      claims: [],
      never: [{ speaker: "United States" }, { speaker: "United Kingdom" }],
    },
    {
      text: "The claimed launch and the alleged transfers were studied for weeks.",
      claims: [],
      never: [{ stance: "alleges", quoteType: "indirect" }],
    },
    {
      text: "The report’s author lives in Oslo. North Korea’s state media covered the parade.",
      claims: [],
      never: [{ quoteType: "indirect" }, { quoteType: "direct" }],
    },
  ],
  "L61 damaged sentences": [
    {
      text: "A top official, Jung Pak, said that Russia’s” full accept” of North Korea do n’t make its high- profile experts ‘ access better , she noted.",
      claims: [{ speaker: "Jung Pak", stance: "asserts", says: "full accept", maxConfidence: 0.5 }],
    },
    {
      text: "Hakan Fidan said that the cease- fire do n’t hold , and 1, 200 people ‘ ve left .",
      claims: [{ speaker: "Fidan", stance: "asserts", says: "ve left", maxConfidence: 0.5 }],
    },
    {
      text: "Jung Pak said that the port is open.",
      claims: [{ speaker: "Jung Pak", stance: "asserts", says: "the port is open" }],
      never: [{ speaker: "Jung Pak", maxConfidence: 0.5 }],
    },
  ],
};

for (const [requirement, cases] of Object.entries(CASES)) {
  describe(requirement, () => {
    for (const one of cases) it(one.text.slice(0, 80), () => check(one));
  });
}

describe("claims are one to a speaker and proposition", () => {
  it("merges a headline with what the body says", () => {
    const told = read("Jung Pak warns of North Korean missile exports\n\nJung Pak warned that North Korean missile exports could grow.");
    expect(told.filter(({ stance }) => stance === "warns")).toHaveLength(1);
  });
  it("gives the same ids and the same order every time", () => {
    const text = "Tehran denied supplying drones to the Houthis. France condemned the attack and urged Iran to stop.";
    expect(read(text)).toEqual(read(text));
    expect(read(text).map(({ stance }) => stance)).toEqual(["denies", "condemns", "requests"]);
  });
});
