/** One acceptable answer: a format of ours by its media type. */
export interface Offer<Format> {
  readonly mediaType: string;
  readonly format: Format;
}

interface Range {
  readonly type: string;
  readonly subtype: string;
  readonly quality: number;
}

function parseAccept(header: string): readonly Range[] {
  return header.split(",").flatMap((part) => {
    const [range = "", ...parameters] = part.split(";").map((piece) => piece.trim().toLowerCase());
    const [type = "", subtype = ""] = range.split("/");
    if (type === "" || subtype === "") return [];
    const quality = Number(parameters.find((parameter) => parameter.startsWith("q="))?.slice(2) ?? 1);
    return [{ type, subtype, quality: Number.isFinite(quality) ? Math.min(1, Math.max(0, quality)) : 0 }];
  });
}

/**
 * The offer that an `Accept` header likes best (RFC 9110, section 12.5.1): the most specific range decides an offer's quality, ties go to the earlier offer.
 * An absent or empty header accepts everything.
 *
 * @returns `undefined` where nothing is acceptable: answer 406.
 */
export function negotiate<Format>(accept: string | null | undefined, offers: readonly Offer<Format>[]): Offer<Format> | undefined {
  if (accept === null || accept === undefined || accept.trim() === "") return offers[0];
  const ranges = parseAccept(accept);
  let best: Offer<Format> | undefined;
  let bestQuality = 0;
  for (const offer of offers) {
    const [type = "", subtype = ""] = (offer.mediaType.split(";")[0] ?? "").trim().split("/");
    const specificity = (range: Range): number =>
      range.type === type && range.subtype === subtype
        ? 3
        : range.type === type && range.subtype === "*"
          ? 2
          : range.type === "*" && range.subtype === "*"
            ? 1
            : 0;
    const matching = ranges.filter((range) => specificity(range) > 0).sort((a, b) => specificity(b) - specificity(a));
    const quality = matching[0]?.quality ?? 0;
    if (quality > bestQuality) {
      best = offer;
      bestQuality = quality;
    }
  }
  return best;
}
