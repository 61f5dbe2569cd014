/** Verbs whose object is the understood subject of the infinitive that follows: "urged Russia to withdraw". */
const OBJECT_CONTROL = new Set(
  "ask urge tell order request press push invite allow enable permit encourage force compel help want expect require persuade direct authorize instruct advise warn call call_on appeal cause lead remind convince oblige prevent stop prohibit ban bar".split(
    " ",
  ),
);

/** Is it a verb of that kind, by its lemma? */
export const isObjectControl = (lemma: string): boolean => OBJECT_CONTROL.has(lemma);

/**
 * Verbs whose object does what the gerund behind their preposition says → those prepositions: "accused Iran of selling", "blamed Russia for attacking",
 * "kept Turkey from buying". Source: VerbNet classes judgment-33, forbid-67, keep-15, trick-59.2, with their gerund frames.
 */
export const GERUND_CONTROL: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  (
    [
      ["of", "accuse suspect convict acquit absolve clear"],
      [
        "for",
        "blame criticize criticise condemn denounce censure chide fault scold rebuke slam lambast berate sanction punish penalize penalise fine indict arrest jail prosecute blacklist designate thank praise commend laud forgive charge",
      ],
      ["from", "prevent stop keep prohibit ban bar block dissuade deter discourage hinder restrain preclude exclude"],
      ["with", "charge credit"],
      ["into", "pressure coerce trick talk force lure persuade bully push scare cajole"],
      ["in", "assist help support aid back join"],
      ["against", "warn caution"],
    ] as const
  ).map(([preposition, verbs]): [string, ReadonlySet<string>] => [preposition, new Set(verbs.split(" "))]),
);

/** Verbs of saying and thinking that a clause may follow, or be pushed into, without "that": "Russia, officials say, has sold jets". */
export const SAYING_VERBS: ReadonlySet<string> = new Set(
  "say tell add note state claim announce report insist argue contend believe think suspect allege suggest warn write know hope fear".split(
    " ",
  ),
);

/** Verbs whose object does what the bare infinitive behind it says: "saw Serbia and Iran sell drones". */
export const PERCEIVING_VERBS: ReadonlySet<string> = new Set("see watch hear let make have help".split(" "));
