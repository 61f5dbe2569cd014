import { beforeAll, describe, expect, test } from "vitest";
import { createEventReader, type EventReader } from "./event-reading.ts";

let read: EventReader;
beforeAll(async () => {
  read = await createEventReader();
});

type Row = readonly [text: string, type: string, roles: Readonly<Record<string, readonly string[]>>];

/** One plain sentence for each way in which reporters tell it; the only event of its type, with exactly these fillers in the roles named. */
const tells = (title: string, rows: readonly Row[]): void => {
  describe(title, () => {
    test.each(rows)("%s", (text, type, roles) => {
      const found = read(text, "2024-06-20").filter((event) => event.type === type);
      expect(
        found.map((event) => Object.fromEntries(Object.keys(roles).map((role) => [role, event.roles[role] ?? []]))),
        text,
      ).toEqual([roles]);
    });
  });
};

tells("who strikes whom", [
  ["In Kenya, al-Shabaab has targeted universities, shopping centers, and other locations.", "Attack", { actor: ["Al-Shabaab"] }],
  ["Israel carried out an airstrike on a building in southern Beirut on Friday.", "Attack", { actor: ["Israel"], target: ["building"] }],
  ["A drone attack on an oil refinery in Ryazan caused a fire.", "Attack", { target: ["oil refinery"] }],
  ["Turkish drones struck a power station in Qamishli.", "Attack", { actor: ["Turkey"], target: ["power station"] }],
  ["Hezbollah fired dozens of rockets into northern Israel.", "Attack", { actor: ["Hezbollah"], target: ["northern Israel"] }],
  [
    "Chinese coast guard vessels fired water cannon at a Philippine supply boat.",
    "Attack",
    { actor: ["Coast Guard of China"], target: ["Philippine supply boat"] },
  ],
  ["Ukraine attempted to strike at bases of Russia's strategic aviation.", "Attack", { actor: ["Ukraine"], target: ["bases"] }],
  ["Iranian efforts to kill dissidents abroad were condemned.", "Attack", { actor: ["Iran"], target: ["dissidents"] }],
  [
    "The army neutralised Pakistani attempts to hit military targets in India.",
    "Attack",
    { actor: ["Pakistan"], target: ["military targets"] },
  ],
  ["Rebels overran an army base in Sagaing.", "Attack", { actor: ["Rebels"], target: ["army base"] }],
  [
    "Russia continues to bombard Ukrainian cities and energy infrastructure.",
    "Attack",
    { actor: ["Russia"], target: ["Ukrainian cities", "civilian infrastructure"] },
  ],
  [
    "The regime used chemical weapons against civilians in Khan Shaykhun.",
    "Attack",
    { actor: ["regime"], target: ["civilians"], instrument: ["chemical weapon"] },
  ],
  ["The militants claimed responsibility for the attack on the mosque in Kabul.", "Attack", { actor: ["militants"], target: ["mosque"] }],
  ["Rebel forces launched a fresh offensive in Daraa.", "Attack", { actor: ["Rebel forces"] }],
]);

tells("taking, besieging, fighting over", [
  ["Russian forces have occupied the town of Avdiivka since February.", "Attack", { target: ["Avdiivka"] }],
  ["M23 rebels captured the city of Goma.", "Attack", { target: ["Goma"] }],
  ["The Taliban seized control of Kabul in August 2021.", "Attack", { actor: ["Taliban"], target: ["Kabul"] }],
  [
    "Clashes erupted between the Sudanese army and the Rapid Support Forces in Khartoum.",
    "Attack",
    { actor: ["Army of Sudan", "Rapid Support Forces"], target: ["Army of Sudan", "Rapid Support Forces"], place: ["Khartoum"] },
  ],
]);

tells("bringing down what flies or floats is no test of it", [
  ["The Soviet military shot down an American U-2 spy plane over Russia in 1960.", "Attack", { target: ["U-2"] }],
  [
    "Ukrainian air defences intercepted 25 of 31 Russian drones overnight.",
    "Attack",
    { actor: ["Ukraine"], target: ["unmanned aerial vehicle"] },
  ],
  ["Two missiles were brought down by Saudi air defences over Riyadh.", "Attack", { actor: ["Saudi Arabia"], target: ["missile"] }],
  ["The Philippine coast guard said a Chinese vessel rammed one of its ships near Scarborough Shoal.", "Attack", { actor: ["China"] }],
  ["Pakistan said it had shot down five Indian jets.", "Attack", { actor: ["Pakistan"], target: ["Indian jets"] }],
]);

tells("one happening for a blow and what it did", [
  ["Azerbaijani forces shelled the town of Martuni, killing two soldiers.", "Attack", { actor: ["Armed Forces of Azerbaijan"] }],
  ["Ukraine's drones hit an airfield deep inside Russia, damaging two bombers.", "Attack", { actor: ["Ukraine"], target: ["airfield"] }],
  ["Israel's bombardment of Gaza has killed more than 30,000 people.", "Attack", { actor: ["Israel"], target: ["Gaza Strip"] }],
  ["Two Israeli soldiers were wounded in a Hezbollah rocket attack.", "Attack", { actor: ["Hezbollah"], instrument: ["rocket"] }],
  [
    "Gen. Qassem Soleimani was killed in a U.S. drone strike in Baghdad in January 2020.",
    "Attack",
    { actor: ["United States"], target: ["Qasem Soleimani"] },
  ],
]);

tells("forces that go somewhere", [
  ["Germany plans to station a brigade in Lithuania.", "Deployment", { actor: ["Germany"], destination: ["Lithuania"] }],
  ["Russia moved tactical nuclear weapons to Belarus.", "Deployment", { actor: ["Russia"], destination: ["Belarus"] }],
  ["China sent 30 warplanes into Taiwan's air defence zone.", "Deployment", { actor: ["China"], destination: ["Taiwan"] }],
  [
    "The United Kingdom sent the destroyer HMS Diamond to the Red Sea.",
    "Deployment",
    { actor: ["United Kingdom"], destination: ["Red Sea"], force: ["HMS Diamond"] },
  ],
  ["Russian bombers flew near Alaska on Wednesday.", "Deployment", { actor: ["Russia"], destination: ["Alaska"] }],
  ["Kenya has sent 400 police officers to Haiti.", "Deployment", { actor: ["Kenya"], destination: ["Haiti"] }],
  ["About 28,500 American troops are stationed in South Korea.", "Deployment", { actor: ["United States"], destination: ["South Korea"] }],
  ["Washington has moved two aircraft carriers to the eastern Mediterranean.", "Deployment", { actor: ["United States"] }],
]);

tells("drills, tests, arsenals", [
  ["Kim Jong Un oversaw an artillery drill.", "Exercise", { participant: ["North Korea"] }],
  ["NATO's Steadfast Defender drills involve 90,000 soldiers.", "Exercise", { participant: ["NATO"] }],
  [
    "Vostok-2022, a strategic exercise, was held by Russia with China and India.",
    "Exercise",
    { participant: ["China", "India", "Russia"] },
  ],
  ["France carried out 210 nuclear tests between 1960 and 1996.", "WeaponTest", { actor: ["France"] }],
  ["Kim Jong Un guided a test launch of a new cruise missile.", "WeaponTest", { actor: ["North Korea"], item: ["cruise missile"] }],
  ["North Korea fired two short-range ballistic missiles into the sea off its east coast.", "WeaponTest", { actor: ["North Korea"] }],
  ["India commissioned its second nuclear submarine, INS Arighaat.", "Buildup", { actor: ["India"], item: ["INS Arighaat"] }],
  ["Syria has resumed production of chemical weapons.", "Buildup", { actor: ["Syria"], item: ["chemical weapon"] }],
]);

tells("who goes where with what, and who trains with whom", [
  ["France bolstered its troop commitments to Estonia.", "Deployment", { actor: ["France"], destination: ["Estonia"] }],
  ["The United States plans to begin rotations of bombers to Guam.", "Deployment", { actor: ["United States"], destination: ["Guam"] }],
  [
    "India dispatched the frigate Sagar, escorted by three corvettes, to the disputed waters.",
    "Deployment",
    { actor: ["India"], force: ["Sagar"], destination: ["disputed waters"] },
  ],
  [
    "The Security Council decided to establish an interim force for Southern Lebanon.",
    "Deployment",
    { actor: ["United Nations Security Council"], destination: ["Southern Lebanon"] },
  ],
  ["Student militants seized the American Embassy.", "Attack", { actor: ["Student militants"], target: ["American Embassy"] }],
  ["France, Italy and Greece carried out the exercise Eunomia.", "Exercise", { participant: ["France", "Greece", "Italy"] }],
  ["Turkey took part in an exercise with Pakistani forces off Karachi.", "Exercise", { participant: ["Pakistan Armed Forces", "Turkey"] }],
]);

describe("what is no event of these types", () => {
  test.each([
    ["The United States will impose new sanctions targeting Iran.", "Attack"],
    ["It was an assault on its sovereignty, the ministry said.", "Attack"],
    ["The treaty covers any armed attack on public vessels.", "Attack"],
    ["The law allows either country to send troops.", "Deployment"],
    ["The party's foreign policy maneuvers failed.", "Exercise"],
    ["He spoke about the post-war occupation of Japan.", "Attack"],
    ["Egypt has flown weapons and ammunition into Somalia.", "Deployment"],
  ])("%s", (text, type) => {
    expect(read(text, "2024-06-20").map((event) => event.type)).not.toContain(type);
  });
});
