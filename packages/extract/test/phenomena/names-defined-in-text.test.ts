import { loadEnglish } from "@chancery/nlp";
import { expect } from "vitest";
import { check, claim, event, mention, noEntity, noEvent, noMention, phenomenon } from "./phenomenon.ts";

const analyzer = await loadEnglish();
const sentences = (count: number) =>
  check((_extraction, text) => expect(analyzer.analyze(text).sentences.map((one) => text.slice(one.start, one.end))).toHaveLength(count));

phenomenon("L19", "acronyms that a text defines", [
  {
    text: "The seminar was held by the Center for Strategic and International Studies (CSIS). CSIS published a paper.",
    gives: [mention("CSIS", "Center for Strategic and International Studies", { kind: "acronym" })],
  },
  { text: "The Nuclear Consultation Group (NCG) met. The NCG reviewed plans.", gives: [mention("NCG", "forum/ncg")] },
  {
    text: "“The Republic of Korea (ROK) strongly condemns the provision of munitions by the Democratic People’s Republic of Korea (DPRK),” the statement said. The DPRK and the ROK were silent.",
    gives: [mention("ROK", "state/kor"), mention("DPRK", "state/prk")],
  },
  {
    text: "Both parties have reaffirmed their dedication to enhancing the United Nations Command (UNC). The UNC was praised.",
    gives: [mention("UNC", "org/unc")],
  },
  {
    text: "The U.S. and South Korea met in Seoul. They have agreed to conduct at least three Tabletop Exercises (TTX) and military drills in 2025.",
    gives: [event("Exercise", {}, { status: "planned", edtf: "2025", quantity: [{ min: 3 }] })],
  },
  {
    text: "The Sudanese Front for Renewal (SFR) attacked a convoy. The SFR denied the attack.",
    gives: [mention("SFR", "Sudanese Front for Renewal"), event("Attack", { actor: ["Sudanese Front for Renewal"] })],
  },
  {
    text: "The Norwegian Institute of Arctic Affairs (NIAA) counted 40 ships. NIAA said Russia had deployed submarines.",
    gives: [mention("NIAA", "Norwegian Institute of Arctic Affairs"), claim({ speaker: "Norwegian Institute of Arctic Affairs" })],
  },
]);

phenomenon("L20", "acronyms whose letters do not match", [
  { text: "The 24th Integrated Defense Dialogue (KIDD) was held in Washington, D.C., on Monday.", gives: [mention("KIDD", "forum/kidd")] },
  {
    text: "Both sides reviewed the transfer of wartime operational control (OPCON) and praised the transfer of OPCON.",
    gives: [noEntity("Organization", "OPCON"), noEvent("ArmsTransfer")],
  },
  {
    text: "They decided to advance the U.S.-South Korea Reciprocal Defense Procurement Agreement (RDP-A).",
    gives: [mention("RDP-A", "Reciprocal Defense Procurement Agreement (US-ROK)")],
  },
  {
    text: "India and France agreed to conduct Tabletop Exercises (TTX).",
    gives: [event("Exercise", {}, { status: "planned" }), noEntity("Organization", "TTX")],
  },
  {
    text: "The two navies agreed on the Mutual Logistics Accord (ACSA) and renewed the ACSA on Friday.",
    gives: [mention("ACSA", "Mutual Logistics Accord")],
  },
  {
    text: "The Coastal Security Pact (COSEC-P) was signed by Japan and Palau. COSEC-P allows patrols.",
    gives: [mention("COSEC-P", "Coastal Security Pact")],
  },
]);

phenomenon("L21", "an expansion in square brackets", [
  {
    text: "“The fact that the DPRK [Democratic People’s Republic of Korea] is assisting Russia,” she said, referring to North Korea by the acronym of its official name.",
    gives: [
      mention("DPRK", "state/prk"),
      mention("Democratic People’s Republic of Korea", "state/prk"),
      mention("North Korea", "state/prk"),
    ],
  },
  {
    text: "“The PRC [People’s Republic of China] has sold missiles to Myanmar,” he said.",
    gives: [mention("PRC", "state/chn"), event("ArmsTransfer", { supplier: ["China"], recipient: ["Myanmar"] })],
  },
  {
    text: "“The SDF [Syrian Democratic Forces] attacked the base,” she said.",
    gives: [mention("SDF", "Syrian Democratic Forces"), event("Attack", { actor: ["Syrian Democratic Forces"] })],
  },
]);

phenomenon("L22", "variants of official names", [
  {
    text: "Johnson cited the 3rd Nuclear Consultation Group (NCG) held in Korea.",
    gives: [mention("Nuclear Consultation Group", "forum/ncg")],
  },
  {
    text: "Russia’s veto on the extension of the term of the expert panel under the UN North Korea Sanctions Committee was criticised.",
    gives: [event("Veto", { actor: ["Russia"] }), mention("expert panel", "UN Panel of Experts")],
  },
  {
    text: "The 24th Integrated Defense Dialogue (KIDD) opened in Washington on Monday.",
    gives: [mention("Integrated Defense Dialogue", "forum/kidd")],
  },
  { text: "The Nuclear Consultative Group met in Seoul.", gives: [mention("Nuclear Consultative Group", "forum/ncg")] },
  {
    text: "The U.N. Panel of Experts on North Korea said that Pyongyang exported shells.",
    gives: [claim({ speaker: "Panel of Experts" })],
  },
  {
    text: "The Korea-U.S. Integrated Defense Dialogue was held in Seoul in May.",
    gives: [mention("Korea-U.S. Integrated Defense Dialogue", "forum/kidd")],
  },
]);

phenomenon("L23", "ordinals of a series", [
  { text: "Johnson praised the 3rd Nuclear Consultation Group (NCG) held in Korea.", gives: [event("Meeting", { ordinal: ["3"] })] },
  {
    text: "The 24th Integrated Defense Dialogue (KIDD) was held in Washington, D.C., USA, on the 11th (local time).",
    gives: [event("Meeting", { ordinal: ["24"], forum: ["Korea-U.S. Integrated Defense Dialogue"] })],
  },
  {
    text: "India and France held their fifth summit in Paris.",
    gives: [event("Meeting", { participant: ["France", "India"], ordinal: ["5"] })],
  },
  {
    text: "The 21st Shangri-La Dialogue opened in Singapore on Friday.",
    gives: [event("Meeting", { forum: ["Shangri-La Dialogue"], ordinal: ["21"] })],
  },
  {
    text: "Japan and Australia met for a third time in Sydney.",
    gives: [event("Meeting", { participant: ["Australia", "Japan"], ordinal: ["3"] })],
  },
]);

phenomenon("L24", "abbreviations with full stops", [
  {
    text: "“Strengthening the U.S.-Korea Alliance” was held in the U.S. It opened in Washington, D.C., USA, on Monday.",
    gives: [sentences(2), mention("U.S.", "state/usa")],
  },
  {
    text: "Asked whether the U. S. is currently weighing a similar threat, Pak said no.",
    gives: [sentences(1), mention("U. S.", "state/usa")],
  },
  {
    text: "The U.N. resolutions and the UN were cited by the US.",
    gives: [sentences(1), mention("U.N.", "org/un"), mention("UN", "org/un"), mention("US", "state/usa")],
  },
  { text: "The forum was held in Washington, D.C., USA.", gives: [sentences(1)] },
  {
    text: "Gen. John Smith of the U.K. met Lt. Col. R. J. Baker on Nov. 12 at 5 p.m. near Ft. Drum.",
    gives: [sentences(1), mention("U.K.", "state/gbr")],
  },
  { text: "Dr. Ana Silva left the U.N. Security Council. Mr. Lee of Acme Co. Ltd. stayed.", gives: [sentences(2), noMention("U")] },
]);
