import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Collection } from "./model/collection.ts";
import type { SearchHit } from "./model/search.ts";
import type { ViewState } from "./model/view-state.ts";
import type { Theme } from "./picture/palette.ts";

/** What every part of the page has at hand. */
export interface Explorer {
  readonly collection: Collection;
  readonly state: ViewState;
  /** Changes some of the state; `undefined` takes a value away. */
  readonly go: (change: { readonly [Name in keyof ViewState]?: ViewState[Name] | undefined }) => void;
  readonly search: (text: string, limit?: number) => readonly SearchHit[];
  readonly theme: Theme;
}

export const ExplorerContext = createContext<Explorer | undefined>(undefined);

export function useExplorer(): Explorer {
  const explorer = useContext(ExplorerContext);
  if (explorer === undefined) throw new Error("The page's parts are used outside of the page.");
  return explorer;
}
