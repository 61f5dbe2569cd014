import { beforeAll, describe, expect, it } from "vitest";
import { createEventReader, type EventReader } from "./event-reading.ts";

let read: EventReader;
beforeAll(async () => {
  read = await createEventReader();
});

const PUBLISHED = "2024-11-14";

describe("times (L49–L54)", () => {
  it.each([
    ["In April 2023, Iran sold drones to Russia.", "ArmsTransfer", "2023-04"],
    ["Emmanuel Macron met with Xi Jinping on May 6, 2024 in Paris.", "Meeting", "2024-05-06"],
    ["Germany delivered tanks to Ukraine last month.", "ArmsTransfer", "2024-10"],
    // the date of speaking is the speaking's
    ["Iran sold drones to Russia, the minister said on Nov. 12, 2024.", "ArmsTransfer", undefined],
    ["On Nov. 12, 2024, a spokesman confirmed that Iran had sold drones to Russia.", "ArmsTransfer", undefined],
    // the date of another event is that event's
    ["In July 2023, China rejected Washington’s call for talks in protest of U.S. weapons sales to Taiwan.", "ArmsTransfer", undefined],
    ["In July 2023, China rejected Washington’s call for talks in protest of U.S. weapons sales to Taiwan.", "Rejection", "2023-07"],
  ])("%s", (text, type, edtf) => {
    const found = read(text, PUBLISHED).filter((event) => event.type === type);
    expect(found.map((event) => event.draft.time?.edtf)).toEqual([edtf]);
  });

  it.each([
    ["MANILA, June 19, 2024 — The Kenyan military accused Uganda's coast guard on Wednesday of ramming two boats.", "Attack"],
    ["KHARTOUM, May 6, 2024 — Chad has delivered missiles to Niger.", "ArmsTransfer"],
    ["The pact was signed in 1995 after Peru attacked Ecuador.", "Attack"],
    ["Libya tore up a 1999 border treaty with Chad.", "AgreementEnded"],
  ])("leaves the day of writing, of the reproach and of another clause where it is: %s", (text, type) => {
    const event = read(text, "2024-06-20").find((candidate) => candidate.type === type);
    expect(event?.draft.time).toBeUndefined();
  });
  it("never invents a year (L49)", () => {
    const [sale] = read("On June 10, Iran sold drones to Russia.").filter((event) => event.type === "ArmsTransfer");
    expect(sale?.draft.time?.edtf).toBe("XXXX-06-10");
  });
});

describe("quantities (L55)", () => {
  it.each([
    [
      "North Korea has provided Russia with more than 1,000 containers filled with military equipment.",
      "ArmsTransfer",
      [{ min: 1000, minExclusive: true }],
    ],
    ["The North Koreans could have provided up to 500,000 shells to Russia.", "ArmsTransfer", [{ max: 500000 }]],
    ["Iran shipped 40 ballistic missiles to Russia.", "ArmsTransfer", [{ min: 40, max: 40 }]],
    ["Poland delivered at least 14 tanks to Ukraine.", "ArmsTransfer", [{ min: 14 }]],
    ["North Korea deployed more than 10,000 soldiers to Kursk.", "Deployment", [{ min: 10000, minExclusive: true }]],
    ["Japan sanctioned 12 companies.", "Sanction", [{ min: 12, max: 12 }]],
    // a calibre is no count, parties are not counted
    ["Iran sold 152 mm artillery shells to Russia.", "ArmsTransfer", []],
    ["The two countries held a naval exercise with India.", "Exercise", []],
  ])("%s", (text, type, wanted) => {
    const found = read(text).filter((event) => event.type === type);
    expect(found.length).toBeGreaterThan(0);
    const had = found[0]?.draft.quantity ?? [];
    expect(had).toHaveLength(wanted.length);
    wanted.forEach((quantity, index) => {
      expect(had[index]).toMatchObject(quantity);
    });
  });
});

describe("evidence", () => {
  it("slices to the clause that tells it", () => {
    const text = "Officials said that Iran sold drones to Russia, and prices rose.";
    const [sale] = read(text).filter((event) => event.type === "ArmsTransfer");
    const span = sale?.draft.occurrences[0]?.evidence ?? { start: 0, end: 0 };
    expect(text.slice(span.start, span.end)).toBe("Iran sold drones to Russia");
  });
});

describe("a resolution", () => {
  const TEXT =
    "Resolution 825 (1993) of 11 May 1993\n\nThe Security Council,\n\nNoting the letter,\n\n1. Calls upon Iran to honour its obligations;\n\nAdopted at the 3212th meeting by 13 votes to none with 2 abstentions (China, Pakistan).\n";
  it("tells of its own adoption and of the votes on it", () => {
    const events = read(TEXT, "1993-05-11");
    const adopted = events.find((event) => event.type === "ResolutionAdopted");
    expect(adopted?.roles.body).toEqual(["United Nations Security Council"]);
    expect(adopted?.draft.time?.edtf).toBe("1993-05-11");
    expect(adopted?.draft.occurrences).toHaveLength(2);
    const votes = events.filter((event) => event.type === "Vote" && event.roles.vote?.[0] === "abstain");
    expect(votes.map((vote) => vote.roles.actor)).toEqual([["China", "Pakistan"]]);
    expect(votes[0]?.draft.roles.agreement).toEqual(adopted?.draft.roles.agreement);
  });
});

describe("silence", () => {
  it("reads nothing from boilerplate and credits", () => {
    const text =
      "Iran sold drones to Russia.\n\nLeave a Comment\n\nYour email address will not be published. Required fields are marked *\n\nReuters contributed to this report.\n";
    expect(read(text)).toHaveLength(1);
  });
  it("gives nothing for an empty text", () => {
    expect(read("")).toEqual([]);
  });
});
