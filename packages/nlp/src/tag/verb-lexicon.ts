import { tagIndex } from "../document/tags.ts";
import { hashText } from "../model/hash.ts";

/**
 * Verbs of security reporting and of headlines whose forms web text rarely shows, so that a tagger trained on it takes them for nouns and adjectives
 * (`estimates`, `highlighted`, `hinders`; nlp.md 5.1). `base` or `base:-ed form`; -s forms follow by rule.
 */
const VERBS = `
abandon accuse activate advance agree airlift allege allocate announce annex annul approve arrest assassinate assemble assert assess authorize authorise ban:banned
bar:barred bolster boycott breach broker cease censure cite collapse commission commit:committed compel:compelled condemn conduct confirm confiscate conquer convene convict
criticize criticise curb curtail declare decry deepen defend defy:defied demand denounce deny:denied deploy designate detain deter:deterred detonate dismantle dismiss
dispatch dispute distribute divert dodge donate downgrade dub:dubbed endorse enforce enrich ensure equip:equipped erode escalate estimate evacuate evade execute expand
expel:expelled expose express extend extradite falsify:falsified flout foil forge freeze further halt hamper hail highlight hijack hinder identify:identified ignore impose
imprison indict infiltrate inform inspect install intercept interrogate invade invite invoke jail lament laud liberate lure manufacture mediate mobilize mobilise
mull neutralize nominate notify:notified occupy:occupied oust oversee:oversaw penalize pledge postpone praise press probe procure produce prohibit prolong pronounce propose
prosecute provoke punish quell quit ratify:ratified reaffirm rearm rebuff rebuke rebut:rebutted recall recruit refute refuse reinforce reiterate reject relocate renew renounce
repatriate repel:repelled replenish rescind resume retaliate retract reveal revoke scrap:scrapped seek seize ship:shipped signal slam:slammed smuggle spark spur:spurred
station stockpile strengthen subpoena suppress surpass surrender surround suspend sway thwart topple tout transship:transshipped trigger undermine unleash unveil uphold urge vacate
veto violate vow voice waive warn weaken weaponize welcome wield withdraw witness woo`;

/** Verbs whose -s form and base are as often nouns (`arms transfers`, `air strikes`): only their -ed form is told from adjectives. */
const ALSO_NOUNS = `
aid ambush arm assist attack back barter beef blame blast block blockade bomb bombard boost brand capture challenge charge claim clash command counter debate
defeat down drill echo embargo exercise export face fault finance fire flag:flagged fuel fund grill ground harbor harbour host import jam:jammed
launch lease license lift loan lob:lobbed mandate market mine monitor mount move:moved order outline parade patrol:patrolled plot:plotted pose pound pressure purchase question raid
rally:rallied ram:rammed relay release report request sabotage sanction sentence shell shield sign slap:slapped stage storm stress strike supply:supplied support swap:swapped
target tease test threaten torpedo transfer:transferred upgrade visit vote wound`;

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
  const read = (text: string, onlyPast: boolean): void => {
    for (const entry of text.trim().split(/\s+/)) {
      const [base = "", past] = entry.split(":");
      forms.set(hashText(past ?? (base.endsWith("e") ? `${base}d` : `${base}ed`)), ED_FORM);
      if (onlyPast) continue;
      forms.set(hashText(base), BASE_FORM);
      forms.set(hashText(sForm(base)), S_FORM);
    }
  };
  read(VERBS, false);
  read(ALSO_NOUNS, true);
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
