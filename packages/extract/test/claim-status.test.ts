import { loadEnglish } from "@chancery/nlp";
import { beforeAll, describe, expect, it } from "vitest";
import { type Attestation, attest, deriveStatus, STATUS_RULES, statusOf } from "../src/claim/event-status.ts";
import { findClaims } from "../src/claim/find-claims.ts";
import { introduceSpeakers } from "../src/claim/introduce-speakers.ts";
import { makeDocument } from "../src/document/make-document.ts";
import { annotate } from "../src/entity/annotate.ts";
import { findEvents } from "../src/event/find-events.ts";
import { loadBundledKnowledgeBase } from "../src/knowledge-base/bundled.ts";

const attestation = (kind: Attestation["kind"], side: string, more: Partial<Attestation> = {}): Attestation => ({
  kind,
  sides: [side],
  narrator: false,
  byActor: false,
  byParty: false,
  blamable: true,
  ...more,
});
const narrated = (kind: Attestation["kind"]): Attestation => attestation(kind, "document/x", { narrator: true });

/** For each rule: what makes it decide, and what it decides. */
const RULE_CASES: Readonly<Record<string, readonly (readonly Attestation[])[]>> = {
  "status.disputed.denial": [
    [attestation("told", "usa"), attestation("denied", "rus", { byActor: true })],
    [attestation("alleged", "kor"), attestation("denied", "prk", { byActor: true })],
  ],
  "status.disputed.negation": [[attestation("told", "ukr"), attestation("negated", "rus", { byActor: true })]],
  "status.denied": [[attestation("denied", "irn", { byActor: true })]],
  "status.denied.actor": [[attestation("negated", "irn", { byActor: true })]],
  "status.confirmed.cue": [[attestation("alleged", "ukr"), attestation("confirmed", "usa")]],
  "status.confirmed.opposed": [[attestation("told", "rus", { byActor: true }), attestation("told", "ukr", { byParty: true })]],
  "status.non-occurrence": [[attestation("negated", "usa", { blamable: false })], [narrated("negated")]],
  "status.asserted": [[attestation("told", "usa")], [narrated("told"), attestation("maybe", "kor")]],
  "status.planned": [[attestation("planned", "usa")], [attestation("planned", "usa"), attestation("hypothetical", "jpn")]],
  "status.alleged": [[attestation("alleged", "kor")]],
  "status.unconfirmed": [[attestation("maybe", "usa")], [attestation("maybe", "usa"), attestation("presupposed", "kor")]],
  "status.hypothetical": [[attestation("hypothetical", "usa")], [attestation("hypothetical", "usa"), narrated("presupposed")]],
  "status.presupposed": [[attestation("presupposed", "usa")]],
};

describe("status rules, one by one", () => {
  it("has a case for every rule", () => {
    expect(Object.keys(RULE_CASES).sort()).toEqual(STATUS_RULES.map(({ id }) => id).sort());
  });
  for (const rule of STATUS_RULES) {
    it(`${rule.id}: ${rule.says}`, () => {
      for (const told of RULE_CASES[rule.id] ?? [])
        expect(statusOf(told), JSON.stringify(told)).toEqual({ status: rule.status, rule: rule.id });
    });
  }
  it("calls what nobody attests unconfirmed", () => {
    expect(statusOf([]).status).toBe("unconfirmed");
  });
});

describe("several documents", () => {
  it("disputes when one document's source denies what another's tells", () => {
    const first = [attestation("told", "state/usa")];
    const second = [attestation("denied", "state/rus", { byActor: true })];
    expect(statusOf(first).status).toBe("asserted");
    expect(statusOf([...first, ...second]).status).toBe("disputed");
    expect(statusOf([...second, ...first]).status).toBe("disputed");
  });
  it("does not dispute when one side says both", () => {
    expect(statusOf([attestation("told", "state/usa"), attestation("negated", "state/usa")]).status).toBe("asserted");
  });
  it("confirms when a third government verifies what a party alleges", () => {
    expect(statusOf([attestation("alleged", "state/ukr", { byParty: true }), attestation("confirmed", "state/kor")]).status).toBe(
      "confirmed",
    );
  });
  it("does not confirm on the actor's own word", () => {
    expect(statusOf([attestation("confirmed", "state/prk", { byActor: true })]).status).toBe("asserted");
  });
});

/** Text → the statuses of the events of a type. What a text denies, doubts or imagines must never come out as a fact. */
const TEXT_CASES: readonly { readonly says: string; readonly text: string; readonly type: string; readonly status: readonly string[] }[] = [
  {
    says: "a flat statement",
    text: "North Korea has shipped artillery shells to Russia, Jung Pak said.",
    type: "ArmsTransfer",
    status: ["asserted"],
  },
  {
    says: "another's flat statement",
    text: "Turkey sold drones to Ukraine, according to Rustem Umerov.",
    type: "ArmsTransfer",
    status: ["asserted"],
  },
  {
    says: "L36 denial beside an assertion",
    text: "North Korea has shipped artillery shells to Russia, the United States said. Moscow and Pyongyang have refuted the accusations of arms transfers.",
    type: "ArmsTransfer",
    status: ["disputed"],
  },
  { says: "L36 denial alone", text: "Tehran denied supplying drones to Russia.", type: "ArmsTransfer", status: ["denied"] },
  {
    says: "L37 cannot corroborate",
    text: "The Pentagon has stated that it couldn’t corroborate reports that North Korean troops attacked Ukraine.",
    type: "Attack",
    status: ["unconfirmed"],
  },
  {
    says: "L40 may",
    text: "Antony Blinken said that Russia may be providing North Korea with missile technology.",
    type: "TechnologyTransfer",
    status: ["unconfirmed"],
  },
  {
    says: "L41 would",
    text: "Kim Jong Un said that North Korea would attack South Korea.",
    type: "Attack",
    status: ["hypothetical", "planned"],
  },
  {
    says: "L42 accusation by cue",
    text: "South Korea accused North Korea of supplying shells to Russia.",
    type: "ArmsTransfer",
    status: ["alleged"],
  },
  {
    says: "L43 confirmation",
    text: "NATO confirmed that North Korea had deployed soldiers to Russia.",
    type: "Deployment",
    status: ["confirmed"],
  },
  {
    says: "denial of one's part",
    text: "Washington accused Tehran of supplying the Houthis with missiles. Tehran denied any involvement.",
    type: "ArmsTransfer",
    status: ["disputed"],
  },
  {
    says: "what is to be halted is going on",
    text: "The United Nations called on the Houthis to halt their attacks on ships.",
    type: "Attack",
    status: ["asserted"],
  },
  {
    says: "what has been held",
    text: "France pledged to build on its recent joint exercises with Japan.",
    type: "Exercise",
    status: ["asserted"],
  },
  { says: "L44 pledge", text: "Germany vowed to deliver tanks to Ukraine.", type: "ArmsTransfer", status: ["planned"] },
  {
    says: "request",
    text: "Volodymyr Zelenskyy urged France to send missiles to Ukraine.",
    type: "ArmsTransfer",
    status: ["hypothetical", "planned"],
  },
];

describe("status from text", () => {
  let statuses: (text: string, type: string) => readonly string[];
  beforeAll(async () => {
    const [analyzer, knowledgeBase] = await Promise.all([loadEnglish(), loadBundledKnowledgeBase()]);
    statuses = (text, type) => {
      const annotated = introduceSpeakers(annotate(makeDocument(text, {}), { analyzer, knowledgeBase }));
      const events = findEvents(annotated);
      const claims = findClaims(annotated, events);
      const status = deriveStatus(annotated, events, claims);
      for (const { id } of events) expect(status.get(id)).toBe(statusOf(attest(annotated, events, claims).get(id) ?? []).status);
      return events.filter((event) => event.type === type).map(({ id }) => status.get(id) as string);
    };
  });
  for (const { says, text, type, status } of TEXT_CASES) {
    it(`${says}: ${text}`, () => {
      const found = statuses(text, type);
      expect(found.length, "the event is found").toBeGreaterThan(0);
      for (const one of found) expect(status).toContain(one);
    });
  }
});
