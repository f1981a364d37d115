import type { Samples } from '../samples.ts';
import { checkOptions } from '../util/check-options.ts';
import type { Matrix } from '../util/matrix.ts';
import { type KaldiMfccOptions, MFCC_OPTIONS } from './kaldi-options.ts';
import { kaldiFrames } from './util/kaldi-frames.ts';
import { kaldiFraming, kaldiSettings } from './util/kaldi-settings.ts';
import { MFCC_CHECKS, mfccValues } from './util/mfcc-values.ts';

/**
 * Mel-frequency cepstral coefficients as Kaldi's `compute-mfcc-feats` has them, with Kaldi's
 * defaults but for `dither`, which is 0. The first of the 13 is the logarithm of the energy unless
 * `useEnergy` is false. For `scale` and the bands see {@link fbank}.
 *
 * Source: Kaldi, `feat/feature-mfcc.cc`.
 *
 * @returns `[numCeps, frames]`, Kaldi's matrix transposed.
 * @throws {FeatureError} for samples that are empty, not finite or shorter than a frame, for more
 *   coefficients than bands, and for options that are unknown or out of range.
 */
export function mfcc(samples: Samples, options: KaldiMfccOptions = {}): Matrix {
  checkOptions('kaldi.mfcc', options, MFCC_OPTIONS);
  const framing = kaldiFraming('kaldi.mfcc', options, MFCC_CHECKS);
  const settings = kaldiSettings('kaldi.mfcc', framing, options);
  return kaldiFrames('kaldi.mfcc', samples, settings, mfccValues('kaldi.mfcc', settings, options));
}
