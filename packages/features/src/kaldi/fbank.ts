import type { Samples } from '../samples.ts';
import { checkOptions } from '../util/check-options.ts';
import type { Matrix } from '../util/matrix.ts';
import { FBANK_OPTIONS, type FbankOptions } from './kaldi-options.ts';
import { FBANK_CHECKS, fbankValues } from './util/fbank-values.ts';
import { kaldiFrames } from './util/kaldi-frames.ts';
import { kaldiFraming, kaldiSettings } from './util/kaldi-settings.ts';

/**
 * Mel filter banks as Kaldi's `compute-fbank-feats` has them, with Kaldi's defaults but for
 * `dither`, which is 0.
 *
 * Kaldi reads whole numbers of 16 bits. Samples here are within ±1, and `scale` makes them Kaldi's;
 * what torchaudio gives for a waveform within ±1 takes `scale: 1`. A band that holds no bin of the
 * transform is the logarithm of the least energy, -15.94. There is no warping of frequencies (VTLN).
 *
 * Source: Kaldi, `feat/feature-fbank.cc`, `feature-window.cc` and `mel-computations.cc`.
 *
 * @returns `[bands, frames]`, Kaldi's matrix transposed; with `useEnergy` a row more, the first, or
 *   with `htkCompat` the last.
 * @throws {FeatureError} for samples that are empty, not finite or shorter than a frame, and for
 *   options that are unknown or out of range.
 */
export function fbank(samples: Samples, options: FbankOptions = {}): Matrix {
  checkOptions('kaldi.fbank', options, FBANK_OPTIONS);
  const framing = kaldiFraming('kaldi.fbank', options, FBANK_CHECKS);
  const settings = kaldiSettings('kaldi.fbank', framing, options);
  return kaldiFrames('kaldi.fbank', samples, settings, fbankValues(settings, options));
}
