import { layOutByCommunity } from "./community-layout.ts";
import { type LayoutInput, layoutRounds } from "./layout.ts";

/** Milliseconds between two reports to the page. */
const REPORT_MS = 250;

self.addEventListener("message", ({ data }: MessageEvent<LayoutInput>) => {
  if (data.groups !== undefined) {
    self.postMessage({ places: layOutByCommunity({ ...data, groups: data.groups }), done: true });
    return;
  }
  let reported = performance.now();
  const rounds = layoutRounds(data);
  for (let step = rounds.next(); ; step = rounds.next()) {
    if (step.done === true) {
      self.postMessage({ places: step.value, done: true });
      return;
    }
    if (performance.now() - reported > REPORT_MS) {
      self.postMessage({ places: step.value(), done: false });
      reported = performance.now();
    }
  }
});
