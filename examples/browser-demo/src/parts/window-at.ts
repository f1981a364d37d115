import type { Timeline, TimelineWindow } from '../recognition/analysis.ts';

/** The window that the drawing shows at a time: the one whose middle is nearest. */
export function windowAt(
  { windows }: Timeline,
  time: number,
  duration: number,
): TimelineWindow | undefined {
  if (time > duration) return undefined;
  let nearest: TimelineWindow | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const window of windows) {
    const distance = Math.abs((window.start + window.end) / 2 - time);
    if (distance < least) [least, nearest] = [distance, window];
  }
  return nearest;
}
