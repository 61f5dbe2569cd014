import { beforeAll, describe, expect, it } from "vitest";
import { createEventReader, type EventReader } from "./event-reading.ts";

let read: EventReader;
beforeAll(async () => {
  read = await createEventReader();
});

/** Text, event type, how the grammar presents it. */
type Row = readonly [text: string, type: string, mode: string];

const ROWS: readonly Row[] = [
  // told
  ["North Korea shipped munitions to Russia.", "ArmsTransfer", "actual"],
  ["The Kremlin did notify the United States before the test.", "Notification", "actual"],
  ["China did inform Japan of the launch.", "Notification", "actual"],
  ["Russia is sending helicopters to Mali.", "ArmsTransfer", "actual"],
  // L40, modality
  ["Russia may be assisting North Korea.", "Aid", "possible"],
  ["China might have supplied drones to Russia.", "ArmsTransfer", "possible"],
  ["The North Koreans could have already provided shells to Russia.", "ArmsTransfer", "possible"],
  ["Iran could have transferred rockets to Hezbollah.", "ArmsTransfer", "possible"],
  ["She spoke of the possibility of Russia providing surface-to-air missiles to North Korea.", "ArmsTransfer", "possible"],
  ["The potential transfer of nuclear technologies from Russia to Iran worries Israel.", "TechnologyTransfer", "possible"],
  ["Such missiles could be used by Hamas against Israel.", "Attack", "hypothetical"],
  ["China could attack Taiwan.", "Attack", "hypothetical"],
  // L41, conditions
  ["If Russia attacks Poland, the alliance will respond.", "Attack", "hypothetical"],
  ["In case North Korea attacks South Korea, troops are ready.", "Attack", "hypothetical"],
  ["Any nuclear attack by North Korea against Japan would be met with force.", "Attack", "hypothetical"],
  ["Any Russian attack on Poland would lead to war.", "Attack", "hypothetical"],
  ["Such transfers would violate Resolution 1718.", "Violation", "hypothetical"],
  // L42, labels
  ["Pyongyang’s alleged support for Hamas drew criticism.", "Aid", "alleged"],
  ["Iran's alleged attack on Israel was discussed.", "Attack", "alleged"],
  ["Iran reportedly sold drones to Russia.", "ArmsTransfer", "alleged"],
  ["Ukraine accused Belarus of supplying tanks to Russia.", "ArmsTransfer", "alleged"],
  // L44, intentions
  ["South Korea and Japan have agreed to conduct naval exercises.", "Exercise", "planned"],
  ["Germany will send tanks to Ukraine.", "ArmsTransfer", "planned"],
  ["Poland plans to buy helicopters from Italy.", "ArmsTransfer", "planned"],
  ["Russia vowed to supply grain to Mali.", "Aid", "planned"],
  ["Antony Blinken intends to visit China.", "Visit", "planned"],
  ["The Kremlin said Russia would cooperate with North Korea.", "Cooperation", "planned"],
  ["India said it would buy missiles from Israel.", "ArmsTransfer", "planned"],
  ["Turkey is considering buying fighter jets from Sweden.", "ArmsTransfer", "hypothetical"],
  ["Japan urged Russia to withdraw from the treaty.", "AgreementEnded", "hypothetical"],
  // negation and what only looks like it (L38, L39)
  ["Iran has not supplied missiles to Russia.", "ArmsTransfer", "negated"],
  ["China never sold tanks to Iran.", "ArmsTransfer", "negated"],
  ["Russia refused to sell helicopters to Armenia.", "ArmsTransfer", "negated"],
  ["Iran failed to deliver drones to Russia.", "ArmsTransfer", "negated"],
  ["China has yet to deliver the warships to Pakistan.", "ArmsTransfer", "negated"],
  ["South Korea agreed not to sell shells to Ukraine.", "ArmsTransfer", "negated"],
  ["Peru and Chile agreed not to use force.", "AgreementMade", "actual"],
  ["Germany ruled out sending ground troops to Ukraine.", "Deployment", "negated"],
  ["Turkey rejected repeated American requests to cancel the purchase.", "Request", "actual"],
  ["Turkey paused its survey plans at the request of Germany.", "Request", "actual"],
  ["The king signed a law suspending Jordan's participation in New START.", "AgreementEnded", "actual"],
  // what is offered, tried or looked forward to is not there yet; a blow that is tried is one
  ["The Czech Republic offered Poland helicopters.", "ArmsTransfer", "planned"],
  ["Joe Biden looks forward to traveling to Canada in March.", "Visit", "planned"],
  // who tries to agree is talking already
  ["Tehran and Riyadh are trying to reach a deal on shipping.", "Negotiation", "actual"],
  ["Rebels tried to storm the base at Homs.", "Attack", "actual"],
  ["The Commission praised the EU's decision last December to open accession negotiations with Moldova.", "Negotiation", "planned"],
  ["The imperialists of the U.S., who are going to stage joint military drills with Japan, will regret it.", "Exercise", "planned"],
  // a breach is as real as the deed
  ["Libya threatened to use chemical weapons in violation of the Geneva Protocol.", "Violation", "hypothetical"],
  // who did it is a guess, or whether
  ["Suspected Taliban militants attacked a Pakistani post.", "Attack", "alleged"],
  ["The panel is investigating military cooperation between North Korea and Sudan.", "Cooperation", "alleged"],
  ["Iran not only sold drones to Russia but also sent instructors.", "ArmsTransfer", "actual"],
  ["Serbia has not only supplied shells to Ukraine but trained its gunners.", "ArmsTransfer", "actual"],
  // questions with the modal before the subject
  ["Should Norway send frigates to Ukraine?", "ArmsTransfer", "hypothetical"],
  ["Will the United Kingdom continue to arm Kuwait?", "ArmsTransfer", "hypothetical"],
  // one asks for what a bare verb says at the head of a clause; a condition may be told by inversion
  ["Please send missiles to Ukraine.", "ArmsTransfer", "hypothetical"],
  ["Had Iraq invaded Jordan, Britain would have intervened.", "Attack", "hypothetical"],
  // what is asked to be left undone is asked for, what is promised to be left undone is not done
  ["Iran must never build a nuclear weapon.", "Buildup", "hypothetical"],
  ["Sudan should not sell arms to Chad.", "ArmsTransfer", "hypothetical"],
  ["Tehran urged Delhi not to sell missiles to Saudi Arabia.", "ArmsTransfer", "hypothetical"],
  ["France will ensure that Libya never acquires a nuclear weapon.", "Buildup", "hypothetical"],
  ["Serbia agreed to refrain from selling shells to Ukraine.", "ArmsTransfer", "negated"],
  ["The Council urged Rwanda to refrain from sending troops to Congo.", "Deployment", "hypothetical"],
  // weighed, blocked, put off
  ["Madrid has not ruled out sending troops to Mali.", "Deployment", "hypothetical"],
  ["Why is he against selling tanks to Egypt?", "ArmsTransfer", "hypothetical"],
  ["Talks on a sale of frigates to Peru have stalled.", "ArmsTransfer", "hypothetical"],
  ["Ottawa blocked a sale of drones to Turkey.", "ArmsTransfer", "negated"],
  ["Oslo wants to block a sale of missiles to Qatar.", "ArmsTransfer", "hypothetical"],
  ["Iraq was prevented from buying helicopters from Italy.", "ArmsTransfer", "negated"],
  ["A summit between Joe Biden and Narendra Modi is planned for May.", "Meeting", "planned"],
  ["Emmanuel Macron is due to visit Egypt on Sunday.", "Visit", "planned"],
  ["It is vital that Germany send tanks to Ukraine.", "ArmsTransfer", "hypothetical"],
  // hearsay, and the want of proof
  ["Libya is said to have bought tanks from Belarus.", "ArmsTransfer", "alleged"],
  ["Satellite images suggest that Iran shipped missiles to Yemen.", "ArmsTransfer", "alleged"],
  ["There is no evidence that India has sold shells to Israel.", "ArmsTransfer", "possible"],
  ["Officials saw no sign that Belarus supplied jets to Sudan.", "ArmsTransfer", "possible"],
  ["It is unclear whether Turkey delivered the drones to Mali.", "ArmsTransfer", "possible"],
  ["It has not been proven if Cuba supplied rifles to Angola.", "ArmsTransfer", "possible"],
  // a blow that is looked into or broken off was dealt; whoever is held on suspicion is held
  ["Police are investigating the assassination of Shinzo Abe.", "Attack", "actual"],
  ["Two suspected Taliban fighters were arrested by Pakistan.", "LegalAction", "actual"],
  // steps that will be taken
  ["The minister will take all legal steps to investigate and prosecute Hezbollah.", "LegalAction", "planned"],
  // prohibitions and requests of resolutions
  ["Calls upon all States to prohibit the supply of weapons to Somalia;", "ArmsTransfer", "hypothetical"],
  ["Decides that all States shall prevent the sale of aircraft to Libya;", "ArmsTransfer", "hypothetical"],
  // presupposed by a noun (L45)
  ["Moscow denounced U.S. weapons sales to Taiwan.", "ArmsTransfer", "actual"],
  ["Analysts discussed Russia’s veto of the resolution.", "Veto", "actual"],
];

describe("factuality", () => {
  it.each(ROWS)("%s", (text, type, mode) => {
    const found = read(text).filter((event) => event.type === type);
    expect(
      found.map((event) => event.mode),
      JSON.stringify(read(text).map((event) => [event.type, event.roles, event.mode])),
    ).toContain(mode);
    expect(found).toHaveLength(1);
  });

  it("never tells a hypothetical or denied transfer as a fact (L36–L41)", () => {
    const texts = [
      "If Iran sells missiles to Russia, sanctions will follow.",
      "Iran did not sell missiles to Russia.",
      "Russia would sell missiles to Iran if sanctions ended.",
      "Washington fears that China may sell drones to Russia.",
      "The prospect of China selling drones to Russia alarmed Kyiv.",
      "South Korea has no plans to sell shells to Ukraine.",
    ];
    for (const text of texts) {
      const told = read(text).filter((event) => event.type === "ArmsTransfer" && event.mode === "actual");
      expect(
        told.map((event) => event.roles),
        text,
      ).toEqual([]);
    }
  });

  it("keeps the words that decided it", () => {
    const text = "Iran may have sold drones to Russia.";
    const [event] = read(text);
    const cues = event?.draft.occurrences[0]?.factuality.cues ?? [];
    expect(cues.map((cue) => text.slice(cue.start, cue.end))).toEqual(["may have sold"]);
  });
});
