/** What of an RDF/JS term the comparison reads; engines bring their own classes. */
export interface Comparable {
  readonly termType: string;
  readonly value: string;
  readonly language?: string;
  readonly datatype?: { readonly value: string };
}

/** Equal for equal values: engines may spell 2.5 and 2.50, 1.0E0 and 1 differently. */
function keyOf(term: Comparable): string {
  if (term.termType === "BlankNode") return "_";
  if (term.termType !== "Literal") return `<${term.value}>`;
  const type = term.datatype?.value ?? "";
  if (/#(decimal|double|float|integer)$/.test(type)) return `${Number(Number(term.value).toPrecision(12))}^^${type.replace(/^.*#/, "")}`;
  return `${JSON.stringify(term.value)}@${(term.language ?? "").toLowerCase()}^^${type}`;
}

/** Rows as a sorted bag, each row as its sorted bindings. */
export function bagOf(rows: Iterable<Iterable<readonly [string, Comparable]>>): string[] {
  return [...rows]
    .map((row) =>
      [...row]
        .map(([name, term]) => `${name}=${keyOf(term)}`)
        .sort()
        .join(" "),
    )
    .sort();
}
