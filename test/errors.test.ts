import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "..");

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory()
      ? sources(join(folder, entry.name))
      : /\.tsx?$/.test(entry.name) && !entry.name.includes(".generated.")
        ? [join(folder, entry.name)]
        : [],
  );
}

/** Every string literal shaped like an error code in a place that makes an error: `area.what-happened`. */
function codesInSources(): Set<string> {
  const codes = new Set<string>();
  for (const name of readdirSync(join(root, "packages"))) {
    for (const file of sources(join(root, "packages", name, "src"))) {
      const text = readFileSync(file, "utf8");
      for (const match of text.matchAll(
        /(?:new (?:Chancery|Nlp)Error|\bcode:|\b\w*[eE]rror|\bfail)\s*\(?\s*"([a-z][a-z-]*\.[a-z][a-z0-9-]*)"/g,
      ))
        codes.add(match[1] ?? "");
    }
  }
  return codes;
}

describe("docs/errors.md", () => {
  const documented = new Set(
    [...readFileSync(join(root, "docs/errors.md"), "utf8").matchAll(/^\| `([a-z][a-z-]*\.[a-z0-9-]+)` \|/gm)].map(
      (match) => match[1] ?? "",
    ),
  );
  it("lists every code that the packages can throw", () => {
    expect([...codesInSources()].filter((code) => !documented.has(code)).sort()).toEqual([]);
  });
  it("lists no code that nothing throws", () => {
    const all = readdirSync(join(root, "packages"))
      .flatMap((name) => sources(join(root, "packages", name, "src")).map((file) => readFileSync(file, "utf8")))
      .join("\n");
    expect([...documented].filter((code) => !all.includes(`"${code}"`))).toEqual([]);
  });
});
