import { drawWaveform } from '../parts/drawing/draw-waveform.ts';
import type { Explanation } from './explanation.ts';

/** How strong the strip is over the waveform. */
const ALPHA = 0.45;

/**
 * The waveform, and over each stretch a bar: from the bottom where the answer needs it, from the
 * top where it is better without; as tall as the change is beside the largest one.
 */
export function drawWhy(
  canvas: HTMLCanvasElement,
  { start, end, score, waveform, times }: Explanation,
  { wave, needed, against }: { wave: string; needed: string; against: string },
): void {
  drawWaveform(canvas, waveform, wave);
  const context = canvas.getContext('2d');
  if (!context) return;
  const { width, height } = canvas;
  const changes = times.map((time) => score - time.score);
  const largest = changes.reduce((most, change) => Math.max(most, Math.abs(change)), 0.01);
  const x = (time: number) => ((time - start) / (end - start)) * width;
  context.globalAlpha = ALPHA;
  times.forEach((time, i) => {
    const tall = (Math.abs(changes[i]) / largest) * height;
    context.fillStyle = changes[i] >= 0 ? needed : against;
    const top = changes[i] >= 0 ? height - tall : 0;
    context.fillRect(x(time.start) + 1, top, x(time.end) - x(time.start) - 2, tall);
  });
  context.globalAlpha = 1;
}
