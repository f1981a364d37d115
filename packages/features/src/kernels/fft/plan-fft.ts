import { cached } from '../../util/cached.ts';
import { bluestein } from './bluestein.ts';
import { fftJs } from './fft-js.ts';
import type { RealFft } from './real-fft.ts';
import { wasmFft } from './wasm-fft.ts';

/** Transforms of that many lengths are kept. */
const CACHED_SIZES = 16;
const cache = new Map<number, RealFft>();

/**
 * The transform of length `size`, any integer of at least 1; built once and kept.
 *
 * Powers of two run on WebAssembly where the platform lets them and on fft.js elsewhere, with the
 * same bits.
 */
export function planFft(size: number): RealFft {
  return cached(cache, CACHED_SIZES, size, () => {
    const powerOfTwo = size >= 4 && (size & (size - 1)) === 0;
    return powerOfTwo ? (wasmFft(size) ?? fftJs(size)) : bluestein(size);
  });
}
