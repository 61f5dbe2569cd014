// Takes the lock as often as it can and, while it has it, adds one to a number in a file in two steps that only a lock keeps together.
import { readFileSync, writeFileSync } from "node:fs";
import { lockFolder } from "../dist/folder/folder-lock.js";

const [folder, rounds, crashes] = process.argv.slice(2);
const pause = new Int32Array(new SharedArrayBuffer(4));
let won = 0;
while (won < Number(rounds)) {
  let lock;
  try {
    lock = lockFolder(folder);
  } catch (error) {
    if (error.code !== "graph-folder.locked") throw error;
    Atomics.wait(pause, 0, 0, 2);
    continue;
  }
  const file = `${folder}/count`;
  const count = Number(readFileSync(file, "utf8"));
  Atomics.wait(pause, 0, 0, 1);
  writeFileSync(file, `${count + 1}`);
  won++;
  if (crashes === "crash" && won === Number(rounds)) process.kill(process.pid, "SIGKILL");
  lock.release();
}
