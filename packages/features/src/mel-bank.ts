import { type MelFilterOptions, mel } from './filters/mel.ts';
import { type SparseFilters, sparseFilters } from './sparse-filters.ts';

// One configuration is used over and over; a bound keeps a program that tries many from growing.
const CACHE_SIZE = 16;
const cache = new Map<string, SparseFilters>();

/** The filters of `filters.mel`, built once a configuration and kept. */
export function melBank(options: MelFilterOptions): SparseFilters {
  const { sampleRate, nFft, nMels, fMin, fMax, htk, norm } = options;
  const key = [sampleRate, nFft, nMels, fMin, fMax, htk, norm].map(String).join();
  let bank = cache.get(key);
  if (!bank) {
    bank = sparseFilters(mel(options));
    if (cache.size >= CACHE_SIZE) cache.clear();
    cache.set(key, bank);
  }
  return bank;
}
