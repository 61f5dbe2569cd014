import { PREFIXES } from "@chancery/rdf";
import type { Literal, Quad, Term } from "@rdfjs/types";
import { isBareLiteral, RDF, XSD } from "./term-text.ts";

/** PN_LOCAL without escapes, percent signs and non-ASCII: the names that need no second look. */
const PLAIN_LOCAL = /^[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_-])?$/;
const PREFIX_NAME = /^[A-Za-z](?:[A-Za-z0-9_.-]*[A-Za-z0-9_-])?$/;

/** Compacts IRIs to prefixed names. */
export interface PrefixTable {
  /** Prefix → namespace, sorted by prefix, only those that were used when the table was made. */
  readonly declared: readonly (readonly [prefix: string, namespace: string])[];
  /** `chy:supplier`, or `undefined` where no prefix fits. */
  readonly compact: (iri: string) => string | undefined;
}

/** A table of fixed prefixes, longest namespace first; `declared` holds all of them. Names that no reader could mistake are the only ones used. */
export function fixedPrefixes(prefixes: Readonly<Record<string, string>> = PREFIXES): PrefixTable {
  const valid = Object.entries(prefixes).filter(
    ([prefix, namespace]) => PREFIX_NAME.test(prefix) && /^[A-Za-z][A-Za-z0-9+.-]*:[^\s<>"{}|^`\\]*$/.test(namespace),
  );
  return tableOf(valid);
}

/**
 * A table of the prefixes that some quads use. Folders of a namespace that are used twice or more become prefixes of their own
 * (`id:` with `state/prk` in it gives `state:prk`), so that entities read as names and not as escaped paths.
 */
export function prefixesFor(quads: Iterable<Quad>, prefixes: Readonly<Record<string, string>> = PREFIXES): PrefixTable {
  const base = fixedPrefixes(prefixes);
  const used = new Set<string>();
  const folders = new Map<string, number>();
  const seen = new Set<string>();
  const visit = (term: Term): void => {
    if (term.termType === "Quad") for (const part of [term.subject, term.predicate, term.object]) visit(part);
    const iri = term.termType === "NamedNode" ? term.value : term.termType === "Literal" ? writtenDatatype(term) : undefined;
    if (iri === undefined || ABBREVIATED.has(iri) || seen.has(iri)) return;
    seen.add(iri);
    const name = base.compact(iri);
    if (name !== undefined) used.add(name.slice(0, name.indexOf(":")));
    else {
      const folder = folderOf(iri, base.declared);
      if (folder !== undefined) folders.set(folder, (folders.get(folder) ?? 0) + 1);
    }
  };
  for (const quad of quads) for (const term of [quad.subject, quad.predicate, quad.object, quad.graph]) visit(term);

  const chosen = new Map(base.declared.filter(([prefix]) => used.has(prefix)));
  const names = new Set(base.declared.map(([prefix]) => prefix));
  for (const [folder, count] of [...folders].sort((a, b) => (a[0] < b[0] ? -1 : 1))) {
    if (count < 2) continue;
    const [parent, namespace] = base.declared.find(([, candidate]) => folder.startsWith(candidate))!;
    const short = folder.slice(namespace.length, -1);
    const name = [short, `${parent}-${short}`].find((candidate) => PREFIX_NAME.test(candidate) && !names.has(candidate));
    if (name === undefined) continue;
    names.add(name);
    chosen.set(name, folder);
  }
  return tableOf([...chosen]);
}

/** Names that Turtle has a shorter way for: `a` and lists. Where it cannot use it, they are written in full. */
const ABBREVIATED = new Set(["type", "first", "rest", "nil"].map((name) => RDF + name));

function writtenDatatype(literal: Literal): string | undefined {
  const datatype = literal.datatype.value;
  return literal.language !== "" || datatype === `${XSD}string` || isBareLiteral(literal.value, datatype) ? undefined : datatype;
}

/** The namespace with the first folder behind it, for IRIs of the form `namespace folder / name`. */
function folderOf(iri: string, declared: PrefixTable["declared"]): string | undefined {
  for (const [, namespace] of declared) {
    if (!iri.startsWith(namespace)) continue;
    const rest = iri.slice(namespace.length);
    const slash = rest.indexOf("/");
    if (slash > 0 && PLAIN_LOCAL.test(rest.slice(slash + 1))) return namespace + rest.slice(0, slash + 1);
  }
  return undefined;
}

function tableOf(entries: readonly (readonly [string, string])[]): PrefixTable {
  const declared = [...entries].sort((a, b) => (a[0] < b[0] ? -1 : 1));
  const byLength = [...declared].sort((a, b) => b[1].length - a[1].length);
  const cache = new Map<string, string | undefined>();
  const compact = (iri: string): string | undefined => {
    for (const [prefix, namespace] of byLength) {
      if (!iri.startsWith(namespace)) continue;
      const local = iri.slice(namespace.length);
      return local === "" || PLAIN_LOCAL.test(local) ? `${prefix}:${local}` : undefined;
    }
    return undefined;
  };
  return {
    declared,
    compact: (iri) => {
      if (cache.has(iri)) return cache.get(iri);
      // Bounded, so that streaming a million entities holds no million names.
      if (cache.size > 200_000) cache.clear();
      const name = compact(iri);
      cache.set(iri, name);
      return name;
    },
  };
}
