import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { Random } from '../../util/random.ts';

/** The random numbers in [0, 1) of a clip's variants: xoroshiro128+ from a seed in [0, 2^32). */
export function clipRandom(seed: number): Random {
  const generator = xoroshiro128plus(seed);
  return () => uniformFloat64(generator);
}
