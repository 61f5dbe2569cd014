/** The part of the DOM that is used here; linkedom and browsers both have it. */
export interface DomNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly childNodes: Iterable<DomNode>;
}

/** The text of one block-level element. */
export interface HtmlBlock {
  readonly text: string;
  /** Share of its characters that stand in links, 0 to 1. */
  readonly linkShare: number;
  /** Whether it stands in an element that holds no article text: `nav`, `aside`, `footer`, `figure`, `header`. */
  readonly aside: boolean;
  /** Whether it is an item of a list. */
  readonly listItem: boolean;
}

const SKIPPED = new Set([
  "SCRIPT",
  "STYLE",
  "NOSCRIPT",
  "TEMPLATE",
  "IFRAME",
  "SVG",
  "BUTTON",
  "FORM",
  "SELECT",
  "TEXTAREA",
  "HEAD",
  "AUDIO",
  "VIDEO",
  "OBJECT",
]);
const ASIDE = new Set(["NAV", "ASIDE", "FOOTER", "FIGURE", "FIGCAPTION", "HEADER"]);
const INLINE = new Set(
  "A ABBR ACRONYM B BDI BDO BIG CITE CODE DATA DEL DFN EM FONT I INS KBD LABEL MARK Q RUBY S SAMP SMALL SPAN STRIKE STRONG SUB SUP TIME TT U VAR WBR".split(
    " ",
  ),
);

/** The text of each block-level element, in order: paragraphs, headings, list items, table rows (cells separated by ` | `). */
export function htmlBlocks(root: DomNode): readonly HtmlBlock[] {
  const blocks: HtmlBlock[] = [];
  let current = "";
  let linked = 0;
  let asides = 0;
  let links = 0;
  let items = 0;
  const finish = (): void => {
    const text = cleanText(current);
    const linkShare = current.trim() === "" ? 0 : linked / current.replace(/\s+/g, "").length;
    // Two line breaks in a row are how old pages make paragraphs.
    for (const part of text.split(/\n\s*\n/)) {
      const line = part.replace(/\s*\n\s*/g, " ").trim();
      if (line !== "") blocks.push({ text: line, linkShare, aside: asides > 0, listItem: items > 0 });
    }
    current = "";
    linked = 0;
  };
  const walk = (node: DomNode): void => {
    if (node.nodeType === 3) {
      const text = node.textContent ?? "";
      current += text;
      if (links > 0) linked += text.replace(/\s+/g, "").length;
      return;
    }
    if (node.nodeType !== 1 && node.nodeType !== 11) return;
    const name = node.nodeName.toUpperCase();
    if (SKIPPED.has(name)) return;
    if (name === "BR") {
      current += "\n";
      return;
    }
    const cell = name === "TD" || name === "TH";
    const block = !INLINE.has(name) && !cell;
    if (block) finish();
    if (ASIDE.has(name)) asides++;
    if (name === "A") links++;
    if (name === "LI") items++;
    if (cell && current.trim() !== "") current += " | ";
    for (const child of node.childNodes) walk(child);
    if (block) finish();
    if (ASIDE.has(name)) asides--;
    if (name === "A") links--;
    if (name === "LI") items--;
  };
  walk(root);
  finish();
  return blocks;
}

/** Runs of white space as one space, line breaks kept; soft hyphens and zero-width spaces out. */
export function cleanText(text: string): string {
  return text
    .replace(/[\u00AD\u200B\u2060\uFEFF]/g, "")
    .replace(/[^\S\n]+/g, " ")
    .replace(/ ?\n ?/g, "\n")
    .trim();
}

// Elements without a closing tag, and those that the next of their kind closes: they do not nest.
const FLAT = new Set(
  "area base br col embed hr img input link meta source track wbr param p li dt dd tr td th option thead tbody tfoot colgroup".split(" "),
);

export interface HtmlShape {
  /** Deepest nesting. */
  readonly depth: number;
  /** Sum over all tags of the square of their depth: what Readability's time grows with. */
  readonly load: number;
  readonly elements: number;
}

/** The shape of a page, by counting tags. */
export function htmlShape(html: string): HtmlShape {
  let [open, depth, load, elements] = [0, 0, 0, 0];
  for (const match of html.matchAll(/<(\/?)([A-Za-z][A-Za-z0-9-]*)/g)) {
    const closing = match[1] === "/";
    if (!closing) {
      elements++;
      load += open * open;
    }
    if (FLAT.has(match[2]!.toLowerCase())) continue;
    open = closing ? Math.max(0, open - 1) : open + 1;
    depth = Math.max(depth, open);
  }
  return { depth, load, elements };
}
