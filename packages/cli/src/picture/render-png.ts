import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { ChanceryError } from "chancery";

export interface PngOptions {
  /** Pixels a unit of the SVG. Default 2, for screens and print. */
  readonly scale?: number;
  /** Files with further fonts, for scripts that the bundled one lacks (it has Latin, Greek, Cyrillic and Arabic). */
  readonly fonts?: readonly string[];
}

/** More would take gigabytes; the scale is lowered instead. */
const MAX_PIXELS = 150_000_000;

const bundledFont = (name: string): string => fileURLToPath(new URL(`../../fonts/${name}`, import.meta.url));

/**
 * An SVG as PNG. With the bundled DejaVu Sans and no font of the system, so the same SVG gives the same picture on every machine.
 *
 * @returns The bytes, and the scale that was used.
 * @throws ChanceryError `picture.no-renderer` where the optional package is not installed, `picture.failed`, `file.unreadable` for a font.
 */
export async function renderPng(svg: string, options: PngOptions = {}): Promise<{ readonly bytes: Uint8Array; readonly scale: number }> {
  const { Resvg } = await loadRenderer();
  for (const font of options.fonts ?? []) readFont(font);
  const [, width = "1", height = "1"] = /<svg[^>]* width="([\d.]+)" height="([\d.]+)"/.exec(svg) ?? [];
  const scale = Math.min(options.scale ?? 2, Math.sqrt(MAX_PIXELS / Math.max(1, Number(width) * Number(height))));
  try {
    const rendered = new Resvg(svg, {
      background: "#ffffff",
      fitTo: { mode: "zoom", value: scale },
      font: {
        loadSystemFonts: false,
        fontFiles: [bundledFont("DejaVuSans.ttf"), bundledFont("DejaVuSans-Bold.ttf"), ...(options.fonts ?? [])],
        defaultFontFamily: "DejaVu Sans",
        sansSerifFamily: "DejaVu Sans",
      },
    }).render();
    return { bytes: rendered.asPng(), scale };
  } catch (cause) {
    throw new ChanceryError("picture.failed", `The picture can't be made: ${(cause as Error).message}`, { remedy: "Write SVG.", cause });
  }
}

async function loadRenderer(): Promise<typeof import("@resvg/resvg-js")> {
  try {
    return await import("@resvg/resvg-js");
  } catch (cause) {
    throw new ChanceryError("picture.no-renderer", "PNG pictures need the package @resvg/resvg-js, which is not installed.", {
      remedy: "Run npm install @resvg/resvg-js, or write SVG.",
      cause,
    });
  }
}

/** The renderer passes over a font it can't read. */
function readFont(path: string): void {
  try {
    readFileSync(path);
  } catch (cause) {
    throw new ChanceryError("file.unreadable", `The font ${path} can't be read: ${(cause as Error).message}`, {
      place: { source: path },
      cause,
    });
  }
}
