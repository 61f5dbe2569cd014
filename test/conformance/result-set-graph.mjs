const RS = "http://www.w3.org/2001/sw/DataAccess/tests/result-set#";
const RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";

/** Reads a result in the RDF vocabulary of the 2008 working group; rows are in order where they carry `rs:index`. */
export function readResultSetGraph(quads) {
  const objects = (subject, predicate) =>
    quads.filter((quad) => quad.subject.equals(subject) && quad.predicate.value === RS + predicate).map((quad) => quad.object);
  const root = quads.find((quad) => quad.predicate.value === RDF_TYPE && quad.object.value === `${RS}ResultSet`)?.subject;
  if (root === undefined) throw new TypeError("the result is no rs:ResultSet");
  const [boolean] = objects(root, "boolean");
  if (boolean !== undefined) return boolean.value === "true";
  const solutions = objects(root, "solution").map((node) => ({
    index: objects(node, "index")[0],
    row: Object.fromEntries(
      objects(node, "binding").map((binding) => [objects(binding, "variable")[0].value, objects(binding, "value")[0]]),
    ),
  }));
  const ordered = solutions.length > 0 && solutions.every(({ index }) => index !== undefined);
  if (ordered) solutions.sort((a, b) => Number(a.index.value) - Number(b.index.value));
  return { variables: objects(root, "resultVariable").map((term) => term.value), rows: solutions.map(({ row }) => row), ordered };
}
