import type { EntityType } from "../ontology.ts";
import { type MentionContext, type MentionDraft, nameOf } from "./context.ts";
import { NO_NAME_STARTS, nameHead } from "./name-heads.ts";
import { isAllCaps, isCapitalised, type Piece } from "./pieces.ts";
import { NOT_IN_NAMES, RANKS, TITLE_HEADS } from "./title-words.ts";

/** Lower-case nouns that make the capitals before them the name of an installation. */
const SITE =
  /^(airport|airbase|airfield|airstrip|aerodrome|heliport|port|harbou?r|shipyard|dockyard|refinery|dam|prison|monastery|hospital|barracks|cosmodrome|spaceport|reactor|steelworks|garrison|outpost|checkpoint)$/;
/** "air base", "power plant": heads of two words. */
const SITE_PAIR =
  /^(?:(?:air|naval|military|army|missile|submarine|drone) base|power (?:plant|station)|(?:oil|gas|container|grain|ferry) terminal|(?:nuclear|chemical|ammunition|oil) (?:plant|depot|facility)|(?:refugee|training|army|internment) camp|test (?:site|range)|border (?:crossing|post)|(?:training|proving|test|testing) ground|(?:firing|missile|bombing) range|(?:launch|launching) (?:site|cent(?:er|re)|pad|facility)|naval shipyard|(?:railway|train|bus|radar) station)$/;
/** Lower-case nouns that make the capitals before them the name of a place. */
const PLACE =
  /^(governorate|province|oblast|district|prefecture|county|township|municipality|village|town|valley|islands?|islets?|atoll|reef|shoal|strait|straits|peninsula|river|canal|farms|mountains?|heights|hills?|desert|plain|plateau|neighbou?rhood|quarter|suburb|suburbs|enclave|corridor|region)$/;
/** Nouns whose of-phrase names the place: "the port of Hodeidah", "the villages of Ain and Dair". */
const PLACE_OF =
  /^(city|cities|town|towns|village|villages|province|provinces|island|islands|islet|district|districts|region|governorate|oblast|settlement|settlements|hamlet|suburb|suburbs|area|areas|outskirts|valley|enclave|neighbou?rhoods?|municipality|municipalities|peninsula)$/;
const SITE_OF = /^(port|airport|airfield|harbou?r)$/;
const INCLUDING = /^(including|like|especially|namely|notably)$/;
const WHERE = /^(in|near|outside|around|inside|throughout|via)$/;
/** What may follow a place that a preposition governs: a mark, a function word, a verb of being or saying. A noun behind would make the name its modifier. */
const FOLLOWS_PLACE =
  /^(?:[.,;:!?()"”]|and|or|on|in|to|at|by|from|with|where|when|while|who|which|that|since|after|before|during|for|as|until|into|toward|towards|near|because|but|the|a|an|this|last|next|earlier|later|early|late|yesterday|today|is|are|was|were|has|have|had|will|would|could|said|says|told|amid|despite|under|over)$/;
/** Capitalised words behind "in" that are no places: tongues, creeds, seasons, feasts, currencies. */
const NO_PLACES =
  /^(arabic|hebrew|latin|farsi|persian|dari|pashto|urdu|hindi|mandarin|cantonese|kurdish|tamil|bengali|swahili|islam|christianity|judaism|buddhism|hinduism|communism|marxism|ramadan|eid|easter|christmas|spring|summer|autumn|winter|fall|bitcoin|sharia|god|heaven|earth|internet|twitter|telegram|facebook|whatsapp|zoom|skype|signal|wechat|weibo|instagram|youtube|covid|article|articles|annex|chapter|appendix|part|section|table|figure|phase|stage|step|grade|level|tier|round|western|eastern|northern|southern|central|fiscal|cold|mr|mrs|ms|dr|st)$/;

/**
 * Places and installations that no list knows, told by what stands around them: a head noun ("Aden Adde airport", "Idlib governorate"), a noun with an
 * of-phrase ("the town of Azaz", "towns including Deir Jamal and Qamiya"), or a preposition of place with nothing behind that the name could modify
 * ("opened fire near Banjska."). `persons` are words of persons' names in this text, which are never places.
 */
export function placeDrafts(
  context: MentionContext,
  known: ReadonlyMap<number, MentionDraft>,
  persons: ReadonlySet<string>,
): MentionDraft[] {
  const { pieces } = context;
  const owner = new Map<number, MentionDraft>();
  for (const draft of known.values()) for (let at = draft.first; at < draft.last; at++) owner.set(at, draft);
  const isFree = (at: number): boolean => !owner.has(at);
  const drafts: MentionDraft[] = [];
  const add = (first: number, last: number, type: EntityType, rule: string, confidence: number, priority = 0, nameEnd = last): void => {
    drafts.push({ first, last, type, kind: "name", use: "place", name: nameOf(context, first, nameEnd), rule, confidence, priority });
  };
  const list = (from: number, rule: string): void => {
    for (let at = from; at < pieces.length; ) {
      const end = runFrom(pieces, at, isFree, persons);
      const knownHere = owner.get(at);
      if (end > at && !ABSTRACT.test(pieces[end - 1]?.key ?? "")) add(at, end, "Place", rule, 0.7);
      else if (knownHere === undefined || !/^(Place|Territory)$/.test(knownHere.type)) return;
      let next = end > at ? end : (knownHere?.last ?? at);
      if (pieces[next]?.key === ",") next++;
      if (pieces[next]?.key === "and") next++;
      if (next === (end > at ? end : knownHere?.last)) return;
      at = next;
    }
  };
  for (let at = 1; at < pieces.length; at++) {
    const piece = pieces[at] as Piece;
    if (piece.kind === "word" && FIRST_WORD.test(piece.text) && isFree(at)) {
      const end = runFrom(pieces, at + 1, isFree, persons);
      if (end > at + 1 && end - at < 4) add(at, end, /^(?:Camp|Fort)$/.test(piece.text) ? "Facility" : "Place", "place.first-word", 0.7, 1);
    }
    if (piece.kind !== "word" || isCapitalised(piece) || piece.lineStart) continue;
    const pair = `${piece.key} ${pieces[at + 1]?.key ?? ""}`;
    const isPair = SITE_PAIR.test(pair) && pieces[at + 1]?.lineStart === false;
    if (isPair || SITE.test(piece.key) || PLACE.test(piece.key)) {
      const isSite = isPair || SITE.test(piece.key);
      const first = runUpTo(
        pieces,
        at,
        (index) => isFree(index) || (isSite && /^(Place|Facility)$/.test(owner.get(index)?.type ?? "")),
        persons,
      );
      const last = isPair ? at + 2 : at + 1;
      // A place that is known is not renamed by its kind ("the Kursk region").
      if (first < at && (isSite || !owner.has(at - 1)))
        add(
          first,
          last,
          isSite ? "Facility" : "Place",
          isSite ? "facility.head-noun" : "place.head-noun",
          0.75,
          1,
          isSettlement(piece) ? at : last,
        );
      // "the Lachin corridor" is not the town; "the Kursk region" is Kursk
      else if (APART.test(piece.key) && owner.get(at - 1)?.type === "Place" && owner.get(at - 1)?.last === at)
        add(owner.get(at - 1)?.first ?? at, last, "Place", "place.apart", 0.75, 1);
    }
    const next = pieces[at + 1]?.key ?? "";
    if (SITE_OF.test(piece.key) && next === "of") {
      const from = pieces[at + 2]?.key === "the" ? at + 3 : at + 2;
      const place = owner.get(from);
      const end =
        place !== undefined && place.first === from && /^(Place|Territory)$/.test(place.type)
          ? place.last
          : runFrom(pieces, from, isFree, persons);
      if (end > from) {
        drafts.push({
          first: at,
          last: end,
          type: "Facility",
          kind: "name",
          name: nameOf(context, at, end),
          rule: "facility.of-place",
          confidence: 0.75,
          transparent: true,
        });
        if (place === undefined) add(from, end, "Place", "place.of-phrase", 0.75);
      }
    } else if (PLACE_OF.test(piece.key) && (next === "of" || INCLUDING.test(next) || (next === "such" && pieces[at + 2]?.key === "as"))) {
      list(next === "such" ? at + 3 : at + 2, "place.of-phrase");
    } else if (PLACE_OF.test(piece.key) && next === "," && INCLUDING.test(pieces[at + 2]?.key ?? "")) list(at + 3, "place.of-phrase");
    else if (ANNOUNCED.test(piece.key) && (next === ":" || (pieces[at + 1]?.kind === "hyphen" && pieces[at + 1]?.space === true)))
      list(at + 2, "place.announced");
    // "the airfield Kursk-Vostochny": the name behind its kind, as other tongues have it
    if (NAMED_SITE.test(piece.key) && /^(the|an?|at)$/.test(pieces[at - 1]?.key ?? "")) {
      const start = owner.get(at + 1);
      const from = start !== undefined && /^(Place|Facility)$/.test(start.type) ? start.last : at + 1;
      const end = from === at + 1 ? runFrom(pieces, from, isFree, persons) : hyphenEnd(pieces, from, isFree, persons);
      if (end > at + 1 && FOLLOWS_PLACE.test(pieces[end]?.key ?? ".") && (start === undefined || end > from))
        add(at + 1, end, "Facility", "facility.behind-its-kind", 0.7, 1);
    }
    if (BETWEEN.test(piece.key) || REACHED.test(piece.key)) {
      // "sailed between Crete and Kastellorizo", "visited Turquzabad and Varamin": a place alone, or a list of places
      const end = runFrom(pieces, at + 1, isFree, persons);
      const joined = pieces[end]?.key === "and" || pieces[end]?.key === ",";
      if (
        end > at + 1 &&
        end - at < 4 &&
        FOLLOWS_PLACE.test(pieces[end]?.key ?? ".") &&
        !ABSTRACT.test(pieces[end - 1]?.key ?? "") &&
        (REACHED.test(piece.key) ||
          (joined &&
            WAY.test(`${pieces[at - 2]?.key ?? ""} ${pieces[at - 1]?.key ?? ""}`) &&
            runFrom(pieces, end + 1, isFree, persons) > end + 1))
      )
        list(at + 1, "place.reached");
    }
    if (WHERE.test(piece.key)) {
      const end = runFrom(pieces, at + 1, isFree, persons);
      if (
        end > at + 1 &&
        end - at < 5 &&
        FOLLOWS_PLACE.test(pieces[end]?.key ?? ".") &&
        !isStudied(pieces, at) &&
        !ABSTRACT.test(pieces[end - 1]?.key ?? "")
      )
        add(at + 1, end, "Place", "place.preposition", 0.6);
    }
  }
  return drafts;
}

/** Words with which names of places and camps begin: "Camp Aguinaldo", "Mount Hermon". */
const FIRST_WORD = /^(?:Camp|Fort|Mount|Lake|Cape)$/;
/** Plurals that announce a list of places behind a colon or a dash: "three locations — Natanz, Fordow and Arak". */
const ANNOUNCED =
  /^(?:locations|sites|places|cities|towns|villages|settlements|provinces|districts|regions|governorates|oblasts|ports|islands|airports|areas)$/;
/** Kinds of installation that a name may follow. */
const NAMED_SITE = /^(?:airfield|airbase|aerodrome|airport|shipyard|refinery|cosmodrome|garrison|port|prison|checkpoint)$/;

/** Places that are something else than the place by which they go. */
const APART = /^(corridor|desert|strait|straits|valley|canal|river|plain|peninsula|reef|shoal)$/;
const BETWEEN = /^between$/;
/** What runs between two places; talks and ties run between others. */
const WAY =
  /(?:^| )(?:sail(?:ed|ing|s)|flew|flying|flights?|ferr(?:y|ies)|road|highway|railway|trains?|pipeline|distance|corridor|waters|coast|sea|strait|border|bridge|halfway|commut\w+|travel(?:l?ed|l?ing|s)?)$/;
/** Verbs that only places are objects of, where the object is a bare name. */
const REACHED =
  /^(?:shelled|shelling|bombed|bombarded|bombarding|besieged|overran|toured|reached|retook|recaptured|liberated|occupied|stormed|entered|visited|evacuated)$/;
const isSettlement = (piece: Piece): boolean => /^(village|town|township|neighbou?rhood|quarter|suburb)$/.test(piece.key);

/** A word of a place's name: capitals that are no title, calendar word, acronym or organisation's head. */
function isPlaceWord(piece: Piece | undefined, persons: ReadonlySet<string>): boolean {
  return (
    piece !== undefined &&
    piece.kind === "word" &&
    isCapitalised(piece) &&
    piece.text.length > 2 &&
    !isAllCaps(piece) &&
    !NO_NAME_STARTS.has(piece.key) &&
    !TITLE_HEADS.has(piece.key) &&
    !RANKS.has(piece.key) &&
    !NO_PLACES.test(piece.key) &&
    !(NOT_IN_NAMES.has(piece.key) && !/^(new|old|great)$/.test(piece.key)) &&
    !persons.has(piece.key) &&
    (nameHead(piece.text) === undefined || nameHead(piece.text)?.type === "Place" || nameHead(piece.text)?.type === "Facility")
  );
}

/** Fields of study and abstractions are capitalised in titles of degrees and events ("a Master's in Environmental Engineering"). */
const ABSTRACT =
  /(?:ics|ology|ography|ment|tion|ence|ance|ness|ship|ism|ility|gineering|planning|history|studies|arts|civil|conflict|law|science|sciences|medicine|business|ethics|response|uniform|blue|red|green|women|men|action|children|nature|case|force|place|office|power|time|trade)$/;
const STUDIES =
  /^(degree|bachelors?|masters?|ba|bs|ma|ms|phd|llm|mba|doctorate|diploma|program|programme|major|majored|minor|certificate|graduate|studies|courses?|fellow|professor|lecturer)$/;

/** "a B.A. in Ethics": what is studied, not where. */
function isStudied(pieces: readonly Piece[], preposition: number): boolean {
  for (let at = preposition - 1; at > preposition - 4 && at >= 0; at--) if (STUDIES.test(pieces[at]?.key ?? "")) return true;
  return false;
}

const ARTICLE = /^(al|el|ad|an|ar|as|az|umm|abu|ain|beit|deir|ras|tel|bab|bir|wadi|khan|jebel|jabal|es|esh|ash)$/;

/** End of the run of place words that begins at `from`: "Deir Jamal", "al-Qamiya", "Umm al-Fahm"; `from` where none begins there. */
function runFrom(pieces: readonly Piece[], from: number, isFree: (at: number) => boolean, persons: ReadonlySet<string>): number {
  let at = from;
  let words = 0;
  while (at < from + 6) {
    const piece = pieces[at];
    if (piece === undefined || (piece.lineStart && at > from) || !isFree(at)) break;
    if (
      piece.kind === "word" &&
      ARTICLE.test(piece.key) &&
      pieces[at + 1]?.kind === "hyphen" &&
      isPlaceWord(pieces[at + 2], persons) &&
      isFree(at + 2)
    ) {
      at += 3;
      words++;
      continue;
    }
    if (isPlaceWord(piece, persons)) {
      at++;
      words++;
      continue;
    }
    if (words > 0 && piece.kind === "hyphen" && !piece.space && isPlaceWord(pieces[at + 1], persons) && pieces[at + 1]?.space === false) {
      at += 2;
      continue;
    }
    break;
  }
  // Capitals go on: the name is part of something longer that is no place.
  const next = pieces[at];
  const goesOn = next !== undefined && next.kind === "word" && !next.lineStart && isCapitalised(next) && next.key !== "i";
  return words === 0 || words > 3 || goesOn || pieces[at]?.kind === "possessive" || (pieces[at]?.kind === "hyphen" && !pieces[at]?.space)
    ? from
    : at;
}

/** End of what a hyphen adds to a known place ("Kursk-Vostochny"); `from` where it adds nothing. */
function hyphenEnd(pieces: readonly Piece[], from: number, isFree: (at: number) => boolean, persons: ReadonlySet<string>): number {
  const joined = pieces[from]?.kind === "hyphen" && !pieces[from]?.space && pieces[from + 1]?.space === false;
  return joined && isFree(from + 1) && isPlaceWord(pieces[from + 1], persons) ? from + 2 : from;
}

/** Start of the run of place words that ends before `end`, three words at most; `end` where there is none. */
function runUpTo(pieces: readonly Piece[], end: number, isFree: (at: number) => boolean, persons: ReadonlySet<string>): number {
  let first = end;
  let words = 0;
  while (first > 0 && words < 3) {
    const piece = pieces[first - 1] as Piece;
    if (pieces[first]?.lineStart || !isFree(first - 1)) break;
    // "al-Asad air base", "Rzeszow-Jasionka airport"
    if (
      words > 0 &&
      piece.kind === "hyphen" &&
      !piece.space &&
      !pieces[first]?.space &&
      isFree(first - 2) &&
      (ARTICLE.test(pieces[first - 2]?.key ?? "") || isPlaceWord(pieces[first - 2], persons))
    ) {
      first -= 2;
      continue;
    }
    if (!isPlaceWord(piece, persons)) break;
    first--;
    words++;
  }
  const before = pieces[first - 1];
  const goesOn =
    before !== undefined &&
    before.kind === "word" &&
    isCapitalised(before) &&
    !NO_NAME_STARTS.has(before.key) &&
    !pieces[first]?.lineStart &&
    isFree(first - 1);
  // The first word of a sentence is capitalised whatever it is ("Nearby villages").
  const opens = first === 0 || pieces[first]?.lineStart === true || /^[.!?:;"“”]$/.test(before?.key ?? "");
  return words === 0 || goesOn || (opens && words === 1) ? end : first;
}
