import type { Frame } from "./frame.ts";

/** Who has bound himself to defend whom. */
export const COMMITMENT_FRAMES: readonly Frame[] = [
  {
    rule: "SecurityCommitment.defend",
    type: "SecurityCommitment",
    verbs: "defend protect",
    roles: { actor: "actor: agent", recipient: "actor: theme" },
    needs: "actor recipient",
    under:
      "commit commitment pledge vow promise obligate guarantee reaffirm reiterate ready prepare ironclad oblige determined dedicated will would continue obligation bind bound duty",
    standing: true,
  },
  {
    // "will stand by Israel", "vowed to stand with Ukraine", "come to the aid of its ally"
    rule: "SecurityCommitment.stand",
    type: "SecurityCommitment",
    verbs: "stand side",
    roles: { actor: "actor: agent", recipient: "actor: by with beside behind" },
    needs: "actor recipient",
    under: "commit commitment pledge vow promise will would continue always",
    standing: true,
  },
  {
    // "would come to the defense of South Korea", "pledged to come to Sweden's aid"
    rule: "SecurityCommitment.come",
    type: "SecurityCommitment",
    verbs: "come rush",
    roles: { actor: "actor: agent", recipient: "actor: to>of to>poss" },
    needs: "actor recipient",
    slots: "to",
    beside: "defense defence aid assistance rescue help",
    under: "commit commitment pledge vow promise will would shall bind bound oblige obligate must",
    standing: true,
  },
  {
    // "to provide extended deterrence to Japan", "extends its nuclear umbrella to Seoul"
    rule: "SecurityCommitment.cover",
    type: "SecurityCommitment",
    verbs: "provide extend offer give grant",
    roles: { actor: "actor: agent", recipient: "actor: to iobj for" },
    needs: "actor recipient",
    slots: "theme",
    beside: "deterrence deterrent umbrella protection",
    standing: true,
  },
  {
    // "would protect Pakistan's sovereignty"
    rule: "SecurityCommitment.defend-of",
    type: "SecurityCommitment",
    verbs: "defend protect safeguard guarantee",
    roles: { actor: "actor: agent", recipient: "actor: @theme theme>of" },
    needs: "actor recipient",
    beside: "security defense defence sovereignty independence integrity freedom borders territory",
    under:
      "commit commitment pledge vow promise obligate guarantee reaffirm reiterate ready prepare ironclad oblige determined dedicated will would obligation bind bound duty",
    standing: true,
  },
  {
    // "will continue to support Ukraine for as long as it takes"
    rule: "SecurityCommitment.as-long-as",
    type: "SecurityCommitment",
    verbs: "support back",
    roles: { actor: "actor: agent", recipient: "ally~: theme" },
    needs: "actor recipient",
    under: "commit commitment pledge vow promise will would continue",
    beside: "long",
    standing: true,
  },
  {
    // "is committed to supporting the people of Ukraine", "commitments from Japan to support Kyiv"
    rule: "SecurityCommitment.committed-support",
    type: "SecurityCommitment",
    verbs: "support back",
    roles: { actor: "actor: agent", recipient: "ally~: theme" },
    needs: "actor recipient",
    under: "commit committed commitment",
    unless: "effort process talk reform transition implementation development goal objective mission work centrality",
    standing: true,
  },
  {
    rule: "SecurityCommitment.guarantee",
    type: "SecurityCommitment",
    verbs: "guarantee safeguard underwrite",
    roles: { actor: "actor: agent", recipient: "actor~: theme" },
    needs: "actor recipient",
    beside: "security defense defence sovereignty independence protection safety integrity",
    standing: true,
  },
  {
    rule: "SecurityCommitment.defense-of",
    type: "SecurityCommitment",
    nouns: "defense defence security protection sovereignty safety",
    roles: { actor: "actor: support governor", recipient: "actor: of poss mod" },
    needs: "actor recipient",
    under: "commit commitment pledge vow guarantee ironclad support",
    standing: true,
  },
  {
    rule: "SecurityCommitment.support",
    type: "SecurityCommitment",
    verbs: "support bolster strengthen ensure uphold safeguard underwrite",
    roles: { actor: "actor: agent", recipient: "actor: @theme" },
    needs: "actor recipient",
    under: "commit commitment pledge vow guarantee ironclad will continue",
    beside: "defense defence security sovereignty defensive defences independence integrity",
    standing: true,
  },
  {
    // "a U.S. guarantee of Israel's oil supply"
    rule: "SecurityCommitment.guarantee-of",
    type: "SecurityCommitment",
    nouns: "guarantee",
    roles: { actor: "actor: poss mod by support", recipient: "actor~: of" },
    needs: "actor recipient",
    standing: true,
  },
  {
    rule: "SecurityCommitment.commitment",
    type: "SecurityCommitment",
    nouns: "commitment guarantee assurance pledge obligation umbrella",
    roles: { actor: "actor: poss mod of support by", recipient: "taker~: iobj to for to>with for>of" },
    needs: "actor recipient",
    unless: "human rights reform denuclearization peace principle",
    standing: true,
  },
];
