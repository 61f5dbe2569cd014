import { QuadStore } from "@chancery/rdf";
import { checkExtraction, type DocumentRecord, KnowledgeGraph } from "chancery";
import { beforeAll, describe, expect, it } from "vitest";
import { sampleDocuments } from "./sample-documents.ts";

const nquads = (graph: KnowledgeGraph): string => [...graph.export("n-quads")].join("");

describe("a graph that was saved", () => {
  let graph: KnowledgeGraph;
  beforeAll(async () => {
    graph = await KnowledgeGraph.build(sampleDocuments());
  }, 60_000);

  it("is the same after its records have been JSON", async () => {
    const records = JSON.parse(JSON.stringify(graph.records)) as DocumentRecord[];
    const again = await KnowledgeGraph.fromRecords(records, { readOnly: true });
    expect(nquads(again)).toBe(nquads(graph));
    expect(again.facts()).toEqual(graph.facts());
  });

  it("opens from its quads without reading the records until something asks for them", async () => {
    let read = 0;
    const records = {
      *[Symbol.iterator]() {
        read++;
        yield* graph.records;
      },
    };
    const opened = await KnowledgeGraph.fromRecords(records, { readOnly: true, store: QuadStore.fromBytes(graph.store.toBytes()) });
    expect(opened.ask("ASK { ?s a chy:ArmsTransfer }")).toBe(true);
    expect(nquads(opened)).toBe(nquads(graph));
    expect(read).toBe(0);
    expect(opened.facts()).toEqual(graph.facts());
    expect(JSON.stringify(opened.records)).toBe(JSON.stringify(graph.records));
    expect(read).toBe(1);
  });

  it("can be changed, and is then what it would be if it had been built so", async () => {
    const [first, ...others] = graph.records;
    if (first === undefined) throw new Error("The sample has documents.");
    const opened = await KnowledgeGraph.fromRecords(graph.records, { readOnly: true, store: QuadStore.fromBytes(graph.store.toBytes()) });
    expect(opened.remove(first.extraction.document.id)).toBe(true);
    expect(nquads(opened)).toBe(nquads(await KnowledgeGraph.fromRecords(others, { readOnly: true })));
    opened.addRecord(first);
    expect(nquads(opened)).toBe(nquads(graph));
  });

  it("fails again when its records fail, instead of answering from a part of them", async () => {
    const records = {
      *[Symbol.iterator](): Generator<DocumentRecord> {
        yield* graph.records.slice(0, 2);
        throw new Error("torn");
      },
    };
    const opened = await KnowledgeGraph.fromRecords(records, { readOnly: true, store: QuadStore.fromBytes(graph.store.toBytes()) });
    for (let tries = 0; tries < 2; tries++) expect(() => opened.knowledge).toThrow("torn");
  });

  it("writes RDF unsorted when asked to, with the same quads", () => {
    const lines = (text: Iterable<string>): string[] => [...text].join("").split("\n").sort();
    expect(lines(graph.export("n-quads", { sorted: false }))).toEqual(lines(graph.export("n-quads")));
  });

  it("is not built on when the signal is aborted between two documents", async () => {
    const abort = new AbortController();
    const done: number[] = [];
    setTimeout(() => abort.abort(new Error("enough")), 1);
    const building = KnowledgeGraph.build(sampleDocuments(), { signal: abort.signal, onProgress: (count) => done.push(count) });
    await expect(building).rejects.toThrow("enough");
    expect(done.length).toBeLessThan(5);
  });
});

describe("checkExtraction", () => {
  let record: DocumentRecord;
  beforeAll(async () => {
    const graph = await KnowledgeGraph.create();
    graph.add({ text: "The Pentagon said North Korea had supplied missiles to Russia. Russia denied it." });
    const [first] = graph.records;
    if (first === undefined) throw new Error("One document was added.");
    record = first;
  }, 60_000);
  /** What is found after a change to a copy of the extraction. */
  const after = (change: (extraction: Record<string, never>) => void): string[] => {
    const copy = JSON.parse(JSON.stringify(record.extraction)) as Record<string, never>;
    change(copy);
    return checkExtraction(copy, record.text).map(({ kind, path }) => `${kind} ${path}`);
  };
  // biome-ignore lint/suspicious/noExplicitAny: the changes break the type on purpose
  const cases: readonly (readonly [string, (extraction: any) => void, string])[] = [
    ["a mention moved by one", (it) => it.entities[0].mentions[0].start--, "quote entities[0].mentions[0]"],
    ["a span beyond the end", (it) => (it.events[0].evidence[0].end = 10_000), "span events[0].evidence[0]"],
    ["a span that ends before it starts", (it) => (it.claims[0].evidence[0].end = -1), "span claims[0].evidence[0]"],
    ["an offset that is no number", (it) => (it.claims[0].evidence[0].start = "3"), "shape claims[0].evidence[0]"],
    ["an unknown event type", (it) => (it.events[0].type = "Party"), "vocabulary events[0].type"],
    ["an unknown stance", (it) => (it.claims[0].stance = "mutters"), "vocabulary claims[0].stance"],
    ["a role that the type has not", (it) => (it.events[0].roles.winner = ["state/rus"]), "vocabulary events[0].roles.winner"],
    ["a filler that is nowhere", (it) => (it.events[0].roles.supplier = ["state/xyz"]), "reference events[0].roles.supplier[0]"],
    ["a claim about an event that is nowhere", (it) => (it.claims[0].content = ["event/none"]), "reference claims[0].content[0]"],
    ["two entities of one id", (it) => (it.entities[1].id = it.entities[0].id), "duplicate entities[1].id"],
    ["no list of claims", (it) => delete it.claims, "shape claims"],
    ["no document", (it) => (it.document = null), "shape document"],
  ];
  it("finds nothing in what the extractor gives", () => expect(after(() => {})).toEqual([]));
  it.each(cases)("finds %s", (_name, change, expected) => expect(after(change)).toContain(expected));
  it.each([[null], [[]], ["text"], [{}], [{ entities: [1, null], events: {}, claims: [{ speaker: 3 }] }]])(
    "says what is wrong with %j",
    (value) => {
      expect(checkExtraction(value).length).toBeGreaterThan(0);
    },
  );
});
