import { cepstrumNames, jointNames } from '../channel-names.ts';
import { DESCRIBED_CEPSTRA, type Descriptors } from '../descriptors/descriptors.ts';
import { concatenated, type Group, statisticNames } from '../group.ts';
import { framesWhere } from '../masks.ts';
import { deviations, means } from '../moments.ts';
import { median } from '../order.ts';
import { channelsOf, framesOf, type Tracks } from '../tracks.ts';

/** A half of fewer frames has no deviation. */
const LEAST_HALF = 3;

/** Two parts of some frames: the upper half, or the first, and the rest. */
type Halves = readonly [part: Int32Array, rest: Int32Array];

/** Voiced frames whose pitch is at or above the median, and those whose level is. */
function halvesOf({ line, level, voicedFrames }: Descriptors): {
  byPitch: Halves;
  byLevel: Halves;
} {
  return { byPitch: split(line, voicedFrames), byLevel: split(level, voicedFrames) };
}

function split(values: Float64Array, frames: Int32Array): Halves {
  const { length } = frames;
  const chosen = new Float64Array(length);
  for (let i = 0; i < length; i++) chosen[i] = values[frames[i]];
  const middle = median(chosen);
  return [
    framesWhere(0, length, (i) => chosen[i] >= middle),
    framesWhere(0, length, (i) => !(chosen[i] >= middle)),
  ];
}

const minus = (a: Float64Array, b: Float64Array): Float64Array => a.map((value, i) => value - b[i]);

/** The means of one part less those of the rest; of all frames where a part is empty. */
function meanDifference(x: Tracks, [part, rest]: Halves): Float64Array {
  const of = (frames: Int32Array): Float64Array =>
    means(frames.length > 0 ? framesOf(x, frames) : x);
  return minus(of(part), of(rest));
}

/** The deviations of one part less those of the rest; of all frames where a part is too small. */
function deviationDifference(x: Tracks, [part, rest]: Halves): Float64Array {
  const of = (frames: Int32Array): Float64Array => {
    const half = frames.length >= LEAST_HALF ? framesOf(x, frames) : x;
    return deviations(half, means(half));
  };
  return minus(of(part), of(rest));
}

/** Mean cepstra of the higher half of the voiced frames less the lower, and of the louder half. */
export const conditionalCepstra: Group = {
  names: () => statisticNames(cepstrumNames(DESCRIBED_CEPSTRA), ['byPitch', 'byLevel']),
  compute(clip) {
    const voiced = framesOf(clip.cepstra, clip.voicedFrames);
    const x = channelsOf(voiced, 0, DESCRIBED_CEPSTRA);
    const { byPitch, byLevel } = halvesOf(clip);
    return concatenated(meanDifference(x, byPitch), meanDifference(x, byLevel));
  },
};

/**
 * Deviations of descriptors in the higher half of the voiced frames less the lower, and in the
 * louder half; means and deviations of the first half in time less the second.
 */
export const conditionalDescriptors: Group = {
  names: () =>
    statisticNames(jointNames(), ['stdByPitch', 'stdByLevel', 'meanByTime', 'stdByTime']),
  compute(clip) {
    const x = framesOf(clip.joint, clip.voicedFrames);
    const { byPitch, byLevel } = halvesOf(clip);
    const middle = x.frames >> 1;
    const byTime: Halves = [
      framesWhere(0, middle, () => true),
      framesWhere(middle, x.frames, () => true),
    ];
    return concatenated(
      deviationDifference(x, byPitch),
      deviationDifference(x, byLevel),
      meanDifference(x, byTime),
      deviationDifference(x, byTime),
    );
  },
};
