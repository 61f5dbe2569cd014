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

/** How much is added to the score of a class, in units of the quantised weights. */
const BIAS = { finite: 5, participle: 3, base: 3 };

const S_FORM = 1;
const ED_FORM = 2;
const BASE_FORM = 3;

const VBZ = tagIndex("VBZ");
const VBD = tagIndex("VBD");
const VBN = tagIndex("VBN");
const VB = tagIndex("VB");
const VBP = tagIndex("VBP");

/** The bias that `TaggerModel.bias` wants. Applies to lower-case words outside the closed lexicon. */
export function createVerbBias(strength = 1): (lowerHash: number, scores: Int32Array) => void {
  const forms = new Map<number, number>();
  for (const entry of VERBS.trim().split(/\s+/)) {
    const [base = "", past] = entry.split(":");
    forms.set(hashText(base), BASE_FORM);
    forms.set(hashText(past ?? (base.endsWith("e") ? `${base}d` : `${base}ed`)), ED_FORM);
    forms.set(hashText(sForm(base)), S_FORM);
  }
  const finite = Math.round(BIAS.finite * strength);
  const participle = Math.round(BIAS.participle * strength);
  const plain = Math.round(BIAS.base * strength);
  return (lowerHash, scores) => {
    const kind = forms.get(lowerHash);
    if (kind === undefined) return;
    if (kind === S_FORM) scores[VBZ] = scores[VBZ]! + finite;
    else if (kind === ED_FORM) {
      scores[VBD] = scores[VBD]! + finite;
      scores[VBN] = scores[VBN]! + participle;
    } else {
      scores[VB] = scores[VB]! + plain;
      scores[VBP] = scores[VBP]! + plain;
    }
  };
}

function sForm(base: string): string {
  if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ies`;
  return /(?:s|sh|ch|x|z|o)$/.test(base) ? `${base}es` : `${base}s`;
}
