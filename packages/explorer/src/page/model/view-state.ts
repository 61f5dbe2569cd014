import { GROUPINGS, type Grouping } from "./grouping.ts";

/** The main views of the page. */
export const VIEWS = ["graph", "documents", "timeline", "path", "query"] as const;
export type View = (typeof VIEWS)[number];

/** Everything that a link to a view carries. Absent means the default. */
export interface ViewState {
  readonly view: View;
  /** Entity whose dossier is open. */
  readonly entity?: string;
  /** Link (several edges drawn as one) whose evidence is open. */
  readonly link?: string;
  /** Document that is open, and the characters that are pointed at. */
  readonly document?: string;
  readonly at?: { readonly start: number; readonly end: number };
  readonly hiddenTypes: readonly string[];
  readonly hiddenStatuses: readonly string[];
  readonly hiddenPredicates: readonly string[];
  /** Only edges that one of these documents reports; empty is all. */
  readonly sources: readonly string[];
  readonly from?: string;
  readonly to?: string;
  /** Ends of the path that is looked for. */
  readonly pathFrom?: string;
  readonly pathTo?: string;
  /** Also walk denied, planned and hypothetical events. */
  readonly pathAll?: boolean;
  /** Paths by how well they are supported instead of by length. */
  readonly pathStrongest?: boolean;
  /** What nodes of the picture are gathered by. */
  readonly group?: Grouping;
  /** Groups whose members are drawn one by one. */
  readonly opened: readonly string[];
  /** Lines of the picture have labels. */
  readonly edgeLabels?: boolean;
  readonly query?: string;
}

/** Statuses that the picture leaves out until asked: nobody says that these happened. */
const HIDDEN_STATUSES: readonly string[] = [];
/** Things rather than actors: shown on request, so that the first picture is who does what to whom. */
export const THING_TYPES: readonly string[] = ["WeaponSystem", "WeaponCategory", "Item", "Position", "Document"];

export const DEFAULT_STATE: ViewState = {
  view: "graph",
  hiddenTypes: THING_TYPES,
  hiddenStatuses: HIDDEN_STATUSES,
  hiddenPredicates: [],
  sources: [],
  opened: [],
};

const LISTS = [
  ["hide", "hiddenTypes"],
  ["status", "hiddenStatuses"],
  ["edge", "hiddenPredicates"],
  ["doc", "sources"],
  ["open", "opened"],
] as const;
const TEXTS = [
  ["entity", "entity"],
  ["link", "link"],
  ["document", "document"],
  ["from", "from"],
  ["to", "to"],
  ["a", "pathFrom"],
  ["b", "pathTo"],
  ["q", "query"],
] as const;

/** Switches: absent is off. */
const FLAGS = [
  ["all", "pathAll"],
  ["strongest", "pathStrongest"],
  ["labels", "edgeLabels"],
] as const;

const sameList = (left: readonly string[], right: readonly string[]): boolean =>
  left.length === right.length && left.every((item) => right.includes(item));

/** The fragment of a link to this view, without `#`. The default view is the empty text. */
export function writeHash(state: ViewState): string {
  const parameters = new URLSearchParams();
  if (state.view !== "graph") parameters.set("view", state.view);
  for (const [key, name] of LISTS) {
    if (sameList(state[name], DEFAULT_STATE[name])) continue;
    // An empty list differs from none: `hide=` shows every type.
    if (state[name].length === 0) parameters.append(key, "");
    for (const item of [...state[name]].sort()) parameters.append(key, item);
  }
  for (const [key, name] of TEXTS) {
    const value = state[name];
    if (value !== undefined) parameters.set(key, value);
  }
  if (state.at !== undefined) parameters.set("at", `${state.at.start}-${state.at.end}`);
  for (const [key, name] of FLAGS) if (state[name] === true) parameters.set(key, "1");
  if (state.group !== undefined) parameters.set("group", state.group);
  return parameters.toString();
}

/** The view that a fragment names. Whatever makes no sense is left at its default. */
export function readHash(hash: string): ViewState {
  const parameters = new URLSearchParams(hash.replace(/^#/, ""));
  const view = VIEWS.find((name) => name === parameters.get("view")) ?? "graph";
  const lists = Object.fromEntries(
    LISTS.map(([key, name]) => [
      name,
      parameters.has(key) ? [...new Set(parameters.getAll(key).filter((item) => item !== ""))] : DEFAULT_STATE[name],
    ]),
  ) as Pick<ViewState, (typeof LISTS)[number][1]>;
  const texts = Object.fromEntries(
    TEXTS.flatMap(([key, name]) => {
      const value = parameters.get(key);
      if (value === null || value === "" || ((name === "from" || name === "to") && !/^\d{4}(-\d\d){0,2}$/.test(value))) return [];
      return [[name, value]];
    }),
  ) as Pick<ViewState, (typeof TEXTS)[number][1]>;
  const flags = Object.fromEntries(FLAGS.flatMap(([key, name]) => (parameters.get(key) === "1" ? [[name, true]] : [])));
  const group = GROUPINGS.find((name) => name === parameters.get("group"));
  const at = /^(\d{1,9})-(\d{1,9})$/.exec(parameters.get("at") ?? "");
  return {
    view,
    ...lists,
    ...texts,
    ...(at === null ? {} : { at: { start: Number(at[1]), end: Number(at[2]) } }),
    ...flags,
    ...(group === undefined ? {} : { group }),
  };
}
