import { printNote } from "./terminal.ts";

/** How far long work has come: on a terminal one line that is written over, in a log a line a minute. */
export interface Progress {
  update(done: number, total: number, label: string): void;
  /** Says what is being done when there is nothing to count. */
  say(text: string): void;
  end(): void;
}

export interface ProgressOptions {
  /** Milliseconds; default the clock. */
  readonly now?: () => number;
  /** Default standard error. */
  readonly output?: { readonly isTTY?: boolean; readonly columns?: number; write(text: string): unknown };
}

/** Time between two changes of the line, and between two lines in a log. */
const [REDRAW_MS, LOG_MS] = [80, 60_000];
const BAR = 20;

export function createProgress(verb: string, options: ProgressOptions = {}): Progress {
  const { now = () => performance.now(), output = process.stderr } = options;
  const pace = createPace();
  let last = now();
  if (output.isTTY !== true) {
    return {
      update: (done, total) => {
        const time = now();
        const rate = pace(time, done);
        if (time - last < LOG_MS || done === total) return;
        last = time;
        printNote(`${verb.toLowerCase()}: ${done} of ${total}${rate === undefined ? "" : `, ${describePace(rate, total - done)}`}`);
      },
      say: () => {},
      end: () => {},
    };
  }
  last = Number.NEGATIVE_INFINITY;
  const draw = (line: string): void => {
    output.write(`\r\x1b[2K${line.slice(0, (output.columns ?? 100) - 1)}`);
  };
  return {
    update: (done, total, label) => {
      const time = now();
      const rate = pace(time, done);
      if (time - last < REDRAW_MS && done < total) return;
      last = time;
      const filled = Math.round((BAR * done) / Math.max(1, total));
      const bar = "█".repeat(filled) + "░".repeat(BAR - filled);
      draw([`${verb} ${bar} ${done}/${total}`, ...(rate === undefined ? [] : [describePace(rate, total - done)]), label].join("  "));
    },
    say: draw,
    end: () => {
      output.write("\r\x1b[2K");
    },
  };
}

/** The pace of the last while, in milliseconds. What comes first may be much slower than the rest (a model is loaded) or much faster (nothing has changed). */
const WINDOW_MS = 20_000;
/** No pace is told from less. */
const LEAST_MS = 1500;

/** @returns Items a second lately, `undefined` as long as nobody can tell. */
export function createPace(): (time: number, done: number) => number | undefined {
  const seen: { readonly time: number; readonly done: number }[] = [];
  return (time, done) => {
    seen.push({ time, done });
    while (seen.length > 2 && time - (seen[1]?.time ?? time) >= WINDOW_MS) seen.shift();
    const [first] = seen;
    if (first === undefined || time - first.time < LEAST_MS || done <= first.done) return undefined;
    return ((done - first.done) * 1000) / (time - first.time);
  };
}

/** `4.1/s, 44 s left` */
function describePace(rate: number, left: number): string {
  const seconds = Math.ceil(left / rate);
  const time = seconds < 100 ? `${seconds} s` : seconds < 6000 ? `${Math.round(seconds / 60)} min` : `${(seconds / 3600).toFixed(1)} h`;
  return `${rate.toFixed(rate < 10 ? 1 : 0)}/s${left === 0 ? "" : `, ${time} left`}`;
}
