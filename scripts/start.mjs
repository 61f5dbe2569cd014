// `npm start`: install, build, and run the main job on the five sample documents.
import { join } from "node:path";
import { install, node, requireNode, root, step } from "./toolchain.mjs";

requireNode();
await step("Installing packages", install);
await step("Building", async () => (await import("./build.mjs")).build());
console.log("› Building the knowledge graph of the five sample documents …\n");
node([join(root, "examples/dist/tour.js"), join(root, "out")]);
