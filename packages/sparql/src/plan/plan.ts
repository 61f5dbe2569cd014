import type { TermId } from "@chancery/rdf";
import type { Aggregate, Comparator, ServiceSyntax } from "../algebra/algebra.ts";
import type { Expression } from "../algebra/expression.ts";
import type { Path } from "../algebra/path.ts";

/** One position of a pattern of ids: a constant or a variable. */
export type Slot = { readonly kind: "id"; readonly id: TermId } | { readonly kind: "variable"; readonly name: string };

export interface IdPattern {
  readonly subject: Slot;
  readonly predicate: Slot;
  readonly object: Slot;
  readonly graph: GraphSlot;
}

/** Which index a pattern reads. */
export type GraphSlot = { readonly kind: "default" } | Slot;

interface PlanBase {
  /** Output columns, in order. */
  readonly variables: readonly string[];
  /** Estimated rows. */
  readonly rows: number;
  /** Estimated cost of the whole subtree; the unit is one row copied. */
  readonly cost: number;
}

/** How a join treats a left row: `minus` is an anti-join that also asks for a common bound variable; `mark` adds a boolean column. */
export type JoinMode = "inner" | "left" | "semi" | "anti" | "minus" | "mark";

/** A right side that is run once per chunk of left rows, fed with the distinct values of some of their variables. */
export interface SeededVariant {
  /** Bits of `maybeSeed` that are bound in the rows this variant is for. */
  readonly mask: number;
  readonly variables: readonly string[];
  readonly plan: Plan;
}

export interface LookupStep {
  readonly key: string;
  readonly predicate: TermId;
  /** Object by subject, or subject by object. */
  readonly inverse: boolean;
  /** The variable that receives the value, or the variable or id it must equal. */
  readonly target: Slot;
  readonly graph: GraphSlot;
  /** Keep the row, unbound, where there is no value. */
  readonly optional: boolean;
}

export type Plan = PlanBase &
  (
    | { readonly kind: "unit" }
    | { readonly kind: "empty" }
    | { readonly kind: "values"; readonly table: readonly (readonly TermId[])[] }
    | { readonly kind: "seed"; readonly seed: number }
    | { readonly kind: "scan"; readonly pattern: IdPattern }
    | { readonly kind: "graphNames"; readonly input: Plan; readonly graph: Slot }
    | { readonly kind: "indexJoin"; readonly input: Plan; readonly pattern: IdPattern; readonly optional: boolean }
    | { readonly kind: "lookups"; readonly input: Plan; readonly steps: readonly LookupStep[] }
    /** Extends each row by one variable that several patterns constrain, by intersecting their sorted lists. */
    | { readonly kind: "intersect"; readonly input: Plan; readonly variable: string; readonly patterns: readonly IdPattern[] }
    /** Keeps rows for which the pattern has (or, negated, has not) a match. */
    | { readonly kind: "probe"; readonly input: Plan; readonly pattern: IdPattern; readonly negated: boolean }
    | { readonly kind: "mergeJoin"; readonly left: Plan; readonly right: Plan; readonly key: string }
    | {
        readonly kind: "join";
        readonly mode: JoinMode;
        readonly left: Plan;
        /** Bound in every row of both sides. */
        readonly keys: readonly string[];
        /** Shared, but not certain to be bound. */
        readonly maybeKeys: readonly string[];
        /** For `minus`: shared variables that do not count as common. */
        readonly ignored: readonly string[];
        readonly condition: Expression | undefined;
        readonly mark: string | undefined;
        readonly right:
          | Plan
          | { readonly seed: number; readonly maybeSeed: readonly string[]; readonly variants: readonly SeededVariant[] };
      }
    | { readonly kind: "destructure"; readonly input: Plan; readonly term: string; readonly parts: readonly [Slot, Slot, Slot] }
    | {
        readonly kind: "path";
        readonly input: Plan;
        readonly subject: Slot;
        readonly path: Path;
        readonly object: Slot;
        readonly graph: GraphSlot;
      }
    /** Gives every row a number of its own in a variable that nobody decodes. */
    | { readonly kind: "number"; readonly input: Plan; readonly variable: string }
    | { readonly kind: "filter"; readonly input: Plan; readonly expressions: readonly Expression[] }
    | { readonly kind: "extend"; readonly input: Plan; readonly bindings: readonly Binding[] }
    | { readonly kind: "union"; readonly inputs: readonly Plan[] }
    | {
        readonly kind: "group";
        readonly input: Plan;
        readonly keys: readonly Binding[];
        readonly aggregates: readonly { readonly variable: string; readonly aggregate: Aggregate }[];
      }
    /** Number of matches of one pattern, from the index. */
    | { readonly kind: "count"; readonly pattern: IdPattern }
    | {
        readonly kind: "orderBy";
        readonly input: Plan;
        readonly comparators: readonly Comparator[];
        /** Rows wanted at most, when a LIMIT follows. */
        readonly top: number | undefined;
      }
    | { readonly kind: "project"; readonly input: Plan }
    | { readonly kind: "distinct"; readonly input: Plan }
    | { readonly kind: "slice"; readonly input: Plan; readonly offset: number; readonly limit: number | undefined }
    /** Runs one plan per named graph, the variable set to its name. */
    | { readonly kind: "perGraph"; readonly variable: string; readonly graphs: readonly PlanForGraph[] }
    | {
        readonly kind: "service";
        readonly name: Slot;
        readonly silent: boolean;
        readonly syntax: ServiceSyntax;
      }
  );

export interface PlanForGraph {
  readonly graph: TermId;
  readonly plan: Plan;
}

export interface Binding {
  readonly variable: string;
  readonly expression: Expression;
}

/** Direct inputs of a plan, in order of execution. */
export function inputsOf(plan: Plan): readonly Plan[] {
  switch (plan.kind) {
    case "join":
      return "variants" in plan.right ? [plan.left, ...plan.right.variants.map((variant) => variant.plan)] : [plan.left, plan.right];
    case "mergeJoin":
      return [plan.left, plan.right];
    case "union":
      return plan.inputs;
    case "perGraph":
      return plan.graphs.map((entry) => entry.plan);
    case "unit":
    case "empty":
    case "values":
    case "seed":
    case "scan":
    case "count":
    case "service":
      return [];
    default:
      return [plan.input];
  }
}
