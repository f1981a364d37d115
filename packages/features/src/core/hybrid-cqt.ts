import type { Samples } from '../samples.ts';
import { checkOptions } from '../util/check-options.ts';
import { checkSamples } from '../util/checks.ts';
import {
  CONSTANT_Q_OPTIONS,
  type ConstantQOptions,
  constantQ,
} from '../util/constant-q/constant-q-options.ts';
import { magnitudesOf } from '../util/constant-q/magnitudes-of.ts';
import { pseudoQ } from '../util/constant-q/pseudo-q.ts';
import { tuned, variableQ } from '../util/constant-q/variable-q.ts';
import { waveletBins } from '../util/constant-q/wavelet-bins.ts';
import { type Matrix, zeros } from '../util/matrix.ts';

/**
 * Magnitudes of a constant-Q transform: of {@link pseudoCqt} where a filter is shorter than two
 * hops, and of {@link cqt} below; librosa's `hybrid_cqt`.
 *
 * @returns `[nBins, frames]`
 * @throws {FeatureError} as `cqt` does.
 */
export function hybridCqt(samples: Samples, options: ConstantQOptions): Matrix {
  checkOptions('hybridCqt', options, CONSTANT_Q_OPTIONS);
  const { fMin, padMode, ...transform } = constantQ('hybridCqt', options);
  checkSamples('hybridCqt', 'samples', samples);
  const { nBins, sampleRate, hopLength } = transform;
  const lowest = tuned(samples, fMin, options.tuning, transform);
  const constant = { ...transform, lowest, intervals: null, gamma: 0 };
  const { frequencies, seconds } = waveletBins(constant);
  const isShort = (length: number): boolean => 2 ** Math.ceil(Math.log2(length)) < 2 * hopLength;
  const short = seconds.filter((each) => isShort(each * sampleRate)).length;
  const long = nBins - short;

  const parts: Matrix[] = [];
  if (long > 0) {
    const low = { ...options, fMin: lowest, nBins: long, tuning: 0 };
    parts.push(magnitudesOf(variableQ('hybridCqt', samples, low, { intervals: null, gamma: 0 })));
  }
  if (short > 0) {
    const high = { ...constant, lowest: frequencies[long], nBins: short };
    parts.push(pseudoQ('hybridCqt', samples, high, padMode));
  }
  return stacked(parts, nBins);
}

/** The rows of all parts, of the frames that all of them have. */
function stacked(parts: readonly Matrix[], rows: number): Matrix {
  const frames = Math.min(...parts.map(({ shape }) => shape[1]));
  const result = zeros(rows, frames);
  let row = 0;
  for (const { data, shape } of parts) {
    for (let r = 0; r < shape[0]; r++, row++) {
      result.data.set(data.subarray(r * shape[1], r * shape[1] + frames), row * frames);
    }
  }
  return result;
}
