import { type Extension, Prec, StateEffect, StateField } from "@codemirror/state";
import { EditorView, keymap, ViewPlugin, type ViewUpdate } from "@codemirror/view";
import type { Completions } from "../query/complete-query.ts";

type Open = Completions & { readonly active: number };

/** Rows that are visible at once; the list scrolls. */
const ROW_REM = 1.7;
const ROWS = 8;

/**
 * A list of completions under the cursor after the ARIA pattern of a listbox: it opens while typing and by Ctrl+Space; arrows choose, Enter and Tab take, Escape
 * closes. A tenth of the size of CodeMirror's own.
 */
export function completionList(complete: (text: string, at: number, asked: boolean) => Completions | undefined): Extension {
  const set = StateEffect.define<Open | undefined>();
  const field = StateField.define<Open | undefined>({
    create: () => undefined,
    update(open, transaction) {
      for (const effect of transaction.effects) if (effect.is(set)) return effect.value;
      if (transaction.docChanged && transaction.isUserEvent("input.type"))
        return propose(transaction.newDoc.toString(), transaction.newSelection.main.head);
      if (transaction.docChanged && open !== undefined && transaction.isUserEvent("delete"))
        return propose(transaction.newDoc.toString(), transaction.newSelection.main.head);
      return transaction.docChanged || transaction.selection !== undefined ? undefined : open;
    },
  });
  const propose = (text: string, at: number, asked = false): Open | undefined => {
    const found = complete(text, at, asked);
    return found === undefined ? undefined : { ...found, active: 0 };
  };
  const take = (view: EditorView, index?: number): boolean => {
    const open = view.state.field(field);
    const option = open?.options[index ?? open.active];
    if (open === undefined || option === undefined) return false;
    const to = view.state.selection.main.head;
    view.dispatch({
      changes: { from: open.from, to, insert: option.text },
      selection: { anchor: open.from + option.text.length },
      userEvent: "input.complete",
      effects: set.of(undefined),
    });
    return true;
  };
  const step = (view: EditorView, by: number): boolean => {
    const open = view.state.field(field);
    if (open === undefined) return false;
    view.dispatch({ effects: set.of({ ...open, active: (open.active + by + open.options.length) % open.options.length }) });
    return true;
  };
  const close = (view: EditorView): boolean => {
    if (view.state.field(field) === undefined) return false;
    view.dispatch({ effects: set.of(undefined) });
    return true;
  };
  const listId = "completion-list";

  class List {
    readonly #element: HTMLElement = document.createElement("div");
    readonly #view: EditorView;

    constructor(view: EditorView) {
      this.#view = view;
      this.#element.className = "completions";
      this.#element.id = listId;
      this.#element.setAttribute("role", "listbox");
      this.#element.setAttribute("aria-label", "Completions");
      this.#element.hidden = true;
      // The editor clips what is in it.
      document.body.append(this.#element);
    }

    update(update: ViewUpdate): void {
      const open = update.state.field(field);
      if (update.focusChanged && !update.view.hasFocus && open !== undefined) {
        // Not within an update.
        window.setTimeout(() => close(this.#view), 0);
      }
      if (open === update.startState.field(field)) return;
      this.#element.hidden = open === undefined;
      if (open === undefined) return;
      this.#element.replaceChildren(...open.options.map((option, index) => this.#row(option, index, index === open.active)));
      const view = update.view;
      // Places can be read only when the update is drawn.
      view.requestMeasure({
        read: () => view.coordsAtPos(open.from),
        write: (at) => {
          if (at === null) return;
          const height = Math.min(open.options.length, ROWS) * ROW_REM * 16 + 10;
          const below = at.bottom + height < window.innerHeight || at.top < height;
          Object.assign(this.#element.style, {
            left: `${Math.max(4, Math.min(at.left, window.innerWidth - this.#element.offsetWidth - 8))}px`,
            top: below ? `${at.bottom + 4}px` : `${at.top - height - 4}px`,
            maxHeight: `${height}px`,
          });
          this.#element.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" });
        },
      });
    }

    #row({ text, kind, detail }: Completions["options"][number], index: number, active: boolean): HTMLElement {
      const row = document.createElement("div");
      row.id = `${listId}-${index}`;
      row.setAttribute("role", "option");
      row.setAttribute("aria-selected", String(active));
      const name = document.createElement("span");
      name.textContent = text;
      const note = document.createElement("small");
      note.textContent = detail ?? kind;
      row.append(name, note);
      row.addEventListener("mousedown", (event) => {
        event.preventDefault();
        take(this.#view, index);
      });
      return row;
    }

    destroy(): void {
      this.#element.remove();
    }
  }

  return [
    field,
    ViewPlugin.fromClass(List),
    EditorView.contentAttributes.of((view) => {
      const open = view.state.field(field);
      return {
        "aria-autocomplete": "list",
        "aria-haspopup": "listbox",
        ...(open === undefined ? {} : { "aria-controls": listId, "aria-activedescendant": `${listId}-${open.active}` }),
      };
    }),
    Prec.highest(
      keymap.of([
        {
          key: "Ctrl-Space",
          run: (view) => {
            view.dispatch({ effects: set.of(propose(view.state.doc.toString(), view.state.selection.main.head, true)) });
            return true;
          },
        },
        { key: "ArrowDown", run: (view) => step(view, 1) },
        { key: "ArrowUp", run: (view) => step(view, -1) },
        { key: "Enter", run: (view) => take(view) },
        { key: "Tab", run: (view) => take(view) },
        { key: "Escape", run: close },
      ]),
    ),
  ];
}
