import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import type { ChanceryError } from "@chancery/rdf";
import type { DocumentRecord } from "chancery";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { writeFileAtomically } from "../src/folder/atomic-write.ts";
import { type FileLayer, nodeFiles } from "../src/folder/file-layer.ts";
import { lockFolder } from "../src/folder/folder-lock.ts";
import {
  commitGraphFolder,
  openGraphFolder,
  prepareGraphFolder,
  readRecords,
  readSnapshot,
  writeSegment,
} from "../src/folder/graph-folder.ts";

const OPERATIONS = ["createNew", "write", "sync", "close", "rename", "makeFolder"] as const;
const CODES = ["ENOSPC", "EACCES", "EIO", "EROFS"] as const;

/** Files whose `nth` use of an operation fails; counts how often it was used. */
function faulty(operation: keyof FileLayer, code: string, nth: number): { readonly files: FileLayer; readonly used: () => number } {
  let used = 0;
  const original = nodeFiles[operation] as (...parameters: unknown[]) => unknown;
  const failing = (...parameters: unknown[]): unknown => {
    if (++used === nth) throw Object.assign(new Error(`${code}: injected, ${operation}`), { code });
    return original(...parameters);
  };
  return { files: { ...nodeFiles, [operation]: failing }, used: () => used };
}

const codeOf = (action: () => unknown): string => {
  try {
    action();
    return "done";
  } catch (error) {
    return (error as ChanceryError).code;
  }
};

/** One whole save: lock, two segments, quads, manifest. */
function save(folder: string, state: number, files: FileLayer): void {
  prepareGraphFolder(folder, files);
  const lock = lockFolder(folder, files);
  try {
    const record = (id: string): DocumentRecord =>
      ({ text: `state ${state}`, extraction: { document: { id } } }) as unknown as DocumentRecord;
    const documents = Object.fromEntries(
      ["document/a", "document/b"].map((id, index) => [id, writeSegment(folder, `${state}${index}`.padStart(32, "0"), record(id), files)]),
    );
    commitGraphFolder(folder, { engine: "test", namespaces: {}, inputs: {}, documents, quads: Buffer.from(`quads ${state}`) }, files);
  } finally {
    lock.release();
  }
}

function stateOf(folder: string): number {
  const opened = openGraphFolder(folder);
  const states = new Set([...readRecords(opened)].map(({ text }) => text.replace("state ", "")));
  states.add(
    Buffer.from(readSnapshot(opened) ?? [])
      .toString()
      .replace("quads ", ""),
  );
  expect(states.size).toBe(1);
  return Number([...states][0]);
}

const leftovers = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => /\.tmp$|(^|\/)lock/.test(name));

describe("saving when the disk fails", () => {
  let root = "";
  let folder = "";
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), "chancery-faults-"));
    folder = join(root, "my.graph");
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  it.each(OPERATIONS)("says so, keeps the old graph and leaves nothing behind, at every %s", (operation) => {
    save(folder, 1, nodeFiles);
    let state = 1;
    let points = 0;
    for (let nth = 1; ; nth++) {
      const code = CODES[nth % CODES.length] ?? "EIO";
      const { files, used } = faulty(operation, code, nth);
      const result = codeOf(() => save(folder, state + 1, files));
      if (used() < nth) {
        expect(result).toBe("done");
        break;
      }
      points++;
      expect([operation, nth, result]).toEqual([operation, nth, "file.unwritable"]);
      expect(stateOf(folder)).toBe(state);
      expect(leftovers(folder)).toEqual([]);
    }
    // Folders exist by now; the other operations are used for the lock, two segments, quads and manifest.
    expect(points).toBeGreaterThanOrEqual(operation === "makeFolder" ? 0 : 4);
    state++;
    expect(stateOf(folder)).toBe(state);
  });

  it("keeps the new graph when only the tidying up fails", () => {
    save(folder, 1, nodeFiles);
    for (const operation of ["remove", "list"] as const) {
      for (let nth = 1; nth < 8; nth++) {
        const { files } = faulty(operation, "EACCES", nth);
        codeOf(() => save(folder, 2, files));
        expect([1, 2]).toContain(stateOf(folder));
        // As at the end of the process: a lock that could not be given back is stale then.
        rmSync(join(folder, "lock"), { force: true });
      }
    }
    save(folder, 3, nodeFiles);
    expect(stateOf(folder)).toBe(3);
    // A half-made lock of this process, which still runs, may have stayed.
    expect(leftovers(folder).filter((name) => !name.startsWith("lock."))).toEqual([]);
    expect(readdirSync(join(folder, "documents"))).toHaveLength(2);
  });

  it("writes on where a write took only a part, and gives up where the device takes nothing", () => {
    const path = join(root, "file.txt");
    const dripping: FileLayer = {
      ...nodeFiles,
      write: (handle, bytes, offset) => nodeFiles.write(handle, bytes.subarray(0, offset + 7), offset),
    };
    writeFileAtomically(path, "a text of more than seven characters", dripping);
    expect(Buffer.from(nodeFiles.read(path)).toString()).toBe("a text of more than seven characters");
    expect(codeOf(() => writeFileAtomically(path, "other", { ...nodeFiles, write: () => 0 }))).toBe("file.unwritable");
    expect(Buffer.from(nodeFiles.read(path)).toString()).toBe("a text of more than seven characters");
    expect(readdirSync(root)).toEqual(["file.txt"]);
  });

  it("fails cleanly when the folder goes away in the middle", () => {
    save(folder, 1, nodeFiles);
    const vanishing: FileLayer = {
      ...nodeFiles,
      rename: (from, to) => {
        rmSync(folder, { recursive: true, force: true });
        nodeFiles.rename(from, to);
      },
    };
    expect(codeOf(() => save(folder, 2, vanishing))).toBe("file.unwritable");
  });

  it("refuses a folder that holds other things", () => {
    nodeFiles.makeFolder(folder);
    writeFileAtomically(join(folder, "documents", "mine.txt"), "my own report");
    expect(codeOf(() => prepareGraphFolder(folder))).toBe("graph-folder.foreign");
    writeFileAtomically(join(folder, "notes.txt"), "notes");
    expect(codeOf(() => prepareGraphFolder(folder))).toBe("graph-folder.foreign");
    expect(codeOf(() => prepareGraphFolder(join(root, "new.graph")))).toBe("done");
  });

  it("locks where the file system knows no links", () => {
    const plain: FileLayer = {
      ...nodeFiles,
      link: () => {
        throw Object.assign(new Error("injected"), { code: "ENOTSUP" });
      },
    };
    const lock = lockFolder(folder, plain);
    expect(codeOf(() => lockFolder(folder, plain))).toBe("graph-folder.locked");
    lock.release();
    lockFolder(folder, plain).release();
    expect(readdirSync(folder)).toEqual([]);
    // Half a lock is somebody's.
    writeFileAtomically(join(folder, "lock"), '{"pid": 1');
    expect(codeOf(() => lockFolder(folder, plain))).toBe("graph-folder.locked");
  });

  it("takes over the lock of a process that is gone, never that of a living one or of another machine", () => {
    const lock = lockFolder(folder);
    expect(codeOf(() => lockFolder(folder))).toBe("graph-folder.locked");
    lock.release();
    lock.release();
    const holder = { pid: 2 ** 22 + 1, host: hostname(), since: "2024-01-01T00:00:00.000Z", token: "0".repeat(16) };
    const holders: readonly (readonly [object, string])[] = [
      [holder, "done"],
      [{ ...holder, pid: process.pid, started: "another boot 1" }, process.platform === "linux" ? "done" : "graph-folder.locked"],
      [{ ...holder, pid: process.pid }, "graph-folder.locked"],
      [{ ...holder, host: "elsewhere.example" }, "graph-folder.locked"],
    ];
    for (const [content, expected] of holders) {
      writeFileAtomically(join(folder, "lock"), JSON.stringify(content));
      const result = codeOf(() => lockFolder(folder).release());
      expect([content, result]).toEqual([content, expected]);
    }
  });

  it.each([
    ["cut off", (text: string): string => text.slice(0, text.length / 2)],
    ["empty", (): string => ""],
    ["of another version", (text: string): string => text.replace('"version": 2', '"version": 3')],
    ["altered", (text: string): string => text.replace("document/a", "document/c")],
    ["pointing outside", (text: string): string => text.replace(/"segment": "0+10"/, '"segment": "../../../etc/passwd"')],
    ["something else", (): string => "[1, 2]"],
  ])("refuses a manifest that is %s", (_name, damage) => {
    save(folder, 1, nodeFiles);
    const path = join(folder, "manifest.json");
    writeFileAtomically(path, damage(Buffer.from(nodeFiles.read(path)).toString()));
    expect(codeOf(() => openGraphFolder(folder))).toBe("graph-folder.invalid");
  });
});
