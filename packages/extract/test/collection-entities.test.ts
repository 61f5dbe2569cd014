import { describe, expect, it } from "vitest";
import type { CollectionDocument } from "../src/collection/entity-profile.ts";
import { comparableWords, profileEntities } from "../src/collection/entity-profile.ts";
import type { MergeJudgement } from "../src/collection/merge-judgement.ts";
import { resolveEntities } from "../src/collection/resolve-entities.ts";
import type { EntityType } from "../src/ontology.ts";

interface Named {
  readonly id: string;
  readonly type?: EntityType;
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly wikidata?: string;
  /** Title and body of a post. */
  readonly post?: readonly [title: string, body: string];
  readonly partOf?: string;
}

/** Each entity in a document of its own. */
function documentsOf(entities: readonly Named[]): readonly CollectionDocument[] {
  return entities.map(({ id, type = "Person", name, aliases = [], wikidata, post, partOf }, at) => {
    const position = post === undefined ? undefined : `position/${comparableWords(post[0]).join("-")}-0000000${at}`;
    const evidence = [{ start: 0, end: 1 }];
    return {
      text: "",
      extraction: {
        document: { id: `document/${at}`, sha256: "", regions: [] },
        entities: [
          { id, type, name, aliases, mentions: [], ...(wikidata === undefined ? {} : { wikidata }) },
          ...(position === undefined
            ? []
            : [{ id: position, type: "Position" as const, name: post?.[0] ?? "", aliases: [], mentions: [] }]),
        ],
        relations: [
          ...(position === undefined
            ? []
            : [
                { type: "holdsPosition" as const, subject: id, object: position, evidence },
                { type: "positionIn" as const, subject: position, object: post?.[1] ?? "", evidence },
              ]),
          ...(partOf === undefined ? [] : [{ type: "partOf" as const, subject: id, object: partOf, evidence }]),
        ],
        events: [],
        claims: [],
        conflicts: [],
      },
    };
  });
}

const resolve = (entities: readonly Named[], pinned: readonly MergeJudgement[] = []) =>
  resolveEntities(profileEntities(documentsOf(entities)), pinned);
const on = (entities: readonly Named[]) =>
  resolve(entities)
    .judgements.filter(({ a, b }) => !a.startsWith("position/") && !b.startsWith("position/"))
    .map(({ verdict, rule }) => `${verdict} ${rule}`);

const minister = ["Defense Minister", "state/kor"] as const;
const kims: readonly Named[] = [
  { id: "person/kim-jong-un", name: "Kim Jong Un" },
  { id: "person/kim-yo-jong", name: "Kim Yo Jong" },
];

describe("one entity under several names", () => {
  const same: readonly (readonly [string, string, readonly Named[]])[] = [
    [
      "hyphens and capitals",
      "merge.exact-name",
      [
        { id: "person/shin-won-sik-00000001", name: "Shin Won-sik" },
        { id: "person/shin-won-sik-00000002", name: "SHIN Won Sik" },
      ],
    ],
    [
      "accents",
      "merge.exact-name",
      [
        { id: "person/a-00000001", name: "Recep Tayyip Erdoğan" },
        { id: "person/b-00000002", name: "Recep Tayyip Erdogan" },
      ],
    ],
    [
      "a middle initial",
      "merge.middle-initial",
      [
        { id: "person/a-00000001", name: "Lisa Franchetti" },
        { id: "person/b-00000002", name: "Lisa M. Franchetti" },
      ],
    ],
    [
      "a surname and the same post",
      "merge.surname-post",
      [
        { id: "person/a-00000001", name: "Shin", post: minister },
        { id: "person/b-00000002", name: "Shin Won-sik", post: minister },
      ],
    ],
    [
      "an initial and the same post",
      "merge.initials",
      [
        { id: "person/a-00000001", name: "M. Esper", post: ["Secretary of Defense", "org/us-dod"] },
        { id: "person/b-00000002", name: "Mark Esper", post: ["Secretary of Defense", "org/us-dod"] },
      ],
    ],
    [
      "an alias that a text gives",
      "merge.alias",
      [
        { id: "org/a-00000001", type: "Company", name: "Korea Mining Development Trading Corporation", aliases: ["Changgwang Trading"] },
        { id: "org/b-00000002", type: "Company", name: "Changgwang Trading" },
      ],
    ],
    [
      "an acronym within one state",
      "merge.acronym",
      [
        { id: "org/a-00000001", type: "Company", name: "TRDC", partOf: "state/prk" },
        { id: "org/b-00000002", type: "Company", name: "Tanchon Rocket Development Company", partOf: "state/prk" },
      ],
    ],
    [
      "a record of Wikidata",
      "merge.wikidata",
      [
        { id: "org/a-00000001", type: "Organization", name: "Alpha", wikidata: "Q1" },
        { id: "org/b-00000002", type: "Company", name: "Beta", wikidata: "Q1" },
      ],
    ],
  ];
  it.each(same)("%s", (_, rule, entities) => {
    const { judgements, canonical } = resolve(entities);
    expect(judgements.filter(({ verdict, a }) => verdict === "same" && !a.startsWith("position/"))).toMatchObject([
      { rule, reason: expect.stringMatching(/.{10}/) as string },
    ]);
    expect([...canonical].filter(([from]) => !from.startsWith("position/"))).toHaveLength(1);
    expect(on([...entities].reverse())).toEqual(on(entities));
  });
  it("stands under the longer name", () => {
    expect(
      resolve([
        { id: "person/a-00000001", name: "Shin", post: minister },
        { id: "person/b-00000002", name: "Shin Won-sik", post: minister },
      ]).canonical.get("person/a-00000001"),
    ).toBe("person/b-00000002");
  });
});

describe("several entities of like names", () => {
  const apart: readonly (readonly [string, readonly Named[]])[] = [
    ["two Kims", kims],
    ["a Kim who may be either", [...kims, { id: "person/kim-00000001", name: "Kim" }]],
    [
      "a surname and a post of another body",
      [
        { id: "person/a-00000001", name: "Shin", post: ["Foreign Minister", "state/kor"] },
        { id: "person/b-00000002", name: "Shin Won-sik", post: minister },
      ],
    ],
    [
      "one full name in two states",
      [
        { id: "person/a-00000001", name: "Lee Young-ho", post: minister },
        { id: "person/b-00000002", name: "Lee Young Ho", post: ["Chief of the General Staff", "state/prk"] },
      ],
    ],
    [
      "two who share a surname and a post",
      [
        { id: "person/c-00000003", name: "Shin", post: minister },
        { id: "person/a-00000001", name: "Shin Won-sik", post: minister },
        { id: "person/b-00000002", name: "Shin Kyung-soo", post: minister },
      ],
    ],
    [
      "a middle name left out",
      [
        { id: "person/a-00000001", name: "Kim Un" },
        { id: "person/b-00000002", name: "Kim Jong Un" },
      ],
    ],
    [
      "ministries of states unknown",
      [
        { id: "org/a-00000001", type: "GovernmentBody", name: "Ministry of Defence" },
        { id: "org/b-00000002", type: "GovernmentBody", name: "Ministry of Defence", partOf: "state/gbr" },
      ],
    ],
    [
      "ministries of two states",
      [
        { id: "org/a-00000001", type: "GovernmentBody", name: "Ministry of Defence", partOf: "state/ind" },
        { id: "org/b-00000002", type: "GovernmentBody", name: "Ministry of Defence", partOf: "state/gbr" },
      ],
    ],
    [
      "an acronym that may stand for much",
      [
        { id: "org/a-00000001", type: "Organization", name: "ADA" },
        { id: "org/b-00000002", type: "Organization", name: "Arms Development Agency" },
      ],
    ],
    [
      "a company and a person",
      [
        { id: "org/a-00000001", type: "Company", name: "Hugo Boss" },
        { id: "person/b-00000002", name: "Hugo Boss" },
      ],
    ],
    [
      "collectives",
      [
        { id: "group/allies-00000001", type: "Group", name: "the allies" },
        { id: "group/allies-00000002", type: "Group", name: "the allies" },
      ],
    ],
    [
      "records of the knowledge base",
      [
        { id: "org/alpha", type: "Company", name: "Alpha Works" },
        { id: "org/alpha-works", type: "Company", name: "Alpha Works" },
      ],
    ],
  ];
  it("that are descriptions, as each document means its own", () => {
    const sanctions = (hash: string): Named => ({
      id: `agreement/western-sanctions-${hash}`,
      type: "Agreement",
      name: "Western sanctions",
    });
    expect(resolve([sanctions("00000001"), sanctions("00000002")]).canonical.size).toBe(0);
    const headquarters = (hash: string, name: string): Named => ({ id: `facility/headquarters-${hash}`, type: "Facility", name });
    expect(on([headquarters("00000001", "Headquarters"), headquarters("00000002", "Headquarters")])).toEqual(["unsure merge.own-name"]);
    expect(on([headquarters("00000001", "Headquarters"), headquarters("00000002", "HEADQUARTERS")])).toEqual(["unsure merge.own-name"]);
  });
  it.each(apart)("%s", (_, entities) => {
    expect([...resolve(entities).canonical].filter(([from]) => !from.startsWith("position/"))).toEqual([]);
  });
  it("are not joined by way of a third", () => {
    // "Alpha Trading" is an alias of both, and Wikidata keeps the two apart.
    const chain: readonly Named[] = [
      { id: "org/a-00000001", type: "Company", name: "North Works", aliases: ["Alpha Trading"], wikidata: "Q1" },
      { id: "org/b-00000002", type: "Company", name: "South Works", aliases: ["Alpha Trading"], wikidata: "Q2" },
      { id: "org/c-00000003", type: "Company", name: "Alpha Trading" },
    ];
    const { canonical, judgements } = resolve(chain);
    expect([...canonical]).toEqual([]);
    expect(judgements.some(({ rule }) => rule === "merge.chain")).toBe(true);
  });
  it("are listed with a reason where there is doubt", () => {
    expect(
      on([
        { id: "person/a-00000001", name: "Shin" },
        { id: "person/b-00000002", name: "Shin Won-sik" },
      ]),
    ).toEqual(["unsure merge.surname"]);
  });
});

describe("the user's word", () => {
  const pair: readonly Named[] = [
    { id: "person/a-00000001", name: "Shin Won-sik" },
    { id: "person/b-00000002", name: "SHIN Won Sik" },
  ];
  const pin = (verdict: MergeJudgement["verdict"], a = "person/a-00000001", b = "person/b-00000002"): MergeJudgement => ({
    a,
    b,
    verdict,
    rule: "mine",
    reason: "Asked.",
  });
  it("undoes a merge", () => {
    expect(resolve(pair).canonical.size).toBe(1);
    for (const verdict of ["different", "unsure"] as const) expect(resolve(pair, [pin(verdict)]).canonical.size).toBe(0);
  });
  it("makes one, and is kept as it was given", () => {
    const { canonical, judgements } = resolve(kims, [pin("same", "person/kim-yo-jong", "person/kim-jong-un")]);
    expect([...canonical]).toHaveLength(1);
    expect(judgements).toEqual([{ a: "person/kim-jong-un", b: "person/kim-yo-jong", verdict: "same", rule: "pinned", reason: "Asked." }]);
  });
  it("has no effect on what is not there", () => {
    expect(resolve(pair, [pin("different", "person/a-00000001", "person/nobody")])).toEqual(resolve(pair));
  });
});
