import type { OptionNames } from '@ser/internal';
import type { Samples } from '../samples.ts';
import { checkOptions } from '../util/check-options.ts';
import { badArgument, checkNonNegative, checkRandom, checkSamples } from '../util/checks.ts';
import type { Random } from '../util/random.ts';

/** The options of `shift`. */
export interface ShiftOptions {
  /** A generator of uniform numbers in [0, 1). */
  random: Random;
  /** Furthest shift, as a fraction of the length, in [0, 1]. Default 0.1. */
  maxFraction?: number;
  /**
   * What becomes of the samples that leave at one end. `'zero'` drops them, `'wrap'` puts them at
   * the other end. Default `'zero'`.
   */
  mode?: 'zero' | 'wrap';
}

/** The names of the options. */
const OPTIONS: OptionNames<ShiftOptions> = { random: true, maxFraction: true, mode: true };

/**
 * Moves a signal by a random time, forwards or backwards.
 *
 * @returns As many samples as came; `random` is called once.
 * @throws {FeatureError} for audio that is empty or not finite, and for options out of range.
 */
export function shift(samples: Samples, options: ShiftOptions): Float32Array {
  checkOptions('shift', options, OPTIONS);
  const { random, maxFraction = 0.1, mode = 'zero' } = options;
  checkSamples('shift', 'samples', samples);
  checkRandom('shift', 'random', random);
  checkNonNegative('shift', 'maxFraction', maxFraction);
  if (maxFraction > 1) throw badArgument('shift', 'maxFraction', 'in [0, 1]', maxFraction);
  if (mode !== 'zero' && mode !== 'wrap')
    throw badArgument('shift', 'mode', "'zero' or 'wrap'", mode);
  const n = samples.length;
  const by = Math.round((2 * random() - 1) * maxFraction * n);
  const result = new Float32Array(n);
  for (let i = 0; i < n; i++) {
    const to = i + by;
    if (to >= 0 && to < n) result[to] = samples[i];
    else if (mode === 'wrap') result[(to + n) % n] = samples[i];
  }
  return result;
}
