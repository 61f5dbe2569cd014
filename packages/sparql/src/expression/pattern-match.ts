import { RE2JS } from "re2js";

/** A compiled regular expression of XPath, in an engine that cannot blow up on the texts it gets. */
export interface TextPattern {
  test(text: string): boolean;
  replace(text: string, replacement: string): string | undefined;
}

/** Steps that a backtracking match may take at most; above, the linear-time engine takes over. */
const MAX_BACKTRACKING_STEPS = 4_000_000;

/**
 * Compiles a pattern of REGEX or REPLACE (XPath F&O 5.6). JavaScript's own engine runs it where its cost is bounded: no quantified
 * group, no backreference, and `length ^ (unbounded quantifiers + 1)` within a fixed number of steps; RE2 runs everything else.
 *
 * @returns `undefined` for an invalid pattern or flag, a type error in SPARQL.
 */
export function compilePattern(pattern: string, flags: string): TextPattern | undefined {
  if (!/^[smixq]*$/.test(flags)) return undefined;
  const source = flags.includes("q") ? quote(pattern) : flags.includes("x") ? stripSpace(pattern) : pattern;
  const shape = analyse(source);
  if (shape === undefined) return undefined;
  const native = shape.backtracks ? undefined : compileNative(source, flags);
  let linear: RE2JS | undefined | null = null;
  const linearEngine = (): RE2JS | undefined => {
    if (linear === null) linear = compileLinear(source, flags);
    return linear;
  };
  if (native === undefined && linearEngine() === undefined) return undefined;
  const maxLength = Math.floor(MAX_BACKTRACKING_STEPS ** (1 / (shape.unbounded + 1)));
  const isNative = (text: string): boolean => native !== undefined && (shape.unbounded === 0 || text.length <= maxLength);
  return {
    test: (text) => {
      if (native !== undefined && isNative(text)) return native.test(text);
      return linearEngine()?.matcher(text).find() ?? false;
    },
    replace: (text, replacement) => {
      const expanded = toReplacement(replacement, flags.includes("q"), shape.groups);
      if (expanded === undefined) return undefined;
      if (native !== undefined && isNative(text)) return text.replaceAll(new RegExp(native.source, `${native.flags}g`), expanded);
      return replaceLinear(linearEngine(), text, replacement, flags.includes("q"));
    },
  };
}

interface PatternShape {
  /** A quantifier over a group, a lookaround or a backreference: cost may grow exponentially. */
  readonly backtracks: boolean;
  /** Number of `*`, `+`, `{n,}` and wide `{n,m}` over single characters. */
  readonly unbounded: number;
  readonly groups: number;
}

/** One pass over the pattern; `undefined` for what XPath allows and no engine here can do (class subtraction, backreferences). */
function analyse(source: string): PatternShape | undefined {
  let unbounded = 0;
  let backtracks = false;
  let groups = 0;
  let inClass = false;
  let afterGroup = false;
  for (let i = 0; i < source.length; i++) {
    const char = source[i];
    if (char === "\\") {
      const next = source[++i] ?? "";
      if (!inClass && /[1-9]/.test(next)) return undefined;
      if (next === "p" || next === "P") i = Math.max(i, source.indexOf("}", i));
      afterGroup = false;
      continue;
    }
    if (inClass) {
      if (char === "]") inClass = false;
      else if (char === "-" && source[i + 1] === "[") return undefined;
      continue;
    }
    if (char === "[") {
      inClass = true;
      if (source[i + 1] === "^") i++;
      if (source[i + 1] === "]") i++;
      afterGroup = false;
    } else if (char === "(") {
      if (source[i + 1] !== "?") groups++;
      else if (source[i + 2] !== ":") backtracks = true;
      afterGroup = false;
    } else if (char === ")") {
      afterGroup = true;
    } else if (char === "*" || char === "+" || char === "{") {
      const bounds = char === "{" ? /^\{(\d+)(?:(,)(\d+)?)?\}/.exec(source.slice(i)) : undefined;
      if (bounds === null) return undefined;
      const most =
        bounds === undefined ? Number.POSITIVE_INFINITY : bounds[2] === undefined ? 1 : Number(bounds[3] ?? Number.POSITIVE_INFINITY);
      if (afterGroup) backtracks = true;
      else if (most > 4) unbounded++;
      if (Number(bounds?.[1] ?? 0) > 64) backtracks = true;
      afterGroup = false;
      if (bounds !== undefined) i += bounds[0].length - 1;
    } else if (char !== "?") {
      afterGroup = false;
    }
  }
  return { backtracks, unbounded, groups };
}

/** The pattern means the same in both dialects but for `.`, which in XPath excludes only line feed and carriage return. */
function compileNative(source: string, flags: string): RegExp | undefined {
  const dots = flags.includes("s") ? source : replaceDots(source);
  try {
    // Plain ASCII patterns mean the same without flag u, and V8 runs them faster so.
    const unicode = /^[ -~]*$/.test(dots) && !/[.\\]|\[\^/.test(dots) ? "" : "u";
    return new RegExp(
      dots,
      `${unicode}${flags.includes("i") ? "i" : ""}${flags.includes("s") ? "s" : ""}${flags.includes("m") ? "m" : ""}`,
    );
  } catch {
    return undefined;
  }
}

function replaceDots(source: string): string {
  let result = "";
  let inClass = false;
  for (let i = 0; i < source.length; i++) {
    const char = source[i]!;
    if (char === "\\") {
      result += char + (source[++i] ?? "");
      continue;
    }
    if (char === "[") inClass = true;
    else if (char === "]") inClass = false;
    result += char === "." && !inClass ? "[^\\n\\r]" : char;
  }
  return result;
}

function compileLinear(source: string, flags: string): RE2JS | undefined {
  let bits = 0;
  if (flags.includes("i")) bits |= RE2JS.CASE_INSENSITIVE;
  if (flags.includes("s")) bits |= RE2JS.DOTALL;
  if (flags.includes("m")) bits |= RE2JS.MULTILINE;
  try {
    return RE2JS.compile(source, bits);
  } catch {
    return undefined;
  }
}

/** XPath's `$1` and `\$` in JavaScript's notation; `undefined` where XPath calls the replacement invalid. */
function toReplacement(replacement: string, literal: boolean, groups: number): string | undefined {
  if (literal) return replacement.replaceAll("$", "$$$$");
  let result = "";
  for (let i = 0; i < replacement.length; i++) {
    const char = replacement[i]!;
    if (char === "\\") {
      const next = replacement[++i];
      if (next !== "\\" && next !== "$") return undefined;
      result += next === "$" ? "$$" : "\\";
    } else if (char === "$") {
      const digits = /^[0-9]+/.exec(replacement.slice(i + 1))?.[0];
      if (digits === undefined) return undefined;
      // The longest number that names a group; the rest are plain digits.
      let length = digits.length;
      while (length > 1 && Number(digits.slice(0, length)) > groups) length--;
      const number = Number(digits.slice(0, length));
      if (number === 0) result += "$&";
      else if (number <= groups) result += `$${String(number).padStart(2, "0")}`;
      i += length;
    } else {
      result += char;
    }
  }
  return result;
}

function replaceLinear(engine: RE2JS | undefined, text: string, replacement: string, literal: boolean): string | undefined {
  if (engine === undefined) return undefined;
  const matcher = engine.matcher(text);
  let result = "";
  let end = 0;
  while (matcher.find()) {
    result += text.slice(end, matcher.start());
    result += literal
      ? replacement
      : replacement.replace(/\\([\\$])|\$([0-9]+)/g, (_, escaped: string | undefined, digits: string | undefined) => {
          if (escaped !== undefined) return escaped;
          const number = Number(digits);
          return number <= matcher.groupCount() ? (matcher.group(number) ?? "") : "";
        });
    end = matcher.end();
  }
  return result + text.slice(end);
}

function quote(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
}

/** Flag `x`: white space outside classes is no part of the pattern. */
function stripSpace(source: string): string {
  return source.replace(/\\.|\[[^\]]*\]|[\t\n\r ]/gs, (part) => (/^[\t\n\r ]$/.test(part) ? "" : part));
}
