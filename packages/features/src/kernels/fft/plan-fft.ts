import { cached } from '../../util/cached.ts';
import { plainFft } from './plain-fft.ts';
import type { RealFft } from './real-fft.ts';
import { wasmFft } from './wasm-fft.ts';

/** How many lengths' transforms are cached. */
const CACHED_SIZES = 16;
const cache = new Map<number, RealFft>();

/**
 * The transform of length `size`, any whole number of 1 or more. It is built once and cached.
 *
 * It runs on WebAssembly where the platform lets it and in JavaScript elsewhere, with the same bits.
 */
export function planFft(size: number): RealFft {
  return cached(cache, CACHED_SIZES, size, () => wasmFft(size) ?? plainFft(size));
}
