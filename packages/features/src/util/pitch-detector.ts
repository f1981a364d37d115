import type { OptionNames } from '@ser/internal';
import { planFft } from '../kernels/fft/plan-fft.ts';
import type { Samples } from '../samples.ts';
import { badArgument, checkNonNegative, checkPositive } from './checks.ts';

/** The range and the threshold of a pitch search. */
export interface PitchRange {
  /** Lowest pitch in Hz. A frame must be longer than its period. */
  fMin: number;
  /** Highest pitch in Hz. */
  fMax: number;
  /** The first trough of the difference function below this is the period. Default 0.1. */
  troughThreshold?: number;
}

/** The names of the options. */
export const PITCH_RANGE_OPTIONS: OptionNames<PitchRange> = {
  fMin: true,
  fMax: true,
  troughThreshold: true,
};

/** Writes the pitch of the frame at `start` and its voicing to `out`, `[2]`; allocates nothing. */
export type PitchDetector = (samples: Samples, start: number, out: Float64Array) => void;

/**
 * A detector for frames of one length.
 *
 * @throws {FeatureError} for options out of range.
 */
export function pitchDetector(
  caller: string,
  frameLength: number,
  { sampleRate, fMin, fMax, troughThreshold = 0.1 }: PitchRange & { sampleRate: number },
): PitchDetector {
  checkPositive(caller, 'sampleRate', sampleRate);
  checkPositive(caller, 'fMin', fMin);
  checkNonNegative(caller, 'troughThreshold', troughThreshold);
  if (!(fMax > fMin && fMax <= sampleRate / 2)) {
    throw badArgument(caller, 'fMax', `above fMin=${fMin} and at most ${sampleRate / 2} Hz`, fMax);
  }
  if (sampleRate / fMin >= frameLength - 1) {
    const lowest = (sampleRate / (frameLength - 1)).toFixed(3);
    throw badArgument(caller, 'fMin', `above ${lowest} Hz for frames of ${frameLength}`, fMin);
  }
  const shortest = Math.floor(sampleRate / fMax);
  const longest = Math.min(Math.ceil(sampleRate / fMin), frameLength - 1);

  let size = 4;
  while (size < 2 * frameLength - 1) size *= 2;
  const fft = planFft(size);
  const frame = new Float64Array(size);
  const { signal: correlation, spectrum } = fft;
  const difference = new Float64Array(longest + 1);

  return (samples, start, out) => {
    for (let i = 0; i < frameLength; i++) frame[i] = samples[start + i];
    autocorrelate();
    normalise();
    const period = choosePeriod();
    out[0] = sampleRate / (period + parabolicShift(period));
    out[1] = Math.max(0, 1 - difference[period]);
  };

  function autocorrelate(): void {
    fft.signal.set(frame);
    fft.forward();
    for (let i = 0; i < spectrum.length; i += 2) {
      spectrum[i] = spectrum[i] * spectrum[i] + spectrum[i + 1] * spectrum[i + 1];
      spectrum[i + 1] = 0;
    }
    fft.inverse();
  }

  /** The difference of the frame and itself at a lag, divided by the mean over shorter lags. */
  function normalise(): void {
    let energy = 0;
    let sum = 0;
    for (let lag = 1; lag <= longest; lag++) {
      // As librosa, which subtracts the energy that is lost at the start, and not that at the end.
      // At lag 1 it subtracts none, since it has set the first of its running sums to 0.
      energy += frame[lag - 1] * frame[lag - 1];
      const lost = lag === 1 ? 0 : energy;
      const value = 2 * (correlation[0] - correlation[lag]) - lost;
      sum += value;
      const mean = sum / lag;
      difference[lag] = mean === 0 ? 0 : value / mean;
    }
  }

  /** The first trough below the threshold, or else the lag of the least difference. */
  function choosePeriod(): number {
    let least = shortest;
    for (let lag = shortest; lag <= longest; lag++) {
      const here = difference[lag];
      if (here < difference[least]) least = lag;
      const falls = lag === shortest || here < difference[lag - 1];
      const rises =
        lag === longest ||
        (lag === shortest ? here < difference[lag + 1] : here <= difference[lag + 1]);
      if (here < troughThreshold && falls && rises) return lag;
    }
    return least;
  }

  /** The minimum of a parabola through the trough and its neighbours, within half a sample. */
  function parabolicShift(lag: number): number {
    if (lag === shortest || lag === longest) return 0;
    const curvature = difference[lag + 1] + difference[lag - 1] - 2 * difference[lag];
    const slope = (difference[lag + 1] - difference[lag - 1]) / 2;
    return Math.abs(slope) >= Math.abs(curvature) ? 0 : -slope / curvature;
  }
}
