import { type FSWatcher, readdirSync, statSync, watch } from "node:fs";
import { dirname, join } from "node:path";

export interface WatchOptions {
  readonly signal: AbortSignal;
  /** Called one at a time, some time after the last of a row of changes. */
  readonly onChange: () => Promise<void>;
  /** Look at the files so often, in milliseconds, instead of asking the system to tell. Default: only where the system can't tell, every 2 s. */
  readonly pollMs?: number;
  /** What `fingerprintOf` said before the caller last read the files: what changed since then counts as a change. Default: as they are now. */
  readonly since?: string;
  /** Quiet time after a change before `onChange` is called. Default 300 ms. */
  readonly debounceMs?: number;
}

const FALLBACK_POLL_MS = 2000;

/** Calls `onChange` whenever one of the paths (files, folders, patterns) or something below it changes, until the signal is aborted. */
export async function watchFiles(paths: readonly string[], options: WatchOptions): Promise<void> {
  const { signal, onChange, debounceMs = 300 } = options;
  const roots = rootsOf(paths);
  const watchers: FSWatcher[] = [];
  let poller: NodeJS.Timeout | undefined;
  let timer: NodeJS.Timeout | undefined;
  let running = false;
  let again = false;

  const run = async (): Promise<void> => {
    if (running) {
      again = true;
      return;
    }
    running = true;
    do {
      again = false;
      await onChange();
    } while (again && !signal.aborted);
    running = false;
  };
  const changed = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void run(), debounceMs);
  };
  const poll = (every: number): void => {
    if (poller !== undefined) return;
    let before = options.since ?? fingerprint(roots);
    poller = setInterval(() => {
      const now = fingerprint(roots);
      if (now !== before) changed();
      before = now;
    }, every);
  };

  if (options.pollMs !== undefined) poll(options.pollMs);
  else {
    for (const root of roots) {
      try {
        // A file that is replaced by renaming is lost to a watcher of its own, so its folder is watched.
        const folder = statSync(root, { throwIfNoEntry: false })?.isDirectory() === true ? root : dirname(root);
        const watcher = watch(folder, { recursive: folder === root }, changed);
        watcher.on("error", () => poll(FALLBACK_POLL_MS));
        watchers.push(watcher);
      } catch {
        poll(FALLBACK_POLL_MS);
      }
    }
  }
  // What came while the caller was still reading is told by no watcher.
  if (options.since !== undefined && fingerprint(roots) !== options.since) changed();
  await new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
  clearTimeout(timer);
  clearInterval(poller);
  for (const watcher of watchers) watcher.close();
}

/** The state of all that `watchFiles` would watch, to be taken before the files are read. */
export const fingerprintOf = (paths: readonly string[]): string => fingerprint(rootsOf(paths));

const rootsOf = (paths: readonly string[]): readonly string[] => [...new Set(paths.filter((path) => path !== "-").map(rootOf))];

/** What of a path exists: of a pattern, the folder before its first wildcard. */
function rootOf(path: string): string {
  if (statSync(path, { throwIfNoEntry: false }) !== undefined) return path;
  const fixed = path.split("/");
  const wild = fixed.findIndex((part) => /[*?{}[\]()!]/.test(part));
  return wild < 0 ? path : wild === 0 ? "." : fixed.slice(0, wild).join("/") || "/";
}

/** Names, sizes and times of everything below some paths. */
function fingerprint(roots: readonly string[]): string {
  const visit = (path: string): string => {
    const status = statSync(path, { throwIfNoEntry: false });
    if (status === undefined) return `${path} gone\n`;
    if (!status.isDirectory()) return `${path} ${status.size} ${status.mtimeMs}\n`;
    try {
      return readdirSync(path)
        .sort()
        .map((name) => visit(join(path, name)))
        .join("");
    } catch {
      return `${path} unreadable\n`;
    }
  };
  return roots.map(visit).join("");
}
