import { beforeAll, describe, expect, it } from "vitest";
import { createEventReader, type EventReader } from "./event-reading.ts";

let read: EventReader;
beforeAll(async () => {
  read = await createEventReader();
});

const told = (text: string): readonly (readonly [string, Readonly<Record<string, readonly string[]>>])[] =>
  read(text, "2024-06-20").map(({ type, roles }) => [type, roles]);

/** Statutes, resolutions and treaties name who acts once, in the line above a list. */
describe("members of a list without a subject of their own", () => {
  it("are done by whom the line above names, however deep the list", () => {
    const events = told(
      "Findings\n\nCongress finds the following:\n\n(1) The Government of Iran has\n\n(A) withdrawn from the Open Skies Treaty; and\n\n(B) committed provocations\n\n(i) by sinking the frigate Doha on March 2, 2019;\n\n(ii) by shelling Muscat in May 2020.\n",
    );
    expect(events).toContainEqual(["AgreementEnded", expect.objectContaining({ actor: ["Iran"], agreement: ["Treaty on Open Skies"] })]);
    expect(events).toContainEqual(["Attack", expect.objectContaining({ actor: ["Iran"], target: ["Doha"] })]);
    expect(events).toContainEqual(["Attack", expect.objectContaining({ actor: ["Iran"], target: ["Muscat"] })]);
  });

  it("leave a breach to the subject of the line above", () => {
    const events = told(
      "The Assembly met in June.\n\n(1) North Korea\n\n(A) has violated Resolution 1718; and\n\n(B) has tested missiles in defiance of Resolution 1874.\n",
    );
    expect(events.filter(([type]) => type === "Violation").map(([, roles]) => roles["actor"])).toEqual([["North Korea"], ["North Korea"]]);
  });

  it("take nobody from a whole sentence above, and keep a subject of their own", () => {
    const events = told("Russia informed the Council.\n\n(a) attacked the village of Tegh;\n\n(b) Armenia attacked the town of Sotk.\n");
    for (const [type, roles] of events) if (type === "Attack") expect(roles["actor"] ?? []).not.toContain("Russia");
    expect(events).toContainEqual(["Attack", expect.objectContaining({ actor: ["Armenia"] })]);
  });
});
