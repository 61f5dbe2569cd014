import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "..");
const packages = readdirSync(join(root, "packages")).sort();

/** Layers of ARCHITECTURE.md: a package may import only from lower layers, and only what is listed. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  rdf: [],
  nlp: [],
  extract: ["rdf", "nlp"],
  io: ["rdf"],
  sparql: ["rdf"],
  graph: ["rdf"],
  chancery: ["rdf", "nlp", "extract", "io", "sparql", "graph"],
  cli: ["chancery", "rdf", "io", "sparql", "graph", "explorer"],
  explorer: ["chancery", "rdf", "io", "sparql", "graph", "extract"],
};

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.name === "node_modules" || entry.name === "dist") return [];
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sources(path);
    return /\.(ts|tsx|mjs)$/.test(entry.name) && !entry.name.endsWith(".d.ts") && !entry.name.endsWith(".generated.ts") ? [path] : [];
  });
}

const imports = (text: string): string[] => [...text.matchAll(/(?:from|import)\s*\(?\s*["']([^"']+)["']/g)].map((match) => match[1] ?? "");

describe("layers", () => {
  it("knows every package", () => expect(packages).toEqual(Object.keys(ALLOWED).sort()));

  it.each(packages)("%s imports only what its layer allows", (name) => {
    const wrong = sources(join(root, "packages", name, "src")).flatMap((file) =>
      imports(readFileSync(file, "utf8"))
        .map((specifier) => (specifier === "chancery" ? "chancery" : /^@chancery\/([a-z]+)/.exec(specifier)?.[1]))
        .filter((target) => target !== undefined && target !== name && !ALLOWED[name]?.includes(target))
        .map((target) => `${relative(root, file)} imports ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  it.each(packages.filter((name) => name !== "cli" && name !== "explorer"))(
    "%s is pure: no Node modules, no console, no clock, no chance",
    (name) => {
      const wrong = sources(join(root, "packages", name, "src")).flatMap((file) => {
        const text = readFileSync(file, "utf8");
        const code = text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/\/\/.*$/gm, "");
        return [
          ...imports(text).filter((specifier) => specifier.startsWith("node:")),
          ...[...code.matchAll(/\bconsole\.\w+|\bMath\.random\b/g)].map((match) => match[0]),
        ].map((finding) => `${relative(root, file)}: ${finding}`);
      });
      expect(wrong).toEqual([]);
    },
  );
});

describe("file sizes", () => {
  it("no file has more than 600 lines (data tables aside)", () => {
    const long = [
      ...packages.flatMap((name) => sources(join(root, "packages", name))),
      ...sources(join(root, "scripts")),
      ...sources(join(root, "test")),
    ]
      .filter((file) => !/[.-](table|lexicon|data)\.(ts|mjs)$/.test(file))
      .map((file) => ({ file: relative(root, file), lines: readFileSync(file, "utf8").split("\n").length }))
      .filter(({ lines }) => lines > 600);
    expect(long).toEqual([]);
  });
});
