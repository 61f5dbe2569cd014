import type * as RDF from "@rdfjs/types";
import { PREFIX_RDF, PREFIX_XSD } from "./term-constants.ts";

export type NamedNode<Iri extends string = string> = RDF.NamedNode<Iri>;
export type BlankNode = RDF.BlankNode;
export type Literal = RDF.Literal;
export type Quad = RDF.Quad;
export type BaseQuad = RDF.BaseQuad;
export type Term = RDF.Term;

/** Any RDF/JS term, or nothing; what `equals` accepts. */
type Other = Term | null | undefined;

// Terms are objects of five classes so that all of one kind share a shape and one `equals`; nobody outside constructs them but through a factory.
class NamedNodeTerm<Iri extends string = string> implements RDF.NamedNode<Iri> {
  readonly value: Iri;
  constructor(value: Iri) {
    this.value = value;
  }
  get termType(): "NamedNode" {
    return "NamedNode";
  }
  equals(other: Other): boolean {
    return other === this || (other?.termType === "NamedNode" && other.value === this.value);
  }
  toJSON(): object {
    return { termType: this.termType, value: this.value };
  }
}

class BlankNodeTerm implements RDF.BlankNode {
  readonly value: string;
  constructor(value: string) {
    this.value = value;
  }
  get termType(): "BlankNode" {
    return "BlankNode";
  }
  equals(other: Other): boolean {
    return other === this || (other?.termType === "BlankNode" && other.value === this.value);
  }
  toJSON(): object {
    return { termType: this.termType, value: this.value };
  }
}

class LiteralTerm implements RDF.Literal {
  readonly value: string;
  readonly language: string;
  readonly direction: "ltr" | "rtl" | "";
  readonly datatype: RDF.NamedNode;
  constructor(value: string, datatype: RDF.NamedNode, language: string, direction: "ltr" | "rtl" | "") {
    this.value = value;
    this.datatype = datatype;
    this.language = language;
    this.direction = direction;
  }
  get termType(): "Literal" {
    return "Literal";
  }
  equals(other: Other): boolean {
    return (
      other === this ||
      (other?.termType === "Literal" &&
        other.value === this.value &&
        other.language === this.language &&
        (other.direction ?? "") === this.direction &&
        other.datatype.value === this.datatype.value)
    );
  }
  toJSON(): object {
    return {
      termType: this.termType,
      value: this.value,
      language: this.language,
      direction: this.direction,
      datatype: { termType: "NamedNode", value: this.datatype.value },
    };
  }
}

class VariableTerm implements RDF.Variable {
  readonly value: string;
  constructor(value: string) {
    this.value = value;
  }
  get termType(): "Variable" {
    return "Variable";
  }
  equals(other: Other): boolean {
    return other === this || (other?.termType === "Variable" && other.value === this.value);
  }
  toJSON(): object {
    return { termType: this.termType, value: this.value };
  }
}

class DefaultGraphTerm implements RDF.DefaultGraph {
  get termType(): "DefaultGraph" {
    return "DefaultGraph";
  }
  get value(): "" {
    return "";
  }
  equals(other: Other): boolean {
    return other?.termType === "DefaultGraph";
  }
  toJSON(): object {
    return { termType: this.termType, value: "" };
  }
}

class QuadTerm implements RDF.Quad {
  readonly subject: RDF.Quad_Subject;
  readonly predicate: RDF.Quad_Predicate;
  readonly object: RDF.Quad_Object;
  readonly graph: RDF.Quad_Graph;
  constructor(subject: RDF.Quad_Subject, predicate: RDF.Quad_Predicate, object: RDF.Quad_Object, graph: RDF.Quad_Graph) {
    this.subject = subject;
    this.predicate = predicate;
    this.object = object;
    this.graph = graph;
  }
  get termType(): "Quad" {
    return "Quad";
  }
  get value(): "" {
    return "";
  }
  equals(other: Other): boolean {
    // RDF/JS asks for tolerance of quads without a termType, which older libraries make.
    if (other === this) return true;
    if (other === null || other === undefined || !("subject" in other)) return false;
    return (
      this.subject.equals(other.subject) &&
      this.predicate.equals(other.predicate) &&
      this.object.equals(other.object) &&
      this.graph.equals(other.graph)
    );
  }
  toJSON(): object {
    return { termType: this.termType, value: "", subject: this.subject, predicate: this.predicate, object: this.object, graph: this.graph };
  }
}

const XSD_STRING: RDF.NamedNode = new NamedNodeTerm(`${PREFIX_XSD}string`);
const LANG_STRING: RDF.NamedNode = new NamedNodeTerm(`${PREFIX_RDF}langString`);
const DIR_LANG_STRING: RDF.NamedNode = new NamedNodeTerm(`${PREFIX_RDF}dirLangString`);
const DEFAULT_GRAPH: RDF.DefaultGraph = new DefaultGraphTerm();

/** An RDF/JS DataFactory whose optional methods are all there; RDF 1.2 triple terms are quads in the default graph. */
export interface ChanceryDataFactory extends RDF.DataFactory<RDF.Quad, RDF.Quad> {
  variable(value: string): RDF.Variable;
}

/**
 * Makes an RDF/JS DataFactory (https://rdf.js.org/data-model-spec/) with RDF 1.2 triple terms and base directions.
 * Language tags are lower-cased. Terms are not checked here: the store checks what enters it.
 *
 * @param blankPrefix Start of the labels that `blankNode()` without an argument hands out, followed by 1, 2, 3 …
 */
export function createDataFactory(blankPrefix = "chy"): ChanceryDataFactory {
  let blanks = 0;
  const factory: ChanceryDataFactory = {
    namedNode<Iri extends string = string>(value: Iri): RDF.NamedNode<Iri> {
      return new NamedNodeTerm(value);
    },
    blankNode(value?: string): RDF.BlankNode {
      if (value !== undefined) return new BlankNodeTerm(value);
      blanks += 1;
      return new BlankNodeTerm(blankPrefix + blanks);
    },
    literal(value: string, languageOrDatatype?: string | RDF.NamedNode | RDF.DirectionalLanguage): RDF.Literal {
      if (languageOrDatatype === undefined) return new LiteralTerm(value, XSD_STRING, "", "");
      if (typeof languageOrDatatype === "string") return languageLiteral(value, languageOrDatatype, "");
      if ("termType" in languageOrDatatype) return new LiteralTerm(value, languageOrDatatype, "", "");
      return languageLiteral(value, languageOrDatatype.language, languageOrDatatype.direction ?? "");
    },
    variable: (value: string): RDF.Variable => new VariableTerm(value),
    defaultGraph: (): RDF.DefaultGraph => DEFAULT_GRAPH,
    quad: (
      subject: RDF.Quad_Subject,
      predicate: RDF.Quad_Predicate,
      object: RDF.Quad_Object,
      graph: RDF.Quad_Graph = DEFAULT_GRAPH,
    ): RDF.Quad => new QuadTerm(subject, predicate, object, graph),
    fromTerm: copyTerm as ChanceryDataFactory["fromTerm"],
    fromQuad: (original: RDF.Quad): RDF.Quad => copyTerm(original) as RDF.Quad,
  };
  return factory;
}

/** Literal with a language tag, as RDF 1.2 types it; an empty tag gives a plain string. */
export function languageLiteral(value: string, language: string, direction: "ltr" | "rtl" | ""): Literal {
  if (language === "") return new LiteralTerm(value, XSD_STRING, "", "");
  return new LiteralTerm(value, direction === "" ? LANG_STRING : DIR_LANG_STRING, language.toLowerCase(), direction);
}

function copyTerm(term: Term): Term {
  switch (term.termType) {
    case "NamedNode":
      return new NamedNodeTerm(term.value);
    case "BlankNode":
      return new BlankNodeTerm(term.value);
    case "Literal":
      return term.language === ""
        ? new LiteralTerm(term.value, new NamedNodeTerm(term.datatype.value), "", "")
        : languageLiteral(term.value, term.language, term.direction ?? "");
    case "Variable":
      return new VariableTerm(term.value);
    case "DefaultGraph":
      return DEFAULT_GRAPH;
    default:
      return new QuadTerm(
        copyTerm(term.subject) as RDF.Quad_Subject,
        copyTerm(term.predicate) as RDF.Quad_Predicate,
        copyTerm(term.object) as RDF.Quad_Object,
        copyTerm(term.graph) as RDF.Quad_Graph,
      );
  }
}

/**
 * The shared factory. The counter behind `blankNode()` is the one piece of state that the RDF/JS contract forces on a shared factory;
 * where labels must not depend on what ran before, take `createDataFactory()` or the store's own fresh blank nodes.
 */
export const dataFactory: ChanceryDataFactory = createDataFactory();
