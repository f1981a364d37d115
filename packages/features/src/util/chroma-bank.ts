import { type ChromaFilterOptions, chroma } from '../filters/chroma.ts';
import { type SparseFilters, sparseFilters } from '../kernels/sparse-filters.ts';
import { cached } from './cached.ts';

/** Estimated tunings are hundredths, so a hundred banks of 50 kB serve all clips of a data set. */
const CACHE_SIZE = 100;
/**
 * A bin's weight for a class is exp(-2 · distance²), in semitones. The weight of a class that is
 * four semitones away changes no float32.
 */
const NEGLIGIBLE = 1e-10;
const cache = new Map<string, SparseFilters>();

/** The filters of `filters.chroma`, cached for each configuration. */
export function chromaBank(options: ChromaFilterOptions): SparseFilters {
  const { sampleRate, nFft, nChroma, tuning, ctroct, octwidth, norm, baseC } = options;
  const key = [sampleRate, nFft, nChroma, tuning, ctroct, octwidth, norm, baseC].map(String).join();
  return cached(cache, CACHE_SIZE, key, () => sparseFilters(chroma(options), NEGLIGIBLE));
}
