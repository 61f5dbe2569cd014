export type { BudgetOptions } from "./execute/budget.ts";
export type { ServiceFunction } from "./execute/context.ts";
export type { ExtensionFunction } from "./expression/compile.ts";
export type { SyntaxTree } from "./parse/ast.ts";
export { type ParseOptions, parseQuery } from "./parse/parse-query.ts";
export { createQueryCache, type QueryCache } from "./query/cache.ts";
export type { ParameterValue, QueryOptions, Row } from "./query/options.ts";
export { type PreparedQuery, prepare, type QueryInput } from "./query/prepare.ts";
export { type AsyncSelectResult, ask, construct, describe, type SelectResult, select, selectAsync } from "./query/run-query.ts";
