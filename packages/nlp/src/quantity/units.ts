/** Units of measure: lowercase token → symbol. */
export const MEASURES: ReadonlyMap<string, string> = new Map(
  (
    [
      ["mm", "mm millimeter millimeters millimetre millimetres"],
      ["cm", "cm centimeter centimeters centimetre centimetres"],
      ["m", "m meter meters metre metres"],
      ["km", "km km. kms kilometer kilometers kilometre kilometres"],
      ["mi", "mi mile miles"],
      ["nmi", "nmi"],
      ["ft", "ft foot feet"],
      ["in", "inch inches"],
      ["yd", "yd yard yards"],
      ["kg", "kg kg. kgs kilo kilos kilogram kilograms kilogramme kilogrammes"],
      ["g", "g gram grams"],
      ["t", "t ton tons tonne tonnes"],
      ["lb", "lb lb. lbs lbs."],
      ["kt", "kt kts kiloton kilotons kilotonne kilotonnes"],
      ["Mt", "mt megaton megatons"],
      ["kn", "knot knots"],
      ["km/h", "kph km/h kmh"],
      ["mph", "mph"],
      ["ha", "ha hectare hectares"],
      ["acre", "acre acres"],
      ["L", "liter liters litre litres"],
      ["bbl", "barrel barrels bbl"],
      ["gal", "gallon gallons"],
      ["W", "w watt watts"],
      ["kW", "kw kilowatt kilowatts"],
      ["MW", "mw megawatt megawatts"],
      ["GW", "gw gigawatt gigawatts"],
      ["kWh", "kwh"],
      ["GWh", "gwh"],
      ["Hz", "hz hertz"],
      ["MHz", "mhz megahertz"],
      ["GHz", "ghz gigahertz"],
      ["GB", "gb gigabyte gigabytes"],
      ["MB", "mb megabyte megabytes"],
      ["TB", "tb terabyte terabytes"],
      ["°C", "celsius"],
      ["°F", "fahrenheit"],
      ["G", "gs"],
    ] as const
  ).flatMap(([symbol, words]): [string, string][] => words.split(" ").map((word) => [word, symbol])),
);

/** Symbols that are read as units only when glued to the number or followed by a hyphen, because they are letters or words. */
export const RISKY_MEASURES: ReadonlySet<string> = new Set("m g t w in mi ha mt kt mb gs l kn".split(" "));

/** Nouns after which a small length is a calibre (L55). Source: weapon terms of the sample documents and of NATO AAP-06. */
export const CALIBRE_NOUNS: ReadonlySet<string> = new Set(
  "shell shells round rounds gun guns howitzer howitzers mortar mortars artillery rocket rockets cannon cannons ammunition munition munitions projectile projectiles rifle rifles machine cartridge cartridges caliber calibre calibers calibres pistol pistols bullet bullets mlrs grenade grenades autocannon gauge launcher launchers recoilless tank anti multiple self".split(
    " ",
  ),
);

export const CURRENCY_SYMBOLS: ReadonlyMap<string, string> = new Map([
  ["$", "USD"],
  ["us$", "USD"],
  ["€", "EUR"],
  ["£", "GBP"],
  ["¥", "JPY"],
  ["₩", "KRW"],
  ["₽", "RUB"],
  ["₹", "INR"],
  ["₴", "UAH"],
  ["₪", "ILS"],
  ["₺", "TRY"],
  ["₱", "PHP"],
  ["₫", "VND"],
  ["₸", "KZT"],
  ["₦", "NGN"],
  ["₮", "MNT"],
  ["₡", "CRC"],
  ["₾", "GEL"],
  ["₭", "LAK"],
  ["₿", "BTC"],
]);

/** Letters before `$`: `US$`, `C$`, `HK $`. */
export const DOLLAR_PREFIXES: ReadonlyMap<string, string> = new Map([
  ["us", "USD"],
  ["u.s.", "USD"],
  ["c", "CAD"],
  ["ca", "CAD"],
  ["can", "CAD"],
  ["a", "AUD"],
  ["au", "AUD"],
  ["nz", "NZD"],
  ["hk", "HKD"],
  ["s", "SGD"],
  ["nt", "TWD"],
  ["mxn", "MXN"],
  ["nzd", "NZD"],
]);

/** ISO 4217 codes written out before or after an amount. */
export const CURRENCY_CODES: ReadonlySet<string> = new Set(
  "usd eur gbp jpy krw cny rub inr uah ils try chf cad aud nzd hkd sgd twd sek nok dkk pln czk huf irr sar aed kwd brl mxn zar kpw pkr vnd thb php idr myr".split(
    " ",
  ),
);

/** Currency nouns → ISO 4217; where countries share a name the adjective before it decides, and without one the code given here or none. */
export const CURRENCY_NOUNS: ReadonlyMap<string, string> = new Map(
  (
    [
      ["USD", "dollar dollars buck bucks"],
      ["EUR", "euro euros"],
      ["GBP", "sterling"],
      ["KRW", "won"],
      ["JPY", "yen"],
      ["CNY", "yuan renminbi rmb"],
      ["RUB", "ruble rubles rouble roubles"],
      ["INR", "rupee rupees"],
      ["UAH", "hryvnia hryvnias hryvnya"],
      ["ILS", "shekel shekels"],
      ["TRY", "lira liras"],
      ["CHF", "franc francs"],
      ["IRR", "rial rials"],
      ["SAR", "riyal riyals"],
      ["AED", "dirham dirhams"],
      ["PLN", "zloty zlotys"],
      ["BRL", "real reais"],
      ["ZAR", "rand"],
      ["DEM", "mark marks deutschmark deutschmarks"],
      ["SEK", "krona kronor"],
      ["NOK", "krone kroner"],
      ["MXN", "peso pesos"],
      ["ESP", "peseta pesetas"],
      ["NLG", "guilder guilders"],
      ["FIM", "markka"],
      ["BTC", "bitcoin bitcoins btc"],
    ] as const
  ).flatMap(([code, words]): [string, string][] => words.split(" ").map((word) => [word, code])),
);

/** Adjective and noun → code, where the adjective changes it. */
export const CURRENCY_ADJECTIVES: ReadonlyMap<string, string> = new Map([
  ["finnish markka", "FIM"],
  ["dutch guilder", "NLG"],
  ["canadian dollar", "CAD"],
  ["australian dollar", "AUD"],
  ["kong dollar", "HKD"],
  ["zealand dollar", "NZD"],
  ["singapore dollar", "SGD"],
  ["taiwan dollar", "TWD"],
  ["british pound", "GBP"],
  ["sterling pound", "GBP"],
  ["egyptian pound", "EGP"],
  ["lebanese pound", "LBP"],
  ["syrian pound", "SYP"],
  ["pakistani rupee", "PKR"],
  ["lankan rupee", "LKR"],
  ["french franc", "FRF"],
  ["belgian franc", "BEF"],
  ["swiss franc", "CHF"],
  ["italian lira", "ITL"],
  ["swedish krona", "SEK"],
  ["norwegian krone", "NOK"],
  ["danish krone", "DKK"],
  ["philippine peso", "PHP"],
  ["korean won", "KRW"],
]);
