import { type MelFilterOptions, mel } from '../filters/mel.ts';
import { type SparseFilters, sparseFilters } from '../kernels/sparse-filters.ts';
import { cached } from './cached.ts';

const cache = new Map<string, SparseFilters>();

/** The filters of `filters.mel`, cached for each configuration. */
export function melBank(options: MelFilterOptions): SparseFilters {
  const { sampleRate, nFft, nMels, fMin, fMax, htk, norm } = options;
  const key = [sampleRate, nFft, nMels, fMin, fMax, htk, norm].map(String).join();
  return cached(cache, 16, key, () =>
    sparseFilters(mel({ sampleRate, nFft, nMels, fMin, fMax, htk, norm })),
  );
}
