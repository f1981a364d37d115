import { checkInteger, checkPositive } from './check.ts';
import type { ComplexMatrix } from './matrix.ts';

/** Options of {@link phaseVocoder}. */
export interface PhaseVocoderOptions {
  /** Speed: above 1 is faster and shorter, below 1 slower and longer. */
  rate: number;
  /** Samples from one frame to the next. Default `floor(nFft / 4)`. */
  hopLength?: number;
  /** Samples a transform. Default: the even number that gives the spectrum's bins. */
  nFft?: number;
}

/**
 * Stretches a short-time spectrum in time by `rate`, each bin's phase going on at the bin's own
 * speed; librosa's `phase_vocoder` (D. Ellis, "A phase vocoder in Matlab", 2002).
 *
 * @param spectrum `[bins, frames]`
 * @returns `[bins, ceil(frames / rate)]`
 * @throws FeatureError for options out of range
 */
export function phaseVocoder(spectrum: ComplexMatrix, options: PhaseVocoderOptions): ComplexMatrix {
  const [bins, frames] = spectrum.shape;
  const { rate, nFft = 2 * (bins - 1) } = options;
  checkPositive('phaseVocoder', 'rate', rate);
  checkInteger('phaseVocoder', 'nFft', nFft, 1);
  const { hopLength = Math.floor(nFft / 4) } = options;
  checkInteger('phaseVocoder', 'hopLength', hopLength, 1);

  const f32 = Math.fround;
  const steps = Math.ceil(frames / rate);
  const real = new Float32Array(bins * steps);
  const imag = new Float32Array(bins * steps);
  // Two frames of silence follow the last.
  const angles = new Float32Array(frames + 2);
  const magnitudes = new Float32Array(frames + 2);
  for (let f = 0; f < bins; f++) {
    for (let t = 0; t < frames; t++) {
      const re = spectrum.real[f * frames + t];
      const im = spectrum.imag[f * frames + t];
      angles[t] = Math.atan2(im, re);
      magnitudes[t] = Math.sqrt(re * re + im * im);
    }
    const advance = (hopLength * 2 * Math.PI * f) / nFft;
    let phase = angles[0];
    for (let step = 0; step < steps; step++) {
      const time = step * rate;
      const t = Math.floor(time);
      const alpha = time - t;
      const magnitude = (1 - alpha) * magnitudes[t] + alpha * magnitudes[t + 1];
      real[f * steps + step] = f32(Math.cos(phase)) * magnitude;
      imag[f * steps + step] = f32(Math.sin(phase)) * magnitude;
      const turn = f32(angles[t + 1] - angles[t]) - advance;
      const deviation = turn - 2 * Math.PI * Math.round(turn / (2 * Math.PI));
      // librosa sums the phase in float32. In doubles the sum would be better, and another signal.
      phase = f32(phase + (advance + deviation));
    }
  }
  return { real, imag, shape: [bins, steps] };
}
