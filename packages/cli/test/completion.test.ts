import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chancery } from "./run-in-process.ts";

const run = (shell: string, args: readonly string[], cwd?: string) =>
  spawnSync(shell, args, { encoding: "utf8", timeout: 30_000, ...(cwd === undefined ? {} : { cwd, env: { ...process.env, HOME: cwd } }) });
const has = (shell: string): boolean => run(shell, ["-c", "true"]).error === undefined;
const missing = ["bash", "zsh", "fish"].filter((shell) => !has(shell));
if (missing.length > 0) console.log(`Skipped: completion in ${missing.join(", ")}; install the shell (apt install ${missing.join(" ")}).`);

/** A line as typed, and what must be offered for its last word, or must not. */
const LINES: readonly (readonly [line: string, offered: readonly string[], not: readonly string[]])[] = [
  ["chancery ex", ["explain", "export", "extract"], ["build"]],
  ["chancery measure b", ["betweenness", "bridges"], ["degree"]],
  ["chancery completion ", ["bash", "zsh", "fish"], []],
  ["chancery query --format t", ["table", "tsv", "turtle"], ["json"]],
  ["chancery explain --se", ["--sentence"], ["--speaker"]],
  ["chancery facts --sp", ["--speaker"], ["--sentence"]],
  ["chancery validate --shap", ["--shapes"], []],
];

describe("completion", () => {
  let folder = "";
  const scripts = new Map<string, string>();
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "chancery-completion-"));
    for (const shell of ["bash", "zsh", "fish"]) {
      const { stdout, status } = await chancery(["completion", shell]);
      expect(status).toBe(0);
      scripts.set(shell, stdout);
    }
    mkdirSync(join(folder, "functions"));
    writeFileSync(join(folder, "functions/_chancery"), scripts.get("zsh") ?? "");
    writeFileSync(join(folder, "chancery.fish"), scripts.get("fish") ?? "");
    writeFileSync(join(folder, "chancery.bash"), scripts.get("bash") ?? "");
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("knows every command and every long option, in all shells", async () => {
    const commands = [...(await chancery(["--help"])).stdout.matchAll(/^ {2}([a-z]+) \[options\]/gm)].map(([, name]) => name ?? "");
    expect(commands.length).toBeGreaterThan(15);
    for (const name of commands) {
      const options = [...(await chancery([name, "--help"])).stdout.matchAll(/^ {2}(?:-\w, )?--([a-z-]+)/gm)].map(
        ([, option]) => option ?? "",
      );
      for (const [shell, script] of scripts) {
        expect(script).toContain(name);
        for (const option of options)
          expect([shell, name, script.includes(shell === "fish" ? `-l ${option}` : `--${option}`)]).toEqual([shell, name, true]);
      }
    }
  });

  describe.skipIf(!has("bash"))("in bash", () => {
    it.each(LINES)("%s", (line, offered, not) => {
      const words = line.split(" ");
      const script = `. ${join(folder, "chancery.bash")}; COMP_WORDS=(${words.map((word) => `'${word}'`).join(" ")}); COMP_CWORD=${words.length - 1}; _chancery; printf '%s\\n' "\${COMPREPLY[@]}"`;
      const found = run("bash", ["-c", script], folder).stdout.trim().split("\n");
      expect(found).toEqual(expect.arrayContaining([...offered]));
      for (const word of not) expect(found).not.toContain(word);
    });
  });

  describe.skipIf(!has("fish"))("in fish", () => {
    it.each(LINES)("%s", (line, offered, not) => {
      const { stdout } = run("fish", ["--no-config", "-c", `source ${join(folder, "chancery.fish")}; complete -C '${line}'`], folder);
      const found = stdout.split("\n").map((row) => row.split("\t")[0]);
      expect(found).toEqual(expect.arrayContaining([...offered]));
      for (const word of not) expect(found).not.toContain(word);
    });
  });

  describe.skipIf(!has("zsh"))("in zsh", { timeout: 60_000 }, () => {
    it("reads the script", () => {
      const { status, stderr } = run("zsh", ["-n", join(folder, "functions/_chancery")]);
      expect([status, stderr]).toEqual([0, ""]);
    });

    it.each(LINES)("%s", (line, offered, not) => {
      // zsh completes only what is typed in a terminal: this one is made by its own module. Ctrl+D lists without completing.
      const script = `
zmodload zsh/zpty
zpty -b shell zsh -f -i
say() { zpty -w -n shell "$1" }
hear() { local piece; local -F end=$((SECONDS + $1)); while (( SECONDS < end )); do zpty -r -t shell piece && heard+=$piece || sleep 0.05; [[ -n "$2" && $heard == *$2* ]] && return; done }
typeset -F SECONDS
say $'PS1=; stty cols 1000; fpath=(${join(folder, "functions")} $fpath); autoload -Uz compinit; compinit -D -u; print rea""dy\\n'
hear 15 ready
heard=
say '${line}'
say $'\\x04'
hear 3 ${JSON.stringify(offered.at(-1) ?? "")}
hear 0.3
print -r -- "$heard"
zpty -d shell`;
      const { stdout } = run("zsh", ["-f", "-c", script], folder);
      const listed = stdout.replace(/\x1b\[[0-9;?]*[A-Za-z]/g, " ").split(/\s+/);
      expect(listed).toEqual(expect.arrayContaining([...offered]));
      for (const word of not) expect(listed).not.toContain(word);
    });
  });
});
