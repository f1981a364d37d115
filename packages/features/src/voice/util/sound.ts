import type { Samples } from '../../samples.ts';
import { checkPositive, checkSamples } from '../../util/checks.ts';

/** A signal as the analyses of voice read it. */
export interface Sound {
  readonly samples: Float64Array;
  readonly sampleRate: number;
  /** Seconds from one sample to the next. */
  readonly step: number;
  /** Seconds of the first sample: half a step, unless the sound was resampled. */
  readonly start: number;
}

/**
 * Checks a signal and its rate.
 *
 * @throws {FeatureError} for audio that is empty or not finite, and for a rate that is not above 0.
 */
export function toSound(caller: string, samples: Samples, sampleRate: number): Sound {
  checkSamples(caller, 'samples', samples);
  checkPositive(caller, 'sampleRate', sampleRate);
  const step = 1 / sampleRate;
  return { samples: Float64Array.from(samples), sampleRate, step, start: 0.5 * step };
}

/** The index of the last sample at or before a time, which may lie beyond the ends. */
export function indexBefore({ start, step }: Sound, time: number): number {
  return Math.floor((time - start) / step + 1) - 1;
}

/** The greatest distance of a sample from the mean of all. */
export function globalPeak({ samples }: Sound): number {
  const { length } = samples;
  let mean = 0;
  for (let i = 0; i < length; i++) mean += samples[i];
  mean /= length;
  let peak = 0;
  for (let i = 0; i < length; i++) peak = Math.max(peak, Math.abs(samples[i] - mean));
  return peak;
}

/** The mean of the samples from `from` up to `to`, which is excluded; there are zeros beyond. */
export function meanBetween({ samples }: Sound, from: number, to: number): number {
  const end = Math.min(to, samples.length);
  let sum = 0;
  for (let i = Math.max(0, from); i < end; i++) sum += samples[i];
  return sum / (to - from);
}
