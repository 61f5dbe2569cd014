// A module of its own, so that a missing generated file fails here, when the model is loaded, and nowhere else.
// biome-ignore lint/suspicious/noTsIgnore: the file is made by scripts/embed-model.mjs and may be absent when types are checked
// @ts-ignore
export { data } from "./english-parser.generated.ts";
