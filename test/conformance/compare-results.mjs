/** Compares query results and datasets up to blank node names and the lexical forms of equal numbers. */

const XSD = "http://www.w3.org/2001/XMLSchema#";

/** @param {{ rdf: object, io: object }} library The built packages under test. */
export function createComparer({ rdf, io }) {
  const { dataFactory } = rdf;

  /** Numbers in one spelling: processors may write 2.0 as 2. */
  const normal = (term) => {
    if (term.termType === "Quad") return dataFactory.quad(normal(term.subject), normal(term.predicate), normal(term.object));
    if (term.termType !== "Literal" || term.language !== "") return term;
    const type = term.datatype.value;
    if (type === `${XSD}decimal` && /^[+-]?[0-9]*\.?[0-9]*$/.test(term.value)) {
      const [whole = "", fraction = ""] = term.value.replace(/^\+/, "").split(".");
      const kept = fraction.replace(/0+$/, "");
      return dataFactory.literal(kept === "" ? whole || "0" : `${whole || "0"}.${kept}`, term.datatype);
    }
    if ((type === `${XSD}double` || type === `${XSD}float`) && Number.isFinite(Number(term.value))) {
      return dataFactory.literal(String(Number(term.value)), term.datatype);
    }
    return term;
  };

  /** Rows as a graph in which every row is a blank node: then equal results are isomorphic graphs. */
  const rowsToQuads = (rows, plain) =>
    [...rows].flatMap((row, number) => {
      const node = dataFactory.blankNode(`conformance-row-${number}`);
      const quads = Object.entries(row).map(([name, term]) => {
        const value = plain && term.termType !== "BlankNode" ? dataFactory.literal(term.value) : normal(term);
        return dataFactory.quad(node, dataFactory.namedNode(`urn:variable:${name}`), value);
      });
      return [dataFactory.quad(node, dataFactory.namedNode("urn:variable"), dataFactory.literal("row")), ...quads];
    });

  return {
    /** @returns {string | undefined} What is wrong. */
    results(actual, expected, { ordered = false, plain = false, variables = true } = {}) {
      if (typeof actual === "boolean" || typeof expected === "boolean")
        return actual === expected ? undefined : `got ${actual}, wanted ${expected}`;
      const rows = [...actual.rows];
      const wanted = [...expected.rows];
      if (rows.length !== wanted.length)
        return `got ${rows.length} rows, wanted ${wanted.length}: ${show(rows)} instead of ${show(wanted)}`;
      const [names, wantedNames] = [actual.variables, expected.variables].map((list) => [...list].sort().join(" "));
      if (variables && names !== wantedNames) return `got the variables ${names}, wanted ${wantedNames}`;
      if (!io.isomorphic(rowsToQuads(rows, plain), rowsToQuads(wanted, plain)))
        return `rows differ: ${show(rows)} instead of ${show(wanted)}`;
      if (ordered && !rows.every((row, i) => sameRow(row, wanted[i])))
        return `rows are in another order: ${show(rows)} instead of ${show(wanted)}`;
      return undefined;
    },
    graphs(actual, expected) {
      const [got, wanted] = [actual, expected].map((quads) =>
        quads.map((quad) => dataFactory.quad(quad.subject, quad.predicate, normal(quad.object), quad.graph)),
      );
      return io.isomorphic(got, wanted) ? undefined : `datasets differ: ${showQuads(actual)} instead of ${showQuads(expected)}`;
    },
  };
}

function sameRow(a, b) {
  return Object.keys({ ...a, ...b }).every(
    (name) => a[name]?.termType === "BlankNode" || (a[name]?.value === b[name]?.value && a[name]?.termType === b[name]?.termType),
  );
}

const text = (term) => {
  if (term.termType === "Quad") return `<<${text(term.subject)} ${text(term.predicate)} ${text(term.object)}>>`;
  const direction = term.direction ? `--${term.direction}` : "";
  if (term.termType === "Literal")
    return (
      JSON.stringify(term.value) + (term.language ? `@${term.language}${direction}` : `^^${term.datatype.value.replace(/^.*[#/]/, "")}`)
    );
  return term.termType === "BlankNode" ? `_:${term.value}` : term.value.replace(/^.*[/#]/, ":");
};
const show = (rows) =>
  `[${rows
    .slice(0, 12)
    .map((row) =>
      Object.entries(row)
        .map(([name, term]) => `${name}=${text(term)}`)
        .join(" "),
    )
    .join(" | ")}${rows.length > 12 ? " …" : ""}]`;
const showQuads = (quads) =>
  `[${quads
    .slice(0, 12)
    .map((quad) => [quad.subject, quad.predicate, quad.object, quad.graph].map(text).join(" "))
    .join(" | ")}]`;
