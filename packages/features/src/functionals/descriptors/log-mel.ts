import { getWindow } from '../../filters/get-window.ts';
import { planFft } from '../../kernels/fft/plan-fft.ts';
import { log10 } from '../../kernels/log10.ts';
import { toDecibels } from '../../kernels/to-decibels.ts';
import type { Samples } from '../../samples.ts';
import { once } from '../../util/once.ts';
import { BANDS, frameCount, HOP, TRANSFORM, WINDOW } from '../analysis-rate.ts';
import { type Tracks, zeroTracks } from '../tracks.ts';
import { type Band, melWeights } from './mel-weights.ts';

/** The floor of powers: -90 dB. */
const FLOOR = 1e-9;

/** The spectrum of a clip in mel bands, and its level. */
export interface LogMel {
  /** Mel powers in dB, `[frames, 64]`. */
  readonly bands: Tracks;
  /** The mean of each frame's mel powers in dB. */
  readonly level: Float64Array;
  /** Amplitudes of the frames: 10^(level / 20). */
  readonly amplitude: Float64Array;
}

/** A periodic Hann window, and zeros up to the transform's length. */
const WINDOWED: () => Float64Array = /* @__PURE__ */ once(() => {
  const window = new Float64Array(TRANSFORM);
  window.set(getWindow('hann', WINDOW));
  return window;
});

/** The bands, divided by the window's power. */
const WEIGHTS: () => readonly Band[] = /* @__PURE__ */ once(() => {
  const power = WINDOWED().reduce((sum, value) => sum + value * value, 0);
  return melWeights().map(({ first, weights }) => ({
    first,
    weights: weights.map((weight) => weight / power),
  }));
});

/**
 * Mel powers in dB of 25 ms frames around every 160th sample: |X|² over the sum of the window's
 * squares, averaged in 64 mel bands, with a floor of -90 dB.
 */
export function logMel(samples: Samples): LogMel {
  const frames = frameCount(samples.length);
  const padded = new Float64Array(frames * HOP + TRANSFORM);
  padded.set(samples, WINDOW / 2);
  const fft = planFft(TRANSFORM);
  const window = WINDOWED();
  const weights = WEIGHTS();
  const power = new Float64Array(fft.bins);
  const bands = zeroTracks(frames, BANDS);
  const level = new Float64Array(frames);
  const amplitude = new Float64Array(frames);
  for (let t = 0; t < frames; t++) {
    fft.load(padded, t * HOP, window);
    fft.forward();
    const { spectrum } = fft;
    for (let k = 0; k < power.length; k++) {
      power[k] = spectrum[2 * k] * spectrum[2 * k] + spectrum[2 * k + 1] * spectrum[2 * k + 1];
    }
    let total = 0;
    for (let band = 0; band < BANDS; band++) {
      const { first, weights: triangle } = weights[band];
      let sum = 0;
      for (let i = 0; i < triangle.length; i++) sum += triangle[i] * power[first + i];
      sum += FLOOR;
      total += sum;
      bands.values[t * BANDS + band] = sum;
    }
    const mean = total / BANDS + FLOOR;
    level[t] = 10 * log10(mean);
    amplitude[t] = Math.sqrt(mean);
  }
  toDecibels(bands.values);
  return { bands, level, amplitude };
}
