import type { OptionNames } from '@ser/internal';
import type { Samples } from '../samples.ts';
import { checkNonNegative } from './checks.ts';
import { differenceFunction } from './difference-function.ts';

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
  checkNonNegative(caller, 'troughThreshold', troughThreshold);
  const lags = differenceFunction(caller, frameLength, { sampleRate, fMin, fMax });
  const { shortest, longest, difference } = lags;

  return (samples, start, out) => {
    lags.load(samples, start);
    const period = choosePeriod();
    out[0] = sampleRate / (period + lags.shift(period));
    out[1] = Math.max(0, 1 - difference[period]);
  };

  /** The first trough below the threshold, or else the lag of the least difference. */
  function choosePeriod(): number {
    let least = shortest;
    for (let lag = shortest; lag <= longest; lag++) {
      const here = difference[lag];
      if (here < difference[least]) least = lag;
      if (here < troughThreshold && lags.isTrough(lag)) return lag;
    }
    return least;
  }
}
