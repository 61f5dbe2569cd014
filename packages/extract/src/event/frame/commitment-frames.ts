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
      "commit commitment pledge vow promise obligate guarantee reaffirm reiterate ready prepare ironclad oblige determined dedicated will would continue obligation bind duty",
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
    rule: "SecurityCommitment.commitment",
    type: "SecurityCommitment",
    nouns: "commitment guarantee assurance pledge obligation umbrella",
    roles: { actor: "actor: poss mod of support by", recipient: "actor~: to for" },
    needs: "actor recipient",
    unless: "human rights reform denuclearization peace principle",
    standing: true,
  },
];
