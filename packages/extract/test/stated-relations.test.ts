import { describe, expect, test } from "vitest";
import { annotated } from "./annotated.ts";

/** Relations other than posts and places, as "type subject object" with names for what is new. */
function relationsOf(text: string, published?: string): readonly string[] {
  const { relations, entities } = annotated(text, published === undefined ? {} : { published });
  const name = (id: string): string => {
    const entity = entities.get(id);
    return entity === undefined || entity.isNew ? (entity?.name ?? id) : id;
  };
  return relations
    .filter(({ type }) => /^(partOf|memberOf|partyTo|nationalOf)$/.test(type))
    .map(({ type, subject, object }) => `${type} ${name(subject)} ${name(object)}`)
    .sort();
}

describe("organs (partOf)", () => {
  test.each<readonly [string, readonly string[]]>([
    [
      "The International Atomic Energy Agency spoke. The Agency’s Board of Governors met later.",
      ["partOf org/iaea-board-of-governors org/iaea"],
    ],
    ["The UN voted in the General Assembly of the United Nations.", ["partOf org/unga org/un"]],
    [
      "National Security Secretariat Secretary General Shigeru Kitamura of Japan spoke.",
      ["partOf org/national-security-secretariat state/jpn"],
    ],
    [
      "FS Forbin joined U.S. Naval Forces Central Command's (NAVCENT) Task Force (CTF) 50.",
      ["partOf Task Force 50 force/us-naval-forces-central-command"],
    ],
    ["He teaches at Leiden University's Institute of Air Law.", ["partOf Institute of Air Law Leiden University"]],
    ["The Halo Bureau is an agency of the Department of Defense.", ["partOf Halo Bureau org/us-dod"]],
    ["Spain and the Halo Bureau, the intelligence arm of the Department of Defense, agreed.", ["partOf Halo Bureau org/us-dod"]],
  ])("%s", (text, wanted) => expect(relationsOf(text)).toEqual(wanted));

  test("what a possessive's name only modifies, foreign and international bodies are no organs", () => {
    for (const text of [
      "Ukraine's NATO allies sent shells.",
      "Norway's WHO membership lapsed.",
      "OHCHR's work at the Human Rights Council went on.",
      "Russia's Bundeswehr files were found.",
      "Republicans in Congress objected.",
      "Moscow's Institute of Air Law opened.",
    ])
      expect(relationsOf(text), text).toEqual([]);
  });
});

describe("places (locatedIn)", () => {
  test.each<readonly [string, boolean]>([
    ["He was born in Tikrit, Iraq, in 1937.", true],
    ["They met in Mosul, Nineveh.", true],
    ["It has a history of proliferation in the Middle East, Africa, elsewhere.", false],
    ["They shelled Gaza, Rafah and Khan Younis.", false],
  ])("%s", (text, located) => expect(annotated(text).relations.some(({ type }) => type === "locatedIn")).toBe(located));
});

describe("memberships (memberOf)", () => {
  test.each<readonly [string, readonly string[]]>([
    ["EU member states such as Spain and Portugal objected.", ["memberOf state/esp org/eu", "memberOf state/prt org/eu"]],
    ["Finland, a NATO member, agreed.", ["memberOf state/fin org/nato"]],
    ["Finland and Sweden joined NATO.", ["memberOf state/fin org/nato", "memberOf state/swe org/nato"]],
    ["Kenya is a founding member of the African Union.", ["memberOf state/ken org/african-union"]],
    ["Chad and other African Union members abstained.", ["memberOf state/tcd org/african-union"]],
    ["Senior officials of the EU met in Oslo.", ["memberOf Senior officials org/eu"]],
    ["Defence Minister Anna Lindqvist is a member of the Atlantic Council.", ["memberOf Anna Lindqvist org/atlantic-council"]],
    [
      "Anna Lindqvist served as a staff member on the National Security Council.",
      ["memberOf Anna Lindqvist org/national-security-council-united-states"],
    ],
    [
      "Henry Brook was a colonel in the United States Army.",
      ["memberOf Henry Brook force/united-states-army", "partOf force/united-states-army state/usa"],
    ],
  ])("%s", (text, wanted) => expect(relationsOf(text)).toEqual(wanted));

  test("what is wished for, denied or asked is no membership", () => {
    for (const text of [
      "Ukraine wants to become a member of NATO.",
      "Ukraine would be a member of NATO.",
      "Georgia is not a member of NATO.",
      "Serbia's bid to join the European Union stalled.",
      "Anna Lindqvist is a member of NTI’s leadership team.",
    ])
      expect(relationsOf(text), text).toEqual([]);
  });
});

describe("parties (partyTo)", () => {
  test.each<readonly [string, readonly string[]]>([
    [
      "Since signing the Nuclear Non-Proliferation Treaty, South Africa and Brazil have kept it.",
      ["partyTo state/bra agreement/npt", "partyTo state/zaf agreement/npt"],
    ],
    ["India is party to the Biological Weapons Convention.", ["partyTo state/ind agreement/bwc"]],
    ["The Nuclear Non-Proliferation Treaty is old. Iran is a state party to the Treaty.", ["partyTo state/irn agreement/npt"]],
    ["Qatar ratified the Arms Trade Treaty in 2015.", ["partyTo state/qat agreement/att"]],
    ["Chile's obligations under the Chemical Weapons Convention are plain.", ["partyTo state/chl agreement/cwc"]],
    [
      "Japan and Australia’s signing of the Reciprocal Access Agreement helped.",
      ["partyTo state/aus agreement/reciprocal-access-agreement", "partyTo state/jpn agreement/reciprocal-access-agreement"],
    ],
  ])("%s", (text, wanted) => expect(relationsOf(text)).toEqual(wanted));

  test("who refuses, is asked to, or leaves is no party", () => {
    for (const text of [
      "Israel has not signed the Nuclear Non-Proliferation Treaty.",
      "Washington urged Pakistan to sign the Nuclear Non-Proliferation Treaty.",
      "Cuba could join the Arms Trade Treaty.",
      "Canada's view of the Nuclear Non-Proliferation Treaty changed.",
    ])
      expect(relationsOf(text), text).toEqual([]);
  });
});

describe("nationality (nationalOf)", () => {
  test.each<readonly [string, readonly string[]]>([
    ["Abboud Qanbar is an Iraqi General.", ["nationalOf Abboud Qanbar state/irq"]],
    ["The mother of Spanish soldier Angel Martinez spoke.", ["nationalOf Angel Martinez state/esp"]],
    ["Angela Meier, a Polish conservative politician, left.", ["nationalOf Angela Meier state/pol"]],
    ["Angela Meier moved to Denver and became a U.S. citizen in 1957.", ["nationalOf Angela Meier state/usa"]],
    ["Angela Meier, a citizen of El Salvador, was deported.", ["nationalOf Angela Meier state/slv"]],
    ["Dmitry Medvedev wrote a message, in which the Russian politician expressed hopes.", ["nationalOf person/dmitry-medvedev state/rus"]],
  ])("%s", (text, wanted) => expect(relationsOf(text)).toEqual(wanted));

  test("a field of study or a language is no nationality", () => {
    for (const text of ["Heather Cahoon is an Indian policy scholar.", "Angela Meier is a native Spanish speaker."])
      expect(relationsOf(text), text).toEqual([]);
  });
});

describe("posts by verb, service and term", () => {
  const postsWithTerms = (text: string): readonly string[] => {
    const { relations, entities } = annotated(text);
    return relations
      .filter(({ type }) => type === "holdsPosition")
      .map(({ subject, object, from, to }) =>
        [
          entities.get(subject)?.name,
          "=",
          entities.get(object)?.name,
          ...(from === undefined && to === undefined ? [] : [`${from ?? ""}..${to ?? ""}`]),
        ].join(" "),
      );
  };
  test.each<readonly [string, readonly string[]]>([
    ["CTF 50 is currently led by Commodore Andrew Burns.", ["Andrew Burns = Leader of CTF 50"]],
    ["Esmail Qaani, who commands the Quds Force, flew to Baghdad.", ["Esmail Qaani = Commander of Quds Force"]],
    ["The Shura Council is headed by Mohammed Darwish.", ["Mohammed Darwish = Head of Shura Council"]],
    [
      "Anna Meier served as legislative assistant to Senator Paul Krol from 1976 to 1978.",
      ["Anna Meier = legislative assistant to Senator Paul Krol 1976..1978", "Paul Krol = Senator"],
    ],
    ["In March 2019, Anna Meier was appointed ambassador to Chad.", ["Anna Meier = ambassador to Chad 2019-03.."]],
    ["Henrik Dahl, foreign minister from 2001 until 2005, agreed.", ["Henrik Dahl = foreign minister 2001..2005"]],
    [
      "Celeste Wallander was Senior Director for Russia on the National Security Council (2013-2017).",
      ["Celeste Wallander = Senior Director for Russia 2013..2017"],
    ],
    [
      "Her father, Josef, was a member of the Foreign Service and served as press attaché in Belgrade and later became Ambassador to Chad.",
      ["Josef = press attaché", "Josef = Ambassador to Chad"],
    ],
    ["Anna Meier is Director of its Women in Foreign Service Program.", ["Anna Meier = Director of its Women in Foreign Service Program"]],
    ["The EU delegation led by Paul Krol left.", []],
    ["Paul Krol leads the EU delegation.", []],
  ])("%s", (text, wanted) => expect(postsWithTerms(text)).toEqual(wanted));
});
