import type { ExplorerRecord } from "../../src/index.ts";

/** Places of words in a text; `nth` counts from 0. Fails where the words are not there, so that a fixture cannot go stale. */
export function span(text: string, words: string, nth = 0): { start: number; end: number } {
  let start = -1;
  for (let i = 0; i <= nth; i++) start = text.indexOf(words, start + 1);
  if (start < 0) throw new Error(`“${words}” (${nth}) is not in the text.`);
  return { start, end: start + words.length };
}

const FIRST = `Northland ships rockets to Eastland

On 3 March 2021 the foreign minister of Westland, Ada Stone, said that Northland had shipped rockets to Eastland.
Northland denied the report. Ada Stone met the envoy of Southland in Port City on 5 May 2022.
`;
const SECOND = `Southland aids Eastland

Southland sent food to Eastland in June 2023, the Harbour Institute reported.
`;

/** A record from parts that name their words; every offset is computed. */
export function record(text: string, extraction: object): ExplorerRecord {
  return { text, extraction: extraction as ExplorerRecord["extraction"] };
}

/** Two documents about four invented states: a transfer that is asserted and denied, a meeting, aid. */
export function fixtureRecords(): ExplorerRecord[] {
  const mention = (text: string, words: string, kind: string, nth = 0) => ({
    ...span(text, words, nth),
    text: words,
    kind,
    rule: "test.name",
  });
  const transfer = "event/transfer";
  const meeting = "event/meeting";
  return [
    record(FIRST, {
      document: {
        id: "document/one",
        sha256: "00",
        title: "Northland ships rockets to Eastland",
        published: "2022-05-06",
        regions: [
          { kind: "headline", start: 0, end: 35 },
          { kind: "body", start: 37, end: FIRST.length },
        ],
      },
      entities: [
        {
          id: "state/nor",
          type: "State",
          name: "Northland",
          aliases: ["NL", "Nördland"],
          iso3: "NRL",
          mentions: [mention(FIRST, "Northland", "name", 1), mention(FIRST, "Northland", "name", 2)],
        },
        { id: "state/eas", type: "State", name: "Eastland", aliases: [], mentions: [mention(FIRST, "Eastland", "name", 1)] },
        { id: "state/wes", type: "State", name: "Westland", aliases: [], mentions: [mention(FIRST, "Westland", "name")] },
        { id: "state/sou", type: "State", name: "Southland", aliases: [], mentions: [mention(FIRST, "Southland", "name")] },
        {
          id: "person/stone",
          type: "Person",
          name: "Ada Stone",
          aliases: [],
          mentions: [mention(FIRST, "Ada Stone", "name"), mention(FIRST, "Ada Stone", "name", 1)],
        },
        {
          id: "weapon-category/rocket",
          type: "WeaponCategory",
          name: "rockets",
          aliases: [],
          mentions: [mention(FIRST, "rockets", "nominal", 1)],
        },
        {
          id: "position/minister",
          type: "Position",
          name: "foreign minister of Westland",
          aliases: [],
          mentions: [mention(FIRST, "foreign minister of Westland", "title")],
        },
      ],
      relations: [
        {
          type: "holdsPosition",
          subject: "person/stone",
          object: "position/minister",
          evidence: [span(FIRST, "foreign minister of Westland, Ada Stone")],
        },
        { type: "positionIn", subject: "position/minister", object: "state/wes", evidence: [span(FIRST, "foreign minister of Westland")] },
      ],
      events: [
        {
          id: transfer,
          type: "ArmsTransfer",
          roles: { supplier: ["state/nor"], recipient: ["state/eas"], item: ["weapon-category/rocket"] },
          time: {
            text: "On 3 March 2021",
            edtf: "2021-03-03",
            earliest: "2021-03-03",
            latest: "2021-03-03",
            granularity: "day",
            anchor: "explicit",
          },
          status: "disputed",
          evidence: [span(FIRST, "Northland had shipped rockets to Eastland")],
          rule: "transfer.ship",
        },
        {
          id: meeting,
          type: "Meeting",
          roles: { participant: ["person/stone", "state/sou"] },
          time: {
            text: "5 May 2022",
            edtf: "2022-05-05",
            earliest: "2022-05-05",
            latest: "2022-05-05",
            granularity: "day",
            anchor: "explicit",
          },
          status: "asserted",
          evidence: [span(FIRST, "Ada Stone met the envoy of Southland")],
          rule: "meeting.meet",
        },
      ],
      claims: [
        {
          id: "claim/said",
          speaker: ["person/stone"],
          onBehalfOf: "state/wes",
          stance: "asserts",
          certainty: "certain",
          polarity: "positive",
          quoteType: "indirect",
          cue: { ...span(FIRST, "said"), text: "said" },
          content: [transfer],
          about: ["state/nor", "state/eas"],
          evidence: [span(FIRST, "Ada Stone, said that Northland had shipped rockets to Eastland")],
          rule: "cue.said",
          confidence: 0.9,
        },
        {
          id: "claim/denied",
          speaker: ["state/nor"],
          stance: "denies",
          certainty: "certain",
          polarity: "positive",
          quoteType: "indirect",
          content: [transfer],
          about: [],
          evidence: [span(FIRST, "Northland denied the report")],
          rule: "cue.denied",
          confidence: 0.9,
        },
        {
          id: "claim/met",
          speaker: ["document/one"],
          stance: "asserts",
          certainty: "certain",
          polarity: "positive",
          quoteType: "narration",
          content: [meeting],
          about: ["person/stone"],
          evidence: [span(FIRST, "Ada Stone met the envoy of Southland")],
          rule: "narration",
          confidence: 0.8,
        },
      ],
      conflicts: [],
    }),
    record(SECOND, {
      document: {
        id: "document/two",
        sha256: "01",
        title: "Southland aids Eastland",
        regions: [{ kind: "body", start: 0, end: SECOND.length }],
      },
      entities: [
        { id: "state/sou", type: "State", name: "Southland", aliases: [], mentions: [mention(SECOND, "Southland", "name", 1)] },
        { id: "state/eas", type: "State", name: "Eastland", aliases: [], mentions: [mention(SECOND, "Eastland", "name", 1)] },
        {
          id: "org/harbour",
          type: "ResearchOrganization",
          name: "Harbour Institute",
          aliases: [],
          mentions: [mention(SECOND, "Harbour Institute", "name")],
        },
        { id: "item/food", type: "Item", name: "food", aliases: [], mentions: [mention(SECOND, "food", "nominal")] },
      ],
      relations: [],
      events: [
        {
          id: "event/aid",
          type: "Aid",
          roles: { supplier: ["state/sou"], recipient: ["state/eas"], item: ["item/food"] },
          time: {
            text: "June 2023",
            edtf: "2023-06",
            earliest: "2023-06-01",
            latest: "2023-06-30",
            granularity: "month",
            anchor: "explicit",
          },
          status: "asserted",
          evidence: [span(SECOND, "Southland sent food to Eastland in June 2023")],
          rule: "aid.send",
        },
      ],
      claims: [
        {
          id: "claim/aid",
          speaker: ["org/harbour"],
          stance: "asserts",
          certainty: "certain",
          polarity: "positive",
          quoteType: "indirect",
          content: ["event/aid"],
          about: ["state/sou"],
          evidence: [span(SECOND, "Southland sent food to Eastland in June 2023, the Harbour Institute reported")],
          rule: "cue.reported",
          confidence: 0.9,
        },
      ],
      conflicts: [],
    }),
  ];
}

/** The same shape with every text that a reader may see, and every id, replaced by the given one; `everywhere`: types and role names too, which no contract allows. */
export function hostileRecord(vector: string, number: number, everywhere: boolean = number % 2 === 0): ExplorerRecord {
  const text = `${vector} and ${vector}`;
  const whole = { start: 0, end: vector.length };
  const id = `state/${number}/${vector}`;
  const other = `org/${number}/${vector}`;
  const event = `event/${number}/${vector}`;
  return record(text, {
    document: {
      id: `document/${number}/${vector}`,
      sha256: "02",
      title: vector,
      source: vector,
      published: "2024-01-01",
      regions: [{ kind: "body", start: 0, end: text.length }],
    },
    entities: [
      {
        id,
        type: "State",
        name: vector,
        aliases: [vector, `${vector}2`],
        iso3: vector,
        wikidata: vector,
        mentions: [{ ...whole, text: vector, kind: "name", rule: vector }],
      },
      { id: other, type: everywhere ? vector : "Organization", name: `${vector} ${number}`, aliases: [], mentions: [] },
    ],
    relations: [{ type: "memberOf", subject: id, object: other, from: vector, evidence: [whole], rule: vector }],
    events: [
      {
        id: event,
        type: "Aid",
        roles: { supplier: [id], recipient: [other], topic: [vector], ...(everywhere ? { [vector]: [vector] } : {}) },
        quantity: [{ text: vector, unit: vector }],
        time: { text: vector, edtf: vector, earliest: "2024-01-01", latest: "2024-01-01", anchor: "explicit" },
        status: "asserted",
        plover: vector,
        evidence: [whole],
        rule: vector,
      },
    ],
    claims: [
      {
        id: `claim/${number}/${vector}`,
        speaker: [id, vector],
        onBehalfOf: other,
        addressee: [vector],
        stance: "asserts",
        certainty: "certain",
        polarity: "positive",
        quoteType: "direct",
        cue: { ...whole, text: vector },
        content: [event],
        about: [other],
        evidence: [whole],
        rule: vector,
        confidence: 1,
      },
    ],
    conflicts: [{ kind: "SourceConflict", text: vector, reason: vector, evidence: [whole] }],
  });
}
