/**
 * Words by which the content of a neutral cue ("said that …") shows its stance. Closed or slowly growing classes only, each used in one syntactic place that its
 * comment names; sources: the appraisal classes of VerbNet (judgment 33, admonish 37.9, conspire and deceive verbs) by memory of their members,
 * the deontic and epistemic adjectives of Huddleston & Pullum (2002, ch. 3 and 11), and the rulings in the annotation rules.
 */
const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

/** Heads of "the …" that stand for the speaker's own side in reported speech: "the kingdom had no part in it". */
export const SELF_NOUNS: ReadonlySet<string> = words(
  "kingdom country island nation republic government army military ministry group movement alliance bloc union company party militia organization organisation administration state regime emirate sultanate federation commonwealth agency embassy cabinet",
);

/** Nouns of having to do with something, after "had no", "bore no", "played no": their negation denies ("no role in", "no knowledge of"). */
export const INVOLVEMENT_NOUNS: ReadonlySet<string> = words(
  "involvement role part hand connection link knowledge responsibility intention intent tie relation relationship complicity participation share plan ambition design association contact presence troop soldier force base military personnel weapon",
);
/** Predicates of the same after a negated copula: "was not involved", "is not behind". */
export const INVOLVED: ReadonlySet<string> = words(
  "involved behind responsible aware linked connected complicit implicated party associated participating seeking planning preparing pursuing trying attempting aiming supplying sending providing developing building arming funding financing supporting helping training recruiting targeting interfering meddling using blocking occupying fighting selling hosting enriching violating attacking bombing starving deliberately guilty liable culpable",
);
/** Acts that nobody puts down to a speaker unless to blame him; besides the deniable acts of the cue table. */
export const DISOWNED_ACTS: ReadonlySet<string> = words(
  "kill shoot hit bomb cross enter intrude interfere meddle order authorize authorise commit torture detain kidnap abduct hack steal recruit train finance assist help receive accept pay offer promise agree threaten plan take participate play harbour harbor shelter allow permit arrest poison sink ram block shut station base operate involve employ smuggle plant stage provoke break abandon betray lie",
);
/** What a "no …" subject may be said to have done or suffered without anybody having been blamed: casualties and findings are facts. */
export const UNBLAMED: ReadonlySet<string> = words(
  "injure wound hurt kill die damage report find detect record survive expect make reach sign hold schedule announce need require exist happen occur set fix change agree elect see hear know",
);

/** After a modal of the speaker's own side: no pledge, for nobody has it in hand. */
export const NO_PLEDGE: ReadonlySet<string> = words(
  "announce say tell discuss budge see know suffer lose need benefit die hope want like prefer be fear face think appreciate include involve feature consist comprise last cost mark",
);
/** With an own future: an answer to somebody else's act. With a condition, spoken or hidden in "any", it warns. */
export const ANSWERING: ReadonlySet<string> = words("respond react reply act retaliate counter intervene answer reciprocate");
/** Objects of "take" that answer an act. */
export const ANSWERS: ReadonlySet<string> = words("countermeasure measure step action retaliation revenge");
/** Armed acts: promised against somebody they threaten ("would carry out more strikes"). */
export const ARMED_ACTS: ReadonlySet<string> = words(
  "strike attack operation raid assault offensive bombardment airstrike bombing retaliation revenge",
);
export const LAUNCHING: ReadonlySet<string> = words(
  "carry conduct launch mount continue intensify step expand resume escalate stage keep execute wage",
);
/** What is done to the other side by a threat; passive, or active with the speaker's side as its subject. */
export const HARMING: ReadonlySet<string> = words(
  "attack destroy annihilate punish crush bomb invade obliterate avenge hit eliminate kill wipe strike target shoot sink burn exterminate flatten erase bury slaughter smash pulverize pulverise liquidate hang overrun defeat turn raze hunt retaliate",
);
/** What the other side will do or feel under a threat. */
export const SUFFERING: ReadonlySet<string> = words("pay regret rue bleed perish suffer");

/** Official acts in the passive future: whoever announces them has them in hand ("the ambassador would be recalled"). */
export const OFFICIAL_ACTS: ReadonlySet<string> = words(
  "recall close shut reopen withdraw reinforce deploy deliver supply expel suspend extend lift impose strengthen increase raise cut reduce keep retain maintain release send provide transfer dispatch mobilize mobilise station build double halt freeze seize prosecute investigate bolster expand upgrade train equip donate allocate review restore scrap cancel reverse abolish ban establish create set appoint repatriate return evacuate rebuild finance fund",
);
/** Going on: "deliveries would continue". Of wars and quarrels it is a forecast. */
export const GOING_ON: ReadonlySet<string> = words("continue resume proceed begin start stay remain go last");
export const QUARRELS: ReadonlySet<string> = words(
  "war fighting conflict attack violence crisis tension clash unrest protest strike shelling battle talk negotiation search toll drought rain price inflation situation trend storm fire work",
);

/** After "must", "should": what somebody is asked to end or to face. */
export const ENDING: ReadonlySet<string> = words(
  "stop end cease halt finish face answer go leave withdraw come return resume pull free pay",
);
/** Of these a "must" or "should" says what is likely or what the hearer may note, not what is asked. */
export const NO_DEMAND: ReadonlySet<string> = words(
  "note remember recall say mention stress understand expect complete finish recognize recognise see read regard consider add",
);
/** "It is vital that": deontic adjectives that take a clause. */
export const NEEDFUL: RegExp =
  /^(?:[^.;]{0,90}, )?\W*(?:and |but |so )?\W*(?:it(?: is|[’']s| was| remains| remained| would be) (?:\w+ ){0,2}(?:essential|vital|imperative|necessary|crucial|urgent|indispensable|paramount|incumbent)|it(?: is|[’']s| was) (?:\w+ )?(?:high |past )?time) (?:on|upon|that|for|to)\b|^\W*there (?:must|should|has to|needs? to|had to) be\b/iu;

/** Nothing known yet: "it was still unclear who", "it was too early to say", "did not know where". */
export const UNKNOWN: RegExp =
  /^\W*(?:it|that|this|what \w+|who \w+|the \w+) (?:is|was|remains|remained|[’']s) (?:\w+ ){0,2}(?:unclear|unknown|uncertain|undetermined|unconfirmed|(?:not|n[’']t) (?:\w+ )?(?:clear|known|certain|possible to (?:say|tell|confirm|verify|determine))|(?:too|far too|much too) (?:early|soon) to (?:say|tell|know|judge|conclude|determine|confirm|speculate|assess|draw)|premature to (?:say|speculate|conclude|judge)|impossible to (?:say|tell|verify|confirm|determine|know))\b/iu;
/** "Cannot be independently verified", "could not be confirmed": what nobody has been able to check. */
export const UNVERIFIED: RegExp =
  /\b(?:can|could|has|have|had) ?(?:not|n[’']t)(?: yet| so far)? be(?:en)? (?:(?:independently|immediately|fully|yet|reliably|definitively) )?(?:verified|confirmed|corroborated|authenticated|established|ascertained|substantiated)\b/iu;
/** The same of oneself, after an own subject. */
export const UNKNOWING: RegExp =
  /\b(?:(?:do|does|did|could|can|would) ?(?:not|n[’']t) (?:yet )?(?:know|say|tell|confirm|verify|determine)|unable to (?:say|confirm|verify|determine)|no (?:\w+ )?information) (?:\w+ )?(?:who|whether|if|where|what|why|how|when|which|that|about|on|of)\b/iu;

/** "Would have grave consequences", "serious consequences would follow". */
export const CONSEQUENCES: RegExp =
  /\b(?:will|would|could|shall|may|might|must) (?:\w+ ){0,2}(?:have|face|bring|bear|carry|entail|invite|suffer|lead to|result in) (?:\w+ ){0,3}(?:consequences|repercussions)\b|\b(?:grave|serious|severe|dire|unpredictable|devastating|irreversible|catastrophic) (?:consequences|repercussions) (?:will|would|could)\b/iu;
/** "Will be met with a resolute response", "would be treated as": an answer to whoever does what the subject names. */
export const MET_WITH: RegExp =
  /\b(?:will|would|shall|[’']ll) (?:\w+ )?be (?:met|answered|responded|countered|confronted|dealt|treated|regarded|considered|deemed|viewed|seen)\b/iu;
export const MET_WITH_FORCE: RegExp =
  /\b(?:force|fire|missiles?|bombs?|bullets?|war|strikes?|annihilation|destruction|iron fist|steel|coffins?|death|hell)\b/iu;
/** Subjects that hold a condition: "any attack would", "a violation will", "further launches would". */
export const CONDITIONAL_SUBJECT: RegExp =
  /^\W*(?:that )?(?:any|anyone|anybody|whoever|every|each|further|more|another|continued|new|an?|those who|all who)\b/iu;
/** What somebody else’s coming act does to peace: a forecast of harm is a warning. */
export const ENDANGERING: ReadonlySet<string> = words(
  "endanger threaten jeopardize jeopardise imperil destabilize destabilise undermine embolden escalate worsen aggravate inflame plunge ignite derail backfire fuel weaken provoke",
);
export const DISASTERS: RegExp =
  /\b(?:will|would|could|may|might|risks?|threatens? to) (?:\w+ ){0,2}(?:lead to|result in|trigger|spark|cause|bring|mean|provoke|unleash|plunge|drag|push|set off|create|be) (?:[\w’'-]+ ){0,5}(?:war|conflict|catastrophe|disaster|famine|escalation|bloodshed|bloodbath|chaos|instability|collapse|arms race|genocide|crisis|suffering|violence|starvation)\b/iu;
export const IF_CLAUSE: RegExp = /\b(?:if|should|in case|in the event|unless|in response to|as long as)\b/iu;

/** Guilt after a copula with somebody else as subject: "Israel was to blame", "Moscow is behind", "they are responsible for". */
export const GUILT: RegExp =
  /^(?:\w+ly )?(?:(?:directly |fully |solely |entirely |partly )?(?:responsible for (?!(?:the |its |their )?(?:security|safety|implement\w+|ensuring|protect\w+|maintain\w+|monitor\w+|border|defen[cs]e|train\w+|operat\w+|supply|enforc\w+|oversee\w+|verif\w+|inspect\w+|guard\w+|about|nearly|most))|responsible\b(?! for)|to blame|behind|guilty|complicit|at fault|culpable|liable)\b)/iu;
/** Verbs whose meaning blames their subject, in direct and indirect speech. */
export const BLAMING: ReadonlySet<string> = words(
  "intrude trespass encroach violate infringe breach flout contravene provoke harass bully coerce sabotage obstruct blackmail meddle interfere collude lie mislead deceive betray brutalize brutalise terrorize terrorise massacre persecute torture plunder loot steal trample renege destabilize destabilise undermine abuse exploit manipulate fabricate conspire murder weaponize weaponise oppress intimidate usurp bribe smear slander starve pretend hijack defy",
);
/** "Using hunger as a weapon", "hides behind civilians". */
export const BLAMING_PHRASE: RegExp =
  /\b(?:us\w+ .{1,40} as (?:a )?(?:weapons?|human shields?|cover|pretext|bargaining chips?|hostages?)|commit\w* (?:\w+ ){0,2}(?:crimes?|atrocit\w+|genocide|aggression|massacres?|abuses|violations?|ethnic)|(?:broke|break\w*|broken) (?:\w+ ){0,3}(?:promises?|ceasefire|truce|law|word|agreement|rules|commitments?)|failed to (?:\w+ )?(?:honou?r|meet|keep|fulfil\w*|implement|abide|comply|live up)|spread\w* (?:\w+ ){0,2}(?:lies|disinformation|propaganda|falsehoods)|(?:tear\w*|tore) (?:at|apart)|in (?:\w+ )?(?:violation|breach|defiance) of)\b/iu;
/** In the speaker's own words: harm done to those whom nobody may harm. */
export const HARMING_INNOCENTS: RegExp =
  /^(?:\W*\w+ ){0,4}?(?:start|unleash|launch|wag|cho[os])\w* (?:this|his|an?|its|the) (?:\w+ ){0,3}(?:war|invasion|aggression)\b|^(?:\W*\w+ ){0,4}?(?:strik|attack|kill|target|bomb|shell|murder|slaughter|hit|starv|gass?|terrori|fir(?:es|ed|ing) (?:on|at))\w* (?:\w+ ){0,3}(?:civilians?|children|women|hospitals?|schools?|innocents?|journalists|(?:its|his|their) own (?:people|citizens|population)|homes|families|worshippers|kindergartens?)\b/iu;
/** Wrongs by name, as the possession of somebody else: "their lies", "the regime’s crimes". */
export const WRONGS: ReadonlySet<string> = words(
  "lie crime atrocity brutality deceit propaganda disinformation barbarity savagery cruelty hypocrisy repression tyranny",
);
/** A crime with its doer: "the crime of aggression … by the state X". */
export const CRIME_BY: RegExp =
  /\b(?:crimes?|genocide|massacres?|aggression|atrocit(?:y|ies)|war crimes|ethnic cleansing)\b.{0,80}\bby\b/iu;
/** Backing by the other side of those who did harm: "who enjoyed backing from", "armed and trained by". */
export const BACKED: RegExp =
  /\b(?:back(?:ed|ing)|sponsor(?:ed|ship)|arm(?:ed)? and|financed|orchestrated|directed|ordered|masterminded|instigated|equipped) (?:\w+ ){0,3}(?:by|from|in)\b/iu;

/** Wrongdoers by their name, as the predicate of an actor: "declared the neighbour an aggressor state". */
export const WRONGDOER: ReadonlySet<string> = words(
  "threat menace danger aggressor pariah sponsor perpetrator bully outlaw criminal terrorist dictator thug tyrant killer murderer rogue enemy hostile invader occupier traitor warmonger liar puppet stooge butcher pirate hypocrite oppressor fascist nazi proxy extremist terrorism terror destabilizing destabilising malign illegitimate adversary accomplice mercenary apartheid genocidal",
);
/** Of these only people and states can be called: they accuse even where the text does not say who it is that bears the name. */
export const PERSONAL_WRONGDOER: ReadonlySet<string> = words(
  "dictator tyrant thug killer murderer butcher liar traitor warmonger puppet stooge aggressor perpetrator pariah oppressor fascist nazi",
);
/** Predicate nouns and adjectives that condemn an act. */
export const CONDEMNABLE: ReadonlySet<string> = words(
  "crime outrage massacre atrocity barbarity barbarism terrorism genocide aggression slaughter carnage abomination disgrace provocation violation farce sham betrayal murder butchery savagery cowardice horrifying horrific outrageous appalling deplorable unacceptable despicable barbaric reprehensible shameful abhorrent heinous inexcusable brutal cruel unconscionable unjustifiable unjustified indefensible intolerable sickening evil vile immoral inhumane inhuman cowardly criminal disgraceful disgusting monstrous repugnant atrocious unprovoked illegitimate illegal unlawful reckless provocative unfair unjust scandalous insult banditry piracy blackmail robbery",
);
/** Predicates that worry. */
export const WORRISOME: ReadonlySet<string> = words(
  "catastrophic dire desperate grim worrying alarming troubling concerning disturbing worrisome regrettable disconcerting disquieting distressing disappointing unsettling perilous grave",
);
/** Predicates that praise what happened. */
export const PRAISEWORTHY: ReadonlySet<string> = words(
  "welcome encouraging admirable commendable gratifying heartening victory success milestone breakthrough triumph achievement affirmation vindication landmark testament heroic courageous exemplary excellent outstanding wonderful magnificent extraordinary remarkable historic invaluable constructive",
);
/** "A step forward", "a great day for", "good news". */
export const PRAISING_PHRASE: RegExp =
  /\b(?:(?:important|major|big|significant|great|positive|historic|crucial|key|decisive|right|first|welcome|bold|necessary) step|step (?:forward|in the right direction|towards? (?:peace|a|lasting|stability|justice))|(?:great|good|historic|happy|proud|wonderful|important) day (?:for|of|in)|(?:good|great|excellent|welcome) news|great success|turning point for (?:peace|the better)|(?:great|true|good|real|close|closest|best|old) (?:ally|friend|partner))\b/iu;
/** Fear and worry as verbs of the content with an own subject: "said she feared that". */
export const WORRYING: ReadonlySet<string> = words("fear worry regret dread lament");
/** Attitudes as verbs and adjectives are cues of their own; these nouns of "our X will not waver" show a will. */
export const UNWAVERING: ReadonlySet<string> = words("waver falter weaken change fade cease diminish yield flinch tire end");

/** Cue verbs after which a bare form is a mandative subjunctive: "insisted that the ratio be increased". */
export const MANDATIVE: ReadonlySet<string> = words(
  "insist insistence demand stipulate stress reiterate say argue maintain state urge recommend request ask decree rule",
);
/** Probability in the predicate of what somebody else does: a forecast or a guess. */
export const LIKELY: RegExp =
  /\b(?:(?:is|are|was|were|be|been|remain|remains|seems?|looks?) (?:\w+ )?(?:un)?likely|(?:very |most )?(?:probably|presumably)|(?:is|are|was|were) (?:widely )?expected to|in doubt)\b/iu;

/** "There is no justification for": what can't be excused is condemned. */
export const NO_EXCUSE: RegExp =
  /^\W*(?:and |but )?there (?:is|was|can be|could be|will be) (?:\w+ )?no (?:\w+ )?(?:justification|excuse)\b/iu;
export const WITH_CONCERN: RegExp = /\bwith (?:\w+ ){0,2}(?:concern|alarm|dismay|anxiety|unease)\b/iu;
/** "Has the right to defend itself", "is entitled to choose": said of somebody else it takes his side. */
export const RIGHTFUL: RegExp =
  /^(?:\w+ ){0,3}(?:right (?:to|of) (?:\w+ )?(?:defend|exist|choose|self|live|decide|determine)|entitled to)/iu;
export const VALOUR: RegExp =
  /\b(?:with|shown|showed|displayed|demonstrated|inspired) (?:[\w’']+ ){0,4}(?:bravery|courage|heroism|valou?r|distinction|honou?r|resilience|dignity|professionalism|generosity)\b/iu;
/** Dangers as subjects, and verbs by which they become greater. */
export const PERILS: ReadonlySet<string> = words("threat risk danger peril menace");
export const GROWING: ReadonlySet<string> = words("grow increase rise mount intensify multiply evolve worsen escalate spread");
/** "Would be catastrophic", "will be a grave mistake". */
export const CATASTROPHIC: RegExp =
  /^(?:an? )?(?:\w+ )?(?:catastroph\w+|disast\w+|devastating|suicidal|dangerous|mistake|miscalculation|calamit\w+|tragedy|disaster)\b/iu;
