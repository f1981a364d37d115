import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { deriveSeed } from './derive-seed.ts';

/** Draws numbers in [0, 1). */
export type Random = () => number;

/**
 * A generator that the seed determines. The seed is mixed first: neighbouring seeds give unrelated
 * numbers.
 */
export function createRandom(seed: number): Random {
  const generator = xoroshiro128plus(deriveSeed(seed));
  return () => uniformFloat64(generator);
}

/** A standard normal number (Box & Muller 1958). */
export function normal(random: Random): number {
  // 1 - u is in (0, 1], where the logarithm is finite.
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** A number of the gamma distribution with scale 1 (Marsaglia & Tsang 2000). */
function gamma(random: Random, shape: number): number {
  if (shape < 1) return gamma(random, shape + 1) * (1 - random()) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normal(random);
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(1 - random()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}

/** A number of the beta distribution, in [0, 1]. */
export function beta(random: Random, a: number, b: number): number {
  const x = gamma(random, a);
  const y = gamma(random, b);
  return x + y > 0 ? x / (x + y) : 0.5;
}
