import type { EntityType } from "../ontology.ts";
import { wordTable } from "../word-table.ts";

/** Common nouns for people and papers that speak without a name, with the type of the node that stands for them (L64). */
export const SPEAKING_NOUNS: Readonly<Record<string, EntityType>> = wordTable(
  Object.fromEntries(
    (
      [
        [
          "Group",
          "officials insurgents gunmen fighters exiles clerics organizers organisers opposition negotiators delegations authorities delegation delegations experts analysts historians scholars researchers observers critics ministers leaders diplomats lawmakers sources witnesses residents activists investigators inspectors prosecutors senators advisers advisors spokesmen spokespeople representatives envoys ambassadors commanders generals militants rebels separatists protesters journalists reporters economists scientists lawyers countries nations states allies governments parties sides negotiators delegates members citizens survivors families groups organizations organisations companies banks firms agencies newspapers media outlets missions teams monitors commentators operatives pundits specialists veterans reservists academics economies policymakers insiders mediators negotiators signatories lawmakers judges justices jurors volunteers hawks reformers dissidents rescuers medics paramedics doctors nurses surgeons firefighters legislators parliamentarians congressmen deputies politicians bishops priests workers labourers farmers peasants students teachers soldiers servicemen troops pilots sailors fishermen guards smugglers traders businessmen businesspeople executives manufacturers producers exporters suppliers shippers insurers investors bankers brokers consultants engineers technicians campaigners demonstrators marchers strikers unions guerrillas guerillas terrorists extremists jihadists fundamentalists hardliners conservatives liberals democrats republicans socialists communists loyalists nationalists islamists circles quarters passengers staffers aides planners strategists hostages kidnappers captors attackers relatives supporters opponents detractors defenders proponents skeptics sceptics optimists pessimists charities ngos donors creditors lenders authors editors columnists bloggers correspondents chiefs secretaries officers admirals recruits defectors deserters spies agents detectives inspectors auditors regulators trackers watchers pollsters voters mayors governors mps tribesmen elders warlords cadres statesmen employees personnel services forces refugees captives detainees prisoners eyewitnesses onlookers villagers locals",
        ],
        [
          "Person",
          "rescuer legislator politician congressman congresswoman deputy mayor governor bishop archbishop priest cleric imam doctor physician surgeon nurse worker student teacher pilot sailor fisherman guard trader businessman executive engineer technician consultant campaigner demonstrator guerrilla rebel hostage relative supporter opponent editor columnist blogger correspondent defector spy detective auditor regulator premier chancellor strategist planner pundit commentator specialist insider passenger eyewitness villager veteran chairwoman co-author medic official expert analyst historian scholar researcher observer critic diplomat lawmaker source witness resident activist investigator prosecutor senator adviser advisor spokesman spokeswoman spokesperson representative envoy ambassador judge justice commander general admiral colonel captain major lieutenant militant fighter volunteer journalist reporter economist scientist lawyer negotiator delegate survivor soldier officer aide mother father wife husband son daughter brother sister professor minister secretary author director chief leader president chairman",
        ],
        [
          "Document",
          "report statement communique communiqué declaration resolution summary document documents memorandum memo letter article editorial commentary paper study assessment order proclamation reports statements text bulletin note transcript dispatch indictment complaint filing fact-sheet readout draft investigation inquiry probe",
        ],
        ["State", "country"],
        ["MilitaryForce", "staff command military army navy coastguard militia"],
        [
          "GovernmentBody",
          "office police court tribunal ministry embassy parliament government administration junta regime presidency court cabinet",
        ],
        ["MediaOrganization", "newspaper agency broadcaster daily magazine outlet apparatus mouthpiece"],
        ["InternationalOrganization", "panel commission"],
      ] as const
    ).flatMap(([type, words]) => words.split(" ").map((word) => [word, type as EntityType])),
  ),
);

/** Heads that stand for the state or body that modifies them: "the Iranian government", "authorities of both the U.S. and South Korea", "the Biden administration". */
export const STANDING_FOR_STATE: ReadonlySet<string> = new Set([
  "mission",
  "embassy",
  "government",
  "administration",
  "regime",
  "authority",
  "authorities",
  "leadership",
  "side",
  "members",
]);
/** Heads whose whole is a pair or group already spoken of. */
export const BOTH_OF_THEM: ReadonlySet<string> = new Set([
  "side",
  "sides",
  "party",
  "parties",
  "countries",
  "nations",
  "leaders",
  "ministers",
  "presidents",
  "delegations",
  "governments",
  "counterparts",
  "men",
  "officials",
  "two",
  "allies",
  "advisors",
  "advisers",
  "principals",
  "secretaries",
  "chiefs",
]);
/** Documents as speakers (L32). */
export const DOCUMENT_NOUNS: ReadonlySet<string> = new Set(
  Object.entries(SPEAKING_NOUNS)
    .filter(([, type]) => type === "Document")
    .map(([noun]) => noun),
);
