import { ChanceryError } from "@chancery/rdf";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { Region } from "../extraction.ts";
import { readRegions } from "./read-regions.ts";
import type { SourceDocument } from "./source-document.ts";

/** What the caller knows of a document; all of it is optional, none of it is guessed. */
export interface DocumentMetadata {
  /** Default `document/` and the first 16 hex digits of the text's SHA-256. */
  readonly id?: string;
  /** Default: the first headline. Whom it names as signers of a statement speaks in a text that does not repeat it. */
  readonly title?: string;
  readonly source?: string;
  /** ISO 8601 date of publication. Default: a full date that stands on a line of its own above the text, else none. */
  readonly published?: string;
  readonly language?: string;
}

export interface DocumentOptions {
  /** Largest text that is read, in UTF-8 bytes. Default 10 MB. */
  readonly maxBytes?: number;
}

const DEFAULT_MAX_BYTES = 10_000_000;

/**
 * Makes a document of raw text: hashed, named, its regions told apart. Offsets of everything found later refer to `text` as given here.
 * An empty text makes an empty document.
 *
 * @throws ChanceryError `document.too-large` above `maxBytes`; `document.binary` where the text is no text (NUL characters, undecodable
 * bytes); `document.invalid-date` where `published` is no ISO date.
 */
export function makeDocument(text: string, metadata: DocumentMetadata = {}, options: DocumentOptions = {}): SourceDocument {
  const maxBytes = options.maxBytes ?? DEFAULT_MAX_BYTES;
  const source = metadata.source ?? metadata.id;
  const place = source === undefined ? {} : { place: { source } };
  // A UTF-16 unit is one to three bytes of UTF-8: only between the two bounds must the bytes be counted.
  const bytes = text.length > maxBytes || text.length * 3 > maxBytes ? utf8Length(text) : 0;
  if (text.length > maxBytes || bytes > maxBytes) {
    throw new ChanceryError("document.too-large", `The text has ${bytes} bytes, the limit is ${maxBytes}.`, {
      ...place,
      remedy: "Split the text, or raise the option maxBytes.",
    });
  }
  if (isBinary(text)) {
    throw new ChanceryError("document.binary", "The content is not text: it holds NUL characters or undecodable bytes.", {
      ...place,
      remedy: "Read PDF, DOCX and HTML with the readers of @chancery/io first.",
    });
  }
  if (metadata.published !== undefined && !/^\d{4}(-\d{2}(-\d{2})?)?$/.test(metadata.published)) {
    throw new ChanceryError("document.invalid-date", `The publication date "${metadata.published}" is not an ISO 8601 date.`, {
      ...place,
      remedy: "Give it as YYYY-MM-DD.",
    });
  }
  const hash = bytesToHex(sha256(utf8ToBytes(text)));
  const regions = readRegions(text);
  const headline = regions.find((region) => region.kind === "headline");
  const title =
    metadata.title ??
    (headline === undefined
      ? undefined
      : text
          .slice(headline.start, headline.end)
          .split(/[\r\n]/)[0]
          ?.trim());
  const published = metadata.published ?? datelineOf(text, regions);
  return {
    id: metadata.id ?? `document/${hash.slice(0, 16)}`,
    text,
    sha256: hash,
    ...(title === undefined ? {} : { title }),
    ...(metadata.source === undefined ? {} : { source: metadata.source }),
    ...(published === undefined ? {} : { published }),
    ...(metadata.language === undefined ? {} : { language: metadata.language }),
    regions,
  };
}

function utf8Length(text: string): number {
  let bytes = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 0x80) bytes += 1;
    else if (unit < 0x800) bytes += 2;
    else if (unit >= 0xd800 && unit < 0xdc00) {
      bytes += 4;
      at++;
    } else bytes += 3;
  }
  return bytes;
}

function isBinary(text: string): boolean {
  const sample = text.slice(0, 65_536);
  if (sample.includes("\0")) return true;
  let odd = 0;
  for (let at = 0; at < sample.length; at++) {
    const unit = sample.charCodeAt(at);
    if (unit === 0xfffd || (unit < 32 && unit !== 9 && unit !== 10 && unit !== 12 && unit !== 13)) odd++;
  }
  // A page with a few mangled characters is still a page.
  return odd > 8 && odd / sample.length > 0.02;
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** A full date on an author line above the text. */
function datelineOf(text: string, regions: readonly Region[]): string | undefined {
  for (const region of regions) {
    if (region.kind === "body") return undefined;
    if (region.kind !== "byline") continue;
    const line = text.slice(region.start, region.end);
    const iso = /\b(\d{4})[-./](\d{2})[-./](\d{2})\b/.exec(line);
    if (iso !== null) return `${iso[1]}-${iso[2]}-${iso[3]}`;
    const worded = /\b(?:(\d{1,2}) )?(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? (?:(\d{1,2}),? )?(\d{4})\b/.exec(line);
    const day = worded?.[1] ?? worded?.[3];
    if (worded !== null && day !== undefined)
      return `${worded[4]}-${String(MONTHS.indexOf((worded[2] as string).toLowerCase()) + 1).padStart(2, "0")}-${day.padStart(2, "0")}`;
  }
  return undefined;
}
