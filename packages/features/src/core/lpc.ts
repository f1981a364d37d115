import type { OptionNames } from '@ser/internal';
import type { Samples } from '../samples.ts';
import { checkOptions } from '../util/check-options.ts';
import { badArgument, checkSamples } from '../util/checks.ts';
import { MAX_ROWS } from '../util/limits.ts';

/** The options of {@link lpc}. */
export interface LpcOptions {
  /** How many samples predict the next; fewer than there are. */
  order: number;
}

/** The names of the options. */
const OPTIONS: OptionNames<LpcOptions> = { order: true };

/** librosa adds it to the divisor, so that silence has coefficients. */
const TINY = 2 ** -1022;

/**
 * Linear prediction by Burg's method; librosa's `lpc` (L. Marple, "A new autoregressive spectrum
 * analysis algorithm", 1980, section III).
 *
 * @returns The coefficients of the filter that leaves the error of the prediction, `order + 1` of
 *   them, the first of which is 1.
 * @throws {FeatureError} for audio that is empty or not finite, and for an order that is not a whole
 *   number from 1 to one less than there are samples.
 */
export function lpc(samples: Samples, options: LpcOptions): Float64Array {
  checkOptions('lpc', options, OPTIONS);
  const { order } = options;
  checkSamples('lpc', 'samples', samples);
  const most = Math.min(MAX_ROWS, samples.length - 1);
  if (!(Number.isSafeInteger(order) && order >= 1 && order <= most)) {
    const expected = `a whole number in [1, ${most}] for ${samples.length} samples`;
    throw badArgument('lpc', 'order', expected, order);
  }
  let length = samples.length - 1;
  const forward = Float64Array.from(samples.subarray(1));
  const backward = Float64Array.from(samples.subarray(0, length));
  const coefficients = new Float64Array(order + 1);
  const before = new Float64Array(order + 1);
  coefficients[0] = 1;
  before[0] = 1;
  let energy = 0;
  for (let i = 0; i < length; i++) energy += forward[i] ** 2 + backward[i] ** 2;

  for (let m = 1; m <= order; m++) {
    let product = 0;
    for (let i = 0; i < length; i++) product += backward[i] * forward[i];
    const reflection = (-2 * product) / (energy + TINY);

    before.set(coefficients);
    for (let j = 1; j <= m; j++) coefficients[j] = before[j] + reflection * before[m - j];

    for (let i = 0; i < length; i++) {
      const ahead = forward[i];
      forward[i] = ahead + reflection * backward[i];
      backward[i] += reflection * ahead;
    }
    energy = (1 - reflection ** 2) * energy - backward[length - 1] ** 2 - forward[0] ** 2;
    // The next order predicts from one sample further off: the first error has none.
    length--;
    forward.copyWithin(0, 1);
  }
  return coefficients;
}
