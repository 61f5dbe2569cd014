// Builds the explorer's page into dist/page.html: one file with style and script inlined and a place left for the data.
// Does nothing when no input has changed: the hash of all inputs is kept beside the page.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, relative } from "node:path";
import { gzipSync } from "node:zlib";

const explorer = join(import.meta.dirname, "..");
const packages = join(explorer, "..");
const root = join(packages, "..");
const page = join(explorer, "src/page");
const target = join(explorer, "dist/page.html");
const stamp = join(explorer, "dist/page.hash");

/** Largest page without data, compressed: it is copied into every export and opened over slow lines. */
const MAX_GZIP_BYTES = 300_000;

/** Packages whose sources go into the page. */
const LIBRARIES = ["rdf", "sparql", "graph", "extract", "chancery"];

function* filesIn(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesIn(path);
    else yield path;
  }
}

function hashInputs() {
  const hash = createHash("sha256");
  const add = (path) => hash.update(relative(root, path)).update("\0").update(readFileSync(path)).update("\0");
  add(import.meta.filename);
  add(join(explorer, "package.json"));
  const lock = join(root, "pnpm-lock.yaml");
  if (existsSync(lock)) add(lock);
  for (const path of filesIn(page)) add(path);
  for (const name of LIBRARIES) {
    // Large generated data is never part of the page.
    for (const path of filesIn(join(packages, name, "src"))) if (!path.endsWith(".generated.ts")) add(path);
  }
  return hash.digest("hex");
}

/** Vite's output must stand inside a script element: no end tag and no comment start may appear in it. */
function inlineScript(code) {
  // In JavaScript both can only be part of a string, a template, a regular expression or a comment; the escapes mean the same in the first three.
  return code.replace(/<\/(script)/gi, "<\\/$1").replace(/<!--/g, "<\\!--");
}

async function bundle() {
  // Vite takes a test run's NODE_ENV for a wish for the development builds of packages.
  process.env.NODE_ENV = "production";
  const { build } = await import("vite");
  const alias = LIBRARIES.filter((name) => name !== "chancery").map((name) => ({
    find: new RegExp(`^@chancery/${name}$`),
    replacement: join(packages, name, "src/index.ts"),
  }));
  alias.push({ find: /^chancery\/knowledge$/, replacement: join(packages, "chancery/src/knowledge.ts") });
  alias.push({ find: /^re2js$/, replacement: join(page, "query/native-patterns.ts") });
  const result = await build({
    root: page,
    configFile: false,
    logLevel: "warn",
    mode: "production",
    publicDir: false,
    resolve: { alias },
    oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
    // Module workers from a blob are refused to pages opened from disk: classic ones.
    worker: { format: "iife", rollupOptions: { output: { codeSplitting: false } } },
    build: {
      write: false,
      target: "es2022",
      modulePreload: false,
      cssCodeSplit: false,
      reportCompressedSize: false,
      assetsInlineLimit: () => true,
      rollupOptions: { input: join(page, "main.tsx"), output: { format: "es", codeSplitting: false } },
    },
    define: { "process.env.NODE_ENV": '"production"' },
  });
  const { output } = Array.isArray(result) ? result[0] : result;
  const scripts = output.filter(({ type }) => type === "chunk");
  const styles = output.filter(({ fileName }) => fileName.endsWith(".css"));
  if (scripts.length !== 1) throw new Error(`The page must be one script, not ${scripts.map(({ fileName }) => fileName).join(", ")}.`);
  return {
    script: inlineScript(scripts[0].code),
    style: styles.map(({ source }) => String(source)).join("\n"),
    modules: scripts[0].modules,
  };
}

async function main() {
  const hash = hashInputs();
  if (existsSync(target) && existsSync(stamp) && readFileSync(stamp, "utf8") === hash) return;
  execFileSync(process.execPath, [tscPath(), "-p", join(page, "tsconfig.json")], { stdio: "inherit" });
  const { script, style, modules } = await bundle();
  if (/<\/style/i.test(style)) throw new Error("The style sheet holds an end tag.");
  const digest = createHash("sha256").update(script, "utf8").digest("base64");
  const policy = [
    "default-src 'none'",
    `script-src 'sha256-${digest}'`,
    // Style elements are made by the editor; a style can't run anything, and nothing it names can be loaded.
    "style-src 'unsafe-inline'",
    "worker-src blob:",
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  const parts = { "%CSP%": policy, "/*%STYLE%*/": style, "/*%SCRIPT%*/": script };
  // One pass, so that a mark inside the script is no mark.
  const html = readFileSync(join(page, "index.html"), "utf8").replace(/%CSP%|\/\*%(?:STYLE|SCRIPT)%\*\//g, (mark) => parts[mark]);
  const bytes = gzipSync(html, { level: 9 }).length;
  if (bytes > MAX_GZIP_BYTES) {
    console.error(largest(modules));
    throw new Error(`The page has ${bytes} bytes compressed, more than ${MAX_GZIP_BYTES}.`);
  }
  mkdirSync(join(explorer, "dist"), { recursive: true });
  writeFileSync(`${target}.tmp`, html);
  renameSync(`${target}.tmp`, target);
  writeFileSync(stamp, hash);
  if (process.env.CHANCERY_PAGE_REPORT !== undefined) console.log(largest(modules));
  console.log(`page: ${html.length} characters, ${bytes} bytes compressed`);
}

function largest(modules) {
  return Object.entries(modules)
    .map(([id, { renderedLength }]) => [renderedLength, relative(root, id)])
    .sort((a, b) => b[0] - a[0])
    .slice(0, 60)
    .map(([length, id]) => `${String(length).padStart(8)} ${id}`)
    .join("\n");
}

function tscPath() {
  const require = createRequire(join(root, "package.json"));
  return join(require.resolve("typescript/package.json"), "../bin/tsc");
}

await main();
