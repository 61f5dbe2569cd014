// What the workspace commands share: Node and network checks, progress lines, running tools.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const pnpmVersion = manifest.packageManager.split("@")[1];

/** The folder with gold annotations, test suites and treebanks, or undefined where it is not there. */
export function sharedFolder() {
  const folder = process.env.CHANCERY_SHARED ?? resolve(root, "..", "shared");
  return existsSync(join(folder, "spec")) ? folder : undefined;
}

export function fail(message, remedy) {
  console.error(`\n✗ ${message}`);
  if (remedy) console.error(`  ${remedy}`);
  process.exit(1);
}

/** Ends the process with a clear message when Node is older than the workspace supports. */
export function requireNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    fail(
      `chancery needs Node 20.19 or newer; this is ${process.version}.`,
      "Install a newer Node from https://nodejs.org and run the command again.",
    );
  }
}

/** Runs one named step with a progress line and the seconds it took. */
export async function step(name, action) {
  const start = Date.now();
  console.log(`› ${name} …`);
  await action();
  console.log(`  done in ${((Date.now() - start) / 1000).toFixed(1)} s`);
}

/** Runs a command in the workspace; its output is shown. Returns the exit status, or ends the process when `fatal`. */
export function run(command, args, { cwd = root, fatal = true, quiet = false, env = {} } = {}) {
  const result = spawnSync(command, args, {
    cwd,
    stdio: quiet ? "pipe" : "inherit",
    encoding: "utf8",
    env: { ...process.env, npm_config_update_notifier: "false", ...env },
  });
  if (result.error) fail(`${command} could not be started: ${result.error.message}`);
  if (result.status !== 0 && fatal) {
    if (quiet) console.error(`${result.stdout}${result.stderr}`);
    fail(`${[command, ...args].join(" ")} ended with status ${result.status}.`);
  }
  return result;
}

/** Runs a JavaScript file with this Node. */
export const node = (args, options) => run(process.execPath, args, options);

/** Runs a binary of the workspace's own node_modules. */
export function tool(name, args, options = {}) {
  return run(join(root, "node_modules", ".bin", name), args, options);
}

export const pnpm = (args, options) => run("npx", ["--yes", `pnpm@${pnpmVersion}`, ...args], options);

/** Installs what the lockfile says. Does nothing when everything is in place. */
export function install() {
  const result = pnpm(["install", "--frozen-lockfile", "--reporter=append-only"], { fatal: false, quiet: true });
  if (result.status === 0) return;
  const output = `${result.stdout}${result.stderr}`;
  console.error(output.trim());
  if (/ENOTFOUND|ECONNREFUSED|ETIMEDOUT|EAI_AGAIN|ERR_PNPM_META_FETCH_FAIL|network/i.test(output)) {
    fail(
      "The packages could not be fetched: the npm registry was not reached.",
      "Check the network, or set a mirror with `npm config set registry URL`, and run the command again.",
    );
  }
  fail("Installing the packages failed.", "Is pnpm-lock.yaml in step with the package.json files?");
}
