import { AGREEMENT_FRAMES } from "./agreement-frames.ts";
import { APPOINTMENT_FRAMES } from "./appointment-frames.ts";
import { ARMAMENT_FRAMES } from "./armament-frames.ts";
import { ATTACK_FRAMES } from "./attack-frames.ts";
import { LEGAL_FRAMES, SANCTION_FRAMES } from "./coercion-frames.ts";
import { COMMITMENT_FRAMES } from "./commitment-frames.ts";
import { COMPLIANCE_FRAMES } from "./compliance-frames.ts";
import { DIPLOMACY_FRAMES } from "./diplomacy-frames.ts";
import { FORCE_FRAMES } from "./force-frames.ts";
import type { Frame } from "./frame.ts";
import { MEETING_FRAMES } from "./meeting-frames.ts";
import { PARLIAMENT_FRAMES } from "./parliament-frames.ts";
import { REQUEST_FRAMES } from "./request-frames.ts";
import { ACQUISITION_FRAMES, TRANSFER_FRAMES } from "./transfer-frames.ts";

/** Every row, in the order in which rows of one trigger are tried. */
const FRAMES: readonly Frame[] = [
  ...SANCTION_FRAMES,
  ...ACQUISITION_FRAMES,
  ...FORCE_FRAMES,
  ...ARMAMENT_FRAMES,
  ...ATTACK_FRAMES,
  ...TRANSFER_FRAMES,
  ...LEGAL_FRAMES,
  ...PARLIAMENT_FRAMES,
  ...COMPLIANCE_FRAMES,
  ...COMMITMENT_FRAMES,
  ...APPOINTMENT_FRAMES,
  ...MEETING_FRAMES,
  ...DIPLOMACY_FRAMES,
  ...AGREEMENT_FRAMES,
  ...REQUEST_FRAMES,
];

/** A role rule taken apart. */
export interface RoleRule {
  readonly role: string;
  readonly fill: string;
  readonly slots: readonly string[];
  /** Unite all slots rather than take the first that fits. */
  readonly union: boolean;
  /** Slots are tried by how near their phrases stand, not in the order of the row. */
  readonly nearest: boolean;
  /** Also take who is only named inside the phrase. */
  readonly inside: boolean;
  /** An official's "we" is the state here; who meets, travels or is appointed does so in person. */
  readonly national: boolean;
}

/** A frame of the tables with its rules taken apart once, at load. */
export interface IndexedFrame {
  readonly frame: Frame;
  readonly roles: readonly RoleRule[];
  readonly item?: {
    readonly slots: readonly string[];
    readonly classes: ReadonlySet<string>;
    /** Classes that it may not be of. */
    readonly not: ReadonlySet<string>;
    readonly required: boolean;
  };
  readonly needs: readonly (readonly { readonly role: string; readonly count: number }[])[];
  readonly beside: ReadonlySet<string>;
  readonly unless: ReadonlySet<string>;
  readonly under: ReadonlySet<string>;
  readonly subject: ReadonlySet<string>;
  readonly before: ReadonlySet<string>;
  readonly slots: readonly string[];
}

const words = (text: string | undefined): readonly string[] => (text === undefined || text === "" ? [] : text.trim().split(" "));

const IN_PERSON: ReadonlySet<string> = new Set(["Meeting", "Visit", "Appointment"]);

function indexFrame(frame: Frame): IndexedFrame {
  const roles = Object.entries(frame.roles).map(([role, rule]): RoleRule => {
    const colon = rule.indexOf(":");
    let fill = rule.slice(0, colon).trim();
    const union = fill.startsWith("+");
    if (union) fill = fill.slice(1);
    const nearest = fill.startsWith("^");
    if (nearest) fill = fill.slice(1);
    const inside = fill.endsWith("~");
    if (inside) fill = fill.slice(0, -1);
    const national = !IN_PERSON.has(frame.type);
    return {
      role,
      fill,
      union,
      nearest,
      inside,
      national,
      slots: words(rule.slice(colon + 1)).map((slot) => slot.replaceAll("\u00a0", " ")),
    };
  });
  const needs = words(frame.needs).map((group) =>
    group.split("|").map((need) => {
      const [role = "", count = "1"] = need.split("*");
      return { role, count: Number(count) };
    }),
  );
  const base = {
    frame,
    roles,
    needs,
    beside: new Set(words(frame.beside)),
    unless: new Set(words(frame.unless)),
    under: new Set(words(frame.under)),
    subject: new Set(words(frame.subject)),
    before: new Set(words(frame.before)),
    slots: words(frame.slots).map((slot) => slot.replaceAll("\u00a0", " ")),
  };
  if (!frame.item) return base;
  const required = !frame.item.startsWith("~");
  const [slotText = "", classText = ""] = frame.item.replace(/^~/, "").split(":");
  const classes = words(classText);
  return {
    ...base,
    item: {
      slots: words(slotText),
      classes: new Set(classes.filter((name) => !name.startsWith("!"))),
      not: new Set(classes.filter((name) => name.startsWith("!")).map((name) => name.slice(1))),
      required,
    },
  };
}

function indexBy(key: "verbs" | "nouns"): ReadonlyMap<string, readonly IndexedFrame[]> {
  const index = new Map<string, IndexedFrame[]>();
  for (const frame of FRAMES) {
    const indexed = indexFrame(frame);
    for (const word of words(frame[key])) {
      const list = index.get(word);
      if (list) list.push(indexed);
      else index.set(word, [indexed]);
    }
  }
  return index;
}

const VERB_FRAMES: ReadonlyMap<string, readonly IndexedFrame[]> = indexBy("verbs");
const NOUN_FRAMES: ReadonlyMap<string, readonly IndexedFrame[]> = indexBy("nouns");
const NONE: readonly IndexedFrame[] = [];

/** Frames whose verbs hold the lemma; none: empty. */
export const verbFrames = (lemma: string): readonly IndexedFrame[] => VERB_FRAMES.get(lemma) ?? NONE;
/** Frames whose nouns hold the lemma; none: empty. */
export const nounFrames = (lemma: string): readonly IndexedFrame[] => NOUN_FRAMES.get(lemma) ?? NONE;
