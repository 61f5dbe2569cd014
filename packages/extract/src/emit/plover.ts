import type { EventStatus, EventType } from "../ontology.ts";

/** A PLOVER code (2021 and later): root, mode where the text shows one, contexts, and the auxiliary modes `future`, `hypothetical`, `negation`. */
export interface PloverCode {
  readonly root: string;
  readonly mode?: string;
  readonly contexts: readonly string[];
}

/** The part of an event that its code depends on. */
export interface PloverEvent {
  readonly type: EventType;
  readonly roles: Readonly<Record<string, readonly string[]>>;
  readonly status: EventStatus;
  readonly rule?: string;
}

interface PloverRule {
  readonly root: string | ((event: PloverEvent) => string);
  readonly mode?: (event: PloverEvent) => string | undefined;
  readonly contexts?: (event: PloverEvent) => readonly string[];
}

const fillers = (event: PloverEvent, role: string): readonly string[] => event.roles[role] ?? [];
const anyFiller = (event: PloverEvent, role: string, pattern: RegExp): boolean => fillers(event, role).some((id) => pattern.test(id));
const firedBy = (event: PloverEvent, pattern: RegExp): boolean =>
  (event.rule ?? "").split(" ").some((rule) => pattern.test(rule.slice(rule.indexOf(".") + 1)));

/** Bought, swapped or repaid: for the benefit of both, which is COOPERATE; a gift is AID. */
const SOLD = /^(buy|sell|sale|purchase|trade|exchange|order|swap|pay-in-kind)/;
const transferRoot = (event: PloverEvent): string =>
  firedBy(event, SOLD) || fillers(event, "inReturnFor").length > 0 ? "COOPERATE" : "AID";
const WEAPON = /^weapon-(system|category)\//;
const CBRN = /nuclear|chemical|biological|radiological|uranium|plutonium/;
const HEAVY = /missile|rocket|artillery|shell|bomb|drone|howitzer|mortar|tank/;
const arms =
  (role: string) =>
  (event: PloverEvent): readonly string[] => [
    ...(anyFiller(event, role, WEAPON) ? ["military"] : []),
    ...(anyFiller(event, role, CBRN) ? ["cbrn"] : []),
  ];
/** What is asked for or refused, by the words of the topic; where they show none of the four, there is no mode. */
const askedFor = (event: PloverEvent): string | undefined => {
  const words = fillers(event, "topic").join(" ").toLowerCase();
  if (/\b(talks?|meetings?|dialogue|negotiat\w+|discussions?|visit)\b/.test(words)) return "meet";
  if (/\b(aid|assistance|help|support)\b/.test(words)) return "assist";
  if (/\b(withdraw\w*|cease\w*|halt\w*|refrain\w*|releas\w+|surrender\w*)\b/.test(words)) return "yield";
  return /\b(reform\w*|chang\w+)\b/.test(words) ? "change" : undefined;
};

/** Source: the PLOVER manual and the mapping of the design notes; a type that is not here has no code (it is never guessed). */
const RULES: Partial<Readonly<Record<EventType, PloverRule>>> = {
  ArmsTransfer: { root: transferRoot, contexts: (event) => ["military", ...(anyFiller(event, "item", CBRN) ? ["cbrn"] : [])] },
  TechnologyTransfer: { root: transferRoot, contexts: (event) => (anyFiller(event, "item", CBRN) ? ["cbrn"] : ["technology"]) },
  Aid: { root: "AID", contexts: arms("item") },
  Cooperation: { root: "COOPERATE", contexts: arms("item") },
  // What has yet to be held has been agreed on.
  Meeting: {
    root: (event) => (event.status === "planned" ? "AGREE" : "CONSULT"),
    mode: (event) => (event.status !== "planned" && firedBy(event, /^(call|phone|telephone)$/) ? "phone" : undefined),
  },
  Visit: {
    root: (event) => (event.status === "planned" ? "AGREE" : "CONSULT"),
    mode: (event) => (event.status === "planned" ? undefined : "visit"),
  },
  Negotiation: { root: (event) => (event.status === "planned" ? "AGREE" : "CONSULT") },
  AgreementMade: {
    root: (event) => (firedBy(event, /^(sign|signing|signature|ratif\w*|conclude|conclusion|finali[sz]e)$/) ? "SUPPORT" : "AGREE"),
  },
  SecurityCommitment: { root: "AGREE", contexts: () => ["military"] },
  Request: { root: "REQUEST", mode: askedFor },
  Rejection: { root: "REJECT", mode: askedFor },
  Veto: { root: "REJECT" },
  Sanction: { root: "COERCE", mode: () => "restrict" },
  LegalAction: {
    root: "COERCE",
    mode: (event) =>
      firedBy(event, /^(arrest|detain|detention)$/) ? "arrest" : firedBy(event, /^(seize|seizure|confiscate)$/) ? "seize" : undefined,
  },
  Deployment: {
    root: "MOBILIZE",
    mode: (event) => (anyFiller(event, "force", /^force\//) ? "troops" : anyFiller(event, "force", WEAPON) ? "weapons" : undefined),
    contexts: () => ["military"],
  },
  Buildup: { root: "MOBILIZE", mode: (event) => (anyFiller(event, "item", WEAPON) ? "weapons" : undefined), contexts: arms("item") },
  WeaponTest: {
    root: "MOBILIZE",
    mode: () => "weapons",
    contexts: (event) => ["military", ...(anyFiller(event, "item", CBRN) ? ["cbrn"] : [])],
  },
  // Several states together cooperate; one on its own shows its strength. Nobody named: no code.
  Exercise: {
    root: (event) =>
      fillers(event, "participant").length > 1 || anyFiller(event, "participant", /^group\//)
        ? "COOPERATE"
        : fillers(event, "participant").length === 1
          ? "MOBILIZE"
          : "",
    contexts: () => ["military"],
  },
  Attack: { root: "ASSAULT", mode: (event) => (anyFiller(event, "instrument", HEAVY) ? "heavy-weapons" : undefined) },
};

const AUXILIARY: Partial<Readonly<Record<EventStatus, string>>> = {
  planned: "future",
  hypothetical: "hypothetical",
  nonOccurrence: "negation",
};

/** The PLOVER code of an event, or `undefined` where none applies. */
export function ploverOf(event: PloverEvent): PloverCode | undefined {
  const rule = RULES[event.type];
  if (rule === undefined) return undefined;
  const root = typeof rule.root === "string" ? rule.root : rule.root(event);
  if (root === "") return undefined;
  const mode = rule.mode?.(event);
  const auxiliary = AUXILIARY[event.status];
  return {
    root,
    ...(mode === undefined ? {} : { mode }),
    contexts: [...(rule.contexts?.(event) ?? []), ...(auxiliary === undefined ? [] : [auxiliary])],
  };
}
