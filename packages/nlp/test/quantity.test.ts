import { describe, expect, it } from "vitest";
import { findQuantities, type Quantity, segment } from "../src/index.ts";

/** `kind min..max unit` with `>` and `<` for exclusive ends and `~` for approximate. */
function shown(text: string): string[] {
  return findQuantities(text).map(brief);
}

function brief(found: Quantity): string {
  const min = found.min === undefined ? "" : `${found.minExclusive ? ">" : ""}${found.min}`;
  const max = found.max === undefined ? "" : `${found.maxExclusive ? "<" : ""}${found.max}`;
  return `${found.kind} ${found.approximate ? "~" : ""}${found.min === found.max && min !== "" ? min : `${min}..${max}`}${found.unit === undefined ? "" : ` ${found.unit}`}`;
}

describe("counts with comparators (L55)", () => {
  it.each([
    ["more than 1,000 containers filled with munitions", ["count >1000.. container"]],
    ["over 600 individuals", ["count >600.. individual"]],
    ["They gave over 200 vehicles and signed over 20 agreements.", ["count >200.. vehicle", "count >20.. agreement"]],
    ["They handed over 13 jets.", ["count 13 jet"]],
    ["11, 000 containers of munitions", ["count 11000 container"]],
    ["some 25, 000 troops", ["count ~25000 soldier"]],
    ["40 ballistic missiles", ["count 40 missile"]],
    ["up to 500,000 pieces of ammunition", ["count ..500000 piece"]],
    ["as many as 1,000 fighters", ["count ..1000 fighter"]],
    ["at least three Tabletop Exercises", ["count 3.. exercise"]],
    ["no fewer than 30 sorties", ["count 30.. sortie"]],
    ["fewer than 50 rockets", ["count ..<50 rocket"]],
    ["less than 100 shells", ["count ..<100 shell"]],
    ["nearly 90 drones and around 20 tanks", ["count ~..<90 drone", "count ~20 tank"]],
    ["the 10,000 troops or so that are in Russia", ["count ~10000 soldier"]],
    ["20 or more vessels", ["count 20.. vessel"]],
    ["up to about 500 guns", ["count ~..500 gun"]],
    ["between 10 and 20 launchers", ["count 10..20 launcher"]],
    ["10,000 to 12,000 soldiers", ["count 10000..12000 soldier"]],
    ["10-20 jets", ["count 10..20 jet"]],
    ["2-3 million rounds", ["count 2000000..3000000 round"]],
    ["a dozen launchers and two dozen jets", ["count 12 launcher", "count 24 jet"]],
    ["dozens of drones", ["count ~24.. drone"]],
    ["hundreds of thousands of people", ["count ~200000.. person"]],
    ["tens of millions of rounds", ["count ~20000000.. round"]],
    ["likely to be in the billions", ["count ~2000000000.."]],
    ["multiple resolutions and several missiles", ["count ~2.. resolution", "count ~2.. missile"]],
    ["more than 10 but fewer than 20 launchers", ["count >10..<20 launcher"]],
    ["at least 5 and no more than 7 ships", ["count 5..7 ship"]],
    ["killed more than 10 and fewer than 5 died", ["count >10..", "count ..<5"]],
    ["Task Force 50 last December", []],
    ["three conditions", ["count 3 condition"]],
    ["Twenty-five missiles hit two hundred and six houses", ["count 25 missile", "count 206 house"]],
    ["half a million shells", ["count 500000 shell"]],
    ["three and a half million refugees", ["count 3500000 refugee"]],
    ["THE REBELS KILLED 12 SOLDIERS", ["count 12 soldier"]],
  ])("%s", (text, expected) => {
    expect(shown(text)).toEqual(expected);
  });
});

describe("calibres and ranges are no counts", () => {
  it.each([
    ["about 3 million rounds of 152 mm artillery shells", ["count ~3000000 round", "calibre 152 mm"]],
    ["1.2 million 155mm shells", ["count 1200000 shell", "calibre 155 mm"]],
    ["36 122-mm rockets", ["count 36 rocket", "calibre 122 mm"]],
    ["with a range of 300 km", ["range 300 km"]],
    ["a 1,500-kilometer range", ["range 1500 km"]],
    ["a range of up to 3,000 miles", ["range ..3000 mi"]],
    ["flew 600 kilometers at an altitude of 50 km", ["measure 600 km", "measure 50 km"]],
    ["20 tons of plutonium", ["measure 20 t"]],
    ["a 250-kiloton warhead", ["measure 250 kt"]],
    [".50 caliber guns", ["calibre 0.5 calibre"]],
  ])("%s", (text, expected) => {
    expect(shown(text)).toEqual(expected);
  });
});

describe("money and shares", () => {
  it.each([
    ["worth $46.6 billion", ["money 46600000000 USD"]],
    ["over 9 billion euros", ["money >9000000000.. EUR"]],
    ["US$ 5 million and C$10", ["money 5000000 USD", "money 10 CAD"]],
    ["$5-10 million", ["money 5000000..10000000 USD"]],
    ["$5m and €1.2bn", ["money 5000000 USD", "money 1200000000 EUR"]],
    ["40,000 won, 3 million yen and 500 Swiss francs", ["money 40000 KRW", "money 3000000 JPY", "money 500 CHF"]],
    ["GBP 350 and 115USD", ["money 350 GBP", "money 115 USD"]],
    ["billions of dollars", ["money ~2000000000.. USD"]],
    ["12 percent, 3.5% and 7 per cent", ["percent 12 percent", "percent 3.5 percent", "percent 7 percent"]],
    ["between 5 and 7 percent", ["percent 5..7 percent"]],
  ])("%s", (text, expected) => {
    expect(shown(text)).toEqual(expected);
  });
});

describe("what is no quantity", () => {
  it.each([
    "resolution 1718 (2006) and S/RES/2397 (2017)",
    "Article 5 and Chapter 7 of No. 4",
    "F-16s, Su-57, S-400, KN-23 and Hwasong-18",
    "in 2024 and on June 10, 2023 at 3:30 p.m.",
    "for 15 years and two days ago",
    "© 2024 Bloomberg",
    "1. The Council decides",
    "no one knew which one it was",
    "the 1990s and Q3 2023",
    "the G7 and COVID-19",
    "a 15-year-old boy",
  ])("%s", (text) => {
    expect(shown(text)).toEqual([]);
  });

  it.each([
    ["the 24th dialogue", ["ordinal 24 dialogue"]],
    ["the 3rd session and a second test", ["ordinal 3 session", "ordinal 2 test"]],
  ])("%s is an ordinal", (text, expected) => {
    expect(shown(text)).toEqual(expected);
  });
});

describe("any string", () => {
  it("spans hold and nothing throws on mutations", () => {
    const base =
      "More than 1,000 containers, $5-10 million, 152 mm shells, between 10 and 20 tanks, dozens of drones, half a million or so, 3.5%.";
    const pieces = [
      "10",
      " and ",
      "-",
      "million ",
      "of ",
      "$",
      "%",
      " mm",
      "half ",
      "a ",
      ",",
      ".",
      "third",
      "or so",
      "\ud800",
      "½",
      "one ",
    ];
    let state = 21;
    const next = (bound: number): number => {
      state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
      return state % bound;
    };
    for (let round = 0; round < 600; round++) {
      let text = base;
      for (let edit = 0; edit < 7; edit++) {
        const at = next(text.length + 1);
        text = text.slice(0, at) + pieces[next(pieces.length)] + text.slice(at + next(4));
      }
      const analysis = segment(text);
      const found = findQuantities(analysis);
      expect(findQuantities(text)).toEqual(found);
      for (const one of found) {
        expect(text.slice(one.start, one.end)).toBe(one.text);
        expect(one.min === undefined || Number.isFinite(one.min)).toBe(true);
        if (one.min !== undefined && one.max !== undefined) expect(one.min).toBeLessThanOrEqual(one.max);
        if (one.counted !== undefined) expect(one.counted.start >= one.start || one.kind === "ordinal").toBe(true);
      }
    }
  });

  it.each(["10 ", "10 and ", "a ", "half ", "million ", "more than ", "10-", "$ ", "dozens of ", "of "])(
    "hostile input ends: %s",
    (piece) => {
      // A step that looks at the rest of the text for every token would take minutes, not a second, and run into the limit.
      const text = piece.repeat(60_000);
      const found = findQuantities(text);
      expect(found.every((one) => one.start < one.end && one.end <= text.length)).toBe(true);
    },
    20_000,
  );
});
