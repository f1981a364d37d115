import { FRAME_RATE } from '../analysis-rate.ts';
import type { Descriptors } from '../descriptors/descriptors.ts';
import type { Group } from '../group.ts';
import { runsOf } from '../masks.ts';
import { percentile } from '../order.ts';
import { deviationOf, greatestOf, meanMagnitudeOf, meanOf } from './of-list.ts';

const NAMES: readonly string[] = [
  ...['mean', 'std', 'q2', 'q10', 'q25', 'q50', 'q75', 'q90', 'q98', 'range'],
  ...['stepMagnitude', 'stepStd', 'slopeMean', 'slopeStd', 'slopeMax', 'slopeMin'],
  ...['first', 'last', 'startMean', 'endMean', 'weightedMean', 'levelCorrelation', 'jitter'],
];

const PERCENTILES: readonly number[] = [2, 10, 25, 50, 75, 90, 98];

/** Voiced runs of more frames than this have a slope. */
const LEAST_RUN = 5;

/** A pitch that deviates less than this, in octaves, correlates with nothing. */
const FLAT = 1e-4;

/** Pitch in octaves from 200 Hz over voiced frames. All are 0 where a clip has no pitch. */
export const pitch: Group = {
  names: () => [...NAMES],
  compute(clip) {
    if (!clip.hasPitch) return new Float64Array(NAMES.length);
    const heights = framesAt(clip.pitch, clip.voicedFrames);
    const levels = framesAt(clip.level, clip.voicedFrames);
    const amplitudes = framesAt(clip.amplitude, clip.voicedFrames);
    const sorted = heights.toSorted();
    const changes = stepsInRuns(clip);
    const slopes = slopesOfRuns(clip);
    const quarter = Math.max(1, heights.length >> 2);
    const jumps = changes.slice(1).map((change, i) => change - changes[i]);
    return [
      meanOf(heights),
      deviationOf(heights),
      ...PERCENTILES.map((percent) => percentile(sorted, percent)),
      percentile(sorted, 95) - percentile(sorted, 5),
      meanMagnitudeOf(changes),
      deviationOf(changes),
      meanOf(slopes),
      deviationOf(slopes),
      greatestOf(slopes),
      -greatestOf(slopes.map((slope) => -slope)),
      heights[0],
      heights[heights.length - 1],
      meanOf(heights.subarray(0, quarter)),
      meanOf(heights.subarray(-quarter)),
      weightedMean(heights, amplitudes),
      deviationOf(heights) > FLAT ? correlation(heights, levels) : 0,
      jumps.length > 0 ? meanMagnitudeOf(jumps) : 0,
    ];
  },
};

const framesAt = (values: Float64Array, frames: Int32Array): Float64Array =>
  Float64Array.from(frames, (t) => values[t]);

/** Changes of pitch from frame to frame inside voiced runs; one of 0 where there is none. */
function stepsInRuns({ pitch: heights, voiced }: Descriptors): number[] {
  const changes: number[] = [];
  for (let t = 1; t < heights.length; t++) {
    if (voiced[t] && voiced[t - 1]) changes.push(heights[t] - heights[t - 1]);
  }
  return changes.length > 0 ? changes : [0];
}

/** Octaves per second, from the first quarter of each longer run to its last. */
function slopesOfRuns({ pitch: heights, voiced }: Descriptors): number[] {
  const slopes = runsOf(voiced)
    .filter(([first, end]) => end - first > LEAST_RUN)
    .map(([first, end]) => {
      const part = Math.max(2, Math.floor((end - first) / 4));
      const start = meanOf(heights.subarray(first, first + part));
      const finish = meanOf(heights.subarray(end - part, end));
      return ((finish - start) / (end - first)) * FRAME_RATE;
    });
  return slopes.length > 0 ? slopes : [0];
}

function weightedMean(values: Float64Array, weights: Float64Array): number {
  let sum = 0;
  let weight = 0;
  for (let i = 0; i < values.length; i++) {
    sum += weights[i] * values[i];
    weight += weights[i];
  }
  return sum / weight;
}

/** Pearson's correlation; NaN where one of the two is constant. */
function correlation(a: Float64Array, b: Float64Array): number {
  const [meanA, meanB] = [meanOf(a), meanOf(b)];
  let product = 0;
  let squareA = 0;
  let squareB = 0;
  for (let i = 0; i < a.length; i++) {
    product += (a[i] - meanA) * (b[i] - meanB);
    squareA += (a[i] - meanA) ** 2;
    squareB += (b[i] - meanB) ** 2;
  }
  return product / Math.sqrt(squareA) / Math.sqrt(squareB);
}
