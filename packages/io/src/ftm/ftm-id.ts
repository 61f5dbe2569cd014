import { textHash } from "../text-hash.ts";

/** What FollowTheMoney takes. */
const MAX_LENGTH = 200;
const OURS = "chy.";
const FOREIGN_FOLDER = "ftm/";

/**
 * The FollowTheMoney id of an id of the data contract, which may only hold letters, digits, dots and hyphens: `state/prk` is `chy.state.prk`, any other character is
 * `-x` and its UTF-8 bytes in hexadecimal. Ids that came from FollowTheMoney (`ftm/NK-1`) get back what they were. Ids that would be too long end in a hash and come back as foreign ones.
 */
export function toFtmId(id: string): string {
  if (id.startsWith(FOREIGN_FOLDER)) return id.slice(FOREIGN_FOLDER.length);
  let text = OURS;
  // One character a byte of UTF-8.
  const bytes = Array.from(new TextEncoder().encode(id), (byte) => String.fromCharCode(byte)).join("");
  for (let i = 0; i < bytes.length; i++) {
    const character = bytes[i]!;
    const last = i === bytes.length - 1;
    if (/[0-9A-Za-z]/.test(character)) text += character;
    else if (character === "/" && !last) text += ".";
    else if (character === "-" && !last && !/^x[0-9a-f]{2}/.test(bytes.slice(i + 1, i + 4))) text += "-";
    else text += `-x${character.charCodeAt(0).toString(16).padStart(2, "0")}`;
  }
  return text.length <= MAX_LENGTH ? text : `chy-${text.slice(OURS.length, 150).replace(/[^0-9A-Za-z]+$/, "")}-h${textHash(id)}`;
}

/** The id of the data contract behind a FollowTheMoney id: its own one, or, for those that others gave, one in the folder `ftm/`. */
export function fromFtmId(id: string): string {
  const own = id.startsWith(OURS) ? decoded(id.slice(OURS.length)) : undefined;
  // Somebody else's id may look like one of ours; only what would be written so is one.
  return own !== undefined && toFtmId(own) === id ? own : FOREIGN_FOLDER + id;
}

function decoded(text: string): string {
  const bytes: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const escaped = /^-x([0-9a-f]{2})/.exec(text.slice(i, i + 4));
    if (escaped !== null) {
      bytes.push(Number.parseInt(escaped[1]!, 16));
      i += 3;
    } else bytes.push(...new TextEncoder().encode(text[i] === "." ? "/" : text[i]!));
  }
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(new Uint8Array(bytes));
}
