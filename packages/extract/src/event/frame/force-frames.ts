import type { Frame } from "./frame.ts";

/** What is deployed without anybody marching: tools, money, technology, words. */
const DEPLOYED_OTHERWISE =
  "argument rhetoric reserve resource fund tool measure power capability technology innovation infrastructure energy vaccine solution network software reactor renewable cryptography broadband 5g 6g network ran open-ran telecommunications cable internet ai model application research clean charger station diplomacy";

/** Forces that are sent, stationed or trained: deployments and exercises. */
export const FORCE_FRAMES: readonly Frame[] = [
  {
    rule: "Deployment.deploy",
    type: "Deployment",
    verbs: "deploy redeploy station base",
    roles: {
      actor: "actor: agent commander",
      force: "force: theme",
      destination: "theatre: to in into at on near along",
      recipient: "actor: with",
    },
    needs: "actor|force",
    unless:
      "argument rhetoric reserve resource fund tool measure power capability technology cryptography broadband software 5g 6g network",
  },
  {
    // "sending HMS Trent to Guyana": a ship with a name of its own is not given away
    rule: "Deployment.named-ship",
    type: "Deployment",
    verbs: "send dispatch deploy order sail divert",
    roles: { actor: "actor: agent", force: "force: theme", destination: "theatre: to into toward towards off near" },
    item: "theme: weapon",
    needs: "actor destination",
    slots: "to into toward towards off near",
    beside: "uss hms hmcs hmas hmnzs roks",
  },
  {
    rule: "Deployment.send",
    type: "Deployment",
    verbs: "send dispatch move provide commit contribute pledge rush withdraw_from",
    roles: { actor: "actor: agent @theme", force: "force: theme", destination: "theatre: to in into", recipient: "actor: to" },
    item: "theme: troops",
    needs: "actor",
    unless: "message signal letter",
  },
  {
    // Arms that stay one's own where they go: "moved nuclear weapons to Belarus", "positioned missiles near the border".
    rule: "Deployment.position",
    type: "Deployment",
    verbs:
      "move relocate position install mass reposition forward-deploy pre-position preposition park bring drag introduce concentrate amass",
    roles: { actor: "actor: agent", force: "force: theme", destination: "theatre: to in into on at near along around off" },
    item: "theme: weapon troops craft",
    needs: "actor destination",
  },
  {
    // Aircraft and ships sent into somebody's air or waters are there, whoever owns the place.
    rule: "Deployment.sortie",
    type: "Deployment",
    verbs: "send fly sail dispatch scramble deploy order",
    roles: {
      actor: "actor: agent",
      force: "force: theme",
      destination: "theatre~: into near around over off through toward towards across inside",
    },
    item: "theme: craft troops",
    needs: "actor destination",
    slots: "into near around over off through toward towards across inside",
  },
  {
    // A ship sent to a place goes there; only one sent to a state may be a gift.
    rule: "Deployment.call",
    type: "Deployment",
    verbs: "send dispatch bring sail order steer divert return",
    roles: { actor: "actor: agent", force: "force: theme", destination: "waters: to into in" },
    item: "theme: craft",
    needs: "actor destination",
  },
  {
    // Ships and aircraft that go somewhere are sent there by whose they are.
    rule: "Deployment.pass",
    type: "Deployment",
    verbs: "fly sail patrol transit cross enter move",
    roles: {
      actor: "actor: agent",
      force: "force: agent",
      destination: "theatre: near over into through around off theme along across to",
    },
    item: "agent: craft troops",
    needs: "actor destination",
    unless: "talk service force negotiation agreement",
    predicate: true,
  },
  {
    // "British troops arrived in Estonia", "the carrier called at Busan"
    rule: "Deployment.arrive",
    type: "Deployment",
    verbs: "arrive dock land deploy moor anchor",
    roles: { actor: "actor: @agent agent", force: "force: agent", destination: "theatre: in at to on off" },
    item: "agent: craft troops",
    needs: "actor destination",
    unless: "aid food relief cargo passenger evacuation talk delegation",
    predicate: true,
  },
  {
    // "Australian personnel will embed with the Royal Navy"
    rule: "Deployment.embed",
    type: "Deployment",
    verbs: "embed",
    roles: { actor: "actor: @agent @theme", force: "force: agent theme", destination: "theatre: with in into within" },
    item: "agent theme: troops",
    needs: "actor destination",
  },
  {
    // "3,000 U.S. forces headed to Poland", "troops bound for the border"
    rule: "Deployment.heading",
    type: "Deployment",
    verbs: "head",
    roles: { actor: "actor: @agent @theme agent", force: "force: agent theme", destination: "theatre: to for toward towards into" },
    item: "agent theme: craft troops",
    needs: "actor|force destination",
    unless: "talk aid cargo delegation",
  },
  {
    // "Russia's military build-up along the border": forces are gathered there
    rule: "Deployment.gathering",
    type: "Deployment",
    nouns: "buildup build-up build_up massing concentration mobilization mobilisation",
    roles: { actor: "actor: poss by of mod support", destination: "theatre: along near on at around in" },
    needs: "actor destination",
    beside: "military troop force",
  },
  {
    rule: "Deployment.have",
    type: "Deployment",
    verbs: "have keep maintain retain host",
    roles: { actor: "actor: agent", force: "force: theme", destination: "theatre: in at on near along across" },
    item: "theme: troops",
    needs: "actor destination",
    slots: "in at on near along across",
  },
  {
    rule: "Deployment.presence",
    type: "Deployment",
    nouns: "presence military_presence troop_presence garrison",
    roles: { actor: "actor: poss mod of support by", destination: "theatre: in at on near along across" },
    needs: "actor destination",
    unless: "diplomatic economic commercial cultural online",
  },
  {
    // "bolstered its troop commitments to Europe": what is committed is troops
    rule: "Deployment.commitment",
    type: "Deployment",
    nouns: "troop_commitment force_commitment troop_contribution troop_level force_level",
    roles: { actor: "actor: poss mod support by of", destination: "theatre: to in on" },
    needs: "actor destination",
  },
  {
    // "begin rotations of bombers to Guam"
    rule: "Deployment.rotation",
    type: "Deployment",
    nouns: "rotation",
    roles: { actor: "actor: support poss by mod means", force: "force: of mod", destination: "theatre: to in into through at" },
    needs: "actor destination",
    unless: "crop presidency chair chairmanship job",
  },
  {
    rule: "Deployment.rotate",
    type: "Deployment",
    verbs: "rotate",
    roles: { actor: "actor: agent", force: "force: theme", destination: "theatre: to in into through" },
    item: "theme: troops craft weapon",
    needs: "actor destination",
  },
  {
    // "two fighters and the frigate were sent to Crete": by whom need not be said
    rule: "Deployment.sent",
    type: "Deployment",
    verbs: "send dispatch deploy scramble",
    roles: { actor: "actor: agent by @theme", force: "force: theme", destination: "theatre: to into near off around" },
    item: "theme: craft troops",
    needs: "force destination",
    passive: true,
  },
  {
    // A council that sets up a force for a country sends it there.
    rule: "Deployment.establish",
    type: "Deployment",
    verbs: "establish create set_up authorize authorise mandate",
    roles: { actor: "body: agent", force: "force: theme", destination: "theatre: in for to" },
    needs: "actor destination",
    slots: "theme",
    beside: "peacekeeping peace-keeping force forces mission contingent interim stabilization stabilisation",
    unless: "task air police reserve labor labour order",
  },
  {
    rule: "Deployment.deployment",
    type: "Deployment",
    nouns: "deployment dispatch stationing redeployment",
    roles: {
      actor: "actor: poss by support mod @of of means",
      force: "force: of mod",
      destination: "theatre: to in into on along near at around",
    },
    needs: "force|destination",
    unless: DEPLOYED_OTHERWISE,
  },
  {
    rule: "Deployment.deployment-of-troops",
    type: "Deployment",
    nouns: "deployment dispatch stationing redeployment",
    roles: { actor: "actor: poss by support mod of means", force: "force: of mod", destination: "theatre: to in into on along" },
    item: "of mod: troops",
    needs: "actor",
  },
  {
    rule: "Deployment.intervention",
    type: "Deployment",
    nouns: "military_intervention",
    roles: { actor: "actor~: poss by under mod support", destination: "place: in" },
    needs: "actor destination",
  },
  {
    rule: "Deployment.join",
    type: "Deployment",
    verbs: "join",
    roles: { force: "force: agent", recipient: "actor: theme", actor: "state: @agent" },
    needs: "force recipient",
    beside: "task force group fleet coalition mission operation",
  },
  // ---- Exercise
  {
    rule: "Exercise.exercise",
    type: "Exercise",
    nouns: "exercise",
    roles: { participant: "+actor: support between with among poss mod by involving of" },
    needs: "participant",
    beside:
      "military joint naval air live-fire tabletop conduct hold stage carry_out begin launch start lead multilateral bilateral trilateral annual army marine war combat large-scale host conclude artillery firing missile-firing oversee guide observe inspect amphibious tactical maritime command-post field combined field-training computer-simulated aerial submarine anti-submarine cyber defensive scheduled planned recent previous upcoming forthcoming regular ongoing take participate join fly",
    unless: "restraint power right",
  },
  {
    // Whoever holds an exercise with somebody else's forces trains with them, whatever it is called.
    rule: "Exercise.with",
    type: "Exercise",
    nouns: "exercise",
    roles: { participant: "+actor: support between with among by involving" },
    needs: "participant*2",
    unless: "restraint power right rights authority sovereignty",
  },
  {
    rule: "Exercise.drill",
    type: "Exercise",
    nouns: "drill war_game wargame manoeuvre maneuver",
    roles: { participant: "+actor: support between with among poss mod by involving of" },
    needs: "participant",
    unless: "oil gas restraint power political diplomatic policy legal electoral parliamentary accounting",
  },
  {
    rule: "Exercise.training",
    type: "Exercise",
    nouns: "training patrol sail passage",
    roles: { participant: "+actor: support between with among poss mod by involving of carrier" },
    needs: "participant*2",
    beside: "joint multilateral bilateral trilateral combined",
  },
  {
    // "a maritime cooperative activity", "flight operations with": what forces do together to train, by its official names
    rule: "Exercise.activity",
    type: "Exercise",
    nouns: "maritime_activity cooperative_activity flight_operation naval_activity sea_activity",
    roles: { participant: "+actor: support between with among poss mod by involving of" },
    needs: "participant*2",
  },
  {
    rule: "Exercise.together",
    type: "Exercise",
    verbs: "exercise train drill",
    roles: { participant: "+actor: agent" },
    needs: "participant*2",
    beside: "together jointly",
  },
  {
    rule: "Exercise.train",
    type: "Exercise",
    verbs: "exercise drill train",
    roles: { participant: "+actor: agent with alongside" },
    needs: "participant*2",
    slots: "with alongside",
  },
];
