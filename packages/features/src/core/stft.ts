import { planFft } from '../kernels/fft/plan-fft.ts';
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
  const window = framingWindow(frame);
  const fft = planFft(frame.nFft);
  checkFrames('stft', frames, fft.bins, frame);
  const { spectrum } = fft;
  const real = new Float32Array(fft.bins * frames);
  const imag = new Float32Array(fft.bins * frames);
  for (let t = 0; t < frames; t++) {
    signal.seekFrame(t);
    fft.load(signal.values, signal.start, window);
    fft.forward();
    for (let f = 0; f < fft.bins; f++) {
      real[f * frames + t] = spectrum[2 * f];
      imag[f * frames + t] = spectrum[2 * f + 1];
    }
  }
  return { real, imag, shape: [fft.bins, frames] };
}
