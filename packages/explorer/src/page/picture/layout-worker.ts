import { type LayoutInput, layoutRounds } from "./layout.ts";

/** Milliseconds between two reports to the page, at least; each makes it draw everything anew, so a large graph reports more seldom. */
const REPORT_MS = 250;
const REPORT_MS_PER_NODE = 0.15;

self.addEventListener("message", ({ data }: MessageEvent<LayoutInput>) => {
  const interval = Math.max(REPORT_MS, (data.positions.length / 2) * REPORT_MS_PER_NODE);
  let reported = performance.now();
  const rounds = layoutRounds(data);
  for (let step = rounds.next(); ; step = rounds.next()) {
    if (step.done === true) {
      self.postMessage({ places: step.value, done: true });
      return;
    }
    if (performance.now() - reported > interval) {
      self.postMessage({ places: step.value, done: false });
      reported = performance.now();
    }
  }
});
