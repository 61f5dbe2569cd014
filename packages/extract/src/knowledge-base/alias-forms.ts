import type { CapitalPolicy } from "../mention/token-trie.ts";
import type { EntityType } from "../ontology.ts";
import type { KnowledgeEntity } from "./knowledge-base.ts";

/** What a surface form is to its entity. */
export type FormKind = "name" | "acronym" | "demonym" | "metonym" | "contextual";

/** One way to write an entity, as the gazetteer looks it up. */
export interface AliasForm {
  readonly entity: string;
  readonly type: EntityType;
  readonly kind: FormKind;
  /** An ordinary word or a name shared with something commonplace: counts only with a cue beside it. */
  readonly needsCue: boolean;
}

/** Weapon, company and group names that are English words or personal names as well: they count beside a word of their kind. */
const ORDINARY_WORDS = new Set(
  "Arrow|Neptune|Tor|Javelin|Patriot|Poseidon|Lancet|Avenger|HAWK|Trident|Typhon|Sentinel|Stinger|Flamingo|Emad|Fattah|Grad|Buk|Pion|Malka|Igla|Spike|Apache|Bradley|Mirage|Taurus|Tomahawk|Harpoon|Hellfire|Crotale|Marder|Merkava|Topol|Satan|Aegis|Stryker|Warthog|Polaris|Sputnik|Leonardo|Saab|Thales|Azov|Wagner|Rafael|RAND|Bild|Politico|Axios|Pravda|Nikkei|Diehl|Safran|Baykar|Fars|Papa|Nice|Tyre|Male|Victoria|Jericho|Beni|Hue|Colon|Bari|Taba|Engels|Perth|Samara|Matsu|Mons|Brest|Bandar|Starlink|Lockheed|Poseidon torpedo|Tornado|Sarmat|Liaoning|Arihant|Shahed|Geran|HARM|START|INF|SALT|ABM|SAM|TOW|CAR|MIT|PA|MOU|MID|EC|AU|EU Council|NAM|EAS|CD|DTT|SLD|SMA|CMA|MDT|HAL|ISA|SAC|SIS|COI|CAS|BIS|NSC|MOFA|MOD|MoD|MND|JCS|SDF|AP|RT|NDC|ANA|GMD|RSF|DOE|EDA|ISI|WHO|AEI|CNS|PIF|CIS|UNC|ISF|PIJ|LAF|SANA|MBT|USV|UUV|APC|SSN|ASM|AAM|SALW|ATT|CCM|CCW|CFE|FAS|NTI|ACA|NPR|QDR|SAP|RPG|AA|VA|CSG|NSO|NSS|Qassam|Khorramshahr|Vityaz|Ghauri|Bober".split(
    "|",
  ),
);
/** Acronyms of the list above that are so common in the field that they need no definition in the text. */
const COMMON_ACRONYMS = new Set([
  "EU Council",
  "AP",
  "NSC",
  "WHO",
  "RPG",
  "SAM",
  "SDF",
  "UNC",
  "JCS",
  "SSN",
  "APC",
  "RSF",
  "CIS",
  "MoD",
  "MOD",
  "MND",
  "MOFA",
]);

const COMMON_NOUNS: ReadonlySet<EntityType> = new Set<EntityType>(["WeaponCategory", "Item"]);

/** A model whose name is one word, without a number. */
const MODEL_WORD = /^\p{Lu}\p{Ll}{3,}(?<!s)$/u;

/** All surface forms of one entity, with the case policy that each must keep. */
export function aliasForms(
  entity: KnowledgeEntity,
): { readonly text: string; readonly capitals: CapitalPolicy; readonly form: AliasForm }[] {
  const forms = new Map<string, { text: string; capitals: CapitalPolicy; form: AliasForm }>();
  const add = (text: string, kind: FormKind, capitals: CapitalPolicy): void => {
    const bare = text.replace(/^(the|The) /, "");
    if (bare === "" || forms.has(bare)) return;
    const needsCue =
      (ORDINARY_WORDS.has(bare) || (text.endsWith("s") && ORDINARY_WORDS.has(bare.slice(0, -1)))) &&
      !(kind === "acronym" && COMMON_ACRONYMS.has(bare)) &&
      entity.type !== "WeaponCategory";
    forms.set(bare, { text: bare, capitals, form: { entity: entity.id, type: entity.type, kind, needsCue } });
  };
  const common = COMMON_NOUNS.has(entity.type);
  for (const text of [entity.name, ...entity.aliases]) {
    const acronym = isAcronym(text);
    const capitals: CapitalPolicy = acronym ? "exact" : /\p{Lu}/u.test(text) ? "initial" : "any";
    for (const written of spellings(text)) add(written, acronym ? "acronym" : "name", capitals);
    // "Harops and Shaheds": a model in the plural
    if (entity.type === "WeaponSystem" && !acronym && MODEL_WORD.test(text)) add(`${text}s`, "name", capitals);
    if (common && !acronym) for (const plural of plurals(text)) for (const written of spellings(plural)) add(written, "name", capitals);
  }
  for (const text of entity.acronyms) {
    add(text, "acronym", "exact");
    if (common || entity.type === "WeaponSystem") add(`${text}s`, "acronym", "exact");
  }
  for (const text of entity.demonyms) add(text, "demonym", "initial");
  for (const text of entity.metonyms) add(text, "metonym", "initial");
  for (const text of entity.contextual) add(text, "contextual", "initial");
  return [...forms.values()];
}

/** Two to seven letters, nearly all capitals: `NATO`, `RDP-A`, `CJTF-OIR`. */
export function isAcronym(text: string): boolean {
  return /^[\p{Lu}\p{N}][\p{Lu}\p{N}&/-]{1,8}$/u.test(text) && (text.match(/\p{Lu}/gu)?.length ?? 0) >= 2;
}

/** Whether any of the swaps below applies; most names have one spelling. */
const VARIES = /^U\.?S\.? |^U\.?N\.? |^United |U\.[SN]\.|efen[cs]e|rmou?r|Organi[sz]ation|Centre|Programme|Nuclear-Weapon/;

/** The forms that writers use for one another: US / United States, UN / United Nations, defence / defense, programme / program. */
function spellings(text: string): string[] {
  if (!VARIES.test(text)) return [text];
  const variants = new Set([text]);
  const swap = (pattern: RegExp, replacement: string): void => {
    for (const variant of [...variants]) if (pattern.test(variant)) variants.add(variant.replace(pattern, replacement));
  };
  swap(/^United States (?!of)/, "US ");
  swap(/^U\.?S\.? (?=\p{L})/u, "United States ");
  swap(/^United Nations (?=\p{L})/u, "UN ");
  swap(/^U\.?N\.? (?=\p{L})/u, "United Nations ");
  swap(/\bU\.S\./g, "US");
  swap(/\bU\.N\./g, "UN");
  swap(/efence\b/g, "efense");
  swap(/efense\b/g, "efence");
  swap(/rmour/g, "rmor");
  swap(/rmor(?!y)/g, "rmour");
  swap(/\bOrganisation\b/g, "Organization");
  swap(/\bOrganization\b/g, "Organisation");
  swap(/\bCentre\b/g, "Center");
  swap(/\bProgramme\b/g, "Program");
  swap(/\bNuclear-Weapon\b/g, "Nuclear Weapon");
  return [...variants];
}

/** Plural of the last word of a common noun phrase, and of "weapon of …" heads. */
export function plurals(text: string): string[] {
  const inner = /^(\S+) of (.+)$/.exec(text);
  if (inner !== null) return [`${pluralWord(inner[1] as string)} of ${inner[2]}`];
  if (/(?:s|men|craft|ordnance|artillery|ammunition|weaponry|hardware|matériel|materiel)$/.test(text)) return [];
  const cut = text.lastIndexOf(" ") + 1;
  return [text.slice(0, cut) + pluralWord(text.slice(cut))];
}

function pluralWord(word: string): string {
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  if (/(?:s|x|ch|sh)$/.test(word)) return `${word}es`;
  return `${word}s`;
}
