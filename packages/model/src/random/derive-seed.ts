/** Mixes 32 bits so that each input bit reaches every output bit (the finaliser of MurmurHash3). */
function mix(value: number): number {
  let h = value >>> 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/**
 * Derives a seed for one purpose from a run's seed. The same path gives the same number, another
 * path an unrelated one. Every random choice of a run has a path, such as epoch 3's shuffle or step
 * 41's second dropout, so a resumed run needs no generator's state. As JAX' `fold_in`.
 *
 * @returns A whole number in [0, 2^32).
 */
export function deriveSeed(seed: number, ...path: number[]): number {
  return path.reduce((h, step) => mix((Math.imul(h, 31) + step + 0x9e3779b9) | 0), mix(seed));
}
