import { wordTable } from "../word-table.ts";

/**
 * Classes that lists of arms use as labels, with the category each stands for: a weapon whose record names its class, but no wider category of its own, hangs
 * there. Labels are those of the Missile Defense Project's and SIPRI's lists.
 */
const CATEGORY_OF_CLASS: Readonly<Record<string, string>> = wordTable({
  SRBM: "short-range-ballistic-missile",
  MRBM: "medium-range-ballistic-missile",
  IRBM: "intermediate-range-ballistic-missile",
  ICBM: "intercontinental-ballistic-missile",
  SLBM: "submarine-launched-ballistic-missile",
  LACM: "land-attack-cruise-missile",
  HGV: "hypersonic-glide-vehicle",
  ATGM: "anti-tank-guided-missile",
  MANPADS: "man-portable-air-defense-system",
  MRL: "multiple-rocket-launcher",
  RPG: "grenade",
  IFV: "infantry-fighting-vehicle",
  SLV: "space-launch-vehicle",
  UAV: "unmanned-aerial-vehicle",
  "air-defence": "air-defense-system",
  "missile-defence": "missile-defense-system",
  "air-launched-ballistic-missile": "ballistic-missile",
  "anti-radiation-missile": "air-to-surface-missile",
  "nuclear-powered-cruise-missile": "cruise-missile",
  "nuclear-bomb": "nuclear-weapon",
  "unmanned-underwater-vehicle": "underwater-drone",
  "small-arms": "small-arms-and-light-weapons",
  "nuclear-C2": "military-equipment",
  aircraft: "combat-aircraft",
  hypersonic: "hypersonic-weapon",
});

/** Entity id of the category that a class label stands for; labels that are categories themselves ("tank", "bomber") are found by their own name. */
export function categoryOfClass(label: string): string {
  return `weapon-category/${CATEGORY_OF_CLASS[label] ?? label}`;
}
