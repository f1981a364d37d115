import type { FrameMoments } from '../../kernels/frame-moments.ts';
import { cepstrumNames, jointNames } from '../channel-names.ts';
import { DESCRIBED_CEPSTRA } from '../descriptors/descriptors.ts';
import { concatenated, type Group, statisticNames } from '../group.ts';
import { median } from '../order.ts';

/** A half of fewer frames has no deviation. */
const LEAST_HALF = 3;

/** Two parts of the voiced frames: the upper half, or the first, and the rest. */
type Halves = readonly [part: Int32Array, rest: Int32Array];

/** The voiced frames whose value is at or above the median, and the others. */
function split(values: Float64Array, frames: Int32Array): Halves {
  const { length } = frames;
  const chosen = new Float64Array(length);
  for (let i = 0; i < length; i++) chosen[i] = values[frames[i]];
  const middle = median(chosen);
  return [
    frames.filter((_, i) => chosen[i] >= middle),
    frames.filter((_, i) => !(chosen[i] >= middle)),
  ];
}

const minus = (a: Float64Array, b: Float64Array): Float64Array => a.map((value, i) => value - b[i]);

/** The means of one part less those of the rest; of all voiced frames where a part is empty. */
function meanDifference(moments: FrameMoments, halves: Halves, voiced: Int32Array): Float64Array {
  const [part, rest] = halves.map((half) => moments.spread(half.length > 0 ? half : voiced));
  return minus(part.means, rest.means);
}

/** The deviations, likewise; of all voiced frames where a part is too small. */
function deviationDifference(
  moments: FrameMoments,
  halves: Halves,
  voiced: Int32Array,
): Float64Array {
  const [part, rest] = halves.map((half) =>
    moments.spread(half.length >= LEAST_HALF ? half : voiced),
  );
  return minus(part.deviations, rest.deviations);
}

/** Mean cepstra of the higher half of the voiced frames less the lower, and of the louder half. */
export const conditionalCepstra: Group = {
  names: () => statisticNames(cepstrumNames(DESCRIBED_CEPSTRA), ['byPitch', 'byLevel']),
  compute({ cepstraMoments, line, level, voicedFrames }) {
    const differences = [line, level].map((values) =>
      meanDifference(cepstraMoments(), split(values, voicedFrames), voicedFrames),
    );
    return concatenated(...differences.map((each) => each.subarray(0, DESCRIBED_CEPSTRA)));
  },
};

/**
 * Deviations of descriptors in the higher half of the voiced frames less the lower, and in the
 * louder half; means and deviations of the first half in time less the second.
 */
export const conditionalDescriptors: Group = {
  names: () =>
    statisticNames(jointNames(), ['stdByPitch', 'stdByLevel', 'meanByTime', 'stdByTime']),
  compute({ moments, line, level, voicedFrames }) {
    const middle = voicedFrames.length >> 1;
    const byTime: Halves = [voicedFrames.subarray(0, middle), voicedFrames.subarray(middle)];
    return concatenated(
      deviationDifference(moments(), split(line, voicedFrames), voicedFrames),
      deviationDifference(moments(), split(level, voicedFrames), voicedFrames),
      meanDifference(moments(), byTime, voicedFrames),
      deviationDifference(moments(), byTime, voicedFrames),
    );
  },
};
