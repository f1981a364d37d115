import { type SparseFilters, sparseFilters } from '../../kernels/sparse-filters.ts';
import { cached } from '../cached.ts';
import { zeros } from '../matrix.ts';
import type { VariableQ } from './variable-q-plan.ts';
import { checkFilters } from './variable-q-plan.ts';
import { checkHighest, waveletBins } from './wavelet-bins.ts';
import { waveletSpectrum } from './wavelet-spectra.ts';

/** The filters of a transform of magnitudes at one rate. */
export interface PseudoPlan {
  readonly nFft: number;
  readonly filters: SparseFilters;
  /** By what the response of each filter is multiplied. */
  readonly gains: Float64Array;
}

/** As many as of other transforms. */
const CACHED_PLANS = 64;

const cache = new Map<string, PseudoPlan>();

/**
 * The magnitudes of a transform's filters, cached for each configuration.
 *
 * @throws {FeatureError} for bins beyond half of the rate, and filters too long.
 */
export function pseudoPlan(caller: string, transform: VariableQ): PseudoPlan {
  const { window, norm, ...rest } = transform;
  const key = JSON.stringify({ ...rest, window, norm: String(norm) });
  return cached(cache, CACHED_PLANS, key, () => makePlan(caller, transform));
}

function makePlan(caller: string, transform: VariableQ): PseudoPlan {
  const { sampleRate, nBins, hopLength, scale, filterScale } = transform;
  const bins = waveletBins(transform);
  checkHighest(caller, bins, sampleRate);
  const lengths = bins.seconds.map((seconds) => seconds * sampleRate);
  const longest = 2 ** Math.ceil(Math.log2(lengths.reduce((a, b) => Math.max(a, b), 0)));
  const nFft = Math.max(longest, 2 ** (1 + Math.ceil(Math.log2(hopLength))));
  checkFilters(caller, nFft, nBins * nFft, filterScale);
  const magnitudes = zeros(nBins, nFft / 2 + 1);
  lengths.forEach((length, bin) => {
    const wavelet = { frequency: bins.frequencies[bin] / sampleRate, length };
    const { first, weights } = waveletSpectrum(wavelet, nFft, transform);
    const start = bin * (nFft / 2 + 1) + first;
    for (let k = 0; 2 * k < weights.length; k++) {
      magnitudes.data[start + k] = Math.sqrt(weights[2 * k] ** 2 + weights[2 * k + 1] ** 2);
    }
  });
  const gains = lengths.map((length) => Math.sqrt((scale ? 1 : length) / nFft));
  return { nFft, filters: sparseFilters(magnitudes), gains };
}
