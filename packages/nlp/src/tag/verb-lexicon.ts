import { tagIndex } from "../document/tags.ts";
import { hashText } from "../model/hash.ts";

/**
 * Verbs of security reporting and of headlines whose -s and -ed forms web text rarely shows, so that a tagger trained on it takes them for nouns and
 * adjectives (`ships`, `estimates`, `highlighted`; nlp.md 5.1). Regular verbs only: `base` or `base:-ed form`; -s forms follow by rule.
 */
const VERBS = `
abandon accuse activate advance agree airlift allege allocate ambush annex announce annul approve arm arrest assassinate assemble assert assess
assist attack authorize authorise ban:banned back bar:barred barter beef blame blast block blockade bolster bomb bombard boost boycott brand breach
broker capture cease censure challenge charge cite clash claim collapse command commission commit:committed compel:compelled condemn conduct confirm
confiscate conquer convene convict counter criticize criticise curb curtail debate declare decry defeat defend defy:defied demand denounce deny:denied deploy
designate detain deter:deterred detonate dismantle dismiss dispatch dispute distribute divert dodge donate down downgrade drill dub:dubbed echo embargo
endorse enforce enrich ensure equip:equipped erode escalate estimate evacuate evade execute expand expel:expelled export expose express extend extradite
face falsify:falsified fault finance fire flag:flagged flout foil forge freeze fuel fund funnel further grill ground halt hamper hail harbor harbour hijack highlight hinder
host identify:identified ignore impose import imprison indict infiltrate inform inspect install intercept interrogate invade invite invoke jam:jammed jail launch
lament laud liberate license lift loan lob:lobbed lure mandate manufacture market mediate mine mobilize mobilise monitor mount mull move:moved neutralize nominate notify:notified
occupy:occupied order oust outline overfly oversee:oversaw parade patrol:patrolled penalize pledge plot:plotted pose postpone pound praise press pressure probe procure produce prohibit
prolong pronounce propose prosecute provoke punish purchase quell question quit raid raise rally:rallied ram:rammed ratify:ratified rebuff rebuke recall reaffirm
rearm rebut:rebutted recruit refute refuse reinforce reiterate reject relay relocate renew renounce repatriate repel:repelled replenish report request rescind resume
retaliate retract reveal revoke sabotage sanction scrap:scrapped seize sentence shell ship:shipped shield sign signal slam:slammed slap:slapped smuggle spark spur:spurred stage station stockpile
storm strengthen stress strike subpoena supply:supplied support suppress surpass surrender surround suspend sway swap:swapped target tease test threaten thwart topple torpedo
tout transfer:transferred transship:transshipped trigger undermine unleash unveil urge uphold vacate veto violate visit vote vow voice waive warn weaken weaponize welcome wield withdraw witness woo wound`;

const S_FORM = 1;
const ED_FORM = 2;
const BASE_FORM = 3;

const VBZ = tagIndex("VBZ");
const VBD = tagIndex("VBD");
const VBN = tagIndex("VBN");
const VB = tagIndex("VB");
const VBP = tagIndex("VBP");

/** Which form of a listed verb a word is, by the hash of the lower-case word. */
export type VerbLexicon = ReadonlyMap<number, number>;

/** All forms of the listed verbs. */
export function createVerbLexicon(): VerbLexicon {
  const forms = new Map<number, number>();
  for (const entry of VERBS.trim().split(/\s+/)) {
    const [base = "", past] = entry.split(":");
    forms.set(hashText(base), BASE_FORM);
    forms.set(hashText(past ?? (base.endsWith("e") ? `${base}d` : `${base}ed`)), ED_FORM);
    forms.set(hashText(sForm(base)), S_FORM);
  }
  return forms;
}

/**
 * Adds to the scores of the verb tags that a listed form may bear; meant for lower-case words only. Finite forms gain `amount`, past participles and
 * base forms 0.6 of it (nlp.md 5.2).
 *
 * @param at Position of the scores' first tag.
 */
export function addVerbBias(lexicon: VerbLexicon, lowerHash: number, scores: Int32Array | Float32Array, at: number, amount: number): void {
  const form = lexicon.get(lowerHash);
  if (form === undefined) return;
  if (form === S_FORM) scores[at + VBZ] = scores[at + VBZ]! + amount;
  else if (form === ED_FORM) {
    scores[at + VBD] = scores[at + VBD]! + amount;
    scores[at + VBN] = scores[at + VBN]! + 0.6 * amount;
  } else {
    scores[at + VB] = scores[at + VB]! + 0.6 * amount;
    scores[at + VBP] = scores[at + VBP]! + 0.6 * amount;
  }
}

function sForm(base: string): string {
  if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ies`;
  return /(?:s|sh|ch|x|z|o)$/.test(base) ? `${base}es` : `${base}s`;
}
