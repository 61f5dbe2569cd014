/**
 * First parts that UD English keeps together with what follows the hyphen (`non-Arab`, `e-mail`, `mid-1990s`); every other hyphenated word is
 * split in three. Counted in UD English-EWT and GUM train: whole at least three times and mostly whole.
 */
export const JOINED_PREFIXES: ReadonlySet<string> = new Set(
  "non e re anti co pre pro mid cross post multi ex sub counter semi mini inter intra micro neo socio psycho arch trans".split(" "),
);

/** Words without an apostrophe that are two tokens: lowercase form → length of the first. Source: UD English-EWT train. */
export const FUSED_WORDS: ReadonlyMap<string, number> = new Map([
  ["cannot", 3],
  ["gonna", 3],
  ["wanna", 3],
  ["gotta", 3],
  ["gimme", 3],
  ["lemme", 3],
  ["dont", 2],
  ["doesnt", 4],
  ["didnt", 3],
  ["isnt", 2],
  ["wasnt", 3],
  ["arent", 3],
  ["werent", 4],
  ["havent", 4],
  ["hasnt", 3],
  ["hadnt", 3],
  ["cant", 2],
  ["couldnt", 5],
  ["wouldnt", 5],
  ["shouldnt", 6],
  ["aint", 2],
]);

/** Elided words that begin with an apostrophe and are one token. */
export const ELIDED_WORDS: ReadonlySet<string> = new Set("em til tis twas cause bout round ve re ll s m d".split(" "));

/** Letters straight after a number that are a token of their own (`152mm` → `152 mm`, `$5m` → `$ 5 m`, `7pm` → `7 pm`). Source: UD English-EWT and GUM train; SI. */
export const GLUED_UNITS: ReadonlySet<string> = new Set(
  (
    "mm cm m km nm kg g mg t kt mt kn kts mph kph lb lbs oz ft in mi nmi yd ha sq k m mn mln b bn bln tn tr trn am pm hr hrs h min mins sec secs x hz khz mhz ghz " +
    "w kw mw gw kwh mwh kv v mah gb mb kb tb usd eur gbp c f bps bbl bpd mrem mtoe persons"
  ).split(" "),
);

/** Top-level domains and file-name endings after which a dotted word is one token (`whitehouse.gov`, `report.pdf`). */
export const DOTTED_ENDINGS: ReadonlySet<string> = new Set(
  (
    "com org net gov edu mil int info biz io tv me co uk us eu ru cn jp kr kp fr de it es ua ir il in au ca ch nl be se no fi pl tr br mx za hk tw sg " +
    "doc docx pdf xls xlsx csv txt htm html xml json jpg jpeg png gif zip exe ppt pptx mp3 mp4 js ts php asp aspx"
  ).split(" "),
);
