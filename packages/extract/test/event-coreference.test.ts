import { beforeAll, describe, expect, it } from "vitest";
import { createEventReader, type EventReader } from "./event-reading.ts";

let read: EventReader;
beforeAll(async () => {
  read = await createEventReader();
});

const ofType = (events: ReturnType<EventReader>, type: string): ReturnType<EventReader> => events.filter((event) => event.type === type);

describe("event coreference (L35, L56, L63)", () => {
  it.each([
    [
      "China tested a long-range missile over the Pacific Ocean. The test of an intercontinental ballistic missile by China surprised Japan.",
      "WeaponTest",
      2,
    ],
    ["India test-fired a ballistic missile. The Indian missile test was condemned by Pakistan.", "WeaponTest", 2],
    ["Japan imposed sanctions on Belarus. Japan's sanctions on Belarus hit its banks.", "Sanction", 2],
    ["Israel attacked Iran. Israel's attack on Iran alarmed Iraq.", "Attack", 2],
    ["Iran sold drones to Russia. Iran's sale of drones to Russia was condemned.", "ArmsTransfer", 2],
  ])("joins: %s", (text, type, places) => {
    const found = ofType(read(text), type);
    expect(found.map((event) => event.roles)).toHaveLength(1);
    expect(found[0]?.draft.occurrences).toHaveLength(places);
  });

  it.each([
    ["India tested a missile on 3 May 2022. India tested a missile on 9 June 2022.", "WeaponTest"],
    ["Xi Jinping met with Vladimir Putin. Xi Jinping met with Narendra Modi.", "Meeting"],
    ["Iran sold drones to Russia. Iran sold drones to Sudan.", "ArmsTransfer"],
    ["Japan sanctioned Belarus. Canada sanctioned Belarus.", "Sanction"],
    ["Germany sent 14 tanks to Ukraine. Germany will send 90 tanks to Ukraine.", "ArmsTransfer"],
    ["Poland sold 200 tanks to Ukraine. Poland sold 350 tanks to Ukraine.", "ArmsTransfer"],
  ])("keeps apart: %s", (text, type) => {
    expect(ofType(read(text), type)).toHaveLength(2);
  });

  it("counts one happening on each of two dates twice", () => {
    const tests = ofType(read("North Korea launched Hwasong-12 missiles on August 29, 2017 and September 15, 2017."), "WeaponTest");
    expect(tests.map((event) => event.draft.time?.edtf)).toEqual(["2017-08-29", "2017-09-15"]);
  });

  it("lets the direction told elsewhere settle a trade between two parties (L46)", () => {
    const [transfer, ...others] = ofType(
      read("Arms trafficking between Iran and Russia goes on. Iran sold drones to Russia."),
      "ArmsTransfer",
    );
    expect(others).toEqual([]);
    expect(transfer?.roles).toMatchObject({ supplier: ["Iran"], recipient: ["Russia"] });
  });

  it("says who breaks the rule that a happening breaks", () => {
    const breach = ofType(read("Iran sold missiles to Russia. This violates Resolution 2231."), "Violation");
    expect(breach.map((event) => event.roles.actor)).toEqual([["Iran"]]);
  });

  it("gives the same ids for the same bytes, in text order", () => {
    const text = "Iran sold drones to Russia. Russia voted against the resolution. Japan sanctioned Iran.";
    const once = read(text).map((event) => event.draft);
    expect(read(text).map((event) => event.draft)).toEqual(once);
    expect(once.map((draft) => draft.id).every((id) => /^event\/[0-9a-f]{16}$/.test(id))).toBe(true);
    expect(new Set(once.map((draft) => draft.id)).size).toBe(once.length);
    const starts = once.map((draft) => draft.occurrences[0]?.evidence.start ?? -1);
    expect([...starts].sort((a, b) => a - b)).toEqual(starts);
  });
});

describe("headlines (L59)", () => {
  it("trusts the body over a headline that contradicts it", () => {
    const text =
      "U.S. vows to defend North Korea\n\nThe United States is committed to defending South Korea. It said so on Friday in a long statement to reporters.\n";
    const commitments = ofType(read(text), "SecurityCommitment");
    expect(commitments.map((event) => event.roles.recipient)).toEqual([["South Korea"]]);
  });
});
