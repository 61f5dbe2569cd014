#!/usr/bin/env node
// One-off: turns the collected facts (kb-seed.jsonl, one record a line) into the project's own knowledge-base files under
// data/kb, in the schema of src/knowledge-base/schema.ts. Kept so that the origin of every bundled record can be checked.
//
//   node packages/extract/scripts/import-seed.mjs PATH/kb-seed.jsonl [--force]
//
// The files that it once wrote have been edited by hand since: records corrected, names added. A second run would undo those edits, so it stops where
// a file exists already and differs; --force overwrites. Files that it does not write (field-*.jsonl) come later in the order and win by id.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const target = join(dirname(fileURLToPath(import.meta.url)), "../../../data/kb");
const force = process.argv.includes("--force");
const source = process.argv.slice(2).find((argument) => !argument.startsWith("--"));
if (source === undefined) {
  console.error("usage: import-seed.mjs PATH/kb-seed.jsonl [--force]");
  process.exit(2);
}
const records = readFileSync(source, "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line));

const slug = (name) =>
  name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[’']/g, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
/** Ids that texts and queries use often get the short form that people would guess. */
const SHORT = {
  "United States Department of Defense": "us-dod",
  "United States Department of State": "us-state-department",
  "United States Department of the Treasury": "us-treasury",
  "United States Congress": "us-congress",
  "United Nations": "un",
  "United Nations Security Council": "unsc",
  "United Nations General Assembly": "unga",
  "European Union": "eu",
  "UN Security Council Committee established pursuant to resolution 1718": "unsc-1718-committee",
  "Panel of Experts established pursuant to resolution 1874": "unsc-1874-panel-of-experts",
  "Treaty on the Non-Proliferation of Nuclear Weapons": "npt",
  "Charter of the United Nations": "un-charter",
  "International Atomic Energy Agency": "iaea",
  "United Nations Command": "unc",
};
const RESEARCH =
  /Institute|Center for Strategic|RAND|Brookings|Carnegie|Atlantic Council|Arms Control Association|Federation of American Scientists|Nuclear Threat Initiative|38 North|Conflict Armament/;
const FACILITY = new Set(["building", "site"]);
/** Records of the collection that another type of the contract fits better, or that are left out (undefined). */
const RETYPE = {
  "Korea National Diplomatic Academy": "ResearchOrganization",
  "Workers' Party of Korea": "Organization",
  "Chinese Communist Party": "Organization",
  "International Committee of the Red Cross": "Organization",
  "Palestine Liberation Organization": "Organization",
  "Palestinian Authority": "GovernmentBody",
  "Second Academy of Natural Sciences": "ResearchOrganization",
  "Defence Research and Development Organisation": "ResearchOrganization",
  Taiwan: "Territory",
  Palestine: "Territory",
  Kosovo: "Territory",
  "Gaza Strip": "Territory",
  "West Bank": "Territory",
  Crimea: "Territory",
  Kashmir: "Territory",
  "Golan Heights": "Territory",
  Wonsan: "Place",
  Panmunjom: "Place",
  "Demilitarized Zone (Korea)": "Place",
  "Northern Limit Line": "Place",
  Sinpo: "Place",
  AUKUS: "InternationalOrganization",
  "Supreme Headquarters Allied Powers Europe": "InternationalOrganization",
  "ROK-US Combined Forces Command": "InternationalOrganization",
  Quad: "InternationalOrganization",
  "Taiwan Relations Act": "Document",
  "Lazarus Group": "ArmedGroup",
  "Africa Corps (Russia)": "ArmedGroup",
  "Azov Brigade": "MilitaryForce",
};
const DROP = new Set([
  "Taejun Kang",
  "Mike Firn",
  "Daniel Kim",
  "Moscow Kremlin",
  "The Pentagon",
  "Blue House",
  "Tabletop Exercise",
  "Strengthening the U.S.-Korea Alliance seminar",
  "3rd Nuclear Consultative Group meeting",
  "24th Korea-U.S. Integrated Defense Dialogue",
  "2024 Putin visit to Pyongyang",
  "2024 Chinese ICBM test over the Pacific",
  "National Defense Policy Office (South Korea)",
  "US–Japan–ROK Joint Statement on DPRK arms transfers to Russia",
  "Conditions-based OPCON Transition Plan",
  "White House (place)",
]);
/** Aliases that are ordinary words, whole classes or other entities' names. */
const DROP_ALIAS = new Set([
  "bloc",
  "bloc",
  "trilateral summit at Camp David",
  "Thurmont, Maryland",
  "the bloc",
  "UK Foreign Office|x",
  "panel of experts",
  "expert panel under the UN North Korea Sanctions Committee",
  "joint guidelines",
  "presidential office",
  "SS-26 Stone|x",
  "Director of the National Defense Policy Office",
  "transfer of wartime operational control",
  "MiT",
  "BMP",
  "Frenchmans",
  "Dutchmans",
  "Vaticans",
  "I-Kiribatis",
  "QUAD",
  "Washington Treaty|x",
  "President Biden",
  "President Trump",
  "President Putin",
  "President Xi",
  "Chairman Kim",
  "Kim Song (diplomat)",
  "super-large multiple rocket launcher",
  "Central African",
  "Central Africans",
  "Moscow Treaty|x",
  "Russian invasion",
  "martial law declaration",
  "Singapore",
  "China's ICBM test",
  "joint statement by the United States, Japan and the Republic of Korea",
  "UNC|x",
  "OST",
  "TRA",
  "Department of War|x",
]);
/** Functions of a state's bodies, by the words of their names (see src/knowledge-base/state-bodies.ts). */
const FUNCTIONS = [
  [
    /^Ministry (of|for) (Europe and )?(Foreign|External)|Federal Foreign Office|Foreign, Commonwealth|United States Department of State/,
    "foreign-ministry",
  ],
  [/^(Federal )?Ministry of (National )?Defen[cs]e|Ministry of the Armed Forces|Department of Defen[cs]e/, "defence-ministry"],
  [/^Government of/, "government"],
  [/Department of the Treasury/, "finance-ministry"],
  [/United States Congress|National People's Congress|Supreme People's Assembly/, "parliament"],
  [
    /Republic of Korea Armed Forces|Korean People's Army$|Armed Forces of|People's Liberation Army$|Self-Defense Forces|Bundeswehr|Israel Defense Forces/,
    "armed-forces",
  ],
];
/** Demonym and body: the grammar of state bodies composes these, and knows when "Russian military" only modifies a noun. */
const COMPOSED =
  /^(?!ruling|NATO|UN )\p{Lu}[\p{L}’' .]+? (military|army|armed forces|government|(defen[cs]e|foreign|unification|armed forces) ministry|Foreign Ministry|Defen[cs]e Ministry|Unification Ministry|state media|intelligence)$/u;
const MINISTRY_PROSE =
  / \((South Korea|North Korea|Russia|Ukraine|China|Japan|France|Germany|Iran|Israel|India|Turkey|United Kingdom|United States|Colombia|Korea)\)$/;
const iso3 = new Set(records.filter((r) => r.type === "country").map((r) => r.iso3));
const stateId = (code) =>
  code === undefined || code === null
    ? undefined
    : code === "TWN" || code === "PSE" || code === "XKX" || code === "XKS"
      ? `territory/${code.toLowerCase()}`
      : iso3.has(code)
        ? `state/${code.toLowerCase()}`
        : undefined;
const byName = new Map();
const seen = new Map();
const folder = {
  State: "state",
  Territory: "territory",
  GovernmentBody: "org",
  InternationalOrganization: "org",
  ResearchOrganization: "org",
  MediaOrganization: "org",
  Organization: "org",
  Company: "company",
  MilitaryForce: "force",
  ArmedGroup: "armed-group",
  Person: "person",
  WeaponSystem: "weapon",
  WeaponCategory: "weapon-category",
  Agreement: "agreement",
  Resolution: "resolution",
  Forum: "forum",
  Conflict: "conflict",
  Place: "place",
  Facility: "facility",
  Item: "item",
  Document: "text",
};

function typeOf(r) {
  if (RETYPE[r.name]) return RETYPE[r.name];
  switch (r.type) {
    case "country":
      return "State";
    case "organization":
      return RESEARCH.test(r.name) ? "ResearchOrganization" : "InternationalOrganization";
    case "government-body":
      return "GovernmentBody";
    case "military-unit":
      return "MilitaryForce";
    case "armed-group":
      return "ArmedGroup";
    case "person":
      return "Person";
    case "weapon-category":
      return "WeaponCategory";
    case "weapon-system":
      return "WeaponSystem";
    case "agreement":
    case "regime":
      return "Agreement";
    case "forum":
      return "Forum";
    case "event":
      return /war\b|War\b|invasion|offensive|crisis/.test(r.name) ? "Conflict" : "Forum";
    case "resolution":
    case "draft-resolution":
      return "Resolution";
    case "place":
      return FACILITY.has(r.placeKind) ? "Facility" : "Place";
    case "media":
      return "MediaOrganization";
    case "company":
      return "Company";
    default:
      return undefined; // concepts are no entities of the contract
  }
}
function idOf(r, type) {
  if (r.type === "country") return `${folder[type]}/${r.iso3.toLowerCase()}`;
  if (type === "Resolution" && /S\/RES\/(\d+)/.test(r.symbol ?? "")) return `resolution/unsc-${/S\/RES\/(\d+)/.exec(r.symbol)[1]}`;
  const acronym = (r.acronyms ?? [])[0];
  const base =
    SHORT[r.name] ??
    (acronym && ["InternationalOrganization", "Agreement", "Forum"].includes(type) && acronym.length > 2 ? slug(acronym) : slug(r.name));
  let id = `${folder[type]}/${base}`;
  if (seen.has(id) && seen.get(id) !== r) id = `${folder[type]}/${slug(r.name)}`;
  if (seen.has(id) && seen.get(id) !== r) id = r.country ? `${id}-${r.country.toLowerCase()}` : `${id}-2`;
  seen.set(id, r);
  return id;
}

const out = [];
for (const r of records) {
  const type = typeOf(r);
  if (type === undefined || type === "WeaponCategory" || DROP.has(r.name) || /^Government of /.test(r.name)) continue; // governments stand for their states // classes of arms are kept by hand in weapon-categories.jsonl
  const id = idOf(r, type);
  byName.set(r.name, id);
  out.push({ r, type, id });
}
const files = {};
const FILE = {
  State: "states",
  Territory: "states",
  Person: "people",
  WeaponSystem: "weapon-systems",
  WeaponCategory: "weapon-categories",
  Resolution: "resolutions",
  Agreement: "agreements",
  Document: "agreements",
  Place: "places",
  Facility: "places",
  Conflict: "forums-and-conflicts",
  Forum: "forums-and-conflicts",
};
for (const { r, type, id } of out) {
  const name = r.name.replace(MINISTRY_PROSE, (_whole, country) =>
    /^(Ministry|Office|National Security|Supreme|Central|Missile|Main|Federal|Joint|Security Consultative)/.test(r.name)
      ? ` of ${country}`
      : "",
  );
  const acronyms = [...new Set((r.acronyms ?? []).filter((a) => !DROP_ALIAS.has(a)))];
  const isAcronym = (a) => acronyms.includes(a);
  const strip = (a) => a.replace(/^(the|The) /, "");
  const bare =
    name === r.name
      ? []
      : type === "GovernmentBody" && /^(Ministry|Federal Ministry)/.test(r.name)
        ? []
        : [r.name.replace(MINISTRY_PROSE, "")];
  const aliases = [...new Set([...bare, ...(r.aliases ?? [])].map(strip))].filter(
    (a) => a !== name && !COMPOSED.test(a) && !isAcronym(a) && !DROP_ALIAS.has(a) && !/^(U\. ?S\.?|U\.S\.A\.)$/.test(a),
  );
  const record = { id, type, name };
  if (aliases.length) record.aliases = aliases;
  if (acronyms.length) record.acronyms = acronyms;
  const demonyms = (r.demonyms ?? [])
    .flatMap((d) => d.split(/[;/]/))
    .map((d) => d.trim())
    .filter((d) => d !== "" && !DROP_ALIAS.has(d) && d !== "U.S." && d !== "US" && d !== name);
  if (demonyms.length && r.type === "country") record.demonyms = demonyms;
  const metonyms = (r.metonyms ?? [])
    .map(strip)
    .filter(
      (m) =>
        m !== name &&
        !(
          type === "State" &&
          ["White House", "Pentagon", "Foggy Bottom", "Capitol Hill", "Kremlin", "Blue House", "Zhongnanhai", "Downing Street"].includes(m)
        ),
    );
  if (metonyms.length) record.metonyms = [...new Set(metonyms)];
  if (r.iso3) record.iso3 = r.iso3;
  if (r.id && r.qidConfidence === "high") record.wikidata = r.id;
  const country = stateId(r.country ?? r.parentOrCountry ?? r.originCountry);
  if (country && country !== id) record.country = country;
  if (["GovernmentBody", "MilitaryForce"].includes(type))
    for (const [pattern, fn] of FUNCTIONS)
      if (pattern.test(r.name) && record.function === undefined && (country ?? /^Government of/.test(r.name))) record.function = fn;
  if (/^Government of/.test(r.name) && !record.country) {
    const owner = byName.get(r.name.replace(/^Government of (the )?/, ""));
    if (owner) record.country = owner;
  }
  if (r.capital) record.capital = r.capital;
  if (r.contextualAliases) record.contextual = r.contextualAliases.map(strip);
  if (r.category) record.category = r.category;
  if (r.parties) record.parties = r.parties.map(stateId).filter(Boolean);
  if (r.symbol) record.symbol = r.symbol;
  for (const key of ["signed", "inForce", "date"]) if (r[key]) record[key] = r[key];
  if (r.subject ?? r.topic) record.topic = r.subject ?? r.topic;
  if (r.positions?.length)
    record.positions = r.positions.map((p) => ({
      title: p.title,
      ...(p.org ? { org: byName.get(p.org) ?? undefined } : {}),
      ...(p.from ? { from: p.from } : {}),
      ...(p.to ? { to: p.to } : {}),
    }));
  if (r.source) record.source = r.source.replace(/elevant:[^;]*|every-politician-scrapers[^;]*/g, (m) => m.split(/[+:]/)[0]);
  const file = FILE[type] ?? "organizations";
  files[file] ??= [];
  files[file].push(record);
}
const written = Object.entries(files).map(([name, list]) => {
  list.sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  return { path: join(target, `${name}.jsonl`), name, count: list.length, text: `${list.map((x) => JSON.stringify(x)).join("\n")}\n` };
});
const edited = written.filter(({ path, text }) => existsSync(path) && readFileSync(path, "utf8") !== text);
if (edited.length > 0 && !force) {
  console.error(
    `Not overwritten, for they hold later edits: ${edited.map(({ name }) => `${name}.jsonl`).join(", ")}. Give --force to lose those edits.`,
  );
  process.exit(1);
}
for (const { path, name, count, text } of written) {
  writeFileSync(path, text);
  console.log(`${name}.jsonl ${count}`);
}
