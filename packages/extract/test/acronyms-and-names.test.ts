import { describe, expect, test } from "vitest";
import { annotated, linkOf, mentionsOf, namesOf } from "./annotated.ts";

describe("acronyms that the text defines (L19–L21)", () => {
  test.each([
    [
      "The Center for Strategic and International Studies (CSIS) hosted it. CSIS published a paper.",
      "CSIS",
      "org/center-for-strategic-and-international-studies",
    ],
    ["Japan and the Republic of Korea (ROK) agreed. The ROK will send ships.", "ROK", "state/kor"],
    ["They praised the United Nations Command (UNC). The UNC grew.", "UNC", "org/unc"],
    ["The 24th Integrated Defense Dialogue (KIDD) was held. KIDD ended late.", "KIDD", "forum/kidd"],
    ["They signed the Reciprocal Defense Procurement Agreement (RDP-A). The RDP-A opens markets.", "RDP-A", "agreement/rdp-a"],
    ["The fact that the DPRK [Democratic People’s Republic of Korea] is assisting Russia matters.", "DPRK", "state/prk"],
    ["The Baltic Mine Clearance Agency (BMCA) met. BMCA ships sailed.", "BMCA", "InternationalOrganization:Baltic Mine Clearance Agency"],
    ["The Kigali Framework Agreement (KFA) holds. Rwanda signed the KFA last year.", "KFA", "Agreement:Kigali Framework Agreement"],
  ])("%s", (text, surface, entity) => {
    const document = annotated(text);
    expect(linkOf(document, surface)).toBe(entity);
    expect(new Set(mentionsOf(document, surface).map((mention) => mention.entity)).size).toBe(1);
  });

  test("letters that do not spell the name define nothing", () => {
    const document = annotated("Leaders of Australia, the United Kingdom, and the United States (AUKUS) met. AUKUS will build submarines.");
    expect(linkOf(document, "AUKUS")).toBe("org/aukus");
  });

  test("a defined acronym beats the knowledge base", () => {
    const document = annotated("They funded Maritime Domain Awareness (MDA) work. The MDA work goes on.");
    expect(namesOf(document, "GovernmentBody")).not.toContain("Missile Defense Agency");
  });
});

describe("variants and series (L22–L24)", () => {
  test.each([
    ["The Nuclear Consultation Group met.", "Nuclear Consultation Group", "forum/ncg"],
    ["The Nuclear Consultative Group met.", "Nuclear Consultative Group", "forum/ncg"],
    ["The expert panel reported to the Council.", "expert panel", "org/un-panel-of-experts"],
    ["The 3rd Nuclear Consultation Group (NCG) was held in Korea.", "Nuclear Consultation Group", "forum/ncg"],
    ["The 61st Munich Security Conference opened.", "Munich Security Conference", "forum/msc"],
    ["The U. S. is weighing sanctions.", "U. S.", "state/usa"],
    ["The US and the U.S. are one.", "US", "state/usa"],
    ["The U.N. Security Council met.", "U.N. Security Council", "org/unsc"],
    ["Russian Ministry of Defence officials spoke.", "Russian Ministry of Defence", "org/ministry-of-defence-russia"],
    ["The Ministry of Defence of Kenya spoke.", "Ministry of Defence of Kenya", "GovernmentBody:Ministry of Defence of Kenya"],
    ["Kenya’s defense ministry spoke.", "Kenya’s defense ministry", "GovernmentBody:Ministry of Defence of Kenya"],
  ])("%s", (text, surface, entity) => {
    expect(linkOf(annotated(text), surface)).toBe(entity);
  });

  test("us is no state, and ordinary words are no weapons", () => {
    const document = annotated("They told us to follow the arrow in Java and shells of old patriots.");
    expect(document.mentions.filter((mention) => mention.type === "State" || mention.type === "WeaponSystem")).toEqual([]);
  });
});

describe("weapons, resolutions and treaties", () => {
  test.each([
    ["It launched the Hwasong-18.", "Hwasong-18", "weapon/hwasong-18"],
    ["It launched a Hwasong-41 on Monday.", "Hwasong-41", "WeaponSystem:Hwasong-41"],
    ["Four F-16s arrived.", "F-16s", "weapon/f-16-fighting-falcon"],
    ["Turkey bought the S-400.", "S-400", "weapon/s-400-triumf"],
    ["They fired 152 mm artillery shells.", "152 mm artillery shells", "weapon-category/152-mm-artillery-shell"],
    ["They fired 130mm shells.", "130mm shells", "WeaponCategory:130 mm shell"],
    ["Surface-to-air missiles were seen.", "Surface-to-air missiles", "weapon-category/surface-to-air-missile"],
    ["They sent short range air defense systems.", "short range air defense systems", "weapon-category/short-range-air-defense-system"],
    ["It violates resolution 1718 (2006).", "resolution 1718 (2006)", "resolution/unsc-1718"],
    ["UNSCR 2397 caps oil.", "UNSCR 2397", "resolution/unsc-2397"],
    ["It recalls resolution 4011 (2033).", "resolution 4011 (2033)", "Resolution:United Nations Security Council Resolution 4011"],
    ["It joined the Nuclear Non-Proliferation Treaty (NPT).", "NPT", "agreement/npt"],
    ["They approved the Lusaka Grain Convention.", "Lusaka Grain Convention", "Agreement:Lusaka Grain Convention"],
  ])("%s", (text, surface, entity) => {
    expect(linkOf(annotated(text), surface)).toBe(entity);
  });

  test("a described resolution leaves its body standing", () => {
    const document = annotated("This violates the UN Security Council’s resolution against North Korea.");
    expect(linkOf(document, "UN Security Council")).toBe("org/unsc");
    expect(document.mentions.some((mention) => mention.type === "Resolution")).toBe(true);
  });
});

describe("collectives (L31, L64)", () => {
  test.each<readonly [string, string, readonly string[] | undefined]>([
    [
      "North Korea and Russia grew closer. The ties between the two countries worry Japan.",
      "the two countries",
      ["state/prk", "state/rus"],
    ],
    ["The U.S. and South Korea met. Both sides agreed.", "Both sides", ["state/usa", "state/kor"]],
    ["Egypt and Ethiopia resumed talks. The two nations differ over the dam.", "The two nations", ["state/egy", "state/eth"]],
    ["The United States works with like-minded countries.", "like-minded countries", undefined],
    ["China notified a number of other nations.", "other nations", undefined],
  ])("%s", (text, surface, members) => {
    const document = annotated(text);
    const group = document.entities.get(mentionsOf(document, surface)[0]?.entity ?? "");
    expect(group?.type).toBe("Group");
    expect(group?.members).toEqual(members);
  });
});
