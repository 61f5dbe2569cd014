import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const source = (name: string): string => fileURLToPath(new URL(`./packages/${name}/src/index.ts`, import.meta.url));
const names = ["rdf", "nlp", "extract", "io", "sparql", "graph", "cli", "explorer"].filter((name) => existsSync(source(name)));

export default defineConfig({
  resolve: {
    alias: [
      ...names.map((name) => ({ find: new RegExp(`^@chancery/${name}$`), replacement: source(name) })),
      { find: /^chancery$/, replacement: source("chancery") },
    ],
  },
  test: {
    include: ["packages/*/test/**/*.test.ts", "test/**/*.test.ts"],
    globalSetup: ["test/global-setup.ts"],
    testTimeout: 60_000,
    maxWorkers: 2,
  },
});
