import type { Timeline } from '../../recognition/analysis.ts';
import { fitCanvas } from './fit-canvas.ts';

/** Part of a row's height that stays free. */
const GAP = 0.12;

/** A row for each label; how much of its height is filled is the score at that time. */
export function drawTimeline(
  canvas: HTMLCanvasElement,
  { windows }: Timeline,
  duration: number,
  labels: readonly string[],
  colours: readonly string[],
  line: string,
): void {
  const context = fitCanvas(canvas);
  if (!context) return;
  const { width, height } = canvas;
  const row = height / labels.length;
  const x = (seconds: number) => (seconds / duration) * width;
  labels.forEach((_, i) => {
    context.fillStyle = line;
    context.fillRect(0, (i + 1) * row - 1, width, 1);
  });
  windows.forEach(({ start, end, scores }, i) => {
    const from = i === 0 ? 0 : (windows[i - 1].end + start) / 2;
    const next = windows[i + 1];
    const to = next ? (end + next.start) / 2 : duration;
    for (const { label, score } of scores) {
      const at = labels.indexOf(label);
      context.fillStyle = colours[at];
      const tall = score * row * (1 - GAP);
      context.fillRect(x(from), (at + 1) * row - tall, x(to) - x(from) + 0.5, tall);
    }
  });
}
