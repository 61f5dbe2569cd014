/** Keywords of SPARQL 1.1 that are worth completing: those of more than two letters. */
// biome-ignore format: a list of words
export const KEYWORDS: readonly string[] = [
  "ASK", "ASC", "BASE", "BIND", "CONSTRUCT", "DESC", "DESCRIBE", "DISTINCT", "EXISTS", "FILTER", "FROM", "FROM NAMED", "GRAPH", "GROUP BY",
  "HAVING", "LIMIT", "MINUS", "NOT EXISTS", "NOT IN", "OFFSET", "OPTIONAL", "ORDER BY", "PREFIX", "REDUCED", "SELECT", "UNDEF", "UNION",
  "VALUES", "WHERE",
];

/** Functions and aggregates, written with an open bracket. */
// biome-ignore format: a list of words
export const FUNCTIONS: readonly string[] = [
  "ABS", "AVG", "BOUND", "CEIL", "COALESCE", "CONCAT", "CONTAINS", "COUNT", "DATATYPE", "DAY", "FLOOR", "GROUP_CONCAT", "IRI", "ISBLANK",
  "ISIRI", "ISLITERAL", "ISNUMERIC", "LANG", "LANGMATCHES", "LCASE", "MAX", "MIN", "MONTH", "NOW", "REGEX", "REPLACE", "ROUND", "SAMETERM",
  "SAMPLE", "STR", "STRAFTER", "STRBEFORE", "STRDT", "STRENDS", "STRLANG", "STRLEN", "STRSTARTS", "SUBSTR", "SUM", "UCASE", "YEAR",
];
