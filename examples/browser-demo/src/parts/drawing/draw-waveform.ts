import type { Waveform } from '../../recognition/analysis.ts';
import { fitCanvas } from './fit-canvas.ts';

/** Columns of a waveform, as high as its loudest one allows. */
export function drawWaveform(
  canvas: HTMLCanvasElement,
  { low, high }: Waveform,
  colour: string,
): void {
  const context = fitCanvas(canvas);
  if (!context) return;
  const { width, height } = canvas;
  let loudest = 1e-4;
  for (let i = 0; i < low.length; i++) loudest = Math.max(loudest, high[i], -low[i]);
  context.fillStyle = colour;
  const middle = height / 2;
  const step = width / low.length;
  for (let i = 0; i < low.length; i++) {
    const top = middle - (high[i] / loudest) * middle;
    const bottom = middle - (low[i] / loudest) * middle;
    context.fillRect(i * step, top, Math.max(step, 1), Math.max(bottom - top, 1));
  }
}
