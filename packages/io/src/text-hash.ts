/** Two FNV-1a hashes of a text side by side, 64 bits, in letters and digits. For names that must not clash by accident; not for secrets. */
export function textHash(text: string): string {
  let [low, high] = [0x811c9dc5, 0x9747b28c];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ code, 0x01000193) ^ (high >>> 15);
  }
  return `${(low >>> 0).toString(36)}${(high >>> 0).toString(36)}`;
}
