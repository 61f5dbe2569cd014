import { describe, expect, it } from "vitest";
import { findQuotations, segment } from "../src/index.ts";

interface Shown {
  readonly inner: string;
  readonly kind: string;
  readonly repaired: boolean;
  readonly depth: number;
  readonly continues?: number;
  readonly edits?: readonly string[];
}

function quotes(text: string): Shown[] {
  return findQuotations(text).map((quote) => ({
    inner: text.slice(quote.inner.start, quote.inner.end),
    kind: quote.kind,
    repaired: quote.repaired,
    depth: quote.depth,
    ...(quote.continues === undefined ? {} : { continues: quote.continues }),
    ...(quote.edits === undefined ? {} : { edits: quote.edits.map((edit) => text.slice(edit.start, edit.end)) }),
  }));
}

const brief = (text: string): string[] => quotes(text).map((quote) => `${quote.kind}${quote.repaired ? "!" : ""}: ${quote.inner}`);

describe("speech, partial quotations and scare quotes (L26, L28)", () => {
  it.each([
    [
      "He said, “I have data showing that,” adding, “It’s a terrible outcome. This violates the resolution.”",
      ["speech: I have data showing that,", "speech: It’s a terrible outcome. This violates the resolution."],
    ],
    ['The envoy said: "We will not sign it."', ["speech: We will not sign it."]],
    ["“No,” she said.", ["speech: No,"]],
    ["The policy “has not changed and has remained the same,” Johnson said.", ["partial: has not changed and has remained the same,"]],
    ["They reject what they call the “rules of a foreign game” in Asia.", ["partial: rules of a foreign game"]],
    [
      "It said that “the goal is the complete denuclearization of the Peninsula, ” adding nothing.",
      ["speech: the goal is the complete denuclearization of the Peninsula,"],
    ],
    ["the North Korea-Russia ‘deleterious’ arms deal", ["scare: deleterious"]],
    ["Pyongyang benefited from the “whole gamut” of ties and a 'nuclear trigger' system", ["scare: whole gamut", "scare: nuclear trigger"]],
    ["The drill “Ulchi Freedom Shield” began.", ["scare: Ulchi Freedom Shield"]],
    ["The allies ‘will stand firm against it,’ the minister said.", ["partial: will stand firm against it,"]],
    ["„Wir“ and «oui» are words.", ["scare: Wir", "scare: oui"]],
  ])("%s", (text, expected) => {
    expect(brief(text)).toEqual(expected);
  });
});

describe("a quotation of several sentences (L26)", () => {
  const long = "They will be held to account for what they did at sea. ".repeat(12);
  it.each([
    `"War maniacs are at it again. ${long}They fired at Hill 251", said KCNA on Monday.`,
    `"We take no orders. ${long}We lost 40", the minister said.`,
    `“We take no orders. ${long}We lost 40”, the minister said.`,
  ])("ends at its closing mark, after a number too: %s", (text) => {
    const found = quotes(text);
    expect(found.map(({ kind, repaired }) => [kind, repaired])).toEqual([["speech", false]]);
    expect(found[0]!.inner).toMatch(/^W.*\d$/);
  });

  it("leaves inches alone after a quotation", () => {
    expect(brief('"No," he said of the 12" gun and the 16" one.')).toEqual(["speech: No,"]);
  });
});

describe("damaged marks (L27)", () => {
  it.each([
    ["Russia’s” full accept” of North Korea could help.", ["scare!: full accept"]],
    ["Iran’s” strategic patience” toward Israel ended.", ["scare!: strategic patience"]],
    [
      "Pak said:” I’m not going get into specifics, but we are considering it”.",
      ["speech!: I’m not going get into specifics, but we are considering it"],
    ],
    ["The minister replied,” We will never agree to that demand.”", ["speech!: We will never agree to that demand."]],
    [
      "Russia itself voted for the resolutions that contain these restrictions,” it added.",
      ["speech!: Russia itself voted for the resolutions that contain these restrictions,"],
    ],
    ["He met the envoy on Monday. The talks are over for good,” he told reporters.", ["speech!: The talks are over for good,"]],
    ["“” The luster of legitimacy could give others ideas”, she said.", ["speech!: The luster of legitimacy could give others ideas"]],
    [
      "” The luster could give others ideas”, she said. ” And we have had a long history of it.",
      ["speech!: The luster could give others ideas", "speech!: And we have had a long history of it."],
    ],
    ["“I have data, he said. He added, “It is bad news for us.”", ["speech!: I have data, he said.", "speech: It is bad news for us."]],
    ["“We will go on with it. The minister said so on Monday.", ["speech!: We will go on with it."]],
  ])("%s", (text, expected) => {
    expect(brief(text)).toEqual(expected);
  });

  it("never leaves the paragraph", () => {
    const text = "“We will go on with the work, he hinted.\n\nThe talks end on Friday.\n\nNothing else happened.";
    const [quote] = findQuotations(text);
    expect(quote!.end).toBeLessThanOrEqual(text.indexOf("\n"));
    expect(findQuotations(text).length).toBe(1);
  });
});

describe("paragraphs and nesting", () => {
  it("links a quotation that the next paragraph re-opens", () => {
    const text =
      "She is “working with others to make clear how much of a concern it is.\n\n“But there are other things,” she said.\n\n“New one,” he said.";
    const found = quotes(text);
    expect(found.map((quote) => [quote.kind, quote.repaired, quote.continues])).toEqual([
      ["partial", true, undefined],
      ["speech", false, 0],
      ["speech", false, undefined],
    ]);
  });

  it.each([
    ["“He told me ‘never again’ and left,” she said.", [0, 1]],
    ["\"They spoke of a 'new era' in Asia,\" he said.", [0, 1]],
    ["“He wrote «jamais» on it,” she said.", [0, 1]],
    ["“He said “no” to us,” she added.", [0, 1]],
  ])("%s", (text, depths) => {
    expect(quotes(text).map((quote) => quote.depth)).toEqual(depths);
  });
});

describe("what is no quotation", () => {
  it.each([
    "The allies’ plan and Russia's troops don't match the '90s’ mood.",
    "a panel of experts ‘ access to the arsenal",
    "We do n’t have it; it ’s the ministers’ turn.",
    "a 12\" gun and a 5'10 man",
    "O’Brien’s and Sha'lan's rock 'n' roll in '45",
    "James' brothers and the soldiers' mothers",
  ])("%s", (text) => {
    expect(quotes(text)).toEqual([]);
  });
});

describe("edits (L29)", () => {
  it.each([
    ["“[This assistance is] not only with their industry but also with the troops,” she said.", ["[This assistance is]"]],
    ["“We are concerned that such funds (from weapons trade) could be used,” he said.", ["(from weapons trade)"]],
    ["“It [the deal] is dead, and we [Japan] regret it,” he said.", ["[the deal]", "[Japan]"]],
    ["“The Republic of Korea (ROK) condemns it,” the statement said.", undefined],
  ])("%s", (text, edits) => {
    expect(quotes(text)[0]!.edits).toEqual(edits);
  });
});

describe("any string", () => {
  it("never throws, stays inside paragraphs, nests or parts, and repeats itself", () => {
    const base = "“We ‘must’ go,” he said.\n\n“Then: ”no” it's «done» and \"over\".\n\nThe end's “near. ";
    const pieces = ["“", "”", '"', "'", "’", "‘", "«", "»", " ", "\n\n", ".", ",", "''", "``", "\ud800", "\0", "s’ "];
    let state = 99;
    const next = (bound: number): number => {
      state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
      return state % bound;
    };
    for (let round = 0; round < 400; round++) {
      let text = base;
      for (let edit = 0; edit < 8; edit++) {
        const at = next(text.length + 1);
        text = text.slice(0, at) + pieces[next(pieces.length)] + text.slice(at + next(3));
      }
      const analysis = segment(text);
      const found = findQuotations(analysis);
      expect(findQuotations(text)).toEqual(found);
      found.forEach((quote, index) => {
        expect(quote.start <= quote.inner.start && quote.inner.start <= quote.inner.end && quote.inner.end <= quote.end).toBe(true);
        expect(analysis.paragraphs.some((paragraph) => paragraph.start <= quote.start && quote.end <= paragraph.end)).toBe(true);
        const before = found[index - 1];
        if (before !== undefined) expect(quote.start >= before.end || quote.end <= before.end).toBe(true);
      });
    }
  });

  it.each(["“", "”", '"', "'a' ", "“a” ", "‘a "])(
    "hostile input ends: %s",
    (piece) => {
      // A step that looks at the rest of the text for every token would take minutes, not a second, and run into the limit.
      const text = piece.repeat(60_000);
      const found = findQuotations(text);
      expect(found.every((one) => one.start < one.end && one.end <= text.length)).toBe(true);
    },
    20_000,
  );
});
