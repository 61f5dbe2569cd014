import type { Frame } from "./frame.ts";

/** Negotiations, cooperation. */
export const DIPLOMACY_FRAMES: readonly Frame[] = [
  // ---- Negotiation
  {
    // Talks that come in rounds are negotiations, even between two people.
    rule: "Negotiation.round",
    type: "Negotiation",
    nouns:
      "round_talk round_negotiation round_discussion round_consultation round_dialogue peace_talk indirect_talk proximity_talk ceasefire_talk",
    roles: { participant: "+party: between with among involving of poss support by mod carrier", forum: "forum: self in" },
    literals: { topic: "on over about concerning regarding" },
    needs: "participant*2",
    slots: "!with",
  },
  {
    rule: "Negotiation.negotiate",
    type: "Negotiation",
    verbs: "negotiate bargain haggle",
    roles: { participant: "+party: agent with between" },
    literals: { topic: "theme on over about" },
    needs: "participant*2",
  },
  {
    rule: "Negotiation.negotiate-alone",
    type: "Negotiation",
    verbs: "negotiate bargain haggle",
    roles: { participant: "+party: agent with between" },
    literals: { topic: "theme on over about" },
    needs: "participant",
    slots: "theme on over about",
  },
  {
    rule: "Negotiation.talks",
    type: "Negotiation",
    nouns: "negotiation talk consultation dialogue discussion",
    roles: { participant: "+party: between with among involving of poss support by mod carrier", forum: "forum: self in" },
    literals: { topic: "on over about concerning regarding" },
    needs: "participant*2|forum",
    unless: "plan mechanism",
  },
  {
    rule: "Negotiation.consult",
    type: "Negotiation",
    verbs: "consult",
    roles: { participant: "+party: agent with" },
    literals: { topic: "on over about" },
    needs: "participant*2",
  },
  {
    // Whoever mediates brings others to the table; whose talks they are stands behind "between".
    rule: "Negotiation.mediate",
    type: "Negotiation",
    verbs: "mediate",
    roles: { participant: "+party: between" },
    needs: "participant*2",
    slots: "between",
  },
  // ---- Cooperation, and leagues, which are no vague alliance
  {
    // "Niger and Mali formed the Alliance of Sahel States", "the three announced AUKUS": those who set up a league have agreed on it
    rule: "AgreementMade.found",
    type: "AgreementMade",
    verbs: "announce launch unveil proclaim form found create establish set_up",
    roles: { participant: "+actor: agent with between" },
    needs: "participant*2",
    beside: "@league",
    slots: "theme",
  },
  {
    rule: "Cooperation.cooperate",
    type: "Cooperation",
    verbs: "cooperate collaborate coordinate co-operate partner team_up liaise",
    roles: { participant: "+actor: agent with", item: "thing: on in" },
    needs: "participant*2",
  },
  {
    rule: "Cooperation.work",
    type: "Cooperation",
    verbs: "work operate act collude conspire join_forces combine",
    roles: { participant: "+actor: agent with alongside" },
    needs: "participant*2",
    beside: "with together alongside closely jointly force forces",
  },
  {
    rule: "Cooperation.bolster",
    type: "Cooperation",
    verbs:
      "restore renew resume normalize normalise bolster strengthen deepen boost expand enhance form establish cement forge build intensify upgrade consolidate broaden develop advance reinforce cultivate foster nurture tighten elevate step_up ramp_up",
    roles: { participant: "+actor: agent with between" },
    needs: "participant*2",
    beside:
      "alliance cooperation co-operation partnership tie ties relation relations relationship front collaboration coordination bond link links interoperability sharing",
  },
  {
    // "Turkey and Qatar enjoy close military ties"
    rule: "Cooperation.have-ties",
    type: "Cooperation",
    verbs: "enjoy have maintain share",
    roles: { participant: "+actor: agent with between" },
    needs: "participant*2",
    slots: "theme",
    beside: "tie ties partnership alliance cooperation co-operation",
    unless: "diplomatic trade family economic commercial cultural historical no",
    confidence: 0.5,
  },
  {
    // "share missile warning data in real time": what they know, they know together
    rule: "Cooperation.share",
    type: "Cooperation",
    verbs: "share exchange pool",
    roles: { participant: "+actor: agent with between", item: "thing: theme" },
    needs: "participant*2",
    beside: "data intelligence information technology expertise warning",
    unless: "border concern view value opinion commitment",
  },
  {
    rule: "Cooperation.cooperation",
    type: "Cooperation",
    nouns:
      "cooperation co-operation collaboration partnership coordination joint_venture alliance joint_action joint_operation interoperability",
    roles: { participant: "+actor: between with among poss support governor mod carrier of", item: "thing: on in" },
    needs: "participant*2",
    // An alliance that is concluded is a treaty.
    unless: "conclude sign ratify",
  },
  {
    rule: "Cooperation.ties",
    type: "Cooperation",
    nouns: "tie front solidarity",
    roles: { participant: "+actor: between among with poss mod" },
    needs: "participant*2",
    slots: "between among with",
    unless: "trade family foreign public cut sever break severance",
    confidence: 0.5,
  },
];
