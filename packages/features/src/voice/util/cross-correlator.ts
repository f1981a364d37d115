import { planFft } from '../../kernels/fft/plan-fft.ts';
import type { Correlator } from './correlation.ts';
import { indexBefore, meanBetween, type Sound } from './sound.ts';

export interface CrossCorrelatorOptions {
  /** Lowest pitch in Hz. */
  readonly floor: number;
  /** Longest periods that a frame holds. */
  readonly periods: number;
}

/**
 * The forward cross-correlation of a frame with what follows it, each divided by the root of its
 * energy: Praat's manual, "Sound: To Pitch (cc)...".
 */
export function crossCorrelator(
  sound: Sound,
  { floor, periods }: CrossCorrelatorOptions,
): Correlator {
  const { samples, step } = sound;
  const longest = Math.floor(1 / step / floor);
  const halfLongest = Math.floor(longest / 2) + 1;
  const window = periods / floor;
  const half = Math.floor(Math.floor(window / step) / 2) - 1;
  const length = 2 * half;
  const near = Math.min(half, halfLongest);
  const maxLag = Math.min(Math.floor(length / periods) + 2, length);
  const reach = length;
  const frame = 1 / floor + window;
  let size = 4;
  while (size < length + maxLag) size *= 2;
  const fft = planFft(size);
  const { signal, spectrum } = fft;
  const ofFrame = new Float64Array(spectrum.length);
  const values = new Float64Array(length + maxLag);
  const r = new Float64Array(2 * reach + 1);
  return {
    frame,
    reach,
    maxLag,
    r,
    correlate(time, least) {
      const right = indexBefore(sound, time) + 1;
      const mean = meanBetween(sound, right - longest, right + longest);
      let peak = 0;
      for (let i = -near; i < near; i++) {
        peak = Math.max(peak, Math.abs((samples[right + i] ?? mean) - mean));
      }
      if (peak <= least) return peak;
      const start = Math.max(0, indexBefore(sound, time - 0.5 * frame));
      const span = Math.min(length + maxLag, samples.length - start);
      for (let i = 0; i < span; i++) values[i] = samples[start + i] - mean;
      signal.fill(0);
      for (let i = 0; i < length; i++) signal[i] = values[i];
      fft.forward();
      ofFrame.set(spectrum);
      for (let i = length; i < span; i++) signal[i] = values[i];
      signal.set(values.subarray(0, span));
      fft.forward();
      for (let k = 0; k < spectrum.length; k += 2) {
        const re = spectrum[k] * ofFrame[k] + spectrum[k + 1] * ofFrame[k + 1];
        spectrum[k + 1] = spectrum[k + 1] * ofFrame[k] - spectrum[k] * ofFrame[k + 1];
        spectrum[k] = re;
      }
      fft.inverse();
      let first = 0;
      for (let i = 0; i < length; i++) first += values[i] * values[i];
      let second = first;
      r[reach] = 1;
      for (let i = 1; i <= reach; i++) {
        let value = 0;
        if (i <= maxLag && i <= span - length) {
          second += values[i + length - 1] ** 2 - values[i - 1] ** 2;
          const energy = first * second;
          if (energy > 0) value = signal[i] / Math.sqrt(energy);
        }
        r[reach + i] = value;
        r[reach - i] = value;
      }
      return peak;
    },
  };
}
