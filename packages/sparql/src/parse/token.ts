/**
 * Kinds of tokens. Punctuation of one character has its char code as kind (`{` is 123), so these begin above ASCII.
 * A keyword is a `word`; which one stands in `ParserState.word`.
 */
export const Token = {
  end: 256,
  word: 257,
  iri: 258,
  /** `prefix:local`, `prefix:` or `:`. */
  prefixedName: 259,
  variable: 260,
  blankLabel: 261,
  integer: 262,
  decimal: 263,
  double: 264,
  /** `"…"` or `'…'`. */
  string: 265,
  /** `"""…"""` or `'''…'''`. */
  longString: 266,
  /** `@en`, `@en--ltr`. */
  language: 267,
  notEqual: 268,
  lessOrEqual: 269,
  greaterOrEqual: 270,
  and: 271,
  or: 272,
  /** `^^` */
  datatype: 273,
  /** `<<` */
  openReified: 274,
  /** `>>` */
  closeReified: 275,
  /** `<<(` */
  openTriple: 276,
  /** `)>>` */
  closeTriple: 277,
  /** `{|` */
  openAnnotation: 278,
  /** `|}` */
  closeAnnotation: 279,
} as const;

/** Char codes of punctuation, by what they look like. */
export const Char = {
  bang: 33,
  openParenthesis: 40,
  closeParenthesis: 41,
  star: 42,
  plus: 43,
  comma: 44,
  minus: 45,
  dot: 46,
  slash: 47,
  semicolon: 59,
  less: 60,
  equal: 61,
  greater: 62,
  question: 63,
  openBracket: 91,
  closeBracket: 93,
  caret: 94,
  openBrace: 123,
  bar: 124,
  closeBrace: 125,
  tilde: 126,
} as const;

/** What a kind is called in messages. */
export function tokenName(kind: number): string {
  switch (kind) {
    case Token.end:
      return "the end of the text";
    case Token.word:
      return "a keyword";
    case Token.iri:
    case Token.prefixedName:
      return "an IRI";
    case Token.variable:
      return "a variable";
    case Token.blankLabel:
      return "a blank node";
    case Token.integer:
    case Token.decimal:
    case Token.double:
      return "a number";
    case Token.string:
    case Token.longString:
      return "a string";
    case Token.language:
      return "a language tag";
    case Token.notEqual:
      return "!=";
    case Token.lessOrEqual:
      return "<=";
    case Token.greaterOrEqual:
      return ">=";
    case Token.and:
      return "&&";
    case Token.or:
      return "||";
    case Token.datatype:
      return "^^";
    case Token.openReified:
      return "<<";
    case Token.closeReified:
      return ">>";
    case Token.openTriple:
      return "<<(";
    case Token.closeTriple:
      return ")>>";
    case Token.openAnnotation:
      return "{|";
    case Token.closeAnnotation:
      return "|}";
    default:
      return String.fromCharCode(kind);
  }
}
