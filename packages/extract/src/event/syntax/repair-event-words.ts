import { type Analysis, XPOS_TAGS } from "@chancery/nlp";
import type { Mention } from "../../annotated-document.ts";

const TAG_OF: ReadonlyMap<string, number> = new Map(XPOS_TAGS.map((tag, index): [string, number] => [tag, index]));
const words = (text: string): ReadonlySet<string> => new Set(text.split(" "));

/** Gerunds that name a happening wherever no object follows. */
const HAPPENING_GERUNDS = words(
  "shelling bombing fighting firing killing shooting looting raiding training exercising monitoring launching stabbing beheading skirmishing infighting strafing mortaring kidnapping",
);
/** What such a noun begins its own phrases with. */
const NOMINAL_LINKS = words("from between by of among");
/** Prepositions of place, which an intransitive verb takes just as well: only where no verb can stand. */
const LOCAL_LINKS = words("in near along around on at over across against with inside outside");
const OPENING_PREPOSITIONS = words("of amid after despite during following by in for through from to");
/** Verbs of which a past form with an agent behind it, beside another finite verb, is a reduced passive: "drones launched by Iran". */
const REDUCED = words(
  "launch fire send supply make produce sell deploy perpetrate commit order back arm fund lead conduct impose seize own operate develop design carry drop plant stage mount orchestrate organize organise manufacture build donate direct control occupy capture hold",
);
/** Third persons of verbs of striking that are plurals of nouns just as well. */
const STRIKING = words("targets attacks strikes raids bombs shells kills hits kidnaps abducts murders fires launches tests");
/** First halves of verbs that the tokeniser cuts off. */
const COMPOUND_OPENINGS = words("test flight");
/** Participles that describe a force that has no verb of its own. */
const DESCRIBING = words("allied suspected armed");
const STRUCK = words("targeted attacked bombed shelled raided killed kidnapped abducted destroyed");
const AIMED = words("sanctions measures strikes attacks killings operations reforms efforts policies interventions");
/** What stands before a plural noun of striking, never before the verb: "missile launches". */
const WEAPON_WORDS = words("missile rocket drone bomb icbm air mortar artillery suicide terror terrorist nuclear satellite");
/** What somebody becomes who is taken, behind the object: "took 240 people hostage". */
const CAPTIVES = words("hostage prisoner captive");
const TAKING = words("take hold keep make");
/** Craft and units that are called by what they do. */
const STRIKE_CRAFT = words("drones drone unmanned uavs uav aircraft groups group packages package craft capabilities weapons missiles");
const ACTORS = words("State Territory GovernmentBody InternationalOrganization MilitaryForce ArmedGroup Organization Place");
const FINITE = /^(?:VBZ|VBD|VBP|MD)$/;
const NOMINAL = /^(?:NN|NNS|NNP|NNPS|JJ|DT|PRP\$|CD)$/;

/**
 * Sets right the tags of words of war that taggers take for other parts of speech: "Shelling from the north continued", "laid siege to", "drones over Belgorod
 * launched by Kiev", "al-Shabaab targets and kills civilians", "Pyongyang test-launched missiles", "the build-up". The same object where nothing is to be done.
 */
export function repairEventWords(analysis: Analysis, mentions: readonly Mention[]): Analysis {
  if (!analysis.layers.includes("tag")) return analysis;
  const { tokens, sentences } = analysis;
  const tags = new Map<number, string>();
  const tagOf = (token: number): string => tags.get(token) ?? XPOS_TAGS[tokens.tag[token] ?? 0] ?? "";
  const lower = (token: number): string => tokens.lower[token] ?? "";
  const lemma = (token: number): string => tokens.lemma[token] ?? "";
  const joined = (token: number): boolean => tokens.spaceBefore[token] !== 1;
  const closed = new Set(
    mentions.filter(({ type, kind }) => ACTORS.has(type) && kind !== "demonym" && kind !== "pronoun").map(({ last }) => last),
  );
  for (const { first, last } of sentences) {
    const finite = (from: number, to: number): boolean => {
      for (let token = Math.max(from, first); token < Math.min(to, last); token++) if (FINITE.test(tagOf(token))) return true;
      return false;
    };
    // "has threatened workers, and targeted schools": a verb with an auxiliary before, and a comma that keeps the second one from being a modifier
    const afterPerfect = (at: number): boolean => {
      if (lower(at - 2) !== ",") return false;
      for (let token = at - 3; token > first; token--)
        if (tagOf(token) === "VBN") return /^(?:has|have|had)$/.test(lower(token - 1));
        else if (FINITE.test(tagOf(token))) return false;
      return false;
    };
    // "Police, who had regained control, killed three": behind the aside goes on the clause that it broke
    const closesRelative = (at: number): boolean => {
      let verb = false;
      for (let token = at - 2; token > first + 1; token--) {
        if (tagOf(token) === "WP" || tagOf(token) === "WDT") return verb && lower(token - 1) === "," && !finite(first, token);
        if (lower(token) === ",") return false;
        if (FINITE.test(tagOf(token))) verb = true;
      }
      return false;
    };
    // "held the ambassador hostage": no compound, where a verb of taking stands before and nothing that the word could describe behind
    const taken = (at: number): boolean => {
      for (let token = at - 1; token > Math.max(first - 1, at - 9); token--) if (TAKING.has(lemma(token))) return token < at - 1;
      return false;
    };
    for (let token = first; token < last; token++) {
      const word = lower(token);
      const tag = tagOf(token);
      const before = token > first ? tagOf(token - 1) : "";
      const next = token + 1 < last ? lower(token + 1) : "";
      const after = token + 1 < last ? tagOf(token + 1) : "";
      if (
        word === "-" &&
        tag !== "HYPH" &&
        COMPOUND_OPENINGS.has(lower(token - 1)) &&
        joined(token) &&
        joined(token + 1) &&
        after === "VBD"
      )
        tags.set(token, "HYPH");
      else if (word === "offensive" && tag === "JJ" && /^(?:JJ|NN|VBG|POS)/.test(before) && /^(?:IN|TO|CC|,|\.|VB[ZD]|MD)?$/.test(after))
        tags.set(token, "NN");
      else if (CAPTIVES.has(word) && /^NN|^PRP/.test(before) && !/^(?:NN|HYPH|POS)/.test(after) && taken(token)) tags.set(token, "RB");
      else if (tag === "VBZ" && STRIKING.has(word) && WEAPON_WORDS.has(lower(token - 1)) && !(NOMINAL.test(after) && after !== "DT"))
        tags.set(token, "NNS");
      else if (word === "strike" && /^VBP?$/.test(tag) && STRIKE_CRAFT.has(next) && (before === "CC" || before === "," || before === "IN"))
        // "with precision weapons and strike drones": what strikes, as a kind of craft
        tags.set(token, "NN");
      else if (tag === "NNS" && word === "calls" && /^(?:upon|on|for)$/.test(next) && before.startsWith("NN") && !finite(first, last))
        tags.set(token, "VBZ");
      else if (tag === "VBN" && before === "," && (NOMINAL.test(after) || next === "at") && closesRelative(token)) tags.set(token, "VBD");
      else if (
        word === "following" &&
        tag === "VBG" &&
        (token === first || before === ",") &&
        NOMINAL.test(after) &&
        finite(token + 1, last)
      )
        // "Following talks with the president, the minister said": a preposition, that nobody follows
        tags.set(token, "IN");
      else if (tag === "VBG" && HAPPENING_GERUNDS.has(word)) {
        // "Fighting between the two", "as a result of shelling by the army": an agent or sides behind it make the gerund a noun
        const opens = token === first || OPENING_PREPOSITIONS.has(lower(token - 1)) || before === "CC" || before === ",";
        if ((NOMINAL_LINKS.has(next) && opens) || (LOCAL_LINKS.has(next) && token === first)) tags.set(token, "NN");
      } else if (word === "laid" && tag === "NN") tags.set(token, "VBD");
      else if (DESCRIBING.has(word) && /^VB[DN]$/.test(tag) && /^(?:CC|DT|IN|,)?$/.test(before) && /^(?:JJ|NNS|NNP|NNPS)$/.test(after)) {
        // "the army and allied Arab militias attacked"
        if (finite(token + 1, last)) tags.set(token, "JJ");
      } else if (tag === "VBN" && before === "CC" && STRUCK.has(word) && after === "NNS" && !AIMED.has(next) && afterPerfect(token))
        tags.set(token, "VBD");
      else if (word === "siege" && !tag.startsWith("NN")) tags.set(token, "NN");
      else if (word === "simulating" && tag === "NN" && NOMINAL.test(after)) tags.set(token, "VBG");
      else if (tag === "VBD" && next === "by" && before.startsWith("NN") && REDUCED.has(lemma(token)) && finite(first, token)) {
        // "downed 12 drones launched by Iran": not "they fought and launched by night"
        if (tagOf(token + 2) !== "CD" && !/^(?:night|day|sea|air|land)$/.test(lower(token + 2))) tags.set(token, "VBN");
      } else if (tag === "NNS" && STRIKING.has(word) && closed.has(token) && !finite(token + 1, last)) {
        // "Al-Shabaab targets and kills civilians": two third persons, whatever they are tagged
        const pair = tagOf(token + 1) === "CC" && STRIKING.has(lower(token + 2)) && NOMINAL.test(tagOf(token + 3));
        if (pair) for (const verb of [token, token + 2]) tags.set(verb, "VBZ");
      } else if (tag === "VBN" && before === "HYPH" && COMPOUND_OPENINGS.has(lower(token - 2)) && joined(token) && next === "what") {
        // "North Korea, for its part, test-fired what it called a missile"
        tags.set(token, "VBD");
      } else if (tag === "VBN" && before === "HYPH" && COMPOUND_OPENINGS.has(lower(token - 2)) && joined(token) && closed.has(token - 2)) {
        // "Pyongyang test-launched cruise missiles"
        if (!finite(token + 1, last) && NOMINAL.test(after)) tags.set(token, "VBD");
      } else if (word === "up" && lower(token - 1) === "-" && joined(token) && joined(token - 1) && lower(token - 2) === "build") {
        tags.set(token - 2, "NN");
        tags.set(token - 1, "HYPH");
        tags.set(token, "NN");
      } else if (tag === "NN" && before === "RB" && /^(?:TO|MD)$/.test(tagOf(token - 2)) && /^(?:DT|PRP\$|CD|NNP)$/.test(after)) {
        // "to permanently station a brigade", "will soon base a squadron"
        tags.set(token, "VB");
      } else if (tag === "VB" && lower(token - 1) === "to" && before === "IN") tags.set(token - 1, "TO");
    }
  }
  if (tags.size === 0) return analysis;
  const tag = tokens.tag.slice();
  for (const [token, name] of tags) tag[token] = TAG_OF.get(name) ?? tag[token] ?? 0;
  const lemmas = tokens.lemma.map((own, token) => (tags.get(token) === "VBD" && tokens.lower[token] === "laid" ? "lay" : own));
  return { ...analysis, tokens: { ...tokens, tag, lemma: lemmas } };
}
