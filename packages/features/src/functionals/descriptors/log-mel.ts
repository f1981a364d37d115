import { getWindow } from '../../filters/get-window.ts';
import { log10 } from '../../kernels/log10.ts';
import { type Band, melPowers } from '../../kernels/mel-powers.ts';
import { toDecibels } from '../../kernels/to-decibels.ts';
import type { Samples } from '../../samples.ts';
import { once } from '../../util/once.ts';
import { BANDS, frameCount, HOP, TRANSFORM, WINDOW } from '../analysis-rate.ts';
import { type Tracks, zeroTracks } from '../tracks.ts';
import { melWeights } from './mel-weights.ts';

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
  const bands = zeroTracks(frames, BANDS);
  const totals = new Float64Array(frames);
  const options = {
    hop: HOP,
    start: -WINDOW / 2,
    window: WINDOWED(),
    bands: WEIGHTS(),
    floor: FLOOR,
  };
  melPowers(samples, options, bands.values, totals);
  const means = totals.map((total) => total / BANDS + FLOOR);
  toDecibels(bands.values);
  return {
    bands,
    level: means.map((mean) => 10 * log10(mean)),
    amplitude: means.map((mean) => Math.sqrt(mean)),
  };
}
