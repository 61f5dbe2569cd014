import type { EdgeStatus } from "../knowledge.ts";

/** Colour of a node by its type: fill, and a darker outline. Text on the fill is dark; contrast is at least 7:1 for every fill. */
export interface NodeColour {
  readonly fill: string;
  readonly line: string;
  /** Name in legends. */
  readonly group: string;
}

const STATE: NodeColour = { fill: "#cfe2f7", line: "#2b6cb0", group: "State or territory" };
const BODY: NodeColour = { fill: "#d9eef2", line: "#2c7a8c", group: "Government body" };
const INTERNATIONAL: NodeColour = { fill: "#dcd9f5", line: "#5a4fb5", group: "International organization" };
const FORCE: NodeColour = { fill: "#e3e6cf", line: "#6b7332", group: "Armed force or group" };
const ORGANIZATION: NodeColour = { fill: "#f0e3d2", line: "#96703c", group: "Company, media or other organization" };
const PERSON: NodeColour = { fill: "#fbe3c8", line: "#c26a15", group: "Person or position" };
const WEAPON: NodeColour = { fill: "#f8d5d3", line: "#b83a32", group: "Weapon, item or programme" };
const AGREEMENT: NodeColour = { fill: "#d6efd6", line: "#3a8a43", group: "Agreement or resolution" };
const OCCASION: NodeColour = { fill: "#f6d9ec", line: "#a83c86", group: "Forum, event or conflict" };
const PLACE: NodeColour = { fill: "#f7f0bf", line: "#94831a", group: "Place or facility" };
const OTHER: NodeColour = { fill: "#e9ebee", line: "#6b7280", group: "Group, document or other" };

/** Colours by entity type of the data contract. */
export const NODE_COLOURS: Readonly<Record<string, NodeColour>> = {
  State: STATE,
  Territory: STATE,
  GovernmentBody: BODY,
  InternationalOrganization: INTERNATIONAL,
  MilitaryForce: FORCE,
  ArmedGroup: FORCE,
  Company: ORGANIZATION,
  ResearchOrganization: ORGANIZATION,
  MediaOrganization: ORGANIZATION,
  Organization: ORGANIZATION,
  Person: PERSON,
  Position: PERSON,
  WeaponSystem: WEAPON,
  WeaponCategory: WEAPON,
  Item: WEAPON,
  Programme: WEAPON,
  Agreement: AGREEMENT,
  Resolution: AGREEMENT,
  Forum: OCCASION,
  Conflict: OCCASION,
  Meeting: OCCASION,
  Cooperation: OCCASION,
  Negotiation: OCCASION,
  AgreementMade: OCCASION,
  Exercise: OCCASION,
  Place: PLACE,
  Facility: PLACE,
};

/** Colour of a node type; types that are not in the table share one. */
export function nodeColour(type: string): NodeColour {
  return Object.hasOwn(NODE_COLOURS, type) ? NODE_COLOURS[type]! : OTHER;
}

export interface StatusStyle {
  readonly colour: string;
  /** SVG dash pattern; empty for a solid line. */
  readonly dash: string;
  /** Nearest of the four edge shapes of GEXF. */
  readonly shape: "solid" | "dotted" | "dashed" | "double";
  readonly name: string;
}

/** How an edge looks by status: solid is said to have happened, dashed is said by one side, dotted is not said to have happened. */
export const STATUS_STYLES: Readonly<Record<EdgeStatus, StatusStyle>> = {
  confirmed: { colour: "#14532d", dash: "", shape: "double", name: "confirmed" },
  asserted: { colour: "#374151", dash: "", shape: "solid", name: "asserted" },
  alleged: { colour: "#c2410c", dash: "9 5", shape: "dashed", name: "alleged" },
  disputed: { colour: "#b91c1c", dash: "9 4 2 4", shape: "dashed", name: "disputed" },
  unconfirmed: { colour: "#7c3aed", dash: "4 4", shape: "dotted", name: "unconfirmed" },
  planned: { colour: "#1d4ed8", dash: "4 4", shape: "dotted", name: "planned" },
  hypothetical: { colour: "#0e7490", dash: "2 5", shape: "dotted", name: "hypothetical" },
  denied: { colour: "#9f1239", dash: "2 3", shape: "dotted", name: "denied" },
  nonOccurrence: { colour: "#9ca3af", dash: "2 5", shape: "dotted", name: "said not to have happened" },
};

/** `suppliesArmsTo` → `supplies arms to`. */
export function predicateWords(predicate: string): string {
  return predicate.replace(/(?<=[a-z0-9])(?=[A-Z])/g, " ").toLowerCase();
}

/** Red, green and blue of `#rrggbb`. */
export function rgb(hex: string): readonly [number, number, number] {
  const value = Number.parseInt(hex.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}
