import { deriveSeed } from '../random/derive-seed.ts';

/**
 * A hash of arrays, of 32 bits. Other bits, or the same in another order, have another hash, but
 * for one chance in 2^32.
 *
 * @param arrays Taken as float32.
 */
export function fingerprint(...arrays: ArrayLike<number>[]): number {
  return arrays.reduce((hash, array) => {
    const floats = array instanceof Float32Array ? array : Float32Array.from(array);
    const bits = new Uint32Array(floats.buffer, floats.byteOffset, floats.length);
    let h = deriveSeed(hash, bits.length);
    for (let i = 0; i < bits.length; i++) {
      h = Math.imul(h ^ bits[i], 0x9e3779b1);
      h ^= h >>> 15;
    }
    return deriveSeed(h);
  }, 0);
}
