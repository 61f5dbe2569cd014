import { DEPENDENCY_LABELS, XPOS_TAGS } from "@chancery/nlp";
import type { Mention } from "../annotated-document.ts";
import type { LinkState } from "./link-document.ts";

/** Tokens with the mentions over them: what the coreference passes read. */
export interface TextView {
  readonly count: number;
  readonly lower: (token: number) => string;
  readonly tag: (token: number) => string;
  readonly label: (token: number) => string;
  /** The token is subject, or part of a name or title whose head is ("Defence Minister Omar Haddad met"). */
  readonly isSubject: (token: number) => boolean;
  readonly sentence: (token: number) => number;
  readonly start: (token: number) => number;
  readonly end: (token: number) => number;
  /** Name (not nominal, not pronoun) over the token. */
  readonly name: (token: number) => Mention | undefined;
  /** Token lies in a region that is read, and in no credit or boilerplate. */
  readonly isRead: (token: number) => boolean;
  readonly inQuotation: (token: number) => boolean;
}

export function textView(
  state: LinkState,
  quotations: readonly { readonly start: number; readonly end: number; readonly kind: string }[],
): TextView {
  const { tokens } = state.context.analysis;
  const over = new Array<Mention | undefined>(tokens.count);
  for (const mention of state.mentions) {
    if (mention.kind === "nominal" || mention.kind === "pronoun") continue;
    for (let token = mention.first; token < mention.last; token++) over[token] = mention;
  }
  const read = new Uint8Array(tokens.count);
  const quoted = new Uint8Array(tokens.count);
  const mark = (column: Uint8Array, span: { readonly start: number; readonly end: number }): void => {
    let low = 0;
    let high = tokens.count;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((tokens.start[middle] as number) >= span.start) high = middle;
      else low = middle + 1;
    }
    for (let token = low; token < tokens.count && (tokens.start[token] as number) < span.end; token++) column[token] = 1;
  };
  for (const region of state.context.document.regions)
    if (region.kind === "body" || region.kind === "headline" || region.kind === "caption") mark(read, region);
  for (const quotation of quotations) if (quotation.kind === "speech") mark(quoted, quotation);
  return {
    count: tokens.count,
    lower: (token) => tokens.lower[token] ?? "",
    tag: (token) => XPOS_TAGS[tokens.tag[token] ?? 0] ?? "",
    label: (token) => DEPENDENCY_LABELS[tokens.label[token] ?? 0] ?? "",
    isSubject: (token) => {
      let at = token;
      for (let step = 0; step < 4 && at >= 0; step++) {
        const label = DEPENDENCY_LABELS[tokens.label[at] ?? 0] ?? "";
        if (/^nsubj/.test(label)) return true;
        if (!/^(flat|compound|appos)/.test(label)) return false;
        at = tokens.head[at] ?? -1;
      }
      return false;
    },
    sentence: (token) => tokens.sentence[token] ?? 0,
    start: (token) => tokens.start[token] ?? 0,
    end: (token) => tokens.end[token] ?? 0,
    name: (token) => over[token],
    isRead: (token) => read[token] === 1,
    inQuotation: (token) => quoted[token] === 1,
  };
}
