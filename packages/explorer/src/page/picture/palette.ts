import type { EdgeStatus } from "@chancery/graph";

export type Theme = "light" | "dark";

/** Families of entity types that share a colour; nine are told apart, more are not (after Tableau 10 and Okabe–Ito, darkened to 3:1 on white). */
const FAMILIES: readonly { readonly name: string; readonly types: readonly string[]; readonly light: string; readonly dark: string }[] = [
  { name: "State", types: ["State", "Territory"], light: "#2f6db5", dark: "#6fa8e8" },
  { name: "Government", types: ["GovernmentBody"], light: "#1b8a8f", dark: "#4cc4c9" },
  { name: "International organisation", types: ["InternationalOrganization", "Forum"], light: "#7a4fb5", dark: "#b794ea" },
  { name: "Armed", types: ["MilitaryForce", "ArmedGroup"], light: "#b5482f", dark: "#ef8a6f" },
  {
    name: "Organisation",
    types: ["Company", "ResearchOrganization", "MediaOrganization", "Organization", "Group"],
    light: "#9a6a14",
    dark: "#dcab52",
  },
  { name: "Person", types: ["Person", "Position"], light: "#b53578", dark: "#ee85b8" },
  { name: "Arms and things", types: ["WeaponSystem", "WeaponCategory", "Item", "Programme"], light: "#6b6f76", dark: "#a9b0ba" },
  { name: "Agreement", types: ["Agreement", "Resolution", "Document"], light: "#4c7d22", dark: "#94c95f" },
  { name: "Place and conflict", types: ["Place", "Facility", "Conflict"], light: "#8a5a44", dark: "#cf9f86" },
];

/** Events drawn as nodes (gatherings) and unknown types. */
const OTHER = { light: "#5b6470", dark: "#b3bcc8" };

/** Colour of a node by its entity type. */
export function typeColor(type: string, theme: Theme): string {
  return (FAMILIES.find(({ types }) => types.includes(type)) ?? OTHER)[theme];
}

const STATUS_COLORS: Readonly<Record<EdgeStatus, { readonly light: string; readonly dark: string }>> = {
  confirmed: { light: "#2e7d4f", dark: "#62c28a" },
  asserted: { light: "#7b8794", dark: "#8b98a8" },
  alleged: { light: "#c77700", dark: "#f0a53a" },
  disputed: { light: "#a136b5", dark: "#d889e6" },
  unconfirmed: { light: "#a88f3c", dark: "#cdb768" },
  planned: { light: "#3c88c9", dark: "#74b6ee" },
  hypothetical: { light: "#6aa9b8", dark: "#7fc3d2" },
  denied: { light: "#c62f2f", dark: "#f47c7c" },
  nonOccurrence: { light: "#8f3b3b", dark: "#cf8585" },
};

/** Colour of an edge by the status of what it stands for. */
export function statusColor(status: string, theme: Theme): string {
  return (STATUS_COLORS[status as EdgeStatus] ?? STATUS_COLORS.asserted)[theme];
}

/** The ground that the picture is drawn on: `--paper` of the style sheet. */
const PAPER: Readonly<Record<Theme, string>> = { light: "#ffffff", dark: "#12161c" };

/** A colour (`#rrggbb`) thinned out towards the ground: thousands of lines in full colour would hide what they link. */
export function thinned(color: string, theme: Theme, share: number): string {
  const channels = (hex: string): readonly number[] => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  const ground = channels(PAPER[theme]);
  return `#${channels(color)
    .map((channel, index) =>
      Math.round(channel + (ground[index]! - channel) * share)
        .toString(16)
        .padStart(2, "0"),
    )
    .join("")}`;
}
