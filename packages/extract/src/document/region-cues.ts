/**
 * What web pages leave around an article, by whole line. Each row was met on at least two sites (sample documents, the reading corpus,
 * the threads cited in trafilatura#520 and newspaper#681); none quotes a single page.
 */
export const BOILERPLATE_LINES: readonly RegExp[] = [
  /^leave a (comment|reply)\b/i,
  /^your e-?mail address will not be published/i,
  /^required fields are marked/i,
  /^(most|more) (commented|read|popular|viewed|shared|recent|from|stories|news|articles)\b/i,
  /^(read|see|view|show|load) (more|next|also|all|comments?|the full)\b.{0,60}$/i,
  /^(related|recommended|trending|latest|popular|similar)( (articles?|stories|story|posts?|news|content|topics?|reading|coverage|links?))?:?$/i,
  /^(also read|read also|you (may|might) (also )?(like|be interested)|don['’]t miss|up next|editor['’]?s['’]? picks?|what to read next)\b/i,
  /^(share|tweet|print|e-?mail|save|copy link|listen|download|bookmark|like|follow)( (this|the|us|on|to|with)\b.{0,50})?:?$/i,
  /^(facebook|twitter|x|linkedin|whatsapp|telegram|instagram|youtube|reddit|pinterest)( .{0,20})?$/i,
  /^(subscribe|sign (up|in)|log ?in|register|join|create an account|become a member|support our|donate)\b.{0,120}$/i,
  /^(advertisement|sponsored( content)?|promoted|skip (to|ad|advertisement)\b.{0,40}|continue reading( below)?|story continues below)\b/i,
  /^(privacy (policy|notice)|terms (of|and)|cookie|accept (all )?cookies|manage (preferences|consent)|all rights reserved|do not sell)\b/i,
  /^(comments?|replies|reply|post (a )?comment|name|e-?mail|website|submit|search|menu|home|back to top|top of page|next|previous|close|loading)( ?\(?\d*\)?)?[.…*:]*$/i,
  /^(tags?|topics?|keywords?|filed under|categories|category|posted in|in this (article|story))\s?:/i,
  /^(click|tap) (here|on|to)\b/i,
  /^(_{2,}|-{3,}|={3,}|\*{3,}|#( ?#){0,4}|<!--.*-->|-0-|-30-|\W{1,6})$/,
  /^\d+ (comments?|shares?|views?|likes?|min(ute)?s? read)$/i,
  /^(original|source) (text|url|link)\b.{0,80}$/i,
  /^this (site|website|page) uses cookies\b/i,
  /^https?:\/\/\S+$/i,
];

/** Lines that say who else had a hand in the text; kept as credits (the source of the source), never read for actors. */
export const CREDIT_LINES: readonly RegExp[] = [
  /^\(?(edited|editing|reported|reporting|additional reporting|writing|written|compiled|translated|translation|photographs?|graphics?|production) by\b/i,
  /^.{1,90}\bcontributed (to|reporting|additional)\b.{0,60}$/i,
  /^(©|\(c\)|copyright)(?!\p{L}).{0,40}\d{4}/iu,
  /^©/,
  /^(distributed|provided|published|syndicated|supplied) by\b.{0,90}$/i,
  /^(with|from) (files|reports?|inputs?|additional reporting) (from|by)\b/i,
  /^(source|via|photo credit|image credit|photo|image|credit)\s?:/i,
  /^(this (article|story|report) (was|is|has been) (originally |first )?(published|produced|translated|adapted|updated|written)|the (author|writer) is\b)/i,
];

/** A credit in brackets that ends a paragraph. */
export const TRAILING_CREDIT: RegExp =
  /\((?:edited|editing|reporting|reported|additional reporting|writing|written|translated|compiled)\b[^()]{0,240}\)\s*$/i;

/** Author lines below a headline. */
export const BYLINE_LINES: readonly RegExp[] = [
  /^(?:[Bb]y|BY):? (the )?\p{Lu}[\p{L}.'’-]+(,? (and )?[\p{L}.'’-]+){0,9}$/u,
  /^(\p{Lu}[\p{L}.'’-]+ ){1,4}(Views|Staff|Staff Writer|Reporter|Correspondent|Columnist|Contributor|Editor|News Desk|Desk|Opinion|Analysis)$/u,
  /^(published|updated|posted|last (updated|modified)|date|created)\b.{0,60}\d/i,
  /^((Mon|Tues?|Wed(nes)?|Thu(rs)?|Fri|Sat(ur)?|Sun)(day)?,? )?(\d{1,2} )?(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d{1,2}?,? ?\d{4}( ?[,|–-]? ?\d{1,2}:\d{2}.{0,12})?$/,
  /^\d{4}[-./]\d{2}[-./]\d{2}( \d{2}:\d{2}.{0,10})?$/,
];

/** Verbs in which photo captions tell what is seen, always in the present tense. */
const CAPTION_VERBS =
  "holds?|shakes?|speaks?|meets?|attends?|poses?|walks?|waves?|looks?|greets?|stands?|sits?|arrives?|delivers?|addresses|listens?|inspects?|gestures?|talks?|smiles?|watch(?:es)?|visits?|guides?|reviews?|signs?|toasts?|embraces?|hugs?|leaves?|is seen|are seen|is pictured|are pictured|is shown|are shown|take part|takes part|participates?|march(?:es)?|flies|fires?|launches|launch|lifts off|sails?";
const MONTH =
  "(?:Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)?|Apr(?:il|\\.)?|May|June?|July?|Aug(?:ust|\\.)?|Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?)";
const FULL_DATE = `(?:${MONTH} \\d{1,2},? \\d{4}|\\d{1,2} ${MONTH},? \\d{4})`;
/** A sentence in the present tense that ends with the full date (and perhaps the agency) is a caption, wherever it stands. */
export const CAPTION_SENTENCE: RegExp = new RegExp(
  `^(?:[^.!?]|(?<![\\p{L}])\\p{Lu}\\.){3,160}?\\b(?:${CAPTION_VERBS})\\b(?:(?!\\b(?:said|told|announced|stated)\\b).){0,300}?\\b${FULL_DATE}[^.]{0,40}\\.?(?: ?[\\[(][^()\\[\\]]{2,60}[\\])])?`,
  "su",
);
/** Picture credits that end a caption. */
export const CAPTION_CREDIT: RegExp =
  /(?:\((?:[^()]{0,40}\b)?(?:photo|image|file|handout|screengrab|screenshot|courtesy|DB|AP|AFP|Reuters|Yonhap|KCNA|Getty|EPA|TASS)\b[^()]{0,40}\)|(?:\bphoto(?:graph)? by\b|\[(?:photo|image)[^\]]*\]|AP Photo\/|REUTERS\/|\bfile photo\b)[^.\n]{0,60}\.?)/i;
