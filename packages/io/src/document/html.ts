import { ChanceryError } from "@chancery/rdf";
import { isBoilerplate } from "./boilerplate.ts";
import type { DocumentContext, DocumentText } from "./document-format.ts";
import { cleanText, type DomNode, type HtmlBlock, htmlBlocks, htmlShape } from "./html-blocks.ts";
import { dateInUrl, publishedDate } from "./published-date.ts";

interface DomElement extends DomNode {
  getAttribute(name: string): string | null;
  querySelector(selector: string): DomElement | null;
  querySelectorAll(selector: string): Iterable<DomElement>;
}
interface DomDocument extends DomElement {
  readonly documentElement: DomElement | null;
  readonly body: DomElement | null;
}

/** Real pages stay below 100. */
const MAX_DEPTH = 256;
/** Largest `load` given to Readability: 20,000 elements 22 deep, some seconds at most. Pages beyond it are taken whole (20,000 elements 500 deep took minutes). */
const READABILITY_LIMIT = 10_000_000;
/** More elements than this are no article. */
const MAX_ELEMENTS = 200_000;

/**
 * The article of a web page as plain text: title, then paragraphs separated by blank lines. Readability finds the article, an own filter takes out the furniture it leaves.
 * Nothing is fetched, no script is run. Offsets refer to the text made here.
 *
 * @throws ChanceryError `document.unreadable` for markup nested too deeply to walk; `document.too-large` for more than 200,000 elements.
 */
export async function readHtml(content: string, context: DocumentContext = {}): Promise<DocumentText> {
  const [{ parseHTML }, { Readability }] = await Promise.all([import("linkedom"), import("@mozilla/readability")]);
  const html = /<html[\s>]/i.test(content) ? content : `<!doctype html><html><head></head><body>${content}</body></html>`;
  const shape = htmlShape(html);
  if (shape.elements > MAX_ELEMENTS) {
    throw new ChanceryError("document.too-large", `The page has more than ${MAX_ELEMENTS} elements.`, {
      remedy: "Split it, or pass its text.",
    });
  }
  if (shape.depth > MAX_DEPTH) {
    throw new ChanceryError("document.unreadable", `The markup is nested deeper than ${MAX_DEPTH} levels.`, {
      remedy: "Pass the page's text.",
    });
  }
  try {
    const page = parseHTML(html).document as unknown as DomDocument;
    const meta = metadata(page, context.url);
    // Readability takes the document apart, so it gets one of its own.
    const article =
      shape.load > READABILITY_LIMIT
        ? null
        : new Readability(parseHTML(html).document as never, { charThreshold: 200, keepClasses: false }).parse();
    const body =
      article?.content == null
        ? undefined
        : (parseHTML(`<!doctype html><html><body>${article.content}</body></html>`).document as unknown as DomDocument).body;
    const blocks = articleBlocks(page.body === null ? [] : htmlBlocks(page.body), body == null ? [] : htmlBlocks(body));
    const title = meta.title ?? cleanText(article?.title ?? "");
    const withTitle = title !== "" && !sameWords(blocks[0] ?? "", title) ? [title, ...blocks] : blocks;
    const published = meta.published ?? publishedDate(article?.publishedTime ?? "");
    const source = meta.source ?? (article?.siteName == null ? undefined : cleanText(article.siteName));
    const author = article?.byline == null ? undefined : cleanText(article.byline).replace(/^by\s+/i, "");
    return {
      text: withTitle.join("\n\n"),
      format: "html",
      ...(title === "" ? {} : { title }),
      ...(published === undefined ? {} : { published }),
      ...(source === undefined || source === "" ? {} : { source }),
      ...(meta.language === undefined ? {} : { language: meta.language }),
      ...(author === undefined || author === "" ? {} : { author }),
      ...(context.url === undefined ? {} : { url: context.url }),
    };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new ChanceryError("document.unreadable", "The markup is nested too deeply to be read.", {
      cause: error,
      remedy: "Pass the page's text.",
    });
  }
}

/**
 * The article's paragraphs: what Readability kept, and between the first and the last of it what it dropped although it reads like text. Readability weeds out short lists,
 * which in statements and agreements are the points agreed on.
 */
function articleBlocks(page: readonly HtmlBlock[], kept: readonly HtmlBlock[]): readonly string[] {
  const known = new Set(kept.map((block) => block.text));
  const first = page.findIndex((block) => known.has(block.text) && !block.aside);
  const textual = (block: HtmlBlock): boolean => !block.aside && block.linkShare < 0.5 && /\p{L}{2,}\W+\p{L}/u.test(block.text);
  let last = page.findLastIndex((block) => known.has(block.text) && !block.aside);
  // A list that ends the article belongs to it.
  while (last >= 0 && page[last + 1]?.listItem && textual(page[last + 1]!)) last++;
  const found = page.filter((block) => known.has(block.text)).length;
  // Where Readability rewrote the page beyond recognition, its own text stands; where it found nothing, all that is text.
  if (kept.length > 0 && found * 2 < kept.length) return kept.map((block) => block.text).filter((text) => !isBoilerplate(text));
  const within = kept.length === 0 ? page : page.slice(first, last + 1);
  return within
    .filter((block) => known.has(block.text) || textual(block))
    .map((block) => block.text)
    .filter((text) => !isBoilerplate(text));
}

const DATE_FIELDS = [
  "meta[property='article:published_time']",
  "meta[itemprop='datePublished']",
  "meta[name='datePublished']",
  "meta[name='dc.date']",
  "meta[name='DC.date.issued']",
  "meta[name='dcterms.created']",
  "meta[name='date']",
  "meta[name='pubdate']",
  "meta[name='publish-date']",
  "meta[name='parsely-pub-date']",
  "meta[property='og:published_time']",
] as const;

function metadata(
  page: DomDocument,
  url: string | undefined,
): { readonly title?: string; readonly published?: string; readonly source?: string; readonly language?: string } {
  const content = (selector: string): string | undefined => page.querySelector(selector)?.getAttribute("content")?.trim() || undefined;
  const heading = [...page.querySelectorAll("h1")].map((element) => cleanText(element.textContent ?? "")).filter((text) => text !== "");
  const shown = content("meta[property='og:title']");
  // The one heading of a page is its title without the site's name behind it.
  const title = heading.length === 1 && heading[0]!.length > 8 ? heading[0] : (shown ?? heading[0]);
  const times = [...page.querySelectorAll("time[datetime], [itemprop='datePublished'][datetime]")].map(
    (element) => element.getAttribute("datetime") ?? "",
  );
  const candidates = [...DATE_FIELDS.map((selector) => content(selector) ?? ""), ...structuredDates(page), ...times.slice(0, 1)];
  const published = candidates.map(publishedDate).find((date) => date !== undefined) ?? (url === undefined ? undefined : dateInUrl(url));
  const source = content("meta[property='og:site_name']") ?? content("meta[name='application-name']");
  const language = page.documentElement?.getAttribute("lang")?.trim() || undefined;
  return {
    ...(title === undefined ? {} : { title: cleanText(title) }),
    ...(published === undefined ? {} : { published }),
    ...(source === undefined ? {} : { source }),
    ...(language === undefined ? {} : { language }),
  };
}

/** `datePublished` in JSON-LD blocks, found as text: the blocks are often broken JSON. */
function structuredDates(page: DomDocument): readonly string[] {
  return [...page.querySelectorAll("script[type='application/ld+json']")].flatMap(
    (element) => /"datePublished"\s*:\s*"([^"]+)"/.exec(element.textContent ?? "")?.[1] ?? [],
  );
}

function sameWords(left: string, right: string): boolean {
  const words = (text: string): string =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim();
  return words(left) === words(right);
}
