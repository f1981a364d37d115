import { circle, ROOT_5, SIN_3, SIN_5, SIN_10 } from './butterflies.ts';
import { WIDEST } from './radices.ts';
import { allTwiddles } from './twiddle-factors.ts';

/** How many radices and constants a plan has room for; assembly/stages.ts. */
const RADICES = 32;

/** The bytes after which a plan says where a stage without a butterfly has its room. */
export const STAGE_ROOM = 200;

/** The constants at the end of these; assembly/butterflies.ts. */
const CONSTANTS: readonly number[] = [0.5, SIN_3, 0.25, ROOT_5, SIN_5, SIN_10];

/** Numbers of the factors of two k in the last stage, a four: six real parts, six imaginary ones. */
const LAST_FACTORS = 12;

/**
 * The radices and factors of a transform of vectors, as assembly/vector-fft.ts reads them.
 *
 * @param stages Its radices.
 */
export function vectorPlan(stages: readonly number[]): Float64Array {
  const twiddles = [new Float64Array(0), ...allTwiddles(stages)];
  const factors = stages.flatMap((radix, i) =>
    radix > WIDEST ? [circle(radix), twiddles[i]] : [twiddles[i]],
  );
  return plan(stages, factors);
}

/**
 * The same of numbers, two of which are a vector, as assembly/complex-fft.ts reads them.
 *
 * @param stages Its radices, of which the last is four.
 */
export function numberPlan(stages: readonly number[]): Float64Array {
  const factors = allTwiddles(stages);
  factors.push(inPairs(factors.pop() ?? new Float64Array(0)));
  return plan(stages, factors);
}

function plan(stages: readonly number[], factors: readonly Float64Array[]): Float64Array {
  const length = factors.reduce((sum, each) => sum + each.length, 0);
  const result = new Float64Array(RADICES + length);
  result.set(stages);
  result.set(CONSTANTS, RADICES - CONSTANTS.length);
  let at = RADICES;
  for (const each of factors) {
    result.set(each, at);
    at += each.length;
  }
  return result;
}

/**
 * The last stage takes two k at a time, so their factors are interleaved. Where the count of k is
 * odd, the last two overlap those before.
 */
function inPairs(factors: Float64Array): Float64Array {
  const each = LAST_FACTORS / 2;
  const count = factors.length / each;
  const pairs = Math.ceil(count / 2);
  return Float64Array.from({ length: pairs * LAST_FACTORS }, (_, i) => {
    const pair = Math.floor(i / LAST_FACTORS);
    const within = i % LAST_FACTORS;
    const k = Math.min(2 * pair, count - 2) + (within % 2);
    return factors[each * k + (within >> 1)];
  });
}
