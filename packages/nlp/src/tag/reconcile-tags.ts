import { labelIndex, tagIndex } from "../document/tags.ts";
import { IRREGULAR_PARTICIPLES } from "./irregular-forms.ts";

const VB = tagIndex("VB");
const VBD = tagIndex("VBD");
const VBN = tagIndex("VBN");
const VBP = tagIndex("VBP");
const MD = tagIndex("MD");
const TO = tagIndex("TO");
const NSUBJ = labelIndex("nsubj");
const AUX = labelIndex("aux");
const AUX_PASS = labelIndex("aux:pass");
const COP = labelIndex("cop");
const MARK = labelIndex("mark");
const CONJ = labelIndex("conj");
const XCOMP = labelIndex("xcomp");
const CCOMP = labelIndex("ccomp");

/** Columns of a document that reconciling reads; `tag` is changed in place. */
interface TreeColumns {
  readonly lower: readonly string[];
  readonly tag: Uint8Array;
  readonly head: Int32Array;
  readonly label: Uint8Array;
}

/**
 * Makes the tags of verbs agree with the tree of the sentence `[first, last)`, which sees the auxiliaries and subjects that decide between forms that
 * look alike: `the ships sailed` (past) and `had sailed` (participle), `we condemn` (present) and `to condemn` (infinitive). Words whose tag is `fixed`
 * (not -1) stay.
 */
export function reconcileTags(columns: TreeColumns, fixed: Int8Array, first: number, last: number): void {
  const { lower, tag, head, label } = columns;
  for (let verb = first; verb < last; verb += 1) {
    const own = tag[verb]!;
    if ((own !== VBN && own !== VBD && own !== VB && own !== VBP) || fixed[verb] !== -1) continue;
    let subject = false;
    let participleAuxiliary = false;
    let baseAuxiliary = false;
    let any = false;
    for (let i = first; i < last; i += 1) {
      if (head[i] !== verb) continue;
      const relation = label[i]!;
      if (relation === NSUBJ) subject = true;
      else if (relation === MARK && tag[i] === TO) {
        baseAuxiliary = true;
        any = true;
      } else if (relation === AUX || relation === AUX_PASS || relation === COP) {
        any = true;
        if (tag[i] === MD || /^(?:do|does|did)$/.test(lower[i]!)) baseAuxiliary = true;
        else if (relation === AUX_PASS || /^(?:have|has|had|having|'ve)$/.test(lower[i]!)) participleAuxiliary = true;
      }
    }
    const relation = label[verb]!;
    if (own === VBN && subject && !any && relation !== CONJ && relation !== XCOMP && !IRREGULAR_PARTICIPLES.has(lower[verb]!))
      tag[verb] = VBD;
    else if (own === VBD && participleAuxiliary && !baseAuxiliary) tag[verb] = VBN;
    else if (own === VB && subject && !any && relation !== CONJ && relation !== XCOMP && relation !== CCOMP) tag[verb] = VBP;
    else if (own === VBP && baseAuxiliary && !participleAuxiliary) tag[verb] = VB;
  }
}
