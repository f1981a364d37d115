import { levelOf } from '../microphone/loudness.ts';
import { fitCanvas } from '../parts/drawing/fit-canvas.ts';
import { type HeardAt, type LoudAt, SPAN } from './live-track.ts';

/** Part of a row's height that stays free. */
const GAP = 0.12;
/** Seconds after which what stands beside a gap is not stretched over it. */
const LONGEST = 1.5;
/** Seconds of a bar of loudness. */
const BAR = 0.06;

/** A row for each label; how much of its height is filled is the score at that time. */
export function drawHeard(
  canvas: HTMLCanvasElement,
  heard: readonly HeardAt[],
  from: number,
  labels: readonly string[],
  colours: readonly string[],
  line: string,
): void {
  const context = fitCanvas(canvas);
  if (!context) return;
  const { width, height } = canvas;
  const row = height / labels.length;
  const x = (at: number) => ((at - from) / SPAN) * width;
  context.fillStyle = line;
  labels.forEach((_, i) => {
    context.fillRect(0, (i + 1) * row - 1, width, 1);
  });
  heard.forEach(({ at, scores }, i) => {
    const before = Math.max(at - LONGEST, heard[i - 1]?.at ?? at - LONGEST / 3);
    if (at < from || before > from + SPAN) return;
    for (const { label, score } of scores) {
      const which = labels.indexOf(label);
      context.fillStyle = colours[which];
      const tall = score * row * (1 - GAP);
      context.fillRect(x(before), (which + 1) * row - tall, x(at) - x(before) + 0.5, tall);
    }
  });
}

/** Loudness in dB, around the middle. */
export function drawLoudness(
  canvas: HTMLCanvasElement,
  loud: readonly LoudAt[],
  from: number,
  colour: string,
): void {
  const context = fitCanvas(canvas);
  if (!context) return;
  const { width, height } = canvas;
  context.fillStyle = colour;
  const wide = Math.max(1, (BAR / SPAN) * width);
  for (const { at, peak } of loud) {
    if (at < from || at > from + SPAN) continue;
    const tall = Math.max(1, levelOf(peak) * height);
    context.fillRect(((at - from) / SPAN) * width - wide, (height - tall) / 2, wide, tall);
  }
}
