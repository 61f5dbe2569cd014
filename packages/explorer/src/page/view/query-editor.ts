import { history, historyKeymap, standardKeymap } from "@codemirror/commands";
import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { EditorState, Prec } from "@codemirror/state";
import { EditorView, highlightActiveLine, keymap, lineNumbers } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { sparql } from "codemirror-lang-sparql";
import type { Completions } from "../query/complete-query.ts";
import { completionList } from "./completion-list.ts";

/** An editor for SPARQL in an element; the only module that knows CodeMirror. */
export interface QueryEditor {
  text(): string;
  setText(text: string): void;
  destroy(): void;
}

/** Colours come from the page's own, so that both themes fit. */
const HIGHLIGHT = HighlightStyle.define([
  { tag: [tags.keyword, tags.operatorKeyword], color: "var(--code-keyword)", fontWeight: "600" },
  { tag: [tags.string, tags.literal], color: "var(--code-string)" },
  { tag: [tags.variableName, tags.special(tags.variableName)], color: "var(--code-variable)" },
  { tag: [tags.number, tags.bool], color: "var(--code-number)" },
  { tag: [tags.comment, tags.lineComment], color: "var(--ink-soft)" },
  { tag: [tags.namespace, tags.url, tags.propertyName, tags.name], color: "var(--code-name)" },
]);

/**
 * @param onRun Ctrl+Enter or Cmd+Enter.
 * @param complete What may stand at a place.
 */
export function createQueryEditor(
  parent: HTMLElement,
  text: string,
  onRun: () => void,
  complete: (text: string, at: number, asked: boolean) => Completions | undefined,
): QueryEditor {
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: text,
      extensions: [
        Prec.highest(
          keymap.of([
            {
              key: "Mod-Enter",
              run: () => {
                onRun();
                return true;
              },
            },
          ]),
        ),
        completionList(complete),
        lineNumbers(),
        history(),
        highlightActiveLine(),
        EditorView.lineWrapping,
        sparql(),
        syntaxHighlighting(HIGHLIGHT),
        // Tab leaves the editor, unless completions are open: nobody is trapped who moves by keyboard.
        keymap.of([...standardKeymap, ...historyKeymap]),
        EditorView.contentAttributes.of({ "aria-label": "SPARQL query" }),
      ],
    }),
  });
  return {
    text: () => view.state.doc.toString(),
    setText(next) {
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: next } });
    },
    destroy: () => view.destroy(),
  };
}
