import { mean } from './moments.ts';
import type { TurningPoint } from './turning-points.ts';

/** Frames a second. */
const FRAME_RATE = 100;

/** How fast a contour rises and falls between its turning points, in units a second. */
export interface ContourSlopes {
  readonly meanRisingSlope: number;
  readonly stddevRisingSlope: number;
  readonly meanFallingSlope: number;
  readonly stddevFallingSlope: number;
}

/**
 * The slopes of a contour: from its start to the first turning point, from each to the next, and
 * from the last to its end.
 *
 * Found from openSMILE's output, and odd in three ways: falling slopes are counted as positive, all
 * but the last one; a deviation leaves the last slope out of its sum, though not out of its number;
 * and a contour that does not turn has the change a frame as its slope, rising or falling.
 */
export function contourSlopes(
  contour: Float32Array,
  points: readonly TurningPoint[],
): ContourSlopes {
  const end = contour.length - 1;
  const last = points.at(-1);
  if (!last) {
    const slope = contour.length === 0 ? 0 : (contour[end] - contour[0]) / contour.length;
    return slopes([], Math.max(slope, 0), [], Math.min(slope, 0));
  }
  const between = points.map(({ at }, i) => slopeBetween(contour, points[i - 1]?.at ?? 0, at));
  const rising = between.filter((_, i) => points[i].peak);
  const falling = between.filter((_, i) => !points[i].peak).map((slope) => -slope);
  const toEnd = slopeBetween(contour, last.at, end);
  return last.peak
    ? slopes(rising, undefined, falling, toEnd)
    : slopes(rising, toEnd, falling, undefined);
}

function slopes(
  rising: number[],
  lastRising: number | undefined,
  falling: number[],
  lastFalling: number | undefined,
): ContourSlopes {
  const [meanRisingSlope, stddevRisingSlope] = momentsWithLast(rising, lastRising);
  const [meanFallingSlope, stddevFallingSlope] = momentsWithLast(falling, lastFalling);
  return { meanRisingSlope, stddevRisingSlope, meanFallingSlope, stddevFallingSlope };
}

const slopeBetween = (contour: Float32Array, from: number, to: number): number =>
  to > from ? ((contour[to] - contour[from]) / (to - from)) * FRAME_RATE : 0;

/** The mean of all, and the deviation whose sum leaves the last one out. */
function momentsWithLast(values: number[], last: number | undefined): [number, number] {
  const all = last === undefined ? values : [...values, last];
  if (all.length === 0) return [0, 0];
  const centre = mean(all);
  const sum = values.reduce((total, value) => total + (value - centre) ** 2, 0);
  return [centre, Math.sqrt(sum / all.length)];
}
