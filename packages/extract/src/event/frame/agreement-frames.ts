import type { Frame } from "./frame.ts";

/** Agreements made and ended. */
export const AGREEMENT_FRAMES: readonly Frame[] = [
  // ---- AgreementMade
  {
    // "are trying to reach a deal", "several attempts to conclude a treaty": whoever tries has not agreed, and talks
    rule: "Negotiation.strive",
    type: "Negotiation",
    verbs: "reach conclude strike forge clinch finalize finalise seal secure hammer_out thrash_out work_out agree",
    roles: { participant: "+party: agent with between" },
    needs: "participant*2",
    beside: "@agreement",
    under: "try attempt effort strive struggle bid anxious race seek rush",
    mode: "actual",
    infinitive: true,
  },
  {
    rule: "AgreementMade.sign",
    type: "AgreementMade",
    verbs: "sign agree conclude ink reach strike ratify initial finalize finalise seal forge approve clinch enter negotiate",
    roles: { participant: "+party: agent with between", agreement: "pact: theme" },
    needs: "participant*2|agreement",
    beside: "@agreement",
    // What a defendant agrees on with a prosecutor binds no states.
    unless: "plea",
  },
  {
    // Whoever announces a pact need not be a party to it; who announces one with another is.
    rule: "AgreementMade.announce",
    type: "AgreementMade",
    verbs: "announce",
    roles: { participant: "+party: agent with between", agreement: "pact: theme" },
    needs: "participant*2",
    beside: "@agreement",
  },
  {
    // Who brokers a deal makes it; a deal that others made and somebody brokered is theirs.
    rule: "AgreementMade.broker",
    type: "AgreementMade",
    verbs: "broker mediate",
    roles: { participant: "+party: agent with between", agreement: "pact: theme" },
    needs: "participant*2|agreement",
    beside: "@agreement",
    predicate: true,
  },
  {
    // What one side alone does to a treaty makes it a party: "Colombia ratified the treaty"
    rule: "AgreementMade.become-party",
    type: "AgreementMade",
    verbs: "ratify sign initial endorse ink",
    roles: { participant: "+actor: agent by", agreement: "pact: theme" },
    needs: "participant",
    beside: "@agreement",
  },
  {
    // "Iran agreed under the 2015 deal to cap enrichment"
    rule: "AgreementMade.agree-under",
    type: "AgreementMade",
    verbs: "agree consent undertake pledge",
    roles: { participant: "+actor: agent with", agreement: "agreement: under" },
    needs: "participant agreement",
    slots: "under",
  },
  {
    // "reached consensus on a mechanism": those who come to see it alike have agreed
    rule: "AgreementMade.consensus",
    type: "AgreementMade",
    verbs: "reach achieve forge",
    roles: { participant: "+party: agent with between" },
    needs: "participant",
    beside: "consensus understanding compromise",
    predicate: true,
    confidence: 0.6,
  },
  {
    rule: "AgreementMade.sign-onto",
    type: "AgreementMade",
    verbs: "sign sign_on",
    roles: { participant: "+actor: agent", agreement: "agreement: onto" },
    needs: "participant agreement",
    slots: "onto",
  },
  {
    rule: "AgreementMade.accede",
    type: "AgreementMade",
    verbs: "accede join subscribe adhere sign_up",
    roles: { participant: "+actor: agent", agreement: "agreement: to theme" },
    needs: "participant agreement",
  },
  {
    // "Spain joined NATO": a club and its new member have agreed; who joins it in an act has not
    rule: "AgreementMade.join-club",
    type: "AgreementMade",
    verbs: "join enter accede",
    roles: { participant: "+alliance: agent theme to" },
    needs: "participant*2",
    slots: "agent",
    beside: "@club",
    unless: "operation mission force effort war fight",
    predicate: true,
  },
  {
    // "Finland's accession to NATO", "the admission of Greece to the alliance"
    rule: "AgreementMade.accession",
    type: "AgreementMade",
    nouns: "accession admission entry",
    roles: { participant: "+alliance: poss of by support to into mod" },
    needs: "participant*2",
    slots: "to into",
    beside: "@club",
  },
  {
    // "agreed to admit Greece and Turkey to NATO": the club and whom it lets in
    rule: "AgreementMade.admit",
    type: "AgreementMade",
    verbs: "admit",
    roles: { participant: "+actor: theme to into agent" },
    needs: "participant*2",
    slots: "to into",
    unless: "visit",
  },
  {
    // "welcomed Finland into the alliance"; words and guests are welcomed, too
    rule: "AgreementMade.welcome-into",
    type: "AgreementMade",
    verbs: "accept welcome incorporate",
    roles: { participant: "+actor: theme into agent" },
    needs: "participant*2",
    slots: "into",
    // Recruits and trainees are taken into courses, not into a pact.
    unless: "personnel sailor officer student trainee cadet troop soldier pilot submariner recruit refugee migrant",
  },
  {
    rule: "AgreementMade.club-admits",
    type: "AgreementMade",
    verbs: "admit",
    roles: { participant: "+alliance: agent theme" },
    needs: "participant*2",
    predicate: true,
    slots: "!that",
  },
  {
    // "announced AUKUS, a new partnership"
    rule: "AgreementMade.announce-partnership",
    type: "AgreementMade",
    verbs: "announce launch unveil proclaim",
    roles: { participant: "+actor: agent with between" },
    needs: "participant*2",
    beside: "partnership alliance compact pact",
    slots: "theme",
  },
  {
    rule: "AgreementMade.make-peace",
    type: "AgreementMade",
    verbs: "make conclude sign",
    roles: { participant: "+actor: agent with" },
    needs: "participant*2",
    beside: "peace",
    unless: "offer proposal effort",
  },
  {
    // "Talks between Serbia and Kosovo produced an agreement", "the summit between them culminated in a declaration"
    rule: "AgreementMade.yield",
    type: "AgreementMade",
    verbs: "produce yield result culminate lead end conclude",
    subject: "talk negotiation meeting summit conference discussion consultation dialogue mediation",
    roles: { participant: "+party: agent>between agent>among agent>with", agreement: "pact: theme in to with" },
    needs: "participant*2",
    slots: "theme in to with",
    beside: "@agreement agreement treaty pact accord deal declaration truce ceasefire memorandum protocol compromise",
    predicate: true,
  },
  {
    // What two sides adopt binds them; one body adopts what it decides.
    rule: "AgreementMade.adopt",
    type: "AgreementMade",
    verbs: "adopt exchange",
    roles: { participant: "+actor: agent with", agreement: "pact: theme" },
    needs: "participant*2",
    beside: "@agreement",
  },
  {
    rule: "AgreementMade.signing",
    type: "AgreementMade",
    nouns: "signing signature conclusion ratification completion",
    roles: { participant: "+party: poss by support between with", agreement: "pact: of" },
    needs: "participant|agreement",
    beside: "@agreement",
  },
  {
    rule: "AgreementMade.agreement",
    type: "AgreementMade",
    nouns: "agreement deal pact accord treaty memorandum arrangement contract declaration understanding truce ceasefire armistice",
    roles: { participant: "+party: between among with carrier poss", agreement: "pact: self" },
    needs: "participant*2",
    confidence: 0.6,
  },
  {
    rule: "AgreementMade.agree",
    type: "AgreementMade",
    verbs: "agree",
    before: "to on upon with",
    roles: { participant: "+party: agent with", agreement: "agreement: on to" },
    literals: { topic: "on upon" },
    needs: "participant*2",
    confidence: 0.7,
  },
  // ---- AgreementEnded
  {
    // "suspended its participation in the treaty": who takes part is whose participation it is
    rule: "AgreementEnded.participation",
    type: "AgreementEnded",
    verbs: "suspend halt end freeze cease terminate discontinue stop abandon renounce revoke withdraw rescind",
    roles: { actor: "imposer: @theme agent", agreement: "agreement: in of to under with" },
    needs: "agreement",
    slots: "theme",
    beside:
      "participation membership implementation compliance observance adherence ratification accession commitment obligation signature",
  },
  {
    rule: "AgreementEnded.halt",
    type: "AgreementEnded",
    verbs: "halt pull_out back_out walk_out walk_away opt_out drop ditch quit nullify annul void shred rip_up",
    roles: { actor: "imposer: agent", agreement: "agreement: theme from of out out\u00a0of" },
    needs: "actor agreement",
  },
  {
    // "the ceasefire collapsed", "declared the truce over"
    rule: "AgreementEnded.collapse",
    type: "AgreementEnded",
    verbs: "collapse lapse unravel break_down fall_apart",
    roles: { agreement: "agreement: agent" },
    needs: "agreement",
  },
  {
    rule: "AgreementEnded.declare-over",
    type: "AgreementEnded",
    verbs: "declare pronounce",
    roles: { actor: "imposer: agent", agreement: "agreement: theme" },
    needs: "agreement",
    slots: "theme",
    beside: "over null void dead finished ended terminated invalid",
  },
  {
    rule: "AgreementEnded.suspension",
    type: "AgreementEnded",
    nouns: "suspension termination cessation end revocation",
    roles: { actor: "imposer: poss by support @of", agreement: "agreement: in of to" },
    needs: "actor agreement",
    beside: "participation membership implementation ratification",
  },
  {
    rule: "AgreementEnded.withdraw",
    type: "AgreementEnded",
    verbs: "withdraw exit leave quit terminate suspend abrogate scrap abandon pull_out end renounce cancel revoke tear_up repudiate",
    roles: { actor: "imposer: agent", agreement: "agreement: from theme of out out\u00a0of" },
    needs: "agreement",
  },
  {
    // "Germany withdrew from the League of Nations": a state leaves what it had joined
    rule: "AgreementEnded.leave-club",
    type: "AgreementEnded",
    verbs: "withdraw exit leave quit pull_out",
    roles: { actor: "state: agent", agreement: "club: from theme of out out\u00a0of" },
    needs: "actor agreement",
    unless: "force troop contingent personnel",
    slots: "!for !to",
  },
  {
    // "denounced the launch as a breach of the treaty" ends no treaty
    rule: "AgreementEnded.denounce",
    type: "AgreementEnded",
    verbs: "denounce",
    roles: { actor: "imposer: agent", agreement: "agreement: theme" },
    needs: "agreement",
    slots: "!as",
  },
  {
    // "pulled the United States out of the accord": who leaves is who is taken out
    rule: "AgreementEnded.pull",
    type: "AgreementEnded",
    verbs: "pull take withdraw remove",
    roles: { actor: "state: theme", agreement: "agreement: from out out\u00a0of" },
    needs: "actor agreement",
    slots: "theme",
  },
  {
    // "severed diplomatic relations with the Emirates": what is broken off has no name but its kind
    rule: "AgreementEnded.sever",
    type: "AgreementEnded",
    verbs: "sever cut cut_off break break_off suspend",
    roles: { actor: "imposer: agent", agreement: "agreement: @theme" },
    literals: { topic: "theme" },
    needs: "actor",
    slots: "theme",
    beside: "relation relations tie ties",
    unless: "trade economic business",
  },
  {
    rule: "AgreementEnded.withdrawal",
    type: "AgreementEnded",
    nouns: "withdrawal exit termination suspension abrogation denunciation pullout departure",
    roles: { actor: "party: poss by mod support of carrier", agreement: "agreement: from of in" },
    needs: "agreement",
  },
];
