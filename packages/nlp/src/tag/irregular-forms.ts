/** Irregular verbs: base, then its other forms as `form/TAG+TAG`. Forms that the rules of lemma.ts get right are not listed. Source: any grammar. */
const VERBS = `
arise arose arisen|awake awoke awoken|bear bore borne born|beat beaten|become became|befall befell befallen|begin began begun|behold beheld
bend bent|bid bade bidden|bind bound|bite bit bitten|bleed bled|blow blew blown|break broke broken|breed bred|bring brought|build built|burn burnt
buy bought|catch caught|choose chose chosen|cling clung|come came|creep crept|deal dealt|dig dug|do did done does|draw drew drawn|dream dreamt
drink drank drunk|drive drove driven|dwell dwelt|eat ate eaten|fall fell fallen|feed fed|feel felt|fight fought|find found|flee fled|fling flung
fly flew flown|forbid forbade forbidden|forecast|foresee foresaw foreseen|forget forgot forgotten|forgive forgave forgiven|forgo forwent forgone
forsake forsook forsaken|freeze froze frozen|get got gotten|give gave given|go went gone goes|grind ground|grow grew grown|hang hung|have had has 've 'd_
hear heard|escape escaped escaping|condone condoned condoning|underlie underlying underlies|purr purred purring|hide hid hidden|hold held|keep kept|kneel knelt|know knew known|lay laid|lead led|lean leant|leap leapt|learn learnt|leave left|lend lent
lie lain lying|light lit|lose lost|make made|mean meant|meet met|mislead misled|mistake mistook mistaken|misunderstand misunderstood|mow mown
outdo outdid outdone|outgrow outgrew outgrown|overcome overcame|overdo overdid overdone|oversee oversaw overseen|overtake overtook overtaken
overthrow overthrew overthrown|partake partook partaken|pay paid|plead pled|prove proven|rebuild rebuilt|redo redid redone|repay repaid|resell resold
retake retook retaken|rewrite rewrote rewritten|ride rode ridden|ring rang rung|rise rose risen|run ran|saw sawn|say said|see saw seen|seek sought
sell sold|send sent|sew sewn|shake shook shaken|shed shed|wed wed|shine shone|shoot shot|show shown|shrink shrank shrunk|sing sang sung|sink sank sunk|sit sat
slay slew slain|sleep slept|slide slid|sling slung|smell smelt|sow sown|speak spoke spoken|speed sped|spell spelt|spend spent|spill spilt|spin spun
spit spat|spoil spoilt|spring sprang sprung|stand stood|steal stole stolen|stick stuck|sting stung|stink stank stunk|stride strode|strike struck stricken
strive strove striven|swear swore sworn|sweep swept|swell swollen|swim swam swum|swing swung|take took taken|teach taught|tear tore torn|tell told
think thought|throw threw thrown|tread trod trodden|undergo underwent undergone|underlie underlain|understand understood|undertake undertook undertaken
undo undid undone|uphold upheld|wake woke woken|wear wore worn|weave wove woven|weep wept|win won|wind wound|withdraw withdrew withdrawn
withhold withheld|withstand withstood|wring wrung|write wrote written|add added adding|die died dying|tie tied tying|lie lied|vie vied vying|unite united uniting|go gon|want wan|dye dyeing|singe singeing|program programmed programming
focus focused focusing focuses|target targeted targeting|benefit benefited benefiting|bias biased|veto vetoes vetoed vetoing|echo echoes echoed echoing
travel travelled travelling|cancel cancelled cancelling|signal signalled signalling|control controlled controlling|fuel fuelled fuelling|model modelled modelling
level levelled levelling|label labelled labelling|counsel counselled counselling|equal equalled equalling|rival rivalled rivalling|total totalled totalling
patrol patrolled patrolling|channel channelled channelling|propel propelled propelling|compel compelled compelling|expel expelled expelling|excel excelled excelling
repel repelled repelling|dispel dispelled dispelling|quarrel quarrelled quarrelling|unveil unveiled unveiling|traffic trafficked trafficking|panic panicked panicking
mimic mimicked mimicking|picnic picnicked picnicking|quit quitting|equip equipped equipping|ship shipped shipping|zigzag zigzagged zigzagging|agree agreed agreeing
free freed freeing|flee fleeing|guarantee guaranteed guaranteeing|see seeing|decree decreed decreeing|oversee overseeing|foresee foreseeing|disagree disagreed disagreeing
be am is are was were been being 's 're 'm`;

const NOUNS = `
man men|woman women|child children|foot feet|tooth teeth|goose geese|mouse mice|person people|ox oxen|serviceman servicemen|crisis crises|analysis analyses
base bases|thesis theses|hypothesis hypotheses|axis axes|diagnosis diagnoses|emphasis emphases|oasis oases|parenthesis parentheses|phenomenon phenomena
criterion criteria|medium media|datum data|bacterium bacteria|stratum strata|addendum addenda|memorandum memoranda|referendum referenda|nucleus nuclei
stimulus stimuli|fungus fungi|alumnus alumni|syllabus syllabi|focus foci|radius radii|index indices|appendix appendices|matrix matrices|vertex vertices
life lives|knife knives|wife wives|half halves|self selves|shelf shelves|leaf leaves|loaf loaves|thief thieves|wolf wolves|calf calves|hoof hooves
ourselves ourselves|themselves themselves|yourselves yourselves|hero heroes|potato potatoes|tomato tomatoes|veto vetoes|cargo cargoes|torpedo torpedoes|embargo embargoes|echo echoes
series series|species species|means means|headquarters headquarters|news news|crossroads crossroads|barracks barracks|arms arms|forces force|corps corps
economics economics|politics politics|physics physics|mathematics mathematics|logistics logistics|ethics ethics|statistics statistic|thanks thanks|proceeds proceeds
clothes clothes|remains remains|outskirts outskirts|earnings earnings|belongings belonging|goods goods|hostilities hostility|aircraft aircraft|spacecraft spacecraft
movie movies|cookie cookies|zombie zombies|rookie rookies|calorie calories|genie genies|pie pies|tie ties|lie lies|die dice|bus buses|gas gases|virus viruses|campus campuses|bonus bonuses
status statuses|census censuses|lens lenses|plus pluses|surplus surpluses|apparatus apparatuses|consensus consensuses|corpus corpora|bias biases|atlas atlases|canvas canvases|alias aliases
quiz quizzes|axe axes_|cache caches|ache aches|headache headaches|niche niches|avalanche avalanches|psyche psyches|creche creches|shoe shoes|toe toes|foe foes|canoe canoes`;

const COMPARED = `good better best|bad worse worst|far further furthest farther farthest|old elder eldest|big bigger biggest|large larger largest
late later latest|close closer closest|safe safer safest|wide wider widest|fine finer finest|nice nicer nicest|strange stranger strangest|brave braver bravest|wise wiser wisest|simple simpler simplest
able abler ablest|rare rarer rarest|sure surer surest|pure purer purest|true truer truest|free freer freest|white whiter whitest|rude ruder rudest|severe severer severest|huge huger hugest|loose looser loosest
humble humbler humblest|gentle gentler gentlest|noble nobler noblest|early earlier earliest|tall taller tallest|small smaller smallest|full fuller fullest|dull duller dullest|cruel crueller cruellest|near nearer nearest`;

function table(text: string): ReadonlyMap<string, string> {
  const map = new Map<string, string>();
  for (const row of text.trim().split(/[|\n]/)) {
    const [base, ...forms] = row.trim().split(" ");
    for (const form of forms) if (!form.endsWith("_") && !map.has(form)) map.set(form, base!.replace(/_$/, ""));
  }
  return map;
}

/** Past participles that are not past tenses too. */
export const IRREGULAR_PARTICIPLES: ReadonlySet<string> = new Set(
  `arisen awoken beaten become been begun bitten blown broken chosen come done drawn driven drunk eaten fallen flown forbidden foreseen forgiven forgotten
  forsaken frozen given gone grown hidden known lain mistaken outdone outgrown overcome overrun overseen overtaken overthrown proven ridden risen run rung
  seen sewn shaken shown shrunk slain sown spoken stolen striven sung sunk swollen sworn swum taken thrown torn trodden undergone undertaken undone
  withdrawn woken worn woven written`.split(/\s+/),
);

/** Irregular verb form → base. */
export const IRREGULAR_VERBS: ReadonlyMap<string, string> = table(VERBS);
/** Irregular plural → singular. */
export const IRREGULAR_NOUNS: ReadonlyMap<string, string> = table(NOUNS);
/** Irregular comparative or superlative → positive. */
export const IRREGULAR_COMPARISON: ReadonlyMap<string, string> = table(COMPARED);
