import type { Factuality } from "../event-draft.ts";

type Mode = Factuality["mode"];

const set = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Nouns that set a value on what they govern: a gerund after them is wished for, a noun is there already. */
export const VALUES: ReadonlySet<string> = set("importance value need imperative");

/** Verbs of changing what is there: their modality is not that of the event they change. */
export const CHANGES: ReadonlySet<string> = set(
  "bolster strengthen increase boost expand reduce deepen enhance intensify fund support worsen prolong end advance tighten renew extend",
);

/** Nouns for work under way: an infinitive after them is being done. */
export const UNDERTAKINGS: ReadonlySet<string> = set("effort campaign work step measure drive push initiative operation action");

/** Verbs of attempting: what is tried is not done yet, but for a blow, which is one whether it succeeds or not. */
export const ATTEMPTS: ReadonlySet<string> = set("try attempt strive struggle endeavour endeavor");

/** Verbs and nouns by which what holds is put out of force: of a treaty they tell its end, of anything else that it does not take place. */
export const INTERRUPTIONS: ReadonlySet<string> = set("suspend suspension freeze halt pause call_off break_off cancel cancellation");

/** Prepositions that only place what follows beside something: the word before them governs nothing in it. */
export const CIRCUMSTANTIAL: ReadonlySet<string> = set(
  "in with at by under after before during despite since as amid through following over",
);

/** Verbs that say of their subject only that something befalls it: "come under attack". */
export const COMING: ReadonlySet<string> = set("come be fall go remain stay");

/** Nouns that only portion out what follows `of`. */
export const PORTIONS: ReadonlySet<string> = set("wave round series set package number kind type form act string spate range total");

/** Verbs and adjectives (lemmas) that say of what they govern that it is planned, merely wanted, avoided, alleged … Verbs not listed leave it as it is. */
export const GOVERNOR_MODES: ReadonlyMap<string, Mode> = table({
  planned:
    "plan intend vow pledge agree decide promise commit prepare schedule determine aim resolve undertake set slate poise arrange commitment intention principle policy goal objective decision pledge plan promise vow preparation obligation duty determined committed poised scheduled agreed contract deal agreement due",
  hypothetical:
    "want seek ask urge request demand consider weigh threaten hope wish propose recommend encourage explore contemplate mull offer prohibit ban prevent forbid bar deter allow enable permit invite advocate require call expect anticipate forecast warn risk  oppose suggest authorize empower avert forestall stave_off ward_off head_off refrain discourage ponder envisage seek dissuade urge appeal " +
    "threat proposal demand prospect risk danger option request appeal invitation fear potential chance hope bid willingness readiness opportunity desire scenario call likelihood importance imperative need value prevention consideration ban prohibition restriction eager willing ready prepared likely unlikely expected supposed free interest interested openness invite invitation",
  possible: "appear seem suspect possibility suspicion rumor speculation unclear uncertain",
  alleged:
    "accuse blame charge indict allege accusation allegation rumour pretext investigate investigation inquiry probe believe think purport",
  negated:
    "fail refuse decline avoid cancel forgo forswear refusal failure inability desist lack absence unable suspend suspension freeze halt call_off break_off rule_out pause reject rejection boycott cancellation postpone postponement",
});

/** Words inside the trigger's own phrase. */
export const MODIFIER_MODES: ReadonlyMap<string, Mode> = table({
  planned: "planned upcoming forthcoming future scheduled impending imminent next",
  hypothetical: " hypothetical prospective proposed would-be threatened conceivable",
  possible: "possible potential apparent unconfirmed presumed likely",
  alleged: "alleged suspected reported purported claimed supposed accused",
  negated: "no failed aborted cancelled canceled",
});

/** Adverbs that qualify the verb they stand beside. */
export const ADVERB_MODES: ReadonlyMap<string, Mode> = table({
  possible: "possibly perhaps maybe potentially apparently seemingly presumably probably likely",
  alleged: "allegedly reportedly purportedly supposedly",
  negated: "never",
});

/** Modal auxiliaries: mode with a plain infinitive, and with a perfect one ("could have provided"). */
export const MODAL_MODES: ReadonlyMap<string, { readonly plain: Mode; readonly perfect: Mode }> = new Map([
  ["may", { plain: "possible", perfect: "possible" }],
  ["might", { plain: "possible", perfect: "possible" }],
  ["could", { plain: "hypothetical", perfect: "possible" }],
  ["can", { plain: "hypothetical", perfect: "possible" }],
  ["would", { plain: "hypothetical", perfect: "hypothetical" }],
  ["should", { plain: "hypothetical", perfect: "hypothetical" }],
  ["must", { plain: "hypothetical", perfect: "possible" }],
  ["ought", { plain: "hypothetical", perfect: "hypothetical" }],
  ["will", { plain: "planned", perfect: "planned" }],
  ["shall", { plain: "planned", perfect: "planned" }],
  ["need", { plain: "hypothetical", perfect: "hypothetical" }],
]);

/** Subordinators that make their clause a condition or an aim. */
export const CONDITIONALS: ReadonlySet<string> = set("if unless whether lest");
/** Phrases that do the same, word by word. */
export const CONDITIONAL_PHRASES: readonly (readonly string[])[] = [
  "in case",
  "in the event",
  "so that",
  "as long as",
  "provided that",
  "even if",
].map((phrase) => phrase.split(" "));

/** Prepositions that undo or merely imagine what follows. */
export const PREPOSITION_MODES: ReadonlyMap<string, Mode> = new Map<string, Mode>([
  ["without", "negated"],
  ["instead of", "negated"],
  ["rather than", "negated"],
]);

/** Negations that do not negate (L39): "not only", "no longer" is a negation, "not just". */
export const PSEUDO_NEGATION: ReadonlySet<string> = set("only just merely simply");

/** Nouns that look back on what was done: an infinitive after them is no plan. */
export const SPEECH_VERBS: ReadonlySet<string> = set(
  "say state add tell announce declare note explain insist argue claim assert maintain confirm report stress emphasize emphasise underline underscore reiterate reaffirm affirm assure disclose reveal warn think believe know estimate conclude make_clear mention continue reply respond write comment acknowledge admit concede promise vow pledge",
);

/** First words of an operative paragraph: what follows is asked for or decided, not told. */
export const OPERATIVE_OPENINGS: ReadonlySet<string> = set(
  "calls requests urges demands decides encourages invites directs authorizes authorises appeals instructs recommends",
);

/** Words of looking into a happening. */
export const INQUIRIES: ReadonlySet<string> = new Set(["investigate", "investigation", "inquiry", "probe"]);
/** Words of breaking off what has begun. */
export const BREAKING_OFF: ReadonlySet<string> = new Set(["suspend", "suspension", "halt", "pause"]);

/** Modals of what ought to be: under a negation they ask for the opposite. */
export const DEONTIC: ReadonlySet<string> = new Set(["should", "must", "ought"]);

/** Verbs whose "for" names what is to come: "to provide for the acquisition of arms". */
export const AIMED: ReadonlySet<string> = new Set(["use", "need", "intend", "design", "mean", "provide", "allow", "prepare", "plan"]);

/** Adjectives of being willing. */
export const READY: ReadonlySet<string> = new Set(["ready", "open", "willing", "prepared", "eager", "receptive"]);

/** Words that pick one of a row: who is the second to give jets gave them. */
export const RANKS: RegExp = /^(first|second|third|fourth|fifth|sixth|last|latest|only)$/;

/** "led Australia to commit troops", "used drones to attack the port": whoever is made to do something does it, and so does who uses a thing for it. */
export const CAUSING: ReadonlySet<string> = new Set("lead cause prompt force compel drive induce spur push get use employ".split(" "));

/** Verbs that keep somebody from doing something. */
export const THWARTING: ReadonlySet<string> = new Set("prevent stop keep block deter dissuade bar hinder preclude restrain".split(" "));

/** Adjectives of what has to be. */
export const NECESSARY: ReadonlySet<string> = set("important essential vital necessary critical crucial imperative urgent fundamental");
/** Verbs by which one asks others to do or leave something. */
export const DIRECTIVES: ReadonlySet<string> = set("urge ask call request demand want tell warn advise appeal order beg implore encourage");
/** Verbs that keep a happening from coming about. */
export const UNDOING: ReadonlySet<string> = set("block thwart foil scuttle scrap abort nix avert axe derail");
/** Prepositions behind talks that tell what they are about. */
export const TALKED_OVER: ReadonlySet<string> = set("on about over for");

function table(modes: Readonly<Partial<Record<Mode, string>>>): ReadonlyMap<string, Mode> {
  const map = new Map<string, Mode>();
  for (const [mode, text] of Object.entries(modes))
    for (const word of text.split(/\s+/)) if (word !== "" && !map.has(word)) map.set(word, mode as Mode);
  return map;
}
