import type { VNode } from "preact";
import type { Answer, PlainTerm } from "../query/answer.ts";

/** A column of names and one of numbers. */
export interface ChartData {
  readonly name: string;
  readonly value: string;
  readonly bars: readonly { readonly label: string; readonly value: number }[];
}

/** Bars that are drawn; more are no chart any more. */
const MAX_BARS = 60;

/** The first column that is all numbers, with the first other one as names; `undefined` where there is none. */
export function chartOf(answer: Extract<Answer, { kind: "rows" }>, text: (term: PlainTerm) => string): ChartData | undefined {
  const { variables, rows } = answer;
  if (rows.length === 0) return undefined;
  const numberOf = (term: PlainTerm | undefined): number =>
    term?.termType === "Literal" && /#(?:integer|decimal|double|float|\w*Int\w*|long|short|byte)$/i.test(term.datatype ?? "")
      ? Number(term.value)
      : Number.NaN;
  const value = variables.findIndex((_, column) => rows.every((row) => Number.isFinite(numberOf(row[column]))));
  const name = variables.findIndex((_, column) => column !== value && rows.some((row) => row[column] !== undefined));
  if (value < 0 || name < 0) return undefined;
  const bars = rows.slice(0, MAX_BARS).map((row) => {
    const term = row[name];
    return { label: term === undefined ? "" : text(term), value: numberOf(row[value]) };
  });
  return { name: variables[name]!, value: variables[value]!, bars };
}

/** Horizontal bars: names are read without turning the head. */
export function ResultChart({ data }: { readonly data: ChartData }): VNode {
  const most = Math.max(...data.bars.map(({ value }) => Math.abs(value)), Number.MIN_VALUE);
  return (
    <figure class="chart">
      <figcaption>
        {data.value} by {data.name}
      </figcaption>
      <ul>
        {data.bars.map(({ label, value }, index) => (
          <li key={`${index}`}>
            <span class="chart-label" dir="auto" title={label}>
              {label}
            </span>
            <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
              <rect x="0" y="0" height="10" width={(Math.abs(value) / most) * 100} class={value < 0 ? "negative" : "bar"} />
            </svg>
            <span class="number">{value.toLocaleString("en")}</span>
          </li>
        ))}
      </ul>
    </figure>
  );
}
