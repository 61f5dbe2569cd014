import { beforeAll, describe, expect, it } from "vitest";
import { createEventReader, type EventReader } from "./event-reading.ts";

let read: EventReader;
beforeAll(async () => {
  read = await createEventReader();
});

/** `min..max` of each quantity of the first event of the type. */
const amounts = (text: string, type: string): readonly string[] =>
  (read(text).find((event) => event.type === type)?.draft.quantity ?? []).map(({ min, max }) => `${min ?? ""}..${max ?? ""}`);

describe("how many and how much", () => {
  it.each([
    // who does it, where that is the measure of it
    ["Six Israeli airstrikes hit weapons warehouses in Palmyra.", "Attack", ["6..6"]],
    ["About 30 gunmen stormed a village in northern Kosovo.", "Attack", ["30..30"]],
    ["Hundreds of Islamist militants attacked an army base in Mozambique.", "Attack", ["200.."]],
    // not quite so many
    ["Turkey has attacked arms convoys in Syria nearly 80 times.", "Attack", ["..80"]],
    ["The United States has granted almost $84 billion in foreign aid to Egypt.", "Aid", ["..84000000000"]],
    ["Japan has provided Ukraine with over half a billion dollars in humanitarian assistance.", "Aid", ["500000000.."]],
    // names that hold numbers
    ["Britain will give Ukraine 14 Challenger 2 tanks.", "ArmsTransfer", ["14..14"]],
    ["Russia fired at least one North Korean missile at Ukraine.", "Attack", ["1.."]],
    ["Baku violated point 6 of the joint statement.", "Violation", []],
    // joined things
    ["The United States will impose visa restrictions on 19 oligarchs and 47 of their family members.", "Sanction", ["19..19", "47..47"]],
    ["The United States sanctioned 328 members of the Duma.", "Sanction", ["328..328"]],
    // so many rounds, votes and states; few states are named
    ["Iran and the United States have held five rounds of talks.", "Negotiation", ["5..5"]],
    ["The Senate approved the UN Charter by a vote of 89 to 2.", "Vote", ["89..89", "2..2"]],
    ["Representatives of 50 nations met in San Francisco.", "Meeting", ["50..50"]],
    ["The three advisers, Jake Sullivan, Akiba Takeo and Eduardo Ano, met in Tokyo.", "Meeting", []],
    // tallies
    ["The Senate voted 95-1 to admit Finland to NATO.", "Vote", ["95..95", "1..1"]],
    ["The General Assembly adopted the resolution with 141 votes in favour and 35 abstentions.", "ResolutionAdopted", ["141..141"]],
    // parts and wholes
    ["Ukraine shot down 29 of 36 drones launched by Russia.", "Attack", ["29..29"]],
    ["China delivered the second of four frigates to Pakistan.", "ArmsTransfer", []],
    ["Norway would also send some of its 36 tanks to Ukraine.", "ArmsTransfer", []],
    ["Slovakia handed over 13 jets to Ukraine.", "ArmsTransfer", ["13..13"]],
    // what is contracted for, what is included, who trains
    ["Egypt and France signed a deal for 24 jets.", "AgreementMade", ["24..24"]],
    [
      "Canada has provided more than $2 billion in aid to Ukraine, including $500 million in military assistance.",
      "Aid",
      ["2000000000..", "500000000..500000000"],
    ],
    ["About 20,000 soldiers from Finland and Sweden will take part in the exercise.", "Exercise", ["20000..20000"]],
    // harm told by its result
    ["Hamas's attack on Israel resulted in the deaths of 1,198 people.", "Attack", ["1198..1198"]],
    ["Three officials said that Serbia sold shells to Ukraine.", "ArmsTransfer", []],
  ])("%s", (text, type, wanted) => {
    expect(read(text).some((event) => event.type === type)).toBe(true);
    expect(amounts(text, type)).toEqual(wanted);
  });
});

describe("what a number counts", () => {
  it.each([
    ["Norway will supply six F-16s to Ukraine.", "f-16", "six F-16s"],
    ["Germany delivered 14 Leopard 2A6s to Ukraine.", "leopard 2a6", "14 Leopard 2A6s"],
    ["Norway will supply six F-16 jets to Ukraine.", "jet", "six F-16 jets"],
  ])("%s", (text, unit, words) => {
    const [quantity] = read(text).find(({ type }) => type === "ArmsTransfer")?.draft.quantity ?? [];
    expect(quantity).toMatchObject({ unit, text: words });
  });
});
