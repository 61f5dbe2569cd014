// Own knowledge-base entries: a company and an official that the bundled facts lack. One with the id of a bundled record would replace it.
import { KnowledgeGraph } from "chancery";

const text =
  "PARIS — Thalia Marchetti, the head of Boreal Dynamics, said on 3 May 2024 that the company had delivered twelve radars to Ukraine.";

const show = async (title: string, options: Parameters<typeof KnowledgeGraph.create>[0]): Promise<void> => {
  const graph = await KnowledgeGraph.create(options);
  const { entities } = graph.add({ text, published: "2024-05-04" });
  console.log(title);
  for (const { id, type, name } of entities.filter(({ name: label }) => /Boreal|Marchetti/.test(label)))
    console.log(`  ${type} ${name} (${id})`);
};

await show("With the bundled facts:", {});
await show("With own facts:", {
  knowledge: [
    {
      name: "own facts",
      text: [
        JSON.stringify({
          id: "company/boreal-dynamics",
          type: "Company",
          name: "Boreal Dynamics",
          aliases: ["Boreal Dynamics AG"],
          country: "state/che",
        }),
        JSON.stringify({ id: "person/thalia-marchetti", type: "Person", name: "Thalia Marchetti" }),
      ].join("\n"),
    },
  ],
});
