import type { Frame } from "./frame.ts";

/** Negotiations, cooperation. */
export const DIPLOMACY_FRAMES: readonly Frame[] = [
  // ---- Negotiation
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
    roles: { participant: "+party: between with among of poss support by mod carrier", forum: "forum: self in" },
    literals: { topic: "on over about concerning regarding" },
    needs: "participant*2|forum",
  },
  {
    rule: "Negotiation.consult",
    type: "Negotiation",
    verbs: "consult",
    roles: { participant: "+party: agent with" },
    literals: { topic: "on over about" },
    needs: "participant*2",
  },
  // ---- Cooperation
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
      "restore renew resume normalize normalise bolster strengthen deepen boost expand enhance form establish cement forge build intensify upgrade consolidate broaden develop",
    roles: { participant: "+actor: agent with between" },
    needs: "participant*2",
    beside: "alliance cooperation co-operation partnership tie ties relation relations relationship front collaboration coordination bond",
  },
  {
    rule: "Cooperation.cooperation",
    type: "Cooperation",
    nouns:
      "cooperation co-operation collaboration partnership coordination joint_venture alliance joint_action joint_operation interoperability",
    roles: { participant: "+actor: between with among poss support governor mod carrier", item: "thing: on in" },
    needs: "participant*2",
  },
  {
    rule: "Cooperation.ties",
    type: "Cooperation",
    nouns: "tie front solidarity",
    roles: { participant: "+actor: between among with poss mod" },
    needs: "participant*2",
    slots: "between among with",
    unless: "trade family foreign public",
    confidence: 0.5,
  },
];
