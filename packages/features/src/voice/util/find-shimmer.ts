import { factorOf, isPeriod, type Periods } from './periods.ts';
import { perturbation } from './perturbation.ts';
import type { Sound } from './sound.ts';

/** How much the amplitudes of periods differ from those around them. NaN where they are too few. */
export interface Shimmer {
  /** The mean distance of neighbouring amplitudes, as a part of their mean. */
  readonly local: number;
  /** The mean distance of neighbouring amplitudes in dB. */
  readonly localDb: number;
  /** The mean distance of an amplitude from the mean of three, as a part of their mean. */
  readonly apq3: number;
  /** The same of five amplitudes. */
  readonly apq5: number;
  /** The same of eleven amplitudes. */
  readonly apq11: number;
  /** The mean distance of neighbouring differences, as a part of their mean: 3 `apq3`. */
  readonly dda: number;
}

/** How far an amplitude reaches on each side, in periods. */
const REACH = 0.2;

/** Shimmer, without checks. */
export function findShimmer(
  sound: Sound,
  pulses: ArrayLike<number>,
  periods: Periods,
  maxAmplitudeFactor: number,
): Shimmer {
  const { times, values } = amplitudes(sound, pulses, periods);
  // Praat leaves the last amplitude out of the mean.
  let mean = 0;
  for (let i = 0; i + 1 < values.length; i++) mean += values[i];
  mean /= values.length - 1;
  const neighbours = (i: number): boolean =>
    isPeriod(times[i + 1] - times[i], periods) &&
    factorOf(values[i + 1], values[i]) <= maxAmplitudeFactor;
  const usable =
    (width: number) =>
    (first: number): boolean => {
      for (let i = first; i + 1 < first + width; i++) if (!neighbours(i)) return false;
      return true;
    };
  const part = (width: number): number => perturbation(values, width, usable(width)) / mean;
  const decibels = values.map((value) => 20 * Math.log10(value));
  const apq3 = part(3);
  return {
    local: part(2),
    localDb: perturbation(decibels, 2, usable(2)),
    apq3,
    apq5: part(5),
    apq11: part(11),
    dda: 3 * apq3,
  };
}

/** The amplitudes of the pulses between two periods of about the same length. */
function amplitudes(
  sound: Sound,
  pulses: ArrayLike<number>,
  periods: Periods,
): { times: number[]; values: number[] } {
  const times: number[] = [];
  const values: number[] = [];
  for (let i = 1; i + 1 < pulses.length; i++) {
    const before = pulses[i] - pulses[i - 1];
    const after = pulses[i + 1] - pulses[i];
    if (!isPeriod(before, periods) || !isPeriod(after, periods)) continue;
    if (factorOf(before, after) > periods.maxPeriodFactor) continue;
    const amplitude = amplitudeAt(sound, pulses[i], REACH * before, REACH * after);
    if (!(amplitude > 0)) continue;
    times.push(pulses[i]);
    values.push(amplitude);
  }
  return { times, values };
}

/** The root of the mean square around a time, each sample times a Hann window; 0 without one. */
function amplitudeAt(
  { samples, start, step }: Sound,
  time: number,
  before: number,
  after: number,
): number {
  const first = Math.max(0, Math.ceil((time - before - start) / step));
  const last = Math.min(samples.length - 1, Math.floor((time + after - start) / step));
  let sum = 0;
  let weights = 0;
  for (let i = first; i <= last; i++) {
    const distance = start + i * step - time;
    const width = distance < 0 ? before : after;
    const weight = 0.5 + 0.5 * Math.cos((Math.PI * distance) / width);
    sum += (weight * samples[i]) ** 2;
    weights += weight * weight;
  }
  return weights > 0 ? Math.sqrt(sum / weights) : 0;
}
