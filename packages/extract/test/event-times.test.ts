import { beforeAll, describe, expect, it } from "vitest";
import { createEventReader, type EventReader } from "./event-reading.ts";

let read: EventReader;
beforeAll(async () => {
  read = await createEventReader();
});

/** A Thursday. */
const PUBLISHED = "2024-06-20";

describe("which happening a date belongs to", () => {
  it.each([
    // the clause that says what the day was
    ["One such raid took place on 12 May 2013, when Turkish aircraft struck a Kurdish convoy near Afrin.", "Attack", "2013-05-12"],
    // what opens the sentence holds for all that is joined to it
    ["In 1961, Kennedy founded an agency, and the United States reopened talks with the Soviet Union.", "Negotiation", "1961"],
    ["In April 2015 Russia lifted its ban and sold the S-300 system to Iran.", "ArmsTransfer", "2015-04"],
    ["As early as 2027, France and Italy plan to deploy frigates to Djibouti.", "Deployment", "2027/.."],
    ["On 6 January 1942, envoys of China and Peru at war with the Axis met in Lima to sign the Declaration.", "Meeting", "1942-01-06"],
    // the date of a text is the text's
    ["Chad violated the border treaty of 29 February 1972.", "Violation", undefined],
    ["Kenya violated point 4 of the joint statement of November 9, 2020, the ministry said.", "Violation", undefined],
    ["Iran's actions violate the nuclear deal signed in Vienna on 14 July 2015.", "Violation", undefined],
    // that of the saying and judging theirs
    ["According to a report released on Monday, Iran has supplied drones to Sudan.", "ArmsTransfer", undefined],
    ["Mali severed ties with Algeria on Tuesday, accusing the country of supplying drones to the rebels.", "ArmsTransfer", undefined],
    ["In March 2022, the Pentagon said, Russia deployed hypersonic missiles to Kaliningrad.", "Deployment", "2022-03"],
    // of the clause beside it
    ["In June, after Iran refused a deal with the United States, Trump authorised the operation.", "Rejection", undefined],
    ["Tokyo, which agreed to the deal in December, sold missiles to Manila in January.", "ArmsTransfer", "2024-01"],
    // day of agreeing, date of doing
    ["Norway signed a contract on Tuesday to buy missiles from Poland.", "ArmsTransfer", undefined],
    // somebody's word for a thing stands between
    ["Libya test-fired what it said was a new rocket on Sunday.", "WeaponTest", "2024-06-16"],
    ["Pakistan struck what Islamabad described as hideouts of the Taliban on Tuesday.", "Attack", "2024-06-18"],
    // a second verb behind parties that are joined
    ["The treaty was signed by Peru and Chile on 8 April 2010 and entered into force in 2011.", "AgreementMade", "2010-04-08"],
    // the occasion shares the day
    ["The pact was signed by Joe Biden and Narendra Modi on June 1 during the American president's visit to India.", "Visit", "2024-06-01"],
    ["He prepared the June 12, 2018 summit in Singapore between Donald Trump and Kim Jong Un.", "Meeting", "2018-06-12"],
    [
      "The summit, which took place in Oslo from 3 to 5 May, brought together leaders of Sweden and Norway.",
      "Meeting",
      "2024-05-03/2024-05-05",
    ],
    // what is gone on with since another happening
    ["Canada has sanctioned 300 people since Russia's invasion of Ukraine in February 2022.", "Sanction", "2022-02/.."],
    ["The junta has imported weapons from Belarus since seizing power on Feb. 1, 2021.", "ArmsTransfer", "2021-02-01/.."],
    // what a happening is measured by is not its date
    ["Rebels on Monday launched the largest attack on Goma of the last 10 years.", "Attack", "2024-06-17"],
    ["Chad held its third nuclear test in 2017.", "WeaponTest", "2017"],
    ["Last Friday he resigned to protest Israel's attack on Gaza.", "Attack", undefined],
    ["Hezbollah claimed responsibility for the attack on a base in Haifa on Monday.", "Attack", "2024-06-17"],
    // a paper does what it does on the day that it is signed
    ["Today, Joe Biden signed an executive order imposing new sanctions on Cuba.", "Sanction", "2024-06-20"],
    // so many days from the first
    ["India and Japan began a three-day exercise in the Bay of Bengal on Monday.", "Exercise", "2024-06-17/2024-06-19"],
    ["Emmanuel Macron starts a two-day trip to Egypt on Saturday.", "Visit", "2024-06-22/2024-06-23"],
    // a noun that is done by its verb
    ["Israel's strike on Damascus killed two officers on 3 May.", "Attack", "2024-05-03"],
    ["The Council of Ministers cited the attack by gunmen on a Malian base on April 22.", "Attack", "2024-04-22"],
  ])("%s", (text, type, edtf) => {
    const found = read(text, PUBLISHED).filter((event) => event.type === type);
    expect(found.map((event) => event.draft.time?.edtf)).toEqual([edtf]);
  });
});

describe("happenings dated by their distance from others", () => {
  it.each([
    ["The panel closed on 30 April, a month after Russia vetoed the resolution on its mandate.", "Veto", "2024-03"],
    ["Kosovo broke away in 2008, nine years after NATO bombed Serbia.", "Attack", "1999"],
    ["Chad closed its border on Wednesday, two days after Sudanese gunmen attacked a Chadian army post.", "Attack", "2024-06-17"],
    ["Rebels withdrew on Saturday, a day after a drone launched by the army hit Mekelle.", "Attack", "2024-06-14"],
    ["The raid came three days after the 14 September 2019 attack by Iranian drones on Saudi oil facilities.", "Attack", "2019-09-14"],
    ["Two days after the summit of 8 June 2024, France deployed a frigate to the Black Sea.", "Deployment", "2024-06-10"],
    [
      "Greece and Egypt concluded a maritime agreement on 6 August 2020. Four days later Turkey dispatched a warship to the disputed waters.",
      "Deployment",
      "2020-08-10",
    ],
  ])("%s", (text, type, edtf) => {
    const found = read(text, PUBLISHED).filter((event) => event.type === type);
    expect(found.map((event) => event.draft.time?.edtf)).toContain(edtf);
  });
});

describe("blows counted on in the next sentence", () => {
  it("are of the same day, unless their sentence gives another or has another start", () => {
    const days = (text: string): readonly (string | undefined)[] =>
      read(text, PUBLISHED)
        .filter((event) => event.type === "Attack")
        .map((event) => event.draft.time?.edtf);
    const first = "On 13 January 2021, ten Israeli airstrikes hit the hills around Homs.";
    expect(days(`${first} Six airstrikes hit weapons depots in Palmyra.`)).toEqual(["2021-01-13", "2021-01-13"]);
    expect(days(`${first} On 15 January six airstrikes hit weapons depots in Palmyra.`)).toEqual(["2021-01-13", "2021-01-15"]);
    expect(days(`${first} Syrian rebels have attacked a depot in Palmyra.`)).toEqual(["2021-01-13", undefined]);
  });
});

describe("what lasts", () => {
  it.each([
    ["The United States has imposed sanctions on Iran since May 2018.", "Sanction", "2018-05/.."],
    ["South Korea and the United States will hold an exercise from Aug. 19.", "Exercise", "2024-08-19/.."],
    ["The United Kingdom will deploy troops to Estonia beginning in 2026.", "Deployment", "2026/.."],
    ["Taiwan will receive 66 fighter jets from the United States by the end of 2026.", "ArmsTransfer", "../2026"],
  ])("%s", (text, type, edtf) => {
    const found = read(text, PUBLISHED).filter((event) => event.type === type);
    expect(found.map((event) => event.draft.time?.edtf)).toEqual([edtf]);
  });
});

describe("a date inside a verb, behind an occasion, or told before", () => {
  it.each([
    ["Turkey had in 2019 signed a deal with Libya.", "AgreementMade", ["2019"]],
    ["The United States has today imposed sanctions on three Iranian companies.", "Sanction", ["2024-06-20"]],
    ["Three men were on Monday arrested in Berlin.", "LegalAction", ["2024-06-17"]],
    ["Iran has in recent months shipped missiles to Russia.", "ArmsTransfer", [undefined]],
    ["Macron and Scholz reached the agreement during their meeting in Nice on 7 July 2017.", "Meeting", ["2017-07-07"]],
    ["Iran and Oman met for the third time this month.", "Meeting", [undefined]],
    [
      "Russia vetoed the resolution on 28 March 2024. Thirteen members voted in favour; China abstained.",
      "Vote",
      ["2024-03-28", "2024-03-28"],
    ],
    ["On 18 June, Hezbollah fired rockets at Haifa. The same night Israel struck Beirut.", "Attack", ["2024-06-18", "2024-06-18"]],
    [
      "Today, the United States sanctioned two Iranian banks. The United States will also sanction Dmitry Peskov.",
      "Sanction",
      ["2024-06-20", "2024-06-20"],
    ],
    [
      "On April 19, 2024, India delivered BrahMos missiles to Vietnam. The delivery came a little over two years after India and Vietnam signed a contract.",
      "AgreementMade",
      ["2022"],
    ],
  ])("%s", (text, type, dates) => {
    const found = read(text, PUBLISHED).filter((event) => event.type === type);
    expect(found.map((event) => event.draft.time?.edtf)).toEqual(dates);
  });
});

describe("where it was", () => {
  it.each([
    ["In Mali, violent extremists continue to kill UN peacekeepers.", "Attack", ["state/mli"]],
    ["Turkey began a campaign of shelling on Kurdish positions in the area of Azaz.", "Attack", ["place/azaz"]],
    ["Egypt signed a pact with Somalia during a visit to Cairo by Hassan Sheikh Mohamud.", "AgreementMade", ["place/cairo"]],
    ["Iran sent drones to Russia, according to officials in Washington.", "ArmsTransfer", undefined],
    ["The United States delivered missiles to Ukraine after a strike on Odesa.", "ArmsTransfer", undefined],
    ["France and Japan held consultations on the Indo-Pacific.", "Negotiation", undefined],
  ])("%s", (text, type, place) => {
    const found = read(text, PUBLISHED).filter((event) => event.type === type);
    expect(found.map((event) => event.draft.roles.place)).toEqual([place]);
  });
});
