/**
 * Verbs that introduce or follow direct speech, all forms. Source: the reporting verbs of PARC 3 as listed by Pareti et al. 2013 and those with a clausal
 * complement or parataxis in UD English-EWT and GUM.
 */
export const SPEECH_VERBS: ReadonlySet<string> = new Set(
  (
    "say says said saying tell tells told telling add adds added adding state states stated stating note notes noted noting write writes wrote writing " +
    "ask asks asked asking reply replies replied replying answer answers answered warn warns warned warning declare declares declared declaring " +
    "announce announces announced announcing explain explains explained explaining insist insists insisted insisting argue argues argued arguing " +
    "claim claims claimed claiming stress stresses stressed stressing emphasize emphasizes emphasized emphasizing emphasise emphasised emphasising " +
    "continue continues continued continuing conclude concludes concluded concluding remark remarks remarked comment comments commented commenting " +
    "tweet tweeted post posted recall recalls recalled urge urges urged urging call calls called calling describe describes described describing " +
    "acknowledge acknowledged admit admits admitted quip quipped shout shouted respond responds responded responding read reads vow vows vowed vowing " +
    "cite cites cited citing quote quotes quoted quoting reiterate reiterates reiterated reiterating reaffirm reaffirmed observe observed observes " +
    "maintain maintains maintained assert asserts asserted asserting confirm confirms confirmed confirming report reports reported according"
  ).split(" "),
);

/** Words that are finite verbs by themselves, contractions included. */
export const FINITE_WORDS: ReadonlySet<string> = new Set(
  (
    "is are was were am be has have had do does did will would can could shall should may might must 're 've 'll 'm 'd wo ca ai " +
    "want wants need needs know knows think thinks believe believes hope hopes see sees say says go goes make makes take takes"
  ).split(" "),
);

/** Words that open a clause with a subject, so that a quotation that begins with them and holds a finite verb is an utterance of its own. */
export const SUBJECT_OPENERS: ReadonlySet<string> = new Set(
  "i we you he she it they this that these those there the a an our my their his her its your all any both some what who no not if when but and so let please nobody everyone".split(
    " ",
  ),
);
