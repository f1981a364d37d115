import { deriveSeed } from '../random/derive-seed.ts';
import { type Examples, readBlocks } from './examples.ts';

/**
 * A hash of arrays, of 32 bits. Other bits, or the same in another order, have another hash, but
 * for one chance in 2^32.
 *
 * @param arrays Taken as float32.
 */
export function fingerprint(...arrays: ArrayLike<number>[]): number {
  return fingerprintFrom(0, ...arrays);
}

/** The {@link fingerprint} of arrays that follow those whose hash is `hash`. */
export function fingerprintFrom(hash: number, ...arrays: ArrayLike<number>[]): number {
  return arrays.reduce<number>((h, array) => {
    const floats = array instanceof Float32Array ? array : Float32Array.from(array);
    return deriveSeed(mixBits(deriveSeed(h, floats.length), floats));
  }, hash);
}

/** {@link fingerprintFrom}, of examples that need not be in memory: the same as of their array. */
export async function fingerprintExamples(
  hash: number,
  examples: Examples,
  length: number,
  signal?: AbortSignal,
): Promise<number> {
  let h = deriveSeed(hash, length * examples.size);
  for await (const { x } of readBlocks(examples, length)) {
    h = mixBits(h, x);
    signal?.throwIfAborted();
  }
  return deriveSeed(h);
}

function mixBits(hash: number, floats: Float32Array): number {
  const bits = new Uint32Array(floats.buffer, floats.byteOffset, floats.length);
  let h = hash;
  for (let i = 0; i < bits.length; i++) {
    h = Math.imul(h ^ bits[i], 0x9e3779b1);
    h ^= h >>> 15;
  }
  return h;
}
