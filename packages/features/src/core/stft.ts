import { writeSpectra } from '../kernels/frame-spectra.ts';
import type { Samples } from '../samples.ts';
import { checkOptions } from '../util/check-options.ts';
import {
  checkFrames,
  frameSignal,
  framing,
  framingWindow,
  STFT_OPTIONS,
  type StftOptions,
} from '../util/framing.ts';
import type { ComplexMatrix } from '../util/matrix.ts';

/**
 * Short-time Fourier transform; librosa's `stft`.
 *
 * @returns `[1 + nFft / 2, frames]`: bin f is `f * sampleRate / nFft` Hz.
 * @throws {FeatureError} for samples that are empty or not finite, and for sizes that do not fit.
 */
export function stft(samples: Samples, options: StftOptions = {}): ComplexMatrix {
  checkOptions('stft', options, STFT_OPTIONS);
  const frame = framing('stft', options);
  const signal = frameSignal('stft', samples, frame.nFft, frame);
  const frames = signal.count;
  const bins = Math.floor(frame.nFft / 2) + 1;
  checkFrames('stft', frames, bins, frame);
  const real = new Float32Array(bins * frames);
  const imag = new Float32Array(bins * frames);
  writeSpectra(signal, framingWindow(frame), real, imag);
  return { real, imag, shape: [bins, frames] };
}
