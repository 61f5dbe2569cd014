import { describe, expect, it } from "vitest";
import { XPOS_TAGS } from "../src/index.ts";
import { reconcileTags } from "../src/tag/reconcile-tags.ts";
import { buildAnalysis } from "./build-analysis.ts";

/** Tags after reconciling rows `form tag head relation`; `fixed` names the word whose tag is fixed. */
function reconciled(rows: string, fixedWord = -1): string[] {
  const { tokens } = buildAnalysis(rows);
  const fixed = new Int8Array(tokens.count).fill(-1);
  if (fixedWord >= 0) fixed[fixedWord] = tokens.tag[fixedWord]!;
  reconcileTags(tokens, fixed, 0, tokens.count);
  return Array.from(tokens.tag, (tag) => XPOS_TAGS[tag]!);
}

describe("tags and trees", () => {
  it("takes a participle with a subject and no auxiliary for a past tense, if it can be one", () => {
    expect(reconciled("Ships NNS 2 nsubj\nsailed VBN 0 root")[1]).toBe("VBD");
    expect(reconciled("Ships NNS 2 nsubj\nsunk VBN 0 root")[1]).toBe("VBN");
    expect(reconciled("Ships NNS 2 nsubj\nsailed VBN 0 root", 1)[1]).toBe("VBN");
    expect(reconciled("Ships NNS 0 root\nsailed VBN 1 acl")[1]).toBe("VBN");
  });

  it("takes a past tense behind have or a passive be for a participle", () => {
    expect(reconciled("Ships NNS 3 nsubj\nhad VBD 3 aux\nsailed VBD 0 root")[2]).toBe("VBN");
    expect(reconciled("Ships NNS 3 nsubj:pass\nwere VBD 3 aux:pass\nhailed VBD 0 root")[2]).toBe("VBN");
  });

  it("tells presents from infinitives", () => {
    expect(reconciled("We PRP 2 nsubj\ncondemn VB 0 root")[1]).toBe("VBP");
    expect(reconciled("We PRP 3 nsubj\nmay MD 3 aux\ncondemn VBP 0 root")[2]).toBe("VB");
    expect(reconciled("They PRP 2 nsubj\nplan VBP 0 root\nto TO 4 mark\nsail VBP 2 xcomp")).toEqual(["PRP", "VBP", "TO", "VB"]);
    expect(reconciled("They PRP 3 nsubj\ndid VBD 3 aux\nsail VB 0 root")[2]).toBe("VB");
  });
});
