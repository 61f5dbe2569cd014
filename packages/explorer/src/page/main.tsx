import { render } from "preact";
import { App } from "./app.tsx";
import { makeCollection } from "./model/collection.ts";
import { readEmbeddedData } from "./model/embedded-data.ts";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/layout.css";
import "./styles/cards.css";
import "./styles/graph.css";
import "./styles/document.css";
import "./styles/query.css";

const place = document.querySelector("#app");
if (place !== null) {
  place.textContent = "";
  try {
    const data = readEmbeddedData(document);
    performance.mark("data-read");
    const collection = makeCollection(data);
    performance.mark("collection-made");
    render(<App collection={collection} />, place);
  } catch (error) {
    render(
      <div class="splash" role="alert">
        <h1>This graph can’t be shown</h1>
        <p>{error instanceof Error ? error.message : String(error)}</p>
      </div>,
      place,
    );
  }
}
