import { log2 } from '../../kernels/log10.ts';
import type { DifferenceFunction } from '../difference-function.ts';
import { roundHalfToEven } from '../round-half-to-even.ts';
import { type TroughPriorOptions, troughPrior } from './trough-prior.ts';

/** The bins of pitch that a frame may be in. */
export interface Observation {
  /** Ascending. */
  readonly bins: Int32Array;
  /** The probability of each. */
  readonly probabilities: Float64Array;
  count: number;
  /** The probability that the frame is voiced: their sum, at most 1. */
  voiced: number;
}

/** The range of pitches and its bins. */
export interface PitchBins {
  readonly sampleRate: number;
  /** The pitch of the lowest bin in Hz. */
  readonly fMin: number;
  readonly bins: number;
  /** Bins of an octave. */
  readonly perOctave: number;
}

/** Observes the frame of a difference function. What it returns is overwritten by the next call. */
export function observer(
  lags: DifferenceFunction,
  { sampleRate, fMin, bins, perOctave, ...prior }: PitchBins & TroughPriorOptions,
): () => Observation {
  const troughs = troughPrior(lags, prior);
  const most = Math.min(bins, troughs.lags.length);
  const seen = { bins: new Int32Array(most), probabilities: new Float64Array(most) };
  const observation: Observation = { ...seen, count: 0, voiced: 0 };

  return () => {
    const found = troughs.weigh();
    let count = 0;
    // From the longest lag, the lowest pitch: of troughs in one bin, librosa keeps the longest.
    for (let i = found - 1; i >= 0; i--) {
      const probability = troughs.probabilities[i];
      if (probability === 0) continue;
      const lag = troughs.lags[i];
      const bin = binOf(sampleRate / (lag + lags.shift(lag)));
      // What is above the range is lost.
      if (bin >= bins || (count > 0 && seen.bins[count - 1] === bin)) continue;
      seen.bins[count] = bin;
      seen.probabilities[count++] = probability;
    }
    let voiced = 0;
    for (let i = 0; i < count; i++) voiced += seen.probabilities[i];
    observation.count = count;
    observation.voiced = Math.min(1, voiced);
    return observation;
  };

  function binOf(pitch: number): number {
    const bin = roundHalfToEven(perOctave * log2(pitch / fMin));
    return Math.min(Math.max(bin, 0), bins);
  }
}
