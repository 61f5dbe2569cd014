import { InvalidArgumentError } from "commander";

/** Option that may be given several times. */
export const collect = (value: string, previous: readonly string[]): string[] => [...previous, value];

/** Option that takes a whole number from `low` to `high`. */
export const wholeNumber =
  (low: number, high: number) =>
  (value: string): number => {
    const number = Number(value);
    if (!Number.isInteger(number) || number < low || number > high)
      throw new InvalidArgumentError(`It takes a whole number from ${low} to ${high}.`);
    return number;
  };

export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString("en-US")} ${count === 1 ? one : many}`;

/** The `--graph` option's help, the same everywhere. */
export const GRAPH_FLAGS = "-g, --graph <path...>";
export const GRAPH_HELP = "graph folder, or documents to read on the fly";
