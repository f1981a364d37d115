import { hashId } from './hash-id.ts';

/**
 * The seed, in [0, 2^32), of a variant that changes the recording of a clip. It is of the clip and
 * of the variant's name, so that the other variants that a clip has change nothing in it.
 *
 * @param seed The clip's.
 */
export function variantSeed(seed: number, name: string): number {
  return hashId(`${seed}/${name}`);
}
