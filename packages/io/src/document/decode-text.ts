import { ChanceryError } from "@chancery/rdf";

export interface DecodedText {
  readonly text: string;
  /** `utf-8`, `utf-16le`, `utf-16be`, `windows-1252` or the declared one. */
  readonly encoding: string;
}

/** First bytes of common files that are no text, for an error that says what it is. */
const SIGNATURES: readonly (readonly [string, string])[] = [
  ["%PDF-", "a PDF file"],
  ["PK\u0003\u0004", "a ZIP archive or Office document (DOCX, XLSX, ODT, EPUB)"],
  ["\u00D0\u00CF\u0011\u00E0", "an old Office document (DOC, XLS)"],
  ["\u0089PNG", "a PNG image"],
  ["\u00FF\u00D8\u00FF", "a JPEG image"],
  ["GIF8", "a GIF image"],
  ["\u001F\u008B", "a gzip archive"],
  ["\u007FELF", "a program"],
  ["{\\rtf", "an RTF document"],
  ["SQLite format 3", "an SQLite database"],
];

/**
 * Text from bytes: byte order mark first, then the declared encoding, then UTF-8, then windows-1252, in which every byte means something.
 *
 * @param declared Encoding from a media type or `<meta charset>`.
 * @throws ChanceryError `document.binary` when the bytes are no text.
 */
export function decodeText(bytes: Uint8Array, declared?: string): DecodedText {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf)
    return { text: decode(bytes.subarray(3), "utf-8", false)!, encoding: "utf-8" };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: decode(bytes.subarray(2), "utf-16le", false)!, encoding: "utf-16le" };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: decode(bytes.subarray(2), "utf-16be", false)!, encoding: "utf-16be" };
  refuseBinary(bytes);
  if (declared !== undefined) {
    const text = decode(bytes, declared, true);
    if (text !== undefined) return { text, encoding: declared.toLowerCase() };
  }
  const text = decode(bytes, "utf-8", true);
  if (text !== undefined) return { text, encoding: "utf-8" };
  return { text: decode(bytes, "windows-1252", false)!, encoding: "windows-1252" };
}

function decode(bytes: Uint8Array, encoding: string, fatal: boolean): string | undefined {
  if (encoding.toLowerCase() === "windows-1252") return decodeWindows1252(bytes);
  try {
    return new TextDecoder(encoding, { fatal, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** U+0080 to U+009F of windows-1252 (WHATWG Encoding); the five bytes it leaves open stay controls. */
const WINDOWS_1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

/** By hand, because Node 20 decodes windows-1252 as Latin-1, which loses quotation marks and dashes. */
function decodeWindows1252(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let start = 0; start < bytes.length; start += 8192) {
    const codes = Array.from(bytes.subarray(start, start + 8192), (byte) =>
      byte >= 0x80 && byte <= 0x9f ? WINDOWS_1252.charCodeAt(byte - 0x80) : byte,
    );
    parts.push(String.fromCharCode(...codes));
  }
  return parts.join("");
}

function refuseBinary(bytes: Uint8Array): void {
  const head = Array.from(bytes.subarray(0, 16), (byte) => String.fromCharCode(byte)).join("");
  const known = SIGNATURES.find(([signature]) => head.startsWith(signature))?.[1];
  if (known !== undefined) throw binaryError(known);
  // Text holds no NUL and hardly any control characters; a share above one in fifty is no text in any encoding read here.
  const sample = bytes.subarray(0, 65_536);
  let controls = 0;
  for (const byte of sample) {
    if (byte === 0) throw binaryError("binary data (it holds NUL bytes)");
    if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d && byte !== 0x0c && byte !== 0x1b) controls++;
  }
  if (controls > 2 && controls * 50 > sample.length) throw binaryError("binary data");
}

function binaryError(what: string): ChanceryError {
  return new ChanceryError("document.binary", `The document is ${what}, not text.`, {
    remedy: "Convert it to text, Markdown or HTML first, or pass a reader for it in formats.",
  });
}
