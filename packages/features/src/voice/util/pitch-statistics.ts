import { deviationOf, meanOf, medianOf } from './spread.ts';

/** The pitch of a sound's voiced frames in Hz; NaN where there is none. */
export interface PitchStatistics {
  readonly median: number;
  readonly mean: number;
  /** That of a population of which the frames are some; NaN of fewer than two. */
  readonly standardDeviation: number;
  /** The lowest, between frames too: at the foot of a parabola through three of them. */
  readonly minimum: number;
  /** The highest, between frames too. */
  readonly maximum: number;
}

/** The statistics of a contour, which is 0 where a frame is unvoiced. */
export function pitchStatistics(contour: Float64Array): PitchStatistics {
  const voiced = contour.filter((hz) => hz > 0);
  return {
    median: medianOf(voiced),
    mean: meanOf(voiced),
    standardDeviation: deviationOf(voiced),
    minimum: -highest(contour.map((hz) => -hz)),
    maximum: highest(contour),
  };
}

/** The highest value, at the top of a parabola where a value stands between two; 0 is none. */
function highest(values: Float64Array): number {
  let best = Number.NaN;
  values.forEach((value, i) => {
    if (value === 0) return;
    const before = values[i - 1] ?? 0;
    const after = values[i + 1] ?? 0;
    let top = value;
    if (before !== 0 && after !== 0 && value > before && value >= after) {
      const slope = 0.5 * (after - before);
      top += (0.5 * slope * slope) / (2 * value - before - after);
    }
    if (!(top <= best)) best = top;
  });
  return best;
}
