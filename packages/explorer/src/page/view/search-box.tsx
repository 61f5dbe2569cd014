import type { VNode } from "preact";
import { useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import { useExplorer } from "../explorer-context.ts";
import type { SearchHit } from "../model/search.ts";
import { titleWords } from "../model/words.ts";

export interface SearchBoxProps {
  readonly label: string;
  readonly placeholder?: string;
  /** `/` anywhere on the page comes here. */
  readonly shortcut?: boolean;
  /** Only entities. */
  readonly entitiesOnly?: boolean;
  /** Shown while nothing is being typed: the choice that was made before. */
  readonly chosen?: string;
  readonly onPick: (hit: SearchHit) => void;
}

/** A combobox after the ARIA pattern: type, arrows, Enter, Escape. */
export function SearchBox({ label, placeholder, shortcut, entitiesOnly, chosen, onPick }: SearchBoxProps): VNode {
  const { search } = useExplorer();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState<string>();
  const [active, setActive] = useState(0);
  const hits =
    text === undefined
      ? []
      : search(text, 24)
          .filter((hit) => entitiesOnly !== true || hit.kind === "entity")
          .slice(0, 10);
  const open = text !== undefined && text.trim() !== "";

  // Before the page is painted: whoever sees the field can use its key.
  useLayoutEffect(() => {
    if (shortcut !== true) return undefined;
    const onKey = (event: KeyboardEvent): void => {
      const target = event.target as HTMLElement;
      if (
        event.key !== "/" ||
        event.ctrlKey ||
        event.metaKey ||
        target.isContentEditable ||
        /^(?:input|textarea|select)$/i.test(target.tagName)
      )
        return;
      event.preventDefault();
      input.current?.focus();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [shortcut]);

  const pick = (hit: SearchHit): void => {
    setText(undefined);
    input.current?.blur();
    onPick(hit);
  };
  const onKey = (event: KeyboardEvent): void => {
    switch (event.key) {
      case "ArrowDown":
      case "ArrowUp":
        event.preventDefault();
        if (hits.length > 0) setActive((active + (event.key === "ArrowDown" ? 1 : hits.length - 1)) % hits.length);
        break;
      case "Enter": {
        const hit = hits[active] ?? hits[0];
        if (hit !== undefined) {
          event.preventDefault();
          pick(hit);
        }
        break;
      }
      case "Escape":
        setText(undefined);
        input.current?.blur();
        break;
    }
  };
  return (
    <div class="search">
      <input
        ref={input}
        type="search"
        // biome-ignore lint/a11y/noRedundantRoles: a search field is a combobox only by its role
        role="combobox"
        list={undefined}
        aria-label={label}
        aria-expanded={open}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={open && hits.length > 0 ? `${id}-${active}` : undefined}
        autocomplete="off"
        spellcheck={false}
        placeholder={placeholder}
        value={text ?? chosen ?? ""}
        onFocus={(event) => event.currentTarget.select()}
        onInput={(event) => {
          setText(event.currentTarget.value);
          setActive(0);
        }}
        onBlur={() => setText(undefined)}
        onKeyDown={onKey}
      />
      <div class="hits" id={`${id}-list`} role="listbox" aria-label={label} hidden={!open}>
        {hits.map((hit, index) => (
          <div
            key={hit.id}
            class="hit"
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            onMouseDown={(event) => {
              event.preventDefault();
              pick(hit);
            }}
          >
            <span dir="auto">{hit.label}</span>
            <small>
              {titleWords(hit.type)}
              {hit.alias === undefined ? "" : ` · ${hit.alias}`}
            </small>
          </div>
        ))}
        {open && hits.length === 0 && (
          <div role="option" tabIndex={-1} aria-selected="false" aria-disabled="true" class="hit none">
            Nothing is called that.
          </div>
        )}
      </div>
    </div>
  );
}
