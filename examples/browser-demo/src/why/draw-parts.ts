import { fitCanvas } from '../parts/drawing/fit-canvas.ts';
import type { Part } from '../recognition/explain/explanation.ts';

/** Columns over time: up where the answer needs a part, down where the part speaks against it. */
export function drawParts(
  canvas: HTMLCanvasElement,
  parts: readonly Part[],
  score: number,
  colours: { readonly up: string; readonly down: string; readonly line: string },
): void {
  const context = fitCanvas(canvas);
  const end = parts.at(-1)?.end ?? 0;
  if (!context || end === 0) return;
  const { width, height } = canvas;
  const middle = height / 2;
  // The picture's own scale, so that small effects are seen; the words have the numbers.
  const most = parts.reduce((top, part) => Math.max(top, Math.abs(score - part.score)), 0.01);
  for (const part of parts) {
    const tall = ((score - part.score) / most) * (middle - 1);
    const x = (part.start / end) * width;
    context.fillStyle = tall > 0 ? colours.up : colours.down;
    context.fillRect(
      x,
      middle - Math.max(0, tall),
      (part.end / end) * width - x - 1,
      Math.abs(tall),
    );
  }
  context.fillStyle = colours.line;
  context.fillRect(0, middle, width, 1);
}
