import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeSync,
} from "node:fs";

/** The few file operations that saving is made of, so that tests can make any of them fail. All throw the errors of `node:fs`. */
export interface FileLayer {
  /** Opens a file that must not exist yet. */
  readonly createNew: (path: string) => number;
  /** Writes from `offset` on; may write less than all. @returns The number of bytes written. */
  readonly write: (handle: number, bytes: Uint8Array, offset: number) => number;
  /** Returns when the bytes are on the disk. */
  readonly sync: (handle: number) => void;
  readonly close: (handle: number) => void;
  readonly rename: (from: string, to: string) => void;
  /** A second name for a file; fails where the name is taken. */
  readonly link: (from: string, to: string) => void;
  /** Removes a file; no error where there is none. */
  readonly remove: (path: string) => void;
  /** Removes a folder that is empty. */
  readonly removeFolder: (path: string) => void;
  /** Makes one folder in a folder that exists. */
  readonly makeFolder: (path: string) => void;
  readonly read: (path: string) => Uint8Array;
  readonly list: (folder: string) => readonly string[];
  readonly exists: (path: string) => boolean;
  /** Makes new and changed names in a folder durable; does nothing where the system has no such thing. */
  readonly syncFolder: (folder: string) => void;
}

export const nodeFiles: FileLayer = {
  createNew: (path) => openSync(path, "wx"),
  write: (handle, bytes, offset) => writeSync(handle, bytes, offset),
  sync: fsyncSync,
  close: closeSync,
  rename: renameSync,
  link: linkSync,
  remove: (path) => rmSync(path, { force: true }),
  removeFolder: rmdirSync,
  makeFolder: (path) => {
    mkdirSync(path);
  },
  read: (path) => readFileSync(path),
  list: (folder) => readdirSync(folder),
  exists: existsSync,
  syncFolder: (folder) => {
    // Some file systems and Windows don't allow opening a folder; the files in it are complete either way.
    try {
      const handle = openSync(folder, "r");
      try {
        fsyncSync(handle);
      } finally {
        closeSync(handle);
      }
    } catch {}
  },
};
