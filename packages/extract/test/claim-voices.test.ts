import { loadEnglish } from "@chancery/nlp";
import { beforeAll, describe, expect, it } from "vitest";
import type { AnnotatedDocument } from "../src/annotated-document.ts";
import { findClaims } from "../src/claim/find-claims.ts";
import { introduceSpeakers } from "../src/claim/introduce-speakers.ts";
import { readDocument } from "../src/claim/reading.ts";
import { voiceOf } from "../src/claim/voice.ts";
import { makeDocument } from "../src/document/make-document.ts";
import { annotate } from "../src/entity/annotate.ts";
import { findEvents } from "../src/event/find-events.ts";
import type { ExtractedClaim } from "../src/extraction.ts";
import { loadBundledKnowledgeBase } from "../src/knowledge-base/bundled.ts";

let open: (text: string, published?: string) => AnnotatedDocument;
const claimsOf = (document: AnnotatedDocument): readonly ExtractedClaim[] => findClaims(document, findEvents(document));
const names = (document: AnnotatedDocument, ids: readonly string[]): readonly string[] =>
  ids.map((id) => (id === document.document.id ? "document" : (document.entities.get(id)?.name ?? id)));
const table = (document: AnnotatedDocument): readonly string[] =>
  claimsOf(document).map(({ speaker, stance, quoteType }) => `${names(document, speaker).join("+")} ${stance} ${quoteType}`);

beforeAll(async () => {
  const [analyzer, knowledgeBase] = await Promise.all([loadEnglish(), loadBundledKnowledgeBase()]);
  open = (text, published) =>
    introduceSpeakers(annotate(makeDocument(text, published === undefined ? {} : { published }), { analyzer, knowledgeBase }));
});

const SIGNED = `Statement by President Joe Biden on the Missile Strikes

I condemn the attacks on Kharkiv in the strongest terms. Russia is committing war crimes. The United States will send more air defense systems to Ukraine. These images are horrifying. We call on all nations to support Ukraine.`;

/** An extract that begins in the middle. */
const EXTRACT = `Resolution 9997 (2031) of 1 March 2031

4. Demands that Chad withdraw its forces without delay;

5. Decides that the Committee shall report to the Council every ninety days;

6. Calls upon all States to refrain from supplying arms to Chad.`;

/** One person on the telephone. */
const CALL = `Background Press Call on the Talks in Doha

SENIOR ADMINISTRATION OFFICIAL: Thank you all. Chad has broken the truce in the Sahel. We urge Chad to withdraw its forces.`;

/** Who "we" is, said first. */
const TOGETHER = `Vientiane Statement on the Trilateral Partnership

We, Prime Minister Narendra Modi of India, President Joko Widodo of Indonesia, and Prime Minister Anthony Albanese of Australia, met in Vientiane on October 11, 2023.

It is critical that all states carry out the resolutions of the Security Council. The three countries will establish a hotline among their coast guards.`;

/** Who "the Leaders" are, told by the posts of those whom the text names. */
const LEADERS = `Joint Statement of the United States, Japan and the Philippines

President Biden thanked his guests. Prime Minister Kishida Fumio underscored the importance of peace. President Ferdinand Marcos Jr. welcomed the step.

The Leaders strongly oppose any change of the status quo by force. The loans will be disbursed through the fund. Russia’s illegal and unprovoked aggression has caused untold harm.`;

/** Answers before an audience. */
const ANSWERS = `Press Gaggle by National Security Advisor Jake Sullivan

MR. SULLIVAN: Iran has supplied drones to Russia.

Q  China says that you sank the talks.

MR. SULLIVAN: That's just not true. We remain ready to talk.`;

/** As scans run the title into the words of enactment, with members of a list that stand for themselves. */
const SCANNED = `Resolution 9998 (2031) of 2 March 2031 The Security Council,

1. Condemns the shelling of Port Sudan;

2. Demands that Chad:

(a) Withdraw its forces from the border without delay;

(b) Allow the inspectors of the Agency to visit all sites;

3. Decides to remain seized of the matter.`;

const READOUT = `Readout of Secretary Antony Blinken’s Meeting with Foreign Minister Wang Yi

Secretary of State Antony Blinken met today with Wang Yi in Munich. Blinken underscored the importance of peace in the Taiwan Strait and expressed concern about the PRC’s support for Russia. Both sides agreed to hold another round of talks.`;

const RESOLUTION = `Resolution 9999 (2031) of 3 March 2031

The Security Council,

Recalling its resolution 1718 (2006),

Gravely concerned at the transfer of missiles to armed groups,

1. Condemns the launch of ballistic missiles by the Democratic People’s Republic of Korea;

2. Further requests the Secretary-General to report to the Security Council within 30 days;

3. Decides to remain seized of the matter.`;

const JOINT = `Joint Statement on Maritime Security

Australia, Japan, and the Philippines reaffirm the freedom of navigation. We oppose any attempt to change the status quo by force. We will hold joint exercises next year.`;

describe("whose words a document is", () => {
  it("of an organ that only the number of the resolution tells, which binds others and itself", () => {
    expect(table(open(EXTRACT)).filter((line) => !line.startsWith("document"))).toEqual([
      "org/unsc requests direct",
      "org/unsc commits direct",
      "org/unsc requests direct",
    ]);
  });
  it("of the only one who speaks on a call", () => {
    const lines = table(open(CALL));
    expect(lines).toContain("senior administration official requests direct");
    expect(lines.every((line) => line.startsWith("senior administration official"))).toBe(true);
  });
  it("of those whom a first-person list names", () => {
    const lines = table(open(TOGETHER));
    for (const stance of ["asserts", "requests", "commits"])
      expect(lines).toContain(`Narendra Modi+Joko Widodo+Anthony Albanese ${stance} direct`);
  });
  it("of one who answers: a stance needs no name to be one", () => {
    const lines = table(open(ANSWERS));
    expect(lines).toContain("Jake Sullivan denies direct");
    expect(lines).toContain("Jake Sullivan commits direct");
  });
  it("of leaders whom their posts tell", () => {
    const line = table(open(LEADERS, "2024-04-11")).find((one) => one.includes("rejects"));
    for (const name of ["Joe Biden", "Fumio Kishida", "Ferdinand Marcos"]) expect(line).toContain(name);
  });
  it("of an organ that the title's own line names, each member of a list a request", () => {
    const lines = table(open(SCANNED));
    expect(lines.filter((line) => line.startsWith("United Nations Security Council"))).toEqual([
      "United Nations Security Council condemns direct",
      "United Nations Security Council requests direct",
      "United Nations Security Council requests direct",
      "United Nations Security Council commits direct",
    ]);
  });
  it("is the signer's in a signed statement", () => {
    const document = open(SIGNED);
    expect(voiceOf(readDocument(document))).toMatchObject({ kind: "issuer" });
    expect(table(document)).toEqual([
      "Joe Biden condemns direct",
      "Joe Biden accuses direct",
      "Joe Biden commits direct",
      "Joe Biden condemns direct",
      "Joe Biden requests direct",
    ]);
    expect(
      names(
        document,
        claimsOf(document).flatMap(({ onBehalfOf }) => onBehalfOf ?? []),
      ),
    ).toContain("United States");
  });
  it("is the narrator's in a readout, whose subjects speak", () => {
    const document = open(READOUT);
    expect(voiceOf(readDocument(document))).toEqual({ kind: "narrator" });
    const told = table(document);
    expect(told).toContain("Antony Blinken asserts indirect");
    expect(told).toContain("Antony Blinken expressesConcern indirect");
    expect(told.some((line) => line.includes("Antony Blinken") && line.includes("Wang Yi") && line.includes("commits"))).toBe(true);
    expect(told).toContain("document asserts narration");
  });
  it("is the Council's in a resolution, clause by clause", () => {
    const document = open(RESOLUTION);
    expect(voiceOf(readDocument(document))).toMatchObject({ kind: "organ" });
    expect(table(document).filter((line) => !line.endsWith("narration"))).toEqual([
      "United Nations Security Council expressesConcern direct",
      "United Nations Security Council condemns direct",
      "United Nations Security Council requests direct",
      "United Nations Security Council commits direct",
    ]);
  });
  it("is the listed states' in a joint statement", () => {
    const document = open(JOINT);
    const speakers = claimsOf(document).map(({ speaker }) => names(document, speaker).join(", "));
    expect(speakers.length).toBeGreaterThanOrEqual(3);
    for (const listed of speakers) expect(listed).toMatch(/Australia.*Japan.*Philippines/);
    expect(table(document).map((line) => line.split(" ").at(-2))).toEqual(["asserts", "rejects", "commits"]);
  });
  it("is nobody's when a question is asked", () => {
    const document = open(`${SIGNED} Will Congress act in time?`);
    expect(claimsOf(document)).toHaveLength(claimsOf(open(SIGNED)).length);
  });
});

const NEWS = `Ukrainian officials said the depot was hit by 12 missiles. According to Russian officials, two drones were shot down. A NATO official told Reuters on Nov. 13 that the alliance was watching. The officials said repairs had begun.

The EU’s foreign policy chief, Kaja Kallas, told the Financial Times that “the window is closing,” adding that Hungary had blocked the loan.`;

describe("what every claim holds", () => {
  it("gives speakers without a name a node of their own, once", () => {
    const document = open(NEWS);
    const speakers = claimsOf(document).flatMap(({ speaker }) => names(document, speaker));
    for (const name of ["Ukrainian officials", "Russian officials", "NATO official", "Kaja Kallas"]) expect(speakers).toContain(name);
    expect(introduceSpeakers(document)).toEqual(document);
    for (const claim of claimsOf(document))
      for (const id of [...claim.speaker, ...claim.about, ...(claim.addressee ?? [])])
        expect(id === document.document.id || document.entities.has(id)).toBe(true);
  });
  it("slices cue and evidence from the raw text and keeps the cue in the evidence", () => {
    for (const text of [SIGNED, READOUT, RESOLUTION, JOINT, NEWS]) {
      const document = open(text);
      for (const { cue, evidence, confidence, id } of claimsOf(document)) {
        expect(id).toMatch(/^claim\/[0-9a-f]{16}$/);
        expect(confidence).toBeGreaterThan(0);
        expect(confidence).toBeLessThanOrEqual(1);
        for (const { start, end } of evidence) expect(end).toBeGreaterThan(start);
        if (cue === undefined) continue;
        expect(text.slice(cue.start, cue.end)).toBe(cue.text);
        expect(evidence.some(({ start, end }) => start <= cue.start && cue.end <= end)).toBe(true);
      }
    }
  });
  it("dates the speaking, not the happening", () => {
    const document = open(NEWS, "2024-11-14");
    const claim = claimsOf(document).find(({ speaker }) => names(document, speaker).includes("NATO official"));
    expect(claim?.utteredAt).toMatchObject({ text: "Nov. 13", edtf: "2024-11-13" });
    expect(claimsOf(document).find(({ speaker }) => names(document, speaker).includes("Ukrainian officials"))?.utteredAt).toBeUndefined();
  });
  it("names the addressee", () => {
    const document = open(NEWS);
    const claim = claimsOf(document).find(({ speaker }) => names(document, speaker).includes("NATO official"));
    expect(names(document, claim?.addressee ?? [])).toEqual(["Reuters"]);
  });
  it("points from a source within a source to the claim around it", () => {
    const document = open("Mark Rutte said that Poland had accused Belarus of sabotage.");
    const [outer, inner] = claimsOf(document).filter(({ quoteType }) => quoteType !== "narration");
    expect(inner?.embeddedIn).toBe(outer?.id);
  });
  it("gives the same claims whatever stands in boilerplate", () => {
    const plain = claimsOf(open(NEWS)).map(({ stance, evidence }) => [stance, evidence]);
    const framed = claimsOf(
      open(`${NEWS}\n\nLeave a Comment\n\nYour email address will not be published. Required fields are marked *`),
    ).map(({ stance, evidence }) => [stance, evidence]);
    expect(framed).toEqual(plain);
  });
});

describe("marks that are missing or bracketed (L27, L29)", () => {
  it("reads a quotation whose opening mark is lost", () => {
    const document = open(
      "The joint statement condemned the deal. Russia itself voted for the resolutions,” it added. Poland welcomed the text.",
    );
    expect(
      claimsOf(document).some(
        ({ stance, evidence }) =>
          stance === "asserts" && document.document.text.slice(evidence[0]?.start, evidence[0]?.end).includes("voted for the resolutions"),
      ),
    ).toBe(true);
    expect(table(document)).toContain("Poland praises indirect");
  });
  it("keeps bracketed words of the editor in the evidence", () => {
    const text = "“[This assistance is] not only with their industry but also with the troops,” Jung Pak said.";
    const document = open(text);
    const claim = claimsOf(document).find(({ speaker }) => names(document, speaker).includes("Jung Pak"));
    expect(text.slice(claim?.evidence[0]?.start, claim?.evidence[0]?.end)).toContain("[This assistance is]");
    expect(claim).toMatchObject({ polarity: "positive", quoteType: "direct" });
  });
});

describe("whoever issues a text together", () => {
  it("lets a text that says who we are speak for them, whatever its title calls it", () => {
    const document = open(`Ministers’ Kigali Agenda on Small Arms

We, the Ministers of the African Union, met in Kigali. We condemn the trafficking of rifles. We call on Sudan to join the treaty. We reaffirm our commitment to a region without landmines.`);
    const speakers = new Set(claimsOf(document).flatMap(({ speaker }) => names(document, speaker)));
    expect(speakers).toContain("African Union");
    expect(table(document)).toContain("African Union condemns direct");
  });
  it("takes the leaders of a joint statement for those whose leaders its title names", () => {
    const document = open(`Joint Statement Following the Summit of the Leaders of Kenya and the Arab League

- The leaders welcomed the opening of a training centre.
- The leaders affirmed their commitment to free navigation.`);
    expect(claimsOf(document).map(({ speaker }) => [...names(document, speaker)].sort().join("+"))).toContain("Arab League+Kenya");
  });
});
