import { ChanceryError } from "@chancery/rdf";
import { decodeText } from "./decode-text.ts";
import type { DocumentContext, DocumentFormat, DocumentText } from "./document-format.ts";
import { readHtml } from "./html.ts";
import { readMarkdown } from "./markdown.ts";
import { dateInUrl } from "./published-date.ts";

/** 20 MB: far beyond any article, statement or report. */
const DEFAULT_MAX_BYTES = 20_000_000;

/** Formats read without further packages. */
export const DOCUMENT_FORMATS: readonly DocumentFormat[] = [
  {
    name: "text",
    extensions: [".txt", ".text"],
    mediaTypes: ["text/plain"],
    read: (content, context) => readText(String(content), context),
  },
  {
    name: "markdown",
    extensions: [".md", ".markdown"],
    mediaTypes: ["text/markdown"],
    read: (content, context) => readMarkdown(String(content), context),
  },
  {
    name: "html",
    extensions: [".html", ".htm", ".xhtml"],
    mediaTypes: ["text/html", "application/xhtml+xml"],
    read: (content, context) => readHtml(String(content), context),
  },
];

export interface ReadDocumentOptions {
  /** Name, media type, file name or extension. Default: from `url` if it ends in a known extension, else by looking at the text. */
  readonly format?: string;
  readonly url?: string;
  /** Default 20 MB. */
  readonly maxBytes?: number;
  /** Encoding of the bytes where it is known. Default: byte order mark, `<meta charset>`, UTF-8, windows-1252. */
  readonly encoding?: string;
  /** Further readers, asked before the built-in ones: the place for PDF and DOCX. */
  readonly formats?: readonly DocumentFormat[];
}

/**
 * A document as text with what it says about itself.
 *
 * Plain text is left as it is, line ends included; a byte order mark is dropped.
 *
 * @throws ChanceryError `document.binary`, `document.too-large`, `document.unknown-format`, `document.unreadable`.
 */
export async function readDocument(input: string | Uint8Array, options: ReadDocumentOptions = {}): Promise<DocumentText> {
  const { maxBytes = DEFAULT_MAX_BYTES } = options;
  if (input.length > maxBytes) {
    throw new ChanceryError(
      "document.too-large",
      `The document has ${input.length} ${typeof input === "string" ? "characters" : "bytes"}; the limit is ${maxBytes}.`,
      {
        remedy: "Split it, or raise maxBytes.",
      },
    );
  }
  const formats = [...(options.formats ?? []), ...DOCUMENT_FORMATS];
  const context: DocumentContext = options.url === undefined ? {} : { url: options.url };
  const named = options.format === undefined ? undefined : requireFormat(options.format, formats);
  const byUrl = named ?? (options.url === undefined ? undefined : findDocumentFormat(options.url, formats));
  if (byUrl?.binary) return byUrl.read(input, context);
  const text =
    typeof input === "string" ? input.replace(/^\uFEFF/, "") : decodeText(input, options.encoding ?? declaredCharset(input)).text;
  const format = byUrl ?? formats.find((candidate) => candidate.name === (looksLikeHtml(text) ? "html" : "text"))!;
  return format.read(text, context);
}

/** The reader for a name, media type, file name or extension; `undefined` where there is none. */
export function findDocumentFormat(nameOrPath: string, formats: readonly DocumentFormat[] = DOCUMENT_FORMATS): DocumentFormat | undefined {
  const text = nameOrPath.trim().toLowerCase();
  const mediaType = text.split(";")[0]!.trim();
  const path = text.replace(/[?#].*$/, "");
  return formats.find(
    ({ name, extensions, mediaTypes }) =>
      name === text ||
      mediaTypes.includes(mediaType) ||
      extensions.some((extension) => path.endsWith(extension) || `.${path}` === extension),
  );
}

function requireFormat(nameOrPath: string, formats: readonly DocumentFormat[]): DocumentFormat {
  const found = findDocumentFormat(nameOrPath, formats);
  if (found !== undefined) return found;
  throw new ChanceryError("document.unknown-format", `"${nameOrPath.slice(0, 200)}" names no document format.`, {
    remedy: `Known are ${formats.map((format) => `${format.name} (${format.extensions.join(", ")})`).join(", ")}.`,
  });
}

function readText(content: string, context: DocumentContext): DocumentText {
  const published = context.url === undefined ? undefined : dateInUrl(context.url);
  return {
    text: content,
    format: "text",
    ...(published === undefined ? {} : { published }),
    ...(context.url === undefined ? {} : { url: context.url }),
  };
}

function looksLikeHtml(text: string): boolean {
  return /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->)[\s\S])*-->\s*)*(?:<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>])/i.test(
    text.slice(0, 4000),
  );
}

/** `<meta charset>` within the first 2 kB, as HTML has it. */
function declaredCharset(bytes: Uint8Array): string | undefined {
  const head = Array.from(bytes.subarray(0, 2048), (byte) => String.fromCharCode(byte)).join("");
  return /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,40})/i.exec(head)?.[1];
}
