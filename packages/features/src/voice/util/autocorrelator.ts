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
  const perWindow = ofWindow.map((value) => 1 / value);
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
        const value = ac[i] * perWindow[i] * scale;
        r[reach + i] = value;
        r[reach - i] = value;
      }
      return peak;
    },
  };
}

/**
 * The autocorrelation of `length` values, an even number, right up to the lag `reach`: that of each
 * half, and that of the first with the second, by transforms of half the length. Their sum is
 * formed in the spectrum, where the lag between the halves is a phase.
 */
function transformOf(length: number, reach: number): (values: Float64Array) => Float64Array {
  const half = length / 2;
  let size = 4;
  while (size < Math.max(length, half + reach)) size *= 2;
  const fft = planFft(size);
  const { signal, spectrum } = fft;
  const first = new Float64Array(spectrum.length);
  const phases = Float64Array.from({ length: spectrum.length }, (_, i) => {
    const angle = (2 * Math.PI * (((i >> 1) * half) % size)) / size;
    return i % 2 === 0 ? Math.cos(angle) : -Math.sin(angle);
  });
  return (values) => {
    signal.set(values.subarray(0, half));
    signal.fill(0, half);
    fft.forward();
    first.set(spectrum);
    signal.set(values.subarray(half));
    signal.fill(0, half);
    fft.forward();
    for (let k = 0; k < spectrum.length; k += 2) {
      const a = first[k];
      const b = first[k + 1];
      const c = spectrum[k];
      const d = spectrum[k + 1];
      const re = a * c + b * d;
      const im = a * d - b * c;
      spectrum[k] = a * a + b * b + c * c + d * d + re * phases[k] - im * phases[k + 1];
      spectrum[k + 1] = re * phases[k + 1] + im * phases[k];
    }
    fft.inverse();
    return signal;
  };
}
