import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { mersenne } from 'pure-rand/generator/mersenne';
import { EvaluationError } from '../evaluation-error.ts';
import { describe } from './describe.ts';

/** An integer from 0 to `max`, both included, each equally likely. */
export type Random = (max: number) => number;

/**
 * The Mersenne twister, as in NumPy's `RandomState`. Unlike xoroshiro's, its initialisation mixes
 * the seed well. xoroshiro's first numbers for the seeds 0, 1, 2 are 647, 646, 645 of 1,000.
 *
 * @throws {EvaluationError} `bad-argument` unless `seed` is a whole number in [0, 2^32).
 */
export function createRandom(caller: string, seed: number): Random {
  if (!Number.isInteger(seed) || seed < 0 || seed >= 2 ** 32) {
    throw new EvaluationError(
      'bad-argument',
      `${caller}: \`seed\` must be a whole number in [0, 2^32), got ${describe(seed)}`,
    );
  }
  const generator = mersenne(seed);
  return (max) => uniformInt(generator, 0, max);
}
