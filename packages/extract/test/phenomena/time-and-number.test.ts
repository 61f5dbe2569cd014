import { findQuantities, findTimes, loadEnglish } from "@chancery/nlp";
import { expect } from "vitest";
import { check, claim, event, phenomenon } from "./phenomenon.ts";

const analyzer = await loadEnglish();
/** The dates of the text as EDTF, in order. */
const dates = (...wanted: readonly (string | undefined)[]) =>
  check((extraction, text) => {
    const { published } = extraction.document;
    const found = findTimes(analyzer.analyze(text), published === undefined ? {} : { published });
    expect(found.filter(({ kind }) => kind === "date").map(({ edtf }) => edtf)).toEqual(wanted);
  });
/** One number of the text. */
const number = (text: string, wanted: Readonly<Record<string, unknown>>) =>
  check((_extraction, source) => {
    expect(findQuantities(analyzer.analyze(source)).find((quantity) => quantity.text === text)).toMatchObject(wanted);
  });

phenomenon("L49", "dates without a year", [
  { text: "On June 10, a U.S. official expressed concern.", gives: [dates("XXXX-06-10")] },
  { text: "The two countries met, the official said on Nov. 13.", gives: [dates("XXXX-11-13")] },
  { text: "In July, the Chinese regime rejected Washington’s call for more talks.", gives: [event("Rejection", {}, { edtf: "XXXX-07" })] },
  {
    text: "In July, the Chinese regime rejected Washington’s call for more talks.",
    published: "2024-11-14",
    gives: [event("Rejection", {}, { edtf: "2024-07" })],
  },
  { text: "On March 3, Vietnam bought radars from Israel.", gives: [event("ArmsTransfer", {}, { edtf: "XXXX-03-03" })] },
  { text: "Cuba tested a rocket in May.", gives: [event("WeaponTest", {}, { edtf: "XXXX-05" })] },
]);

phenomenon("L50", "the day alone", [
  {
    text: "The 24th Integrated Defense Dialogue (KIDD) was held in Washington, D.C., USA, on the 11th (local time).",
    gives: [event("Meeting", {}, { edtf: "XXXX-XX-11" })],
  },
  { text: "Peru and Chile held a joint exercise on the 9th.", gives: [dates("XXXX-XX-09")] },
  { text: "The minister arrived on the 22nd.", gives: [dates("XXXX-XX-22")] },
]);

phenomenon("L51", "weekdays and deictic words", [
  {
    text: "“We condemn the shipments,” the joint statement said Thursday.",
    published: "2023-10-27",
    gives: [claim({ speaker: "statement", uttered: "2023-10-26" })],
  },
  {
    text: "Kim Jong Un and Vladimir Putin met in Russia’s Far East last month.",
    published: "2023-10-27",
    gives: [event("Meeting", {}, { edtf: "2023-09" })],
  },
  { text: "Kim Jong Un and Vladimir Putin met in Russia’s Far East last month.", gives: [event("Meeting", {}, { edtf: null })] },
  { text: "Iran sold drones to Sudan yesterday.", published: "2024-03-02", gives: [event("ArmsTransfer", {}, { edtf: "2024-03-01" })] },
  { text: "Togo condemned the attack on Monday.", published: "2024-03-06", gives: [dates("2024-03-04")] },
]);

phenomenon("L52", "dates of the discourse", [
  {
    text: "On Nov. 12, 2024, North Korea deployed soldiers. Speaking from NATO headquarters in Brussels on the same day, Blinken highlighted concerns.",
    gives: [dates("2024-11-12", "2024-11-12")],
  },
  {
    text: "On 4 May 2023, India and Pakistan met in Goa. On the same day, China and Russia met in Delhi.",
    gives: [event("Meeting", { participant: ["China", "Russia"] }, { edtf: "2023-05-04" })],
  },
  {
    text: "Mali bought tanks on 2 June 2021. Two weeks later, Niger bought drones.",
    gives: [dates("2021-06-02", "2021-06-14/2021-06-20")],
  },
]);

phenomenon("L53", "durations and comparisons", [
  {
    text: "It was the first time in 44 years that China tested a long-range missile over the Pacific Ocean.",
    gives: [event("WeaponTest", { actor: ["China"] }, { edtf: null }), dates()],
  },
  { text: "Johnson said the policy has remained the same since the inception of the Biden administration.", gives: [dates()] },
  { text: "Rwanda trained the rebels for 15 years.", gives: [dates()] },
  { text: "Georgia tested a rocket for the first time in a decade.", gives: [event("WeaponTest", { actor: ["Georgia"] }, { edtf: null })] },
]);

phenomenon("L54", "decoys", [
  {
    text: "North Korea ships weapons to Russia, Jung Pak said.\n\n© 2024 Bloomberg L. P\nDistributed by Tribune Content Agency, LLC.",
    gives: [event("ArmsTransfer", { supplier: ["North Korea"] }, { edtf: null })],
  },
  {
    text: "US and allies confirm arms deal\n\nU.S. President Joe Biden holds a joint press conference with Japanese Prime Minister Fumio Kishida at Camp David near Thurmont, Maryland, U.S., August 18, 2023.\n\nThe United States and Japan signed an agreement, officials said.",
    gives: [event("AgreementMade", {}, { edtf: null })],
  },
  {
    text: "They praised the 3rd summit between India and Japan.",
    gives: [dates(), event("Meeting", { participant: ["India", "Japan"] }, { edtf: null })],
  },
  { text: "Norway bought submarines from Germany.\n\nCopyright 2019 The Fjord Times", gives: [event("ArmsTransfer", {}, { edtf: null })] },
]);

phenomenon("L55", "numerals", [
  {
    text: "North Korea has provided Russia with more than 1,000 containers filled with military equipment.",
    gives: [event("ArmsTransfer", {}, { quantity: [{ min: 1000, minExclusive: true, unit: "container" }] })],
  },
  {
    text: "According to Jung Pak, North Korea has so far shipped 40 ballistic missiles used in Ukraine and 11, 000 containers of munitions to Russia.",
    gives: [
      event(
        "ArmsTransfer",
        {},
        {
          quantity: [
            { min: 40, max: 40, unit: "missile" },
            { min: 11000, max: 11000, unit: "container" },
          ],
        },
      ),
    ],
  },
  {
    text: "The containers could hold about 3 million rounds of 152 mm artillery shells.",
    gives: [
      number("about 3 million rounds", { min: 3e6, max: 3e6, approximate: true, unit: "round" }),
      number("152 mm", { kind: "calibre" }),
    ],
  },
  {
    text: "They have agreed to conduct at least three Tabletop Exercises.",
    gives: [number("at least three Tabletop Exercises", { min: 3 })],
  },
  { text: "The 10,000 troops or so are in Russia right now.", gives: [number("10,000 troops or so", { min: 10000, approximate: true })] },
  {
    text: "Iran sold Sudan a pair of corvettes, dozens of drones and at least six radars.",
    gives: [event("ArmsTransfer", {}, { quantity: [{ min: 2, max: 2 }, { min: 24, approximate: true }, { min: 6 }] })],
  },
  {
    text: "Egypt bought two of the three frigates from Italy for 990 million euros.",
    gives: [
      event(
        "ArmsTransfer",
        {},
        {
          quantity: [
            { min: 2, max: 2, unit: "frigate" },
            { min: 990e6, max: 990e6, unit: "EUR" },
          ],
        },
      ),
    ],
  },
  {
    text: "The Houthis have attacked Saudi Arabia more than 100 times.",
    gives: [event("Attack", {}, { quantity: [{ min: 100, minExclusive: true, unit: "attack" }] })],
  },
  {
    text: "A Russian strike on Odesa killed at least 20 people and wounded 45.",
    gives: [
      event(
        "Attack",
        {},
        {
          quantity: [
            { min: 20, unit: "person" },
            { min: 45, max: 45, unit: "person" },
          ],
        },
      ),
    ],
  },
  {
    text: "At least 14 people were killed in an Israeli strike on Tyre.",
    gives: [event("Attack", {}, { quantity: [{ min: 14, unit: "person" }] })],
  },
  {
    text: "Japan sent half of its 40 patrol boats to Vietnam.",
    gives: [event("ArmsTransfer", {}, { quantity: [{ min: 20, max: 20, unit: "boat" }] })],
  },
  {
    text: "Iran, which has 3,000 missiles, sold 40 drones to Sudan.",
    gives: [event("ArmsTransfer", {}, { quantity: [{ min: 40, max: 40, unit: "drone" }] })],
  },
]);

phenomenon("L56", "one quantity told again, and by others", [
  {
    text: "Richard Johnson said that North Korea has provided Russia with more than 1,000 containers of ammunition. North Korea provided Russia with more than 1,000 containers of ammunition, Japan said.",
    gives: [
      event("ArmsTransfer", { supplier: ["North Korea"] }, { quantity: [{ min: 1000, minExclusive: true }] }),
      claim({ speaker: "Richard Johnson", content: "ArmsTransfer" }),
      claim({ speaker: "Japan", content: "ArmsTransfer" }),
    ],
  },
  {
    text: "Iran Sells 200 Drones to Sudan\n\nIran sold 200 drones to Sudan, Kenya’s president, William Ruto, said on Monday.",
    gives: [
      check((extraction) => {
        expect(extraction.events.filter(({ type }) => type === "ArmsTransfer")).toHaveLength(1);
      }),
      event("ArmsTransfer", {}, { quantity: [{ min: 200, max: 200 }] }),
    ],
  },
  {
    text: "Serbia sold 5,000 rifles to Mali. Chad bought 300 rifles from Serbia.",
    gives: [
      event("ArmsTransfer", { recipient: ["Mali"] }, { quantity: [{ min: 5000 }] }),
      event("ArmsTransfer", { recipient: ["Chad"] }, { quantity: [{ min: 300 }] }),
    ],
  },
]);
