import type { Frame } from "./frame.ts";

/** Arms that are tried out or built up: tests, programmes, stockpiles. */
export const ARMAMENT_FRAMES: readonly Frame[] = [
  // ---- WeaponTest
  {
    rule: "WeaponTest.test",
    type: "WeaponTest",
    verbs: "test test-fire test-launch test_fire detonate flight-test explode",
    roles: { actor: "actor: agent", item: "weapon: theme" },
    item: "theme: weapon",
    needs: "actor|item",
    unless: "tester patience limit resolve satellite spacecraft",
  },
  {
    rule: "WeaponTest.technology",
    type: "WeaponTest",
    verbs: "test test-fire detonate flight-test",
    roles: { actor: "actor: agent", item: "thing: theme" },
    item: "theme: technology",
    needs: "actor item",
    beside: "nuclear atomic missile hypersonic rocket reentry re-entry engine warhead solid-fuel",
  },
  {
    rule: "WeaponTest.launch",
    type: "WeaponTest",
    verbs: "launch fire shoot",
    roles: { actor: "actor: agent", item: "weapon: theme" },
    item: "theme: weapon",
    needs: "actor|item",
    unless:
      "round bullet shell gun satellite spacecraft attack strike carrier frigate destroyer submarine warship ship vessel corvette cruiser",
    slots: "!at !on !against !upon !into !towards !toward !interceptor !struck",
  },
  {
    rule: "WeaponTest.noun",
    type: "WeaponTest",
    nouns: "test launch test-fire test_fire test-firing firing detonation test_launch test_firing testing test-launch explosion launching",
    roles: { actor: "actor: poss by support mod from", item: "weapon: of mod" },
    item: "of mod: weapon",
    needs: "actor|item",
    // What is fired at somebody is not tried out
    slots: "!against !at",
    unless: "satellite spacecraft bomb ban moratorium",
  },
  {
    rule: "WeaponTest.nuclear",
    type: "WeaponTest",
    nouns: "nuclear_test nuclear_testing nuclear_explosion atomic_test nuclear_detonation",
    roles: { actor: "actor: poss by support mod", item: "weapon: of mod" },
    needs: "actor",
  },
  // ---- Buildup
  {
    rule: "Buildup.build",
    type: "Buildup",
    verbs:
      "develop produce build expand modernize modernise upgrade possess stockpile manufacture construct accumulate amass enlarge build_up beef_up augment mass-produce field restart reactivate operate acquire seek maintain increase replenish commission unveil miniaturize perfect restock prioritize prioritise pursue double triple quadruple",
    roles: { actor: "actor: agent", item: "built: theme" },
    item: "theme: weapon craft programme",
    needs: "actor item",
    unless: "relationship cooperation",
  },
  {
    // "launched its third aircraft carrier": a ship that leaves the slipway is built, not tried out
    rule: "Buildup.launch-ship",
    type: "Buildup",
    verbs: "launch christen float_out lay_down",
    roles: { actor: "actor: agent", item: "built: theme" },
    item: "theme: craft",
    needs: "actor item",
    beside: "carrier frigate destroyer submarine warship ship vessel corvette cruiser",
    unless: "attack strike assault",
  },
  {
    rule: "Buildup.fissile",
    type: "Buildup",
    verbs:
      "enrich produce increase grow reprocess stockpile accumulate install operate restart reactivate construct build possess fabricate extract",
    roles: { actor: "actor: agent @theme", item: "built: theme of" },
    item: "theme of: technology",
    needs: "actor item",
    beside: "uranium plutonium fissile stockpile centrifuge reactor fuel spent",
    unless: "electricity power civil civilian commercial hydrogen biofuel fossil",
  },
  {
    rule: "Buildup.noun",
    type: "Buildup",
    nouns:
      "development production expansion modernization modernisation buildup build-up build_up manufacture stockpiling acquisition possession enrichment construction pursuit escalation acceleration advancement",
    roles: { actor: "actor: poss by mod support in", item: "built: of mod" },
    item: "of mod: weapon programme",
    needs: "actor item",
  },
  {
    // "is engaged in a clandestine weapons programme", "is working on a missile programme"
    rule: "Buildup.engage",
    type: "Buildup",
    verbs: "engage work embark",
    roles: { actor: "actor: agent theme", item: "built: in on" },
    item: "in on: programme",
    needs: "actor item",
    beside: "nuclear missile weapon weapons ballistic atomic chemical biological warhead military shipbuilding drone submarine",
    slots: "in on",
  },
  {
    rule: "Buildup.enrichment",
    type: "Buildup",
    nouns: "enrichment reprocessing uranium_enrichment fuel_fabrication",
    roles: { actor: "actor: support poss by mod", item: "built: of mod" },
    item: "of mod: technology",
    needs: "actor item",
  },
  {
    rule: "Buildup.remain",
    type: "Buildup",
    verbs: "remain continue advance progress expand grow operate",
    roles: { actor: "actor: @agent", item: "built: agent" },
    item: "agent: programme",
    needs: "actor item",
  },
];
