import { type SparseFilters, sparseFilters } from '../../kernels/sparse-filters.ts';
import { cached } from '../../util/cached.ts';
import { zeros } from '../../util/matrix.ts';

/** What a bank of filters follows from. */
export interface KaldiMelBank {
  readonly sampleRate: number;
  /** Samples of a transform. */
  readonly nFft: number;
  readonly numMelBins: number;
  readonly lowFreq: number;
  /** In Hz, above `lowFreq`. */
  readonly highFreq: number;
}

/** HTK's mel scale, by the natural logarithm. */
const toMel = (hz: number): number => 1127 * Math.log(1 + hz / 700);

const cache = new Map<string, SparseFilters>();

/**
 * Triangles that are straight on the mel scale, and not in Hz as librosa's, over the bins below the
 * Nyquist frequency. A band that holds no bin is zeros. It is cached.
 */
export function kaldiMelBank(options: KaldiMelBank): SparseFilters {
  const { sampleRate, nFft, numMelBins, lowFreq, highFreq } = options;
  const key = [sampleRate, nFft, numMelBins, lowFreq, highFreq].join();
  return cached(cache, 16, key, () => {
    const bins = Math.floor(nFft / 2);
    const lowest = toMel(lowFreq);
    const step = (toMel(highFreq) - lowest) / (numMelBins + 1);
    const filters = zeros(numMelBins, bins);
    for (let k = 0; k < bins; k++) {
      const position = (toMel((k * sampleRate) / nFft) - lowest) / step;
      for (let m = 0; m < numMelBins; m++) {
        filters.data[m * bins + k] = Math.max(0, 1 - Math.abs(position - (m + 1)));
      }
    }
    return sparseFilters(filters);
  });
}
