import type { Frame } from "./frame.ts";

/** Who strikes, takes, kills or fights whom. */
export const ATTACK_FRAMES: readonly Frame[] = [
  {
    // Bringing down what flies or floats is an attack on it, never a test of it.
    rule: "Attack.down",
    type: "Attack",
    verbs:
      "shoot_down shot_down bring_down down intercept take_down knock_down knock_out take_out neutralise neutralize destroy sink scuttle torpedo cripple ram disable obliterate repel swat_down gun_down blow_up wipe_out hole board",
    roles: { actor: "assailant: agent", target: "victim: theme", instrument: "weapon: with using" },
    needs: "target actor",
  },
  {
    rule: "Attack.downed",
    type: "Attack",
    verbs: "shoot_down bring_down down intercept torpedo sink",
    roles: { actor: "assailant: agent by", target: "victim: theme", instrument: "weapon: with using by agent" },
    needs: "target",
    passive: true,
  },
  {
    rule: "Attack.attack",
    type: "Attack",
    verbs:
      "attack bomb bombard invade raid assault ambush shell strafe torpedo besiege storm blitz overrun annex occupy massacre assassinate kidnap abduct dynamite blow_up gun_down machine-gun firebomb behead lynch terrorize terrorise brutalize brutalise persecute counterattack retaliate_against dive-bomb carpet-bomb nuke gas poison ransack pillage rape hijack hack",
    roles: { actor: "assailant: agent", target: "victim~: theme on", instrument: "weapon: with using" },
    needs: "actor target",
    unless: "seat chair throne",
  },
  {
    rule: "Attack.target",
    type: "Attack",
    verbs: "target",
    roles: { actor: "assailant: agent", target: "victim: theme", instrument: "weapon: with using" },
    needs: "actor target",
    predicate: true,
    unless:
      "sanction sanctions tariff embargo law policy programme program campaign inflation elite oligarch evader enabler network sector industry company bank export revenue entity individual facilitator financier procurement authority trade audience voter customer market supplier importer exporter",
  },
  {
    rule: "Attack.suffer",
    type: "Attack",
    verbs:
      "attack bomb bombard invade raid assault ambush shell torpedo besiege massacre assassinate kidnap abduct dynamite blow_up gun_down machine-gun firebomb murder behead lynch",
    roles: { actor: "assailant: agent by", target: "victim~: theme", instrument: "weapon: with using" },
    needs: "target",
    passive: true,
  },
  {
    rule: "Attack.strike",
    type: "Attack",
    verbs: "strike hit pound destroy hammer pummel rocket blast level raze damage strike_back hit_back",
    roles: { actor: "assailant: agent", target: "struck~: theme at against on", instrument: "weapon: with using agent" },
    needs: "actor target",
    unless: "deal agreement balance accord pact chord tone snag sanction message",
  },
  {
    // "the house was hit before dawn": buildings are hit by nobody but those who strike them, storms apart
    rule: "Attack.was-hit",
    type: "Attack",
    verbs: "hit strike pound shell target",
    roles: { target: "works: theme" },
    needs: "target",
    passive: true,
    slots: "!agent !by",
  },
  {
    // "launched 90 drones in an overnight attack": the blow is in the phrase behind
    rule: "Attack.loosed-in",
    type: "Attack",
    verbs: "fire launch send",
    roles: { actor: "assailant: agent", instrument: "weapon: theme", target: "struck: in>on in>against during>on" },
    item: "theme: weapon",
    needs: "actor instrument",
    slots: "in during",
    beside: "attack strike raid barrage assault salvo bombardment",
  },
  {
    // "the firing of a dozen missiles at two bases"
    rule: "Attack.firing",
    type: "Attack",
    nouns: "firing",
    roles: {
      actor: "assailant: poss by support mod from",
      instrument: "weapon: of mod",
      target: "struck~: at into against towards toward on",
    },
    item: "of mod: weapon",
    needs: "instrument",
    slots: "at into against towards toward on",
  },
  {
    // "are already engaging in combat alongside the Russian army": they fight, whoever it is against
    rule: "Attack.combat",
    type: "Attack",
    nouns: "combat fighting hostilities combat_operation battle",
    roles: { actor: "assailant: support governor", target: "enemy: against with", place: "place: in at near" },
    needs: "actor",
    under: "engage enter join participate take",
  },
  {
    // "Israel intercepted the missiles launched by Iran": shot at whoever had to bring them down
    rule: "Attack.loosed",
    type: "Attack",
    verbs: "fire launch send shoot drop",
    roles: { actor: "assailant: agent", instrument: "weapon: theme", target: "victim: at against into toward towards over interceptor" },
    item: "theme: weapon",
    needs: "actor",
    slots: "interceptor",
  },
  {
    // "Hamas fired rockets", "the rebels used artillery in the city": whoever fights without a state fires at somebody
    rule: "Attack.fire-by-rebels",
    type: "Attack",
    verbs: "fire launch lob use shoot",
    roles: {
      actor: "militia: agent",
      instrument: "weapon: theme",
      target: "struck~: at on into against toward towards upon",
      place: "place: in from",
    },
    item: "theme: weapon",
    needs: "actor instrument",
    predicate: true,
  },
  {
    rule: "Attack.fire",
    type: "Attack",
    verbs: "fire launch shoot lob hurl unleash rain drop",
    roles: { actor: "assailant: agent", instrument: "weapon: theme", target: "struck~: at on into against toward towards upon" },
    needs: "actor",
    slots: "at on into against toward towards upon",
    beside: "@weapon",
  },
  {
    // "fired water cannon at", "opened fire on": whoever shoots at somebody attacks, with whatever it is.
    rule: "Attack.fire-at",
    type: "Attack",
    verbs: "fire shoot open_fire",
    roles: { actor: "assailant: agent", target: "victim~: at on upon toward towards" },
    needs: "actor target",
    slots: "at on upon toward towards",
  },
  {
    // No law takes hostages.
    rule: "Attack.take-hostage",
    type: "Attack",
    verbs: "take hold",
    roles: { actor: "assailant: agent", target: "victim: theme" },
    needs: "target",
    slots: "theme",
    beside: "hostage hostages captive",
  },
  {
    rule: "Attack.siege",
    type: "Attack",
    nouns: "siege blockade encirclement",
    roles: { actor: "assailant: support poss by", target: "victim~: to of on against burdened" },
    needs: "target",
  },
  {
    rule: "Attack.clash",
    type: "Attack",
    nouns: "clash fighting firefight skirmish hostilities gunfight shootout fire gunfire battle combat shelling",
    roles: { actor: "assailant: between", target: "assailant: between", place: "place: in at near along on" },
    needs: "actor*2 target*2",
    // A cease-fire is the end of one.
    unless: "cease ceasing",
  },
  {
    // "Hezbollah and Israel exchanged fire": each shoots at the other
    rule: "Attack.exchange",
    type: "Attack",
    nouns: "fire gunfire shelling artillery_fire strike blow shot airstrike rocket",
    roles: { actor: "assailant: support between", target: "assailant: support between", place: "place: in at near along on across" },
    needs: "actor*2 target*2",
    under: "exchange trade swap",
  },
  {
    rule: "Attack.clash-with",
    type: "Attack",
    nouns: "clash firefight skirmish gunfight shootout battle fighting",
    roles: { actor: "assailant: support poss by", target: "enemy: with against", place: "place: in at near along" },
    needs: "actor target",
    unless: "legal court uphill political",
  },
  {
    rule: "Attack.use-of",
    type: "Attack",
    nouns: "use employment",
    roles: { actor: "assailant: poss by support", target: "victim: against on", instrument: "weapon: of", place: "place: in" },
    item: "of: weapon",
    needs: "actor|target instrument",
    unless: "peaceful",
  },
  {
    rule: "Attack.take-towns",
    type: "Attack",
    verbs: "take retake recapture conquer",
    roles: { actor: "assailant: agent", target: "spot: theme including" },
    needs: "actor target",
    unless: "place part step action seat lead turn measure office note time effect side care charge",
  },
  {
    rule: "Attack.take-control",
    type: "Attack",
    verbs: "seize_control take_control gain_control wrest_control regain_control",
    roles: { actor: "assailant: agent", target: "place~: of" },
    needs: "actor target",
  },
  {
    // "militants seized the embassy": what somebody breaks into is attacked; police lay hands on people and goods
    rule: "Attack.seize-works",
    type: "Attack",
    verbs: "seize storm capture overrun occupy",
    roles: { actor: "assailant: agent", target: "works: theme" },
    needs: "actor target",
  },
  {
    rule: "Attack.take",
    type: "Attack",
    verbs: "capture seize liberate recapture retake encircle overrun blockade",
    roles: { actor: "assailant: agent", target: "place: theme" },
    needs: "actor target",
    unless: "vessel ship tanker",
  },
  {
    rule: "Attack.kill",
    type: "Attack",
    verbs: "kill murder slaughter execute wound injure torture harass blow_up",
    roles: { actor: "assailant: agent", target: "victim: theme" },
    needs: "actor target",
    unless: "plan order strategy program operation deal",
  },
  {
    rule: "Attack.harm",
    type: "Attack",
    verbs: "kill murder wound injure destroy damage hit strike target rock pound level devastate flatten",
    roles: { actor: "actor: @agent wielder", target: "victim: theme", instrument: "weapon: agent" },
    needs: "target",
    subject:
      "strike airstrike attack bombing bombardment shelling raid blast missile rocket drone bomb shell explosion offensive fire gunfire jet warplane aircraft helicopter tank artillery mortar barrage salvo assault fighting clash crackdown projectile munition airstrikes shooting ambush mine",
  },
  {
    rule: "Attack.explode",
    type: "Attack",
    verbs: "explode detonate go_off set_off hurl throw lob",
    roles: { actor: "assailant: agent", instrument: "weapon: theme agent", target: "victim~: at in near outside against inside under on" },
    item: "theme agent: weapon",
    needs: "target",
    unless: "test underground",
  },
  {
    // "Indian and Chinese troops clashed": nobody else is named, so they fight each other
    rule: "Attack.fight-each-other",
    type: "Attack",
    verbs: "clash fight battle skirmish",
    roles: { actor: "assailant: agent between", target: "assailant: agent between", place: "place: in at near along on" },
    needs: "actor*2 target*2",
    slots: "!theme !against !with !alongside !over !for",
    unless: "terrorism corruption disease climate crime pandemic trafficking poverty",
  },
  {
    rule: "Attack.fight",
    type: "Attack",
    verbs: "fight battle clash",
    roles: { actor: "actor: agent", target: "enemy: against with theme", place: "place: in at near" },
    needs: "actor target|place",
    unless: "terrorism corruption disease climate crime pandemic trafficking poverty",
    slots: "against with in theme alongside",
  },
  {
    // "used chlorine gas in Douma", "threatened to use nuclear weapons": such arms are never shown but used on somebody
    rule: "Attack.use-forbidden",
    type: "Attack",
    verbs: "use employ",
    roles: { actor: "assailant: agent", target: "victim: against on", instrument: "weapon: theme", place: "place: in at" },
    item: "theme: weapon",
    needs: "actor instrument",
    beside: "chemical chlorine sarin gas nerve nuclear cluster phosphorus biological mustard novichok",
    unless: "technology material energy",
  },
  {
    // "used water cannons against Philippine boats": what coast guards fight with is no weapon by itself
    rule: "Attack.water-cannon",
    type: "Attack",
    verbs: "use employ turn fire aim direct",
    roles: { actor: "assailant: agent", target: "victim: against on at" },
    needs: "actor target",
    beside: "cannon cannons",
  },
  {
    rule: "Attack.use",
    type: "Attack",
    verbs: "use employ deploy unleash",
    roles: { actor: "assailant: agent", target: "victim: against on", instrument: "weapon: theme" },
    item: "theme: weapon",
    needs: "actor target",
  },
  {
    // "an armed attack on either party": the words of treaties, a happening only where somebody carries it out.
    rule: "Attack.armed",
    type: "Attack",
    nouns: "armed_attack",
    roles: { actor: "assailant: poss by support", target: "victim~: on against of", place: "spot: in at" },
    needs: "actor target",
  },
  {
    rule: "Attack.noun-in",
    type: "Attack",
    nouns:
      "attack strike bombing airstrike bombardment shelling assault raid missile_attack air_strike drone_strike massacre offensive incursion air_raid offensive_operation ground_operation onslaught",
    roles: {
      actor: "assailant: poss by blamed support mod",
      target: "victim: harmed",
      place: "spot: in at",
      instrument: "weapon: with mod",
    },
    needs: "actor place",
    slots: "!on !against !of !upon in at",
  },
  {
    rule: "Attack.noun",
    type: "Attack",
    nouns:
      "kidnapping abduction assassination murder killing slaying attack strike invasion aggression hostilities bombing airstrike bombardment shelling assault raid offensive incursion ambush massacre air_raid onslaught counterattack missile_attack air_strike drone_strike besiegement dynamiting blowing_up military_action military_operation counteroffensive reprisal retaliation bombing_campaign air_campaign barrage salvo missile_strike genocide atrocity pogrom beheading rocket_fire shootdown torture persecution strafing assassination_attempt",
    roles: {
      actor: "assailant: poss by blamed support mod from striker",
      target: "^victim~: on against of targeting upon toward towards into in the direction of harmed inside within burdened",
      instrument: "weapon: with mod",
    },
    needs: "actor|target",
    unless: "cyber heart personal verbal labor hunger simulate rehearse practise practice",
  },
  {
    // "the regime's brutal actions against the people": acts that only their adjective makes attacks
    rule: "Attack.acts",
    type: "Attack",
    nouns:
      "hostile_act hostile_action aggressive_action aggressive_act brutal_action violent_action violent_act terrorist_act terrorist_action terrorist_activity military_operation",
    roles: { actor: "assailant: poss by support mod of", target: "victim~: on against" },
    needs: "actor target",
  },
  {
    // "The base came under rocket fire": fire without its weapon is only harsh words
    rule: "Attack.under-fire",
    type: "Attack",
    nouns: "fire gunfire",
    roles: { actor: "assailant: by from mod", target: "victim: burdened on at", instrument: "weapon: mod" },
    needs: "target",
    beside: "rocket artillery mortar gun heavy sniper enemy hostile small-arms arms tank machine shell missile drone air anti-aircraft",
  },
  {
    // An occupation that nobody is said to carry out is a state of affairs.
    rule: "Attack.occupation",
    type: "Attack",
    nouns: "occupation annexation crackdown repression",
    roles: { actor: "assailant: poss by support mod", target: "victim~: of on against" },
    needs: "actor target",
  },
  {
    // "Russia's seizure of Crimea": places are conquered, whatever courts do to people and goods
    rule: "Attack.seizure",
    type: "Attack",
    nouns: "seizure capture conquest recapture",
    roles: { actor: "assailant: poss by support mod", target: "place: of" },
    needs: "actor target",
  },
  {
    rule: "Attack.cyber",
    type: "Attack",
    nouns: "cyberattack cyber_attack cyber-attack hack hacking cyber_operation cyber_intrusion",
    roles: { actor: "assailant: poss by support mod from", target: "victim: on against of targeting into" },
    needs: "actor target",
  },
  {
    rule: "Attack.crime",
    type: "Attack",
    verbs: "commit perpetrate carry_out",
    roles: { actor: "assailant: agent", target: "victim~: against on", place: "place: in at" },
    needs: "actor target|place",
    beside: "crime crimes atrocity atrocities genocide massacre massacres aggression abuses killings provocation provocations",
  },
  {
    rule: "Attack.war",
    type: "Attack",
    nouns: "war warfare",
    roles: { actor: "actor: poss mod by support", target: "struck: on against in with" },
    needs: "actor target",
    unless: "civil cold crime trade word world",
  },
];
