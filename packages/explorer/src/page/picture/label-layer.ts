import { LabelSpace, placeLabel } from "./labels.ts";
import type { Theme } from "./palette.ts";

/** A label that is wanted, at a place in pixels. */
export interface WantedLabel {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** Radius of what it stands beside, in pixels. */
  readonly radius: number;
  readonly style: keyof typeof STYLES;
}

const STYLES = {
  node: { size: 12.5, weight: 450 },
  picked: { size: 14, weight: 600 },
  edge: { size: 11, weight: 450 },
} as const;

const LONGEST = 34;

export const LABEL_INK: Readonly<Record<Theme, { readonly text: string; readonly edge: string; readonly halo: string }>> = {
  light: { text: "#1b222c", edge: "#44505f", halo: "rgba(255,255,255,0.92)" },
  dark: { text: "#e9eef5", edge: "#b9c4d2", halo: "rgba(18,22,28,0.92)" },
};

/** A canvas over the picture with labels of which none covers another. */
export interface LabelLayer {
  /**
   * Draws labels in order of importance until `most` are tried; what has no room is left out.
   *
   * @param nodes Discs that no label may cover.
   */
  draw(
    labels: Iterable<WantedLabel>,
    nodes: Iterable<{ readonly x: number; readonly y: number; readonly radius: number }>,
    most: number,
    theme: Theme,
    page: { readonly width: number; readonly height: number },
  ): void;
  remove(): void;
}

export function createLabelLayer(container: HTMLElement): LabelLayer {
  const layer = document.createElement("canvas");
  layer.className = "picture-labels";
  layer.setAttribute("aria-hidden", "true");
  container.append(layer);
  return {
    draw(labels, nodes, most, theme, page) {
      const ratio = window.devicePixelRatio || 1;
      if (layer.width !== Math.round(page.width * ratio) || layer.height !== Math.round(page.height * ratio)) {
        layer.width = Math.round(page.width * ratio);
        layer.height = Math.round(page.height * ratio);
        layer.style.width = `${page.width}px`;
        layer.style.height = `${page.height}px`;
      }
      const context = layer.getContext("2d");
      if (context === null) return;
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
      context.clearRect(0, 0, page.width, page.height);
      context.textBaseline = "middle";
      context.lineJoin = "round";
      context.lineWidth = 3.5;
      context.strokeStyle = LABEL_INK[theme].halo;
      const space = new LabelSpace();
      for (const { x, y, radius } of nodes) {
        // The square within the disc: a label may touch its rim.
        const half = radius * 0.7;
        space.take({ left: x - half, top: y - half, right: x + half, bottom: y + half });
      }
      let tried = 0;
      for (const { text, x, y, radius, style } of labels) {
        if (tried++ >= most) break;
        const { size, weight } = STYLES[style];
        context.font = `${weight} ${size}px system-ui, sans-serif`;
        const shown = text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
        const box = { width: context.measureText(shown).width, height: size + 3 };
        const place = placeLabel(space, { text: shown, x, y, radius, centred: style === "edge" }, box, page);
        if (place === undefined) continue;
        context.strokeText(shown, place.x, place.y + box.height / 2);
        context.fillStyle = style === "edge" ? LABEL_INK[theme].edge : LABEL_INK[theme].text;
        context.fillText(shown, place.x, place.y + box.height / 2);
      }
    },
    remove: () => layer.remove(),
  };
}
