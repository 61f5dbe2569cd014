import { ChanceryError } from "@chancery/rdf";

/** An element with the names as written; `text` is its character data, `children` its elements. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  text: string;
}

const TOKEN =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[([\s\S]*?)\]\]>|<!DOCTYPE[^>[]*(?:\[[\s\S]*?\])?\s*>|<\/([^\s>]+)\s*>|<([^\s/>]+)((?:\s+[^\s=]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>|[^<]+/y;
const MAX_DEPTH = 500;

/**
 * Reads the small XML that SPARQL results are: elements, attributes, text, the five entities and character references. A DOCTYPE is
 * skipped and declares nothing, so no entity can expand.
 *
 * @throws ChanceryError `sparql.invalid-results`.
 */
export function parseXml(text: string): XmlElement {
  const document: XmlElement = { name: "", attributes: {}, children: [], text: "" };
  const open: XmlElement[] = [document];
  TOKEN.lastIndex = 0;
  const source = text.replace(/^\ufeff/, "");
  let end = 0;
  while (end < source.length) {
    TOKEN.lastIndex = end;
    const match = TOKEN.exec(source);
    if (match === null) throw notXml(`unexpected “${source.slice(end, end + 20)}”`, end);
    end = TOKEN.lastIndex;
    const top = open.at(-1)!;
    const [token, cdata, closing, opening, attributes, selfClosing] = match;
    if (cdata !== undefined) top.text += cdata;
    else if (closing !== undefined) {
      if (open.length === 1 || top.name !== closing) throw notXml(`</${closing}> closes nothing`, end);
      open.pop();
    } else if (opening !== undefined) {
      const element: XmlElement = { name: opening, attributes: readAttributes(attributes ?? ""), children: [], text: "" };
      top.children.push(element);
      if (selfClosing !== "/") open.push(element);
      if (open.length > MAX_DEPTH) throw notXml("too many levels", end);
    } else if (!token.startsWith("<")) {
      top.text += decodeEntities(token);
    }
  }
  const root = document.children[0];
  if (open.length > 1 || root === undefined) throw notXml("the document ends too early", end);
  return root;
}

function notXml(what: string, offset: number): ChanceryError {
  return new ChanceryError("sparql.invalid-results", `The result is not well-formed XML: ${what}.`, { place: { start: offset } });
}

function readAttributes(text: string): Record<string, string> {
  const result: Record<string, string> = {};
  for (const match of text.matchAll(/([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    result[match[1]!] = decodeEntities(match[2] ?? match[3] ?? "");
  }
  return result;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function decodeEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(?:#x([0-9A-Fa-f]+)|#([0-9]+)|([A-Za-z]+));/g, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return ENTITIES[name] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
