// Makes the records of a large invented graph, the same every time: entities in blocs, a few of them in most of the news, events with claims and their sentences.

/** A generator of numbers in [0, 1) with a fixed start (mulberry32). */
function numbers(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const ENTITY_KINDS = [
  ["State", "state", "Republic of"],
  ["GovernmentBody", "body", "Ministry of"],
  ["InternationalOrganization", "org", "League of"],
  ["ArmedGroup", "group", "Front of"],
  ["Company", "company", "Works of"],
  ["Person", "person", "Minister"],
  ["ResearchOrganization", "institute", "Institute of"],
];
/** Type, first and second role, verb; all of them make an edge from the first to the second. */
const EVENT_KINDS = [
  ["ArmsTransfer", "supplier", "recipient", "shipped rockets to"],
  ["Aid", "supplier", "recipient", "sent aid to"],
  ["FinancialFlow", "supplier", "recipient", "paid"],
  ["Sanction", "actor", "target", "imposed sanctions on"],
  ["Attack", "actor", "target", "attacked"],
  ["Request", "actor", "target", "asked"],
  ["Inspection", "actor", "target", "inspected"],
  ["SecurityCommitment", "actor", "recipient", "promised to defend"],
];
const STATUSES = ["asserted", "asserted", "asserted", "confirmed", "alleged", "disputed", "planned"];
const SYLLABLES = ["ka", "lo", "ri", "ven", "dar", "mi", "su", "to", "bel", "na", "gor", "ushi"];

const wordOf = (index) => {
  let rest = index + 12;
  let word = "";
  for (; rest > 0; rest = Math.floor(rest / SYLLABLES.length)) word += SYLLABLES[rest % SYLLABLES.length];
  return word[0].toUpperCase() + word.slice(1);
};

/**
 * @param {{ nodes?: number, edges?: number, documents?: number, seed?: number }} options Distinct entities, distinct lines of the picture.
 * @returns Records as `renderExplorer` takes them.
 */
export function bigRecords({ nodes = 20_000, edges = 60_000, documents = 400, seed = 1 } = {}) {
  const random = numbers(seed);
  const entities = Array.from({ length: nodes }, (_, index) => {
    const [type, folder, title] = ENTITY_KINDS[Math.floor(random() * ENTITY_KINDS.length)];
    return { id: `${folder}/${index}`, type, name: `${title} ${wordOf(index)}` };
  });
  const blocs = Math.max(1, Math.round(nodes / 150));
  const blocSize = Math.ceil(nodes / blocs);
  // Within a bloc the first are named most often; one event in seven leads out of it.
  const inBloc = (bloc) => Math.min(nodes - 1, bloc * blocSize + Math.floor(random() ** 3 * blocSize));
  const seen = new Set();
  const perDocument = Math.ceil(edges / documents);
  const records = [];
  const linkOf = (source, target, kind, status) => `${source} ${target} ${kind} ${status}`;
  for (let document = 0, made = 0; made < edges; document++) {
    const builder = documentBuilder(document);
    for (let i = 0; i < perDocument && made < edges; ) {
      const bloc = Math.floor(random() * blocs);
      // Every entity is named once before any is named by chance.
      const source = made < nodes ? made : inBloc(bloc);
      const home = Math.floor(source / blocSize);
      const target = inBloc(random() < 0.14 ? Math.floor(random() * blocs) : home);
      const kind = Math.floor(random() * EVENT_KINDS.length);
      const status = STATUSES[Math.floor(random() * STATUSES.length)];
      const link = linkOf(source, target, kind, status);
      if (source === target || seen.has(link)) continue;
      seen.add(link);
      const day = `${2010 + Math.floor(random() * 15)}-${String(1 + Math.floor(random() * 12)).padStart(2, "0")}-15`;
      builder.event(entities[source], entities[target], EVENT_KINDS[kind], status, day, entities[inBloc(home)]);
      i++;
      made++;
    }
    records.push(builder.record());
  }
  return records;
}

function documentBuilder(number) {
  const id = `document/${String(number).padStart(5, "0")}`;
  const mentioned = new Map();
  const events = [];
  const claims = [];
  let text = "";
  const name = (entity) => {
    const start = text.length;
    text += entity.name;
    const mention = { start, end: text.length, text: entity.name, kind: "name", rule: "generated" };
    const known = mentioned.get(entity.id);
    if (known === undefined) mentioned.set(entity.id, { ...entity, aliases: [], mentions: [mention] });
    else known.mentions.push(mention);
  };
  return {
    event(source, target, [type, from, to, verb], status, day, speaker) {
      const start = text.length;
      name(speaker);
      text += " said that ";
      const inner = text.length;
      name(source);
      text += ` ${verb} `;
      name(target);
      const evidence = [{ start: inner, end: text.length }];
      text += ` on ${day}.\n`;
      const event = `event/${number}-${events.length}`;
      events.push({
        id: event,
        type,
        roles: { [from]: [source.id], [to]: [target.id] },
        time: { text: `on ${day}`, edtf: day, earliest: day, latest: day, granularity: "day", anchor: "explicit" },
        status,
        evidence,
        rule: `${type}.generated`,
      });
      claims.push({
        id: `claim/${number}-${claims.length}`,
        speaker: [speaker.id],
        stance: "asserts",
        certainty: "certain",
        polarity: "positive",
        quoteType: "indirect",
        content: [event],
        about: [source.id, target.id],
        evidence: [{ start, end: text.length - 1 }],
        rule: "cue.said",
        confidence: 0.9,
      });
    },
    record: () => ({
      text,
      extraction: {
        document: {
          id,
          sha256: String(number),
          title: `Report ${number + 1}`,
          published: "2025-01-01",
          regions: [{ kind: "body", start: 0, end: text.length }],
        },
        entities: [...mentioned.values()],
        relations: [],
        events,
        claims,
        conflicts: [],
      },
    }),
  };
}
