import { type ChromaFilterOptions, chroma } from './filters/chroma.ts';
import type { Matrix } from './matrix.ts';

// Estimated tunings are hundredths: a hundred banks of 50 kB serve every clip of a data set.
const CACHE_SIZE = 100;
const cache = new Map<string, Matrix>();

/** The filters of `filters.chroma`, built once a configuration and kept. */
export function chromaBank(options: ChromaFilterOptions): Matrix {
  const { sampleRate, nFft, nChroma, tuning, ctroct, octwidth, norm, baseC } = options;
  const key = [sampleRate, nFft, nChroma, tuning, ctroct, octwidth, norm, baseC].map(String).join();
  let bank = cache.get(key);
  if (!bank) {
    bank = chroma(options);
    if (cache.size >= CACHE_SIZE) cache.clear();
    cache.set(key, bank);
  }
  return bank;
}
