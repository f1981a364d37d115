import { cached } from '../cached.ts';
import type { Samples } from '../samples.ts';
import { bluestein } from './bluestein.ts';
import { fftJs } from './fft-js.ts';
import { wasmFft } from './wasm-fft.ts';

/**
 * The discrete Fourier transform of real signals of one length.
 *
 * It works on numbers of its own, `signal` and `spectrum`, which its callers fill and read; nothing
 * is allocated by a transform. A spectrum is interleaved, `[re0, im0, re1, im1, …]`, and has
 * `floor(size / 2) + 1` bins. Callers share it: what they leave there is gone with the next one.
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
  /** `spectrum` = spectrum · gains, rounded to float32 before and after; gains must not change later. */
  scale(gains: Float64Array): void;
  /** |spectrum|, `bins` values from `at` on: see `magnitude`. */
  magnitudes(out: Float32Array, at: number): void;
}

const cache = new Map<number, RealFft>();

/**
 * The transform of length `size`, any integer of at least 1; built once and kept.
 *
 * Powers of two run on WebAssembly where the platform lets them and on fft.js elsewhere, with the
 * same bits.
 */
export function realFft(size: number): RealFft {
  return cached(cache, 16, size, () => {
    const powerOfTwo = size >= 4 && (size & (size - 1)) === 0;
    return powerOfTwo ? (wasmFft(size) ?? fftJs(size)) : bluestein(size);
  });
}
