import { finishLayout, type LayoutInput, layoutRounds } from "./layout.ts";
import LayoutWorker from "./layout-worker.ts?worker&inline";

/** Up to this many nodes the layout is made at once: under a tenth of a second. */
const AT_ONCE = 250;
/** Milliseconds of work between two turns where there is no worker. */
const SLICE_MS = 12;

/**
 * Lays a graph out beside the page: in a worker, or in slices where workers are forbidden.
 *
 * @param onPlaces Called with places now and then, the last time with `done`.
 * @returns Ends the work.
 */
export function runLayout(input: LayoutInput, onPlaces: (places: Float32Array, done: boolean) => void): () => void {
  if (input.positions.length / 2 <= AT_ONCE) {
    onPlaces(finishLayout(input), true);
    return () => undefined;
  }
  let worker: Worker;
  try {
    worker = new LayoutWorker();
  } catch {
    return inSlices(input, onPlaces);
  }
  let endSlices: (() => void) | undefined;
  worker.addEventListener("message", ({ data }: MessageEvent<{ readonly places: Float32Array; readonly done: boolean }>) => {
    onPlaces(data.places, data.done);
    if (data.done) worker.terminate();
  });
  worker.addEventListener("error", () => {
    worker.terminate();
    endSlices ??= inSlices(input, onPlaces);
  });
  worker.postMessage(input);
  return () => {
    worker.terminate();
    endSlices?.();
  };
}

/** The forces over the whole graph, whatever its size: only browsers that refuse workers come here. */
function inSlices(input: LayoutInput, onPlaces: (places: Float32Array, done: boolean) => void): () => void {
  const rounds = layoutRounds(input);
  let timer = 0;
  const slice = (): void => {
    const end = performance.now() + SLICE_MS;
    let step = rounds.next();
    while (step.done !== true && performance.now() < end) step = rounds.next();
    if (step.done === true) onPlaces(step.value, true);
    else onPlaces(step.value(), false);
    if (step.done !== true) timer = window.setTimeout(slice, 0);
  };
  timer = window.setTimeout(slice, 0);
  return () => window.clearTimeout(timer);
}
