import { ChanceryError } from "chancery";
import picocolors from "picocolors";

/** Exit codes. `locked` is `EX_TEMPFAIL` of sysexits.h: trying again later may help. */
export const EXIT = { done: 0, failed: 1, usage: 2, locked: 75, interrupted: 130 } as const;

export const EXIT_HELP: string =
  "Exit codes: 0 done; 1 wrong input or nothing found; 2 wrong usage; 75 the graph folder is being written by another process (try again later).";

/** Colours for standard output, only where it is a terminal (and `NO_COLOR` is not set). */
export const colors: ReturnType<typeof picocolors.createColors> = picocolors.createColors(
  process.stdout.isTTY === true && (process.env.NO_COLOR ?? "") === "",
);

/** A line for people on standard error. */
export function printNote(text: string): void {
  process.stderr.write(`chancery: ${text}\n`);
}

/** Text in pieces to standard output; waits where the reader is slower. */
export async function print(pieces: string | Iterable<string>): Promise<void> {
  let gathered = "";
  const flush = async (): Promise<void> => {
    const full = !process.stdout.write(gathered);
    gathered = "";
    if (full) await new Promise((resolve) => process.stdout.once("drain", resolve));
  };
  for (const piece of typeof pieces === "string" ? [pieces] : pieces) {
    gathered += piece;
    if (gathered.length > 1 << 16) await flush();
  }
  if (gathered !== "") await flush();
}

export const printJson = (data: unknown): Promise<void> => print(`${JSON.stringify(data, null, 2)}\n`);

/** Prints an error for people: message, place, excerpt, remedy, code. A bug of ours shows its stack. */
export function printError(error: unknown): void {
  if (error instanceof ChanceryError) {
    process.stderr.write(`chancery: ${error.describe()} [${error.code}]\n`);
    return;
  }
  process.stderr.write(`chancery: unexpected error, please report it\n${error instanceof Error ? error.stack : String(error)}\n`);
}

/** The exit code that an error ends the command with. */
export function exitCodeOf(error: unknown): number {
  if (error instanceof ChanceryError) return error.code === "graph-folder.locked" ? EXIT.locked : EXIT.failed;
  return error instanceof DOMException && error.name === "AbortError" ? EXIT.interrupted : EXIT.failed;
}
