import type { Frame } from "./frame.ts";

/** Who meets, calls and visits whom. */
export const MEETING_FRAMES: readonly Frame[] = [
  // ---- Meeting
  {
    // Who is met is somebody; costs met from a fund, needs and crises are not.
    rule: "Meeting.meet",
    type: "Meeting",
    verbs: "meet confer convene huddle gather assemble sit_down get_together",
    roles: {
      participant: "+party: agent with theme",
      forum: "forum: at for during in of",
      place: "place: in at outside near on aboard",
    },
    needs: "participant",
    slots: "!from",
    unless:
      "need requirement challenge demand target goal standard criterion threat obligation deadline expectation condition commitment transportation objective cost force information intelligence evidence datum support crowd resistance storm claim obligations just quota expense crisis shortfall bill press medium media reporter journalist newsman",
  },
  {
    rule: "Meeting.host",
    type: "Meeting",
    verbs: "host welcome receive",
    roles: { participant: "+party: agent theme", host: "party: agent", place: "place: at in" },
    needs: "participant*2",
    beside: "@guest",
  },
  {
    rule: "Meeting.host-forum",
    type: "Meeting",
    verbs: "host convene co-host cohost chair hold stage",
    roles: { participant: "+party: agent with", host: "party: agent", forum: "forum: theme", place: "place: in at" },
    needs: "participant forum",
    unless: "talk talks negotiation negotiations exercise exercises drill drills manoeuvres maneuvers",
  },
  {
    // "The 24th Integrated Defense Dialogue was held in Washington", "The summit opened in Kazan on Friday"
    rule: "Meeting.forum-held",
    type: "Meeting",
    verbs: "hold open begin start conclude convene close end take_place get_underway kick_off",
    roles: { forum: "forum: theme agent", participant: "+party: between among with by", place: "place: in at" },
    needs: "forum",
    slots: "in at on",
    unless: "talk talks negotiation negotiations",
  },
  {
    rule: "Meeting.attend",
    type: "Meeting",
    verbs: "attend address participate take_part",
    roles: { participant: "+party: agent", forum: "forum: theme in at", place: "place: in at" },
    needs: "participant forum",
  },
  {
    // "spoke on the phone with", "spoke to"; not "spoke to reporters"
    rule: "Meeting.speak",
    type: "Meeting",
    verbs: "speak talk converse confer chat",
    roles: { participant: "+party: agent with to", place: "place: in" },
    needs: "participant*2",
    slots: "with to",
    beside: "@persons",
    unless: "reporter journalist press media audience crowd",
  },
  {
    // "The two spoke by telephone"
    rule: "Meeting.speak-by-phone",
    type: "Meeting",
    verbs: "speak talk discuss consult confer communicate connect",
    roles: { participant: "+party: agent with to" },
    needs: "participant*2",
    beside: "phone telephone videoconference",
    slots: "on by over via",
  },
  {
    rule: "Meeting.discuss-with",
    type: "Meeting",
    verbs: "discuss",
    roles: { participant: "+party: agent with", place: "place: in" },
    needs: "participant*2",
    slots: "with",
    beside: "@persons",
  },
  {
    rule: "Meeting.phone",
    type: "Meeting",
    verbs: "call phone telephone ring",
    roles: { participant: "+party: agent with theme" },
    needs: "participant*2",
    slots: "theme with !for !on !upon !as",
    beside: "@guest",
  },
  {
    rule: "Meeting.shake",
    type: "Meeting",
    verbs: "shake",
    roles: { participant: "+party: agent with", place: "place: at in" },
    needs: "participant*2",
    beside: "hand hands",
  },
  {
    // "granted an audience to the envoy"
    rule: "Meeting.audience",
    type: "Meeting",
    nouns: "audience",
    roles: { participant: "+party: support to with poss by", place: "place: in at" },
    needs: "participant*2",
    beside: "grant give hold have receive",
  },
  {
    rule: "Meeting.meeting",
    type: "Meeting",
    nouns:
      "meeting summit conference phone_call telephone_call video_call session reception videoconference encounter tete-a-tete get-together luncheon audience",
    roles: {
      participant: "+party: poss with between among by involving support of mod carrier",
      forum: "forum: self of",
      host: "party: host",
      place: "place: in at outside near",
    },
    needs: "participant|forum",
    unless: "press news",
  },
  {
    // Shots, captives and letters are exchanged, too; a press call is one with reporters.
    rule: "Meeting.call",
    type: "Meeting",
    nouns: "call conversation press_conference exchange dinner lunch breakfast",
    roles: { participant: "+party: poss with between among by support governor carrier", forum: "forum: of", place: "place: in at" },
    needs: "participant*2",
    slots: "with between among",
    unless: "background hostile fire artillery mortar prisoner captive letter note student cultural foreign stock",
  },
  {
    rule: "Meeting.courtesy-call",
    type: "Meeting",
    nouns: "courtesy_call courtesy_visit",
    roles: { participant: "+party: support poss by from on to", place: "place: in at" },
    needs: "participant*2",
  },
  {
    rule: "Meeting.talks",
    type: "Meeting",
    nouns: "talk discussion consultation",
    roles: {
      participant: "+party: support between with among poss by involving carrier",
      forum: "forum: self in",
      host: "party: host",
      place: "place: in at",
    },
    needs: "participant*2",
    beside: "@persons",
  },
  {
    rule: "Meeting.forum",
    type: "Meeting",
    nouns: "dialogue forum conference summit seminar workshop assembly conclave",
    roles: { participant: "+party: between among by support with self", forum: "forum: self", host: "party: host", place: "place: in at" },
    needs: "forum",
    beside: "@forum",
    // Whoever speaks for a forum is at none.
    unless: "represent",
  },
  {
    rule: "Meeting.discuss",
    type: "Meeting",
    verbs: "discuss speak talk announce pledge affirm commit",
    roles: { participant: "+party: agent with", forum: "forum: at during", place: "place: in" },
    needs: "participant*2 forum",
  },
  // ---- Visit
  {
    rule: "Visit.visit",
    type: "Visit",
    verbs: "visit tour",
    roles: { actor: "traveller: agent", destination: "destination~: theme", host: "person: with" },
    needs: "actor destination",
  },
  {
    rule: "Visit.travel",
    type: "Visit",
    verbs: "travel fly journey return go come",
    roles: { actor: "traveller: agent", destination: "whither: to into" },
    needs: "actor destination",
  },
  {
    rule: "Visit.arrive",
    type: "Visit",
    verbs: "arrive land touch_down stop_over",
    roles: { actor: "traveller: agent", destination: "whither: in at" },
    needs: "actor destination",
  },
  {
    // "left for Pyongyang", "is headed to Hanoi"
    rule: "Visit.depart",
    type: "Visit",
    verbs: "leave depart set_off set_out embark head",
    roles: { actor: "traveller: agent", destination: "whither: for to" },
    needs: "actor destination",
    slots: "for to",
    // Leave that workers take is no departure.
    unless: "sick paid maternity parental annual",
  },
  {
    // "President Tebboune is in Lisbon": people with a name, where they are
    rule: "Visit.be-in",
    type: "Visit",
    verbs: "be",
    roles: { actor: "person: agent", destination: "land: in" },
    needs: "actor destination",
    before: "in",
    confidence: 0.5,
  },
  {
    rule: "Visit.tour",
    type: "Visit",
    nouns: "tour",
    roles: { actor: "traveller: poss by carrier support mod", destination: "destination: of to in" },
    needs: "actor destination",
  },
  {
    // Ships call at ports for the state they sail under: "will increase port visits to Japan"
    rule: "Visit.port-call",
    type: "Visit",
    nouns: "port_visit port_call naval_visit ship_visit warship_visit submarine_visit fleet_visit",
    roles: { actor: "actor: support poss by mod of", destination: "whither: to in at" },
    needs: "actor destination",
  },
  {
    rule: "Visit.visits",
    type: "Visit",
    nouns: "visit",
    roles: { actor: "actor: support", destination: "whither: to" },
    needs: "actor destination",
    beside: "increase expand intensify resume step_up",
  },
  {
    rule: "Visit.trip",
    type: "Visit",
    nouns: "visit trip travel stopover voyage",
    roles: { actor: "traveller: poss by of carrier support mod", destination: "seat: to in", host: "person: host" },
    needs: "actor destination",
  },
  {
    // "made a stop in Manila": only who makes one travels
    rule: "Visit.stop",
    type: "Visit",
    nouns: "stop stopover layover",
    roles: { actor: "traveller: support", destination: "destination: in at" },
    needs: "actor destination",
    beside: "make include plan",
  },
];
