import type { PDFDocumentProxy, RenderTask } from 'pdfjs-dist';

/** A canvas of more pixels takes more memory than an office PC has to spare. */
const MOST_PIXELS = 16_000_000;

export type Drawing = {
  /** The page as a picture; null when it was cancelled. */
  canvas: Promise<HTMLCanvasElement | null>;
  cancel: () => void;
};

/**
 * Draws one page in small steps between frames, so that typing beside it is not held up.
 *
 * @param density device pixels to a point of paper
 * @param intent `print` draws on while the window is not in sight
 */
export function drawPage(
  pdf: PDFDocumentProxy,
  number: number,
  density: number,
  intent: 'display' | 'print' = 'display',
): Drawing {
  let task: RenderTask | null = null;
  let cancelled = false;

  async function draw(): Promise<HTMLCanvasElement | null> {
    const page = await pdf.getPage(number);
    if (cancelled) return null;
    const whole = page.getViewport({ scale: density });
    const most = Math.sqrt(MOST_PIXELS / (whole.width * whole.height));
    const viewport = page.getViewport({ scale: density * Math.min(1, most) });
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(viewport.width);
    canvas.height = Math.round(viewport.height);
    task = page.render({ canvas, viewport, intent });
    await task.promise;
    return cancelled ? null : canvas;
  }

  return {
    canvas: draw().catch((error: unknown) => {
      if (cancelled) return null;
      throw error;
    }),
    cancel() {
      cancelled = true;
      task?.cancel();
    },
  };
}
