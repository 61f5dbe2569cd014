import { beforeAll, describe } from "vitest";
import { createEventReader, type EventReader } from "./event-reading.ts";
import { type EventRow, tellsAmong } from "./event-table.ts";

let read: EventReader;
beforeAll(async () => {
  read = await createEventReader();
});

const ATTACK: readonly EventRow[] = [
  ["At the end of August Turkey shelled the town of Kobani.", "Attack", { actor: ["Turkey"], target: ["Kobani"] }],
  ["On March 2 Israel struck Damascus.", "Attack", { actor: ["Israel"], target: ["Damascus"] }],
  ["The Rapid Support Forces laid siege to El Fasher.", "Attack", { actor: ["Rapid Support Forces"], target: ["El Fasher"] }],
  ["Ukrainian forces rained missiles on Sevastopol.", "Attack", { actor: ["Armed Forces of Ukraine"], target: ["Sevastopol"] }],
  ["A freighter was hit by a missile fired by the Houthis.", "Attack", { actor: ["Houthi movement"], target: ["freighter"] }],
  ["A tanker was struck by an unknown projectile off the coast of Yemen.", "Attack", { actor: [], target: ["tanker"] }],
  ["Omdurman came under heavy bombardment.", "Attack", { actor: [], target: ["Omdurman"] }],
  ["A U.S. base in eastern Syria came under rocket fire on Thursday.", "Attack", { actor: [], target: ["U.S. base"] }],
  ["The minister denounced the attacks perpetrated by Hamas against Israel.", "Attack", { actor: ["Hamas"], target: ["Israel"] }],
  [
    "Ministers condemned Houthi attacks on international shipping.",
    "Attack",
    { actor: ["Houthi movement"], target: ["international shipping"] },
  ],
  ["The Council condemns South Africa for its armed invasion of Angola.", "Attack", { actor: ["South Africa"], target: ["Angola"] }],
  [
    "Shelling from the Armenian side in the direction of the village of Zod continued overnight.",
    "Attack",
    { actor: ["Armenia"], target: ["Zod"] },
  ],
  [
    "Two civilians were wounded as a result of shelling by the Azerbaijani army.",
    "Attack",
    { actor: ["Army of Azerbaijan"], target: ["Two civilians"] },
  ],
  [
    "Clashes erupted between the Free Syrian Army and government forces in Hama.",
    "Attack",
    { actor: ["Free Syrian Army", "government forces"], target: ["Free Syrian Army", "government forces"] },
  ],
  ["Fighting between Hamas and Fatah left dozens dead.", "Attack", { actor: ["Fatah", "Hamas"], target: ["Fatah", "Hamas"] }],
  ["Hezbollah and Israel exchanged fire across the border.", "Attack", { actor: ["Hezbollah", "Israel"], target: ["Hezbollah", "Israel"] }],
  [
    "Indian and Pakistani troops clashed in the valley.",
    "Attack",
    { actor: ["India", "Pakistan Armed Forces"], target: ["India", "Pakistan Armed Forces"] },
  ],
  ["Britain blamed China for a cyber attack on its parliament.", "Attack", { actor: ["China"], target: ["United Kingdom"] }],
  ["Al-Shabaab targets and kills civilians in Somalia.", "Attack", { actor: ["Al-Shabaab"], target: ["civilians"] }],
  ["Boko Haram has threatened teachers, and bombed schools in Borno.", "Attack", { actor: ["Boko Haram"], target: ["schools"] }],
  ["US, Britain strike Houthi targets in Yemen", "Attack", { actor: ["United Kingdom", "United States"], target: ["Houthi movement"] }],
  ["Israel intercepted most of the missiles launched by Iran.", "Attack", { actor: ["Israel"], target: ["missile"] }],
  ["Israel intercepted most of the missiles launched by Iran.", "Attack", { actor: ["Iran"], target: ["Israel"] }],
  [
    "Warplanes from Turkey carried out air strikes against the PKK for attacks on Ankara.",
    "Attack",
    { actor: ["Turkey"], target: ["Kurdistan Workers' Party"] },
  ],
  [
    "The Houthis attacked two ships. A spokesman said the group would keep targeting vessels.",
    "Attack",
    { actor: ["Houthi movement"], target: ["ships"] },
  ],
  [
    "The Houthis attacked two ships. A spokesman said the group would keep targeting vessels.",
    "Attack",
    { actor: ["Houthi movement"], target: ["vessel"] },
  ],
  ["Russia denied targeting civilians.", "Attack", { actor: ["Russia"], target: ["civilians"] }],
  [
    "Pakistan said its missiles hit what Islamabad described as a terrorist camp in Iran.",
    "Attack",
    { actor: ["Pakistan"], target: ["terrorist camp"] },
  ],
  [
    "Diplomats repeated their calls for Russia to stop bombing hospitals in Kharkiv.",
    "Attack",
    { actor: ["Russia"], target: ["hospitals"] },
  ],
  [
    "The Council condemned the shelling of Srebrenica by Bosnian Serb paramilitary units.",
    "Attack",
    { actor: ["Bosnian Serb paramilitary units"], target: ["Srebrenica"] },
  ],
  ["The Syrian regime used chlorine gas in Douma in April 2018.", "Attack", { actor: ["Syria"], target: [] }],
  ["Israel must cease its military action against Lebanese territorial integrity.", "Attack", { actor: ["Israel"], target: ["Lebanon"] }],
  ["Russia is waging a war of aggression against Ukraine.", "Attack", { actor: ["Russia"], target: ["Ukraine"] }],
  ["Terrorists linked to ISIS laid siege to a town in Mozambique.", "Attack", { actor: ["Terrorists"], target: ["town"] }],
  [
    "A day after a drone launched by Hezbollah hit the port of Haifa, medics and officials said, the border was quiet.",
    "Attack",
    { actor: ["Hezbollah"], target: ["port of Haifa"] },
  ],
];

const DEPLOYMENT: readonly EventRow[] = [
  ["Germany has pledged to permanently station a brigade in Lithuania.", "Deployment", { actor: ["Germany"], destination: ["Lithuania"] }],
  ["British troops arrived in Estonia.", "Deployment", { actor: ["United Kingdom"], destination: ["Estonia"] }],
  [
    "Russia's military buildup along Ukraine's border worried its neighbours.",
    "Deployment",
    { actor: ["Russia"], destination: ["border"] },
  ],
  [
    "The deployment of U.S. strategic assets on the Korean peninsula is a provocation.",
    "Deployment",
    { actor: [], destination: ["Korean peninsula"] },
  ],
  ["The U.S. brought strategic bombers into South Korea.", "Deployment", { actor: ["United States"], destination: ["South Korea"] }],
  ["Britain is sending HMS Trent to Guyana.", "Deployment", { actor: ["United Kingdom"], destination: ["Guyana"] }],
  ["Two Russian Tu-160 bombers flew to Venezuela.", "Deployment", { actor: ["Russia"], destination: ["Venezuela"] }],
  ["Ankara has deployed Syrian fighters to Libya.", "Deployment", { actor: ["Turkey"], destination: ["Libya"] }],
  ["Ukraine has sent reinforcements to the Kursk region.", "Deployment", { actor: ["Ukraine"], destination: ["Kursk Oblast"] }],
];

const EXERCISE: readonly EventRow[] = [
  [
    "At the end of August France, Italy, Greece and Cyprus carried out the exercise Eunomia.",
    "Exercise",
    { participant: ["Cyprus", "France", "Greece", "Italy"] },
  ],
  [
    "The Malabar naval exercise involving India, Japan and Australia began on Thursday.",
    "Exercise",
    { participant: ["Australia", "India", "Japan"] },
  ],
  [
    "The first trilateral joint training of the coast guards of the United States, Japan and the Philippines was held in June.",
    "Exercise",
    { participant: ["Japan", "Philippines", "United States"] },
  ],
  ["Polish and U.S. soldiers are exercising together.", "Exercise", { participant: ["Poland", "United States Armed Forces"] }],
  [
    "The joint military exercises of the United States and South Korea continued.",
    "Exercise",
    { participant: ["South Korea", "United States"] },
  ],
  ["Sweden took part for the first time as an ally in the NATO exercise Nordic Response.", "Exercise", { participant: ["NATO", "Sweden"] }],
  [
    "The Philippines and Australia held a maritime cooperative activity in the South China Sea.",
    "Exercise",
    { participant: ["Australia", "Philippines"] },
  ],
];

const WEAPONTEST: readonly EventRow[] = [
  [
    "Both leaders condemned North Korea's record number of ballistic missile launches this year.",
    "WeaponTest",
    { actor: ["North Korea"], item: ["ballistic missile"] },
  ],
  ["North Korea test-fired what it said was a hypersonic missile.", "WeaponTest", { actor: ["North Korea"], item: ["hypersonic weapon"] }],
  [
    "Last year, Pyongyang test-launched a multiple rocket launcher.",
    "WeaponTest",
    { actor: ["North Korea"], item: ["multiple rocket launcher"] },
  ],
];

const BUILDUP: readonly EventRow[] = [
  ["China's accelerating build-up of its nuclear arsenal worries Japan.", "Buildup", { actor: ["China"], item: ["nuclear weapon"] }],
  ["Australia will not produce its own nuclear fuel.", "Buildup", { actor: ["Australia"], item: ["nuclear fuel"] }],
  ["Iran has enriched uranium to 60 percent.", "Buildup", { actor: ["Iran"], item: ["enriched uranium"] }],
  ["China launched its third aircraft carrier.", "Buildup", { actor: ["China"], item: ["aircraft carrier"] }],
  ["North Korea restarted the reactor at Yongbyon.", "Buildup", { actor: ["North Korea"], item: ["nuclear reactor"] }],
  ["Russia ramped up its production of drones.", "Buildup", { actor: ["Russia"], item: ["unmanned aerial vehicle"] }],
  ["China is building hundreds of missile silos in Xinjiang.", "Buildup", { actor: ["China"], item: ["missile silos"] }],
  ["Iran's pursuit of nuclear weapons must stop.", "Buildup", { actor: ["Iran"], item: ["nuclear weapon"] }],
];

const INSPECTION: readonly EventRow[] = [
  [
    "IAEA inspectors visited the Fordow enrichment plant.",
    "Inspection",
    { actor: ["International Atomic Energy Agency"], target: ["Fordow"] },
  ],
  ["UN inspectors returned to Iraq in November 2002.", "Inspection", { actor: ["United Nations"], target: ["Iraq"] }],
  [
    "The United States conducted 18 inspections in Russia under the treaty.",
    "Inspection",
    { actor: ["United States"], target: ["Russia"] },
  ],
  ["Russia suspended U.S. inspections of its nuclear sites.", "Inspection", { actor: ["United States"], target: ["Russia"] }],
  [
    "UNIFIL was established to confirm the withdrawal of Israeli forces.",
    "Inspection",
    { actor: ["United Nations Interim Force in Lebanon"], target: ["Israel Defense Forces"] },
  ],
  ["OSCE observers verified compliance with the ceasefire.", "Inspection", { actor: ["OSCE observers"], target: ["ceasefire"] }],
  [
    "An IAEA mission led by Rafael Grossi inspected the Natanz facility.",
    "Inspection",
    { actor: ["International Atomic Energy Agency"], target: ["Natanz"] },
  ],
];

const VIOLATION: readonly EventRow[] = [
  [
    "Russia's war is a flagrant breach of the UN Charter.",
    "Violation",
    { actor: ["Russia"], agreement: ["Charter of the United Nations"] },
  ],
  [
    "Arms transfers between Russia and North Korea are in violation of Security Council resolutions.",
    "Violation",
    { actor: ["North Korea", "Russia"], agreement: ["UN Security Council resolutions"] },
  ],
  [
    "The Board found Iraq in non-compliance with its safeguards agreement.",
    "Violation",
    { actor: ["Iraq"], agreement: ["safeguards agreement"] },
  ],
  ["Russia's refusal to allow inspections undermines the New START Treaty.", "Violation", { actor: ["Russia"], agreement: ["New START"] }],
  ["North Korea exceeded the annual cap on refined petroleum.", "Violation", { actor: ["North Korea"], agreement: ["annual cap"] }],
  [
    "The Azerbaijani armed forces violated the ceasefire regime last night.",
    "Violation",
    { actor: ["Armed Forces of Azerbaijan"], agreement: ["ceasefire regime"] },
  ],
  ["Lebanon accused Israel of repeated violations of the ceasefire.", "Violation", { actor: ["Israel"], agreement: ["ceasefire"] }],
];

describe("who strikes whom", () => {
  tellsAmong(() => read, ATTACK);
});

describe("forces sent and stationed", () => {
  tellsAmong(() => read, DEPLOYMENT);
});

describe("forces that train together", () => {
  tellsAmong(() => read, EXERCISE);
});

describe("weapons tried out", () => {
  tellsAmong(() => read, WEAPONTEST);
});

describe("arms built up", () => {
  tellsAmong(() => read, BUILDUP);
});

describe("inspectors and watchers", () => {
  tellsAmong(() => read, INSPECTION);
});

describe("rules broken", () => {
  tellsAmong(() => read, VIOLATION);
});
