import type { VNode } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Theme } from "../picture/palette.ts";
import { drawPicture, type Picture, type PictureEdge, type PictureNode, type PictureView } from "../picture/sigma-picture.ts";

export interface PictureCanvasProps {
  /** Must be the same arrays as long as the graph is the same: new ones are drawn anew. */
  readonly nodes: readonly PictureNode[];
  readonly edges: readonly PictureEdge[];
  readonly view: PictureView;
  readonly theme: Theme;
  readonly label: string;
  readonly onNode?: (id: string) => void;
  readonly onEdge?: (id: string) => void;
  readonly onStage?: () => void;
}

/** Pixels and factors of the keyboard. */
const PAN = 0.12;
const ZOOM = 1.4;

/** A drawn graph with zoom buttons; arrows pan, + and − zoom, 0 fits. */
export function PictureCanvas(props: PictureCanvasProps): VNode {
  const { nodes, edges, view, label } = props;
  const container = useRef<HTMLDivElement>(null);
  const picture = useRef<Picture | undefined>(undefined);
  const handlers = useRef(props);
  handlers.current = props;
  const [fault, setFault] = useState<string>();

  useEffect(() => {
    if (container.current === null) return undefined;
    try {
      const drawn = drawPicture(container.current, nodes, edges, handlers.current.view, {
        onNode: (id) => handlers.current.onNode?.(id),
        onEdge: (id) => handlers.current.onEdge?.(id),
        onStage: () => handlers.current.onStage?.(),
      });
      picture.current = drawn;
      // Tests and bookmarklets ask the element where a node is.
      Object.assign(container.current, { picture: drawn });
      setFault(undefined);
      return () => {
        picture.current = undefined;
        drawn.destroy();
      };
    } catch (error) {
      setFault(error instanceof Error ? error.message : String(error));
      return undefined;
    }
  }, [nodes, edges]);

  useEffect(() => {
    picture.current?.show(view);
  }, [view]);
  useEffect(() => {
    if (view.selectedNode !== undefined) picture.current?.centerOn(view.selectedNode);
  }, [view.selectedNode]);

  const onKey = (event: KeyboardEvent): void => {
    const drawn = picture.current;
    if (drawn === undefined) return;
    const moves: Readonly<Record<string, () => void>> = {
      ArrowLeft: () => drawn.pan(-PAN, 0),
      ArrowRight: () => drawn.pan(PAN, 0),
      ArrowUp: () => drawn.pan(0, PAN),
      ArrowDown: () => drawn.pan(0, -PAN),
      "+": () => drawn.zoom(ZOOM),
      "=": () => drawn.zoom(ZOOM),
      "-": () => drawn.zoom(1 / ZOOM),
      "0": () => drawn.fit(),
    };
    const move = moves[event.key];
    if (move === undefined || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    move();
  };

  return (
    <div class="picture">
      <div
        ref={container}
        class="picture-stage"
        role="application"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it takes arrow keys, as an application does
        tabIndex={0}
        aria-label={`${label}. Arrow keys move the picture, plus and minus zoom, zero fits it. Search and the dossier give the same by text.`}
        onKeyDown={onKey}
      />
      {fault === undefined ? (
        <div class="picture-buttons">
          <button type="button" aria-label="Zoom in" onClick={() => picture.current?.zoom(ZOOM)}>
            +
          </button>
          <button type="button" aria-label="Zoom out" onClick={() => picture.current?.zoom(1 / ZOOM)}>
            −
          </button>
          <button type="button" aria-label="Fit the whole graph" onClick={() => picture.current?.fit()}>
            ⤢
          </button>
        </div>
      ) : (
        <div class="empty" role="alert">
          <h2>The picture can’t be drawn</h2>
          <p>This browser gives no WebGL ({fault}). Search, dossiers, documents, timeline, paths and queries work without it.</p>
        </div>
      )}
    </div>
  );
}
