import { planFft } from '../kernels/fft/plan-fft.ts';
import type { Samples } from '../samples.ts';
import { badArgument, checkPositive } from './checks.ts';

/** The lags in which a pitch is searched. */
export interface LagRange {
  readonly sampleRate: number;
  /** Lowest pitch in Hz. */
  readonly fMin: number;
  /** Highest pitch in Hz. */
  readonly fMax: number;
}

/**
 * YIN's difference function of frames of one length, divided by its mean over shorter lags. `load`
 * allocates nothing.
 */
export interface DifferenceFunction {
  /** The shortest lag that is searched. */
  readonly shortest: number;
  /** The longest lag that is searched. */
  readonly longest: number;
  /** A value a lag, from lag 1 to the longest. `load` writes it. */
  readonly difference: Float64Array;
  /** Computes the difference function of the frame at `start`. */
  load(samples: Samples, start: number): void;
  /** Whether a lag that is searched is a trough: librosa's `localmin`, and the first lag too. */
  isTrough(lag: number): boolean;
  /** The minimum of a parabola through a lag and its neighbours, within a sample of the lag. */
  shift(lag: number): number;
}

/**
 * The difference function for a range of pitches.
 *
 * @throws {FeatureError} for a range that is empty, above half the rate, or too low for the frames.
 */
export function differenceFunction(
  caller: string,
  frameLength: number,
  { sampleRate, fMin, fMax }: LagRange,
): DifferenceFunction {
  checkPositive(caller, 'sampleRate', sampleRate);
  checkPositive(caller, 'fMin', fMin);
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

  return {
    shortest,
    longest,
    difference,
    load(samples, start) {
      for (let i = 0; i < frameLength; i++) frame[i] = samples[start + i];
      autocorrelate();
      normalise();
    },
    isTrough(lag) {
      const here = difference[lag];
      if (lag === shortest) return lag === longest || here < difference[lag + 1];
      return here < difference[lag - 1] && (lag === longest || here <= difference[lag + 1]);
    },
    shift(lag) {
      if (lag === shortest || lag === longest) return 0;
      const curvature = difference[lag + 1] + difference[lag - 1] - 2 * difference[lag];
      const slope = (difference[lag + 1] - difference[lag - 1]) / 2;
      return Math.abs(slope) >= Math.abs(curvature) ? 0 : -slope / curvature;
    },
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
}
