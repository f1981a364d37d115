import type { OptionNames } from '@ser/internal';
import { checkMatrix } from '../util/check-matrix.ts';
import { checkOptions } from '../util/check-options.ts';
import { checkFinite, checkInteger, checkRandom } from '../util/checks.ts';
import { MAX_LENGTH } from '../util/limits.ts';
import type { Matrix } from '../util/matrix.ts';
import type { Random } from '../util/random.ts';

/** The options of `specAugment`. */
export interface SpecAugmentOptions {
  /** A generator of uniform numbers in [0, 1). */
  random: Random;
  /** How many masks cover neighbouring rows. Default 2. */
  frequencyMasks?: number;
  /** Most rows that a mask covers. Default 27. */
  frequencyWidth?: number;
  /** How many masks cover neighbouring frames. Default 2. */
  timeMasks?: number;
  /** Most frames that a mask covers. Default 40. */
  timeWidth?: number;
  /** The value in the masks, or `'mean'` for the mean of the matrix. Default `'mean'`. */
  fill?: number | 'mean';
}

/** The names of the options. */
const OPTIONS: OptionNames<SpecAugmentOptions> = {
  random: true,
  frequencyMasks: true,
  frequencyWidth: true,
  timeMasks: true,
  timeWidth: true,
  fill: true,
};

/**
 * Masks random bands and random stretches of time, as SpecAugment without its time warp (D. Park et
 * al., "SpecAugment: a simple data augmentation method for automatic speech recognition", 2019). A
 * mask's width is uniform from 0 to the given one, or to the matrix' own where that is less.
 *
 * @param matrix `[rows, frames]`, such as a mel spectrogram in dB.
 * @returns A new matrix of the same shape; `random` is called twice a mask.
 * @throws {FeatureError} for a matrix that is not finite, and for options out of range.
 */
export function specAugment(matrix: Matrix, options: SpecAugmentOptions): Matrix {
  checkOptions('specAugment', options, OPTIONS);
  const { random, frequencyMasks = 2, frequencyWidth = 27 } = options;
  const { timeMasks = 2, timeWidth = 40, fill = 'mean' } = options;
  checkMatrix('specAugment', 'matrix', matrix);
  checkRandom('specAugment', 'random', random);
  if (fill !== 'mean') checkFinite('specAugment', 'fill', fill);
  for (const [name, value] of Object.entries({
    frequencyMasks,
    frequencyWidth,
    timeMasks,
    timeWidth,
  })) {
    checkInteger('specAugment', name, value, 0, MAX_LENGTH);
  }
  const [rows, frames] = matrix.shape;
  const data = Float32Array.from(matrix.data);
  const value = fill === 'mean' ? data.reduce((sum, x) => sum + x, 0) / data.length : fill;
  const stretch = (greatest: number, size: number): [number, number] => {
    const width = Math.floor(random() * (Math.min(greatest, size) + 1));
    const start = Math.floor(random() * (size - width + 1));
    return [start, start + width];
  };
  for (let mask = 0; mask < frequencyMasks; mask++) {
    const [start, end] = stretch(frequencyWidth, rows);
    data.fill(value, start * frames, end * frames);
  }
  for (let mask = 0; mask < timeMasks; mask++) {
    const [start, end] = stretch(timeWidth, frames);
    for (let row = 0; row < rows; row++) data.fill(value, row * frames + start, row * frames + end);
  }
  return { data, shape: matrix.shape };
}
