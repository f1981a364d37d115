/** The constants of the 32-bit FNV-1a hash (G. Fowler, L. Noll, K.-P. Vo). */
const OFFSET_BASIS = 0x811c9dc5;
const PRIME = 0x01000193;

/**
 * The FNV-1a hash of a text's UTF-8 bytes, in [0, 2^32): the seed of a clip's variants where no
 * `seedOf` gives one. It takes any id, of any data set.
 *
 * `@ser/experiment` has a `clipSeed` of its own, because the numbers of its published results were
 * drawn from it. The two differ on purpose: a change of either would change measured features.
 */
export function hashId(id: string): number {
  let hash = OFFSET_BASIS;
  for (const byte of new TextEncoder().encode(id)) hash = Math.imul(hash ^ byte, PRIME);
  return hash >>> 0;
}
