import { cached } from '../../util/cached.ts';
import { bluestein } from './bluestein.ts';
import { fftJs } from './fft-js.ts';
import type { RealFft } from './real-fft.ts';
import { wasmFft } from './wasm-fft.ts';

/** How many lengths' transforms are cached. */
const CACHED_SIZES = 16;
const cache = new Map<number, RealFft>();

/**
 * The transform of length `size`, any whole number of 1 or more. It is built once and cached.
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
