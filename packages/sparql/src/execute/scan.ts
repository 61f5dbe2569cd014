import type { Plan } from "../plan/plan.ts";
import { BATCH_ROWS, type Batch, FIRST_BATCH_ROWS, type Pull, RowBuffer } from "./batch.ts";
import { type ExecutionContext, indexOf } from "./context.ts";
import { createLookup, createMatches, layoutOf, needsNoCheck, passes } from "./matches.ts";

type Scan = Extract<Plan, { kind: "scan" }>;

/** All matches of one pattern. Where nothing is to be checked, batches are views into the index, and a scan nobody reads is one batch of its length. */
export function scan(plan: Scan, context: ExecutionContext): Pull {
  const { pattern } = plan;
  const { subject, predicate, object } = pattern;
  if (subject.kind === "variable" && predicate.kind === "variable" && object.kind === "variable" && pattern.graph.kind !== "variable") {
    return scanAll(plan, context);
  }
  const layout = layoutOf(pattern, [], plan.variables, context.dataset);
  const matches = createMatches();
  createLookup(context.dataset, pattern)(...layout.ids, matches);
  let next = matches.start;
  if (needsNoCheck(layout)) {
    if (plan.variables.length === 0) {
      let done = false;
      return () => {
        if (done) return undefined;
        done = true;
        return { length: matches.end - matches.start, columns: [] };
      };
    }
    const sources = plan.variables.map((_, column) => matches[layout.outputs.find((output) => output.column === column)!.position]!);
    let size = FIRST_BATCH_ROWS;
    return () => {
      if (next >= matches.end) return undefined;
      context.budget.check();
      const start = next;
      next = Math.min(matches.end, start + size);
      size = BATCH_ROWS;
      return { length: next - start, columns: sources.map((source) => source.subarray(start, next)) };
    };
  }
  const rows = new RowBuffer(plan.variables.length);
  return () => {
    if (next >= matches.end) return undefined;
    context.budget.check();
    rows.reset();
    for (; next < matches.end && !rows.isFull; next++) {
      if (!passes(layout, matches, next, context.dataset)) continue;
      for (const { position, column } of layout.outputs) rows.columns[column]![rows.length] = matches[position]![next]!;
      rows.length++;
    }
    return rows;
  };
}

/** `?s ?p ?o`: subject by subject. */
function scanAll(plan: Scan, context: ExecutionContext): Pull {
  const index = indexOf(context.dataset, plan.pattern.graph);
  const layout = layoutOf(plan.pattern, [], plan.variables, context.dataset);
  if (needsNoCheck(layout) && plan.variables.length === 0) {
    let done = false;
    return () => {
      if (done) return undefined;
      done = true;
      return { length: index.size, columns: [] };
    };
  }
  const subjects = index.keys("spo");
  const matches = createMatches();
  const rows = new RowBuffer(plan.variables.length);
  const subjectColumn = layout.outputs.find((output) => output.position === "subject")?.column ?? -1;
  const others = layout.outputs.filter((output) => output.position !== "subject");
  const equalToSubject = layout.equal.filter(([first]) => first === "subject").map(([, position]) => position);
  const equal = layout.equal.filter(([first]) => first !== "subject");
  let nextSubject = 0;
  let subject = 0;
  return (): Batch | undefined => {
    context.budget.check();
    rows.reset();
    for (;;) {
      if (matches.start >= matches.end) {
        if (nextSubject >= subjects.length) return rows.length > 0 ? rows : undefined;
        subject = subjects[nextSubject++]!;
        const range = index.range("spo", subject);
        matches.start = range.start;
        matches.end = range.end;
        matches.predicate = range.second;
        matches.object = range.third;
      }
      for (; matches.start < matches.end; matches.start++) {
        if (rows.isFull) return rows;
        const i = matches.start;
        if (equalToSubject.some((position) => matches[position]![i] !== subject)) continue;
        if (equal.some(([a, b]) => matches[a]![i] !== matches[b]![i])) continue;
        if (subjectColumn >= 0) rows.columns[subjectColumn]![rows.length] = subject;
        for (const { position, column } of others) rows.columns[column]![rows.length] = matches[position]![i]!;
        rows.length++;
      }
    }
  };
}
