import type { EdgeStatus, GraphEvidence, Knowledge, KnowledgeEntity, KnowledgeEvent } from "../src/index.ts";

/** A made-up world with real kinds of facts: enough of each to tell filters, directions and statuses apart. */
const TEXT: readonly (readonly [id: string, type: string, label: string])[] = [
  ["state/prk", "State", "North Korea"],
  ["state/rus", "State", "Russia"],
  ["state/usa", "State", "United States"],
  ["state/ukr", "State", "Ukraine"],
  ["state/kor", "State", "South Korea"],
  ["state/jpn", "State", "Japan"],
  ["state/irn", "State", "Iran"],
  ["state/chn", "State", "China"],
  ["org/unsc", "InternationalOrganization", "United Nations Security Council"],
  ["org/us-dod", "GovernmentBody", "U.S. Department of Defense"],
  ["org/komid", "Company", "Korea Mining Development Trading Corporation"],
  ["group/houthis", "ArmedGroup", "Houthis"],
  ["person/pak", "Person", "Jung Pak"],
  ["position/dasd", "Position", "Deputy Assistant Secretary for Multilateral Affairs"],
  ["resolution/2397", "Resolution", "UN Security Council Resolution 2397"],
  ["weapon/hwasong-18", "WeaponSystem", "Hwasong-18"],
  ["weapon/shahed-136", "WeaponSystem", "Shahed-136"],
  ["weapon-category/munitions", "WeaponCategory", "munitions"],
];

function evidence(document: string, quote: string, speakers: readonly string[], stance = "asserts"): GraphEvidence {
  return { document, quote, start: 10, end: 10 + quote.length, speakers, stance, date: "2024-06-12" };
}

function event(
  id: string,
  type: string,
  status: EdgeStatus,
  roles: Readonly<Record<string, readonly string[]>>,
  dates: { readonly first?: string; readonly last?: string } = {},
  items: readonly GraphEvidence[] = [evidence("doc/a", `${type} of ${id}`, ["doc/a"])],
): KnowledgeEvent {
  return { id: `event/${id}`, type, status, roles, ...dates, evidence: items };
}

export const sampleKnowledge: Knowledge = {
  entities: TEXT.map(
    ([id, type, label]): KnowledgeEntity => ({ id, type, label, attributes: { wikidata: `Q-${id}` }, aliases: [`${label} (alias)`] }),
  ),
  events: [
    event(
      "arms",
      "ArmsTransfer",
      "asserted",
      { supplier: ["state/prk"], recipient: ["state/rus"], item: ["weapon-category/munitions"], target: ["state/ukr"] },
      { first: "2023-09", last: "2024-06" },
      [
        evidence("doc/a", "has transferred more than 1,000 containers of munitions to Russia", ["org/us-dod"]),
        evidence("doc/b", "supplied Russia with shells", ["state/kor"]),
      ],
    ),
    event(
      "tech",
      "TechnologyTransfer",
      "alleged",
      { supplier: ["state/rus"], recipient: ["state/prk"] },
      { first: "2024-01-05", last: "2024-01-05" },
    ),
    event(
      "drones",
      "ArmsTransfer",
      "disputed",
      { supplier: ["state/irn"], recipient: ["state/rus"], item: ["weapon/shahed-136"] },
      { first: "2022-08-01", last: "2022-08-31" },
    ),
    event("proxy", "ArmsTransfer", "alleged", { supplier: ["state/irn"], recipient: ["group/houthis"] }, {}),
    event("denied", "ArmsTransfer", "denied", { supplier: ["state/chn"], recipient: ["state/rus"] }, { first: "2024", last: "2024" }),
    event("attack", "Attack", "asserted", { actor: ["state/rus"], target: ["state/ukr"] }, { first: "2022-02-24", last: "2022-02-24" }),
    event(
      "summit",
      "Meeting",
      "confirmed",
      { participant: ["state/usa", "state/kor", "state/jpn"] },
      { first: "2023-08-18", last: "2023-08-18" },
    ),
    event("exercise", "Exercise", "planned", { participant: ["state/usa", "state/kor"] }, { first: "2024-08", last: "2024-08" }),
    event(
      "test",
      "WeaponTest",
      "confirmed",
      { actor: ["state/prk"], item: ["weapon/hwasong-18"] },
      { first: "2023-12-18", last: "2023-12-18" },
    ),
    event(
      "violation",
      "Violation",
      "asserted",
      { actor: ["state/prk"], agreement: ["resolution/2397"] },
      { first: "2023-12-18", last: "2023-12-18" },
    ),
    event(
      "adopted",
      "ResolutionAdopted",
      "confirmed",
      { body: ["org/unsc"], agreement: ["resolution/2397"] },
      { first: "2017-12-22", last: "2017-12-22" },
    ),
    event("veto", "Veto", "confirmed", { actor: ["state/rus"], topic: ["org/unsc"] }, { first: "2024-03-28", last: "2024-03-28" }),
    event(
      "sanction",
      "Sanction",
      "confirmed",
      { actor: ["state/usa"], target: ["org/komid", "not-an-entity"] },
      { first: "2009-04-24", last: "2009-04-24" },
    ),
    event(
      "arms2",
      "ArmsTransfer",
      "asserted",
      { supplier: ["state/prk"], recipient: ["state/rus"] },
      { first: "2024-10-01", last: "2024-10-31" },
      [evidence("doc/c", "shipped further shells", ["org/us-dod"])],
    ),
  ],
  relations: [
    { type: "partOf", subject: "org/us-dod", object: "state/usa", evidence: [] },
    { type: "partOf", subject: "org/komid", object: "state/prk", evidence: [evidence("doc/b", "the North's KOMID", ["doc/b"])] },
    { type: "holdsPosition", subject: "person/pak", object: "position/dasd", evidence: [] },
    { type: "positionIn", subject: "position/dasd", object: "org/us-dod", evidence: [] },
  ],
  claims: [
    {
      id: "claim/1",
      speakers: ["person/pak"],
      onBehalfOf: "org/us-dod",
      stance: "accuses",
      certainty: "certain",
      polarity: "positive",
      events: ["event/arms"],
      about: ["state/prk", "state/rus"],
      embeddedIn: "claim/3",
      date: "2024-06-12",
      evidence: [evidence("doc/a", "has transferred", ["person/pak"])],
    },
    {
      id: "claim/2",
      speakers: ["state/rus"],
      stance: "denies",
      polarity: "negative",
      events: ["event/arms"],
      about: ["state/rus"],
      evidence: [evidence("doc/b", "no such transfers", ["state/rus"])],
    },
    {
      id: "claim/3",
      speakers: ["doc/a"],
      stance: "asserts",
      events: [],
      about: ["state/prk"],
      evidence: [evidence("doc/a", "Pak said", ["doc/a"])],
    },
  ],
  documents: [
    { id: "doc/a", title: "Hearing on North Korea", published: "2024-06-12" },
    { id: "doc/b", title: "Briefing", published: "2024-05-02" },
    { id: "doc/c", published: "2024-11-02" },
  ],
};
