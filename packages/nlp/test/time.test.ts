import { describe, expect, it } from "vitest";
import { findDateline, findTimes, NlpError, resolveAgainst, segment, type TimeExpression, type TimeOptions } from "../src/index.ts";

/** Each expression as `text = edtf` (or its duration), with the anchor's first letter: e, p, d, u. */
function shown(text: string, options: TimeOptions = {}): string[] {
  return findTimes(text, options).map((found) => `${found.text} = ${found.edtf ?? found.duration ?? "-"} ${found.anchor[0]}`);
}

const published = (day: string): TimeOptions => ({ published: day });

describe("nothing is invented without a publication date (L49, L50)", () => {
  it.each([
    ["On June 10, an official spoke.", ["June 10 = XXXX-06-10 u"]],
    ["The envoy arrived on 3 March.", ["3 March = XXXX-03-03 u"]],
    ["In April, a deputy said so.", ["April = XXXX-04 u"]],
    ["They tested it in October.", ["October = XXXX-10 u"]],
    ["It was held on the 11th (local time).", ["the 11th = XXXX-XX-11 u"]],
    ["They meet again on the 23rd.", ["the 23rd = XXXX-XX-23 u"]],
    ["the joint statement said Thursday", ["Thursday = - u"]],
    ["met last month in the Far East", ["last month = - u"]],
    ["this fall and next year", ["this fall = XXXX-23 u", "next year = - u"]],
  ])("%s", (text, expected) => {
    expect(shown(text)).toEqual(expected);
  });

  it("gives no earliest and latest day where the year is unknown", () => {
    for (const found of findTimes("On June 10, in April, on the 11th, on Tuesday, last month.")) {
      expect(found.earliest).toBeUndefined();
      expect(found.latest).toBeUndefined();
    }
  });
});

describe("publication date and tense (L51)", () => {
  it.each([
    ["the joint statement said Thursday", "2023-10-27", ["Thursday = 2023-10-26 p"]],
    ["The minister arrived on Friday.", "2024-06-12", ["Friday = 2024-06-07 p"]],
    ["The leaders will meet on Friday.", "2024-06-12", ["Friday = 2024-06-14 p"]],
    ["He said Tuesday that he would resign on Friday.", "2024-06-12", ["Tuesday = 2024-06-11 p", "Friday = 2024-06-14 p"]],
    ["In April, a deputy said so.", "2024-11-14", ["April = 2024-04 p"]],
    ["The vote will be held in April.", "2024-11-14", ["April = 2025-04 p"]],
    ["It was launched on Dec. 30.", "2024-01-03", ["Dec. 30 = 2023-12-30 p"]],
    ["The exercise begins on the 18th and will end on the 29th.", "2025-08-07", ["the 18th = 2025-08-18 p", "the 29th = 2025-08-29 p"]],
    ["It was held on the 11th (local time).", "2024-04-12", ["the 11th = 2024-04-11 p"]],
    ["met last month", "2023-10-26", ["last month = 2023-09 p"]],
    ["two days ago and a week ago", "2024-06-12", ["two days ago = 2024-06-10 p", "a week ago = 2024-06-03/2024-06-09 p"]],
    ["shipped two years ago", "2024-06-12", ["two years ago = 2022 p"]],
    ["fighting resumed yesterday", "2024-03-01", ["yesterday = 2024-02-29 p"]],
    ["elections are due this fall", "2024-06-12", ["this fall = 2024-23 p"]],
    ["last October's attack", "2024-06-12", ["last October = 2023-10 p"]],
    ["over the past two weeks", "2024-06-12", ["the past two weeks = 2024-05-30/2024-06-12 p"]],
    ["the talks resume next Monday", "2024-06-12", ["next Monday = 2024-06-17 p"]],
    ["the ceasefire expires in two weeks, which will end it", "2024-06-12", ["in two weeks = 2024-06-24/2024-06-30 p"]],
    ["on Monday, June 10", "2024-06-12", ["Monday, June 10 = 2024-06-10 p"]],
  ])("%s (%s)", (text, day, expected) => {
    expect(shown(text, published(day))).toEqual(expected);
  });

  it("keeps vague words vague", () => {
    const found = findTimes(
      "The troops are in Russia right now; they recently arrived and may leave in the coming days.",
      published("2024-11-14"),
    );
    expect(found.map((one) => [one.text, one.edtf, one.granularity])).toEqual([
      ["right now", undefined, "unknown"],
      ["recently", undefined, "unknown"],
      ["the coming days", undefined, "interval"],
    ]);
    expect(found[2]!.earliest).toBe("2024-11-14");
  });

  it("takes a month or a year of publication for no more than that", () => {
    expect(shown("It happened in January, last month and yesterday.", published("2019-03"))).toEqual([
      "January = 2019-01 p",
      "last month = 2019-02 p",
      "yesterday = - u",
    ]);
    expect(shown("It happened last year, in January and on Monday.", published("2019"))).toEqual([
      "last year = 2018 p",
      "January = XXXX-01 u",
      "Monday = - u",
    ]);
  });

  it("refuses what is no date", () => {
    for (const day of ["2024-02-30", "yesterday", "2024-13"]) {
      expect(() => findTimes("x", published(day))).toThrow(NlpError);
      expect(() => findTimes("x", published(day))).toThrow(/YYYY-MM-DD/);
    }
  });
});

describe("forms of dates", () => {
  it.each([
    ["on August 18, 2023.", ["August 18, 2023 = 2023-08-18 e"]],
    ["Sept. 3, 2017", ["Sept. 3, 2017 = 2017-09-03 e"]],
    ["on 10 June 2024 and the 4th of July 2024", ["10 June 2024 = 2024-06-10 e", "the 4th of July 2024 = 2024-07-04 e"]],
    ["2024-06-10 and 6/12/2024 and 13.5.2015", ["2024-06-10 = 2024-06-10 e", "6/12/2024 = 2024-06-12 e", "13.5.2015 = 2015-05-13 e"]],
    ["June 2024, in 2025 and in early 2026", ["June 2024 = 2024-06 e", "2025 = 2025 e", "early 2026 = 2026 e"]],
    ["Tuesday, June 4, 2024", ["Tuesday, June 4, 2024 = 2024-06-04 e"]],
    ["SAN SALVADOR ON 30 DECEMBER 1989", ["30 DECEMBER 1989 = 1989-12-30 e"]],
    ["the first quarter of 2024 and Q3 2023", ["the first quarter of 2024 = 2024-01/2024-03 e", "Q3 2023 = 2023-07/2023-09 e"]],
    ["the second half of 2022", ["the second half of 2022 = 2022-07/2022-12 e"]],
    ["in fiscal year 2025 and FY24", ["fiscal year 2025 = 2025 e", "FY24 = 2024 e"]],
    ["the summer of 2023 and winter 2021", ["the summer of 2023 = 2023-22 e", "winter 2021 = 2021-24 e"]],
    ["in the 1990s, the late 1980s and the '70s", ["the 1990s = 199X e", "the late 1980s = 198X e", "the '70s = 197X e"]],
    ["in the 20th century", ["the 20th century = 19XX e"]],
    ["mid-August 2024", ["mid-August 2024 = 2024-08 e"]],
    ["by mid-June", ["mid-June = XXXX-06 u"]],
    ["the 2014 annexation and Russia's 2022 invasion", ["2014 = 2014 e", "2022 = 2022 e"]],
  ])("%s", (text, expected) => {
    expect(shown(text)).toEqual(expected);
  });
});

describe("ranges and bounds", () => {
  it.each([
    ["from Aug. 19 to 29", ["Aug. 19 to 29 = XXXX-08-19/XXXX-08-29 u"]],
    ["from March 4 to 14, 2024", ["March 4 to 14, 2024 = 2024-03-04/2024-03-14 e"]],
    ["between 2017 and 2019", ["2017 and 2019 = 2017/2019 e"]],
    ["June 10-12, 2024", ["June 10-12, 2024 = 2024-06-10/2024-06-12 e"]],
    ["the 1939-1945 war and 2019-20", ["1939-1945 = 1939/1945 e", "2019-20 = 2019/2020 e"]],
    ["between January and March 2024", ["January and March 2024 = 2024-01/2024-03 e"]],
    ["from Dec. 30, 2023 to Jan. 3, 2024", ["Dec. 30, 2023 to Jan. 3, 2024 = 2023-12-30/2024-01-03 e"]],
    ["28 and 30 January 1946", ["28 and 30 January 1946 = 1946-01-28/1946-01-30 e"]],
  ])("%s", (text, expected) => {
    expect(shown(text)).toEqual(expected);
  });

  it("crosses the new year", () => {
    expect(shown("The drill ran from Dec. 28 to Jan. 4.", published("2024-01-10"))).toEqual([
      "Dec. 28 to Jan. 4 = 2023-12-28/2024-01-04 p",
    ]);
  });

  it.each([
    ["since 2017", "since"],
    ["until the end of 2024", "until"],
    ["by June 30, 2024", "by"],
    ["before 1990", "before"],
    ["prior to April 2020", "before"],
    ["after July 27, 1953", "after"],
    ["through 2027", "until"],
  ])("%s", (text, bound) => {
    expect(findTimes(text)[0]!.bound).toBe(bound);
  });

  it("narrows early, mid and late", () => {
    const days = findTimes("early 2024, mid-2024, late 2024").map((found) => [found.part, found.edtf, found.earliest, found.latest]);
    expect(days).toEqual([
      ["early", "2024", "2024-01-01", "2024-05-01"],
      ["mid", "2024", "2024-05-02", "2024-08-31"],
      ["late", "2024", "2024-09-01", "2024-12-31"],
    ]);
    const [earlier] = findTimes("It was agreed earlier this month.", published("2024-06-12"));
    expect([earlier!.edtf, earlier!.earliest, earlier!.latest]).toEqual(["2024-06", "2024-06-01", "2024-06-12"]);
  });
});

describe("durations and sets are no dates (L53)", () => {
  it.each([
    ["the first time in 44 years", "duration", "P44Y"],
    ["for 15 years", "duration", "P15Y"],
    ["the highest level in two decades", "duration", "P20Y"],
    ["a three-day visit", "duration", "P3D"],
    ["lasted two and a half hours", "duration", "PT2.5H"],
    ["it took a year and a half", "duration", "P1.5Y"],
    ["they meet every Monday", "set", "P1W"],
    ["an annual drill", "set", "P1Y"],
    ["twice a month", "set", "P1M"],
  ])("%s", (text, kind, duration) => {
    const found = findTimes(text, published("2024-11-14"));
    expect(found.map((one) => [one.kind, one.duration, one.edtf])).toEqual([[kind, duration, undefined]]);
  });
});

describe("decoys (L54)", () => {
  it.each([
    "Russia will March toward Kyiv as troops march on",
    "Prime Minister Theresa May may leave",
    "May the talks succeed",
    "152 mm shells and 155 mm howitzers",
    "resolution 1718 (2006) and resolutions 2375 (2017) and 2397 (2017)",
    "the 3rd Nuclear Consultative Group and the 24th dialogue",
    "© 2024 Bloomberg L. P",
    "1945 soldiers died",
    "the fall of Kabul",
    "an august body",
    "F-16 and S-400",
    "a total of 2000 drones",
    "they sat in the sun",
    "Section 1234 of the act",
  ])("%s", (text) => {
    expect(shown(text, published("2024-11-14"))).toEqual([]);
  });
});

describe("dates that hang on other dates (L52)", () => {
  it("takes the one date of the text", () => {
    const text = "On Nov. 12, 2024, the ministry confirmed it.\n\nOn the same day, the envoy left. The following day talks began.";
    expect(shown(text)).toEqual(["Nov. 12, 2024 = 2024-11-12 e", "the same day = 2024-11-12 d", "The following day = 2024-11-13 d"]);
  });

  it("flags two candidates", () => {
    const text =
      "The official said so on Nov. 13.\n\nOn Nov. 12, a spokesman confirmed it.\n\nSpeaking in Brussels on the same day, both agreed.";
    const found = findTimes(text);
    expect(found[2]).toMatchObject({ text: "the same day", edtf: "XXXX-11-12", anchor: "discourse", ambiguous: true });
    const chosen = resolveAgainst(found[2]!, found[0]!);
    expect(chosen).toMatchObject({ edtf: "XXXX-11-13", anchor: "discourse" });
    expect(chosen.ambiguous).toBeUndefined();
  });

  it.each([
    ["two days later", "2024-06-12"],
    ["that month", "2024-06"],
    ["the previous year", "2023"],
  ])("%s", (phrase, edtf) => {
    const [anchor, later] = findTimes(`On June 10, 2024, they met. They left ${phrase}.`) as [TimeExpression, TimeExpression];
    expect(later.edtf).toBe(edtf);
    const { edtf: _, earliest: __, latest: ___, ...bare } = later;
    expect(resolveAgainst(bare, anchor)).toEqual(later);
  });

  it.each([
    ["It was fired on July 4, 2017. The base was used again on Sept. 15 of that year.", "2017-09-15"],
    ["It was fired on July 4, 2017. The base was used on Aug. 29 and Sept. 15 of that year.", "2017-09-15"],
    ["He came on May 2, 1998, and left in October of the same year.", "1998-10"],
    ["They left on Sept. 15 of that year.", "XXXX-09-15"],
  ])("%s", (text, edtf) => {
    expect(findTimes(text, published("2019-03-10")).at(-1)!.edtf).toBe(edtf);
  });

  it("carries a year on in a narrative, not in a report", () => {
    const narrative =
      "On February 12, 2007, he was named. On February 13, he arrived.\n\nOn March 1 he left.\n\nThe post stayed empty.\n\nOn April 2 it closed.";
    expect(shown(narrative)).toEqual([
      "February 12, 2007 = 2007-02-12 e",
      "February 13 = 2007-02-13 d",
      "March 1 = 2007-03-01 d",
      "April 2 = XXXX-04-02 u",
    ]);
    expect(shown(narrative, published("2023-07-24")).at(-1)).toBe("April 2 = 2007-04-02 d");
    const report = "Leaders pose in Vladivostok, Russia, April 25, 2019. A letter dated Dec. 20 arrived, officials said on Saturday.";
    expect(shown(report, published("2025-12-29"))).toEqual([
      "April 25, 2019 = 2019-04-25 e",
      "Dec. 20 = 2025-12-20 p",
      "Saturday = 2025-12-27 p",
    ]);
    expect(shown(report)[1]).toBe("Dec. 20 = XXXX-12-20 u");
  });
});

describe("datelines", () => {
  it.each([
    ["SAN SALVADOR, 3 JAN 90 -- THE BATTALION REPORTED", "SAN SALVADOR", "1990-01-03"],
    ["KYIV, Aug. 3 (Reuters) - Russia launched", "KYIV", undefined],
    ["Headline here\n\nJune 10, 2024\n\nThe ministers met.", undefined, "2024-06-10"],
    ["Title\nPublished: Nov 14, 2024 10:32\nText follows here.", undefined, "2024-11-14"],
  ])("%s", (text, place, day) => {
    const line = findDateline(text);
    expect(line).toBeDefined();
    expect(text.slice(line!.start, line!.end)).toBe(line!.text);
    expect([line!.place, line!.published]).toEqual([place, day]);
  });

  it.each([
    "On June 10, 2024, the ministers met in Kyiv.",
    "U.S. President Joe Biden speaks at Camp David, August 18, 2023.",
    "THE TALKS FAILED",
  ])("%s is none", (text) => {
    expect(findDateline(text)).toBeUndefined();
  });

  it("stands in for the publication date", () => {
    const text = "SAN SALVADOR, 3 JAN 90 -- THE CLASH TOOK PLACE ON 30 DECEMBER AND YESTERDAY.";
    expect(shown(text)).toEqual(["3 JAN 90 = 1990-01-03 e", "30 DECEMBER = 1989-12-30 p", "YESTERDAY = 1990-01-02 p"]);
    expect(shown(text, { dateline: false })[1]).toBe("30 DECEMBER = XXXX-12-30 u");
  });
});

describe("any string", () => {
  it("offsets hold and nothing throws on mutations", () => {
    const base =
      "On Nov. 12, 2024, from Aug. 19 to 29, the first quarter of 2024, two weeks ago, early 1990s, every Monday at 3 p.m. until mid-June.";
    const pieces = [
      "2024",
      " to ",
      "-",
      "the ",
      "31",
      "of ",
      " and ",
      "Feb. ",
      "0",
      ",",
      "last ",
      "week ",
      "century ",
      "\n",
      "\ud800",
      "'",
      "99",
    ];
    let state = 7;
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
      let position = 0;
      for (const found of findTimes(analysis, published("2024-02-29"))) {
        expect(text.slice(found.start, found.end)).toBe(found.text);
        expect(found.start).toBeGreaterThanOrEqual(position);
        position = found.end;
        if (found.earliest !== undefined && found.latest !== undefined)
          expect(/NaN|undefined/.test(`${found.earliest}${found.latest}${found.edtf}`)).toBe(false);
      }
    }
  });

  it.each(["2024 ", "the 1", "last ", "May ", "two ", "and ", "1 month ", "Aug. 19 to ", "in ", "of the "])(
    "hostile input ends: %s",
    (piece) => {
      // A step that looks at the rest of the text for every token would take minutes, not a second, and run into the limit.
      const text = piece.repeat(60_000);
      const found = findTimes(text);
      expect(found.every((one) => one.start < one.end && one.end <= text.length)).toBe(true);
    },
    20_000,
  );
});

describe("nights, stretches and years that stand once", () => {
  it.each([
    ["Jets struck overnight, the army said on Thursday.", "2025-05-08", "2025-05-07/2025-05-08"],
    ["Less than a week ago, it fell.", "2024-04-18", "2024-04-12/2024-04-17"],
    ["They met this past week.", "2016-07-10", "2016-07-04/2016-07-10"],
    ["They met in August and September 1944.", undefined, "1944-08/1944-09"],
    ["He is to visit Moscow in July.", "2024-06-20", "2024-07"],
    ["He was named on September 21 and served from September 23, 1973.", undefined, "1973-09-21"],
  ])("%s", (text, published, edtf) => {
    expect(findTimes(text, published === undefined ? {} : { published })[0]?.edtf).toBe(edtf);
  });
  it("lets a year that stands by itself hold for the next dates of a story, and no year of a thing", () => {
    expect(findTimes("An impasse came in the winter of 1978-1979. He flew out on March 10.").at(-1)?.edtf).toBe("1979-03-10");
    expect(findTimes("In 1961, she founded it. On June 4 they met.").at(-1)?.edtf).toBe("1961-06-04");
    expect(findTimes("They spoke of the 1968 treaty. On March 5, they met.").at(-1)?.edtf).toBe("XXXX-03-05");
  });
  it("reckons up to a day, or from it on", () => {
    expect(findTimes("As of May 17, it had 400 kg.", { published: "2025-05-31" })[0]?.bound).toBe("by");
    expect(findTimes("As of June 1, it will apply.", { published: "2025-05-31" })[0]?.bound).toBe("since");
    expect(findTimes("It will sail starting in 2026.")[0]?.bound).toBe("since");
  });
});
