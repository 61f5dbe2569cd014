import { describe, expect, it } from "vitest";
import { type Analysis, segment } from "../src/index.ts";

/** Tokens as normal forms, sentences parted by ` ‖ `. */
function shown(text: string): string {
  const { tokens, sentences } = segment(text);
  return sentences.map((sentence) => tokens.norm.slice(sentence.first, sentence.last).join(" ")).join(" ‖ ");
}

function sentenceTexts(text: string): string[] {
  return segment(text).sentences.map((sentence) => text.slice(sentence.start, sentence.end));
}

/** What must hold for every text. */
function checkInvariants(analysis: Analysis): void {
  const { text, tokens, sentences, paragraphs } = analysis;
  let position = 0;
  for (let index = 0; index < tokens.count; index++) {
    expect(tokens.start[index]).toBeGreaterThanOrEqual(position);
    expect(tokens.end[index]).toBeGreaterThan(tokens.start[index]!);
    expect(text.slice(position, tokens.start[index])).toMatch(/^[\s\0-\x1f\x7f\u0085\u200b\u2060\ufeff]*$/);
    position = tokens.end[index]!;
  }
  expect(text.slice(position)).toMatch(/^[\s\0-\x1f\x7f\u0085\u200b\u2060\ufeff]*$/);
  let token = 0;
  sentences.forEach((sentence, index) => {
    expect(sentence.first).toBe(token);
    expect(sentence.last).toBeGreaterThan(sentence.first);
    expect(sentence.start).toBe(tokens.start[sentence.first]);
    expect(sentence.end).toBe(tokens.end[sentence.last - 1]);
    expect(tokens.sentence[sentence.first]).toBe(index);
    const paragraph = paragraphs[sentence.paragraph]!;
    expect(sentence.start >= paragraph.start && sentence.end <= paragraph.end).toBe(true);
    token = sentence.last;
  });
  expect(token).toBe(tokens.count);
}

describe("tokens", () => {
  it.each([
    ["They don't know; she's sure it can't.", "They do n't know ; she 's sure it ca n't ."],
    ["I’m not gonna say they’d’ve", "I 'm not gon na say they 'd 've"],
    ["We do n’t have it", "We do n't have it"],
    ["surface-to-air missiles", "surface - to - air missiles"],
    ["non-nuclear e-mail from the mid-1990s", "non-nuclear e-mail from the mid-1990s"],
    ["It cost $5.2m, or 12% (€4 million)", "It cost $ 5.2 m , or 12 % ( € 4 million )"],
    ["152mm shells and 300 km", "152 mm shells and 300 km"],
    ["North Korea-Russia", "North Korea - Russia"],
    ["U.S.-ally Israel", "U.S. - ally Israel"],
    ["high- profile visits", "high - profile visits"],
    ["11, 000 containers", "11,000 containers"],
    ["some 25, 000 troops", "some 25,000 troops"],
    ["1 200 000 refugees and 10 000 tents", "1,200,000 refugees and 10,000 tents"],
    ["On June 11, 200 people came", "On June 11 , 200 people came"],
    ["the U. S. Congress", "the U.S. Congress"],
    ["the U. N. envoy in Washington, D. C.", "the U.N. envoy in Washington , D.C."],
    ["© 2024 Bloomberg L. P\nDistributed", "© 2024 Bloomberg L.P. ‖ Distributed"],
    ["from 10-20 in 1939-1945", "from 10 - 20 in 1939 - 1945"],
    ["on 2024-06-10 and 11/29/2000", "on 2024-06-10 and 11/29/2000"],
    ["the 3rd and the 24th of the 1990s", "the 3rd and the 24th of the 1990s"],
    ["see https://example.org/a_b?c=1, or mail a.b@example.org.", "see https://example.org/a_b?c=1 , or mail a.b@example.org ."],
    ["whitehouse.gov and report.pdf", "whitehouse.gov and report.pdf"],
    ["and/or F-16s", "and / or F - 16s"],
    ["experts ‘ access", "experts ' access"],
    ["Sha'lan and O’Brien’s", "Sha'lan and O'Brien 's"],
    ["a co\u00adopera\u00adtion", "a cooperation"],
    ["the ﬁrst oﬃcer", "the first officer"],
    ["Kyiv\u00a0fell", "Kyiv fell"],
    ["well — we", "well -- we"],
  ])("%s", (text, expected) => {
    expect(shown(text)).toBe(expected);
  });

  it("keeps offsets into the raw text", () => {
    const text = "about 11, 000 U. S. troops";
    const { tokens } = segment(text);
    expect([...tokens.start].map((start, index) => text.slice(start, tokens.end[index]))).toEqual(["about", "11, 000", "U. S.", "troops"]);
    expect(tokens.norm).toEqual(["about", "11,000", "U.S.", "troops"]);
    expect([...tokens.spaceBefore]).toEqual([1, 1, 1, 1]);
  });
});

describe("sentences (L24, L60)", () => {
  it.each([
    ["He met U.S. President Joe Biden. He left.", ["He met U.S. President Joe Biden.", "He left."]],
    ["It was in the U.S. The talks failed.", ["It was in the U.S.", "The talks failed."]],
    ["Gen. Mark Milley and Lt. Col. Ann B. Reed spoke. They agreed.", ["Gen. Mark Milley and Lt. Col. Ann B. Reed spoke.", "They agreed."]],
    ["The official said on Nov. 13. It rained.", ["The official said on Nov. 13.", "It rained."]],
    ["It was held in Washington, D.C., USA, on the 11th.", ["It was held in Washington, D.C., USA, on the 11th."]],
    ["The U.N. Security Council met at 3 p.m. Delegates left.", undefined],
    ["See No. 4 and Art. 5. No. He refused.", ["See No. 4 and Art. 5.", "No.", "He refused."]],
    ["It rose 3.5 percent. Prices fell.", ["It rose 3.5 percent.", "Prices fell."]],
    ["“It is over.” He left.", ["“It is over.”", "He left."]],
    ["“Is it over?” Biden asked. Nobody knew.", ["“Is it over?” Biden asked.", "Nobody knew."]],
    ["“It is over! ”, she said. ” And North Korea agreed.", ["“It is over! ”, she said. ”", "And North Korea agreed."]],
    ["a united front.” Pyongyang agreed.", ["a united front.”", "Pyongyang agreed."]],
    ["The talks failed.The envoy left.", ["The talks failed.", "The envoy left."]],
    ["1. The Council decides. 2. The members agree.", ["1. The Council decides.", "2. The members agree."]],
    ["He remained until 1805.[6] An officer came.", ["He remained until 1805.[6]", "An officer came."]],
    [
      "THE REBELS HIT SAN SALVADOR. THREE SOLDIERS DIED. GEN. PONCE SPOKE.",
      ["THE REBELS HIT SAN SALVADOR.", "THREE SOLDIERS DIED.", "GEN. PONCE SPOKE."],
    ],
    ["Read More\nLeave a Comment\nMost Commented", ["Read More", "Leave a Comment", "Most Commented"]],
    ["Hamdan v. Rumsfeld, e.g. The Hague", ["Hamdan v. Rumsfeld, e.g. The Hague"]],
  ])("%s", (text, expected) => {
    if (expected !== undefined) expect(sentenceTexts(text)).toEqual(expected);
    else expect(sentenceTexts(text).length).toBeGreaterThan(0);
  });

  it("marks lines without a full stop as not closed", () => {
    const { sentences } = segment("US Concerned Over Transfer\n\nThe official said so.");
    expect(sentences.map((sentence) => sentence.closed)).toEqual([false, true]);
    expect(sentences.map((sentence) => sentence.paragraph)).toEqual([0, 1]);
  });

  it("joins wrapped lines and keeps one paragraph a line apart", () => {
    const wrapped =
      "The Security Council met on Tuesday to hear a report of the envoy on the\nceasefire that was agreed in the autumn after long talks between the two\nsides, which were led by the ministers of both countries and a number of\nobservers.";
    expect(segment(wrapped).paragraphs.length).toBe(1);
    expect(segment(wrapped, { lineBreaks: "hard" }).paragraphs.length).toBe(4);
    expect(segment("First paragraph ends here.\nSecond paragraph ends here.").paragraphs.length).toBe(2);
    expect(segment("Daniel Kim Views\nIntegrated Defense Dialogue held\nGlobal response to ties").paragraphs.length).toBe(3);
  });

  it("cuts what is longer than 400 tokens", () => {
    const { sentences, tokens } = segment(`${"Recalling its resolution and noting the report; ".repeat(200)}decides.`);
    expect(sentences.length).toBeGreaterThan(3);
    for (const sentence of sentences) {
      expect(sentence.cut).toBe(true);
      expect(sentence.last - sentence.first).toBeLessThanOrEqual(400);
    }
    expect(tokens.norm[sentences[0]!.last - 1]).toBe(";");
  });
});

describe("any string", () => {
  it.each([
    ["empty", ""],
    ["blank", " \n\t\u00a0\n"],
    ["astral", "𝐍orth 𝕂orea 🚀🇰🇵 said “no”. 👩‍🚀!"],
    ["lone surrogates", "a\ud800b \udc00 c\ud83d"],
    ["NUL", "a\0b\0\0. C\0"],
    ["marks only", "”“’‘..!?…—--''``"],
    ["mixed line ends", "a\r\nb\rc\u2028d\fe"],
    ["byte-order mark", "\ufeffTitle\n\ufeffText."],
    ["a joiner before a blank", "B👩\u200d x 👩\u200d\n\nC"],
    ["an address before a rare line end", "see http://w\u0085ay and http://http://a\u0085\u0085B."],
    ["combining", "\u0301\u0301a\u0301"],
  ])("%s never throws and keeps the invariants", (_name, text) => {
    checkInvariants(segment(text));
  });

  it("is the same on every run and stable under mutation", () => {
    const base =
      "On Nov. 13, 11, 000 troops (“the U. S. force”) didn’t move; e.g. 3.5% left for $5m. See a.b@c.org/x or http://a.b.\n\nNew: - 1990s’ “end.";
    let state = 12345;
    const next = (bound: number): number => {
      state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
      return state % bound;
    };
    const pieces = ["”", "“", "'", "’", ".", ". ", "\n", "\0", "\ud800", " ", "-", "1", "000", ", ", "U. S.", "@", "://", "é", "🚀"];
    for (let round = 0; round < 300; round++) {
      let text = base;
      for (let edit = 0; edit < 6; edit++) {
        const at = next(text.length + 1);
        text = text.slice(0, at) + pieces[next(pieces.length)] + text.slice(at + next(4));
      }
      const analysis = segment(text);
      checkInvariants(analysis);
      expect(segment(text)).toEqual(analysis);
    }
  });

  it.each([
    ["hyphens", "a-".repeat(20_000)],
    ["dots", "a.".repeat(20_000)],
    ["at signs", "a@".repeat(20_000)],
    ["initials", "U. ".repeat(20_000)],
    ["digits", "1,".repeat(20_000)],
    ["quotes", "“".repeat(40_000)],
    ["blanks", " ".repeat(40_000)],
    ["torn numbers", "1 000".repeat(8000)],
    ["apostrophes", "a'".repeat(20_000)],
    ["line ends", "a\n".repeat(20_000)],
    ["underscores", `on.${"_".repeat(20_000)} He’s`],
  ])(
    "hostile input ends: %s",
    (_name, text) => {
      // Five times over: a step that looks at the rest of the text for every token would take minutes, not a second, and run into the limit.
      const { tokens, sentences } = segment(text.repeat(5));
      expect(sentences.at(-1)?.last ?? 0).toBe(tokens.count);
    },
    20_000,
  );
});
