import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { ChanceryError } from "@chancery/rdf";
import { isTemporary, makeFolder, unwritable } from "./atomic-write.ts";
import { type FileLayer, nodeFiles } from "./file-layer.ts";

/** Who holds a lock. */
interface Holder {
  readonly pid: number;
  readonly host: string;
  /** When the process started, in the words of its system; tells a process from a later one with the same number. Absent where it is not known. */
  readonly started?: string;
  /** When the lock was taken, ISO 8601; only for people. */
  readonly since: string;
  readonly token: string;
}

export interface FolderLock {
  /** Gives the lock back; a second time does nothing. */
  readonly release: () => void;
}

const LOCK = "lock";

/**
 * Takes the one writer's lock of a folder, which is made where it does not exist. A lock whose process is gone (killed, crashed, machine restarted) is taken over.
 * The lock of another machine (a shared file system) is never taken over.
 *
 * @throws ChanceryError `graph-folder.locked` with who holds it; `file.unwritable`.
 */
export function lockFolder(folder: string, files: FileLayer = nodeFiles): FolderLock {
  const path = join(folder, LOCK);
  const own: Holder = {
    pid: process.pid,
    host: hostname(),
    ...optional("started", startOf(process.pid)),
    since: new Date().toISOString(),
    token: randomBytes(8).toString("hex"),
  };
  try {
    makeFolder(folder, files);
  } catch (cause) {
    throw unwritable(folder, cause);
  }
  // A lock that is given back between asking for it and reading whose it was is asked for again.
  for (let tries = 0; !place(path, own, files); tries++) {
    const holder = readHolder(path, files);
    if (holder === undefined ? files.exists(path) || tries > 100 : isAlive(holder)) throw locked(folder, holder);
    if (holder === undefined) continue;
    takeOver(folder, path, own, files);
    break;
  }
  let held = true;
  const release = (): void => {
    if (!held) return;
    held = false;
    if (readHolder(path, files)?.token === own.token) removeQuietly(path, files);
  };
  return { release };
}

/** Errors of file systems that know no second names (FAT, some network drives). */
const NO_LINKS: ReadonlySet<string | undefined> = new Set(["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS"]);

/** Puts a lock file in place with its content, in one step. @returns Whether the name was free. */
function place(path: string, holder: Holder, files: FileLayer): boolean {
  // A file that is first written and then linked is never seen half written.
  const written = `${path}.${holder.token}`;
  try {
    writeNew(written, holder, files);
    try {
      files.link(written, path);
    } catch (error) {
      if (!NO_LINKS.has((error as NodeJS.ErrnoException).code)) throw error;
      // Whoever sees this one half written takes it for a living process's.
      writeNew(path, holder, files);
    }
    return true;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw unwritable(path, cause);
  } finally {
    removeQuietly(written, files);
  }
}

function writeNew(path: string, holder: Holder, files: FileLayer): void {
  const handle = files.createNew(path);
  try {
    const bytes = Buffer.from(JSON.stringify(holder));
    if (files.write(handle, bytes, 0) < bytes.length) throw new Error("The device takes no more bytes.");
    files.sync(handle);
  } finally {
    files.close(handle);
  }
}

/** Cleaning up must not hide what went wrong before. */
function removeQuietly(path: string, files: FileLayer): void {
  try {
    files.remove(path);
  } catch {}
}

/** Removes a stale lock and takes its place. Only one process at a time may do so, or the second would remove the first one's fresh lock. */
function takeOver(folder: string, path: string, own: Holder, files: FileLayer): void {
  const breaking = `${path}.break`;
  const lose = (): never => {
    throw locked(folder, readHolder(path, files));
  };
  if (!place(breaking, own, files)) {
    const other = readHolder(breaking, files);
    if (other === undefined || isAlive(other)) lose();
    // That process was killed while it took over. Renaming succeeds for one only; whoever catches a fresh one this way puts it back.
    const caught = `${breaking}.${own.token}`;
    try {
      files.rename(breaking, caught);
      if (readHolder(caught, files)?.token !== other?.token) files.link(caught, breaking);
    } catch {
    } finally {
      removeQuietly(caught, files);
    }
    if (!place(breaking, own, files)) lose();
  }
  try {
    const holder = readHolder(path, files);
    if (holder !== undefined && isAlive(holder)) lose();
    // A stale lock is removed by nobody but the one process that is here.
    if (holder !== undefined) files.remove(path);
    if (!place(path, own, files)) lose();
  } finally {
    removeQuietly(breaking, files);
  }
}

/** Removes what killed writers left in a folder; what belongs to a process that is just asking for the lock stays. Only the holder of the lock may. */
export function removeLeftovers(folder: string, files: FileLayer): void {
  for (const name of files.list(folder)) {
    const path = join(folder, name);
    const holder = /^lock\.[0-9a-f]{16}$/.test(name) ? readHolder(path, files) : undefined;
    if (isTemporary(name) || (holder !== undefined && !isAlive(holder))) files.remove(path);
  }
}

function locked(folder: string, holder: Holder | undefined): ChanceryError {
  const who = holder === undefined ? "another process" : `process ${holder.pid} on ${holder.host}, since ${holder.since}`;
  const unknown = holder === undefined || holder.host !== hostname();
  return new ChanceryError("graph-folder.locked", `${folder} is being written by ${who}.`, {
    place: { source: folder },
    remedy: unknown
      ? `Wait until it is done; if that process is gone, remove ${join(folder, LOCK)}.`
      : "Wait until it is done, or end that process.",
  });
}

function readHolder(path: string, files: FileLayer): Holder | undefined {
  try {
    const data: unknown = JSON.parse(Buffer.from(files.read(path)).toString("utf8"));
    const { pid, host, token } = data as Partial<Holder>;
    return Number.isInteger(pid) && typeof host === "string" && typeof token === "string" ? (data as Holder) : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a lock's process still runs. Of another machine's nobody here can tell, so it counts as running. */
function isAlive(holder: Holder): boolean {
  if (holder.host !== hostname()) return true;
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    // EPERM: it runs, as another user.
    if ((error as NodeJS.ErrnoException).code === "ESRCH") return false;
  }
  const started = startOf(holder.pid);
  return holder.started === undefined || started === undefined || holder.started === started;
}

/** Boot and ticks since then at which a process started, from Linux's /proc; other systems don't say. */
function startOf(pid: number): string | undefined {
  try {
    const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
    const status = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The second field is the program's name in brackets and may hold blanks; the start time is field 22.
    const fields = status.slice(status.lastIndexOf(")") + 2).split(" ");
    // A killed process that nobody has waited for yet still has a number, but it writes no more.
    return fields[0] === "Z" ? "ended" : `${boot} ${fields[19]}`;
  } catch {
    return undefined;
  }
}

function optional(name: "started", value: string | undefined): { readonly started?: string } {
  return value === undefined ? {} : { [name]: value };
}
