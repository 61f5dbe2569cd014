import { dataFactory, type TermId, TermKind } from "@chancery/rdf";
import type { GroundTerm, PatternTerm, TriplePattern } from "../algebra/algebra.ts";
import type { Batch } from "../execute/batch.ts";
import type { ExecutionContext } from "../execute/context.ts";
import type { TermSpace } from "../execute/term-space.ts";

/** The triples of a template for one row after the other, as ids; 0 where a variable is unbound. */
export interface Instantiator {
  row(batch: Batch, row: number): void;
  readonly subjects: Uint32Array;
  readonly predicates: Uint32Array;
  readonly objects: Uint32Array;
}

type Filler = (batch: Batch, row: number) => TermId;

/** Blank nodes of the template are new ones in every row (16.2.1). */
export function createInstantiator(
  template: readonly TriplePattern[],
  variables: readonly string[],
  context: ExecutionContext,
): Instantiator {
  let blanks = new Map<string, TermId>();
  const fillerOf = (term: PatternTerm): Filler => {
    switch (term.kind) {
      case "variable": {
        const column = variables.indexOf(term.name);
        return column < 0 ? () => 0 : (batch, row) => batch.columns[column]![row]!;
      }
      case "term": {
        if (term.term.termType === "BlankNode") {
          const label = term.term.value;
          return () => {
            let id = blanks.get(label);
            if (id === undefined) {
              id = context.terms.idOf(dataFactory.blankNode(context.terms.freshBlank()));
              blanks.set(label, id);
            }
            return id;
          };
        }
        if (term.term.termType === "Quad") {
          const quad = term.term;
          const parts = [quad.subject, quad.predicate, quad.object] as const;
          return tripleFiller(parts.map((part) => fillerOf({ kind: "term", term: part as GroundTerm })) as [Filler, Filler, Filler]);
        }
        const id = context.terms.idOf(term.term);
        return () => id;
      }
      case "triple":
        return tripleFiller([fillerOf(term.subject), fillerOf(term.predicate), fillerOf(term.object)]);
    }
  };
  const tripleFiller =
    ([subjectOf, predicateOf, objectOf]: readonly [Filler, Filler, Filler]): Filler =>
    (batch, row) => {
      const { terms } = context;
      const subject = subjectOf(batch, row);
      const predicate = predicateOf(batch, row);
      const object = objectOf(batch, row);
      if (!isTriple(subject, predicate, object, terms)) return 0;
      return terms.idOf(dataFactory.quad(terms.termOf(subject) as never, terms.termOf(predicate) as never, terms.termOf(object) as never));
    };
  const subjectFillers = template.map(({ subject }) => fillerOf(subject));
  const predicateFillers = template.map(({ predicate }) => fillerOf(predicate));
  const objectFillers = template.map(({ object }) => fillerOf(object));
  const subjects = new Uint32Array(template.length);
  const predicates = new Uint32Array(template.length);
  const objects = new Uint32Array(template.length);
  return {
    subjects,
    predicates,
    objects,
    row(batch, row) {
      if (blanks.size > 0) blanks = new Map();
      for (let i = 0; i < subjects.length; i++) {
        subjects[i] = subjectFillers[i]!(batch, row);
        predicates[i] = predicateFillers[i]!(batch, row);
        objects[i] = objectFillers[i]!(batch, row);
      }
    },
  };
}

/** Whether the three make an RDF triple: no literal or triple term as subject, an IRI as predicate. */
export function isTriple(subject: TermId, predicate: TermId, object: TermId, terms: TermSpace): boolean {
  if (subject === 0 || predicate === 0 || object === 0) return false;
  const kind = terms.kindOf(subject);
  return (kind === TermKind.iri || kind === TermKind.blank) && terms.kindOf(predicate) === TermKind.iri;
}
