import type { VNode } from "preact";
import { useState } from "preact/hooks";

/** Copies the address of the view. Where the clipboard is closed, shows it for copying by hand. */
export function ShareButton(): VNode {
  const [said, setSaid] = useState<"copied" | "shown">();
  const share = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(window.location.href);
      setSaid("copied");
      window.setTimeout(() => setSaid(undefined), 2500);
    } catch {
      setSaid("shown");
    }
  };
  return (
    <>
      <button type="button" class="quiet" onClick={() => void share()}>
        {said === "copied" ? "Link copied" : "Share view"}
      </button>
      <span class="visually-hidden" role="status">
        {said === "copied" ? "The link to this view is on the clipboard." : ""}
      </span>
      {said === "shown" && (
        <div class="share-box">
          <label>
            Link to this view
            <input type="text" readOnly value={window.location.href} onFocus={(event) => event.currentTarget.select()} />
          </label>
          <button type="button" class="quiet" onClick={() => setSaid(undefined)}>
            Close
          </button>
        </div>
      )}
    </>
  );
}
