import type { ExplorerRecord } from "../../src/index.ts";
import { record, span } from "./fixture.ts";

const ASSERTED = "Harlan Stone of the Harbour Institute said that Northland attacked Eastland on 3 March 2021 with 40 rockets.\n";
const DENIED = "Eastland said that Northland attacked it on 3 March 2021 with 90 rockets. Northland denied that, Stone wrote.\n";

/** Two documents about one attack that one of them has denied, with figures that exclude each other and a name that may be another's. */
export function twoReports(): ExplorerRecord[] {
  const report = (
    id: string,
    text: string,
    person: { readonly id: string; readonly name: string },
    figure: { readonly text: string; readonly count: number },
    claims: readonly { readonly speaker: string; readonly stance: string; readonly words: string }[],
    status: string,
  ): ExplorerRecord => {
    const mentioned = (name: string) => [{ ...span(text, name), text: name, kind: "name", rule: "test.name" }];
    const event = `event/${id}`;
    return record(text, {
      document: {
        id: `document/${id}`,
        sha256: id,
        title: `Report ${id}`,
        published: "2021-03-05",
        regions: [{ kind: "body", start: 0, end: text.length }],
      },
      entities: [
        { id: "state/nor", type: "State", name: "Northland", aliases: [], mentions: mentioned("Northland") },
        { id: "state/eas", type: "State", name: "Eastland", aliases: [], mentions: mentioned("Eastland") },
        { ...person, type: "Person", aliases: [], mentions: mentioned(person.name) },
      ],
      relations: [],
      events: [
        {
          id: event,
          type: "Attack",
          roles: { actor: ["state/nor"], target: ["state/eas"] },
          quantity: [{ text: figure.text, unit: "rockets", min: figure.count, max: figure.count }],
          time: {
            text: "on 3 March 2021",
            edtf: "2021-03-03",
            earliest: "2021-03-03",
            latest: "2021-03-03",
            granularity: "day",
            anchor: "explicit",
          },
          status,
          evidence: [span(text, "Northland attacked")],
          rule: "attack.attack",
        },
      ],
      claims: claims.map(({ speaker, stance, words }, index) => ({
        id: `claim/${id}-${index}`,
        speaker: [speaker],
        stance,
        certainty: "certain",
        polarity: "positive",
        quoteType: "indirect",
        content: [event],
        about: [],
        evidence: [span(text, words)],
        rule: "test.cue",
        confidence: 0.9,
      })),
      conflicts: [],
    });
  };
  return [
    report(
      "one",
      ASSERTED,
      { id: "person/harlan-stone-0a1b2c3d", name: "Harlan Stone" },
      { text: "40 rockets", count: 40 },
      [
        {
          speaker: "person/harlan-stone-0a1b2c3d",
          stance: "asserts",
          words: "Harlan Stone of the Harbour Institute said that Northland attacked Eastland",
        },
      ],
      "asserted",
    ),
    report(
      "two",
      DENIED,
      { id: "person/stone-4e5f6a7b", name: "Stone" },
      { text: "90 rockets", count: 90 },
      [{ speaker: "state/nor", stance: "denies", words: "Northland denied that" }],
      "denied",
    ),
  ];
}
