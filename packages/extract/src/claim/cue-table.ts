import type { Certainty, Stance } from "../ontology.ts";
import { wordTable } from "../word-table.ts";

/**
 * Words that make somebody the speaker of something, by the syntactic frame they stand in. Cue words are open-class, so a row is a lemma *and* a frame:
 * `agree` + infinitive commits, `agree` + clause confirms. Sources: attribution frames of Pareti, O'Keefe et al. (EMNLP 2013), verb classes 37 (say, tell), 33 (judgment)
 * and 29.5 (conjecture) of VerbNet by memory of their members, and the five sample documents; stances follow the rulings in the annotation rules.
 */
export type Frame =
  /** `said (that) S`, `S, X said`, `said: "S"`. */
  | "clause"
  /** `condemned the attack`. */
  | "object"
  /** `vowed to S`. */
  | "infinitive"
  /** `urged Y to S`. */
  | "objectInfinitive"
  /** `described Y as Z`. */
  | "objectAs"
  /** `called for Y`, `accused Y of Z`: a preposition of the row's list opens the content. */
  | "preposition"
  /** `denied selling arms`. */
  | "gerund"
  /** `declined to comment`: nothing need follow. */
  | "absolute";

export interface CueRow {
  /** Stable name, part of a claim's `rule`. */
  readonly id: string;
  readonly lemmas: readonly string[];
  readonly frames: readonly Frame[];
  readonly stance: Stance;
  readonly prepositions?: readonly string[];
  /** `content`: the stance is only the default and what is said may sharpen it ("said it would cooperate" commits); `cue`: the verb has decided. */
  readonly decidedBy: "cue" | "content";
  /** Words that must follow the verb directly ("point out", "make clear"). */
  readonly particle?: readonly string[];
  /** Lower-case object heads that the frame `object` wants or that change its stance. */
  readonly objects?:
    | "expression"
    | "concern"
    | "plan"
    | "emphasis"
    | "allegation"
    | "actor"
    | "speech"
    | "policy"
    | "anyone"
    | "deniable"
    | "envoy"
    | "task";
  readonly certainty?: Certainty;
  /** The verb is a claim only in the first person, in an issuer's mouth, or beside another cue: `support`, `intend`, `believe`. */
  readonly weak?: boolean;
  /** The clause needs its "that" or quotation marks: "shows progress" is no claim. */
  readonly explicit?: boolean;
}

const row = (id: string, lemmas: string, frames: readonly Frame[], stance: Stance, more: Partial<CueRow> = {}): CueRow => ({
  id,
  lemmas: lemmas.split(" "),
  frames,
  stance,
  decidedBy: "cue",
  ...more,
});
const byContent = { decidedBy: "content" } as const;

/** Verbs. Order matters: the first row whose frame fits is taken. */
export const VERB_CUES: readonly CueRow[] = [
  // "Declared the truce void", before "declared (that) the truce was".
  row("declare-as", "declare pronounce", ["objectAs"], "asserts", byContent),
  // ---- saying: the content decides
  row(
    "say",
    "say tell add note remark explain clarify write mention declare inform brief reply answer respond reveal disclose tweet post comment observe testify recount assure reassure remind quip opine state indicate announce report relay retort stipulate specify elaborate proclaim pronounce intimate confide divulge relate counter interject advise notify reason aver avow",
    ["clause"],
    "asserts",
    byContent,
  ),
  // Verbs with senses far from speech: only "that" or a quotation makes them sayings ("the report records that", "he boasted that").
  row(
    "say-that",
    "record document chronicle signal hint imply profess posit volunteer boast brag joke muse relate register convey assert certify attest plead hold submit lecture cable blog text",
    ["clause"],
    "asserts",
    { ...byContent, explicit: true },
  ),
  row("continue", "continue conclude begin go", ["clause"], "asserts", { ...byContent, particle: [","] }),
  row("point-out", "point", ["clause", "object"], "asserts", { ...byContent, particle: ["out"] }),
  row("make-clear", "make", ["clause"], "asserts", { ...byContent, particle: ["clear"] }),
  row("make-clear-object", "make", ["object"], "asserts", { particle: ["clear", "plain"], objects: "emphasis" }),
  row("spell-out", "spell", ["object", "clause"], "asserts", { particle: ["out"] }),
  row("make-known", "make", ["clause"], "asserts", { ...byContent, particle: ["known", "plain", "explicit"] }),
  row("quote-source", "quote", ["preposition"], "asserts", { prepositions: ["as"] }),
  row("take-note", "take", ["preposition"], "asserts", { particle: ["note"], prepositions: ["of"] }),
  row("go-on", "go", ["clause", "infinitive"], "asserts", { ...byContent, particle: ["on"] }),
  row("brief-on", "brief update apprise", ["preposition"], "asserts", { prepositions: ["on", "about", "of"], objects: "actor" }),
  row("report-about", "report inform", ["preposition"], "asserts", { prepositions: ["about"] }),
  row("set-out", "set lay", ["object"], "asserts", { particle: ["out", "forth"], objects: "task" }),
  row(
    "state-object",
    "state announce clarify detail outline cite repeat restate recall report explain list reference summarize recount unveil",
    ["object"],
    "asserts",
  ),
  row("describe-as", "describe mark depict portray", ["objectAs"], "asserts", byContent),
  row("describe", "describe", ["object"], "asserts"),
  row("liken", "liken equate compare", ["preposition"], "asserts", { ...byContent, prepositions: ["to", "with"], weak: true }),
  row("link", "link attribute ascribe", ["preposition"], "asserts", { prepositions: ["to"] }),
  row("claim-responsibility", "claim", ["object"], "asserts", { objects: "speech" }),
  // "Recognised the minister for taking decisive steps", before "recognised the importance of".
  row("recognise-for", "recognize recognise credit honor honour", ["preposition"], "praises", { prepositions: ["for"], objects: "actor" }),
  // ---- emphasis: an object that names a commitment, a concern, a demand decides
  row(
    "emphasise",
    "emphasize emphasise reemphasize reemphasise stress underscore underline highlight reiterate reaffirm affirm note restate repeat recall acknowledge recognize recognise echo",
    ["object"],
    "asserts",
    { objects: "emphasis" },
  ),
  row(
    "emphasise-that",
    "emphasize emphasise reemphasize reemphasise stress underscore underline highlight reiterate reaffirm affirm restate repeat recall insist assert argue contend stipulate concur",
    ["clause"],
    "asserts",
    byContent,
  ),
  row("maintain-that", "maintain consider", ["clause"], "asserts", { ...byContent, explicit: true }),
  row("consider", "consider regard deem view see", ["objectAs"], "asserts", { weak: true }),
  row("consider-object", "consider", ["object"], "asserts", { weak: true }),
  row("recognise-that", "recognize recognise understand", ["clause"], "asserts", { weak: true }),
  row("find", "find conclude determine rule decree adjudge", ["clause"], "asserts", { explicit: true }),
  // "Found evidence that rockets had been supplied": what the evidence shows is what is said.
  row("find-evidence", "find uncover discover obtain present see", ["clause"], "asserts", {
    explicit: true,
    particle: ["evidence", "proof", "signs", "indications", "traces"],
  }),
  row("convince-that", "convince persuade", ["clause"], "asserts", byContent),
  row("persuade", "convince persuade pressure", ["objectInfinitive"], "requests"),
  row("dissuade", "dissuade", ["preposition"], "requests", { prepositions: ["from"] }),
  row("suggest-that", "suggest", ["clause"], "proposes", byContent),
  row("show", "show demonstrate prove indicate", ["clause"], "asserts", { explicit: true }),
  // ---- expressing something named by the object
  row("share-that", "share", ["clause"], "asserts", byContent),
  row("share-object", "share", ["object"], "asserts", { objects: "plan" }),
  row("express", "express voice convey", ["object"], "asserts", { objects: "expression" }),
  row("express-light", "raise share register issue deliver give offer make extend renew send lodge file air", ["object"], "asserts", {
    objects: "expression",
  }),
  row("discuss-concern", "discuss", ["object"], "expressesConcern", { objects: "concern" }),
  // ---- judging likely
  row(
    "estimate",
    "estimate assess reckon calculate forecast project predict speculate theorize theorise",
    ["clause", "object"],
    "estimates",
  ),
  row("assume", "assume suspect presume surmise suppose infer deduce", ["clause"], "estimates", { certainty: "unspecified" }),
  row("estimate-at", "put", ["preposition"], "estimates", { prepositions: ["at"] }),
  row("predict-infinitive", "project forecast predict estimate", ["objectInfinitive"], "estimates"),
  row("speculate-about", "speculate theorize theorise", ["preposition"], "estimates", { prepositions: ["about", "on", "over"] }),
  row("believe", "believe think", ["clause"], "estimates", { weak: true }),
  row("feel", "feel judge reckon guess", ["clause"], "estimates", { certainty: "probable", weak: true }),
  row("doubt", "doubt", ["clause", "object"], "estimates", { certainty: "probable", weak: true }),
  row("question", "question", ["clause"], "expressesConcern", { weak: true }),
  row("anticipate", "anticipate expect", ["clause", "infinitive"], "estimates", { certainty: "probable", weak: true }),
  // ---- confirming
  row("confirm", "confirm verify corroborate acknowledge admit concede authenticate", ["clause"], "confirms"),
  row("confess", "confess own", ["preposition", "clause"], "confirms", { prepositions: ["to"] }),
  // "confirmed plans to", "confirmed their commitment": what is confirmed is a will.
  row("confirm-object", "confirm verify corroborate admit concede authenticate", ["object"], "confirms", { objects: "emphasis" }),
  row("agree-that", "agree", ["clause"], "confirms", byContent),
  row("agree-on", "agree", ["preposition"], "supports", { prepositions: ["on", "upon", "with", "about"] }),
  row("assent", "assent consent accede acquiesce", ["preposition"], "supports", { prepositions: ["to", "in"] }),
  row("concur-to", "concur", ["infinitive"], "commits"),
  row("concur", "concur", ["clause", "preposition"], "asserts", { prepositions: ["on", "with"] }),
  // ---- accusing, condemning
  row("accuse", "accuse", ["preposition"], "accuses", { prepositions: ["of"] }),
  row("blame", "blame fault", ["preposition", "object"], "accuses", { prepositions: ["for", "on"] }),
  row("charge", "charge", ["clause"], "accuses", { explicit: true }),
  row("complain", "complain protest grumble", ["clause"], "accuses"),
  row("complain-of", "complain grumble", ["preposition"], "condemns", { prepositions: ["about", "of", "over"] }),
  row("implicate", "implicate incriminate", ["preposition"], "accuses", { prepositions: ["in"] }),
  row("reject-as", "reject dismiss", ["objectAs"], "rejects"),
  row("condemn-as", "denounce condemn decry deride slam criticize criticise blast deplore mock", ["objectAs"], "condemns"),
  row("label", "label brand dub", ["objectAs"], "accuses"),
  row("interpret", "interpret construe misread", ["objectAs"], "alleges"),
  row("hail-as", "hail praise welcome laud tout applaud commend", ["objectAs"], "praises"),
  row("call-as", "call term characterize characterise pronounce", ["objectAs"], "asserts", byContent),
  row("claim-own", "claim", ["infinitive"], "asserts"),
  row("allege", "allege claim purport insinuate", ["clause", "infinitive"], "alleges"),
  row(
    "condemn",
    "condemn denounce deplore decry criticize criticise blast slam lambast lambaste castigate censure deride rebuke chide berate reprimand reproach admonish chastise vilify disparage ridicule lampoon assail",
    ["object", "clause", "preposition"],
    "condemns",
    { prepositions: ["for"] },
  ),
  row("protest-object", "protest", ["object", "preposition"], "condemns", { prepositions: ["against", "over", "at", "about"] }),
  row("hit-out", "hit lash", ["preposition"], "condemns", { particle: ["out"], prepositions: ["at", "against"] }),
  row("speak-out", "speak", ["preposition"], "condemns", { particle: ["out"], prepositions: ["against"] }),
  // ---- denying, rejecting
  row("deny", "deny refute disavow disclaim", ["clause", "object", "gerund"], "denies", { objects: "deniable" }),
  row("contradict", "contradict rebut gainsay", ["object", "clause"], "denies", { objects: "anyone" }),
  row("dispute", "dispute rebut contradict contest challenge", ["object", "clause"], "denies", { objects: "allegation" }),
  row("dispute-that", "dispute", ["clause"], "denies"),
  row("dismiss", "reject dismiss rebuff spurn", ["object"], "denies", { objects: "allegation" }),
  row("brush-aside", "brush shrug wave laugh write", ["object"], "denies", { particle: ["aside", "off", "away"], objects: "allegation" }),
  row("brush-off", "brush shrug wave", ["object"], "rejects", { particle: ["aside", "off", "away"] }),
  row("turn-down", "turn", ["object"], "rejects", { particle: ["down"] }),
  row("play-down", "play", ["object"], "rejects", { particle: ["down"] }),
  row("object-to", "object", ["preposition", "clause"], "rejects", { prepositions: ["to"] }),
  row("balk", "balk baulk bristle", ["preposition"], "rejects", { prepositions: ["at"] }),
  row("reject", "reject rebuff spurn dismiss oppose repudiate", ["object", "gerund"], "rejects"),
  row("refuse", "refuse", ["infinitive"], "rejects"),
  row("refuse-object", "refuse", ["object"], "rejects", { objects: "policy" }),
  row("rule-out", "rule", ["object", "gerund"], "rejects", { particle: ["out"] }),
  // ---- warning, threatening, fearing
  row("warn", "warn caution alert forewarn", ["clause", "preposition", "object", "objectInfinitive"], "warns", {
    prepositions: ["of", "about", "against", "that", "over"],
  }),
  row("threaten", "threaten", ["infinitive", "clause"], "threatens"),
  row("threaten-with", "threaten", ["object"], "threatens", { objects: "actor" }),
  row("fear", "fear worry", ["clause"], "expressesConcern"),
  row("fear-for", "fear worry", ["preposition", "object"], "expressesConcern", { prepositions: ["about", "over", "for"], weak: true }),
  row("agonise", "bemoan bewail rue", ["object", "clause"], "expressesConcern"),
  row("regret", "regret lament mourn", ["object", "clause"], "expressesConcern", { weak: true }),
  // ---- promising
  row("vow", "vow pledge promise swear undertake", ["infinitive", "clause", "object"], "commits"),
  row("guarantee", "guarantee", ["clause"], "commits"),
  row("offer", "offer volunteer", ["infinitive"], "proposes"),
  row("commit", "commit recommit", ["infinitive", "preposition"], "commits", { prepositions: ["to"] }),
  row("agree-to", "agree", ["infinitive"], "commits"),
  row("agree-to-object", "agree", ["preposition"], "supports", { prepositions: ["to"] }),
  row("decide", "decide resolve", ["infinitive"], "commits"),
  row("intend", "intend plan propose", ["infinitive"], "commits", { weak: true }),
  // ---- praising, supporting
  row(
    "welcome",
    "welcome praise applaud commend hail laud salute thank congratulate appreciate celebrate honor honour extol acclaim compliment cheer",
    ["object", "clause", "preposition"],
    "praises",
    { prepositions: ["for", "on"] },
  ),
  row("pay-tribute", "pay", ["preposition"], "praises", { particle: ["tribute"], prepositions: ["to"] }),
  row("look-forward", "look", ["preposition"], "praises", { particle: ["forward"], prepositions: ["to"] }),
  row("hope", "hope", ["clause", "infinitive"], "supports", { certainty: "unspecified", weak: true }),
  row("advocate", "advocate champion favor favour", ["object", "gerund", "preposition"], "supports", { prepositions: ["for"] }),
  row("promote", "promote espouse embrace", ["object"], "supports", { objects: "policy" }),
  row("support-policy", "support endorse back approve", ["object"], "supports", { objects: "policy" }),
  row("accept-policy", "accept", ["object"], "supports", { objects: "policy" }),
  row("prefer", "prefer", ["clause"], "proposes"),
  row("prefer-object", "prefer", ["object", "gerund"], "supports", { weak: true }),
  row("want", "want", ["clause", "object"], "requests", { objects: "policy" }),
  row("want-other", "want", ["objectInfinitive"], "requests", { weak: true }),
  row("argue-for", "argue lobby campaign", ["preposition"], "requests", { prepositions: ["for", "in"] }),
  row("argue-against", "argue lobby", ["preposition"], "rejects", { prepositions: ["against"] }),
  row("support", "support endorse back", ["object"], "supports", { weak: true }),
  row("stand-with", "stand", ["preposition"], "supports", { prepositions: ["with", "behind", "by"], weak: true }),
  row("value", "value", ["object"], "praises", { weak: true }),
  // "Summoned the ambassador over the remarks": a protest, before "summoned the parties to talks".
  row("summon-envoy", "summon", ["object"], "condemns", { objects: "envoy" }),
  // ---- asking, proposing
  row(
    "urge",
    "urge ask request beseech implore exhort encourage direct instruct order invite press entrust task mandate authorize authorise entreat enjoin summon pressure prod nudge counsel prompt advise caution warn",
    ["objectInfinitive"],
    "requests",
  ),
  row("urge-object", "demand request urge", ["object", "clause", "infinitive"], "requests"),
  row("call", "call", ["preposition"], "requests", { prepositions: ["for", "on", "upon"] }),
  row("appeal", "appeal push press ask plead petition", ["preposition"], "requests", { prepositions: ["for", "to"] }),
  row("insist-on", "insist", ["preposition"], "requests", { prepositions: ["on"] }),
  row("encourage-object", "encourage", ["object"], "requests", { weak: true }),
  row("propose", "propose recommend", ["object", "clause", "gerund"], "proposes"),
];

/** Weak rows that are claims in a report: a view attributed to somebody who is not the narrator ("Experts believe that"). */
export const VIEW_ROWS: ReadonlySet<string> = new Set(["believe", "anticipate", "hope", "feel", "doubt", "question"]);

/** Attitudes whose negation is a refusal: "does not recognise the court", "will not accept the demand". */
export const ACCEPTING_VERBS: ReadonlySet<string> = new Set(["recognize", "recognise", "accept", "endorse", "condone", "countenance"]);

/** Adjectives after `be`, `remain`, `feel`: an attitude that a sentence attributes to its subject. */
export const ADJECTIVE_CUES: readonly CueRow[] = [
  row(
    "be-concerned",
    "concerned worried alarmed troubled disturbed dismayed saddened anxious wary",
    ["clause", "preposition", "infinitive"],
    "expressesConcern",
    { prepositions: ["about", "over", "by", "at", "with", "that"] },
  ),
  row("be-appalled", "appalled outraged horrified disgusted", ["clause", "preposition", "infinitive"], "condemns", {
    prepositions: ["about", "by", "at", "that"],
  }),
  row(
    "be-pleased",
    "pleased delighted glad grateful thankful proud honored honoured heartened encouraged",
    ["clause", "preposition", "infinitive"],
    "praises",
    { prepositions: ["about", "by", "at", "with", "for", "of", "to", "that"] },
  ),
  row("be-committed", "committed dedicated determined resolved prepared ready willing poised", ["infinitive", "preposition"], "commits", {
    prepositions: ["to", "on"],
    weak: true,
  }),
  row("be-opposed", "opposed averse hostile allergic", ["preposition"], "rejects", { prepositions: ["to"] }),
  row("be-unwilling", "unwilling hesitant loath reluctant", ["infinitive"], "rejects"),
  row(
    "be-sceptical",
    "sceptical skeptical doubtful dubious suspicious fearful mistrustful",
    ["clause", "preposition"],
    "expressesConcern",
    {
      prepositions: ["of", "about", "that"],
    },
  ),
  row("be-critical", "critical contemptuous", ["preposition"], "condemns", { prepositions: ["of"] }),
  row("be-supportive", "supportive", ["preposition"], "supports", { prepositions: ["of"] }),
  row("be-hopeful", "hopeful optimistic eager keen", ["clause", "infinitive", "preposition"], "supports", {
    prepositions: ["that", "about"],
    weak: true,
  }),
  row("be-clear", "clear unequivocal explicit adamant", ["clause", "preposition"], "asserts", {
    prepositions: ["that", "about", "on", "in"],
    decidedBy: "content",
  }),
  row("be-confident", "confident convinced certain sure", ["clause"], "asserts", { prepositions: ["that"] }),
];

/** Nouns that carry a claim of their own when a clause, a light verb or a possessor names the content and the speaker. */
export const NOUN_CUES: Readonly<Record<string, Stance>> = wordTable({
  accusation: "accuses",
  allegation: "alleges",
  assertion: "asserts",
  statement: "asserts",
  announcement: "asserts",
  declaration: "asserts",
  assessment: "estimates",
  estimate: "estimates",
  conclusion: "asserts",
  consensus: "asserts",
  claim: "alleges",
  warning: "warns",
  threat: "threatens",
  concern: "expressesConcern",
  fear: "expressesConcern",
  alarm: "expressesConcern",
  denial: "denies",
  pledge: "commits",
  promise: "commits",
  vow: "commits",
  commitment: "commits",
  demand: "requests",
  request: "requests",
  call: "requests",
  appeal: "requests",
  proposal: "proposes",
  suggestion: "proposes",
  condemnation: "condemns",
  criticism: "condemns",
  rejection: "rejects",
  opposition: "rejects",
  stance: "asserts",
  contention: "asserts",
  argument: "asserts",
  insistence: "requests",
  testimony: "asserts",
  report: "asserts",
  revelation: "asserts",
  disclosure: "asserts",
  admission: "confirms",
  acknowledgement: "confirms",
  acknowledgment: "confirms",
  confirmation: "confirms",
  concession: "confirms",
  finding: "asserts",
  view: "asserts",
  belief: "estimates",
  prediction: "estimates",
  forecast: "estimates",
  projection: "estimates",
  speculation: "estimates",
  suspicion: "estimates",
  insinuation: "alleges",
  complaint: "accuses",
  ultimatum: "requests",
  plea: "requests",
  order: "requests",
  assurance: "commits",
  guarantee: "commits",
  undertaking: "commits",
  reaffirmation: "asserts",
  repudiation: "rejects",
  refusal: "rejects",
  objection: "rejects",
  reservation: "expressesConcern",
  misgiving: "expressesConcern",
  worry: "expressesConcern",
  unease: "expressesConcern",
  anxiety: "expressesConcern",
});

/**
 * Nouns that tell an act of speech without a clause, by what follows: "Tehran’s denial of", "Polish objections to", "Mr. Garcia’s reaffirmation of",
 * "Baghdad’s refusal to cooperate". States of mind and standing policies (support, commitment) are left out: they are no acts.
 */
export const NOUN_COMPLEMENTS: Readonly<Record<string, RegExp>> = wordTable({
  denial: /^of$/,
  reaffirmation: /^of$/,
  condemnation: /^of$/,
  criticism: /^of$/,
  rejection: /^of$/,
  repudiation: /^of$/,
  accusation: /^(of|against)$/,
  allegation: /^(of|against)$/,
  complaint: /^(about|of|over|against)$/,
  warning: /^(of|against|about|over)$/,
  concern: /^(over|about|regarding|concerning|at)$/,
  reservation: /^(over|about|regarding|concerning)$/,
  misgiving: /^(over|about|regarding|concerning)$/,
  worry: /^(over|about|regarding|concerning)$/,
  unease: /^(over|about|regarding|concerning|at)$/,
  anxiety: /^(over|about|regarding|concerning)$/,
  fear: /^(over|about|regarding|concerning|of)$/,
  objection: /^(to|over|about|regarding)$/,
  proposal: /^(for|of)$/,
  call: /^for$/,
  suggestion: /^of$/,
  demand: /^for$/,
  appeal: /^for$/,
  plea: /^for$/,
  insistence: /^(on|upon)$/,
});
/** Nouns that take an infinitive for what is promised, threatened, asked or refused: "American requests to cancel it". */
export const NOUN_INFINITIVES: ReadonlySet<string> = new Set([
  "proposal",
  "call",
  "threat",
  "pledge",
  "promise",
  "vow",
  "refusal",
  "offer",
  "request",
  "demand",
  "appeal",
  "plea",
]);

/** Object heads after a verb of expressing or emphasising: what is expressed is the stance. */
export const EXPRESSED_NOUNS: Readonly<Record<string, Stance>> = wordTable({
  concern: "expressesConcern",
  worry: "expressesConcern",
  alarm: "expressesConcern",
  fear: "expressesConcern",
  unease: "expressesConcern",
  anxiety: "expressesConcern",
  reservation: "expressesConcern",
  disappointment: "expressesConcern",
  frustration: "expressesConcern",
  dissatisfaction: "expressesConcern",
  displeasure: "expressesConcern",
  suspicion: "expressesConcern",
  skepticism: "expressesConcern",
  scepticism: "expressesConcern",
  sadness: "expressesConcern",
  grief: "expressesConcern",
  sympathy: "expressesConcern",
  regret: "expressesConcern",
  misgiving: "expressesConcern",
  dismay: "expressesConcern",
  sorrow: "expressesConcern",
  condolence: "expressesConcern",
  doubt: "expressesConcern",
  support: "supports",
  solidarity: "supports",
  recognition: "supports",
  backing: "supports",
  endorsement: "supports",
  hope: "supports",
  interest: "supports",
  agreement: "supports",
  approval: "supports",
  consent: "supports",
  wish: "supports",
  preference: "supports",
  confidence: "supports",
  gratitude: "praises",
  appreciation: "praises",
  thank: "praises",
  thanks: "praises",
  congratulation: "praises",
  satisfaction: "praises",
  admiration: "praises",
  praise: "praises",
  readiness: "commits",
  preparedness: "commits",
  eagerness: "commits",
  plan: "commits",
  willingness: "commits",
  determination: "commits",
  resolve: "commits",
  commitment: "commits",
  dedication: "commits",
  pledge: "commits",
  promise: "commits",
  vow: "commits",
  will: "commits",
  intention: "commits",
  intent: "commits",
  desire: "commits",
  alignment: "commits",
  goal: "commits",
  vision: "commits",
  objective: "commits",
  aim: "commits",
  adherence: "commits",
  obligation: "commits",
  guarantee: "commits",
  opposition: "rejects",
  objection: "rejects",
  rejection: "rejects",
  refusal: "rejects",
  disagreement: "rejects",
  disgust: "condemns",
  anger: "condemns",
  disapproval: "condemns",
  condemnation: "condemns",
  protest: "condemns",
  outrage: "condemns",
  indignation: "condemns",
  criticism: "condemns",
  warning: "warns",
  threat: "threatens",
  call: "requests",
  request: "requests",
  appeal: "requests",
  demand: "requests",
  plea: "requests",
  order: "requests",
  insistence: "requests",
  ultimatum: "requests",
  proposal: "proposes",
  suggestion: "proposes",
  recommendation: "proposes",
  denial: "denies",
  accusation: "accuses",
  allegation: "alleges",
});

/**
 * What one can be for or against as a course of action: heads that make `support`, `want`, `promote`, `refuse` an attitude and not an act
 * ("supported the expansion" against "supported the rebels"). Besides these, nouns of action by their suffix.
 */
export const POLICY_NOUNS: ReadonlySet<string> = new Set(
  "plan proposal idea call bid move effort initiative resolution ceasefire cease-fire truce agreement deal treaty pact talk talks negotiation policy ban embargo sanction peace dialogue solution role reform end use right cause independence sovereignty unity demand guarantee assurance return release inquiry probe accession membership motion approach concept principle framework process compromise withdrawal settlement convention statehood integration disarmament detente".split(
    " ",
  ),
);
export const ACTION_SUFFIX: RegExp = /(?:[st]ion|ment|ance|ence|ization|isation|ification|al)$/;
/** Nouns with such a suffix that name people and things. */
export const NO_ACTION: ReadonlySet<string> = new Set(
  "government department equipment detachment regiment armament parliament document organization organisation administration ammunition munition population coalition faction station delegation nation mission position section division alliance intelligence assistance ambulance audience conference residence general official capital arsenal hospital material journal rival admiral criminal militant element instrument monument fragment basement increment provision".split(
    " ",
  ),
);

/** What is refused to somebody, not declared untrue: "denying human rights", "denied entry". */
export const REFUSED_NOUNS: ReadonlySet<string> = new Set(
  "right access entry visa request permission opportunity justice service asylum bail passage freedom aid relief haven sanctuary ability boarding admission benefit".split(
    " ",
  ),
);

/** Nouns for which `reject`, `dismiss`, `dispute` mean a denial. */
export const ALLEGATION_NOUNS: ReadonlySet<string> = new Set([
  "accusation",
  "allegation",
  "claim",
  "report",
  "charge",
  "assertion",
  "suggestion",
  "rumour",
  "rumor",
  "notion",
  "finding",
  "speculation",
  "insinuation",
  "account",
  "version",
  "characterization",
]);

/** Objects of `claim`, `make`: acts of speech that are assertions. */
export const SPEECH_NOUNS: ReadonlySet<string> = new Set(["responsibility", "credit"]);

/** Verbs whose negation or refusal withholds: `declined to comment`, `could not confirm`, `has yet to respond`. */
export const COMMENT_VERBS: ReadonlySet<string> = new Set([
  "comment",
  "elaborate",
  "specify",
  "say",
  "answer",
  "discuss",
  "disclose",
  "identify",
  "detail",
  "speculate",
]);
export const CONFIRM_VERBS: ReadonlySet<string> = new Set(["confirm", "corroborate", "verify", "authenticate", "substantiate"]);
export const REFUSE_VERBS: ReadonlySet<string> = new Set(["decline", "refuse"]);

/** Prepositional cues: the speaker is the object. */
export const SOURCE_PREPOSITIONS: readonly { readonly words: readonly string[]; readonly stance: Stance }[] = [
  { words: ["according", "to", "the", "words", "of"], stance: "asserts" },
  { words: ["according", "to"], stance: "asserts" },
  { words: ["in", "the", "words", "of"], stance: "asserts" },
  { words: ["in", "the", "view", "of"], stance: "asserts" },
  { words: ["in", "the", "opinion", "of"], stance: "asserts" },
  { words: ["in", "the", "eyes", "of"], stance: "asserts" },
  { words: ["as", "per"], stance: "asserts" },
  { words: ["on", "the", "word", "of"], stance: "asserts" },
];

/** Main verbs of content that turn a plain "said" into an accusation when somebody else is their subject. */
export const ACCUSING_PREDICATES: ReadonlySet<string> = new Set([
  "violate",
  "breach",
  "flout",
  "contravene",
  "defy",
  "disregard",
  "undermine",
  "perpetrate",
  "massacre",
  "torture",
  "brutalize",
  "terrorize",
  "lie",
  "destabilize",
  "enable",
  "aggravate",
  "provoke",
  "invade",
  "brutalise",
  "terrorise",
  "threaten",
  "coerce",
  "bully",
  "sabotage",
  "obstruct",
  "ignore",
  "weaponize",
  "weaponise",
  "occupy",
]);
/** Objects of `commit`, `pose`, `make`, `show`: same. */
export const ACCUSING_OBJECTS: ReadonlySet<string> = new Set([
  "violation",
  "crime",
  "atrocity",
  "genocide",
  "aggression",
  "provocation",
  "disregard",
  "abuse",
  "threat",
  "massacre",
  "lie",
  "pretext",
]);

/** Acts of one's own whose negation, said in the past, is a denial: "said it had not supplied arms". */
export const DENIABLE_ACTS: ReadonlySet<string> = new Set([
  "violate",
  "breach",
  "supply",
  "provide",
  "send",
  "ship",
  "transfer",
  "export",
  "sell",
  "deliver",
  "deploy",
  "attack",
  "fire",
  "launch",
  "strike",
  "test",
  "use",
  "develop",
  "enrich",
  "invade",
  "arm",
  "fund",
  "target",
  "shell",
  "bomb",
  "carry",
  "conduct",
  "perpetrate",
]);

/** What makes announced acts of the speaker a threat instead of a pledge. */
export const HOSTILE_VERBS: ReadonlySet<string> = new Set([
  "attack",
  "retaliate",
  "strike",
  "destroy",
  "annihilate",
  "punish",
  "crush",
  "bomb",
  "invade",
  "obliterate",
  "avenge",
  "hit",
  "eliminate",
  "kill",
  "wipe",
  "respond",
]);
export const HOSTILE_PHRASES: readonly RegExp[] = [
  /\b(end of (the|his|her|its|that|[\p{Lu}][\p{L}’' ]+?) ?(regime|rule|government))\b/iu,
  /\b(pay (a |the )?(heavy |high |dear )?price|pay dearly|face (severe |serious |grave )?consequences|deserves? (harsh |severe )?punishment|continue (its |their )?(attacks|strikes)|respond(ed)?,? militarily|respond(ed)? (with|by) (\w+ )?(force|fire|strikes?)|respond(ed)? in kind|without (punishment|retribution|a response)|go unpunished|go unanswered|will (all )?burn|(will|would) be (wiped out|annihilated|crushed|obliterated|exterminated|turned into ashes)|merciless(ly)?|sea of fire|will be (met|answered) with)\b/iu,
];
export const WARNING_PHRASES: readonly RegExp[] = [
  /\b(?:(?:will|would|could|can|shall|do|does) (?:not|never)|won[’']t|wouldn[’']t|cannot|can[’']t|never) (?:hesitate|shy away|stand (?:idly|idle)|sit (?:by )?(?:idly|idle)|stand by|remain (?:idle|passive|indifferent|an? (?:\w+ )?onlooker)|look on|overlook|back down)\b/iu,
  /\bwould not (be tolerated|hesitate|tolerate)\b/iu,
  /\b(could|may|might|would|will) (significantly |further |greatly )?(raise|increase|heighten|worsen|escalate|deepen|aggravate)\b.{0,60}\b(threat|risk|danger|toll|tension)/iu,
];

/** Predicates that make a judgement of an uncued sentence in somebody's own words. */
export const JUDGING_PREDICATES: readonly (readonly [Stance, ReadonlySet<string>])[] = [
  [
    "condemns",
    new Set([
      "horrifying",
      "horrific",
      "outrage",
      "outrageous",
      "appalling",
      "deplorable",
      "unacceptable",
      "despicable",
      "barbaric",
      "reprehensible",
      "shameful",
      "abhorrent",
      "heinous",
      "inexcusable",
      "merciless",
      "barbaric",
      "brutal",
      "cruel",
      "unconscionable",
      "unjustifiable",
      "unjustified",
      "indefensible",
      "intolerable",
      "sickening",
      "evil",
      "vile",
      "immoral",
      "inhumane",
      "inhuman",
      "cowardly",
      "criminal",
      "disgraceful",
      "disgusting",
      "monstrous",
      "repugnant",
      "atrocious",
    ]),
  ],
  ["expressesConcern", new Set(["worrying", "alarming", "troubling", "concerning", "disturbing", "worrisome"])],
  ["praises", new Set(["welcome", "encouraging", "admirable", "commendable", "gratifying", "heartening"])],
];

/** What a description says of a claim that it denies. */
export const DENYING_WORDS: ReadonlySet<string> = new Set([
  "baseless",
  "false",
  "groundless",
  "fabricated",
  "untrue",
  "unfounded",
  "nonsense",
  "lies",
  "lie",
  "propaganda",
  "fake",
  "fiction",
  "slander",
  "disinformation",
  "fabrication",
]);
/** What a description regrets or fears. */
export const REGRETTING_WORDS: ReadonlySet<string> = new Set([
  "regrettable",
  "worrying",
  "alarming",
  "troubling",
  "dangerous",
  "concerning",
  "disturbing",
  "irresponsible",
]);

/** Words of praise and of condemnation that decide "described X as Y". Small on purpose: what they do not decide stays an assertion. */
export const PRAISE_WORDS: ReadonlySet<string> = new Set([
  "precious",
  "meaningful",
  "steady",
  "historic",
  "great",
  "remarkable",
  "successful",
  "constructive",
  "strong",
  "unbreakable",
  "excellent",
  "outstanding",
  "invincible",
  "friendly",
  "welcome",
  "positive",
  "milestone",
  "ironclad",
  "comprehensive",
  "asset",
]);
export const CONDEMNING_WORDS: ReadonlySet<string> = new Set([
  "terrorist",
  "terrorism",
  "illegal",
  "unlawful",
  "barbaric",
  "brutal",
  "criminal",
  "horrific",
  "horrifying",
  "outrage",
  "outrageous",
  "heinous",
  "cowardly",
  "reckless",
  "provocative",
  "provocation",
  "unacceptable",
  "unprovoked",
  "unjustified",
  "despicable",
  "aggression",
  "genocide",
  "atrocity",
  "crime",
  "massacre",
  "hostile",
  "violation",
  "imperialist",
  "imperialists",
  "puppet",
  "shameful",
  "appalling",
  "deplorable",
  "evil",
  ...("deliberate aggressive escalatory irresponsible coercive illegitimate unfair destabilizing destabilising arrogance arrogant robbery piracy assault sabotage blackmail bullying hypocrisy hypocritical betrayal insult farce sham treachery treacherous unjust absurd cynical disgraceful disgrace scandalous unlawful lawless invasion banditry terror warmonger warmongering mistake folly madness immoral inhumane savage cruel murder murderous murderer killing genocidal tyrant tyranny threat menace enemy pirate thug".split(
    " ",
  ) as readonly string[]),
]);
