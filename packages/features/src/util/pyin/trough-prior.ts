import type { DifferenceFunction } from '../difference-function.ts';
import { betaCdf } from './beta-cdf.ts';

/** How probable periods are by pYIN's thresholds. */
export interface TroughPriorOptions {
  /** How many thresholds there are between 0 and 1. */
  readonly nThresholds: number;
  /** The shape of the beta distribution of thresholds. */
  readonly betaParameters: readonly [a: number, b: number];
  /** How fast probability falls from one trough below a threshold to the next. */
  readonly boltzmannParameter: number;
  /** What part of the thresholds below all troughs the deepest trough gets. */
  readonly noTroughProb: number;
}

/** The troughs of a frame and their probabilities; `weigh` writes them. */
export interface TroughPrior {
  /** The lags of the troughs, ascending. */
  readonly lags: Int32Array;
  /** Their probabilities, of which some are 0. */
  readonly probabilities: Float64Array;
  /** Weighs the troughs of the difference function's frame. Returns how many there are. */
  weigh(): number;
}

/** pYIN's probabilities of the periods of a frame, as librosa computes them. */
export function troughPrior(
  { shortest, longest, difference, isTrough }: DifferenceFunction,
  { nThresholds, betaParameters, boltzmannParameter, noTroughProb }: TroughPriorOptions,
): TroughPrior {
  const most = longest - shortest + 1;
  const lags = new Int32Array(most);
  const probabilities = new Float64Array(most);
  /** Of each trough, the first threshold that it is below. */
  const firsts = new Int32Array(most);

  // As numpy's `linspace` rounds them.
  const step = 1 / nThresholds;
  const thresholds = Float64Array.from({ length: nThresholds + 1 }, (_, i) => i * step);
  thresholds[nThresholds] = 1;
  const cdf = thresholds.map((x) => betaCdf(x, ...betaParameters));
  const weights = cdf.subarray(1).map((value, i) => value - cdf[i]);
  /** The part of the thresholds that a deepest trough gets which is below none before an index. */
  const below = new Float64Array(nThresholds + 1);
  for (let i = 0; i < nThresholds; i++) below[i + 1] = below[i] + weights[i];

  const decay = Math.exp(-boltzmannParameter);
  const powers = new Float64Array(most + 1).fill(1);
  for (let k = 1; k <= most; k++) powers[k] = powers[k - 1] * decay;
  const scales = powers.map((power) => (1 - decay) / (1 - power));

  return { lags, probabilities, weigh };

  function weigh(): number {
    let count = 0;
    let deepest = 0;
    for (let lag = shortest; lag <= longest; lag++) {
      if (!isTrough(lag)) continue;
      lags[count] = lag;
      firsts[count] = firstAbove(difference[lag]);
      if (difference[lag] < difference[lags[deepest]]) deepest = count;
      count++;
    }
    if (count === 0) return 0;
    probabilities.fill(0, 0, count);
    for (let threshold = firsts[deepest]; threshold < nThresholds; threshold++) {
      share(count, threshold);
    }
    probabilities[deepest] += noTroughProb * below[firsts[deepest]];
    return count;
  }

  /** Shares a threshold's weight out among the troughs below it. */
  function share(count: number, threshold: number): void {
    const weight = weights[threshold];
    let troughs = 0;
    for (let i = 0; i < count; i++) if (firsts[i] <= threshold) troughs++;
    const scale = scales[troughs] * weight;
    let position = 0;
    for (let i = 0; i < count; i++) {
      if (firsts[i] <= threshold) probabilities[i] += scale * powers[position++];
    }
  }

  /** The index of the first threshold above a value, 0 for the one after 0. */
  function firstAbove(value: number): number {
    if (!(value >= 0)) return 0;
    if (value >= 1) return nThresholds;
    let index = Math.floor(value * nThresholds);
    while (index > 0 && value < thresholds[index]) index--;
    while (index < nThresholds && value >= thresholds[index + 1]) index++;
    return index;
  }
}
