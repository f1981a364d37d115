import { applyFilters } from '../kernels/apply-filters.ts';
import type { SparseFilters } from '../kernels/sparse-filters.ts';
import type { Matrix } from './matrix.ts';
import { powers, type Spectrogram } from './spectrogram.ts';

/** Filters times |STFT|^power: `[rows, frames]`. */
export function filterPowers(filters: SparseFilters, frames: Spectrogram, power: number): Matrix {
  return power === 2
    ? applyFilters(filters, frames.magnitudes, { squared: true })
    : applyFilters(filters, powers(frames, power));
}
