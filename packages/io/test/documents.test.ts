import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type DocumentFormat, decodeText, findDocumentFormat, readDocument } from "../src/index.ts";

const PAGE = `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>Pyongyang ships arms | Daily</title>
<meta property="og:site_name" content="Daily"><script type="application/ld+json">{"datePublished":"2024-06-12T10:00:00Z", broken</script>
<base href="http://127.0.0.1:9/"></head><body><nav><a href="/">Home</a><a href="/w">World</a></nav>
<div>We use cookies to improve your experience. Accept all.</div>
<article><h1>Pyongyang ships more arms to Moscow</h1><p class="byline">By Jane Doe</p>
<p>WASHINGTON — North Korea has <b>transferred</b> more than 1,000&nbsp;containers of munitions to Russia, the United States said on Wednesday, in what officials called the largest transfer so far.</p>
<p>“This is a violation,” Deputy Assistant Secretary Jung Pak said.<br><br>A further paragraph behind two line breaks, long enough to be one, names Resolution 2397.</p>
<ul><li>First, the missiles</li><li>Second, the shells</li></ul>
<img src="http://127.0.0.1:9/x.png" onerror="alert(1)"><script>document.write("INJECTED")</script>
<p>Share this article</p><p>Subscribe to our newsletter</p></article><footer>© 2024 Daily. All rights reserved.</footer></body></html>`;

describe("HTML", () => {
  test("gives the article without furniture, and what the page says about itself", async () => {
    const document = await readDocument(PAGE);
    expect(document).toMatchObject({
      format: "html",
      title: "Pyongyang ships more arms to Moscow",
      published: "2024-06-12",
      source: "Daily",
      language: "en-GB",
      author: "Jane Doe",
    });
    const paragraphs = document.text.split("\n\n");
    expect(paragraphs[0]).toBe("Pyongyang ships more arms to Moscow");
    expect(paragraphs[1]).toMatch(/^WASHINGTON — North Korea has transferred more than 1,000 containers/);
    expect(paragraphs).toContain("A further paragraph behind two line breaks, long enough to be one, names Resolution 2397.");
    expect(paragraphs).toContain("Second, the shells");
    expect(document.text).not.toMatch(/cookies|Share this|Subscribe|INJECTED|Home|rights reserved/);
  });
  test("what only begins like page furniture stays", async () => {
    const kept = [
      "Register of arms transfers shows no change.",
      "Sharing intelligence is the aim.",
      "Close ties with Moscow worry Seoul.",
      "Home Secretary resigns over leak.",
      "We said cookies of war crimes evidence were destroyed in a fire that nobody has explained so far.",
    ];
    const dropped = ["Register now for our briefing", "Share on Facebook", "Close", "Home", "We use cookies to improve this site."];
    const { text } = await readDocument([...kept, ...dropped].map((line) => `<p>${line}</p>`).join(""), { format: "html" });
    expect(text.split("\n\n")).toEqual(kept);
  });
  test("a page without an article still gives its text", async () => {
    expect((await readDocument("<p>Iran denied it.</p><p>Israel did not comment.</p>", { format: "html" })).text).toBe(
      "Iran denied it.\n\nIsrael did not comment.",
    );
    expect((await readDocument("", { format: "html" })).text).toBe("");
  });
  test("a date that could be read two ways is no date; one in the address is", async () => {
    const page = `<html><head><meta name="date" content="06/12/2024"></head><body><p>Text.</p></body></html>`;
    expect((await readDocument(page)).published).toBeUndefined();
    expect((await readDocument(page, { url: "https://e.org/2024/06/12/story.html" })).published).toBe("2024-06-12");
    expect((await readDocument(page.replace("06/12/2024", "12 June 2024"))).published).toBe("2024-06-12");
    expect((await readDocument(page.replace("06/12/2024", "2024-02-30"))).published).toBeUndefined();
  });
  test("deep nesting and broken markup end in text or in a typed error", async () => {
    await expect(readDocument("<div>".repeat(2_000), { format: "html" })).rejects.toMatchObject({
      code: expect.stringMatching(/^document\./) as string,
    });
    await expect(readDocument("<b>".repeat(200_001), { format: "html" })).rejects.toMatchObject({ code: "document.too-large" });
    // Too much for Readability (quadratic in the depth): the page is taken whole.
    const nest = `${"<div>".repeat(200)}Iran denied it.${"</div>".repeat(200)}`;
    expect((await readDocument(nest.repeat(100), { format: "html" })).text.split("\n\n")).toHaveLength(100);
    const broken = [
      "<p>a<p>b</div></p>",
      "<table><tr><p>x",
      "<!doctype html><html><body><svg><p>y</svg>",
      "<a href='x",
      "<![CDATA[z]]>",
      "<html></html><html><p>w",
    ];
    for (const html of broken) expect(typeof (await readDocument(html, { format: "html" })).text).toBe("string");
  });
});

test("tag soup gives text or a typed error, never anything else", async () => {
  const piece = fc.constantFrom(
    ..."<p> </p> <div> </div> <article> </article> <table> <tr> <td> </td> </table> <ul> <li> </ul> <h1> </h1> <br> <a> </a> <script> </script> <style> </style> <!-- --> <![CDATA[ ]]> <svg> <template> </html> <body> <head> </head> & &amp; &#0; &#xD800; &bogus; <".split(
      " ",
    ),
    "<meta property='og:title' content='T",
    "<title>",
    "<time datetime='2024-06-12'>",
    "North Korea has transferred more than 1,000 containers of munitions to Russia, officials said, and it will not stop. ",
    "<p>\u0000\uD800\uFFFE</p>",
    '<script type=\'application/ld+json\'>{"datePublished": "x',
  );
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 40 }), async (parts) => {
      const document = await readDocument(parts.join(""), { format: "html" }).catch((error: unknown) => error);
      expect(document).toMatchObject(document instanceof Error ? { name: "ChanceryError" } : { format: "html" });
    }),
    { numRuns: 300 },
  );
});

describe("Markdown", () => {
  test("blanks markup and nothing else, keeping every offset", async () => {
    const source = [
      "---",
      'title: "A report"',
      "date: 2024-05-02",
      "---",
      "# North **Korea** report #",
      "",
      'The [DPRK](https://e.org/z_(a) "t") said *it* has `not` shipped **1,000 shells** to foo_bar_baz.',
      "- [x] item _one_",
      "1. 5 * 3 * 2 is 30",
      "",
      "| Year | Count |",
      "|:----|-----:|",
      "| 2023 | 12 |",
      "",
      "```js",
      "const hidden = 1;",
      "```",
      "> He said \\*no\\* <b>again</b><!-- hidden -->.[^1]",
      "![picture](x.png) <https://e.org> &",
      "[ref]: https://e.org/hidden",
    ].join("\n");
    const document = await readDocument(source, { format: "report.md" });
    expect(document).toMatchObject({ title: "A report", published: "2024-05-02", format: "markdown", raw: source });
    expect(document.text).toHaveLength(source.length);
    for (let i = 0; i < source.length; i++) if (document.text[i] !== source[i]) expect(document.text[i]).toBe(" ");
    expect(document.text.replace(/\s+/g, " ").trim()).toBe(
      "North Korea report The DPRK said it has not shipped 1,000 shells to foo_bar_baz. item one 5 * 3 * 2 is 30 Year Count 2023 12 He said *no * again . &",
    );
  });
  test("keeps length and line ends on any input", async () => {
    const piece = fc.constantFrom(
      "*",
      "_",
      "**",
      "`",
      "```",
      "\n",
      "\r\n",
      "[",
      "](",
      ")",
      "]",
      "|",
      "|-|",
      "#",
      " ",
      "a",
      "word",
      "<b>",
      "<!--",
      "-->",
      "> ",
      "- ",
      "\\",
      "~~",
      "![",
      "---",
      "é",
      "𝒳",
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 60 }), async (parts) => {
        const source = parts.join("");
        const { text } = await readDocument(source, { format: "markdown" });
        expect(text.length).toBe(source.length);
        for (let i = 0; i < source.length; i++)
          if (text[i] !== source[i]) expect([text[i], /[\r\n]/.test(source[i]!)]).toEqual([" ", false]);
      }),
      { numRuns: 500 },
    );
  });
  test("long runs of one mark are read in linear time", async () => {
    for (const mark of [" ", "*", "_", "[", "`", "|", "\\", "<", "- ", "![", "* ", "~~", "[a](", "[^", "[a][", "<a ", "| ", "# #", "#"]) {
      const { text } = await readDocument(mark.repeat(60_000), { format: "markdown" });
      expect(text).toHaveLength(60_000 * mark.length);
    }
  }, 20_000);
});

describe("bytes", () => {
  const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
  const utf16 = (text: string, little: boolean): Uint8Array => {
    const bytes = new Uint8Array(2 + 2 * text.length);
    const view = new DataView(bytes.buffer);
    view.setUint16(0, 0xfeff, little);
    for (let i = 0; i < text.length; i++) view.setUint16(2 + 2 * i, text.charCodeAt(i), little);
    return bytes;
  };
  const sample = "Müller – “Erdoğan” 北";

  test("are decoded by mark, declaration, UTF-8, windows-1252, in this order", async () => {
    expect(decodeText(encode(sample))).toEqual({ text: sample, encoding: "utf-8" });
    expect(decodeText(encode(`\uFEFF${sample}`)).text).toBe(sample);
    expect(decodeText(utf16(sample, true))).toEqual({ text: sample, encoding: "utf-16le" });
    expect(decodeText(utf16(sample, false))).toEqual({ text: sample, encoding: "utf-16be" });
    expect(decodeText(Uint8Array.of(0x93, 0x4d, 0xfc, 0x94))).toEqual({ text: "“Mü”", encoding: "windows-1252" });
    expect(decodeText(Uint8Array.of(0x8f, 0xf0), "shift_jis").text).toBe("条");
    const page = [
      ...encode('<html><head><meta charset="windows-1251"></head><body><p>'),
      0xcc,
      0xee,
      0xf1,
      0xea,
      0xe2,
      0xe0,
      ...encode("</p></body></html>"),
    ];
    expect((await readDocument(Uint8Array.from(page))).text).toBe("Москва");
  });
  test("that are no text are named", async () => {
    const cases: readonly (readonly [Uint8Array, string])[] = [
      [encode("%PDF-1.7 …"), "PDF"],
      [Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0), "DOCX"],
      [Uint8Array.of(0x89, 0x50, 0x4e, 0x47), "PNG"],
      [Uint8Array.of(65, 66, 0, 67), "NUL"],
      [Uint8Array.from({ length: 300 }, (_, i) => (i % 7 === 0 ? 1 : 65)), "binary"],
    ];
    for (const [bytes, word] of cases)
      await expect(readDocument(bytes)).rejects.toMatchObject({
        code: "document.binary",
        message: expect.stringContaining(word) as string,
      });
  });
  test("beyond the limit are refused", async () => {
    await expect(readDocument("abcdef", { maxBytes: 5 })).rejects.toMatchObject({ code: "document.too-large" });
    await expect(readDocument(encode("abcdef"), { maxBytes: 5 })).rejects.toMatchObject({ code: "document.too-large" });
  });
});

describe("formats", () => {
  test("looking for HTML takes no time to speak of", async () => {
    expect((await readDocument("<!---->".repeat(5000))).format).toBe("text");
    expect((await readDocument(`${"<!-- x -->".repeat(20)}<!doctype html><p>y</p>`)).format).toBe("html");
  });
  test("plain text is left as it is", async () => {
    expect((await readDocument("\uFEFFa\r\n b \n", { url: "https://e.org/x.txt" })).text).toBe("a\r\n b \n");
    expect((await readDocument("# not a heading")).format).toBe("text");
  });
  test("are found by name, type, extension and address; unknown ones are listed", async () => {
    expect(findDocumentFormat("/a/b.HTM?x")?.name).toBe("html");
    expect(findDocumentFormat("text/markdown; charset=utf-8")?.name).toBe("markdown");
    expect(findDocumentFormat("a.xyz")).toBeUndefined();
    await expect(readDocument("x", { format: "docx" })).rejects.toMatchObject({
      code: "document.unknown-format",
      remedy: expect.stringContaining("markdown") as string,
    });
  });
  test("a reader for another format joins by being passed in", async () => {
    const pdf: DocumentFormat = {
      name: "pdf",
      extensions: [".pdf"],
      mediaTypes: ["application/pdf"],
      binary: true,
      read: (bytes) => ({ text: `${bytes.length} bytes`, format: "pdf" }),
    };
    expect(await readDocument(new TextEncoder().encode("%PDF-1.7"), { url: "https://e.org/r.pdf", formats: [pdf] })).toEqual({
      text: "8 bytes",
      format: "pdf",
    });
  });
});
