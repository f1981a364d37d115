import { planFft } from '../../kernels/fft/plan-fft.ts';
import type { Correlator } from './correlation.ts';
import { indexBefore, meanBetween, type Sound } from './sound.ts';
import { gaussianWindow, hannWindow } from './windows.ts';

export interface AutocorrelatorOptions {
  /** Lowest pitch in Hz. */
  readonly floor: number;
  /** Longest periods that a frame holds. */
  readonly periods: number;
  /** Whether the window is a Gaussian curve, rather than a Hann window. */
  readonly gaussian: boolean;
}

/**
 * The autocorrelation of a frame under a window, divided by that of the window: steps 3.1 to 3.10
 * of P. Boersma (1993). The mean of the two longest periods around the frame's middle is taken off.
 */
export function autocorrelator(sound: Sound, options: AutocorrelatorOptions): Correlator {
  const { floor, periods, gaussian } = options;
  const { samples, step } = sound;
  const frame = periods / floor;
  const longest = Math.floor(1 / step / floor);
  const halfLongest = Math.floor(longest / 2) + 1;
  const half = Math.floor(Math.floor(frame / step) / 2) - 1;
  const length = 2 * half;
  const window = gaussian ? gaussianWindow(length) : hannWindow(length);
  // A Gaussian curve is twice as long as a Hann window of the same effect.
  const reach = Math.floor(length * (gaussian ? 0.25 : 0.5));
  const correlation = transformOf(length, reach);
  const values = Float64Array.from(window);
  const ofWindow = Float64Array.from(correlation(values));
  const r = new Float64Array(2 * reach + 1);
  const from = Math.max(0, half - halfLongest);
  const to = Math.min(length, half + halfLongest);
  return {
    frame,
    reach,
    maxLag: Math.min(Math.floor(length / periods) + 2, length),
    r,
    correlate(time, least) {
      const right = indexBefore(sound, time) + 1;
      const mean = meanBetween(sound, right - longest, right + longest);
      for (let i = 0, at = right - half; i < length; i++, at++) {
        values[i] = ((samples[at] ?? 0) - mean) * window[i];
      }
      let peak = 0;
      for (let i = from; i < to; i++) peak = Math.max(peak, Math.abs(values[i]));
      if (peak <= least) return peak;
      const ac = correlation(values);
      r[reach] = 1;
      const scale = ofWindow[0] / ac[0];
      for (let i = 1; i <= reach; i++) {
        const value = (ac[i] / ofWindow[i]) * scale;
        r[reach + i] = value;
        r[reach - i] = value;
      }
      return peak;
    },
  };
}

/** The autocorrelation of `length` values, right up to the lag `reach`. */
function transformOf(length: number, reach: number): (values: Float64Array) => Float64Array {
  let size = 4;
  while (size < length + reach) size *= 2;
  const fft = planFft(size);
  const { signal, spectrum } = fft;
  return (values) => {
    signal.fill(0, length);
    signal.set(values);
    fft.forward();
    for (let k = 0; k < spectrum.length; k += 2) {
      spectrum[k] = spectrum[k] * spectrum[k] + spectrum[k + 1] * spectrum[k + 1];
      spectrum[k + 1] = 0;
    }
    fft.inverse();
    return signal;
  };
}
