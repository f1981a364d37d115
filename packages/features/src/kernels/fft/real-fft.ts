import type { Samples } from '../../samples.ts';

/**
 * The discrete Fourier transform of real signals of one length.
 *
 * Callers write to `signal` and read `spectrum`, or the other way round. Both arrays belong to the
 * transform. All callers share them, so the next caller overwrites their values. A transform
 * allocates nothing.
 *
 * A spectrum is interleaved, `[re0, im0, re1, im1, …]`, and has `floor(size / 2) + 1` bins.
 */
export interface RealFft {
  readonly size: number;
  readonly bins: number;
  /** `[size]` */
  readonly signal: Float64Array;
  /** `[2 * bins]` */
  readonly spectrum: Float64Array;
  /** `signal` = samples from `start` on · `window`, which must not change later. */
  load(samples: Samples, start: number, window: Float64Array): void;
  /** `spectrum` = DFT of `signal`. */
  forward(): void;
  /** `signal` = inverse DFT of `spectrum`, divided by the size; numpy's `irfft`. */
  inverse(): void;
  /** |spectrum|, `bins` values from `at` on: see `magnitude`. */
  magnitudes(out: Float32Array, at: number): void;
}

/** The arrays of a transform, and what turns one into the other. */
export type Transforms = Pick<RealFft, 'signal' | 'spectrum' | 'forward' | 'inverse'>;
