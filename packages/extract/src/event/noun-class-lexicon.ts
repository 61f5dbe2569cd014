/**
 * What common nouns denote, for things that take part in happenings without a name: people, places of work and shelter, craft, settlements, collectives.
 *
 * Lemmas. Drawn from WordNet 3.1 (first sense by lexicographer file and hypernym; (c) 2011 Princeton University, licence in data/LICENSES.md), kept where
 * they occur in texts of the field and are nouns first, then sorted through by hand: words that mostly mean something else in such texts are out, words that
 * WordNet lacks are in.
 */
const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Somebody: by occupation, role, belief, kinship or plight. */
export const PERSON_NOUNS: ReadonlySet<string> = words(`
  rebel judge jesuit individual
  abductee absentee abuser accomplice accountant accused activist administrator admiral adolescent adult adversary adviser advisor affiliate
  agent aggressor agronomist aid-worker aide airman ambassador amir analyst ancestor anthropologist applicant appointee arbitrator archbishop
  architect artist assailant assassin assistant astronaut athlete attache attacker attendant attendee attorney auditor author autocrat aviator
  ayatollah backer baker bandit banker baron beggar beneficiary billionaire bishop blogger bodyguard booker borrower boss boy brigadier broker
  brother brother-in-law buddy bureaucrat businessman bystander cadet caller cameraman campaigner candidate captain captive captor carabinero
  caregiver carpenter casualty cattleman centrist chairman chairperson chairwoman chap chaplain chef chemist chieftain child churchman citizen
  civilian classmate clergyman cleric clerk client co-worker collaborator colleague colonel columnist combatant commandant commander
  commander-in-chief commando commentator commissioner commodore commuter companion compatriot competitor composer comptroller comrade
  congressman congresswoman conscript conspirator consul consultant consumer contractor contributor convict coordinator cop coroner corporal
  correspondent councillor councilman counsel counsellor counselor counterrevolutionary countryman courier cousin crewman crewmember criminal
  critic crony culprit custodian customer daughter dealer dean debtor defector defendant defender demagogue demonstrator dentist deportee
  deputy descendant deserter designer detainee detective developer dictator dignitary diplomat director dissident doctor donor draftee driver
  economist editor educator elder elector emigre emir emperor employee employer engineer ensign entrepreneur envoy epidemiologist escapee
  evacuee evangelist examiner executioner executive exile expatriate expert exploiter extremist eyewitness facilitator farmer farmworker
  father fedayeen fellow felon feminist fighter filmmaker financier firefighter first-responder fisherman flier foe follower foreigner freshman friend
  fugitive fundraiser gatekeeper gentleman girl go-between governor granddaughter grandfather grandmother grandparent grandson grantee gringo
  guard guardian guardsman guerilla guerrilla guest gunman gunner guy hacker hajji hardliner heir hijacker historian hitman homeless honoree
  host hostage hunter husband ideologist ideologue imam immigrant imperialist impresario incumbent industrialist infant infiltrator informant
  informer inhabitant inmate innovator inspector instigator instructor insurgent insurrectionist intellectual interlocutor intermediary intern
  internationalist interpreter intruder invader investigator investor islamist islander jihadist journalist jurist juror kid kidnapper killer
  king kingpin laborer labourer lady landowner lawmaker lawyer leader lecturer leftist legislator lender liar liberator licensee lieutenant
  litigator local looter loyalist mafioso magistrate magnate maid man manager mariner marshal martyr mastermind mayor mechanic militant mediator medic
  member mercenary merchant messenger middleman midshipman migrant militarist militiaman millionaire miner minister missionary monitor monk
  mother motorist mourner mp mujahideen mullah murderer musician national nationalist navigator negotiator neighbor neighbour nephew newborn
  newcomer newsman niece nominee non-combatant noncitizen noncombatant nonpartisan notable novelist nun nurse observer occupant occupier
  offender officer official oligarch ombudsman onlooker operative opponent oppressor optimist optometrist organizer orphan outpatient outsider
  owner pacha pappa paramedic paratrooper parent parishioner parliamentarian participant partisan partner passenger passer-by passerby pastor
  patient patriot peacekeeper peacemaker peasant pedestrian penetrator perpetrator pharmacist philanthropist philosopher photographer
  physician physicist pilgrim pilot pirate plaintiff planner player plotter pluralist poacher podiatrist policeman policewoman politician
  politico pope populist postmaster practitioner predecessor prefect prelate president priest prince printer prisoner producer professor programmer
  promoter proponent prosecutor protector protester protestor provider provocateur provost pundit pupil questioner rabbi racist rancher
  rapporteur ratepayer reactionary recipient recruit rector reformer reformist refugee rep repatriate reporter representative rescuer
  researcher reservist resident responder retiree reverend rightist ringleader rioter ruler saboteur sailor samurai scholar schoolboy
  schoolchild schoolgirl schoolteacher scientist seafarer seaman secessionist secretary segregationist senator sentry separatist sergeant
  servant serviceman servicewoman settler shareholder sharpshooter sheik sheikh shepherd sheriff shipbuilder shoemaker signatory singer sister
  sister-in-law skeptic slave smallholder smuggler sniper socialist soldier solicitor son son-in-law speaker specialist speechwriter spokesman
  spokesperson spokeswoman spouse spy squatter staffer statesman steelworker steward stranger strategist striker strongman student
  subcontractor sublieutenant submariner subordinate subversive successor superintendent supervisor supplier supporter supremacist surgeon
  survivor suspect sympathizer taxpayer teacher technician technologist teenager tenant terrorist therapist thief thinker thug toddler
  torturer tourist townsman trader trafficker trainee trainer traitor translator traveler treasurer tribesman trustee turncoat tyrant uncle
  undergraduate undersecretary unionist vaccinator veteran veterinarian victim villager violator visitor vlogger volunteer voter ward warlord
  warrior watchman whistleblower widow wife woman worker worshiper worshipper writer youngster youth émigré
`);

/** What is built and stands somewhere: buildings, installations, works. */
export const FACILITY_NOUNS: ReadonlySet<string> = words(`
  office bank newspaper
  abbey airfield airline airport airstrip apartment aqueduct asylum auditorium ballpark barn barrack barracks barricade barrier base basement
  billboard bookstore boulevard bridge brothel building bunker cabana cable cache cafe café camp cantonment capitol castle cathedral cemetery center centre
  chancellery chapel checkpoint church classroom clinic complex compound consulate convent corral courthouse courtroom dairy
  dam datacenter depository depot discotheque dock dockyard drugstore embassy emplacement enclosure facility factory farm fort
  fortification fortress foxhole freeway garret garrison granary greenhouse grid grocery guardrail hall hangar headquarters highway
  home hospital hotel house housing infrastructure inn installation jail kindergarten kitchen lab laboratory launchpad library 
  lodgings loudspeaker mall marina monastery market marketplace mart mill morgue mosque museum newsroom nightclub nursery observatory orphanage 
  outpost palace palisade parkway penitentiary pipeline plant position post prison pylon quarters railroad railway ranch reactor
  redoubt refinery repository reservoir residence restaurant restroom road rotunda runway school sewer shack shelter shipyard shop
  shrine sidewalk silo site smelter solarium stadium station store street structure studio substation supermarket synagogue target
  temple tent terminal theater theatre tower transportation trench tunnel university vineyard warehouse workplace workshop
`);

/** What moves people or goods: vehicles, ships, aircraft. */
export const CRAFT_NOUNS: ReadonlySet<string> = words(`
  shipping shipment cargo column fleet flotilla projectile balloon warhead consignment
  aircraft airliner bus airplane ambulance automobile balloon barge battleship bicycle bike boat bomber bulker bulldozer car carrier corvette dhow skiff
  cruiser cutter destroyer dinghy ferry freighter frigate glider gunboat gunship helicopter icebreaker interceptor jeep jet limousine
  locomotive lorry minesweeper minibus motorcycle pickup plane rocket ship spacecraft spaceship speedboat submarine tank tanker taxi tractor
  train trawler truck tugboat van vehicle vessel warplane warship yacht
`);

/** Where people live or fight: towns, areas, islands. */
export const SETTLEMENT_NOUNS: ReadonlySet<string> = words(`
  mountain hill desert forest field farmland bank stretch road crossing corner park square land soil location
  area atoll barrio border city coast coastline countryside county district encampment enclave frontier hamlet harbor harbour
  heartland hideout hometown kibbutz island islet locality municipality neighborhood neighbourhood oilfield outskirts peninsula port 
  province quarter reef region settlement shantytown shoal slum strait stronghold suburb territory town township valley village zone
`);

/** Several people spoken of as one, without a name. */
export const COLLECTIVE_NOUNS: ReadonlySet<string> = words(`
  force group firm business entity
  agency army association band battalion brigade cadre cartel cavalry civilians clan clique coalition committee community company
  contingent convoy corporation couple crew crowd delegation enemy faction family gang gendarmerie horde household infantry institution junta
  legion militia minority mob motorcade navy network organization outfit paramilitary patrol people peoples personnel platoon police
  population regime regiment squad squadron staff syndicate team tribe troop troops 
`);
