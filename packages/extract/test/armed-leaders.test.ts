import { describe, expect, test } from "vitest";
import { withFirstPerson } from "../src/claim/first-person.ts";
import { introduceSpeakers } from "../src/claim/introduce-speakers.ts";
import { readEvents } from "../src/event/find-events.ts";
import { annotated } from "./annotated.ts";

/** Who attacks, supplies or is supplied in a text, by name. */
function partiesIn(text: string, role: string): readonly string[] {
  const { events, annotated: document } = readEvents(withFirstPerson(introduceSpeakers(annotated(text))));
  return events.flatMap(({ roles }) => (roles[role as keyof typeof roles] ?? []).map((id) => document.entities.get(id)?.name ?? id));
}

describe("those who lead an armed group act for it, not for their country", () => {
  test.each([
    ["Hassan Nasrallah threatened to attack Israel.", "actor", "Hezbollah"],
    ["Abdul-Malik al-Houthi threatened to strike Saudi Arabia.", "actor", "Houthi movement"],
    ["Yevgeny Prigozhin attacked Bakhmut with his men.", "actor", "Wagner Group"],
    ["Hamas spokesman Abu Obeida said they would attack Israel.", "actor", "Hamas"],
    ["Taliban defence minister Mohammad Yaqoob threatened to attack Pakistan.", "actor", "Taliban"],
    ["Iran supplied Nasrallah with missiles.", "recipient", "Hezbollah"],
    ["“We will attack Israel,” Hassan Nasrallah said.", "actor", "Hezbollah"],
    ["Vladimir Putin threatened to attack Poland.", "actor", "Russia"],
  ])("%s", (text, role, name) => expect(partiesIn(text, role)).toEqual([name]));

  test("where people are wanted they stay themselves", () =>
    expect(partiesIn("Ismail Haniyeh met Hassan Nasrallah in Beirut.", "participant")).toEqual(["Ismail Haniyeh", "Hassan Nasrallah"]));
});
